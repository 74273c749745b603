"""What taking over a picture's settings would change, what of it is possible, and the result."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Literal

from PySide6.QtCore import QCoreApplication

from sdstudio.gallery.drafts import NO_MODEL
from sdstudio.gui.sentences import translated
from sdstudio.gui.setting_words import Setting, settings_of
from sdstudio.phrase import Phrase
from sdstudio.request import BUILT_IN, SCHEDULERS, GenerationRequest

translate = QCoreApplication.translate

Scope = Literal["all", "but seed", "prompt", "seed"]
"""What of a picture's settings is wanted."""

_NOTES = 5
_PROMPTS = ("prompt", "negative_prompt")


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What a request names and this machine does not have: its model, and files by their path.

    ``notes`` are sentences about what another program's settings say and a request cannot.
    """

    model: bool = False
    files: frozenset[str] = frozenset()
    notes: tuple[Phrase, ...] = ()

    def __bool__(self) -> bool:
        return self.model or bool(self.files) or bool(self.notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """The panel as it is: its settings, and what the model in use can be run with.

    ``keeps_seed`` is false where each picture gets a seed of its own. ``schedulers`` are ids.
    """

    request: GenerationRequest
    keeps_seed: bool
    schedulers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One setting that would change. ``trouble`` says why it cannot be taken over; may be empty."""

    key: str
    name: str
    now: str
    then: str
    trouble: str = ""


def found_here(request: GenerationRequest, references: Collection[str]) -> GenerationRequest:
    """The request with the model of that name in the place of a mere name.

    Other programs note no more than a name; ``references`` are the models known here.
    """
    if request.model in BUILT_IN or Path(request.model).is_absolute():
        return request
    name = request.model.casefold()
    for reference in references:
        path = PurePath(reference)
        if path.is_absolute() and name in (path.name.casefold(), path.stem.casefold()):
            return replace(request, model=reference)
    return request


def find_missing(request: GenerationRequest) -> Missing:
    """Looks for the files that a request names. Asks the disk: not on the GUI thread."""
    paths = {one.path for one in request.loras} | {one.path for one in request.parts}
    paths |= set(request.embeddings)
    return Missing(
        model=request.model not in BUILT_IN and not _is_there(request.model),
        files=frozenset(path for path in paths if not _is_there(path)),
    )


def _is_there(path: str) -> bool:
    try:
        return Path(path).is_absolute() and Path(path).exists()
    except (OSError, ValueError):  # a name that no file system has
        return False


def lines_of(present: Present, wanted: GenerationRequest, missing: Missing) -> list[Line]:
    """The settings that differ, in the order of the panel."""
    found = []
    wanted = _reachable(wanted, missing)
    now = {one.key: one for one in settings_of(present.request)}
    for one in settings_of(wanted):
        before = now[one.key].value
        if one.key == "seed" and not present.keeps_seed:
            before = translate("Reuse", "another one each time")
        elif _values(present.request, one.key) == _values(wanted, one.key):
            continue
        trouble = _trouble(one, wanted, missing)
        found.append(Line(key=one.key, name=one.name, now=before, then=one.value, trouble=trouble))
    return found


def scheduler_trouble(present: Present, wanted: GenerationRequest, keys: Collection[str]) -> str:
    """Why the scheduler cannot be taken over along with ``keys``; empty where it can.

    What a model can be run with is known once it is loaded, so of another model nothing is said.
    """
    stays = "model" not in keys or wanted.model == present.request.model
    if not stays or not present.schedulers or wanted.scheduler in present.schedulers:
        return ""
    return translate(
        "Reuse", "The model in use cannot be run with “{name}”: the scheduler stays."
    ).format(name=SCHEDULERS[wanted.scheduler])


def keys_of(scope: Scope, lines: Collection[Line]) -> frozenset[str]:
    """Of the lines those that a scope means, but for those in trouble."""
    possible = [line.key for line in lines if not line.trouble]
    match scope:
        case "prompt":
            return frozenset(key for key in possible if key in _PROMPTS)
        case "seed":
            return frozenset(key for key in possible if key == "seed")
        case "but seed":
            return frozenset(key for key in possible if key != "seed")
        case _:
            return frozenset(possible)


def taken_over(
    present: GenerationRequest,
    wanted: GenerationRequest,
    keys: Collection[str],
    missing: Missing,
) -> GenerationRequest:
    """The present settings with those of ``keys`` from the picture, but no files that are gone."""
    wanted = _reachable(wanted, missing)
    chosen = {name: getattr(wanted, name) for key in keys for name in _fields(key)}
    return replace(present, **chosen)


def _trouble(one: Setting, wanted: GenerationRequest, missing: Missing) -> str:
    if one.key != "model" or not missing.model:
        return ""
    if wanted.model == NO_MODEL:
        return translate(
            "Reuse", "The picture does not say which model made it: the present one stays."
        )
    return translate(
        "Reuse", "The model “{name}” is not on this machine: the present one stays."
    ).format(name=one.value)


def files_trouble(missing: Missing) -> list[str]:
    """A sentence for each file that is gone."""
    names = [PurePath(path).name for path in sorted(missing.files)]
    told = translate("Reuse", "“{name}” is not on this machine: it is left out.")
    return [told.format(name=name) for name in names]


def notes_told(missing: Missing) -> list[str]:
    """What another program's settings say beyond a request; the first few of many."""
    told = [translated(note) for note in missing.notes]
    if len(told) <= _NOTES:
        return told
    more = translate("Reuse", "And {count} more of the kind.").format(count=len(told) - _NOTES)
    return [*told[:_NOTES], more]


def _fields(key: str) -> tuple[str, ...]:
    return ("width", "height") if key == "size" else (key,)


def _values(request: GenerationRequest, key: str) -> tuple[object, ...]:
    if key == "branch":
        return ()  # the panel makes pictures from the beginning
    return tuple(getattr(request, name) for name in _fields(key))


def _reachable(wanted: GenerationRequest, missing: Missing) -> GenerationRequest:
    """Without the files that are gone, and from the beginning instead of from a step."""
    return replace(
        wanted,
        loras=tuple(one for one in wanted.loras if one.path not in missing.files),
        embeddings=tuple(path for path in wanted.embeddings if path not in missing.files),
        parts=tuple(one for one in wanted.parts if one.path not in missing.files),
        parent="",
        from_step=0,
        fresh_noise=False,
    )
