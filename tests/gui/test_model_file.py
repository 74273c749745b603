"""A checkpoint in one file, opened in the real window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from sdstudio.paths import Paths, find_paths
from sdstudio.request import STARTER
from tests.gui.conftest import LONG, OpenStudio
from tests.gui.test_window import ready
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


def test_a_file_chosen_by_mistake_is_told_and_forgotten(
    checkpoint: Path,
    tmp_path: Path,
    qtbot: QtBot,
    open_studio: OpenStudio,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (tmp_path / "other.ckpt").write_bytes(b"\x80\x02")
    window = ready(qtbot, open_studio())
    monkeypatch.setattr(
        QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "other.ckpt"), "")
    )
    window.actions_of_window.open_model_file.trigger()
    qtbot.waitUntil(lambda: window.panel.model() == STARTER, timeout=LONG)
    assert "holds pickled weights" in window.pane.banner.text()
    assert window.panel.model_field.folders() == ()
