"""Checks of JSON that answer as zod 3 does; each knows its JSON Schema too."""
