"""Turns entries of the object library into models: the compiler of the description language."""
