"""The macOS disk image; signing and notarising are the shell script's."""

from __future__ import annotations

from pathlib import Path

from shipping.freezing import run_tool
from shipping.layout import DIST, NAME, PACKAGING, VERSION

SCRIPT = PACKAGING / "macos" / "make_dmg.sh"


def make_image(bundle: Path, target: Path = DIST) -> Path:
    """Writes the disk image with the app ``bundle`` into ``target`` and gives its path.

    It is signed where SDSTUDIO_SIGN_AS is set, and notarised where SDSTUDIO_NOTARY_PROFILE is.

    Raises:
        PackagingFailed: a step failed.
    """
    path = target / f"{NAME}-{VERSION}.dmg"
    run_tool("bash", str(SCRIPT), str(bundle), str(path))
    return path
