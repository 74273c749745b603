"""Models without a prompt: the pixels of a plain call, and everything else as for the others."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import DDIMPipeline, DDIMScheduler, DDPMPipeline, DDPMScheduler
from PIL import Image

from sdstudio.diffusion.frames import frame, thumbnail
from sdstudio.diffusion.generate import check_size, generate
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.revisiting import decoded_frame, picture_of_step
from sdstudio.diffusion.ring import TrajectoryRing
from sdstudio.diffusion.stopping import never
from sdstudio.diffusion.trajectory_file import decode_trajectory, encode_trajectory
from sdstudio.diffusion.unconditional import identity_map
from sdstudio.diffusion.xray.answering import answer
from sdstudio.diffusion.xray.attention_store import AttentionStore
from sdstudio.models.catalogue import resolve
from sdstudio.paths import find_resources
from sdstudio.request import FACES, Cancelled, GenerationRequest, InvalidRequest, UnsupportedModel
from sdstudio.xray import (
    Answer,
    AttentionQuery,
    EmbeddingQuery,
    Forward,
    ForwardQuery,
    GuidanceQuery,
    NotApplicable,
    PipelineMap,
    PipelineQuery,
    Query,
    Rgb,
    Schedule,
    ScheduleQuery,
    StepInside,
    StepQuery,
    VaeQuery,
)
from tests.diffusion.conftest import Recorder
from tests.diffusion.runs import PLENTY, Run, ask, branch, largest_difference, run
from tests.diffusion.xray.scripts import assert_same, outcome
from tests.tiny_models import save_tiny_ddpm, save_tiny_flat_ddpm

LoadModel = Callable[[str], LoadedModel]


@pytest.fixture(scope="module")
def tiny(load_model: LoadModel, tmp_path_factory: pytest.TempPathFactory) -> LoadedModel:
    return load_model(str(save_tiny_ddpm(tmp_path_factory.mktemp("models") / "tiny ddpm")))


@pytest.fixture(scope="module")
def flat(load_model: LoadModel, tmp_path_factory: pytest.TempPathFactory) -> LoadedModel:
    return load_model(str(save_tiny_flat_ddpm(tmp_path_factory.mktemp("models") / "flat")))


@pytest.fixture(scope="module")
def faces(load_model: LoadModel) -> LoadedModel:
    return load_model(FACES)


def request_to(model: LoadedModel, **changes: object) -> GenerationRequest:
    side = model.info.max_side
    values: dict[str, object] = {"prompt": "", "negative_prompt": "", "width": side, "height": side}
    return ask(model, **(values | changes))


def plain_pixels(model: LoadedModel, request: GenerationRequest, scheduler: Any) -> bytes:
    """What a tutorial's lines give."""
    kind = DDPMPipeline if model.folder.pipeline_class == "DDPMPipeline" else DDIMPipeline
    pipeline = kind.from_pretrained(model.folder.path)
    pipeline.scheduler = scheduler.from_config(pipeline.scheduler.config)
    pipeline.set_progress_bar_config(disable=True)
    images = pipeline(
        generator=torch.Generator("cpu").manual_seed(request.seed),
        num_inference_steps=request.num_inference_steps,
    ).images
    return bytes(np.array(images[0].convert("RGB")).tobytes())


SCHEDULERS = {"ddim": DDIMScheduler, "ddpm": DDPMScheduler}


@pytest.mark.parametrize("scheduler", SCHEDULERS)
@pytest.mark.parametrize("kind", ["tiny", "flat", "faces"])
def test_the_pixels_are_those_of_a_plain_call(
    kind: str, scheduler: str, request: pytest.FixtureRequest
) -> None:
    model: LoadedModel = request.getfixturevalue(kind)
    asked = request_to(model, scheduler=scheduler, num_inference_steps=7)
    recorder = Recorder()
    made = run(model, asked, observer=recorder)
    assert made.rgb == plain_pixels(model, asked, SCHEDULERS[scheduler])
    assert [each.index for each in recorder.previews] == list(range(1, 8))
    assert {each.decoder for each in recorder.previews} == {"pixels"}
    assert recorder.stages == ["denoise"]


def test_a_thousand_steps_of_ddpm(tiny: LoadedModel) -> None:
    asked = request_to(tiny, scheduler="ddpm", num_inference_steps=1000)
    assert run(tiny, asked).rgb == plain_pixels(tiny, asked, DDPMScheduler)


def test_a_ddim_folder_runs_with_ddim(load_model: LoadModel, tmp_path: Path) -> None:
    model = load_model(str(save_tiny_ddpm(tmp_path / "ddim", is_ddim=True)))
    assert model.info.schedulers == ("ddim",)
    asked = request_to(model)
    assert run(model, asked).rgb == plain_pixels(model, asked, DDIMScheduler)


def test_grey_pictures_come_as_grey(load_model: LoadModel, tmp_path: Path) -> None:
    model = load_model(str(save_tiny_ddpm(tmp_path / "grey", channels=1)))
    asked, recorder = request_to(model), Recorder()
    made = run(model, asked, observer=recorder)
    assert made.rgb == plain_pixels(model, asked, DDIMScheduler)
    shown = np.frombuffer(recorder.previews[-1].rgb, np.uint8).reshape(-1, 3)
    assert (shown == shown[:, :1]).all()
    kept = picture_of_step(model, made.trajectory, 4, never)
    assert len(kept.rgb) == 16 * 16 * 3


