"""A checkpoint in one file, opened in the real window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from safetensors.torch import load_file

from sdstudio.gui.banner import Banner
from sdstudio.gui.conversion_control import ConversionControl, ConversionDialog
from sdstudio.gui.icons import IconSet
from sdstudio.gui.main_window import MainWindow
from sdstudio.gui.theme import ThemeSource
from sdstudio.paths import Paths, find_paths
from sdstudio.request import STARTER
from tests.gui.conftest import LONG, OpenStudio
from tests.gui.test_window import ready
from tests.models.test_hostile import Payload
from tests.single_files import resources_for, save_as_one_file
from tests.tiny_models import save_tiny_sd


@pytest.fixture
def checkpoint(tmp_path: Path) -> Path:
    folder = save_tiny_sd(tmp_path / "sd15")
    resources_for({"sd15": folder}, tmp_path / "resources")
    return save_as_one_file(folder, "sd15", tmp_path / "mine" / "v1-5 模型.safetensors")


@pytest.fixture
def paths(own_home: Path, tmp_path: Path) -> Paths:
    """The families' networks are narrow ones."""
    return replace(find_paths(own_home), resources=tmp_path / "resources")


def test_a_model_file_is_opened_used_and_remembered(
    checkpoint: Path, qtbot: QtBot, open_studio: OpenStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = ready(qtbot, open_studio())
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(checkpoint), ""))
    window.actions_of_window.open_model_file.trigger()
    assert window.panel.model_field.combo.currentText() == "v1-5 模型.safetensors"
    qtbot.waitUntil(lambda: window._model_label.text().endswith("v1-5 模型"), timeout=LONG)
    assert window.panel.model_field.folders() == (str(checkpoint),)
    window.panel.steps_spin.setValue(2)
    window.panel.generate_button.click()
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 1, timeout=LONG)


def open_file(window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.actions_of_window.open_model_file.trigger()


class Answering(QObject):
    """Answers a modal question from within its own event loop."""

    def __init__(self, button: str) -> None:
        super().__init__()
        self.text = ""
        self._button = button
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(20)

    @Slot()
    def _look(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            self._timer.stop()
            self.text = box.text()
            (chosen,) = (one for one in box.buttons() if one.text() == self._button)
            chosen.click()


def test_a_pickle_is_converted_after_a_yes_and_used(
    checkpoint: Path,
    tmp_path: Path,
    qtbot: QtBot,
    open_studio: OpenStudio,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    old = tmp_path / "old 模型.ckpt"
    torch.save({"state_dict": load_file(checkpoint), "epoch": 3}, old)
    window = ready(qtbot, open_studio())
    refused = Answering("Cancel")
    open_file(window, old, monkeypatch)
    qtbot.waitUntil(lambda: bool(refused.text), timeout=LONG)
    assert "can hold code" in refused.text
    assert window.panel.model() == STARTER
    assert not list(window._paths.models.rglob("*.safetensors"))

    agreed = Answering("Convert")
    open_file(window, old, monkeypatch)
    qtbot.waitUntil(lambda: bool(agreed.text), timeout=LONG)
    qtbot.waitUntil(lambda: window._model_label.text().endswith("old 模型"), timeout=LONG)
    assert "Left out" in window.pane.banner.text()
    (made,) = window._paths.models.rglob("*.safetensors")
    assert window.panel.model_field.folders() == (str(made),)
    window.panel.steps_spin.setValue(2)
    window.panel.generate_button.click()
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 1, timeout=LONG)


def test_a_pickle_with_code_is_refused_in_a_sentence(
    checkpoint: Path,
    tmp_path: Path,
    qtbot: QtBot,
    open_studio: OpenStudio,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    trace = tmp_path / "trace"
    torch.save({"state_dict": {}, "x": Payload(trace)}, tmp_path / "bad.ckpt")
    window = ready(qtbot, open_studio())
    answering = Answering("Convert")
    open_file(window, tmp_path / "bad.ckpt", monkeypatch)
    qtbot.waitUntil(lambda: "Nothing of it was run" in window.pane.banner.text(), timeout=LONG)
    assert answering.text
    assert window.panel.model() == STARTER
    assert window.panel.model_field.folders() == ()
    assert not trace.exists()
    assert not any(dialog.isVisible() for dialog in window.findChildren(ConversionDialog))


def test_a_conversion_can_be_stopped(
    tmp_path: Path, qtbot: QtBot, themes: ThemeSource, icons: IconSet
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    banner = Banner(themes, icons, window)
    control = ConversionControl(tmp_path / "models", banner, window)
    made: list[Path] = []
    control.converted.connect(made.append)
    source = tmp_path / "a.pt"
    torch.save({str(n): torch.ones(1000) for n in range(50)}, source)
    answering = Answering("Convert")
    control.offer(str(source))
    assert "“a.pt”" in answering.text
    (dialog,) = window.findChildren(ConversionDialog)
    dialog.cancel_button.click()
    qtbot.waitUntil(lambda: control._dialog is None, timeout=LONG)
    assert made == []
    assert banner.text() == ""
    assert not [one for one in tmp_path.rglob("*") if one.is_file() and one != source]
    control.close()
