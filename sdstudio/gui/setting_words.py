"""The settings of a picture one by one, by their names and in words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath

from PySide6.QtCore import QCoreApplication

from sdstudio.additions import embedding_word
from sdstudio.gui.additions.words import part_word
from sdstudio.gui.numbers import brief
from sdstudio.request import BUILT_IN, SCHEDULERS, GenerationRequest, Provenance

translate = QCoreApplication.translate


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
    loras = ", ".join(f"{one.name} × {brief(one.weight)}" for one in request.loras)
    embeddings = ", ".join(embedding_word(path) for path in request.embeddings)
    parts = ", ".join(f"{part_word(one.name)} {PurePath(one.path).stem}" for one in request.parts)
    size = translate("Settings", "{width} × {height}").format(
        width=request.width, height=request.height
    )
    branch = (
        translate("Settings", "at step {step}").format(step=request.from_step)
        if request.parent
        else ""
    )
    return [
        Setting("prompt", translate("Settings", "Prompt"), request.prompt),
        Setting(
            "negative_prompt", translate("Settings", "Negative prompt"), request.negative_prompt
        ),
        Setting("model", translate("Settings", "Model"), model or model_name(request, None)),
        Setting("loras", translate("Settings", "LoRAs"), loras),
        Setting("embeddings", translate("Settings", "Embeddings"), embeddings),
        Setting("parts", translate("Settings", "Swapped parts"), parts),
        Setting("scheduler", translate("Settings", "Scheduler"), SCHEDULERS[request.scheduler]),
        Setting(
            "num_inference_steps", translate("Settings", "Steps"), str(request.num_inference_steps)
        ),
        Setting("guidance_scale", translate("Settings", "Guidance"), brief(request.guidance_scale)),
        Setting("size", translate("Settings", "Size"), size),
        Setting("seed", translate("Settings", "Seed"), str(request.seed)),
        Setting("branch", translate("Settings", "Branched"), branch),
    ]


def told_model(name: str) -> str:
    """A model's name, as files have it, in the user's language: only those built in have words."""
    own = name.removesuffix(" (built in)")
    return name if own == name else translate("Settings", "{name} (built in)").format(name=own)


def model_name(request: GenerationRequest, provenance: Provenance | None) -> str:
    """What people call the model of a picture."""
    if provenance is not None and provenance.model_name:
        return told_model(provenance.model_name)
    if request.model in BUILT_IN:
        return translate("Settings", "{name} (built in)").format(name=request.model.capitalize())
    return Path(request.model).name or request.model
