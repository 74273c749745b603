"""A screen of its own for the app: Xvfb, a keyboard, a camera.

There is no window manager: one window is all there is, and it is given the keyboard directly.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TypeVar

from PIL import Image

PROGRAMS = ("Xvfb", "xdotool", "import")
WIDTH, HEIGHT = 1600, 1000
_T = TypeVar("_T")


def missing_programs() -> list[str]:
    """What this machine lacks for a screen of its own."""
    return [name for name in PROGRAMS if shutil.which(name) is None]


def wait_for(what: str, condition: Callable[[], _T], seconds: float = 90) -> _T:
    """The first true answer of ``condition``.

    Raises:
        TimeoutError: there was none for so long.
    """
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if answer := condition():
            return answer
    raise TimeoutError(f"waited {seconds} s for {what}")


class Screen:
    """One X display. Each look at it starts a program, which paces the waiting."""

    def __init__(self, display: str) -> None:
        self.environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._started: list[subprocess.Popen[bytes]] = []

    def _run(self, *words: str) -> bytes:
        done = subprocess.run(words, env=self.environment, capture_output=True, check=False)
        return done.stdout

    def start(self, home: Path, *words: str) -> subprocess.Popen[bytes]:
        """The app, with everything it keeps under ``home``."""
        app = subprocess.Popen(
            [sys.executable, "-m", "sdstudio", *words],
            env=self.environment | {"SDSTUDIO_HOME": str(home)},
            stdout=subprocess.DEVNULL,
        )
        self._started.append(app)
        return app

    def close(self) -> None:
        """Ends what was started and still runs."""
        for app in self._started:
            app.kill()
            app.wait(30)

    def window(self, process: subprocess.Popen[bytes]) -> str:
        """The X id of the main window, once it is on the screen, made large and active."""

        def find() -> str:
            if process.poll() is not None:
                raise RuntimeError(f"the app ended with {process.returncode}")
            found = self._run("xdotool", "search", "--onlyvisible", "--name", "sdstudio")
            return found.decode().split("\n")[0]

        window = wait_for("the window", find)
        self._run("xdotool", "windowsize", "--sync", window, "1525", "900")
        self._run("xdotool", "windowmove", "--sync", window, "20", "40")

        def focus() -> bool:
            self._run("xdotool", "windowfocus", window)
            return self._run("xdotool", "getwindowfocus", "-f").decode().strip() == window

        wait_for("the window to have the keyboard", focus)
        return window

    def title(self, window: str) -> str:
        """The title of a window, as the desktop shows it."""
        return self._run("xdotool", "getwindowname", window).decode().strip()

    def press(self, *keys: str) -> None:
        """Presses keys one after the other, as ``ctrl+Return``."""
        self._run("xdotool", "key", *keys)

    def type(self, text: str) -> None:
        """Types a text."""
        self._run("xdotool", "type", "--delay", "2", text)

    def photograph(self) -> Image.Image:
        """What is on the screen now."""
        return Image.open(BytesIO(self._run("import", "-window", "root", "png:-"))).convert("RGB")


@contextmanager
def open_screen() -> Iterator[Screen]:
    """A screen, gone afterwards together with what was started on it."""
    read, write = os.pipe()
    server = subprocess.Popen(
        [
            "Xvfb",
            "-displayfd",
            str(write),
            "-screen",
            "0",
            f"{WIDTH}x{HEIGHT}x24",
            "-noreset",
            "-nolisten",
            "tcp",
        ],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as pipe:
        display = f":{pipe.readline().strip()}"
    screen = Screen(display)
    try:
        yield screen
    finally:
        screen.close()
        server.terminate()
        server.wait(30)
