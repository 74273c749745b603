"""The UNet2DConditionModel: v-prediction on cached latents under a frozen text encoder.

Salimans & Ho 2022 (v = alpha eps - sigma x0, weights SNR + 1), Hang et al. 2023 (a capped SNR),
Ho & Salimans 2022 (captions dropped for classifier-free guidance).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from diffusers import (
    AutoencoderKL,
    DDPMScheduler,
    DPMSolverMultistepScheduler,
    UNet2DConditionModel,
)
from torch import Tensor, nn
from tqdm import tqdm
from transformers import CLIPTextModel

from starter_model.diffusing import (
    TIMESTEPS,
    amounts,
    attend_plainly,
    draw_timesteps,
    predict_nothing,
)
from starter_model.sheets import sheet
from starter_model.text import Captions, trained_encoder
from starter_model.training import Hardware, Learner, Training, averaged_weights, train
from starter_model.vae import to_pictures

SCHEDULE = {
    "num_train_timesteps": TIMESTEPS,
    "beta_schedule": "scaled_linear",
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "prediction_type": "v_prediction",
}
CAPTION_DROPOUT = 0.1
# In terms of x0 the plain v loss weighs SNR + 1. Little noise is capped as in min-SNR; at much
# noise the 1 stays, which min-SNR drops: there it is decided what the picture shows.
SNR_CAP = 5.0
# Below 1, high noise is drawn more often.
TIMESTEP_POWER = 0.8
GUIDANCE = 4.0


@dataclass(frozen=True, slots=True, kw_only=True)
class TextShape:
    """The text encoder's size."""

    width: int
    layers: int


def new_unet(
    block_out_channels: Sequence[int], *, sample_size: int, cross_attention_dim: int
) -> UNet2DConditionModel:
    """Untrained; attention at the two lower resolutions. Starts by predicting 0."""
    unet = UNet2DConditionModel(
        sample_size=sample_size,
        in_channels=4,
        out_channels=4,
        block_out_channels=tuple(block_out_channels),
        layers_per_block=1,
        down_block_types=("DownBlock2D", "CrossAttnDownBlock2D", "CrossAttnDownBlock2D"),
        up_block_types=("CrossAttnUpBlock2D", "CrossAttnUpBlock2D", "UpBlock2D"),
        cross_attention_dim=cross_attention_dim,
        # By this name diffusers means the number of heads.
        attention_head_dim=4,
        norm_num_groups=8,
        # The prompt as a whole also joins the timestep, and so reaches every block: attention
        # alone, to hidden states that are much alike, tells the shape of a thing very slowly.
        addition_embed_type="text",
        addition_embed_type_num_heads=4,
    )
    predict_nothing(unet)
    with torch.no_grad():
        nn.init.zeros_(unet.add_embedding.norm2.weight)
        for module in unet.modules():
            if type(module).__name__ == "Transformer2DModel":
                module.proj_out.weight.mul_(0.1)
    return unet


class Denoising(nn.Module):
    """One training step's loss."""

    def __init__(self, unet: UNet2DConditionModel) -> None:
        super().__init__()
        self.unet = unet
        alphas: Tensor = DDPMScheduler(**SCHEDULE, clip_sample=False).alphas_cumprod
        self.alphas_cumprod: Tensor
        self.register_buffer("alphas_cumprod", alphas, persistent=False)

    def forward(
        self, latents: Tensor, hidden: Tensor, timesteps: Tensor, noise: Tensor
    ) -> dict[str, Tensor]:
        """``latents``, ``noise`` (N, 4, H, W); ``hidden`` (N, 77, D); ``timesteps`` (N,)."""
        alphas = self.alphas_cumprod[timesteps]
        signal, spread = amounts(alphas)
        noisy = signal * latents + spread * noise
        target = signal * noise - spread * latents
        predicted = self.unet(noisy, timesteps, hidden).sample.float()
        error = (predicted - target).pow(2).mean((1, 2, 3))
        snr = alphas / (1 - alphas)
        weight = (snr.clamp(max=SNR_CAP) + 1) / (snr + 1)
        high = timesteps > 600
        return {
            "loss": (weight * error).mean() / weight.mean(),
            "v_mse": error.detach().mean(),
            "high": (error * high).detach().sum() / high.sum().clamp(min=1),
        }


