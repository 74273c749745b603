"""A screen of its own for the app: Xvfb, a keyboard, a camera.

There is no window manager: one window is all there is, and it is given the keyboard directly.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TypeVar

from PIL import Image, ImageChops

PROGRAMS = ("Xvfb", "xdotool", "import")
WIDTH, HEIGHT = 1600, 1000
CANVAS = (480, 150, 1080, 750)
"""A square well inside the canvas of a window of 1525 x 900 at 20, 40."""
TILES = (1240, 160, 1520, 700)
"""Where the gallery's tiles lie."""
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


def is_apple(picture: Image.Image) -> bool:
    """Whether it is a red apple on blue: red in the middle, blue in the corners."""
    side = picture.width
    middle = picture.getpixel((side // 2, side * 6 // 10))
    corner = picture.getpixel((side // 50, side // 50))
    assert isinstance(middle, tuple)
    assert isinstance(corner, tuple)
    return middle[0] > 120 > middle[2] and corner[2] > 120 and corner[2] > corner[0] + 30


def is_coloured(picture: Image.Image) -> bool:
    """Whether anything but the greys of the window is there."""
    red, _, blue = picture.split()
    spread = ImageChops.difference(red, blue)
    return sum(spread.histogram()[80:]) > 500


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
        program = (sys.executable, "-m", "sdstudio", *words)
        return self.launch(program, self.environment | {"SDSTUDIO_HOME": str(home)})

    def launch(
        self,
        words: Sequence[str | Path],
        environment: Mapping[str, str],
        folder: Path | None = None,
        user: int | None = None,
    ) -> subprocess.Popen[bytes]:
        """A program with nothing but this environment, which has ``DISPLAY``."""
        groups: list[int] | None = None if user is None else []
        program = subprocess.Popen(
            words,
            env=dict(environment),
            cwd=folder,
            user=user,
            group=user,
            extra_groups=groups,
            stdout=subprocess.DEVNULL,
        )
        self._started.append(program)
        return program

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
            return self._visible()

        window = wait_for("the window", find)
        self._run("xdotool", "windowsize", "--sync", window, "1525", "900")
        self._run("xdotool", "windowmove", "--sync", window, "20", "40")

        def focus() -> bool:
            self._run("xdotool", "windowfocus", window)
            return self._run("xdotool", "getwindowfocus", "-f").decode().strip() == window

        wait_for("the window to have the keyboard", focus)
        return window

    def _visible(self) -> str:
        found = self._run("xdotool", "search", "--onlyvisible", "--name", "sdstudio")
        return found.decode().split("\n")[0]

    def is_shown(self) -> bool:
        """Whether a window of the app is on the screen."""
        return bool(self._visible())

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
            # Whoever is on this machine may draw: programs of other users are tested as well.
            "-ac",
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
