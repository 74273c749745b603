"""Colours and measures of the window: dark, light, or as the system says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

GAP = 8
"""The rhythm of margins and gaps, in device independent pixels."""
RADIUS = 6
CONTROL_HEIGHT = 28
"""Of fields and buttons with letters of a usual size; see ``control_height``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """One set of colours, ``#rrggbb``. Greys are neutral: they must not tint the pictures."""

    name: str
    canvas: str
    window: str
    panel: str
    raised: str
    hover: str
    line: str
    text: str
    secondary: str
    accent: str
    accent_hover: str
    on_accent: str
    chosen: str
    """Background of a chosen segment or row."""
    danger: str
    warning: str

    @property
    def is_dark(self) -> bool:
        return QColor(self.window).lightness() < 128


DARK = Theme(
    name="dark",
    canvas="#17181a",
    window="#1e1f22",
    panel="#26282c",
    raised="#2f3237",
    hover="#383b41",
    line="#3a3d43",
    text="#e6e7ea",
    secondary="#a3a7ae",
    accent="#5b8cff",
    accent_hover="#76a0ff",
    on_accent="#0e1116",
    chosen="#34446b",
    danger="#ff7a70",
    warning="#e8b04a",
)
LIGHT = Theme(
    name="light",
    canvas="#e9e9ea",
    window="#f5f5f6",
    panel="#ffffff",
    raised="#f0f0f1",
    hover="#e4e5e7",
    line="#d0d2d5",
    text="#1b1c1e",
    secondary="#5a5d63",
    accent="#2f62d9",
    accent_hover="#244fb5",
    on_accent="#ffffff",
    chosen="#dbe5fb",
    danger="#b92d25",
    warning="#845600",
)
THEMES: Mapping[str, Theme] = MappingProxyType({"dark": DARK, "light": LIGHT})


class ThemeSource(QObject):
    """The theme in use; everything that paints for itself listens to ``changed``."""

    changed = Signal()

    def __init__(self, app: QApplication, icon_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._icon_folder = icon_folder
        self._choice = ""
        self.theme = DARK
        app.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def choice(self) -> str:
        """``dark``, ``light`` or ``system``."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Puts a theme on the whole application; an unknown choice counts as dark."""
        self._choice = choice if choice in ("dark", "light", "system") else "dark"
        # What the system paints (title bars, its own windows for files) is to match.
        hints = self._app.styleHints()
        if self._choice == "system":
            hints.unsetColorScheme()
        else:
            is_dark = THEMES[self._choice].is_dark
            hints.setColorScheme(Qt.ColorScheme.Dark if is_dark else Qt.ColorScheme.Light)
        self._put_on()

    @Slot()
    def _system_changed(self) -> None:
        if self._choice == "system":
            self._put_on()

    def _put_on(self) -> None:
        if self._choice == "system":
            light = self._app.styleHints().colorScheme() == Qt.ColorScheme.Light
            self.theme = LIGHT if light else DARK
        else:
            self.theme = THEMES[self._choice]
        self._app.setStyle("Fusion")
        self._app.setPalette(palette(self.theme))
        self._app.setStyleSheet(style_sheet(self.theme, self._icon_folder))
        self.changed.emit()


def palette(theme: Theme) -> QPalette:
    """The theme as Qt's palette."""
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.window if theme.is_dark else theme.panel,
        QPalette.ColorRole.AlternateBase: theme.raised,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.raised,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.BrightText: theme.danger,
        QPalette.ColorRole.ToolTipBase: theme.raised,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.secondary,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Accent: theme.accent,
    }
    result = QPalette()
    for role, colour in roles.items():
        result.setColor(role, QColor(colour))
    faint = QColor(theme.secondary)
    faint.setAlphaF(0.55)
    for role in (
        QPalette.ColorRole.WindowText,
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
    ):
        result.setColor(QPalette.ColorGroup.Disabled, role, faint)
    return result


def control_height() -> int:
    """Pixels that fields and buttons are high: more where the system's letters are large."""
    return max(CONTROL_HEIGHT, QFontMetrics(QApplication.font()).height() + GAP)


