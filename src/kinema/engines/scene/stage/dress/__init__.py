"""Dressing: plants, rocks, walls and furniture that sets are made of."""
