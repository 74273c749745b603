"""The forward process: noise added to a picture, and what the model makes of it in one go."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import torch
from diffusers import DDPMScheduler, FlowMatchEulerDiscreteScheduler

from sdstudio.diffusion.families import call_arguments
from sdstudio.diffusion.frames import unpacked
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.prediction import Step, bound_of
from sdstudio.diffusion.revisiting import decode_picture
from sdstudio.diffusion.schedulers import is_flow
from sdstudio.diffusion.unconditional import has_vae
from sdstudio.diffusion.xray.added_code import loading_lines
from sdstudio.diffusion.xray.asking import asking
from sdstudio.diffusion.xray.code import call
from sdstudio.diffusion.xray.run_code import unpacked_line, x0_expression
from sdstudio.diffusion.xray.schedule import noise_schedule_changes
from sdstudio.diffusion.xray.source import ModelSource, no_source, quoted, source_of
from sdstudio.diffusion.xray.vae import (
    MOST_SIDE,
    Fitted,
    as_tensor,
    encoded,
    encoding_lines,
    fitted,
    picture_lines,
    to_rgb,
)
from sdstudio.model_folder import UNCONDITIONAL
from sdstudio.phrase import Phrase
from sdstudio.request import GenerationRequest, InvalidRequest
from sdstudio.xray import NOISE_SCHEDULES, Forward, ForwardQuery, NotApplicable, Numbers, Rgb


@dataclass(frozen=True, slots=True, kw_only=True)
class _Noise:
    """How much noise: latents become ``a`` x0 + ``b`` noise.

    ``asked`` is the timestep that the network is told: that of the model's own schedule with as
    much noise. ``bound`` is where the scheduler clamps x0, if it does.
    """

    a: float
    b: float
    asked: int
    prediction_type: str
    bound: float | None = None


class _Seen(Exception):  # the way out of the pipeline, not an error
    """The network has answered."""


def add_noise(
    model: LoadedModel, query: ForwardQuery, must_stop: Callable[[], bool]
) -> Forward | NotApplicable:
    """Adds noise to a picture's latents, and asks the network once what was there before.

    The picture is fitted as in ``vae.round_trip``. The network is asked with the prompt alone,
    without guidance; FLUX, which is told a guidance scale, is told the one its makers recommend.
    Models without a VAE get the pixels of the picture's middle square, in their own size.
    Flow models mix along the straight line, with ``timestep`` / 1000 of noise. Noisy latents are
    divided by their spread for their picture. The script leaves ``noisy`` and ``x0``. In the thread
    of the model.

    Raises:
        InvalidRequest: there is no such timestep or noise schedule, or the picture is too small.
        BrokenPicture: a decoded picture holds NaN, in float32 too.
        OutOfMemory: the device has too little memory.
        Cancelled: ``must_stop`` answered true.
    """
    config = model.scheduler_config
    if query.noise_schedule not in NOISE_SCHEDULES:
        raise InvalidRequest(
            "There is no noise schedule called “{name}”.",
            "Choose one of: {known}.",
            name=query.noise_schedule,
            known=", ".join(NOISE_SCHEDULES),
        )
    most = int(config.get("num_train_timesteps", 1000)) - 1
    if not 0 <= query.timestep <= most:
        raise InvalidRequest(
            "There is no timestep {timestep}.",
            "Choose one from 0 to {most}.",
            timestep=query.timestep,
            most=most,
        )
    if is_flow(config) and query.noise_schedule != "model":
        return NotApplicable(
            sentence=Phrase(
                "This is a flow model: it goes from noise to picture in a straight line, so "
                "there are no betas that could be replaced."
            )
        )
    info = model.info
    works_on_pixels = not has_vae(model.pipeline)
    if works_on_pixels:
        if model.pipeline.unet.config.in_channels != 3:
            return NotApplicable(
                sentence=Phrase(
                    "This model makes grey pictures, and noise is added to coloured ones here."
                )
            )
        fit = _fitted_to(query.picture, info.max_side)
    else:
        fit = fitted(
            query.picture,
            info.size_factor,
            least=info.min_side,
            most=min(MOST_SIDE, info.max_side),
        )
    picture = as_tensor(query.picture, fit)
    noise_level = _noise_level(config, query, model.folder.pipeline_class)
    a, b = noise_level.a, noise_level.b
    with asking(model, must_stop):
        latents = picture if works_on_pixels else encoded(model.pipeline.vae, picture).cpu()
        # On the CPU, so that the same seed gives the same noise on every device.
        generator = torch.Generator("cpu").manual_seed(query.seed)
        noise = torch.randn(latents.shape, generator=generator)
        noisy = a * latents + b * noise
        answer = _answer(model, query, noise_level, noisy, fit)
        x0 = _step(noise_level, noisy, answer).pred_original_sample()
        seen = [
            decode_picture(model, each, must_stop, []) for each in (noisy / math.hypot(a, b), x0)
        ]
    noisy_picture, predicted = (
        Rgb(width=fit.width, height=fit.height, data=pixels.tobytes()) for pixels in seen
    )
    return Forward(
        timestep=query.timestep,
        a=a,
        b=b,
        original=to_rgb(picture),
        noisy=noisy_picture,
        predicted=predicted,
        noisy_latents=Numbers.of(noisy[0].numpy()),
        predicted_latents=Numbers.of(x0[0].numpy()),
        code=_code(model, query, noise_level, fit),
    )


def _noise_level(config: Mapping[str, Any], query: ForwardQuery, pipeline_class: str) -> _Noise:
    if is_flow(config):
        share = query.timestep / int(config.get("num_train_timesteps", 1000))
        return _Noise(a=1 - share, b=share, asked=query.timestep, prediction_type="flow_prediction")
    own = DDPMScheduler.from_config(dict(config))
    changes = noise_schedule_changes(query.noise_schedule, config)
    levels = DDPMScheduler.from_config(dict(config), **changes).alphas_cumprod
    level = levels[query.timestep]
    asked = int((own.alphas_cumprod - level).abs().argmin()) if changes else query.timestep
    a_squared = float(level)
    return _Noise(
        a=math.sqrt(a_squared),
        b=math.sqrt(1 - a_squared),
        asked=asked,
        prediction_type=own.config.prediction_type,
        bound=bound_of(own) if pipeline_class in UNCONDITIONAL else None,
    )


def _fitted_to(picture: Rgb, side: int) -> Fitted:
    """How a picture is made a square of this side: made smaller, then cut around the middle.

    Raises:
        InvalidRequest: it is too small.
    """
    shortest = min(picture.height, picture.width)
    height, width = (
        max(side, round(each * side / shortest)) for each in (picture.height, picture.width)
    )
    if shortest < side:
        raise InvalidRequest(
            "A picture of {width} × {height} pixels is too small or too narrow for this model.",
            "Choose one of at least {least} × {least} pixels.",
            width=picture.width,
            height=picture.height,
            least=side,
        )
    return Fitted(
        scaled=(height, width) if shortest > side else None,
        top=(height - side) // 2,
        left=(width - side) // 2,
        height=side,
        width=side,
    )


def _answer(
    model: LoadedModel, query: ForwardQuery, level: _Noise, noisy: torch.Tensor, fit: Fitted
) -> torch.Tensor:
    """What the network answers, 1 x C x h x w, float32, in main memory.

    The pipeline itself asks it, in a run of one step, so that each family gets its own conditions.
    """
    pipeline, config = model.pipeline, model.scheduler_config
    if not has_vae(pipeline):
        given = noisy.to(model.device.torch_device, model.device.dtype)
        answered: torch.Tensor = pipeline.unet(given, level.asked).sample
        return answered.float().cpu()
    request = GenerationRequest(
        prompt=query.prompt,
        guidance_scale=_guidance_scale(model),
        width=fit.width,
        height=fit.height,
    )
    is_flux = model.folder.pipeline_class == "FluxPipeline"
    latents = noisy.to(model.device.torch_device, model.device.dtype)
    if is_flux:
        latents = pipeline._pack_latents(latents, *latents.shape)
    steps: dict[str, Any] = {"timesteps": [level.asked]}
    scheduler: Any = None
    if is_flow(config):
        steps = {"sigmas": [level.b]}
        scheduler = FlowMatchEulerDiscreteScheduler()
    else:
        scheduler = DDPMScheduler.from_config(dict(config))
    answers: list[torch.Tensor] = []

    def leave(_module: object, _inputs: object, output: tuple[torch.Tensor, ...]) -> None:
        answers.append(output[0])
        raise _Seen

    pipeline.scheduler = scheduler
    handle = model.denoiser.register_forward_hook(leave)
    try:
        with suppress(_Seen):
            pipeline(
                num_inference_steps=1,
                latents=latents,
                output_type="latent",
                **steps,
                **call_arguments(pipeline, request),
            )
    finally:
        handle.remove()
    return unpacked(answers[0].float().cpu(), fit.width, fit.height)


def _guidance_scale(model: LoadedModel) -> float:
    is_flux = model.folder.pipeline_class == "FluxPipeline"
    return model.info.defaults.guidance_scale if is_flux else 1.0


def _step(level: _Noise, noisy: torch.Tensor, answer: torch.Tensor) -> Step:
    return Step(
        index=1,
        evaluation=0,
        timestep=float(level.asked),
        sigma=level.b,
        a=level.a,
        b=level.b,
        sample=noisy,
        model_output=answer,
        prediction_type=level.prediction_type,
        bound=level.bound,
    )


def _code(model: LoadedModel, query: ForwardQuery, level: _Noise, fit: Fitted) -> str:
    source = source_of(model.folder.reference, model.device.dtype)
    if source is None:
        return no_source(model.folder.reference)
    is_flux = source.pipeline_class == "FluxPipeline"
    scheduler = (
        "DDPMScheduler"
        if level.prediction_type != "flow_prediction"
        else ("FlowMatchEulerDiscreteScheduler")
    )
    own = to_device = ""
    if source.is_half:
        to_device = ".to(pipe.device, pipe.dtype)"
    given = f"noisy{to_device}"
    if is_flux:
        given = f"pipe._pack_latents({given}, *noisy.shape)"
        own = f"    max_sequence_length={model.info.max_tokens},\n"
    steps = "sigmas=[b]" if level.prediction_type == "flow_prediction" else "timesteps=[asked]"
    unpack = unpacked_line(source, "answer", fit.width, fit.height)
    if not has_vae(model.pipeline):
        return _code_on_pixels(model, source, query, level, fit)
    return f"""\
