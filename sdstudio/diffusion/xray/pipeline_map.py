"""The map of a pipeline: its parts, and the tensors that flow between them."""

from __future__ import annotations

import importlib
import json
from collections.abc import Iterator
from typing import Any, cast

import torch

from sdstudio.diffusion.families import denoiser_of
from sdstudio.diffusion.generate import check_size
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.unconditional import has_vae
from sdstudio.diffusion.xray import code
from sdstudio.pipelines import PIPELINES
from sdstudio.request import GenerationRequest
from sdstudio.xray import Flow, Part, PipelineMap, PipelineQuery

MOST_CHARACTERS = 200_000
"""Of a part's tree or config."""

# In the order of a run; whatever else a pipeline has comes after.
_ORDER = (
    *("tokenizer", "tokenizer_2", "tokenizer_3"),
    *("text_encoder", "text_encoder_2", "text_encoder_3"),
    *("unet", "transformer", "scheduler", "vae"),
)
_SD3_T5_TOKENS = 256
"""How many tokens of T5 the pipeline of Stable Diffusion 3 reads, unless told otherwise."""


def describe_pipeline(model: LoadedModel, query: PipelineQuery) -> PipelineMap:
    """The parts as they were loaded, the scheduler being the one that came with the model.

    In the model's thread. Where a tensor is put together from what several parts give, each flow
    names its own slice, as NumPy would: ``prompt_embeds[..., :768]``. The prompt itself is text
    and has no shape, nor has what flows inside of pipelines that are not known so closely. The
    map's script leaves ``parameters``, those of each part by name, and, of the others, ``shapes``;
    a part's script leaves ``part``, ``parameters`` and ``size``, in bytes.

    Raises:
        InvalidRequest: the model makes no pictures of this size.
    """
    # The size is checked as that of a run.
    request = GenerationRequest(
        prompt="",
        model=model.folder.reference,
        width=query.width,
        height=query.height,
        guidance_scale=query.guidance_scale,
    )
    check_size(request, model.info)
    pipeline = model.pipeline
    names = [name for name in _ORDER if getattr(pipeline, name, None) is not None]
    names += [
        name
        for name, part in pipeline.components.items()
        if part is not None and name not in _ORDER
    ]
    return PipelineMap(
        pipeline_class=model.folder.pipeline_class,
        parts=tuple(_part(model, name) for name in names),
        flows=tuple((_flows if _is_dissected(model) else _plain_flows)(model, request)),
        text=_text(model),
        code=_code(model, request),
    )


# -- parts -----------------------------------------------------------------------------------


def _part(model: LoadedModel, name: str) -> Part:
    part = _original_scheduler(model) if name == "scheduler" else getattr(model.pipeline, name)
    class_name = code.class_of(model, name)
    weights = list(part.parameters()) if isinstance(part, torch.nn.Module) else []
    return Part(
        name=name,
        class_name=class_name,
        library=_library(model, name, part),
        parameters=sum(each.numel() for each in weights),
        bytes=sum(each.numel() * each.element_size() for each in weights),
        dtype=str(weights[0].dtype).removeprefix("torch.") if weights else "",
        device=str(weights[0].device) if weights else "",
        config=_shortened(_config(part)),
        # The app reads CLIP's tokenizer by a class of its own, which prints its own name.
        tree=_shortened(class_name + repr(part).removeprefix(type(part).__name__)),
        code=_part_code(model, name, has_weights=bool(weights)),
    )


def _original_scheduler(model: LoadedModel) -> Any:
    """The scheduler as it came with the model: each run puts another in its place."""
    diffusers = importlib.import_module("diffusers")
    scheduler_class = getattr(diffusers, code.class_of(model, "scheduler"))
    return scheduler_class.from_config(model.scheduler_config)


def _library(model: LoadedModel, name: str, part: Any) -> str:
    for component in model.folder.components:
        if component.name == name:
            return component.library
    return type(part).__module__.partition(".")[0]


def _config(part: Any) -> str:
    config: Any = getattr(part, "config", None)
    if isinstance(config, dict):  # of diffusers
        return json.dumps(
            {key: value for key, value in config.items() if not key.startswith("_")},
            indent=2,
            sort_keys=True,
            default=str,
        )
    for holder in (config, part):  # of transformers: a network's config, an image processor
        if hasattr(holder, "to_json_string"):
            return str(cast("Any", holder).to_json_string()).rstrip()
    return json.dumps(getattr(part, "init_kwargs", {}), indent=2, sort_keys=True, default=str)


def _shortened(text: str) -> str:
    return text if len(text) <= MOST_CHARACTERS else f"{text[:MOST_CHARACTERS]}\n…"


def _text(model: LoadedModel) -> str:
    """What ``print(pipe)`` shows of the pipeline as diffusers loads it."""
    config = json.loads(model.pipeline.to_json_string())
    for component in model.folder.components:
        if component.name in config:
            config[component.name] = [component.library, component.class_name]
    text = json.dumps(config, indent=2, sort_keys=True)
    return f"{model.folder.pipeline_class} {text}\n"


