"""The denoising in the whole window: looking into it, branching, keeping, stopping early."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from sdstudio.gallery.naming import trajectory_path
from sdstudio.gallery.store import Gallery
from sdstudio.gui.main_window import MainWindow
from sdstudio.paths import Paths
from sdstudio.request import GalleryItem
from tests.gui.conftest import LONG, OpenStudio
from tests.gui.test_window import generate, ready


def item_on_canvas(window: MainWindow) -> GalleryItem:
    item = window.pane.item
    assert item is not None
    return item


def made_with_steps(qtbot: QtBot, window: MainWindow, prompt: str, steps: int) -> GalleryItem:
    """Makes a picture and waits until it and its steps are shown."""
    generate(qtbot, window, prompt, steps)
    timeline = window.timeline

    def is_shown() -> bool:
        item, info = window.pane.item, window.looking.info
        return (
            item is not None
            and item.request is not None
            and item.request.prompt == prompt
            and info is not None
            and info.request.id == item.request.id
            and not info.is_running
            and timeline.newest_step() == steps
        )

    qtbot.waitUntil(is_shown, timeout=LONG)
    return item_on_canvas(window)


def look_at_step(qtbot: QtBot, window: MainWindow, index: int) -> QImage:
    """Goes to a step and waits until it is on the canvas."""
    before = window.pane.canvas.image.cacheKey()
    window.timeline.strip.setValue(index)
    qtbot.waitUntil(lambda: window.pane.canvas.image.cacheKey() != before, timeout=LONG)
    return window.pane.canvas.image


def test_a_run_leaves_its_steps_in_the_timeline(qtbot: QtBot, open_studio: OpenStudio) -> None:
    window = ready(qtbot, open_studio())
    assert window.timeline.current_step() == 0
    made_with_steps(qtbot, window, "a cat", 6)
    assert window.timeline.current_step() == 6
    qtbot.waitUntil(
        lambda: all(window.timeline.thumbnail(index) is not None for index in range(1, 7)),
        timeout=LONG,
    )


def test_scrubbing_shows_steps_and_the_finished_picture_at_the_end(
    qtbot: QtBot, open_studio: OpenStudio
) -> None:
    window = ready(qtbot, open_studio())
    made_with_steps(qtbot, window, "a cat", 6)
    final = window.pane.canvas.image
    first = look_at_step(qtbot, window, 1)
    assert first.size() == final.size()
    assert first != final
    assert "1" in window.pane.status_line.text()
    # At rest the step is decoded by the VAE.
    qtbot.waitUntil(lambda: window.pane.canvas.image != first, timeout=LONG)
    assert look_at_step(qtbot, window, 6) == final
    for key, width in ((Qt.Key.Key_3, 2), (Qt.Key.Key_2, 1), (Qt.Key.Key_4, 1)):
        before = window.pane.canvas.image.cacheKey()
        qtbot.keyClick(window.timeline.strip, key)
        qtbot.waitUntil(lambda: window.pane.canvas.image.cacheKey() != before, timeout=LONG)  # noqa: B023
        assert window.pane.canvas.image.width() == width * final.width()


def test_dragging_over_all_steps_leaves_the_last_one(qtbot: QtBot, open_studio: OpenStudio) -> None:
    window = ready(qtbot, open_studio())
    made_with_steps(qtbot, window, "a cat", 30)
    strip = window.timeline.strip
    middle = strip.height() // 2
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(10, middle))
    for x in range(10, strip.width() - 60, 7):
        qtbot.mouseMove(strip, QPoint(x, middle))
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.width() - 60, middle))
    index = window.timeline.current_step()
    assert 20 < index < 30
    qtbot.waitUntil(lambda: f"{index}" in window.pane.status_line.text(), timeout=LONG)


def test_stop_and_keep_makes_a_picture_of_the_step(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    window = ready(qtbot, open_studio())
    window.panel.steps_spin.setValue(400)
    window.panel.prompt.edit.setPlainText("a frog")
    window.generation.generate()
    qtbot.waitUntil(lambda: window.timeline.newest_step() > 3, timeout=LONG)
    assert window.panel.stop_and_keep_button.isEnabled()
    window.actions_of_window.stop_and_keep.trigger()
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 1, timeout=LONG)
    qtbot.waitUntil(lambda: window.pane.item is not None, timeout=LONG)
    kept = item_on_canvas(window).kept_step
    assert kept is not None
    assert 3 < kept < 400
    assert str(kept) in window.pane.status_line.text()
    assert not window.panel.stop_and_keep_button.isEnabled()


def test_a_branch_from_the_dialog_joins_the_family(qtbot: QtBot, open_studio: OpenStudio) -> None:
    window = ready(qtbot, open_studio())
    parent = made_with_steps(qtbot, window, "a purple house", 6)
    assert parent.request is not None
    look_at_step(qtbot, window, 3)
    press_in_dialog(change={"branchPromptEdit": "a red house"}, button="branchAcceptButton")
    window.timeline.branch_button.click()
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 2, timeout=LONG)

    def is_branch() -> bool:
        item = window.pane.item
        return item is not None and item.request is not None and bool(item.request.parent)

    qtbot.waitUntil(is_branch, timeout=LONG)
    branch = item_on_canvas(window).request
    assert branch is not None
    assert (branch.parent, branch.from_step) == (parent.request.id, 3)
    assert branch.prompt == "a red house"
    assert branch.seed == parent.request.seed
    qtbot.waitUntil(lambda: window.family_panel.view.topLevelItemCount() == 1, timeout=LONG)
    root = window.family_panel.view.topLevelItem(0)
    assert root is not None
    assert root.childCount() == 1


def test_the_denoising_is_kept_with_the_picture_and_there_after_a_start(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    studio = open_studio()
    window = ready(qtbot, studio)
    item = made_with_steps(qtbot, window, "a cat", 5)
    keep = window.actions_of_window.keep_denoising
    assert not keep.isChecked()
    keep.trigger()
    qtbot.waitUntil(lambda: item_on_canvas(window).trajectory_bytes > 0, timeout=LONG)
    file = trajectory_path(item.path)
    assert file.stat().st_size == item_on_canvas(window).trajectory_bytes
    assert keep.isChecked()
    window.close()
    studio.close()

    window = ready(qtbot, open_studio())
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 1, timeout=LONG)
    window.gallery.choose(item.id)
    qtbot.waitUntil(lambda: window.timeline.newest_step() == 5, timeout=LONG)
    assert look_at_step(qtbot, window, 2).size() == window.pane.canvas.frame_size
    window.actions_of_window.keep_denoising.trigger()
    qtbot.waitUntil(lambda: not file.exists(), timeout=LONG)
    qtbot.waitUntil(lambda: item_on_canvas(window).trajectory_bytes == 0, timeout=LONG)


def test_a_picture_without_a_denoising_is_made_again_to_look_inside(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    studio = open_studio()
    window = ready(qtbot, studio)
    item = made_with_steps(qtbot, window, "a cat", 5)
    pixels = window.pane.canvas.image
    window.close()
    studio.close()

    window = ready(qtbot, open_studio())
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 1, timeout=LONG)
    window.gallery.choose(item.id)
    remake = window.timeline.remake_button
    qtbot.waitUntil(remake.isVisible, timeout=LONG)
    remake.click()
    qtbot.waitUntil(lambda: window.timeline.newest_step() == 5, timeout=LONG)
    qtbot.waitUntil(lambda: window.pane.item is not None, timeout=LONG)
    assert item_on_canvas(window).id == item.id
    assert window.pane.canvas.image == pixels
    assert window.gallery_model.rowCount() == 1
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        assert gallery.count() == 1


def test_a_damaged_denoising_leaves_the_picture_unharmed(
    qtbot: QtBot, open_studio: OpenStudio
) -> None:
    studio = open_studio()
    window = ready(qtbot, studio)
    window.actions_of_window.always_keep.setChecked(True)
    item = made_with_steps(qtbot, window, "a cat", 4)
    assert item.trajectory_bytes > 0
    window.close()
    studio.close()
    damage(trajectory_path(item.path))

    window = ready(qtbot, open_studio())
    assert window.actions_of_window.always_keep.isChecked()
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 1, timeout=LONG)
    window.gallery.choose(item.id)
    qtbot.waitUntil(window.timeline.remake_button.isVisible, timeout=LONG)
    assert not window.pane.canvas.image.isNull()
    assert "damaged" in window.pane.banner.text()


def test_a_kept_step_is_a_picture_of_its_own(qtbot: QtBot, open_studio: OpenStudio) -> None:
    window = ready(qtbot, open_studio())
    parent = made_with_steps(qtbot, window, "a cat", 5)
    look_at_step(qtbot, window, 2)
    window.timeline.keep_button.click()
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 2, timeout=LONG)
    window.gallery.choose(window.gallery_model.id_at(0))
    qtbot.waitUntil(lambda: item_on_canvas(window).id != parent.id, timeout=LONG)
    kept = item_on_canvas(window)
    assert kept.kept_step == 2
    assert kept.request is not None
    assert parent.request is not None
    assert kept.request.parent == parent.request.id


def test_looking_at_an_old_step_does_not_stop_the_run(
    qtbot: QtBot, open_studio: OpenStudio
) -> None:
    window = ready(qtbot, open_studio())
    window.panel.steps_spin.setValue(60)
    window.panel.prompt.edit.setPlainText("a frog")
    window.generation.generate()
    qtbot.waitUntil(lambda: window.timeline.newest_step() > 3, timeout=LONG)
    look_at_step(qtbot, window, 2)
    assert window.pane.live_button.isVisible()
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 1, timeout=LONG)
    # The canvas stays where the user looks.
    assert window.timeline.current_step() == 2
    qtbot.waitUntil(lambda: window.timeline.newest_step() == 60, timeout=LONG)


def damage(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def press_in_dialog(change: dict[str, str], button: str) -> None:
    """Fills in the dialog that is about to open, and presses a button of it."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QDialog):
            QTimer.singleShot(10, act)
            return
        try:
            for name, text in change.items():
                edit = dialog.findChild(QPlainTextEdit, name)
                assert edit is not None, name
                edit.setPlainText(text)
            pressed = dialog.findChild(QAbstractButton, button)
            assert pressed is not None, button
            pressed.click()
        except AssertionError:
            dialog.reject()  # or the test would wait for ever
            raise

    QTimer.singleShot(0, act)


@pytest.fixture(autouse=True)
def _closed(qapp: QApplication) -> None:
    """No dialog is left open by a test before."""
    assert qapp.activeModalWidget() is None
