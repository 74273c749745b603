"""``sdstudio models`` as people use it: in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sdstudio.models.library_settings import load_library, update_library
from sdstudio.paths import find_paths, find_resources
from tests.models.weight_files import LORA, sd1, write_weights

Sdstudio = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home with a space"


@pytest.fixture
def sdstudio(home: Path, tmp_path: Path) -> Sdstudio:
    """Runs the words after ``sdstudio models``."""
    places = {
        "SDSTUDIO_HOME": str(home),
        "HF_HUB_CACHE": str(tmp_path / "hub"),
        "XDG_DATA_HOME": str(tmp_path / "share"),
    }

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "sdstudio", "models", *words],
            env=os.environ | places,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            timeout=200,
        )

    return run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of models, with a difficult name."""
    root = tmp_path / "ComfyUI 模型 🐼" / "models"
    shutil.copytree(find_resources() / "starter-model" / "pipeline", root / "diffusers" / "mine")
    write_weights(root / "loras" / "style.safetensors", LORA)
    return root


def test_a_folder_is_added_listed_and_forgotten(
    sdstudio: Sdstudio, folder: Path, home: Path
) -> None:
    paths = find_paths(home)
    before = update_library(paths, lambda library: replace(library, opened=("/gone",)))
    done = sdstudio("add", str(folder))
    assert done.returncode == 0, done.stderr
    assert "it holds 2 models" in done.stdout
    assert load_library(paths)[0] == replace(before, roots=(str(folder),))
    assert "already" in sdstudio("add", str(folder)).stdout

    done = sdstudio("list", "--json")
    document = json.loads(done.stdout)
    assert document["folders"] == [{"path": str(folder), "is_there": True}]
    models = {model["name"]: model for model in document["models"]}
    assert list(models) == ["Starter (built in)", "Faces (built in)", "gone", "style", "mine"]
    assert models["mine"]["reference"] == models["mine"]["path"]
    assert models["mine"]["complaint"] is None
    assert models["mine"]["memory_cpu"] == 2 * models["mine"]["memory_cuda"]
    assert "makes no pictures by itself" in models["style"]["complaint"]
    assert "There is no model" in models["gone"]["complaint"]

    lines = sdstudio("list").stdout.splitlines()
    assert lines[0].split() == [
        *("NAME", "KIND", "FAMILY", "SIDE", "ON", "DISK", "LICENCE", "REFERENCE"),
    ]
    assert any(line.startswith("mine") and line.endswith("diffusers/mine") for line in lines)
    assert [line for line in lines if line.startswith("not usable: ")][-1].endswith("by itself.")

    assert sdstudio("forget", str(folder)).returncode == 0
    assert load_library(paths)[0] == before
    assert folder.is_dir()


def test_without_torch_and_qt() -> None:
    """The list is told at once, not after seconds of imports."""
    program = (
        "import sys, sdstudio.cli as cli; cli.run(cli.parse(['models', 'list']));"
        "print({'torch', 'diffusers', 'PySide6'} & set(sys.modules))"
    )
    words = [sys.executable, "-c", program]
    done = subprocess.run(words, capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.splitlines()[-1] == "set()"


def test_verify(sdstudio: Sdstudio, folder: Path) -> None:
    sdstudio("add", str(folder))
    assert "recorded, to be compared with next time" in sdstudio("verify", "mine").stdout
    path = folder / "diffusers" / "mine"
    assert "; whole." in sdstudio("verify", str(path)).stdout
    weights = path / "unet" / "diffusion_pytorch_model.safetensors"
    data = bytearray(weights.read_bytes())
    data[-5] ^= 4
    weights.write_bytes(bytes(data))
    done = sdstudio("verify", "mine")
    assert done.returncode == 1
    assert "is damaged or was replaced" in done.stderr
    assert done.stderr.count("\n") == 1
    assert sdstudio("verify", "mine", "--accept").returncode == 0
    assert "; whole." in sdstudio("verify", "mine").stdout


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux's trash")
def test_remove(sdstudio: Sdstudio, folder: Path, tmp_path: Path) -> None:
    path = folder / "diffusers" / "mine"
    sdstudio("add", str(folder))
    done = sdstudio("remove", "mine")
    assert done.returncode == 1
    assert "Add --yes to do it." in done.stderr
    assert path.is_dir()
    done = sdstudio("remove", "mine", "--yes")
    assert done.returncode == 0, done.stderr
    assert not path.exists()
    assert (tmp_path / "share" / "Trash" / "files" / "mine" / "model_index.json").is_file()
    assert sdstudio("remove", "mine", "--yes").returncode == 1


def test_what_is_not_the_users_stays(sdstudio: Sdstudio, tmp_path: Path) -> None:
    snapshot = tmp_path / "hub" / "models--a--b" / "snapshots" / "main"
    shutil.copytree(find_resources() / "starter-model" / "pipeline", snapshot)
    for words, sentence in (
        (("starter", "--yes"), "part of the app and stays"),
        (("a/b", "--yes"), "lies in none of your model folders"),
    ):
        done = sdstudio("remove", *words)
        assert done.returncode == 1
        assert sentence in done.stderr
    assert (snapshot / "model_index.json").is_file()


def test_a_link_out_of_the_folder_is_no_way_to_remove_what_it_leads_to(
    sdstudio: Sdstudio, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    write_weights(outside / "a.safetensors", sd1())
    root = tmp_path / "root"
    root.mkdir()
    (root / "link").symlink_to(outside, target_is_directory=True)
    sdstudio("add", str(root))
    done = sdstudio("remove", "a", "--yes")
    assert done.returncode == 1
    assert "lies in none of your model folders" in done.stderr
    assert (outside / "a.safetensors").is_file()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["add", "/nowhere"], "There is no folder “/nowhere”"),
        (["forget", "/nowhere"], "is not one of the folders"),
        (["verify", "nothing"], "There is no model “nothing”"),
        (["remove", "nothing"], "There is no model “nothing”"),
    ],
)
def test_errors_are_one_line(sdstudio: Sdstudio, words: list[str], sentence: str) -> None:
    done = sdstudio(*words)
    assert (done.returncode, done.stdout) == (1, "")
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_damaged_list_is_not_replaced(sdstudio: Sdstudio, folder: Path, home: Path) -> None:
    home.mkdir()
    (home / "models.json").write_text('{"roots": ["/a"')
    done = sdstudio("add", str(folder))
    assert done.returncode == 1
    assert "could not be read, so it is not changed" in done.stderr
    (aside,) = home.glob("models.damaged-*")
    assert aside.read_text() == '{"roots": ["/a"'
    assert sdstudio("add", str(folder)).returncode == 0


def test_a_name_that_two_models_have(sdstudio: Sdstudio, tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_weights(tmp_path / "root" / name / "a.safetensors", sd1())
    sdstudio("add", str(tmp_path / "root"))
    done = sdstudio("verify", "a")
    assert done.returncode == 1
    assert "is the name of 2 models" in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems refuse such names")
def test_names_that_are_no_text(sdstudio: Sdstudio, tmp_path: Path) -> None:
    root = tmp_path / "root"
    write_weights(root / os.fsdecode(b"a\xff\n\x1b[2J.safetensors"), sd1())
    sdstudio("add", str(root))
    done = sdstudio("list")
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
    (*_built_in, model) = json.loads(sdstudio("list", "--json").stdout)["models"]
    assert os.fsencode(model["name"]) == b"a\xff\n\x1b[2J"
