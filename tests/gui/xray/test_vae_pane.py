"""The pane of the VAE, and the row that gets pictures for it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sdstudio.gui.icons import IconSet
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.xray import picture_source
from sdstudio.gui.xray.pane import XrayContext
from sdstudio.gui.xray.picture_source import UnreadablePicture, picture_from_image, read_picture
from sdstudio.gui.xray.vae_pane import VaePane
from sdstudio.request import OutOfMemory
from sdstudio.xray import NotApplicable, VaeQuery
from tests.gui.xray.run_answers import Asked, context, round_trip

MakeFile = Callable[..., Path]


@pytest.fixture
def make_file(tmp_path: Path) -> MakeFile:
    def make(name: str = "a picture.png", size: tuple[int, int] = (48, 32)) -> Path:
        values = np.arange(size[0] * size[1] * 3) % 251
        image = Image.fromarray(values.reshape(size[1], size[0], 3).astype(np.uint8))
        image.save(tmp_path / name)
        return tmp_path / name

    return make


@pytest.fixture
def pane(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> VaePane:
    pane = VaePane(themes, icons)
    qtbot.addWidget(pane)
    pane.resize(420, 700)
    pane.show()
    pane.set_active(True)
    pane.set_context(context())
    return pane


@pytest.fixture
def asked(pane: VaePane) -> Asked:
    return Asked(pane)


def test_the_picture_on_the_canvas(qtbot: QtBot, pane: VaePane, asked: Asked) -> None:
    assert asked.all == []
    qtbot.mouseClick(pane.source.canvas_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(asked.all))
    assert asked.last.picture == context().picture
    # The script finds the very pixels that were asked about.
    with Image.open(asked.last.file) as image:
        assert image.convert("RGB").tobytes() == asked.last.picture.data


def test_an_empty_canvas_is_said(pane: VaePane, asked: Asked) -> None:
    pane.set_context(context(picture=None))
    pane.source.canvas_button.click()
    assert "no picture on the canvas" in pane.source.told.text()
    assert not pane.source.is_reading()


@pytest.mark.parametrize("name", ["a.png", "b.jpg", "c.webp"])
def test_a_file_is_read_and_answered(
    qtbot: QtBot, pane: VaePane, asked: Asked, make_file: MakeFile, name: str
) -> None:
    path = make_file(name)
    pane.source.open(path)
    qtbot.waitUntil(lambda: bool(asked.all))
    query = asked.last
    assert (query.picture.width, query.picture.height) == (48, 32)
    assert query.file == str(path)
    pane.take(query, round_trip(query))
    assert pane.original.isVisible()
    assert pane.shapes.text() == "3 × 32 × 48 ↔ 4 × 4 × 4\nPSNR 31.3 dB · scaling factor 0.1822"
    assert "72 times fewer numbers" in pane.quality.text()
    assert pane.difference.values().shape == (32, 48)
    assert pane.code() == "print('vae')"
    header, rows = pane.numbers()
    assert header == ["what", "channel", "row", "column", "value"]
    assert rows[0] == ["psnr", "", "", "", 31.25]
    assert len(rows) == 2 + 4 * 4 * 4


def test_pictures_are_dropped(
    qtbot: QtBot, pane: VaePane, asked: Asked, make_file: MakeFile
) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(make_file()))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(pane, enter)
    assert enter.isAccepted()
    drop = QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(pane, drop)
    qtbot.waitUntil(lambda: bool(asked.all))
    assert asked.last.picture.width == 48
    text = QMimeData()
    text.setText("no picture")
    refused = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, text, buttons, keys)
    refused.ignore()
    QApplication.sendEvent(pane, refused)
    assert not refused.isAccepted()


def test_an_image_without_a_file_is_dropped(qtbot: QtBot, pane: VaePane, asked: Asked) -> None:
    image = QImage(33, 17, QImage.Format.Format_RGB32)
    image.fill(0x102030)
    pane.source.use(image)
    qtbot.waitUntil(lambda: bool(asked.all))
    assert asked.last.picture.data == bytes((0x10, 0x20, 0x30)) * (33 * 17)


@pytest.mark.parametrize("damage", ["cut", "text", "gone", "empty"])
def test_a_damaged_picture_is_a_sentence(
    qtbot: QtBot, pane: VaePane, asked: Asked, make_file: MakeFile, damage: str
) -> None:
    path = make_file("broken.jpg", (400, 400))
    data = path.read_bytes()
    match damage:
        case "cut":
            path.write_bytes(data[: len(data) // 3])
        case "text":
            path.write_text("<svg/>", encoding="utf-8")
        case "empty":
            path.write_bytes(b"")
        case _:
            path.unlink()
    pane.source.open(path)
    qtbot.waitUntil(lambda: not pane.source.is_reading())
    assert "“broken.jpg”" in pane.source.told.text()
    assert pane.source.told.property("role") == "warning"
    assert asked.all == []
    assert pane.source.open_button.isEnabled()


def test_a_large_picture_is_shrunk_and_a_script_finds_it_so(
    qtbot: QtBot, pane: VaePane, asked: Asked, make_file: MakeFile
) -> None:
    pane.source.open(make_file(size=(1024, 300)))
    qtbot.waitUntil(lambda: bool(asked.all))
    picture = asked.last.picture
    assert (picture.width, picture.height) == (512, 150)
    assert "shrunk to 512 × 150" in pane.source.told.text()
    with Image.open(asked.last.file) as image:
        assert image.convert("RGB").tobytes() == picture.data


def test_photographs_are_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (40, 20)).save(tmp_path / "turned.jpg", exif=exif)
    source = read_picture(tmp_path / "turned.jpg", folder=tmp_path)
    assert (source.picture.width, source.picture.height) == (20, 40)
    assert source.file != str(tmp_path / "turned.jpg")


def test_holes_become_white(tmp_path: Path) -> None:
    Image.new("RGBA", (16, 16), (255, 0, 0, 0)).save(tmp_path / "holes.png")
    source = read_picture(tmp_path / "holes.png")
    assert source.picture.data == b"\xff" * (16 * 16 * 3)
    assert source.file == ""


def test_what_is_no_size_for_a_picture_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (4, 400)).save(tmp_path / "thin.png")
    with pytest.raises(UnreadablePicture, match="too small"):
        read_picture(tmp_path / "thin.png")
    Image.new("RGB", (64, 64)).save(tmp_path / "large.png")
    monkeypatch.setattr(picture_source, "MAX_PIXELS", 1000)
    with pytest.raises(UnreadablePicture, match="too large"):
        read_picture(tmp_path / "large.png")
    with pytest.raises(UnreadablePicture, match="too small"):
        picture_from_image(QImage(3, 3, QImage.Format.Format_RGB32))


def test_other_kinds_of_pictures_are_not_read(tmp_path: Path) -> None:
    Image.new("RGB", (16, 16)).save(tmp_path / "a.gif")
    with pytest.raises(UnreadablePicture, match="PNG, JPEG or WebP"):
        read_picture(tmp_path / "a.gif")


def test_of_two_files_the_one_asked_for_last_counts(
    qtbot: QtBot, pane: VaePane, asked: Asked, make_file: MakeFile
) -> None:
    pane.source.open(make_file("one.png", (900, 900)))
    pane.source.open(make_file("two.png", (24, 24)))
    qtbot.waitUntil(lambda: not pane.source.is_reading())
    assert [query.picture.width for query in asked.all] == [24]


def test_failures_leave_the_buttons(qtbot: QtBot, pane: VaePane, asked: Asked) -> None:
    pane.source.canvas_button.click()
    qtbot.waitUntil(lambda: bool(asked.all))
    pane.fail(asked.last, OutOfMemory("Too little memory.", "Choose a smaller picture."))
    assert pane.message() == ""
    assert pane.source.told.text() == "Too little memory. Choose a smaller picture."


def test_sentences_and_another_model(qtbot: QtBot, pane: VaePane, asked: Asked) -> None:
    pane.source.canvas_button.click()
    qtbot.waitUntil(lambda: bool(asked.all))
    pane.take(asked.last, NotApplicable(sentence="This model has no VAE."))
    assert pane.message() == "This model has no VAE."
    pane.set_context(context(model="another"))
    assert pane.message() == ""
    assert len(asked.all) == 2
    assert isinstance(asked.last, VaeQuery)
    pane.set_context(XrayContext())
    assert "No model is in memory" in pane.message()
