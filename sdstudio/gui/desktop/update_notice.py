"""A notice of new versions, for those who have switched it on."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QAction, QDesktopServices

from sdstudio import __version__
from sdstudio.gui.banner import Notice
from sdstudio.gui.job_thread import attempt
from sdstudio.gui.library.background import DaemonThreads
from sdstudio.models.library_settings import load_library
from sdstudio.paths import Paths
from sdstudio.publisher import ReleaseSource
from sdstudio.settings import Settings

_DAY = 86_400.0
_log = logging.getLogger(__name__)


class UpdateNotice(QObject):
    """Asks at most once a day, in a thread of its own. GUI thread only.

    Never asks unless ``action`` is checked, nor while the user is offline by choice. A failure is
    logged and told to nobody: it is nothing the user wanted to know.
    """

    told = Signal(object)
    """Notice."""
    changed = Signal()
    """Something worth remembering has changed; see ``settings_values``."""
    _found = Signal(str)

    def __init__(
        self,
        paths: Paths,
        settings: Settings,
        source: ReleaseSource | None,
        action: QAction,
        parent: QObject,
        now: Callable[[], float] = time.time,
    ) -> None:
        """``action`` is the switch; it is away where nobody publishes releases."""
        super().__init__(parent)
        self._paths = paths
        self._source = source
        self._action = action
        self._now = now
        self._asked = settings.updates_asked
        self._is_begun = False
        self._threads = DaemonThreads()
        action.setVisible(source is not None)
        action.setChecked(settings.tell_of_updates)
        action.toggled.connect(self._switched)
        self._found.connect(self._tell)

    @Slot()
    def begin(self) -> None:
        """The app has come to rest: asks, if that is wanted and was not done today."""
        self._is_begun = True
        self._ask()

    def settings_values(self, base: Settings) -> Settings:
        """``base`` with the switch and the last question."""
        return replace(base, tell_of_updates=self._action.isChecked(), updates_asked=self._asked)

    def close(self) -> None:
        """Ends the thread; a silent server is not waited for."""
        self._threads.close()

    @Slot()
    def _switched(self) -> None:
        self.changed.emit()
        if self._is_begun:
            self._ask()

    def _ask(self) -> None:
        # A clock that was set back must not silence it for years.
        was_today = 0 <= self._now() - self._asked < _DAY
        if self._source is None or not self._action.isChecked() or was_today:
            return
        self._asked = self._now()
        self.changed.emit()
        self._threads.start(self._look, self._source)

    # -- in the thread -----------------------------------------------------------------------

    def _look(self, source: ReleaseSource) -> None:
        # The client takes a third of a second to import.
        from sdstudio.updates import UpdateUnknown, newer_version

        def look() -> None:
            library, _complaint = load_library(self._paths)
            if library.offline:
                return
            try:
                version = newer_version(source, self._threads.is_closed)
            except UpdateUnknown as error:
                _log.warning("no word of new versions: %s", error)
                return
            if version is not None:
                self._threads.emit(self._found, version)

        attempt(look)

    # -- in the GUI thread -------------------------------------------------------------------

    @Slot(str)
    def _tell(self, version: str) -> None:
        self.told.emit(
            Notice(
                text=self.tr("sdstudio {version} is there. This is {own}.").format(
                    version=version, own=__version__
                ),
                key="update",
                action=self.tr("Open its page"),
                run=self._open_page,
            )
        )

    def _open_page(self) -> None:
        if self._source is not None:
            QDesktopServices.openUrl(QUrl(self._source.page))