def style_sheet(theme: Theme, icon_folder: Path) -> str:
    """What the palette cannot say: corners, heights, rings of focus, the one filled button."""
    t = theme
    field = t.window if t.is_dark else t.panel
    icons = icon_folder.as_posix()
    height = control_height()
    # Stands out from the accent and from the panel.
    ring = "#ffffff" if t.is_dark else t.text
    disabled = (
        f"color: {palette(t).color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name()};"
    )
    return f"""
QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line};
  padding: 4px 6px; }}
QMainWindow::separator {{ background: {t.window}; width: {GAP}px; height: {GAP}px; }}
QMainWindow::separator:hover {{ background: {t.hover}; }}
QFrame[surface="panel"] {{ background: {t.panel}; border: 1px solid {t.line}; border-radius: 8px; }}
QFrame[surface="canvas"] {{ background: {t.canvas}; border: none; border-radius: 8px; }}
QFrame[surface="banner"] {{ background: {t.raised}; border: 1px solid {t.line};
  border-radius: 8px; }}
QFrame[surface="card"] {{ background: {t.raised}; border: 1px solid {t.accent};
  border-radius: 8px; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
QScrollArea#checkFindings {{ border: 1px solid transparent; border-radius: {RADIUS}px; }}
QScrollArea#checkFindings:focus {{ border-color: {t.accent}; }}
QLabel {{ background: transparent; }}
QLabel[role="heading"] {{ font-weight: 600; }}
QLabel[role="title"] {{ font-size: 15pt; font-weight: 600; }}
QLabel[role="hint"] {{ color: {t.secondary}; }}
QLabel[role="warning"] {{ color: {t.warning}; }}
QLabel[role="mono"] {{ font-family: monospace; color: {t.secondary}; }}
QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox {{
  background: {field}; color: {t.text}; border: 1px solid {t.line}; border-radius: {RADIUS}px;
  selection-background-color: {t.accent}; selection-color: {t.on_accent};
  placeholder-text-color: {t.secondary}; }}
QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit, QComboBox {{
  min-height: {height - 2}px; max-height: {height - 2}px; padding: 0 8px; }}
QPlainTextEdit {{ padding: 4px 5px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; height: 0; border: none; }}
QAbstractSpinBox QLineEdit {{ background: transparent; border: none; min-height: 0;
  padding: 0 5px 0 0; }}
QDateEdit QLineEdit {{ padding: 0 7px; }}
QLineEdit:hover, QPlainTextEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover, QDateEdit:hover,
QComboBox:hover {{ border-color: {t.secondary}; }}
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus,
QComboBox:focus {{ border-color: {t.accent}; }}
QLineEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled, QComboBox:disabled {{ {disabled} }}
QLineEdit[mono="true"] {{ font-family: monospace; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: url("{icons}/combo-arrow.svg"); width: 12px; height: 12px; }}
QComboBox QAbstractItemView {{ background: {t.raised}; border: 1px solid {t.line}; outline: 0;
  selection-background-color: {t.chosen}; selection-color: {t.text}; padding: 4px; }}
QComboBox QAbstractItemView::item {{ min-height: 26px; padding: 0 4px; }}
QPushButton, QToolButton {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line};
  border-radius: {RADIUS}px; min-height: {height - 2}px; padding: 0 10px; }}
QToolButton[look="inline"] {{ background: transparent; border: none; padding: 0;
  min-width: 0; min-height: 0; }}
QToolButton[look="inline"]:hover {{ background: {t.hover}; }}
QToolButton {{ padding: 0 6px; min-width: {height - 14}px;
  max-height: {height - 2}px; }}
QPushButton:hover, QToolButton:hover {{ background: {t.hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {t.line}; }}
QPushButton:focus, QToolButton:focus {{ border-color: {t.accent}; }}
QPushButton:checked, QToolButton:checked {{ background: {t.chosen}; border-color: {t.accent}; }}
QPushButton:checked:focus, QToolButton:checked:focus {{ border: 2px solid {t.text}; }}
QPushButton:disabled, QToolButton:disabled {{ {disabled} }}
QPushButton[look="segment"] {{ padding: 0 2px; }}
QPushButton[look="primary"] {{ background: {t.accent}; color: {t.on_accent};
  border: 1px solid {t.accent}; font-weight: 600; min-height: 36px; }}
QPushButton[look="primary"]:hover {{ background: {t.accent_hover}; }}
QPushButton[look="primary"]:focus {{ border: 2px solid {ring}; }}
QPushButton[look="primary"]:disabled {{ background: {t.raised};
  border-color: {t.line}; {disabled} }}
QPushButton[look="tall"] {{ min-height: 36px; }}
QPushButton[look="chip"] {{ border-radius: 14px; padding: 0 14px; }}
QPushButton[look="offer"] {{ background: {t.chosen}; border: 1px solid {t.accent};
  border-radius: 21px; min-height: 40px; padding: 0 22px; font-weight: 600; }}
QPushButton[look="offer"]:hover {{ background: {t.hover}; }}
QPushButton[look="offer"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[look="forward"] {{ background: {t.chosen}; border-color: {t.accent};
  font-weight: 600; padding: 0 16px; }}
QPushButton[look="forward"]:hover {{ background: {t.hover}; }}
QPushButton[look="forward"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[look="word"] {{ border-radius: 12px; padding: 0 9px; min-height: 22px; }}
QPushButton[look="quiet"], QToolButton[look="quiet"] {{ background: transparent;
  border-color: transparent; color: {t.secondary}; }}
QPushButton[look="fold"] {{ background: transparent; border-color: transparent; text-align: left;
  padding: 0; font-weight: 600; }}
QPushButton[look="quiet"]:hover, QToolButton[look="quiet"]:hover, QPushButton[look="fold"]:hover {{
  background: {t.hover}; color: {t.text}; }}
QPushButton[look="quiet"]:focus, QToolButton[look="quiet"]:focus, QPushButton[look="fold"]:focus {{
  border-color: {t.accent}; }}
QPushButton[look="quiet"]:checked, QToolButton[look="quiet"]:checked {{ background: {t.chosen};
  color: {t.text}; border-color: {t.accent}; }}
QPushButton[look="quiet"]:checked:focus, QToolButton[look="quiet"]:checked:focus {{
  border-color: {t.text}; }}
QPushButton[look="quiet"]:disabled, QToolButton[look="quiet"]:disabled {{ {disabled} }}
QCheckBox {{ spacing: {GAP}px; background: transparent; }}
QCheckBox::indicator, QTableWidget[look="plain"]::indicator {{
  width: 14px; height: 14px; border-radius: 3px; background: {field};
  border: 1px solid {t.secondary}; }}
QCheckBox::indicator:focus {{ width: 12px; height: 12px; border: 2px solid {t.accent}; }}
QCheckBox::indicator:checked, QTableWidget[look="plain"]::indicator:checked {{
  image: url("{icons}/menu-check.svg"); }}
QSlider {{ min-height: {height}px; background: transparent; }}
QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {t.line}; }}
QSlider::sub-page:horizontal {{ height: 4px; border-radius: 2px; background: {t.accent}; }}
QSlider::sub-page:horizontal:disabled {{ background: {t.line}; }}
QSlider::handle:horizontal:disabled {{ background: {t.line}; border-color: {t.line}; }}
QSlider::handle:horizontal {{ width: 12px; height: 12px; margin: -5px 0; border-radius: 7px;
  background: {t.text if t.is_dark else t.panel}; border: 1px solid {t.secondary}; }}
QSlider::handle:horizontal:hover, QSlider::handle:horizontal:focus {{ border-color: {t.accent}; }}
QSlider::handle:horizontal:focus {{ border: 2px solid {t.accent}; width: 10px; height: 10px;
  background: {t.panel}; }}
QListWidget[ticks="true"]::item {{ min-height: 26px; padding: 0 4px; border-radius: 4px; }}
QListWidget[ticks="true"]::item:hover {{ background: {t.hover}; }}
QListWidget[ticks="true"]::item:selected {{ background: {t.chosen}; color: {t.text}; }}
QListWidget[ticks="true"]::indicator {{ width: 14px; height: 14px; border-radius: 3px;
  background: {field}; border: 1px solid {t.secondary}; }}
QListWidget[ticks="true"]::indicator:checked {{ image: url("{icons}/menu-check.svg"); }}
QListWidget[ticks="true"]::indicator:indeterminate {{
  image: url("{icons}/menu-partial.svg"); }}
QListWidget[look="field"] {{ background: {field}; border: 1px solid {t.line};
  border-radius: {RADIUS}px; padding: 4px; }}
QListWidget[look="field"]:focus {{ border-color: {t.accent}; }}
QListWidget[look="field"]::item {{ min-height: 24px; padding: 0 4px; border-radius: 4px; }}
QListWidget[look="field"]::item:selected {{ background: {t.chosen}; color: {t.text}; }}
QProgressBar[look="thin"] {{ background: {t.line}; border: none; border-radius: 2px;
  max-height: 4px; }}
QProgressBar[look="thin"]::chunk {{ background: {t.accent}; border-radius: 2px; }}
QProgressBar#progressBar {{ background: transparent; border: none; border-radius: 1px; }}
QProgressBar#progressBar::chunk {{ background: {t.accent}; border-radius: 1px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
QScrollBar::handle {{ background: {t.line}; border-radius: 4px; margin: 1px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {t.secondary}; }}
QScrollBar::handle:disabled {{ background: transparent; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QListView, QTreeView {{ background: transparent; border: 1px solid transparent;
  border-radius: {RADIUS}px; outline: 0; }}
QTableWidget[look="plain"] {{ background: transparent; border: 1px solid transparent;
  border-radius: {RADIUS}px; outline: 0;
  selection-background-color: {t.chosen}; selection-color: {t.text}; }}
QListView:focus, QTreeView:focus, QTableWidget[look="plain"]:focus {{ border-color: {t.accent}; }}
QTableWidget[look="plain"]::item {{ padding: 3px 4px; }}
QTableWidget[look="plain"] QHeaderView, QTableWidget[look="plain"] QHeaderView::section {{
  background: transparent; color: {t.secondary}; border: none; padding: 2px 4px; }}
QMenuBar {{ background: {t.window}; padding: 2px 6px; }}
QMenuBar::item {{ background: transparent; padding: 4px 8px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {t.hover}; }}
QMenu {{ background: {t.raised}; border: 1px solid {t.line}; padding: 4px; }}
QMenu::item {{ padding: 5px 24px 5px 8px; border-radius: 4px; }}
QMenu::item:selected {{ background: {t.chosen}; color: {t.text}; }}
QMenu::item:disabled {{ {disabled} }}
QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 6px; }}
QMenu::icon {{ padding-left: 8px; }}
QMenu::indicator {{ width: 12px; height: 12px; padding-left: 8px; }}
QMenu::indicator:checked {{ image: url("{icons}/menu-check.svg"); }}
QStatusBar {{ background: {t.window}; color: {t.secondary}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {t.secondary}; padding: 0 8px; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QDockWidget::title {{ background: {t.window}; padding: 5px 12px; }}
"""
