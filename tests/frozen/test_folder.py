"""The frozen folder: nothing of this machine's Python, no environment, nothing to write into."""

from __future__ import annotations

import json
import os
import re
import signal
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from sdstudio.notices import NOTICES_FILE
from tests.end_to_end.screen import (
    TILES,
    Screen,
    is_apple,
    is_coloured,
    missing_programs,
    open_screen,
    wait_for,
)
from tests.frozen.person import NAME, PROMPT, WORDS, Person
from tests.programs import REPOSITORY, program_environment

needs_screen = pytest.mark.skipif(
    bool(missing_programs()), reason=f"needs {', '.join(missing_programs())}"
)
MOST_START_RATIO = 1.5
STARTS = 5
TORCH_LIBRARIES = {"libc10.so", "libtorch_cpu.so", "libtorch.so", "libtorch_python.so"}


@pytest.fixture(scope="module")
def screen() -> Iterator[Screen]:
    with open_screen() as opened:
        yield opened


def start(screen: Screen, person: Person) -> subprocess.Popen[bytes]:
    environment = person.environment | {"DISPLAY": screen.environment["DISPLAY"]}
    return screen.launch([person.program], environment, person.home, person.user)


def test_doctor_knows_every_library(person: Person) -> None:
    answer = person.run(["doctor"])
    assert answer.returncode == 0, answer.stderr
    assert "not installed" not in answer.stdout
    assert str(person.home) in answer.stdout


def test_a_report_tells_nothing_of_the_person(person: Person) -> None:
    person.run(["models", "list"])
    answer = person.run(["doctor", "--redacted"])
    assert answer.returncode == 0, answer.stderr
    assert ", packaged" in answer.stdout
    for word in (*NAME.split(), str(person.home)):
        assert word not in answer.stdout


def test_the_licences_of_the_libraries_are_there(person: Person) -> None:
    # On macOS the program lies in a folder of its own.
    file = next(person.program.parents[1].rglob(NOTICES_FILE))
    text = file.read_text(encoding="utf-8")
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    for name in ("torch", "diffusers", "ffmpeg"):
        assert f"\n{name}" in text


def test_the_command_line_makes_the_same_picture_as_the_source(
    person: Person, tmp_path: Path
) -> None:
    answer = person.run(WORDS)
    assert answer.returncode == 0, answer.stderr
    (told,) = json.loads(answer.stdout)["pictures"]
    path = Path(told["path"])
    assert person.home in path.parents
    source = subprocess.run(
        [sys.executable, "-m", "sdstudio", "--home", tmp_path, *WORDS],
        env=program_environment(),
        cwd=REPOSITORY,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    (expected,) = json.loads(source.stdout)["pictures"]
    with Image.open(path) as frozen, Image.open(expected["path"]) as plain:
        assert is_apple(frozen.convert("RGB"))
        assert ImageChops.difference(frozen.convert("RGB"), plain.convert("RGB")).getbbox() is None


def test_a_film_is_made_with_the_ffmpeg_inside(person: Person) -> None:
    film = person.home / "film.mp4"
    answer = person.run(["generate", PROMPT, "--steps", "4", "--animation", str(film)])
    assert answer.returncode == 0, answer.stderr
    assert film.read_bytes()[4:8] == b"ftyp"


def test_the_xray_looks_inside(person: Person) -> None:
    answer = person.run(["inspect", "tokens", PROMPT])
    assert answer.returncode == 0, answer.stderr
    assert "apple" in answer.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="asks glibc which libraries it loads")
def test_another_torch_takes_the_place_of_the_one_inside(person: Person, tmp_path: Path) -> None:
    """As the build for a card does; here it is the very torch of this Python, which is no copy."""
    torch = Path(str(find_spec("torch").origin)).parent  # type: ignore[union-attr]
    build = tmp_path / "build"
    build.mkdir()
    (build / "torch").symlink_to(torch)
    loaded = tmp_path / "loaded"
    answer = subprocess.run(
        [person.program, "--try-torch", build],
        env=person.environment | {"LD_DEBUG": "libs", "LD_DEBUG_OUTPUT": str(loaded)},
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    assert "it finds no card" in answer.stdout or '"card"' in answer.stdout
    told = "".join(path.read_text("utf-8", "replace") for path in tmp_path.glob("loaded.*"))
    libraries = {Path(one) for one in re.findall(r"calling init: (\S+)", told)}
    of_torch = {one.parent for one in libraries if one.name in TORCH_LIBRARIES}
    assert {one.name for one in libraries} >= TORCH_LIBRARIES
    assert {folder.resolve() for folder in of_torch} == {(torch / "lib").resolve()}


@needs_screen
def test_from_the_first_prompt_to_the_gallery_after_a_restart(
    screen: Screen, person: Person
) -> None:
    app = start(screen, person)
    screen.window(app)
    screen.type(PROMPT)
    screen.press("ctrl+Return")
    wait_for("the picture", lambda: person.find("[!.]*.png"))
    wait_for("the tile", lambda: is_coloured(screen.photograph().crop(TILES)))
    screen.press("ctrl+q")
    assert app.wait(60) == 0

    app = start(screen, person)
    screen.window(app)
    wait_for("the tile after the restart", lambda: is_coloured(screen.photograph().crop(TILES)))
    screen.press("ctrl+q")
    assert app.wait(60) == 0
    (log,) = person.find("sdstudio.log")
    assert "Traceback" not in log.read_text(encoding="utf-8")


@needs_screen
def test_a_crash_leaves_its_traces(screen: Screen, person: Person) -> None:
    app = start(screen, person)
    screen.window(app)
    os.kill(app.pid, signal.SIGSEGV)
    assert app.wait(60) != 0
    (log,) = person.find("crash.log")
    assert "Segmentation fault" in log.read_text(encoding="utf-8")


@needs_screen
def test_the_window_is_there_almost_as_soon_as_from_source(
    screen: Screen, person: Person, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Median of several starts each, taken in turn, so that what else runs here weighs on both."""
    seconds: dict[str, list[float]] = {"frozen": [], "source": []}
    for _ in range(STARTS + 1):
        for kind, found in seconds.items():
            began = time.monotonic()
            app = start(screen, person) if kind == "frozen" else screen.start(tmp_path)
            wait_for("the window", lambda: screen.is_shown())
            found.append(time.monotonic() - began)
            app.kill()
            app.wait(30)
            wait_for("the window to go", lambda: not screen.is_shown())
    # The first start of each fills the system's cache.
    frozen, source = (statistics.median(found[1:]) for found in seconds.values())
    with capsys.disabled():
        sys.stdout.write(f"\nStart: frozen {frozen:.2f} s, from source {source:.2f} s\n")
    assert frozen <= MOST_START_RATIO * source
