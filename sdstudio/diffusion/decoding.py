"""The full VAE: watched over while a pipeline uses it, and used on latents of our own."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from sdstudio.diffusion.device import is_out_of_memory
from sdstudio.phrase import Phrase
from sdstudio.request import BrokenPicture


@contextmanager
def watched_decoder(vae: Any, begin: Callable[[], None], notes: list[Phrase]) -> Iterator[None]:
    """Watches over ``vae.decode``: the finished latents must not be lost to a failing decoder.

    A decoder that runs out of memory is repeated in tiles, one that overflows in half precision in
    float32; ``notes`` gets a sentence of it. ``begin`` is called before, and may raise.

    Raises:
        BrokenPicture: the decoded picture holds NaN, in float32 too.
    """
    original = vae.decode

    @functools.wraps(original)
    def decode(latents: torch.Tensor, *args: Any, **kwargs: Any) -> Any:
        begin()
        ran_out = False
        try:
            decoded = original(latents, *args, **kwargs)
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            ran_out = True
        if ran_out:
            notes.append(Phrase("Memory was short, so the picture was decoded in tiles."))
            decoded = _decode_in_tiles(vae, original, latents, *args, **kwargs)
        if bool(torch.isfinite(decoded[0]).all()):
            return decoded
        if vae.dtype != torch.float32:
            # Some VAEs overflow in half precision, which would be a silent black picture.
            dtype = vae.dtype
            vae.to(torch.float32)
            try:
                decoded = original(latents.float(), *args, **kwargs)
            finally:
                vae.to(dtype)
            if bool(torch.isfinite(decoded[0]).all()):
                notes.append(Phrase("The picture was decoded again in full precision."))
                return tuple(part.to(latents.dtype) for part in decoded)
        raise not_a_number()

    vae.decode = decode
    try:
        yield
    finally:
        del vae.decode


def not_a_number() -> BrokenPicture:
    """What is said of a picture that holds NaN."""
    return BrokenPicture(
        "The model gave no picture: its result is not a number (NaN).",
        "Try a lower guidance scale, another scheduler or another model.",
    )


def _decode_in_tiles(
    vae: Any, decode: Callable[..., Any], latents: torch.Tensor, *args: Any, **kwargs: Any
) -> Any:
    if latents.device.type == "cuda":
        torch.cuda.empty_cache()
    vae.enable_tiling()
    try:
        return decode(latents, *args, **kwargs)
    finally:
        vae.disable_tiling()


def scaled_for(vae: Any, latents: torch.Tensor) -> torch.Tensor:
    """Latents as the denoiser has them, scaled and shifted as the VAE's config says.

    The same arithmetic as the pipelines' own. 1 x C x h x w.
    """
    config = vae.config
    raw: torch.Tensor = latents.to(vae.device, vae.dtype)
    mean, std = getattr(config, "latents_mean", None), getattr(config, "latents_std", None)
    if mean is not None and std is not None:
        shape = (1, -1, 1, 1)
        raw = raw * raw.new_tensor(std).view(shape) / config.scaling_factor
        shifted: torch.Tensor = raw + raw.new_tensor(mean).view(shape)
        return shifted
    raw = raw / config.scaling_factor
    if shift := getattr(config, "shift_factor", None):
        raw = raw + shift
    return raw


@torch.no_grad()
def decode_quickly(vae: Any, latents: torch.Tensor) -> torch.Tensor:
    """Latents as the denoiser has them to a picture to look at, uint8, H x W x 3, on the device.

    It goes past a watch on ``vae.decode``, which is for the finished picture.
    """
    return to_uint8(type(vae).decode(vae, scaled_for(vae, latents), return_dict=False)[0])


def to_uint8(decoded: torch.Tensor) -> torch.Tensor:
    """A decoded picture, 1 x 3 x H x W in [-1, 1], as uint8, H x W x 3."""
    # Round before uint8, or every value comes out half a level too dark.
    levels = ((decoded[0].float() / 2 + 0.5).clamp(0, 1) * 255).round()
    return levels.to(torch.uint8).permute(1, 2, 0).contiguous()


def to_pixels(decoded: torch.Tensor) -> npt.NDArray[np.uint8]:
    """The same, in main memory."""
    pixels: npt.NDArray[np.uint8] = to_uint8(decoded).cpu().numpy()
    return pixels
