"""Going on from the middle of a run: the very same way, and other ways."""

from __future__ import annotations

import functools
import inspect
import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch

from sdstudio.diffusion.continuing import Start, continued, seed_history, start_of
from sdstudio.diffusion.frames import frame
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.prediction import Step, evaluation_of_step, noise_level, tap
from sdstudio.diffusion.preview import PatchMap
from sdstudio.diffusion.ring import TrajectoryRing
from sdstudio.diffusion.schedulers import make_scheduler
from sdstudio.diffusion.trajectory import Moment, Trajectory
from sdstudio.diffusion.trajectory_file import decode_trajectory, encode_trajectory
from sdstudio.request import (
    SCHEDULERS,
    BrokenTrajectory,
    GenerationRequest,
    InvalidRequest,
    StepPreview,
    TrajectoryMissing,
)
from tests.diffusion.conftest import Recorder
from tests.diffusion.runs import PLENTY, Run, ask, branch, largest_difference, run
from tests.diffusion.test_prediction import (
    DIFFUSION,
    FLOW,
    ROUNDED,
    FlowOracle,
    Oracle,
    config_for,
    see,
)
from tests.tiny_models import save_tiny_flux, save_tiny_sd, save_tiny_sd3, save_tiny_sdxl

FAMILIES: dict[str, Callable[[Path], Path]] = {
    "sd": save_tiny_sd,
    "sd v": functools.partial(save_tiny_sd, prediction_type="v_prediction"),
    "sdxl": save_tiny_sdxl,
    "sd3": save_tiny_sd3,
    "flux": save_tiny_flux,
}
NOT_FOR_FLUX = {"flow_heun"}
CHOSEN = [
    *(("sd", each) for each in DIFFUSION),
    *(("sd v", each) for each in ("dpmpp_2m", "euler_a")),
    *(("sdxl", each) for each in ("euler", "dpmpp_2m_sde", "heun_karras", "pndm")),
    *(("sd3", each) for each in FLOW),
    *(("flux", each) for each in FLOW if each not in NOT_FOR_FLUX),
]
# What a scheduler remembers does not depend on how its noise levels are spread.
ONE_SPREAD = [
    (name, each) for name, each in CHOSEN if not each.endswith(("karras", "exponential", "beta"))
]
HAS_HISTORY = ["dpmpp_2m", "dpmpp_3m_sde", "unipc", "deis", "sa_solver", "lms", "pndm"]
STOCHASTIC = {each for each in SCHEDULERS if "_sde" in each or "_a" in each} | {
    *("ddpm", "lcm", "tcd", "sa_solver", "sa_solver_karras")
}
# These end where a little noise is left.
END_EARLY = {"deis", "deis_karras", "sa_solver", "sa_solver_karras", "tcd"}
PATH = Path("kept.safetensors")


@pytest.fixture(scope="module")
def family(
    load_model: Callable[[str], LoadedModel], tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], LoadedModel]:
    """A tiny model of a family, loaded once."""

    @functools.cache
    def find(name: str) -> LoadedModel:
        folder = tmp_path_factory.mktemp("families") / f"tiny {name}"
        return load_model(str(FAMILIES[name](folder)))

    return find


class Scrubber(Recorder):
    """Looks at every step there is, all the time, as someone does who drags to and fro."""

    def __init__(self, ring: TrajectoryRing, request_id: str) -> None:
        super().__init__()
        self.ring = ring
        self.request_id = request_id
        self.looked = 0

    def step_finished(self, index: int, num_timesteps: int) -> None:
        trajectory = self.ring.get(self.request_id)
        assert trajectory is not None
        assert trajectory.is_running
        for moment in trajectory.moments:
            assert frame(trajectory, moment.index, "both") is not None
            self.looked += 1

    def previewed(self, preview: StepPreview) -> None:
        trajectory = self.ring.get(self.request_id)
        assert trajectory is not None
        encode_trajectory(trajectory)


