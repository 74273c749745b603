"""A picture through the VAE and back."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import torch
from diffusers import AutoencoderKL
from diffusers.image_processor import VaeImageProcessor
from PIL import Image

from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.stopping import never
from sdstudio.diffusion.xray import vae
from sdstudio.diffusion.xray.vae import as_tensor, encoded, fitted, round_trip, to_rgb
from sdstudio.request import Cancelled, InvalidRequest
from sdstudio.xray import Rgb, VaeQuery, VaeRoundTrip
from tests.diffusion.runs import ask, run
from tests.diffusion.xray.scripts import assert_same, outcome
from tests.tiny_models import save_tiny_sd


def drawn(width: int, height: int) -> Rgb:
    """A picture with shapes and shades, different in every corner."""
    y, x = np.mgrid[:height, :width]
    planes = (255 * x / width, 255 * y / height, 127 + 120 * np.sin(x / 5) * (y > height / 2))
    pixels = np.stack(planes, axis=2).round().astype(np.uint8)
    return Rgb(width=width, height=height, data=pixels.tobytes())


def pixels_of(picture: Rgb) -> npt.NDArray[np.uint8]:
    return np.frombuffer(picture.data, np.uint8).reshape(picture.height, picture.width, 3)


def saved(picture: Rgb, folder: Path) -> str:
    path = folder / "a “picture”.png"
    Image.fromarray(pixels_of(picture)).save(path)
    return str(path)


def check_script(seen: VaeRoundTrip) -> None:
    left = outcome(seen.code)
    assert_same(seen.latents, left["latents"])
    # A value in the middle between two levels may be rounded to either.
    assert np.abs(left["difference"].numpy() - seen.difference.array()).max() < 0.5
    assert left["psnr"] == pytest.approx(seen.psnr, abs=1e-2)


@pytest.mark.parametrize("family", ["tiny_sd", "tiny_sd3", "tiny_flux", "starter"])
@pytest.mark.parametrize(("width", "height"), [(64, 32), (51, 66)])
def test_the_script_gives_the_same_numbers(
    family: str, width: int, height: int, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    model: LoadedModel = request.getfixturevalue(family)
    picture = drawn(width, height)
    query = VaeQuery(picture=picture, file=saved(picture, tmp_path))
    check_script(round_trip(model, query, never))


def test_so_it_does_with_a_vae_that_knows_mean_and_spread(
    tiny_sd: LoadedModel, load_model: Callable[[str], LoadedModel], tmp_path: Path
) -> None:
    folder = save_tiny_sd(tmp_path / "model")
    other = AutoencoderKL.from_pretrained(folder / "vae")
    other.register_to_config(latents_mean=[0.1, -0.2, 0.3, 0.0], latents_std=[1.5, 2.0, 0.5, 1.0])
    other.save_pretrained(folder / "vae")
    model = load_model(str(folder))
    picture = drawn(32, 32)
    seen = round_trip(model, VaeQuery(picture=picture, file=saved(picture, tmp_path)), never)
    check_script(seen)
    plain = round_trip(tiny_sd, VaeQuery(picture=picture), never)
    assert not np.allclose(plain.latents.array(), seen.latents.array(), atol=1e-2)
    assert plain.decoded == seen.decoded  # it is undone before decoding


def test_the_numbers_are_those_of_diffusers(tiny_sd: LoadedModel) -> None:
    picture = drawn(48, 32)
    seen = round_trip(tiny_sd, VaeQuery(picture=picture), never)
    own = tiny_sd.pipeline.vae
    processor = VaeImageProcessor(vae_scale_factor=4)
    values = processor.preprocess(Image.fromarray(pixels_of(picture)))
    with torch.no_grad():
        mode = own.encode(values).latent_dist.mode()
        decoded = processor.postprocess(own.decode(mode).sample, output_type="np")[0]
    assert_same(seen.latents, mode * own.config.scaling_factor)
    expected = (decoded * 255).round()
    assert np.abs(pixels_of(seen.decoded) - expected).max() <= 1
    assert seen.original == picture
    error = np.square(pixels_of(seen.decoded).astype(float) - pixels_of(picture)).mean()
    assert seen.psnr == pytest.approx(20 * math.log10(255) - 10 * math.log10(error))
    apart = np.abs(pixels_of(seen.decoded).astype(float) - pixels_of(picture)).mean(2)
    assert np.allclose(seen.difference.array(), apart, atol=1e-4)
    assert seen.scaling_factor == own.config.scaling_factor


def test_the_starter_knows_its_own_pictures(starter: LoadedModel) -> None:
    made = run(starter, ask(starter, prompt="a red apple", width=64, height=64))
    picture = Rgb(width=64, height=64, data=made.rgb)
    assert round_trip(starter, VaeQuery(picture=picture), never).psnr > 20


def test_odd_sides_are_cut_around_the_middle(tiny_sd: LoadedModel) -> None:
    picture = drawn(51, 66)
    seen = round_trip(tiny_sd, VaeQuery(picture=picture), never)
    assert (seen.original.width, seen.original.height) == (48, 64)
    assert np.array_equal(pixels_of(seen.original), pixels_of(picture)[1:65, 1:49])
    assert seen.latents.shape == (4, 16, 12)


def test_large_pictures_are_made_smaller_first() -> None:
    picture = drawn(2048, 512)
    fit = fitted(picture, 8, most=1024)
    assert (fit.width, fit.height) == (1024, 256)
    small = to_rgb(as_tensor(picture, fit))
    averaged = pixels_of(picture).astype(float).reshape(256, 2, 1024, 2, 3).mean((1, 3))
    assert np.abs(pixels_of(small) - averaged).max() <= 0.5
    uneven = fitted(drawn(1500, 1100), 8, most=1024)
    assert uneven.scaled == (751, 1024)
    assert (uneven.width, uneven.height, uneven.top, uneven.left) == (1024, 744, 3, 0)


def test_the_script_makes_large_pictures_smaller_too(
    tiny_sd: LoadedModel, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(vae, "MOST_SIDE", 64)
    picture = drawn(150, 90)
    seen = round_trip(tiny_sd, VaeQuery(picture=picture, file=saved(picture, tmp_path)), never)
    assert (seen.original.width, seen.original.height) == (64, 36)
    check_script(seen)


def test_pictures_that_are_too_small_are_refused(tiny_sd: LoadedModel) -> None:
    with pytest.raises(InvalidRequest, match=r"3 × 40 pixels is too small"):
        round_trip(tiny_sd, VaeQuery(picture=drawn(3, 40)), never)
    with pytest.raises(InvalidRequest, match=r"too narrow"):
        fitted(drawn(8000, 20), 8, most=1024)


def test_a_half_precision_that_overflows_is_done_again_in_full(
    load_model: Callable[[str], LoadedModel], tiny_sd_folder: Path
) -> None:
    own = load_model(str(tiny_sd_folder)).pipeline.vae
    picture = as_tensor(drawn(32, 32), fitted(drawn(32, 32), 4, most=1024))
    with torch.no_grad():
        own.encoder.conv_norm_out.weight.mul_(6e4)
        own.encoder.conv_out.weight.mul_(1e-3)
        expected = encoded(own, picture)
        own.to(torch.float16)
        assert not bool(torch.isfinite(own.encode(picture.half()).latent_dist.mode()).all())
        found = encoded(own, picture)
    assert torch.allclose(found, expected, rtol=0.02, atol=0.02 * float(expected.abs().max()))
    assert own.dtype == torch.float16


def test_it_can_be_stopped_and_leaves_nothing_behind(tiny_sd: LoadedModel) -> None:
    request = ask(tiny_sd)
    before = run(tiny_sd, request).rgb
    query = VaeQuery(picture=drawn(32, 32))
    asked: list[None] = []

    def must_stop() -> bool:
        asked.append(None)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        round_trip(tiny_sd, query, must_stop)
    with pytest.raises(Cancelled):
        round_trip(tiny_sd, query, lambda: True)
    first, again = (round_trip(tiny_sd, query, never) for _ in range(2))
    assert first == again
    assert "decode" not in vars(tiny_sd.pipeline.vae)
    assert run(tiny_sd, replace(request)).rgb == before
