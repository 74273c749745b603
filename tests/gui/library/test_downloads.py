"""Downloads in the window of models, from a hub on loopback that stops in the middle."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from sdstudio.gui.library.options import OptionsDialog
from sdstudio.gui.library.token_dialog import TokenDialog
from sdstudio.paths import Paths
from tests.gui.conftest import LONG
from tests.gui.library.conftest import Library, OpenLibrary, agree
from tests.models.hub_server import HubOnLoopback, files_of
from tests.models.test_hub import REPO
from tests.tiny_models import save_tiny_sd


def type_name(library: Library, repo_id: str) -> None:
    """Types a model's whole name, which offers it."""
    library.window.search_edit.setText(repo_id)
    assert library.window.list_model.rowCount() == 1
    entry = library.window.entry()
    assert entry is not None
    assert entry.offer is not None
    assert entry.offer.repo_id == repo_id


def said_when_forgotten(library: Library) -> str:
    """Opens the settings, has the token forgotten, and gives what is said of it."""
    said: list[str] = []

    def press() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, OptionsDialog):
            QTimer.singleShot(20, press)
            return
        if not said:
            said.append(dialog.token_state.text())
            dialog.forget_token_button.click()
        if dialog.token_state.text() == said[0]:
            QTimer.singleShot(20, press)
            return
        said.append(dialog.token_state.text())
        dialog.reject()

    QTimer.singleShot(0, press)
    library.window.actions_of_entry.options.trigger()
    return said[-1]


def test_a_download_is_paused_found_again_finished_and_offered(
    hub: HubOnLoopback,
    tmp_path: Path,
    paths: Paths,
    qtbot: QtBot,
    open_library: OpenLibrary,
) -> None:
    hub.repos[REPO] = files_of(save_tiny_sd(tmp_path / "served"))
    library = open_library()
    type_name(library, REPO)
    details = library.window.details
    # How much it is, before anything comes.
    qtbot.waitUntil(lambda: details.state.text().endswith("free"), timeout=LONG)
    assert f"in {len(hub.repos[REPO])} files" in details.state.text()
    assert not list(paths.models.glob("*"))
    hub.hold(20_000)
    details.primary_button.click()
    qtbot.waitUntil(lambda: library.stage() == "running" and hub.held.is_set(), timeout=LONG)
    library.window.sources.choose("downloads")
    assert library.window.list_model.rowCount() == 1
    # A half of a model is not offered as one.
    assert library.field.combo.findText(REPO) < 0
    details.primary_button.click()
    hub.release()
    qtbot.waitUntil(lambda: library.stage() == "paused", timeout=LONG)
    library.close()

    library = open_library()
    window = library.window
    window.sources.choose("downloads")
    qtbot.waitUntil(lambda: library.stage() == "paused", timeout=LONG)
    entry = window.entry()
    assert entry is not None
    assert entry.download is not None
    assert 0 < entry.download.share < 1
    assert window.details.primary_button.text() == "&Resume"
    window.details.primary_button.click()
    qtbot.waitUntil(lambda: bool(library.told.all), timeout=LONG)
    assert window.list_model.rowCount() == 0
    notice = library.told.all[0]
    assert (notice.text, notice.action) == (f"“{REPO}” is downloaded.", "Load")
    notice.run()
    folder = str(paths.models / REPO.replace("/", "--"))
    assert library.loaded.all == [folder]
    assert library.field.combo.findText(REPO) > 0
    # On this machine, its name on the hub finds it, and Enter loads it.
    window.sources.choose("all")
    window.search_edit.setText(REPO)
    window.search_edit.returnPressed.emit()
    assert library.loaded.all == [folder, folder]


def test_a_download_that_fails_is_tried_again_and_discarded(
    hub: HubOnLoopback, paths: Paths, qtbot: QtBot, open_library: OpenLibrary
) -> None:
    hub.faults["unet/config.json"] = [(418, {})]
    library = open_library()
    type_name(library, REPO)
    details, actions = library.window.details, library.window.actions_of_entry
    actions.download.trigger()
    qtbot.waitUntil(lambda: library.stage() == "failed", timeout=LONG)
    assert "refused the download" in details.state.text()
    assert details.primary_button.text() == "&Try again"
    hub.hold(1000)
    details.primary_button.click()
    qtbot.waitUntil(hub.held.is_set, timeout=LONG)
    # Discarding, while it runs, is asked about and leaves nothing behind.
    assert list(paths.models.glob("*.incomplete"))
    agree("Discard")
    actions.discard.trigger()
    hub.release()
    qtbot.waitUntil(lambda: library.stage() == "", timeout=LONG)
    assert not list(paths.models.glob("*.incomplete"))
    assert details.primary_button.text() == "&Download"


def test_a_gated_model_asks_for_a_token_which_is_written_nowhere(
    hub: HubOnLoopback,
    paths: Paths,
    qtbot: QtBot,
    open_library: OpenLibrary,
    caplog: pytest.LogCaptureFixture,
) -> None:
    token = "hf_secretOfMine"
    hub.tokens = {token}
    library = open_library()
    window = library.window
    type_name(library, REPO)
    window.actions_of_entry.download.trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(TokenDialog)), timeout=LONG)
    dialog = window.findChildren(TokenDialog)[0]
    assert not dialog._save.isEnabled()
    qtbot.keyClicks(dialog.edit, token)
    dialog._save.click()
    # This machine has no keyring, which is told; the token is known until the app ends.
    qtbot.waitUntil(lambda: "until the app is closed" in window.state_label.text(), timeout=LONG)
    qtbot.waitUntil(lambda: bool(library.told.all), timeout=LONG)
    assert said_when_forgotten(library) == "The token is forgotten."
    assert "keyring cannot be used" in said_when_forgotten(library)
    library.close()
    written = [path for path in paths.settings_file.parent.rglob("*") if path.is_file()]
    assert len(written) > 3
    assert not [path for path in written if token.encode() in path.read_bytes()]
    assert token not in caplog.text


def test_the_hub_is_searched_when_the_typing_rests(
    hub: HubOnLoopback, qtbot: QtBot, open_library: OpenLibrary
) -> None:
    hub.found = [
        {
            "id": "painter/watercolours",
            "downloads": 1234,
            "gated": "manual",
            "tags": ["diffusers:StableDiffusionXLPipeline", "license:mit"],
        }
    ]
    library = open_library()
    window = library.window
    window.search_edit.setText("waterc")
    window.sources.choose("hub")
    qtbot.waitUntil(lambda: library.names() == {"painter/watercolours"}, timeout=LONG)
    entry = window.entry()
    assert entry is not None
    assert entry.offer is not None
    assert (entry.offer.family, entry.offer.licence) == ("sdxl", "mit")
    assert entry.offer.is_gated
    # An old name of the tutorials is known.
    window.search_edit.setText("runwayml/stable-diffusion-v1-5")
    qtbot.waitUntil(lambda: library.names() == {"Stable Diffusion 1.5"}, timeout=LONG)
