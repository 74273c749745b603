"""The settings of a picture taken over into the panel: what changes, what is missing, and Undo."""
