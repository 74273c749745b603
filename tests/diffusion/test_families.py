"""Stable Diffusion 3 and FLUX beside the others: loaded, planned and run as diffusers does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import diffusers
import numpy as np
import pytest
import torch
from diffusers import AutoencoderKL

from sdstudio.diffusion import families
from sdstudio.diffusion.device import choose_device
from sdstudio.diffusion.frames import unpacked
from sdstudio.diffusion.loading import LoadedModel, load
from sdstudio.diffusion.prediction import Step, tap
from sdstudio.diffusion.preview import fetch_patch_map
from sdstudio.diffusion.prompt import make_token_counter
from sdstudio.diffusion.schedulers import (
    check_scheduler,
    check_steps,
    make_scheduler,
    schedulers_for,
)
from sdstudio.models.catalogue import resolve
from sdstudio.paths import find_resources
from sdstudio.request import GenerationRequest, InvalidRequest
from tests.tiny_models import save_tiny_sd3

FLOW_MODELS = ("tiny_sd3", "tiny_flux", "tiny_schnell")
SHIFTED = {
    "_class_name": "FlowMatchEulerDiscreteScheduler",
    "num_train_timesteps": 1000,
    "use_dynamic_shifting": True,
}
OFFERED = [
    *(("tiny_sd3", each) for each in schedulers_for("StableDiffusion3Pipeline", {**SHIFTED})),
    *(("tiny_sd3", each) for each in ("flow_heun",)),
    *(("tiny_flux", each) for each in schedulers_for("FluxPipeline", {**SHIFTED})),
    *(("tiny_schnell", each) for each in ("flow_euler", "flow_euler_karras", "flow_unipc")),
]


@pytest.fixture
def model_named(request: pytest.FixtureRequest) -> Callable[[str], LoadedModel]:
    def find(name: str) -> LoadedModel:
        model = request.getfixturevalue(name)
        assert isinstance(model, LoadedModel)
        return model

    return find


def wish(**changes: Any) -> GenerationRequest:
    settings: dict[str, Any] = {
        "prompt": "a picture of a puppy",
        "scheduler": "flow_euler",
        "num_inference_steps": 3,
        "width": 64,
        "height": 48,
        "seed": 5,
    }
    return GenerationRequest(**settings | changes)


def make(pipeline: Any, request: GenerationRequest, **changes: Any) -> np.ndarray[Any, Any]:
    """A picture by a call of the pipeline, height x width x 3 in 0 to 1."""
    size = {"width": request.width, "height": request.height}
    output = pipeline(
        num_inference_steps=request.num_inference_steps,
        generator=torch.Generator("cpu").manual_seed(request.seed),
        output_type="np",
        **(size | changes if changes else families.call_arguments(pipeline, request)),
    )
    picture: np.ndarray[Any, Any] = output.images[0]
    return picture


@pytest.mark.parametrize("name", FLOW_MODELS)
def test_the_pixels_are_those_of_a_plain_pipeline_call(
    name: str, model_named: Callable[[str], LoadedModel]
) -> None:
    model = model_named(name)
    plain = getattr(diffusers, model.info.pipeline_class).from_pretrained(
        model.folder.path, local_files_only=True
    )
    plain.set_progress_bar_config(disable=True)
    request = wish(negative_prompt="a red cat")
    arguments: dict[str, Any] = {"prompt": request.prompt, "guidance_scale": 4.0}
    if name == "tiny_sd3":
        arguments["negative_prompt"] = request.negative_prompt
    if name == "tiny_schnell":
        arguments["max_sequence_length"] = 256
    expected = make(plain, request, **arguments)
    model.pipeline.scheduler = make_scheduler("flow_euler", model.scheduler_config)
    assert np.array_equal(make(model.pipeline, request), expected)
    assert expected.shape == (48, 64, 3)


def test_stable_diffusion_3_runs_without_its_t5(
    tmp_path: Path, load_model: Callable[[str], LoadedModel]
) -> None:
    folder = save_tiny_sd3(tmp_path / "no t5", has_t5=False)
    model = load_model(str(folder))
    assert model.pipeline.text_encoder_3 is None
    assert len(families.text_encoders(model.pipeline)) == 2
    assert np.isfinite(make(model.pipeline, wish())).all()


@pytest.mark.parametrize(("name", "scheduler_id"), OFFERED)
def test_every_offered_scheduler_makes_a_picture_and_a_prediction_at_each_step(
    name: str, scheduler_id: str, model_named: Callable[[str], LoadedModel]
) -> None:
    model = model_named(name)
    assert scheduler_id in model.info.schedulers
    pipeline = model.pipeline
    pipeline.scheduler = scheduler = make_scheduler(scheduler_id, model.scheduler_config)
    seen: list[torch.Tensor] = []

    def watch(step: Step | None) -> None:
        if step is not None:
            seen.append(unpacked(step.pred_original_sample(), 64, 48))

    with tap(scheduler, watch):
        picture = make(pipeline, wish())
    assert np.isfinite(picture).all()
    assert [each.shape for each in seen] == [(1, 16, 12, 16)] * 3
    assert all(bool(each.isfinite().all()) for each in seen)
    preview = model.patch_map.to_rgb(seen[-1])
    assert preview.shape == (48, 64, 3)


@pytest.mark.parametrize("name", FLOW_MODELS)
def test_all_offered_schedulers_are_tried(
    name: str, model_named: Callable[[str], LoadedModel]
) -> None:
    tried = {scheduler_id for model, scheduler_id in OFFERED if model == name}
    spreads = {"flow_euler_exponential", "flow_euler_beta"}  # as flow_euler_karras
    assert tried | spreads == set(model_named(name).info.schedulers)


@pytest.mark.parametrize(("name", "scheduler_id"), OFFERED)
def test_the_schedule_is_planned_as_the_pipeline_will(
    name: str, scheduler_id: str, model_named: Callable[[str], LoadedModel]
) -> None:
    model = model_named(name)
    request = wish()
    planned = make_scheduler(scheduler_id, model.scheduler_config)
    arguments = families.step_arguments(model.pipeline, planned, request)
    check_steps(planned, scheduler_id, request.num_inference_steps, arguments)
    model.pipeline.scheduler = made = make_scheduler(scheduler_id, model.scheduler_config)
    make(model.pipeline, request)
    assert torch.equal(planned.sigmas, made.sigmas)
    assert torch.equal(planned.timesteps, made.timesteps)


@pytest.mark.parametrize("dynamic", [False, True])
def test_a_shift_that_depends_on_the_size_is_planned_for_stable_diffusion_3_too(
    dynamic: bool, tiny_sd3: LoadedModel
) -> None:
    config = tiny_sd3.scheduler_config | {"use_dynamic_shifting": dynamic}
    planned = make_scheduler("flow_dpmpp_2m", config)
    arguments = families.step_arguments(tiny_sd3.pipeline, planned, wish())
    assert ("mu" in arguments) is dynamic
    planned.set_timesteps(**arguments)
    tiny_sd3.pipeline.scheduler = made = make_scheduler("flow_dpmpp_2m", config)
    make(tiny_sd3.pipeline, wish())
    assert torch.equal(planned.sigmas, made.sigmas)


def test_the_schedule_of_a_unet_depends_on_the_steps_alone(tiny_sd: LoadedModel) -> None:
    scheduler = make_scheduler("euler", tiny_sd.scheduler_config)
    arguments = families.step_arguments(tiny_sd.pipeline, scheduler, wish())
    assert arguments == {"num_inference_steps": 3}


def test_packed_latents_are_unpacked_as_the_pipeline_does(tiny_flux: LoadedModel) -> None:
    pipeline = tiny_flux.pipeline
    for width, height in ((64, 64), (128, 16), (24, 72)):
        rows, columns = height // 4, width // 4
        latents = torch.randn(1, 16, rows, columns, generator=torch.Generator().manual_seed(3))
        packed = pipeline._pack_latents(latents, 1, 16, rows, columns)
        assert torch.equal(unpacked(packed, width, height), latents)
        theirs = pipeline._unpack_latents(packed, height, width, pipeline.vae_scale_factor)
        assert torch.equal(unpacked(packed, width, height), theirs)


def test_the_preview_map_heeds_the_shift_of_a_vae(tiny_sd3: LoadedModel, tmp_path: Path) -> None:
    vae = AutoencoderKL.from_config(tiny_sd3.pipeline.vae.config, shift_factor=0.9)
    vae.load_state_dict(tiny_sd3.pipeline.vae.state_dict())
    shifted = fetch_patch_map(vae.eval(), [], tmp_path, lambda: None)
    raw = torch.randn(1, 16, 6, 8, generator=torch.Generator().manual_seed(4)) / 4
    expected = tiny_sd3.patch_map.to_rgb((raw - 0.0609) * 1.5305)
    found = shifted.to_rgb((raw - 0.9) * 1.5305)
    # Rounding may fall to either side.
    assert int((found.int() - expected.int()).abs().max()) <= 1


def test_what_a_loaded_flow_model_says_of_itself(
    tiny_sd3: LoadedModel, tiny_flux: LoadedModel, tiny_schnell: LoadedModel
) -> None:
    for model in (tiny_sd3, tiny_flux, tiny_schnell):
        assert (model.info.size_factor, model.info.min_side) == (8, 8)
        assert model.info.defaults.scheduler == "flow_euler"
        assert model.denoiser is model.pipeline.transformer
    assert (tiny_sd3.info.defaults.width, tiny_sd3.info.defaults.guidance_scale) == (64, 7.0)
    assert tiny_flux.info.defaults.num_inference_steps == 28
    assert tiny_schnell.info.defaults.num_inference_steps == 4
    assert [m.info.max_tokens for m in (tiny_sd3, tiny_flux, tiny_schnell)] == [77, 512, 256]


def test_the_smallest_side_works_and_the_largest_is_known(
    tiny_sd3: LoadedModel, tiny_flux: LoadedModel
) -> None:
    for model in (tiny_sd3, tiny_flux):
        model.pipeline.scheduler = make_scheduler("flow_euler", model.scheduler_config)
        assert make(model.pipeline, wish(width=8, height=8)).shape == (8, 8, 3)
    assert families.max_side(tiny_flux.pipeline) == 4096
    most = families.max_side(tiny_sd3.pipeline)
    assert make(tiny_sd3.pipeline, wish(width=most, height=8)).shape == (8, most, 3)
    with pytest.raises(ValueError, match="greater than"):
        make(tiny_sd3.pipeline, wish(width=most + 8, height=8))


def test_the_prompts_tokens_are_those_of_the_encoder_that_counts(
    tiny_sd3: LoadedModel, tiny_flux: LoadedModel
) -> None:
    assert families.prompt_tokenizer(tiny_sd3.pipeline) is tiny_sd3.pipeline.tokenizer
    tokenizer = families.prompt_tokenizer(tiny_flux.pipeline)
    assert tokenizer is tiny_flux.pipeline.tokenizer_2
    count = make_token_counter(tokenizer, tokenizer.model_max_length)
    assert count is not None
    for text in ("", "a picture of a puppy", "with a  zoo"):
        assert count(text).total == len(tokenizer(text).input_ids)
    long = count("a " * 600)
    assert long.max_tokens == 512
    assert long.cut_at == len("a " * 511) - 1


def test_flux_reads_no_negative_prompt_and_says_so(
    tiny_flux: LoadedModel, tiny_sd3: LoadedModel
) -> None:
    request = wish(negative_prompt="a red cat")
    assert "negative_prompt" not in families.call_arguments(tiny_flux.pipeline, request)
    assert len(families.family_notes(tiny_flux.pipeline, request)) == 1
    assert families.family_notes(tiny_flux.pipeline, wish()) == []
    assert families.call_arguments(tiny_sd3.pipeline, request)["negative_prompt"] == "a red cat"
    assert families.family_notes(tiny_sd3.pipeline, request) == []


def test_a_run_can_be_left_in_every_block(
    tiny_sd: LoadedModel, tiny_sd3: LoadedModel, tiny_flux: LoadedModel
) -> None:
    counts = [len(families.blocks(model.denoiser)) for model in (tiny_sd, tiny_sd3, tiny_flux)]
    assert counts == [1 + 5, 1 + 2, 1 + 3]
    encoders = [len(families.text_encoders(m.pipeline)) for m in (tiny_sd, tiny_sd3, tiny_flux)]
    assert encoders == [1, 3, 2]


def test_flux_runs_in_a_precision_it_was_trained_in(tiny_flux_folder: Path) -> None:
    half = replace(choose_device("cpu"), dtype=torch.float16)
    folder = resolve(str(tiny_flux_folder), find_resources())
    model = load(folder, half, tiny_flux_folder.parent / "cache", lambda: False)
    assert model.info.dtype == model.device.dtype_name == "bfloat16"
    assert model.denoiser.dtype == torch.bfloat16
    assert np.isfinite(make(model.pipeline, wish(num_inference_steps=1))).all()


def test_a_scheduler_that_a_model_cannot_run_with_is_a_sentence(
    tiny_schnell: LoadedModel, tiny_sd: LoadedModel
) -> None:
    check_scheduler("flow_unipc", tiny_schnell.info.schedulers, "schnell")
    with pytest.raises(InvalidRequest, match="“schnell” cannot be run with the scheduler Flow Heu"):
        check_scheduler("flow_heun", tiny_schnell.info.schedulers, "schnell")
    assert not any(each.startswith("flow") for each in tiny_sd.info.schedulers)
