"""Asking the networks of a model outside of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import torch

from sdstudio.diffusion.device import free_memory, is_out_of_memory
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.stopping import checking_blocks
from sdstudio.diffusion.trajectory import Moment, Trajectory
from sdstudio.request import BrokenTrajectory, Cancelled, OutOfMemory, TrajectoryMissing


@contextmanager
def asking(model: LoadedModel, must_stop: Callable[[], bool]) -> Iterator[None]:
    """The with block may call the networks; afterwards the pipeline is as it was.

    Raises:
        Cancelled: ``must_stop`` answered true before a block of a network.
        OutOfMemory: the device has too little memory.
    """

    def check() -> None:
        if must_stop():
            raise Cancelled

    pipeline, ran_out = model.pipeline, False
    scheduler = pipeline.scheduler
    check()
    try:
        with torch.no_grad(), checking_blocks(model, check):
            yield
    except (RuntimeError, MemoryError) as error:
        if not is_out_of_memory(error):
            raise
        ran_out = True  # what the traceback holds is freed only outside this block
    finally:
        pipeline.scheduler = scheduler
        pipeline.maybe_free_model_hooks()
    if ran_out:
        free_memory(model.device)
        raise OutOfMemory(
            "There is not enough memory on {device} to look inside.",
            "Close other programs, or look into a smaller picture.",
            device=model.device.label,
        )


def moment_of(trajectory: Trajectory, index: int) -> Moment:
    """A step of a denoising.

    Raises:
        TrajectoryMissing: there is no such step.
    """
    moment = trajectory.moment(index)
    if moment is None:
        raise TrajectoryMissing("There is no step {step} in this denoising.", step=index)
    return moment


def check_model(model: LoadedModel, trajectory: Trajectory) -> None:
    """Checks that a denoising was made with the weights of this model, the added ones included.

    Raises:
        BrokenTrajectory: it was made with others.
    """
    if trajectory.is_of(model.fingerprint) and model.identity != trajectory.model:
        raise BrokenTrajectory(
            "This denoising was made with other LoRAs, embeddings or parts than are there now.",
            "Make the picture again to look inside.",
        )
    if model.identity != trajectory.model:
        raise BrokenTrajectory(
            "This denoising was made with another model than “{model}” is now.",
            "Choose the model it was made with.",
            model=model.info.name,
        )
