"""What the files are that somebody wants to see: looked at off the GUI thread."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sdstudio.gallery.naming import PICTURE_ENDINGS, TRAJECTORY_ENDING
from sdstudio.gui.sharing.drops import is_model, is_picture

_MODEL_INDEX = "model_index.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class SortedFiles:
    """Files and folders by what is done with them, each in the order in which they were named.

    ``ids`` are pictures of the gallery, ``pictures`` others and folders that may hold some. Of the
    ``others`` nothing is known; what is ``missing`` is not there.
    """

    ids: tuple[int, ...] = ()
    pictures: tuple[Path, ...] = ()
    models: tuple[Path, ...] = ()
    others: tuple[Path, ...] = ()
    missing: tuple[Path, ...] = ()


def sort_files(paths: Iterable[Path], id_at: Callable[[Path], int | None]) -> SortedFiles:
    """Sorts absolute paths; ``id_at`` knows the gallery. Waits for the disk.

    Raises:
        SdstudioError: what ``id_at`` raises.
    """
    ids: dict[int, None] = {}
    pictures: list[Path] = []
    models: list[Path] = []
    others: list[Path] = []
    missing: list[Path] = []
    for named in paths:
        path = _picture_of(named)
        if os.path.isdir(path):  # noqa: PTH112 -- it answers where Path's raises an error
            (models if os.path.isfile(path / _MODEL_INDEX) else pictures).append(path)  # noqa: PTH113
        elif not os.path.lexists(path):
            missing.append(path)
        elif is_model(path):
            models.append(path)
        elif not is_picture(path):
            others.append(path)
        elif (id := _known_id(path, id_at)) is not None:
            ids[id] = None
        else:
            pictures.append(path)
    return SortedFiles(
        ids=tuple(ids),
        pictures=tuple(pictures),
        models=tuple(models),
        others=tuple(others),
        missing=tuple(missing),
    )


def _picture_of(path: Path) -> Path:
    """The picture that a file of a denoising belongs to, if it is there; else the path itself."""
    if not path.name.endswith(TRAJECTORY_ENDING):
        return path
    stem = path.name.removesuffix(TRAJECTORY_ENDING)
    beside = (path.with_name(f"{stem}{ending}") for ending in PICTURE_ENDINGS)
    return next((one for one in beside if os.path.lexists(one)), path)


def _known_id(path: Path, id_at: Callable[[Path], int | None]) -> int | None:
    """Also by a link to it, or by another way through links."""
    id = id_at(path)
    return id if id is not None else id_at(Path(os.path.realpath(path)))