# -- flows -----------------------------------------------------------------------------------


def _flows(model: LoadedModel, request: GenerationRequest) -> Iterator[Flow]:
    pipeline = model.pipeline
    denoiser = "transformer" if hasattr(pipeline, "transformer") else "unet"
    if not has_vae(pipeline):
        side, channels = model.info.max_side, int(pipeline.unet.config.in_channels)
        square = (1, channels, side, side)
        yield Flow(source="scheduler", target="unet", what="noisy image", shape=square)
        yield Flow(source="unet", target="scheduler", what="noise_pred", shape=square)
        yield Flow(source="scheduler", target="image", what="image", shape=square)
        return
    is_guided = _is_guided(model, request)
    batch = 2 if is_guided else 1
    for number in ("", "_2", "_3"):
        tokenizer = getattr(pipeline, f"tokenizer{number}", None)
        if tokenizer is None or getattr(pipeline, f"text_encoder{number}", None) is None:
            continue
        yield Flow(source="prompt", target=f"tokenizer{number}", what="prompt", shape=())
        yield Flow(
            source=f"tokenizer{number}",
            target=f"text_encoder{number}",
            what="input_ids",
            shape=(1, _text_length(model, number)),
        )
    for encoder, what, shape in _embeddings(model):
        yield Flow(source=encoder, target=denoiser, what=what, shape=(batch, *shape))
    latents, decoded = _latents(model, request)
    answer = "noise_pred"
    yield Flow(source="scheduler", target=denoiser, what="latents", shape=(batch, *latents))
    yield Flow(source=denoiser, target="scheduler", what=answer, shape=(batch, *latents))
    if is_guided:
        answer = "guided noise_pred"
        yield Flow(source=denoiser, target="scheduler", what=answer, shape=(1, *latents))
    yield Flow(source="scheduler", target="vae", what="latents", shape=(1, *decoded))
    factor = int(pipeline.vae_scale_factor)
    size = (decoded[1] * factor, decoded[2] * factor)
    channels = int(pipeline.vae.config.out_channels)
    yield Flow(source="vae", target="image", what="image", shape=(1, channels, *size))


