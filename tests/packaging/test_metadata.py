"""What goes into a package: versions that agree, and every file the app looks up."""

from __future__ import annotations

import ast
import json
import re
import tomllib
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import sdstudio
from sdstudio.paths import find_resources

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pins() -> dict[str, str]:
    """Package -> version, from the constraints."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pinned = [Requirement(line) for line in lines if line and not line.startswith("#")]
    versions = {canonicalize_name(one.name): str(one.specifier) for one in pinned}
    assert len(versions) == len(pinned)
    return {name: version.removeprefix("==") for name, version in versions.items()}


def test_the_version_is_the_same_everywhere(pyproject: dict[str, Any]) -> None:
    assert pyproject["project"]["version"] == sdstudio.__version__
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## [{sdstudio.__version__}]" in changes


def test_every_requirement_has_a_pin_that_it_accepts(
    pyproject: dict[str, Any], pins: dict[str, str]
) -> None:
    project = pyproject["project"]
    for text in (*project["dependencies"], *chain(*project["optional-dependencies"].values())):
        requirement = Requirement(text)
        assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)]), text


def test_pins_are_exact_and_hold_for_every_build(pins: dict[str, str]) -> None:
    for name, version in pins.items():
        # A local label such as +cpu would shut out every other build of the package.
        assert re.fullmatch(r"\d+(\.\d+)*", version), f"{name}: {version}"


def test_the_wheel_holds_the_resources_where_the_app_looks(pyproject: dict[str, Any]) -> None:
    wheel = pyproject["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert sorted(wheel["only-include"]) == ["resources", "sdstudio"]
    assert wheel["sources"] == {"resources": "sdstudio/resources"}
    assert find_resources() == ROOT / "resources"


def test_the_files_that_the_metadata_names_are_there(pyproject: dict[str, Any]) -> None:
    project = pyproject["project"]
    for name in (project["readme"], *project["license-files"]):
        assert (ROOT / name).is_file(), name
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert "Apache License" in text
    assert "END OF TERMS AND CONDITIONS" in text


def test_the_starter_model_is_whole(starter_folder: Path) -> None:
    """Each part that its index names has a configuration, and each network its weights."""
    pipeline = starter_folder / "pipeline"
    index = json.loads((pipeline / "model_index.json").read_text(encoding="utf-8"))
    parts = {name for name, value in index.items() if isinstance(value, list) and value[0]}
    assert parts >= {"unet", "vae", "text_encoder", "tokenizer", "scheduler"}
    for part in parts:
        assert list((pipeline / part).glob("*config.json")), part
    for network in ("unet", "vae", "text_encoder"):
        assert list((pipeline / network).glob("*.safetensors")), network
    assert json.loads((starter_folder / "sdstudio.json").read_text(encoding="utf-8"))


def test_every_icon_that_the_window_names_is_there() -> None:
    named = {
        part.value
        for module in (ROOT / "sdstudio" / "gui").glob("*.py")
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("attach", "pixmap")
        for argument in node.args
        for part in ast.walk(argument)
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }
    assert named >= {"generate", "stop", "dice"}
    assert named <= {path.stem for path in (ROOT / "resources" / "icons").glob("*.svg")}


def test_the_starter_model_names_no_folder_of_whoever_made_it(starter_folder: Path) -> None:
    """diffusers writes into a config where it was read from."""
    for path in starter_folder.rglob("*config.json"):
        assert "_name_or_path" not in json.loads(path.read_text(encoding="utf-8")), path