@pytest.mark.parametrize("scheduler", SCHEDULERS)
def test_the_predicted_picture_is_the_scheduler_s_own(tiny: LoadedModel, scheduler: str) -> None:
    seen: list[torch.Tensor] = []
    asked = request_to(tiny, scheduler=scheduler)
    own = SCHEDULERS[scheduler].from_config(tiny.scheduler_config)
    own.set_timesteps(asked.num_inference_steps)
    moments = run(tiny, asked).trajectory.moments
    for moment in moments:
        with torch.no_grad():
            answered = tiny.pipeline.unet(moment.sample, int(moment.timestep)).sample
        given = own.step(answered, int(moment.timestep), moment.sample)
        seen.append(given.pred_original_sample)
    assert all(float(each.abs().max()) <= 1 for each in seen)
    assert any(float(each.abs().max()) == 1 for each in seen)  # it was clamped
    for moment, x0 in zip(moments, seen, strict=True):
        assert torch.allclose(moment.x0, x0, atol=1e-5)


def test_what_it_is_told_of_a_prompt_has_no_effect_and_is_said(tiny: LoadedModel) -> None:
    asked = request_to(tiny)
    told = run(tiny, replace(asked, prompt="a cat"))
    assert told.rgb == run(tiny, asked).rgb
    assert told.picture.notes == ("This model reads no prompt, so it had no effect.",)


def test_what_the_model_takes(tiny: LoadedModel, starter: LoadedModel) -> None:
    info = tiny.info
    assert (info.has_prompt, info.has_negative_prompt, info.has_guidance) == (False,) * 3
    assert (info.min_side, info.max_side, info.schedulers) == (16, 16, ("ddim", "ddpm"))
    assert (info.defaults.width, info.defaults.scheduler) == (16, "ddim")
    assert starter.info.has_prompt
    own = resolve(FACES, find_resources()).defaults
    assert (own.width, own.num_inference_steps, own.scheduler) == (32, 100, "ddpm")
    assert starter.info.has_guidance
    with pytest.raises(InvalidRequest, match="too large"):
        check_size(request_to(tiny, width=32), info)
    with pytest.raises(InvalidRequest, match="cannot be run with the scheduler Euler"):
        run(tiny, request_to(tiny, scheduler="euler"))


def test_stop_leaves_the_model_as_good_as_new(tiny: LoadedModel) -> None:
    asked = request_to(tiny)
    before = run(tiny, asked).rgb
    recorder = Recorder(stop_at=lambda seen: len(seen.steps) == 2)
    with pytest.raises(Cancelled):
        generate(tiny, asked, recorder, recorder.must_stop)
    assert run(tiny, asked).rgb == before


def test_stop_and_keep_keeps_the_predicted_picture(tiny: LoadedModel) -> None:
    recorder = Recorder()
    kept = run(
        tiny, request_to(tiny), observer=recorder, must_keep=lambda: len(recorder.steps) >= 2
    )
    assert kept.picture.kept_step == 2
    assert kept.rgb == recorder.previews[1].rgb


@pytest.fixture(scope="module")
def parents(tiny: LoadedModel) -> dict[str, Run]:
    return {
        each: run(tiny, request_to(tiny, scheduler=each, num_inference_steps=6))
        for each in SCHEDULERS
    }


@pytest.mark.parametrize("step", [1, 2, 4, 6])
@pytest.mark.parametrize("scheduler", SCHEDULERS)
def test_an_unchanged_branch_is_the_same_picture(
    tiny: LoadedModel, parents: dict[str, Run], scheduler: str, step: int
) -> None:
    parent = parents[scheduler]
    again = run(tiny, branch(parent.request, step), parent=parent.trajectory)
    assert again.rgb == parent.rgb


def test_a_branch_with_fresh_noise_or_another_scheduler(
    tiny: LoadedModel, parents: dict[str, Run]
) -> None:
    parent = parents["ddpm"]
    noisy = branch(parent.request, 3, fresh_noise=True, seed=5)
    other = branch(parent.request, 3, scheduler="ddim")
    pictures = [run(tiny, each, parent=parent.trajectory).rgb for each in (noisy, other)]
    assert len({parent.rgb, *pictures}) == 3


def test_frames_are_the_pixels(tiny: LoadedModel, parents: dict[str, Run]) -> None:
    parent = parents["ddim"]
    trajectory = parent.trajectory
    read = decode_trajectory(encode_trajectory(trajectory), Path("x"))
    for one in (trajectory, read):
        last = frame(one, 6, "x0")
        assert last is not None
        assert largest_difference(last.rgb, parent.rgb) <= 1
        for view in ("noisy", "both", "noise"):
            assert frame(one, 3, view) is not None
    kept = picture_of_step(tiny, trajectory, 6, never)
    assert kept.rgb == frame(trajectory, 6, "x0").rgb  # type: ignore[union-attr]
    assert decoded_frame(tiny, trajectory, 6, "x0", never) is None


