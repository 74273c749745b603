"""The application object, and what is said before there is a window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from sdstudio.gui.dialogs import tell
from sdstudio.gui.languages import LanguageSource
from sdstudio.gui.sentences import sentence
from sdstudio.paths import Paths
from sdstudio.request import SdstudioError
from sdstudio.settings import load_settings


class DesktopApplication(QApplication):
    """The application, which macOS tells what to open by an event and not by words."""

    file_opened = Signal(object)
    """Path of a file; of several, each by itself."""

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent) and event.file():
            self.file_opened.emit(Path(event.file()))
            return True
        return super().event(event)


def make_application() -> DesktopApplication:
    """The one application of this process."""
    QCoreApplication.setApplicationName("sdstudio")
    app = DesktopApplication(sys.argv[:1])
    app.setDesktopFileName("sdstudio")
    return app


def tell_failure(paths: Paths, error: SdstudioError) -> None:
    """Says in a box of its own why there will be no window; this is all the process does."""
    app = make_application()
    settings, _complaint = load_settings(paths.settings_file)
    LanguageSource(app, paths.resources / "languages", app).choose(settings.language)
    tell(None, "sdstudio", sentence(error))
    app.shutdown()
