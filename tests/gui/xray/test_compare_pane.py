"""The pane that compares two denoisings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from sdstudio.gui.icons import IconSet
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.xray.compare_pane import ComparePane
from sdstudio.gui.xray.pane import XrayContext
from sdstudio.request import GenerationRequest, TrajectoryMissing
from sdstudio.xray import CompareQuery, NotApplicable
from tests.gui.xray.run_answers import OTHER, RUN, Asked, comparison, context, run


@pytest.fixture
def pane(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> ComparePane:
    pane = ComparePane(themes, icons)
    qtbot.addWidget(pane)
    pane.resize(420, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    pane.set_active(True)
    return pane


@pytest.fixture
def asked(pane: ComparePane) -> Asked:
    return Asked(pane)


@pytest.fixture
def tried(pane: ComparePane) -> list[GenerationRequest]:
    requests: list[GenerationRequest] = []
    pane.try_wanted.connect(requests.append)
    return requests


@pytest.fixture
def wanted(pane: ComparePane) -> list[tuple[str, list[int]]]:
    lists: list[tuple[str, list[int]]] = []

    def note(run: str, steps: list[int]) -> None:
        lists.append((run, steps))

    pane.thumbnails_wanted.connect(note)
    return lists


def image() -> QImage:
    picture = QImage(16, 16, QImage.Format.Format_RGB32)
    picture.fill(0xFF0000)
    return picture


def test_it_compares_this_run_with_another_one(pane: ComparePane, asked: Asked) -> None:
    pane.set_context(context())
    assert asked.all == [CompareQuery(first=RUN, second=OTHER)]
    assert pane.other_combo.currentText() == "a blue cat · 1"
    pane.take(asked.last, comparison())
    assert pane.told.text() == "They part at step 3."
    assert pane.plot.isVisible()
    assert list(pane.plot.curves()[0].y) == list(comparison().distances)
    assert pane.plot.marked() == 3
    assert pane.numbers()[1][2] == [3, 0.05]
    assert pane.code() == "print('compare')"


def test_another_run_is_chosen_and_stays_chosen(pane: ComparePane, asked: Asked) -> None:
    runs = ((RUN, "this"), (OTHER, "other"), ("t" * 32, "third"))
    pane.set_context(context(runs=runs))
    pane.other_combo.setCurrentIndex(1)
    assert asked.last == CompareQuery(first=RUN, second="t" * 32)
    pane.set_context(context(step=4, runs=(("n" * 32, "new"), *runs)))
    assert pane.other_combo.currentText() == "third"
    assert len(asked.all) == 2


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: comparison(None), "They are the same at every step."),
        (lambda: comparison(1), "They are apart from the first step on."),
    ],
)
def test_what_it_says(
    pane: ComparePane, asked: Asked, make: Callable[[], object], words: str
) -> None:
    pane.set_context(context())
    pane.take(asked.last, make())  # type: ignore[arg-type]
    assert pane.told.text() == words


def test_thumbnails_are_wanted_of_one_run_after_the_other(
    pane: ComparePane, asked: Asked, wanted: list[tuple[str, list[int]]]
) -> None:
    pane.set_context(context())
    pane.take(asked.last, comparison())
    assert wanted == [(RUN, [1, 2, 3, 4, 5])]
    for step in range(1, 6):
        pane.set_thumbnail(RUN, step, image())
    assert wanted[1:] == [(OTHER, [1, 2, 3, 4, 5])]
    pane.set_thumbnail(OTHER, 1, image())
    assert pane.strips.image(OTHER, 1) is not None
    assert len(wanted) == 2
    pane.set_thumbnail("x" * 32, 1, image())
    assert pane.strips.image("x" * 32, 1) is None


def test_steps_are_walked_through(qtbot: QtBot, pane: ComparePane, asked: Asked) -> None:
    pane.set_context(context())
    pane.take(asked.last, comparison())
    pane.strips.setFocus()
    qtbot.keyClick(pane.strips, Qt.Key.Key_End)
    assert pane.here.text() == "Step 5: 0.3 apart"
    qtbot.keyClick(pane.strips, Qt.Key.Key_Left)
    assert pane.here.text() == "Step 4: 0.2 apart"
    assert pane.plot.marked() == 4


def test_in_a_narrow_dock_some_steps_are_left_out(pane: ComparePane) -> None:
    pane.strips.set_runs((RUN, OTHER), ("a", "b"))
    pane.strips.set_steps(tuple(range(1, 51)), None)
    sight = pane.strips.in_sight()
    assert 2 <= len(sight) < 50
    assert (sight[0], sight[-1]) == (1, 50)


def test_another_value_is_tried(
    pane: ComparePane, tried: list[GenerationRequest], asked: Asked
) -> None:
    pane.set_context(context(runs=((RUN, "this"),)))
    request = run().request
    assert not pane.try_button.isEnabled()
    pane.guidance_spin.setValue(7.5)
    pane.try_button.click()
    assert tried[-1].guidance_scale == 7.5
    assert tried[-1].id != request.id
    assert (tried[-1].seed, tried[-1].prompt) == (request.seed, request.prompt)
    pane.setting_combo.setCurrentIndex(1)
    assert not pane.try_button.isEnabled()
    pane.scheduler_combo.setCurrentIndex(pane.scheduler_combo.findData("ddim"))
    pane.try_button.click()
    assert tried[-1].scheduler == "ddim"
    pane.setting_combo.setCurrentIndex(2)
    pane.seed_edit.set_value(77)
    pane.try_button.click()
    assert tried[-1].seed == 77
    pane.setting_combo.setCurrentIndex(3)
    assert [pane.word_combo.itemText(place) for place in range(pane.word_combo.count())] == [
        *("a", "red", "cat", "sleeping"),
    ]
    pane.word_combo.setCurrentIndex(1)
    pane.word_edit.setText("green")
    pane.try_button.click()
    assert tried[-1].prompt == "a green cat, sleeping"
    pane.word_edit.clear()
    pane.try_button.click()
    assert tried[-1].prompt == "a cat, sleeping"


def test_what_was_tried_is_compared_with_what_it_was_tried_on(
    pane: ComparePane, tried: list[GenerationRequest], asked: Asked
) -> None:
    pane.set_context(context())
    pane.guidance_spin.setValue(9)
    pane.try_button.click()
    new = tried[-1].id
    runs = ((new, "new"), (OTHER, "other"), (RUN, "this"))
    pane.set_context(context(trajectory=run(id=new, guidance_scale=9.0), runs=runs))
    assert asked.last == CompareQuery(first=new, second=RUN)


def test_sentences(pane: ComparePane, asked: Asked) -> None:
    pane.set_context(XrayContext())
    assert "Make a picture" in pane.message()
    pane.set_context(context(runs=((RUN, "this"),)))
    assert pane.message() == ""
    assert "no other denoising" in pane.told.text()
    assert not pane.strips.isVisible()
    pane.set_context(context())
    pane.take(asked.last, NotApplicable(sentence="Their sizes differ."))
    assert pane.told.text() == "Their sizes differ."
    assert pane.other_combo.isVisible()
    pane.set_context(context(runs=((RUN, "this"), ("t" * 32, "third"))))
    pane.fail(asked.last, TrajectoryMissing("It is gone."))
    assert pane.told.text() == "It is gone."
    assert pane.message() == ""
