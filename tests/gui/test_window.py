"""The whole app: real worker, real starter model, real gallery, real keys."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from sdstudio.app import Studio
from sdstudio.gallery.store import Gallery
from sdstudio.gui.main_window import MainWindow
from sdstudio.paths import Paths
from sdstudio.request import STARTER
from sdstudio.settings import Settings, load_settings, save_settings
from tests.gui.conftest import LONG, OpenStudio, made

NAMES = (
    *("promptEdit", "negativePromptEdit", "generateButton", "stopButton", "stepsSpin"),
    *("guidanceSpin", "seedSpin", "randomSeedButton", "widthSpin", "heightSpin"),
    *("schedulerCombo", "modelCombo", "countSpin", "canvas", "progressBar"),
    *("galleryView", "queueView", "keepSeedButton"),
)
TOUCHED = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)


def ready(qtbot: QtBot, studio: Studio) -> MainWindow:
    window = studio.window
    qtbot.waitUntil(lambda: "Starter" in window._model_label.text(), timeout=LONG)
    return window


def generate(qtbot: QtBot, window: MainWindow, prompt: str, steps: int = 2) -> None:
    window.panel.steps_spin.setValue(steps)
    window.panel.prompt.edit.setPlainText(prompt)
    before = window.gallery_model.rowCount()
    qtbot.keyClick(window.panel.prompt.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.panel.prompt.text() == prompt  # Ctrl+Enter is not a new line
    qtbot.waitUntil(
        lambda: (
            window.queue_model.rowCount() == 0
            and window.gallery_model.rowCount() == before + window.panel.count_spin.value()
        ),
        timeout=LONG,
    )


def is_part_of_another(widget: QWidget) -> bool:
    """Whether Qt made it for a field or a list."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractSpinBox | QComboBox):
        parent = parent.parentWidget()
    return parent is not None


def test_everything_that_is_touched_has_names(open_studio: OpenStudio) -> None:
    window = open_studio().window
    for name in NAMES:
        assert len(window.findChildren(QWidget, name)) == 1, name
    nameless = [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, TOUCHED)
        and not isinstance(widget, QScrollBar)
        and not is_part_of_another(widget)
        and not widget.objectName().startswith("qt_")
        and not (widget.objectName() and widget.accessibleName())
        and widget.objectName() != "bannerActionButton"  # named with each notice
    ]
    assert [(type(widget), widget.objectName()) for widget in nameless] == []


def test_keys_are_used_once(open_studio: OpenStudio) -> None:
    window = open_studio().window
    keys = [key.toString() for action in window.actions_of_window.all for key in action.shortcuts()]
    assert len(keys) == len(set(keys))


def test_a_prompt_becomes_a_picture(qtbot: QtBot, open_studio: OpenStudio, paths: Paths) -> None:
    window = ready(qtbot, open_studio())
    canvas = window.pane.canvas
    size = canvas.size()
    previews: list[int] = []
    window.generation.run_shown.connect(lambda: previews.append(1))
    titles: list[str] = []
    window.windowTitleChanged.connect(titles.append)
    generate(qtbot, window, "a red apple on a blue background", steps=8)
    qtbot.waitUntil(lambda: window.pane.item is not None)
    item = window.pane.item
    assert item is not None
    assert item.request is not None
    assert item.request.prompt == "a red apple on a blue background"
    assert str(item.request.seed) == window.panel.seed_edit.text()
    assert previews
    assert any("%" in title for title in titles)
    assert window.windowTitle() == "sdstudio"
    assert canvas.size() == size
    assert (canvas.image.width(), canvas.image.height()) == (128, 128)
    assert item.path.is_file()
    assert "8 steps" in window.pane.status_line.text()
    middle, corner = canvas.image.pixelColor(64, 80), canvas.image.pixelColor(4, 4)
    assert middle.red() > middle.blue()
    assert corner.blue() > corner.red()


def test_a_second_start_finds_everything(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    studio = open_studio()
    window = ready(qtbot, studio)
    window.panel.count_spin.setValue(2)
    generate(qtbot, window, "a panda <b>")
    window.close()
    studio.close()
    assert load_settings(paths.settings_file)[0].prompt == "a panda <b>"
    window = open_studio().window
    assert window.panel.prompt.text() == "a panda <b>"
    assert window.panel.count_spin.value() == 2
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 2)
    assert window.gallery_panel.count_label.text() == "2 pictures"


