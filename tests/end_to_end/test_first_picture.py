"""A person at the keyboard: types a prompt, watches, finds the picture again after a restart."""

from __future__ import annotations

import json
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import ImageChops

from sdstudio.gallery.metadata import read_picture
from sdstudio.gallery.store import Gallery
from sdstudio.paths import find_paths
from sdstudio.settings import Settings, load_settings, save_settings
from tests.end_to_end.screen import (
    CANVAS,
    TILES,
    Screen,
    is_apple,
    is_coloured,
    missing_programs,
    open_screen,
    wait_for,
)

pytestmark = [
    pytest.mark.display,
    pytest.mark.skipif(bool(missing_programs()), reason=f"needs {', '.join(missing_programs())}"),
]

PROMPT = "a red apple on a blue background"


@pytest.fixture
def screen() -> Iterator[Screen]:
    with open_screen() as opened:
        yield opened


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def test_from_the_first_prompt_to_the_gallery_after_a_restart(screen: Screen, home: Path) -> None:
    paths = find_paths(home)
    # Many steps, so that there is something to watch.
    save_settings(paths.settings_file, Settings(num_inference_steps=300, seed=12, keep_seed=True))
    app = screen.start(home)
    window = screen.window(app)
    assert not is_coloured(screen.photograph().crop(TILES))
    screen.type(PROMPT)
    wait_for(
        "the prompt to be kept", lambda: load_settings(paths.settings_file)[0].prompt == PROMPT
    )
    screen.press("ctrl+Return")

    seen: set[bytes] = set()

    def watch() -> bool:
        if "%" in screen.title(window):
            view = screen.photograph().crop(CANVAS)
            if is_coloured(view):
                seen.add(view.tobytes())
        return bool(list(paths.pictures.rglob("*.png"))) or len(seen) >= 5

    wait_for("previews", watch)
    assert len(seen) >= 3, "the canvas did not change while the picture was made"
    (path,) = wait_for("the picture", lambda: list(paths.pictures.rglob("*.png")))
    wait_for("the tile", lambda: is_coloured(screen.photograph().crop(TILES)))
    wait_for("the title to rest", lambda: "%" not in screen.title(window))
    shown = screen.photograph().crop(CANVAS)
    assert is_apple(shown)
    request = read_picture(path).request
    assert request is not None
    assert (request.prompt, request.seed) == (PROMPT, 12)
    screen.press("ctrl+q")
    assert app.wait(60) == 0

    app = screen.start(home)
    window = screen.window(app)
    wait_for("the tile after the restart", lambda: is_coloured(screen.photograph().crop(TILES)))
    assert not is_coloured(screen.photograph().crop(CANVAS).resize((60, 60)).crop((0, 0, 8, 8)))
    # With the keyboard alone: to the gallery, first picture.
    screen.press("ctrl+1", "Home")
    wait_for("the picture on the canvas", lambda: is_apple(screen.photograph().crop(CANVAS)))
    assert ImageChops.difference(screen.photograph().crop(CANVAS), shown).getbbox() is None
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        (item,) = gallery.items(gallery.ids())
    assert item.path == path
    screen.press("ctrl+q")
    assert app.wait(60) == 0


def test_a_killed_app_forgets_nothing(screen: Screen, home: Path) -> None:
    paths = find_paths(home)
    app = screen.start(home)
    screen.window(app)
    screen.type("a blue cat")
    wait_for(
        "the prompt to be kept",
        lambda: load_settings(paths.settings_file)[0].prompt == "a blue cat",
    )
    os.kill(app.pid, signal.SIGKILL)
    app.wait(60)
    app = screen.start(home)
    screen.window(app)
    screen.press("ctrl+Return")
    (path,) = wait_for("the picture", lambda: list(paths.pictures.rglob("*.png")))
    wait_for("the whole file", lambda: path.is_file())
    request = read_picture(path).request
    assert request is not None
    assert request.prompt == "a blue cat"
    screen.press("ctrl+q")
    assert app.wait(60) == 0


def test_closing_in_the_middle_of_a_picture_ends_cleanly(screen: Screen, home: Path) -> None:
    paths = find_paths(home)
    save_settings(paths.settings_file, Settings(prompt="a panda", num_inference_steps=1000))
    app = screen.start(home)
    window = screen.window(app)
    screen.press("ctrl+Return")
    wait_for("the run", lambda: "%" in screen.title(window))
    screen.press("ctrl+q")
    assert app.wait(30) == 0
    assert not list(paths.pictures.rglob("*"))
    log = (paths.logs / "sdstudio.log").read_text(encoding="utf-8")
    assert "Traceback" not in log


def test_a_second_start_raises_the_first_window(screen: Screen, home: Path) -> None:
    app = screen.start(home)
    screen.window(app)
    second = screen.start(home)
    assert second.wait(60) == 0
    assert app.poll() is None
    screen.press("ctrl+q")
    assert app.wait(60) == 0


def test_damaged_settings_do_not_keep_the_app_from_starting(screen: Screen, home: Path) -> None:
    paths = find_paths(home)
    paths.settings_file.parent.mkdir(parents=True)
    paths.settings_file.write_text(json.dumps({"prompt": "kept"})[:-3])
    app = screen.start(home)
    screen.window(app)
    (aside,) = paths.settings_file.parent.glob("settings.damaged-*.json")
    assert aside.read_text().startswith('{"prompt"')
    screen.press("ctrl+q")
    assert app.wait(60) == 0
