"""Birds: small ones, hunters, owls, water birds, penguins; one plan bent by a table."""
