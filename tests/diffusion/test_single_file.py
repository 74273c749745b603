"""Checkpoints in one file: the same pictures as from folders, offline, or one sentence."""

from __future__ import annotations

import importlib
import json
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
import torch
from accelerate import init_empty_weights
from diffusers import (
    DiffusionPipeline,
    StableDiffusionPipeline,
    StableDiffusionXLPipeline,
)
from safetensors.torch import load_file, save_file
from transformers import CLIPTokenizer

from sdstudio.diffusion.device import choose_device
from sdstudio.diffusion.loading import LoadedModel, load
from sdstudio.diffusion.stopping import never
from sdstudio.diffusion.xray.run_code import no_code
from sdstudio.diffusion.xray.schedule import describe_schedule
from sdstudio.diffusion.xray.source import source_of
from sdstudio.diffusion.xray.tokens import make_token_tables
from sdstudio.models.catalogue import resolve
from sdstudio.paths import find_paths, find_resources
from sdstudio.request import Cancelled, CorruptModel, GenerationRequest, new_id
from sdstudio.session import GenerationSession, Observer
from sdstudio.xray import Schedule, ScheduleQuery
from tests.diffusion.conftest import Recorder
from tests.diffusion.runs import ask, run
from tests.single_files import resources_for, save_as_one_file
from tests.test_same_pixels import Silent
from tests.tiny_models import TOKENIZER, save_tiny_sd, save_tiny_sdxl

FAMILIES = ("sd15", "sd20", "sd21v", "sdxl")
PARAMETERS = {
    ("sd15", "unet"): 859_520_964,
    ("sd20", "unet"): 865_910_724,
    ("sd21v", "unet"): 865_910_724,
    ("sdxl", "unet"): 2_567_463_684,
    ("sd15", "text_encoder"): 123_060_480,
    ("sd20", "text_encoder"): 340_387_840,
    ("sd21v", "text_encoder"): 340_387_840,
    ("sdxl", "text_encoder"): 123_060_480,
    ("sdxl", "text_encoder_2"): 694_659_840,
    **{(family, "vae"): 83_653_863 for family in FAMILIES},
}
"""Of the models that people download."""


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("families as folders")
    folders = {
        "sd15": save_tiny_sd(root / "sd15"),
        "sd20": save_tiny_sd(root / "sd20"),
        "sd21v": save_tiny_sd(root / "sd21v", prediction_type="v_prediction"),
        "sdxl": save_tiny_sdxl(root / "sdxl"),
    }
    # OpenCLIP pads with its token 0.
    padded = CLIPTokenizer.from_pretrained(TOKENIZER, pad_token="!")
    for family, name in (("sd20", "tokenizer"), ("sd21v", "tokenizer"), ("sdxl", "tokenizer_2")):
        padded.save_pretrained(folders[family] / name)
    return folders


