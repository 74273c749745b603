"""A picture through the VAE and back: what the latents keep of it."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.revisiting import decode_picture
from sdstudio.diffusion.xray.added_code import part_call
from sdstudio.diffusion.xray.asking import asking
from sdstudio.diffusion.xray.source import ModelSource, no_source, quoted, source_of
from sdstudio.request import InvalidRequest
from sdstudio.xray import Numbers, Rgb, VaeQuery, VaeRoundTrip

MOST_SIDE = 1024
"""Larger pictures are made smaller first: a VAE of full size needs gigabytes for them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """How a picture is made to fit: scaled to ``scaled`` (height, width) or not, then cut.

    What is left has ``height`` x ``width`` pixels and begins at ``top`` and ``left``.
    """

    scaled: tuple[int, int] | None
    top: int
    left: int
    height: int
    width: int


def round_trip(model: LoadedModel, query: VaeQuery, must_stop: Callable[[], bool]) -> VaeRoundTrip:
    """Encodes a picture, to the likeliest latents (the mode), and decodes them.

    Sides above 1,024 pixels are scaled down, then all are cut around the middle to multiples of
    the VAE's factor; ``original`` is what is left. The script leaves ``latents``, ``difference``
    and ``psnr``, which is infinite where nothing differs. In the thread of the model.

    Raises:
        InvalidRequest: the picture is smaller than one latent pixel.
        BrokenPicture: the decoded picture holds NaN, in float32 too.
        OutOfMemory: the device has too little memory.
        Cancelled: ``must_stop`` answered true.
    """
    vae = model.pipeline.vae
    fit = fitted(query.picture, int(model.pipeline.vae_scale_factor), most=MOST_SIDE)
    picture = as_tensor(query.picture, fit)
    original = to_rgb(picture)
    with asking(model, must_stop):
        latents = encoded(vae, picture)
        pixels = decode_picture(model, latents, must_stop, [])
    before = np.frombuffer(original.data, np.uint8).reshape(pixels.shape).astype(np.float64)
    apart = np.abs(before - pixels)
    error = float(np.square(apart).mean())
    return VaeRoundTrip(
        original=original,
        decoded=Rgb(width=fit.width, height=fit.height, data=pixels.tobytes()),
        latents=Numbers.of(latents[0].cpu().numpy()),
        difference=Numbers.of(apart.mean(2)),
        psnr=10 * math.log10(255**2 / error) if error else math.inf,
        scaling_factor=float(vae.config.scaling_factor),
        code=_code(model, query, fit),
    )


def fitted(picture: Rgb, factor: int, *, least: int = 1, most: int) -> Fitted:
    """How a picture is made to fit a VAE, or a whole model, of this factor.

    Args:
        picture: of any size.
        factor: what divides both sides afterwards.
        least: the smallest side afterwards.
        most: the largest side afterwards.

    Raises:
        InvalidRequest: it is too small.
    """
    height, width = picture.height, picture.width
    longest = max(height, width)
    scaled = None
    if longest > most:
        height, width = (max(1, round(side * most / longest)) for side in (height, width))
        scaled = (height, width)
    least = max(least, factor)
    if min(height, width) < least:
        raise InvalidRequest(
            "A picture of {width} × {height} pixels is too small or too narrow for this model.",
            "Choose one of at least {least} × {least} pixels.",
            width=picture.width,
            height=picture.height,
            least=least,
        )
    rows, columns = height // factor * factor, width // factor * factor
    return Fitted(
        scaled=scaled,
        top=(height - rows) // 2,
        left=(width - columns) // 2,
        height=rows,
        width=columns,
    )


def as_tensor(picture: Rgb, fit: Fitted) -> torch.Tensor:
    """A picture as a VAE takes it, 1 x 3 x height x width in [-1, 1], float32."""
    pixels = np.frombuffer(picture.data, np.uint8).reshape(picture.height, picture.width, 3)
    values = torch.from_numpy(pixels.copy()).permute(2, 0, 1)[None].float()
    if fit.scaled is not None:
        values = functional.interpolate(values, fit.scaled, mode="area").round()
    rows = slice(fit.top, fit.top + fit.height)
    columns = slice(fit.left, fit.left + fit.width)
    return values[:, :, rows, columns] / 127.5 - 1


def to_rgb(picture: torch.Tensor) -> Rgb:
    """What ``as_tensor`` gave, as a picture again: no level is lost."""
    levels = ((picture[0] + 1) * 127.5).round().to(torch.uint8).permute(1, 2, 0)
    height, width = levels.shape[:2]
    return Rgb(width=width, height=height, data=levels.contiguous().numpy().tobytes())


