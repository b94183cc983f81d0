"""Bones over time: gaits, gestures, flight, and the feet that stay where they are put."""
