"""Real small drives to fill, since root may write anywhere else."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True, capture_output=True)


@contextmanager
def small_drive_at(folder: Path, size: str) -> Iterator[Path]:
    """An empty drive at a folder that is made for it; ``size`` as in 64k or 1m.

    Skips the test where this user may not mount drives.
    """
    folder.mkdir(parents=True)
    try:
        mount("-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder))
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this user may not mount drives")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
