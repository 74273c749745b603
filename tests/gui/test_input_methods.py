"""Prompts typed with an input method: what is still being composed is left alone."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from pytestqt.qtbot import QtBot

from sdstudio.gui.prompt_field import PromptEdit
from tests.gui.conftest import LONG, MakePanel, OpenStudio
from tests.gui.test_window import ready


def compose(edit: PromptEdit, preedit: str, commit: str = "") -> None:
    """What an input method sends while a word is being made, and when it is done."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(edit, event)


def composed(edit: PromptEdit) -> str:
    """What is shown as being made."""
    return edit.textCursor().block().layout().preeditAreaText()


def test_a_word_is_made_and_put_in(qtbot: QtBot, panel_in: MakePanel) -> None:
    panel = panel_in("ja")
    edit = panel.prompt.edit
    for preedit in ("あ", "あお", "あおい", "あおいねこ", "青いねこ", "青い猫"):
        compose(edit, preedit)
        assert (composed(edit), edit.toPlainText()) == (preedit, "")
        assert not edit.completion.is_open()
    compose(edit, "", "青い猫")
    assert (composed(edit), edit.toPlainText()) == ("", "青い猫")
    # What was put in counts as typed: 猫 is a word that the model knows.
    assert edit.completion.is_open()
    qtbot.waitUntil(lambda: panel.prompt.count_label.text() != "", timeout=LONG)


def test_what_is_being_made_outlasts_all_that_goes_on(qtbot: QtBot, panel_in: MakePanel) -> None:
    panel = panel_in("ja")
    field, edit = panel.prompt, panel.prompt.edit
    field.set_text("one two three four five six seven ")
    edit.moveCursor(edit.textCursor().MoveOperation.End)
    compose(edit, "ねこ")
    qtbot.waitUntil(field.warning.isVisible, timeout=LONG)  # counted, and the rest marked in grey
    edit.completion.look()
    field.set_embeddings(("neko",))
    field.set_language("ko")
    assert composed(edit) == "ねこ"
    compose(edit, "", "猫")
    assert field.text() == "one two three four five six seven 猫"


def test_a_list_of_words_gives_way_to_the_input_method(panel_in: MakePanel) -> None:
    edit = panel_in("ja").prompt.edit
    compose(edit, "", "猫")
    assert edit.completion.is_open()
    compose(edit, "の")
    assert not edit.completion.is_open()
    assert composed(edit) == "の"


def test_no_shortcut_works_while_a_word_is_being_made(
    qtbot: QtBot, open_studio: OpenStudio
) -> None:
    window = ready(qtbot, open_studio())
    edit = window.panel.prompt.edit
    edit.setFocus()
    edit.setPlainText("cat")
    compose(edit, "あお")
    enter = QKeyEvent(
        QKeyEvent.Type.ShortcutOverride, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    enter.ignore()
    QCoreApplication.sendEvent(edit, enter)
    assert enter.isAccepted()  # so it is no shortcut
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.queue_model.rowCount() == 0
    assert (composed(edit), edit.toPlainText()) == ("あお", "cat")
    compose(edit, "", "青")
    qtbot.keyClick(edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.queue_model.rowCount() == 1
    qtbot.waitUntil(lambda: window.queue_model.rowCount() == 0, timeout=LONG)
