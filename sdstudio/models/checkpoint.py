"""What a single safetensors file holds, told from its header: no weight is read.

Checkpoints are in the layout of the original Stable Diffusion code: the UNet below
``model.diffusion_model``, the VAE below ``first_stage_model``, and the text encoder below
``cond_stage_model`` or, in Stable Diffusion XL, the two of them below ``conditioner``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from sdstudio.models.detection import told_prediction
from sdstudio.models.folder_files import has_pickles, pickled
from sdstudio.models.safetensors_header import TensorEntry, read_described
from sdstudio.phrase import Phrase
from sdstudio.request import SdstudioError, UnsupportedModel

SUFFIX = ".safetensors"

_UNET = "model.diffusion_model."
_CONV_IN = f"{_UNET}input_blocks.0.0.weight"
_VAE = "first_stage_model.decoder."
_CLIP = "cond_stage_model.transformer."
_OPEN_CLIP = "cond_stage_model.model."
_XL_CLIP = "conditioner.embedders.0.transformer."
_XL_OPEN_CLIP = "conditioner.embedders.1.model."
_REFINER_CLIP = "conditioner.embedders.0.model."

_MOST_YAML = 100_000
"""Bytes; the configs that came with checkpoints have two thousand."""

_V = "v_prediction"
_EPSILON = "epsilon"
_PREDICTION_TYPES = {"v": _V, _V: _V, "eps": _EPSILON, _EPSILON: _EPSILON}


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """A checkpoint that can be loaded.

    ``family`` names a folder of configs among the app's resources; ``prediction_type`` is spelt as
    diffusers spells it. ``note`` is a sentence about what had to be guessed.
    """

    family: str
    prediction_type: str
    note: Phrase | None = None


def inspect_checkpoint(path: Path) -> Checkpoint:
    """What a file holds, from its header and, beside it, the .yaml file that some came with.

    Raises:
        PickledModel: it is a pickle by its name.
        UnsafeModel: it is a pickle under another name.
        CorruptModel: it is damaged, or cannot be read.
        UnsupportedModel: it is not a model, or one of a kind that cannot be run.
    """
    if has_pickles([path.name]):
        raise pickled(path)
    if path.suffix.lower() != SUFFIX:
        raise UnsupportedModel(
            "“{path}” is a single file, and not one of safetensors.",
            "Choose a .safetensors checkpoint, or a folder that holds model_index.json.",
            path=path,
        )
    entries, metadata = read_described(path)
    if _CONV_IN not in entries:
        raise _no_checkpoint(path, entries)
    _check_parts(path, entries)
    if _has(entries, _XL_CLIP) and _has(entries, _XL_OPEN_CLIP):
        return Checkpoint(family="sdxl", prediction_type=_told(path, entries, metadata) or _EPSILON)
    if _has(entries, _CLIP):
        return Checkpoint(family="sd15", prediction_type=_told(path, entries, metadata) or _EPSILON)
    if _has(entries, _OPEN_CLIP):
        return _stable_diffusion_2(path, _told(path, entries, metadata))
    if _has(entries, _REFINER_CLIP):
        raise UnsupportedModel(
            "“{path}” is the refiner of Stable Diffusion XL, which only reworks pictures.",
            "Choose the base model.",
            path=path,
        )
    raise UnsupportedModel(
        "“{path}” has no text encoder, so it cannot read prompts.",
        "Choose a checkpoint with everything in one file.",
        path=path,
    )


def _stable_diffusion_2(path: Path, told: str | None) -> Checkpoint:
    """Both kinds have the same tensors; they differ in what these predict, and in size."""
    prediction_type = told or (_V if "768" in path.stem else _EPSILON)
    is_v = prediction_type == _V
    guessed = Phrase(
        "“{name}” does not say which kind of Stable Diffusion 2 it is; it was taken for the one of "
        "{side} pixels. If its pictures are only noise, put the .yaml file that came with it "
        "beside it.",
        name=path.name,
        side=768 if is_v else 512,
    )
    return Checkpoint(
        family="sd21v" if is_v else "sd20",
        prediction_type=prediction_type,
        note=None if told else guessed,
    )


def _told(
    path: Path, entries: Mapping[str, TensorEntry], metadata: Mapping[str, str]
) -> str | None:
    """The prediction type, if the file says it or the config beside it does."""
    told = told_prediction(entries, metadata)
    if told is not None:
        return told
    return _told_beside(path.with_suffix(".yaml"))


def _told_beside(path: Path) -> str | None:
    """From a config of the original code; one that sets no parameterization means epsilon."""
    try:
        with path.open("rb") as file:
            text = file.read(_MOST_YAML).decode("utf-8", errors="replace")
    except OSError:
        return None
    found = re.search(r"^\s*parameterization:\s*[\"']?(\w+)", text, re.MULTILINE)
    if found is not None:
        return _PREDICTION_TYPES.get(found[1])
    return _EPSILON if re.search(r"^model:", text, re.MULTILINE) else None


def _check_parts(path: Path, entries: Mapping[str, TensorEntry]) -> None:
    shape = entries[_CONV_IN].shape
    if len(shape) != 4 or shape[1] != 4:
        raise UnsupportedModel(
            "“{path}” is for changing pictures, such as by inpainting, and not for making them "
            "from a prompt alone.",
            "Choose another checkpoint.",
            path=path,
        )
    if not _has(entries, _VAE):
        raise UnsupportedModel(
            "“{path}” has no VAE, so nothing can turn its latents into pictures.",
            "Choose a checkpoint with everything in one file.",
            path=path,
        )


def _has(entries: Mapping[str, TensorEntry], prefix: str) -> bool:
    return any(name.startswith(prefix) for name in entries)


def _no_checkpoint(path: Path, entries: Mapping[str, TensorEntry]) -> SdstudioError:
    """What the file is instead, and what to do."""
    if _any_contains(entries, "lora_", ".lora.", ".lora_", "hada_w1", "lokr_w1", "oft_blocks"):
        return UnsupportedModel(
            "“{path}” is a LoRA: a change to a model, not a model.",
            "Choose the model itself.",
            path=path,
        )
    if _any_contains(entries, "control_model.", "input_hint_block", "controlnet_"):
        return UnsupportedModel(
            "“{path}” is a ControlNet: an addition to a model, not a model.",
            "Choose the model itself.",
            path=path,
        )
    if _any_contains(entries, "joint_blocks.", "double_blocks."):
        return UnsupportedModel(
            "“{path}” is a Stable Diffusion 3 or FLUX model in one file, which this version cannot "
            "load.",
            "Choose its folder in diffusers' format, the one that holds model_index.json.",
            path=path,
        )
    if _any_starts(entries, "down_blocks.", "up_blocks.", "transformer_blocks.", "text_model."):
        return UnsupportedModel(
            "“{path}” is one part of a model in diffusers' format.",
            "Choose the folder that holds model_index.json.",
            path=path,
        )
    if _any_starts(entries, "first_stage_model.", "encoder.", "decoder."):
        return UnsupportedModel(
            "“{path}” is only a VAE, which turns latents into pictures.",
            "Choose a checkpoint with everything in one file.",
            path=path,
        )
    small = 1 <= len(entries) <= 2 and all(len(entry.shape) <= 2 for entry in entries.values())
    if small or _any_starts(entries, "emb_params", "clip_l", "clip_g", "string_to_param"):
        return UnsupportedModel(
            "“{path}” is an embedding: a word that is added to a model.",
            "Choose the model itself.",
            path=path,
        )
    return UnsupportedModel(
        "“{path}” is no Stable Diffusion checkpoint.",
        "Choose a .safetensors checkpoint of Stable Diffusion 1, 2 or XL.",
        path=path,
    )


def _any_starts(names: Iterable[str], *prefixes: str) -> bool:
    return any(name.startswith(prefixes) for name in names)


def _any_contains(names: Iterable[str], *parts: str) -> bool:
    return any(part in name for name in names for part in parts)
