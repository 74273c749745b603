"""How far the pictures are, on the taskbar's button, for whoever works in another window."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from sdstudio.gui.queue_model import QueueModel
from sdstudio.gui.worker import GenerationWorker


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskbarState:
    """What the button shows. ``percent`` is None while nothing is made.

    ``left`` is how many pictures are still to be finished. ``has_failed`` is that one was not,
    while nobody looked.
    """

    percent: int | None = None
    left: int = 0
    has_failed: bool = False


class Taskbar(Protocol):
    """One desktop's taskbar. GUI thread only; never waits for another program."""

    def show(self, state: TaskbarState) -> None:
        """Shows this from now on."""


class TaskbarProgress(QObject):
    """Tells the taskbar of the queue, and calls the user when it has come to its end.

    All that is queued until the queue is empty counts as one piece of work. GUI thread only.
    """

    def __init__(
        self,
        app: QGuiApplication,
        queue: QueueModel,
        worker: GenerationWorker,
        open_taskbar: Callable[[QWidget], Taskbar | None],
        window: QWidget,
    ) -> None:
        """``open_taskbar`` is called when there is something to show, and may take a moment."""
        super().__init__(window)
        self._queue = queue
        self._open_taskbar = open_taskbar
        self._window = window
        self._taskbar: Taskbar | None = None
        self._is_open = False
        self._ended = 0
        self._has_failed = False
        self._shown = TaskbarState()
        queue.rowsInserted.connect(self._changed)
        queue.rowsRemoved.connect(self._removed)
        queue.dataChanged.connect(self._changed)
        worker.failed.connect(self._failed)
        app.applicationStateChanged.connect(self._state_changed)

    def close(self) -> None:
        """Leaves nothing behind: some taskbars would go on showing it."""
        self._show(TaskbarState())

    @Slot()
    def _changed(self) -> None:
        left = self._queue.rowCount()
        if not left:
            self._show(TaskbarState(has_failed=self._has_failed))
            return
        running = self._queue.running
        share = (running.progress.share or 0.0) if running is not None else 0.0
        percent = int(100 * (self._ended + share) / (self._ended + left))
        self._show(TaskbarState(percent=percent, left=left, has_failed=self._has_failed))

    @Slot()
    def _removed(self) -> None:
        self._ended += 1
        if not self._queue.rowCount():
            self._ended = 0
            # Does nothing while the window is in front.
            QApplication.alert(self._window)
        self._changed()

    @Slot()
    def _failed(self) -> None:
        if not self._window.isActiveWindow():
            self._has_failed = True
            self._changed()

    @Slot(Qt.ApplicationState)
    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._has_failed:
            self._has_failed = False
            self._changed()

    def _show(self, state: TaskbarState) -> None:
        if state == self._shown:
            return
        self._shown = state
        if not self._is_open:
            self._is_open = True
            self._taskbar = self._open_taskbar(self._window)
        if self._taskbar is not None:
            self._taskbar.show(state)


def open_taskbar(window: QWidget) -> Taskbar | None:
    """That of this system; None where there is none that could show anything."""
    # Each needs libraries that only its own system has, or that most starts never use.
    if sys.platform == "win32":
        from sdstudio.gui.desktop.windows_taskbar import open_windows_taskbar

        return open_windows_taskbar(int(window.winId()))
    if sys.platform == "darwin":
        return DockBadge()
    from sdstudio.gui.desktop.linux_launcher import open_launcher

    return open_launcher(QGuiApplication.desktopFileName())


class DockBadge:
    """macOS has no progress for other programs' icons, but a number: pictures still to come."""

    def show(self, state: TaskbarState) -> None:
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.setBadgeNumber(state.left)
