"""Checksums of models: recorded once, compared ever after, and those that downloads bring along."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

import pytest

from sdstudio.models.verification import verify
from sdstudio.paths import find_resources
from sdstudio.request import Cancelled, CorruptModel, ModelNotFound, StorageFailed

WEIGHTS = "unet/diffusion_pytorch_model.safetensors"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = tmp_path / "un modèle"
    shutil.copytree(find_resources() / "starter-model" / "pipeline", folder)
    return folder


@pytest.fixture
def records(tmp_path: Path) -> Path:
    return tmp_path / "data" / "checksums.json"


def flip(path: Path) -> None:
    """One bit in the middle: the header stays sound, so only a checksum can tell."""
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(bytes(data))


def test_the_first_time_records_and_the_next_compares(model: Path, records: Path) -> None:
    told: list[tuple[int, int]] = []
    first = verify(model, records, progress=lambda done, total: told.append((done, total)))
    assert first.recorded == first.files == 11
    assert told[-1] == (first.size, first.size)
    assert [done for done, _ in told] == sorted({done for done, _ in told})
    second = verify(model, records)
    assert (second.files, second.size, second.recorded) == (first.files, first.size, 0)


def test_one_bit_is_seen(model: Path, records: Path) -> None:
    verify(model, records)
    flip(model / WEIGHTS)
    with pytest.raises(CorruptModel, match="not what it was when it was first verified") as caught:
        verify(model, records)
    assert str(model / WEIGHTS) in str(caught.value)
    with pytest.raises(CorruptModel):  # what was found damaged is not what it is compared with now
        verify(model, records)
    assert verify(model, records, accept=True).recorded == 11
    assert verify(model, records).recorded == 0


def test_a_file_that_is_gone_and_one_that_is_new(model: Path, records: Path) -> None:
    verify(model, records)
    (model / "README.md").write_text("new")
    assert verify(model, records).recorded == 1
    (model / "README.md").unlink()
    with pytest.raises(CorruptModel, match=r"README\.md.*it is gone"):
        verify(model, records)


def test_a_single_file(model: Path, records: Path) -> None:
    path = model / WEIGHTS
    assert verify(path, records).recorded == 1
    assert verify(path, records).recorded == 0
    flip(path)
    with pytest.raises(CorruptModel):
        verify(path, records)


def in_the_cache(cache: Path) -> Path:
    """A download of two files, whose names in the cache are their checksums; its snapshot."""
    blobs = cache / "models--a--b" / "blobs"
    snapshot = blobs.parent / "snapshots" / "main"
    blobs.mkdir(parents=True)
    snapshot.mkdir(parents=True)
    large, small = b"weights" * 1000, b"{}\n"
    git = hashlib.sha1(b"blob 3\0" + small, usedforsecurity=False)
    for name, data, checksum in (
        ("a.safetensors", large, hashlib.sha256(large)),
        ("config.json", small, git),
    ):
        (blobs / checksum.hexdigest()).write_bytes(data)
        (snapshot / name).symlink_to(os.path.relpath(blobs / checksum.hexdigest(), snapshot))
    return snapshot


@pytest.mark.parametrize("name", ["a.safetensors", "config.json"])
def test_downloads_are_compared_the_first_time(name: str, tmp_path: Path, records: Path) -> None:
    snapshot = in_the_cache(tmp_path)
    done = verify(snapshot, records)
    assert (done.files, done.recorded) == (2, 0)
    assert not records.exists()
    flip((snapshot / name).resolve())
    for accept in (False, True):
        with pytest.raises(CorruptModel, match="not what was downloaded"):
            verify(snapshot, records, accept=accept)


def test_a_download_without_its_file(tmp_path: Path, records: Path) -> None:
    snapshot = in_the_cache(tmp_path)
    (snapshot / "config.json").resolve().unlink()
    with pytest.raises(CorruptModel, match="no such file"):
        verify(snapshot, records)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"a": 3}', '{"a": {"b": 3}}'])
def test_damaged_records_are_none(text: str, model: Path, records: Path) -> None:
    records.parent.mkdir()
    records.write_text(text)
    assert verify(model, records).recorded == 11
    assert verify(model, records).recorded == 0


def test_stopped_halfway_records_nothing(model: Path, records: Path) -> None:
    told: list[int] = []
    with pytest.raises(Cancelled):
        verify(
            model,
            records,
            progress=lambda done, _total: told.append(done),
            must_stop=lambda: len(told) == 3,
        )
    assert not records.exists()


def test_nothing_there(tmp_path: Path, records: Path) -> None:
    with pytest.raises(ModelNotFound):
        verify(tmp_path / "gone", records)


def test_records_that_cannot_be_written(model: Path, records: Path) -> None:
    records.parent.write_text("a file in the way")
    with pytest.raises(StorageFailed):
        verify(model, records)
