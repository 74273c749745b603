"""What every pane does: asking only while it is looked at, messages, code, saving."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.xray.pane import Pane
from sdstudio.request import SdstudioError
from sdstudio.xray import Answer, NotApplicable, PipelineMap, PipelineQuery, Query
from tests.gui.conftest import Heard
from tests.gui.xray.answers import CODE, context, pipeline_map


class MapOnly(Pane):
    """The simplest pane: it asks for the map and counts the answers."""

    def __init__(self, themes: ThemeSource, icons: IconSet) -> None:
        super().__init__("simple", "Simple", "You are looking at a pane.", themes, icons)
        self.maps: list[PipelineMap] = []
        self.label = PlainLabel("here")
        self.body.addWidget(self.label)

    def query(self) -> Query | None:
        return PipelineQuery(width=self.context.width, height=128, guidance_scale=4.0)

    def show_answer(self, query: Query, answer: Answer) -> None:
        assert isinstance(answer, PipelineMap)
        self.maps.append(answer)


@pytest.fixture
def pane(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> MapOnly:
    pane = MapOnly(themes, icons)
    qtbot.addWidget(pane)
    pane.resize(400, 500)
    pane.show()
    return pane


@pytest.fixture
def heard(pane: MapOnly) -> Heard:
    heard = Heard()
    pane.asked.connect(heard.note)
    return heard


def test_what_is_not_looked_at_asks_nothing(pane: MapOnly, heard: Heard) -> None:
    pane.set_context(context())
    assert heard.all == []
    pane.set_active(True)
    assert heard.all == [PipelineQuery(width=256, height=128, guidance_scale=4.0)]


def test_the_same_is_asked_once(pane: MapOnly, heard: Heard) -> None:
    pane.set_active(True)
    pane.set_context(context())
    pane.set_context(context(step=4))
    pane.set_active(False)
    pane.set_active(True)
    assert [query.width for query in heard.all] == [128, 256]


def test_only_the_latest_answer_counts(pane: MapOnly, heard: Heard) -> None:
    pane.set_active(True)
    pane.set_context(context())
    earlier, latest = heard.all
    pane.take(earlier, pipeline_map())
    assert pane.maps == []
    assert pane.is_waiting()
    pane.take(latest, pipeline_map())
    assert len(pane.maps) == 1
    assert not pane.is_waiting()


def test_another_model_is_asked_anew(pane: MapOnly, heard: Heard) -> None:
    pane.set_active(True)
    pane.set_context(context())
    pane.take(heard.all[-1], pipeline_map())
    pane.set_context(replace(context(), model="another"))
    assert heard.all[-1] == heard.all[-2]
    assert pane.is_waiting()


def test_what_makes_no_sense_says_so(pane: MapOnly, heard: Heard) -> None:
    pane.set_active(True)
    pane.take(heard.all[-1], NotApplicable(sentence="This model has no such thing."))
    assert pane.message() == "This model has no such thing."
    assert not pane.label.isVisible()
    assert not pane.numbers_button.isEnabled()
    pane.set_context(context())
    pane.take(heard.all[-1], pipeline_map())
    assert pane.message() == ""
    assert pane.label.isVisible()
    assert pane.numbers_button.isEnabled()


def test_a_failure_is_a_sentence_and_can_be_asked_again(pane: MapOnly, heard: Heard) -> None:
    pane.set_active(True)
    pane.fail(heard.all[-1], SdstudioError("{what} is gone.", "Try again.", what="It"))
    assert pane.message() == "It is gone. Try again."
    pane.refresh()
    assert len(heard.all) == 2


def test_text_is_never_rich(pane: MapOnly) -> None:
    pane.show_message("<b>no</b>")
    assert pane.message() == "<b>no</b>"
    label = pane.findChild(PlainLabel, "simpleMessage")
    assert isinstance(label, PlainLabel)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_the_code_can_be_read_and_copied(pane: MapOnly, heard: Heard, qtbot: QtBot) -> None:
    copy = pane.findChild(QPushButton, "simpleCopyButton")
    code = pane.findChild(QPlainTextEdit, "simpleCode")
    assert isinstance(copy, QPushButton)
    assert isinstance(code, QPlainTextEdit)
    assert not copy.isEnabled()
    pane.set_active(True)
    pane.take(heard.all[-1], pipeline_map())
    assert not code.isVisible()
    qtbot.mouseClick(pane.code_tab, Qt.MouseButton.LeftButton)
    assert code.isVisible()
    assert code.isReadOnly()
    assert pane.code() == CODE
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == CODE
    qtbot.mouseClick(pane.view_tab, Qt.MouseButton.LeftButton)
    assert pane.label.isVisible()


def test_the_picture_is_the_whole_body(pane: MapOnly, qtbot: QtBot) -> None:
    pane.label.setMinimumHeight(2000)
    qtbot.waitUntil(lambda: pane.picture().height() >= 2000)
    assert pane.height() < 1000


def test_what_takes_long_shows_how_far_it_is(pane: MapOnly, heard: Heard, qtbot: QtBot) -> None:
    pane.set_active(True)
    bar = pane._progress
    qtbot.waitUntil(bar.isVisible)
    pane.set_progress(heard.all[-1], 3, 20)
    assert (bar.value(), bar.maximum()) == (3, 20)
    pane.take(heard.all[-1], pipeline_map())
    assert not bar.isVisible()
