"""Curves, heat maps and pictures: what they show, and how the keyboard and the mouse read them."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.xray.colours import colour_table
from sdstudio.gui.xray.plots import Curve, Heat, Picture, Plot, Zoom, heat_image, image_of, said
from sdstudio.xray import Rgb
from tests.gui.accessible import luminance
from tests.gui.conftest import Heard


@pytest.fixture
def plot(qtbot: QtBot, themes: ThemeSource) -> Plot:
    plot = Plot("noisePlot", "Noise", "step", "sigma", themes)
    qtbot.addWidget(plot)
    plot.resize(400, 260)
    plot.show()
    plot.set_curves(
        [
            Curve(name="one", x=[1, 2, 3, 4], y=[8.0, 4.0, 2.0, 1.0]),
            Curve(name="two", x=[1, 2, 3, 4], y=[1.0, 2.0, 3.0, 4.0], look="dashes"),
        ]
    )
    return plot


@pytest.fixture
def heat(qtbot: QtBot, themes: ThemeSource) -> Heat:
    heat = Heat("someHeat", "Heat", themes)
    qtbot.addWidget(heat)
    heat.resize(400, heat.heightForWidth(400))
    heat.show()
    heat.set_values(
        np.array([[0.0, 1.0], [2.0, 4.0]]), rows=["a", "b"], columns=["c", "d"], axes=("row", "")
    )
    heat.resize(400, heat.heightForWidth(400))
    return heat


# -- curves ----------------------------------------------------------------------------------


def test_a_curve_is_told_in_words(plot: Plot) -> None:
    words = plot.accessibleDescription()
    assert "one: 4 points, from 8 to 1, least 1, most 8." in words
    assert "Here" not in words
    plot.mark(3)
    assert "Here: step 3 · one 2 · two 3." in plot.accessibleDescription()


def test_keys_walk_along_a_curve(plot: Plot, qtbot: QtBot) -> None:
    heard = Heard()
    plot.picked.connect(heard.note)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_End):
        qtbot.keyClick(plot, key)
    assert heard.all == [2.0]
    assert "step 4" in plot.accessibleDescription()


def test_a_click_tells_the_nearest_point(plot: Plot, qtbot: QtBot) -> None:
    heard = Heard()
    plot.picked.connect(heard.note)
    view = plot._view
    box = view.getPlotItem().getViewBox()
    place = plot.mapFromGlobal(
        view.mapToGlobal(view.mapFromScene(box.mapViewToScene(QPointF(3.2, 4.0))))
    )
    qtbot.mouseClick(plot, Qt.MouseButton.LeftButton, pos=place)
    assert heard.all == [3.0]


def test_all_kinds_of_curves_can_be_drawn(plot: Plot, themes: ThemeSource) -> None:
    plot.set_curves([Curve(name="bars", x=[0, 1, 2], y=[1.0, 3.0, 1.0], look="bars")])
    plot.set_logarithmic(True)
    plot.set_curves([Curve(name="none", x=[], y=[])])
    plot.set_curves([Curve(name="zero", x=[1, 2], y=[0.0, 1.0])])
    themes.choose("light")
    assert not plot.grab().toImage().isNull()


def test_plots_bring_their_library_only_when_drawn() -> None:
    code = (
        "import sys, sdstudio.gui.xray.panel, sdstudio.gui.xray.schedule_pane\n"
        "assert 'pyqtgraph' not in sys.modules\n"
        "hooks = sys.excepthook\n"
        "from sdstudio.gui.xray.plots import pyqtgraph\n"
        "pyqtgraph()\n"
        "assert 'pyqtgraph' in sys.modules and sys.excepthook is hooks"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)


# -- heat ------------------------------------------------------------------------------------


def test_colours_grow_lighter_with_the_numbers() -> None:
    table = colour_table(False)
    lightness = [luminance(QColor(*map(int, colour))) for colour in table]
    assert lightness == sorted(lightness)
    middle = colour_table(True)[128]
    assert min(middle) > 235


def test_a_heat_image_has_the_colours_of_its_numbers() -> None:
    image = heat_image(np.array([[0.0, 1.0], [np.nan, 0.5]]), 0, 1)
    assert image.pixelColor(0, 0).name() == "#440154"
    assert image.pixelColor(1, 0).name() == "#fde725"
    assert image.pixelColor(0, 1).alpha() == 0
    assert heat_image(np.ones((2, 2)), 1, 1).pixelColor(0, 0).alpha() == 255


def test_diverging_colours_are_even_around_zero(qtbot: QtBot, themes: ThemeSource) -> None:
    heat = Heat("someHeat", "", themes, diverging=True)
    qtbot.addWidget(heat)
    heat.set_values(np.array([[-1.0, 3.0]]))
    assert heat.scale() == (-3.0, 3.0)


def test_keys_walk_over_cells_and_read_them(heat: Heat, qtbot: QtBot) -> None:
    heard: list[tuple[int, int]] = []
    heat.picked.connect(lambda row, column: heard.append((row, column)))
    assert "from 0 to 4, mean 1.75" in heat.accessibleDescription()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(heat, key)
    assert heat.read_out() == "row b · d: 4"
    assert heat.read_out() in heat.accessibleDescription()
    assert heard == [(1, 1)]


def test_the_mouse_reads_the_cell_it_is_over(heat: Heat, qtbot: QtBot) -> None:
    area = heat._area()
    qtbot.mouseMove(heat, area.bottomLeft() + QPointF(20, -20).toPoint())
    qtbot.waitUntil(lambda: heat.read_out() == "row b · c: 2")


def test_a_heat_map_without_numbers_is_empty(heat: Heat) -> None:
    heat.clear()
    assert heat.read_out() == ""
    assert not heat.grab().toImage().isNull()
    heat.set_values(np.full((2, 3), np.nan))
    assert not heat.grab().toImage().isNull()


# -- pictures --------------------------------------------------------------------------------


def test_pictures_move_together(qtbot: QtBot, themes: ThemeSource) -> None:
    zoom = Zoom()
    pictures = [Picture(f"picture{i}", f"{i}", themes, zoom) for i in range(2)]
    for picture in pictures:
        qtbot.addWidget(picture)
        picture.resize(200, 220)
        picture.set_image(heat_image(np.eye(16), 0, 1))
        picture.show()
    for _ in range(4):
        qtbot.keyClick(pictures[0], Qt.Key.Key_Plus)
    qtbot.keyClick(pictures[0], Qt.Key.Key_Right)
    assert zoom.factor == pytest.approx(1.25**4)
    assert zoom.centre.x() > 0.5
    middle = pictures[1].area().center()
    assert pictures[1].spot_at(middle) == zoom.centre
    qtbot.keyClick(pictures[1], Qt.Key.Key_0)
    assert (zoom.factor, zoom.centre) == (1.0, QPointF(0.5, 0.5))


def test_a_click_tells_the_spot(qtbot: QtBot, themes: ThemeSource) -> None:
    picture = Picture("picture", "caption", themes)
    qtbot.addWidget(picture)
    picture.resize(200, 240)
    picture.set_rgb(Rgb(width=2, height=2, data=bytes(12)))
    picture.show()
    spots: list[QPointF] = []
    picture.spot_picked.connect(lambda x, y: spots.append(QPointF(x, y)))
    area = picture.area()
    place = QPointF(area.left() + area.width() * 0.75, area.top() + area.height() * 0.25)
    qtbot.mouseClick(picture, Qt.MouseButton.LeftButton, pos=place.toPoint())
    assert spots[0].x() == pytest.approx(0.75, abs=0.01)
    assert spots[0].y() == pytest.approx(0.25, abs=0.01)


def test_an_image_outlives_its_bytes() -> None:
    image = image_of(Rgb(width=1, height=1, data=bytes([10, 20, 30])))
    assert image.format() == QImage.Format.Format_RGB32
    assert image.pixelColor(0, 0).name() == "#0a141e"


def test_numbers_are_short() -> None:
    assert [said(value) for value in (0.0, -1.5, 14.61464, 1e-7)] == ["0", "−1.5", "14.61", "1e-07"]
