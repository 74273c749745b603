"""One window per gallery: a later start hands its files to the first one and ends."""

from __future__ import annotations

import hashlib
import logging
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from sdstudio.gui.desktop.opening import LONGEST_LINE, TAKEN, Opening, line_of, read_line
from sdstudio.request import SdstudioError

_PATIENCE = 20.0
"""Seconds a later start waits for the first one, which may have begun a moment ago."""
_ANSWER = 5000
"""Milliseconds for each thing that either side waits for once they are connected."""
_PAUSE = 0.1
_HANG_UPS = 3
"""So often a first one must hang up without an answer until it counts as one that knows no files:
one that is just closing does so as well, and is gone a moment later."""

_log = logging.getLogger(__name__)


class FirstStartSilent(SdstudioError):
    """Another start has this gallery, and does not take what it is given."""


class SingleInstance(QObject):
    """A lock beside the database, and a local socket through which later starts are heard.

    The lock of a process that was killed is recognised by its process id and taken over, and so
    is its socket. Only ``listen`` needs a QCoreApplication.
    """

    opening_wanted = Signal(object)
    """Opening: another start wants this shown, or only the window in front."""

    def __init__(self, database: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = database.parent
        self._lock = QLockFile(str(database.with_name(f"{database.name}.lock")))
        # Held for as long as the app runs: age says nothing, only the process id does.
        self._lock.setStaleLockTime(0)
        # By whichever way through links it is named, it is one database.
        place = os.path.realpath(database)
        mark = hashlib.sha256(place.encode("utf-8", "surrogateescape"))
        self._name = f"sdstudio-{mark.hexdigest()[:16]}"
        self._server: QLocalServer | None = None

    # -- a start -----------------------------------------------------------------------------

    def claim(self) -> bool:
        """Whether this is the first start; a folder that takes no lock counts as ours."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
        except OSError:
            return True
        is_ours = self._lock.tryLock(0)
        return is_ours or self._lock.error() != QLockFile.LockError.LockFailedError

    def claim_or_hand_over(self, opening: Opening, patience: float = _PATIENCE) -> bool:
        """Whether this is the first start. If not, the first one has taken ``opening``.

        Waits ``patience`` seconds at most: for a first one that has just begun, and for one that
        is about to end, whose place is taken then.

        Raises:
            InvalidRequest: there are too many files.
            FirstStartSilent: the first one does not answer, or knows nothing of files.
        """
        line = line_of(opening)
        end = time.monotonic() + patience
        hang_ups = 0
        while not self.claim():
            answer = self._say(line)
            if answer == TAKEN:
                return False
            hang_ups += answer is not None
            if hang_ups == _HANG_UPS:
                if not opening.paths:
                    return False  # it is in front now, which is all that was wanted
                raise FirstStartSilent(
                    "The sdstudio that is running cannot open files for another.",
                    "Close it and try again.",
                )
            if time.monotonic() >= end:
                raise FirstStartSilent(
                    "sdstudio is running already but does not answer.",
                    "Wait a moment and try again, or end it.",
                )
            time.sleep(_PAUSE)
        return True

    def _say(self, line: bytes) -> bytes | None:
        """What the first start answers to a line; None where nobody listens."""
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_ANSWER):
            return None
        _let_others_come_to_front()
        socket.write(line)
        answer = b""
        while b"\n" not in answer and socket.waitForReadyRead(_ANSWER):
            answer += socket.read(len(TAKEN)).data()
        hung_up = socket.state() != QLocalSocket.LocalSocketState.ConnectedState
        socket.abort()
        return answer if answer or hung_up else None

    # -- the first start ---------------------------------------------------------------------

    def listen(self) -> None:
        """Hears later starts from now on. What they say waits until the event loop runs."""
        # Nobody else holds the lock, so a socket of this name is a leftover.
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._greeted)
        if not self._server.listen(self._name):
            _log.warning("later starts will not be heard: %s", self._server.errorString())

    def stop_listening(self) -> None:
        """The end has begun: later starts wait for it, and then take this one's place."""
        if self._server is not None:
            self._server.close()

    def release(self) -> None:
        """Gives lock and socket back."""
        self.stop_listening()
        self._lock.unlock()

    @Slot()
    def _greeted(self) -> None:
        if self._server is None:
            return
        while (socket := self._server.nextPendingConnection()) is not None:
            caller = _Caller(socket, self)
            caller.opening_wanted.connect(self.opening_wanted)
            caller.listen()


class _Caller(QObject):
    """One connection: a line is read, taken and answered. Anything else is hung up on."""

    opening_wanted = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._said = bytearray()
        self._is_over = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_ANSWER)
        self._timer.timeout.connect(self._hang_up)
        socket.setParent(self)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self._gone)

    def listen(self) -> None:
        """Begins; what was said before is heard as well."""
        self._timer.start()
        self._read()
        if self._socket.state() == QLocalSocket.LocalSocketState.UnconnectedState:
            self._gone()

    @Slot()
    def _read(self) -> None:
        if self._is_over:
            return
        known = len(self._said)
        self._said += self._socket.readAll().data()
        end = self._said.find(b"\n", known)
        if end < 0:
            if len(self._said) > LONGEST_LINE:
                self._hang_up()
            return
        self._is_over = True
        opening = read_line(bytes(self._said[:end]))
        if opening is None:
            self._hang_up()
            return
        self.opening_wanted.emit(opening)
        self._socket.write(TAKEN)
        self._socket.disconnectFromServer()  # once that is written

    @Slot()
    def _hang_up(self) -> None:
        _log.info("somebody connected who is no start of this app")
        self._is_over = True
        self._socket.abort()

    @Slot()
    def _gone(self) -> None:
        self._read()
        self._is_over = True
        self._timer.stop()
        self.deleteLater()


def _let_others_come_to_front() -> None:
    """Windows lets only the program in front hand this on; that is the one just started."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.AllowSetForegroundWindow(-1)
