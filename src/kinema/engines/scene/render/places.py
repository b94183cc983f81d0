"""Columns of the two tables that list what is shaded: numbers and tags of each place."""

PLACE, NORMAL, COLOUR, OPEN, VIEW, DISTANCE, RESULT, WEIGHT, REST = 0, 3, 6, 9, 10, 13, 14, 17, 18
CHANNELS = 21
"""Of a place: position, normal, albedo, openness, direction from the eye, metres from it, light
that comes back, share of the pixel, and position at rest, which patterns stick to."""

AT_X, AT_Y, KIND, OWNER = 0, 1, 2, 3
TAGS = 4
"""Of a place: pixel, material and owner."""
