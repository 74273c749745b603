"""What differs from one family of pipelines to the next: arguments, parts, sizes, notes."""

from __future__ import annotations

import importlib
import inspect
import math
from typing import Any

import numpy as np
import torch

from sdstudio.additions import PARTS
from sdstudio.phrase import Phrase
from sdstudio.pipelines import PIPELINES, PipelineKind
from sdstudio.request import MAX_SIDE, GenerationRequest, InvalidRequest

# Where FLUX's pipeline cuts what T5 reads, and where the models distilled to few steps
# ("schnell") want it cut: they were trained on no longer prompts.
_FLUX_TOKENS = 512
_SCHNELL_TOKENS = 256


def call_arguments(pipeline: Any, request: GenerationRequest) -> dict[str, Any]:
    """What the call of this pipeline needs beside steps and generator."""
    if not has_prompt(pipeline):
        return {}  # the size is the network's own
    arguments: dict[str, Any] = {
        "width": request.width,
        "height": request.height,
        "prompt": request.prompt,
        "guidance_scale": request.guidance_scale,
        **kind_of(pipeline).arguments,
    }
    if _is_flux(pipeline):
        arguments["max_sequence_length"] = _flux_tokens(pipeline)
    if kind_of(pipeline).has_negative_prompt:
        arguments["negative_prompt"] = request.negative_prompt
    return arguments


def check_fewest_steps(pipeline: Any, request: GenerationRequest) -> None:
    """Checks that the pipeline can do with so few steps.

    Raises:
        InvalidRequest: it needs more.
    """
    fewest = kind_of(pipeline).fewest_steps
    if request.num_inference_steps < fewest:
        raise InvalidRequest(
            "{kind} makes no picture in {steps} step.",
            "Choose at least {fewest} steps.",
            kind=type(pipeline).__name__,
            steps=request.num_inference_steps,
            fewest=fewest,
        )


def family_notes(pipeline: Any, request: GenerationRequest) -> list[Phrase]:
    """Sentences about what this family does not heed of a request."""
    if not has_prompt(pipeline) and (request.prompt or request.negative_prompt):
        return [Phrase("This model reads no prompt, so it had no effect.")]
    if request.negative_prompt and not has_negative_prompt(pipeline):
        if _is_flux(pipeline):
            return [Phrase("FLUX models read no negative prompt, so it had no effect.")]
        return [Phrase("This model reads no negative prompt, so it had no effect.")]
    return []


def kind_of(pipeline: Any) -> PipelineKind:
    """What the table says of its class."""
    return PIPELINES[type(pipeline).__name__]


def has_prompt(pipeline: Any) -> bool:
    """Whether it draws what it is told; unconditional models draw what they were trained on."""
    return bool(text_encoders(pipeline))


def has_negative_prompt(pipeline: Any) -> bool:
    """Whether it heeds what the picture should not show."""
    # Networks distilled to be told the guidance scale are asked once, with the prompt.
    takes_scale = getattr(denoiser_of(pipeline).config, "time_cond_proj_dim", None) is not None
    return has_prompt(pipeline) and kind_of(pipeline).has_negative_prompt and not takes_scale


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
    """Whether textual inversions can be added to it.

    FLUX has the method for it, but its T5 reads no such words; of the other families with a
    transformer none has.
    """
    takes_words = hasattr(pipeline, "load_textual_inversion")
    return has_prompt(pipeline) and takes_words and not _is_transformer(pipeline)


def blocks(network: torch.nn.Module) -> list[torch.nn.Module]:
    """The network itself and its blocks, in which a run can be left."""
    found = [network]
    for name in (
        *("down_blocks", "mid_block", "up_blocks"),
        *("transformer_blocks", "joint_transformer_blocks", "single_transformer_blocks", "layers"),
    ):
        part = getattr(network, name, None)
        if isinstance(part, torch.nn.ModuleList):
            found.extend(part)
        elif isinstance(part, torch.nn.Module):
            found.append(part)
    return found