def shared(parent: Run, other: Run) -> list[bool]:
    """Which moments consist of the parent's own tensors, so that they take no memory of their own.

    The predicted picture is asked for, since the first noisy latents of a branch are the parent's.
    """
    pairs = zip(parent.trajectory.moments, other.trajectory.moments, strict=True)
    return [then.x0 is now.x0 for then, now in pairs]


def test_these_are_all_schedulers_on_offer(family: Callable[[str], LoadedModel]) -> None:
    for name in ("sd", "sd3", "flux"):
        assert list(family(name).info.schedulers) == [each for one, each in CHOSEN if one == name]


@pytest.fixture(scope="module")
def parent_of(family: Callable[[str], LoadedModel]) -> Callable[[str, str], Run]:
    """A run of a family's model with a scheduler, made once."""

    @functools.cache
    def make(name: str, scheduler_id: str) -> Run:
        return run(family(name), ask(family(name), scheduler=scheduler_id))

    return make


@pytest.mark.parametrize(("name", "scheduler_id"), CHOSEN)
def test_with_nothing_changed_the_same_picture_comes_out(
    name: str,
    scheduler_id: str,
    family: Callable[[str], LoadedModel],
    parent_of: Callable[[str, str], Run],
) -> None:
    parent = parent_of(name, scheduler_id)
    reopened = decode_trajectory(encode_trajectory(parent.trajectory), PATH)
    for step in (1, 2, 3, 4):
        observer = Recorder()
        again = run(
            family(name),
            branch(parent.request, step),
            parent=reopened if step == 3 else parent.trajectory,
            observer=observer,
        )
        assert again.rgb == parent.rgb
        # What lies before was not computed.
        assert observer.steps == [(index, 4) for index in range(step, 5)]
        assert again.trajectory.first_own == step
        if step != 3:
            assert shared(parent, again) == [index < step for index in range(1, 5)]
        for then, now in zip(parent.trajectory.moments, again.trajectory.moments, strict=True):
            assert then.evaluation == now.evaluation
            assert torch.equal(then.sample, now.sample)
            assert torch.equal(then.x0, now.x0)
            assert torch.equal(then.generator, now.generator)


@pytest.mark.parametrize(("name", "scheduler_id"), ONE_SPREAD)
def test_a_branch_of_a_branch_is_continued_as_truly(
    name: str,
    scheduler_id: str,
    family: Callable[[str], LoadedModel],
    parent_of: Callable[[str, str], Run],
) -> None:
    model, parent = family(name), parent_of(name, scheduler_id)
    other = run(model, branch(parent.request, 2, prompt="a blue dog"), parent=parent.trajectory)
    assert other.rgb != parent.rgb
    reopened = decode_trajectory(encode_trajectory(other.trajectory), PATH)
    for step in (2, 3):
        source = reopened if step == 3 else other.trajectory
        assert run(model, branch(other.request, step), parent=source).rgb == other.rgb


@pytest.fixture(scope="module")
def plain_of(family: Callable[[str], LoadedModel]) -> Callable[[str], Any]:
    """A family's pipeline, loaded as a tutorial does it."""

    @functools.cache
    def find(name: str) -> Any:
        model = family(name)
        pipeline = type(model.pipeline).from_pretrained(model.folder.path, dtype=torch.float32)
        pipeline.set_progress_bar_config(disable=True)
        return pipeline

    return find


