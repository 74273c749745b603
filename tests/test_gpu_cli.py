"""``sdstudio gpu``, from the first question to the removal, with a stand-in for card and index."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from sdstudio import cli
from sdstudio.acceleration.cards import Cards
from sdstudio.gpu_cli import run_gpu
from sdstudio.paths import Paths, find_paths
from sdstudio.request import SdstudioError
from tests.acceleration.stand_ins import CARDS, TORCH, fill, never
from tests.models.hub_server import HubOnLoopback, serving


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubOnLoopback]:
    with serving() as found:
        fill(found)
        monkeypatch.setenv("SDSTUDIO_TORCH_INDEX", f"{found.endpoint}/whl")
        monkeypatch.setenv("SDSTUDIO_PACKAGE_INDEX", f"{found.endpoint}/simple")
        yield found


@pytest.fixture
def paths() -> Paths:
    return find_paths()


def found_cards() -> Cards:
    return CARDS


def gpu(paths: Paths, *words: str) -> tuple[str, list[str]]:
    """What it prints, and what goes to stderr."""
    said: list[str] = []
    text = run_gpu(cli.parse(["gpu", *words]), paths, said.append, never, found_cards)
    return text, said


def test_told_fetched_used_and_removed(server: HubOnLoopback, paths: Paths) -> None:
    text, _ = gpu(paths, "status")
    assert "card: Stand-in 4060, 8.6 GB" in text
    assert "Nothing was fetched for a card" in text
    plan = json.loads(gpu(paths, "install", "--dry-run", "--json")[0])
    assert plan["version"] == f"{TORCH}+cu130"
    assert len(plan["files"]) == 6
    assert plan["missing_bytes"] == plan["bytes"] == sum(one["bytes"] for one in plan["files"])
    assert not paths.acceleration.exists()

    text, said = gpu(paths, "install")
    assert text == f"“Stand-in 4060” is used from the next start on, by torch {TORCH}+cu130."
    assert "in 6 files" in said[0]
    status = json.loads(gpu(paths, "status", "--json")[0])
    assert status["build"]["is_chosen"]
    assert status["build"]["fits"]
    assert "It is used from the next start on" in gpu(paths, "status")[0]

    freed = json.loads(gpu(paths, "remove", "--json")[0])["freed_bytes"]
    assert freed >= status["build"]["bytes"]
    assert json.loads(gpu(paths, "status", "--json")[0])["build"] is None


def test_offline_by_choice(
    server: HubOnLoopback, paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(cli.parse(["models", "offline", "on"])) == 0
    with pytest.raises(SdstudioError, match="offline by choice"):
        gpu(paths, "install")
    # Whether or not there is a card here, it is one sentence.
    assert cli.run(cli.parse(["gpu", "install"])) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert server.asked == []
