"""The window of models: those on this machine, those to download, and downloads under way."""
