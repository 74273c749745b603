"""What changes when a picture's settings are taken over, before they are."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QBrush, QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel, without_key
from sdstudio.gui.plain_table import PlainTable, plain_cell
from sdstudio.gui.reuse.plan import (
    Line,
    Missing,
    Present,
    Scope,
    files_trouble,
    keys_of,
    lines_of,
    notes_told,
    scheduler_trouble,
)
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.request import GenerationRequest

_WIDTH, _HEIGHT = 640, 480


class ReuseDialog(QDialog):
    """A line for each setting that differs, to be ticked: what is now, and what would be then."""

    library_wanted = Signal()
    """The user wants to look for the missing model."""

    def __init__(
        self,
        present: Present,
        wanted: GenerationRequest,
        missing: Missing,
        scope: Scope,
        themes: ThemeSource,
        icons: IconSet,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        title = self.tr("Reuse settings")
        self.setObjectName("reuseDialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(_WIDTH, _HEIGHT)
        self._present = present
        self._wanted = wanted
        self._missing = missing
        self._themes = themes
        self._lines: list[Line] = lines_of(present, wanted, missing)
        self._names = [plain_cell(line.name) for line in self._lines]
        self.table = PlainTable(
            "reuseTable",
            self.tr("Settings that change"),
            (self.tr("Setting"), self.tr("Now"), self.tr("Then")),
        )
        self.trouble = PlainLabel("", role="warning", wrap=True)
        self.trouble.setObjectName("reuseTrouble")
        self.library_button = QPushButton(self.tr("Open the model &library"))
        self.library_button.setObjectName("openLibraryButton")
        self.library_button.setAccessibleName(self.tr("Open the model library"))
        icons.attach(self.library_button, "model")
        self.library_button.setVisible(missing.model)
        self.dont_ask_check = QCheckBox(self.tr("&Don’t ask when nothing is missing"))
        self.dont_ask_check.setObjectName("dontAskReuseCheck")
        self.dont_ask_check.setAccessibleName(self.tr("Don’t ask when nothing is missing"))
        self._build()
        self._fill()
        self.tick(scope)
        self.table.itemChanged.connect(self._ticked)
        self.library_button.clicked.connect(self._open_library)

    def keys(self) -> frozenset[str]:
        """The settings to take over."""
        return frozenset(
            line.key
            for line, name in zip(self._lines, self._names, strict=True)
            if name.checkState() == Qt.CheckState.Checked
        )

    def tick(self, scope: Scope) -> None:
        """Ticks the lines that a scope means, and no others."""
        keys = keys_of(scope, self._lines)
        if scheduler_trouble(self._present, self._wanted, keys):
            keys -= {"scheduler"}
        self._show_ticks(keys)

    # -- inside ------------------------------------------------------------------------------

    def _build(self) -> None:
        choices = QHBoxLayout()
        choices.setSpacing(GAP // 2)
        choices.addWidget(PlainLabel(self.tr("What is ticked changes"), role="hint"), 1)
        for name, text, slot in (
            ("reuseAllButton", self.tr("&All"), self._tick_all),
            ("reusePromptButton", self.tr("Only the &prompt"), self._tick_prompt),
            ("reuseSeedButton", self.tr("Only the s&eed"), self._tick_seed),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.setAccessibleName(without_key(text))
            button.setProperty("look", "quiet")
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            choices.addWidget(button)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.take_button = self.buttons.addButton(
            self.tr("&Take over"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.take_button.setObjectName("takeOverButton")
        self.take_button.setAccessibleName(self.tr("Take over"))
        self.take_button.setProperty("look", "primary")
        self.take_button.setDefault(True)
        cancel = self.buttons.button(QDialogButtonBox.StandardButton.Cancel)
        cancel.setObjectName("cancelReuseButton")
        cancel.setAccessibleName(without_key(cancel.text()))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        told = QHBoxLayout()
        told.setSpacing(GAP)
        told.addWidget(self.trouble, 1)
        told.addWidget(self.library_button)
        foot = QHBoxLayout()
        foot.addWidget(self.dont_ask_check, 1)
        foot.addWidget(self.buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        layout.setSpacing(GAP + GAP // 2)
        layout.addLayout(choices)
        layout.addWidget(self.table, 1)
        layout.addLayout(told)
        layout.addLayout(foot)

    def _fill(self) -> None:
        faint = QBrush(QColor(self._themes.theme.secondary))
        self.table.setRowCount(len(self._lines))
        for row, line in enumerate(self._lines):
            now = plain_cell(line.now or "–", self.tr("now"))
            now.setForeground(faint)
            then = plain_cell(line.then or "–", self.tr("then"))
            for column, cell in enumerate((self._names[row], now, then)):
                self.table.setItem(row, column, cell)
        # The column's own measure leaves out the boxes to tick.
        across = self.table.horizontalHeader()
        across.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        across.resizeSection(0, self.table.sizeHintForColumn(0) + 4 * GAP)
        if self._lines:
            self.table.setCurrentCell(0, 0)
        self.table.setFocus()

    def _show_ticks(self, keys: Collection[str]) -> None:
        """Ticks these lines; those in trouble cannot be ticked, and are explained."""
        scheduler = scheduler_trouble(self._present, self._wanted, keys)
        told = [line.trouble for line in self._lines if line.trouble]
        self.table.blockSignals(True)
        for line, name in zip(self._lines, self._names, strict=True):
            trouble = line.trouble
            if line.key == "scheduler" and scheduler:
                trouble = scheduler
                told.append(scheduler)
            flags = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
            name.setFlags(flags if trouble else flags | Qt.ItemFlag.ItemIsEnabled)
            is_ticked = line.key in keys and not trouble
            name.setCheckState(Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        self.table.blockSignals(False)
        self.table.viewport().update()
        told += files_trouble(self._missing) + notes_told(self._missing)
        self.trouble.setText("\n".join(told))
        self.trouble.setVisible(bool(told))
        self.take_button.setEnabled(bool(self.keys()))

    @Slot()
    def _ticked(self) -> None:
        self._show_ticks(self.keys())

    @Slot()
    def _tick_all(self) -> None:
        self.tick("all")

    @Slot()
    def _tick_prompt(self) -> None:
        self.tick("prompt")

    @Slot()
    def _tick_seed(self) -> None:
        self.tick("seed")

    @Slot()
    def _open_library(self) -> None:
        self.reject()
        self.library_wanted.emit()
