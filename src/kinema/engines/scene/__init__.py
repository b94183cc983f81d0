"""The embedded engine: words to a 3D scene to a film, on the CPU, with no weights."""
