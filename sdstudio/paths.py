"""Where everything lies on this machine."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs

HOME_VARIABLE = "SDSTUDIO_HOME"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paths:
    """The folders and files of one installation; none is made by asking for it."""

    settings_file: Path
    library_file: Path
    database_file: Path
    pictures: Path
    models: Path
    acceleration: Path
    cache: Path
    logs: Path
    resources: Path


def find_paths(home: Path | None = None) -> Paths:
    """This user's paths; ``home`` (else ``SDSTUDIO_HOME``) puts all of them under one folder."""
    chosen = home or (Path(text) if (text := os.environ.get(HOME_VARIABLE, "")) else None)
    if chosen is not None:
        root = chosen.expanduser().absolute()
        return Paths(
            settings_file=root / "settings.json",
            library_file=root / "models.json",
            database_file=root / "gallery.sqlite3",
            pictures=root / "pictures",
            models=root / "models",
            acceleration=root / "acceleration",
            cache=root / "cache",
            logs=root / "logs",
            resources=find_resources(),
        )
    folders = platformdirs.PlatformDirs("sdstudio", appauthor=False)
    return Paths(
        settings_file=folders.user_config_path / "settings.json",
        library_file=folders.user_config_path / "models.json",
        database_file=folders.user_data_path / "gallery.sqlite3",
        pictures=folders.user_pictures_path / "sdstudio",
        models=folders.user_data_path / "models",
        acceleration=folders.user_data_path / "acceleration",
        cache=folders.user_cache_path,
        logs=folders.user_log_path,
        resources=find_resources(),
    )


def find_resources() -> Path:
    """The folder of icons, translations and the starter model.

    In a frozen app and in an installed wheel it lies inside the package, in a checkout beside it.
    """
    package = Path(__file__).resolve().parent
    bundled = Path(getattr(sys, "_MEIPASS", package)) / "sdstudio" / "resources"
    for folder in (package / "resources", bundled):
        if folder.is_dir():
            return folder
    return package.parent / "resources"
