"""The pane that takes guidance apart."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sdstudio.gui.icons import IconSet
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.xray.guidance_pane import GuidancePane, Mixer
from sdstudio.gui.xray.pane import XrayContext
from sdstudio.xray import GuidanceQuery, NotApplicable
from tests.gui.xray.run_answers import RUN, Asked, context, guidance


@pytest.fixture
def pane(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> GuidancePane:
    pane = GuidancePane(themes, icons)
    qtbot.addWidget(pane)
    pane.resize(420, 700)
    pane.show()
    return pane


@pytest.fixture
def asked(pane: GuidancePane) -> Asked:
    return Asked(pane)


@pytest.fixture
def answered(qtbot: QtBot, pane: GuidancePane, asked: Asked) -> GuidancePane:
    pane.set_context(context())
    pane.set_active(True)
    qtbot.waitUntil(lambda: len(asked.all) == 1)
    pane.take(asked.last, guidance())
    return pane


def red_of(pane: GuidancePane) -> int:
    image = pane.mix.image()
    assert image is not None
    return image.pixelColor(3, 3).red()


def test_it_asks_once_the_step_rests(qtbot: QtBot, pane: GuidancePane, asked: Asked) -> None:
    pane.set_active(True)
    for step in (1, 2, 3):
        pane.set_context(context(step=step))
    assert asked.all == []
    qtbot.waitUntil(lambda: bool(asked.all))
    assert asked.all == [GuidanceQuery(request_id=RUN, index=3)]


def test_a_pane_out_of_sight_asks_nothing(qtbot: QtBot, pane: GuidancePane, asked: Asked) -> None:
    pane.set_context(context())
    pane.set_active(True)
    pane.set_active(False)
    assert not pane._rest.isActive()
    assert asked.all == []


def test_the_formula_has_the_runs_own_scale(answered: GuidancePane) -> None:
    assert answered.formula.text().startswith("ε = εᵤ + s · (ε_c − εᵤ)")
    assert answered.formula.text().endswith("s = 4")


def test_a_network_that_predicts_v_says_so(answered: GuidancePane) -> None:
    assert answered._answer is not None
    answered._answer = replace(answered._answer, prediction_type="v_prediction")
    answered._mix()
    assert answered.formula.text().startswith("v = vᵤ + s · (v_c − vᵤ)")
    assert answered.scale() == 4.0
    assert not answered.own_button.isEnabled()
    assert answered.code() == "print('guidance')"


def test_the_slider_mixes_the_picture_at_once(qtbot: QtBot, answered: GuidancePane) -> None:
    assert red_of(answered) == pytest.approx(255 * (1 + 4 * 0.1) / 2, abs=1)
    answered.slider.setValue(80)
    assert answered.scale() == 8.0
    assert red_of(answered) == pytest.approx(255 * (1 + 8 * 0.1) / 2, abs=1)
    answered.slider.setFocus()
    qtbot.keyClick(answered.slider, Qt.Key.Key_Right)
    assert answered.formula.text().endswith("s = 8.1")
    qtbot.mouseClick(answered.own_button, Qt.MouseButton.LeftButton)
    assert answered.scale() == 4.0


def test_out_of_range_is_clamped(answered: GuidancePane) -> None:
    answered.spin.setValue(20)
    assert red_of(answered) == 255


def test_a_scale_with_more_digits_stays_exact(
    qtbot: QtBot, pane: GuidancePane, asked: Asked
) -> None:
    pane.set_context(context())
    pane.set_active(True)
    qtbot.waitUntil(lambda: bool(asked.all))
    pane.take(asked.last, guidance(scale=3.14159))
    assert pane.formula.text().endswith("s = 3.142")
    assert not pane.own_button.isEnabled()


def test_answers_and_their_difference_are_heat_maps(answered: GuidancePane) -> None:
    answer = guidance()
    answered.channel_combo.setCurrentIndex(2)
    without, with_prompt = answer.unconditional.array()[2], answer.conditional.array()[2]
    for heat, values in zip(
        answered.heats, (without, with_prompt, with_prompt - without), strict=True
    ):
        np.testing.assert_array_equal(heat.values(), values)
    assert answered.heats[0].scale() == answered.heats[1].scale()


def test_numbers(answered: GuidancePane) -> None:
    header, rows = answered.numbers()
    assert header[:5] == ["channel", "row", "column", "unconditional", "conditional"]
    assert len(rows) == 4 * 8 * 8


def test_sentences(qtbot: QtBot, pane: GuidancePane, asked: Asked) -> None:
    pane.set_active(True)
    pane.set_context(XrayContext())
    assert "choose a step" in pane.message()
    pane.set_context(context())
    qtbot.waitUntil(lambda: bool(asked.all))
    pane.take(asked.last, NotApplicable(sentence="Guidance is part of the model."))
    assert pane.message() == "Guidance is part of the model."


def test_a_large_picture_is_thinned_out_for_the_slider() -> None:
    large = np.zeros((1024, 1024, 3), np.float32)
    image = Mixer(large, large).mixed(4)
    assert image.width() == image.height() == 512
    assert image.pixelColor(0, 0).red() == 128


def test_mixing_is_the_formula() -> None:
    chance = np.random.default_rng(1)
    without, with_prompt = (chance.uniform(-1, 1, (32, 24, 3)).astype(np.float32) for _ in "ab")
    image = Mixer(without, with_prompt).mixed(2.5)
    expected = np.clip((without + 2.5 * (with_prompt - without) + 1) * 127.5, 0, 255).round()
    for row, column in ((0, 0), (31, 23), (7, 11)):
        colour = image.pixelColor(column, row)
        found = (colour.red(), colour.green(), colour.blue())
        np.testing.assert_allclose(found, expected[row, column], atol=1)
