"""One of several compared pictures: its letter, what it is, and the picture to look into."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import ElidedLabel, PlainLabel, mark_users_text
from sdstudio.gui.queue_model import prompt_line
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.gui.tool_button import icon_button
from sdstudio.gui.zoom_canvas import ZoomCanvas
from sdstudio.request import GalleryItem


class PicturePane(QWidget):
    """A picture under its caption. ``id`` is that of the gallery. GUI thread only."""

    removed = Signal(int)
    """id of the picture that is not to be compared any longer."""

    def __init__(
        self, id: int, letter: str, themes: ThemeSource, icons: IconSet, *, can_remove: bool
    ) -> None:
        super().__init__()
        self.id = id
        self.item: GalleryItem | None = None
        self.image = QImage()
        self.canvas = ZoomCanvas(themes)
        self.canvas.setObjectName(f"compareCanvas{letter}")
        self.canvas.setAccessibleName(self.tr("Picture {letter}").format(letter=letter))
        self.caption = ElidedLabel("", role="hint")
        for users in (self.canvas, self.caption):
            mark_users_text(users)
        self._trouble = PlainLabel("", self.canvas, role="hint", wrap=True)
        self._trouble.setAlignment(Qt.AlignmentFlag.AlignCenter)
        over = QVBoxLayout(self.canvas)
        over.addWidget(self._trouble)
        head = QHBoxLayout()
        head.setContentsMargins(GAP // 2, 0, 0, 0)
        head.setSpacing(GAP)
        head.addWidget(PlainLabel(letter, role="heading"))
        head.addWidget(self.caption, 1)
        if can_remove:
            text = self.tr("Take {letter} out").format(letter=letter)
            button = icon_button(f"removeButton{letter}", text, "", "close", icons)
            button.clicked.connect(self._remove)
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GAP // 2)
        layout.addLayout(head)
        layout.addWidget(self.canvas, 1)

    def show_picture(self, item: GalleryItem, image: QImage) -> None:
        """Shows the picture; ``image`` is null when its file cannot be read."""
        self.item = item
        self.image = image
        words = item.path.name if item.request is None else prompt_line(item.request)
        self.caption.setText(words)
        self.canvas.setAccessibleDescription(words)
        self.canvas.begin(QSize(item.width, item.height) if image.isNull() else image.size())
        self.canvas.show_image(image)
        self._trouble.setText(
            self.tr("This picture cannot be shown: its file is missing or damaged.")
            if image.isNull()
            else ""
        )

    @Slot()
    def _remove(self) -> None:
        self.removed.emit(self.id)
