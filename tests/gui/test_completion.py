"""Words offered while they are typed: which, when, and what the keys do then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QListView
from pytestqt.qtbot import QtBot

from sdstudio.app import Studio
from sdstudio.gui.completion import KnownWords
from sdstudio.gui.prompt_panel import PromptPanel
from sdstudio.request import STARTER
from tests.gui.conftest import VOCABULARY, MakePanel, OpenStudio

CONTROL = Qt.KeyboardModifier.ControlModifier
KNOWN = KnownWords(
    word for _code, each in VOCABULARY.languages for word in (*each.concepts, *each.colours)
)


@pytest.mark.parametrize(
    ("before", "typed", "words"),
    [
        ("ca", "ca", ["cat", "cat face"]),
        ("a Ca", "Ca", ["cat", "cat face"]),
        ("a cat", "cat", ["cat", "cat face"]),
        ("hot a", "hot a", ["hot air balloon"]),
        ("a hot air b", "hot air b", ["hot air balloon"]),
        ("(re", "re", ["red", "red apple"]),
        ("cat,or", "or", ["orange"]),
        ("青い猫", "猫", ["猫", "猫の顔", "猫脸"]),
        ("a 猫", "猫", ["猫", "猫の顔", "猫脸"]),
        ("猫の", "猫の", ["猫の顔"]),
        ("青い背景のとま", "とま", ["トマト"]),
        ("ﾄﾏ", "ﾄﾏ", ["トマト"]),
        ("タ", "タ", ["タコ"]),
        ("一只红", "红", ["红苹果", "红色的"]),
        ("苹果", "苹果", ["红苹果"]),
        ("青い猫cat f", "cat f", ["cat face"]),
        ("파란 고", "고", ["고양이", "고양이 얼굴"]),
        ("빨간 사", "빨간 사", ["빨간 사과"]),
        ("𝒜𝒜 猫の", "猫の", ["猫の顔"]),
    ],
)
def test_what_is_offered(before: str, typed: str, words: list[str]) -> None:
    offer = KNOWN.offer(before)
    assert offer is not None
    assert (offer.typed, sorted(offer.words)) == (typed, sorted(words))


@pytest.mark.parametrize(
    "before",
    [
        *("", " ", "c", "a c", "cat ", "hot air ", "scat", "at", "a a", "dog", "猫 ", "犬と"),
        *("ot air", "1", "a-", "の", "양이고", "x" * 100_000),
    ],
)
def test_what_says_too_little_is_left_alone(before: str) -> None:
    assert KNOWN.offer(before) is None


def test_the_first_language_leads() -> None:
    japanese, chinese = ("猫", "猫の顔"), ("猫", "猫脸")
    for words, expected in (
        ((*japanese, *chinese), ("猫", "猫の顔", "猫脸")),
        ((*chinese, *japanese), ("猫", "猫脸", "猫の顔")),
    ):
        offer = KnownWords(words).offer("青い猫")
        assert offer is not None
        assert offer.words == expected


def test_the_word_typed_out_leads_and_a_beginning_goes_before_an_inside() -> None:
    offer = KnownWords(("cat face", "cat")).offer("a cat")
    assert offer is not None
    assert offer.words == ("cat", "cat face")
    assert offer.is_typed_out
    offer = KnownWords(("白い猫の顔", "猫")).offer("青い猫")
    assert offer is not None
    assert (offer.typed, offer.words) == ("猫", ("猫", "白い猫の顔"))


def test_without_words_nothing_is_offered() -> None:
    assert KnownWords().offer("cat") is None


# -- in the field ------------------------------------------------------------------------------


def offered(panel: PromptPanel) -> list[str]:
    """The words shown under the cursor."""
    view = panel.prompt.edit.completion.view
    return [view.model().index(row, 0).data() for row in range(view.model().rowCount())] * (
        view.isVisible()
    )


def commit(panel: PromptPanel, text: str, preedit: str = "") -> None:
    """What an input method does when a word is settled, and another begun."""
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(text)
    QApplication.sendEvent(panel.prompt.edit, event)


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_accept_and_one_undo_takes_it_back(
    qtbot: QtBot, panel_in: MakePanel, key: Qt.Key
) -> None:
    panel = panel_in("en")
    edit = panel.prompt.edit
    qtbot.keyClicks(edit, "a Hot")
    assert offered(panel) == ["hot air balloon"]
    qtbot.keyClick(edit, key)
    assert panel.prompt.text() == "a hot air balloon"
    assert offered(panel) == []
    assert edit.hasFocus()
    qtbot.keyClicks(edit, " x")
    qtbot.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert panel.prompt.text() == "a hot air balloon"
    qtbot.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert panel.prompt.text() == "a Hot"
    assert offered(panel) == []
    qtbot.keyClick(edit, Qt.Key.Key_Z, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert panel.prompt.text() == "a hot air balloon"


def test_keys_mean_what_they_did_while_nothing_is_offered(
    qtbot: QtBot, panel_in: MakePanel
) -> None:
    panel = panel_in("en")
    edit = panel.prompt.edit
    qtbot.keyClicks(edit, "dog")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert panel.prompt.text() == "dog\n"
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert edit.textCursor().blockNumber() == 0
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert not edit.hasFocus()
    assert panel.prompt.text() == "dog\n"


def test_a_word_typed_out_is_shown_and_leaves_the_keys_alone(
    qtbot: QtBot, panel_in: MakePanel
) -> None:
    panel = panel_in("en")
    edit = panel.prompt.edit
    qtbot.keyClicks(edit, "cat")
    assert offered(panel) == ["cat", "cat face"]
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert panel.prompt.text() == "cat\n"
    assert offered(panel) == []
    qtbot.keyClicks(edit, "cat")
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    qtbot.keyClick(edit, Qt.Key.Key_Down)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert panel.prompt.text() == "cat\ncat face"
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    qtbot.keyClicks(edit, "e and a cat")
    qtbot.keyClick(edit, Qt.Key.Key_Tab)
    assert panel.prompt.text() == "cat\ncat face and a cat"
    assert not edit.hasFocus()
    assert offered(panel) == []


def test_arrows_go_round(qtbot: QtBot, panel_in: MakePanel) -> None:
    panel = panel_in("en")
    edit = panel.prompt.edit
    qtbot.keyClicks(edit, "ca")
    view = edit.completion.view
    rows = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(edit, key)
        rows.append(view.currentIndex().row())
    assert rows == [1, 0, 1]
    assert edit.textCursor().position() == 2


def test_typing_goes_on(qtbot: QtBot, panel_in: MakePanel) -> None:
    panel = panel_in("en")
    edit = panel.prompt.edit
    seen = []
    for character in "a cat fox":
        qtbot.keyClicks(edit, character)
        seen.append(len(offered(panel)))
    assert panel.prompt.text() == "a cat fox"
    assert seen == [0, 0, 0, 2, 2, 0, 1, 0, 0]
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert offered(panel) == []  # taking away opens nothing
    for _ in range(5):
        qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    qtbot.keyClicks(edit, "at")
    qtbot.keyClick(edit, Qt.Key.Key_Backspace)
    assert offered(panel) == ["cat", "cat face"]
    qtbot.keyClick(edit, Qt.Key.Key_Left)
    assert offered(panel) == []
    edit.setPlainText("r")
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(edit, "ca")  # the beginning of a longer word
    assert offered(panel) == []


def test_words_of_every_language_are_offered(panel_in: MakePanel) -> None:
    for language in ("en", "ja"):
        panel = panel_in(language)
        commit(panel, "고양이 얼")
        assert offered(panel) == ["고양이 얼굴"]
        commit(panel, " 猫の")
        assert offered(panel) == ["猫の顔"]
        commit(panel, " hot a")
        assert offered(panel) == ["hot air balloon"]


def test_escape_closes_and_stays_away_from_the_run(qtbot: QtBot, panel_in: MakePanel) -> None:
    panel = panel_in("en")
    edit = panel.prompt.edit
    qtbot.keyClicks(edit, "ca")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert offered(panel) == []
    assert panel.prompt.text() == "ca"
    qtbot.keyClicks(edit, "t")
    assert offered(panel) == ["cat", "cat face"]
    qtbot.mouseClick(edit.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert offered(panel) == []


def test_a_click_accepts(qtbot: QtBot, panel_in: MakePanel) -> None:
    panel = panel_in("ja")
    edit = panel.prompt.edit
    commit(panel, "青い猫")
    view = edit.completion.view
    assert isinstance(view, QListView)
    assert view.accessibleName()
    place = view.visualRect(view.model().index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.prompt.text() == "青い猫の顔"
    assert edit.hasFocus()
    qtbot.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert panel.prompt.text() == "青い猫"


def test_an_open_input_method_is_not_disturbed(panel_in: MakePanel) -> None:
    panel = panel_in("ja")
    commit(panel, "", preedit="ねこ")
    assert offered(panel) == []
    commit(panel, "猫", preedit="の")
    assert offered(panel) == []
    panel.prompt.edit.completion.look()
    assert offered(panel) == []
    commit(panel, "")
    assert offered(panel) == []
    commit(panel, "猫")
    assert "猫" in offered(panel)
    commit(panel, "", preedit="の")
    assert offered(panel) == []


def test_only_typing_opens_it(qtbot: QtBot, panel_in: MakePanel) -> None:
    panel = panel_in("en")
    edit = panel.prompt.edit
    panel.prompt.set_text("ca")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    assert offered(panel) == []
    QApplication.clipboard().setText(" hot a")
    qtbot.keyClick(edit, Qt.Key.Key_V, CONTROL)
    assert panel.prompt.text() == "ca hot a"
    assert offered(panel) == []


def test_a_model_that_knows_all_words_offers_none(qtbot: QtBot, panel_in: MakePanel) -> None:
    panel = panel_in("en")
    qtbot.keyClicks(panel.prompt.edit, "ca")
    panel.show_model("/models/other")
    assert offered(panel) == []
    qtbot.keyClicks(panel.prompt.edit, "t")
    assert offered(panel) == []
    panel.show_model(STARTER)
    qtbot.keyClick(panel.prompt.edit, Qt.Key.Key_Backspace)
    qtbot.keyClicks(panel.prompt.edit, "t")
    assert offered(panel) == ["cat", "cat face"]


def test_it_stays_in_the_panel_and_beside_the_word(qtbot: QtBot, panel_in: MakePanel) -> None:
    panel = panel_in("en")
    edit = panel.prompt.edit
    view = edit.completion.view
    edit.setPlainText("\n\n\na line that ends near the edge, ")
    edit.moveCursor(QTextCursor.MoveOperation.End)
    for low in (False, True):
        panel.resize(328, 260 if low else 900)
        qtbot.keyClicks(edit, "hot")
        assert offered(panel) == ["hot air balloon"]
        box = QRect(view.mapTo(panel, QPoint()), view.size())
        line = edit.cursorRect()
        line.translate(edit.viewport().mapTo(panel, QPoint()))
        assert view.visibleRegion().boundingRect().size() == view.size()  # nothing is cut off
        assert (box.bottom() < line.top()) is low
        assert not box.intersects(line)
        assert view.viewport().height() >= view.sizeHintForRow(0)
        for _ in range(3):
            qtbot.keyClick(edit, Qt.Key.Key_Backspace)


def test_shortcuts_of_the_window_work_while_words_are_offered(
    qtbot: QtBot, open_studio: OpenStudio
) -> None:
    studio: Studio = open_studio()
    panel = studio.window.panel
    edit = panel.prompt.edit
    edit.setFocus()
    edit.setPlainText("")
    qtbot.keyClicks(edit, "a ca")
    assert offered(panel)
    with qtbot.waitSignal(studio.window.actions_of_window.generate.triggered):
        qtbot.keyClick(edit, Qt.Key.Key_Return, CONTROL)
    assert panel.prompt.text() == "a ca"
    assert offered(panel) == []
    assert studio.window.queue_model.rowCount() == 1
    qtbot.keyClicks(edit, "t")
    assert offered(panel)
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert offered(panel) == []
    assert studio.window.queue_model.rowCount() == 1  # not stopped
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: studio.window.queue_model.rowCount() == 0)
