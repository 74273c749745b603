"""Which torch a start uses, in real processes: the build that is chosen, or the app's own."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from sdstudio.torch_build import (
    TorchBuild,
    choose,
    read_choice,
    shipped_version,
    write_record,
)
from tests.acceleration.stand_ins import ABORTING, NOT_IMPORTABLE, TORCH, WORKING
from tests.programs import run_program

START = """
import importlib.metadata, importlib.util, os, sys
from pathlib import Path
from sdstudio import torch_build
from sdstudio.request import SdstudioError
folder = Path(sys.argv[1])
complaint = torch_build.activate(folder)
if sys.argv[2:] == ["import"]:
    try:
        with torch_build.importing():
            import torch
    except SdstudioError as error:
        print("error:", error)
print("torch:", importlib.util.find_spec("torch").origin)
print("version:", importlib.metadata.version("torch"))
print("shipped:", torch_build.shipped_version(folder))
print("complaint:", complaint)
"""


def build(folder: Path, source: str = WORKING, version: str = f"{TORCH}+cu130") -> TorchBuild:
    """A build that is there and chosen."""
    place = folder / f"torch-{version}"
    (place / "torch").mkdir(parents=True)
    (place / "torch/__init__.py").write_text(source, encoding="utf-8")
    information = place / f"torch-{version}.dist-info"
    information.mkdir()
    (information / "METADATA").write_text(
        f"Metadata-Version: 2.1\nName: torch\nVersion: {version}\n"
    )
    made = TorchBuild(folder=place, version=version, size=1, card="A card")
    write_record(made, place)
    choose(folder, made)
    return made


def start(folder: Path, *words: str) -> dict[str, str]:
    """What a start says."""
    done = run_program(START, str(folder), *words)
    return dict(line.split(": ", 1) for line in done.stdout.splitlines())


def test_the_chosen_build_comes_before_the_apps_own(tmp_path: Path) -> None:
    made = build(tmp_path)
    said = start(tmp_path, "import")
    assert said == {
        "torch": str(made.folder / "torch/__init__.py"),
        "version": made.version,
        "shipped": shipped_version(tmp_path),
        "complaint": "None",
    }
    assert [path.name for path in tmp_path.glob("starting-*")] == []

    # The way out, whatever is chosen.
    os.environ["SDSTUDIO_TORCH"] = "bundled"
    try:
        assert not start(tmp_path)["torch"].startswith(str(tmp_path))
    finally:
        del os.environ["SDSTUDIO_TORCH"]


def test_after_a_crash_the_next_start_uses_the_apps_own(tmp_path: Path) -> None:
    build(tmp_path, ABORTING)
    assert run_program(START, str(tmp_path), "import", check=False).returncode != 0
    assert [path.name for path in tmp_path.glob("starting-*")] != []
    for _ in range(2):  # until the user does something about it
        said = start(tmp_path)
        assert not said["torch"].startswith(str(tmp_path))
        assert "did not start the last time; the processor is used" in said["complaint"]
    choice = read_choice(tmp_path)
    assert choice is not None
    choose(tmp_path, choice.build)
    assert start(tmp_path)["complaint"] == "None"


def test_a_start_that_is_still_going_on_is_no_crash(tmp_path: Path) -> None:
    import psutil

    made = build(tmp_path)
    mark = tmp_path / f"starting-{os.getpid()}"
    mark.write_text(json.dumps(psutil.Process().create_time()))
    assert start(tmp_path)["torch"].startswith(str(made.folder))
    # Another process that has the number now.
    mark.write_text(json.dumps(1.0))
    assert "did not start the last time" in start(tmp_path)["complaint"]


def test_a_build_that_cannot_be_imported_is_told_and_given_up(tmp_path: Path) -> None:
    build(tmp_path, NOT_IMPORTABLE)
    said = start(tmp_path, "import")
    assert "libcublas.so.13: cannot open shared object file. Start the app again" in said["error"]
    said = start(tmp_path)
    assert not said["torch"].startswith(str(tmp_path))
    assert "did not start the last time" in said["complaint"]


@pytest.mark.parametrize("other", ["torch", "python"])
def test_a_build_of_another_version_of_the_app(other: str, tmp_path: Path) -> None:
    version = "1.0.0+cu130" if other == "torch" else f"{TORCH}+cu130"
    made = build(tmp_path, version=version)
    if other == "python":
        record = made.folder / "sdstudio-build.json"
        record.write_text(record.read_text().replace(sys.implementation.cache_tag, "cpython-399"))
    said = start(tmp_path)
    assert not said["torch"].startswith(str(tmp_path))
    assert f"torch {version}) do not fit" in said["complaint"]
    assert f"needs torch {TORCH}" in said["complaint"]
    assert "Use my GPU" in said["complaint"]


@pytest.mark.parametrize("damage", ["choice", "record", "gone"])
def test_a_damaged_build_is_not_used(damage: str, tmp_path: Path) -> None:
    made = build(tmp_path)
    if damage == "choice":
        (tmp_path / "chosen.json").write_bytes(b'{"name": "../elsewhere"}')
    elif damage == "record":
        (made.folder / "sdstudio-build.json").write_bytes(b"\xff")
    else:
        (made.folder / "torch").rename(made.folder / "elsewhere")
    said = start(tmp_path)
    assert not said["torch"].startswith(str(tmp_path))
    assert "are damaged" in said["complaint"]


def test_nothing_chosen_nothing_said(tmp_path: Path) -> None:
    assert start(tmp_path / "not there")["complaint"] == "None"
