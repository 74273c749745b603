"""What a check of the gallery found, kind by kind, each with the paths it is about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
    Slot,
)
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gallery.drift import LEFT_ALONE, MEANINGS, REMEDIES, Drift
from sdstudio.gui.fields import Fold
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, escaped_tooltip
from sdstudio.gui.numbers import whole
from sdstudio.gui.sentences import in_sequence, translated
from sdstudio.gui.theme import GAP, ThemeSource

_LINES = 6
_SIGN = 20


class ThemedSign(PlainLabel):
    """An icon that says something, in a colour of the theme: accent, warning or danger."""

    def __init__(self, themes: ThemeSource, icons: IconSet, side: int) -> None:
        super().__init__()
        self._themes = themes
        self._icons = icons
        self._side = side
        self._shown = ("info", "accent")
        self.setFixedSize(side, side)
        themes.changed.connect(self._draw)

    def show_sign(self, name: str, colour: str) -> None:
        """Shows an icon, ``colour`` by its name in the theme."""
        self._shown = (name, colour)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        name, colour = self._shown
        self.setPixmap(
            self._icons.pixmap(
                name, getattr(self._themes.theme, colour), self._side, self.devicePixelRatioF()
            )
        )


class FindingsPage(QWidget):
    """A title, a sentence, and below them a card for each thing to be read. GUI thread only."""

    def __init__(self, themes: ThemeSource, icons: IconSet) -> None:
        super().__init__()
        self._themes = themes
        self._icons = icons
        self.title = PlainLabel(role="title")
        self.lead = PlainLabel(role="hint", wrap=True)
        self._scroll = QScrollArea()
        self._scroll.setObjectName("checkFindings")
        self._scroll.setAccessibleName(self.tr("What was found"))
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.title)
        layout.addWidget(self.lead)
        layout.addSpacing(GAP)
        layout.addWidget(self._scroll, 1)

    def show_report(self, drift: Drift) -> None:
        """Shows all that was found, and what can be done about it."""
        self.title.setText(self.tr("Files and database disagree"))
        looked = self.tr("Looked at %Ln picture(s).", "", drift.pictures)
        rest = self.tr("Nothing was changed.")
        if not drift.is_repairable():
            rest = self.tr("Nothing was changed, and there is nothing that a repair could mend.")
        self.lead.setText(in_sequence((looked, rest)))
        self._fill(
            [
                self._finding(kind, translated(MEANINGS[kind]), self._remedy(kind), found)
                for kind, found in drift.found().items()
            ]
        )

    def show_plan(self, drift: Drift) -> None:
        """Shows what a repair would do, and nothing else."""
        self.title.setText(self.tr("What the repair does"))
        self.lead.setText(
            self.tr("It deletes no picture, no kept denoising, and no ratings and tags.")
        )
        first = _Card(self._themes, self._icons, "save", "accent")
        first.tell(
            self.tr("The database is copied first."),
            self.tr("So there is a way back; you are told where the copy is."),
        )
        self._fill(
            [
                first,
                *(
                    self._finding(
                        kind, translated(REMEDIES[kind]), translated(MEANINGS[kind]), found
                    )
                    for kind, found in drift.found().items()
                    if kind in REMEDIES
                ),
            ]
        )

    def _remedy(self, kind: str) -> str:
        if kind in REMEDIES:
            return self.tr("Repair: {remedy}").format(remedy=translated(REMEDIES[kind]))
        return translated(LEFT_ALONE[kind])

    def _finding(
        self, kind: str, heading: str, hint: str, found: Sequence[Path] | Sequence[str]
    ) -> _Card:
        sign = ("info", "accent") if kind in REMEDIES else ("warning", "warning")
        card = _Card(self._themes, self._icons, *sign)
        card.tell(heading, hint)
        card.list_paths(kind, found)
        return card

    def _fill(self, cards: Sequence[QWidget]) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        # Deletes the content before.
        self._scroll.setWidget(content)


class _Card(QFrame):
    """One thing that was found or is to be done."""

    def __init__(self, themes: ThemeSource, icons: IconSet, sign: str, colour: str) -> None:
        super().__init__()
        self.setProperty("surface", "banner")
        self._icons = icons
        shown = ThemedSign(themes, icons, _SIGN)
        shown.show_sign(sign, colour)
        self._heading = PlainLabel(role="heading", wrap=True)
        self._hint = PlainLabel(role="hint", wrap=True)
        self._count = PlainLabel(role="heading")
        self._words = QVBoxLayout()
        self._words.setSpacing(GAP // 2)
        self._words.addWidget(self._heading)
        self._words.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP + GAP // 2, GAP, GAP + GAP // 2, GAP)
        row.setSpacing(GAP)
        row.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words, 1)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignTop)

    def tell(self, heading: str, hint: str) -> None:
        """Sets the words."""
        self._heading.setText(heading)
        self._hint.setText(hint)

    def list_paths(self, kind: str, found: Sequence[Path] | Sequence[str]) -> None:
        """Adds how many were found, and a list of them that is folded away."""
        self._count.setText(whole(len(found)))
        view = QListView()
        view.setObjectName(f"{kind}List")
        view.setAccessibleName(self._heading.text())
        view.setUniformItemSizes(True)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        line = view.fontMetrics().height() + GAP // 2
        view.setModel(_Paths(found, line, view))
        view.setFixedHeight(min(len(found), _LINES) * line)
        fold = Fold(self.tr("Show which"), view, self._icons)
        fold.button.setObjectName(f"{kind}Fold")
        fold.button.setAccessibleName(
            self.tr("Show which: {what}").format(what=self._heading.text())
        )
        self._words.addWidget(fold)


class _Paths(QAbstractListModel):
    """Paths as they are, however many; a row costs nothing before it is in sight."""

    def __init__(
        self, found: Sequence[Path] | Sequence[str], row_height: int, parent: QObject
    ) -> None:
        """``row_height`` is device independent pixels."""
        super().__init__(parent)
        self._found = found
        self._row_height = row_height

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, self._row_height)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        # Names in another encoding are shown with marks in the place of what cannot be read.
        text = str(self._found[index.row()]).encode("utf-8", "replace").decode()
        return escaped_tooltip(text) if role == Qt.ItemDataRole.ToolTipRole else text
