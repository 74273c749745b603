"""The denoiser's loss is v-prediction, and it learns to listen to its caption."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from diffusers import DDPMScheduler

from starter_model.denoiser import (
    SCHEDULE,
    DenoiserLearner,
    Denoising,
    TextShape,
    new_unet,
    train_denoiser,
    trained_unet,
)
from starter_model.text import END, Captions, train_text
from starter_model.training import Hardware, Training
from starter_model.vae import new_vae

ALONE = Hardware(device="cpu", processes=1, compiled=False)
TEXT = TextShape(width=32, layers=1)
CHANNELS = (16, 16, 16)
SAMPLES = ((0, 2, *(1,) * 75), (0, 3, *(1,) * 75))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two captions, and latents that are all +1 for the one and all -1 for the other."""
    folder = tmp_path_factory.mktemp("denoiser")
    ids = torch.tensor(SAMPLES, dtype=torch.int16)[:, None]
    Captions(
        ids=ids,
        # Small ids 0 and 1 stand for the begin and the end of a prompt.
        rows=torch.tensor([END - 1, END, 5, 6]),
        empty=torch.tensor([0, *(1,) * 76], dtype=torch.int16),
        labels=torch.tensor([[0, 0, 0, 0], [1, 0, 0, 0]]),
        sizes=(2, 1, 1, 1),
    ).save(folder / "captions.npz")
    np.save(
        folder / "latents.npy", np.array([1.0, -1.0], np.float32).repeat(256).reshape(2, 4, 8, 8)
    )
    new_vae((16, 16, 16, 16), 64).save_pretrained(folder / "vae")
    train_text(
        captions=folder / "captions.npz",
        width=TEXT.width,
        layers=TEXT.layers,
        training=Training(steps=60, batch=8, learning_rate=3e-3, warmup=5, ema_decay=0.9),
        hardware=ALONE,
        folder=folder / "text",
    )
    return folder


def learner_of(folder: Path) -> DenoiserLearner:
    return DenoiserLearner(
        ALONE,
        latents=folder / "latents.npy",
        captions=folder / "captions.npz",
        text_folder=folder / "text",
        text=TEXT,
        vae=folder / "vae",
        block_out_channels=CHANNELS,
        samples=SAMPLES,
    )


def test_the_loss_is_diffusers_velocity() -> None:
    class Said(torch.nn.Module):
        """In the UNet's place: says what it is told to."""

        def forward(self, noisy: torch.Tensor, *others: object) -> Said:
            self.noisy, self.sample = noisy, wanted
            return self

    scheduler = DDPMScheduler(**SCHEDULE)
    latents, noise = torch.randn(2, 3, 4, 8, 8)
    timesteps = torch.tensor([0, 500, 999])
    wanted = scheduler.get_velocity(latents, noise, timesteps)
    said = Said()
    denoising = Denoising(new_unet(CHANNELS, sample_size=8, cross_attention_dim=32))
    denoising.unet = said
    right = denoising(latents, torch.zeros(3, 77, 32), timesteps, noise)
    assert float(right["loss"]) < 1e-10
    assert torch.allclose(said.noisy, scheduler.add_noise(latents, noise, timesteps), atol=1e-6)
    wanted = wanted + 1
    wrong = denoising(latents, torch.zeros(3, 77, 32), timesteps, noise)
    assert float(wrong["v_mse"]) == pytest.approx(1.0, rel=1e-4)


def test_it_starts_by_predicting_nothing() -> None:
    unet = new_unet(CHANNELS, sample_size=8, cross_attention_dim=32)
    with torch.no_grad():
        said = unet(torch.randn(1, 4, 8, 8), torch.tensor([500]), torch.randn(1, 77, 32)).sample
    assert float(said.abs().max()) == 0


def test_a_tenth_of_captions_is_dropped_and_timesteps_lean_to_noise(folder: Path) -> None:
    learner = learner_of(folder)
    latents, hidden, timesteps, noise = learner.batch(2000, torch.Generator().manual_seed(0))
    empty = learner.hidden(Captions.load(folder / "captions.npz").empty[None])
    dropped = (hidden.float() - empty.float()).abs().amax((1, 2)) < 1e-3
    assert 0.07 < float(dropped.float().mean()) < 0.13
    assert latents.shape == noise.shape == (2000, 4, 8, 8)
    assert int(timesteps.min()) >= 0
    assert int(timesteps.max()) <= 999
    # The mean of u to the power 0.8 is 1 / 1.8.
    assert 545 < float(timesteps.float().mean()) < 565


def test_it_learns_to_listen(folder: Path) -> None:
    train_denoiser(
        latents=folder / "latents.npy",
        captions=folder / "captions.npz",
        text_folder=folder / "text",
        text=TEXT,
        vae=folder / "vae",
        block_out_channels=CHANNELS,
        samples=SAMPLES,
        training=Training(steps=150, batch=16, learning_rate=3e-3, warmup=10, ema_decay=0.9),
        hardware=ALONE,
        folder=folder / "unet",
    )
    unet = trained_unet(
        folder / "unet", block_out_channels=CHANNELS, sample_size=8, cross_attention_dim=32
    )
    learner = learner_of(folder)
    noise = torch.randn(2, 4, 8, 8, generator=torch.Generator().manual_seed(0))
    late = torch.full((2,), 999)
    with torch.no_grad():
        velocity = unet(noise, late, learner.hidden(torch.tensor(SAMPLES)).float()).sample
    # Out of pure noise x0 is -v, and only the caption tells which.
    x0 = -velocity.mean((1, 2, 3))
    assert float(x0[0]) > 0.5
    assert float(x0[1]) < -0.5
    assert list((folder / "unet").glob("grid-*.png"))
