"""Files on their way to another program, and from one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl


def files_as_mime(paths: Sequence[Path]) -> QMimeData:
    """Files as any program takes them, by drag or from the clipboard."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def local_files(data: QMimeData) -> list[Path]:
    """The files of this machine in something dragged."""
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
