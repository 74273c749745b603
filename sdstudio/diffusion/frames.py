"""Looking at a moment of a run: the predicted picture, the noisy latents, the predicted noise."""

from __future__ import annotations

import math
from collections.abc import Callable

import torch
from torch.nn import functional

from sdstudio.diffusion.trajectory import Moment, Trajectory
from sdstudio.request import Frame, GenerationRequest, View

Decode = Callable[[torch.Tensor], torch.Tensor]
"""Latents as the denoiser has them (1 x C x h x w, float32) to uint8 (H x W x 3)."""

_THUMBNAIL = 64


@torch.no_grad()
def frame(
    trajectory: Trajectory, index: int, view: View, decode: Decode | None = None
) -> Frame | None:
    """A step as a picture, decoded by the trajectory's own map, or by ``decode`` (the VAE).

    None when there is no such step. From any thread.
    """
    moment = trajectory.moment(index)
    if moment is None:
        return None
    decoder = decode or trajectory.patch_map.to_rgb
    pixels = _pixels(moment, trajectory.request, view, decoder)
    return _frame(trajectory, index, view, pixels, "map" if decode is None else "vae")


@torch.no_grad()
def thumbnail(trajectory: Trajectory, index: int) -> Frame | None:
    """The predicted picture of a step, its longer side about 64 pixels if it has so many."""
    moment = trajectory.moment(index)
    if moment is None:
        return None
    latents = latents_of(moment, trajectory.request, "x0")
    factor = trajectory.patch_map.factor
    while factor > 1 and max(latents.shape[-2:]) * factor // 2 >= _THUMBNAIL:
        factor //= 2
    if trajectory.patch_map.factor == 1:  # a model without a VAE, whose pixels may be many
        side = max(latents.shape[-2:]) // _THUMBNAIL
        latents = functional.avg_pool2d(latents, side) if side > 1 else latents
    pixels = trajectory.patch_map.smaller(factor).to_rgb(latents)
    return _frame(trajectory, index, "x0", pixels, "map")


def latents_of(moment: Moment, request: GenerationRequest, view: View) -> torch.Tensor:
    """What a view shows, as latents: 1 x C x h x w, float32, in main memory.

    Noisy latents are divided by their spread, sqrt(a^2 + b^2): some schedulers keep them up to
    fourteen times as large, which no decoder has seen.
    """
    x0, sample = moment.x0.float().cpu(), moment.sample.float().cpu()
    if view == "noisy":
        chosen = sample / math.hypot(moment.a, moment.b)
    elif view == "noise":
        chosen = (sample - moment.a * x0) / moment.b if moment.b else torch.zeros_like(x0)
    else:
        chosen = x0
    return unpacked(chosen[:1], request.width, request.height)


def unpacked(latents: torch.Tensor, width: int, height: int) -> torch.Tensor:
    """Latents of any pipeline as 1 x C x h x w; ``width`` and ``height`` are the picture's.

    FLUX has them as a sequence, 1 x (h/2 w/2) x 4 C: each token is a patch of 2 x 2 latent pixels.
    """
    if latents.ndim == 4:
        return latents
    batch, count, size = latents.shape
    rows = round(math.sqrt(count * height / width))
    columns = count // rows
    patches = latents.view(batch, rows, columns, size // 4, 2, 2)
    return patches.permute(0, 3, 1, 4, 2, 5).reshape(batch, size // 4, 2 * rows, 2 * columns)


def _pixels(moment: Moment, request: GenerationRequest, view: View, decode: Decode) -> torch.Tensor:
    if view == "both":
        sides = [_pixels(moment, request, each, decode) for each in ("x0", "noisy")]
        return torch.cat([each.cpu() for each in sides], dim=1)
    return decode(latents_of(moment, request, view)).cpu()


def _frame(
    trajectory: Trajectory, index: int, view: View, pixels: torch.Tensor, decoder: str
) -> Frame:
    height, width = pixels.shape[:2]
    return Frame(
        request_id=trajectory.request.id,
        index=index,
        view=view,
        rgb=pixels.contiguous().numpy().tobytes(),
        width=width,
        height=height,
        decoder=decoder,
    )
