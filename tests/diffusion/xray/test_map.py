"""The map's numbers: every shape is that of a real run, every count that of the real part."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
import torch

from sdstudio.diffusion.families import call_arguments
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.prediction import Step, tap
from sdstudio.diffusion.schedulers import make_scheduler
from sdstudio.diffusion.xray.pipeline_map import describe_pipeline
from sdstudio.request import InvalidRequest
from sdstudio.xray import PipelineMap, PipelineQuery
from tests.diffusion.runs import ask, run
from tests.diffusion.xray.scripts import outcome

FAMILIES = ("starter", "tiny_sd", "tiny_sdxl", "tiny_sd3", "tiny_flux", "tiny_schnell")
Shapes = dict[tuple[str, str, str], tuple[int, ...]]


@pytest.fixture(params=FAMILIES)
def model(request: pytest.FixtureRequest) -> LoadedModel:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, LoadedModel)
    return found


def described(model: LoadedModel, guidance_scale: float = 4.0) -> PipelineMap:
    return describe_pipeline(
        model, PipelineQuery(width=32, height=64, guidance_scale=guidance_scale)
    )


def shapes_of(answer: PipelineMap) -> Shapes:
    return {(flow.source, flow.target, flow.what): flow.shape for flow in answer.flows}


def seen_in_a_run(model: LoadedModel, guidance_scale: float) -> dict[str, Any]:
    """What a run really passes from part to part."""
    pipeline = model.pipeline
    seen: dict[str, Any] = {}
    hooks: list[torch.utils.hooks.RemovableHandle] = []

    def note_encoder(name: str) -> Callable[..., None]:
        def hook(_module: Any, arguments: Any, named: Any) -> None:
            seen.setdefault(name, (arguments[0] if arguments else named["input_ids"]).shape)

        return hook

    def note_denoiser(_module: Any, arguments: Any, named: Any, output: Any) -> None:
        seen["latents"] = named["hidden_states"] if "hidden_states" in named else arguments[0]
        seen["prompt_embeds"] = named["encoder_hidden_states"]
        seen["pooled"] = named.get("pooled_projections")
        if named.get("added_cond_kwargs"):
            seen["pooled"] = named["added_cond_kwargs"]["text_embeds"]
        seen["noise_pred"] = output[0]

    def note_vae(_module: Any, arguments: Any, output: Any) -> None:
        seen["decoded"], seen["image"] = arguments[0], output

    def note_step(step: Step | None) -> None:
        if step is not None:
            seen["guided"], seen["sample"] = step.model_output, step.sample

    for name in ("text_encoder", "text_encoder_2", "text_encoder_3"):
        encoder = getattr(pipeline, name, None)
        if encoder is not None:
            hooks.append(encoder.register_forward_pre_hook(note_encoder(name), with_kwargs=True))
    hooks.append(model.denoiser.register_forward_hook(note_denoiser, with_kwargs=True))
    hooks.append(pipeline.vae.decoder.register_forward_hook(note_vae))
    pipeline.scheduler = make_scheduler(model.info.schedulers[0], model.scheduler_config)
    request = ask(model, guidance_scale=guidance_scale, height=64)
    try:
        with tap(pipeline.scheduler, note_step):
            pipeline(
                num_inference_steps=2,
                output_type="np",
                **call_arguments(pipeline, request),
            )
    finally:
        for each in hooks:
            each.remove()
    return seen


@pytest.mark.parametrize("guidance_scale", [4.0, 1.0])
def test_every_shape_is_that_of_a_run(model: LoadedModel, guidance_scale: float) -> None:
    flows = described(model, guidance_scale).flows
    seen = seen_in_a_run(model, guidance_scale)
    network = "transformer" if hasattr(model.pipeline, "transformer") else "unet"
    whole = {"prompt_embeds": seen["prompt_embeds"], "pooled_prompt_embeds": seen["pooled"]}
    told = set()
    for flow in flows:
        ends = (flow.source, flow.target)
        told.add(ends)
        name = flow.what.partition("[")[0]
        if flow.source == "prompt":
            assert flow.shape == ()
        elif name == "input_ids":
            assert flow.shape == tuple(seen[flow.target])
        elif name in whole:
            part = whole[name]
            if "[" in flow.what:
                part = eval(f"whole[name][{flow.what.partition('[')[2]}")
            assert flow.shape == tuple(part.shape)
        elif ends == ("scheduler", network):
            assert flow.shape == tuple(seen["latents"].shape)
        elif flow.what == "noise_pred":
            assert flow.shape == tuple(seen["noise_pred"].shape)
        elif flow.what == "guided noise_pred":
            assert flow.shape == tuple(seen["guided"].shape) == tuple(seen["sample"].shape)
        elif ends == ("scheduler", "vae"):
            assert flow.shape == tuple(seen["decoded"].shape)
        else:
            assert ends == ("vae", "image")
            assert flow.shape == tuple(seen["image"].shape) == (1, 3, 64, 32)
    names = {part.name for part in described(model).parts} | {"prompt", "image"}
    assert {each for ends in told for each in ends} <= names
    assert names - {each for ends in told for each in ends} == set()


def test_the_slices_make_up_the_whole(tiny_sdxl: LoadedModel) -> None:
    shapes = shapes_of(described(tiny_sdxl))
    assert shapes["text_encoder", "unet", "prompt_embeds[..., :32]"] == (2, 77, 32)
    assert shapes["text_encoder_2", "unet", "prompt_embeds[..., 32:]"] == (2, 77, 32)


def test_the_starter_as_a_tutorial_draws_it(starter: LoadedModel) -> None:
    answer = described(starter)
    assert [part.name for part in answer.parts] == [
        *("tokenizer", "text_encoder", "unet", "scheduler", "vae"),
    ]
    width = starter.pipeline.text_encoder.config.hidden_size
    channels = starter.pipeline.unet.config.in_channels
    assert shapes_of(answer) == {
        ("prompt", "tokenizer", "prompt"): (),
        ("tokenizer", "text_encoder", "input_ids"): (1, 77),
        ("text_encoder", "unet", "prompt_embeds"): (2, 77, width),
        ("scheduler", "unet", "latents"): (2, channels, 8, 4),
        ("unet", "scheduler", "noise_pred"): (2, channels, 8, 4),
        ("unet", "scheduler", "guided noise_pred"): (1, channels, 8, 4),
        ("scheduler", "vae", "latents"): (1, channels, 8, 4),
        ("vae", "image", "image"): (1, 3, 64, 32),
    }


def test_the_script_gives_the_same_numbers(model: LoadedModel) -> None:
    answer = described(model)
    left = outcome(answer.code)
    assert {part.name: part.parameters for part in answer.parts if part.parameters} == (
        left["parameters"]
    )
    assert sum(left["parameters"].values()) == model.info.parameters
    assert answer.text == repr(left["pipe"])
    shapes = shapes_of(answer)
    network = "transformer" if hasattr(model.pipeline, "transformer") else "unet"
    assert shapes["scheduler", network, "latents"] == left["shapes"]["latents"]
    assert shapes[network, "scheduler", "noise_pred"] == left["shapes"]["noise_pred"]
    assert shapes["scheduler", "vae", "latents"] == left["shapes"]["latents to decode"]
    assert shapes["vae", "image", "image"] == left["shapes"]["image"]
    embeds = left["shapes"]["prompt_embeds"]
    assert embeds[0] == shapes["scheduler", network, "latents"][0]


@pytest.mark.parametrize("name", ["starter", "tiny_flux"])
def test_each_part_is_what_its_script_prints(
    name: str, request: pytest.FixtureRequest, capsys: pytest.CaptureFixture[str]
) -> None:
    model: LoadedModel = request.getfixturevalue(name)
    run(model, ask(model, scheduler=model.info.schedulers[-1]))  # leaves another scheduler
    for part in described(model).parts:
        left = outcome(part.code)
        assert part.tree == str(left["part"])
        assert part.class_name == type(left["part"]).__name__
        assert part.library == type(left["part"]).__module__.partition(".")[0]
        assert json.loads(part.config)
        assert part.tree in capsys.readouterr().out
        if part.parameters:
            assert (part.parameters, part.bytes) == (left["parameters"], left["size"])
            assert (part.dtype, part.device) == ("float32", "cpu")
            assert part.bytes == 4 * part.parameters


def test_a_size_that_no_run_could_have_is_refused(starter: LoadedModel) -> None:
    with pytest.raises(InvalidRequest, match="multiple of 8"):
        describe_pipeline(starter, PipelineQuery(width=100, height=64, guidance_scale=4.0))


def test_looking_changes_no_pixel(starter: LoadedModel) -> None:
    request = ask(starter)
    before = run(starter, request).rgb
    described(starter)
    assert run(starter, request).rgb == before
