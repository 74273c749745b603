"""“How does this work?” in the real window, on real pictures of the starter model."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from sdstudio.app import Studio
from sdstudio.gui.tour.card import place_for
from sdstudio.gui.tour.control import TourControl
from sdstudio.gui.tour.steps import tour_steps
from sdstudio.request import STARTER, GenerationRequest, ModelDefaults, ModelInfo
from tests.gui.conftest import LONG, OpenStudio
from tests.gui.test_denoising import made_with_steps
from tests.gui.test_window import ready

ALL = (
    *("prompt", "tokens", "embedding", "schedule", "step"),
    *("guidance", "attention", "vae", "gallery"),
)
INFO = ModelInfo(
    reference="a",
    name="a",
    pipeline_class="StableDiffusionPipeline",
    size_factor=8,
    min_side=8,
    max_side=2048,
    defaults=ModelDefaults(
        width=64, height=64, num_inference_steps=2, guidance_scale=4.0, scheduler="ddim"
    ),
    max_tokens=77,
    device="cpu",
    dtype="float32",
    parameters=1,
    schedulers=("ddim",),
)
REQUEST = GenerationRequest(prompt="a cat", guidance_scale=4.0)


def names(tour: TourControl) -> tuple[str, ...]:
    return tuple(step.name for step in tour._steps)


def begin(qtbot: QtBot, studio: Studio) -> TourControl:
    tour = studio.tour
    with qtbot.waitSignal(tour.begun, timeout=LONG):
        studio.window.actions_of_window.tour.trigger()
    return tour


def answer(monkeypatch: pytest.MonkeyPatch, button: int) -> list[str]:
    """Answers the next questions by their first or second button; gives what was asked."""
    asked: list[str] = []

    def press(box: QMessageBox) -> int:
        asked.append(box.text())
        box.buttons()[button].click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda box: box.buttons()[button])
    return asked


@pytest.mark.parametrize(
    ("model", "request_", "left_out"),
    [
        (INFO, REQUEST, ()),
        (INFO, replace(REQUEST, guidance_scale=1.0), ("guidance",)),
        (replace(INFO, pipeline_class="StableDiffusion3Pipeline"), REQUEST, ("attention",)),
        (replace(INFO, pipeline_class="FluxPipeline"), REQUEST, ("guidance", "attention")),
        (
            replace(INFO, pipeline_class="SanaPipeline"),
            REQUEST,
            ("embedding", "guidance", "attention"),
        ),
        (
            replace(INFO, pipeline_class="DDPMPipeline", has_prompt=False, has_guidance=False),
            REQUEST,
            ("prompt", "tokens", "embedding", "guidance", "attention", "vae"),
        ),
    ],
    ids=["all", "unguided", "sd3", "flux", "other", "pixels"],
)
def test_what_has_no_pane_is_left_out(
    model: ModelInfo, request_: GenerationRequest, left_out: tuple[str, ...]
) -> None:
    told = tuple(step.name for step in tour_steps(model, request_))
    assert told == tuple(name for name in ALL if name not in left_out)


def test_the_tour_shows_the_picture_on_the_canvas(qtbot: QtBot, open_studio: OpenStudio) -> None:
    studio = open_studio()
    window = ready(qtbot, studio)
    item = made_with_steps(qtbot, window, "a purple house", 5)
    tour = begin(qtbot, studio)
    card = tour.card
    assert names(tour) == ALL
    for number, name in enumerate(ALL, start=1):
        step = tour._steps[number - 1]
        assert card.isVisible()
        qtbot.waitUntil(card.hasFocus)
        assert card.accessibleName() == step.title
        assert step.text in card.accessibleDescription()
        assert f"{number} of 9" in card.accessibleDescription()
        assert window.rect().contains(card.geometry())
        qtbot.waitUntil(tour.spotlight.isVisible)
        assert not card.geometry().intersects(tour.spotlight.framed())
        if step.pane:
            assert window.xray.current() == step.pane
            assert window.xray._panel is not None
            qtbot.waitUntil(window.xray._panel.isVisible)
        if name == "step":
            assert 1 < window.timeline.current_step() < 5
        if name == "vae":
            panel = window.xray._panel
            assert panel is not None
            (pane,) = (each for each in panel.panes() if each.name == "vae")
            qtbot.waitUntil(lambda: bool(pane.code()), timeout=LONG)  # noqa: B023
        qtbot.keyClick(card, Qt.Key.Key_Return)
    assert not tour.is_running()
    assert not card.isVisible()
    assert not tour.spotlight.isVisible()
    assert window.gallery_panel.isVisible()
    assert window.timeline.current_step() == 5
    assert window.pane.item is not None
    assert window.pane.item.id == item.id


def test_the_tour_lives_through_whatever_happens_to_the_window(
    qtbot: QtBot, open_studio: OpenStudio
) -> None:
    studio = open_studio()
    window = ready(qtbot, studio)
    made_with_steps(qtbot, window, "a purple house", 3)
    tour = begin(qtbot, studio)
    card, spotlight = tour.card, tour.spotlight
    card.next_button.click()
    assert not card.geometry().intersects(spotlight.framed())
    card.back_button.click()
    assert not card.back_button.isEnabled()
    card.next_button.click()
    for size in (QSize(1000, 640), QSize(1700, 1000)):
        window.resize(size)
        qtbot.waitUntil(lambda: window.rect().contains(card.geometry()))
        qtbot.waitUntil(lambda: spotlight.geometry().contains(spotlight.framed()))
    # Its pane goes out of sight, and comes back with the next card.
    dock = window._docks[1]
    dock.hide()
    qtbot.waitUntil(lambda: not spotlight.isVisible())
    assert card.isVisible()
    card.next_button.click()
    qtbot.waitUntil(spotlight.isVisible)
    assert dock.isVisible()
    # A pane that floats is framed where it is, or not at all.
    dock.setFloating(True)
    dock.setFloating(False)
    window.activateWindow()
    # Another theme, another language, a run.
    studio._themes.choose("light")
    card._title.setText("")
    QCoreApplication.sendEvent(card, QEvent(QEvent.Type.LanguageChange))
    assert card._title.text() == tour._steps[2].title
    window.panel.steps_spin.setValue(150)
    window.generation.generate()
    qtbot.waitUntil(lambda: window.queue_model.running is not None, timeout=LONG)
    for _ in range(5):
        card.next_button.click()
    assert tour.is_running()
    assert window.actions_of_window.stop.isEnabled()
    qtbot.waitUntil(card.hasFocus)
    qtbot.keyClick(card, Qt.Key.Key_Escape)
    assert not tour.is_running()
    assert window.panel.prompt.edit.hasFocus()
    # Esc has ended the tour and not the run.
    assert window.queue_model.rowCount() == 1
    window.generation.stop()
    qtbot.waitUntil(lambda: window.queue_model.rowCount() == 0, timeout=LONG)


def test_without_a_picture_it_makes_one_after_a_yes(
    qtbot: QtBot, open_studio: OpenStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = open_studio()
    window = ready(qtbot, studio)
    qtbot.waitUntil(lambda: window.pane._empty._is_first, timeout=LONG)
    asked = answer(monkeypatch, 1)
    window.actions_of_window.tour.trigger()
    assert len(asked) == 1
    assert not studio.tour.is_running()
    assert window.queue_model.rowCount() == 0
    asked = answer(monkeypatch, 0)
    tour = begin(qtbot, studio)
    assert len(asked) == 1
    item = window.pane.item
    assert item is not None
    assert item.request is not None
    assert item.request.model == STARTER
    assert window.panel.prompt.text() == item.request.prompt == window.pane.suggestion()
    assert names(tour) == ALL
    tour.end()


def test_an_older_picture_is_made_again_after_a_yes(
    qtbot: QtBot, open_studio: OpenStudio, monkeypatch: pytest.MonkeyPatch
) -> None:
    studio = open_studio()
    window = ready(qtbot, studio)
    window.panel.keep_seed_button.setChecked(True)
    made_with_steps(qtbot, window, "a purple house", 3)
    window.close()
    studio.close()
    studio = open_studio()
    window = ready(qtbot, studio)
    qtbot.waitUntil(lambda: window.gallery_model.rowCount() == 1, timeout=LONG)
    asked = answer(monkeypatch, 0)
    tour = begin(qtbot, studio)
    assert len(asked) == 1
    assert "once more" in asked[0]
    assert window.looking.info is not None
    assert len(window.looking.info.steps) == 3
    assert window.gallery_model.rowCount() == 1
    tour.end()


@pytest.mark.parametrize(
    "target",
    [
        QRect(10, 60, 300, 140),
        QRect(1060, 40, 430, 800),
        QRect(330, 700, 700, 110),
        QRect(330, 40, 700, 640),
        QRect(),
    ],
)
def test_a_card_is_beside_what_it_points_at(target: QRect) -> None:
    room = QRect(0, 0, 1500, 860)
    placed = place_for(QSize(344, 170), target, room)
    assert room.contains(placed)
    assert not placed.intersects(target)


def test_a_card_lies_on_what_leaves_no_room() -> None:
    room = QRect(0, 0, 900, 600)
    assert room.contains(place_for(QSize(344, 170), QRect(-50, -50, 1100, 800), room))
