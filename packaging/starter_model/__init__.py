"""The recipe of the starter model: from public picture packages to a diffusers pipeline.

Run it with ``python packaging/train_starter.py``; every module here is one stage or one thing the
stages share. Nothing of it ships with the app: the app only ever sees the exported folder.
"""


class RecipeError(Exception):
    """The recipe cannot go on; the text is a sentence for people."""
