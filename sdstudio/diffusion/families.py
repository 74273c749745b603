"""What differs from one family of pipelines to the next: arguments, parts, sizes, notes."""

from __future__ import annotations

import importlib
from typing import Any

import numpy as np
import torch

from sdstudio.additions import PARTS
from sdstudio.request import MAX_SIDE, GenerationRequest

# Where FLUX's pipeline cuts what T5 reads, and where the models distilled to few steps
# ("schnell") want it cut: they were trained on no longer prompts.
_FLUX_TOKENS = 512
_SCHNELL_TOKENS = 256


def call_arguments(pipeline: Any, request: GenerationRequest) -> dict[str, Any]:
    """What the call of this pipeline needs beside steps and generator."""
    if not has_prompt(pipeline):
        return {}  # the size is the network's own
    size = {"width": request.width, "height": request.height}
    if _is_flux(pipeline):
        return {
            **size,
            "prompt": request.prompt,
            "guidance_scale": request.guidance_scale,
            "max_sequence_length": _flux_tokens(pipeline),
        }
    return {
        **size,
        "prompt": request.prompt,
        "negative_prompt": request.negative_prompt,
        "guidance_scale": request.guidance_scale,
    }


def family_notes(pipeline: Any, request: GenerationRequest) -> list[str]:
    """Sentences about what this family does not heed of a request."""
    if not has_prompt(pipeline) and (request.prompt or request.negative_prompt):
        return ["This model reads no prompt, so it had no effect."]
    if _is_flux(pipeline) and request.negative_prompt:
        return ["FLUX models read no negative prompt, so it had no effect."]
    return []


def has_prompt(pipeline: Any) -> bool:
    """Whether it draws what it is told; unconditional models draw what they were trained on."""
    return bool(text_encoders(pipeline))


def has_negative_prompt(pipeline: Any) -> bool:
    """Whether it heeds what the picture should not show."""
    return has_prompt(pipeline) and not _is_flux(pipeline)


def has_guidance(pipeline: Any) -> bool:
    """Whether it heeds a guidance scale."""
    if _is_flux(pipeline):
        return bool(pipeline.transformer.config.guidance_embeds)
    return has_prompt(pipeline)


def text_encoders(pipeline: Any) -> list[torch.nn.Module]:
    """The text encoders that the pipeline has."""
    names = ("text_encoder", "text_encoder_2", "text_encoder_3")
    parts = (getattr(pipeline, name, None) for name in names)
    return [part for part in parts if isinstance(part, torch.nn.Module)]


def swappable(pipeline: Any) -> tuple[str, ...]:
    """The parts that may be taken from elsewhere; a model without a prompt is of one piece."""
    if not has_prompt(pipeline):
        return ()
    return tuple(name for name in PARTS if getattr(pipeline, name, None) is not None)


def takes_loras(pipeline: Any) -> bool:
    """Whether LoRAs can be added to it."""
    return has_prompt(pipeline) and hasattr(pipeline, "load_lora_weights")


def takes_embeddings(pipeline: Any) -> bool:
    """Whether textual inversions can be added to it: Stable Diffusion 3 and FLUX take none."""
    return has_prompt(pipeline) and not _is_transformer(pipeline)


def blocks(network: torch.nn.Module) -> list[torch.nn.Module]:
    """The network itself and its blocks, in which a run can be left."""
    found = [network]
    for name in (
        *("down_blocks", "mid_block", "up_blocks"),
        *("transformer_blocks", "single_transformer_blocks"),
    ):
        part = getattr(network, name, None)
        if isinstance(part, torch.nn.ModuleList):
            found.extend(part)
        elif isinstance(part, torch.nn.Module):
            found.append(part)
    return found


