"""Predicted x0 against an oracle that knows the true one."""

from __future__ import annotations

import inspect
import math
from typing import Any

import numpy as np
import pytest
import torch

from sdstudio.diffusion.prediction import Step, can_predict, tap
from sdstudio.diffusion.schedulers import CHOICES, make_scheduler
from sdstudio.request import SCHEDULERS

CONFIG = {
    "num_train_timesteps": 1000,
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
    "steps_offset": 1,
    "set_alpha_to_one": False,
}
# Their sigmas lie between timesteps.
ROUNDED = {each for each in SCHEDULERS if each.endswith(("karras", "exponential", "beta"))}
TWO_EVALUATIONS = {"heun", "heun_karras", "dpm2", "dpm2_karras", "dpm2_a"}


class Oracle:
    """A network that knows the picture: it sees the scaled sample and t, as a trained one does.

    Its noise level comes from the training schedule alone, never from the scheduler under test;
    between whole timesteps sigma is interpolated linearly, as k-diffusion does.
    """

    def __init__(self, x0: torch.Tensor, prediction_type: str) -> None:
        self.x0 = x0.double()
        self.prediction_type = prediction_type
        betas = np.linspace(0.00085**0.5, 0.012**0.5, 1000) ** 2
        alphas_cumprod = np.cumprod(1 - betas)
        self.sigmas = ((1 - alphas_cumprod) / alphas_cumprod) ** 0.5

    def __call__(self, model_input: torch.Tensor, timestep: float) -> torch.Tensor:
        sigma = float(np.interp(timestep, np.arange(1000), self.sigmas))
        a = 1 / math.sqrt(1 + sigma**2)
        b = sigma * a
        epsilon = (model_input.double() - a * self.x0) / b
        answers = {
            "epsilon": epsilon,
            "v_prediction": a * epsilon - b * self.x0,
            "sample": self.x0,
        }
        return answers[self.prediction_type].float()


def run(
    scheduler: Any, prediction_type: str, steps: int, *, tapped: bool = True
) -> tuple[torch.Tensor, torch.Tensor, list[Step | None], list[torch.Tensor]]:
    """A whole denoising loop as the pipelines write it: x0, final sample, steps, predictions."""
    generator = torch.Generator().manual_seed(7)
    x0 = torch.randn(1, 4, 8, 8, generator=generator)
    oracle = Oracle(x0, prediction_type)
    scheduler.set_timesteps(steps)
    sample = torch.randn(1, 4, 8, 8, generator=generator) * scheduler.init_noise_sigma
    seen: list[Step | None] = []
    predictions: list[torch.Tensor] = []

    def watch(step: Step | None) -> None:
        seen.append(step)
        if step is not None:
            predictions.append(step.pred_original_sample())

    def loop(sample: torch.Tensor) -> torch.Tensor:
        takes_generator = "generator" in inspect.signature(scheduler.step).parameters
        extra = {"generator": generator} if takes_generator else {}
        for t in scheduler.timesteps:
            output = oracle(scheduler.scale_model_input(sample, t), float(t))
            sample = scheduler.step(output, t, sample, **extra, return_dict=False)[0]
        return sample

    if not tapped:
        return x0, loop(sample), seen, predictions
    with tap(scheduler, watch):
        final = loop(sample)
    return x0, final, seen, predictions


def test_every_offered_scheduler_has_a_class_and_a_formula() -> None:
    assert set(CHOICES) == set(SCHEDULERS)
    for scheduler_id in SCHEDULERS:
        assert can_predict(make_scheduler(scheduler_id, CONFIG)), scheduler_id


@pytest.mark.parametrize("steps", [4, 20, 50])
@pytest.mark.parametrize("prediction_type", ["epsilon", "v_prediction"])
@pytest.mark.parametrize("scheduler_id", list(SCHEDULERS))
def test_predicted_x0_is_the_true_one(scheduler_id: str, prediction_type: str, steps: int) -> None:
    scheduler = make_scheduler(scheduler_id, CONFIG | {"prediction_type": prediction_type})
    x0, _, _, predictions = run(scheduler, prediction_type, steps)
    assert len(predictions) == steps
    # Where sigmas lie between timesteps the network is told the rounded one, so the oracle is
    # misled a little; most where 50 steps crowd together at the smallest sigmas.
    tolerance = (2e-2 if steps == 50 else 1e-2) if scheduler_id in ROUNDED else 1e-4
    worst = max(float((x0 - predicted).abs().max()) for predicted in predictions)
    assert worst < tolerance


