"""Filters as controls: each shows the query's part of its kind, and changes it."""

from __future__ import annotations

import calendar
from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QDate, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gallery.facets import Facets
from sdstudio.gallery.query import Days, Flag, Name, Number, Part, Query
from sdstudio.gui.finding.choice import ChoiceCombo
from sdstudio.gui.finding.filters import Kind, part_of, value_text
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.numbers import day_format, whole
from sdstudio.gui.retold import Tell
from sdstudio.gui.setting_words import told_model
from sdstudio.gui.theme import GAP
from sdstudio.request import SCHEDULERS

_SIDES = (512, 768, 1024, 2048)
_MOST_TAGS = 200
_MOST_MONTHS = 24
_STAR = "★"


class FilterCombo(ChoiceCombo):
    """The filters of one kind; the first choice is to have none."""

    part_chosen = Signal(str, object)
    """``Kind`` and Part, or None."""

    def __init__(self, kind: Kind, anything: str, label: str) -> None:
        super().__init__(f"{kind}Filter", label)
        self.kind = kind
        self.anything = anything
        self.chosen.connect(self._part_chosen)

    @Slot(object)
    def _part_chosen(self, part: Part | None) -> None:
        self.part_chosen.emit(self.kind, part)


class FilterPanel(QWidget):
    """Two columns of choices, two switches, and the days from and to. GUI thread only."""

    part_chosen = Signal(str, object)
    """``Kind`` and Part, or None: the filter of this kind is to become that."""
    clear_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filterPanel")
        self._days: Days | None = None
        self._combos: list[FilterCombo] = []
        self.model = self._combo("model", self.tr("Any model"), self.tr("Model"))
        self.scheduler = self._combo("scheduler", self.tr("Any scheduler"), self.tr("Scheduler"))
        self.sides = self._combo("size", self.tr("Any size"), self.tr("Size"))
        self.rating = self._combo("rating", self.tr("Any rating"), self.tr("Rating"))
        self.date = self._combo("date", self.tr("Any time"), self.tr("Date"))
        self.tag = self._combo("tag", self.tr("Any tag"), self.tr("Tag"))
        self.origin = self._combo("origin", self.tr("Made or imported"), self.tr("Origin"))
        self.favourite = self._switch("favouriteFilter", self.tr("Favourites"))
        self.trajectory = self._switch("trajectoryFilter", self.tr("With denoising"))
        self.first_day = self._day("firstDay", self.tr("From this day on"))
        self.last_day = self._day("lastDay", self.tr("Until this day"))
        self.clear_button = QPushButton(self.tr("Clear filters"))
        self.clear_button.setObjectName("clearFiltersButton")
        self.clear_button.setAccessibleName(self.tr("Clear filters"))
        self.clear_button.setProperty("look", "quiet")
        self.clear_button.clicked.connect(self.clear_wanted)
        self.favourite.clicked.connect(self._choose_favourite)
        self.trajectory.clicked.connect(self._choose_trajectory)
        self._lay_out()
        self.set_facets(Facets(models=(), schedulers=(), tags=(), collections=(), months=()))
        self.show_query(Query())

    def set_facets(self, facets: Facets) -> None:
        """What the gallery has to choose from."""
        self._facets = facets
        self._offer(
            self.model,
            [
                (_counted(told_model(name), count), Name(key="model", text=name, is_exact=True))
                for name, count in facets.models
            ],
        )
        self._offer(
            self.scheduler,
            [
                (
                    _counted(SCHEDULERS.get(id, id), count),
                    Name(key="scheduler", text=id, is_exact=True),
                )
                for id, count in facets.schedulers
            ],
        )
        self._offer(
            self.sides,
            [
                (self.tr("{side} and larger").format(side=side), Number(key="size", low=side))
                for side in _SIDES
            ],
        )
        stars: list[tuple[str, Part]] = [
            (
                _STAR * number
                if number == 5
                else self.tr("{stars} and more").format(stars=_STAR * number),
                Number(key="rating", low=number, high=5 if number == 5 else None),
            )
            for number in range(5, 0, -1)
        ]
        self._offer(
            self.rating, [*stars, (self.tr("Not rated"), Number(key="rating", low=0, high=0))]
        )
        self._offer(self.date, self._date_choices(facets))
        self._offer(
            self.tag,
            [
                (_counted(name, count), Name(key="tag", text=name))
                for name, count in facets.tags[:_MOST_TAGS]
            ],
        )
        self._offer(
            self.origin,
            [
                (self.tr("Made here"), Flag(key="made")),
                (self.tr("Imported"), Flag(key="imported")),
            ],
        )

    def show_query(self, query: Query) -> None:
        """Shows the filters of a query; what has no control here stays as it is."""
        self._query = query
        for combo in self._combos:
            part = part_of(query, combo.kind)
            words = "" if part is None else value_text(part)
            # The days themselves stand below.
            combo.show_value(part, self.tr("Some days") if combo.kind == "date" else words)
        self.favourite.setChecked(part_of(query, "favourite") is not None)
        self.trajectory.setChecked(part_of(query, "trajectory") is not None)
        part = part_of(query, "date")
        self._days = part if isinstance(part, Days) else None
        self._span.setVisible(self._days is not None)
        if self._days is not None:
            self._show_day(self.first_day, self._days.first)
            self._show_day(self.last_day, self._days.last)

    def retell(self, tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        for combo in self._combos:
            combo.anything = tell(combo.anything)
        for edit in (self.first_day, self.last_day):
            edit.setDisplayFormat(day_format())
        self.set_facets(self._facets)
        self.show_query(self._query)

    # -- what the user does ------------------------------------------------------------------

    @Slot(bool)
    def _choose_favourite(self, is_wanted: bool) -> None:
        self.part_chosen.emit("favourite", Flag(key="favourite") if is_wanted else None)

    @Slot(bool)
    def _choose_trajectory(self, is_wanted: bool) -> None:
        self.part_chosen.emit("trajectory", Flag(key="trajectory") if is_wanted else None)

    @Slot()
    def _choose_days(self) -> None:
        if self._days is None:
            return
        first, last = _day_of(self.first_day), _day_of(self.last_day)
        self.part_chosen.emit("date", Days(first=min(first, last), last=max(first, last)))

    # -- inside ------------------------------------------------------------------------------

    def _offer(self, combo: FilterCombo, choices: Sequence[tuple[str, Part]]) -> None:
        combo.set_choices([(combo.anything, None), *choices])

    def _date_choices(self, facets: Facets) -> list[tuple[str, Part]]:
        today = date.today()
        monday = today - timedelta(days=today.weekday())
        choices: list[tuple[str, Part]] = [
            (self.tr("Today"), Days(first=today, last=today)),
            (self.tr("This week"), Days(first=monday, last=monday + timedelta(days=6))),
            (self.tr("This month"), _month(today)),
        ]
        for month, count in facets.months[:_MOST_MONTHS]:
            day = date.fromisoformat(f"{month}-01")
            # The order of month and year, and what stands between them, is each language's own.
            words = QLocale().toString(QDate(day.year, day.month, 1), self.tr("MMMM yyyy"))
            if _month(day) != _month(today):
                choices.append((_counted(words, count), _month(day)))
        # A span that is none of the others, to be changed below.
        fortnight = Days(first=today - timedelta(days=13), last=today)
        return [*choices, (self.tr("From … to …"), fortnight)]

    def _combo(self, kind: Kind, anything: str, label: str) -> FilterCombo:
        combo = FilterCombo(kind, anything, label)
        combo.part_chosen.connect(self.part_chosen)
        self._combos.append(combo)
        return combo

    def _switch(self, name: str, label: str) -> QCheckBox:
        switch = QCheckBox(label)
        switch.setObjectName(name)
        switch.setAccessibleName(label)
        return switch

    def _day(self, name: str, label: str) -> QDateEdit:
        edit = QDateEdit()
        edit.setObjectName(name)
        edit.setAccessibleName(label)
        edit.setDisplayFormat(day_format())
        edit.setKeyboardTracking(False)
        edit.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        edit.dateChanged.connect(self._choose_days)
        return edit

    def _show_day(self, edit: QDateEdit, day: date | None) -> None:
        shown = day or date.today()
        edit.blockSignals(True)
        edit.setDate(QDate(shown.year, shown.month, shown.day))
        edit.blockSignals(False)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP)
        for place, combo in enumerate(self._combos):
            grid.addWidget(combo, place // 2, place % 2)
        grid.addWidget(self.clear_button, len(self._combos) // 2, len(self._combos) % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self._span = QWidget()
        span = QHBoxLayout(self._span)
        span.setContentsMargins(0, 0, 0, 0)
        span.setSpacing(GAP)
        span.addWidget(self.first_day, 1)
        span.addWidget(PlainLabel("–", role="hint"))
        span.addWidget(self.last_day, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP)
        foot.addWidget(self.favourite)
        foot.addWidget(self.trajectory)
        foot.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addLayout(grid)
        layout.addWidget(self._span)
        layout.addLayout(foot)


def _counted(name: str, count: int) -> str:
    return f"{name} ({whole(count)})"


def _month(day: date) -> Days:
    last = calendar.monthrange(day.year, day.month)[1]
    return Days(first=day.replace(day=1), last=day.replace(day=last))


def _day_of(edit: QDateEdit) -> date:
    shown = edit.date()
    return date(shown.year(), shown.month(), shown.day())
