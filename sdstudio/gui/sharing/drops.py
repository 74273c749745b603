"""What files that are dropped may be, told from their names."""

from __future__ import annotations

from pathlib import Path

from sdstudio.gallery.naming import PICTURE_ENDINGS
from sdstudio.models.folder_files import has_pickles


def is_picture(path: Path) -> bool:
    """Whether a file is a picture, by its name."""
    return path.suffix.lower() in PICTURE_ENDINGS


def is_model(path: Path) -> bool:
    """Whether a file holds weights, by its name."""
    return path.suffix.lower() == ".safetensors" or has_pickles([path.name])


def is_no_model(path: Path) -> bool:
    """Whether it may be a picture, or a folder of pictures: nothing is looked at while dragging."""
    return not is_model(path)
