"""Predicted x0 against an oracle that knows the true one."""

from __future__ import annotations

import inspect
import math
from collections.abc import Mapping
from typing import Any

import numpy as np
import pytest
import torch

from sdstudio.diffusion.prediction import (
    Step,
    can_predict,
    evaluation_of_step,
    noise_level,
    tap,
)
from sdstudio.diffusion.schedulers import (
    CHOICES,
    check_steps,
    make_scheduler,
    schedulers_for,
)
from sdstudio.request import SCHEDULERS, InvalidRequest

CONFIG = {
    "num_train_timesteps": 1000,
    "beta_start": 0.00085,
    "beta_end": 0.012,
    "beta_schedule": "scaled_linear",
    "steps_offset": 1,
    "set_alpha_to_one": False,
}
FLOW_CONFIG = {
    "_class_name": "FlowMatchEulerDiscreteScheduler",
    "num_train_timesteps": 1000,
    "shift": 3.0,
}
DIFFUSION = schedulers_for("StableDiffusionPipeline", CONFIG)
FLOW = schedulers_for("StableDiffusion3Pipeline", FLOW_CONFIG)
# Their sigmas lie between timesteps; those of Flow Euler do not, for its timesteps are no whole
# numbers.
ROUNDED = {each for each in DIFFUSION if each.endswith(("karras", "exponential", "beta"))} | {
    *("flow_dpmpp_2m", "flow_dpmpp_2s", "flow_unipc")
}
TWO_EVALUATIONS = {each for each in SCHEDULERS if "heun" in each or each.startswith("dpm2")}


def config_for(scheduler_id: str, prediction_type: str = "epsilon") -> Mapping[str, Any]:
    if scheduler_id in FLOW:
        return FLOW_CONFIG
    return CONFIG | {"prediction_type": prediction_type}


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


class FlowOracle:
    """The same for flow: its noise level is the timestep alone, whatever the shift."""

    def __init__(self, x0: torch.Tensor) -> None:
        self.x0 = x0.double()

    def __call__(self, model_input: torch.Tensor, timestep: float) -> torch.Tensor:
        sigma = timestep / 1000
        epsilon = (model_input.double() - (1 - sigma) * self.x0) / sigma
        return (epsilon - self.x0).float()


def see(scheduler: Any, sample: torch.Tensor, t: torch.Tensor) -> torch.Tensor:
    """What the network is shown of a sample; the flow pipelines show it as it is."""
    scaled = getattr(scheduler, "scale_model_input", lambda sample, _: sample)(sample, t)
    assert isinstance(scaled, torch.Tensor)
    return scaled


def run(
    scheduler: Any, prediction_type: str, steps: int, *, tapped: bool = True
) -> tuple[torch.Tensor, torch.Tensor, list[Step | None], list[torch.Tensor]]:
    """A whole denoising loop as the pipelines write it: x0, final sample, steps, predictions."""
    generator = torch.Generator().manual_seed(7)
    x0 = torch.randn(1, 4, 8, 8, generator=generator)
    is_flow = prediction_type == "flow_prediction"
    oracle = FlowOracle(x0) if is_flow else Oracle(x0, prediction_type)
    scheduler.set_timesteps(steps)
    sample = torch.randn(1, 4, 8, 8, generator=generator)
    sample = sample * getattr(scheduler, "init_noise_sigma", 1.0)
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
            output = oracle(see(scheduler, sample, t), float(t))
            sample = scheduler.step(output, t, sample, **extra, return_dict=False)[0]
        return sample

    if not tapped:
        return x0, loop(sample), seen, predictions
    with tap(scheduler, watch):
        final = loop(sample)
    return x0, final, seen, predictions


def test_every_offered_scheduler_has_a_class_and_a_formula() -> None:
    assert set(CHOICES) == set(SCHEDULERS) == {*DIFFUSION, *FLOW}
    for scheduler_id in SCHEDULERS:
        assert can_predict(make_scheduler(scheduler_id, config_for(scheduler_id))), scheduler_id


