"""The window for previews: by keyboard, with good and bad folders."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.preview_dialog import PreviewChoice, PreviewDialog, ask_previews
from sdstudio.gui.theme import ThemeSource
from sdstudio.request import PreviewPlan

GIVEN = PreviewChoice(
    plan=PreviewPlan(every=1, share=0.05),
    tiny_autoencoder="",
    always_keep=False,
    trajectory_megabytes=512,
)
ALT = Qt.KeyboardModifier.AltModifier
Choose = Callable[[Path | str], None]


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    """A folder that passes for a tiny autoencoder; its name looks like rich text."""
    folder = tmp_path / "<b>taesd"
    folder.mkdir()
    config = {"_class_name": "AutoencoderTiny"}
    (folder / "config.json").write_text(json.dumps(config), encoding="utf-8")
    header = json.dumps({"a": {"dtype": "U8", "shape": [1], "data_offsets": [0, 1]}}).encode()
    weights = struct.pack("<Q", len(header)) + header + b"a"
    (folder / "diffusion_pytorch_model.safetensors").write_bytes(weights)
    return folder


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch) -> Choose:
    """Says what the system's folder chooser will answer, empty for none."""

    def answer(folder: Path | str) -> None:
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))

    return answer


@pytest.fixture
def open_dialog(qtbot: QtBot, themes: ThemeSource) -> Callable[[PreviewChoice], PreviewDialog]:
    def open_one(choice: PreviewChoice) -> PreviewDialog:
        dialog = PreviewDialog(choice)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
            dialog.activateWindow()
        return dialog

    return open_one


OpenDialog = Callable[[PreviewChoice], PreviewDialog]


def name(dialog: PreviewDialog) -> str:
    found = dialog.findChild(PlainLabel, "tinyAutoencoderName")
    assert isinstance(found, PlainLabel)
    return found.text()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize("every", [0, 1, 2, 5, 10, 3, 50])
def test_what_is_given_comes_back(every: int, tiny: Path, open_dialog: OpenDialog) -> None:
    given = PreviewChoice(
        plan=PreviewPlan(every=every, share=0.1234),
        tiny_autoencoder=str(tiny),
        always_keep=True,
        trajectory_megabytes=65_536,
    )
    assert open_dialog(given).choice() == given


def test_everything_by_keyboard(
    qtbot: QtBot, open_dialog: OpenDialog, tiny: Path, choose: Choose
) -> None:
    dialog = open_dialog(GIVEN)
    choose(tiny)

    qtbot.keyClick(dialog, Qt.Key.Key_S, ALT)
    assert focused() is dialog.every_combo
    qtbot.keyClick(focused(), Qt.Key.Key_Down)
    qtbot.keyClick(dialog, Qt.Key.Key_M, ALT)
    assert focused() is dialog.share_spin
    dialog.share_spin.selectAll()
    qtbot.keyClicks(focused(), "20")
    qtbot.keyClick(dialog, Qt.Key.Key_H, ALT)
    qtbot.waitUntil(lambda: name(dialog) == "<b>taesd")
    qtbot.keyClick(dialog, Qt.Key.Key_D, ALT)
    assert focused() is dialog.memory_spin
    qtbot.keyClick(focused(), Qt.Key.Key_Up)
    qtbot.keyClick(dialog, Qt.Key.Key_A, ALT)
    qtbot.waitUntil(dialog.keep_check.isChecked)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)

    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.choice() == PreviewChoice(
        plan=PreviewPlan(every=2, share=0.2),
        tiny_autoencoder=str(tiny),
        always_keep=True,
        trajectory_megabytes=640,
    )


def test_every_field_is_reached_by_tab(qtbot: QtBot, open_dialog: OpenDialog, tiny: Path) -> None:
    given = PreviewChoice(
        plan=GIVEN.plan, tiny_autoencoder=str(tiny), always_keep=False, trajectory_megabytes=1
    )
    dialog = open_dialog(given)
    dialog.every_combo.setFocus()
    reached = []
    for _ in range(8):
        reached.append(focused().objectName())
        assert focused().accessibleName()
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert reached == [
        "previewEveryCombo", "previewShareSpin", "chooseTinyButton", "clearTinyButton",
        "denoisingMemorySpin", "alwaysKeepCheck", "okButton", "cancelButton",
    ]  # fmt: skip
    assert focused() is dialog.every_combo