import numpy as np
import torch
from diffusers import {", ".join(sorted((scheduler, source.pipeline_class)))}
from PIL import Image

{loading_lines(source, model)}
vae = pipe.vae

{picture_lines(query.file, fit)}
{encoding_lines(model.pipeline.vae, source)}\
latents = latents.cpu()

{_level_lines(model, source, query)}
noise = torch.randn(latents.shape, generator=torch.Generator("cpu").manual_seed({query.seed}))
noisy = a * latents + b * noise

# One question to the network: a run of one step, from these latents, with the prompt alone.
answers = []
pipe.{source.denoiser}.register_forward_hook(
    lambda module, inputs, output: answers.append(output[0])
)
pipe(
    prompt={quoted(query.prompt)},
    guidance_scale={_guidance_scale(model)},
{own}    {steps},
    width={fit.width},
    height={fit.height},
    latents={given},
    generator=torch.Generator("cpu").manual_seed({query.seed}),
    output_type="latent",
)
answer = answers[0].float().cpu()
{unpack}
latents = noisy
x0 = {x0_expression(level.prediction_type, "answer")}
print("a, b:", a, b)
print("noisy, root mean square:", noisy.square().mean().sqrt().item())
print("predicted x0, root mean square:", x0.square().mean().sqrt().item())
"""


def _code_on_pixels(
    model: LoadedModel, source: ModelSource, query: ForwardQuery, level: _Noise, fit: Fitted
) -> str:
    return f"""\
