"""The pane that adds noise to a picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sdstudio.gui.icons import IconSet
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.xray.forward_pane import ForwardPane
from sdstudio.gui.xray.pane import XrayContext
from sdstudio.request import OutOfMemory
from sdstudio.xray import NOISE_SCHEDULES, NotApplicable
from tests.gui.xray.run_answers import PROMPT, Asked, context, forward, rgb


@pytest.fixture
def pane(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> ForwardPane:
    pane = ForwardPane(themes, icons)
    qtbot.addWidget(pane)
    pane.resize(420, 700)
    pane.show()
    pane.set_active(True)
    pane.set_context(context())
    return pane


@pytest.fixture
def asked(qtbot: QtBot, pane: ForwardPane) -> Asked:
    """Of a pane that has asked about the picture on the canvas."""
    asked = Asked(pane)
    pane.source.canvas_button.click()
    qtbot.waitUntil(lambda: bool(asked.all))
    return asked


def test_it_asks_once_everything_rests(qtbot: QtBot, pane: ForwardPane, asked: Asked) -> None:
    first = asked.last
    assert first.picture == context().picture
    assert (first.timestep, first.prompt, first.noise_schedule) == (499, PROMPT, "model")
    for timestep in (100, 200, 300):
        pane.slider.setValue(timestep)
    assert len(asked.all) == 1
    qtbot.waitUntil(lambda: len(asked.all) == 2)
    assert asked.last.timestep == 300
    # And back before it asks: that is answered already.
    pane.slider.setValue(400)
    pane.slider.setValue(300)
    assert not pane._rest.isActive()


def test_schedule_noise_and_prompt_ask_too(qtbot: QtBot, pane: ForwardPane, asked: Asked) -> None:
    names = [pane.schedule_combo.itemData(place) for place in range(pane.schedule_combo.count())]
    assert names == list(NOISE_SCHEDULES)
    pane.schedule_combo.setCurrentIndex(3)
    qtbot.waitUntil(lambda: asked.last.noise_schedule == "squaredcos_cap_v2")
    pane.noise_button.click()
    qtbot.waitUntil(lambda: asked.last.seed == 1)
    pane.set_context(context(prompt="a blue cat"))
    qtbot.waitUntil(lambda: asked.last.prompt == "a blue cat")


def test_the_answer(qtbot: QtBot, pane: ForwardPane, asked: Asked) -> None:
    assert not pane.noisy.isVisible()
    pane.take(asked.last, forward(asked.last))
    assert pane.noisy.isVisible()
    assert pane.formula.text() == "xₜ = a · x₀ + b · noise\na = 0.6000, b = 0.8000 at t = 499"
    assert pane.share.text().startswith("64.0 %")
    assert pane.code() == "print('forward')"
    header, rows = pane.numbers()
    assert header == ["what", "channel", "row", "column", "noisy", "predicted"]
    assert rows[1] == ["a", "", "", "", 0.6, ""]
    assert all(len(row) == len(header) for row in rows)
    pane.channels._buttons.buttons()[1].click()
    assert pane.channels.chosen() == "predicted"


def test_pictures_are_shrunk_to_the_size_of_runs(
    qtbot: QtBot, pane: ForwardPane, asked: Asked
) -> None:
    pane.set_context(context(picture=rgb(300, 600), width=64, height=96))
    pane.source.canvas_button.click()
    qtbot.waitUntil(lambda: asked.last.picture.height == 96)
    assert asked.last.picture.width == 48


def test_keys_move_the_timestep(qtbot: QtBot, pane: ForwardPane) -> None:
    pane.slider.setFocus()
    qtbot.keyClick(pane.slider, Qt.Key.Key_PageUp)
    assert pane.spin.value() == 599
    qtbot.keyClick(pane.slider, Qt.Key.Key_Home)
    assert pane.spin.value() == 0


def test_sentences(qtbot: QtBot, pane: ForwardPane, asked: Asked) -> None:
    pane.fail(asked.last, OutOfMemory("Too little memory."))
    assert pane.source.told.text() == "Too little memory."
    assert pane.message() == ""
    pane.set_context(context())
    qtbot.waitUntil(lambda: len(asked.all) == 2)
    pane.take(asked.last, NotApplicable(sentence="Not with this model."))
    assert pane.message() == "Not with this model."
    pane.set_context(context(model="another"))
    assert pane.message() == ""
    pane.set_context(XrayContext())
    assert "No model" in pane.message()
