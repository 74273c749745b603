"""The whole recipe in small, from packages to a pipeline that the app opens and draws with."""

from __future__ import annotations

import hashlib
import json
import tarfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from diffusers import DDPMPipeline
from PIL import Image

import train_starter
from sdstudio.models.catalogue import read_starter
from starter_model.concepts import read_core
from starter_model.recipe import RECIPES, TINY, Recipe, Workplace
from starter_model.sources import EMOJIBASE, FLUENT_3D, FLUENT_FLAT, OPEN_CLIP, Source
from starter_model.stages import STAGES
from starter_model.storing import save_text
from starter_model.training import Hardware
from tests.recipe.packs import write_emojibase, write_flat, write_open_clip, write_three_d

ALONE = Hardware(device="cpu", processes=1, compiled=False)


def pinned(folder: Path, source: Source) -> Source:
    content = (folder / source.archive).read_bytes()
    return replace(source, sha256=hashlib.sha256(content).hexdigest())


def small_recipe(folder: Path) -> Recipe:
    """The tiny recipe over three drawn concepts; the archives lie where fetching leaves them."""
    archives = Workplace(folder).sources / "archives"
    archives.mkdir(parents=True)
    for source, fill, inside in (
        (FLUENT_3D, write_three_d, "assets"),
        (FLUENT_FLAT, write_flat, ""),
        (EMOJIBASE, write_emojibase, ""),
    ):
        package = folder / "packages" / source.archive
        fill(package / inside)
        (package / "package.json").write_text(json.dumps({"license": "MIT"}))
        (package / "info.json").write_text(json.dumps({"license": {"spdx": "MIT"}}))
        with tarfile.open(archives / source.archive, "w:gz") as packed:
            packed.add(package, "package")
    write_open_clip(archives / OPEN_CLIP.archive)
    core = folder / "core.txt"
    core.write_text("# what there is\ncat face = cat\nfox\neye\n")
    return replace(
        TINY,
        sources=tuple(
            pinned(archives, each) for each in (FLUENT_3D, FLUENT_FLAT, EMOJIBASE, OPEN_CLIP)
        ),
        core=core,
        styles=("3d", "flat"),
        faces=("cat face", "fox"),
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    folder = tmp_path_factory.mktemp("recipe")
    recipe, work = small_recipe(folder), Workplace(folder)
    for stage in STAGES.values():
        stage(recipe, work, ALONE)
    return work


def test_every_stage_of_the_command_line_is_there() -> None:
    assert list(train_starter.STAGES) == list(STAGES)


@pytest.mark.parametrize("name", RECIPES)
def test_every_recipe_has_the_faces_it_asks_for(name: str) -> None:
    recipe = RECIPES[name]
    core = read_core(recipe.core)
    assert [each for each in recipe.faces if each not in core] == []
    assert len(core) >= 100


def test_the_app_opens_what_was_made(made: Workplace) -> None:
    starter = read_starter(made.folder)
    assert starter.complaint is None
    assert starter.vocabulary is not None
    assert starter.vocabulary.words("ja").concepts == ("ネコ", "キツネ", "片目")
    assert starter.defaults.width == TINY.side


def test_the_session_draws_with_it(made: Workplace) -> None:
    from diffusers import StableDiffusionPipeline

    pipeline = StableDiffusionPipeline.from_pretrained(
        made.exported / "pipeline", dtype=torch.float32
    )
    pipeline.set_progress_bar_config(disable=True)
    picture = pipeline("a red cat", num_inference_steps=2, output_type="np").images
    assert picture.shape == (1, TINY.side, TINY.side, 3)
    assert np.isfinite(picture).all()
    stored = list((made.exported / "pipeline").rglob("*.safetensors"))
    assert len(stored) == 3
    assert not list((made.exported / "pipeline").rglob("tokenizer.json"))


def test_nothing_exported_names_a_folder_of_the_machine(made: Workplace) -> None:
    for path in made.exported.rglob("*"):
        if path.suffix in (".json", ".md", ".txt"):
            text = path.read_text("utf-8")
            assert str(made.folder) not in text, path
            assert "_name_or_path" not in text, path


def test_the_unconditional_model_draws_too(made: Workplace) -> None:
    pipeline = DDPMPipeline.from_pretrained(made.exported / "unconditional")
    pipeline.set_progress_bar_config(disable=True)
    picture = pipeline(num_inference_steps=2, output_type="np").images
    assert picture.shape == (1, 32, 32, 3)


def test_the_card_holds_what_was_measured(made: Workplace) -> None:
    card = (made.exported / "README.md").read_text("utf-8")
    assert (made.folder / "report.md").read_text("utf-8") in card
    assert "cat, fox, eye" in card
    assert "{" not in card
    for sheet in ("samples.png", "unconditional.png"):
        assert f"({sheet})" in card
        with Image.open(made.exported / sheet) as picture:
            picture.verify()
    report = json.loads(made.report.read_text("utf-8"))
    assert set(report["model"]) == {"en", "ja", "ko", "zh"}


def test_pictures_are_composed_without_the_packages(made: Workplace, tmp_path: Path) -> None:
    there = Workplace(tmp_path)
    for path in (made.concepts, made.sprites):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    there.tokenizer.mkdir()
    for path in made.tokenizer.iterdir():
        (there.tokenizer / path.name).write_bytes(path.read_bytes())
    recipe = replace(TINY, styles=("3d", "flat"), sources=())
    STAGES["compose"](recipe, there, ALONE)
    assert np.array_equal(np.load(there.pictures), np.load(made.pictures))


def test_a_stage_out_of_turn_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = train_starter.main(["unet", "--work", str(tmp_path), "--recipe", "tiny"])
    said = capsys.readouterr().err
    assert code == 1
    assert "Run the stage “text” first." in said
    assert "Traceback" not in said


def test_a_work_folder_that_is_a_file_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").touch()
    code = train_starter.main(["compose", "--work", str(tmp_path / "file"), "--recipe", "tiny"])
    said = capsys.readouterr().err
    assert code == 1
    assert str(tmp_path / "file") in said
    assert "Traceback" not in said


def test_what_cannot_be_stored_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def store(recipe: Recipe, work: Workplace, hardware: Hardware) -> None:
        work.report.mkdir()
        save_text(work.report, "")

    monkeypatch.setitem(STAGES, "evaluate", store)
    code = train_starter.main(["evaluate", "--work", str(tmp_path), "--recipe", "tiny"])
    said = capsys.readouterr().err
    assert code == 1
    assert f"“{tmp_path / 'report.json'}” could not be written" in said
    assert "Traceback" not in said
