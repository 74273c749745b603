"""What stands above the gallery's grid: the search, where from and in which order, and filters."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from sdstudio.gallery.facets import Facets
from sdstudio.gallery.query import Flag, InvalidQuery, Name, Part, Query, Sort, parse
from sdstudio.gui.finding.choice import ChoiceCombo
from sdstudio.gui.finding.filter_panel import FilterPanel
from sdstudio.gui.finding.filters import (
    Kind,
    filter_count,
    part_of,
    value_text,
    with_part,
    without_filters,
)
from sdstudio.gui.finding.search_line import SearchLine
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, set_tooltip
from sdstudio.gui.numbers import whole
from sdstudio.gui.retold import Tell
from sdstudio.gui.sentences import sentence
from sdstudio.gui.theme import GAP, ThemeSource

_PATIENCE = 700
"""Milliseconds without typing until a word that is not understood is complained of."""
_LONGEST = 140
"""Characters of the complaint: three lines in a narrow pane."""


class FindingHead(QWidget):
    """One query, shown as a line and as controls; whichever is changed, the other follows.

    While the line is not understood, the query is the last one that was. GUI thread only.
    """

    query_changed = Signal(object)
    """Query: what is searched for now."""
    facets_wanted = Signal()
    """The user begins to choose: what there is should be known now."""
    left = Signal()
    """The user wants to go on in the grid."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findingHead")
        self._query = Query()
        self._error: InvalidQuery | None = None
        self.line = SearchLine(themes, icons)
        self.filter_button = QPushButton(self.tr("Filters"))
        self.filter_button.setObjectName("filtersButton")
        self.filter_button.setCheckable(True)
        icons.attach(self.filter_button, "filter")
        self.source = ChoiceCombo("gallerySource", self.tr("Which pictures"))
        self.sort = ChoiceCombo("gallerySort", self.tr("Order of the pictures"))
        self.filters = FilterPanel()
        self.filters.hide()
        self.error_label = PlainLabel("", role="warning", wrap=True)
        self.error_label.setObjectName("searchError")
        self.error_label.hide()
        self._complaining = QTimer(self)
        self._complaining.setSingleShot(True)
        self._complaining.setInterval(_PATIENCE)
        self._complaining.timeout.connect(self._complain)
        self._lay_out()
        self.sort.set_choices(self._sorts())
        self.line.textChanged.connect(self._typed)
        self.line.entered.connect(self._entered)
        self.line.left.connect(self.left)
        self.line.begun.connect(self.facets_wanted)
        self.filter_button.toggled.connect(self._show_filters)
        self.filters.part_chosen.connect(self._choose_part)
        self.filters.clear_wanted.connect(self._clear_filters)
        self.source.chosen.connect(self._choose_source)
        self.sort.chosen.connect(self._choose_sort)
        self.set_facets(Facets(models=(), schedulers=(), tags=(), collections=(), months=()))
        self._show_query()

    @property
    def query(self) -> Query:
        """What is searched for."""
        return self._query

    def set_query(self, query: Query) -> None:
        """Searches for something else, as if it were typed."""
        self.line.show_text(query.text())

    def retell(self, _tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self.sort.set_choices(self._sorts())
        self._offer_sources()
        self._show_query()

    def set_facets(self, facets: Facets) -> None:
        """What there is to choose from."""
        self.line.know(facets)
        self.filters.set_facets(facets)
        self._collections = facets.collections
        self._offer_sources()

    def _offer_sources(self) -> None:
        collections = [
            (f"{name} ({whole(count)})", Name(key="in", text=name))
            for name, count in self._collections
        ]
        self.source.set_choices(
            [
                (self.tr("All pictures"), None),
                (self.tr("Favourites"), Flag(key="favourite")),
                *collections,
            ]
        )

    # -- what the user does ------------------------------------------------------------------

    @Slot()
    def _typed(self) -> None:
        self._complaining.stop()
        try:
            query = parse(self.line.text())
        except InvalidQuery as error:
            self._error = error
            self._complaining.start()
            return
        self._error = None
        self.error_label.hide()
        if query != self._query:
            self._query = query
            self._show_query()
            self.query_changed.emit(query)

    @Slot()
    def _entered(self) -> None:
        if self._error is not None:
            self._complain()
        else:
            self.left.emit()

    @Slot()
    def _complain(self) -> None:
        if self._error is not None:
            whole = sentence(self._error)
            # Some have a list of all keys in them: the tooltip has room for it.
            short = whole if len(whole) <= _LONGEST else whole[: whole.find(". ") + 1] or whole
            self.error_label.setText(short)
            set_tooltip(self.error_label, whole)
            self.error_label.show()

    @Slot(str, object)
    def _choose_part(self, kind: Kind, part: Part | None) -> None:
        self.set_query(with_part(self._query, kind, part))

    @Slot(object)
    def _choose_source(self, part: Part | None) -> None:
        without = with_part(with_part(self._query, "in", None), "favourite", None)
        self.set_query(without if part is None else with_part(without, _source_kind(part), part))

    @Slot(object)
    def _choose_sort(self, sort: Sort) -> None:
        self.set_query(replace(self._query, sort=sort))

    @Slot()
    def _clear_filters(self) -> None:
        self.set_query(without_filters(self._query))

    @Slot(bool)
    def _show_filters(self, are_shown: bool) -> None:
        self.filters.setVisible(are_shown)
        if are_shown:
            self.facets_wanted.emit()

    # -- inside ------------------------------------------------------------------------------

    def _show_query(self) -> None:
        query = self._query
        self.filters.show_query(query)
        self.sort.show_value(query.sort, query.sort)
        part = part_of(query, "in") or part_of(query, "favourite")
        self.source.show_value(part, "" if part is None else value_text(part))
        count = filter_count(query)
        words = self.tr("Filters ({count})").format(count=count) if count else self.tr("Filters")
        self.filter_button.setText(words)
        self.filter_button.setAccessibleName(words)
        self.filters.clear_button.setEnabled(count > 0)

    def _sorts(self) -> list[tuple[str, Sort]]:
        return [
            (self.tr("Newest first"), "newest"),
            (self.tr("Oldest first"), "oldest"),
            (self.tr("Best rated"), "rating"),
            (self.tr("By file name"), "name"),
            (self.tr("Largest first"), "size"),
            (self.tr("Most steps"), "steps"),
            (self.tr("Shuffled"), "random"),
        ]

    def _lay_out(self) -> None:
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.line, 1)
        first.addWidget(self.filter_button)
        second.addWidget(self.source, 3)
        second.addWidget(self.sort, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for row in (first, second):
            row.setSpacing(GAP)
            layout.addLayout(row)
        layout.setSpacing(GAP)
        layout.addWidget(self.filters)
        layout.addWidget(self.error_label)
        set_tooltip(self.source, self.tr("All pictures, favourites, or one of your collections"))


def _source_kind(part: Part) -> Kind:
    return "in" if isinstance(part, Name) else "favourite"