def test_no_share_to_set_without_previews(open_dialog: OpenDialog) -> None:
    dialog = open_dialog(GIVEN)
    assert dialog.share_spin.isEnabled()
    dialog.every_combo.setCurrentIndex(dialog.every_combo.findData(0))
    assert not dialog.share_spin.isEnabled()
    assert dialog.choice().plan == PreviewPlan(every=0, share=0.05)


def test_a_wrong_folder_is_told_and_the_old_one_stays(
    qtbot: QtBot, open_dialog: OpenDialog, tiny: Path, choose: Choose, tmp_path: Path
) -> None:
    dialog = open_dialog(GIVEN)
    assert name(dialog) == "none"
    assert not dialog.clear_button.isEnabled()
    choose(tiny)
    dialog.choose_button.click()
    qtbot.waitUntil(lambda: dialog.choice().tiny_autoencoder == str(tiny))

    wrong = tmp_path / "<i>wrong"
    wrong.mkdir()
    choose(wrong)
    dialog.choose_button.click()
    assert not dialog.ok_button.isEnabled()
    qtbot.waitUntil(dialog.problem.isVisible)
    assert "is not a tiny autoencoder" in dialog.problem.text()
    assert str(wrong) in dialog.problem.text()
    assert dialog.problem.textFormat() == Qt.TextFormat.PlainText
    assert (name(dialog), dialog.choice().tiny_autoencoder) == ("<b>taesd", str(tiny))
    assert dialog.ok_button.isEnabled()
    # The sentence is not cut off.
    assert dialog.problem.height() >= dialog.problem.heightForWidth(dialog.problem.width())

    choose(tiny)
    dialog.choose_button.click()
    qtbot.waitUntil(lambda: not dialog.problem.isVisible())
    assert dialog.choice().tiny_autoencoder == str(tiny)


def test_one_that_has_gone_is_told_at_once(
    qtbot: QtBot, open_dialog: OpenDialog, tmp_path: Path
) -> None:
    gone = str(tmp_path / "gone")
    dialog = open_dialog(
        PreviewChoice(
            plan=GIVEN.plan, tiny_autoencoder=gone, always_keep=False, trajectory_megabytes=1
        )
    )
    qtbot.waitUntil(dialog.problem.isVisible)
    assert dialog.ok_button.isEnabled()
    assert dialog.choice().tiny_autoencoder == gone
    qtbot.keyClick(dialog, Qt.Key.Key_L, ALT)
    qtbot.waitUntil(lambda: dialog.choice().tiny_autoencoder == "")
    assert not dialog.problem.isVisible()
    assert focused() is dialog.choose_button


def test_cleared_while_a_folder_is_looked_at(
    qtbot: QtBot, open_dialog: OpenDialog, tiny: Path, choose: Choose
) -> None:
    dialog = open_dialog(
        PreviewChoice(
            plan=GIVEN.plan, tiny_autoencoder=str(tiny), always_keep=False, trajectory_megabytes=1
        )
    )
    choose(tiny.parent)
    dialog.choose_button.click()
    dialog.clear_button.click()
    # What was found out about the folder may come only now, and counts no more.
    dialog.accept()
    QApplication.processEvents()
    assert dialog.choice().tiny_autoencoder == ""
    assert not dialog.problem.text()


def test_a_chooser_that_was_left_changes_nothing(open_dialog: OpenDialog, choose: Choose) -> None:
    dialog = open_dialog(GIVEN)
    choose("")
    dialog.choose_button.click()
    assert dialog.choice() == GIVEN
    assert dialog.ok_button.isEnabled()


@pytest.mark.parametrize(
    ("button", "expected"),
    [
        ("okButton", PreviewPlan(every=10, share=0.05)),
        ("cancelButton", None),
    ],
)
def test_asking(qtbot: QtBot, button: str, expected: PreviewPlan | None) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, PreviewDialog)
        dialog.every_combo.setCurrentIndex(dialog.every_combo.findData(10))
        pressed = dialog.findChild(QAbstractButton, button)
        assert isinstance(pressed, QAbstractButton)
        pressed.click()

    QTimer.singleShot(0, answer)
    chosen = ask_previews(window, GIVEN)
    assert (chosen.plan if chosen is not None else None) == expected
    qtbot.waitUntil(lambda: window.findChild(PreviewDialog) is None)
