"""The settings of a picture one by one, by their names and in words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath

from PySide6.QtCore import QCoreApplication

from sdstudio.additions import embedding_word
from sdstudio.gui.additions.words import part_word
from sdstudio.request import BUILT_IN, SCHEDULERS, GenerationRequest, Provenance


@dataclass(frozen=True, slots=True)
class Setting:
    """``key`` is a field of ``GenerationRequest``, or ``size`` and ``branch`` for two of them.

    ``value`` is for people and empty where nothing is set.
    """

    key: str
    name: str
    value: str


def settings_of(request: GenerationRequest, model: str = "") -> list[Setting]:
    """All that decides a picture, in the order people think of it; ``model`` is its name."""
    loras = ", ".join(f"{one.name} × {one.weight:g}" for one in request.loras)
    embeddings = ", ".join(embedding_word(path) for path in request.embeddings)
    parts = ", ".join(f"{part_word(one.name)} {PurePath(one.path).stem}" for one in request.parts)
    size = _tr("{width} × {height}").format(width=request.width, height=request.height)
    branch = _tr("at step {step}").format(step=request.from_step) if request.parent else ""
    return [
        Setting("prompt", _tr("Prompt"), request.prompt),
        Setting("negative_prompt", _tr("Negative prompt"), request.negative_prompt),
        Setting("model", _tr("Model"), model or model_name(request, None)),
        Setting("loras", _tr("LoRAs"), loras),
        Setting("embeddings", _tr("Embeddings"), embeddings),
        Setting("parts", _tr("Swapped parts"), parts),
        Setting("scheduler", _tr("Scheduler"), SCHEDULERS[request.scheduler]),
        Setting("num_inference_steps", _tr("Steps"), str(request.num_inference_steps)),
        Setting("guidance_scale", _tr("Guidance"), f"{request.guidance_scale:g}"),
        Setting("size", _tr("Size"), size),
        Setting("seed", _tr("Seed"), str(request.seed)),
        Setting("branch", _tr("Branched"), branch),
    ]


def model_name(request: GenerationRequest, provenance: Provenance | None) -> str:
    """What people call the model of a picture."""
    if provenance is not None and provenance.model_name:
        return provenance.model_name
    if request.model in BUILT_IN:
        return _tr("{name} (built in)").format(name=request.model.capitalize())
    return Path(request.model).name or request.model


def _tr(text: str) -> str:
    return QCoreApplication.translate("Settings", text)
