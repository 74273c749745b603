"""Asks for a token where the hub wants one. The token leaves this window in one signal only."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.theme import GAP


class TokenDialog(QDialog):
    """One field. The token is never shown, written to the settings or logged."""

    token_given = Signal(str, str)
    """The repository id, and the token."""

    def __init__(self, repo_id: str, endpoint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tokenDialog")
        self.setWindowTitle(self.tr("A token for the hub"))
        self.setMinimumWidth(440)
        self._repo_id = repo_id
        self._page = f"{endpoint}/{repo_id}"
        terms = PlainLabel(
            self.tr(
                "The makers of “{name}” want you to agree to their terms. Do so on its page, "
                "signed in to your account, and make a token there that may read:"
            ).format(name=repo_id),
            wrap=True,
        )
        address = PlainLabel(self._page, role="mono", wrap=True)
        page_button = QPushButton(self.tr("Open its &page"))
        page_button.setObjectName("openTermsButton")
        page_button.setAccessibleName(self.tr("Open its page"))
        page_button.clicked.connect(self._open_page)
        page = QHBoxLayout()
        page.addWidget(address, 1)
        page.addWidget(page_button)
        self.edit = QLineEdit()
        self.edit.setObjectName("tokenEdit")
        self.edit.setAccessibleName(self.tr("Token"))
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.setPlaceholderText("hf_…")
        self.edit.setMaxLength(4096)
        where = PlainLabel(
            self.tr("It is kept by your system's keyring, not by the app."), role="hint", wrap=True
        )
        self._buttons = QDialogButtonBox()
        save = self._buttons.addButton(
            self.tr("Save and download"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        save.setObjectName("saveTokenButton")
        save.setAccessibleName(self.tr("Save and download"))
        save.setEnabled(False)
        self._save = save
        cancel = self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        cancel.setObjectName("cancelTokenButton")
        self._buttons.accepted.connect(self._give)
        self._buttons.rejected.connect(self.reject)
        self.edit.textChanged.connect(self._typed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        layout.setSpacing(GAP + GAP // 2)
        layout.addWidget(terms)
        layout.addLayout(page)
        layout.addWidget(PlainLabel(self.tr("Token"), role="heading"))
        layout.addWidget(self.edit)
        layout.addWidget(where)
        layout.addWidget(self._buttons)
        self.edit.setFocus()

    @Slot()
    def _typed(self) -> None:
        self._save.setEnabled(len(self.edit.text().split()) == 1)

    @Slot()
    def _give(self) -> None:
        token = self.edit.text().strip()
        self.edit.clear()
        self.accept()
        self.token_given.emit(self._repo_id, token)

    @Slot()
    def _open_page(self) -> None:
        QDesktopServices.openUrl(QUrl(self._page))
