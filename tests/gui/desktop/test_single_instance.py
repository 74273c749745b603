"""A later start hands its files over and ends; nothing else that connects does any harm."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from sdstudio.gui.desktop import opening as protocol
from sdstudio.gui.desktop.opening import TAKEN, Opening, line_of, opening_of, read_line
from sdstudio.gui.single_instance import FirstStartSilent, SingleInstance
from sdstudio.request import InvalidRequest
from tests.gui.conftest import LONG
from tests.programs import REPOSITORY, program_environment

AWKWARD = ("a b.png", "猫 🐈.png", "two\nlines.png", "quote\"d'.png", "no text \udcff\udc80.png")
HOLD = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from sdstudio.gui.single_instance import SingleInstance
app = QCoreApplication([])
one = SingleInstance(Path(sys.argv[1]))
is_first = one.claim()
one.opening_wanted.connect(lambda wanted: print(ascii(wanted), flush=True))
one.listen()
print(is_first, flush=True)
app.exec()
"""
OLDER = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QLocalServer
from sdstudio.gui.single_instance import SingleInstance
app = QCoreApplication([])
one = SingleInstance(Path(sys.argv[1]))
is_first = one.claim()
server = QLocalServer()
def greeted():
    while (socket := server.nextPendingConnection()) is not None:
        socket.disconnectFromServer()
        print("raised", flush=True)
server.newConnection.connect(greeted)
server.listen(one._name)
print(is_first, flush=True)
app.exec()
"""
SILENT = """
import sys
from pathlib import Path
from sdstudio.gui.single_instance import SingleInstance
one = SingleInstance(Path(sys.argv[1]))
print(one.claim(), flush=True)
sys.stdin.read()
"""
SECOND = """
import sys
from sdstudio.__main__ import main
code = main()
heavy = ("torch", "PySide6.QtGui", "PySide6.QtWidgets", "sdstudio.app")
print(*(name for name in heavy if name in sys.modules))
raise SystemExit(code)
"""


@pytest.fixture
def database(tmp_path: Path) -> Path:
    return tmp_path / "gallery.sqlite3"


@contextmanager
def first_start(program: str, database: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that has claimed the gallery, killed at the end."""
    with subprocess.Popen(
        [sys.executable, "-c", program, str(database)],
        env=program_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as first:
        try:
            assert heard(first) == "True"
            yield first
        finally:
            first.kill()


def heard(first: subprocess.Popen[str]) -> str:
    assert first.stdout is not None
    return first.stdout.readline().removesuffix("\n")


def say(instance: SingleInstance, data: bytes) -> bytes:
    """What the first start answers to anything, until it hangs up."""
    socket = QLocalSocket()
    socket.connectToServer(instance._name)
    assert socket.waitForConnected(5000)
    socket.write(data)
    answer = b""
    while socket.waitForReadyRead(5000):
        answer += socket.readAll().data()
    assert socket.state() == QLocalSocket.LocalSocketState.UnconnectedState
    return answer


# -- the line -----------------------------------------------------------------------------------


def test_names_come_through_as_they_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    wanted = opening_of(AWKWARD, {"XDG_ACTIVATION_TOKEN": "leave to come"})
    assert [path.parent for path in wanted.paths] == [tmp_path] * len(AWKWARD)
    line = line_of(wanted)
    assert line.endswith(b"\n")
    assert b"\n" not in line[:-1]
    assert read_line(line[:-1]) == wanted


@pytest.mark.parametrize(
    "line",
    [b"", b"GET / HTTP/1.1", b"\xff\x00", b"[]", b'{"open": ["/a"]}', b"[" * 100_000, b"null"],
)
def test_what_is_none_of_ours_asks_for_nothing(line: bytes) -> None:
    assert read_line(line) is None


@pytest.mark.parametrize(
    ("line", "opening"),
    [
        (b"raise", Opening()),
        (
            b'{"sdstudio": 2, "open": ["/a", "b", 7, "/c\\u0000"], "new": 1}',
            Opening(paths=(Path("/a"),)),
        ),
        (b'{"sdstudio": 1, "open": "/a", "token": "two\\nlines"}', Opening()),
    ],
    ids=["the first version", "a later version", "nonsense in it"],
)
def test_other_versions_are_understood_as_far_as_they_can_be(line: bytes, opening: Opening) -> None:
    assert read_line(line) == opening


def test_a_line_that_nobody_would_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "LONGEST_LINE", 50)
    with pytest.raises(InvalidRequest, match="too many files"):
        line_of(Opening(paths=(Path("/" + "a" * 50),)))


