"""Which models are found, in folders as other programs leave them; nothing is copied or changed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from sdstudio.models.scanning import LibraryModel, bytes_on_disk, find_hub_cache, scan
from sdstudio.paths import find_resources
from sdstudio.request import (
    FACES,
    STARTER,
    CorruptModel,
    ModelNotFound,
    UnsafeModel,
    UnsupportedModel,
)
from tests.models.weight_files import FLUX, LORA, SDXL, VAE, sd1, write_weights

RESOURCES = find_resources()
STARTER_PIPELINE = RESOURCES / "starter-model" / "pipeline"
REVISION = "0123456789" * 4


def copied(folder: Path) -> Path:
    """The starter's files as a model of somebody else."""
    shutil.copytree(STARTER_PIPELINE, folder)
    return folder


def below(*roots: Path, opened: tuple[Path, ...] = ()) -> dict[str, LibraryModel]:
    """The models found, without the starter, by their names."""
    found = scan(RESOURCES, roots=[*map(str, roots)], opened=[*map(str, opened)])
    assert found[0].reference == STARTER
    return {model.name: model for model in found if model.origin != "built in"}


def test_what_is_built_in_is_always_there() -> None:
    starter, faces = scan(RESOURCES)
    assert (faces.reference, faces.origin, faces.complaint) == (FACES, "built in", None)
    assert (starter.reference, starter.name) == (STARTER, "Starter (built in)")
    assert (starter.kind, starter.family, starter.side) == ("pipeline", "sd1", 128)
    assert starter.prediction_type == "v_prediction"
    assert (starter.origin, starter.licence) == ("built in", "apache-2.0")
    assert starter.complaint is None
    # The weights are stored in float16 and make up all but the tokenizer's files.
    assert starter.memory_cuda is not None
    assert 0.9 * starter.bytes_on_disk < starter.memory_cuda < starter.bytes_on_disk
    assert starter.memory_cpu == 2 * starter.memory_cuda


def test_the_folders_of_other_programs(tmp_path: Path) -> None:
    """A1111's and ComfyUI's, in a folder with a difficult name."""
    root = tmp_path / "mes modèles 模型 🐼" / ("long " * 30)
    write_weights(root / "models/Stable-diffusion/v1-5.safetensors", sd1())
    write_weights(root / "models/Lora/style.safetensors", LORA)
    write_weights(root / "models/VAE/better.safetensors", VAE)
    write_weights(root / "models/checkpoints/sub folder/sd_xl_base_1.0.SAFETENSORS", SDXL)
    write_weights(root / "models/diffusion_models/flux1-dev.safetensors", FLUX)
    (root / "models/Stable-diffusion/old.ckpt").write_bytes(b"\x80\x02}q\x00.")
    (root / "models/Stable-diffusion/v1-5.yaml").write_text("model: 1")
    (root / "models/firmware.bin").write_bytes(b"\x7fELF")
    copied(root / "models/diffusers/mine")

    found = below(root)

    assert {name: (model.kind, model.family) for name, model in found.items()} == {
        "v1-5": ("checkpoint", "sd1"),
        "style": ("lora", "sd1"),
        "better": ("vae", "other"),
        "sd_xl_base_1.0": ("checkpoint", "sdxl"),
        "flux1-dev": ("denoiser", "flux"),
        "old": ("other", "other"),
        "mine": ("pipeline", "sd1"),
    }
    assert found["mine"].complaint is None
    assert found["mine"].reference == str(root / "models/diffusers/mine")
    assert all(model.origin == "folder" for model in found.values())
    assert isinstance(found["old"].complaint, UnsafeModel)
    for name in ("style", "better", "flux1-dev"):
        assert isinstance(found[name].complaint, UnsupportedModel)
        assert "makes no pictures by itself" in str(found[name].complaint)


def test_what_is_known_of_a_file(tmp_path: Path) -> None:
    said = {"modelspec.license": "CreativeML Open RAIL-M\n"}
    path = write_weights(tmp_path / "a.safetensors", sd1(), said)
    (model,) = below(tmp_path).values()
    weights = sum(
        (320 * 4 * 3 * 3, 320 * 768, 49408 * 768, 128 * 3 * 3 * 3, 512 * 4 * 3 * 3),
    )
    assert (model.memory_cuda, model.memory_cpu) == (2 * weights, 4 * weights)
    assert model.bytes_on_disk == path.stat().st_size
    assert (model.side, model.prediction_type) == (512, "epsilon")
    assert model.licence == "CreativeML Open RAIL-M"


@pytest.mark.parametrize(
    ("card", "licence"),
    [
        ("---\nlicense: openrail++\ntags:\n- a\n---\n# A model", "openrail++"),
        ('---\r\ntags: [a]\r\nlicense: "mit"\r\n---\r\n', "mit"),
        ("\ufeff---\nlicense: other\nlicense_name: flux-1-dev\n---\n", "flux-1-dev"),
        ("---\nlicense: other\n---\n", "other"),
        ("---\nlicense: \x1b[2Jred\n---\n", "[2Jred"),
        ("---\nlicense: mit\n", ""),
        ("# license: mit", ""),
        ("---\n" + 100_000 * "a" + "\nlicense: mit\n---\n", ""),
    ],
)
def test_the_licence_of_a_card(card: str, licence: str, tmp_path: Path) -> None:
    folder = copied(tmp_path / "model")
    (folder / "README.md").write_bytes(card.encode())
    assert below(tmp_path)["model"].licence == licence


