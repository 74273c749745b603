"""“How does this work?”: a walk through the making of a picture, in the window itself."""
