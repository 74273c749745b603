"""Two denoisings side by side: where they part, and by how much."""

from __future__ import annotations

import re
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from sdstudio.gui.fields import CalmDoubleSpin, SeedEdit, titled
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, mark_users_text
from sdstudio.gui.retold import Tell
from sdstudio.gui.sentences import translated
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.gui.xray.pane import Pane, XrayContext
from sdstudio.gui.xray.plots import Curve, Plot, said
from sdstudio.gui.xray.strips import PairedStrips
from sdstudio.request import MAX_GUIDANCE, SCHEDULERS, GenerationRequest, SdstudioError, new_id
from sdstudio.xray import Answer, CompareQuery, Comparison, NotApplicable, Query

_HUNDREDTH = 0.01
_WORD = re.compile(r"[^\s,.;:!?()]+")


class ComparePane(Pane):
    """The denoising on the canvas beside another one in memory, or one with another value."""

    thumbnails_wanted = Signal(str, object)
    """request id and list[int]: steps whose pictures are wanted, by ``set_thumbnail``. Of the
    second run only once those of the first are there; a list replaces the one before."""
    try_wanted = Signal(object)
    """GenerationRequest: the same picture with one setting changed, to be made."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            "compare",
            translate("ComparePane", "Compare"),
            translate(
                "ComparePane",
                "Two denoisings, step by step: how far apart the pictures are that each predicts, "
                "and from which step on they are different pictures.",
            ),
            themes,
            icons,
            parent,
        )
        self._answer: Comparison | None = None
        self._tried: tuple[str, str] = ("", "")
        self._asked_thumbnails: tuple[str, tuple[int, ...]] = ("", ())
        self.other_combo = QComboBox()
        self.other_combo.setObjectName("compareOtherCombo")
        self.other_combo.setAccessibleName(self.tr("Compare with"))
        mark_users_text(self.other_combo)
        self.other_combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.other_combo.setMinimumContentsLength(12)
        self.other_combo.currentIndexChanged.connect(self._changed)
        self.told = PlainLabel(wrap=True)
        self.told.setObjectName("compareTold")
        self.strips = PairedStrips(themes)
        self.strips.wanted.connect(self._want_thumbnails)
        self.strips.walked.connect(self._walk)
        self.here = PlainLabel(" ", role="hint", wrap=True)
        self.here.setObjectName("compareHere")
        self.plot = Plot(
            "compareDistances",
            self.tr("How far apart x₀ is"),
            self.tr("Step"),
            self.tr("relative distance"),
            themes,
        )
        self._other = QWidget()
        self._other.setLayout(titled(self.tr("Compare &with"), self.other_combo, self.other_combo))
        self.body.addWidget(self._other)
        self.body.addWidget(self.told)
        self.body.addWidget(self.strips)
        self.body.addWidget(self.here)
        self.body.addWidget(self.plot)
        self._add_trying()
        self.body.addStretch(1)
        layout = self._other.layout()
        if layout is not None:
            layout.setContentsMargins(0, 0, 0, 0)

    # -- asking and answers ------------------------------------------------------------------

    def set_context(self, context: XrayContext) -> None:
        before = self.context.trajectory
        self.context = replace(context, model=self.context.model)
        self._fill_others()
        is_other = before is None or (
            context.trajectory is not None and context.trajectory.request.id != before.request.id
        )
        if is_other or self.scheduler_combo.count() != len(context.schedulers or SCHEDULERS):
            self._fill_values()
        super().set_context(context)

    def query(self) -> Query | None:
        """This denoising and the one that is chosen."""
        trajectory = self.context.trajectory
        if trajectory is None:
            self.forget()
            self.show_message(self.tr("Make a picture; then it can be compared with another one."))
            return None
        self.show_body()
        first, second = trajectory.request.id, self.other_combo.currentData()
        self.try_button.setEnabled(self._request() is not None)
        if not second:
            self.forget()
            self._show_nothing(
                self.tr(
                    "There is no other denoising in memory. Try another value below, and see what "
                    "it changes."
                )
            )
            return None
        if trajectory.is_running:
            self._show_nothing(self.tr("This denoising is still going on."))
            return None
        self.strips.set_runs((first, second), self._names(first))
        return CompareQuery(first=first, second=second)

    def retell(self, tell: Tell) -> None:
        super().retell(tell)
        runs = self.strips.runs()
        self.strips.set_runs(runs, self._names(runs[0]))

    def _names(self, first: str) -> tuple[str, str]:
        return self._name_of(first), self.other_combo.currentText()

    def take(self, query: Query, answer: Answer) -> None:
        super().take(query, answer)
        if isinstance(answer, NotApplicable) and query == self._asked:
            # Not in the place of the body: another run may do.
            self.show_body()
            self._show_nothing(translated(answer.sentence))

    def fail(self, query: Query, error: SdstudioError) -> None:
        if query != self._asked:
            return
        super().fail(query, error)
        told = self.message()
        self.show_body()
        self._show_nothing(told)

    def show_answer(self, query: Query, answer: Answer) -> None:
        if not isinstance(answer, Comparison):
            return
        self._answer = answer
        self.told.set_role("heading")
        self.told.setText(self._sentence_of(answer))
        self.strips.show()
        self.strips.set_steps(answer.steps, answer.parted_at)
        self.strips.setAccessibleDescription(self.told.text())
        self.plot.show()
        steps = [float(step) for step in answer.steps]
        curves = [Curve(name=self.tr("distance"), x=steps, y=list(answer.distances))]
        if len(steps) > 1:
            ends = [steps[0], steps[-1]]
            curves.append(
                Curve(name=self.tr("a hundredth"), x=ends, y=[_HUNDREDTH] * 2, look="dashes")
            )
        self.plot.set_curves(curves)
        self.plot.mark(None if answer.parted_at is None else float(answer.parted_at))
        self.here.setText(self.tr("Click a step, or walk with ← and →, to read its distance."))

    def numbers(self) -> tuple[list[str], list[list[object]]]:
        """The distance at each step."""
        if self._answer is None:
            return [], []
        pairs = zip(self._answer.steps, self._answer.distances, strict=True)
        return ["step", "distance"], [[step, distance] for step, distance in pairs]

    @Slot(str, int, QImage)
    def set_thumbnail(self, request_id: str, index: int, image: QImage) -> None:
        """The picture (x0) of a step in small."""
        self.strips.set_image(request_id, index, image)
        self._want_thumbnails()

    # -- trying ------------------------------------------------------------------------------

    def _add_trying(self) -> None:
        self.setting_combo = QComboBox()
        self.setting_combo.setObjectName("compareSettingCombo")
        self.setting_combo.setAccessibleName(self.tr("The setting to change"))
        self.setting_combo.setAccessibleDescription(self.setting_combo.accessibleName())
        for name, words in (
            ("guidance_scale", self.tr("Guidance scale")),
            ("scheduler", self.tr("Scheduler")),
            ("seed", self.tr("Seed")),
            ("word", self.tr("One word")),
        ):
            self.setting_combo.addItem(words, name)
        self.scheduler_combo = QComboBox()
        self.scheduler_combo.setObjectName("compareSchedulerCombo")
        self.scheduler_combo.setAccessibleName(self.tr("Another scheduler"))
        self.scheduler_combo.setAccessibleDescription(self.scheduler_combo.accessibleName())
        self.guidance_spin = CalmDoubleSpin(0, MAX_GUIDANCE)
        self.guidance_spin.setObjectName("compareGuidanceSpin")
        self.guidance_spin.setAccessibleName(self.tr("Another guidance scale"))
        self.seed_edit = SeedEdit()
        self.seed_edit.setObjectName("compareSeedEdit")
        self.seed_edit.setAccessibleName(self.tr("Another seed"))
        self.word_combo = QComboBox()
        self.word_combo.setObjectName("compareWordCombo")
        self.word_combo.setAccessibleName(self.tr("The word to change"))
        self.word_combo.setAccessibleDescription(self.word_combo.accessibleName())
        mark_users_text(self.word_combo)
        self.word_edit = QLineEdit()
        self.word_edit.setObjectName("compareWordEdit")
        self.word_edit.setAccessibleName(self.tr("The word in its place"))
        self.word_edit.setPlaceholderText(self.tr("another word, or none"))
        words_page = QWidget()
        words_row = QHBoxLayout(words_page)
        words_row.setContentsMargins(0, 0, 0, 0)
        words_row.setSpacing(GAP)
        words_row.addWidget(self.word_combo, 1)
        words_row.addWidget(PlainLabel("→"))
        words_row.addWidget(self.word_edit, 1)
        self._values = QStackedWidget()
        for page in (self.guidance_spin, self.scheduler_combo, self.seed_edit, words_page):
            self._values.addWidget(page)
        self.try_button = QPushButton(self.tr("&Make it and compare"))
        self.try_button.setObjectName("compareTryButton")
        self.try_button.setAccessibleName(self.tr("Make it and compare"))
        self.icons.attach(self.try_button, "generate")
        self.try_button.clicked.connect(self._try)
        self.setting_combo.currentIndexChanged.connect(self._values.setCurrentIndex)
        for signal in (
            self.setting_combo.currentIndexChanged,
            self.guidance_spin.valueChanged,
            self.scheduler_combo.currentIndexChanged,
            self.seed_edit.value_changed,
            self.word_combo.currentIndexChanged,
            self.word_edit.textChanged,
        ):
            signal.connect(self._value_changed)
        grid = QGridLayout()
        grid.setSpacing(GAP)
        grid.addWidget(self.setting_combo, 0, 0)
        grid.addWidget(self._values, 0, 1)
        grid.addWidget(self.try_button, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 2)
        self.body.addWidget(PlainLabel(self.tr("Try another value"), role="heading"))
        self.body.addLayout(grid)

    def _fill_values(self) -> None:
        trajectory = self.context.trajectory
        if trajectory is None:
            return
        request = trajectory.request
        offered = self.context.schedulers or tuple(SCHEDULERS)
        with QSignalBlocker(self.scheduler_combo):
            self.scheduler_combo.clear()
            for name in offered:
                self.scheduler_combo.addItem(SCHEDULERS.get(name, name), name)
            self.scheduler_combo.setCurrentIndex(self.scheduler_combo.findData(request.scheduler))
        with QSignalBlocker(self.word_combo):
            self.word_combo.clear()
            for found in _WORD.finditer(request.prompt[:2000]):
                self.word_combo.addItem(found[0], found.span())
        with QSignalBlocker(self.guidance_spin):
            self.guidance_spin.setValue(request.guidance_scale)
        with QSignalBlocker(self.seed_edit):
            self.seed_edit.set_value(request.seed)
        self._value_changed()

    def _request(self) -> GenerationRequest | None:
        """The picture with the value that is set; None where that is no change."""
        trajectory = self.context.trajectory
        if trajectory is None:
            return None
        request = trajectory.request
        match self.setting_combo.currentData():
            case "guidance_scale":
                scale = self.guidance_spin.value()
                # The field shows one decimal of what may have more.
                if abs(scale - request.guidance_scale) < 0.05:
                    return None
                changed = replace(request, guidance_scale=scale)
            case "scheduler":
                changed = replace(request, scheduler=self.scheduler_combo.currentData())
            case "seed":
                changed = replace(request, seed=self.seed_edit.value())
            case _:
                span: tuple[int, int] | None = self.word_combo.currentData()
                if span is None:
                    return None
                word = self.word_edit.text().strip()
                before, after = request.prompt[: span[0]], request.prompt[span[1] :]
                prompt = f"{before}{word}{after}" if word else f"{before.rstrip()}{after}".strip()
                changed = replace(request, prompt=prompt)
        return None if changed == request else replace(changed, id=new_id())

    @Slot()
    def _value_changed(self) -> None:
        self.try_button.setEnabled(self._request() is not None)

    @Slot()
    def _try(self) -> None:
        changed, trajectory = self._request(), self.context.trajectory
        if changed is None or trajectory is None:
            return
        self._tried = (changed.id, trajectory.request.id)
        self.try_wanted.emit(changed)

    # -- the other run -----------------------------------------------------------------------

    def _fill_others(self) -> None:
        trajectory = self.context.trajectory
        own = trajectory.request.id if trajectory is not None else ""
        others = [(run, label) for run, label in self.context.runs if run != own]
        combo = self.other_combo
        shown = [(combo.itemData(place), combo.itemText(place)) for place in range(combo.count())]
        chosen = combo.currentData()
        # What was tried is compared with what it was tried on.
        if own and own == self._tried[0]:
            chosen = self._tried[1]
            self._tried = ("", "")
        with QSignalBlocker(combo):
            if shown != others:
                combo.clear()
                for run, label in others:
                    combo.addItem(label, run)
            place = combo.findData(chosen) if chosen else -1
            combo.setCurrentIndex(max(0, place) if others else -1)
        self._other.setVisible(bool(others))

    def _name_of(self, request_id: str) -> str:
        label = dict(self.context.runs).get(request_id, "")
        return self.tr("This one: {label}").format(label=label) if label else self.tr("This one")

    @Slot()
    def _changed(self) -> None:
        if self.is_active():
            self.refresh()

    # -- showing -----------------------------------------------------------------------------

    def _show_nothing(self, told: str) -> None:
        self._answer = None
        self.told.set_role("hint")
        self.told.setText(told)
        self.strips.hide()
        self.plot.hide()
        self.here.setText(" ")

    def _sentence_of(self, answer: Comparison) -> str:
        if answer.parted_at is None:
            if not any(answer.distances):
                return self.tr("They are the same at every step.")
            return self.tr("They never part: less than a hundredth at every step.")
        if answer.steps and answer.parted_at == answer.steps[0]:
            return self.tr("They are apart from the first step on.")
        return self.tr("They part at step {step}.").format(step=answer.parted_at)

    @Slot(int)
    def _walk(self, step: int) -> None:
        if self._answer is None or step not in self._answer.steps:
            return
        distance = self._answer.distances[self._answer.steps.index(step)]
        told = self.tr("Step {step}: {distance} apart").format(step=step, distance=said(distance))
        self.here.setText(told)
        self.strips.setAccessibleDescription(told)
        self.plot.mark(float(step))

    @Slot()
    def _want_thumbnails(self) -> None:
        if self._answer is None or not self.is_active():
            return
        for run in (self._answer.first, self._answer.second):
            missing = self.strips.missing(run)
            if missing:
                wanted = (run, tuple(missing))
                is_under_way = self._asked_thumbnails[0] == run and set(missing) <= set(
                    self._asked_thumbnails[1]
                )
                if not is_under_way:
                    self._asked_thumbnails = wanted
                    self.thumbnails_wanted.emit(run, missing)
                return
