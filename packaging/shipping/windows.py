"""The Windows installer, made by NSIS; that runs on Linux too."""

from __future__ import annotations

from pathlib import Path

from shipping.freezing import run_tool
from shipping.layout import DIST, ICONS, NAME, PACKAGING, VERSION

SCRIPT = PACKAGING / "windows" / "installer.nsi"


def make_installer(frozen: Path, target: Path = DIST, icons: Path = ICONS) -> Path:
    """Writes the installer of the frozen folder into ``target`` and gives its path.

    Raises:
        PackagingFailed: makensis is missing or refused the script.
    """
    path = target / f"{NAME}-{VERSION}-setup.exe"
    values = {
        "VERSION": VERSION,
        "PAYLOAD": str(frozen),
        "OUTPUT": str(path),
        "ICON": str(icons / f"{NAME}.ico"),
    }
    words = [f"-D{name}={value}" for name, value in values.items()]
    # -WX: a warning, such as a text that is missing in a language, is an error.
    run_tool("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words, str(SCRIPT))
    return path
