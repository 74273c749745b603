"""Two denoisings beside each other: how far apart their predicted pictures are, step by step."""

from __future__ import annotations

from textwrap import indent

import torch

from sdstudio.diffusion.trajectory import Moment, Trajectory
from sdstudio.diffusion.xray.run_code import (
    TAP,
    as_kept,
    call_lines,
    imports,
    level_lines,
    no_code,
    pipeline_lines,
    scheduler_class,
    widened,
    x0_of,
)
from sdstudio.diffusion.xray.source import source_of
from sdstudio.request import InvalidRequest
from sdstudio.xray import Comparison

PARTED = 0.01
"""The distance from which on two runs have parted."""


@torch.no_grad()
def compare(first: Trajectory, second: Trajectory) -> Comparison:
    """The distance of the predicted x0 at every step that both have. From any thread.

    The script leaves it in ``distances``.

    Raises:
        InvalidRequest: the pictures differ in size, or their latents in kind.
    """
    one, other = first.request, second.request
    if (one.width, one.height) != (other.width, other.height):
        raise InvalidRequest(
            "Pictures of {first} and {second} pixels cannot be compared.",
            "Choose two of the same size.",
            first=f"{one.width} × {one.height}",
            second=f"{other.width} × {other.height}",
        )
    pairs = [
        (moment, same)
        for moment in first.moments
        if (same := second.moment(moment.index)) is not None
    ]
    if any(moment.x0.shape != same.x0.shape for moment, same in pairs):
        raise InvalidRequest(
            "These two pictures were made by models whose latents are of different kinds.",
            "Choose two of the same kind of model.",
        )
    distances = tuple(_distance(moment, same) for moment, same in pairs)
    steps = tuple(moment.index for moment, _ in pairs)
    parted = (step for step, far in zip(steps, distances, strict=True) if far > PARTED)
    return Comparison(
        first=one.id,
        second=other.id,
        steps=steps,
        distances=distances,
        parted_at=next(parted, None),
        code=_code(first, second, pairs),
    )


def _distance(moment: Moment, same: Moment) -> float:
    x0, other = moment.x0.float().cpu(), same.x0.float().cpu()
    size = float(x0.square().mean().sqrt())
    return float((other - x0).square().mean().sqrt()) / max(size, 1e-12)


def _code(first: Trajectory, second: Trajectory, pairs: list[tuple[Moment, Moment]]) -> str:
    classes: list[str] = []
    parts: list[str] = []
    for number, (name, trajectory) in enumerate((("first", first), ("second", second))):
        request = trajectory.request
        moments = [pair[number] for pair in pairs]
        dtype = trajectory.moments[0].sample.dtype if trajectory.moments else torch.float32
        source = source_of(request.model, dtype)
        missing = no_code(request, source)
        if missing is not None or source is None:
            return missing or ""
        x0 = x0_of(source, request, "noise_pred")
        if source.is_half:
            x0 = f"({x0}){as_kept(source)}"
        classes += [source.pipeline_class, scheduler_class(request)]
        parts.append(f"""\
# The {name} run.
{pipeline_lines(source, request)}
{TAP}
{call_lines(source, request)}
{name} = []
for i in {[moment.evaluation for moment in moments]}:  # one evaluation of the network a step
    noise_pred, t, latents = seen[i]
{indent(widened(source, ["noise_pred", "latents"]), "    ")}\
    # This scheduler's noisy latents are a * x0 + b * noise.
{indent(level_lines(source, request), "    ")}\
    {name}.append({x0})
""")
    listed = "\n".join(parts)
    return f"""\
{imports(classes)}
{listed}
distances = []
for one, other in zip(first, second):
    distance = (other - one).square().mean().sqrt() / one.square().mean().sqrt()
    distances.append(distance.item())
print(distances)
"""
