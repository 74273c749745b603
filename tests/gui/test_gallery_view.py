"""The painted grid: where tiles lie, what is asked for, choosing, zooming, dragging."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, QSize, Qt, QUrl
from PySide6.QtGui import QDropEvent, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sdstudio.gui.file_drag import files_as_mime, local_files
from sdstudio.gui.gallery_model import GalleryModel
from sdstudio.gui.gallery_view import GalleryView
from sdstudio.gui.grid_geometry import GridGeometry
from sdstudio.gui.icons import IconSet
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.tiles import rounded_tile
from tests.gui.conftest import Heard, made
from tests.gui.test_gallery import item_of

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier

Shown = tuple[GalleryModel, GalleryView]
Show = Callable[..., Shown]


@pytest.fixture
def show(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> Show:
    """Shows a grid of ``count`` pictures, ids from ``count`` down to 1, three in a line."""

    def shown(count: int, tile: int = 112) -> Shown:
        model = GalleryModel()
        view = GalleryView(model, themes, icons, tile)
        qtbot.addWidget(view)
        view.resize(346, 360)
        view.show()
        view.activateWindow()
        view.setFocus()
        qtbot.waitUntil(view.hasFocus)
        with qtbot.waitSignal(view.thumbnails_wanted):
            model.set_ids(list(range(count, 0, -1)))
        return model, view

    return shown


def grey_tile(view: GalleryView, grey: int) -> QImage:
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(grey * 0x010101)
    side, corner = view.tile_pixels()
    return rounded_tile(image, QSize(side, side), corner)


def click(
    qtbot: QtBot,
    view: GalleryView,
    row: int,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    place = view.row_rect(row).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, place)


@pytest.mark.parametrize(("count", "width", "tile"), [(7, 330, 112), (1, 60, 256), (100, 999, 64)])
def test_every_tile_lies_apart_and_is_found_again(count: int, width: int, tile: int) -> None:
    grid = GridGeometry.fitted(count, width, tile)
    whole = QRect(0, 0, width, grid.height)
    for row in range(count):
        place = grid.tile(row)
        assert whole.contains(place) or grid.columns == 1
        assert grid.row_at(place.center()) == row
        assert row in grid.rows_between(place.top(), place.bottom() + 1)
        assert grid.rows_in(place) == [row]
    assert grid.row_at(QPoint(grid.left, 0)) is None  # between tiles
    assert grid.row_at(QPoint(5, grid.height + 5)) is None
    assert not grid.rows_between(grid.height, grid.height + 500)


def test_tiles_in_sight_are_asked_for_and_a_screen_further(qtbot: QtBot, show: Show) -> None:
    _, view = show(10_000)
    with qtbot.waitSignal(view.thumbnails_wanted) as wanted:
        view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    assert wanted.args is not None
    ids = wanted.args[0]
    in_sight = [
        10_000 - row
        for row in range(10_000)
        if view.row_rect(row).intersects(view.viewport().rect())
    ]
    assert ids[: len(in_sight)] == in_sight
    assert len(ids) < 30
    assert ids[-1] < in_sight[-1]  # scrolled down: further down
    with qtbot.waitSignal(view.thumbnails_wanted) as wanted:
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 5)
    assert wanted.args[0][-1] > wanted.args[0][0]  # and now further up


def test_a_thumbnail_fills_its_tile(show: Show) -> None:
    model, view = show(1)
    model.put_thumbnail(1, grey_tile(view, 200), None)
    grabbed = view.viewport().grab().toImage()
    centre = view.row_rect(0).center()
    for offset in (QPoint(0, 0), QPoint(40, 0), QPoint(0, -40)):
        assert abs(grabbed.pixelColor(centre + offset).red() - 200) < 4


def dark_pixels(view: GalleryView) -> int:
    """How many pixels of the lower right quarter of the first tile are dark."""
    rect = view.row_rect(0).adjusted(4, 4, -4, -4)
    corner = QRect(rect.center(), rect.bottomRight())
    grabbed = view.viewport().grab(corner).toImage()
    return sum(
        grabbed.pixelColor(x, y).red() < 128
        for x in range(grabbed.width())
        for y in range(grabbed.height())
    )


def test_tiles_are_marked(show: Show) -> None:
    model, view = show(1)
    model.put_thumbnail(1, grey_tile(view, 255), item_of())
    assert dark_pixels(view) == 0
    model.update_item(item_of(trajectory_bytes=58_000))
    one = dark_pixels(view)
    assert one > 100
    request = made("a cat", parent="p", from_step=8).request
    model.update_item(item_of(trajectory_bytes=58_000, kept_step=9, request=request))
    assert dark_pixels(view) > 2 * one


def test_small_tiles_stay_clean(show: Show) -> None:
    model, view = show(1, 64)
    assert view.row_rect(0).width() < 64
    model.put_thumbnail(1, grey_tile(view, 255), item_of(trajectory_bytes=58_000))
    assert dark_pixels(view) == 0


def test_choosing_as_in_any_list(qtbot: QtBot, show: Show) -> None:
    _, view = show(20)  # id of a row: 20 - row
    went: list[int] = []
    view.current_chosen.connect(went.append)
    click(qtbot, view, 4)
    assert (view.selected_ids(), view.current_id()) == ([16], 16)
    click(qtbot, view, 1, SHIFT)
    assert view.selected_ids() == [19, 18, 17, 16]
    click(qtbot, view, 2, CONTROL)
    assert view.selected_ids() == [19, 17, 16]
    click(qtbot, view, 1)  # letting go of one of several means that one
    assert view.selected_ids() == [19]
    keys = (Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Up)
    for key in keys:
        qtbot.keyClick(view, key)
    assert view.current_id() == 19  # there is no line above the first
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Home, SHIFT)
    assert len(view.selected_ids()) == 20
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.current_id() == 20 - 9
    qtbot.keyClick(view, Qt.Key.Key_End)
    qtbot.keyClick(view, Qt.Key.Key_Up)
    assert view.current_id() == 1 + 3
    qtbot.keyClick(view, Qt.Key.Key_A, CONTROL)
    assert len(view.selected_ids()) == 20
    assert went[:4] == [16, 19, 18, 19]
    activated: list[int] = []
    view.activated.connect(activated.append)
    view.verticalScrollBar().setValue(0)
    place = view.row_rect(0).center()
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert activated == [20]


def test_the_choice_outlives_the_list(qtbot: QtBot, show: Show) -> None:
    model, view = show(300)
    view.choose(150)
    click(qtbot, view, model.index_of(148).row(), CONTROL)
    place = view.row_rect(model.index_of(150).row()).top()
    model.set_ids(list(range(306, 0, -1)))  # two lines more at the top
    assert view.selected_ids() == [150, 148]
    assert view.row_rect(model.index_of(150).row()).top() == place
    model.remove([148, 306, 305, 304])
    assert view.selected_ids() == [150]
    assert view.current_id() == 147  # what stands now where the current one stood
    assert view.row_rect(model.index_of(150).row()).top() == place
    model.set_ids([150, 2, 1])
    assert view.selected_ids() == [150]
    model.set_ids([])
    assert view.current_id() is None
    assert view.selected_ids() == []


def test_what_is_looked_at_stays_while_zooming(qtbot: QtBot, show: Show) -> None:
    _, view = show(3000)
    view.verticalScrollBar().setValue(20_000)
    point = QPoint(170, 180)
    (row,) = (row for row in range(3000) if view.row_rect(row).contains(point))
    before = view.row_rect(row).center().y()
    for turn in (120, 120, 120, -120):
        event = QWheelEvent(
            QPointF(point), QPointF(view.mapToGlobal(point)), QPoint(), QPoint(0, turn),
            Qt.MouseButton.NoButton, CONTROL, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(view.viewport(), event)
        assert abs(view.row_rect(row).center().y() - before) <= 1
    assert view.tile_size() > 140
    view.reset_tile_size()
    assert view.tile_size() == 112
    for _ in range(20):
        view.enlarge()
    assert view.tile_size() == 256


def test_tiles_are_made_anew_for_another_size(qtbot: QtBot, show: Show) -> None:
    model, view = show(3)
    for id in (1, 2, 3):
        model.put_thumbnail(id, grey_tile(view, 90), None)
    wanted = Heard()
    view.thumbnails_wanted.connect(wanted.note)
    view.set_tile_size(200)
    qtbot.waitUntil(lambda: [3, 2, 1] in wanted.all)


def test_a_band_chooses(qtbot: QtBot, show: Show) -> None:
    _, view = show(5)
    end = view.row_rect(1).center()
    start = QPoint(view.row_rect(4).center().x(), view.row_rect(4).bottom() + 60)
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(port, end)
    assert view.selected_ids() == [4, 1]
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=end)
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=start)
    assert view.selected_ids() == []


def test_dragging_asks_for_all_that_are_chosen(qtbot: QtBot, show: Show) -> None:
    _, view = show(9)
    click(qtbot, view, 0)
    click(qtbot, view, 2, SHIFT)
    dragged: list[list[int]] = []
    view.drag_wanted.connect(dragged.append)
    place = view.row_rect(1).center()
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseMove(view.viewport(), place + QPoint(30, 30))
    assert dragged == [[9, 8, 7]]
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton)
    view.drag([item_of()])  # answered too late: nothing happens
    assert view.selected_ids() == [9, 8, 7]


def test_files_travel_as_files(tmp_path: Path) -> None:
    names = [tmp_path / "a b.png", tmp_path / "猫 #1.png"]
    data = files_as_mime(names)
    assert local_files(data) == names
    data.setUrls([*data.urls(), QUrl("https://example.org/a.png")])
    assert local_files(data) == names


def drop(view: GalleryView, data: QMimeData) -> QDropEvent:
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    view.dropEvent(event)
    return event


def test_only_where_somebody_listens_can_files_be_dropped(show: Show, tmp_path: Path) -> None:
    _, view = show(1)
    data = files_as_mime([tmp_path / "a.png"])
    assert not drop(view, data).isAccepted()
    heard = Heard()
    view.files_dropped.connect(heard.note)
    assert drop(view, data).isAccepted()
    assert heard.all == [[tmp_path / "a.png"]]
    text = QMimeData()
    text.setText("no file")
    assert not drop(view, text).isAccepted()


def test_a_screen_reader_is_told_the_current_picture(show: Show) -> None:
    model, view = show(3)
    view.choose(2)
    assert view.accessibleDescription() == ""
    request = made("a <b>cat</b>").request
    item = replace(item_of(id=2), request=request)
    model.put_thumbnail(2, grey_tile(view, 10), item)
    assert view.accessibleDescription().startswith("a <b>cat</b>\n")
    view.choose(1)
    assert view.accessibleDescription() == ""
