"""What is remembered of models, when several programs change it."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from sdstudio.models import library_settings
from sdstudio.models.library_settings import (
    LibrarySettings,
    OpenedModels,
    load_library,
    update_library,
)
from sdstudio.paths import Paths, find_paths
from sdstudio.request import StorageFailed
from sdstudio.settings import Settings, save_settings

CHANGED = LibrarySettings(
    roots=("/models", "/ComfyUI 模型/models"),
    opened=("/a", "/b\udcff"),
    default_model="/a",
    endpoint="https://mirror.example",
    offline=True,
)


@pytest.fixture
def paths(own_home: Path) -> Paths:
    return find_paths(own_home)


def test_all_is_remembered(paths: Paths) -> None:
    assert load_library(paths) == (LibrarySettings(), "")
    assert not paths.library_file.exists()
    assert update_library(paths, lambda _: CHANGED) == CHANGED
    assert load_library(paths) == (CHANGED, "")
    for name in LibrarySettings.__dataclass_fields__:
        assert getattr(CHANGED, name) != getattr(LibrarySettings(), name), name


def test_what_an_earlier_version_knew_is_taken_over_once(paths: Paths) -> None:
    old = {"version": 1, "model_roots": ["/models"], "model_folders": ["/a"], "prompt": "a cat"}
    paths.settings_file.parent.mkdir(parents=True)
    paths.settings_file.write_text(json.dumps(old), encoding="utf-8")
    expected = LibrarySettings(roots=("/models",), opened=("/a",))
    assert load_library(paths) == (expected, "")
    # The window writes its settings without them from now on.
    save_settings(paths.settings_file, Settings())
    assert load_library(paths) == (expected, "")
    update_library(paths, lambda library: replace(library, roots=(), opened=()))
    paths.settings_file.write_text(json.dumps(old), encoding="utf-8")
    assert load_library(paths) == (LibrarySettings(), "")


def test_an_open_window_keeps_what_others_write(paths: Paths) -> None:
    window = OpenedModels(paths, ())
    window.save(("/a", "/b"))
    update_library(paths, lambda now: replace(now, roots=("/models",), opened=(*now.opened, "/c")))
    window.save(("/b", "/d"))
    expected = LibrarySettings(roots=("/models",), opened=("/b", "/c", "/d"))
    assert load_library(paths) == (expected, "")


def test_changes_at_the_same_time_are_all_made(paths: Paths) -> None:
    def add(number: int) -> None:
        update_library(paths, lambda now: replace(now, roots=(*now.roots, f"/{number}")))

    threads = [threading.Thread(target=add, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(load_library(paths)[0].roots) == [f"/{number}" for number in range(8)]


def test_a_damaged_file_is_set_aside_and_not_replaced(paths: Paths) -> None:
    paths.library_file.parent.mkdir(parents=True)
    paths.library_file.write_text("{", encoding="utf-8")
    with pytest.raises(StorageFailed, match="not changed"):
        update_library(paths, lambda _: CHANGED)
    (aside,) = paths.library_file.parent.glob("models.damaged-*")
    assert aside.read_text(encoding="utf-8") == "{"
    assert update_library(paths, lambda _: CHANGED) == CHANGED


def test_values_of_the_wrong_kind_fall_back_alone(paths: Paths) -> None:
    paths.library_file.parent.mkdir(parents=True)
    document = {"roots": ["/a", 5], "opened": ["/b"], "offline": 1, "endpoint": None}
    paths.library_file.write_text(json.dumps(document), encoding="utf-8")
    assert load_library(paths) == (LibrarySettings(opened=("/b",)), "")


def test_somebody_who_never_ends_is_told_of(paths: Paths, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(library_settings, "_LOCK_SECONDS", 0.0)
    paths.library_file.parent.mkdir(parents=True)
    with (
        FileLock(paths.library_file.with_name(".models.json.lock")),
        pytest.raises(StorageFailed, match="being changed by another program"),
    ):
        update_library(paths, lambda _: CHANGED)
