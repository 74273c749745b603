"""Guidance, taken apart: the network's two answers at a step of a run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest

from sdstudio.diffusion.frames import frame, latents_of
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.stopping import never
from sdstudio.diffusion.xray.guidance import predict_both
from sdstudio.request import BrokenTrajectory, Cancelled, InvalidRequest, TrajectoryMissing
from sdstudio.xray import Guidance, GuidanceQuery, NotApplicable, Numbers
from tests.diffusion.runs import Run, ask, branch, run
from tests.diffusion.xray.scripts import assert_same, outcome


def both(model: LoadedModel, made: Run, index: int) -> Guidance:
    query = GuidanceQuery(request_id=made.request.id, index=index)
    answer = predict_both(model, made.trajectory, query, never)
    assert isinstance(answer, Guidance)
    return answer


def mixed(first: Numbers, second: Numbers, scale: float) -> npt.NDArray[np.float32]:
    mix: npt.NDArray[np.float32] = first.array() + scale * (second.array() - first.array())
    return mix


def check_against_run(model: LoadedModel, made: Run, index: int) -> Guidance:
    """Mixed by the run's scale, the two give what the run used."""
    seen = both(model, made, index)
    moment = made.trajectory.moment(index)
    assert moment is not None
    x0 = latents_of(moment, made.request, "x0")[0].numpy()
    again = mixed(seen.x0_unconditional, seen.x0_conditional, made.request.guidance_scale)
    assert np.abs(again - x0).max() <= 1e-5 * max(1, np.abs(x0).max())
    assert np.abs(seen.conditional.array() - seen.unconditional.array()).max() > 1e-4
    return seen


def check_script(seen: Guidance) -> None:
    left = outcome(seen.code)
    assert_same(seen.unconditional, left["unconditional"])
    assert_same(seen.conditional, left["conditional"])
    assert_same(seen.x0_unconditional, left["x0_unconditional"])
    assert_same(seen.x0_conditional, left["x0_conditional"])


@pytest.mark.parametrize(
    "scheduler_id", ["ddim", "ddpm", "pndm", "euler_a", "heun", "dpm2_a", "dpmpp_2m", "dpmpp_2s"]
)
@pytest.mark.parametrize("index", [1, 2, 4])
def test_both_answers_make_the_step(scheduler_id: str, index: int, tiny_sd: LoadedModel) -> None:
    made = run(tiny_sd, ask(tiny_sd, scheduler=scheduler_id))
    seen = check_against_run(tiny_sd, made, index)
    if index == 2:
        check_script(seen)


def test_so_it_is_with_sdxl(
    tiny_sdxl_folder: Path, load_model: Callable[[str], LoadedModel]
) -> None:
    model = load_model(str(tiny_sdxl_folder))
    check_script(check_against_run(model, run(model, ask(model, width=48)), 3))


@pytest.mark.parametrize("scheduler_id", ["flow_euler", "flow_heun", "flow_unipc"])
def test_so_it_is_with_stable_diffusion_3(scheduler_id: str, tiny_sd3: LoadedModel) -> None:
    made = run(tiny_sd3, ask(tiny_sd3, scheduler=scheduler_id, width=48))
    check_script(check_against_run(tiny_sd3, made, 2))


def test_so_it_is_with_the_starter(starter: LoadedModel) -> None:
    check_script(check_against_run(starter, run(starter, ask(starter)), 4))


def test_so_it_is_in_a_branch(tiny_sd: LoadedModel) -> None:
    made = run(tiny_sd, ask(tiny_sd, scheduler="dpmpp_2m"))
    for changes in ({"prompt": "a cat"}, {"scheduler": "euler"}, {"fresh_noise": True, "seed": 5}):
        child = run(tiny_sd, branch(made.request, 3, **changes), parent=made.trajectory)
        check_against_run(tiny_sd, child, 4)
    query = GuidanceQuery(request_id=child.request.id, index=2)
    with pytest.raises(InvalidRequest, match=r"Step 2 belongs to the parent .* from 3 on"):
        predict_both(tiny_sd, child.trajectory, query, never)


def test_the_pictures_mix_as_the_answers_do(tiny_sd: LoadedModel) -> None:
    made = run(tiny_sd, ask(tiny_sd, width=48))
    seen = both(tiny_sd, made, 3)
    assert seen.picture_conditional.shape == (32, 48, 3)
    picture = mixed(seen.picture_unconditional, seen.picture_conditional, seen.guidance_scale)
    pixels = np.round((picture.clip(-1, 1) + 1) * 127.5).astype(int)
    shown = frame(made.trajectory, 3, "x0")
    assert shown is not None
    expected = np.frombuffer(shown.rgb, np.uint8).reshape(32, 48, 3).astype(int)
    assert np.abs(pixels - expected).max() <= 1  # but for rounding at the half


@pytest.mark.parametrize("scale", [0.0, 1.0])
def test_without_guidance_there_is_a_sentence(scale: float, tiny_sd: LoadedModel) -> None:
    made = run(tiny_sd, ask(tiny_sd, guidance_scale=scale))
    query = GuidanceQuery(request_id=made.request.id, index=2)
    answer = predict_both(tiny_sd, made.trajectory, query, never)
    assert isinstance(answer, NotApplicable)
    assert answer.sentence.startswith("At a guidance scale of 1 or less ")


def test_flux_has_a_sentence(tiny_flux: LoadedModel) -> None:
    made = run(tiny_flux, ask(tiny_flux))
    query = GuidanceQuery(request_id=made.request.id, index=2)
    answer = predict_both(tiny_flux, made.trajectory, query, never)
    assert isinstance(answer, NotApplicable)
    assert answer.sentence.startswith("FLUX has no guidance of this kind")


def test_what_does_not_fit_is_refused(tiny_sd: LoadedModel) -> None:
    made = run(tiny_sd, ask(tiny_sd))
    query = GuidanceQuery(request_id=made.request.id, index=5)
    with pytest.raises(TrajectoryMissing, match="no step 5"):
        predict_both(tiny_sd, made.trajectory, query, never)
    with pytest.raises(BrokenTrajectory):
        predict_both(
            tiny_sd, replace(made.trajectory, model="other"), replace(query, index=2), never
        )


def test_the_pipeline_is_as_good_as_new_afterwards_and_when_stopped(tiny_sd: LoadedModel) -> None:
    request = ask(tiny_sd, scheduler="heun")
    made = run(tiny_sd, request)
    before = tiny_sd.pipeline.scheduler
    both(tiny_sd, made, 3)
    asked: list[None] = []

    def must_stop() -> bool:
        asked.append(None)
        return len(asked) > 8

    query = GuidanceQuery(request_id=request.id, index=3)
    with pytest.raises(Cancelled):
        predict_both(tiny_sd, made.trajectory, query, must_stop)
    assert tiny_sd.pipeline.scheduler is before
    assert "step" not in vars(before)
    for module in tiny_sd.pipeline.unet.modules():
        assert not module._forward_pre_hooks
        assert not module._forward_hooks
        assert "forward" not in vars(module)
    assert run(tiny_sd, request).rgb == made.rgb