def encoded(vae: Any, picture: torch.Tensor) -> torch.Tensor:
    """A picture's likeliest latents as the denoiser has them, 1 x C x h x w, float32."""
    dtype = vae.dtype
    raw: torch.Tensor = vae.encode(picture.to(vae.device, dtype)).latent_dist.mode()
    if dtype != torch.float32 and not bool(torch.isfinite(raw).all()):
        # Some VAEs overflow in half precision.
        vae.to(torch.float32)
        try:
            raw = vae.encode(picture.to(vae.device)).latent_dist.mode()
        finally:
            vae.to(dtype)
    raw, config = raw.float(), vae.config
    mean, std = getattr(config, "latents_mean", None), getattr(config, "latents_std", None)
    if mean is not None and std is not None:
        shape = (1, -1, 1, 1)
        centred = raw - raw.new_tensor(mean).view(shape)
        scaled: torch.Tensor = centred * config.scaling_factor / raw.new_tensor(std).view(shape)
        return scaled
    factor: float = config.scaling_factor
    return (raw - (getattr(config, "shift_factor", None) or 0)) * factor


def picture_lines(file: str, fit: Fitted) -> str:
    """Script lines that read a picture as ``picture``, as ``as_tensor`` gives it."""
    scaling = ""
    if fit.scaled is not None:
        scaling = f"""\
# A large picture is made smaller first.
picture = torch.nn.functional.interpolate(picture, {fit.scaled}, mode="area").round()
"""
    return f"""\
pixels = np.array(Image.open({quoted(file)}).convert("RGB"))
picture = torch.from_numpy(pixels).permute(2, 0, 1)[None].float()
{scaling}\
# The middle, whose sides the VAE can divide.
top, left, height, width = {fit.top}, {fit.left}, {fit.height}, {fit.width}
picture = picture[:, :, top : top + height, left : left + width] / 127.5 - 1
"""


def encoding_lines(vae: Any, source: ModelSource) -> str:
    """Script lines that make ``latents`` of ``picture`` with ``vae``, as ``encoded`` does."""
    config = vae.config
    if getattr(config, "latents_mean", None) is not None and config.latents_std is not None:
        scaling = """\
mean = torch.tensor(vae.config.latents_mean, device=raw.device).view(1, -1, 1, 1)
std = torch.tensor(vae.config.latents_std, device=raw.device).view(1, -1, 1, 1)
latents = (raw - mean) * vae.config.scaling_factor / std
"""
    elif getattr(config, "shift_factor", None):
        scaling = "latents = (raw - vae.config.shift_factor) * vae.config.scaling_factor\n"
    else:
        scaling = "latents = raw * vae.config.scaling_factor\n"
    full = ".float()" if source.is_half else ""
    return f"""\
with torch.no_grad():
    raw = vae.encode(picture.to(vae.device, vae.dtype)).latent_dist.mode(){full}
# As the denoiser has them:
{scaling}"""


def _loading(model: LoadedModel, source: ModelSource) -> str:
    for part in model.parts:
        if part.name == "vae":
            return f"vae = {part_call(source, part, 'AutoencoderKL')}"
    return f"""\
vae = AutoencoderKL.from_pretrained(
    {quoted(str(source.path))}, subfolder="vae"{source.options}
){source.placed}"""


def _code(model: LoadedModel, query: VaeQuery, fit: Fitted) -> str:
    source = source_of(model.folder.reference, model.device.dtype)
    if source is None:
        return no_source(model.folder.reference)
    vae = model.pipeline.vae
    return f"""\
import numpy as np
import torch
from diffusers import AutoencoderKL
from PIL import Image

{_loading(model, source)}

{picture_lines(query.file, fit)}
{encoding_lines(vae, source)}
with torch.no_grad():
    decoded = vae.decode(raw.to(vae.dtype)).sample

# In levels of 255, as they are saved.
original = (picture[0] + 1) * 127.5
decoded = ((decoded[0].float().cpu() / 2 + 0.5).clamp(0, 1) * 255).round()
difference = (original.round() - decoded).abs().mean(0)
error = (original.round() - decoded).double().square().mean()
psnr = (10 * torch.log10(255**2 / error)).item()
print("latents:", tuple(latents.shape), "scaled by", vae.config.scaling_factor)
print("PSNR:", psnr, "dB")
"""
