"""Light and colour: one palette gives sky, sun, air and grade."""
