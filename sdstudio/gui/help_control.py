"""The Help menu, and the folders that the app writes to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from sdstudio import __version__
from sdstudio.gui.actions import Actions
from sdstudio.gui.dialogs import TableDialog, tell
from sdstudio.paths import Paths


class HelpControl(QObject):
    """Answers the actions that only show something. GUI thread only."""

    def __init__(self, paths: Paths, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._paths = paths
        self._actions = actions
        self._window = window
        actions.show_pictures.triggered.connect(self._show_pictures)
        actions.show_log.triggered.connect(self._show_log)
        actions.shortcuts.triggered.connect(self._show_shortcuts)
        actions.about.triggered.connect(self._show_about)

    @Slot()
    def _show_pictures(self) -> None:
        _open_folder(self._paths.pictures)

    @Slot()
    def _show_log(self) -> None:
        _open_folder(self._paths.logs)

    @Slot()
    def _show_shortcuts(self) -> None:
        TableDialog(self.tr("Keyboard shortcuts"), self._actions.table(), self._window).exec()

    @Slot()
    def _show_about(self) -> None:
        tell(
            self._window,
            self.tr("About sdstudio"),
            self.tr(
                "sdstudio {version}\n\nMakes pictures with Stable Diffusion and shows every "
                "denoising step.\n\nLicensed under the Apache License 2.0."
            ).format(version=__version__),
        )


def _open_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