def test_stop_drops_the_batch_and_what_is_finished_stays(
    qtbot: QtBot, open_studio: OpenStudio
) -> None:
    window = ready(qtbot, open_studio())
    window.panel.count_spin.setValue(3)
    window.panel.steps_spin.setValue(1000)
    window.panel.generate_button.click()
    window.panel.count_spin.setValue(1)
    window.panel.steps_spin.setValue(2)
    window.panel.generate_button.click()
    assert window.queue_model.rowCount() == 4
    qtbot.waitUntil(
        lambda: (job := window.queue_model.running) is not None and job.progress.index > 0,
        timeout=LONG,
    )
    assert window.side._tabs.button(1).text() == "Queue (4)"
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.queue_model.rowCount() == 0, timeout=LONG)
    assert window.gallery_model.rowCount() == 1
    assert not window.panel.stop_button.isEnabled()


def test_closing_in_the_middle_of_a_run(qtbot: QtBot, open_studio: OpenStudio) -> None:
    studio = open_studio()
    window = ready(qtbot, studio)
    window.panel.steps_spin.setValue(1000)
    window.panel.generate_button.click()
    qtbot.waitUntil(
        lambda: (job := window.queue_model.running) is not None and job.progress.index > 0,
        timeout=LONG,
    )
    window.close()
    studio.close()  # that it ends is the test; the fixtures look for threads left behind


def fill(paths: Paths, count: int) -> list[int]:
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        return [gallery.add(made(f"p{n}", seed=n, grey=20 * n)).id for n in range(1, count + 1)]


def test_arrows_show_r_reuses_delete_and_undo(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    ids = fill(paths, 3)
    window = open_studio().window
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 3)
    window.panel.keep_seed_button.setChecked(False)
    view = window.gallery_panel.view
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.pane.item is not None and window.pane.item.id == ids[1])
    assert window.pane.canvas.image.pixelColor(8, 8).red() == 40
    qtbot.keyClick(view, Qt.Key.Key_R)
    qtbot.waitUntil(lambda: window.reusing.dialog is not None)
    assert window.reusing.dialog is not None
    window.reusing.dialog.take_button.click()
    assert window.panel.prompt.text() == "p2"
    assert (window.panel.seed_edit.value(), window.panel.keep_seed_button.isChecked()) == (2, True)
    window.actions_of_window.copy_seed.trigger()
    assert QGuiApplication.clipboard().text() == "2"
    with qtbot.waitActive(window):
        window.activateWindow()
    assert view.hasFocus()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 2)
    qtbot.waitUntil(lambda: window.pane.item is not None and window.pane.item.id == ids[0])
    assert len(list(paths.pictures.rglob("*.png"))) == 2
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 3)
    assert [window.gallery_model.id_at(row) for row in range(3)] == ids[::-1]
    assert len(list(paths.pictures.rglob("*.png"))) == 3


def test_a_suggestion_is_made_by_one_click(qtbot: QtBot, open_studio: OpenStudio) -> None:
    window = ready(qtbot, open_studio())
    window.panel.steps_spin.setValue(2)
    chip = window.findChild(QAbstractButton, "suggestionButton")
    assert isinstance(chip, QAbstractButton)
    # Shown once it is known that there is no picture yet.
    qtbot.waitUntil(chip.isVisible, timeout=LONG)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert window.panel.prompt.text() == chip.text()
    assert not chip.isVisible()
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 1, timeout=LONG)


def test_who_has_pictures_is_offered_no_first_one(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        gallery.add(made("a cat"))
    window = open_studio().window
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 1, timeout=LONG)
    chip = window.findChild(QAbstractButton, "suggestionButton")
    assert isinstance(chip, QAbstractButton)
    assert not chip.isVisible()
    window.gallery.choose(window.gallery_model.id_at(0))
    qtbot.waitUntil(lambda: window.pane.item is not None)
    window.gallery.delete()
    qtbot.waitUntil(chip.isVisible)


