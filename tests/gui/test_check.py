"""Checking the gallery on the window: real files, a real database, and a repair."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QListView
from pytestqt.qtbot import QtBot

from sdstudio.app import Studio
from sdstudio.gallery.drift import verify
from sdstudio.gallery.store import Gallery
from sdstudio.gui.check_dialog import CheckDialog
from sdstudio.gui.labels import PlainLabel
from sdstudio.paths import Paths
from sdstudio.request import GalleryItem, StorageFailed
from tests.gui.conftest import LONG, OpenStudio, made
from tests.gui.test_model_file import Answering


def open_gallery(paths: Paths) -> Gallery:
    return Gallery(paths.pictures, paths.database_file, paths.cache)


@pytest.fixture
def items(paths: Paths) -> list[GalleryItem]:
    with open_gallery(paths) as gallery:
        return [gallery.add(made(f"picture {number}", grey=20 * number)) for number in range(11)]


def begun(qtbot: QtBot, studio: Studio, count: int) -> None:
    """Waits for the gallery, and for the app's own look at the files at its start."""
    qtbot.waitUntil(lambda: studio.window.gallery_model.rowCount() == count, timeout=LONG)
    qtbot.waitUntil(lambda: "adoption" not in {one.name for one in threading.enumerate()})


def open_dialog(qtbot: QtBot, studio: Studio, count: int) -> CheckDialog:
    """The window, once its first check is over."""
    grid = studio.window.gallery_model
    qtbot.waitUntil(lambda: grid.rowCount() == count, timeout=LONG)
    studio.window.actions_of_window.check_gallery.trigger()
    dialog = studio.window.findChild(CheckDialog)
    assert isinstance(dialog, CheckDialog)
    wait_for_end(qtbot, dialog)
    return dialog


def wait_for_end(qtbot: QtBot, dialog: CheckDialog) -> None:
    qtbot.waitUntil(lambda: dialog.again_button.isVisible(), timeout=LONG)


def texts(dialog: CheckDialog) -> list[str]:
    return [label.text() for label in dialog.findChildren(PlainLabel) if label.isVisible()]


def test_drift_is_shown_planned_and_repaired_after_a_second_yes(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths, items: list[GalleryItem]
) -> None:
    studio = open_studio()
    begun(qtbot, studio, 11)
    for item in items[:2]:
        item.path.unlink()
    items[2].path.write_bytes(items[3].path.read_bytes())
    items[4].path.write_bytes(b"no picture")

    dialog = open_dialog(qtbot, studio, 11)

    shown = texts(dialog)
    assert "Files and database disagree" in shown
    assert "Looked at 11 pictures. Nothing was changed." in shown
    assert "Pictures that the gallery knows, whose files are gone." in shown
    assert "They stay where they are; bring them back from a backup." in shown
    gone = dialog.findChild(QListView, "goneList")
    assert isinstance(gone, QListView)
    assert not gone.isVisible()
    fold = dialog.findChild(QAbstractButton, "goneFold")
    assert isinstance(fold, QAbstractButton)
    fold.click()
    assert gone.isVisible()
    listed = {gone.model().index(row, 0).data() for row in range(gone.model().rowCount())}
    assert listed == {str(item.path) for item in items[:2]}
    touched = [*dialog.findChildren(QAbstractButton), *dialog.findChildren(QListView)]
    assert [one for one in touched if not (one.objectName() and one.accessibleName())] == []

    dialog.plan_button.click()
    shown = texts(dialog)
    assert "The database is copied first." in shown
    assert "They leave the gallery; what is in the trash stays known." in shown
    assert "They stay where they are; bring them back from a backup." not in shown

    refused = Answering("Cancel")
    dialog.repair_button.click()
    wait_for_end(qtbot, dialog)
    assert refused.text.startswith("2 of 11 pictures would leave the gallery")
    with open_gallery(paths) as gallery:
        assert len(verify(gallery).gone) == 2

    agreed = Answering("Let them go")
    dialog.plan_button.click()
    dialog.repair_button.click()
    wait_for_end(qtbot, dialog)
    assert agreed.text
    assert "The gallery is repaired" in texts(dialog)
    backup = dialog.findChild(PlainLabel, "checkPath")
    assert isinstance(backup, PlainLabel)
    with closing(sqlite3.connect(Path(backup.text()))) as old:
        assert old.execute("SELECT count(*) FROM picture").fetchone() == (11,)
    # The grid follows, also where a picture only says something else than before.
    grid = studio.window.gallery_model
    qtbot.waitUntil(lambda: grid.rowCount() == 9, timeout=LONG)
    changed, other = items[2].id, items[3].request

    def is_anew() -> bool:
        item = grid.item(changed)
        return item is not None and item.request == other

    qtbot.waitUntil(is_anew, timeout=LONG)

    dialog.again_button.click()
    wait_for_end(qtbot, dialog)
    assert not dialog.plan_button.isVisible()
    assert any("nothing that a repair could mend" in text for text in texts(dialog))


def test_all_is_well_and_a_stopped_check_closes_the_window(
    qtbot: QtBot, open_studio: OpenStudio, items: list[GalleryItem]
) -> None:
    studio = open_studio()
    dialog = open_dialog(qtbot, studio, 11)
    shown = texts(dialog)
    assert "All is well" in shown
    assert "Files and database agree on all 11 pictures." in shown

    dialog.again_button.click()
    assert not dialog.close_button.isVisible()
    dialog.stop_button.click()
    assert not dialog.isVisible()

    # Opened again while that check may still be on its way: only the new one counts.
    studio.check.open()
    assert not dialog.again_button.isVisible()
    wait_for_end(qtbot, dialog)
    assert "All is well" in texts(dialog)
    assert studio.window.findChildren(CheckDialog) == [dialog]


def test_what_fails_and_what_ends_behind_a_closed_window_is_told(
    qtbot: QtBot,
    open_studio: OpenStudio,
    paths: Paths,
    items: list[GalleryItem],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    studio = open_studio()
    dialog = open_dialog(qtbot, studio, 11)
    (paths.pictures / "new.png").write_bytes(made("new").png)
    dialog.again_button.click()
    wait_for_end(qtbot, dialog)
    dialog.plan_button.click()
    dialog.repair_button.click()
    dialog.close()
    banner = studio.window.pane.banner
    qtbot.waitUntil(lambda: ".backup-v" in banner.text(), timeout=LONG)

    def refuse() -> Gallery:
        raise StorageFailed("The disk is away.", "Plug it in.")

    monkeypatch.setattr(studio.check._checker, "_open_gallery", refuse)
    studio.check.open()
    wait_for_end(qtbot, dialog)
    assert "The disk is away. Plug it in." in texts(dialog)
