"""Steps of a denoising as pictures to look at."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import torch
from diffusers import FluxPipeline

from sdstudio.diffusion.frames import frame, latents_of, thumbnail, unpacked
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.preview import PatchMap
from sdstudio.diffusion.revisiting import decoded_frame
from sdstudio.diffusion.stopping import never
from sdstudio.request import VIEWS, Cancelled, Frame, View
from tests.diffusion.runs import ask, run
from tests.tiny_models import save_tiny_flux


def pixels(seen: Frame | None) -> npt.NDArray[np.uint8]:
    assert seen is not None
    return np.frombuffer(seen.rgb, np.uint8).reshape(seen.height, seen.width, 3)


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_has_the_size_of_the_picture_or_twice_its_width(
    view: View, tiny_sd: LoadedModel
) -> None:
    trajectory = run(tiny_sd, ask(tiny_sd, width=48, height=32)).trajectory
    for index in (1, 4):
        seen = frame(trajectory, index, view)
        assert seen is not None
        assert (seen.width, seen.height) == (96 if view == "both" else 48, 32)
        assert len(seen.rgb) == seen.width * seen.height * 3
        assert (seen.request_id, seen.index, seen.view) == (trajectory.request.id, index, view)
        assert seen.decoder == "map"
        close = decoded_frame(tiny_sd, trajectory, index, view, never)
        assert close is not None
        assert (close.width, close.height, close.decoder) == (seen.width, seen.height, "vae")
    assert frame(trajectory, 5, view) is None
    assert frame(trajectory, 0, view) is None


def test_both_are_side_by_side(tiny_sd: LoadedModel) -> None:
    trajectory = run(tiny_sd, ask(tiny_sd)).trajectory
    both = pixels(frame(trajectory, 2, "both"))
    assert np.array_equal(both[:, :32], pixels(frame(trajectory, 2, "x0")))
    assert np.array_equal(both[:, 32:], pixels(frame(trajectory, 2, "noisy")))


def test_the_last_prediction_through_the_vae_is_the_picture(starter: LoadedModel) -> None:
    made = run(starter, ask(starter, scheduler="dpmpp_2m", num_inference_steps=6))
    picture = np.frombuffer(made.rgb, np.uint8).reshape(32, 32, 3).astype(int)

    def distance(index: int) -> float:
        seen = decoded_frame(starter, made.trajectory, index, "x0", never)
        return float(np.abs(pixels(seen) - picture).mean())

    assert distance(6) < 1
    assert distance(1) > 3


@pytest.mark.parametrize("scheduler_id", ["euler", "heun", "lms", "ddim", "dpmpp_2m", "pndm"])
def test_the_first_noisy_latents_have_unit_spread_in_every_scaling(
    scheduler_id: str, tiny_sd: LoadedModel
) -> None:
    request = ask(tiny_sd, scheduler=scheduler_id, width=96, height=96, num_inference_steps=6)
    moment = run(tiny_sd, request).trajectory.moments[0]
    raw = float(moment.sample.std())
    assert raw > 2 if moment.a == 1 else raw == pytest.approx(1, abs=0.05)
    assert float(latents_of(moment, request, "noisy").std()) == pytest.approx(1, abs=0.05)


@pytest.mark.parametrize("scheduler_id", ["euler", "ddim"])
def test_the_noise_is_what_the_network_saw_in_it(scheduler_id: str, tiny_sd: LoadedModel) -> None:
    request = ask(tiny_sd, scheduler=scheduler_id)
    for moment in run(tiny_sd, request).trajectory.moments:
        x0 = latents_of(moment, request, "x0")
        noise = latents_of(moment, request, "noise")
        noisy = latents_of(moment, request, "noisy") * math.hypot(moment.a, moment.b)
        assert torch.equal(x0, moment.x0)
        assert torch.allclose(moment.a * x0 + moment.b * noise, noisy, atol=1e-3)
    without = replace(moment, b=0.0)
    assert not latents_of(without, request, "noise").any()


@pytest.mark.parametrize(("width", "height"), [(32, 32), (48, 32), (32, 80), (16, 240)])
def test_packed_latents_unpack_as_the_pipeline_does_it(width: int, height: int) -> None:
    factor = 4
    rows, columns = height // (2 * factor), width // (2 * factor)
    packed = torch.randn(1, rows * columns, 64, generator=torch.Generator().manual_seed(1))
    expected = FluxPipeline._unpack_latents(packed, height, width, factor)
    assert torch.equal(unpacked(packed, width, height), expected)
    assert unpacked(expected, width, height) is expected


def test_a_flux_denoising_can_be_looked_into(
    load_model: Callable[[str], LoadedModel], tmp_path: Path
) -> None:
    model = load_model(str(save_tiny_flux(tmp_path / "flux")))
    made = run(model, ask(model, width=48, height=32))
    assert made.trajectory.moments[0].sample.ndim == 3
    for view in VIEWS:
        seen = frame(made.trajectory, 1, view)
        assert seen is not None
        assert (seen.width, seen.height) == (96 if view == "both" else 48, 32)
    # Flow begins with noise alone, and ends in the picture.
    assert made.trajectory.moments[0].a == pytest.approx(0)
    last = pixels(decoded_frame(model, made.trajectory, 4, "x0", never)).astype(int)
    picture = np.frombuffer(made.rgb, np.uint8).reshape(32, 48, 3).astype(int)
    assert np.abs(last - picture).max() <= 1


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [(32, 32, (32, 32)), (64, 48, (64, 48)), (128, 64, (64, 32)), (64, 272, (16, 68))],
)
def test_thumbnails_are_small(
    width: int, height: int, expected: tuple[int, int], tiny_sd: LoadedModel
) -> None:
    request = ask(tiny_sd, width=width, height=height, num_inference_steps=2)
    trajectory = run(tiny_sd, request).trajectory
    # In faint colours, so that nothing is cut off at black or white and all is linear.
    faint = PatchMap(trajectory.patch_map.weights / 100, trajectory.patch_map.factor)
    trajectory = replace(trajectory, patch_map=faint)
    small = thumbnail(trajectory, 2)
    assert small is not None
    assert (small.width, small.height) == expected
    # It is the large one, scaled down.
    large = pixels(frame(trajectory, 2, "x0")).astype(float)
    by = width // small.width
    averaged = large.reshape(height // by, by, width // by, by, 3).mean((1, 3))
    assert np.abs(averaged - pixels(small)).max() <= 1
    assert thumbnail(trajectory, 3) is None


def test_another_models_step_is_not_decoded_by_this_ones_vae(tiny_sd: LoadedModel) -> None:
    trajectory = run(tiny_sd, ask(tiny_sd)).trajectory
    other = replace(trajectory, model="other weights")
    assert decoded_frame(tiny_sd, other, 2, "x0", never) is None
    assert frame(other, 2, "x0") is not None  # by the map that came with it


def test_a_closer_look_can_be_given_up(tiny_sd: LoadedModel) -> None:
    trajectory = run(tiny_sd, ask(tiny_sd)).trajectory
    asked: list[None] = []

    def must_stop() -> bool:
        asked.append(None)
        return len(asked) > 3

    with pytest.raises(Cancelled):
        decoded_frame(tiny_sd, trajectory, 2, "x0", must_stop)
    vae = tiny_sd.pipeline.vae
    assert "decode" not in vars(vae)
    assert not any(module._forward_pre_hooks for module in vae.modules())
    assert decoded_frame(tiny_sd, trajectory, 2, "x0", never) is not None
