"""Meshes of everything: creatures, objects, plants, ground."""