# -- starts -------------------------------------------------------------------------------------


def test_a_second_start_hands_over_and_a_killed_one_is_forgotten(
    qapp: object, database: Path
) -> None:
    wanted = Opening(paths=tuple(Path("/some where", name) for name in AWKWARD), token="t")
    link = database.parent / "link"
    link.symlink_to(database.parent, target_is_directory=True)
    with first_start(HOLD, database) as first:
        second = SingleInstance(link / database.name)
        for opening in (wanted, Opening()) * 5:
            assert not second.claim_or_hand_over(opening)
            # Heard before it was acknowledged.
            assert heard(first) == ascii(opening)
        assert say(second, b"raise\n") == TAKEN
        assert heard(first) == ascii(Opening())
    third = SingleInstance(database)
    assert third.claim_or_hand_over(wanted)
    third.release()


def test_what_is_no_start_of_ours_does_no_harm(
    qtbot: QtBot, database: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with first_start(HOLD, database) as first:
        second = SingleInstance(database)
        assert say(second, b"GET / HTTP/1.1\r\n\r\n") == b""
        assert say(second, os.urandom(5000).replace(b"\n", b"") + b"\n") == b""
        assert say(second, b"{" * (protocol.LONGEST_LINE + 1)) == b""
        silent = QLocalSocket()
        silent.connectToServer(second._name)
        assert silent.waitForConnected(5000)
        assert not second.claim_or_hand_over(Opening(token="still there"))
        assert "still there" in heard(first)
        silent.abort()


def test_an_older_version_comes_to_the_front(qapp: object, database: Path) -> None:
    with first_start(OLDER, database) as first:
        second = SingleInstance(database)
        assert not second.claim_or_hand_over(Opening())
        assert heard(first) == "raised"
        with pytest.raises(FirstStartSilent, match="cannot open files"):
            second.claim_or_hand_over(Opening(paths=(Path("/a.png"),)))


def test_one_that_does_not_answer_is_told_of_and_its_place_taken(
    qapp: object, database: Path
) -> None:
    with first_start(SILENT, database) as first:
        second = SingleInstance(database)
        with pytest.raises(FirstStartSilent, match="does not answer"):
            second.claim_or_hand_over(Opening(), patience=0.2)
        assert first.stdin is not None
        first.stdin.close()  # it ends, after a moment
        assert second.claim_or_hand_over(Opening())
    second.release()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such signals")
def test_the_app_is_handed_files_and_ends_when_the_session_does(
    qtbot: QtBot, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    (tmp_path / AWKWARD[2]).write_text("no picture")
    start = [sys.executable, "-m", "sdstudio", "--home", str(home)]
    with subprocess.Popen(start, cwd=REPOSITORY, env=program_environment()) as first:
        try:
            lock = home / "gallery.sqlite3.lock"
            qtbot.waitUntil(lock.exists, timeout=LONG)
            second = subprocess.run(
                [sys.executable, "-c", SECOND, "--home", str(home), AWKWARD[2]],
                cwd=tmp_path,
                env=program_environment(),
                stdout=subprocess.PIPE,
                text=True,
                check=False,
                timeout=60,
            )
            assert second.returncode == 0
            assert second.stdout == "\n", "a second start loads what only a window needs"
            log = home / "logs" / "sdstudio.log"
            assert "asked to show 1 files" in log.read_text(encoding="utf-8")
            first.send_signal(signal.SIGTERM)
            assert first.wait(timeout=30) == 0
            assert not lock.exists()
        finally:
            first.kill()