def test_models_once_opened_and_those_that_are_gone(tmp_path: Path) -> None:
    model = copied(tmp_path / "mine")
    found = below(tmp_path / "no root", opened=(model, tmp_path / "gone"))
    assert found["mine"].origin == "opened"
    assert found["mine"].complaint is None
    assert isinstance(found["gone"].complaint, ModelNotFound)


def test_a_model_is_listed_once(tmp_path: Path) -> None:
    model = copied(tmp_path / "root" / "mine")
    (tmp_path / "root" / "again").symlink_to(model, target_is_directory=True)
    found = below(tmp_path / "root", tmp_path, opened=(model,))
    assert list(found) == ["mine"]


def test_links_in_circles_end(tmp_path: Path) -> None:
    root = tmp_path / "root"
    write_weights(root / "a" / "one.safetensors", sd1())
    (root / "a" / "up").symlink_to(root, target_is_directory=True)
    (root / "itself").symlink_to(root / "itself")
    (root / "loop.safetensors").symlink_to(root / "loop.safetensors")
    assert list(below(root)) == ["one"]


def test_what_is_too_deep_hidden_or_another_programs_python_is_left_out(tmp_path: Path) -> None:
    write_weights(tmp_path / "a/b/c" / "seen.safetensors", sd1())
    write_weights(tmp_path / "1/2/3/4/5/6/7/8/9" / "deep.safetensors", sd1())
    write_weights(tmp_path / ".git" / "hidden.safetensors", sd1())
    write_weights(tmp_path / "venv/lib" / "library.safetensors", sd1())
    (tmp_path / "venv" / "pyvenv.cfg").write_text("")
    os.mkfifo(tmp_path / "pipe.safetensors")
    assert list(below(tmp_path)) == ["seen"]


def test_each_file_counts_once(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(bytes(1000))
    (tmp_path / "b").hardlink_to(tmp_path / "a")
    (tmp_path / "c").symlink_to(tmp_path / "a")
    (tmp_path / "d").symlink_to(tmp_path / "nothing")
    (tmp_path / "e").write_bytes(bytes(10))
    assert bytes_on_disk(tmp_path) == 1010


def as_downloaded(cache: Path, name: str, source: Path, revision: str = REVISION) -> Path:
    """What huggingface_hub leaves: files named by checksum, and links to them in a snapshot."""
    repository = cache / f"models--{name.replace('/', '--')}"
    snapshot = repository / "snapshots" / revision
    (repository / "blobs").mkdir(parents=True, exist_ok=True)
    for number, file in enumerate(sorted(file for file in source.rglob("*") if file.is_file())):
        blob = repository / "blobs" / f"{number:064x}"
        shutil.copyfile(file, blob)
        link = snapshot / file.relative_to(source)
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(os.path.relpath(blob, link.parent))
    (repository / "refs").mkdir(exist_ok=True)
    (repository / "refs" / "main").write_text(revision)
    return snapshot


def test_the_hugging_face_cache(tmp_path: Path) -> None:
    cache = tmp_path / "hub"
    mine = as_downloaded(cache, "owner/a--model", STARTER_PIPELINE)
    (mine / "README.md").write_text("---\nlicense: mit\n---\n")
    shutil.copytree(mine, mine.with_name("f" * 40), symlinks=True)  # an older revision
    half = as_downloaded(cache, "owner/half", STARTER_PIPELINE)
    (half / "unet" / "diffusion_pytorch_model.safetensors").resolve().unlink()
    language = tmp_path / "language"
    write_weights(language / "model.safetensors", {"model.layers.0.mlp.weight": (8, 8)})
    (language / "pytorch_model.bin").write_bytes(b"PK\x03\x04")
    as_downloaded(cache, "owner/language", language)
    single = tmp_path / "single"
    write_weights(single / "v1-5.safetensors", {"emb_params": (1, 768)})
    as_downloaded(cache, "owner/single", single)
    (cache / "models--owner--empty").mkdir()
    (cache / "datasets--owner--pictures").mkdir()
    (cache / "version.txt").write_text("1")

    found = {
        model.name: model
        for model in scan(RESOURCES, hub_cache=cache)
        if model.origin != "built in"
    }

    assert sorted(found) == ["owner/a--model", "owner/half", "owner/single/v1-5.safetensors"]
    model = found["owner/a--model"]
    assert (model.origin, model.licence, model.complaint) == ("Hugging Face cache", "mit", None)
    assert model.path == mine
    starter = scan(RESOURCES)[0]
    assert model.bytes_on_disk == starter.bytes_on_disk + len("---\nlicense: mit\n---\n")
    assert model.memory_cuda == starter.memory_cuda
    complaint = found["owner/half"].complaint
    assert isinstance(complaint, CorruptModel)
    assert "holds no weights" in str(complaint)


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"HF_HUB_CACHE": "/a", "HF_HOME": "/b"}, "/a"),
        ({"HF_HOME": "/b", "XDG_CACHE_HOME": "/c"}, "/b/hub"),
        ({"XDG_CACHE_HOME": "/c"}, "/c/huggingface/hub"),
        ({}, "~/.cache/huggingface/hub"),
    ],
)
def test_where_the_cache_lies(environment: Mapping[str, str], expected: str) -> None:
    assert find_hub_cache(environment) == Path(expected).expanduser()


def test_looking_changes_nothing(tmp_path: Path) -> None:
    copied(tmp_path / "mine")
    write_weights(tmp_path / "a.safetensors", sd1())

    def state() -> list[tuple[Path, int, int]]:
        return sorted(
            (path, path.stat().st_mtime_ns, path.stat().st_size) for path in tmp_path.rglob("*")
        )

    before = state()
    below(tmp_path)
    assert state() == before
