"""Real runs whose denoising is kept, and branches of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from sdstudio.diffusion.generate import RunObserver, Watching, generate
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.ring import TrajectoryRing
from sdstudio.diffusion.stopping import never
from sdstudio.diffusion.trajectory import Trajectory
from sdstudio.request import Generated, GenerationRequest, new_id
from tests.diffusion.conftest import Recorder

PLENTY = 10**9
"""Bytes: more than all runs of these tests take."""


@dataclass(frozen=True, eq=False)
class Run:
    """A picture and how it came about."""

    picture: Generated
    trajectory: Trajectory

    @property
    def rgb(self) -> bytes:
        return self.picture.rgb

    @property
    def request(self) -> GenerationRequest:
        return self.picture.request


def ask(model: LoadedModel, **changes: object) -> GenerationRequest:
    """A quick request to a model."""
    values: dict[str, object] = {
        "prompt": "a red apple",
        "negative_prompt": "green",
        "model": model.folder.reference,
        "scheduler": model.info.defaults.scheduler,
        "num_inference_steps": 4,
        "width": 32,
        "height": 32,
        "seed": 11,
    }
    return GenerationRequest(**(values | changes))  # type: ignore[arg-type]


def run(
    model: LoadedModel,
    request: GenerationRequest,
    *,
    parent: Trajectory | None = None,
    observer: RunObserver | None = None,
    must_keep: Callable[[], bool] = never,
    ring: TrajectoryRing | None = None,
) -> Run:
    """Makes a picture and keeps its denoising."""
    ring = ring or TrajectoryRing(PLENTY)
    picture = generate(
        model,
        request,
        observer or Recorder(),
        never,
        watching=Watching(ring=ring),
        must_keep=must_keep,
        parent=parent,
    )
    trajectory = ring.get(request.id)
    assert trajectory is not None
    return Run(picture, trajectory)


def branch(request: GenerationRequest, step: int, **changes: object) -> GenerationRequest:
    """What goes on from a step of another request's run."""
    values: dict[str, object] = {"id": new_id(), "parent": request.id, "from_step": step}
    return replace(request, **(values | changes))  # type: ignore[arg-type]


def largest_difference(rgb: bytes, other: bytes) -> int:
    """In levels of 256."""
    first, second = (np.frombuffer(each, np.uint8).astype(int) for each in (rgb, other))
    return int(np.abs(first - second).max())
