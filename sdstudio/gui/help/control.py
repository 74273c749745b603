"""The Help menu: what it shows is read in a thread of its own, and shown when it is there."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, QUrl, Signal, Slot, qVersion
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QMainWindow

from sdstudio.gui.actions import Actions
from sdstudio.gui.banner import Banner, Notice
from sdstudio.gui.dialogs import LinesDialog, choose_text_file
from sdstudio.gui.job_thread import JobThread, attempt
from sdstudio.gui.saver import FileSaver
from sdstudio.gui.sentences import sentence
from sdstudio.gui.theme import ThemeSource
from sdstudio.logs import crash_file, find_new_crash, last_lines, log_file
from sdstudio.paths import Paths
from sdstudio.request import ModelInfo, SdstudioError

_SHOWN_LINES = 2000
_TOLD_FACTS = 7
"""Of the system's facts those that stand first: Python, the system, and the libraries."""


class HelpControl(QObject):
    """Answers the actions that only show something. GUI thread only, but for what it starts."""

    _log_read = Signal(list)
    _diagnosed = Signal(str)
    _versions_read = Signal(list)
    _notices_read = Signal(str, object)
    _crash_found = Signal()
    _failed = Signal(object)

    def __init__(
        self,
        paths: Paths,
        actions: Actions,
        banner: Banner,
        saver: FileSaver,
        themes: ThemeSource,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._paths = paths
        self._actions = actions
        self._banner = banner
        self._saver = saver
        self._themes = themes
        self._window = window
        self._model: ModelInfo | None = None
        self._thread = JobThread("help")
        self._shown: LinesDialog | None = None
        self._notices_file = paths.resources
        actions.show_pictures.triggered.connect(self._show_pictures)
        actions.show_log.triggered.connect(self._want_log)
        actions.diagnostics.triggered.connect(self.diagnose)
        actions.shortcuts.triggered.connect(self._show_shortcuts)
        actions.about.triggered.connect(self._want_versions)
        self._log_read.connect(self._show_log)
        self._diagnosed.connect(self._show_diagnostics)
        self._versions_read.connect(self._show_about)
        self._notices_read.connect(self._show_notices)
        self._crash_found.connect(self._tell_crash)
        self._failed.connect(self._tell_failure)

    def close(self) -> None:
        """Ends the thread."""
        self._thread.close()

    @Slot(object)
    def model_ready(self, info: ModelInfo) -> None:
        """A model is in memory: diagnostics tell what it is and what it runs on."""
        self._model = info

    # -- the log -----------------------------------------------------------------------------

    @Slot()
    def _want_log(self) -> None:
        self._thread.start(self._work, self._read_log)

    def _read_log(self) -> None:
        lines = last_lines(log_file(self._paths.logs), _SHOWN_LINES)
        crashes = last_lines(crash_file(self._paths.logs), _SHOWN_LINES)
        self._log_read.emit(
            [*lines, *(["", f"--- {crash_file(Path()).name} ---"] if crashes else []), *crashes]
        )

    @Slot(list)
    def _show_log(self, lines: list[str]) -> None:
        dialog = LinesDialog(
            self.tr("The log"),
            lines or [self.tr("Nothing has been noted yet.")],
            self._window,
            note=self.tr(
                "What the app has noted, the latest at the end. It stays on this computer."
            ),
            is_code=True,
        )
        bar = dialog.text.verticalScrollBar()
        dialog.add_button("logFolderButton", self.tr("Show the &folder")).clicked.connect(
            self._open_logs
        )
        dialog.open()
        bar.setValue(bar.maximum())

    @Slot()
    def _open_logs(self) -> None:
        _open_folder(self._paths.logs)

    @Slot()
    def _show_pictures(self) -> None:
        _open_folder(self._paths.pictures)

    # -- diagnostics -------------------------------------------------------------------------

    @Slot()
    def diagnose(self) -> None:
        """Gathers what a report of a problem needs, and shows it."""
        facts = self._facts()
        self._thread.start(self._work, lambda: self._gather(facts))

    def _gather(self, facts: list[tuple[str, str]]) -> None:
        from sdstudio.diagnostics import diagnostics

        self._diagnosed.emit(diagnostics(self._paths, facts))

    def _facts(self) -> list[tuple[str, str]]:
        """What only the window knows; in English, as the rest, for those who mend the app."""
        facts = [
            ("Qt", f"{qVersion()}, {QGuiApplication.platformName()}"),
            ("language", QLocale().name()),
            ("theme", f"{self._themes.choice} ({self._themes.theme.name})"),
        ]
        for screen in QGuiApplication.screens():
            size, ratio = screen.size(), screen.devicePixelRatio()
            facts.append(("screen", f"{size.width()} x {size.height()} at {100 * ratio:g} %"))
        size = self._window.size()
        facts.append(("window", f"{size.width()} x {size.height()}"))
        info = self._model
        if info is None:
            return [*facts, ("model", "none is loaded")]
        return [
            *facts,
            ("model", f"{info.family}, {info.pipeline_class}, {info.parameters / 1e6:.0f} M"),
            ("device", f"{info.device}, {info.dtype}"),
        ]

    @Slot(str)
    def _show_diagnostics(self, text: str) -> None:
        dialog = LinesDialog(
            self.tr("Diagnostics"),
            text.splitlines(),
            self._window,
            note=self.tr(
                "This is what a report of a problem needs. Your name, your folders, tokens and "
                "prompts are left out. Nothing is sent: look through it, copy it, and put it into "
                "the report yourself."
            ),
            is_code=True,
        )
        dialog.add_button("saveDiagnosticsButton", self.tr("&Save…")).clicked.connect(self._save)
        dialog.copy_button.setDefault(True)
        dialog.copy_button.setFocus()
        self._shown = dialog
        dialog.open()

    @Slot()
    def _save(self) -> None:
        if self._shown is None:
            return
        text = self._shown.text.toPlainText()
        path = choose_text_file(
            self._window, self.tr("Save diagnostics"), Path.home() / "sdstudio-diagnostics.txt"
        )
        if path is not None:
            self._saver.write(path, f"{text}\n".encode(), "diagnostics")

    # -- crashes -----------------------------------------------------------------------------

    @Slot()
    def look_for_crash(self) -> None:
        """Says so, once, if the app has crashed since it was last asked."""
        self._thread.start(self._work, self._look_for_crash)

    def _look_for_crash(self) -> None:
        if find_new_crash(self._paths.logs):
            self._crash_found.emit()

    @Slot()
    def _tell_crash(self) -> None:
        self._banner.tell(
            self.with_diagnostics(
                self.tr(
                    "The app ended all of a sudden last time. Your finished pictures are safe; the "
                    "log has what helps to mend it."
                ),
                "crash",
            )
        )

    def with_diagnostics(self, text: str, key: str) -> Notice:
        """A notice of something that went wrong, with a button for the diagnostics."""
        return Notice(
            text=text,
            is_error=True,
            key=key,
            action=self.tr("Copy diagnostics…"),
            run=self.diagnose,
        )

    # -- keys and licences -------------------------------------------------------------------

    @Slot()
    def _show_shortcuts(self) -> None:
        # Here, as in the thread: most starts never show what the menu Help has.
        from sdstudio.gui.help.shortcuts import ShortcutsDialog, keys_of

        keys = keys_of(self._window.menuBar(), self._actions)
        ShortcutsDialog(keys, self._themes, self._window).open()

    @Slot()
    def _want_versions(self) -> None:
        self._thread.start(self._work, self._read_versions)

    def _read_versions(self) -> None:
        from sdstudio.diagnostics import system_facts

        self._versions_read.emit(list(islice(system_facts(), _TOLD_FACTS)))

    @Slot(list)
    def _show_about(self, versions: list[tuple[str, str]]) -> None:
        from sdstudio.gui.help.about import AboutDialog

        dialog = AboutDialog(versions, self._window)
        dialog.notices_wanted.connect(self._want_notices)
        dialog.open()

    @Slot()
    def _want_notices(self) -> None:
        self._thread.start(self._work, self._read_notices)

    def _read_notices(self) -> None:
        from sdstudio.notices import notices

        self._notices_read.emit(*notices(self._paths.resources))

    @Slot(str, object)
    def _show_notices(self, text: str, file: Path | None) -> None:
        dialog = LinesDialog(
            self.tr("Third-party notices"),
            text.splitlines(),
            self._window,
            note=self.tr("Whose work is in this app besides its own, and under which licences."),
            is_code=True,
        )
        if file is not None:
            self._notices_file = file
            dialog.add_button("wholeNoticesButton", self.tr("Show all &licences")).clicked.connect(
                self._open_notices
            )
        dialog.open()

    @Slot()
    def _open_notices(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._notices_file)))

    # -- inside ------------------------------------------------------------------------------

    def _work(self, read: Callable[[], None], _must_stop: Callable[[], bool]) -> None:
        """In the thread: a file that cannot be read is told, not lost."""
        ending = attempt(read)
        if ending.error is not None:
            self._failed.emit(ending.error)

    @Slot(object)
    def _tell_failure(self, error: SdstudioError) -> None:
        self._banner.tell(Notice(text=sentence(error), is_error=True, key="help"))


def _open_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
