"""Wheels are unpacked whole and inside their folder, or not at all."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from sdstudio.acceleration.wheel import UnsoundWheel, unpack, unpacked_bytes
from sdstudio.request import Cancelled
from tests.acceleration.stand_ins import a_wheel, checksum, ignored, never

FILES = {"torch/__init__.py": b"x = 1\n", "torch/bin/torch_shm_manager": b"\x7fELF"}


def written(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "torch-1-py3-none-any.whl"
    path.write_bytes(data)
    return path


def test_a_wheel_lies_there_as_pip_would_lay_it(tmp_path: Path) -> None:
    special = {
        "torch-1.data/platlib/torch/more.py": b"y = 2\n",
        "torch-1.data/scripts/torchrun": b"#!python\n",
    }
    path = written(tmp_path, a_wheel("torch", "1", {**FILES, **special}, mode=0o755))
    counted: list[int] = []
    unpack(path, tmp_path / "there", counted.append, never)
    found = {
        one.relative_to(tmp_path / "there").as_posix()
        for one in (tmp_path / "there").rglob("*")
        if one.is_file()
    }
    assert found == {
        *FILES,
        "torch/more.py",
        "torch-1.dist-info/METADATA",
        "torch-1.dist-info/WHEEL",
        "torch-1.dist-info/RECORD",
    }
    assert (tmp_path / "there/torch/__init__.py").read_bytes() == b"x = 1\n"
    assert os.access(tmp_path / "there/torch/bin/torch_shm_manager", os.X_OK)
    assert sum(counted) == unpacked_bytes(path) - len(special["torch-1.data/scripts/torchrun"])


def linked(name: str) -> bytes:
    """A wheel with a link in it, which its list names."""
    whole = io.BytesIO(a_wheel("torch", "1", {name: b"/etc/passwd"}))
    changed = io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(changed, "w") as new:
        for entry in old.infolist():
            if entry.filename == name:
                entry.external_attr = 0o120777 << 16
            new.writestr(entry, old.read(entry))
    return changed.getvalue()


@pytest.mark.parametrize(
    "name",
    [
        *("../evil.py", "/tmp/evil.py", "torch/../../evil.py", "C:/evil.py", "torch\\evil.py"),
        *("torch//evil.py", "./evil.py", "torch/evil.py.", "torch/a\nb.py"),
    ],
)
def test_nothing_is_written_elsewhere(name: str, tmp_path: Path) -> None:
    path = written(tmp_path, a_wheel("torch", "1", {name: b"evil"}))
    with pytest.raises(UnsoundWheel, match="outside its own folder"):
        unpack(path, tmp_path / "there" / "deep", ignored, never)
    assert not list(tmp_path.rglob("*evil*"))


@pytest.mark.parametrize(
    "make",
    [
        lambda: a_wheel("torch", "1", FILES, unlisted={"torch/extra.py": b"evil"}),
        lambda: a_wheel("torch", "1", FILES, changed={"torch/__init__.py": b"evil"}),
        lambda: a_wheel("torch", "1", FILES, changed={"torch-1.dist-info/RECORD": b"\xff"}),
        lambda: a_wheel("torch", "1", FILES)[:-30],
        lambda: b"no archive",
        lambda: linked("torch/link"),
    ],
    ids=["unlisted", "changed", "list", "cut off", "nothing", "link"],
)
def test_a_wheel_that_is_not_what_it_says(make: Callable[[], bytes], tmp_path: Path) -> None:
    path = written(tmp_path, make())
    with pytest.raises(UnsoundWheel):
        unpack(path, tmp_path / "there", ignored, never)
    assert not list((tmp_path / "there").rglob("extra.py"))


def test_the_list_of_another_package_is_no_list(tmp_path: Path) -> None:
    inner = {"torch/x.dist-info/RECORD": b"", **FILES}
    path = written(tmp_path, a_wheel("torch", "1", inner))
    unpack(path, tmp_path / "there", ignored, never)
    assert checksum(b"") not in (tmp_path / "there/torch/__init__.py").read_bytes()

    with pytest.raises(Cancelled):
        unpack(path, tmp_path / "again", ignored, lambda: True)
