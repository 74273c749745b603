"""What the app remembers between starts: one small JSON file, written atomically."""

from __future__ import annotations

import json
import logging
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, get_type_hints

from sdstudio.additions import ChosenAddition, chosen_additions
from sdstudio.files import write_atomically
from sdstudio.phrase import Phrase, in_a_row
from sdstudio.request import (
    MAX_GUIDANCE,
    MAX_SIDE,
    MAX_STEPS,
    MIN_SIDE,
    SCHEDULERS,
    STARTER,
    ModelDefaults,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

VERSION = 1
MAX_PREVIEW_EVERY = 50
MAX_TRAJECTORY_MEGABYTES = 65_536
MOST_MODELS = 200
"""So many models' settings are remembered; those of the one used longest ago go first."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelMemory:
    """What the user has set for one model; None where the model's own recommendation stands."""

    reference: str
    scheduler: str | None = None
    num_inference_steps: int | None = None
    guidance_scale: float | None = None
    width: int | None = None
    height: int | None = None

    def over(self, defaults: ModelDefaults) -> ModelDefaults:
        """The model's recommendations with the user's settings over them."""
        own = {name: value for name in _REMEMBERED if (value := getattr(self, name)) is not None}
        return replace(defaults, **own)


_REMEMBERED = tuple(one.name for one in fields(ModelDefaults))


def remembered(
    memories: tuple[ModelMemory, ...],
    reference: str,
    defaults: ModelDefaults,
    values: ModelDefaults,
) -> tuple[ModelMemory, ...]:
    """``memories`` with what differs from a model's ``defaults`` in ``values``, as the latest."""
    others = tuple(one for one in memories if one.reference != reference)
    own = {
        name: getattr(values, name)
        for name in _REMEMBERED
        if getattr(values, name) != getattr(defaults, name)
    }
    if not own:
        return others
    return (*others, ModelMemory(reference=reference, **own))[-MOST_MODELS:]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The panel as it was left, and the window around it.

    ``seed`` is used when ``keep_seed`` is true; otherwise each run chooses a new one.
    Geometries and ``window_state`` are Qt's own bytes in hexadecimal; ``library_source`` is the
    part of the library that was in sight.
    ``language`` is the code of one, empty for the system's.
    ``pictures_folder`` is empty for the default place. ``preview_every`` and ``preview_share`` are
    those of a ``PreviewPlan``; ``tiny_autoencoder`` is a folder, empty for none.
    ``trajectory_megabytes`` is the memory for denoisings, and ``always_keep_denoising`` saves each
    beside its picture. Of the last import and the last export of pictures the choices are kept;
    a folder is empty until one was chosen. ``model_settings`` is what was set for each model, the
    one used last at the end. ``additions`` are what the user adds to models, LoRAs in their order.
    ``updates_asked`` is when new versions were asked for last, in seconds since 1970.
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
    language: str = ""
    smooth_scaling: bool = True
    show_advanced: bool = False
    tile_size: int = 112
    show_details: bool = False
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
    ask_before_reuse: bool = True
    trajectory_megabytes: int = 512
    import_folder: str = ""
    import_copies: bool = False
    export_folder: str = ""
    export_format: str = "png"
    export_quality: int = 90
    export_keeps_settings: bool = True
    export_name: str = "{name}"
    model_settings: tuple[ModelMemory, ...] = ()
    additions: tuple[ChosenAddition, ...] = ()
    show_additions: bool = False
    tell_of_updates: bool = False
    updates_asked: float = 0.0

    def pictures_or(self, default: Path) -> Path:
        """The folder of pictures that was chosen, or ``default``."""
        return Path(self.pictures_folder) if self.pictures_folder else default


_BOUNDS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "preview_every": (0, MAX_PREVIEW_EVERY),
        "preview_share": (0, 1),
        "trajectory_megabytes": (0, MAX_TRAJECTORY_MEGABYTES),
        "export_quality": (1, 100),
    }
)
"""The least and the most of numbers that no field of the window checks again."""


_MEMORY_BOUNDS: Mapping[str, tuple[type, int, float]] = MappingProxyType(
    {
        "num_inference_steps": (int, 1, MAX_STEPS),
        "guidance_scale": (float, 0, MAX_GUIDANCE),
        "width": (int, MIN_SIDE, MAX_SIDE),
        "height": (int, MIN_SIDE, MAX_SIDE),
    }
)


def load_settings(path: Path) -> tuple[Settings, str]:
    """The settings at ``path``, and a sentence for the user when they could not be read.

    A missing file gives the defaults and no sentence. A damaged one is renamed beside itself, so
    that it is told once and nothing in it is lost. Single values of the wrong type or out of
    range fall back to their defaults.
    """
    values, complaint = read_values(
        path, Phrase("settings file"), Phrase("The app starts with its defaults.")
    )
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
        unread = Phrase(
            "The {what} “{path}” could not be read ({reason}).",
            what=what,
            path=path,
            reason=error.strerror,
        )
        return {}, in_a_row(unread, then)
    except (ValueError, RecursionError):  # UnicodeDecodeError and JSONDecodeError are ValueErrors
        aside = path.with_name(f"{path.stem}.damaged-{time.strftime('%Y%m%d-%H%M%S')}{path.suffix}")
        try:
            path.replace(aside)
        except OSError as error:
            _log.warning("%s is damaged and could not be set aside: %s", path, error)
            aside = path
        damaged = Phrase("The {what} was damaged. It is kept as “{path}”.", what=what, path=aside)
        return {}, in_a_row(damaged, then)
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
        if wanted == tuple[ModelMemory, ...]:
            kept[one.name] = _memories(value)
        elif wanted == tuple[ChosenAddition, ...]:
            kept[one.name] = chosen_additions(value)
        elif wanted == tuple[str, ...]:
            if isinstance(value, list) and all(isinstance(entry, str) for entry in value):
                kept[one.name] = tuple(value)
        elif wanted is float:
            # JSON as Python reads it may hold NaN, infinity, and whole numbers beyond a float.
            if type(value) in (int, float) and abs(value) <= sys.float_info.max:
                kept[one.name] = float(value)
        elif type(value) is wanted:
            kept[one.name] = value
    return kept


def _memories(value: object) -> tuple[ModelMemory, ...]:
    """What is sound of a list of ``ModelMemory``; of each model the latest."""
    found: dict[str, ModelMemory] = {}
    for entry in value if isinstance(value, list) else []:
        reference = entry.get("reference") if isinstance(entry, dict) else None
        if not isinstance(reference, str):
            continue
        own: dict[str, Any] = {
            name: entry[name]
            for name, (kind, least, most) in _MEMORY_BOUNDS.items()
            if type(entry.get(name)) is kind and _is_within(entry[name], least, most)
        }
        if entry.get("scheduler") in tuple(SCHEDULERS):  # it may be of a kind without a hash
            own["scheduler"] = entry["scheduler"]
        found.pop(reference, None)
        found[reference] = ModelMemory(reference=reference, **own)
    return tuple(found.values())[-MOST_MODELS:]


def _is_within(value: object, least: float, most: float) -> bool:
    # NaN fails the comparison.
    return isinstance(value, int | float) and least <= value <= most
