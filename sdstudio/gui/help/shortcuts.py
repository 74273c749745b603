"""The keys of the window, by menu, with a line to search them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, Slot
from PySide6.QtGui import QAction, QBrush, QColor
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QMenu, QMenuBar, QVBoxLayout, QWidget

from sdstudio.gui.actions import Actions
from sdstudio.gui.dialogs import closing_buttons
from sdstudio.gui.keys import keys_text
from sdstudio.gui.labels import PlainLabel, without_mnemonic
from sdstudio.gui.plain_table import PlainTable, plain_cell
from sdstudio.gui.theme import GAP, ThemeSource

_KEYS_WIDTH = 216
_HEADING_HEIGHT = 42


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """What keys do, and the keys as people write them; ``group`` is the menu it is in."""

    group: str
    what: str
    keys: str


def keys_of(bar: QMenuBar, actions: Actions) -> list[Keys]:
    """The keys of all menus in their order, then those that are in none."""
    found = []
    seen: set[QAction] = set()
    for top in bar.actions():
        menu = top.menu()
        if isinstance(menu, QMenu):
            for action in _actions_in(menu):
                seen.add(action)
                if action.shortcuts() and action not in actions.ratings:
                    found.append(_keys(without_mnemonic(top.text()), action))
    group = QCoreApplication.translate("Shortcuts", "A picture")
    found += [
        _keys(group, action) for action in actions.all if action not in seen and action.shortcuts()
    ]
    return [*found, *_elsewhere()]


def _actions_in(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _actions_in(inner)
        else:
            yield action


def _keys(group: str, action: QAction) -> Keys:
    # Undo's own text says what would be undone; the text for buttons never changes.
    text = action.iconText() or action.text()
    return Keys(
        group=group,
        what=without_mnemonic(text),
        keys=", ".join(keys_text(keys) for keys in action.shortcuts()),
    )


def _elsewhere() -> list[Keys]:
    """Keys that are no actions: parts of the window have them while they have the focus."""
    translate = QCoreApplication.translate
    gallery = translate("Shortcuts", "In the gallery")
    timeline = translate("Shortcuts", "On the timeline")
    xray = translate("Shortcuts", "In the X-ray")
    viewer = translate("Shortcuts", "In full size")
    comparing = translate("Shortcuts", "While comparing")
    wheel, space = translate("Shortcuts", "Ctrl+wheel"), translate("Shortcuts", "Space")
    ways = translate("Shortcuts", "Side by side, slider, blink, difference")
    rows = (
        (gallery, translate("Shortcuts", "Rating"), "0, 1, 2, 3, 4, 5"),
        (gallery, translate("Shortcuts", "From picture to picture"), "← ↑ → ↓"),
        (gallery, translate("Shortcuts", "Choose several"), "Shift, Ctrl, Ctrl+A"),
        (gallery, translate("Shortcuts", "Size of the thumbnails"), wheel),
        (timeline, translate("Shortcuts", "One step, five steps"), "← →, Page Up, Page Down"),
        (timeline, translate("Shortcuts", "First step, newest step"), "Home, End"),
        (timeline, translate("Shortcuts", "Play or pause"), space),
        (timeline, translate("Shortcuts", "Picture, noisy, side by side, noise"), "1, 2, 3, 4"),
        (xray, translate("Shortcuts", "A pane by its number"), "Alt+1 … Alt+0"),
        (viewer, translate("Shortcuts", "Zoom"), "+, −, Ctrl+0, Ctrl+1"),
        (viewer, translate("Shortcuts", "Settings of the picture"), "I"),
        (viewer, translate("Shortcuts", "Full screen"), "F11"),
        (viewer, translate("Shortcuts", "Back"), "Esc"),
        (comparing, ways, "S, W, B, D"),
        (comparing, translate("Shortcuts", "Swap the pictures"), "X"),
        (comparing, translate("Shortcuts", "Only what differs"), "O"),
        (comparing, translate("Shortcuts", "Zoom"), "Ctrl+0, Ctrl+1"),
        (comparing, translate("Shortcuts", "Back"), "Esc"),
    )  # fmt: skip
    return [Keys(group=group, what=what, keys=keys) for group, what, keys in rows]


class ShortcutsDialog(QDialog):
    """A table with a heading for each menu; what is typed above it narrows it. GUI thread only."""

    def __init__(self, keys: Sequence[Keys], themes: ThemeSource, parent: QWidget) -> None:
        super().__init__(parent)
        self._all = keys
        self._themes = themes
        self.setObjectName("shortcutsDialog")
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 640)
        self.search = QLineEdit()
        self.search.setObjectName("shortcutsSearch")
        self.search.setAccessibleName(self.tr("Search for a shortcut"))
        self.search.setPlaceholderText(self.tr("Search by what it does, or by key"))
        self.search.textChanged.connect(self._fill)
        self.table = PlainTable("shortcutsTable", self.tr("Keyboard shortcuts"), ("", ""))
        self._nothing = PlainLabel(self.tr("No shortcut is called so."), role="hint")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        layout.setSpacing(GAP + GAP // 2)
        layout.addWidget(self.search)
        layout.addWidget(self.table, 1)
        layout.addWidget(self._nothing, 1)
        layout.addWidget(closing_buttons(self))
        across = self.table.horizontalHeader()
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        across.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        across.resizeSection(1, _KEYS_WIDTH)
        themes.changed.connect(self._fill)
        self._fill()
        self.search.setFocus()

    @Slot()
    def _fill(self) -> None:
        words = self.search.text().casefold().split()
        shown = [one for one in self._all if all(word in _searched(one) for word in words)]
        self.table.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self.table.clearSpans()
        self.table.setRowCount(0)
        group = ""
        for one in shown:
            if one.group != group:
                group = one.group
                self._add_heading(group)
            self._add(one)

    def _add_heading(self, group: str) -> None:
        row = self._new_row()
        cell = plain_cell(group)
        cell.setFlags(Qt.ItemFlag.ItemIsEnabled)
        font = self.font()
        font.setBold(True)
        cell.setFont(font)
        cell.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        self.table.setItem(row, 0, cell)
        self.table.setSpan(row, 0, 1, 2)
        if row:
            self.table.verticalHeader().setSectionResizeMode(row, QHeaderView.ResizeMode.Fixed)
            self.table.setRowHeight(row, _HEADING_HEIGHT)

    def _add(self, one: Keys) -> None:
        row = self._new_row()
        self.table.setItem(row, 0, plain_cell(one.what, one.group))
        keys = plain_cell(one.keys)
        keys.setForeground(QBrush(QColor(self._themes.theme.secondary)))
        self.table.setItem(row, 1, keys)

    def _new_row(self) -> int:
        row = self.table.rowCount()
        self.table.insertRow(row)
        return row


def _searched(one: Keys) -> str:
    return f"{one.group} {one.what} {one.keys}".casefold()
