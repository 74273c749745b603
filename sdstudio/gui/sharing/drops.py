"""Files that are dropped on parts of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from sdstudio.gallery.naming import PICTURE_ENDINGS
from sdstudio.gui.file_drag import local_files
from sdstudio.models.folder_files import has_pickles


def is_picture(path: Path) -> bool:
    """Whether a file is a picture, by its name."""
    return path.suffix.lower() in PICTURE_ENDINGS


def is_model(path: Path) -> bool:
    """Whether a file holds weights, by its name."""
    return path.suffix.lower() == ".safetensors" or has_pickles([path.name])


def is_no_model(path: Path) -> bool:
    """Whether it may be a picture, or a folder of pictures: nothing is looked at while dragging."""
    return not is_model(path)


class FileDrops(QObject):
    """Takes files of other programs that are dropped on widgets. GUI thread only.

    What is dragged within the window, text, and what is of no use here goes where it always went.
    """

    dropped = Signal(object)
    """list of Path."""

    def __init__(self, is_wanted: Callable[[Path], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_wanted = is_wanted

    def take(self, widget: QWidget) -> None:
        """Accepts files on a widget."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if not isinstance(event, QDropEvent) or event.type() not in kinds:
            return super().eventFilter(watched, event)
        files = [path for path in local_files(event.mimeData()) if self._is_wanted(path)]
        if event.source() is not None or not files:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self.dropped.emit(files)
        return True
