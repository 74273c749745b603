"""The window that asks what to do with a picture that was dropped: settings, or the picture."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import ElidedLabel, PlainLabel
from sdstudio.gui.queue_model import prompt_line, settings_line
from sdstudio.gui.sentences import translated
from sdstudio.gui.sharing.importer import Inspected
from sdstudio.gui.theme import GAP

_SIDE = 128
_WIDTH = 560
_SHOWN = 400
"""Characters of a prompt that are shown."""
_MOST_SENTENCES = 6


class DropDialog(QDialog):
    """Shows whose settings a picture has and what they are. GUI thread only.

    Shown by ``open``, which returns at once.
    """

    use_wanted = Signal()
    """Its settings are to be taken over."""
    import_wanted = Signal(object)
    """Path of the picture, which is to be imported."""

    def __init__(self, found: Inspected, icons: IconSet, parent: QWidget | None = None) -> None:
        """The picture that was ``found`` has settings."""
        super().__init__(parent)
        assert found.picture is not None
        self._path = found.path
        self._request = found.picture.request
        self._picture = found.picture
        self.setObjectName("dropDialog")
        self.setWindowTitle(self.tr("A picture with settings"))
        self.setAccessibleName(self.tr("A picture with settings"))
        self.setMinimumWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.use_button = QPushButton(self.tr("&Use its settings"))
        self.use_button.setObjectName("dropUseButton")
        self.use_button.setAccessibleName(self.tr("Use its settings"))
        self.use_button.setProperty("look", "primary")
        self.use_button.setDefault(True)
        self.use_button.setEnabled(self._request is not None)
        icons.attach(self.use_button, "reuse", on_accent=True)
        self.import_button = QPushButton(self.tr("&Import the picture…"))
        self.import_button.setObjectName("dropImportButton")
        self.import_button.setAccessibleName(self.tr("Import the picture"))
        self.import_button.setProperty("look", "tall")
        self.cancel_button = QPushButton(self.tr("&Cancel"))
        self.cancel_button.setObjectName("dropCancelButton")
        self.cancel_button.setAccessibleName(self.tr("Cancel"))
        self.cancel_button.setProperty("look", "tall")
        buttons = QDialogButtonBox()
        buttons.addButton(self.use_button, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.import_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        shown = PlainLabel()
        shown.setFixedWidth(_SIDE)
        shown.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        if not found.thumbnail.isNull():
            ratio = self.devicePixelRatioF()
            pixmap = QPixmap.fromImage(found.thumbnail).scaled(
                round(_SIDE * ratio),
                round(_SIDE * ratio),
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
            pixmap.setDevicePixelRatio(ratio)
            shown.setPixmap(pixmap)
        top = QHBoxLayout()
        top.setSpacing(2 * GAP)
        top.addWidget(shown, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(self._words(), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GAP, 3 * GAP, 3 * GAP, 2 * GAP)
        layout.setSpacing(2 * GAP)
        layout.addLayout(top, 1)
        layout.addWidget(buttons)
        self.use_button.clicked.connect(self._use)
        self.import_button.clicked.connect(self._import)
        self.cancel_button.clicked.connect(self.reject)

    def _words(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(ElidedLabel(self._path.name, role="heading"))
        picture, request = self._picture, self._request
        column.addWidget(PlainLabel(self._origin(), role="hint", wrap=True))
        if request is not None:
            prompt = request.prompt
            if len(prompt) > _SHOWN:
                prompt = f"{prompt[:_SHOWN]}…"
            words = PlainLabel(prompt or prompt_line(request), wrap=True)
            words.setObjectName("dropPrompt")
            column.addWidget(words)
            column.addWidget(PlainLabel(settings_line(request), role="hint", wrap=True))
        for sentence in picture.approximations[:_MOST_SENTENCES]:
            column.addWidget(PlainLabel(translated(sentence), role="warning", wrap=True))
        column.addStretch(1)
        return column

    def _origin(self) -> str:
        picture = self._picture
        if picture.origin == "made":
            return self.tr("Made with sdstudio")
        program = picture.program or self.tr("another program")
        if self._request is None:
            return self.tr("From {program}").format(program=program)
        if picture.is_exact:
            return self.tr("From {program}, exactly").format(program=program)
        return self.tr("From {program}, approximately").format(program=program)

    @Slot()
    def _use(self) -> None:
        self.accept()
        self.use_wanted.emit()

    @Slot()
    def _import(self) -> None:
        self.accept()
        self.import_wanted.emit(self._path)
