"""The X-ray in the whole window, with the starter model."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from sdstudio.gui.main_window import MainWindow
from sdstudio.gui.xray.attention_pane import AttentionPane
from sdstudio.gui.xray_control import rgb_of
from sdstudio.xray import Answer, Query
from tests.gui.conftest import LONG, OpenStudio
from tests.gui.test_denoising import made_with_steps
from tests.gui.test_window import ready

PANES = (
    *("map", "tokens", "embedding", "schedule", "step"),
    *("guidance", "attention", "vae", "forward", "compare"),
)


class Answers(QObject):
    """What was answered, by the kind of question."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.kinds: list[str] = []
        window._worker.answered.connect(self.note)
        window.xray._replayer.answered.connect(self.note)

    @Slot(object, object)
    def note(self, query: Query, _answer: Answer) -> None:
        self.kinds.append(type(query).__name__)


def test_every_pane_answers_about_a_picture(qtbot: QtBot, open_studio: OpenStudio) -> None:
    window = ready(qtbot, open_studio())
    answers = Answers(window)
    made_with_steps(qtbot, window, "a purple house", 5)
    assert answers.kinds == []  # out of sight it asks nothing
    window.actions_of_window.show_xray.trigger()
    panel = window.xray._panel
    assert panel is not None
    assert tuple(pane.name for pane in panel.panes()) == PANES
    for name, kind in (
        ("map", "PipelineQuery"),
        ("embedding", "EmbeddingQuery"),
        ("schedule", "ScheduleQuery"),
        ("step", "StepQuery"),
        ("guidance", "GuidanceQuery"),
    ):
        panel.show_pane(name)
        qtbot.waitUntil(lambda: kind in answers.kinds, timeout=LONG)  # noqa: B023
        (pane,) = (each for each in panel.panes() if each.name == name)
        qtbot.waitUntil(lambda: bool(pane.code()), timeout=LONG)  # noqa: B023
        assert pane.message() == ""
        header, rows = pane.numbers()
        assert header
        assert rows
        assert not pane.picture().isNull()


def test_panes_follow_the_timeline_only_in_sight(qtbot: QtBot, open_studio: OpenStudio) -> None:
    window = ready(qtbot, open_studio())
    made_with_steps(qtbot, window, "a purple house", 5)
    answers = Answers(window)
    window.show_xray_page()
    panel = window.xray._panel
    assert panel is not None
    panel.show_pane("step")
    qtbot.waitUntil(lambda: answers.kinds.count("StepQuery") == 1, timeout=LONG)
    window.timeline.strip.setValue(2)
    qtbot.waitUntil(lambda: answers.kinds.count("StepQuery") == 2, timeout=LONG)
    window.show_gallery_page()
    before = window.pane.canvas.image.cacheKey()
    window.timeline.strip.setValue(4)
    qtbot.waitUntil(lambda: window.pane.canvas.image.cacheKey() != before, timeout=LONG)
    assert answers.kinds.count("StepQuery") == 2
    window.show_xray_page()
    qtbot.waitUntil(lambda: answers.kinds.count("StepQuery") == 3, timeout=LONG)


def test_pictures_are_the_same_with_the_xray_open(qtbot: QtBot, open_studio: OpenStudio) -> None:
    window = ready(qtbot, open_studio())
    window.panel.seed_edit.set_value(7)
    window.panel.keep_seed_button.setChecked(True)
    made_with_steps(qtbot, window, "a purple house", 5)
    closed = window.pane.canvas.image
    window.show_xray_page()
    panel = window.xray._panel
    assert panel is not None
    panel.show_pane("guidance")
    made_with_steps(qtbot, window, "a purple house ", 5)
    window.panel.prompt.edit.setPlainText("a purple house")
    made_with_steps(qtbot, window, "a purple house", 5)
    assert window.pane.canvas.image == closed


def test_the_pane_chosen_last_is_remembered(qtbot: QtBot, open_studio: OpenStudio) -> None:
    studio = open_studio()
    window = ready(qtbot, studio)
    window.show_xray_page()
    panel = window.xray._panel
    assert panel is not None
    panel.show_pane("tokens")
    window.close()
    studio.close()
    window = ready(qtbot, open_studio())
    window.show_xray_page()
    assert window.xray.current() == "tokens"


def test_a_replay_shows_where_words_acted_and_can_be_stopped(
    qtbot: QtBot, open_studio: OpenStudio
) -> None:
    window = ready(qtbot, open_studio())
    made_with_steps(qtbot, window, "a purple house", 60)
    pixels = window.pane.canvas.image
    window.show_xray_page()
    panel = window.xray._panel
    assert panel is not None
    panel.show_pane("attention")
    pane = next(each for each in panel.panes() if each.name == "attention")
    assert isinstance(pane, AttentionPane)
    qtbot.waitUntil(lambda: pane.context.trajectory is not None, timeout=LONG)
    pane.replay_button.click()
    qtbot.waitUntil(pane.is_replaying, timeout=LONG)
    pane.stop_button.click()
    qtbot.waitUntil(lambda: not pane.is_replaying(), timeout=LONG)
    assert pane.problem.isVisible()
    answers = Answers(window)
    pane.replay_button.click()
    qtbot.waitUntil(lambda: "AttentionQuery" in answers.kinds, timeout=LONG)
    qtbot.waitUntil(lambda: "AttentionMapQuery" in answers.kinds, timeout=LONG)
    assert pane.chosen()
    assert window.pane.canvas.image == pixels
    assert window.gallery_model.rowCount() == 1


@pytest.mark.parametrize("width", [1, 2, 3, 5, 8, 127])
def test_pixels_come_without_the_rest_of_their_lines(width: int, tmp_path: Path) -> None:
    image = QImage(width, 3, QImage.Format.Format_RGB32)
    for x in range(width):
        for y in range(3):
            image.setPixel(x, y, 0xFF000000 | (x << 16) | (y << 8) | 7)
    rgb = rgb_of(image)
    assert (rgb.width, rgb.height) == (width, 3)
    assert rgb.data == bytes(value for y in range(3) for x in range(width) for value in (x, y, 7))
