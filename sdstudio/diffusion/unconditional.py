"""Models without a prompt that denoise pixels: DDPM and its kin (Ho et al. 2020).

They have neither text encoder nor VAE, so what elsewhere are latents here are pixels, from -1 to
1, already. Previews, kept denoisings and frames want a linear map to a picture all the same: here
it is the one that changes nothing.
"""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import torch

from sdstudio.diffusion.decoding import to_pixels
from sdstudio.diffusion.preview import PatchMap


def has_vae(pipeline: Any) -> bool:
    """Whether the network works on latents; else it works on the pixels themselves."""
    return getattr(pipeline, "vae", None) is not None


def identity_map(channels: int) -> PatchMap:
    """The map of pixels to themselves, in main memory; of one channel, to grey.

    The products with the pixels around are zeros, so every value comes out exactly as it went in.
    """
    weights = torch.zeros(25 * channels + 1, 3)
    for colour in range(3):
        weights[25 * min(colour, channels - 1) + 12, colour] = 1.0
    return PatchMap(weights, 1)


def picture_of(pixels: torch.Tensor) -> npt.NDArray[np.uint8]:
    """Pixels as the network has them (1 x 3 or 1 x h x w, in [-1, 1]) as h x w x 3 of 256 levels.

    The same arithmetic as the pipelines' own. In main memory.
    """
    return to_pixels(pixels.expand(-1, 3, -1, -1))