import numpy as np
import torch
from diffusers import {", ".join(sorted(("DDPMScheduler", source.pipeline_class)))}
from PIL import Image

{loading_lines(source, model)}

{picture_lines(query.file, fit)}
{_level_lines(model, source, query)}
noise = torch.randn(picture.shape, generator=torch.Generator("cpu").manual_seed({query.seed}))
noisy = a * picture + b * noise

# One question to the network, which works on pixels and reads no prompt.
with torch.no_grad():
    answer = pipe.unet(noisy.to(pipe.device), asked).sample.cpu()

latents = noisy
x0 = {x0_expression(level.prediction_type, "answer", level.bound)}
print("a, b:", a, b)
print("noisy, root mean square:", noisy.square().mean().sqrt().item())
print("predicted x0, root mean square:", x0.square().mean().sqrt().item())
"""


def _level_lines(model: LoadedModel, source: ModelSource, query: ForwardQuery) -> str:
    config = model.scheduler_config
    if is_flow(config):
        count = int(config.get("num_train_timesteps", 1000))
        return f"""\
# A flow model: on a straight line from picture to noise.
b = {query.timestep} / {count}
a = 1 - b
pipe.scheduler = FlowMatchEulerDiscreteScheduler()
"""
    changes = noise_schedule_changes(query.noise_schedule, config)
    own = "pipe.scheduler = DDPMScheduler.from_config(pipe.scheduler.config)\n"
    if not changes:
        return f"""\
t = asked = {query.timestep}
{own}\
alpha_cumprod = pipe.scheduler.alphas_cumprod[t].item()
a, b = alpha_cumprod**0.5, (1 - alpha_cumprod) ** 0.5
"""
    made = call("DDPMScheduler.from_config", "pipe.scheduler.config", **changes)
    return f"""\
t = {query.timestep}
{own}\
other = {made}
alpha_cumprod = other.alphas_cumprod[t]
# The network is told the timestep of its own schedule that has as much noise.
asked = (pipe.scheduler.alphas_cumprod - alpha_cumprod).abs().argmin().item()
a, b = alpha_cumprod.item() ** 0.5, (1 - alpha_cumprod.item()) ** 0.5
"""
