"""Model folders, good and bad: each bad one is refused with its sentence before anything loads."""

from __future__ import annotations

import json
import shutil
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from sdstudio.model_folder import ModelFolder
from sdstudio.models.catalogue import resolve
from sdstudio.models.safetensors_header import read_header
from sdstudio.paths import find_resources
from sdstudio.request import (
    STARTER,
    CorruptModel,
    ModelNotFound,
    PickledModel,
    SdstudioError,
    UnsafeModel,
    UnsupportedModel,
)

RESOURCES = find_resources()
STARTER_PIPELINE = RESOURCES / "starter-model" / "pipeline"
UNET = "unet/diffusion_pytorch_model.safetensors"


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A sound model in a folder with a difficult name."""
    folder = tmp_path / "mon modèle 模型 🐼"
    shutil.copytree(STARTER_PIPELINE, folder)
    return folder


def test_the_starter_is_whole_and_says_what_it_knows() -> None:
    starter = resolve(STARTER, RESOURCES)
    assert starter.name == "Starter (built in)"
    assert starter.pipeline_class == "StableDiffusionPipeline"
    assert starter.defaults.width == starter.defaults.height == 128
    assert starter.complaint is None
    assert starter.vocabulary is not None
    assert "cat" in starter.vocabulary.words("en").concepts
    assert {part.name for part in starter.components} == {
        "scheduler", "text_encoder", "tokenizer", "unet", "vae",
    }  # fmt: skip


ENGLISH = {
    "concepts": ["cat", "dog"],
    "colours": ["red", "blue"],
    "surprise": ["a {colour} {concept} on a {background} background"],
    "examples": ["a red cat"],
}
CHINESE = {
    "concepts": ["猫", "狗"],
    "colours": ["红色的", "蓝色的"],
    "backgrounds": ["红色背景", "蓝色背景"],
    "surprise": ["{background}上的{colour}{concept}"],
    "examples": ["红色的猫"],
}


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """Resources whose starter model is the real one, to change what is said of it."""
    folder = tmp_path / "resources" / "starter-model"
    folder.mkdir(parents=True)
    (folder / "pipeline").symlink_to(STARTER_PIPELINE, target_is_directory=True)
    return folder.parent


def starter_with(resources: Path, **about: object) -> ModelFolder:
    said = json.loads((RESOURCES / "starter-model" / "sdstudio.json").read_text(encoding="utf-8"))
    text = json.dumps({"defaults": said["defaults"], **about}, ensure_ascii=False)
    (resources / "starter-model" / "sdstudio.json").write_text(text, encoding="utf-8")
    return resolve(STARTER, resources)


@pytest.mark.parametrize(
    ("language", "concept"),
    [
        *(("zh", "猫"), ("zh_CN", "猫"), ("zh-Hans", "猫"), ("ZH", "猫")),
        *(("en", "cat"), ("en_GB", "cat"), ("fr_FR", "cat"), ("C", "cat"), ("", "cat")),
    ],
)
def test_words_are_found_by_language(resources: Path, language: str, concept: str) -> None:
    starter = starter_with(resources, vocabulary={"languages": {"en": ENGLISH, "zh": CHINESE}})
    assert starter.complaint is None
    assert starter.vocabulary is not None
    words = starter.vocabulary.words(language)
    assert words.concepts[0] == concept
    assert words.backgrounds[0] == {"猫": "红色背景", "cat": "red"}[concept]


def test_a_model_without_words_is_a_model(resources: Path) -> None:
    starter = starter_with(resources)
    assert (starter.vocabulary, starter.complaint) == (None, None)


@pytest.mark.parametrize(
    "vocabulary",
    [
        None,
        ["cat"],
        {},
        {"concepts": ["cat"], "colours": ["red"]},
        {"languages": ["en"]},
        {"languages": {"zh": CHINESE}},
        {"languages": {"en": ["cat"]}},
        {"languages": {"en": ENGLISH | {"concepts": "cat"}}},
        {"languages": {"en": ENGLISH | {"concepts": ["cat", 1]}}},
        {"languages": {"en": ENGLISH | {"concepts": ["cat", " "]}}},
        {"languages": {"en": ENGLISH | {"examples": []}}},
        {"languages": {"en": ENGLISH | {"colours": ["red"]}}},
        {"languages": {"en": ENGLISH | {"backgrounds": ["red"]}}},
        {"languages": {"en": ENGLISH | {"surprise": ["a {thing}"]}}},
        {"languages": {"en": ENGLISH | {"surprise": ["a {concept.upper}"]}}},
        {"languages": {"en": ENGLISH | {"surprise": ["a {concept"]}}},
        {"languages": {"en": {name: ENGLISH[name] for name in ("concepts", "colours")}}},
        {"languages": {"en": ENGLISH, "zh": CHINESE | {"concepts": ["猫"]}}},
    ],
)
def test_damaged_words_are_told_and_the_model_stays(resources: Path, vocabulary: object) -> None:
    starter = starter_with(resources, vocabulary=vocabulary)
    assert starter.vocabulary is None
    assert isinstance(starter.complaint, CorruptModel)
    assert "sdstudio.json”, is damaged." in str(starter.complaint)
    assert starter.defaults.width == 128


def test_a_folder_anywhere_is_a_model(model: Path) -> None:
    found = resolve(str(model), RESOURCES)
    assert found.reference == str(model)
    assert found.name == model.name
    assert (found.defaults.width, found.defaults.height) == (128, 128)
    assert found.defaults.guidance_scale == 7.5


def test_half_precision_files_are_taken_where_there_are_no_others(model: Path) -> None:
    for path in (model / UNET, model / "vae" / "diffusion_pytorch_model.safetensors"):
        path.rename(path.with_name("diffusion_pytorch_model.fp16.safetensors"))
    variants = {part.name: part.variant for part in resolve(str(model), RESOURCES).components}
    assert variants["unet"] == variants["vae"] == "fp16"
    assert variants["text_encoder"] is None


def index_of(folder: Path) -> dict[str, object]:
    index: dict[str, object] = json.loads((folder / "model_index.json").read_text())
    return index


def write_index(folder: Path, **changes: object) -> None:
    (folder / "model_index.json").write_text(json.dumps(index_of(folder) | changes))


def missing(folder: Path) -> None:
    shutil.rmtree(folder)


def empty(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def a_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_bytes(b"weights")


def not_diffusers(folder: Path) -> None:
    (folder / "model_index.json").rename(folder / "readme.txt")


def only_checkpoints(folder: Path) -> None:
    empty(folder)
    (folder / "v1-5-pruned.ckpt").write_bytes(b"\x80\x02")


def only_pickled_weights(folder: Path) -> None:
    (folder / UNET).rename(folder / "unet" / "diffusion_pytorch_model.bin")


def pickle_renamed(folder: Path) -> None:
    (folder / UNET).write_bytes(b"\x80\x04\x95" + bytes(100))


def zip_renamed(folder: Path) -> None:
    (folder / UNET).write_bytes(b"PK\x03\x04" + bytes(100))


def truncated(folder: Path) -> None:
    data = (folder / UNET).read_bytes()
    (folder / UNET).write_bytes(data[: len(data) // 2])


def truncated_in_the_header(folder: Path) -> None:
    (folder / UNET).write_bytes((folder / UNET).read_bytes()[:500])


def nothing_in_it(folder: Path) -> None:
    (folder / UNET).write_bytes(b"")


def absurd_header(folder: Path) -> None:
    (folder / UNET).write_bytes(struct.pack("<Q", 2**62) + b"{}")


def flipped_header(folder: Path) -> None:
    data = bytearray((folder / UNET).read_bytes())
    data[20] ^= 0xFF
    (folder / UNET).write_bytes(bytes(data))


def no_weights(folder: Path) -> None:
    (folder / UNET).unlink()


def no_component(folder: Path) -> None:
    shutil.rmtree(folder / "vae")


def no_config(folder: Path) -> None:
    (folder / "vae" / "config.json").unlink()


def bad_config(folder: Path) -> None:
    (folder / "vae" / "config.json").write_text("{")


def bad_index(folder: Path) -> None:
    (folder / "model_index.json").write_text("[1, 2")


def no_class(folder: Path) -> None:
    write_index(folder, _class_name=None)


def other_pipeline(folder: Path) -> None:
    write_index(folder, _class_name="WuerstchenDecoderPipeline")


def wants_a_picture(folder: Path) -> None:
    write_index(folder, _class_name="StableDiffusionXLInpaintPipeline")


def other_scheduler(folder: Path) -> None:
    config = {"_class_name": "EDMDPMSolverMultistepScheduler", "sigma_data": 0.5}
    (folder / "scheduler" / "scheduler_config.json").write_text(json.dumps(config))


def own_code(folder: Path) -> None:
    write_index(folder, unet=["pipeline", "Unet"])


def operating_system(folder: Path) -> None:
    write_index(folder, unet=["os", "system"])


def odd_component(folder: Path) -> None:
    write_index(folder, unet=["diffusers", 3])


def escaping_shards(folder: Path) -> None:
    (folder / UNET).unlink()
    index = {"weight_map": {"conv_in.weight": "../../elsewhere.safetensors"}}
    path = folder / "unet" / "diffusion_pytorch_model.safetensors.index.json"
    path.write_text(json.dumps(index))


def missing_shard(folder: Path) -> None:
    (folder / UNET).unlink()
    index = {"weight_map": {"conv_in.weight": "one-of-two.safetensors"}}
    path = folder / "unet" / "diffusion_pytorch_model.safetensors.index.json"
    path.write_text(json.dumps(index))


def as_flow_model(folder: Path, pipeline_class: str, transformer: dict[str, object]) -> None:
    """The starter's files under the names that flow models have."""
    (folder / "unet").rename(folder / "transformer")
    (folder / "transformer" / "config.json").write_text(json.dumps(transformer))
    write_index(
        folder,
        _class_name=pipeline_class,
        unet=None,
        transformer=["diffusers", "SD3Transformer2DModel"],
    )