@pytest.mark.parametrize(
    ("name", "scheduler_id"),
    [
        *(("sd", each) for each in DIFFUSION if each in STOCHASTIC),
        *(("sd v", "unipc"), ("sdxl", "euler"), ("sd3", "flow_euler"), ("flux", "flow_euler")),
    ],
)
def test_being_looked_at_changes_no_pixel(
    name: str,
    scheduler_id: str,
    family: Callable[[str], LoadedModel],
    plain_of: Callable[[str], Any],
) -> None:
    """Against the pipeline's own call; most where noise is drawn at every step."""
    model, plain = family(name), plain_of(name)
    request = ask(model, scheduler=scheduler_id)
    plain.scheduler = make_scheduler(scheduler_id, model.scheduler_config)
    reads_negative = {} if name == "flux" else {"negative_prompt": request.negative_prompt}
    expected = plain(
        request.prompt,
        **reads_negative,
        num_inference_steps=4,
        guidance_scale=request.guidance_scale,
        width=32,
        height=32,
        generator=torch.Generator().manual_seed(request.seed),
    ).images[0]
    ring = TrajectoryRing(PLENTY)
    observer = Scrubber(ring, request.id)
    assert run(model, request, observer=observer, ring=ring).rgb == expected.tobytes()
    assert observer.looked == 1 + 2 + 3 + 4


@pytest.mark.parametrize("scheduler_id", ["dpmpp_2m", "euler_a", "heun", "pndm"])
@pytest.mark.parametrize(
    "changes", [{"prompt": "a dog"}, {"guidance_scale": 9.0}, {"negative_prompt": "blurry"}]
)
def test_what_is_changed_shows_from_there_on(
    scheduler_id: str, changes: dict[str, object], tiny_sd: LoadedModel
) -> None:
    parent = run(tiny_sd, ask(tiny_sd, scheduler=scheduler_id))
    changed = run(tiny_sd, branch(parent.request, 3, **changes), parent=parent.trajectory)
    assert changed.rgb != parent.rgb
    before, after = parent.trajectory.moments, changed.trajectory.moments
    assert changed.trajectory.first_own == 3
    assert [moment.index for moment in after] == [1, 2, 3, 4]
    assert shared(parent, changed) == [True, True, False, False]
    assert torch.equal(before[2].sample, after[2].sample)
    assert not torch.equal(before[2].x0, after[2].x0)


@pytest.mark.parametrize("scheduler_id", HAS_HISTORY)
def test_a_tiny_change_makes_a_tiny_difference(scheduler_id: str, starter: LoadedModel) -> None:
    """So what a multistep scheduler remembers was kept."""
    request = ask(starter, scheduler=scheduler_id, num_inference_steps=6, guidance_scale=4.0)
    parent = run(starter, request)

    def difference(**changes: object) -> int:
        other = run(starter, branch(request, 4, **changes), parent=parent.trajectory)
        return largest_difference(other.rgb, parent.rgb)

    assert difference(guidance_scale=4.0001) <= 1
    assert difference(guidance_scale=8.0) > 5


def test_the_ancestral_sampler_is_the_same_under_both_its_names(tiny_sd: LoadedModel) -> None:
    """DDPM and Euler a write the same step in two scalings of the latents."""
    parent = run(tiny_sd, ask(tiny_sd, scheduler="ddpm", num_inference_steps=6))
    for step in (3, 5):
        other = branch(parent.request, step, scheduler="euler_a")
        made = run(tiny_sd, other, parent=parent.trajectory)
        assert largest_difference(made.rgb, parent.rgb) <= 1
        assert made.trajectory.first_own == step
        assert [moment.index for moment in made.trajectory.moments] == list(range(step, 7))


@pytest.mark.parametrize(("name", "scheduler_id"), [("sd", "dpmpp_2m"), ("flux", "flow_euler")])
def test_fresh_noise_follows_its_seed(
    name: str, scheduler_id: str, family: Callable[[str], LoadedModel]
) -> None:
    model = family(name)
    parent = run(model, ask(model, scheduler=scheduler_id))

    def with_seed(seed: int) -> Run:
        request = branch(parent.request, 3, fresh_noise=True, seed=seed)
        return run(model, request, parent=parent.trajectory)

    first, again, other = with_seed(5), with_seed(5), with_seed(6)
    assert first.rgb == again.rgb
    assert len({parent.rgb, first.rgb, other.rgb}) == 3
    assert first.trajectory.first_own == 3
    assert shared(parent, first) == [True, True, False, False]
    # And can itself be continued truly.
    for step in (3, 4):
        follower = run(model, branch(first.request, step), parent=first.trajectory)
        # The new noise counts as the branch's own; its branch draws none.
        assert follower.request.fresh_noise
        plain = branch(first.request, step, fresh_noise=False)
        assert run(model, plain, parent=first.trajectory).rgb == first.rgb


