"""Files and folders on the disk: whole or not at all, so that a stage can trust what it finds."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import numpy.typing as npt

from sdstudio.files import write_atomically


def save_array(path: Path, array: npt.NDArray[np.generic]) -> None:
    """One array as ``.npy``."""
    buffer = io.BytesIO()
    np.save(buffer, array, allow_pickle=False)
    write_atomically(path, buffer.getvalue())


def save_arrays(path: Path, **arrays: npt.NDArray[np.generic]) -> None:
    """Several, by name, compressed, as ``.npz``."""
    buffer = io.BytesIO()
    np.savez_compressed(buffer, allow_pickle=False, **arrays)
    write_atomically(path, buffer.getvalue())


def save_text(path: Path, text: str) -> None:
    """UTF-8."""
    write_atomically(path, text.encode("utf-8"))


@contextmanager
def replaced_folder(folder: Path) -> Iterator[Path]:
    """Where to write a new folder; it takes the place of what was there once it is whole."""
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    yield unfinished
    shutil.rmtree(folder, ignore_errors=True)
    unfinished.replace(folder)
