"""The gallery beside the canvas: how many pictures there are, and their grid."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from sdstudio.gui.empty import ViewOrSentence
from sdstudio.gui.gallery_model import GalleryModel, count_text, size_text
from sdstudio.gui.gallery_view import GalleryView
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import ElidedLabel, PlainLabel
from sdstudio.gui.theme import GAP, ThemeSource


class GalleryPanel(QFrame):
    """Heading, grid or empty state, and a hint. The view is the part that is worked with."""

    shown = Signal(int)
    """id of a picture that the user wants to see."""

    def __init__(
        self,
        model: GalleryModel,
        themes: ThemeSource,
        icons: IconSet,
        tile: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("galleryPanel")
        self._model = model
        self.view = GalleryView(model, themes, icons, tile)
        self._denoisings = (0, 0)
        self.count_label = ElidedLabel("", role="hint")
        self.count_label.setObjectName("galleryCount")
        self._hint = PlainLabel(
            self.tr("Click to view · double-click to reuse its settings"), role="hint"
        )
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._pages = ViewOrSentence(self.view, self.tr("Your pictures will appear here."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP)
        layout.addWidget(self.count_label)
        layout.addLayout(self._pages, 1)
        layout.addWidget(self._hint)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self.view.clicked.connect(self._current_changed)
        model.count_changed.connect(self._count_changed)
        self._count_changed()

    def set_unavailable(self, sentence: str) -> None:
        """Says why there is no gallery."""
        self._pages.show_sentence(sentence)

    @Slot(int, object)
    def set_denoisings(self, count: int, size: int) -> None:
        """How many pictures have a kept denoising, and the bytes of these taken together."""
        self._denoisings = (count, size)
        self._count_changed()

    @Slot()
    def _count_changed(self) -> None:
        count = self._model.rowCount()
        self._pages.show_view(count > 0)
        self._hint.setVisible(count > 0)
        text = count_text(count)
        kept, size = self._denoisings
        if kept:
            text = self.tr("{pictures} · {count} with denoising, {size}").format(
                pictures=text, count=f"{kept:,}", size=size_text(size)
            )
        self.count_label.setText(text)
        self.count_label.setVisible(count > 0)

    @Slot()
    def _current_changed(self) -> None:
        # Only what the user does counts: rows that come and go move the current one as well.
        id = self.view.current_id()
        if id is not None and self.view.hasFocus():
            self.shown.emit(id)
