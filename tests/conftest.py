"""What holds for every test: a home of its own, no display, no network, nothing left running."""

from __future__ import annotations

import gc
import os
import sys
import threading
import weakref
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from sdstudio.paths import HOME_VARIABLE, find_resources

if TYPE_CHECKING:
    from PySide6.QtCore import QThread

GRACE_SECONDS = 5.0
"""How long a thread that was told to end may take before it counts as left behind."""


def pytest_configure() -> None:
    """Settles what the libraries read once, when they are imported or first used."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    # Numbers, dates and sorting must not depend on whose machine this is.
    os.environ["LANG"] = os.environ["LC_ALL"] = "C.UTF-8"
    os.environ.pop("LANGUAGE", None)


def pytest_collection_finish() -> None:
    """Keeps what was imported out of all garbage collections, as the app does with its imports.

    Else each switch of models in a test looks through all of torch, diffusers and the tests.
    """
    gc.freeze()


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keeps the test, and the programs it starts, away from the user's pictures and settings.

    Gives the folder that stands in for them; it does not exist yet.
    """
    home = tmp_path / "sdstudio-home"
    monkeypatch.setenv(HOME_VARIABLE, str(home))
    monkeypatch.delenv("SDSTUDIO_DEVICE", raising=False)
    return home


@pytest.fixture(autouse=True)
def nothing_left_running(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test that leaves a thread behind: it would disturb the next ones, or end the app ill.

    Set up before the test's other fixtures and torn down after them.
    """
    threads_before = set(threading.enumerate())
    started: list[weakref.ref[QThread]] = []
    qt_core = sys.modules.get("PySide6.QtCore")
    if qt_core is not None:
        start = qt_core.QThread.start

        def start_noted(
            thread: QThread, priority: QThread.Priority = qt_core.QThread.Priority.InheritPriority
        ) -> None:
            started.append(weakref.ref(thread))
            start(thread, priority)

        monkeypatch.setattr(qt_core.QThread, "start", start_noted)
    yield
    left = _threads_left(threads_before)
    if qt_core is not None:
        left += _qt_threads_left(started)
    if left:
        pytest.fail(f"left running: {', '.join(left)}", pytrace=False)


def _threads_left(before: set[threading.Thread]) -> list[str]:
    left = []
    for thread in set(threading.enumerate()) - before:
        # A thread of Qt that ran Python code shows up here too, and cannot be joined.
        if not thread.daemon:
            thread.join(GRACE_SECONDS)
            if thread.is_alive():
                left.append(f"thread {thread.name}")
    return left


def _qt_threads_left(started: list[weakref.ref[QThread]]) -> list[str]:
    import shiboken6
    from PySide6.QtCore import QThreadPool

    left = []
    for reference in started:
        thread = reference()
        if thread is None or not shiboken6.isValid(thread) or not thread.isRunning():
            continue
        if thread.wait(round(GRACE_SECONDS * 1000)):
            continue
        left.append(f"QThread {thread.objectName() or type(thread).__name__}")
        # Destroyed while it runs, it would take the whole test run with it.
        thread.requestInterruption()
        thread.quit()
        thread.wait(round(GRACE_SECONDS * 1000))
    pool = QThreadPool.globalInstance()
    if not pool.waitForDone(round(GRACE_SECONDS * 1000)):
        left.append(f"{pool.activeThreadCount()} tasks of the thread pool")
    return left


@pytest.fixture(scope="session")
def starter_folder() -> Path:
    """The folder of the model that ships with the app; its pipeline lies in ``pipeline``."""
    return find_resources() / "starter-model"
