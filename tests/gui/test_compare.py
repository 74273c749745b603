"""Pictures compared: which are shown, what is seen of them, and how their settings differ."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from sdstudio.gallery.store import Gallery
from sdstudio.gui.compare.difference import DifferenceMaker, common_size, difference
from sdstudio.gui.compare.settings_table import compared_settings
from sdstudio.gui.compare.window import CompareWindow
from sdstudio.gui.icons import IconSet
from sdstudio.gui.main_window import MainWindow
from sdstudio.gui.theme import ThemeSource
from sdstudio.paths import Paths
from sdstudio.request import GalleryItem, GenerationRequest
from tests.gui.conftest import OpenStudio, made

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def plain(width: int, height: int, *rgb: int) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(*rgb))
    return image


def item(id: int, width: int, height: int, **settings: object) -> GalleryItem:
    request = GenerationRequest(prompt=f"p{id}", **settings)  # type: ignore[arg-type]
    path = Path(f"p{id}.png")
    return GalleryItem(
        id=id, path=path, width=width, height=height, created_at=0.0, request=request
    )


def test_a_difference_is_absolute_and_amplified() -> None:
    # Five pixels to a line: Qt pads each to a multiple of four bytes.
    first, second = plain(5, 3, 100, 50, 0), plain(5, 3, 100, 50, 0)
    second.setPixelColor(4, 2, QColor(90, 80, 0))
    told = difference(first, second, 4)
    assert told.image.pixelColor(4, 2) == QColor(40, 120, 0)
    assert told.image.pixelColor(3, 2) == QColor(0, 0, 0)
    assert told.differing == pytest.approx(1 / 15)
    assert told.most == pytest.approx(30 / 255)
    assert told.mean == pytest.approx(40 / 255 / 45)
    assert difference(second, first, 32).image.pixelColor(4, 2) == QColor(255, 255, 0)


def test_pictures_of_one_shape_lie_over_each_other_in_any_size() -> None:
    told = difference(plain(64, 32, 9, 9, 9), plain(128, 64, 9, 9, 9), 1)
    assert (told.image.size(), told.differing) == (QSize(128, 64), 0)
    assert common_size(QSize(512, 768), QSize(768, 512)) is None
    with pytest.raises(ValueError):
        difference(plain(64, 32, 0, 0, 0), plain(32, 64, 0, 0, 0), 1)


def test_settings_that_differ_are_told() -> None:
    rows = compared_settings([item(1, 64, 64, seed=3), None, item(2, 64, 64, seed=3)])
    assert {row.name: row.differs for row in rows if row.name in ("Seed", "Prompt")} == {
        "Seed": True,
        "Prompt": True,
    }  # of one that is not known yet nothing is the same
    rows = compared_settings([item(1, 64, 64, seed=3), item(2, 64, 64, seed=3)])
    assert [row.name for row in rows if row.differs] == ["Prompt"]
    assert ("p1", "p2") in [row.values for row in rows]


def fill(paths: Paths, count: int) -> list[int]:
    """Greys of 20, 40, ...; ids from the newest on, as the gallery lists them."""
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        ids = [
            gallery.add(made("a cat", seed=n, grey=20 * n, side=64)).id for n in range(1, count + 1)
        ]
    return ids[::-1]


def choose_first(qtbot: QtBot, window: MainWindow, listed: int, count: int) -> None:
    """Chooses the first ``count`` pictures by keyboard."""
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == listed)
    window.show_gallery_page()
    view = window.gallery_panel.view
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    for _ in range(count - 1):
        qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)


def complete(qtbot: QtBot, window: MainWindow, count: int) -> CompareWindow:
    comparing = window.comparing.window
    assert comparing is not None
    qtbot.waitUntil(lambda: len(comparing.panes) == count and not comparing.lacks)
    return comparing


def seen_at(widget: QWidget, x: int, y: int) -> int:
    return widget.grab().toImage().pixelColor(QPoint(x, y)).red()


def test_three_side_by_side_then_two_over_each_other(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    ids = fill(paths, 3)
    window = open_studio().window
    choose_first(qtbot, window, 3, 1)
    assert not window.actions_of_window.compare.isEnabled()
    choose_first(qtbot, window, 3, 3)
    qtbot.keyClick(window.gallery_panel.view, Qt.Key.Key_C, CONTROL | ALT)
    comparing = complete(qtbot, window, 3)
    qtbot.waitUntil(comparing.isVisible)
    assert [pane.image.pixelColor(0, 0).red() for pane in comparing.panes] == [60, 40, 20]
    assert comparing.settings.told.text() == "1 setting differs"
    rows = comparing.settings.table.rowCount()
    qtbot.keyClick(comparing, Qt.Key.Key_O)
    assert comparing.settings.table.rowCount() == 1 < rows
    assert comparing.settings.table.model().index(0, 2).data() == "2"  # seed of B
    # Zoom and pan go together.
    canvases = [pane.canvas for pane in comparing.panes]
    qtbot.keyClick(comparing, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert comparing.zoom_bar.label.text() == "100 %"
    for _ in range(12):
        qtbot.keyClick(comparing, Qt.Key.Key_Plus)
    canvases[2]._pan(canvases[2].picture_rect().center() / 4)
    views = [canvas.view() for canvas in canvases]
    assert views[0].x == pytest.approx(views[2].x)
    assert views[0].x != pytest.approx(0.5)
    assert views[1].zoom == pytest.approx(views[2].zoom or 0)
    # The other ways are for two.
    qtbot.keyClick(comparing, Qt.Key.Key_W)
    assert comparing.modes.mode() == "side"
    remove = comparing.findChild(QAbstractButton, "removeButtonC")
    assert isinstance(remove, QAbstractButton)
    remove.click()
    assert [pane.id for pane in comparing.panes] == ids[:2]
    qtbot.keyClick(comparing, Qt.Key.Key_Escape)
    assert not comparing.isVisible()
    assert not comparing.panes


def test_slider_blink_and_difference(qtbot: QtBot, open_studio: OpenStudio, paths: Paths) -> None:
    fill(paths, 2)
    window = open_studio().window
    choose_first(qtbot, window, 2, 2)
    window.actions_of_window.compare.trigger()
    comparing = complete(qtbot, window, 2)
    qtbot.waitUntil(comparing.isVisible)
    pair = comparing.pair
    qtbot.keyClick(comparing, Qt.Key.Key_W)
    place = pair.picture_rect().toRect()
    left, right = place.left() + place.width() // 4, place.right() - place.width() // 4
    low = place.bottom() - 10
    assert (seen_at(pair, left, low), seen_at(pair, right, low)) == (40, 20)
    qtbot.keyClick(comparing, Qt.Key.Key_Home)
    assert (seen_at(pair, left, low), seen_at(pair, right, low)) == (20, 20)
    for _ in range(9):
        qtbot.keyClick(comparing, Qt.Key.Key_Right, SHIFT)
    assert (seen_at(pair, left, low), seen_at(pair, right, low)) == (40, 40)
    # By mouse: the line is taken hold of and let go elsewhere.
    grip = QPoint(place.left() + round(0.9 * place.width()), place.center().y())
    qtbot.mousePress(pair, Qt.MouseButton.LeftButton, pos=grip)
    QTest.mouseMove(pair, QPoint(place.center().x(), low))
    qtbot.mouseRelease(pair, Qt.MouseButton.LeftButton, pos=QPoint(place.center().x(), low))
    assert pair.split == pytest.approx(0.5, abs=0.01)
    # Nothing flashes by itself.
    qtbot.keyClick(comparing, Qt.Key.Key_B)
    assert not pair.is_blinking()
    assert seen_at(pair, left, low) == 40
    QTest.keyPress(comparing, Qt.Key.Key_Space)
    assert seen_at(pair, left, low) == 20
    QTest.keyRelease(comparing, Qt.Key.Key_Space)
    assert seen_at(pair, left, low) == 40
    comparing.modes.rate_slider.setValue(comparing.modes.rate_slider.maximum())
    assert comparing.modes.rate() <= 3
    with qtbot.waitSignal(pair.shown_changed):
        qtbot.keyClick(comparing, Qt.Key.Key_P)
    assert pair.is_blinking()
    qtbot.keyClick(comparing, Qt.Key.Key_D)
    assert not pair.is_blinking()
    qtbot.waitUntil(lambda: comparing.modes.numbers.text().startswith("100 %"))
    assert seen_at(pair, left, low) == 80  # 20, four times
    comparing.modes.gain_slider.setValue(0)
    qtbot.waitUntil(lambda: seen_at(pair, left, low) == 20)
    qtbot.keyClick(comparing, Qt.Key.Key_X)
    assert [pane.image.pixelColor(0, 0).red() for pane in comparing.panes] == [20, 40]
    for button in comparing.findChildren(QAbstractButton):
        is_qts_own = button.objectName().startswith("qt_")
        assert is_qts_own or (button.objectName() and button.accessibleName())


def test_pictures_are_sent_one_by_one(qtbot: QtBot, open_studio: OpenStudio, paths: Paths) -> None:
    ids = fill(paths, 5)
    window = open_studio().window
    view, send = window.gallery_panel.view, window.actions_of_window.send_to_compare
    choose_first(qtbot, window, 5, 1)
    qtbot.keyClick(view, Qt.Key.Key_S, CONTROL | ALT)
    assert "1 picture waits" in window.pane.banner.text()
    assert window.comparing.window is None
    send.trigger()  # the same once more is still one
    assert window.comparing.window is None
    for place in (1, 2, 3):
        view.choose(ids[place])
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        send.trigger()
        complete(qtbot, window, place + 1)
        window.activateWindow()
    view.choose(ids[4])
    qtbot.waitUntil(view.hasFocus)
    send.trigger()
    assert "Four pictures" in window.pane.banner.text()
    # One that goes to the trash leaves the comparison.
    window._librarian.delete(ids[:2])
    comparing = complete(qtbot, window, 2)
    assert [pane.id for pane in comparing.panes] == ids[2:4]
    window._librarian.delete(ids[2:3])
    qtbot.waitUntil(lambda: not comparing.isVisible())


@pytest.fixture
def alone(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> Iterator[CompareWindow]:
    maker = DifferenceMaker()
    parent = QWidget()
    qtbot.addWidget(parent)
    window = CompareWindow(maker, themes, icons, parent)
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    yield window
    maker.close()


def test_what_cannot_lie_over_each_other_is_told(alone: CompareWindow) -> None:
    alone.set_pictures([1, 2])
    alone.choose_mode("difference")
    alone.show_picture(item(1, 64, 96), plain(64, 96, 0, 0, 0))
    alone.show_picture(item(2, 96, 64), plain(96, 64, 0, 0, 0))
    assert "A is 64 × 96 and B is 96 × 64" in alone._refusal.text()
    assert alone._refusal.isVisible()
    alone.set_pictures([1, 3])
    alone.show_picture(item(3, 64, 96), QImage())
    assert "missing or damaged" in alone._refusal.text()
    alone.choose_mode("side")
    assert "missing or damaged" in alone.panes[1]._trouble.text()
