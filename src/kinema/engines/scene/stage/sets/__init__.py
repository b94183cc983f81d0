"""The sets: one builder a kind of place."""
