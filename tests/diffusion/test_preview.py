"""The map from latents to pictures."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch.nn import functional

from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.preview import PatchMap, _fade, fetch_patch_map


def starter_latents(model: LoadedModel) -> torch.Tensor:
    """Latents of finished pictures, which the fit has never seen."""
    prompts = ["a red apple on a blue background", "a panda", "a yellow car on a green background"]
    model.pipeline.set_progress_bar_config(disable=True)
    latents = [
        model.pipeline(
            prompt,
            num_inference_steps=12,
            guidance_scale=4.0,
            generator=torch.Generator().manual_seed(seed),
            output_type="latent",
        ).images
        for seed, prompt in enumerate(prompts)
    ]
    return torch.cat(latents)


@torch.no_grad()
def test_the_map_explains_nearly_all_of_what_the_vae_would_show(starter: LoadedModel) -> None:
    latents = starter_latents(starter)
    vae = starter.pipeline.vae
    truth = vae.decode(latents / vae.config.scaling_factor).sample.clamp(-1, 1)
    shown = torch.stack([starter.patch_map.to_rgb(one[None]) for one in latents])
    guess = shown.permute(0, 3, 1, 2).float() / 127.5 - 1
    residue = ((guess - truth) ** 2).sum()
    spread = ((truth - truth.mean((0, 2, 3), keepdim=True)) ** 2).sum()
    # The best map of single latent pixels, fitted to these very pictures, reaches 0.936.
    assert 1 - float(residue / spread) > 0.945


def test_rows_and_columns_are_not_mixed_up() -> None:
    """A map that copies the first latent channel into red shows where each latent pixel goes."""
    weights = torch.zeros(25 * 4 + 1, 3 * 2 * 2)
    weights[12, 0:4] = 1.0  # centre of channel 0 into the four red pixels of the patch
    weights[-1, 4:] = -1.0  # green and blue stay dark
    latents = torch.full((1, 4, 3, 5), -1.0)
    latents[0, 0, 1, 4] = 1.0
    rgb = PatchMap(weights, 2).to_rgb(latents).numpy()
    assert rgb.shape == (6, 10, 3)
    assert rgb.dtype == np.uint8
    expected = np.zeros((6, 10, 3), np.uint8)
    expected[2:4, 8:10, 0] = 255
    assert np.array_equal(rgb, expected)


def test_fading_is_what_overlapping_patches_give() -> None:
    """Against the thing itself: patches of 4 x 4 at steps of 2, blended."""
    generator = torch.Generator().manual_seed(2)
    large = torch.rand(9 * 4 + 1, 3 * 4 * 4, generator=generator) / 20 - 0.025
    latents = torch.randn(1, 4, 7, 6, generator=generator)
    ones = torch.ones(1, 1, 42)
    features = torch.cat([functional.unfold(latents, 3, padding=1), ones], 1)
    share = torch.tensor([0.25, 0.75, 0.75, 0.25])
    patches = (large.T @ features) * (share[:, None] * share).flatten().repeat(3)[:, None]
    expected = functional.fold(patches, (14, 12), 4, stride=2, padding=1)[0].permute(1, 2, 0)
    rgb = PatchMap(_fade(large, 4, 2), 2).to_rgb(latents).float()
    difference = (rgb - (expected + 1) * 127.5)[4:-4, 4:-4]
    assert float(difference.abs().max()) <= 0.51


def test_the_fit_is_kept_and_found_again(starter: LoadedModel, tmp_path: Path) -> None:
    files = [starter.folder.path / "vae" / "diffusion_pytorch_model.safetensors"]
    asked: list[None] = []

    def fetch() -> torch.Tensor:
        asked.clear()
        vae = starter.pipeline.vae
        return fetch_patch_map(vae, files, tmp_path, lambda: asked.append(None)).weights

    first = fetch()
    assert asked
    second = fetch()
    assert not asked
    assert torch.equal(first, second)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:100])
    assert torch.allclose(fetch(), first)
    assert asked


def test_the_fit_leaves_the_random_numbers_alone(starter: LoadedModel, tmp_path: Path) -> None:
    torch.manual_seed(5)
    expected = torch.rand(3)
    torch.manual_seed(5)
    files = [starter.folder.path / "vae" / "config.json"]
    fetch_patch_map(starter.pipeline.vae, files, tmp_path, lambda: None)
    assert torch.equal(torch.rand(3), expected)
