"""Diffusion: torch lives here and nowhere else; importing this package alone does not load it."""