@pytest.mark.parametrize(
    "scheduler_id",
    [
        *("dpmpp_2m", "dpmpp_2m_karras", "dpmpp_2m_sde", "dpmpp_2m_sde_karras"),
        *("dpmpp_3m_sde", "dpmpp_2s", "unipc", "unipc_karras", "sa_solver"),
    ],
)
def test_predicted_x0_is_the_one_the_multistep_solvers_work_with(scheduler_id: str) -> None:
    scheduler = make_scheduler(scheduler_id, CONFIG)
    scheduler.set_timesteps(50)
    generator = torch.Generator().manual_seed(3)
    sample = torch.randn(1, 4, 8, 8, generator=generator)
    compared: list[float] = []

    def compare(step: Step | None) -> None:
        assert step is not None
        own = scheduler.convert_model_output(step.model_output, sample=step.sample)
        compared.append(float((own - step.pred_original_sample()).abs().max() / own.abs().max()))

    with tap(scheduler, compare):
        for t in scheduler.timesteps:
            output = torch.randn(1, 4, 8, 8, generator=generator)
            sample = scheduler.step(output, t, sample, return_dict=False)[0]
    assert len(compared) == 50
    assert max(compared) < 1e-5


@pytest.mark.parametrize("scheduler_id", list(SCHEDULERS))
def test_the_tap_changes_nothing_and_leaves_nothing(scheduler_id: str) -> None:
    plain = make_scheduler(scheduler_id, CONFIG)
    tapped = make_scheduler(scheduler_id, CONFIG)
    _, expected, _, _ = run(plain, "epsilon", 9, tapped=False)
    _, final, _, _ = run(tapped, "epsilon", 9)
    assert torch.equal(final, expected)
    assert "step" not in vars(tapped)


@pytest.mark.parametrize("scheduler_id", list(SCHEDULERS))
def test_steps_are_counted_as_people_count_them(scheduler_id: str) -> None:
    scheduler = make_scheduler(scheduler_id, CONFIG)
    _, _, seen, _ = run(scheduler, "epsilon", 6)
    evaluations = 11 if scheduler_id in TWO_EVALUATIONS else 7 if scheduler_id == "pndm" else 6
    assert len(seen) == evaluations
    steps = [step for step in seen if step is not None]
    assert [step.index for step in steps] == [1, 2, 3, 4, 5, 6]
    sigmas = [step.sigma for step in steps]
    assert sigmas == sorted(sigmas, reverse=True)
    assert steps[0].timestep > steps[-1].timestep


@pytest.mark.parametrize("scheduler_id", [each for each in SCHEDULERS if each != "pndm"])
def test_predicted_x0_is_the_true_one_from_a_middle_step_on(scheduler_id: str) -> None:
    scheduler = make_scheduler(scheduler_id, CONFIG)
    generator = torch.Generator().manual_seed(5)
    x0, noise = torch.randn(2, 1, 4, 8, 8, generator=generator)
    scheduler.set_timesteps(10)
    begin = 4 * (2 if scheduler_id in TWO_EVALUATIONS else 1)
    times = scheduler.timesteps[begin:]
    if hasattr(scheduler, "set_begin_index"):
        scheduler.set_begin_index(begin)
    sample = scheduler.add_noise(x0, noise, times[:1])
    oracle = Oracle(x0, "epsilon")
    predictions: list[torch.Tensor] = []

    def watch(step: Step | None) -> None:
        if step is not None:
            predictions.append(step.pred_original_sample())

    with tap(scheduler, watch):
        for t in times:
            output = oracle(scheduler.scale_model_input(sample, t), float(t))
            sample = scheduler.step(output, t, sample, return_dict=False)[0]
    assert len(predictions) == 6
    tolerance = 1e-2 if scheduler_id in ROUNDED else 1e-4
    assert max(float((x0 - each).abs().max()) for each in predictions) < tolerance


def test_the_tap_is_taken_off_when_the_run_fails() -> None:
    scheduler = make_scheduler("euler", CONFIG)

    def refuse(_: Step | None) -> None:
        raise KeyError("enough")

    scheduler.set_timesteps(3)
    sample = torch.zeros(1, 4, 8, 8)
    scheduler.scale_model_input(sample, scheduler.timesteps[0])
    with pytest.raises(KeyError, match="enough"), tap(scheduler, refuse):
        scheduler.step(sample, scheduler.timesteps[0], sample)
    assert "step" not in vars(scheduler)


def test_the_tap_keeps_the_parameters_pipelines_look_for() -> None:
    scheduler = make_scheduler("ddim", CONFIG)
    expected = list(inspect.signature(scheduler.step).parameters)
    with tap(scheduler, lambda _: None):
        assert list(inspect.signature(scheduler.step).parameters) == expected


def test_a_scheduler_without_a_formula_shows_nothing_rather_than_something_wrong() -> None:
    scheduler = make_scheduler("dpmpp_2m", CONFIG | {"use_flow_sigmas": True})
    assert not can_predict(scheduler)