# -- where a branch begins -------------------------------------------------------------------


def trajectory_with(moment: Moment, request: GenerationRequest, first_own: int = 1) -> Trajectory:
    return Trajectory(
        request=request,
        model="a model",
        moments=(moment,),
        first_own=first_own,
        patch_map=PatchMap(torch.zeros(25 * 4 + 1, 3 * 2 * 2), 2),
    )


def moment_of(scheduler_id: str, index: int, steps: int) -> tuple[Moment, torch.Tensor]:
    """A moment whose x0 and noise are known; and that noise."""
    scheduler = make_scheduler(scheduler_id, config_for(scheduler_id))
    scheduler.set_timesteps(steps)
    evaluation = evaluation_of_step(scheduler, index)
    a, b, sigma = noise_level(scheduler, evaluation)
    generator = torch.Generator().manual_seed(4)
    x0, noise = torch.randn(2, 1, 4, 8, 8, generator=generator)
    moment = Moment(
        index=index,
        evaluation=evaluation,
        timestep=0.0,
        sigma=sigma,
        a=a,
        b=b,
        sample=a * x0 + b * noise,
        x0=x0,
        state={"_step_index": evaluation},
        generator=generator.get_state(),
    )
    return moment, noise


def request_of(scheduler_id: str, steps: int) -> GenerationRequest:
    return GenerationRequest(
        prompt="x", scheduler=scheduler_id, num_inference_steps=steps, width=16, height=16
    )


def ready(scheduler_id: str, steps: int) -> Any:
    scheduler = make_scheduler(scheduler_id, config_for(scheduler_id))
    scheduler.set_timesteps(steps)
    return scheduler


OTHER_SCHEDULERS = [
    *(("dpmpp_2m", each) for each in DIFFUSION if each != "dpmpp_2m"),
    *(("euler_karras", each) for each in ("euler", "ddim", "pndm", "heun", "dpmpp_2s_karras")),
    *(("flow_euler", each) for each in FLOW if each != "flow_euler"),
]


@pytest.mark.parametrize(("parent", "scheduler_id"), OTHER_SCHEDULERS)
def test_another_scheduler_gets_the_latents_at_its_own_nearest_noise_level(
    parent: str, scheduler_id: str
) -> None:
    moment, noise = moment_of(parent, 5, 10)
    request = request_of(parent, 10)
    scheduler = ready(scheduler_id, 10)
    other = branch(request, 5, scheduler=scheduler_id, seed=77)
    start = start_of(trajectory_with(moment, request), other, scheduler, "a model")
    assert start is not None
    levels = [noise_level(scheduler, evaluation_of_step(scheduler, n)) for n in range(1, 11)]
    distances = [abs(math.log(b / max(a, 1e-6) / (moment.b / moment.a))) for a, b, _ in levels]
    assert distances[start.index - 1] == min(distances)
    assert start.evaluation == evaluation_of_step(scheduler, start.index)
    a, b, _ = levels[start.index - 1]
    expected = a * moment.x0 + b * noise
    assert float((start.sample - expected).abs().max()) < 1e-5 * max(1, b)
    assert start.state is None
    assert torch.equal(start.generator, moment.generator)


