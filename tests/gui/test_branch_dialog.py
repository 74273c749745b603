"""The window that asks for a branch: what comes out of its fields, and what it says will happen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from sdstudio.gui.branch_dialog import BranchDialog, ask_branch
from sdstudio.gui.icons import IconSet
from sdstudio.request import (
    MAX_PROMPT,
    GenerationRequest,
    TrajectoryInfo,
    TrajectoryStep,
)

PARENT = GenerationRequest(
    prompt="a red apple",
    negative_prompt="a leaf",
    model="/some/model",
    scheduler="euler",
    num_inference_steps=20,
    guidance_scale=4.0,
    seed=77,
    parent="a grandparent",
    from_step=3,
    fresh_noise=True,
)
SCHEDULERS = ("dpmpp_2m", "euler", "heun_karras")


def info_of(request: GenerationRequest, done: int = 20) -> TrajectoryInfo:
    first_own = max(1, request.from_step)
    steps = tuple(
        TrajectoryStep(index=index, timestep=1000.0 - index, sigma=1 / index)
        for index in range(1, done + 1)
    )
    return TrajectoryInfo(request=request, steps=steps, first_own=first_own, bytes=1)


INFO = info_of(PARENT)
MakeDialog = Callable[..., BranchDialog]


@pytest.fixture
def dialog_at(qtbot: QtBot, icons: IconSet) -> MakeDialog:
    def make(index: int = 8, info: TrajectoryInfo = INFO) -> BranchDialog:
        thumbnail = QImage(64, 64, QImage.Format.Format_RGB32)
        thumbnail.fill(Qt.GlobalColor.gray)
        dialog = BranchDialog(info, index, SCHEDULERS, icons, thumbnail)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return make


def test_a_model_without_a_prompt_is_asked_for_none(qtbot: QtBot, icons: IconSet) -> None:
    wordless = info_of(replace(PARENT, prompt="", negative_prompt="", guidance_scale=0.0))
    dialog = BranchDialog(wordless, 8, SCHEDULERS, icons, has_prompt=False)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    for field in (dialog.prompt_edit, dialog.negative_edit, dialog.guidance_spin):
        assert not field.isVisible()
    assert dialog.scheduler_combo.isVisible()
    choose(dialog, "heun_karras")
    request = dialog.request()
    assert (request.prompt, request.guidance_scale, request.scheduler) == ("", 0.0, "heun_karras")


def choose(dialog: BranchDialog, scheduler: str) -> None:
    dialog.scheduler_combo.setCurrentIndex(dialog.scheduler_combo.findData(scheduler))


def test_nothing_changed_is_the_parent_from_that_step_on(dialog_at: MakeDialog) -> None:
    dialog = dialog_at()
    request = dialog.request()
    assert request == replace(
        PARENT, id=request.id, parent=PARENT.id, from_step=8, fresh_noise=False
    )
    assert request.id not in (PARENT.id, "")
    assert dialog.windowTitle() == "Branch from step 8"
    assert dialog.outcome.text() == "Nothing changed: the same picture comes out."


def test_every_field_is_in_the_branch(dialog_at: MakeDialog) -> None:
    dialog = dialog_at()
    dialog.prompt_edit.setPlainText("青い猫")
    dialog.negative_edit.setPlainText("")
    dialog.guidance_spin.setValue(7.5)
    choose(dialog, "heun_karras")
    dialog.noise_check.setChecked(True)
    dialog.seed_edit.set_value(123)
    request = dialog.request()
    assert request == replace(
        PARENT,
        id=request.id,
        parent=PARENT.id,
        from_step=8,
        prompt="青い猫",
        negative_prompt="",
        guidance_scale=7.5,
        scheduler="heun_karras",
        seed=123,
        fresh_noise=True,
    )


def test_what_fields_cannot_show_exactly_is_not_changed_by_looking(dialog_at: MakeDialog) -> None:
    odd = replace(
        PARENT, prompt="one\u2029two\u00a0three", negative_prompt="a\r\nb", guidance_scale=4.123
    )
    dialog = dialog_at(info=info_of(odd))
    request = dialog.request()
    assert request.prompt == odd.prompt
    assert request.negative_prompt == odd.negative_prompt
    assert request.guidance_scale == odd.guidance_scale
    assert "Nothing changed" in dialog.outcome.text()
    dialog.guidance_spin.setValue(4.2)
    assert dialog.request().guidance_scale == 4.2
    assert dialog.request().prompt == odd.prompt


def test_a_seed_counts_with_fresh_noise_only(dialog_at: MakeDialog) -> None:
    dialog = dialog_at()
    assert not dialog.seed_edit.isEnabled()
    assert not dialog.random_seed_button.isEnabled()
    dialog.seed_edit.set_value(5)
    assert dialog.request().seed == PARENT.seed
    dialog.noise_check.setChecked(True)
    assert dialog.seed_edit.isEnabled()
    assert dialog.request().seed == 5
    dialog.random_seed_button.click()
    assert dialog.request().seed != 5


@pytest.mark.parametrize(
    ("index", "change", "told"),
    [
        (
            8,
            lambda dialog: dialog.prompt_edit.setPlainText("a cat"),
            "From step 8 on with another prompt; the 7 steps before stay as they are.",
        ),
        (
            2,
            lambda dialog: dialog.noise_check.setChecked(True),
            "From step 2 on with fresh noise; the step before stays as it is.",
        ),
        (
            1,
            lambda dialog: choose(dialog, "dpmpp_2m"),
            "From step 1 on with another scheduler: all steps are done anew.",
        ),
        (
            8,
            lambda dialog: choose(dialog, "dpmpp_2m"),
            "From step 8 on with another scheduler; the 7 steps before stay as they are."
            " The other scheduler goes on at its nearest noise level.",
        ),
        (
            8,
            lambda dialog: (
                dialog.negative_edit.clear(),
                dialog.guidance_spin.setValue(9),
                dialog.noise_check.setChecked(True),
            ),
            "From step 8 on with another negative prompt, another guidance scale, and fresh noise;"
            " the 7 steps before stay as they are.",
        ),
    ],
)
def test_it_says_what_will_happen(
    index: int, change: Callable[[BranchDialog], object], told: str, dialog_at: MakeDialog
) -> None:
    dialog = dialog_at(index)
    height = dialog.height()
    change(dialog)
    QApplication.processEvents()
    assert dialog.outcome.text() == told
    assert dialog.height() == height


def test_a_run_that_was_cut_off_goes_on(dialog_at: MakeDialog) -> None:
    dialog = dialog_at(info=info_of(PARENT, done=12))
    assert dialog.outcome.text() == "Nothing changed: it goes on as before, now to the last step."
    running = replace(info_of(PARENT, done=12), is_running=True)
    assert "same picture" in dialog_at(info=running).outcome.text()


def test_a_prompt_that_is_refused_is_told_in_the_window(
    qtbot: QtBot, dialog_at: MakeDialog
) -> None:
    dialog = dialog_at()
    dialog.prompt_edit.setPlainText("x" * (MAX_PROMPT + 1))
    assert "The prompt has 100001 characters" in dialog.outcome.text()
    assert not dialog.branch_button.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.isVisible()
    dialog.prompt_edit.setPlainText("short")
    assert dialog.branch_button.isEnabled()


def test_the_schedulers_of_the_model_with_their_classes(dialog_at: MakeDialog) -> None:
    dialog = dialog_at()
    combo = dialog.scheduler_combo
    assert [combo.itemText(row) for row in range(combo.count())] == [
        "DPM++ 2M",
        "Euler",
        "Heun Karras",
    ]
    assert dialog.class_label.text() == "EulerDiscreteScheduler"
    choose(dialog, "heun_karras")
    assert dialog.class_label.text() == "HeunDiscreteScheduler"
    # A parent whose scheduler is not offered (any more) can be branched as it is.
    other = dialog_at(info=info_of(replace(PARENT, scheduler="ddim")))
    assert other.request().scheduler == "ddim"


def test_text_is_shown_as_it_is(dialog_at: MakeDialog) -> None:
    dialog = dialog_at(info=info_of(replace(PARENT, prompt="<b>bold</b>")))
    assert dialog.prompt_edit.toPlainText() == "<b>bold</b>"


def test_what_is_touched_has_a_name_and_a_place_in_the_order(
    qtbot: QtBot, dialog_at: MakeDialog
) -> None:
    dialog = dialog_at()
    dialog.noise_check.setChecked(True)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.prompt_edit.hasFocus)
    visited: list[QWidget] = []
    focused = QApplication.focusWidget()
    while focused is not None and focused not in visited:
        assert focused.objectName()
        assert focused.accessibleName()
        visited.append(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
    assert [widget.objectName() for widget in visited] == [
        "branchPromptEdit",
        "branchNegativePromptEdit",
        "branchGuidanceSlider",
        "branchGuidanceSpin",
        "branchSchedulerCombo",
        "freshNoiseCheck",
        "branchSeedEdit",
        "branchRandomSeedButton",
        "branchAcceptButton",
        "branchCancelButton",
    ]


class Answer(QObject):
    """Presses a key in the window that asks, once it has the focus."""

    def __init__(self, qtbot: QtBot, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        super().__init__()
        self._qtbot = qtbot
        self._keys = (key, modifier)
        self._timer = QTimer(self)
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._try)
        self._timer.start()

    @Slot()
    def _try(self) -> None:
        field = QApplication.focusWidget()
        if isinstance(QApplication.activeModalWidget(), BranchDialog) and field is not None:
            self._timer.stop()
            self._qtbot.keyClick(field, *self._keys)


def test_ctrl_enter_branches_and_esc_does_not(qtbot: QtBot, icons: IconSet) -> None:
    answer = Answer(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    request = ask_branch(None, INFO, 8, SCHEDULERS, icons)
    assert request is not None
    assert (request.parent, request.from_step) == (PARENT.id, 8)
    assert request.prompt == PARENT.prompt
    answer = Answer(qtbot, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert ask_branch(None, INFO, 8, SCHEDULERS, icons) is None
    del answer
