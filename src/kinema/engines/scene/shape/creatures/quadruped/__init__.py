"""Four-legged animals: one body plan, bent by a table of numbers and words."""
