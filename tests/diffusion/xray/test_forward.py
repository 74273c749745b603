"""Noise added to a picture, and what the model makes of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from diffusers import DDPMScheduler

from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.stopping import never
from sdstudio.diffusion.xray.forward import add_noise
from sdstudio.request import Cancelled, InvalidRequest
from sdstudio.xray import Forward, ForwardQuery, NotApplicable, Rgb
from tests.diffusion.runs import ask, run
from tests.diffusion.xray.scripts import assert_same, outcome
from tests.diffusion.xray.test_vae import drawn, pixels_of, saved
from tests.tiny_models import save_tiny_sd


def forward(
    model: LoadedModel, picture: Rgb, timestep: int, folder: Path, schedule: str = "model"
) -> Forward:
    answer = add_noise(
        model,
        ForwardQuery(
            picture=picture,
            timestep=timestep,
            seed=3,
            prompt='a "red" apple',
            noise_schedule=schedule,
            file=saved(picture, folder),
        ),
        never,
    )
    assert isinstance(answer, Forward)
    return answer


def check_script(seen: Forward) -> None:
    left = outcome(seen.code)
    assert_same(seen.noisy_latents, left["noisy"])
    assert_same(seen.predicted_latents, left["x0"])
    assert (left["a"], left["b"]) == pytest.approx((seen.a, seen.b), abs=1e-6)


@pytest.mark.parametrize("family", ["tiny_sd", "tiny_sd3", "tiny_flux", "tiny_schnell", "starter"])
def test_the_script_gives_the_same_numbers(
    family: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    model: LoadedModel = request.getfixturevalue(family)
    check_script(forward(model, drawn(83, 64), 400, tmp_path))


def test_so_it_does_with_sdxl(
    tiny_sdxl_folder: Path, load_model: Callable[[str], LoadedModel], tmp_path: Path
) -> None:
    check_script(forward(load_model(str(tiny_sdxl_folder)), drawn(32, 48), 700, tmp_path))


def test_so_it_does_with_v_prediction(
    load_model: Callable[[str], LoadedModel], tmp_path: Path
) -> None:
    model = load_model(str(save_tiny_sd(tmp_path / "v", prediction_type="v_prediction")))
    check_script(forward(model, drawn(32, 32), 250, tmp_path))


@pytest.mark.parametrize("schedule", ["linear", "scaled_linear", "squaredcos_cap_v2"])
def test_other_noise_schedules(schedule: str, tiny_sd: LoadedModel, tmp_path: Path) -> None:
    seen = forward(tiny_sd, drawn(32, 32), 300, tmp_path, schedule)
    check_script(seen)
    bounds = {"linear": (0.0001, 0.02), "scaled_linear": (0.00085, 0.012)}
    start, end = bounds.get(schedule, (0.0001, 0.02))
    expected = DDPMScheduler(beta_schedule=schedule, beta_start=start, beta_end=end)
    assert seen.a**2 == pytest.approx(float(expected.alphas_cumprod[300]), abs=1e-6)
    assert seen.a**2 + seen.b**2 == pytest.approx(1)


def test_noise_is_added_as_ddpm_adds_it(tiny_sd: LoadedModel, tmp_path: Path) -> None:
    picture = drawn(48, 32)
    seen = forward(tiny_sd, picture, 600, tmp_path)
    vae = tiny_sd.pipeline.vae
    scheduler = DDPMScheduler.from_config(tiny_sd.scheduler_config)
    values = torch.from_numpy(pixels_of(picture).copy()).permute(2, 0, 1)[None] / 127.5 - 1
    with torch.no_grad():
        latents = vae.encode(values).latent_dist.mode() * vae.config.scaling_factor
    noise = torch.randn(latents.shape, generator=torch.Generator().manual_seed(3))
    assert_same(seen.noisy_latents, scheduler.add_noise(latents, noise, torch.tensor([600])))
    assert seen.original == picture
    assert (seen.noisy.width, seen.predicted.height) == (48, 32)


def test_the_less_noise_the_better_the_prediction(starter: LoadedModel, tmp_path: Path) -> None:
    request = ask(starter, prompt="a red apple", width=64, height=64)
    picture = Rgb(width=64, height=64, data=run(starter, request).rgb)

    def error(timestep: int) -> float:
        seen = forward(starter, picture, timestep, tmp_path)
        return float(np.square(pixels_of(seen.predicted).astype(float) - pixels_of(picture)).mean())

    assert error(20) < error(500) < error(980)


def test_what_cannot_be_asked(tiny_sd: LoadedModel, tiny_sd3: LoadedModel, tmp_path: Path) -> None:
    for timestep in (-1, 1000):
        with pytest.raises(InvalidRequest, match="from 0 to 999"):
            forward(tiny_sd, drawn(32, 32), timestep, tmp_path)
    with pytest.raises(InvalidRequest, match="no noise schedule called “cubic”"):
        forward(tiny_sd, drawn(32, 32), 5, tmp_path, "cubic")
    with pytest.raises(InvalidRequest, match="too small"):
        forward(tiny_sd, drawn(7, 32), 5, tmp_path)
    query = ForwardQuery(
        picture=drawn(32, 32), timestep=5, seed=0, prompt="", noise_schedule="linear"
    )
    answer = add_noise(tiny_sd3, query, never)
    assert isinstance(answer, NotApplicable)
    assert answer.sentence.startswith("This is a flow model")


def test_it_can_be_stopped_and_leaves_nothing_behind(tiny_sd: LoadedModel) -> None:
    request = ask(tiny_sd)
    before = run(tiny_sd, request).rgb
    scheduler = tiny_sd.pipeline.scheduler
    query = ForwardQuery(picture=drawn(32, 32), timestep=500, seed=1, prompt="a cat")
    for most in (0, 2, 9):
        asked: list[None] = []

        def must_stop(asked: list[None] = asked, most: int = most) -> bool:
            asked.append(None)
            return len(asked) > most

        with pytest.raises(Cancelled):
            add_noise(tiny_sd, query, must_stop)
    first, again = (add_noise(tiny_sd, query, never) for _ in range(2))
    assert first == again
    assert tiny_sd.pipeline.scheduler is scheduler
    for module in tiny_sd.denoiser.modules():
        assert not module._forward_pre_hooks
        assert not module._forward_hooks
    assert run(tiny_sd, request).rgb == before