class DenoiserLearner(Learner):
    """Draws cached latents and captions; shows a grid of fixed prompts and seeds."""

    def __init__(
        self,
        hardware: Hardware,
        *,
        latents: Path,
        captions: Path,
        text_folder: Path,
        text: TextShape,
        vae: Path,
        block_out_channels: tuple[int, ...],
        samples: tuple[tuple[int, ...], ...],
    ) -> None:
        self._device = hardware.device
        data = Captions.load(captions)
        self._latents = torch.from_numpy(np.load(latents)).to(
            hardware.device, memory_format=torch.channels_last
        )
        self._ids = data.ids.to(hardware.device)
        self._empty = data.empty.to(hardware.device)
        self._samples = samples
        encoder: CLIPTextModel = trained_encoder(
            text_folder, data, width=text.width, layers=text.layers
        )
        self._encoder = encoder.to(hardware.device)
        self._vae = AutoencoderKL.from_pretrained(vae).eval().to(hardware.device)
        unet = new_unet(
            block_out_channels,
            sample_size=self._latents.shape[-1],
            cross_attention_dim=text.width,
        ).to(hardware.device, memory_format=torch.channels_last)
        if hardware.device == "cpu":
            attend_plainly(unet)
        self.module = Denoising(unet).to(hardware.device)

    def batch(self, size: int, generator: torch.Generator) -> tuple[Tensor, ...]:
        picture = torch.randint(len(self._latents), (size,), generator=generator)
        turn = torch.randint(self._ids.shape[1], (size,), generator=generator)
        dropped = torch.rand(size, generator=generator) < CAPTION_DROPOUT
        timesteps = draw_timesteps(size, generator, TIMESTEP_POWER)
        latents = self._latents[picture.to(self._device)]
        noise = torch.randn(latents.shape, generator=generator).to(self._device)
        ids = self._ids[picture.to(self._device), turn.to(self._device)]
        ids = torch.where(dropped.to(self._device)[:, None], self._empty[None], ids)
        return latents, self.hidden(ids), timesteps.to(self._device), noise

    @torch.no_grad()
    def hidden(self, ids: Tensor) -> Tensor:
        """The frozen encoder's hidden states (N, 77, D) of small ids (N, 77)."""
        with torch.autocast(self._device, torch.bfloat16):
            hidden: Tensor = self._encoder(ids.long())[0]
        return hidden

    def finished(self, averaged: nn.Module, folder: Path, step: int) -> None:
        unet = averaged.unet
        assert isinstance(unet, UNet2DConditionModel)
        wanted = torch.tensor(self._samples).to(self._device)
        hidden = self.hidden(wanted)
        empty = self.hidden(self._empty[None]).expand_as(hidden)
        scheduler = DPMSolverMultistepScheduler(**SCHEDULE)
        scheduler.set_timesteps(16)
        generator = torch.Generator().manual_seed(1)
        side = self._latents.shape[-1]
        latents = torch.randn(len(wanted), 4, side, side, generator=generator).to(self._device)
        for timestep in scheduler.timesteps:
            both = unet(
                torch.cat([latents, latents]), timestep, torch.cat([empty, hidden])
            ).sample.float()
            without, with_prompt = both.chunk(2)
            guided = without + GUIDANCE * (with_prompt - without)
            latents = scheduler.step(guided, timestep, latents).prev_sample
        pictures = to_pictures(self._vae.decode(latents.float()).sample)
        sheet(pictures, 8).save(folder / f"grid-{step:06d}.png")
        right, shuffled = self._listening(averaged)
        tqdm.write(f"step {step}: v-MSE at high noise {right:.3f}, other's caption {shuffled:.3f}")

    def _listening(self, averaged: nn.Module) -> tuple[float, float]:
        """v-MSE at t = 950 with the right captions and with others'; equal if it is deaf."""
        generator = torch.Generator().manual_seed(2)
        latents, hidden, timesteps, noise = self.batch(64, generator)
        high = torch.full_like(timesteps, 950)
        right = averaged(latents, hidden, high, noise)["v_mse"]
        shuffled = averaged(latents, hidden.roll(1, 0), high, noise)["v_mse"]
        return float(right), float(shuffled)


def train_denoiser(
    *,
    latents: Path,
    captions: Path,
    text_folder: Path,
    text: TextShape,
    vae: Path,
    block_out_channels: tuple[int, ...],
    samples: tuple[tuple[int, ...], ...],
    training: Training,
    hardware: Hardware,
    folder: Path,
) -> None:
    """Trains in ``folder``; the result is read by `trained_unet`.

    ``samples`` are the grid's prompts as small ids (77 each), eight a row.
    """
    build = partial(
        DenoiserLearner,
        latents=latents,
        captions=captions,
        text_folder=text_folder,
        text=text,
        vae=vae,
        block_out_channels=block_out_channels,
        samples=samples,
    )
    train(build, training, hardware, folder)


def trained_unet(
    folder: Path,
    *,
    block_out_channels: Sequence[int],
    sample_size: int,
    cross_attention_dim: int,
) -> UNet2DConditionModel:
    """The averaged weights of the last checkpoint."""
    module = Denoising(
        new_unet(
            block_out_channels, sample_size=sample_size, cross_attention_dim=cross_attention_dim
        )
    )
    module.load_state_dict(averaged_weights(folder), strict=False)
    return module.unet.eval()
