"""The command line as people use it: in a process of its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from diffusers import StableDiffusionPipeline
from PIL import Image, ImageChops, ImageStat

from sdstudio.additions import Lora
from sdstudio.additions_cli import loras_of
from sdstudio.cli import parse
from sdstudio.gallery.metadata import read_picture
from sdstudio.gallery.store import Gallery
from sdstudio.paths import find_paths
from tests.added_files import save_embedding, save_lora
from tests.tiny_models import save_tiny_sd


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home with a space"


def sdstudio(home: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "sdstudio", *words],
        env=os.environ | {"SDSTUDIO_HOME": str(home)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=200,
    )


def test_a_picture_lands_in_the_gallery(home: Path) -> None:
    done = sdstudio(home, "generate", "青い猫", "--steps", "3", "--seed", "7", "--json")
    assert done.returncode == 0, done.stderr
    (picture,) = json.loads(done.stdout)["pictures"]
    assert picture["seed"] == 7
    assert picture["steps"] == 3
    assert picture["model"] == "Starter (built in)"
    assert picture["device"]
    assert picture["seconds"] > 0
    paths = find_paths(home)
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        (item_id,) = gallery.ids()
        item = gallery.item(item_id)
    assert item is not None
    assert item.path == Path(picture["path"])
    assert item.request is not None
    assert item.request.prompt == "青い猫"


def test_files_previews_and_consecutive_seeds(home: Path, tmp_path: Path) -> None:
    output, previews = tmp_path / "out" / "apple.png", tmp_path / "previews"
    done = sdstudio(
        home, "generate", "a red apple", "--output", str(output), "--previews", str(previews),
        "--count", "2", "--seed", "40", "--steps", "3", "--scheduler", "heun",
        "--width", "64", "--height", "96",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    files = [output.with_name("apple-1.png"), output.with_name("apple-2.png")]
    assert done.stdout.split("\n")[:2] == [str(file) for file in files]
    requests = [read_picture(file).request for file in files]
    assert [request.seed for request in requests if request] == [40, 41]
    for number in ("1", "2"):
        names = sorted(path.name for path in (previews / number).iterdir())
        assert names == ["step-1.png", "step-2.png", "step-3.png"]
        with Image.open(previews / number / "step-3.png") as image:
            assert image.size == (64, 96)
    assert not find_paths(home).pictures.exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["x", "--steps", "0"], "number of steps is 0"),
        (["x", "--seed", "-1"], "seed is -1"),
        (["x", "--seed", str(2**63)], f"seed is {2**63}"),
        (["x", "--guidance", "nan"], "guidance scale is nan"),
        (["x", "--scheduler", "magic"], "no scheduler called “magic”"),
        (["x", "--width", "100"], "multiple of 8"),
        (["x", "--width", "8"], "too small"),
        (["x", "--width", "100000"], "between 8 and 4096"),
        (["x", "--count", "0"], "count is 0"),
        (["x", "--model", "/no/such/model"], "no model at"),
        (["x", "--lora", "/no/such.safetensors:9"], "“such” is 9.0"),
        (["x", "--lora", "/no/such.safetensors"], "“/no/such.safetensors” is not there"),
        (["x <lora:ink:0.8>"], "no LoRA called “ink”"),
        (["x", "--transformer", "/no"], "no part called “transformer”"),
        (["x", "--output", "picture.jpg"], "does not end in .png"),
        (["x", "--animation", "film.avi"], "that of no animation"),
        (["x", "--animation", "a.gif", "--steps-per-second", "0"], "steps per second is 0"),
        (["x", "--animation", "a.gif", "--hold", "nan"], "hold seconds is nan"),
        (["x", "--animation", "a.png", "--output", "a.png"], "cannot both be “a.png”"),
    ],
)
def test_bad_input_is_one_line_and_exit_code_one(
    words: list[str], sentence: str, home: Path
) -> None:
    done = sdstudio(home, "generate", *words)
    assert done.returncode == 1
    assert sentence in done.stderr
    assert done.stderr.count("\n") == 1
    assert done.stdout == ""


@pytest.mark.parametrize(
    "words",
    [
        ["generate"],
        ["paint"],
        ["generate", "x", "--steps", "few"],
        ["generate", "x", "--animation", "a.gif", "--animation-view", "upside-down"],
    ],
)
def test_wrong_usage_is_exit_code_two(words: list[str], home: Path) -> None:
    assert sdstudio(home, *words).returncode == 2


def test_a_picture_that_cannot_go_where_it_should_is_kept(home: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    output = tmp_path / "file" / "apple.png"
    done = sdstudio(home, "generate", "x", "--steps", "2", "--output", str(output))
    assert done.returncode == 1
    assert "could not be written" in done.stderr
    (kept,) = find_paths(home).pictures.rglob("*.png")
    assert str(kept) in done.stderr


def test_without_a_gallery_the_picture_is_kept(home: Path) -> None:
    """One of a later version, for instance; it is listed there once that version is back."""
    home.mkdir()
    with closing(sqlite3.connect(home / "gallery.sqlite3")) as connection:
        connection.execute("PRAGMA user_version = 1000")

    done = sdstudio(home, "generate", "x", "--steps", "2")

    assert done.returncode == 1
    assert "was written by a newer version of sdstudio." in done.stderr
    (picture,) = (home / "pictures").rglob("*.png")
    assert f"The picture was kept as “{picture}”." in done.stderr


def test_previews_that_cannot_be_written_do_not_cost_the_picture(
    home: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    done = sdstudio(home, "generate", "x", "--steps", "2", "--previews", str(tmp_path / "file"))
    assert done.returncode == 0
    assert "could not be written" in done.stderr
    assert Path(done.stdout.strip()).is_file()


def test_the_denoising_as_a_film(home: Path, tmp_path: Path) -> None:
    film = tmp_path / "films" / "apple.gif"
    done = sdstudio(
        home, "generate", "a red apple", "--animation", str(film), "--steps-per-second", "4",
        "--hold", "1.5", "--count", "2", "--steps", "3", "--width", "256", "--height", "256",
        "--json",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    files = [film.with_name("apple-1.gif"), film.with_name("apple-2.gif")]
    pictures = json.loads(done.stdout)["pictures"]
    assert [picture["animation"] for picture in pictures] == [str(file) for file in files]
    for file, picture in zip(files, pictures, strict=True):
        with Image.open(file) as image, Image.open(picture["path"]) as finished:
            durations = []
            for number in range(image.n_frames):  # type: ignore[attr-defined]
                image.seek(number)
                durations.append(image.info["duration"])
            assert durations == [250, 250, 1500]
            difference = ImageChops.difference(image.convert("RGB"), finished.convert("RGB"))
        # No more than 256 colours can tell; the last step of another picture would be far off.
        assert max(ImageStat.Stat(difference).mean) < 12


def test_a_sheet_of_another_view(home: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.png"
    done = sdstudio(
        home, "generate", "a cat", "--steps", "2", "--output", str(tmp_path / "cat.png"),
        "--animation", str(sheet), "--animation-view", "both",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{tmp_path / 'cat.png'}\n"
    with Image.open(sheet) as image:
        assert image.width > 512  # two pictures of 128, twice as large, side by side


def test_a_film_that_cannot_be_written_does_not_cost_the_picture(
    home: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("no folder")
    film = tmp_path / "file" / "film.webp"
    done = sdstudio(home, "generate", "x", "--steps", "2", "--count", "2", "--animation", str(film))
    assert done.returncode == 1
    assert "could not be written" in done.stderr
    assert done.stderr.count("\n") == 1
    assert [Path(line).is_file() for line in done.stdout.splitlines()] == [True, True]


def test_a_long_prompt_is_told_where_it_was_cut(home: Path) -> None:
    done = sdstudio(home, "generate", "apple pie " * 1000, "--steps", "1")
    assert done.returncode == 0
    assert "this model reads 77" in done.stderr


def test_a_lora_a_word_and_a_vae_are_added(home: Path, tmp_path: Path) -> None:
    folder = save_tiny_sd(tmp_path / "model")
    pipeline = StableDiffusionPipeline.from_pretrained(folder)
    lora = save_lora(pipeline, tmp_path / "a:b.safetensors", seed=1)
    named = find_paths(home).models / "ink.safetensors"
    named.parent.mkdir(parents=True)
    save_lora(pipeline, named, seed=2)
    word = save_embedding(tmp_path / "bad-hands.safetensors", seed=1)
    vae = folder / "vae" / "diffusion_pytorch_model.safetensors"
    shutil.copy(vae, tmp_path / "mse.safetensors")

    done = sdstudio(
        home, "generate", "a cat, <lora:ink:0.5> bad-hands", "--model", str(folder), "--steps", "2",
        "--lora", f"{lora}:0.8", "--embedding", str(word),
        "--vae", str(tmp_path / "mse.safetensors"), "--json",
    )  # fmt: skip

    assert (done.returncode, done.stderr) == (0, "")
    (picture,) = json.loads(done.stdout)["pictures"]
    assert [(each["kind"], each["name"]) for each in picture["added"]] == [
        ("lora", "a:b"),
        ("lora", "ink"),
        ("embedding", "bad-hands"),
        ("vae", "mse"),
    ]
    request = read_picture(Path(picture["path"])).request
    assert request is not None
    assert request.loras == (Lora(str(lora), 0.8), Lora(str(named), 0.5))
    assert request.prompt == "a cat, bad-hands"


def test_weights_and_colons(tmp_path: Path) -> None:
    (tmp_path / "a:2").touch()

    def weighed(text: str) -> Lora:
        return loras_of(parse(["generate", "x", "--lora", text]))[0]

    assert weighed(f"{tmp_path}/b.safetensors") == Lora(f"{tmp_path}/b.safetensors", 1)
    assert weighed(f"{tmp_path}/b.safetensors:-0.5") == Lora(f"{tmp_path}/b.safetensors", -0.5)
    assert weighed(f"{tmp_path}/a:2") == Lora(f"{tmp_path}/a:2", 1)
    assert weighed(f"{tmp_path}/a:2:0.5") == Lora(f"{tmp_path}/a:2", 0.5)
    assert weighed(r"C:\loras\b.safetensors").weight == 1
    assert weighed(r"C:\loras\b.safetensors:0.5").path.endswith(r"C:\loras\b.safetensors")


def test_no_qt_and_no_torch_until_needed() -> None:
    code = (
        "import sys; from sdstudio import cli; cli.parse(['generate', 'x']);"
        "print([name for name in ('PySide6', 'torch', 'diffusers') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_generating_imports_no_qt(home: Path) -> None:
    code = (
        "import sys; sys.argv = ['sdstudio', 'generate', 'x', '--steps', '1'];"
        "from sdstudio.__main__ import main; assert main() == 0;"
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"SDSTUDIO_HOME": str(home)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip().endswith("[]")


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGINT to one process")
def test_ctrl_c_stops_and_keeps_what_is_finished(home: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "sdstudio", "generate", "a cat", "--count", "1000", "--steps", "2"],
        env=os.environ | {"SDSTUDIO_HOME": str(home)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        bufsize=1,
    )
    assert process.stdout is not None
    first = process.stdout.readline().strip()
    process.send_signal(signal.SIGINT)
    rest, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert errors.strip().endswith("stopped.")
    for line in [first, *rest.split()]:
        assert read_picture(Path(line)).request is not None


def test_doctor_tells_what_this_installation_runs_on(home: Path) -> None:
    done = sdstudio(home, "doctor")
    assert done.returncode == 0, done.stderr
    for word in ("torch", "diffusers", "starter model", "device: "):
        assert word in done.stdout


def test_a_model_file_chosen_by_mistake_is_one_line(home: Path, tmp_path: Path) -> None:
    lora = tmp_path / "a lora.safetensors"
    header = b'{"lora_unet_x.lora_up.weight":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}}'
    lora.write_bytes(len(header).to_bytes(8, "little") + header + b"\0")
    done = sdstudio(home, "generate", "a cat", "--model", str(lora))
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert f"“{lora}” is a LoRA" in done.stderr


def test_names_of_files_open_the_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("a.png", "-b.png", "generate", "\udcff\n.webp"):
        Path(name).touch()
    Path("model").mkdir()
    for words, files in (
        (["a.png"], ["a.png"]),
        (["a.png", "gone.png", "model"], ["a.png", "gone.png", "model"]),
        (["--home", "here", "\udcff\n.webp"], ["\udcff\n.webp"]),
        (["--", "-b.png"], ["-b.png"]),
        ([], []),
        (["./generate"], ["./generate"]),
    ):
        found = parse(words)
        assert (found.command, found.files) == (None, files)
    assert parse(["--home", "here", "a.png"]).home == Path("here")
    assert parse(["generate", "a.png"]).command == "generate"
    for words, told in (
        (["genrate", "a cat"], "invalid choice: 'genrate'"),
        (["gone.png"], "there is no file “gone.png”"),
        (["model/gone"], "there is no file “model/gone”"),
        (["a.png", "--steps", "3"], "unrecognized arguments|invalid choice"),
    ):
        with pytest.raises(SystemExit) as ended:
            parse(words)
        assert ended.value.code == 2
        assert re.search(told, capsys.readouterr().err)
