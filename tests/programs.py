"""Programs that tests start, with the repository's modules at hand."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[1]


def program_environment() -> dict[str, str]:
    """The environment of such a program."""
    return {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONUTF8": "1"}


def run_program(program: str, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Runs Python source with ``words`` as its arguments; the answer has its standard output."""
    return subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=REPOSITORY,
        env=program_environment(),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=check,
    )
