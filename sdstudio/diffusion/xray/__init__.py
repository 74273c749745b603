"""The X-ray's numbers: what a plain diffusers script would print, with that script beside them."""
