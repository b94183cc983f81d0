"""What moves in the air: pure functions of time."""
