"""The settings of the library: folders that are looked through, the hub's address, offline."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.dialogs import choose_folder
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.library.asking import TokenForgotten
from sdstudio.gui.sentences import translated
from sdstudio.gui.theme import GAP
from sdstudio.models.library_settings import LibrarySettings

_FOLDERS = 128
"""Height of the list of folders, in pixels: four of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryOptions:
    """What the dialog was left with: folders to add and to forget, and where the hub is."""

    added: tuple[str, ...]
    forgotten: tuple[str, ...]
    endpoint: str
    offline: bool

    def changed(self, settings: LibrarySettings) -> LibrarySettings:
        """What is remembered, which others may have changed meanwhile, with these changes."""
        kept = [root for root in settings.roots if root not in self.forgotten]
        return replace(
            settings,
            roots=tuple(dict.fromkeys((*kept, *self.added))),
            endpoint=self.endpoint,
            offline=self.offline,
        )


class OptionsDialog(QDialog):
    """Shows the settings; ``options`` is what the user made of them."""

    forget_token_wanted = Signal()
    """The user wants the hub's token forgotten, at once."""

    def __init__(self, settings: LibrarySettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryOptionsDialog")
        self.setWindowTitle(self.tr("Settings of the library"))
        self.setMinimumWidth(520)
        self._before = settings
        self.folders = QListWidget()
        self.folders.setObjectName("modelRoots")
        self.folders.setProperty("look", "field")
        self.folders.setAccessibleName(self.tr("Folders of models"))
        self.folders.addItems(settings.roots)
        self.folders.setFixedHeight(_FOLDERS)
        add = QPushButton(self.tr("&Add a folder…"))
        add.setObjectName("addRootButton")
        add.setAccessibleName(self.tr("Add a folder"))
        add.clicked.connect(self._add)
        self._forget = QPushButton(self.tr("&Forget"))
        self._forget.setObjectName("forgetRootButton")
        self._forget.setAccessibleName(self.tr("Forget the folder"))
        self._forget.clicked.connect(self._forget_chosen)
        self._forget.setEnabled(False)
        self.folders.currentRowChanged.connect(self._row_changed)
        self.offline_check = QCheckBox(self.tr("&Offline: ask nothing of the network"))
        self.offline_check.setObjectName("offlineCheck")
        self.offline_check.setAccessibleName(self.tr("Offline"))
        self.offline_check.setChecked(settings.offline)
        self.endpoint_edit = QLineEdit(settings.endpoint)
        self.endpoint_edit.setObjectName("endpointEdit")
        self.endpoint_edit.setAccessibleName(self.tr("Address of the hub"))
        self.endpoint_edit.setPlaceholderText("https://huggingface.co")
        self._wrong = PlainLabel(
            self.tr("An address begins with https://, as in https://huggingface.co."),
            role="warning",
        )
        self._wrong.hide()
        self.forget_token_button = QPushButton(self.tr("Forget the &token"))
        self.forget_token_button.setObjectName("forgetTokenButton")
        self.forget_token_button.setAccessibleName(self.tr("Forget the token"))
        self.forget_token_button.clicked.connect(self.forget_token_wanted)
        self.token_state = PlainLabel(
            self.tr("The token for this hub, if there is one, is kept by the system's keyring."),
            role="hint",
            wrap=True,
        )
        self.token_state.setObjectName("tokenState")
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        for standard, name in (
            (QDialogButtonBox.StandardButton.Ok, "okButton"),
            (QDialogButtonBox.StandardButton.Cancel, "cancelButton"),
        ):
            self._buttons.button(standard).setObjectName(name)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.endpoint_edit.textChanged.connect(self._check)
        self._lay_out(add)

    def _lay_out(self, add: QPushButton) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(add)
        row.addWidget(self._forget)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        layout.setSpacing(GAP)
        layout.addWidget(PlainLabel(self.tr("Folders of models"), role="heading"))
        layout.addWidget(
            PlainLabel(
                self.tr(
                    "Looked through where they are, such as the models folder of A1111 or ComfyUI; "
                    "nothing is copied. Forgetting one leaves its files alone."
                ),
                role="hint",
                wrap=True,
            )
        )
        layout.addWidget(self.folders)
        layout.addLayout(row)
        layout.addSpacing(GAP)
        layout.addWidget(PlainLabel(self.tr("Downloads"), role="heading"))
        layout.addWidget(self.offline_check)
        layout.addWidget(PlainLabel(self.tr("Address of the hub, or of a mirror of it")))
        layout.addWidget(self.endpoint_edit)
        layout.addWidget(self._wrong)
        token = QHBoxLayout()
        token.setSpacing(GAP)
        token.addWidget(self.token_state, 1)
        token.addWidget(self.forget_token_button)
        layout.addLayout(token)
        layout.addSpacing(GAP)
        layout.addWidget(self._buttons)

    def options(self) -> LibraryOptions:
        """The settings as they are shown now."""
        shown = [self.folders.item(row).text() for row in range(self.folders.count())]
        before = self._before.roots
        return LibraryOptions(
            added=tuple(folder for folder in shown if folder not in before),
            forgotten=tuple(folder for folder in before if folder not in shown),
            endpoint=self.endpoint_edit.text().strip().rstrip("/"),
            offline=self.offline_check.isChecked(),
        )

    @Slot(object)
    def tell_token(self, told: TokenForgotten) -> None:
        """Says what became of the token."""
        if told.was_there:
            text = self.tr("The token is forgotten.")
        elif told.error is not None:
            text = translated(told.error.message)
        else:
            text = self.tr("There was no token.")
        self.token_state.setText(text)

    @Slot()
    def _add(self) -> None:
        folder = choose_folder(self, self.tr("Add a folder of models"), Path.home())
        if folder is not None:
            self.folders.addItem(str(folder.absolute()))

    @Slot()
    def _forget_chosen(self) -> None:
        self.folders.takeItem(self.folders.currentRow())

    @Slot(int)
    def _row_changed(self, row: int) -> None:
        self._forget.setEnabled(row >= 0)

    @Slot()
    def _check(self) -> None:
        text = self.endpoint_edit.text().strip()
        is_right = not text or text.startswith(("https://", "http://"))
        self._wrong.setVisible(not is_right)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(is_right)
