"""Fish, sharks, dolphins and whales: a body that bends along its length, and fins."""
