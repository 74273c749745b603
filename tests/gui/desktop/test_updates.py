"""The question for new versions: what is sent, what is made of any answer, and when it is asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from pytestqt.qtbot import QtBot

from sdstudio import updates
from sdstudio.gui.banner import Notice
from sdstudio.gui.desktop.update_notice import UpdateNotice
from sdstudio.models.library_settings import LibrarySettings
from sdstudio.paths import Paths
from sdstudio.publisher import ReleaseSource
from sdstudio.request import Cancelled
from sdstudio.settings import Settings, write_values
from sdstudio.updates import UpdateUnknown, newer_version
from tests.gui.conftest import LONG

DAY = 86_400.0


class Publisher:
    """A server on loopback that answers one thing, and notes what it was asked."""

    def __init__(self) -> None:
        self.status = 200
        self.headers: dict[str, str] = {}
        self.body = b""
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.source = ReleaseSource(api="", page="https://example.org/releases")

    def answer(self, value: Any) -> None:
        self.body = json.dumps(value).encode()


@pytest.fixture
def publisher() -> Iterator[Publisher]:
    publisher = Publisher()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            publisher.asked.append((self.path, dict(self.headers)))
            self.send_response(publisher.status)
            for name, value in publisher.headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(publisher.body)

        def log_message(self, format: str, *args: object) -> None: ...

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        port = server.server_address[1]
        publisher.source = ReleaseSource(
            api=f"http://127.0.0.1:{port}/latest", page=publisher.source.page
        )
        yield publisher
        server.shutdown()
        thread.join()


def ask(publisher: Publisher, running: str = "1.2.0") -> str | None:
    return newer_version(publisher.source, lambda: False, running)


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("v1.10.0", "1.10.0"),
        ("1.2.1", "1.2.1"),
        ("v1.2.0", None),
        ("v1.1.9", None),
        ("v2.0.0rc1", None),
    ],
)
def test_only_a_later_release_is_told(publisher: Publisher, tag: str, told: str | None) -> None:
    publisher.answer({"tag_name": tag, "body": "x" * 100_000})
    assert ask(publisher) == told


def test_nothing_is_said_of_the_user(publisher: Publisher) -> None:
    publisher.headers = {"Set-Cookie": "who=you; Max-Age=1000000"}
    publisher.answer({"tag_name": "v9"})
    for _ in range(2):
        assert ask(publisher) == "9"
    host = publisher.source.api.split("/")[2]
    sent = {
        "Host": host,
        "User-Agent": "sdstudio",
        "Accept": "application/json",
        "Accept-Encoding": "identity",
        "Connection": "keep-alive",
    }
    asked = [
        (path, {name.title(): value for name, value in sent_.items()})
        for path, sent_ in publisher.asked
    ]
    assert asked == [("/latest", sent)] * 2


@pytest.mark.parametrize(
    "body",
    [b"", b"<html>", b"[" * 100_000, b"[]", b'{"tag_name": 3}', b'{"tag_name": "<b>9</b>"}',
     b'{"tag_name": "' + b"1" * 100 + b'"}', b'{"tag_name": "9' + b" " * updates.MOST_BYTES + b'"}',
     b"\xff\xfe\x00"],
    ids=range(9),
)  # fmt: skip
def test_an_answer_that_is_none_is_told_to_nobody(publisher: Publisher, body: bytes) -> None:
    publisher.body = body
    with pytest.raises(UpdateUnknown):
        ask(publisher)


def test_it_is_not_led_elsewhere_and_asks_nobody_unencrypted(publisher: Publisher) -> None:
    publisher.status, publisher.headers = 302, {"Location": f"{publisher.source.api}/elsewhere"}
    with pytest.raises(UpdateUnknown, match="302"):
        ask(publisher)
    assert len(publisher.asked) == 1
    for api in ("http://example.org/", "file:///etc/passwd", "http://127.0.0.1:1/", "nonsense"):
        with pytest.raises(UpdateUnknown):
            newer_version(ReleaseSource(api=api, page=""), lambda: False)


def test_it_can_be_stopped(publisher: Publisher) -> None:
    publisher.answer({"tag_name": "v9"})
    with pytest.raises(Cancelled):
        newer_version(publisher.source, lambda: True)


# -- the notice ---------------------------------------------------------------------------------


class Said(QObject):
    """What was told, and which addresses a browser was to open."""

    def __init__(self) -> None:
        super().__init__()
        self.notices: list[Notice] = []
        self.opened: list[str] = []

    @Slot(object)
    def note(self, notice: Notice) -> None:
        self.notices.append(notice)

    @Slot(QUrl)
    def open(self, address: QUrl) -> None:
        self.opened.append(address.toString())


@contextmanager
def notice_of(
    paths: Paths, settings: Settings, source: ReleaseSource | None, now: float, parent: QObject
) -> Iterator[tuple[UpdateNotice, QAction, Said]]:
    action = QAction("Tell me", parent)
    action.setCheckable(True)
    said = Said()
    notice = UpdateNotice(paths, settings, source, action, parent, lambda: now)
    notice.told.connect(said.note)
    try:
        yield notice, action, said
    finally:
        notice.close()


def test_it_is_asked_once_a_day_if_that_is_wanted(
    qtbot: QtBot, paths: Paths, publisher: Publisher
) -> None:
    publisher.answer({"tag_name": "v999.0"})
    parent = QObject()
    now = 100 * DAY
    with notice_of(paths, Settings(), publisher.source, now, parent) as (notice, action, said):
        notice.begin()
        assert notice.settings_values(Settings()) == Settings()
        action.setChecked(True)
        qtbot.waitUntil(lambda: bool(said.notices), timeout=LONG)
        remembered = notice.settings_values(Settings())
        (told,) = said.notices
        assert "sdstudio 999.0 is there." in told.text
        QDesktopServices.setUrlHandler("https", said, "open")  # type: ignore[arg-type]
        try:
            assert told.run is not None
            told.run()
        finally:
            QDesktopServices.unsetUrlHandler("https")
        assert said.opened == ["https://example.org/releases"]
        # Switching it off and on again asks nothing more today.
        action.setChecked(False)
        action.setChecked(True)
    assert remembered == Settings(tell_of_updates=True, updates_asked=now)
    for later, is_due in ((now + DAY / 2, False), (now + DAY, True), (now - DAY, True)):
        publisher.asked.clear()
        with notice_of(paths, remembered, publisher.source, later, parent) as (notice, _, said):
            notice.begin()
            if is_due:
                qtbot.waitUntil(lambda: bool(publisher.asked), timeout=LONG)
        assert len(publisher.asked) == is_due


def test_nothing_is_asked_offline_and_where_nobody_publishes(
    qtbot: QtBot, paths: Paths, publisher: Publisher, caplog: pytest.LogCaptureFixture
) -> None:
    parent = QObject()
    wanted = Settings(tell_of_updates=True)
    paths.library_file.parent.mkdir(parents=True)
    write_values(paths.library_file, LibrarySettings(offline=True))
    with notice_of(paths, wanted, publisher.source, DAY, parent) as (notice, action, _):
        assert action.isVisible()
        notice.begin()
    with notice_of(paths, wanted, None, DAY, parent) as (notice, action, _):
        assert not action.isVisible()
        notice.begin()
    assert publisher.asked == []
    # A failure goes to the log and no further.
    write_values(paths.library_file, LibrarySettings())
    with notice_of(paths, wanted, publisher.source, DAY, parent) as (notice, _, said):
        notice.begin()
        qtbot.waitUntil(lambda: "no word of new versions" in caplog.text, timeout=LONG)
    assert said.notices == []
