"""The end of a session: a signal, or the desktop's word that the user logs out."""

from __future__ import annotations

import logging
import signal
import socket
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt, Slot
from PySide6.QtGui import QGuiApplication, QSessionManager

_SIGNALS = ("SIGTERM", "SIGINT", "SIGHUP")
_log = logging.getLogger(__name__)


class SessionEnd(QObject):
    """Ends the event loop when the system wants the process to end. GUI thread only.

    Nothing is asked then: nobody may be there to answer. Only a desktop that announces the end and
    lets programs ask is held up, where ``may_end`` asks and the user would rather stay. What is
    finished is on the disk by then, so there is nothing to save.
    """

    def __init__(
        self,
        app: QGuiApplication,
        count_unsaved: Callable[[], int],
        may_end: Callable[[], bool],
        parent: QObject | None = None,
    ) -> None:
        """``may_end`` asks only where ``count_unsaved`` finds pictures."""
        super().__init__(parent)
        self._count_unsaved = count_unsaved
        self._may_end = may_end
        # Python's own handlers run between two instructions of Python, of which there may be none
        # for hours while Qt waits for events. So the signal writes a byte to a socket that Qt
        # listens to.
        self._ours, self._pythons = socket.socketpair()
        for end in (self._ours, self._pythons):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._end)
        self._wakeup_before = signal.set_wakeup_fd(
            self._pythons.fileno(), warn_on_full_buffer=False
        )
        self._before = {
            number: signal.signal(number, _note)
            for name in _SIGNALS
            if (number := getattr(signal, name, None)) is not None
        }
        app.commitDataRequest.connect(self._commit, Qt.ConnectionType.DirectConnection)

    def close(self) -> None:
        """Gives the signals back."""
        self._notifier.setEnabled(False)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup_before)
        self._ours.close()
        self._pythons.close()

    @Slot()
    def _end(self) -> None:
        numbers = self._ours.recv(64)
        _log.info("the system ends the app: signal %s", ", ".join(map(str, numbers)))
        # Not quit(): that asks every window first.
        QCoreApplication.exit(0)

    @Slot(QSessionManager)
    def _commit(self, manager: QSessionManager) -> None:
        _log.info("the desktop's session is about to end")
        if not self._count_unsaved() or not manager.allowsInteraction():
            return
        may_end = self._may_end()
        manager.release()
        if not may_end:
            manager.cancel()


def _note(_number: int, _frame: object) -> None:
    """What is to be done is done by the event loop."""
