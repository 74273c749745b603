"""The X-ray: panes that show what happens inside while a picture forms."""
