"""The schedule pane's numbers: those of a plain scheduler, step by step."""

from __future__ import annotations

import numpy as np
import pytest

from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.schedulers import CHOICES, schedulers_for
from sdstudio.diffusion.xray.schedule import describe_schedule
from sdstudio.request import InvalidRequest
from sdstudio.xray import NOISE_SCHEDULES, NotApplicable, Schedule, ScheduleQuery
from tests.diffusion.xray.scripts import outcome

DIFFUSION = tuple(each for each, choice in CHOICES.items() if not choice.is_flow)


def ask(scheduler: str, steps: int = 20, noise_schedule: str = "model") -> ScheduleQuery:
    return ScheduleQuery(
        scheduler=scheduler,
        num_inference_steps=steps,
        width=64,
        height=32,
        noise_schedule=noise_schedule,
    )


def described(model: LoadedModel, query: ScheduleQuery) -> Schedule:
    answer = describe_schedule(model, query)
    assert isinstance(answer, Schedule)
    return answer


def compare_with_its_script(answer: Schedule) -> None:
    left = outcome(answer.code)
    np.testing.assert_allclose(left["timesteps"], answer.timesteps, rtol=1e-6, atol=1e-5)
    np.testing.assert_allclose(left["sigmas"], answer.sigmas, rtol=1e-5, atol=1e-5)
    if answer.alphas_cumprod.shape[0]:
        np.testing.assert_allclose(
            left["alphas_cumprod"], answer.alphas_cumprod.array(), rtol=0, atol=1e-7
        )
    else:
        assert "alphas_cumprod" not in left


def test_the_known_schedule_of_lms_with_the_betas_of_ddpm(starter: LoadedModel) -> None:
    answer = described(starter, ask("lms", noise_schedule="linear"))
    known = np.linspace(999, 0, 20)
    assert [round(each, 4) for each in answer.timesteps[:3]] == [999.0, 946.4211, 893.8421]
    assert [round(each, 4) for each in answer.timesteps[-2:]] == [52.5789, 0.0]
    np.testing.assert_allclose(answer.timesteps, known, atol=1e-4)
    betas = np.linspace(1e-4, 0.02, 1000)
    np.testing.assert_allclose(
        answer.alphas_cumprod.array(), np.cumprod(1 - betas), rtol=1e-4, atol=1e-6
    )
    assert answer.sigmas[0] == pytest.approx(
        float(np.sqrt((1 - np.cumprod(1 - betas)[-1]) / np.cumprod(1 - betas)[-1])), rel=1e-3
    )
    compare_with_its_script(answer)


@pytest.mark.parametrize("scheduler", DIFFUSION)
def test_each_scheduler_is_what_its_script_says(scheduler: str, starter: LoadedModel) -> None:
    answer = described(starter, ask(scheduler, 7))
    assert len(answer.timesteps) == len(answer.sigmas) == 7
    assert list(answer.sigmas) == sorted(answer.sigmas, reverse=True)
    compare_with_its_script(answer)


@pytest.mark.parametrize("noise_schedule", NOISE_SCHEDULES)
@pytest.mark.parametrize("scheduler", ["heun", "pndm", "ddim", "euler_karras", "lcm"])
def test_other_betas(noise_schedule: str, scheduler: str, tiny_sd: LoadedModel) -> None:
    answer = described(tiny_sd, ask(scheduler, 5, noise_schedule))
    compare_with_its_script(answer)
    usual = described(tiny_sd, ask(scheduler, 5))
    is_same = answer.alphas_cumprod == usual.alphas_cumprod
    # The tiny model was given Stable Diffusion's own betas, which are scaled_linear.
    assert is_same == (noise_schedule in ("model", "scaled_linear"))


@pytest.mark.parametrize("name", ["tiny_sd3", "tiny_flux", "tiny_schnell"])
def test_flow_models(name: str, request: pytest.FixtureRequest) -> None:
    model: LoadedModel = request.getfixturevalue(name)
    for scheduler in model.info.schedulers:
        answer = described(model, ask(scheduler, 4))
        assert len(answer.timesteps) == len(answer.sigmas) == 4
        assert all(0 < each <= 1 for each in answer.sigmas)
        compare_with_its_script(answer)


def test_flow_models_have_no_betas_to_replace(tiny_sd3: LoadedModel) -> None:
    answer = describe_schedule(tiny_sd3, ask("flow_euler", noise_schedule="linear"))
    assert isinstance(answer, NotApplicable)
    assert "betas" in answer.sentence


def test_what_no_run_could_take_is_refused(tiny_sd: LoadedModel, tiny_sd3: LoadedModel) -> None:
    with pytest.raises(InvalidRequest, match="cannot be run with the scheduler"):
        describe_schedule(tiny_sd3, ask("euler"))
    with pytest.raises(InvalidRequest, match="number of steps"):
        describe_schedule(tiny_sd, ask("euler", 0))
    with pytest.raises(InvalidRequest, match="in 1000 steps"):
        describe_schedule(tiny_sd, ask("dpmpp_2m", 1000))
    assert schedulers_for("StableDiffusionPipeline", tiny_sd.scheduler_config)
