"""The timeline: scrubbing, playing, following a run, and what it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sdstudio.gui.filmstrip import TILE, Filmstrip, StripGeometry
from sdstudio.gui.icons import IconSet
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.timeline import Timeline
from sdstudio.request import VIEWS, TrajectoryStep

LEFT = Qt.MouseButton.LeftButton
RED = (255, 0, 0)


def steps(last: int, first: int = 1) -> tuple[TrajectoryStep, ...]:
    return tuple(
        TrajectoryStep(index=index, timestep=1000.0 - 10 * index, sigma=15 / index)
        for index in range(first, last + 1)
    )


def one_colour(colour: tuple[int, int, int] = RED, width: int = 64, height: int = 64) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(*colour))
    return image


class Told:
    """What a timeline told, in order: steps as pairs, the rest as words."""

    def __init__(self, timeline: Timeline) -> None:
        self.all: list[object] = []
        self.thumbnails: list[list[int]] = []
        timeline.step_wanted.connect(self._step)
        timeline.live_wanted.connect(self._live)
        timeline.branch_wanted.connect(self._branch)
        timeline.keep_wanted.connect(self._keep)
        timeline.export_wanted.connect(self._export)
        timeline.remake_wanted.connect(self._remake)
        timeline.thumbnails_wanted.connect(self.thumbnails.append)

    def take(self) -> list[object]:
        """All that was told since the last time."""
        told, self.all = self.all, []
        return told

    def _step(self, index: int, view: str) -> None:
        self.all.append((index, view))

    def _live(self) -> None:
        self.all.append("live")

    def _branch(self, index: int) -> None:
        self.all.append(f"branch {index}")

    def _keep(self, index: int) -> None:
        self.all.append(f"keep {index}")

    def _export(self) -> None:
        self.all.append("export")

    def _remake(self) -> None:
        self.all.append("remake")


@pytest.fixture
def timeline(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> Iterator[Timeline]:
    timeline = Timeline(themes, icons)
    qtbot.addWidget(timeline)
    timeline.resize(900, timeline.height())
    with qtbot.waitExposed(timeline):
        timeline.show()
    yield timeline
    timeline.pause()


@pytest.fixture
def told(timeline: Timeline) -> Told:
    return Told(timeline)


def finish(timeline: Timeline, count: int = 20, first: int = 1, first_own: int = 1) -> None:
    timeline.begin("finished", count)
    timeline.set_steps(steps(count, first), first_own, count, False)


def run_to(timeline: Timeline, last: int, total: int = 20) -> None:
    timeline.begin("run", total)
    for index in range(timeline.newest_step() + 1, last + 1):
        timeline.set_steps(steps(index), 1, total, True)


def middle(strip: Filmstrip, position: int) -> QPoint:
    geometry = strip.geometry_of_tiles()
    x = strip.tile_rect(0).left() + geometry.centre(position)
    return QPoint(round(x), TILE // 2)


def press(timeline: Timeline, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(timeline.strip, key)


def brightness(timeline: Timeline, position: int) -> int:
    image = timeline.strip.grab().toImage()
    point = timeline.strip.tile_rect(position).center().toPoint() * image.devicePixelRatio()
    return image.pixelColor(point).red()


# -- with the mouse ------------------------------------------------------------------------------


def test_a_drag_tells_each_step_once(timeline: Timeline, told: Told) -> None:
    finish(timeline)
    strip = timeline.strip
    start, end = middle(strip, 2), middle(strip, 9)
    QTest.mousePress(strip, LEFT, Qt.KeyboardModifier.NoModifier, start)
    for x in range(start.x(), end.x() + 1):
        QTest.mouseMove(strip, QPoint(x, start.y()))
    QTest.mouseRelease(strip, LEFT, Qt.KeyboardModifier.NoModifier, end)
    assert told.take() == [(index, "x0") for index in range(3, 11)]
    assert timeline.current_step() == 10


def test_a_click_jumps_and_stays_within_what_is_done(timeline: Timeline, told: Told) -> None:
    run_to(timeline, 12)
    strip = timeline.strip
    QTest.mouseClick(strip, LEFT, Qt.KeyboardModifier.NoModifier, middle(strip, 4))
    assert told.take() == [(5, "x0")]
    QTest.mouseClick(strip, LEFT, Qt.KeyboardModifier.NoModifier, middle(strip, 18))
    assert timeline.current_step() == 12


def test_moving_without_a_button_and_the_wheel_change_nothing(
    timeline: Timeline, told: Told
) -> None:
    finish(timeline)
    strip = timeline.strip
    QTest.mouseMove(strip, middle(strip, 3))
    wheel = QWheelEvent(
        QPointF(middle(strip, 3)),
        QPointF(strip.mapToGlobal(middle(strip, 3))),
        QPoint(0, 0),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    wheel.ignore()
    QApplication.sendEvent(strip, wheel)
    assert timeline.current_step() == 20
    assert told.take() == []


# -- with the keyboard ---------------------------------------------------------------------------


def test_keys(timeline: Timeline, told: Told) -> None:
    finish(timeline)
    key = Qt.Key
    press(timeline, key.Key_Home, key.Key_Right, key.Key_PageDown, key.Key_Left, key.Key_PageUp)
    assert told.take() == [(index, "x0") for index in (1, 2, 7, 6, 1)]
    press(timeline, key.Key_Left)
    assert told.take() == []
    press(timeline, key.Key_2, key.Key_4, key.Key_3, key.Key_3, key.Key_1)
    assert told.take() == [(1, view) for view in ("noisy", "noise", "both", "x0")]
    press(timeline, key.Key_End)
    assert told.take() == [(20, "x0")]


def test_the_keyboard_reaches_the_strip(qtbot: QtBot, timeline: Timeline) -> None:
    finish(timeline)
    with qtbot.waitActive(timeline):
        timeline.activateWindow()
    timeline.strip.setFocus()
    qtbot.waitUntil(timeline.strip.hasFocus)
    before = timeline.strip.grab().toImage()
    timeline.focusNextChild()
    qtbot.waitUntil(lambda: not timeline.strip.hasFocus())
    timeline.strip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(timeline.strip.hasFocus)
    assert timeline.strip.grab().toImage() != before


def test_the_view_buttons(timeline: Timeline, told: Told) -> None:
    finish(timeline)
    for place in (1, 1, 2, 3, 0):
        QTest.mouseClick(timeline.view_buttons.button(place), LEFT)
        assert timeline.view() == VIEWS[place]
    assert told.take() == [(20, view) for view in ("noisy", "both", "noise", "x0")]


def test_the_step_buttons(timeline: Timeline, told: Told) -> None:
    finish(timeline)
    for button in (timeline.back_button, timeline.back_button, timeline.forward_button):
        QTest.mouseClick(button, LEFT)
    QTest.mouseClick(timeline.keep_button, LEFT)
    QTest.mouseClick(timeline.branch_button, LEFT)
    QTest.mouseClick(timeline.export_button, LEFT)
    assert told.take() == [(19, "x0"), (18, "x0"), (19, "x0"), "keep 19", "branch 19", "export"]


# -- playing -------------------------------------------------------------------------------------


def test_it_plays_from_the_first_step_to_the_last_and_stops(
    qtbot: QtBot, timeline: Timeline, told: Told
) -> None:
    finish(timeline, 6)
    timeline.steps_per_second = 200
    press(timeline, Qt.Key.Key_Space)
    assert timeline.is_playing()
    qtbot.waitUntil(lambda: not timeline.is_playing())
    assert told.take() == [(index, "x0") for index in range(1, 7)]


def test_it_plays_on_from_the_middle(qtbot: QtBot, timeline: Timeline, told: Told) -> None:
    finish(timeline, 6)
    timeline.set_current(4)
    timeline.steps_per_second = 200
    QTest.mouseClick(timeline.play_button, LEFT)
    qtbot.waitUntil(lambda: not timeline.is_playing())
    assert told.take() == [(5, "x0"), (6, "x0")]


def test_whatever_the_user_does_stops_the_playing(timeline: Timeline) -> None:
    finish(timeline)
    timeline.steps_per_second = 0.001
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Right):
        press(timeline, Qt.Key.Key_Space)
        assert timeline.is_playing()
        assert timeline.play_button.accessibleName() == "Pause"
        press(timeline, key)
        assert not timeline.is_playing()
        assert timeline.play_button.accessibleName() == "Play"
    press(timeline, Qt.Key.Key_Space)
    QTest.mouseClick(timeline.strip, LEFT, pos=middle(timeline.strip, 0))
    assert not timeline.is_playing()


# -- following a run -----------------------------------------------------------------------------


def test_it_follows_a_run_without_telling(timeline: Timeline, told: Told) -> None:
    run_to(timeline, 8)
    assert timeline.current_step() == 8
    assert timeline.is_following()
    assert told.take() == []
    timeline.set_steps(steps(20), 1, 20, False)
    assert timeline.current_step() == 20
    assert told.take() == []


def test_who_looks_back_is_left_there_until_they_return(timeline: Timeline, told: Told) -> None:
    run_to(timeline, 8)
    press(timeline, Qt.Key.Key_Left)
    run_to(timeline, 11)
    assert timeline.current_step() == 7
    assert not timeline.is_following()
    press(timeline, Qt.Key.Key_End)
    assert timeline.is_following()
    assert told.take() == [(7, "x0"), "live"]
    run_to(timeline, 12)
    assert timeline.current_step() == 12


def test_under_the_mouse_the_playhead_does_not_run_away(timeline: Timeline, told: Told) -> None:
    run_to(timeline, 8)
    strip = timeline.strip
    QTest.mousePress(strip, LEFT, Qt.KeyboardModifier.NoModifier, middle(strip, 2))
    QTest.mouseMove(strip, middle(strip, 7))
    assert not timeline.is_following()
    assert told.take() == [(3, "x0"), (8, "x0")]
    QTest.mouseRelease(strip, LEFT, Qt.KeyboardModifier.NoModifier, middle(strip, 7))
    assert timeline.is_following()
    assert told.take() == ["live"]


def test_other_views_of_a_run_are_asked_for_at_each_step(timeline: Timeline, told: Told) -> None:
    run_to(timeline, 2)
    press(timeline, Qt.Key.Key_4)
    run_to(timeline, 4)
    press(timeline, Qt.Key.Key_1)
    run_to(timeline, 5)
    assert told.take() == [(2, "noise"), (3, "noise"), (4, "noise"), "live"]


def test_playing_a_run_ends_live(qtbot: QtBot, timeline: Timeline, told: Told) -> None:
    run_to(timeline, 3)
    timeline.steps_per_second = 200
    press(timeline, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not timeline.is_playing())
    assert told.take() == [(1, "x0"), (2, "x0"), "live"]
    assert timeline.is_following()


# -- what it shows -------------------------------------------------------------------------------


def test_the_read_out(timeline: Timeline) -> None:
    finish(timeline)
    timeline.set_current(8)
    assert timeline.read_out.text() == "Step 8 of 20 · t 920 · σ 1.88"
    assert timeline.strip.accessibleDescription() == timeline.read_out.text()
    timeline.clear()
    assert timeline.read_out.text() == ""


def test_a_screen_reader_finds_a_slider(timeline: Timeline) -> None:
    finish(timeline)
    found = QAccessible.queryAccessibleInterface(timeline.strip)
    assert found.role() == QAccessible.Role.Slider
    assert found.text(QAccessible.Text.Name) == "Denoising steps"


def test_inherited_steps_are_dim_and_not_branched(timeline: Timeline, told: Told) -> None:
    finish(timeline, first_own=5)
    for index in range(1, 21):
        timeline.set_thumbnail(index, one_colour())
    assert brightness(timeline, 3) < brightness(timeline, 4) == 255
    timeline.set_current(4)
    assert not timeline.branch_button.isEnabled()
    timeline.set_current(5)
    assert timeline.branch_button.isEnabled()
    assert told.take() == []


def test_steps_that_begin_in_the_middle(timeline: Timeline, told: Told) -> None:
    finish(timeline, 20, first=9, first_own=9)
    press(timeline, Qt.Key.Key_Home)
    assert told.take() == [(9, "x0")]
    assert timeline.read_out.text().startswith("Step 9 of 20")
    assert timeline.strip.geometry_of_tiles().count == 12


def test_the_same_picture_keeps_its_place_and_thumbnails(timeline: Timeline) -> None:
    run_to(timeline, 8)
    timeline.set_thumbnail(3, one_colour())
    press(timeline, Qt.Key.Key_Home, Qt.Key.Key_2)
    timeline.begin("run", 20)
    timeline.set_steps(steps(20), 1, 20, False)
    assert (timeline.current_step(), timeline.view()) == (1, "noisy")
    assert timeline.strip.has_thumbnail(3)
    timeline.begin("another", 20)
    timeline.set_steps(steps(20), 1, 20, False)
    assert (timeline.current_step(), timeline.view()) == (20, "x0")
    assert not timeline.strip.has_thumbnail(3)


def test_the_hint(timeline: Timeline, told: Told) -> None:
    finish(timeline)
    timeline.set_hint("The denoising of <b>this</b> picture is not kept.", "Make it again")
    timeline.clear()
    assert not timeline.strip.isVisible()
    assert timeline.current_step() == 0
    QTest.mouseClick(timeline.remake_button, LEFT)
    assert told.take() == ["remake"]
    timeline.set_hint("", "")
    assert not timeline.remake_button.isVisible()
    finish(timeline)
    assert timeline.strip.isVisible()


def test_nothing_moves_whatever_it_shows(timeline: Timeline) -> None:
    def places() -> list[object]:
        QApplication.processEvents()
        parts = (
            timeline,
            timeline.back_button,
            timeline.play_button,
            *timeline.view_buttons.buttons(),
            timeline.branch_button,
            timeline.export_button,
        )
        return [part.geometry().getRect() for part in parts]

    before = places()
    hints = timeline.sizeHint().height(), timeline.minimumSizeHint().height()
    finish(timeline, 100)
    assert places() == before
    run_to(timeline, 4)
    assert places() == before
    timeline.set_hint("Not kept. " * 20, "Make it again to look inside")
    timeline.clear()
    assert places() == before
    assert (timeline.sizeHint().height(), timeline.minimumSizeHint().height()) == hints


@pytest.mark.parametrize("width", [385, 450, 560, 720, 900, 1600])
def test_the_buttons_fit_any_width(qtbot: QtBot, timeline: Timeline, width: int) -> None:
    finish(timeline)
    timeline.resize(width, timeline.height())
    qtbot.waitUntil(lambda: timeline.strip.width() > width - 30)
    QApplication.processEvents()
    row = [timeline.play_button, timeline.read_out, *timeline.view_buttons.buttons()]
    row += [timeline.branch_button, timeline.keep_button, timeline.export_button]
    for left, right in pairwise(row):
        assert left.geometry().right() < right.geometry().left()
    assert row[-1].geometry().right() < width
    room = timeline.read_out.fontMetrics().horizontalAdvance(timeline.read_out.text())
    assert room <= timeline.read_out.width()


# -- thumbnails ----------------------------------------------------------------------------------


def test_it_asks_for_exactly_the_thumbnails_missing(
    qtbot: QtBot, timeline: Timeline, told: Told
) -> None:
    timeline.begin("run", 20)
    timeline.set_thumbnail(2, one_colour())
    timeline.set_steps(steps(5), 1, 20, True)
    qtbot.waitUntil(lambda: told.thumbnails == [[1, 3, 4, 5]])
    for index in (1, 3, 4, 5, 6):
        timeline.set_thumbnail(index, one_colour())
    timeline.set_steps(steps(6), 1, 20, True)
    timeline.set_steps(steps(7), 1, 20, True)
    qtbot.waitUntil(lambda: told.thumbnails == [[1, 3, 4, 5], [7]])


def test_a_hundred_steps_share_the_room(qtbot: QtBot, timeline: Timeline, told: Told) -> None:
    finish(timeline, 100)
    qtbot.waitUntil(lambda: len(told.thumbnails) == 1)
    asked = told.thumbnails[0]
    assert 10 < len(asked) < 30
    assert asked[-1] == 100
    geometry = timeline.strip.geometry_of_tiles()
    assert not geometry.has_all
    for position in range(100):
        QTest.mouseClick(timeline.strip, LEFT, pos=middle(timeline.strip, position))
        assert timeline.current_step() == position + 1
        strip = timeline.strip.rect().toRectF()
        assert strip.contains(timeline.strip.tile_rect(position))
    # The step looked at is in sight, so its thumbnail is asked for as well.
    timeline.strip.setValue(50)
    qtbot.waitUntil(lambda: any(50 in wanted for wanted in told.thumbnails))
    timeline.resize(1700, timeline.height())
    qtbot.waitUntil(lambda: any(len(wanted) > 30 for wanted in told.thumbnails))


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
@pytest.mark.parametrize("count", [1, 4, 20, 33, 100, 1000])
@pytest.mark.parametrize("width", [300.0, 874.0, 1601.0])
def test_tiles_lie_side_by_side_on_whole_pixels(count: int, width: float, ratio: float) -> None:
    geometry = StripGeometry(count, width, ratio)
    tiles = geometry.tiles()
    assert 1 <= len(tiles) <= count
    positions = [position for position, _ in tiles]
    assert positions == sorted(set(positions))
    assert positions[0] >= 0
    assert positions[-1] < count
    for (_, left), (_, following) in pairwise(tiles):
        assert left + geometry.tile_width < following
    assert tiles[-1][1] + geometry.tile_width <= width + 1
    for _, left in tiles:
        assert left * ratio == pytest.approx(round(left * ratio))
    for position in range(count):
        assert geometry.position_at(geometry.centre(position)) == position
    assert geometry.position_at(-5) == 0
    assert geometry.position_at(width + 5) == count - 1


def test_a_wide_picture_is_cut_not_bent(timeline: Timeline) -> None:
    image = one_colour((0, 0, 0), 300, 100)
    for x in range(100, 200):
        for y in range(100):
            image.setPixelColor(x, y, QColor(*RED))
    finish(timeline, 4)
    timeline.set_thumbnail(2, image)
    grabbed = timeline.strip.grab().toImage()
    rect = timeline.strip.tile_rect(1)
    for share in (0.1, 0.9):
        point = QPointF(rect.left() + share * rect.width(), rect.center().y()).toPoint()
        assert grabbed.pixelColor(point * grabbed.devicePixelRatio()).red() == 255


def test_both_themes(timeline: Timeline, themes: ThemeSource) -> None:
    run_to(timeline, 3)
    dark = brightness(timeline, 10)
    themes.choose("light")
    assert brightness(timeline, 10) > dark
    themes.choose("dark")
    assert brightness(timeline, 10) == dark
