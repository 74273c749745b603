"""Plain diffusers scripts of runs: what loads the model, runs it, and notes what passes by.

All families are run by their own pipelines. What these keep to themselves is noted where it passes:
what ``scheduler.step`` is given (the guided answer, the timestep, the noisy latents), and what the
network answers. So a script needs no loop of its own, and its numbers are the pipeline's.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from textwrap import indent
from typing import Any

from sdstudio.diffusion.prediction import bound_of, scaling_of
from sdstudio.diffusion.schedulers import CHOICES, make_scheduler
from sdstudio.diffusion.xray.added_code import loading_lines_of_run
from sdstudio.diffusion.xray.code import call, scheduler_settings
from sdstudio.diffusion.xray.source import ModelSource, no_source, quoted
from sdstudio.model_folder import UNCONDITIONAL
from sdstudio.pipelines import PIPELINES
from sdstudio.request import GenerationRequest


def no_code(request: GenerationRequest, source: ModelSource | None) -> str | None:
    """Why there is no script of a run, as a comment; None when there is one."""
    if source is None:
        return no_source(request.model)
    if request.parent:
        return (
            "# This picture is a branch: it went on from step "
            f"{request.from_step} of another picture's denoising,\n"
            "# which a plain diffusers call cannot do. The picture it came from has a script.\n"
        )
    return None


def imports(names: Sequence[str], *, tap: bool = True) -> str:
    """The imports of a script: ``names`` are those from diffusers."""
    first = "import functools\n\n" if tap else ""
    return f"{first}import torch\nfrom diffusers import {', '.join(sorted(set(names)))}\n"


def scheduler_class(request: GenerationRequest) -> str:
    """The class of a request's scheduler."""
    return CHOICES[request.scheduler].class_name


def pipeline_lines(source: ModelSource, request: GenerationRequest) -> str:
    """The pipeline with the request's scheduler, as ``pipe``."""
    settings = scheduler_settings(source.scheduler_config, request.scheduler, source.pipeline_class)
    made = call(f"{scheduler_class(request)}.from_config", "pipe.scheduler.config", **settings)
    return f"{loading_lines_of_run(source, request)}\npipe.scheduler = {made}\n"


TAP = """\
# The pipeline does not tell what its scheduler is given at each step, so note it down: what the
# network predicts (with guidance), the timestep, and the noisy latents x_t.
seen = []
scheduler_step = pipe.scheduler.step


@functools.wraps(scheduler_step)  # the pipeline looks up which parameters it has
def step(model_output, timestep, sample, *args, **kwargs):
    seen.append((model_output, timestep, sample))
    return scheduler_step(model_output, timestep, sample, *args, **kwargs)


pipe.scheduler.step = step
"""


def call_lines(source: ModelSource, request: GenerationRequest) -> str:
    """The call of the pipeline, which ends with latents; without a prompt, with a picture."""
    if source.pipeline_class in UNCONDITIONAL:
        return (
            call(
                "pipe",
                f'generator=torch.Generator("cpu").manual_seed({request.seed})',
                num_inference_steps=request.num_inference_steps,
                output_type="np",
            )
            + "\n"
        )
    arguments = [f"prompt={quoted(request.prompt)}"]
    if source.pipeline_class == "FluxPipeline":
        embedded = _denoiser_config(source).get("guidance_embeds", False)
        arguments.append(f"max_sequence_length={512 if embedded else 256}")
    kind = PIPELINES[source.pipeline_class]
    if kind.has_negative_prompt:
        arguments.append(f"negative_prompt={quoted(request.negative_prompt)}")
    arguments += [f"{name}={value!r}" for name, value in kind.arguments.items()]
    arguments += [
        f"guidance_scale={request.guidance_scale}",
        f"num_inference_steps={request.num_inference_steps}",
        f"width={request.width}",
        f"height={request.height}",
        f'generator=torch.Generator("cpu").manual_seed({request.seed})',
        'output_type="latent"',
    ]
    return "pipe(\n" + indent("".join(f"{each},\n" for each in arguments), "    ") + ")\n"


def _denoiser_config(source: ModelSource) -> dict[str, Any]:
    try:
        text = (source.path / source.denoiser / "config.json").read_text(encoding="utf-8")
        return dict(json.loads(text))
    except (OSError, ValueError):
        return {}


def widened(source: ModelSource, names: Sequence[str]) -> str:
    """A line that takes variables into full precision, in which x0 is computed."""
    if not source.is_half:
        return ""
    return f"{', '.join(names)} = {', '.join(f'{name}.float()' for name in names)}\n"


def as_kept(source: ModelSource) -> str:
    """What follows an x0 in brackets that was kept in the run's precision."""
    return f".to({source.dtype}).float()" if source.is_half else ""


def level_lines(source: ModelSource, request: GenerationRequest) -> str:
    """Signal and noise, ``a`` and ``b``, at evaluation ``i`` of the network, at timestep ``t``."""
    scheduler = _scheduler(source, request)
    kind = scaling_of(scheduler)
    if kind == "alphas_cumprod":
        return """\
alpha_cumprod = pipe.scheduler.alphas_cumprod[int(t)].item()
a, b = alpha_cumprod**0.5, (1 - alpha_cumprod) ** 0.5
"""
    sigma = "sigma = pipe.scheduler.sigmas[i].item()\n"
    if kind == "sigma":
        return sigma + "a, b = 1.0, sigma\n"
    if kind == "flow":
        return sigma + "a, b = 1 - sigma, sigma\n"
    return sigma + "a = 1 / (sigma**2 + 1) ** 0.5\nb = sigma * a\n"


def x0_of(source: ModelSource, request: GenerationRequest, answer: str) -> str:
    """The expression for x0 from ``a``, ``b``, ``latents`` and the network's ``answer``."""
    scheduler = _scheduler(source, request)
    prediction_type = scheduler.config.get("prediction_type", "flow_prediction")
    return x0_expression(prediction_type, answer, bound_of(scheduler))


def _scheduler(source: ModelSource, request: GenerationRequest) -> Any:
    return make_scheduler(request.scheduler, source.scheduler_config, source.pipeline_class)


def x0_expression(prediction_type: str, answer: str, bound: float | None = None) -> str:
    """The same for a prediction type; ``bound`` is where the scheduler clamps x0, if it does."""
    if bound is not None:
        return f"({x0_expression(prediction_type, answer)}).clamp({-bound}, {bound})"
    if prediction_type == "epsilon":
        return f"(latents - b * {answer}) / a"
    if prediction_type == "flow_prediction":
        return f"latents - b * {answer}"
    if prediction_type == "sample":
        return answer
    return f"a * latents / (a**2 + b**2) - b * {answer} / (a**2 + b**2) ** 0.5"


def unpacking(source: ModelSource, request: GenerationRequest, names: Sequence[str]) -> str:
    """Lines that make latents C x h x w again where the pipeline packs them."""
    return "".join(unpacked_line(source, name, request.width, request.height) for name in names)


def unpacked_line(source: ModelSource, name: str, width: int, height: int) -> str:
    """The same for one variable: FLUX and its kin keep latents as a sequence of patches."""
    if not PIPELINES[source.pipeline_class].is_packed:
        return ""
    return f"{name} = pipe._unpack_latents({name}, {height}, {width}, pipe.vae_scale_factor)\n"
