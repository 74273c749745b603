"""The further families: loaded, run with previews, branched, and looked into as far as they go."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import diffusers
import numpy as np
import pytest
import torch

from sdstudio.diffusion import families
from sdstudio.diffusion.device import choose_device
from sdstudio.diffusion.generate import generate
from sdstudio.diffusion.loading import LoadedModel, load
from sdstudio.diffusion.prompt import cut_note, make_token_counter
from sdstudio.diffusion.revisiting import picture_of_step
from sdstudio.diffusion.ring import TrajectoryRing
from sdstudio.diffusion.schedulers import CHOICES, check_steps
from sdstudio.diffusion.stopping import never
from sdstudio.diffusion.xray.answering import answer
from sdstudio.diffusion.xray.attention_store import AttentionStore
from sdstudio.model_folder import UNCONDITIONAL
from sdstudio.models.catalogue import resolve
from sdstudio.paths import find_resources
from sdstudio.pipelines import PIPELINES
from sdstudio.request import Cancelled, GenerationRequest, InvalidRequest
from sdstudio.xray import (
    AttentionQuery,
    EmbeddingQuery,
    GuidanceQuery,
    NotApplicable,
    PipelineMap,
    PipelineQuery,
    Schedule,
    ScheduleQuery,
    StepInside,
    StepQuery,
)
from tests.diffusion.conftest import Recorder
from tests.diffusion.runs import PLENTY, Run, branch, largest_difference, run
from tests.diffusion.xray.scripts import assert_same, outcome
from tests.further_models import FURTHER, save_further

Find = Callable[[str], LoadedModel]

# diffusers about a class of its own, in Chroma's network.
pytestmark = pytest.mark.filterwarnings("ignore:`FluxPosEmbed`:FutureWarning")

each_kind = pytest.mark.parametrize("kind", FURTHER)


@pytest.fixture(scope="module")
def find(
    tmp_path_factory: pytest.TempPathFactory, load_model: Callable[[str], LoadedModel]
) -> Find:
    """A small model of a pipeline class; each is made and loaded once."""
    models: dict[str, LoadedModel] = {}

    def found(kind: str) -> LoadedModel:
        if kind not in models:
            folder = save_further(kind, tmp_path_factory.mktemp("further") / kind)
            models[kind] = load_model(str(folder))
        return models[kind]

    return found


@pytest.fixture(scope="module")
def run_of(find: Find) -> Callable[[str], Run]:
    """A run of each model with its recommended scheduler, made once."""
    runs: dict[str, Run] = {}

    def made(kind: str) -> Run:
        if kind not in runs:
            runs[kind] = run(find(kind), wish(find(kind)))
        return runs[kind]

    return made


def wish(model: LoadedModel, **changes: Any) -> GenerationRequest:
    settings: dict[str, Any] = {
        "prompt": "a red cat",
        "negative_prompt": "green" if model.info.has_negative_prompt else "",
        "model": model.folder.reference,
        "scheduler": model.info.defaults.scheduler,
        "num_inference_steps": 3,
        "guidance_scale": 4.0,
        "width": 64,
        "height": 32,
        "seed": 5,
    }
    return GenerationRequest(**settings | changes)


@each_kind
def test_the_pixels_are_those_of_a_plain_pipeline_call(
    kind: str, find: Find, run_of: Callable[[str], Run]
) -> None:
    model, request = find(kind), run_of(kind).request
    pipeline_class = getattr(diffusers, kind)
    plain = pipeline_class.from_pretrained(model.folder.path, local_files_only=True)
    plain.set_progress_bar_config(disable=True)
    takes = inspect.signature(pipeline_class.__call__).parameters
    further = {
        "negative_prompt": request.negative_prompt,
        "use_resolution_binning": False,
        "clean_caption": False,
    }
    picture = plain(
        request.prompt,
        width=64,
        height=32,
        num_inference_steps=3,
        guidance_scale=4.0,
        generator=torch.Generator("cpu").manual_seed(5),
        output_type="np",
        **{name: value for name, value in further.items() if name in takes},
    ).images[0]
    assert (picture * 255).round().astype(np.uint8).tobytes() == run_of(kind).rgb


@each_kind
def test_each_step_shows_where_the_picture_goes(
    kind: str, find: Find, run_of: Callable[[str], Run]
) -> None:
    model, recorder = find(kind), Recorder()
    whole = run_of(kind)
    picture = generate(model, wish(model), recorder, never)
    assert picture.rgb == whole.rgb  # previews and records change nothing
    assert recorder.stages == ["encode", "denoise", "decode"]
    assert [(each.index, each.width, each.height) for each in recorder.previews] == [
        (1, 64, 32),
        (2, 64, 32),
        (3, 64, 32),
    ]
    assert len({each.rgb for each in recorder.previews}) == 3
    # The last step goes all the way to its x0, so the formula is right for this pipeline's signs.
    last = picture_of_step(model, whole.trajectory, 3, never)
    assert largest_difference(last.rgb, whole.rgb) <= 1
    assert largest_difference(picture_of_step(model, whole.trajectory, 1, never).rgb, whole.rgb) > 1


@each_kind
def test_a_branch_with_nothing_changed_is_the_same_picture(
    kind: str, find: Find, run_of: Callable[[str], Run]
) -> None:
    model, parent = find(kind), run_of(kind)
    again = run(model, branch(parent.request, 2), parent=parent.trajectory)
    assert again.rgb == parent.rgb
    other = run(model, branch(parent.request, 2, prompt="a zoo"), parent=parent.trajectory)
    assert other.rgb != parent.rgb
    fresh = branch(parent.request, 2, fresh_noise=True, seed=6)
    assert run(model, fresh, parent=parent.trajectory).rgb != parent.rgb


@each_kind
def test_a_run_can_be_left_in_the_middle_of_a_step(kind: str, find: Find) -> None:
    model = find(kind)
    assert len(families.blocks(model.denoiser)) > 1
    stopper = Recorder(stop_at=lambda seen: bool(seen.steps))
    with pytest.raises(Cancelled):
        generate(model, wish(model), stopper, stopper.must_stop)
    assert stopper.steps == [(1, 3)]


@each_kind
def test_every_offered_scheduler_is_planned_as_the_pipeline_will(kind: str, find: Find) -> None:
    model = find(kind)
    pipeline = model.pipeline
    offered = model.info.schedulers
    assert model.info.defaults.scheduler in offered
    if PIPELINES[kind].planning == "scheduler":
        # One of each class; how the noise is spread is then the class's own matter.
        offered = tuple({CHOICES[each].class_name: each for each in reversed(offered)}.values())
    for scheduler_id in offered:
        request = wish(model, scheduler=scheduler_id, height=64)
        planned = model.make_scheduler(scheduler_id)
        check_steps(planned, scheduler_id, 3, families.step_arguments(pipeline, planned, request))
        made = run(model, request)
        assert torch.equal(planned.timesteps, pipeline.scheduler.timesteps), scheduler_id
        if hasattr(planned, "sigmas"):
            assert torch.equal(planned.sigmas, pipeline.scheduler.sigmas), scheduler_id
        assert len(made.trajectory.moments) == 3, scheduler_id


@pytest.mark.parametrize("kind", [kind for kind in PIPELINES if kind not in UNCONDITIONAL])
def test_the_table_says_what_the_pipeline_takes(kind: str) -> None:
    takes = inspect.signature(getattr(diffusers, kind).__call__).parameters
    known = PIPELINES[kind]
    assert {"prompt", "width", "height", "guidance_scale", "num_inference_steps"} <= set(takes)
    assert {"generator", "output_type", *known.arguments} <= set(takes)
    # FLUX's has a negative prompt for another kind of guidance, which its models do not want.
    assert known.has_negative_prompt is ("negative_prompt" in takes and kind != "FluxPipeline")
    for name, parameter in takes.items():
        needed = (
            parameter.default is parameter.empty and parameter.kind is not parameter.VAR_KEYWORD
        )
        assert not needed or name in ("self", "prompt"), name


@each_kind
def test_what_the_panel_shows(kind: str, find: Find, run_of: Callable[[str], Run]) -> None:
    info = find(kind).info
    assert (info.has_prompt, info.has_guidance) == (True, True)
    assert info.has_negative_prompt is (kind != "LatentConsistencyModelPipeline")
    assert info.takes_embeddings is (kind == "LatentConsistencyModelPipeline")
    weak = run(find(kind), wish(find(kind), guidance_scale=2.0))
    assert weak.rgb != run_of(kind).rgb
    if info.has_negative_prompt:
        other = run(find(kind), wish(find(kind), negative_prompt="a zoo"))
        assert other.rgb != run_of(kind).rgb
    else:
        told = run(find(kind), wish(find(kind), negative_prompt="a zoo"))
        assert told.rgb == run_of(kind).rgb
        assert told.picture.notes == ("This model reads no negative prompt, so it had no effect.",)


@each_kind
def test_the_largest_and_the_smallest_side_work(kind: str, find: Find) -> None:
    model = find(kind)
    least = model.info.min_side
    small = run(model, wish(model, width=least, height=least, num_inference_steps=2))
    assert (small.picture.width, small.picture.height) == (least, least)
    if model.info.max_side < 4096:
        most = model.info.max_side
        large = run(model, wish(model, width=most, height=least, num_inference_steps=2))
        assert large.picture.width == most


@each_kind
def test_a_prompt_is_cut_where_the_pipeline_cuts_it(kind: str, find: Find) -> None:
    model = find(kind)
    count = make_token_counter(families.prompt_tokenizer(model.pipeline), model.info.max_tokens)
    assert count is not None
    assert cut_note("a cat", count("a cat"), "prompt") is None
    words = "a " * 2000
    cut = count(words)
    assert cut.cut_at is not None
    if kind == "SanaPipeline":
        return  # its own words are counted in the call
    # What lies behind the cut changes nothing; what lies before it does.
    encode = model.pipeline.encode_prompt
    device: dict[str, Any] = {"device": torch.device("cpu")}
    if kind == "LatentConsistencyModelPipeline":
        device |= {"num_images_per_prompt": 1, "do_classifier_free_guidance": False}
    one, other, third = (
        # Z-Image's are lists, a tensor for each prompt.
        torch.stack([*encode(text, **device)[0]])
        for text in (words, words[: cut.cut_at] + " zoo", words[: cut.cut_at - 1] + "z" + " zoo")
    )
    assert torch.equal(one, other)
    assert not torch.equal(one, third)


@each_kind
def test_the_x_ray_answers_or_says_why_not(
    kind: str, find: Find, run_of: Callable[[str], Run]
) -> None:
    model, whole = find(kind), run_of(kind)
    ring = TrajectoryRing(PLENTY)
    assert ring.put(whole.trajectory)
    request_id = whole.request.id

    def ask(query: Any) -> Any:
        return answer(query, model, ring, AttentionStore(), lambda *_: None, never)

    for query in (
        EmbeddingQuery(prompt="a cat", negative_prompt=""),
        GuidanceQuery(request_id=request_id, index=2),
        AttentionQuery(request_id=request_id),
    ):
        refused = ask(query)
        assert isinstance(refused, NotApplicable)
        assert kind in refused.sentence
    parts = ask(PipelineQuery(width=64, height=32, guidance_scale=4.0))
    assert isinstance(parts, PipelineMap)
    told = {(flow.source, flow.target): flow.shape for flow in parts.flows}
    assert {end for ends in told for end in ends} == {
        *(part.name for part in parts.parts),
        *("prompt", "image"),
    }
    decoder, shapes = model.pipeline.vae.decoder, [(0,)]
    handle = decoder.register_forward_hook(
        lambda _module, inputs, output: shapes.extend((tuple(inputs[0].shape), tuple(output.shape)))
    )
    run(model, whole.request)
    handle.remove()
    assert shapes[-2:] == [told["scheduler", "vae"], told["vae", "image"]]
    schedule = ask(
        ScheduleQuery(scheduler=whole.request.scheduler, num_inference_steps=3, width=64, height=32)
    )
    assert isinstance(schedule, Schedule)
    assert schedule.timesteps == tuple(one.timestep for one in whole.trajectory.moments)
    assert outcome(schedule.code)["timesteps"].tolist() == list(schedule.timesteps)
    step = ask(StepQuery(request_id=request_id, index=2))
    assert isinstance(step, StepInside)
    assert_same(step.x0, outcome(step.code)["x0"])


def test_pixart_needs_two_steps_and_says_so(find: Find) -> None:
    model = find("PixArtAlphaPipeline")
    with pytest.raises(InvalidRequest, match="makes no picture in 1 step"):
        generate(model, wish(model, num_inference_steps=1), Recorder(), never)


def test_a_family_runs_in_a_precision_that_has_room_for_its_numbers(
    find: Find, tmp_path: Path
) -> None:
    half = replace(choose_device("cpu"), dtype=torch.float16)
    folder = resolve(find("SanaPipeline").folder.reference, find_resources())
    model = load(folder, half, tmp_path, never)
    assert model.denoiser.dtype == torch.bfloat16
    picture = generate(model, wish(model), Recorder(), never)
    assert len(set(picture.rgb)) > 1
