"""Files that are dropped on parts of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from sdstudio.gui.file_drag import local_files


class FileDrops(QObject):
    """Takes files of other programs that are dropped on widgets. GUI thread only.

    What is dragged within the window, and text, goes where it always went.
    """

    dropped = Signal(object)
    """list of Path."""

    def take(self, widget: QWidget) -> None:
        """Accepts files on a widget."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if not isinstance(event, QDropEvent) or event.type() not in kinds:
            return super().eventFilter(watched, event)
        files = local_files(event.mimeData())
        if event.source() is not None or not files:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self.dropped.emit(files)
        return True
