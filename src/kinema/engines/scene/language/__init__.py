"""Words to a scene graph; pure, and free of numpy so that it starts at once."""
