"""Keeping order in the window: ratings, favourites, tags, collections, and undoing it all."""
