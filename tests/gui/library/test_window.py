"""The window of models: what is found, loaded, thrown away and brought back."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QScrollBar, QWidget
from pytestqt.qtbot import QtBot

from sdstudio.gui.library.options import OptionsDialog
from sdstudio.models.library_settings import LibrarySettings, load_library, update_library
from sdstudio.paths import Paths
from sdstudio.request import FACES, STARTER
from sdstudio.settings import Settings
from tests.gui.conftest import LONG, OpenStudio
from tests.gui.dropping import drop
from tests.gui.library.conftest import PICTURES, OpenLibrary, agree
from tests.gui.test_window import TOUCHED, is_part_of_another, ready
from tests.models.weight_files import LORA, SDXL, write_weights
from tests.tiny_models import save_tiny_sd


@pytest.fixture
def root(tmp_path: Path, paths: Paths) -> Path:
    """A folder that is looked through: a whole model, a LoRA, and two that cannot be used."""
    folder = tmp_path / "my models 模型"
    save_tiny_sd(folder / "tiny")
    write_weights(folder / "Lora" / "style.safetensors", LORA)
    write_weights(folder / "half.safetensors", SDXL)
    (folder / "old.ckpt").write_bytes(b"\x80\x02")
    update_library(paths, lambda now: now.with_root(str(folder)))
    return folder


def test_a_model_of_a_folder_is_loaded_in_the_app(
    root: Path, qtbot: QtBot, open_studio: OpenStudio
) -> None:
    studio = open_studio()
    main = ready(qtbot, studio)
    combo = main.panel.model_field.combo
    # The list of models knows it before the window of models is opened; the last line opens that.
    qtbot.waitUntil(lambda: combo.findText("tiny") > 0, timeout=LONG)
    shown = [combo.itemText(row) for row in range(combo.count())]
    assert shown == ["Starter (built in)", "Faces (built in)", "tiny", "", "More models…"]
    combo.activated.emit(combo.count() - 1)
    assert (main.panel.model(), combo.currentText()) == (STARTER, "Starter (built in)")
    window = studio.library.window
    assert window is not None
    assert window.isVisible()
    window.sources.choose("here")
    window.search_edit.setText("tin")
    assert window.list_model.rowCount() == 1
    assert window.details.primary_button.isVisible()
    window.view.setFocus()
    qtbot.waitUntil(window.view.hasFocus, timeout=LONG)
    qtbot.keyClick(window.view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: main._model_label.text().endswith("tiny"), timeout=LONG)
    # The window of models is told a moment later.
    qtbot.waitUntil(lambda: window.view.rows.in_use == str(root / "tiny"), timeout=LONG)
    assert main.panel.model() == str(root / "tiny")
    assert not window.details.primary_button.isEnabled()
    # It was found, not opened: it leaves the list when it leaves the folder.
    assert main.panel.model_field.folders() == ()
    values = studio.library.settings_values(Settings())
    assert values.library_source == "here"
    assert len(values.library_geometry) > 20


def test_what_cannot_be_used_says_why_and_offers_no_dead_button(
    root: Path, open_library: OpenLibrary
) -> None:
    library = open_library()
    window = library.window
    window.sources.choose("here")
    assert library.names() == {"tiny", "style", "half", "old"}
    for name, complaint in (("half", "no text encoder"), ("old", "pickled weights")):
        library.choose(name)
        assert complaint in window.details.complaint.text()
        assert not window.details.primary_button.isVisible()
    library.choose("style")
    assert window.details.complaint.text() == ""
    assert "part of a model" in window.details.about.text()
    assert not window.details.primary_button.isVisible()
    window.sources.choose("built in")
    library.choose("Faces (built in)")
    assert not window.actions_of_entry.remove.isVisible()


def test_models_come_and_go_while_the_window_is_open(
    root: Path, qtbot: QtBot, open_library: OpenLibrary
) -> None:
    library = open_library()
    library.window.sources.choose("here")
    # Of two models with one name, the list tells the folders.
    shutil.copytree(root / "tiny", root / "more" / "tiny")
    combo = library.field.combo
    qtbot.waitUntil(lambda: combo.findText("tiny (more)") > 0, timeout=LONG)
    assert combo.findText(f"tiny ({root.name})") > 0
    assert library.window.list_model.rowCount() == 5
    shutil.rmtree(root / "more")
    qtbot.waitUntil(lambda: combo.findText("tiny") > 0, timeout=LONG)
    assert library.window.list_model.rowCount() == 4


def test_a_model_goes_to_the_trash_and_comes_back(
    root: Path, trash: Path, qtbot: QtBot, open_library: OpenLibrary
) -> None:
    library = open_library()
    window = library.window
    window.sources.choose("here")
    library.choose("tiny")
    asked = agree("Move to trash")
    window.actions_of_entry.remove.trigger()
    qtbot.waitUntil(lambda: "tiny" not in library.names(), timeout=LONG)
    assert str(root / "tiny") in asked[0]
    assert f"made with it: {PICTURES}." in asked[0]
    assert (trash / "tiny" / "model_index.json").is_file()
    window.undo_button.click()
    qtbot.waitUntil(lambda: "tiny" in library.names(), timeout=LONG)
    assert (root / "tiny" / "model_index.json").is_file()
    assert not (trash / "tiny").exists()
    assert not window.undo_button.isVisible()


def test_a_model_is_verified(root: Path, qtbot: QtBot, open_library: OpenLibrary) -> None:
    library = open_library()
    window = library.window
    window.sources.choose("here")
    library.choose("style")
    state = window.details.state

    def is_said(sentence: str) -> None:
        window.actions_of_entry.verify.trigger()
        qtbot.waitUntil(lambda: sentence in state.text(), timeout=LONG)

    is_said("Files recorded, to be compared with the next time: 1.")
    is_said("Files that are whole: 1. Nothing has changed.")
    with (root / "Lora" / "style.safetensors").open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"x")
    is_said("damaged or was replaced")


def test_what_is_dropped_is_added_and_taken_off_again(
    tmp_path: Path, paths: Paths, qtbot: QtBot, open_library: OpenLibrary
) -> None:
    library = open_library()
    window = library.window
    window.sources.choose("here")
    assert window.empty.isVisible()
    folder = save_tiny_sd(tmp_path / "single")
    assert drop(window, [folder])
    qtbot.waitUntil(lambda: library.names() == {"single"}, timeout=LONG)
    assert load_library(paths)[0].opened == (str(folder),)
    assert library.field.folders() == (str(folder),)
    # What makes no pictures by itself is remembered, and no model to choose.
    lora = write_weights(tmp_path / "style.safetensors", LORA)
    library.curator.add(lora)
    qtbot.waitUntil(lambda: str(lora) in library.field.folders(), timeout=LONG)
    assert library.field.combo.findData(str(lora)) < 0
    library.curator.change(lambda now: now.without_opened(str(lora)))
    qtbot.waitUntil(lambda: str(lora) not in library.field.folders(), timeout=LONG)
    library.choose("single")
    window.actions_of_entry.set_default.trigger()
    qtbot.waitUntil(lambda: load_library(paths)[0].default_model == str(folder), timeout=LONG)
    window.actions_of_entry.forget.trigger()
    qtbot.waitUntil(window.empty.isVisible, timeout=LONG)
    assert library.field.folders() == ()
    assert folder.is_dir()


def test_everything_that_is_touched_has_names(root: Path, open_library: OpenLibrary) -> None:
    library = open_library()
    dialog = OptionsDialog(LibrarySettings(roots=(str(root),)), library.window)
    touched = [
        one
        for one in library.window.findChildren(QWidget)
        if isinstance(one, TOUCHED)
        and not isinstance(one, QScrollBar)
        and not is_part_of_another(one)
        and not one.objectName().startswith("qt_")
        and not isinstance(one.parent(), QDialogButtonBox | QLineEdit)
    ]
    assert len(touched) > 15
    nameless = [one for one in touched if not (one.objectName() and one.accessibleName())]
    assert [(type(one), one.objectName()) for one in nameless] == []
    dialog.close()


def test_the_settings_change_only_what_was_changed(root: Path, qtbot: QtBot) -> None:
    before = LibrarySettings(roots=(str(root), "/elsewhere"), default_model=FACES)
    dialog = OptionsDialog(before)
    qtbot.addWidget(dialog)
    dialog.folders.setCurrentRow(0)
    dialog._forget.click()
    dialog.offline_check.setChecked(True)
    ok = dialog._buttons.button(QDialogButtonBox.StandardButton.Ok)
    dialog.endpoint_edit.setText("mirror.example")
    assert not ok.isEnabled()
    dialog.endpoint_edit.setText("https://mirror.example/")
    assert ok.isEnabled()
    # Somebody else has added a folder meanwhile.
    meanwhile = replace(before, roots=(*before.roots, "/new"))
    assert dialog.options().changed(meanwhile) == LibrarySettings(
        roots=("/elsewhere", "/new"),
        default_model=FACES,
        endpoint="https://mirror.example",
        offline=True,
    )
