"""``sdstudio inspect``: the X-ray's numbers as tables, JSON and scripts."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, cast

import numpy as np
import pytest
from PIL import Image

from sdstudio import cli
from sdstudio.inspect_cli import inspected
from sdstudio.paths import find_paths
from sdstudio.request import MAX_PROMPT, SdstudioError
from sdstudio.session import GenerationSession, Observer, never
from tests.diffusion.xray.scripts import outcome
from tests.test_cli import sdstudio
from tests.test_same_pixels import Silent
from tests.tiny_models import save_tiny_flux

Inspect = Callable[..., str]
SILENT = cast("Observer", Silent())


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[GenerationSession]:
    session = GenerationSession(find_paths(tmp_path_factory.mktemp("home")))
    yield session
    session.release()


@pytest.fixture
def inspect(session: GenerationSession) -> Inspect:
    """Runs the words after ``sdstudio inspect`` and gives what they print."""

    def ask(*words: str) -> str:
        return inspected(cli.parse(["inspect", *words]), session, SILENT, never)

    return ask


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pictures") / "a picture.png"
    shades = np.linspace(0, 255, 64 * 48 * 3).reshape(48, 64, 3)
    Image.fromarray(shades.astype(np.uint8)).save(path)
    return path


def test_the_puppys_tokens(inspect: Inspect) -> None:
    lines = inspect("tokens", "A picture of a puppy").splitlines()
    assert [line.split()[1] for line in lines[1:8]] == [
        *("49406", "320", "1674", "539", "320", "6829", "49407"),
    ]
    assert lines[8] == "+ 70 of padding, id 49407"
    told = json.loads(inspect("tokens", "A picture of a puppy", "--json"))
    assert [token["id"] for token in told["tokens"]] == (
        [49406, 320, 1674, 539, 320, 6829, 49407] + [49407] * 70
    )
    assert told["used"] == 7


def test_tokens_that_are_not_read(inspect: Inspect) -> None:
    text = inspect("tokens", "apple pie " * 60)
    assert "45 more are not read: pie apple" in text or "45 more are not read: apple pie" in text
    assert text.endswith("77 of 77 are used.")


def test_the_map(inspect: Inspect) -> None:
    text = inspect("pipeline", "--width", "64", "--guidance", "1")
    assert text.startswith("StableDiffusionPipeline\n")
    assert "1 × 4 × 16 × 8" in text
    assert "guided" not in text
    told = json.loads(inspect("pipeline", "--json"))
    assert [part["name"] for part in told["parts"]][-1] == "vae"
    assert told["flows"][-1] == {
        "source": "vae",
        "target": "image",
        "what": "image",
        "shape": [1, 3, 128, 128],
    }


def test_the_embedding(inspect: Inspect) -> None:
    text = inspect("embedding", "a red apple", "--negative", "green")
    assert "77 × 128" in text
    assert "against the negative prompt" in text
    told = json.loads(inspect("embedding", "a red apple", "--json"))
    assert set(told["prompt"]) == {"shape", "mean", "std", "min", "max"}
    assert np.shape(told["similarity"]["values"]) == (5, 5)
    full = json.loads(inspect("embedding", "a red apple", "--json", "--full"))
    values = np.array(full["prompt"]["values"])
    assert values.shape == (77, 128)
    assert values.mean() == pytest.approx(told["prompt"]["mean"], abs=1e-6)
    assert "77 × 77" in inspect("embedding", "apple pie " * 60)  # too wide for a table


def test_the_schedule(inspect: Inspect) -> None:
    words = ("schedule", "--scheduler", "lms", "--steps", "20", "--noise-schedule", "linear")
    lines = inspect(*words).splitlines()
    assert lines[0] == "LMS"
    assert [line.split()[1] for line in lines[3:6]] == ["999.0000", "946.4211", "893.8421"]
    told = json.loads(inspect(*words, "--json"))
    assert told["timesteps"] == pytest.approx(np.linspace(999, 0, 20), abs=1e-3)
    assert told["alphas_cumprod"]["shape"] == [1000]
    assert len(json.loads(inspect("schedule", "--json"))["sigmas"]) == 20


def test_guidance(inspect: Inspect) -> None:
    words = ("guidance", "a red apple", "--step", "2", "--steps", "3", "--width", "64")
    text = inspect(*words, "--guidance", "3.5")
    assert text.startswith("step 2, guidance scale 3.5\n")
    assert text.count("4 × 16 × 8") == 4
    told = json.loads(inspect(*words, "--json", "--full", "--seed", "5"))
    assert np.shape(told["conditional"]["values"]) == (4, 16, 8)


def test_the_vae(inspect: Inspect, picture: Path) -> None:
    assert inspect("vae", str(picture)).startswith("64 × 48 pixels, PSNR ")
    told = json.loads(inspect("vae", str(picture), "--json"))
    assert told["original"] == {"width": 64, "height": 48}
    assert told["latents"]["shape"] == [4, 6, 8]
    assert told["psnr"] > 10


def script_words(picture: Path) -> list[tuple[str, ...]]:
    return [
        ("pipeline", "--width", "64", "--height", "64"),
        ("tokens", "a cat"),
        ("embedding", "a cat"),
        ("schedule", "--steps", "5"),
        ("guidance", "a cat", "--step", "2", "--steps", "2", "--width", "64", "--height", "64"),
        ("vae", str(picture)),
    ]


def test_the_scripts_run_as_they_are_printed(inspect: Inspect, picture: Path) -> None:
    left: dict[str, Any] = {}
    for words in script_words(picture):
        left |= outcome(inspect(*words, "--code"))
    assert left["shapes"]["image"] == (1, 3, 64, 64)
    assert left["ids"][1:3] == [320, 2368]
    assert left["prompt_embeds"].shape == (1, 77, 128)
    assert len(left["timesteps"]) == 5
    told = json.loads(inspect("vae", str(picture), "--json"))
    assert float(left["psnr"]) == pytest.approx(told["psnr"], abs=1e-3)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("schedule", "--steps", "0"), "number of steps is 0"),
        (("schedule", "--scheduler", "magic"), "no scheduler called “magic”"),
        (("schedule", "--scheduler", "flow_euler"), "cannot be run with the scheduler"),
        (("pipeline", "--width", "100"), "multiple of 8"),
        (("tokens", "x" * (MAX_PROMPT + 1)), "at most"),
        (("embedding", "x", "--negative", "\udcff"), "not valid Unicode"),
        (("guidance", "x", "--step", "4", "--steps", "3"), "There is no step 4"),
        (("tokens", "x", "--model", "/no/such/model"), "no model at"),
        (("vae", "/no/such/picture.png"), "is not there"),
        (("vae", __file__), "is damaged, or no PNG"),
    ],
)
def test_what_is_wrong_is_told_in_a_sentence(
    words: tuple[str, ...], sentence: str, inspect: Inspect
) -> None:
    with pytest.raises(SdstudioError) as refused:
        inspect(*words)
    assert sentence in str(refused.value)


def test_what_does_not_apply_is_told_in_a_sentence(tmp_path: Path) -> None:
    folder = save_tiny_flux(tmp_path / "flux")
    session = GenerationSession(find_paths(tmp_path / "home"))
    words = ["inspect", "schedule", "--model", str(folder), "--noise-schedule", "linear"]
    with pytest.raises(SdstudioError, match="flow model"):
        inspected(cli.parse(words), session, SILENT, never)


def test_the_program_prints_one_document(tmp_path: Path) -> None:
    done = sdstudio(tmp_path / "home", "inspect", "tokens", "a cat", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["used"] == 4
    assert done.stderr == ""


def test_the_program_tells_errors_in_one_line(tmp_path: Path) -> None:
    missing = str(tmp_path / "none.png")
    done = sdstudio(tmp_path / "home", "inspect", "vae", missing)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr == f"sdstudio: The picture “{missing}” is not there.\n"


@pytest.mark.parametrize(
    "words",
    [[], ["soul"], ["tokens"], ["guidance", "x"], ["tokens", "x", "--json", "--code"]],
)
def test_wrong_usage_is_exit_code_two(words: list[str]) -> None:
    with pytest.raises(SystemExit) as left:
        cli.parse(["inspect", *words])
    assert left.value.code == 2
