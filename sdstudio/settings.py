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
from typing import TYPE_CHECKING, Any, get_type_hints

from sdstudio.files import write_atomically
from sdstudio.request import STARTER

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

VERSION = 1
MAX_PREVIEW_EVERY = 50
MAX_TRAJECTORY_MEGABYTES = 65_536
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The panel as it was left, and the window around it.

    ``seed`` is used when ``keep_seed`` is true; otherwise each run chooses a new one.
    Geometries and ``window_state`` are Qt's own bytes in hexadecimal; ``library_source`` is the
    part of the library that was in sight.
    ``pictures_folder`` is empty for the default place. ``preview_every`` and ``preview_share`` are
    those of a ``PreviewPlan``; ``tiny_autoencoder`` is a folder, empty for none.
    ``trajectory_megabytes`` is the memory for denoisings, and ``always_keep_denoising`` saves each
    beside its picture.
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
    window_geometry: str = ""
    window_state: str = ""
    pictures_folder: str = ""
    preview_every: int = 1
    preview_share: float = 0.05
    tiny_autoencoder: str = ""
    always_keep_denoising: bool = False
    xray_pane: str = "map"
    library_geometry: str = ""
    library_source: str = "all"
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
    values, complaint = read_values(path, "settings file", "The app starts with its defaults.")
    within = {
        name: value
        for name, value in values.items()
        if name not in _BOUNDS or _is_within(value, *_BOUNDS[name])
    }
    return Settings(**kept_values(Settings, within)), complaint


def read_values(path: Path, what: str, then: str) -> tuple[dict[str, Any], str]:
    """The JSON object at ``path``, and a sentence for the user when it could not be read.

    ``what`` the file is and what happens ``then`` are parts of that sentence. A missing file gives
    nothing and no sentence. A damaged one is renamed beside itself.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(values, dict):
            raise ValueError("not a JSON object")
    except FileNotFoundError:
        return {}, ""
    except OSError as error:
        _log.warning("%s could not be read: %s", path, error)
        return {}, f"The {what} “{path}” could not be read ({error.strerror}). {then}"
    except (ValueError, RecursionError):  # UnicodeDecodeError and JSONDecodeError are ValueErrors
        aside = path.with_name(f"{path.stem}.damaged-{time.strftime('%Y%m%d-%H%M%S')}{path.suffix}")
        try:
            path.replace(aside)
        except OSError as error:
            _log.warning("%s is damaged and could not be set aside: %s", path, error)
            aside = path
        return {}, f"The {what} was damaged. It is kept as “{aside}”. {then}"
    return values, ""


def save_settings(path: Path, settings: Settings) -> None:
    """Writes the settings; waits for the disk, so never on the GUI thread.

    Raises:
        StorageFull, StorageFailed: see ``write_atomically``.
    """
    write_values(path, settings)


def write_values(path: Path, values: DataclassInstance) -> None:
    """Writes a dataclass as a JSON object with the version; waits for the disk.

    Raises:
        StorageFull, StorageFailed: see ``write_atomically``.
    """
    document = {"version": VERSION, **asdict(values)}
    # ASCII, so that a lone surrogate pasted into the prompt cannot make the file unreadable.
    write_atomically(path, json.dumps(document, indent=2, sort_keys=True).encode("ascii"))


def kept_values(kind: type[DataclassInstance], values: Mapping[str, Any]) -> dict[str, Any]:
    """Of ``values`` those that the dataclass has fields for and that are of the fields' types."""
    hints = get_type_hints(kind)
    kept: dict[str, Any] = {}
    for one in fields(kind):
        if one.name not in values:
            continue
        value, wanted = values[one.name], hints[one.name]
        if wanted == tuple[str, ...]:
            if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
                kept[one.name] = tuple(value)
        elif wanted is float:
            # JSON as Python reads it may hold NaN, infinity, and whole numbers beyond a float.
            if type(value) in (int, float) and abs(value) <= sys.float_info.max:
                kept[one.name] = float(value)
        elif type(value) is wanted:
            kept[one.name] = value
    return kept


def _is_within(value: object, least: int, most: int) -> bool:
    # NaN fails the comparison.
    return isinstance(value, int | float) and least <= value <= most