@pytest.mark.parametrize(
    ("pipeline_class", "transformer", "expected"),
    [
        ("StableDiffusion3Pipeline", {"sample_size": 64}, (512, 28, 7.0)),
        ("StableDiffusion3Pipeline", {}, (1024, 28, 7.0)),
        ("FluxPipeline", {"guidance_embeds": True}, (1024, 28, 3.5)),
        ("FluxPipeline", {"guidance_embeds": False}, (1024, 4, 0.0)),
    ],
)
def test_flow_models_have_their_makers_settings(
    pipeline_class: str,
    transformer: dict[str, object],
    expected: tuple[int, int, float],
    model: Path,
) -> None:
    as_flow_model(model, pipeline_class, transformer)
    defaults = resolve(str(model), RESOURCES).defaults
    found = (defaults.width, defaults.num_inference_steps, defaults.guidance_scale)
    assert found == expected
    assert defaults.height == defaults.width
    assert defaults.scheduler == "flow_euler"


def test_parts_that_stable_diffusion_3_does_without(model: Path) -> None:
    as_flow_model(model, "StableDiffusion3Pipeline", {"sample_size": 64})
    write_index(
        model,
        text_encoder_3=["transformers", "T5EncoderModel"],  # its folder deleted
        tokenizer_3=[None, None],  # never there
    )
    names = {part.name for part in resolve(str(model), RESOURCES).components}
    assert names == {"scheduler", "text_encoder", "tokenizer", "transformer", "vae"}