def test_a_bad_model_is_told_and_the_old_one_stays(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    window = ready(qtbot, open_studio())
    window.panel.show_model("/nowhere/<b>model</b>")
    window.generation.load_model(window.panel.model())
    qtbot.waitUntil(lambda: window.panel.model() == STARTER, timeout=LONG)
    assert "There is no model at “/nowhere/<b>model</b>”" in window.pane.banner.text()
    assert window.panel.model_field.folders() == ()


def test_a_remembered_model_that_is_gone_falls_back_to_the_starter(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    save_settings(paths.settings_file, Settings(model="/gone"))
    window = ready(qtbot, open_studio())
    assert window.panel.model() == STARTER
    assert "/gone" in window.pane.banner.text()


def test_a_picture_that_cannot_be_stored_is_kept_and_offered(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    paths.pictures.parent.mkdir(parents=True)
    paths.pictures.write_text("a file where the folder should be", encoding="utf-8")
    window = ready(qtbot, open_studio())
    window.panel.steps_spin.setValue(2)
    window.panel.generate_button.click()
    qtbot.waitUntil(lambda: window.generation.unsaved_count() == 1, timeout=LONG)
    assert "finished but not saved" in window.pane.banner.text()
    assert window.pane.banner.action_button.text() == "Save elsewhere…"
    (request_id,) = window.generation._unsaved
    elsewhere = paths.settings_file.parent / "elsewhere" / "kept.png"
    window.generation.save_elsewhere(request_id, elsewhere)
    qtbot.waitUntil(lambda: window.generation.unsaved_count() == 0)
    assert elsewhere.read_bytes().startswith(b"\x89PNG")


def test_a_newer_database_leaves_the_app_running(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    paths.database_file.parent.mkdir(parents=True)
    connection = sqlite3.connect(paths.database_file)
    connection.execute("PRAGMA user_version = 999")
    connection.execute("CREATE TABLE later (x)")
    connection.commit()
    connection.close()
    window = ready(qtbot, open_studio())
    assert "newer" in window.pane.banner.text()


def test_a_damaged_settings_file_is_told(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    paths.settings_file.parent.mkdir(parents=True)
    paths.settings_file.write_text("{ no json", encoding="utf-8")
    window = open_studio().window
    assert "was damaged" in window.pane.banner.text()


def test_a_damaged_vocabulary_is_told_and_leaves_the_app_running(
    qtbot: QtBot, qapp: QApplication, paths: Paths, tmp_path: Path
) -> None:
    resources = tmp_path / "resources"
    starter = resources / "starter-model"
    starter.mkdir(parents=True)
    (resources / "icons").symlink_to(paths.resources / "icons", target_is_directory=True)
    whole = paths.resources / "starter-model"
    (starter / "pipeline").symlink_to(whole / "pipeline", target_is_directory=True)
    about = json.loads((whole / "sdstudio.json").read_text(encoding="utf-8"))
    about["vocabulary"] = {"languages": {"en": {"concepts": "<b>cat"}}}
    (starter / "sdstudio.json").write_text(json.dumps(about), encoding="utf-8")
    studio = Studio(qapp, replace(paths, resources=resources))
    qtbot.addWidget(studio.window)
    studio.window.show()
    window = ready(qtbot, studio)
    assert "list of words" in window.pane.banner.text()
    assert window.panel.prompt.edit.placeholderText() == "Describe the picture"
    assert not window.panel.prompt.surprise_button.isVisible()
    generate(qtbot, window, "a cat")
    window.close()
    studio.close()


def test_window_settings_come_back(qtbot: QtBot, open_studio: OpenStudio, paths: Paths) -> None:
    studio = open_studio()
    window = studio.window
    window.resize(900, 650)  # the offscreen screen is 800 x 800 and bounds what is restored
    window.actions_of_window.pixels.trigger()
    next(a for a in window.actions_of_window.themes.actions() if a.data() == "light").trigger()
    wanted = replace(window.settings_values(), window_state="", window_geometry="")
    window.close()
    studio.close()
    window = open_studio().window
    assert window.height() == 650
    assert not window.pane.canvas.smooth
    assert replace(window.settings_values(), window_state="", window_geometry="") == wanted
    assert wanted.theme == "light"


def test_a_bug_is_told_and_the_app_lives_on(qtbot: QtBot, open_studio: OpenStudio) -> None:
    import sys
    import threading

    window = open_studio().window
    hook = sys.excepthook

    def broken() -> None:
        raise ZeroDivisionError

    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: "ZeroDivisionError" in window.pane.banner.text())
    assert sys.excepthook is hook


def test_ten_thousand_characters_are_counted(qtbot: QtBot, open_studio: OpenStudio) -> None:
    window = ready(qtbot, open_studio())
    prompt = window.panel.prompt
    prompt.edit.setPlainText("a red apple on a blue background")
    qtbot.waitUntil(lambda: prompt.count_label.text() == "9 / 77 tokens")
    prompt.edit.setPlainText("a red apple " * 834)
    qtbot.waitUntil(lambda: prompt.count_label.text() == "2,504 / 77 tokens")
    (unread,) = prompt.edit.extraSelections()
    assert unread.cursor.selectionStart() == len("a red apple " * 25) - 1
