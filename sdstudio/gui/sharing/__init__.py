"""Pictures from elsewhere into the gallery, and pictures of the gallery out of it."""
