"""The settings a model's makers recommend, told from its configs.

The family's usual ones (``sdstudio.pipelines``), except for models that were trained further to
need only a few steps. These carry no label, so most of what is told of them here is a heuristic:
what their makers' configs have in common, and the words in their names. A wrong guess costs a
click, since all of these are only where the panel begins.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sdstudio.model_folder import UNCONDITIONAL, part_of
from sdstudio.models.folder_files import read_object
from sdstudio.pipelines import PIPELINES
from sdstudio.request import MAX_SIDE, MIN_SIDE, ModelDefaults

_STABLE_DIFFUSION = ("StableDiffusionPipeline", "StableDiffusionXLPipeline")
_FEW_STEPS = re.compile(r"(?<![a-z])(turbo|lightning|lcm|hyper)(?![a-z])")

_OWN: Mapping[str, str] = MappingProxyType(
    {
        "EulerDiscreteScheduler": "euler",
        "EulerAncestralDiscreteScheduler": "euler_a",
        "LCMScheduler": "lcm",
        "TCDScheduler": "tcd",
        "DDIMScheduler": "ddim",
    }
)
"""Schedulers that models trained for few steps are published with, and our ids of them."""


@dataclass(frozen=True, slots=True)
class _Configs:
    """A model's configs; of those that are missing or damaged, nothing."""

    index: Mapping[str, Any]
    denoiser: Mapping[str, Any]
    scheduler: Mapping[str, Any]
    vae: Mapping[str, Any]

    @classmethod
    def of(cls, path: Path) -> _Configs:
        denoiser = "transformer" if (path / "transformer").is_dir() else "unet"
        return cls(
            read_object(path / "model_index.json") or {},
            read_object(part_of(path, denoiser) / "config.json") or {},
            read_object(part_of(path, "scheduler") / "scheduler_config.json") or {},
            read_object(path / "vae" / "config.json") or {},
        )


def recommended_settings(path: Path, pipeline_class: str, name: str) -> ModelDefaults:
    """What the model in the folder ``path`` is best run with. Reads four small files.

    ``pipeline_class`` is one of ``PIPELINES``; ``name`` is that of the model's folder or file, in
    which some makers say how it was trained.
    """
    kind, configs = PIPELINES[pipeline_class], _Configs.of(path)
    width, height = _size(configs, pipeline_class)
    usual = ModelDefaults(
        width=width,
        height=height,
        num_inference_steps=kind.steps,
        guidance_scale=kind.guidance,
        scheduler=kind.scheduler,
    )
    said = " ".join(
        str(each.get("_name_or_path", "")).lower() for each in (configs.index, configs.denoiser)
    )
    has_word = _FEW_STEPS.search(f"{name.lower()} {said}") is not None
    if pipeline_class in _STABLE_DIFFUSION:
        return _stable_diffusion(usual, configs, has_word)
    if pipeline_class == "StableDiffusion3Pipeline":
        return _stable_diffusion_3(usual, configs.denoiser, has_word)
    if pipeline_class == "FluxPipeline" and configs.denoiser.get("guidance_embeds") is False:
        # schnell: distilled to few steps and no guidance
        return replace(usual, num_inference_steps=4, guidance_scale=0.0)
    if configs.scheduler.get("_class_name") == "LCMScheduler" and not kind.schedulers:
        return replace(usual, num_inference_steps=4, guidance_scale=1.0, scheduler="lcm")
    return usual


def trained_side(config: Mapping[str, Any]) -> int | None:
    """The side of the squares that a network without a prompt makes; None when they are none."""
    size = config.get("sample_size")
    sides = set(size) if isinstance(size, list) and len(size) == 2 else {size}
    side = sides.pop()
    if sides or isinstance(side, bool) or not isinstance(side, int):
        return None
    return side if MIN_SIDE <= side <= MAX_SIDE else None


def _stable_diffusion(usual: ModelDefaults, configs: _Configs, has_word: bool) -> ModelDefaults:
    scheduler = configs.scheduler
    published_with = str(scheduler.get("_class_name"))
    if configs.denoiser.get("time_cond_proj_dim") is not None:
        # A latent consistency model: its network is told the guidance scale (Luo et al. 2023).
        return replace(usual, num_inference_steps=4, guidance_scale=8.0, scheduler="lcm")
    if published_with in ("LCMScheduler", "TCDScheduler"):
        # Distilled with guidance built in, or with such a LoRA merged in: 1 asks without any more.
        return replace(
            usual, num_inference_steps=4, guidance_scale=1.0, scheduler=_OWN[published_with]
        )
    # Turbo (Sauer et al. 2023) and Lightning (Lin et al. 2024) are published with an Euler
    # scheduler whose steps end at the last timestep, from which models for many steps do not begin
    # unless they were trained to (zero signal there, or v prediction).
    begins_at_the_end = (
        scheduler.get("timestep_spacing") == "trailing"
        and published_with in ("EulerDiscreteScheduler", "EulerAncestralDiscreteScheduler")
        and not scheduler.get("rescale_betas_zero_snr")
        and scheduler.get("prediction_type", "epsilon") == "epsilon"
    )
    if begins_at_the_end:
        return replace(
            usual, num_inference_steps=4, guidance_scale=0.0, scheduler=_OWN[published_with]
        )
    if has_word:
        # Mixtures of these with other models, which still want a little guidance.
        own = _OWN.get(published_with, usual.scheduler)
        return replace(usual, num_inference_steps=8, guidance_scale=2.0, scheduler=own)
    return usual


def _stable_diffusion_3(
    usual: ModelDefaults, transformer: Mapping[str, Any], has_word: bool
) -> ModelDefaults:
    if has_word:  # 3.5 Large Turbo, whose configs are Large's
        return replace(usual, num_inference_steps=4, guidance_scale=0.0)
    if transformer.get("dual_attention_layers"):  # 3.5 Medium
        return replace(usual, num_inference_steps=40, guidance_scale=4.5)
    if transformer.get("qk_norm"):  # 3.5 Large
        return replace(usual, guidance_scale=3.5)
    return usual


def _size(configs: _Configs, pipeline_class: str) -> tuple[int, int]:
    """Width and height that the network was trained for, in pixels."""
    kind = PIPELINES[pipeline_class]
    if pipeline_class in UNCONDITIONAL:
        side = trained_side(configs.denoiser) or MIN_SIDE  # checked before
        return side, side
    anyway = {} if kind.sample_size is None else {"sample_size": kind.sample_size}
    try:
        vae = configs.vae
        # AutoencoderDC has one list of blocks for each direction.
        blocks = vae.get("encoder_block_out_channels") or vae["block_out_channels"]
        factor = 2 ** (len(blocks) - 1)
        sample = (anyway | dict(configs.denoiser))["sample_size"]
        if pipeline_class == "AuraFlowPipeline":
            # That is of an early stage of training. Its table of positions, whose size is their
            # number, is of the last.
            positions = math.isqrt(configs.denoiser["pos_embed_max_size"])
            sample = min(kind.side // factor, positions * configs.denoiser["patch_size"])
        height, width = sample if isinstance(sample, list) else (sample, sample)
        return int(width) * factor, int(height) * factor
    except (KeyError, TypeError, ValueError, OverflowError):  # loading will tell what is wrong
        return kind.side, kind.side
