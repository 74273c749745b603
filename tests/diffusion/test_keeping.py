"""Stop and keep: the predicted picture of a step becomes the picture."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import torch

from sdstudio.diffusion.decoding import to_pixels
from sdstudio.diffusion.frames import unpacked
from sdstudio.diffusion.generate import Watching, generate
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.revisiting import picture_of_step
from sdstudio.diffusion.ring import TrajectoryRing
from sdstudio.diffusion.stopping import never
from sdstudio.request import BrokenTrajectory, Cancelled, TrajectoryMissing
from tests.diffusion.conftest import Recorder
from tests.diffusion.runs import PLENTY, Run, ask, branch, run
from tests.tiny_models import save_tiny_flux


@torch.no_grad()
def decoded_by_hand(model: LoadedModel, made: Run, index: int) -> bytes:
    """The full VAE's picture of the x0 that was predicted at a step, by the textbook."""
    moment = made.trajectory.moment(index)
    assert moment is not None
    vae = model.pipeline.vae
    latents = unpacked(moment.x0, made.request.width, made.request.height)
    latents = latents / vae.config.scaling_factor + (vae.config.shift_factor or 0)
    return to_pixels(vae.decode(latents).sample).tobytes()


def is_as_good_as_new(model: LoadedModel) -> bool:
    pipeline = model.pipeline
    hooks = [
        hook
        for part in pipeline.components.values()
        if isinstance(part, torch.nn.Module)
        for module in part.modules()
        for hook in module._forward_pre_hooks.values()
    ]
    return (
        not hooks
        and "step" not in vars(pipeline.scheduler)
        and "decode" not in vars(pipeline.vae)
        and "forward" not in vars(model.denoiser)
    )


@pytest.mark.parametrize("index", [1, 2, 4])
@pytest.mark.parametrize("scheduler_id", ["dpmpp_2m", "heun", "euler_a", "pndm"])
def test_what_was_predicted_last_is_decoded_in_full(
    scheduler_id: str, index: int, tiny_sd: LoadedModel
) -> None:
    request = ask(tiny_sd, scheduler=scheduler_id)
    whole = run(tiny_sd, request)
    observer = Recorder()
    kept = run(
        tiny_sd,
        request,
        observer=observer,
        must_keep=lambda: len(observer.steps) >= index,
    )
    assert kept.picture.kept_step == index
    assert whole.picture.kept_step is None
    assert kept.rgb == decoded_by_hand(tiny_sd, whole, index)
    assert len(observer.steps) == index
    assert observer.stages[:3] == ["encode", "denoise", "decode"]
    # As far as it has come, its denoising can be looked into.
    assert [moment.index for moment in kept.trajectory.moments] == list(range(1, index + 1))
    assert not kept.trajectory.is_running
    assert is_as_good_as_new(tiny_sd)
    assert run(tiny_sd, request).rgb == whole.rgb


def test_before_the_first_step_it_waits_for_that(tiny_sd: LoadedModel) -> None:
    observer = Recorder()
    kept = run(tiny_sd, ask(tiny_sd), observer=observer, must_keep=lambda: True)
    assert kept.picture.kept_step == 1
    assert observer.steps == [(1, 4)]


def test_a_branch_waits_for_the_first_step_of_its_own(tiny_sd: LoadedModel) -> None:
    parent = run(tiny_sd, ask(tiny_sd, scheduler="dpmpp_2m"))
    request = branch(parent.request, 3, prompt="a dog")
    whole = run(tiny_sd, request, parent=parent.trajectory)
    observer = Recorder()
    kept = run(
        tiny_sd, request, parent=parent.trajectory, observer=observer, must_keep=lambda: True
    )
    assert kept.picture.kept_step == 3
    assert observer.steps == [(3, 4)]
    assert kept.rgb == decoded_by_hand(tiny_sd, whole, 3)
    assert [moment.index for moment in kept.trajectory.moments] == [1, 2, 3]
    assert is_as_good_as_new(tiny_sd)
    # What was kept of it is enough to go on to the end after all.
    again = run(tiny_sd, branch(kept.request, 3), parent=kept.trajectory)
    assert again.rgb == whole.rgb
    assert run(tiny_sd, parent.request).rgb == parent.rgb


def test_packed_latents_are_kept_as_well(
    load_model: Callable[[str], LoadedModel], tmp_path: Path
) -> None:
    model = load_model(str(save_tiny_flux(tmp_path / "flux")))
    request = ask(model, width=48, height=32)
    whole = run(model, request)
    observer = Recorder()
    kept = run(model, request, observer=observer, must_keep=lambda: len(observer.steps) >= 2)
    assert kept.picture.kept_step == 2
    assert kept.rgb == decoded_by_hand(model, whole, 2)
    assert is_as_good_as_new(model)
    assert run(model, request).rgb == whole.rgb


def test_stop_counts_more_than_keep(tiny_sd: LoadedModel) -> None:
    ring = TrajectoryRing(PLENTY)
    recorder = Recorder(stop_at=lambda recorder: len(recorder.steps) >= 2)
    with pytest.raises(Cancelled):
        generate(
            tiny_sd,
            ask(tiny_sd),
            recorder,
            recorder.must_stop,
            watching=Watching(ring=ring),
            must_keep=lambda: len(recorder.steps) >= 2,
        )
    assert ring.bytes() == 0


def test_stop_still_works_while_the_kept_step_is_decoded(tiny_sd: LoadedModel) -> None:
    recorder = Recorder(stop_at=lambda recorder: "decode" in recorder.stages)
    with pytest.raises(Cancelled):
        generate(tiny_sd, ask(tiny_sd), recorder, recorder.must_stop, must_keep=lambda: True)
    assert is_as_good_as_new(tiny_sd)


def test_a_step_can_be_kept_afterwards(tiny_sd: LoadedModel) -> None:
    whole = run(tiny_sd, ask(tiny_sd, scheduler="euler_a"))
    picture = picture_of_step(tiny_sd, whole.trajectory, 2, never)
    assert picture.rgb == decoded_by_hand(tiny_sd, whole, 2)
    assert (picture.width, picture.height, picture.kept_step) == (32, 32, 2)
    assert picture.provenance == whole.picture.provenance
    request = picture.request
    assert request.id != whole.request.id
    assert (request.parent, request.from_step) == (whole.request.id, 2)
    assert request.prompt == whole.request.prompt
    assert is_as_good_as_new(tiny_sd)


def test_a_step_that_is_not_there_or_not_this_models_cannot_be_kept(
    tiny_sd: LoadedModel, load_model: Callable[[str], LoadedModel], tmp_path: Path
) -> None:
    whole = run(tiny_sd, ask(tiny_sd))
    with pytest.raises(TrajectoryMissing, match="no step 5"):
        picture_of_step(tiny_sd, whole.trajectory, 5, never)
    other = load_model(str(save_tiny_flux(tmp_path / "flux")))
    with pytest.raises(BrokenTrajectory, match="made with another model"):
        picture_of_step(other, whole.trajectory, 2, never)
    with pytest.raises(Cancelled):
        picture_of_step(tiny_sd, whole.trajectory, 2, lambda: True)
