"""Files dropped on a widget, as Qt would send them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from sdstudio.gui.file_drag import files_as_mime


def drop(widget: QWidget, paths: list[Path]) -> bool:
    """Files of another program are dropped on a widget; whether it takes them."""
    data = files_as_mime(paths)
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    none = Qt.KeyboardModifier.NoModifier
    # Qt goes from the widget up to the first that takes it; the drop goes to that one.
    entered = QDragEnterEvent(QPoint(5, 5), *how, none)
    entered.ignore()
    QApplication.sendEvent(widget, entered)
    if not entered.isAccepted():
        return False
    dropped = QDropEvent(QPointF(5, 5), *how, none)
    QApplication.sendEvent(widget, dropped)
    return dropped.isAccepted()