@pytest.mark.parametrize("steps", [4, 20, 50])
@pytest.mark.parametrize("prediction_type", ["epsilon", "v_prediction"])
@pytest.mark.parametrize("scheduler_id", DIFFUSION)
def test_predicted_x0_is_the_true_one(scheduler_id: str, prediction_type: str, steps: int) -> None:
    scheduler = make_scheduler(scheduler_id, CONFIG | {"prediction_type": prediction_type})
    x0, _, _, predictions = run(scheduler, prediction_type, steps)
    assert len(predictions) == steps
    # Where sigmas lie between timesteps the network is told the rounded one, so the oracle is
    # misled a little; most where 50 steps crowd together at the smallest sigmas.
    tolerance = (2e-2 if steps == 50 else 1e-2) if scheduler_id in ROUNDED else 1e-4
    worst = max(float((x0 - predicted).abs().max()) for predicted in predictions)
    assert worst < tolerance


@pytest.mark.parametrize("steps", [4, 20, 50])
@pytest.mark.parametrize("shift", [1.0, 3.0])
@pytest.mark.parametrize("scheduler_id", FLOW)
def test_a_flow_model_too_has_the_true_x0_predicted(
    scheduler_id: str, shift: float, steps: int
) -> None:
    scheduler = make_scheduler(scheduler_id, FLOW_CONFIG | {"shift": shift})
    x0, final, _, predictions = run(scheduler, "flow_prediction", steps)
    assert len(predictions) == steps
    tolerance = 1e-2 if scheduler_id in ROUNDED else 1e-4
    assert max(float((x0 - each).abs().max()) for each in predictions) < tolerance
    # It also arrives there; DEIS, which does not, is not offered.
    assert float((x0 - final).abs().max()) < tolerance


@pytest.mark.parametrize(
    "scheduler_id",
    [
        *("dpmpp_2m", "dpmpp_2m_karras", "dpmpp_2m_sde", "dpmpp_2m_sde_karras"),
        *("dpmpp_3m_sde", "dpmpp_3m_sde_karras", "dpmpp_2s", "dpmpp_2s_karras"),
        *("unipc", "unipc_karras", "sa_solver", "sa_solver_karras"),
        *("flow_dpmpp_2m", "flow_dpmpp_2s", "flow_unipc"),
    ],
)
def test_predicted_x0_is_the_one_the_multistep_solvers_work_with(scheduler_id: str) -> None:
    scheduler = make_scheduler(scheduler_id, config_for(scheduler_id))
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


def kind_of(scheduler_id: str) -> str:
    return "flow_prediction" if scheduler_id in FLOW else "epsilon"


@pytest.mark.parametrize("scheduler_id", list(SCHEDULERS))
def test_the_tap_changes_nothing_and_leaves_nothing(scheduler_id: str) -> None:
    plain = make_scheduler(scheduler_id, config_for(scheduler_id))
    tapped = make_scheduler(scheduler_id, config_for(scheduler_id))
    _, expected, _, _ = run(plain, kind_of(scheduler_id), 9, tapped=False)
    _, final, _, _ = run(tapped, kind_of(scheduler_id), 9)
    assert torch.equal(final, expected)
    assert "step" not in vars(tapped)


@pytest.mark.parametrize("scheduler_id", list(SCHEDULERS))
def test_steps_are_counted_as_people_count_them(scheduler_id: str) -> None:
    scheduler = make_scheduler(scheduler_id, config_for(scheduler_id))
    _, _, seen, _ = run(scheduler, kind_of(scheduler_id), 6)
    evaluations = 11 if scheduler_id in TWO_EVALUATIONS else 7 if scheduler_id == "pndm" else 6
    assert len(seen) == evaluations
    steps = [step for step in seen if step is not None]
    assert [step.index for step in steps] == [1, 2, 3, 4, 5, 6]
    assert [step.evaluation for step in steps] == [
        evaluation for evaluation, step in enumerate(seen) if step is not None
    ]
    sigmas = [step.sigma for step in steps]
    assert sigmas == sorted(sigmas, reverse=True)
    assert steps[0].timestep > steps[-1].timestep


