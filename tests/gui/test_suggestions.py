"""Prompts by chance, and the words to choose from."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from sdstudio.gui.prompt_panel import PromptPanel
from sdstudio.gui.suggestions import FilterLine, VocabularyPopup, WordList, surprise
from sdstudio.gui.theme import ThemeSource
from sdstudio.model_folder import Vocabulary, Words
from tests.gui.conftest import VOCABULARY, MakePanel

LEFT = Qt.MouseButton.LeftButton


def surprises(words: Words, count: int = 200) -> set[str]:
    chance = random.Random(0)
    return {surprise(words, chance) for _ in range(count)}


@pytest.mark.parametrize("language", ["en", "ja", "ko", "zh"])
def test_a_surprise_has_two_colours(language: str) -> None:
    words = replace(VOCABULARY.words(language), surprise=("{colour}|{concept}|{background}",))
    seen = [text.split("|") for text in surprises(words)]
    assert {concept for _, concept, _ in seen} == set(words.concepts) - {words.concepts[3]}
    for colour, _, background in seen:
        assert words.colours.index(colour) != words.backgrounds.index(background)
    assert {colour for colour, _, _ in seen} == set(words.colours)


@pytest.mark.parametrize("language", ["en", "ja", "ko", "zh"])
def test_a_red_apple_is_never_on_red(language: str) -> None:
    words = replace(VOCABULARY.words(language), surprise=("{concept}|{background}",))
    apple, red = words.concepts[3], words.backgrounds[0]
    grounds = {text.split("|")[1] for text in surprises(words) if text.startswith(apple)}
    assert grounds == set(words.backgrounds) - {red}


def test_colours_are_seen_in_names_only_where_they_are() -> None:
    words = replace(
        VOCABULARY.words("en"),
        concepts=("Blueberries", "hundred points", "evergreen tree"),
        surprise=("{colour} {concept}",),
    )
    drawn = {text.split(" ", 1)[1] for text in surprises(words)}
    assert drawn == {"hundred points", "evergreen tree"}


def test_where_every_thing_is_named_after_a_colour_it_is_drawn_all_the_same() -> None:
    words = replace(VOCABULARY.words("en"), concepts=("red blue orange",))
    assert "a red blue orange" in surprises(words)


@pytest.mark.parametrize(
    ("concept", "phrase"),
    [
        *(("octopus", "an octopus"), ("cat", "a cat"), ("hourglass", "an hourglass")),
        *(("unicorn", "a unicorn"), ("umbrella", "an umbrella"), ("ewe", "a ewe")),
        *(("UFO", "a UFO"), ("x-ray", "an x-ray"), ("horse", "a horse")),
        *(("European castle", "a European castle"), ("one-piece swimsuit", "a one-piece swimsuit")),
    ],
)
def test_articles(concept: str, phrase: str) -> None:
    words = replace(VOCABULARY.words("en"), concepts=(concept,), surprise=("A {concept} and a x",))
    assert surprises(words, 1) == {f"A{phrase[1:]} and a x"}


def test_a_surprise_stays_the_same_for_the_same_chance() -> None:
    words = VOCABULARY.words("ja")
    assert surprise(words, random.Random(4)) == surprise(words, random.Random(4))


# -- the popup ---------------------------------------------------------------------------------


def opened(panel: PromptPanel, qtbot: QtBot) -> tuple[VocabularyPopup, QLineEdit]:
    qtbot.mouseClick(panel.prompt.words_button, LEFT)
    popup = panel.prompt.findChild(VocabularyPopup)
    assert isinstance(popup, VocabularyPopup)
    line = popup.findChild(FilterLine)
    assert isinstance(line, QLineEdit)
    qtbot.waitUntil(line.hasFocus)
    return popup, line


def things(popup: VocabularyPopup) -> list[str]:
    found = popup.findChild(WordList, "vocabularyThings")
    assert isinstance(found, WordList)
    return found.words() if found.isVisible() else []


def colours(popup: VocabularyPopup) -> list[str]:
    found = popup.findChild(WordList, "vocabularyColours")
    assert isinstance(found, WordList)
    return found.words() if found.isVisible() else []


def test_words_are_listed_in_the_language_of_the_window(qtbot: QtBot, panel_in: MakePanel) -> None:
    popup, _line = opened(panel_in("zh_CN"), qtbot)
    assert things(popup) == list(VOCABULARY.words("zh").concepts)
    assert colours(popup) == list(VOCABULARY.words("zh").colours)
    assert things(opened(panel_in("fr_FR"), qtbot)[0])[0] == "cat"


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        *(("cat", "猫"), ("FACE", "猫の顔"), ("고양이 얼", "猫の顔"), ("红苹果", "赤リンゴ")),
        *(("とまと", "トマト"), ("ﾄﾏﾄ", "トマト"), ("red", "赤い"), ("リンゴ", "赤リンゴ")),
    ],
)
def test_a_filter_in_any_language_finds_the_word(
    qtbot: QtBot, panel_in: MakePanel, typed: str, first: str
) -> None:
    panel = panel_in("ja")
    popup, line = opened(panel, qtbot)
    line.setText(typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert panel.prompt.text() == first
    assert line.text() == ""
    assert len(things(popup)) == 6
    qtbot.keyClick(line, Qt.Key.Key_Return)  # nothing is chosen now
    assert panel.prompt.text() == first


def test_a_filter_leaves_what_fits(qtbot: QtBot, panel_in: MakePanel) -> None:
    popup, line = opened(panel_in("en"), qtbot)
    qtbot.keyClicks(line, "re")
    assert (things(popup), colours(popup)) == (["red apple"], ["red"])
    qtbot.keyClicks(line, "d ")
    assert (things(popup), colours(popup)) == (["red apple"], ["red"])
    qtbot.keyClicks(line, "a")
    assert (things(popup), colours(popup)) == (["red apple"], [])
    qtbot.keyClicks(line, "x")
    assert (things(popup), colours(popup)) == ([], [])
    nothing = popup.findChild(QWidget, "vocabularyNothing")
    assert isinstance(nothing, QWidget)
    assert nothing.isVisible()
    line.setText("cat")
    assert not nothing.isVisible()


def test_words_are_chosen_by_keys_and_by_clicks(qtbot: QtBot, panel_in: MakePanel) -> None:
    panel = panel_in("en")
    popup, line = opened(panel, qtbot)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    listed = popup.findChild(WordList, "vocabularyThings")
    assert isinstance(listed, WordList)
    assert listed.hasFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Right)
    qtbot.keyClick(listed, Qt.Key.Key_Return)
    assert panel.prompt.text() == "cat face"
    qtbot.keyClick(listed, Qt.Key.Key_Up)
    assert line.hasFocus()
    place = listed.visualRect(listed.model().index(4, 0)).center()
    qtbot.mouseClick(listed.viewport(), LEFT, pos=place)
    assert panel.prompt.text() == "cat face tomato"
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert listed.hasFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Tab)
    last = QApplication.focusWidget()
    assert isinstance(last, WordList)
    assert last.objectName() == "vocabularyColours"
    qtbot.keyClick(last, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_hundreds_of_words_fit_the_screen(
    qtbot: QtBot, themes: ThemeSource, panel_in: MakePanel
) -> None:
    english = VOCABULARY.words("en")
    many = replace(english, concepts=tuple(f"thing number {n}" for n in range(1000)))
    panel = panel_in("en")
    panel.prompt.set_vocabulary(Vocabulary(languages=(("en", many),)))
    assert panel.prompt.words_button.text() == "Knows 1,000 things"
    popup, line = opened(panel, qtbot)
    assert popup.screen().availableGeometry().contains(popup.geometry())
    listed = popup.findChild(WordList, "vocabularyThings")
    assert isinstance(listed, WordList)
    assert listed.verticalScrollBar().maximum() > listed.height()
    assert (
        listed.viewport()
        .rect()
        .contains(listed.visualRect(listed.model().index(0, 0)).topLeft() + QPoint(1, 1))
    )
    qtbot.keyClicks(line, "number 999")
    assert things(popup) == ["thing number 999"]
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not popup.isVisible()
