"""Dragons: a four-legged body, a long neck, membrane wings and a head to be afraid of."""
