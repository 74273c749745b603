"""Folders with a tiny autoencoder (TAESD and its like), checked before anything of them is loaded.

Such a folder is in diffusers' format: ``config.json`` and one file of safetensors weights.
"""

from __future__ import annotations

from pathlib import Path

from sdstudio.models.folder_files import has_pickles, read_object, reading
from sdstudio.models.safetensors_header import read_header
from sdstudio.request import CorruptModel, ModelNotFound, UnsafeModel, UnsupportedModel

CLASS_NAME = "AutoencoderTiny"
CONFIG = "config.json"
WEIGHTS = "diffusion_pytorch_model.safetensors"

_MOST_CONFIG = 1_000_000
"""Bytes; a config has a few hundred."""


def check_tiny_autoencoder(path: Path) -> None:
    """Checks that a folder holds a tiny autoencoder that can be loaded without running its code.

    Reads the config and the header of the weights: two small reads, but of a disk that may be slow,
    so not on the GUI thread.

    Raises:
        ModelNotFound: there is no such folder, or it cannot be read.
        UnsupportedModel: it holds something else.
        UnsafeModel: its weights are pickles.
        CorruptModel: its files are damaged or missing.
    """
    names = _names(path)
    if CONFIG not in names:
        raise UnsupportedModel(
            "“{path}” is not a tiny autoencoder: it has no {name}.",
            "Choose a folder with an AutoencoderTiny in diffusers' format.",
            path=path,
            name=CONFIG,
        )
    _check_class(path / CONFIG)
    if WEIGHTS in names:
        read_header(path / WEIGHTS)
        return
    if has_pickles(names):
        raise UnsafeModel(
            "“{path}” holds only pickled weights, which can run code when they are loaded.",
            "Use a copy with safetensors weights.",
            path=path,
        )
    raise CorruptModel(
        "The tiny autoencoder is incomplete: “{path}” is missing.",
        "Download or copy it again.",
        path=path / WEIGHTS,
    )


def _names(path: Path) -> set[str]:
    with reading(path):
        if not path.exists():
            raise ModelNotFound(
                "There is no folder “{path}”.", "Choose the tiny autoencoder again.", path=path
            )
        if not path.is_dir():
            raise UnsupportedModel(
                "“{path}” is a single file, not the folder of a tiny autoencoder.",
                "Choose a folder with an AutoencoderTiny in diffusers' format.",
                path=path,
            )
        return {entry.name for entry in path.iterdir()}


def _check_class(path: Path) -> None:
    config = read_object(path, _MOST_CONFIG)
    if config is None:
        raise CorruptModel(
            "“{path}” is damaged or cannot be read.", "Download or copy it again.", path=path
        )
    if config.get("_class_name") != CLASS_NAME:
        raise UnsupportedModel(
            "“{path}” is not a tiny autoencoder.",
            "Choose a folder with an AutoencoderTiny in diffusers' format.",
            path=path.parent,
        )
