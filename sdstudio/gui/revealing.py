"""Showing a file in the system's file manager, chosen there where the system can do that."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QUrl, Slot
from PySide6.QtGui import QDesktopServices

_SERVICE = "org.freedesktop.FileManager1"
_PATH = "/org/freedesktop/FileManager1"
_TIMEOUT = 3000
"""Milliseconds that a file manager may take to say it cannot."""


class Revealer(QObject):
    """Asks the file manager for a file, and for its folder where it knows no files.

    GUI thread only; waits for nothing.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: dict[QObject, Path] = {}

    def reveal(self, path: Path) -> None:
        """Shows a file; should it be gone, the folder it was in."""
        if sys.platform == "win32":
            # Explorer takes this and no list of arguments.
            QProcess.startDetached("explorer", [f"/select,{path}"])
        elif sys.platform == "darwin":
            QProcess.startDetached("open", ["-R", str(path)])
        elif not self._ask_desktop(path):
            self._open_folder(path)

    def _ask_desktop(self, path: Path) -> bool:
        """Whether there is a desktop that could be asked; its answer comes later."""
        # Not at the start of the app, and not on systems without it.
        from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return False
        message = QDBusMessage.createMethodCall(_SERVICE, _PATH, _SERVICE, "ShowItems")
        message.setArguments([[path.as_uri()], ""])
        watcher = QDBusPendingCallWatcher(bus.asyncCall(message, _TIMEOUT), self)
        self._calls[watcher] = path
        watcher.finished.connect(self._answered)
        return True

    @Slot()
    def _answered(self) -> None:
        watcher = self.sender()
        path = self._calls.pop(watcher)
        # A call without a file manager, or with one that knows no such call, ends in an error.
        if watcher.isError():  # type: ignore[attr-defined]
            self._open_folder(path)
        watcher.deleteLater()

    def _open_folder(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