@pytest.mark.parametrize("scheduler_id", ["euler", "ddim", "flow_euler"])
def test_fresh_noise_lies_over_the_same_predicted_picture(scheduler_id: str) -> None:
    moment, _ = moment_of(scheduler_id, 5, 10)
    request = request_of(scheduler_id, 10)
    anew = branch(request, 5, fresh_noise=True, seed=21)
    trajectory = trajectory_with(moment, request)
    start = start_of(trajectory, anew, ready(scheduler_id, 10), "a model")
    assert start is not None
    generator = torch.Generator().manual_seed(21)
    noise = torch.randn(moment.x0.shape, generator=generator)
    assert torch.allclose(start.sample, moment.a * moment.x0 + moment.b * noise, atol=1e-5)
    assert (start.index, start.evaluation) == (moment.index, moment.evaluation)
    assert torch.equal(start.generator, generator.get_state())


def test_from_the_first_step_it_is_a_run_of_its_own() -> None:
    moment, _ = moment_of("euler", 1, 10)
    request = request_of("euler", 10)
    trajectory = trajectory_with(moment, request)
    for changes in ({}, {"fresh_noise": True}, {"scheduler": "dpmpp_2m"}):
        other = branch(request, 1, **changes)
        assert start_of(trajectory, other, ready(other.scheduler, 10), "a model") is None


class Network(torch.nn.Module):
    """An oracle in the place of a pipeline's network."""

    def __init__(self, answer: Callable[[torch.Tensor, float], torch.Tensor]) -> None:
        super().__init__()
        self.answer = answer
        self.asked = 0

    def forward(self, sample: torch.Tensor, timestep: torch.Tensor) -> tuple[torch.Tensor]:
        self.asked += 1
        return (self.answer(sample, float(timestep)),)


def go_on(scheduler: Any, network: Network, start: Start) -> tuple[list[Step], torch.Tensor]:
    """A denoising loop as the pipelines write it, begun at ``start``: its steps and the end."""
    generator = torch.Generator().manual_seed(0)
    sample = torch.full((1, 4, 8, 8), 100.0)  # what comes from here would show
    steps: list[Step] = []

    def watch(step: Step | None) -> None:
        if step is not None:
            if step.index == start.index:
                seed_history(scheduler, step)
            steps.append(step)

    takes_generator = "generator" in inspect.signature(scheduler.step).parameters
    extra = {"generator": generator} if takes_generator else {}
    first = {"first_evaluation": start.evaluation, "first_index": start.index}
    with tap(scheduler, watch, **first), continued(network, scheduler, generator, start):
        for t in scheduler.timesteps:
            (output,) = network(see(scheduler, sample, t), t)
            sample = scheduler.step(output, t, sample, **extra, return_dict=False)[0]
    assert "forward" not in vars(network)
    assert "step" not in vars(scheduler)
    return steps, sample


@pytest.mark.parametrize("index", [2, 6])
@pytest.mark.parametrize("scheduler_id", list(SCHEDULERS))
def test_without_a_past_an_oracle_still_arrives_at_the_picture(
    scheduler_id: str, index: int
) -> None:
    # The last step goes down to no noise at all, so that arriving means something.
    config = {**config_for(scheduler_id), "set_alpha_to_one": True}
    scheduler = make_scheduler(scheduler_id, config)
    scheduler.set_timesteps(10)
    generator = torch.Generator().manual_seed(5)
    x0, noise = torch.randn(2, 1, 4, 8, 8, generator=generator)
    evaluation = evaluation_of_step(scheduler, index)
    a, b, _ = noise_level(scheduler, evaluation)
    start = Start(
        index=index,
        evaluation=evaluation,
        sample=a * x0 + b * noise,
        state=None,
        generator=generator.get_state(),
    )
    network = Network(FlowOracle(x0) if scheduler_id in FLOW else Oracle(x0, "epsilon"))
    steps, final = go_on(scheduler, network, start)
    assert torch.equal(steps[0].sample, start.sample)
    assert [step.index for step in steps] == list(range(index, 11))
    assert network.asked == len(scheduler.timesteps) - evaluation
    tolerance = 1e-2 if scheduler_id in ROUNDED else 1e-4
    if scheduler_id not in STOCHASTIC:
        # To an oracle the way is straight, and a solver of any order keeps to it.
        for step in steps:
            error = (step.sample - step.a * x0 - step.b * noise).abs().max()
            assert float(error) < 2 * tolerance * max(1, step.b)
    left = 0.03 * float(noise.abs().max()) * 1.5 if scheduler_id in END_EARLY else 0
    assert float((final - x0).abs().max()) < tolerance + left