@pytest.mark.parametrize("scheduler_id", list(SCHEDULERS))
def test_noise_levels_are_known_ahead(scheduler_id: str) -> None:
    scheduler = make_scheduler(scheduler_id, config_for(scheduler_id))
    _, _, seen, _ = run(scheduler, kind_of(scheduler_id), 6)
    asked = make_scheduler(scheduler_id, config_for(scheduler_id))
    asked.set_timesteps(6)
    for step in seen:
        if step is not None:
            assert evaluation_of_step(asked, step.index) == step.evaluation
            assert noise_level(asked, step.evaluation) == (step.a, step.b, step.sigma)
    assert getattr(asked, "step_index", None) is None


@pytest.mark.parametrize("scheduler_id", list(SCHEDULERS))
def test_sigma_is_noise_over_signal_or_for_flow_the_share_of_noise(scheduler_id: str) -> None:
    scheduler = make_scheduler(scheduler_id, config_for(scheduler_id))
    _, _, seen, _ = run(scheduler, kind_of(scheduler_id), 5)
    for step in seen:
        if step is not None and scheduler_id in FLOW:
            assert (step.a, step.b) == (1 - step.sigma, step.sigma)
        elif step is not None:
            assert step.b / step.a == pytest.approx(step.sigma)


@pytest.mark.parametrize("scheduler_id", list(SCHEDULERS))
def test_a_run_that_is_watched_in_two_parts_counts_on(scheduler_id: str) -> None:
    def steps_of(parts: int) -> list[tuple[float, ...]]:
        scheduler = make_scheduler(scheduler_id, config_for(scheduler_id))
        scheduler.set_timesteps(6)
        sample = torch.ones(1, 4, 8, 8)
        generator = torch.Generator().manual_seed(1)
        takes_generator = "generator" in inspect.signature(scheduler.step).parameters
        extra = {"generator": generator} if takes_generator else {}
        found: list[tuple[float, ...]] = []

        def watch(step: Step | None) -> None:
            if step is not None:
                found.append(
                    (step.index, step.evaluation, step.timestep, step.sigma, step.a, step.b)
                )

        begin = 0
        # The third step ends before this evaluation.
        middle = 6 if scheduler_id in TWO_EVALUATIONS else 4 if scheduler_id == "pndm" else 3
        for end in (middle, None) if parts == 2 else (None,):
            first_index = 4 if begin else 1
            with tap(scheduler, watch, first_evaluation=begin, first_index=first_index):
                for t in scheduler.timesteps[begin:end]:
                    see(scheduler, sample, t)
                    sample = scheduler.step(sample * 0.1, t, sample, **extra, return_dict=False)[0]
            begin = middle
        return found

    assert steps_of(parts=2) == steps_of(parts=1)


@pytest.mark.parametrize("scheduler_id", [each for each in SCHEDULERS if each != "pndm"])
def test_predicted_x0_is_the_true_one_from_a_middle_step_on(scheduler_id: str) -> None:
    scheduler = make_scheduler(scheduler_id, config_for(scheduler_id))
    generator = torch.Generator().manual_seed(5)
    x0, noise = torch.randn(2, 1, 4, 8, 8, generator=generator)
    scheduler.set_timesteps(10)
    begin = 4 * (2 if scheduler_id in TWO_EVALUATIONS else 1)
    times = scheduler.timesteps[begin:]
    if hasattr(scheduler, "set_begin_index"):
        scheduler.set_begin_index(begin)
    if scheduler_id in FLOW:
        sigma = float(scheduler.sigmas[begin])
        sample = (1 - sigma) * x0 + sigma * noise
    else:
        sample = scheduler.add_noise(x0, noise, times[:1])
    oracle = FlowOracle(x0) if scheduler_id in FLOW else Oracle(x0, "epsilon")
    predictions: list[torch.Tensor] = []

    def watch(step: Step | None) -> None:
        if step is not None:
            predictions.append(step.pred_original_sample())

    with tap(scheduler, watch):
        for t in times:
            output = oracle(see(scheduler, sample, t), float(t))
            sample = scheduler.step(output, t, sample, return_dict=False)[0]
    assert len(predictions) == 6
    tolerance = 1e-2 if scheduler_id in ROUNDED else 1e-4
    assert max(float((x0 - each).abs().max()) for each in predictions) < tolerance


