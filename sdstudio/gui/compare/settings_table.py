"""The settings of compared pictures side by side; those that differ stand out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Slot
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from sdstudio.gui.compare import LETTERS
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.plain_table import PlainTable, plain_cell
from sdstudio.gui.retold import Tell
from sdstudio.gui.setting_words import model_name, settings_of
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.request import GalleryItem


@dataclass(frozen=True, slots=True)
class ComparedSetting:
    """A setting and its value in each picture; a dash where a picture has none."""

    name: str
    values: tuple[str, ...]

    @property
    def differs(self) -> bool:
        """Whether not all pictures have the same value."""
        return len(set(self.values)) > 1


def compared_settings(items: Sequence[GalleryItem | None]) -> list[ComparedSetting]:
    """The settings that any of the pictures has; None is one that is not known yet."""
    columns = [{} if item is None else _values(item) for item in items]
    names = dict.fromkeys(name for column in columns for name in column)
    return [
        ComparedSetting(name, tuple(column.get(name) or "–" for column in columns))
        for name in names
        if any(column.get(name) for column in columns)
    ]


def _values(item: GalleryItem) -> dict[str, str]:
    translate = QCoreApplication.translate
    request = item.request
    size = translate("Settings", "{width} × {height}").format(width=item.width, height=item.height)
    if request is None:
        return {translate("Settings", "Size"): size}
    values = {}
    for one in settings_of(request, model_name(request, item.provenance)):
        # The picture's own size, should the request say another.
        values[one.name] = size if one.key == "size" else one.value
    if item.kept_step is not None:
        values[translate("Details", "Stopped at step")] = str(item.kept_step)
    return values


class SettingsTable(QWidget):
    """A row for each setting, a column for each picture. GUI thread only."""

    def __init__(self, themes: ThemeSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._items: tuple[GalleryItem | None, ...] = ()
        self._rows: list[ComparedSetting] = []
        self.told = PlainLabel("", role="heading")
        self.told.setObjectName("compareTold")
        self.only_differences = QCheckBox(self.tr("&Only differences"))
        self.only_differences.setObjectName("onlyDifferencesCheck")
        self.only_differences.setAccessibleName(self.tr("Only differences"))
        self.table = PlainTable("compareSettings", self.tr("Settings of the pictures"), ("",))
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.told, 1)
        head.addWidget(self.only_differences)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP, GAP, 2 * GAP, 0)
        layout.setSpacing(GAP // 2)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)
        self.only_differences.toggled.connect(self._fill)
        themes.changed.connect(self._fill)

    def set_items(self, items: Sequence[GalleryItem | None]) -> None:
        """The pictures in their order."""
        self._items = tuple(items)
        self._rows = compared_settings(items)
        self.table.set_headings(("", *LETTERS[: len(items)]))
        self._fill()

    def retell(self, _tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self._rows = compared_settings(self._items)
        self._fill()

    @Slot()
    def _fill(self) -> None:
        theme = self._themes.theme
        differing = [row for row in self._rows if row.differs]
        self.told.setText(self._sentence(len(differing)))
        shown = differing if self.only_differences.isChecked() else self._rows
        self.table.setRowCount(len(shown))
        for number, row in enumerate(shown):
            name = plain_cell(row.name)
            name.setForeground(QBrush(QColor(theme.text if row.differs else theme.secondary)))
            self.table.setItem(number, 0, name)
            for place, value in enumerate(row.values):
                cell = plain_cell(value, self._spoken(row, place))
                if row.differs:
                    cell.setBackground(QBrush(QColor(theme.chosen)))
                    cell.setForeground(QBrush(QColor(theme.text)))
                else:
                    cell.setForeground(QBrush(QColor(theme.secondary)))
                self.table.setItem(number, place + 1, cell)

    def _spoken(self, row: ComparedSetting, place: int) -> str:
        # Colour alone must not tell it.
        name = self.tr("{setting} (differs)").format(setting=row.name) if row.differs else row.name
        return f"{LETTERS[place]}, {name}"

    def _sentence(self, count: int) -> str:
        if not count:
            return self.tr("The settings are the same")
        return self.tr("%Ln setting(s) differ", "", count)
