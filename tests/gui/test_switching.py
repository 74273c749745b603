"""Models that fail or are stopped on their way, in the real window."""

from __future__ import annotations

import json
import shutil
import threading
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sdstudio.gui.main_window import MainWindow
from sdstudio.paths import find_resources
from sdstudio.request import FACES, STARTER
from tests.gui.conftest import LONG, OpenStudio
from tests.gui.test_window import generate, ready


def choose(window: MainWindow, reference: str) -> None:
    combo = window.panel.model_field.combo
    index = combo.findData(reference)
    combo.setCurrentIndex(index)
    combo.activated.emit(index)


def test_models_that_fail_leave_the_one_in_use(
    qtbot: QtBot, open_studio: OpenStudio, tmp_path: Path
) -> None:
    window = ready(qtbot, open_studio())
    folder = tmp_path / "bad"
    shutil.copytree(find_resources() / "starter-model" / "pipeline", folder)
    weights = folder / "unet" / "diffusion_pytorch_model.safetensors"
    config = folder / "unet" / "config.json"
    sizes = json.loads(config.read_text())["block_out_channels"]
    cut = weights.read_bytes()[:-1]
    for harm in ("other shapes", "damaged", "unknown"):
        if harm == "other shapes":
            shapes = {"block_out_channels": [2 * size for size in sizes]}
            config.write_text(json.dumps(json.loads(config.read_text()) | shapes))
        elif harm == "damaged":
            weights.write_bytes(cut)
        else:
            (folder / "model_index.json").write_text('{"_class_name": "AudioPipeline"}')
        window._load_chosen(folder)
        assert window.panel.model() == str(folder)
        qtbot.waitUntil(lambda: window.panel.model() == STARTER, timeout=LONG)
        assert "Starter" in window._model_label.text()
        assert not window.pane.banner.isHidden()
        window.pane.banner.close_notice()
        generate(qtbot, window, f"a cat, {harm}", steps=1)
    assert window.gallery_model.rowCount() == 3


def test_stop_gives_up_a_model_on_its_way(qtbot: QtBot, open_studio: OpenStudio) -> None:
    studio = open_studio()
    window = ready(qtbot, studio)
    assert not window.actions_of_window.stop.isEnabled()
    window.panel.steps_spin.setValue(7)
    pressed = threading.Event()

    def hold(_reference: str) -> None:
        """In the worker's thread: it waits until Stop was pressed."""
        pressed.wait(LONG / 1000)

    studio._worker.model_loading.connect(hold, Qt.ConnectionType.DirectConnection)
    choose(window, FACES)
    qtbot.waitUntil(window.panel.stop_button.isEnabled, timeout=LONG)
    window.panel.stop_button.click()
    pressed.set()
    qtbot.waitUntil(lambda: window.panel.model() == STARTER, timeout=LONG)
    assert "Starter" in window._model_label.text()
    assert window.panel.steps_spin.value() == 7
    qtbot.waitUntil(lambda: not window.actions_of_window.stop.isEnabled(), timeout=LONG)
    generate(qtbot, window, "a cat", steps=1)
