"""What the engine knows, as data: things, species, settings, verbs, colours."""
