"""The pane that looks into a step."""

from __future__ import annotations

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from sdstudio.gui.icons import IconSet
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.xray.pane import XrayContext
from sdstudio.gui.xray.step_pane import StepPane
from sdstudio.request import TrajectoryMissing
from sdstudio.xray import NotApplicable, StepQuery
from tests.gui.xray.run_answers import RUN, Asked, context, run, step_inside


@pytest.fixture
def pane(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> StepPane:
    pane = StepPane(themes, icons)
    qtbot.addWidget(pane)
    pane.resize(420, 700)
    pane.show()
    return pane


@pytest.fixture
def asked(pane: StepPane) -> Asked:
    return Asked(pane)


def test_it_asks_for_the_step_of_the_timeline_and_only_while_looked_at(
    pane: StepPane, asked: Asked
) -> None:
    pane.set_context(context(step=3))
    assert asked.all == []
    pane.set_active(True)
    pane.set_context(context(step=3, prompt="something else"))
    pane.set_context(context(step=4))
    assert asked.all == [StepQuery(request_id=RUN, index=3), StepQuery(request_id=RUN, index=4)]
    pane.set_active(False)
    pane.set_context(context(step=5))
    assert len(asked.all) == 2


def test_without_a_step_it_says_what_to_do_and_then_comes_back(
    pane: StepPane, asked: Asked
) -> None:
    pane.set_active(True)
    assert "Make a picture" in pane.message()
    pane.set_context(context())
    pane.take(asked.last, step_inside())
    assert pane.message() == ""
    pane.set_context(XrayContext())
    assert "Make a picture" in pane.message()
    pane.set_context(context())
    pane.take(asked.last, step_inside())
    assert pane.message() == ""


def test_where_the_timeline_is_at_no_step_it_is_the_last(pane: StepPane, asked: Asked) -> None:
    pane.set_active(True)
    pane.set_context(context(step=0))
    assert asked.last.index == 5
    pane.set_context(context(step=0, trajectory=run(count=2)))
    assert asked.last.index == 2


def test_it_shows_pictures_latents_noise_and_norms(pane: StepPane, asked: Asked) -> None:
    pane.set_context(context())
    pane.set_active(True)
    pane.take(asked.last, step_inside())
    x0 = pane.x0.image()
    assert x0 is not None
    assert x0.pixelColor(0, 0).red() == 9
    assert pane.after.image() is not None
    assert pane.where.text() == "step 3 of 5 · t = 997 · σ = 3.5"
    assert pane.code() == "print('step')"
    heats = pane.channels.heats()
    assert len(heats) == 4
    np.testing.assert_array_equal(heats[2].values(), step_inside().before.array()[2])
    assert len({heat.scale() for heat in heats}) == 1
    bars, normal = pane.histogram.curves()
    assert sum(bars.y) * (bars.x[1] - bars.x[0]) == pytest.approx(1, abs=0.01)
    assert max(normal.y) == pytest.approx(0.3989, abs=1e-4)
    axis = pane.histogram._view.getPlotItem().getAxis("left")
    assert axis.autoSIPrefixScale == 1  # 0.4 is written as 0.4, not as 400
    assert [curve.name for curve in pane.norms.curves()] == ["xₜ", "x₀", "noise"]
    assert pane.norms.marked() == 3
    assert pane.picture().width() > 0


def test_the_last_step_hands_nothing_on(pane: StepPane, asked: Asked) -> None:
    pane.set_context(context(step=5))
    pane.set_active(True)
    pane.take(asked.last, step_inside(5, is_last=True))
    assert pane.after.image() is None
    assert pane.after.accessibleName() == "the last step"


def test_pictures_zoom_together(pane: StepPane) -> None:
    assert pane.before.zoom is pane.x0.zoom is pane.after.zoom


def test_the_numbers_are_norms_and_latents(pane: StepPane, asked: Asked) -> None:
    assert pane.numbers() == ([], [])
    pane.set_context(context())
    pane.set_active(True)
    answer = step_inside()
    pane.take(asked.last, answer)
    header, rows = pane.numbers()
    assert header == ["what", "step", "channel", "row", "column", "x_t", "x0", "noise"]
    assert rows[1] == ["rms", 2, "", "", "", 1.0, 1.5, 1.0]
    assert len(rows) == 5 + 4 * 8 * 8
    place = answer.x0.array()[3, 7, 6]
    assert rows[-2] == ["latent", 3, 4, 7, 6, rows[-2][5], place, rows[-2][7]]
    assert all(len(row) == len(header) for row in rows)


def test_other_failures_are_sentences(pane: StepPane, asked: Asked) -> None:
    pane.set_context(context())
    pane.set_active(True)
    pane.take(asked.last, NotApplicable(sentence="Not with this model."))
    assert pane.message() == "Not with this model."
    pane.set_context(context(step=4))
    pane.fail(asked.last, TrajectoryMissing("It is gone.", "Make it again."))
    assert pane.message() == "It is gone. Make it again."


def test_a_step_of_the_curve_can_be_gone_to(qtbot: QtBot, pane: StepPane, asked: Asked) -> None:
    pane.set_context(context())
    pane.set_active(True)
    pane.take(asked.last, step_inside())
    with qtbot.waitSignal(pane.step_wanted) as wanted:
        pane.norms.picked.emit(4.0)
    assert wanted.args == [4]