def step_arguments(pipeline: Any, scheduler: Any, request: GenerationRequest) -> dict[str, Any]:
    """What the pipeline will pass to ``scheduler.set_timesteps``, but for the device.

    Flow models may have a schedule that depends on the picture's size, and some pipelines make
    their own list of noise levels for the schedulers that take one.
    """
    count, config = request.num_inference_steps, scheduler.config
    planning = kind_of(pipeline).planning
    steps: dict[str, Any] = {"num_inference_steps": count}
    if planning in ("flux", "channels") and not config.get("use_flow_sigmas", False):
        steps = {"sigmas": np.linspace(1.0, 1 / count, count)}
    if planning == "timesteps":
        times = np.linspace(config.num_train_timesteps, 1.0, count).astype(np.int64)
        timesteps = times.astype(np.float32)
        steps = {"timesteps": timesteps, "sigmas": timesteps / config.num_train_timesteps}
    if planning != "scheduler" or (
        _is_transformer(pipeline) and config.get("use_dynamic_shifting")
    ):
        steps["mu"] = _shift(pipeline, config, request)
    return steps


def _shift(pipeline: Any, config: Any, request: GenerationRequest) -> float:
    """How far the pipeline shifts the noise levels, by the rule in its own module."""
    planning, patch = kind_of(pipeline).planning, _patch_side(pipeline)
    rule = importlib.import_module(type(pipeline).__module__).calculate_shift
    length = (request.width // patch) * (request.height // patch)
    shortest = config.get("base_image_seq_len", 256)
    if planning == "timesteps":
        least, most = config.get("base_shift", 0.25), config.get("max_shift", 0.75)
        return float(rule(length, shortest, least, most))
    if planning == "channels":
        length = int(pipeline.transformer.config.in_channels)
    return float(
        rule(
            length,
            shortest,
            config.get("max_image_seq_len", 4096),
            config.get("base_shift", 0.5),
            config.get("max_shift", 1.16 if planning == "scheduler" else 1.15),
        )
    )


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
    return math.lcm(_patch_side(pipeline), kind_of(pipeline).multiple)


def _patch_side(pipeline: Any) -> int:
    """The side, in pixels, of what is one place to the network: a latent pixel, or a patch."""
    factor = int(pipeline.vae_scale_factor)
    if kind_of(pipeline).is_packed:
        return 2 * factor  # the pipeline packs 2 x 2 latent pixels; the network's patch is 1
    if _is_transformer(pipeline):
        config = pipeline.transformer.config
        # Z-Image's is made for several sizes of patches, and run with the first.
        patches = config.get("all_patch_size") or (config.patch_size,)
        return factor * int(patches[0])
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
    if type(pipeline).__name__ == "CogView4Pipeline":
        table = None  # a leftover: its network computes its positions
    if table is None:
        return MAX_SIDE
    # AuraFlow's tells how many positions the table has, the others' how many in a row.
    rows = math.isqrt(table) if type(pipeline).__name__ == "AuraFlowPipeline" else int(table)
    return min(MAX_SIDE, rows * size_factor(pipeline))


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
    if _is_flux(pipeline):
        return min(most, _flux_tokens(pipeline))
    if kind_of(pipeline).is_dissected:
        return most
    # All others say it in their call; a tokenizer of a language model reads more than its limit.
    said = inspect.signature(type(pipeline).__call__).parameters.get("max_sequence_length")
    return most if said is None else int(said.default) - _own_words(pipeline)


def _own_words(pipeline: Any) -> int:
    """How many tokens of its limit the pipeline's own words before the prompt take."""
    tokenizer, before = prompt_tokenizer(pipeline), ""
    if type(pipeline).__name__ == "Lumina2Pipeline":
        before = f"{pipeline.system_prompt} <Prompt Start> "
    elif type(pipeline).__name__ == "ZImagePipeline":
        # As a question of a chat; what stands behind it is cut first.
        said = [{"role": "user", "content": "§"}]
        before = tokenizer.apply_chat_template(said, tokenize=False).partition("§")[0]
    return len(tokenizer(f"{before}a").input_ids) - len(tokenizer("a").input_ids)


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
