"""The dock: choosing panes, telling them what goes on, and saving what they show."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog, QToolButton
from pytestqt.qtbot import QtBot

from sdstudio.gui.icons import IconSet
from sdstudio.gui.saver import FileSaver
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.xray.embedding_pane import EmbeddingPane
from sdstudio.gui.xray.map_pane import MapPane
from sdstudio.gui.xray.panel import XrayPanel, csv_of
from sdstudio.gui.xray.schedule_pane import SchedulePane
from sdstudio.xray import EmbeddingQuery, PipelineQuery, ScheduleQuery
from tests.gui.conftest import Heard
from tests.gui.xray.answers import context, pipeline_map


@pytest.fixture
def saver() -> Iterator[FileSaver]:
    saver = FileSaver()
    yield saver
    saver.close()


@pytest.fixture
def panel(
    qtbot: QtBot, saver: FileSaver, tmp_path: Path, themes: ThemeSource, icons: IconSet
) -> XrayPanel:
    panel = XrayPanel(saver, tmp_path, themes, icons)
    qtbot.addWidget(panel)
    for kind in (MapPane, EmbeddingPane, SchedulePane):
        panel.add_pane(kind(themes, icons))
    panel.resize(420, 700)
    return panel


def show(panel: XrayPanel, qtbot: QtBot) -> None:
    with qtbot.waitActive(panel):
        panel.show()
        panel.activateWindow()


def kinds(heard: Heard) -> list[type]:
    return [type(query) for query in heard.all]


def test_nothing_is_asked_out_of_sight(panel: XrayPanel, qtbot: QtBot) -> None:
    heard = Heard()
    panel.asked.connect(heard.note)
    panel.set_context(context())
    assert heard.all == []
    show(panel, qtbot)
    assert kinds(heard) == [PipelineQuery]
    panel.show_pane("schedule")
    assert kinds(heard) == [PipelineQuery, ScheduleQuery]
    panel.hide()
    panel.set_context(context(step=1))
    panel.show_pane("embedding")
    assert kinds(heard) == [PipelineQuery, ScheduleQuery]
    panel.show()
    assert kinds(heard) == [PipelineQuery, ScheduleQuery, EmbeddingQuery]


def test_keys_choose_panes(panel: XrayPanel, qtbot: QtBot) -> None:
    heard = Heard()
    panel.pane_shown.connect(heard.note)
    show(panel, qtbot)
    assert panel.current() == "map"
    button = panel.findChild(QToolButton, "mapPaneButton")
    assert isinstance(button, QToolButton)
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert panel.current() == "schedule"
    panel.show_pane("map")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Down)
    assert panel.current() == "embedding"
    there = panel.focusWidget()
    assert there is not None
    assert there.objectName() == "embeddingPaneButton"
    qtbot.keyClick(there, Qt.Key.Key_Up)
    assert panel.current() == "map"
    panel.show_pane("no such pane")
    assert panel.current() == "map"
    assert heard.all == ["schedule", "map", "embedding", "map"]


def test_names_are_shown_where_there_is_room(panel: XrayPanel, qtbot: QtBot) -> None:
    show(panel, qtbot)
    button = panel.findChild(QToolButton, "mapPaneButton")
    assert isinstance(button, QToolButton)
    assert button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
    assert button.accessibleName() == "Map"
    assert button.geometry().top() < panel.panes()[0].mapTo(panel, panel.rect().topLeft()).y()
    panel.resize(1100, 300)
    qtbot.waitUntil(lambda: button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonTextBesideIcon)


def test_an_answer_and_a_stage_reach_the_pane(panel: XrayPanel, qtbot: QtBot) -> None:
    heard = Heard()
    panel.asked.connect(heard.note)
    panel.set_context(context())
    show(panel, qtbot)
    panel.take(heard.all[0], pipeline_map())
    panel.set_stage("denoise")
    map_pane = panel.panes()[0]
    assert isinstance(map_pane, MapPane)
    assert map_pane.chart.lit() == ("unet", "scheduler")


def test_what_is_shown_can_be_saved(
    panel: XrayPanel, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = Heard()
    panel.asked.connect(heard.note)
    panel.set_context(context())
    show(panel, qtbot)
    panel.take(heard.all[0], pipeline_map())
    pane = panel.panes()[0]

    def choose(_parent: object, _title: str, start: str, _filter: str) -> tuple[str, str]:
        return str(Path(start).with_suffix("")), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    with qtbot.waitSignal(panel.told) as told:
        pane.numbers_button.click()
    assert told.args == [f"Saved as {tmp_path / 'xray-map.csv'}."]
    lines = (tmp_path / "xray-map.csv").read_text(encoding="utf-8").splitlines()
    assert lines[0] == "name,class,library,parameters,bytes,dtype,device"
    assert lines[3] == "unet,UNet2DConditionModel,diffusers,8000000,32000000,float32,cpu"
    # What was just filled in may still be laid out, with a scroll bar or without.
    before = pane.picture().size()
    with qtbot.waitSignal(panel.told):
        pane.picture_button.click()
    image = QImage(str(tmp_path / "xray-map.png"))
    assert image.size() in (before, pane.picture().size())


def test_a_file_that_cannot_be_written_is_said(
    panel: XrayPanel, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    show(panel, qtbot)
    (tmp_path / "file").write_bytes(b"")
    gone = tmp_path / "file" / "a.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_arguments: (str(gone), ""))
    with qtbot.waitSignal(panel.told) as told:
        panel._save_numbers()
    assert told.args is not None
    assert "could not be" in told.args[0]


def test_a_table_starts_no_formula() -> None:
    text = csv_of(["text", "value"], [["=1+1", -0.5], ["a,b", 2]]).decode()
    assert text == 'text,value\r\n\'=1+1,-0.5\r\n"a,b",2\r\n'
