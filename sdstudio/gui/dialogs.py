"""The few windows that ask before the app goes on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.labels import PlainLabel, without_key, without_mnemonic
from sdstudio.gui.theme import GAP

_MODEL_FILES = "*.safetensors *.SAFETENSORS *.ckpt *.CKPT *.pt *.pth *.bin"


def ask(parent: QWidget | None, title: str, text: str, yes: str, no: str) -> bool:
    """Asks a question with two named answers; closing the window counts as ``no``."""
    box = _box(parent, title, text)
    box.setIcon(QMessageBox.Icon.Question)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    refuse = box.addButton(no, QMessageBox.ButtonRole.RejectRole)
    agree.setObjectName("agreeButton")
    refuse.setObjectName("refuseButton")
    box.setDefaultButton(refuse)
    box.setEscapeButton(refuse)
    box.exec()
    return box.clickedButton() is agree


def tell(parent: QWidget | None, title: str, text: str) -> None:
    """Says something that must be read before the app goes on."""
    box = _box(parent, title, text)
    box.addButton(QMessageBox.StandardButton.Ok).setObjectName("okButton")
    box.exec()


def named_button(name: str, text: str, look: str = "tall") -> QPushButton:
    """A button with its names for tests and for screen readers, and a look of the theme."""
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAccessibleName(without_mnemonic(text))
    button.setProperty("look", look)
    return button


def lay_out_pages(
    window: QWidget, pages: QWidget, left: Sequence[QWidget], right: Sequence[QWidget]
) -> None:
    """Pages above one row of buttons, some on the left and the others on the right."""
    row = QHBoxLayout()
    row.setSpacing(GAP)
    for button in left:
        row.addWidget(button)
    row.addStretch(1)
    for button in right:
        row.addWidget(button)
    layout = QVBoxLayout(window)
    layout.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 2 * GAP)
    layout.setSpacing(2 * GAP)
    layout.addWidget(pages, 1)
    layout.addLayout(row)


def _box(parent: QWidget | None, title: str, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(text)
    return box


def choose_folder(parent: QWidget, title: str, start: Path) -> Path | None:
    """Lets the user choose a folder; None when they do not."""
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    return Path(chosen) if chosen else None


def choose_model_file(parent: QWidget, title: str, start: Path) -> Path | None:
    """Lets the user choose a model in one file; None when they do not."""
    chosen, _ = QFileDialog.getOpenFileName(parent, title, str(start), f"{title} ({_MODEL_FILES})")
    return Path(chosen) if chosen else None


def choose_text_file(parent: QWidget, title: str, start: Path) -> Path | None:
    """Lets the user name a text file to write; None when they do not."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(start), "TXT (*.txt)")
    return Path(chosen) if chosen else None


def choose_png(parent: QWidget, title: str, start: Path) -> Path | None:
    """Lets the user name a PNG file to write; None when they do not."""
    chosen, _ = QFileDialog.getSaveFileName(parent, title, str(start), "PNG (*.png)")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".png" else path.with_name(f"{path.name}.png")


class LinesDialog(QDialog):
    """Lines of plain text, however many, to read and to copy. GUI thread only."""

    def __init__(
        self,
        title: str,
        lines: Sequence[str],
        parent: QWidget | None = None,
        *,
        note: str = "",
        is_code: bool = False,
    ) -> None:
        """``note`` stands above the lines; ``is_code`` sets them in letters of one width."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setObjectName("linesDialog")
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(*((820, 560) if is_code else (640, 360)))
        self.text = QPlainTextEdit()
        self.text.setObjectName("linesText")
        self.text.setAccessibleName(title)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        if is_code:
            self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setPlainText("\n".join(lines))
        self.copy_button = QPushButton(self.tr("&Copy"))
        self.copy_button.setObjectName("copyLinesButton")
        self.copy_button.setAccessibleName(self.tr("Copy"))
        self.copy_button.clicked.connect(self._copy)
        self._buttons = closing_buttons(self)
        self._buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        layout.setSpacing(2 * GAP)
        if note:
            layout.addWidget(PlainLabel(note, role="hint", wrap=True))
        layout.addWidget(self.text, 1)
        layout.addWidget(self._buttons)

    def add_button(self, name: str, label: str) -> QPushButton:
        """One more button beside Copy; it closes nothing."""
        button = self._buttons.addButton(label, QDialogButtonBox.ButtonRole.ActionRole)
        button.setObjectName(name)
        button.setAccessibleName(label.replace("&", ""))
        return button

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text.toPlainText())
        self.copy_button.setText(self.tr("Copied"))


def closing_buttons(dialog: QDialog) -> QDialogButtonBox:
    """A button that closes the dialog."""
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
    buttons.rejected.connect(dialog.reject)
    close = buttons.button(QDialogButtonBox.StandardButton.Close)
    close.setObjectName("closeButton")
    close.setAccessibleName(without_key(close.text()))
    return buttons