def step_arguments(pipeline: Any, scheduler: Any, request: GenerationRequest) -> dict[str, Any]:
    """What the pipeline will pass to ``scheduler.set_timesteps``, but for the device.

    Flow models may have a schedule that depends on the picture's size, and FLUX's pipeline makes
    its own list of noise levels for the schedulers that take one.
    """
    steps: dict[str, Any] = {"num_inference_steps": request.num_inference_steps}
    config = scheduler.config
    is_flux = _is_flux(pipeline)
    if is_flux and not config.get("use_flow_sigmas", False):
        count = request.num_inference_steps
        steps = {"sigmas": np.linspace(1.0, 1 / count, count)}
    if is_flux or (_is_transformer(pipeline) and config.get("use_dynamic_shifting")):
        factor = size_factor(pipeline)
        # The pipeline's own module has its rule.
        shift = importlib.import_module(type(pipeline).__module__).calculate_shift
        steps["mu"] = shift(
            (request.width // factor) * (request.height // factor),
            config.get("base_image_seq_len", 256),
            config.get("max_image_seq_len", 4096),
            config.get("base_shift", 0.5),
            config.get("max_shift", 1.15 if is_flux else 1.16),
        )
    return steps


def denoiser_of(pipeline: Any) -> torch.nn.Module:
    """The network that is called at every step: a UNet or a transformer."""
    network: torch.nn.Module = getattr(pipeline, denoiser_name(pipeline))
    return network


def denoiser_name(pipeline: Any) -> str:
    """What the pipeline calls that network."""
    return "transformer" if _is_transformer(pipeline) else "unet"


def size_factor(pipeline: Any) -> int:
    """What divides both sides of a picture: pixels of a latent pixel, times the patch if any."""
    if not has_prompt(pipeline):
        return _own_side(pipeline)
    factor = int(pipeline.vae_scale_factor)
    if _is_flux(pipeline):
        return 2 * factor  # the pipeline packs 2 x 2 latent pixels; the network's patch is 1
    if _is_transformer(pipeline):
        return factor * int(pipeline.transformer.config.patch_size)
    return factor


def min_side(pipeline: Any) -> int:
    """The smallest side in pixels: one pixel must be left where a UNet is narrowest."""
    if _is_transformer(pipeline) or not has_prompt(pipeline):
        return size_factor(pipeline)
    return size_factor(pipeline) * int(2 ** (len(pipeline.unet.config.block_out_channels) - 1))


def max_side(pipeline: Any) -> int:
    """The largest side in pixels: transformers with a table of positions end where that does."""
    if not has_prompt(pipeline):
        return _own_side(pipeline)
    table = getattr(denoiser_of(pipeline).config, "pos_embed_max_size", None)
    return MAX_SIDE if table is None else min(MAX_SIDE, int(table) * size_factor(pipeline))


def prompt_tokenizer(pipeline: Any) -> Any:
    """The tokenizer that decides how much of a prompt counts.

    That is T5's for FLUX, whose CLIP only lends the picture's general tone; else the first CLIP's.
    None where there is no prompt.
    """
    if not has_prompt(pipeline):
        return None
    return pipeline.tokenizer_2 if _is_flux(pipeline) else pipeline.tokenizer


def max_tokens(pipeline: Any) -> int:
    """How many tokens of ``prompt_tokenizer`` the model reads, the marks at the ends included."""
    if not has_prompt(pipeline):
        return 0
    most = int(prompt_tokenizer(pipeline).model_max_length)
    return min(most, _flux_tokens(pipeline)) if _is_flux(pipeline) else most


def _own_side(pipeline: Any) -> int:
    """The side of what an unconditional network makes, which is always a square."""
    size = pipeline.unet.config.sample_size
    return int(size if isinstance(size, int) else size[0])


def _flux_tokens(pipeline: Any) -> int:
    return _FLUX_TOKENS if pipeline.transformer.config.guidance_embeds else _SCHNELL_TOKENS


def _is_flux(pipeline: Any) -> bool:
    return type(pipeline).__name__ == "FluxPipeline"


def _is_transformer(pipeline: Any) -> bool:
    return getattr(pipeline, "transformer", None) is not None
