"""Opening a model in an old format: the question, the conversion, and the new model."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from sdstudio.gui.banner import Banner, Notice
from sdstudio.gui.converter import ConversionEnd, Converter
from sdstudio.gui.dialogs import ask
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.numbers import listed
from sdstudio.gui.sentences import sentence
from sdstudio.gui.theme import GAP

_WIDTH = 420
_PARTS = 1000


class ConversionControl(QObject):
    """Asks before a pickle is read, has it converted, and tells where the new model is.

    GUI thread only. While one is converted, its window is in front and nothing else is asked.
    """

    converted = Signal(object)
    """Path of the new model."""

    def __init__(self, models: Path, banner: Banner, window: QWidget) -> None:
        """``models`` is the app's own folder of models."""
        super().__init__(window)
        self._banner = banner
        self._window = window
        self._converter = Converter(models, self)
        self._dialog: ConversionDialog | None = None
        self._converter.done.connect(self._done)

    @Slot(str)
    def offer(self, reference: str) -> None:
        """Asks whether a model in the old format is to be converted, and does it then."""
        path = Path(reference)
        if self._dialog is not None:
            return
        text = self.tr(
            "“{name}” is in an old format that can hold code. Convert it safely?\n\nOnly numbers "
            "are read; nothing in it is run. The file stays as it is, and the copy takes about as "
            "much room on the disk."
        ).format(name=path.name)
        title = self.tr("Old model format")
        if not ask(self._window, title, text, self.tr("Convert"), self.tr("Cancel")):
            return
        self._banner.withdraw("conversion")
        self._dialog = ConversionDialog(path.name, self._window)
        self._dialog.rejected.connect(self._cancel)
        self._converter.progressed.connect(self._dialog.show_share)
        self._dialog.open()
        self._converter.convert(path)

    def close(self) -> None:
        """Stops a conversion and waits for its end, a moment."""
        self._converter.close()

    @Slot()
    def _cancel(self) -> None:
        self._converter.cancel()

    @Slot(object)
    def _done(self, end: ConversionEnd) -> None:
        if self._dialog is not None:
            self._dialog.rejected.disconnect(self._cancel)
            self._dialog.accept()
            self._dialog.deleteLater()
            self._dialog = None
        if end.error is not None:
            self._banner.tell(Notice(text=sentence(end.error), is_error=True, key="conversion"))
        if end.made is None:
            return
        if end.made.left_out:
            told = self.tr("Left out of the converted model, being no weights: {names}.")
            text = told.format(names=listed(end.made.left_out))
            self._banner.tell(Notice(text=text, key="conversion"))
        self.converted.emit(end.made.path)


class ConversionDialog(QDialog):
    """How far a conversion is, and a way to stop it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Converting")
        self.setObjectName("conversionDialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setMinimumWidth(_WIDTH)
        told = PlainLabel(self.tr("Converting “{name}”…").format(name=name), wrap=True)
        hint = PlainLabel(
            self.tr("Its numbers are copied into the safetensors format."), role="hint", wrap=True
        )
        self.bar = QProgressBar()
        self.bar.setObjectName("conversionProgress")
        self.bar.setAccessibleName(title)
        self.bar.setRange(0, _PARTS)
        self.bar.setTextVisible(False)
        self.cancel_button = QPushButton(self.tr("Cancel"))
        self.cancel_button.setObjectName("cancelConversionButton")
        self.cancel_button.setAccessibleName(self.tr("Cancel"))
        self.cancel_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        layout.setSpacing(GAP)
        layout.addWidget(told)
        layout.addWidget(self.bar)
        layout.addWidget(hint)
        layout.addSpacing(GAP)
        layout.addLayout(buttons)
        self.setWindowModality(Qt.WindowModality.WindowModal)

    @Slot(float)
    def show_share(self, share: float) -> None:
        """Shows how much is done, 0 to 1."""
        self.bar.setValue(round(_PARTS * share))
