"""Files on their way to another program, and from one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget


def files_as_mime(paths: Sequence[Path]) -> QMimeData:
    """Files as any program takes them, by drag or from the clipboard."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def local_files(data: QMimeData) -> list[Path]:
    """The files of this machine in something dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]


class FileDrops(QObject):
    """Takes files of other programs that are dropped on widgets. GUI thread only.

    What is dragged within the window, text, and what is of no use here goes where it always went.
    """

    dropped = Signal(object)
    """list of Path."""

    def __init__(
        self, parent: QObject, is_wanted: Callable[[Path], bool] = lambda _path: True
    ) -> None:
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
