"""What the app remembers between starts: one small JSON file, written atomically."""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, get_type_hints

from sdstudio.files import write_atomically
from sdstudio.request import STARTER

VERSION = 1
MAX_PREVIEW_EVERY = 50
MAX_TRAJECTORY_MEGABYTES = 65_536
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The panel as it was left, and the window around it.

    ``seed`` is used when ``keep_seed`` is true; otherwise each run chooses a new one.
    ``window_geometry`` and ``window_state`` are Qt's own bytes in hexadecimal.
    ``pictures_folder`` is empty for the default place; ``model_folders`` are those once opened,
    single files among them; ``model_roots`` are folders that are looked through for models.
    ``preview_every`` and ``preview_share`` are those of a ``PreviewPlan``; ``tiny_autoencoder`` is
    a folder, empty for none. ``trajectory_megabytes`` is the memory for denoisings, and
    ``always_keep_denoising`` saves each beside its picture.
    """

    prompt: str = ""
    negative_prompt: str = ""
    model: str = STARTER
    scheduler: str = "dpmpp_2m"
    num_inference_steps: int = 20
    guidance_scale: float = 4.0
    width: int = 128
    height: int = 128
    seed: int = 0
    keep_seed: bool = False
    count: int = 1
    theme: str = "dark"
    smooth_scaling: bool = True
    show_advanced: bool = False
    tile_size: int = 112
    show_details: bool = False
    window_geometry: str = ""
    window_state: str = ""
    pictures_folder: str = ""
    model_folders: tuple[str, ...] = ()
    model_roots: tuple[str, ...] = ()
    preview_every: int = 1
    preview_share: float = 0.05
    tiny_autoencoder: str = ""
    always_keep_denoising: bool = False
    xray_pane: str = "map"
    trajectory_megabytes: int = 512


_BOUNDS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "preview_every": (0, MAX_PREVIEW_EVERY),
        "preview_share": (0, 1),
        "trajectory_megabytes": (0, MAX_TRAJECTORY_MEGABYTES),
    }
)
"""The least and the most of numbers that no field of the window checks again."""


def load_settings(path: Path) -> tuple[Settings, str]:
    """The settings at ``path``, and a sentence for the user when they could not be read.

    A missing file gives the defaults and no sentence. A damaged one is renamed beside itself, so
    that it is told once and nothing in it is lost. Single values of the wrong type or out of
    range fall back to their defaults.
    """
    try:
        text = path.read_text(encoding="utf-8")
        values = json.loads(text)
        if not isinstance(values, dict):
            raise ValueError("not a JSON object")
    except FileNotFoundError:
        return Settings(), ""
    except OSError as error:
        _log.warning("settings could not be read: %s", error)
        return Settings(), (
            f"The settings file “{path}” could not be read ({error.strerror}). "
            "The app starts with its defaults."
        )
    except (ValueError, RecursionError):  # UnicodeDecodeError and JSONDecodeError are ValueErrors
        aside = path.with_name(f"{path.stem}.damaged-{time.strftime('%Y%m%d-%H%M%S')}{path.suffix}")
        try:
            path.replace(aside)
        except OSError as error:
            _log.warning("damaged settings could not be set aside: %s", error)
            aside = path
        return Settings(), (
            f"The settings file was damaged. It is kept as “{aside}”, "
            "and the app starts with its defaults."
        )
    return _from_values(values), ""


def save_settings(path: Path, settings: Settings) -> None:
    """Writes the settings; waits for the disk, so never on the GUI thread.

    Raises:
        StorageFull, StorageFailed: see ``write_atomically``.
    """
    document = {"version": VERSION, **asdict(settings)}
    # ASCII, so that a lone surrogate pasted into the prompt cannot make the file unreadable.
    write_atomically(path, json.dumps(document, indent=2, sort_keys=True).encode("ascii"))


def _from_values(values: dict[str, Any]) -> Settings:
    hints = get_type_hints(Settings)
    kept: dict[str, Any] = {}
    for one in fields(Settings):
        if one.name not in values:
            continue
        value, kind = values[one.name], hints[one.name]
        if one.name in _BOUNDS and not _is_within(value, *_BOUNDS[one.name]):
            continue
        if kind == tuple[str, ...]:
            if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
                kept[one.name] = tuple(value)
        elif kind is float:
            # JSON as Python reads it may hold NaN, infinity, and whole numbers beyond a float.
            if type(value) in (int, float) and abs(value) <= sys.float_info.max:
                kept[one.name] = float(value)
        elif type(value) is kind:
            kept[one.name] = value
    return Settings(**kept)


def _is_within(value: object, least: int, most: int) -> bool:
    # NaN fails the comparison.
    return isinstance(value, int | float) and least <= value <= most
