"""What both denoisers' trainings do alike."""

from __future__ import annotations

from typing import Any

import torch
from diffusers.models.attention_processor import AttnProcessor
from torch import Tensor, nn

TIMESTEPS = 1000


def draw_timesteps(size: int, generator: torch.Generator, power: float = 1.0) -> Tensor:
    """(size,), one from each of ``size`` equal parts, which leaves less noise in the gradient.

    A ``power`` below 1 draws high noise more often.
    """
    spread = (torch.arange(size) + torch.rand(1, generator=generator)) / size
    timesteps = (spread.pow(power) * TIMESTEPS).long().clamp(max=TIMESTEPS - 1)
    return timesteps[torch.randperm(size, generator=generator)]


def amounts(alphas_cumprod: Tensor) -> tuple[Tensor, Tensor]:
    """How much of the signal and of the noise is in a sample, each (N, 1, 1, 1)."""
    return alphas_cumprod.sqrt().view(-1, 1, 1, 1), (1 - alphas_cumprod).sqrt().view(-1, 1, 1, 1)


@torch.no_grad()
def predict_nothing(unet: Any) -> None:
    """Lets a UNet begin with residual blocks that pass things on, and with 0 for an answer."""
    for module in unet.modules():
        if type(module).__name__ == "ResnetBlock2D":
            nn.init.zeros_(module.conv2.weight)
            nn.init.zeros_(module.conv2.bias)
    nn.init.zeros_(unet.conv_out.weight)
    nn.init.zeros_(unet.conv_out.bias)


def attend_plainly(unet: Any) -> None:
    """For a CPU, where the backward pass of the fused kernel takes half of all time."""
    for module in unet.modules():
        if type(module).__name__ == "Attention":
            module.set_processor(AttnProcessor())
