"""The pane that shows where words acted."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sdstudio.gui.icons import IconSet
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.xray.attention_pane import AttentionPane, layer_words
from sdstudio.gui.xray.attention_words import words_of
from sdstudio.gui.xray.pane import XrayContext
from sdstudio.request import OutOfMemory, TrajectoryMissing
from sdstudio.xray import (
    AttentionLayer,
    AttentionMap,
    AttentionMapQuery,
    AttentionQuery,
    AttentionSpot,
    AttentionSpotQuery,
    NotApplicable,
    Numbers,
)
from tests.gui.xray.run_answers import (
    OTHER,
    PROMPT,
    RUN,
    Asked,
    attention_replay,
    context,
    run,
    token_table,
)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pane(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> AttentionPane:
    pane = AttentionPane(themes, icons)
    qtbot.addWidget(pane)
    pane.resize(420, 900)
    pane.show()
    pane.set_active(True)
    return pane


@pytest.fixture
def asked(pane: AttentionPane) -> Asked:
    return Asked(pane)


@pytest.fixture
def replayed(pane: AttentionPane, asked: Asked) -> AttentionPane:
    """A pane with a replay and the map of its first choice."""
    pane.set_context(context())
    pane.replay_button.click()
    pane.take(asked.last, attention_replay())
    answer(pane, asked)
    return pane


def answer(pane: AttentionPane, asked: Asked) -> None:
    values = np.linspace(0, 0.5, 64).reshape(8, 8)
    pane.take(asked.last, AttentionMap(query=asked.last, map=Numbers.of(values)))


def chip(pane: AttentionPane, word: str) -> int:
    return [each.text for each in pane._words].index(word)


def test_it_asks_nothing_before_the_button_is_pressed(
    qtbot: QtBot, pane: AttentionPane, asked: Asked
) -> None:
    pane.set_context(context())
    assert asked.all == []
    assert pane.replay_button.isVisible()
    assert not pane.shown.isVisible()
    qtbot.mouseClick(pane.replay_button, LEFT)
    assert asked.all == [AttentionQuery(request_id=RUN)]
    assert not pane.replay_button.isEnabled()
    pane.set_progress(asked.last, 3, 20)
    assert pane.progress_told.text() == "Step 3 of 20"
    assert pane.progress.value() == 3
    # Whatever changes meanwhile asks for no map.
    pane.set_context(context(step=4))
    assert len(asked.all) == 1


def test_words_are_buttons_and_several_can_be_chosen(
    qtbot: QtBot, replayed: AttentionPane, asked: Asked
) -> None:
    assert [each.text() for each in replayed._chips] == [
        *("a", "red", "cat", ",", "sleeping"),
        *("(beginning)", "(end)"),
    ]
    assert asked.last == AttentionMapQuery(request_id=RUN, tokens=(6,))
    qtbot.mouseClick(replayed._chips[chip(replayed, "cat")], LEFT)
    qtbot.waitUntil(lambda: asked.last == AttentionMapQuery(request_id=RUN, tokens=(3, 4, 6)))


def test_the_map_lies_over_the_picture(replayed: AttentionPane) -> None:
    assert not replayed.replay_button.isVisible()
    assert replayed.shown.image() is not None
    overlay = replayed.shown._overlay
    assert overlay is not None
    assert (overlay.width(), overlay.height()) == (8, 8)
    assert replayed.map_heat.values().shape == (8, 8)
    assert "50 %" in replayed.map_told.text()
    replayed.opacity_slider.setValue(25)
    assert replayed.shown._opacity == 0.25
    header, rows = replayed.numbers()
    assert header == ["row", "column", "attention"]
    assert rows[-1] == [7, 7, 0.5]
    assert replayed.code() == "print('attention')"


def test_without_a_word_there_is_no_map(
    qtbot: QtBot, replayed: AttentionPane, asked: Asked
) -> None:
    count = len(asked.all)
    qtbot.mouseClick(replayed._chips[chip(replayed, "sleeping")], LEFT)
    qtbot.waitUntil(lambda: "Choose one or more words" in replayed.map_told.text())
    assert replayed.shown._overlay is None
    assert replayed.numbers() == ([], [])
    assert len(asked.all) == count


def test_this_step_follows_the_timeline_and_a_layer_can_be_chosen(
    qtbot: QtBot, replayed: AttentionPane, asked: Asked
) -> None:
    replayed.step_combo.setCurrentIndex(1)
    qtbot.waitUntil(lambda: asked.last.step == 3)
    replayed.set_context(context(step=4))
    assert asked.last.step == 4
    assert replayed.step_combo.itemText(1) == "This step (4)"
    replayed.layer_combo.setCurrentIndex(2)
    qtbot.waitUntil(lambda: asked.last.layer == 1)


def test_a_spot_asks_for_its_words(qtbot: QtBot, replayed: AttentionPane, asked: Asked) -> None:
    replayed.shown.spot_picked.emit(0.25, 0.75)
    assert asked.last == AttentionSpotQuery(request_id=RUN, x=0.25, y=0.75)
    replayed.take(
        asked.last,
        AttentionSpot(query=asked.last, ranked=((7, 0.4), (2, 0.2), (3, 0.15), (4, 0.15))),
    )
    rows = [(word.text, round(share, 3)) for word, share in replayed.ranking.rows()]
    assert rows == [("cat", 0.3), ("red", 0.2), ("(end)", 0.4)]
    assert "cat 30.0 %" in replayed.ranking.accessibleDescription()
    assert "25 % from the left" in replayed.spot_told.text()
    replayed.shown.setFocus()
    qtbot.keyClick(replayed.shown, Qt.Key.Key_Right)
    assert asked.last == AttentionSpotQuery(request_id=RUN, x=0.3, y=0.75)
    replayed.step_combo.setCurrentIndex(1)
    qtbot.waitUntil(lambda: getattr(asked.last, "step", None) == 3)
    assert {type(query) for query in asked.all[-2:]} == {AttentionMapQuery, AttentionSpotQuery}


def test_another_denoising_needs_a_replay_of_its_own(replayed: AttentionPane, asked: Asked) -> None:
    count = len(asked.all)
    replayed.set_context(context(trajectory=run(id=OTHER)))
    assert replayed.replay_button.isVisible()
    assert len(asked.all) == count
    replayed.set_context(context())
    assert not replayed.replay_button.isVisible()


def test_a_replay_that_is_gone_is_offered_again(replayed: AttentionPane, asked: Asked) -> None:
    replayed.set_context(context(step=2))
    replayed.step_combo.setCurrentIndex(1)
    replayed._ask_now()
    replayed.fail(asked.last, TrajectoryMissing("It is gone.", "Replay it again."))
    assert replayed.replay_button.isVisible()
    assert replayed.replay_button.isEnabled()
    assert replayed.problem.text() == "It is gone. Replay it again."


def test_a_replay_that_fails_says_why(pane: AttentionPane, asked: Asked) -> None:
    pane.set_context(context())
    pane.replay_button.click()
    pane.fail(asked.last, OutOfMemory("Too little memory."))
    assert pane.problem.text() == "Too little memory."
    assert not pane.progress.isVisible()
    pane.replay_button.click()
    assert len(asked.all) == 2
    assert not pane.problem.isVisible()


def test_a_model_without_cross_attention_says_so(pane: AttentionPane, asked: Asked) -> None:
    pane.set_context(context())
    pane.replay_button.click()
    pane.take(asked.last, NotApplicable(sentence="This model is a transformer."))
    assert pane.message() == "This model is a transformer."
    pane.set_context(context(step=5))
    assert pane.message() == "This model is a transformer."
    pane.set_context(context(trajectory=run(id=OTHER)))
    assert pane.message() == ""


def test_without_a_denoising_it_says_what_to_do(pane: AttentionPane) -> None:
    pane.set_context(XrayContext())
    assert "Make a picture first" in pane.message()


def test_a_step_of_the_parent_has_no_map(
    qtbot: QtBot, replayed: AttentionPane, asked: Asked
) -> None:
    replayed.step_combo.setCurrentIndex(1)
    replayed.set_context(context(step=99))
    assert "parent" in replayed.map_told.text()
    assert replayed.shown._overlay is None


def test_words_out_of_tokens() -> None:
    words = words_of(token_table(), PROMPT)
    assert [(word.text, word.tokens) for word in words[:3]] == [
        ("a", (1,)),
        ("red", (2,)),
        ("cat", (3, 4)),
    ]
    assert [word.is_mark for word in words] == [False] * 5 + [True] * 2


def test_layers_are_told_by_grid_and_place() -> None:
    name = "down_blocks.1.attentions.0.transformer_blocks.0.attn2"
    assert layer_words(AttentionLayer(name=name, width=8, height=6)) == "8 × 6 · down.1.0.0"
