"""Folders that change while they are watched."""

from __future__ import annotations

import errno
import logging
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from watchdog.observers import Observer

from sdstudio import watching
from sdstudio.watching import FolderWatch

SECONDS = 20.0


class Told:
    """What a watch has told."""

    def __init__(self) -> None:
        self.calls: list[frozenset[Path]] = []
        self._condition = threading.Condition()

    def note(self, paths: frozenset[Path]) -> None:
        with self._condition:
            self.calls.append(paths)
            self._condition.notify_all()

    def wait_for(self, path: Path) -> None:
        with self._condition:
            found = self._condition.wait_for(
                lambda: any(path in paths for paths in self.calls), SECONDS
            )
        assert found, (path, self.calls)


Watch = Callable[..., Told]


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Watches folders until the test ends."""
    opened: list[FolderWatch] = []

    def open_one(*folders: Path, quiet: float = 0.05) -> Told:
        told = Told()
        opened.append(FolderWatch(folders, told.note, quiet=quiet, look_again=0.05))
        return told

    yield open_one
    for one in opened:
        one.close()
        one.close()


def test_files_at_any_depth(watch: Watch, tmp_path: Path) -> None:
    told = watch(tmp_path)
    deep = tmp_path / "SD 模型" / "🐼"
    deep.mkdir(parents=True)
    told.wait_for(tmp_path / "SD 模型")
    (deep / "a.safetensors").write_bytes(b"x")
    told.wait_for(deep / "a.safetensors")
    (deep / "a.safetensors").rename(deep / "b.safetensors")
    told.wait_for(deep / "b.safetensors")
    told.calls.clear()
    (deep / "b.safetensors").unlink()
    told.wait_for(deep / "b.safetensors")


def test_many_changes_are_few_calls(watch: Watch, tmp_path: Path) -> None:
    told = watch(tmp_path, quiet=0.5)
    for number in range(50):
        (tmp_path / f"{number}").write_bytes(b"x")
    told.wait_for(tmp_path / "49")
    assert len(told.calls) < 5


def test_whoever_is_told_may_look_without_being_told_of_it(watch: Watch, tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"x")
    told = watch(tmp_path)
    file.read_bytes()
    list(tmp_path.iterdir())
    (tmp_path / "end").write_bytes(b"x")
    told.wait_for(tmp_path / "end")
    assert not any(file in paths for paths in told.calls)


def test_a_folder_that_comes_goes_and_comes_back(watch: Watch, tmp_path: Path) -> None:
    folder = tmp_path / "drive" / "models"
    told = watch(folder)
    for _ in range(2):
        folder.mkdir(parents=True)
        told.wait_for(folder)
        told.calls.clear()
        (folder / "a").write_bytes(b"x")
        told.wait_for(folder / "a")
        told.calls.clear()
        shutil.rmtree(folder.parent)
        told.wait_for(folder)
        told.calls.clear()


@pytest.mark.parametrize("is_deep", [False, True])
def test_where_the_system_watches_no_more_it_is_looked_through(
    is_deep: bool,
    tmp_path: Path,
    watch: Watch,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """As when ``fs.inotify.max_user_watches`` is reached, which only root can bring about."""

    observer: Any = Observer
    schedule_really = observer.schedule

    def schedule(*words: Any, recursive: bool, **more: Any) -> Any:
        if recursive and is_deep:  # then watchdog leaves out what lies deep inside
            return schedule_really(*words, recursive=recursive, **more)
        raise OSError(errno.ENOSPC, "too many folders are watched")

    monkeypatch.setattr(Observer, "schedule", schedule)
    monkeypatch.setattr(watching, "_POLL_SECONDS", 0.05)
    with caplog.at_level(logging.WARNING):
        told = watch(tmp_path)
    assert "too many folders are watched" in caplog.text
    (tmp_path / "a").write_bytes(b"x")
    told.wait_for(tmp_path / "a")


def test_an_error_in_what_is_called_ends_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    calls: list[frozenset[Path]] = []
    again = threading.Event()

    def fail(paths: frozenset[Path]) -> None:
        calls.append(paths)
        if len(calls) > 1:
            again.set()
        raise ValueError("a bug")

    one = FolderWatch([tmp_path], fail, quiet=0.01, look_again=0.05)
    number = 0
    while not again.wait(0.05):
        number += 1
        (tmp_path / str(number)).write_bytes(b"x")
        assert number < 400
    one.close()
    assert "a bug" in caplog.text
    assert len(calls) >= 2


def test_after_the_end_nothing_is_told(tmp_path: Path) -> None:
    told = Told()
    one = FolderWatch([tmp_path, tmp_path / "absent"], told.note, quiet=0.01, look_again=0.05)
    one.close()
    count = len(told.calls)
    (tmp_path / "a").write_bytes(b"x")
    assert len(told.calls) == count
    assert not one._thread.is_alive()
