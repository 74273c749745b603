"""The canvas: colours where they belong, and a size that nothing changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from sdstudio.gui.canvas import Canvas
from sdstudio.gui.decoding import image_from_rgb
from sdstudio.gui.theme import ThemeSource
from sdstudio.request import StepPreview

RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)


@pytest.fixture
def canvas(qtbot: QtBot, themes: ThemeSource) -> Canvas:
    canvas = Canvas(themes)
    qtbot.addWidget(canvas)
    canvas.resize(448, 348)
    canvas.set_smooth(False)
    canvas.show()
    return canvas


def preview(*colours: tuple[int, int, int], width: int = 2) -> StepPreview:
    return StepPreview(
        request_id="r",
        index=1,
        num_timesteps=2,
        timestep=1.0,
        sigma=None,
        rgb=b"".join(bytes(colour) for colour in colours),
        width=width,
        height=len(colours) // width,
    )


def colour_at(canvas: Canvas, x: float, y: float) -> tuple[int, int, int]:
    """The colour at a share of the frame's width and height."""
    frame = canvas.frame_rect()
    image = canvas.grab().toImage()
    point = QPoint(round(frame.left() + x * frame.width()), round(frame.top() + y * frame.height()))
    colour = image.pixelColor(point * image.devicePixelRatio())
    return colour.red(), colour.green(), colour.blue()


def test_colours_lie_where_they_belong(canvas: Canvas) -> None:
    canvas.start(128, 128)
    canvas.show_preview(preview(RED, GREEN, BLUE, WHITE))
    assert colour_at(canvas, 0.1, 0.1) == RED
    assert colour_at(canvas, 0.9, 0.1) == GREEN
    assert colour_at(canvas, 0.1, 0.9) == BLUE
    assert colour_at(canvas, 0.9, 0.9) == WHITE


def test_a_picture_whose_rows_are_no_multiple_of_four_bytes(canvas: Canvas) -> None:
    canvas.start(3, 2)
    canvas.show_preview(preview(RED, GREEN, BLUE, WHITE, RED, GREEN, width=3))
    assert colour_at(canvas, 0.1, 0.75) == WHITE
    assert colour_at(canvas, 0.5, 0.75) == RED


def test_the_frame_is_centred_and_as_large_as_fits(canvas: Canvas) -> None:
    canvas.start(200, 100)
    frame = canvas.frame_rect()
    assert (frame.width(), frame.height()) == (400, 200)
    assert frame.center().x() == pytest.approx(224)
    assert frame.center().y() == pytest.approx(174)
    canvas.start(100, 200)
    frame = canvas.frame_rect()
    assert (frame.width(), frame.height()) == (150, 300)


def test_previews_change_neither_frame_nor_size(canvas: Canvas) -> None:
    canvas.start(256, 128)
    frame, size, hint = canvas.frame_rect(), canvas.size(), canvas.sizeHint()
    for width in (1, 2, 4):
        canvas.show_preview(preview(RED, GREEN, BLUE, WHITE, width=width))
        canvas.repaint()
        assert canvas.frame_rect() == frame
        assert (canvas.size(), canvas.sizeHint()) == (size, hint)


def test_the_last_picture_stays_only_in_a_frame_of_its_size(canvas: Canvas) -> None:
    canvas.show_image(image_from_rgb(bytes(RED) * 16, 4, 4))
    canvas.start(4, 4)
    assert colour_at(canvas, 0.5, 0.5) == RED
    canvas.start(8, 4)
    panel = QColor(canvas._themes.theme.panel)
    assert colour_at(canvas, 0.5, 0.5) == (panel.red(), panel.green(), panel.blue())


def test_pixels_are_seen_or_smoothed(canvas: Canvas) -> None:
    canvas.show_image(image_from_rgb(bytes((*RED, *BLUE)), 2, 1))
    assert colour_at(canvas, 0.49, 0.5) == RED
    canvas.set_smooth(True)
    red, _, blue = colour_at(canvas, 0.49, 0.5)
    assert red > 60
    assert blue > 60


def test_a_picture_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError):
        image_from_rgb(b"\0" * 11, 2, 2)


def test_the_image_does_not_look_at_the_bytes_again() -> None:
    data = bytearray(bytes(RED) * 4)
    image = image_from_rgb(bytes(data), 2, 2)
    data[:] = bytes(12)
    assert image.pixelColor(0, 0).red() == 255


def test_it_tells_its_first_paint_once(qtbot: QtBot, themes: ThemeSource) -> None:
    canvas = Canvas(themes)
    qtbot.addWidget(canvas)
    painted: list[int] = []
    canvas.first_painted.connect(lambda: painted.append(1))
    with qtbot.waitSignal(canvas.first_painted):
        canvas.show()
    canvas.repaint()
    canvas.repaint()
    assert painted == [1]
