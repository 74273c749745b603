"""The AutoencoderKL: pictures of 128 px to latents of 4 x 16 x 16 and back.

It starts not from noise but as a picture made smaller by averaging and larger by blurring, which
is worth thousands of steps: features travel in pairs of opposite sign, for which
silu(x) - silu(-x) = x makes the activation a straight line, and all residual branches begin at 0.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F  # noqa: N812
from diffusers import AutoencoderKL
from torch import Tensor, nn
from tqdm import tqdm

from starter_model.sheets import sheet
from starter_model.training import Hardware, Learner, Training, averaged_weights, train

LATENT_CHANNELS = 4
# Channels that carry the small picture through the untrained network: three colours, the same
# three negated, and two constants that keep GroupNorm's variance away from zero.
CARRIED = 8
CONSTANT = 1.5


def new_vae(block_out_channels: tuple[int, ...], side: int) -> AutoencoderKL:
    """Untrained, in its analytic start."""
    blocks = len(block_out_channels)
    vae = AutoencoderKL(
        in_channels=3,
        out_channels=3,
        latent_channels=LATENT_CHANNELS,
        down_block_types=("DownEncoderBlock2D",) * blocks,
        up_block_types=("UpDecoderBlock2D",) * blocks,
        block_out_channels=block_out_channels,
        layers_per_block=1,
        # One group holds all that is carried.
        norm_num_groups=2,
        sample_size=side,
        scaling_factor=1.0,
        mid_block_add_attention=False,
    )
    _start_as_resampling(vae)
    return vae


@torch.no_grad()
def _start_as_resampling(vae: AutoencoderKL) -> None:
    average = torch.zeros(3, 3)
    average[:2, :2] = 0.25
    tent = torch.tensor([1.0, 2.0, 1.0]) / 4
    for module in vae.modules():
        match type(module).__name__:
            case "ResnetBlock2D":
                nn.init.zeros_(module.conv2.weight)
                nn.init.zeros_(module.conv2.bias)
                if module.conv_shortcut is not None:
                    module.conv_shortcut.weight.mul_(0.5)
                    nn.init.zeros_(module.conv_shortcut.bias)
                    _carry(module.conv_shortcut.weight, torch.ones(1, 1))
            case "Downsample2D":
                module.conv.weight.mul_(0.5)
                nn.init.zeros_(module.conv.bias)
                _carry(module.conv.weight, average)
            case "Upsample2D":
                module.conv.weight.mul_(0.5)
                nn.init.zeros_(module.conv.bias)
                _carry(module.conv.weight, tent[:, None] * tent)
    for conv in (vae.encoder.conv_in, vae.decoder.conv_in):
        nn.init.zeros_(conv.bias)
        conv.weight.mul_(0.5)
        conv.weight[:CARRIED] = 0
        for channel in range(3):
            conv.weight[channel, channel, 1, 1] = 1
            conv.weight[channel + 3, channel, 1, 1] = -1
        conv.bias[6], conv.bias[7] = CONSTANT, -CONSTANT
    for conv in (vae.encoder.conv_out, vae.decoder.conv_out):
        nn.init.zeros_(conv.bias)
        for channel in range(3):
            conv.weight[channel] *= 0.1
            conv.weight[channel, :CARRIED] = 0
            conv.weight[channel, channel, 1, 1] = 1
            conv.weight[channel, channel + 3, 1, 1] = -1
    # The fourth latent begins as whatever the free channels see of the detail.
    vae.encoder.conv_out.weight[3, :CARRIED] = 0
    vae.encoder.conv_out.weight[LATENT_CHANNELS:] *= 0.1
    vae.encoder.conv_out.bias[LATENT_CHANNELS:] = -4
    for conv in (vae.quant_conv, vae.post_quant_conv):
        nn.init.zeros_(conv.bias)
        conv.weight.copy_(torch.eye(conv.weight.shape[0])[:, :, None, None])


def _carry(weight: Tensor, taps: Tensor) -> None:
    weight[:CARRIED] = 0
    for channel in range(CARRIED):
        weight[channel, channel] = taps


@torch.no_grad()
def calibrate(vae: AutoencoderKL, pictures: Tensor) -> None:
    """Scales the start so that latents 0 to 2 are the small picture and its decoding fits."""
    latents = vae.encode(pictures).latent_dist.mean
    small = F.adaptive_avg_pool2d(pictures, latents.shape[-1])
    scale = (latents[:, :3] * small).sum() / (latents[:, :3] ** 2).sum()
    vae.encoder.conv_out.weight[:3] *= scale
    decoded = vae.decode(vae.encode(pictures).latent_dist.mean).sample
    vae.decoder.conv_out.weight *= (decoded * pictures).sum() / (decoded * decoded).sum()


def to_tensor(pictures: npt.NDArray[np.uint8], device: str = "cpu") -> Tensor:
    """(N, H, W, 3) uint8 to (N, 3, H, W) in [-1, 1], channels last."""
    # A copy: what lies in a file that is mapped cannot be written to, and torch wants to.
    return _scaled(torch.from_numpy(np.array(pictures)).to(device))


def to_pictures(tensor: Tensor) -> npt.NDArray[np.uint8]:
    """The inverse of `to_tensor`."""
    scaled = (tensor.float().clamp(-1, 1) + 1) * 127.5
    return scaled.round().byte().permute(0, 2, 3, 1).cpu().numpy()


def psnr(decoded: Tensor, pictures: Tensor) -> Tensor:
    """Peak signal to noise in decibels of pictures in [-1, 1], one number a picture."""
    error = (decoded.float().clamp(-1, 1) - pictures).pow(2).mean((1, 2, 3))
    return 10 * torch.log10(4 / error)


class Reconstruction(nn.Module):
    """Encodes, samples, decodes; the loss is on pixels, on their gradients and on KL."""

    def __init__(self, vae: AutoencoderKL) -> None:
        super().__init__()
        self.vae = vae

    def forward(self, pictures: Tensor) -> dict[str, Tensor]:
        """``pictures`` (N, 3, H, W) in [-1, 1]."""
        posterior = self.vae.encode(pictures).latent_dist
        decoded = self.vae.decode(posterior.sample()).sample.float()
        wrong = decoded - pictures
        absolute = wrong.abs().mean()
        squared = wrong.pow(2).mean()
        # Edges: what the differences of neighbours miss.
        edges = (wrong[..., 1:] - wrong[..., :-1]).abs().mean() + (
            wrong[..., 1:, :] - wrong[..., :-1, :]
        ).abs().mean()
        mean, variance = posterior.mean.float(), posterior.var.float()
        divergence = 0.5 * (mean.pow(2) + variance - 1 - variance.log()).mean()
        loss = absolute + 4 * squared + 0.5 * edges + 2e-4 * divergence
        return {"loss": loss, "psnr": 10 * torch.log10(4 / squared.detach())}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """Training pictures on the training's device; ``held_out`` are only looked at."""

    seen: Tensor
    held_out: Tensor

    @classmethod
    def load(cls, path: Path, held_out: npt.NDArray[np.bool_], device: str) -> Pictures:
        """Uint8 (N, H, W, 3), memory-mapped on a CPU."""
        stored = np.load(path, mmap_mode="r")
        tensor = torch.from_numpy(np.array(stored)) if device != "cpu" else None
        if tensor is not None:
            return cls(
                seen=tensor[torch.from_numpy(~held_out)].to(device),
                held_out=tensor[torch.from_numpy(held_out)].to(device),
            )
        return cls(
            seen=torch.from_numpy(stored[~held_out]), held_out=torch.from_numpy(stored[held_out])
        )


