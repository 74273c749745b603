"""Starting ``saving`` as a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.programs import REPOSITORY, program_environment


def start_saving(root: Path, count: int = 0, action: str = "add") -> subprocess.Popen[str]:
    """The process; its standard output has a line "request id, path" for each stored picture."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.gallery.saving", str(root), str(count), action],
        stdout=subprocess.PIPE,
        encoding="utf-8",
        cwd=REPOSITORY,
        env=program_environment(),
    )


def dead_process_id() -> int:
    """The id of a process that has just ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid
