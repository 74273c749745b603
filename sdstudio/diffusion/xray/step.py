"""A step of a denoising: what the scheduler began with, what was predicted, what came out."""

from __future__ import annotations

import torch

from sdstudio.diffusion.frames import latents_of, unpacked
from sdstudio.diffusion.trajectory import Moment, Trajectory
from sdstudio.diffusion.xray.asking import moment_of
from sdstudio.diffusion.xray.run_code import (
    TAP,
    as_kept,
    call_lines,
    imports,
    level_lines,
    no_code,
    pipeline_lines,
    scheduler_class,
    unpacking,
    widened,
    x0_of,
)
from sdstudio.diffusion.xray.source import source_of
from sdstudio.request import GenerationRequest, View
from sdstudio.xray import Numbers, Rgb, StepInside, StepQuery


@torch.no_grad()
def look_into(trajectory: Trajectory, query: StepQuery) -> StepInside:
    """The numbers of a step, as they were kept. From any thread; no network is asked.

    Noisy latents are as the scheduler had them; only for their picture they are divided by their
    spread. The script leaves x_t in ``latents``, and ``x0`` and ``noise``.

    Raises:
        TrajectoryMissing: there is no such step.
    """
    moment, request = moment_of(trajectory, query.index), trajectory.request
    after = trajectory.moment(query.index + 1)

    def picture(one: Moment, view: View) -> Rgb:
        pixels = trajectory.patch_map.to_rgb(latents_of(one, request, view))
        height, width = pixels.shape[:2]
        return Rgb(width=width, height=height, data=pixels.contiguous().numpy().tobytes())

    return StepInside(
        request_id=query.request_id,
        index=query.index,
        timestep=moment.timestep,
        sigma=moment.sigma,
        before_picture=picture(moment, "noisy"),
        after_picture=None if after is None else picture(after, "noisy"),
        x0_picture=picture(moment, "x0"),
        before=Numbers.of(unpacked(_noisy(moment), request.width, request.height)[0].numpy()),
        x0=Numbers.of(latents_of(moment, request, "x0")[0].numpy()),
        noise=Numbers.of(latents_of(moment, request, "noise")[0].numpy()),
        norms=tuple(
            (
                one.index,
                rms(_noisy(one)),
                rms(one.x0.float()),
                rms(latents_of(one, request, "noise")),
            )
            for one in trajectory.moments
        ),
        code=_code(request, moment),
    )


def rms(values: torch.Tensor) -> float:
    """The root mean square."""
    return float(values.square().mean().sqrt())


def _noisy(moment: Moment) -> torch.Tensor:
    return moment.sample[:1].float().cpu()


def _code(request: GenerationRequest, moment: Moment) -> str:
    source = source_of(request.model, moment.sample.dtype)
    missing = no_code(request, source)
    if missing is not None or source is None:
        return missing or ""
    x0 = x0_of(source, request, "noise_pred")
    if source.is_half:
        x0 = f"({x0}){as_kept(source)}  # in the run's precision"
    return f"""\
{imports([source.pipeline_class, scheduler_class(request)])}
{pipeline_lines(source, request)}
{TAP}
{call_lines(source, request)}
i = {moment.evaluation}  # step {moment.index}; before it, the scheduler was called so many times
noise_pred, t, latents = seen[i]
{widened(source, ["noise_pred", "latents"])}
# This scheduler's noisy latents are a * x0 + b * noise.
{level_lines(source, request)}\
x0 = {x0}
noise = (latents - a * x0) / b
{unpacking(source, request, ["latents", "x0", "noise"])}
for name, values in {{"x_t": latents, "x0": x0, "noise": noise}}.items():
    print(name, tuple(values.shape), "root mean square:", values.square().mean().sqrt().item())
"""
