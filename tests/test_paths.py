"""Folders and files with names that not every program can take, from the model to the picture."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
import torch
from diffusers import StableDiffusionPipeline
from safetensors.torch import save_file

from sdstudio import cli
from sdstudio.additions import Lora, Part
from sdstudio.gallery.metadata import read_picture
from sdstudio.gallery.store import Gallery
from sdstudio.models.scanning import scan
from sdstudio.paths import find_paths
from sdstudio.request import GenerationRequest
from sdstudio.session import GenerationSession, Observer, never
from sdstudio.settings import load_settings, save_settings
from tests.added_files import save_lora
from tests.single_files import original_tensors, resources_for
from tests.test_same_pixels import Silent
from tests.tiny_models import save_tiny_sd

SILENT = cast("Observer", Silent())


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_sd(tmp_path_factory.mktemp("model") / "sd15")


@pytest.mark.parametrize("name", ["my models, 猫 é 🐱", "x" * 200], ids=["unusual", "long"])
def test_any_name_will_do(
    name: str,
    model: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    home = tmp_path / name
    monkeypatch.setenv("SDSTUDIO_HOME", str(home))
    paths = find_paths()
    paths.models.mkdir(parents=True)
    folder = paths.models / name / name
    folder.parent.mkdir()
    folder.symlink_to(model)
    lora = paths.models / f"{name}.safetensors"
    save_lora(StableDiffusionPipeline.from_pretrained(model), lora, seed=1)
    settings, _ = load_settings(paths.settings_file)
    pictures = tmp_path / f"{name} pictures"
    save_settings(paths.settings_file, replace(settings, pictures_folder=str(pictures)))

    def said(*words: str) -> str:
        status = cli.run(cli.parse(words))
        told = capsys.readouterr()
        assert status == 0, told.err
        return told.out

    # A folder, a LoRA in a tag, and where the picture goes.
    prompt = f"a cat <lora:{name}:0.5>"
    out = said("generate", prompt, "--model", str(folder), "--steps", "1", "--json")
    path = Path(json.loads(out)["pictures"][0]["path"])
    assert path.is_relative_to(pictures)
    request = read_picture(path).request
    assert request is not None
    assert (request.model, request.loras) == (str(folder), (Lora(str(lora), 0.5),))
    with Gallery(pictures, paths.database_file, paths.cache) as gallery:
        item = gallery.by_request(request.id)
    assert item is not None
    assert item.path == path

    # A checkpoint in the old format, converted; and the copy.
    resources = resources_for({"sd15": model}, tmp_path / "resources")
    tensors = original_tensors(model, "sd15")
    old = tmp_path / name / f"{name}.ckpt"
    torch.save(tensors, old)
    converted = Path(json.loads(said("models", "convert", str(old), "--yes", "--json"))["path"])
    assert converted.name == f"{name}.safetensors"
    single = tmp_path / name / f"{name}.safetensors"
    save_file(tensors, single)
    vae = (Part("vae", str(folder)),)
    session = GenerationSession(replace(paths, resources=resources))
    for file, parts in ((converted, ()), (single, vae)):
        request = GenerationRequest(
            prompt="a cat", model=str(file), width=64, height=64, num_inference_steps=1, parts=parts
        )
        assert session.generate(request, SILENT, never).png

    found = scan(resources, opened=[str(single)], roots=[str(paths.models)])
    references = {each.reference for each in found if each.complaint is None}
    assert {str(single), str(folder), str(converted)} <= references
    assert str(folder) in said("models", "list")
