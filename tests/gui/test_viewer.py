"""Pictures in full size: zoom to pixels, neighbours, what is shown before the file is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from sdstudio.gallery.store import Gallery
from sdstudio.gui.main_window import MainWindow
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.viewer import Viewer
from sdstudio.gui.zoom_canvas import ZoomCanvas
from sdstudio.paths import Paths
from sdstudio.settings import load_settings
from tests.gui.conftest import OpenStudio, made


def fill(paths: Paths, count: int) -> list[int]:
    """Greys of 20, 40, ...; ids from the newest on, as the gallery lists them."""
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        ids = [
            gallery.add(made(f"p{n}", seed=n, grey=20 * n, side=64)).id for n in range(1, count + 1)
        ]
    return ids[::-1]


def opened(qtbot: QtBot, window: MainWindow, count: int) -> Viewer:
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == count)
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    view = window.gallery_panel.view
    qtbot.waitUntil(view.hasFocus)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert window.actions_of_window.view_full.isEnabled()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    viewer = window.viewing.viewer
    assert viewer is not None
    qtbot.waitUntil(viewer.isVisible)
    return viewer


def shows(viewer: Viewer, grey: int) -> bool:
    image = viewer.canvas.image
    return image.width() == 64 and image.pixelColor(3, 3).red() == grey


def test_next_previous_and_back(qtbot: QtBot, open_studio: OpenStudio, paths: Paths) -> None:
    ids = fill(paths, 5)
    window = open_studio().window
    viewer = opened(qtbot, window, 5)
    qtbot.waitUntil(lambda: shows(viewer, 100))
    assert viewer.place_label.text() == "1 of 5"
    assert not viewer.previous_button.isEnabled()
    qtbot.keyClick(viewer, Qt.Key.Key_Left)  # there is none
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: shows(viewer, 80))
    assert viewer.caption.text() == "p4"
    qtbot.waitUntil(lambda: ids[2] in window.viewing._pictures)
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert shows(viewer, 60)  # it was ready
    qtbot.keyClick(viewer, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: shows(viewer, 20))
    assert not viewer.next_button.isEnabled()
    place = viewer.strip.tile_rect(3).center()
    qtbot.mouseClick(viewer.strip, Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: shows(viewer, 40))
    assert window.gallery_panel.view.selected_ids() == [ids[3]]
    qtbot.keyClick(viewer, Qt.Key.Key_Escape)
    assert not viewer.isVisible()
    qtbot.waitUntil(lambda: window.pane.item is not None and window.pane.item.id == ids[3])
    assert not window.viewing._pictures


def test_the_list_changes_under_the_viewer(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    ids = fill(paths, 3)
    window = open_studio().window
    viewer = opened(qtbot, window, 3)
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: shows(viewer, 40))
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        gallery.add(made("new", grey=200, side=64))
    window.gallery.refresh()
    qtbot.waitUntil(lambda: viewer.place_label.text() == "3 of 4")
    assert shows(viewer, 40)
    window.gallery_model.remove([ids[1]])
    qtbot.waitUntil(lambda: shows(viewer, 20))
    assert viewer.place_label.text() == "3 of 3"
    window.gallery_model.set_ids([])
    assert not viewer.isVisible()


def test_a_damaged_file_is_told_over_its_thumbnail(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    fill(paths, 2)
    next(paths.pictures.rglob("*p2*.png")).write_bytes(b"no picture")
    viewer = opened(qtbot, open_studio().window, 2)
    qtbot.waitUntil(viewer._trouble.isVisible)
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: shows(viewer, 20))
    assert not viewer._trouble.isVisible()


def test_keys_zoom_and_show_settings(qtbot: QtBot, open_studio: OpenStudio, paths: Paths) -> None:
    fill(paths, 1)
    viewer = opened(qtbot, open_studio().window, 1)
    qtbot.waitUntil(lambda: shows(viewer, 20))
    assert viewer.canvas.is_fitted
    qtbot.keyClick(viewer, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert viewer.zoom_bar.label.text() == "100 %"
    qtbot.keyClick(viewer, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert viewer.zoom_bar.label.text() == "200 %"
    qtbot.keyClick(viewer, Qt.Key.Key_Minus)
    assert viewer.canvas.scale() == pytest.approx(1.6)
    qtbot.keyClick(viewer, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert viewer.canvas.is_fitted
    qtbot.keyClick(viewer, Qt.Key.Key_I)
    assert viewer.info.isVisible()
    assert viewer.details.table.model().index(0, 1).data() == "p1"
    viewer.details.table.setCurrentCell(0, 1)
    viewer.details.copy_current()
    assert QGuiApplication.clipboard().text() == "p1"
    qtbot.keyClick(viewer, Qt.Key.Key_I)
    assert not viewer.info.isVisible()
    qtbot.keyClick(viewer, Qt.Key.Key_F11)
    assert viewer.isFullScreen()
    qtbot.keyClick(viewer, Qt.Key.Key_F11)
    assert not viewer.isFullScreen()
    for button in viewer.findChildren(QAbstractButton):
        is_qts_own = button.objectName().startswith("qt_")
        assert is_qts_own or (button.objectName() and button.accessibleName())


@pytest.fixture
def canvas(qtbot: QtBot, themes: ThemeSource) -> ZoomCanvas:
    """A canvas of 400 x 300 that shows 800 x 200 pixels, each column a colour of its own."""
    canvas = ZoomCanvas(themes)
    qtbot.addWidget(canvas)
    canvas.resize(400, 300)
    canvas.show()
    image = QImage(800, 200, QImage.Format.Format_RGB32)
    for x in range(800):
        for y in range(200):
            image.setPixel(x, y, 0xFF000000 | (x % 256) << 8)
    canvas.begin(image.size())
    canvas.show_image(image)
    return canvas


def column_at(canvas: ZoomCanvas, x: int) -> int:
    return canvas.grab().toImage().pixelColor(x, 150).green()


def test_zoom_keeps_what_is_under_the_mouse(canvas: ZoomCanvas) -> None:
    assert canvas.scale() == 0.5
    at = QPointF(300, 150)  # column 600
    canvas.set_scale(4.0, at)
    assert abs(column_at(canvas, 300) - 600 % 256) <= 1
    canvas.zoom(-1, at)
    assert abs(column_at(canvas, 300) - 600 % 256) <= 1
    canvas.zoom(-30, at)
    assert canvas.scale() == 1.0  # never jumped over
    canvas.zoom(-30, at)
    assert canvas.picture_rect().center() == QPointF(200, 150)  # smaller than the room: centred
    canvas.set_scale(1000)
    assert canvas.scale() == 32.0


def test_above_two_hundred_percent_pixels_have_edges(canvas: ZoomCanvas) -> None:
    canvas.set_scale(8.0)
    row = canvas.grab().toImage()
    assert len({row.pixelColor(x, 150).green() for x in range(100, 164)}) in (8, 9)


def test_dragging_stops_at_the_edge(qtbot: QtBot, canvas: ZoomCanvas) -> None:
    canvas.set_scale(1.0)
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(10, 150))
    qtbot.mouseMove(canvas, QPoint(60, 150))
    assert canvas.picture_rect().left() == -150
    qtbot.mouseMove(canvas, QPoint(390, 150))
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton)
    assert canvas.picture_rect().left() == 0
    canvas.resize(QSize(900, 300))
    assert canvas.picture_rect().left() == 50


def test_the_wheel_steps_and_with_ctrl_it_zooms(canvas: ZoomCanvas) -> None:
    steps: list[int] = []
    canvas.step_wanted.connect(steps.append)
    for modifier, turn in (
        (Qt.KeyboardModifier.NoModifier, -60),
        (Qt.KeyboardModifier.NoModifier, -60),
        (Qt.KeyboardModifier.NoModifier, 240),
        (Qt.KeyboardModifier.ControlModifier, 120),
    ):
        event = QWheelEvent(
            QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, turn),
            Qt.MouseButton.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(canvas, event)
    assert steps == [1, -1, -1]
    assert canvas.scale() == 0.625


def test_tile_size_and_details_are_remembered(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    fill(paths, 1)
    studio = open_studio()
    window = studio.window
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 1)
    assert not window.gallery_panel.details.isVisible()
    window.actions_of_window.show_details.trigger()
    window.actions_of_window.larger_tiles.trigger()
    size = window.gallery_panel.view.tile_size()
    assert size > 112
    assert window.gallery_panel.tile_slider.value() == size
    window.gallery_panel.view.setFocus()
    qtbot.keyClick(window.gallery_panel.view, Qt.Key.Key_Home)
    table = window.gallery_panel.details.table
    qtbot.waitUntil(lambda: table.rowCount() > 8)
    cells = table.model()
    names = [cells.index(row, 0).data() for row in range(table.rowCount())]
    known = {name: cells.index(row, 1).data() for row, name in enumerate(names)}
    assert known["Prompt"] == "p1"
    assert (known["Seed"], known["Size"], known["Scheduler"]) == ("1", "64 × 64", "DPM++ 2M")
    assert Path(known["File"]).is_file()
    place = table.visualRect(cells.index(names.index("Seed"), 1)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert QGuiApplication.clipboard().text() == "1"
    window.gallery_panel.details.copy_all_button.click()
    assert "Prompt: p1\n" in QGuiApplication.clipboard().text()
    window.close()
    studio.close()
    kept = load_settings(paths.settings_file)[0]
    assert (kept.tile_size, kept.show_details) == (size, True)
    assert open_studio().window.gallery_panel.details_fold.is_open()