@pytest.fixture(scope="session")
def resources(folders: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The app's resources, but for narrow networks."""
    return resources_for(folders, tmp_path_factory.mktemp("resources"))


@pytest.fixture(scope="session")
def files(folders: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    root = tmp_path_factory.mktemp("写真 🐈 as files")
    v = {"modelspec.architecture": "stable-diffusion-v2-768-v", "modelspec.prediction_type": "v"}
    return {
        family: save_as_one_file(
            folder, family, root / f"{family}.safetensors", v if family == "sd21v" else None
        )
        for family, folder in folders.items()
    }


@pytest.fixture
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any connection, and the mere look-up of a name, fails the test."""

    def refuse(*_: object, **__: object) -> None:
        pytest.fail("something went to the network")

    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


def load_path(
    path: Path, resources: Path, cache: Path, must_stop: Callable[[], bool] = lambda: False
) -> LoadedModel:
    return load(resolve(str(path), resources), choose_device("cpu"), cache, must_stop)


@pytest.mark.usefixtures("offline")
@pytest.mark.parametrize("family", FAMILIES)
def test_the_pictures_are_those_of_the_folder(
    family: str,
    folders: dict[str, Path],
    files: dict[str, Path],
    resources: Path,
    tmp_path: Path,
) -> None:
    """Through load, preview, picture and what is kept of the denoising."""
    runs, previews = [], []
    for path in (folders[family], files[family]):
        observer = Recorder()
        model = load_path(path, resources, tmp_path)
        request = ask(model, width=64, height=64, scheduler="euler", guidance_scale=4.0)
        runs.append(run(model, request, observer=observer))
        previews.append(len(observer.previews))
    assert runs[0].rgb == runs[1].rgb
    assert len(set(runs[0].rgb)) > 10
    assert previews == [4, 4]
    assert len(runs[1].trajectory.moments) == 4


@pytest.mark.parametrize("family", FAMILIES)
def test_every_weight_is_that_of_the_folder(
    family: str,
    folders: dict[str, Path],
    files: dict[str, Path],
    resources: Path,
    tmp_path: Path,
) -> None:
    ours = load_path(files[family], resources, tmp_path).pipeline
    plain = DiffusionPipeline.from_pretrained(folders[family])
    for name, part in plain.components.items():
        if isinstance(part, torch.nn.Module):
            tensors, expected = getattr(ours, name).state_dict(), part.state_dict()
            assert tensors.keys() == expected.keys()
            assert all(torch.equal(tensors[key], expected[key]) for key in expected), name
            assert not getattr(ours, name).training
        elif "tokenizer" in name:
            prompts = ["A picture of a puppy", "青い猫"]
            asked = {"padding": "max_length", "max_length": 77}
            assert getattr(ours, name)(prompts, **asked).input_ids == (
                part(prompts, **asked).input_ids
            )


def test_a_model_in_one_file_describes_itself(
    files: dict[str, Path], resources: Path, tmp_path: Path
) -> None:
    model = load_path(files["sd21v"], resources, tmp_path)
    assert model.info.reference == str(files["sd21v"])
    assert model.info.name == "sd21v"
    assert (model.info.defaults.width, model.info.defaults.height) == (64, 64)
    assert model.scheduler_config["prediction_type"] == "v_prediction"
    assert model.info.max_tokens == 77


def test_no_script_is_shown_that_could_not_run(
    files: dict[str, Path], resources: Path, tmp_path: Path
) -> None:
    model = load_path(files["sd15"], resources, tmp_path)
    tables = make_token_tables(model)
    assert tables is not None
    request = ask(model)
    described = describe_schedule(
        model, ScheduleQuery(scheduler="euler", num_inference_steps=3, width=64, height=64)
    )
    assert isinstance(described, Schedule)
    for text in (
        tables("a cat").code,
        described.code,
        no_code(request, source_of(request.model, torch.float32)),
    ):
        assert text == "# This model is a single file; scripts are shown for models in folders.\n"


def test_velocity_can_be_told_by_the_file_in_any_family(
    folders: dict[str, Path], resources: Path, tmp_path: Path
) -> None:
    file = save_as_one_file(
        folders["sdxl"],
        "sdxl",
        tmp_path / "xl.safetensors",
        {"modelspec.prediction_type": "v"},
    )
    assert load_path(file, resources, tmp_path).scheduler_config["prediction_type"] == (
        "v_prediction"
    )


def test_a_fine_tuned_copy_is_another_model(
    files: dict[str, Path], resources: Path, tmp_path: Path
) -> None:
    tensors = load_file(files["sd15"])
    for name, tensor in tensors.items():
        if name.startswith("model.diffusion_model."):
            tensors[name] = tensor * 1.01
    save_file(tensors, tmp_path / "sd15.safetensors")
    before = load_path(files["sd15"], resources, tmp_path)
    after = load_path(tmp_path / "sd15.safetensors", resources, tmp_path)
    assert before.fingerprint != after.fingerprint
    assert torch.equal(before.patch_map.weights, after.patch_map.weights)
    tensors["first_stage_model.decoder.conv_out.weight"] *= -1
    save_file(tensors, tmp_path / "sd15.safetensors")
    after = load_path(tmp_path / "sd15.safetensors", resources, tmp_path)
    assert not torch.equal(before.patch_map.weights, after.patch_map.weights)


@pytest.mark.parametrize(
    ("missing", "part"),
    [
        ("model.diffusion_model.out.2.weight", "unet"),
        ("first_stage_model.post_quant_conv.bias", "vae"),
        ("conditioner.embedders.0.transformer.text_model.final_layer_norm.bias", "text_encoder"),
        ("conditioner.embedders.1.model.transformer.resblocks.1.ln_2.bias", "text_encoder_2"),
        ("conditioner.embedders.1.model.text_projection", "text_encoder_2"),
    ],
)
def test_missing_weights_are_noticed(
    missing: str, part: str, files: dict[str, Path], resources: Path, tmp_path: Path
) -> None:
    tensors = load_file(files["sdxl"])
    del tensors[missing]
    save_file(tensors, tmp_path / "broken.safetensors")
    with pytest.raises(CorruptModel, match=f"of its “{part}”, 1 are missing"):
        load_path(tmp_path / "broken.safetensors", resources, tmp_path)


def test_weights_of_another_size_are_noticed(
    files: dict[str, Path], resources: Path, tmp_path: Path
) -> None:
    with pytest.raises(CorruptModel, match="of its “text_encoder”, 196 are missing or of another"):
        load_path(files["sd15"], find_resources(), tmp_path)


def test_loading_stops_between_the_parts(
    files: dict[str, Path], resources: Path, tmp_path: Path
) -> None:
    asked = 0

    def must_stop() -> bool:
        nonlocal asked
        asked += 1
        return asked == 3

    with pytest.raises(Cancelled):
        load_path(files["sd15"], resources, tmp_path, must_stop)


def test_what_was_guessed_is_said_with_the_first_picture(
    files: dict[str, Path], resources: Path, tmp_path: Path
) -> None:
    session = GenerationSession(replace(find_paths(tmp_path), resources=resources))
    request = GenerationRequest(
        prompt="", model=str(files["sd20"]), num_inference_steps=1, width=64, height=64
    )
    silent = cast("Observer", Silent())
    notes = session.generate(request, silent, never).notes
    assert len([note for note in notes if "taken for the one of 512 pixels" in note]) == 1
    again = session.generate(replace(request, id=new_id()), silent, never).notes
    assert not [note for note in again if "taken for" in note]


@pytest.mark.parametrize(("family", "name"), sorted(PARAMETERS))
def test_the_configs_are_those_of_the_models_people_download(family: str, name: str) -> None:
    folder = find_resources() / "families" / family
    index = json.loads((folder / "model_index.json").read_text(encoding="utf-8"))
    library, class_name = index[name]
    part_class = getattr(importlib.import_module(library), class_name)
    with init_empty_weights():
        if library == "diffusers":
            part = part_class.from_config(part_class.load_config(folder / name))
        else:
            part = part_class(part_class.config_class.from_pretrained(folder / name))
    assert sum(each.numel() for each in part.parameters()) == PARAMETERS[family, name]


@pytest.mark.parametrize(
    ("family", "side", "prediction_type", "pipeline_class"),
    [
        ("sd15", 512, "epsilon", StableDiffusionPipeline),
        ("sd20", 512, "epsilon", StableDiffusionPipeline),
        ("sd21v", 768, "v_prediction", StableDiffusionPipeline),
        ("sdxl", 1024, "epsilon", StableDiffusionXLPipeline),
    ],
)
def test_the_families_are_complete(
    family: str, side: int, prediction_type: str, pipeline_class: Any
) -> None:
    folder = find_resources() / "families" / family
    index = json.loads((folder / "model_index.json").read_text(encoding="utf-8"))
    assert index["_class_name"] == pipeline_class.__name__
    named = {name for name, value in index.items() if isinstance(value, list) and value[0]}
    assert named == {path.name for path in folder.iterdir() if path.is_dir()}
    assert named == set(pipeline_class._get_signature_keys(pipeline_class)[0]) - {
        "safety_checker", "feature_extractor", "image_encoder"
    }  # fmt: skip
    scheduler = json.loads((folder / "scheduler" / "scheduler_config.json").read_text())
    assert scheduler["prediction_type"] == prediction_type
    vae = json.loads((folder / "vae" / "config.json").read_text())
    unet = json.loads((folder / "unet" / "config.json").read_text())
    assert vae["sample_size"] == 8 * unet["sample_size"] == side
