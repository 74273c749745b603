"""A table of plain text without lines or headings of rows, as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

_SHOWN = 1500
"""Characters of a value that are shown; wrapping more of them would take long."""
_HEIGHT = 224
_LEAST_ROW = 22


class PlainTable(QTableWidget):
    """Names in the first column, values in the others, wrapped to the width there is.

    The values share the room equally. Rows are read only; what is in them is never rich text,
    since an item view shows text as it is.
    """

    def __init__(self, name: str, title: str, headings: tuple[str, ...]) -> None:
        """``headings`` are those of the columns; all of them empty for none at all."""
        super().__init__(0, len(headings))
        self.setObjectName(name)
        self.setAccessibleName(title)
        # The look comes with this property, the name is the table's own.
        self.setProperty("look", "plain")
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        across, down = self.horizontalHeader(), self.verticalHeader()
        for header, part in ((across, "Columns"), (down, "Rows")):
            header.setObjectName(f"{name}{part}")
            header.setAccessibleName(title)
        down.hide()
        down.setMinimumSectionSize(_LEAST_ROW)
        down.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        self.set_headings(headings)

    def set_headings(self, headings: tuple[str, ...]) -> None:
        """Other columns; what was in the table is gone."""
        self.setRowCount(0)
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(headings)
        across = self.horizontalHeader()
        across.setVisible(any(headings))
        across.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)

    def sizeHint(self) -> QSize:
        return QSize(300, _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, 88)


def plain_cell(text: str, spoken: str = "") -> QTableWidgetItem:
    """A cell that shows ``text``, a very long one cut off; ``spoken`` is for screen readers."""
    shown = text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
    cell = QTableWidgetItem(shown)
    cell.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    cell.setData(Qt.ItemDataRole.AccessibleTextRole, f"{spoken}: {shown}" if spoken else shown)
    return cell
