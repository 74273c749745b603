"""The VAE starts as resampling, learns, and gives latents of mean 0 and spread 1."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import torch
from diffusers import AutoencoderKL

from starter_model.training import Hardware, Training
from starter_model.vae import (
    calibrate,
    encode_all,
    held_out_psnr,
    new_vae,
    normalise,
    to_pictures,
    to_tensor,
    train_vae,
    trained_vae,
)
from tests.recipe.shapes import shape_pictures

CHANNELS = (16, 16, 16, 32)
ALONE = Hardware(device="cpu", processes=1, compiled=False)


@pytest.fixture(scope="module")
def pictures() -> npt.NDArray[np.uint8]:
    return shape_pictures(variants=8, seed=0, side=64)[0]


@pytest.fixture(scope="module")
def started(pictures: npt.NDArray[np.uint8]) -> AutoencoderKL:
    torch.manual_seed(0)
    vae = new_vae(CHANNELS, 64)
    calibrate(vae, to_tensor(pictures[:16]))
    return vae.eval()


def test_pictures_survive_the_tensor_and_back(pictures: npt.NDArray[np.uint8]) -> None:
    assert np.array_equal(to_pictures(to_tensor(pictures)), pictures)


def test_the_start_already_shows_the_picture(
    started: AutoencoderKL, pictures: npt.NDArray[np.uint8]
) -> None:
    grey = 10 * np.log10(255**2 / ((pictures / 1.0 - pictures.mean()) ** 2).mean())
    assert held_out_psnr(started, pictures) > grey + 3
    with torch.no_grad():
        latents = started.encode(to_tensor(pictures)).latent_dist.mean
    small = torch.nn.functional.adaptive_avg_pool2d(to_tensor(pictures), 8)
    together = torch.corrcoef(torch.stack([latents[:, :3].flatten(), small.flatten()]))
    assert float(together[0, 1]) > 0.95


def test_training_makes_it_better(
    started: AutoencoderKL, pictures: npt.NDArray[np.uint8], tmp_path: Path
) -> None:
    np.save(tmp_path / "pictures.npy", pictures)
    held_out = np.arange(len(pictures)) % 8 == 0
    train_vae(
        pictures=tmp_path / "pictures.npy",
        held_out=held_out,
        block_out_channels=CHANNELS,
        training=Training(steps=120, batch=8, learning_rate=2e-3, warmup=5, ema_decay=0.9),
        hardware=ALONE,
        folder=tmp_path / "vae",
    )
    trained = trained_vae(tmp_path / "vae", CHANNELS, 64)
    unseen = pictures[held_out]
    assert held_out_psnr(trained, unseen) > held_out_psnr(started, unseen) + 0.7
    assert list((tmp_path / "vae").glob("grid-*.png"))


def test_normalising_changes_the_latents_and_not_the_picture(
    pictures: npt.NDArray[np.uint8],
) -> None:
    torch.manual_seed(0)
    vae = new_vae(CHANNELS, 64).eval()
    x = to_tensor(pictures[:8])
    with torch.no_grad():
        before = vae.encode(x).latent_dist
        decoded = vae.decode(before.mean).sample
        latents = before.mean.contiguous()
        normalise(vae, latents)
        after = vae.encode(x).latent_dist
        assert torch.allclose(after.mean.mean((0, 2, 3)), torch.zeros(4), atol=1e-4)
        assert torch.allclose(after.mean.std((0, 2, 3)), torch.ones(4), atol=1e-3)
        assert torch.allclose(vae.decode(after.mean).sample, decoded, atol=1e-3)
        spread = latents.std((0, 2, 3)).view(1, 4, 1, 1)
        assert torch.allclose(after.std * spread, before.std, rtol=1e-3)


def test_latents_of_all_pictures_are_in_their_order(
    started: AutoencoderKL, pictures: npt.NDArray[np.uint8]
) -> None:
    together = encode_all(started, pictures[:10], device="cpu", batch=4)
    assert together.shape == (10, 4, 8, 8)
    last = encode_all(started, pictures[9:10], device="cpu", batch=4)
    assert torch.allclose(together[9:], last, atol=0.05)
    assert not torch.allclose(together[:1], last, atol=0.05)
