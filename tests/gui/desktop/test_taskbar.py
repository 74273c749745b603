"""Progress on the taskbar: what is told of a queue, and that it reaches the session's bus."""

from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sdstudio.gallery.store import Gallery
from sdstudio.gui.desktop.taskbar import TaskbarProgress, TaskbarState
from sdstudio.gui.desktop.windows_taskbar import WindowsTaskbar, open_windows_taskbar
from sdstudio.gui.mailbox import PreviewMailbox
from sdstudio.gui.queue_model import QueueModel
from sdstudio.gui.worker import Failure, GenerationWorker
from sdstudio.paths import Paths
from sdstudio.request import GenerationRequest, SdstudioError
from sdstudio.session import GenerationSession
from tests.programs import program_environment

ON_A_BUS = """
import subprocess
from PySide6.QtWidgets import QApplication, QWidget
from sdstudio.gui.desktop.application import make_application
from sdstudio.gui.desktop.taskbar import TaskbarState, open_taskbar

listener = subprocess.Popen(
    ["dbus-monitor", "--session", "interface=com.canonical.Unity.LauncherEntry"],
    stdout=subprocess.PIPE, text=True,
)
heard = iter(listener.stdout)
next(line for line in heard if "NameLost" in line)
next(heard)  # its last line; from now on it listens
app = make_application()
taskbar = open_taskbar(QWidget())
taskbar.show(TaskbarState(percent=42, left=2))
taskbar.show(TaskbarState(has_failed=True))
ends = 0
for line in heard:
    if "variant" in line or "string" in line:
        print(line.split("variant")[-1].strip())
    ends += line.startswith("   ]")
    if ends == 2:
        break
listener.kill()
"""


class Noting:
    """A taskbar that shows nothing."""

    def __init__(self) -> None:
        self.shown: list[TaskbarState] = []

    def show(self, state: TaskbarState) -> None:
        self.shown.append(state)


def test_the_queue_is_one_piece_of_work(
    qtbot: QtBot, qapp: QApplication, paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    taskbar = Noting()
    # It is not begun: nothing runs but what is said here.
    worker = GenerationWorker(
        GenerationSession(paths),
        lambda: Gallery(paths.pictures, paths.database_file, paths.cache),
        PreviewMailbox(),
    )
    window = QWidget()
    qtbot.addWidget(window)
    queue = QueueModel(window)
    alerted: list[QWidget] = []
    monkeypatch.setattr(QApplication, "alert", alerted.append)
    progress = TaskbarProgress(qapp, queue, worker, lambda _: taskbar, window)
    requests = [GenerationRequest(prompt=text) for text in ("one", "two")]
    queue.add(requests)
    assert taskbar.shown == [TaskbarState(percent=0, left=2)]
    job = queue.start(requests[0].id)
    assert job is not None
    job.progress.enter("denoise", 0.0)
    for step in range(1, 5):
        job.progress.step(step, 4, float(step))
        queue.touch()
        queue.touch()  # nothing new: nothing is sent
    assert [state.percent for state in taskbar.shown] == [0, 12, 25, 37, 50]
    queue.remove(requests[0].id)
    assert taskbar.shown[-1] == TaskbarState(percent=50, left=1)
    # The window is not in front, as it was never shown.
    error = SdstudioError("It failed.")
    worker.failed.emit(Failure(request_id=requests[1].id, error=error))
    assert not alerted
    queue.remove(requests[1].id)
    assert alerted == [window]
    assert taskbar.shown[-1] == TaskbarState(has_failed=True)
    qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert taskbar.shown[-1] == TaskbarState()
    # The next queue begins anew.
    queue.add(requests[:1])
    assert taskbar.shown[-1] == TaskbarState(percent=0, left=1)
    progress.close()
    assert taskbar.shown[-1] == TaskbarState()


@pytest.mark.skipif(
    not shutil.which("dbus-run-session") or not shutil.which("dbus-monitor"),
    reason="needs dbus-run-session and dbus-monitor",
)
def test_a_dock_hears_of_it_on_the_bus() -> None:
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", ON_A_BUS],
        env=program_environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=True,
        timeout=60,
    )
    assert done.stdout.splitlines() == [
        *('string "application://sdstudio.desktop"',),
        *('string "progress"', "double 0.42", 'string "progress-visible"', "boolean true"),
        *('string "urgent"', "boolean false"),
        *('string "application://sdstudio.desktop"',),
        *('string "progress"', "double 0", 'string "progress-visible"', "boolean false"),
        *('string "urgent"', "boolean true"),
    ]


def test_windows_is_told_by_the_functions_at_their_places() -> None:
    """A table of functions as COM has it, made here: Windows itself is not to be had."""
    calls: list[tuple[object, ...]] = []

    def set_value(_this: int, window: int, done: int, whole: int) -> int:
        calls.append(("value", window, done, whole))
        return 0

    def set_state(_this: int, window: int, kind: int) -> int:
        calls.append(("state", window, kind))
        return 0

    start = (ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
    number = ctypes.c_ulonglong
    values = ctypes.CFUNCTYPE(*start, number, number)(set_value)
    states = ctypes.CFUNCTYPE(*start, ctypes.c_int)(set_state)
    table = (ctypes.c_void_p * 11)()
    table[9] = ctypes.cast(values, ctypes.c_void_p).value
    table[10] = ctypes.cast(states, ctypes.c_void_p).value
    interface = (ctypes.c_void_p * 1)(ctypes.addressof(table))
    taskbar = WindowsTaskbar(ctypes.cast(interface, ctypes.c_void_p), 7)
    taskbar.show(TaskbarState(percent=42, left=1))
    taskbar.show(TaskbarState(has_failed=True))
    taskbar.show(TaskbarState())
    assert calls == [
        *(("state", 7, 2), ("value", 7, 42, 100)),
        *(("state", 7, 4), ("value", 7, 100, 100)),
        ("state", 7, 0),
    ]
    if sys.platform != "win32":
        assert open_windows_taskbar(7) is None