@pytest.mark.parametrize("scheduler_id", ["lms", "pndm"])
def test_the_two_that_know_no_middle_begin_with_a_first_order_step(scheduler_id: str) -> None:
    scheduler = ready(scheduler_id, 10)
    index = 5
    evaluation = evaluation_of_step(scheduler, index)
    a, b, _ = noise_level(scheduler, evaluation)
    generator = torch.Generator().manual_seed(5)
    sample, output = torch.randn(2, 1, 4, 8, 8, generator=generator)
    sample = sample * math.hypot(a, b)
    start = Start(
        index=index,
        evaluation=evaluation,
        sample=sample,
        state=None,
        generator=generator.get_state(),
    )
    steps, _ = go_on(scheduler, Network(lambda _, __: output), start)
    # DDIM's step along the line from x0 to the noise; in LMS's scaling that is Euler's.
    a_next, b_next, _ = noise_level(scheduler, evaluation + 1)
    expected = a_next * (sample - b * output) / a + b_next * output
    assert float((steps[1].sample - expected).abs().max()) < 1e-4


# -- what does not fit -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"width": 64}, "keeps the width of its parent, which is 32, not 64"),
        ({"height": 64}, "keeps the height of its parent, which is 32, not 64"),
        ({"num_inference_steps": 5}, "keeps the number of steps of its parent, which is 4, not 5"),
    ],
)
def test_a_branch_that_does_not_fit_its_parent_is_refused(
    changes: dict[str, object], sentence: str, tiny_sd: LoadedModel
) -> None:
    parent = run(tiny_sd, ask(tiny_sd))
    with pytest.raises(BrokenTrajectory, match=sentence):
        run(tiny_sd, branch(parent.request, 3, **changes), parent=parent.trajectory)


def test_a_branch_of_another_model_is_refused(family: Callable[[str], LoadedModel]) -> None:
    parent = run(family("sd"), ask(family("sd")))
    other = family("sd v")
    assert other.fingerprint == family("sd").fingerprint  # the same weights, told otherwise
    parent_of_other = replace(parent.trajectory, model="other weights")
    with pytest.raises(BrokenTrajectory, match="made with another model"):
        run(family("sd"), branch(parent.request, 3), parent=parent_of_other)
    with pytest.raises(BrokenTrajectory, match="made with another model"):
        run(family("sdxl"), branch(parent.request, 3), parent=parent.trajectory)


def test_steps_that_are_not_there_or_not_its_own_are_refused(tiny_sd: LoadedModel) -> None:
    parent = run(tiny_sd, ask(tiny_sd))
    with pytest.raises(InvalidRequest, match="no step 5 in this denoising"):
        run(tiny_sd, branch(parent.request, 5), parent=parent.trajectory)
    child = run(tiny_sd, branch(parent.request, 3, prompt="a dog"), parent=parent.trajectory)
    with pytest.raises(InvalidRequest, match=r"Step 2 belongs to the parent .* or from step 3 on"):
        run(tiny_sd, branch(child.request, 2), parent=child.trajectory)
    # Refused before anything was touched.
    assert run(tiny_sd, replace(parent.request, id="again")).rgb == parent.rgb


def test_a_branch_without_its_parent_is_refused(tiny_sd: LoadedModel) -> None:
    with pytest.raises(TrajectoryMissing, match="is not there"):
        run(tiny_sd, branch(ask(tiny_sd), 3))
