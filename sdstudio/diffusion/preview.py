"""From latents to a picture at a fraction of the VAE's cost.

Decoding with the full VAE at every step would more than double the time of a run. The map here
computes each latent pixel's patch of the picture (8 x 8 pixels for Stable Diffusion) as a linear
function of the 5 x 5 latent pixels around it: one small matrix product, and the picture comes out
in full size.

The matrix is fitted to the model's own VAE by least squares, without any data. What is fitted is a
patch of twice the size from 3 x 3 latent pixels; these patches overlap by half and fade into each
other, so no seams show, and since fading is linear too, it is multiplied into the matrix once and
for all. The pictures are synthetic: the VAE encodes and decodes some of the "dead leaves" kind
(overlapping plain and shaded shapes of all sizes: Lee, Mumford and Huang 2001), whose edges, flat
areas and colours are statistically close to those of real pictures. Random latents in their place
give washed-out colours.
"""

from __future__ import annotations

import hashlib
import io
import logging
import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional

from sdstudio.files import write_atomically
from sdstudio.request import SdstudioError

_log = logging.getLogger(__name__)

_PICTURES = 24
_SIDE = 128
"""Pixels, rounded up to a multiple of the VAE's factor; small, for each goes through the VAE."""
_LATENT_SIDE = 16
"""Latent pixels that such a picture has at least."""
_SEED = 20_261_121
_FORMAT = 2


@dataclass(frozen=True, slots=True, eq=False)
class PatchMap:
    """A linear map from 5 x 5 latent pixels to the patch of the picture under the middle one.

    ``weights`` is float32, (25 C + 1) x 3 f^2, for latents of C channels and a VAE of factor f; the
    last row is the constant. It lies on the device of the latents it is meant for.
    """

    weights: torch.Tensor
    factor: int

    def to_values(self, latents: torch.Tensor) -> torch.Tensor:
        """Latents (1 x C x h x w, float32, as the denoiser sees them) to h f x w f x 3, float32.

        In range are values from -1 to 1; nothing is cut off, so that sums of latents give the same
        sums of pictures, but for the constant.
        """
        height, width = latents.shape[-2:]
        patches = _neighbourhoods(latents, 5) @ self.weights
        return functional.pixel_shuffle(
            patches.reshape(1, height, width, -1).permute(0, 3, 1, 2), self.factor
        )[0].permute(1, 2, 0)

    def to_rgb(self, latents: torch.Tensor) -> torch.Tensor:
        """Latents (1 x C x h x w, float32, as the denoiser sees them) to uint8 (h f x w f x 3)."""
        # Round before uint8, or every value comes out half a level too dark.
        return ((self.to_values(latents).clamp(-1, 1) + 1) * 127.5).round().to(torch.uint8)

    def to(self, device: torch.device) -> PatchMap:
        """The same map for latents on another device."""
        return PatchMap(self.weights.to(device), self.factor)

    def smaller(self, factor: int) -> PatchMap:
        """A map to pictures of ``factor`` pixels a latent pixel, which must divide its own.

        It gives the averages of what this map gives, at a fraction of the cost.
        """
        side = self.factor // factor
        patches = self.weights.reshape(-1, 3, factor, side, factor, side).mean((3, 5))
        return PatchMap(patches.reshape(-1, 3 * factor**2).contiguous(), factor)


def fetch_patch_map(
    vae: Any, origin: Iterable[Path | str], folder: Path, between: Callable[[], None]
) -> PatchMap:
    """The map of this VAE: from ``folder`` when it was fitted before, else fitted and kept there.

    ``origin`` names the map: the VAE's own files by their content, or a text that tells it from
    others. ``between`` is called between pictures and may raise to give up. A cache that cannot be
    read or written is no failure.
    """
    factor = _factor(vae)
    device = vae.device
    path = folder / f"{_digest(origin)}.npy"
    try:
        weights = torch.from_numpy(np.load(path, allow_pickle=False))
        if weights.shape == (25 * vae.config.latent_channels + 1, 3 * factor**2):
            return PatchMap(weights.to(device, torch.float32), factor)
    except (OSError, ValueError, EOFError):
        pass
    weights = _fit(vae, factor, between)
    buffer = io.BytesIO()
    np.save(buffer, weights.numpy(), allow_pickle=False)
    try:
        write_atomically(path, buffer.getvalue())
    except SdstudioError as error:
        _log.info("preview map not kept: %s", error)
    return PatchMap(weights.to(device), factor)


def _factor(vae: Any) -> int:
    """Pixels of the picture for a latent pixel; AutoencoderDC has one list of blocks each way."""
    blocks = vae.config.get("encoder_block_out_channels") or vae.config.block_out_channels
    return int(2 ** (len(blocks) - 1))


def _digest(origin: Iterable[Path | str]) -> str:
    digest = hashlib.sha256(f"patch map {_FORMAT}".encode())
    for each in sorted(origin, key=str):
        if isinstance(each, str):
            digest.update(each.encode())
            continue
        with each.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