class VaeLearner(Learner):
    """Trains the VAE on pictures of which some concepts are held out."""

    def __init__(
        self,
        hardware: Hardware,
        *,
        pictures: Path,
        held_out: npt.NDArray[np.bool_],
        block_out_channels: tuple[int, ...],
    ) -> None:
        self._data = Pictures.load(pictures, held_out, hardware.device)
        self._device = hardware.device
        vae = new_vae(block_out_channels, self._data.seen.shape[1])
        calibrate(vae, _scaled(self._data.seen[:: max(1, len(self._data.seen) // 16)][:16]).cpu())
        vae.to(hardware.device, memory_format=torch.channels_last)
        self.module = Reconstruction(vae)

    def batch(self, size: int, generator: torch.Generator) -> tuple[Tensor, ...]:
        index = torch.randint(len(self._data.seen), (size,), generator=generator)
        return (_scaled(self._data.seen[index.to(self._device)]),)

    def finished(self, averaged: nn.Module, folder: Path, step: int) -> None:
        held_out = self._data.held_out
        chosen = held_out[:: max(1, len(held_out) // 64)][:64]
        pictures = _scaled(chosen)
        vae = averaged.vae
        assert isinstance(vae, AutoencoderKL)
        decoded = vae.decode(vae.encode(pictures).latent_dist.mean).sample
        tqdm.write(f"step {step}: {psnr(decoded, pictures).mean():.2f} dB on held-out pictures")
        # The real ones above, what became of them below.
        rows = [to_pictures(each[:12]) for each in (pictures, decoded)]
        sheet(np.concatenate(rows), len(rows[0])).save(folder / f"grid-{step:06d}.png")


def _scaled(pictures: Tensor) -> Tensor:
    return (pictures.permute(0, 3, 1, 2).float() / 127.5 - 1).contiguous(
        memory_format=torch.channels_last
    )


def train_vae(
    *,
    pictures: Path,
    held_out: npt.NDArray[np.bool_],
    block_out_channels: tuple[int, ...],
    training: Training,
    hardware: Hardware,
    folder: Path,
) -> None:
    """Trains in ``folder``; the result is read by `trained_vae`."""
    build = partial(
        VaeLearner, pictures=pictures, held_out=held_out, block_out_channels=block_out_channels
    )
    train(build, training, hardware, folder)


def trained_vae(folder: Path, block_out_channels: tuple[int, ...], side: int) -> AutoencoderKL:
    """The averaged weights of the last checkpoint."""
    module = Reconstruction(new_vae(block_out_channels, side))
    module.load_state_dict(averaged_weights(folder))
    return module.vae.eval()


@torch.no_grad()
def normalise(vae: AutoencoderKL, latents: Tensor) -> None:
    """Folds the latents' mean and spread into the VAE, so that they become 0 and 1.

    StableDiffusionPipeline knows a scaling factor but no shift. ``latents`` (N, C, H, W) are means
    that this VAE gave; its ``quant_conv`` and ``post_quant_conv`` are changed in place.
    """
    mean, std = latents.mean((0, 2, 3)), latents.std((0, 2, 3))
    into, out_of = vae.quant_conv, vae.post_quant_conv
    count = LATENT_CHANNELS
    into.weight[:count] /= std[:, None, None, None]
    into.bias[:count] = (into.bias[:count] - mean) / std
    into.bias[count:] -= 2 * torch.log(std)
    out_of.bias += out_of.weight[:, :, 0, 0] @ mean
    out_of.weight *= std[None, :, None, None]


@torch.no_grad()
def encode_all(
    vae: AutoencoderKL, pictures: npt.NDArray[np.uint8], *, device: str, batch: int
) -> Tensor:
    """The posterior means of all pictures, (N, 4, H/8, W/8) on the CPU."""
    vae.to(device, memory_format=torch.channels_last)
    out = []
    for start in tqdm(range(0, len(pictures), batch), desc="latents", mininterval=5):
        with torch.autocast(device, torch.bfloat16):
            chunk = to_tensor(pictures[start : start + batch], device)
            out.append(vae.encode(chunk).latent_dist.mean.float().cpu())
    return torch.cat(out)


@torch.no_grad()
def held_out_psnr(vae: AutoencoderKL, pictures: npt.NDArray[np.uint8], batch: int = 16) -> float:
    """Mean decibels of decoded posterior means against the pictures."""
    total = 0.0
    for start in range(0, len(pictures), batch):
        chunk = to_tensor(pictures[start : start + batch])
        total += float(psnr(vae.decode(vae.encode(chunk).latent_dist.mean).sample, chunk).sum())
    return total / len(pictures) if len(pictures) else math.nan