def test_thumbnails_of_large_pictures_are_small(parents: dict[str, Run]) -> None:
    trajectory = parents["ddim"].trajectory
    moment = trajectory.moments[0]
    wide = replace(moment, x0=torch.zeros(1, 3, 256, 256), sample=torch.zeros(1, 3, 256, 256))
    small = thumbnail(replace(trajectory, moments=(wide,)), 1)
    assert small is not None
    assert (small.width, small.height) == (64, 64)


@pytest.mark.parametrize("channels", [1, 3])
def test_the_map_changes_nothing(channels: int) -> None:
    pixels = torch.randn(1, channels, 9, 7)
    values = identity_map(channels).to_values(pixels).permute(2, 0, 1)[None]
    assert torch.equal(values, pixels.expand(-1, 3, -1, -1))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"sample_size": [16, 32]}, "squares"),
        ({"sample_size": None}, "how large"),
        ({"num_class_embeds": 10}, "told a class"),
        ({"out_channels": 6}, "plain pixels"),
        ({"in_channels": 4, "out_channels": 4}, "plain pixels"),
    ],
)
def test_networks_it_cannot_run_are_refused(
    change: dict[str, object], told: str, tmp_path: Path
) -> None:
    folder = save_tiny_ddpm(tmp_path / "model")
    path = folder / "unet" / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | change))
    with pytest.raises(UnsupportedModel, match=told):
        resolve(str(folder), find_resources())


# -- the X-ray --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def looked_into(tiny: LoadedModel, parents: dict[str, Run]) -> Callable[[Query], Answer]:
    ring = TrajectoryRing(PLENTY)
    for each in parents.values():
        ring.put(each.trajectory)

    def inspect(query: Query) -> Answer:
        return answer(query, tiny, ring, AttentionStore(), lambda *_: None, never)

    return inspect


PICTURE = Rgb(width=24, height=20, data=bytes(range(240)) * 6)


def test_what_does_not_apply_is_said(
    looked_into: Callable[[Query], Answer], parents: dict[str, Run]
) -> None:
    request_id = parents["ddim"].request.id
    for query, told in (
        (EmbeddingQuery(prompt="a", negative_prompt=""), "no prompt"),
        (GuidanceQuery(request_id=request_id, index=2), "no prompt"),
        (AttentionQuery(request_id=request_id), "no prompt"),
        (VaeQuery(picture=PICTURE, file="x.png"), "no VAE"),
    ):
        given = looked_into(query)
        assert isinstance(given, NotApplicable)
        assert told in given.sentence


@pytest.mark.parametrize("scheduler", SCHEDULERS)
def test_a_step_and_its_script(
    looked_into: Callable[[Query], Answer], parents: dict[str, Run], scheduler: str
) -> None:
    inside = looked_into(StepQuery(request_id=parents[scheduler].request.id, index=3))
    assert isinstance(inside, StepInside)
    left = outcome(inside.code)
    assert_same(inside.before, left["latents"])
    assert_same(inside.x0, left["x0"])
    assert_same(inside.noise, left["noise"])


@pytest.mark.parametrize("kind", ["tiny", "flat"])
def test_the_schedule_and_its_script(kind: str, request: pytest.FixtureRequest) -> None:
    model: LoadedModel = request.getfixturevalue(kind)
    query = ScheduleQuery(scheduler="ddim", num_inference_steps=8, width=16, height=16)
    plan = answer(query, model, TrajectoryRing(PLENTY), AttentionStore(), lambda *_: None, never)
    assert isinstance(plan, Schedule)
    assert list(plan.timesteps) == outcome(plan.code)["timesteps"].tolist()


def test_the_map_and_its_script(looked_into: Callable[[Query], Answer]) -> None:
    plan = looked_into(PipelineQuery(width=16, height=16, guidance_scale=0.0))
    assert isinstance(plan, PipelineMap)
    assert [part.name for part in plan.parts] == ["unet", "scheduler"]
    shapes = {flow.what: flow.shape for flow in plan.flows}
    left = outcome(plan.code)
    assert shapes["noisy image"] == left["shapes"]["noisy image"]
    assert shapes["noise_pred"] == left["shapes"]["noise_pred"]


def test_noise_is_added_to_pixels(looked_into: Callable[[Query], Answer], tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    Image.frombytes("RGB", (PICTURE.width, PICTURE.height), PICTURE.data).save(path)
    query = ForwardQuery(
        picture=PICTURE, file=str(path), prompt="", timestep=300, noise_schedule="model", seed=3
    )
    given = looked_into(query)
    assert isinstance(given, Forward)
    assert (given.original.width, given.original.height) == (16, 16)
    left = outcome(given.code)
    assert_same(given.noisy_latents, left["noisy"])
    assert_same(given.predicted_latents, left["x0"])
    narrow = Rgb(width=24, height=10, data=PICTURE.data[: 24 * 10 * 3])
    with pytest.raises(InvalidRequest, match="16 × 16"):
        looked_into(replace(query, picture=narrow))