def test_a_first_step_without_any_signal_has_its_x0_predicted() -> None:
    config = CONFIG | {
        "prediction_type": "v_prediction",
        "rescale_betas_zero_snr": True,
        "timestep_spacing": "trailing",
    }
    scheduler = make_scheduler("ddim", config)
    scheduler.set_timesteps(4)
    seen: list[Step | None] = []
    x0, noise = torch.randn(2, 1, 4, 8, 8, generator=torch.Generator().manual_seed(2))
    with tap(scheduler, seen.append):
        scheduler.step(-x0, scheduler.timesteps[0], noise)
    assert seen[0] is not None
    assert torch.equal(seen[0].pred_original_sample(), x0)
    assert math.isfinite(seen[0].sigma)


@pytest.mark.parametrize("scheduler_id", list(SCHEDULERS))
def test_a_scheduler_refuses_models_of_the_other_kind(scheduler_id: str) -> None:
    other = CONFIG if scheduler_id in FLOW else FLOW_CONFIG
    with pytest.raises(InvalidRequest, match="does not fit this kind of model"):
        make_scheduler(scheduler_id, other)


def test_flow_schedulers_keep_the_models_shift() -> None:
    expected = make_scheduler("flow_euler", FLOW_CONFIG | {"shift": 1.0})
    for scheduler_id in FLOW:
        plain = make_scheduler(scheduler_id, FLOW_CONFIG | {"shift": 1.0})
        shifted = make_scheduler(scheduler_id, FLOW_CONFIG | {"shift": 3.0})
        for scheduler in (expected, plain, shifted):
            scheduler.set_timesteps(20)
        assert float(plain.sigmas[0]) == pytest.approx(1, abs=2e-3), scheduler_id
        assert bool((shifted.sigmas[2:-2] > plain.sigmas[2:-2]).all()), scheduler_id


def test_a_size_dependent_shift_is_the_same_for_every_scheduler() -> None:
    config = FLOW_CONFIG | {"use_dynamic_shifting": True, "max_shift": 1.3}
    offered = schedulers_for("FluxPipeline", config)
    assert {"flow_euler", "flow_dpmpp_2m", "flow_unipc"} <= set(offered)
    assert "flow_heun" not in offered
    for scheduler_id in ("flow_dpmpp_2m", "flow_dpmpp_2s", "flow_unipc"):
        scheduler = make_scheduler(scheduler_id, config)
        check_steps(scheduler, scheduler_id, 20)
        assert scheduler.config.max_shift == 1.3  # the pipeline reads it there
        scheduler.set_timesteps(20, mu=0.8)
        levels = scheduler.sigmas[:-1].double()
        plain = make_scheduler(scheduler_id, FLOW_CONFIG | {"shift": math.exp(0.8)})
        plain.set_timesteps(20)
        assert torch.allclose(levels, plain.sigmas[:-1].double(), atol=1e-5), scheduler_id


def test_so_many_steps_that_two_begin_alike_are_refused() -> None:
    scheduler = make_scheduler("flow_dpmpp_2m", FLOW_CONFIG)
    check_steps(scheduler, "flow_dpmpp_2m", 100)
    with pytest.raises(InvalidRequest, match=r"Flow DPM\+\+ 2M cannot make a picture in 1000"):
        check_steps(scheduler, "flow_dpmpp_2m", 1000)


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
    scheduler = make_scheduler("dpmpp_2m", CONFIG)
    scheduler.register_to_config(use_flow_sigmas=True)
    assert not can_predict(scheduler)
    scheduler = make_scheduler("flow_euler", FLOW_CONFIG | {"invert_sigmas": True})
    assert not can_predict(scheduler)
