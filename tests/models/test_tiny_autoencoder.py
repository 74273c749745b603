"""Folders of tiny autoencoders, good and bad: each bad one is refused with its sentence."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from sdstudio.models.tiny_autoencoder import CONFIG, WEIGHTS, check_tiny_autoencoder
from sdstudio.request import (
    CorruptModel,
    ModelNotFound,
    SdstudioError,
    UnsafeModel,
    UnsupportedModel,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound one, as far as can be told without loading it, under a difficult name."""
    made = tmp_path / "taesd 模型 🐼"
    made.mkdir()
    (made / CONFIG).write_text(json.dumps({"_class_name": "AutoencoderTiny"}), encoding="utf-8")
    header = json.dumps({"a": {"dtype": "F32", "shape": [2], "data_offsets": [0, 8]}}).encode()
    (made / WEIGHTS).write_bytes(struct.pack("<Q", len(header)) + header + bytes(8))
    return made


def test_a_sound_folder_passes(folder: Path) -> None:
    (folder / "diffusion_pytorch_model.bin").write_bytes(b"a pickle beside it is not loaded")
    check_tiny_autoencoder(folder)


def only_pickles(folder: Path) -> None:
    (folder / WEIGHTS).rename(folder / "diffusion_pytorch_model.BIN")


def disguised_pickle(folder: Path) -> None:
    (folder / WEIGHTS).write_bytes(b"\x80\x04" + bytes(100))


def cut_short(folder: Path) -> None:
    (folder / WEIGHTS).write_bytes((folder / WEIGHTS).read_bytes()[:-1])


@pytest.mark.parametrize(
    ("damage", "error", "words"),
    [
        (lambda folder: (folder / CONFIG).unlink(), UnsupportedModel, "no config.json"),
        (lambda folder: (folder / CONFIG).write_bytes(b"\xff{"), CorruptModel, "damaged"),
        (lambda folder: (folder / CONFIG).write_bytes(b"[" * 100_000), CorruptModel, "damaged"),
        (lambda folder: (folder / CONFIG).write_bytes(b"[]"), CorruptModel, "damaged"),
        (lambda folder: (folder / CONFIG).write_bytes(b"{}"), UnsupportedModel, "not a tiny"),
        (
            lambda folder: (folder / CONFIG).write_bytes(b'{"_class_name": "AutoencoderKL"}'),
            UnsupportedModel,
            "not a tiny",
        ),
        (lambda folder: (folder / WEIGHTS).unlink(), CorruptModel, "is missing"),
        (only_pickles, UnsafeModel, "only pickled weights"),
        (disguised_pickle, UnsafeModel, "is a pickle"),
        (cut_short, CorruptModel, "incomplete"),
    ],
)
def test_a_wrong_folder_is_refused(
    damage: Callable[[Path], object], error: type[SdstudioError], words: str, folder: Path
) -> None:
    damage(folder)
    with pytest.raises(error, match=words) as raised:
        check_tiny_autoencoder(folder)
    assert str(folder) in raised.value.message
    assert raised.value.action


def test_where_there_is_no_folder(folder: Path) -> None:
    with pytest.raises(ModelNotFound, match="no folder"):
        check_tiny_autoencoder(folder / "gone")
    with pytest.raises(UnsupportedModel, match="single file"):
        check_tiny_autoencoder(folder / WEIGHTS)
    with pytest.raises(ModelNotFound, match="could not be read"):
        check_tiny_autoencoder(folder / ("n" * 300))
