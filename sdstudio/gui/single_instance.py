"""One window per gallery: a second start raises the first window and ends."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 2000
"""Milliseconds a second start waits for the first one to answer."""


class SingleInstance(QObject):
    """A lock beside the database, and a local socket through which a later start says hello.

    The lock of a process that was killed is recognised by its process id and taken over, and so
    is its socket.
    """

    raise_wanted = Signal()
    """Another start wants this one's window in front."""

    def __init__(self, database: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = database.parent
        self._lock = QLockFile(str(database.with_name(f"{database.name}.lock")))
        # Held for as long as the app runs: age says nothing, only the process id does.
        self._lock.setStaleLockTime(0)
        mark = hashlib.sha256(str(database.absolute()).encode("utf-8", "surrogateescape"))
        self._name = f"sdstudio-{mark.hexdigest()[:16]}"
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Whether this is the first start; a folder that takes no lock counts as ours."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        if not self._lock.tryLock(0) and self._lock.error() == QLockFile.LockError.LockFailedError:
            return False
        # Nobody else holds the lock, so a socket of this name is a leftover.
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greeted)
        self._server.listen(self._name)
        return True

    def raise_first(self) -> bool:
        """Asks the first start to come to the front; whether it answered. Waits up to 2 s."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE):
            return False
        socket.write(b"raise\n")
        written = socket.waitForBytesWritten(_PATIENCE)
        # The first one hangs up as soon as it has noticed, perhaps before this was written.
        noticed = socket.state() == QLocalSocket.LocalSocketState.UnconnectedState
        socket.disconnectFromServer()
        return written or noticed

    def release(self) -> None:
        """Gives lock and socket back."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    @Slot()
    def _greeted(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.raise_wanted.emit()