@torch.no_grad()
def _fit(vae: Any, factor: int, between: Callable[[], None]) -> torch.Tensor:
    """Least squares over ``_PICTURES`` synthetic pictures, by the normal equations in float64."""
    generator = torch.Generator().manual_seed(_SEED)
    # Deep VAEs have few latent pixels in a picture, and more channels to fit.
    side = math.ceil(max(_SIDE, _LATENT_SIDE * factor) / factor) * factor
    channels = vae.config.latent_channels
    rows = 9 * channels + 1
    gram = torch.zeros(rows, rows, dtype=torch.float64)
    moment = torch.zeros(rows, 3 * (2 * factor) ** 2, dtype=torch.float64)
    for _ in range(_PICTURES):
        between()
        picture = _dead_leaves(side, generator).to(vae.device)
        latents, decoded = _through_vae(vae, picture)
        features = _neighbourhoods(latents, 3).double().cpu()
        half = factor // 2
        around = functional.pad(decoded, (half, half, half, half), mode="replicate")
        patches = functional.unfold(around, 2 * factor, stride=factor)[0].T.double().cpu()
        gram += features.T @ features
        moment += features.T @ patches
    gram.diagonal().add_(1e-6 * float(gram.diagonal().mean()))
    return _fade(torch.linalg.solve(gram, moment), channels, factor).float()


def _fade(large: torch.Tensor, channels: int, factor: int) -> torch.Tensor:
    """Overlapping patches from 3 x 3 latent pixels as one patch from 5 x 5.

    ``large`` is (9 C + 1) x 3 (2 f)^2. The pixels of a patch of size f get their share from the
    large patches of the latent pixels at -1, 0 and 1; the shares fall off linearly and add up to 1.
    """
    size, half = 2 * factor, factor // 2
    distance = (torch.arange(size, dtype=large.dtype) - (factor - 0.5)).abs()
    share = 1 - distance / factor
    # Where in the large patch at an offset the pixels of the patch lie: theirs, and its.
    spans = {
        -1: (slice(0, half), slice(size - half, size)),
        0: (slice(0, factor), slice(half, half + factor)),
        1: (slice(half, factor), slice(0, half)),
    }
    by_place = large[:-1].reshape(channels, 3, 3, 3, size, size)
    constant = large[-1].reshape(3, size, size)
    patch = torch.zeros(channels, 5, 5, 3, factor, factor, dtype=large.dtype)
    patch_constant = torch.zeros(3, factor, factor, dtype=large.dtype)
    for down, (to_rows, from_rows) in spans.items():
        for right, (to_columns, from_columns) in spans.items():
            shares = share[from_rows, None] * share[from_columns]
            at = (slice(None), slice(1 + down, 4 + down), slice(1 + right, 4 + right))
            patch[(*at, slice(None), to_rows, to_columns)] += (
                by_place[..., from_rows, from_columns] * shares
            )
            patch_constant[:, to_rows, to_columns] += constant[:, from_rows, from_columns] * shares
    return torch.cat([patch.reshape(25 * channels, -1), patch_constant.reshape(1, -1)])


def _through_vae(vae: Any, picture: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """A picture's latents (float32, as the denoiser sees them) and what the VAE makes of them."""
    dtype = vae.dtype
    raw = _encoded(vae, picture.to(dtype))
    decoded = vae.decode(raw).sample.float()
    if dtype != torch.float32 and not bool(torch.isfinite(decoded).all()):
        # Some VAEs overflow in half precision.
        vae.to(torch.float32)
        try:
            raw = _encoded(vae, picture)
            decoded = vae.decode(raw).sample
        finally:
            vae.to(dtype)
    shift = getattr(vae.config, "shift_factor", None) or 0
    latents = (raw.float() - shift) * vae.config.scaling_factor
    return latents, decoded.clamp(-1, 1)


def _encoded(vae: Any, picture: torch.Tensor) -> torch.Tensor:
    """A picture's raw latents, the likeliest where the VAE gives a distribution."""
    encoded = vae.encode(picture)
    latents: torch.Tensor = (
        encoded.latent_dist.mode() if hasattr(encoded, "latent_dist") else encoded.latent
    )
    return latents


def _neighbourhoods(latents: torch.Tensor, size: int) -> torch.Tensor:
    """(1, C, h, w) to (h w, size^2 C + 1): pixels with those around them, edges repeated; a one."""
    reach = size // 2
    padded = functional.pad(latents, (reach, reach, reach, reach), mode="replicate")
    columns = functional.unfold(padded, size)[0].T
    return torch.cat([columns, columns.new_ones(columns.shape[0], 1)], dim=1)


def _dead_leaves(side: int, generator: torch.Generator) -> torch.Tensor:
    """A picture of overlapping shapes, 1 x 3 x side x side in [-1, 1]."""
    axis = torch.arange(side) / side
    y, x = torch.meshgrid(axis, axis, indexing="ij")

    def chance() -> float:
        return float(torch.rand((), generator=generator))

    def colour() -> torch.Tensor:
        rgb = torch.rand(3, generator=generator)
        kind = chance()
        if kind < 0.25:
            rgb = rgb.mean().expand(3)  # grey
        elif kind < 0.5:
            rgb = (rgb > 0.5).float()  # the corners of the colour cube, where pictures saturate
        return rgb[:, None, None]

    def fill() -> torch.Tensor:
        first = colour()
        second = first if chance() < 0.5 else colour()
        angle = 2 * math.pi * chance()
        shade = (x * math.cos(angle) + y * math.sin(angle) + 1) / 2
        return first * (1 - shade) + second * shade

    picture = fill()
    for _ in range(3 + int(20 * chance())):
        centre_x, centre_y, stretch = chance(), chance(), 0.5 + chance()
        radius = 0.03 / (0.05 + 0.95 * chance())  # many small shapes, few large ones
        if chance() < 0.6:
            distance = ((x - centre_x) ** 2 * stretch + (y - centre_y) ** 2 / stretch).sqrt()
        else:
            distance = torch.maximum((x - centre_x).abs() * stretch, (y - centre_y).abs() / stretch)
        mask = ((radius - distance) * side / 2 + 0.5).clamp(0, 1)
        picture = picture * (1 - mask) + fill() * mask
    return picture[None] * 2 - 1
