"""The app as a program that it starts itself: frozen, or by the Python that runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import sdstudio


def own_words(words: Sequence[str]) -> list[str]:
    """A command line that starts the app with ``words``."""
    program = [] if is_frozen() else ["-m", "sdstudio"]
    return [sys.executable, *program, *words]


def own_place() -> Path | None:
    """From where it is started, so that no module of the user's folder stands in for one of ours;
    None for anywhere.
    """
    return None if is_frozen() else Path(sdstudio.__file__).parents[1]


def is_frozen() -> bool:
    """Whether the app runs from a folder that PyInstaller made."""
    return bool(getattr(sys, "frozen", False))


def start_again(words: Sequence[str]) -> None:
    """Starts the app anew, as a program that lives on when this one ends.

    Raises:
        OSError: the system refuses.
    """
    # Else the frozen app's own loader takes it for a part of the one that ends.
    environment = {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}
    # A folder that was given on the command line is meant from where the user was.
    subprocess.Popen(
        own_words(words),
        env=environment,
        stdin=subprocess.DEVNULL,
        start_new_session=sys.platform != "win32",
        creationflags=getattr(subprocess, "DETACHED_PROCESS", 0),
    )
