"""A moment of a run through the full VAE: to be looked at closely, or kept as a picture."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

import diffusers
import numpy as np
import numpy.typing as npt
import torch

from sdstudio import __version__
from sdstudio.diffusion.decoding import (
    not_a_number,
    scaled_for,
    to_pixels,
    watched_decoder,
)
from sdstudio.diffusion.frames import frame, latents_of
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.stopping import checking_blocks
from sdstudio.diffusion.trajectory import Trajectory
from sdstudio.diffusion.unconditional import has_vae, picture_of
from sdstudio.phrase import Phrase
from sdstudio.request import (
    BrokenTrajectory,
    Cancelled,
    Frame,
    Generated,
    GenerationRequest,
    Provenance,
    TrajectoryMissing,
    View,
    new_id,
)


def decode_picture(
    model: LoadedModel,
    latents: torch.Tensor,
    must_stop: Callable[[], bool],
    notes: list[Phrase],
) -> npt.NDArray[np.uint8]:
    """Latents (1 x C x h x w, as the denoiser has them) through the full VAE: H x W x 3.

    Where there is no VAE they are the pixels already. In the thread of the model. ``notes`` gets
    sentences as in a run.

    Raises:
        BrokenPicture: the result holds NaN, in float32 too.
        Cancelled: ``must_stop`` answered true.
    """

    def check() -> None:
        if must_stop():
            raise Cancelled

    if not has_vae(model.pipeline):
        check()
        if not bool(torch.isfinite(latents).all()):
            raise not_a_number()
        return picture_of(latents)
    vae = model.pipeline.vae
    with (
        torch.no_grad(),
        checking_blocks(model, check),
        watched_decoder(vae, check, notes),
    ):
        return to_pixels(vae.decode(scaled_for(vae, latents), return_dict=False)[0])


def picture_of_step(
    model: LoadedModel, trajectory: Trajectory, index: int, must_stop: Callable[[], bool]
) -> Generated:
    """The predicted x0 of a step as a picture of its own, whose parent the trajectory's is.

    In the thread of the model.

    Raises:
        TrajectoryMissing: there is no such step.
        BrokenTrajectory: it was made with another model.
        BrokenPicture: the result holds NaN, in float32 too.
        Cancelled: ``must_stop`` answered true.
    """
    started = time.perf_counter()
    moment = trajectory.moment(index)
    if moment is None:
        raise TrajectoryMissing("There is no step {step} in this denoising.", step=index)
    if not trajectory.is_of(model.fingerprint):
        raise BrokenTrajectory(
            "This denoising was made with another model than “{model}” is now.",
            "Choose the model it was made with.",
            model=model.info.name,
        )
    notes: list[Phrase] = []
    pixels = decode_picture(model, latents_of(moment, trajectory.request, "x0"), must_stop, notes)
    request = replace(
        trajectory.request,
        id=new_id(),
        parent=trajectory.request.id,
        from_step=index,
        fresh_noise=False,
    )
    return generated(model, request, pixels, started, notes, index)


def decoded_frame(
    model: LoadedModel,
    trajectory: Trajectory,
    index: int,
    view: View,
    must_stop: Callable[[], bool],
) -> Frame | None:
    """A step as a picture to look at; None unless it is this model's, and it has a VAE.

    Without one the cheap map's picture cannot be bettered. In the thread of the model.

    Raises:
        Cancelled: ``must_stop`` answered true.
    """
    if not trajectory.is_of(model.fingerprint) or not has_vae(model.pipeline):
        return None

    def decode(latents: torch.Tensor) -> torch.Tensor:
        return torch.from_numpy(decode_picture(model, latents, must_stop, []))

    return frame(trajectory, index, view, decode)


def generated(
    model: LoadedModel,
    request: GenerationRequest,
    pixels: npt.NDArray[np.uint8],
    started: float,
    notes: list[Phrase],
    kept_step: int | None,
) -> Generated:
    """A finished picture (H x W x 3) with what is to be known of it.

    ``started`` is when its making began, by ``time.perf_counter``.
    """
    height, width = pixels.shape[:2]
    return Generated(
        request=request,
        rgb=pixels.tobytes(),
        width=width,
        height=height,
        seconds=time.perf_counter() - started,
        provenance=_provenance_of(model),
        notes=tuple(notes),
        kept_step=kept_step,
    )


def _provenance_of(model: LoadedModel) -> Provenance:
    """What makes pictures with this model."""
    return Provenance(
        sdstudio=__version__,
        torch=torch.__version__,
        diffusers=diffusers.__version__,
        device=model.device.label,
        dtype=model.device.dtype_name,
        model_name=model.folder.name,
        pipeline_class=model.folder.pipeline_class,
        added=(*model.added.files, *model.part_files),
    )
