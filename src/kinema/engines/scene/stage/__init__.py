"""Settings: ground, backdrop, dressing, weather and light of a place."""
