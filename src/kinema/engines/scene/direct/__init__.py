"""Scene graph to film: who stands where, does what, and from where it is seen."""
