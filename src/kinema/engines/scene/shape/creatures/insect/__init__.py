"""Insects: butterflies, bees, beetles, dragonflies, ants."""
