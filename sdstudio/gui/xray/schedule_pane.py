"""How much noise a scheduler leaves at each step, beside another one if wished."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt, Signal, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QGridLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.sentences import sentence, translated
from sdstudio.gui.theme import CONTROL_HEIGHT, GAP, RADIUS, ThemeSource
from sdstudio.gui.xray.pane import Pane, XrayContext
from sdstudio.gui.xray.plots import Curve, Plot, said
from sdstudio.gui.xray.rows import Sides
from sdstudio.gui.xray.segments import Segments
from sdstudio.request import SCHEDULERS, SdstudioError
from sdstudio.xray import NOISE_SCHEDULES, Answer, NotApplicable, Query, Schedule, ScheduleQuery

_MOST_KEPT = 32


class SchedulePane(Pane):
    """Sigmas and timesteps of the steps, alphas_cumprod, and all of it as a table.

    It shows the schedule of the picture on the canvas, or that of the next one.
    """

    step_wanted = Signal(int)
    """A step that was clicked in a curve or the table, counted from 1; only of the picture's."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            "schedule",
            translate("SchedulePane", "Schedule"),
            translate(
                "SchedulePane",
                "A picture forms in steps, each with less noise than the one before. The "
                "scheduler decides which: σ is the amount of noise, the timestep t is how the "
                "network is told of it, and ᾱ is the share of the picture at each t.",
            ),
            themes,
            icons,
            parent,
        )
        self._answers: dict[ScheduleQuery, Schedule | NotApplicable] = {}
        self._shown: tuple[Schedule, Schedule | None] | None = None
        self._build_choices()
        self.sigmas = Plot(
            "scheduleSigmas", self.tr("Noise"), self.tr("Step"), self.tr("σ"), themes
        )
        self.timesteps = Plot(
            "scheduleTimesteps", self.tr("Timesteps"), self.tr("Step"), self.tr("t"), themes
        )
        self.alphas = Plot(
            "scheduleAlphas",
            self.tr("Share of the picture (alphas_cumprod)"),
            self.tr("t"),
            self.tr("ᾱ"),
            themes,
        )
        self.sigmas.picked.connect(self._pick)
        self.timesteps.picked.connect(self._pick)
        self.table = self._build_table()
        self._colour_table()
        themes.changed.connect(self._colour_table)
        self.body.addLayout(self._choices)
        self.body.addWidget(self._second_message)
        self.body.addWidget(Sides(self.sigmas, self.timesteps))
        self.body.addWidget(self.alphas)
        self.body.addWidget(self.table)
        self.body.addStretch(1)

    # -- what it asks ------------------------------------------------------------------------

    def set_context(self, context: XrayContext) -> None:
        if context.schedulers != self.context.schedulers:
            self._offer(context.schedulers)
        super().set_context(context)
        has_run = context.trajectory is not None
        self.which.button("scheduleThis").setEnabled(has_run)
        if self._shown is not None:
            self._mark()

    def query(self) -> Query | None:
        if not self.context.model:
            self.show_message(self.tr("The schedule appears when the model is loaded."))
            return None
        first, second = self._wanted()
        if first not in self._answers:
            return first
        self._show()
        # Of each kind of question only the last one asked counts, so one waits for the other.
        return second if second is not None and second not in self._answers else None

    def show_answer(self, query: Query, answer: Answer) -> None:
        if isinstance(query, ScheduleQuery) and isinstance(answer, Schedule | NotApplicable):
            if len(self._answers) >= _MOST_KEPT:
                self._answers.clear()
            self._answers[query] = answer
        self.refresh()

    def take(self, query: Query, answer: Answer) -> None:
        if isinstance(answer, NotApplicable) and self._is_second(query):
            # Only what is laid over does not apply: the rest stays.
            self.settle()
            self.show_answer(query, answer)
            return
        super().take(query, answer)

    def fail(self, query: Query, error: SdstudioError) -> None:
        if self._is_second(query):
            self.settle()
            self.show_answer(query, NotApplicable(sentence=sentence(error)))
            return
        super().fail(query, error)

    def forget(self) -> None:
        super().forget()
        self._answers.clear()

    def numbers(self) -> tuple[list[str], list[list[object]]]:
        if self._shown is None:
            return [], []
        first, second = self._shown
        header = ["step", "timestep", "sigma", "alphas_cumprod"]
        rows: list[list[object]] = [list(row) for row in _rows(first)]
        if second is not None:
            header += ["second_timestep", "second_sigma", "second_alphas_cumprod"]
            others = [row[1:] for row in _rows(second)]
            for place, row in enumerate(rows):
                row += others[place] if place < len(others) else ["", "", ""]
        return header, rows

    # -- building ----------------------------------------------------------------------------

    def _build_choices(self) -> None:
        self.which = Segments(
            self.tr("Whose schedule"),
            [
                ("scheduleThis", self.tr("This picture")),
                ("scheduleNext", self.tr("Next picture")),
            ],
        )
        self.which.chosen.connect(self._choose)
        self.second = QComboBox()
        self.second.setObjectName("scheduleSecondCombo")
        self.second.setAccessibleName(self.tr("Compare with another scheduler"))
        self.noise = QComboBox()
        self.noise.setObjectName("scheduleNoiseCombo")
        self.noise.setAccessibleName(self.tr("Noise schedule to compare with"))
        for combo in (self.second, self.noise):
            combo.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            combo.setMinimumContentsLength(8)
        for name in NOISE_SCHEDULES:
            label = self.tr("as the model was trained") if name == "model" else name
            self.noise.addItem(label, name)
        self._second_message = PlainLabel("", role="hint", wrap=True)
        self._second_message.setObjectName("scheduleSecondMessage")
        self._second_message.hide()
        self._offer(())
        self.second.currentIndexChanged.connect(self._choose)
        self.noise.currentIndexChanged.connect(self._choose)
        second_label = PlainLabel(self.tr("Compare &with"), role="hint")
        second_label.setBuddy(self.second)
        noise_label = PlainLabel(self.tr("&Noise"), role="hint")
        noise_label.setBuddy(self.noise)
        self._choices = QGridLayout()
        self._choices.setHorizontalSpacing(GAP)
        self._choices.setVerticalSpacing(GAP // 2)
        self._choices.addWidget(self.which, 0, 0, 1, 2)
        self._choices.addWidget(second_label, 1, 0)
        self._choices.addWidget(noise_label, 1, 1)
        self._choices.addWidget(self.second, 2, 0)
        self._choices.addWidget(self.noise, 2, 1)
        self._choices.setRowMinimumHeight(0, CONTROL_HEIGHT + GAP)
        self._choices.setColumnStretch(0, 1)
        self._choices.setColumnStretch(1, 1)

    def _offer(self, schedulers: Sequence[str]) -> None:
        chosen = self.second.currentData()
        self.second.blockSignals(True)
        self.second.clear()
        self.second.addItem(self.tr("the same scheduler"), "")
        for name in schedulers:
            self.second.addItem(SCHEDULERS.get(name, name), name)
        self.second.setCurrentIndex(max(0, self.second.findData(chosen)))
        self.second.blockSignals(False)

    def _build_table(self) -> QTableWidget:
        table = QTableWidget(0, 4)
        table.setObjectName("scheduleTable")
        table.setAccessibleName(self.tr("The numbers of each step"))
        table.setHorizontalHeaderLabels([self.tr("Step"), self.tr("t"), self.tr("σ"), self.tr("ᾱ")])
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        )
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.horizontalHeader().setHighlightSections(False)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        table.verticalHeader().setDefaultSectionSize(22)
        table.setMinimumHeight(220)
        table.setFrameShape(QFrame.Shape.NoFrame)
        table.cellActivated.connect(self._pick_row)
        table.cellClicked.connect(self._pick_row)
        return table

    @Slot()
    def _colour_table(self) -> None:
        theme = self.themes.theme
        self.table.setStyleSheet(
            f"QTableWidget {{ background: transparent; color: {theme.text}; outline: 0;"
            f" border: 1px solid transparent; border-radius: {RADIUS}px;"
            f" selection-background-color: {theme.chosen}; selection-color: {theme.text}; }}"
            f"QTableWidget:focus {{ border-color: {theme.accent}; }}"
            f"QHeaderView {{ background: transparent; }}"
            f"QHeaderView::section {{ background: transparent; color: {theme.secondary};"
            f" border: none; border-bottom: 1px solid {theme.line}; padding: 4px 6px; }}"
        )

    # -- showing -----------------------------------------------------------------------------

    def _wanted(self) -> tuple[ScheduleQuery, ScheduleQuery | None]:
        """The schedule to show, and the one to lay over it."""
        context = self.context
        run = None if context.trajectory is None else context.trajectory.request
        settings = context if run is None or self._is_next() else run
        first = ScheduleQuery(
            scheduler=settings.scheduler,
            num_inference_steps=settings.num_inference_steps,
            width=settings.width,
            height=settings.height,
        )
        second = replace(
            first,
            scheduler=self.second.currentData() or first.scheduler,
            noise_schedule=self.noise.currentData(),
        )
        return first, None if second == first else second

    def _is_second(self, query: Query) -> bool:
        return self.is_waiting() and query == self._wanted()[1]

    def _is_next(self) -> bool:
        return self.context.trajectory is None or self.which.choice() == "scheduleNext"

    def _show(self) -> None:
        first_query, second_query = self._wanted()
        first = self._answers[first_query]
        second = self._answers.get(second_query) if second_query is not None else None
        if isinstance(first, NotApplicable):
            self.show_message(translated(first.sentence))
            return
        is_refused = isinstance(second, NotApplicable)
        reason = translated(second.sentence) if isinstance(second, NotApplicable) else ""
        self._second_message.setText(reason)
        self._second_message.setVisible(is_refused)
        over = second if isinstance(second, Schedule) else None
        if self._shown != (first, over):
            self._shown = (first, over)
            self._draw(first, over, second_query)
        self._mark()
        self.set_code(first.code)
        self.show_body()

    def _draw(
        self, first: Schedule, over: Schedule | None, second_query: ScheduleQuery | None
    ) -> None:
        pairs = [(first, SCHEDULERS.get(first.scheduler, first.scheduler))]
        if over is not None and second_query is not None:
            name = SCHEDULERS.get(over.scheduler, over.scheduler)
            if second_query.noise_schedule != "model":
                name = f"{name} · {second_query.noise_schedule}"
            pairs.append((over, name))
        self.sigmas.set_curves(
            [
                Curve(name=name, x=range(1, len(each.sigmas) + 1), y=each.sigmas)
                for each, name in pairs
            ]
        )
        self.timesteps.set_curves(
            [
                Curve(name=name, x=range(1, len(each.timesteps) + 1), y=each.timesteps)
                for each, name in pairs
            ]
        )
        curves = []
        for each, name in pairs:
            values = each.alphas_cumprod.array()
            if len(values):
                curves.append(Curve(name=name, x=range(len(values)), y=values.tolist()))
        self.alphas.set_curves(curves)
        self.alphas.setVisible(bool(curves))
        self._fill_table(first)

    def _fill_table(self, schedule: Schedule) -> None:
        rows = _rows(schedule)
        self.table.setRowCount(len(rows))
        aligned = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                text = str(value) if column == 0 else "" if value == "" else said(float(value))
                item = QTableWidgetItem(text)
                item.setTextAlignment(aligned)
                self.table.setItem(row, column, item)

    def _mark(self) -> None:
        """Draws where the playhead is; the next picture has none yet."""
        if self._shown is None:
            return
        first = self._shown[0]
        step = 0 if self._is_next() else self.context.step
        is_there = 1 <= step <= len(first.timesteps)
        self.sigmas.mark(step if is_there else None)
        self.timesteps.mark(step if is_there else None)
        self.alphas.mark(first.timesteps[step - 1] if is_there else None)
        if is_there:
            self.table.selectRow(step - 1)
        else:
            self.table.clearSelection()

    # -- what the user does ------------------------------------------------------------------

    @Slot()
    def _choose(self) -> None:
        if self.is_active():
            self.refresh()

    @Slot(float)
    def _pick(self, x: float) -> None:
        if not self._is_next():
            self.step_wanted.emit(round(x))

    @Slot(int, int)
    def _pick_row(self, row: int, _column: int) -> None:
        self._pick(row + 1)


def _rows(schedule: Schedule) -> list[tuple[int, float, float | str, float | str]]:
    """Step, timestep, sigma and alphas_cumprod; an empty text where there is no such number."""
    alphas = schedule.alphas_cumprod.array()
    rows: list[tuple[int, float, float | str, float | str]] = []
    for place, timestep in enumerate(schedule.timesteps):
        sigma = schedule.sigmas[place] if place < len(schedule.sigmas) else ""
        # The table of the model has none for a timestep between two whole ones (Karras spacing).
        has_alpha = float(timestep).is_integer() and 0 <= timestep < len(alphas)
        alpha = float(alphas[int(timestep)]) if has_alpha else ""
        rows.append((place + 1, timestep, sigma, alpha))
    return rows
