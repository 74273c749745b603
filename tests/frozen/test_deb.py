"""The ``.deb`` in a Debian with nothing else: installed, used, upgraded, removed."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from shipping.layout import DIST
from tests.end_to_end.screen import (
    TILES,
    Screen,
    is_coloured,
    missing_programs,
    open_screen,
    wait_for,
)
from tests.frozen.debian_root import PROGRAMS, DebianRoot
from tests.frozen.person import NAME, PROMPT, WORDS, is_root

MISSING = [name for name in PROGRAMS if shutil.which(name) is None] + missing_programs()

pytestmark = [
    pytest.mark.skipif(not is_root(), reason="only root can make a system of its own"),
    pytest.mark.skipif(bool(MISSING), reason=f"needs {', '.join(MISSING)}"),
    pytest.mark.timeout(1800),
]

USER = "kobayashi"
HOME = f"/home/{NAME}"
ENVIRONMENT = {"HOME": HOME, "PATH": "/usr/bin:/bin"}


@pytest.fixture
def debian(place: Path) -> DebianRoot:
    root = DebianRoot(place / "debian")
    root.make()
    root.run("useradd", "--create-home", "--home-dir", HOME, USER)
    return root


@pytest.fixture
def screen() -> Iterator[Screen]:
    with open_screen() as opened:
        yield opened


def older(deb: Path, folder: Path) -> Path:
    """The same package as an older version, with a file that the newer one lacks."""
    subprocess.run(["dpkg-deb", "--raw-extract", deb, folder], check=True)
    control = folder / "DEBIAN/control"
    lines = control.read_text(encoding="utf-8").splitlines(keepends=True)
    lines = ["Version: 0.0.1\n" if line.startswith("Version:") else line for line in lines]
    control.write_text("".join(lines), encoding="utf-8")
    (folder / "opt/sdstudio/_internal/old.txt").touch()
    target = folder.with_suffix(".deb")
    subprocess.run(["dpkg-deb", "--root-owner-group", "-z1", "-b", folder, target], check=True)
    shutil.rmtree(folder)
    return target


def digests(folder: Path) -> dict[Path, str]:
    """What the user keeps: pictures and the gallery's database."""
    files = [*folder.rglob("*.png"), *folder.rglob("*.sqlite3")]
    return {path: hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_installed_used_upgraded_and_removed(debian: DebianRoot, screen: Screen) -> None:
    (deb,) = DIST.glob("*.deb")
    home = debian.folder / HOME.lstrip("/")
    tmp = debian.folder / "tmp"
    old = older(deb, tmp / "older")
    debian.apt_get(["install", f"/tmp/{old.name}"])
    desktop = debian.folder / "usr/share/applications/sdstudio.desktop"
    assert desktop.is_file()

    (told,) = json.loads(debian.run("sdstudio", *WORDS, user=USER, environment=ENVIRONMENT))[
        "pictures"
    ]
    assert told["path"].startswith(HOME)
    # An MP4 file needs the recommended ffmpeg, which is not installed here; WebP needs nothing.
    film = (home / "film.webp").relative_to(debian.folder)
    debian.run(
        *("sdstudio", "generate", PROMPT, "--steps", "4", "--animation", f"/{film}"),
        user=USER,
        environment=ENVIRONMENT,
    )
    assert (home / "film.webp").is_file()
    kept = digests(home)
    assert len(kept) >= 3

    shutil.copyfile(deb, tmp / deb.name)
    debian.apt_get(["install", f"/tmp/{deb.name}"])
    assert not (debian.folder / "opt/sdstudio/_internal/old.txt").exists()
    assert "not installed" not in debian.run(
        "sdstudio", "doctor", user=USER, environment=ENVIRONMENT
    )
    assert digests(home) == kept

    display = {"DISPLAY": screen.environment["DISPLAY"]}
    app = screen.launch(debian.words("sdstudio", user=USER), ENVIRONMENT | display)
    screen.window(app)
    wait_for("the tiles of before", lambda: is_coloured(screen.photograph().crop(TILES)))
    screen.press("ctrl+q")
    assert app.wait(60) == 0
    pictures = {path: digest for path, digest in kept.items() if path.suffix == ".png"}

    debian.apt_get(["purge", "sdstudio"])
    assert not (debian.folder / "opt/sdstudio").exists()
    assert not (debian.folder / "usr/bin/sdstudio").is_symlink()
    assert not desktop.exists()
    assert digests(home).items() >= pictures.items()
    assert list(home.rglob("*.sqlite3"))
