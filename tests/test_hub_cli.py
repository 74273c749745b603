"""``sdstudio models`` where it deals with the hub, and models named as on the hub."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import huggingface_hub
import keyring
import pytest
from huggingface_hub import close_session

from sdstudio import cli
from sdstudio.gallery.store import Gallery
from sdstudio.models.hub_folders import incomplete_folder, model_folder
from sdstudio.models.library_settings import load_library
from sdstudio.models.references import typed_reference
from sdstudio.paths import Paths, find_paths, find_resources
from sdstudio.request import STARTER, ModelNotFound
from tests.gui.conftest import made
from tests.models.hub_server import HubOnLoopback, serving
from tests.models.test_hub_search import SOUND
from tests.models.test_hub_token import KeyringInMemory

STARTER_FOLDER = find_resources() / "starter-model" / "pipeline"

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def paths(own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Paths:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
    return find_paths(own_home)


@pytest.fixture
def run(paths: Paths, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the words after ``sdstudio models``: exit code, what was said, and the complaints."""

    def run_words(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = cli.run(cli.parse(["models", *words]))
        said = capsys.readouterr()
        return code, said.out, said.err

    return run_words


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubOnLoopback]:
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", False)
    with serving() as hub:
        yield hub
    close_session()


def test_the_models_of_the_tutorials(run: Run) -> None:
    code, said, _ = run("search")
    assert code == 0
    assert any(
        line.startswith("stable-diffusion-v1-5/stable-diffusion-v1-5 ")
        for line in said.splitlines()
    )
    models = json.loads(run("search", "--json")[1])["models"]
    assert all(model["download_bytes"] > 100_000_000 for model in models)


def test_search_mirror_and_offline(run: Run, server: HubOnLoopback, paths: Paths) -> None:
    server.found = [SOUND]
    assert run("endpoint")[1] == "https://huggingface.co\n"
    assert run("endpoint", f"{server.endpoint}/")[1] == f"{server.endpoint}\n"
    code, said, errors = run("search", "a", "cat")
    assert code == 0, errors
    assert said.splitlines()[1].split()[:3] == ["painter/pictures", SOUND["tags"][2][10:], "12"]
    assert json.loads(run("search", "cat", "--json")[1])["models"][0]["is_supported"] is True

    assert run("offline", "on")[1].startswith("Offline")
    asked = len(server.asked)
    for words in (("search", "cat"), ("download", "painter/pictures")):
        code, said, errors = run(*words)
        assert (code, said) == (1, "")
        assert "You are offline by choice" in errors
    assert len(server.asked) == asked
    assert run("offline")[1].startswith("Offline")
    assert run("offline", "off")[1].startswith("Online")
    assert run("endpoint", "nonsense")[0] == 1
    assert run("endpoint", "default")[1] == "https://huggingface.co\n"
    assert load_library(paths)[0].endpoint == ""


def test_the_token_comes_from_stdin(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "no keyring" in run("token", "status")[1]
    before = keyring.get_keyring()
    backend = KeyringInMemory()
    keyring.set_keyring(backend)
    try:
        assert "has no token for https://huggingface.co" in run("token", "status")[1]
        monkeypatch.setattr("sys.stdin", io.StringIO("hf_secret\n"))
        code, said, errors = run("token", "set")
        assert code == 0, errors
        assert "hf_secret" not in said + errors
        assert list(backend.kept.values()) == ["hf_secret"]
        assert "has a token" in run("token", "status")[1]
        assert "has no token" in run("token", "status", "--endpoint", "https://other.example")[1]
        assert "is forgotten" in run("token", "forget")[1]
        assert "was no token" in run("token", "forget")[1]
    finally:
        keyring.set_keyring(before)


def test_unfinished_downloads(run: Run, paths: Paths) -> None:
    assert "no unfinished" in run("downloads")[1]
    folder = incomplete_folder(paths.models, "a/b-c")
    folder.mkdir(parents=True)
    (folder / "x").write_bytes(bytes(1500))
    assert run("downloads")[1].splitlines()[1].split() == ["a/b-c", "1.5", "kB", "?", "stopped"]
    (told,) = json.loads(run("downloads", "--json")[1])["downloads"]
    assert told["repo_id"] == "a/b-c"
    assert run("discard", "a/b-c")[0] == 0
    assert not folder.exists()
    code, _, errors = run("discard", "a/b-c")
    assert code == 1
    assert "no unfinished download" in errors


def test_what_a_model_is_and_what_uses_it(run: Run, paths: Paths) -> None:
    folder = model_folder(paths.models, "painter/pictures")
    shutil.copytree(STARTER_FOLDER, folder)
    assert run("default")[1] == f"{STARTER}\n"
    assert run("default", "painter/pictures")[0] == 0
    assert run("default")[1] == f"{folder}\n"
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        gallery.add(made("a cat", seed=1, model=str(folder)))
        gallery.add(made("a cat", seed=2, model=str(folder)))
        gallery.add(made("a cat", seed=3))
    _, said, errors = run("info", "painter/pictures")
    assert "it is the default model; 2 pictures in the gallery were made with it" in said, errors
    about = json.loads(run("info", str(folder), "--json")[1])
    assert about["uses"] == {"is_default": True, "pictures": 2}
    parts = {part["name"]: part for part in about["parts"]}
    assert parts["unet"]["bytes_on_disk"] > parts["tokenizer"]["bytes_on_disk"] > 0
    assert "2 pictures" in run("remove", str(folder))[2]
    code, _, errors = run("remove", str(folder), "--yes")
    assert code == 0, errors
    assert load_library(paths)[0].default_model == STARTER


def test_a_name_on_the_hub_is_a_model(paths: Paths, tmp_path: Path) -> None:
    cache = tmp_path / "hub"

    def reference(typed: str) -> str:
        return typed_reference(typed, paths.models, cache, paths.resources)

    assert reference(STARTER) == STARTER
    assert reference("/a/b") == "/a/b"
    assert reference("a/b/c") == str(Path("a/b/c").absolute())
    with pytest.raises(ModelNotFound, match="models download painter/pictures"):
        reference("painter/pictures")
    snapshot = cache / "models--painter--pictures" / "snapshots" / "1"
    shutil.copytree(STARTER_FOLDER, snapshot)
    assert reference("painter/pictures") == str(snapshot)
    (snapshot / "unet" / "config.json").unlink()
    with pytest.raises(ModelNotFound, match="neither a path nor a model"):
        reference("painter/pictures")
    new = model_folder(paths.models, "stable-diffusion-v1-5/stable-diffusion-v1-5")
    shutil.copytree(STARTER_FOLDER, new)
    assert reference("runwayml/stable-diffusion-v1-5") == str(new)
