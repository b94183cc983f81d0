"""Living things: quadrupeds, people, birds, fish, dragons and insects from small tables."""
