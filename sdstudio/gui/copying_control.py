"""What can be taken from a picture to other programs: its pixels, its settings, its file."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStatusBar

from sdstudio.gallery.metadata import settings_text
from sdstudio.gui.actions import Actions
from sdstudio.gui.banner import Notice
from sdstudio.gui.canvas_pane import CanvasPane
from sdstudio.gui.librarian import Librarian, Opened
from sdstudio.gui.meant import MeantPictures
from sdstudio.gui.revealing import Revealer
from sdstudio.request import GalleryItem, GenerationRequest

_COPYING = "copying"
_SHOWN = 3000
"""Milliseconds that the status bar says what was copied."""


class CopyingControl(QObject):
    """Copies from the picture that the user means, and shows its file. GUI thread only."""

    def __init__(
        self,
        meant: MeantPictures,
        pane: CanvasPane,
        actions: Actions,
        librarian: Librarian,
        status: QStatusBar,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._meant = meant
        self._pane = pane
        self._librarian = librarian
        self._status = status
        self._revealer = Revealer(self)
        self._expected: int | None = None
        librarian.picture_read.connect(self._read)
        actions.copy_picture.triggered.connect(self.copy_picture)
        actions.copy_prompt.triggered.connect(self.copy_prompt)
        actions.copy_seed.triggered.connect(self.copy_seed)
        actions.copy_settings.triggered.connect(self.copy_settings)
        actions.reveal.triggered.connect(self.reveal)

    @Slot()
    def copy_picture(self) -> None:
        """The picture's pixels; of the canvas just what it shows, be it a step on the way."""
        id, item = self._meant.id(), self._pane.item
        if id is None or (item is not None and item.id == id):
            image = self._pane.canvas.image
            if not image.isNull():
                QGuiApplication.clipboard().setImage(image)
                self._say(self.tr("Picture copied"))
            return
        self._expected = id
        self._librarian.read_pictures(_COPYING, [id])

    @Slot(str, object)
    def _read(self, purpose: str, opened: Opened) -> None:
        if purpose != _COPYING or opened.item.id != self._expected:
            return
        self._expected = None
        if opened.image.isNull():
            text = self.tr("“{path}” cannot be copied: the file is missing or damaged.")
            text = text.format(path=opened.item.path)
            self._pane.banner.tell(Notice(text=text, is_error=True, key="gallery"))
            return
        QGuiApplication.clipboard().setImage(opened.image)
        self._say(self.tr("Picture copied"))

    @Slot()
    def copy_prompt(self) -> None:
        """The prompt as text."""
        if (request := self._request()) is not None:
            self._put(request.prompt, self.tr("Prompt copied"))

    @Slot()
    def copy_seed(self) -> None:
        """The seed as text."""
        if (request := self._request()) is not None:
            self._put(str(request.seed), self.tr("Seed copied"))

    @Slot()
    def copy_settings(self) -> None:
        """All settings as the text that AUTOMATIC1111's web UI and many others understand."""
        item = self._meant.item()
        if item is not None and item.request is not None:
            text = settings_text(
                item.request,
                item.provenance,
                width=item.width,
                height=item.height,
                kept_step=item.kept_step,
            )
            self._put(text, self.tr("Settings copied as text"))

    @Slot()
    def reveal(self) -> None:
        """Shows the picture's file in the file manager."""
        if (item := self._meant.item()) is not None:
            self._revealer.reveal(item.path)

    def _request(self) -> GenerationRequest | None:
        item: GalleryItem | None = self._meant.item()
        return None if item is None else item.request

    def _put(self, text: str, told: str) -> None:
        QGuiApplication.clipboard().setText(text)
        self._say(told)

    def _say(self, told: str) -> None:
        self._status.showMessage(told, _SHOWN)