def _plain_flows(model: LoadedModel, request: GenerationRequest) -> Iterator[Flow]:
    """What flows in any pipeline; the shapes are told of what leaves the denoising."""
    pipeline = model.pipeline
    denoiser = "transformer" if hasattr(pipeline, "transformer") else "unet"
    inside = [
        ("prompt", "tokenizer", "prompt"),
        ("tokenizer", "text_encoder", "input_ids"),
        ("text_encoder", denoiser, "prompt_embeds"),
        ("scheduler", denoiser, "latents"),
        (denoiser, "scheduler", "noise_pred"),
    ]
    for source, target, what in inside:
        yield Flow(source=source, target=target, what=what, shape=())
    factor, channels = int(pipeline.vae_scale_factor), int(pipeline.vae.config.latent_channels)
    latents = (1, channels, request.height // factor, request.width // factor)
    yield Flow(source="scheduler", target="vae", what="latents", shape=latents)
    picture = (1, int(pipeline.vae.config.in_channels), request.height, request.width)
    yield Flow(source="vae", target="image", what="image", shape=picture)


def _is_dissected(model: LoadedModel) -> bool:
    return PIPELINES[model.folder.pipeline_class].is_dissected


def _is_guided(model: LoadedModel, request: GenerationRequest) -> bool:
    """Whether the network is asked twice at once, with and without the prompt."""
    if model.folder.pipeline_class == "FluxPipeline":
        return False
    # Networks distilled to take the scale as an input are asked once.
    takes_scale = getattr(denoiser_of(model.pipeline).config, "time_cond_proj_dim", None)
    return request.guidance_scale > 1 and takes_scale is None


def _text_length(model: LoadedModel, number: str) -> int:
    kind = model.folder.pipeline_class
    if kind == "FluxPipeline" and number == "_2":
        return model.info.max_tokens
    if kind == "StableDiffusion3Pipeline":
        # Both CLIPs are cut by the first one's rule.
        own = int(model.pipeline.tokenizer_max_length)
        return _SD3_T5_TOKENS if number == "_3" else own
    return int(getattr(model.pipeline, f"tokenizer{number}").model_max_length)


def _embeddings(model: LoadedModel) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """What each text encoder gives the denoiser: its name, what it is, the shape of one."""
    # Which of them there are is known of each kind.
    first, second, third = (
        cast("Any", getattr(model.pipeline, name, None))
        for name in ("text_encoder", "text_encoder_2", "text_encoder_3")
    )
    width = 0 if first is None else int(first.config.hidden_size)
    match model.folder.pipeline_class:
        case "FluxPipeline":
            length = _text_length(model, "_2")
            yield "text_encoder", "pooled_prompt_embeds", (width,)
            yield "text_encoder_2", "prompt_embeds", (length, int(second.config.d_model))
        case "StableDiffusion3Pipeline":
            length, wide = _text_length(model, ""), int(second.config.hidden_size)
            pooled, more = int(first.config.projection_dim), int(second.config.projection_dim)
            both = width + wide
            yield "text_encoder", f"prompt_embeds[:, :{length}, :{width}]", (length, width)
            yield "text_encoder", f"pooled_prompt_embeds[:, :{pooled}]", (pooled,)
            yield (
                "text_encoder_2",
                f"prompt_embeds[:, :{length}, {width}:{both}]",
                (length, wide),
            )
            yield "text_encoder_2", f"pooled_prompt_embeds[:, {pooled}:]", (more,)
            if third is not None:
                shape = (_SD3_T5_TOKENS, int(third.config.d_model))
                yield "text_encoder_3", f"prompt_embeds[:, {length}:]", shape
        case "StableDiffusionXLPipeline":
            length, wide = _text_length(model, "_2"), int(second.config.hidden_size)
            if first is not None:  # the refiner has only the second
                yield "text_encoder", f"prompt_embeds[..., :{width}]", (length, width)
            yield "text_encoder_2", f"prompt_embeds[..., {width}:]", (length, wide)
            pooled = int(second.config.projection_dim)
            yield "text_encoder_2", "pooled_prompt_embeds", (pooled,)
        case _:
            yield "text_encoder", "prompt_embeds", (_text_length(model, ""), width)


def _latents(
    model: LoadedModel, request: GenerationRequest
) -> tuple[tuple[int, ...], tuple[int, int, int]]:
    """The shapes of one picture's latents, as the denoiser gets them and as the VAE does."""
    pipeline = model.pipeline
    factor = int(pipeline.vae_scale_factor)
    config: Any = denoiser_of(pipeline).config
    channels = int(config.in_channels)
    height, width = request.height // factor, request.width // factor
    if model.folder.pipeline_class == "FluxPipeline":
        # 2 x 2 latent pixels are packed into one of a sequence.
        return (height * width // 4, channels), (channels // 4, height, width)
    return (channels, height, width), (channels, height, width)


# -- code ------------------------------------------------------------------------------------


def _part_code(model: LoadedModel, name: str, *, has_weights: bool) -> str:
    body = f"part = pipe.{name}\nprint(part)\n"
    if has_weights:
        body += """\
print(part.config)

parameters = sum(each.numel() for each in part.parameters())
size = sum(each.numel() * each.element_size() for each in part.parameters())
print(f"{parameters:,} parameters, {size:,} bytes, {part.dtype}, {part.device}")
"""
    return code.script(model, body)


_CODE_OF_PARTS = """\
print(pipe)

parameters = {
    name: sum(each.numel() for each in part.parameters())
    for name, part in pipe.components.items()
    if isinstance(part, torch.nn.Module)
}
print(parameters)
"""

_CODE_ON_PIXELS = """\
print(pipe)

parameters = {"unet": sum(each.numel() for each in pipe.unet.parameters())}
print(parameters)

# the shapes of what flows, noted while two steps are made
shapes = {}


def look_at_denoiser(module, args, output):
    shapes["noisy image"] = tuple(args[0].shape)
    shapes["noise_pred"] = tuple(output[0].shape)


pipe.unet.register_forward_hook(look_at_denoiser)
shapes["image"] = tuple(pipe(num_inference_steps=2, output_type="np").images.shape)
print(shapes)
"""


def _code(model: LoadedModel, request: GenerationRequest) -> str:
    if not has_vae(model.pipeline):
        return code.script(model, _CODE_ON_PIXELS)
    if not _is_dissected(model):
        return code.script(model, _CODE_OF_PARTS)
    is_transformer = hasattr(model.pipeline, "transformer")
    denoiser = "transformer" if is_transformer else "unet"
    latents = 'kwargs["hidden_states"]' if is_transformer else "args[0]"
    named: dict[str, object] = {
        "num_inference_steps": 2,
        "width": request.width,
        "height": request.height,
        "guidance_scale": request.guidance_scale,
    }
    if model.folder.pipeline_class == "FluxPipeline":
        named["max_sequence_length"] = model.info.max_tokens
    return code.script(
        model,
        _CODE_OF_PARTS
        + f"""
# the shapes of what flows, noted while two steps are made
shapes = {{}}


def look_at_denoiser(module, args, kwargs, output):
    shapes["latents"] = tuple({latents}.shape)
    shapes["prompt_embeds"] = tuple(kwargs["encoder_hidden_states"].shape)
    shapes["noise_pred"] = tuple(output[0].shape)


def look_at_vae(module, args, output):
    shapes["latents to decode"] = tuple(args[0].shape)
    shapes["image"] = tuple(output.shape)


pipe.{denoiser}.register_forward_hook(look_at_denoiser, with_kwargs=True)
pipe.vae.decoder.register_forward_hook(look_at_vae)
{code.call("pipe", '"a picture"', **named)}
print(shapes)
""",
    )