@pytest.mark.parametrize(
    ("harm", "kind", "words"),
    [
        (missing, ModelNotFound, "There is no model at"),
        (empty, ModelNotFound, "is empty"),
        (a_file, UnsupportedModel, "is a single file"),
        (not_diffusers, UnsupportedModel, "has no model_index.json"),
        (only_checkpoints, UnsafeModel, "only pickled weights"),
        (only_pickled_weights, PickledModel, "only pickled weights"),
        (pickle_renamed, UnsafeModel, "is a pickle"),
        (zip_renamed, UnsafeModel, "is a pickle"),
        (truncated, CorruptModel, "is incomplete: it has"),
        (truncated_in_the_header, CorruptModel, "is damaged"),
        (nothing_in_it, CorruptModel, "is damaged"),
        (absurd_header, CorruptModel, "is damaged"),
        (flipped_header, CorruptModel, "is damaged"),
        (no_weights, CorruptModel, "holds no weights"),
        (no_component, CorruptModel, "its “vae” is missing"),
        (no_config, CorruptModel, "config.json” is missing"),
        (bad_config, CorruptModel, "is damaged or cannot be read"),
        (bad_index, CorruptModel, "is damaged or cannot be read"),
        (no_class, CorruptModel, "does not say which pipeline"),
        (other_pipeline, UnsupportedModel, "WuerstchenDecoderPipeline"),
        (wants_a_picture, UnsupportedModel, "needs a picture besides the prompt"),
        (other_scheduler, UnsupportedModel, "trained for the scheduler EDMDPMSolver"),
        (own_code, UnsafeModel, "code of its own"),
        (operating_system, UnsafeModel, "code of its own"),
        (odd_component, CorruptModel, "in an unknown way"),
        (escaping_shards, UnsafeModel, "outside its own folder"),
        (missing_shard, CorruptModel, "one-of-two.safetensors” is missing"),
    ],
)
def test_bad_folders(
    harm: Callable[[Path], None], kind: type[SdstudioError], words: str, model: Path
) -> None:
    harm(model)
    with pytest.raises(SdstudioError) as caught:
        resolve(str(model), RESOURCES)
    assert type(caught.value) is kind
    assert words in str(caught.value)
    assert caught.value.action


def test_the_header_tells_what_the_file_holds() -> None:
    entries = read_header(STARTER_PIPELINE / UNET)
    assert entries["conv_in.weight"].shape == (64, 4, 3, 3)
    assert entries["conv_in.weight"].dtype == "F16"
