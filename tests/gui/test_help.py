"""The Help menu in the real window: keys, log, diagnostics, licences, and what a crash leaves."""

from __future__ import annotations

import sys
import threading
import tomllib
from pathlib import Path
from typing import TypeVar

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from sdstudio.app import Studio
from sdstudio.gui.dialogs import LinesDialog
from sdstudio.gui.help.about import AboutDialog
from sdstudio.gui.help.shortcuts import ShortcutsDialog, keys_of
from sdstudio.gui.labels import without_mnemonic
from sdstudio.logs import crash_file, log_file
from sdstudio.notices import DIRECT, NOTICES_FILE, notices, whole_notices
from sdstudio.paths import Paths, find_resources
from tests.gui.conftest import LONG, OpenStudio

ROOT = Path(__file__).resolve().parents[2]
Dialog = TypeVar("Dialog", bound=QDialog)


def opened(qtbot: QtBot, studio: Studio, kind: type[Dialog], title: str = "") -> Dialog:
    """The dialog of this kind that opens."""

    def found() -> list[Dialog]:
        return [
            dialog
            for dialog in studio.window.findChildren(kind)
            if dialog.isVisible() and title in dialog.windowTitle()
        ]

    qtbot.waitUntil(lambda: bool(found()), timeout=LONG)
    return found()[0]


def test_keys_are_listed_by_menu_and_found(qtbot: QtBot, open_studio: OpenStudio) -> None:
    studio = open_studio()
    window = studio.window
    rows = [
        (one.group, one.what, one.keys)
        for one in keys_of(window.menuBar(), window.actions_of_window)
    ]
    assert ("Generate", "Generate", "Ctrl+Return, Ctrl+Enter") in rows
    assert ("Help", "Keyboard shortcuts", "F1, ?") in rows
    assert ("A picture", "Show", "Space") in rows
    shown = {(what, keys) for _, what, keys in rows}
    for action in window.actions_of_window.all:  # none is forgotten
        for keys in action.shortcuts():
            assert any(keys.toString() in row for _, row in shown), action.objectName()
    window.panel.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = opened(qtbot, studio, ShortcutsDialog)
    qtbot.waitUntil(dialog.search.hasFocus)
    whole = dialog.table.rowCount()
    assert whole > len(rows)  # a heading for each menu
    qtbot.keyClicks(dialog.search, "undo")
    cells = (dialog.table.item(row, 0) for row in range(dialog.table.rowCount()))
    texts = [cell.text() for cell in cells if cell is not None]
    assert texts == ["Edit", "Undo"]
    qtbot.keyClicks(dialog.search, "zzz")
    assert not dialog.table.isVisible()
    dialog.search.clear()
    assert dialog.table.rowCount() == whole
    dialog.reject()


@pytest.mark.parametrize(
    ("label", "plain"),
    [("&File", "File"), ("ファイル(&F)", "ファイル"), ("O&pen…", "Open"), ("a & b", "a & b")],
)
def test_labels_without_their_mnemonics(label: str, plain: str) -> None:
    assert without_mnemonic(label) == plain


def test_diagnostics_are_shown_copied_and_saved(
    qtbot: QtBot,
    open_studio: OpenStudio,
    paths: Paths,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    paths.logs.mkdir(parents=True)
    log_file(paths.logs).write_text(f"trouble with {paths.pictures}\n", encoding="utf-8")
    studio = open_studio()
    studio.window.actions_of_window.diagnostics.trigger()
    dialog = opened(qtbot, studio, LinesDialog)
    text = dialog.text.toPlainText()
    for told in ("Qt: 6", "screen: ", "theme: dark", "gallery: ", "trouble with <pictures>"):
        assert told in text
    assert str(tmp_path) not in text
    dialog.copy_button.click()
    assert QGuiApplication.clipboard().text() == text
    target = tmp_path / "report.txt"
    monkeypatch.setattr(
        "sdstudio.gui.dialogs.QFileDialog.getSaveFileName", lambda *_: (str(target), "")
    )
    save = dialog.findChild(QPushButton, "saveDiagnosticsButton")
    assert isinstance(save, QPushButton)
    save.click()
    qtbot.waitUntil(lambda: str(target) in studio.window.pane.banner.text(), timeout=LONG)
    assert target.read_text(encoding="utf-8") == f"{text}\n"
    dialog.reject()


def test_a_crash_is_told_at_the_next_start_once(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    paths.logs.mkdir(parents=True)
    crash_file(paths.logs).write_text("Fatal Python error: Aborted\n", encoding="ascii")
    studio = open_studio()
    banner = studio.window.pane.banner
    qtbot.waitUntil(lambda: "all of a sudden" in banner.text(), timeout=LONG)
    banner.action_button.click()
    dialog = opened(qtbot, studio, LinesDialog)
    assert "Fatal Python error" in dialog.text.toPlainText()
    dialog.reject()
    studio.window.actions_of_window.show_log.trigger()
    dialog = opened(qtbot, studio, LinesDialog, "The log")
    assert "Fatal Python error" in dialog.text.toPlainText()
    dialog.reject()
    studio.window.close()
    studio.close()
    studio = open_studio()
    studio.help.close()  # waits for what it was asked at the start
    qtbot.waitUntil(lambda: studio.window.gallery_model is not None)
    assert studio.window.pane.banner.text() == ""


def test_an_exception_nobody_foresaw_is_told_with_diagnostics(
    qtbot: QtBot, open_studio: OpenStudio
) -> None:
    studio = open_studio()
    banner = studio.window.pane.banner
    try:
        raise ZeroDivisionError
    except ZeroDivisionError:
        arguments = threading.ExceptHookArgs((*sys.exc_info(), None))
    with qtbot.captureExceptions():
        threading.excepthook(arguments)
        qtbot.waitUntil(lambda: "ZeroDivisionError" in banner.text())
    assert banner.action_button.text() == "Copy diagnostics…"


def test_about_tells_versions_and_whose_work_is_in_it(
    qtbot: QtBot, open_studio: OpenStudio
) -> None:
    studio = open_studio()
    studio.window.actions_of_window.about.trigger()
    about = opened(qtbot, studio, AboutDialog)
    button = about.findChild(QPushButton, "noticesButton")
    assert isinstance(button, QPushButton)
    button.click()
    dialog = opened(qtbot, studio, LinesDialog)
    text = dialog.text.toPlainText()
    assert "ffmpeg, in imageio-ffmpeg\n    GPL-3.0-or-later" in text
    assert "LGPL-3.0" in text
    dialog.reject()
    about.reject()


def test_the_notices_of_a_package_are_whole(tmp_path: Path) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {canonicalize_name(Requirement(text).name) for text in project["dependencies"]}
    assert {canonicalize_name(name) for name in DIRECT} == wanted
    text = whole_notices(find_resources())
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text
    assert "END OF TERMS AND CONDITIONS" in text
    for name in DIRECT:
        assert f"\n{canonicalize_name(name)} " in text.lower().replace("_", "-").replace(".", "-")
    (tmp_path / NOTICES_FILE).write_text(text, encoding="utf-8")
    summary, file = notices(tmp_path)
    assert file == tmp_path / NOTICES_FILE
    assert summary == notices(find_resources())[0]
