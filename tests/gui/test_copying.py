"""What is taken from a picture to other programs: pixels, words, its file."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from pytestqt.qtbot import QtBot

from sdstudio.gallery.store import Gallery
from sdstudio.paths import Paths
from tests.gui.conftest import OpenStudio, made

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


def test_words_and_pixels_of_the_picture_that_is_meant(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        gallery.add(made("a cat", seed=7, grey=40, side=64, negative_prompt="dog"))
        gallery.add(made("a dog", seed=8, grey=80, side=64))
    window = open_studio().window
    clipboard, view = QGuiApplication.clipboard(), window.gallery_panel.view
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 2)
    cat = window.gallery_model.id_at(1)
    window.show_gallery_page()
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: window.pane.item is not None)
    qtbot.keyClick(window, Qt.Key.Key_C, CONTROL_SHIFT)
    assert clipboard.image().pixelColor(3, 3).red() == 80
    # The other one is chosen in the grid, and the canvas still shows the first.
    qtbot.waitUntil(lambda: window.gallery_model.item(cat) is not None)
    view.choose(cat)
    assert window.meant.id() == cat
    qtbot.keyClick(window, Qt.Key.Key_C, CONTROL_SHIFT)
    qtbot.waitUntil(lambda: clipboard.image().pixelColor(3, 3).red() == 40)
    assert clipboard.image().width() == 64
    qtbot.keyClick(window, Qt.Key.Key_P, CONTROL_SHIFT)
    assert clipboard.text() == "a cat"
    qtbot.keyClick(window, Qt.Key.Key_S, CONTROL_SHIFT)
    assert clipboard.text() == "7"
    qtbot.keyClick(window, Qt.Key.Key_T, CONTROL_SHIFT)
    lines = clipboard.text().split("\n")
    assert lines[:2] == ["a cat", "Negative prompt: dog"]
    assert lines[2].startswith("Steps: 20, Sampler: DPM++ 2M, CFG scale: 4, Seed: 7, Size: 64x64")
    # In the viewer its own picture is meant.
    window.actions_of_window.view_full.trigger()
    viewer = window.viewing.viewer
    assert viewer is not None
    qtbot.waitUntil(viewer.isActiveWindow)
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: viewer.caption.text() == "a dog")
    qtbot.keyClick(viewer, Qt.Key.Key_S, CONTROL_SHIFT)
    qtbot.waitUntil(lambda: clipboard.text() == "8")
    assert window.actions_of_window.reuse in viewer.actions()
    viewer.close()


class Opened(QObject):
    """Stands where the desktop opens addresses, as Qt lets a program do."""

    def __init__(self) -> None:
        super().__init__()
        self.urls: list[QUrl] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self.urls.append(url)


def test_without_a_file_manager_the_folder_is_opened(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        item = gallery.add(made("a cat"))
    opened = Opened()
    # The stubs ask for bytes, which the call itself refuses.
    QDesktopServices.setUrlHandler("file", opened, "open")  # type: ignore[arg-type]
    try:
        window = open_studio().window
        qtbot.waitUntil(lambda: window.gallery_model.item(item.id) is not None)
        window.gallery.choose(item.id)
        window.actions_of_window.reveal.trigger()
        qtbot.waitUntil(lambda: bool(opened.urls))
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert opened.urls == [QUrl.fromLocalFile(str(item.path.parent))]


_SCRIPT = """
import sys
from functools import partial
from pathlib import Path
from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QTimer, Slot
from PySide6.QtDBus import QDBusConnection
from sdstudio.gui.revealing import Revealer

@ClassInfo({"D-Bus Interface": "org.freedesktop.FileManager1"})
class Files(QObject):
    @Slot("QStringList", str)
    def ShowItems(self, items, startup_id):
        print(items[0], flush=True)
        app.quit()

app = QCoreApplication([])
bus, files = QDBusConnection.sessionBus(), Files()
assert bus.registerService("org.freedesktop.FileManager1")
assert bus.registerObject(
    "/org/freedesktop/FileManager1", files, QDBusConnection.RegisterOption.ExportAllSlots)
revealer = Revealer()
QTimer.singleShot(0, partial(revealer.reveal, Path(sys.argv[1])))
app.exec()
"""


@pytest.mark.skipif(shutil.which("dbus-run-session") is None, reason="no D-Bus here")
def test_a_file_manager_is_asked_for_the_file(tmp_path: Path) -> None:
    picture = tmp_path / "a cat #1.png"
    command = ["dbus-run-session", "--", sys.executable, "-c", _SCRIPT, str(picture)]
    ended = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert ended.stdout.strip() == picture.as_uri(), ended.stderr
