"""The renderer: a numba rasteriser and its post-processing."""
