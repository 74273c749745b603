"""Looking into folders that anybody may have filled, before anything of them is loaded."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sdstudio.request import ModelNotFound, PickledModel

INCOMPLETE_SUFFIX = ".incomplete"
"""Ending of the folder of a model that is not yet whole, and never offered as one."""

MAX_JSON = 16_777_216
"""Bytes; the longest lists of weight files that large models have take a tenth of it."""

_PICKLES = (".bin", ".ckpt", ".pt", ".pth", ".pkl")


@contextmanager
def reading(folder: Path) -> Iterator[None]:
    """What is done inside reads ``folder``.

    Raises:
        ModelNotFound: instead of an OSError, with its reason.
    """
    try:
        yield
    except OSError as error:
        raise ModelNotFound(
            "“{path}” could not be read: {reason}.",
            "Check the folder's permissions.",
            path=folder,
            reason=(error.strerror or str(error)).lower(),
        ) from error


def has_pickles(names: Iterable[str]) -> bool:
    """Whether one of these files holds weights that can run code when they are loaded."""
    return any(name.lower().endswith(_PICKLES) for name in names)


def pickled(path: Path) -> PickledModel:
    """What is said of the file or folder ``path``, whose weights are pickles."""
    return PickledModel(
        "“{path}” holds only pickled weights, which can run code when they are loaded.",
        "Use a copy in the safetensors format, or have this one converted: “sdstudio models "
        "convert” and File → Open do that, and read nothing but numbers.",
        path=path,
    )


def read_object(path: Path, most: int = MAX_JSON) -> dict[str, Any] | None:
    """A file's JSON object, from at most ``most`` bytes of it; None where there is none to read."""
    try:
        with path.open("rb") as file:
            value = json.loads(file.read(most).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
