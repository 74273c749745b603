"""The packages that lie in ``dist``, put where somebody can use them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from shipping.freezing import program
from shipping.layout import DIST, FROZEN
from tests.frozen.person import NAME, Person, move_in


@pytest.fixture(scope="session")
def place() -> Iterator[Path]:
    """A folder that every user may enter, unlike pytest's own."""
    folder = Path(tempfile.mkdtemp(prefix="sdstudio-frozen-"))
    folder.chmod(0o755)
    yield folder
    for path in (folder, *folder.rglob("*")):
        if path.is_dir() and not path.is_symlink():
            path.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def installed(place: Path) -> Path:
    """The unpacked archive, which nobody may write into; elsewhere than on Linux, the folder."""
    if sys.platform != "linux":
        return FROZEN
    (archive,) = DIST.glob("*.tar.zst")
    subprocess.run(["tar", "-xf", archive, "-C", place], check=True)
    folder = place / "sdstudio"
    for root, _, files in os.walk(folder, topdown=False):
        for name in files:
            path = Path(root, name)
            if not path.is_symlink():
                path.chmod(path.stat().st_mode & 0o555)
        Path(root).chmod(0o555)
    return folder


@pytest.fixture
def person(place: Path, installed: Path, request: pytest.FixtureRequest) -> Person:
    """Somebody who has not started the app yet."""
    home = place / request.node.name / NAME
    move_in(home)
    return Person(home, program(installed))


@pytest.fixture(autouse=True)
def own_home() -> None:
    """Takes the place of the other tests' home: here the app finds its own, as it does at work."""
