"""The fixtures that hold for every test: they are what keeps tests apart, so they are tested."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sdstudio.paths import find_paths

ROOT = Path(__file__).resolve().parents[1]
ENDS_ITS_THREADS = """
import threading
from PySide6.QtCore import QThread
kept = QThread()
def test_ends_what_it_starts(qapp):
    kept.start()
    kept.quit()
    threading.Thread(target=int).start()
"""
LEAVES_A_QTHREAD = """
from PySide6.QtCore import QThread
kept = []
def test_leaves_a_thread(qapp):
    kept.append(QThread(objectName="forgotten"))
    kept[0].start(QThread.Priority.LowPriority)
"""
LEAVES_A_THREAD = """
import threading
ended = threading.Event()
def test_leaves_a_thread():
    threading.Thread(target=ended.wait, name="forgotten").start()
def teardown_module():
    ended.set()
"""


def run_tests(folder: Path, source: str, patience: float) -> subprocess.CompletedProcess[str]:
    """Runs pytest on one module of ``source``, with our fixtures and ``patience`` in seconds."""
    (folder / "test_it.py").write_text(source, encoding="utf-8")
    options = ["-q", "-p", "tests.conftest", "-p", "no:cacheprovider", "test_it.py"]
    command = (
        f"import tests.conftest as ours; ours.GRACE_SECONDS = {patience};"
        f"import pytest, sys; sys.exit(pytest.main({options!r}))"
    )
    return subprocess.run(
        (sys.executable, "-c", command),
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_home_of_its_own(own_home: Path, tmp_path: Path) -> None:
    assert own_home.is_relative_to(tmp_path)
    paths = find_paths()
    for path in (paths.pictures, paths.database_file, paths.settings_file, paths.cache, paths.logs):
        assert path.is_relative_to(own_home)


def test_a_thread_that_ends_is_no_offence(tmp_path: Path) -> None:
    answer = run_tests(tmp_path, ENDS_ITS_THREADS, patience=60)
    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (LEAVES_A_QTHREAD, "left running: QThread forgotten"),
        (LEAVES_A_THREAD, "left running: thread forgotten"),
    ],
    ids=["QThread", "thread"],
)
def test_a_thread_left_running_fails_the_test(tmp_path: Path, source: str, told: str) -> None:
    answer = run_tests(tmp_path, source, patience=0.2)
    assert answer.returncode == 1, answer.stdout + answer.stderr
    assert told in answer.stdout
