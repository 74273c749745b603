"""The gallery: picture files, their metadata, and the SQLite index; neither torch nor Qt."""
