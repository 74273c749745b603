"""Names and places that several of the packages share."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
BUILD = ROOT / "build"
DIST = ROOT / "dist"
FROZEN = DIST / "sdstudio"
"""The folder that PyInstaller makes; the program in it is called sdstudio too."""
ICONS = BUILD / "icons"
SPEC = PACKAGING / "sdstudio.spec"

APP = "org.sdstudio.sdstudio"
"""The app among all others, for macOS and AppStream."""
NAME = "sdstudio"
SUMMARY = "Make pictures with Stable Diffusion and watch every denoising step"


def read_version(root: Path) -> str:
    """The version in ``pyproject.toml``, which the tests keep equal to the app's own.

    Raises:
        ValueError: there is none.
    """
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    found = re.search(r'^version = "([^"]+)"$', text, re.MULTILINE)
    if found is None:
        raise ValueError("pyproject.toml has no version")
    return found[1]


VERSION = read_version(ROOT)
