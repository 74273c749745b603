"""What a file or folder of weights is: its kind, its family, and what it was trained to predict.

Told from names and shapes of tensors, from the metadata in a safetensors header, and from the
configs of a diffusers folder. No weights are read, so a model of 20 GB takes milliseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal

from sdstudio.models.folder_files import read_object
from sdstudio.models.safetensors_header import TensorEntry, read_described
from sdstudio.request import CorruptModel

Kind = Literal["pipeline", "checkpoint", "denoiser", "vae", "lora", "embedding", "other"]
"""A diffusers folder; a whole model in one file; only its denoising network; only a VAE; a LoRA;
a textual inversion; anything else, such as a ControlNet or an upscaler."""

Family = Literal["sd1", "sd2", "sdxl", "sd3", "flux", "other"]
"""``other`` is also what cannot be told, such as which of two families a VAE belongs to."""

PredictionType = Literal["epsilon", "v_prediction", "sample", "flow", "unknown"]

_SIDES: Mapping[str, int] = MappingProxyType({"sd1": 512, "sdxl": 1024, "sd3": 1024, "flux": 1024})
_BY_CONTEXT: Mapping[int, Family] = MappingProxyType({768: "sd1", 1024: "sd2", 2048: "sdxl"})
"""Families by how many numbers they have for each token of the prompt."""

_BY_PIPELINE: tuple[tuple[str, Family], ...] = (
    ("StableDiffusionXL", "sdxl"),
    ("StableDiffusion3", "sd3"),
    ("StableDiffusion", "sd1"),
    ("Flux", "flux"),
)
"""Families by how the name of a pipeline class begins; the first that fits counts."""

_LORA = re.compile(r"lora[._](down|up|A|B|linear_layer)|hada_w1_a|lokr_w1")
_MOST_CONFIG = 1_048_576
_DENOISER = "model.diffusion_model."


@dataclass(frozen=True, slots=True, kw_only=True)
class Detected:
    """What is known of weights before they are loaded.

    ``side`` is that of the square pictures it was trained for, in pixels, or None where it is not
    known. ``is_inpainting`` models need a picture and a mask besides the prompt.
    """

    kind: Kind
    family: Family
    prediction_type: PredictionType
    side: int | None
    is_inpainting: bool = False


def detect(path: Path) -> Detected:
    """What lies at ``path``, a safetensors file or a diffusers folder. Reads only headers.

    Raises:
        UnsafeModel: the file is a pickle under another name.
        CorruptModel: the header or ``model_index.json`` is damaged, or the file is not whole.
    """
    if path.is_dir():
        return detect_folder(path)
    return detect_tensors(*read_described(path))


def detect_folder(path: Path) -> Detected:
    """What the diffusers folder ``path`` is, from its configs.

    Raises:
        CorruptModel: ``model_index.json`` is missing, damaged, or names no pipeline.
    """
    index = read_object(path / "model_index.json", _MOST_CONFIG)
    pipeline_class = None if index is None else index.get("_class_name")
    if not isinstance(pipeline_class, str):
        raise CorruptModel(
            "“{path}” does not say which pipeline it is for.",
            "Download or copy the model again.",
            path=path / "model_index.json",
        )
    name = "unet" if (path / "unet").is_dir() else "transformer"
    denoiser = _config(path / name / "config.json")
    family = family_of(pipeline_class)
    if family == "sd1" and denoiser.get("cross_attention_dim") == 1024:
        family = "sd2"
    return Detected(
        kind="pipeline",
        family=family,
        prediction_type=_folder_prediction(_config(path / "scheduler" / "scheduler_config.json")),
        side=_folder_side(denoiser, _config(path / "vae" / "config.json")) or _SIDES.get(family),
        is_inpainting="Inpaint" in pipeline_class or denoiser.get("in_channels") == 9,
    )


def family_of(pipeline_class: str) -> Family:
    """The family of a pipeline class; Stable Diffusion 2 has the same class as 1."""
    families = (family for start, family in _BY_PIPELINE if pipeline_class.startswith(start))
    return next(families, "other")


def detect_tensors(entries: Mapping[str, TensorEntry], metadata: Mapping[str, str]) -> Detected:
    """What a safetensors file with these tensors is."""
    kind = _kind(entries)
    if kind in ("checkpoint", "denoiser"):
        family = _denoiser_family(entries)
    elif kind == "lora":
        family = _lora_family(entries)
    elif kind == "embedding":
        family = _embedding_family(entries)
    else:
        family = "other"
    if kind not in ("checkpoint", "denoiser"):
        return Detected(kind=kind, family=family, prediction_type="unknown", side=None)
    channels = _input_channels(entries)
    prediction_type = _file_prediction(family, channels, entries, metadata)
    return Detected(
        kind=kind,
        family=family,
        prediction_type=prediction_type,
        side=_file_side(family, prediction_type, metadata),
        is_inpainting=channels == 9,
    )


def told_prediction(
    entries: Mapping[str, TensorEntry], metadata: Mapping[str, str]
) -> Literal["epsilon", "v_prediction"] | None:
    """What a checkpoint says that it predicts; None when it does not say."""
    said = metadata.get("modelspec.prediction_type", "").lower()
    if said in ("v", "v_prediction", "v-prediction"):
        return "v_prediction"
    if said in ("epsilon", "eps"):
        return "epsilon"
    if "v_pred" in entries or metadata.get("ss_v_parameterization", "").lower() == "true":
        return "v_prediction"
    architecture = metadata.get("modelspec.architecture", "").lower()
    if architecture.startswith("stable-diffusion-v2-768-v"):
        return "v_prediction"
    if architecture.startswith("stable-diffusion-v2-512"):
        return "epsilon"
    return None


def _config(path: Path) -> dict[str, Any]:
    return read_object(path, _MOST_CONFIG) or {}


def _folder_prediction(scheduler: Mapping[str, object]) -> PredictionType:
    if "FlowMatch" in str(scheduler.get("_class_name")):
        return "flow"
    # Configs older than the setting are of models that predict the noise.
    said = scheduler.get("prediction_type", "epsilon") if scheduler else "unknown"
    if said == "epsilon" or said == "v_prediction" or said == "sample":
        return said
    return "flow" if said == "flow_prediction" else "unknown"


def _folder_side(denoiser: Mapping[str, object], vae: Mapping[str, object]) -> int | None:
    side, blocks = denoiser.get("sample_size"), vae.get("block_out_channels")
    if isinstance(side, list) and side:
        side = max(side, key=lambda one: one if isinstance(one, int) else 0)
    if isinstance(side, bool) or not isinstance(side, int) or not 0 < side < 2**16:
        return None
    if not vae:
        return side  # a network that works on pixels
    return (
        side * 2 ** (len(blocks) - 1) if isinstance(blocks, list) and 0 < len(blocks) < 9 else None
    )


def _kind(entries: Mapping[str, TensorEntry]) -> Kind:
    if any(_LORA.search(name) for name in entries):
        return "lora"
    if _is_embedding(entries):
        return "embedding"
    if _has(entries, _DENOISER):
        has_vae = _has(entries, "first_stage_model.") or _has(entries, "vae.")
        has_text = any(
            _has(entries, start)
            for start in ("cond_stage_model.", "conditioner.", "text_encoders.", "text_encoder")
        )
        return "checkpoint" if has_vae and has_text else "denoiser"
    if "encoder.conv_in.weight" in entries and "decoder.conv_in.weight" in entries:
        return "vae"
    if _has(entries, "control_model.") or _has(entries, "controlnet_"):
        return "other"
    if any(name.startswith(("double_blocks.0.", "joint_blocks.0.")) for name in entries):
        return "denoiser"
    if "conv_in.weight" in entries and _has(entries, "time_embedding."):
        return "denoiser"
    has_transformer = _has(entries, "transformer_blocks.0.attn.add_k_proj.")
    return "denoiser" if has_transformer else "other"


def _is_embedding(entries: Mapping[str, TensorEntry]) -> bool:
    """A textual inversion: a few vectors for one word, and nothing else."""
    if not entries or len(entries) > 2:
        return False
    # Networks have names with dots; a learned word is named by itself, or in one of these ways.
    usual = {"emb_params", "clip_l", "clip_g"}
    return all(
        (name in usual or "." not in name)
        and 1 <= len(entry.shape) <= 2
        and entry.shape[-1] in (768, 1024, 1280)
        for name, entry in entries.items()
    )


def _embedding_family(entries: Mapping[str, TensorEntry]) -> Family:
    if "clip_g" in entries:
        return "sdxl"
    widths = {entry.shape[-1] for entry in entries.values()}
    if widths == {768}:
        return "sd1"
    return "sd2" if widths == {1024} else "other"


def _denoiser_family(entries: Mapping[str, TensorEntry]) -> Family:
    names = [name.removeprefix(_DENOISER) for name in entries]
    if _any_starts(names, ("joint_blocks.0.",)):
        return "sd3"
    if _any_starts(names, ("double_blocks.0.img_attn.",)):
        return "flux"
    if _any_starts(names, ("transformer_blocks.0.attn.add_k_proj.",)):
        # diffusers' names: both families have these blocks, only FLUX has the single ones as well.
        return "flux" if _any_starts(names, ("single_transformer_blocks.",)) else "sd3"
    return _by_context(
        entry.shape[1]
        for name, entry in entries.items()
        if name.endswith("attn2.to_k.weight") and len(entry.shape) == 2
    )


def _lora_family(entries: Mapping[str, TensorEntry]) -> Family:
    if _any_starts(entries, ("lora_te2_", "text_encoder_2.")):
        return "sdxl"
    if any("double_blocks" in name or "single_transformer_blocks" in name for name in entries):
        return "flux"
    if any("joint_blocks" in name for name in entries):
        return "sd3"
    # The half that reads the prompt: (rank, numbers per token).
    return _by_context(
        entry.shape[1]
        for name, entry in entries.items()
        if "attn2" in name
        and "to_k" in name
        and re.search(r"lora[._](down|A)", name)
        and len(entry.shape) >= 2
    )


def _by_context(sizes: Iterable[int]) -> Family:
    found = set(sizes)
    return _BY_CONTEXT.get(found.pop(), "other") if len(found) == 1 else "other"


def _input_channels(entries: Mapping[str, TensorEntry]) -> int | None:
    for name in (f"{_DENOISER}input_blocks.0.0.weight", "conv_in.weight"):
        entry = entries.get(name)
        if entry is not None and len(entry.shape) == 4:
            return entry.shape[1]
    return None


def _file_prediction(
    family: Family,
    channels: int | None,
    entries: Mapping[str, TensorEntry],
    metadata: Mapping[str, str],
) -> PredictionType:
    if family in ("sd3", "flux"):
        return "flow"
    told = told_prediction(entries, metadata)
    if told is not None:
        return told
    if family in ("sd1", "sdxl"):
        return "epsilon"
    # Of Stable Diffusion 2 only the plain one comes in both sorts, and no tensor tells which.
    return "epsilon" if family == "sd2" and channels in (5, 7, 9) else "unknown"


def _file_side(
    family: Family, prediction_type: PredictionType, metadata: Mapping[str, str]
) -> int | None:
    said = re.fullmatch(r"(\d{2,5})x(\d{2,5})", metadata.get("modelspec.resolution", ""))
    if said is not None:
        return max(int(said[1]), int(said[2]))
    if family == "sd2":
        return {"v_prediction": 768, "epsilon": 512}.get(prediction_type)
    return _SIDES.get(family)


def _has(names: Iterable[str], start: str) -> bool:
    return _any_starts(names, (start,))


def _any_starts(names: Iterable[str], starts: tuple[str, ...]) -> bool:
    return any(name.startswith(starts) for name in names)
