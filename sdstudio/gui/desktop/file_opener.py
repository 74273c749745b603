"""Files that the desktop wants shown: by a double-click, the command line, or another start."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from sdstudio.gallery.store import Gallery
from sdstudio.gui.banner import Notice
from sdstudio.gui.desktop.opening import Opening
from sdstudio.gui.desktop.sorting import SortedFiles, sort_files
from sdstudio.gui.dialogs import LinesDialog
from sdstudio.gui.job_thread import JobThread, attempt
from sdstudio.gui.main_window import MainWindow
from sdstudio.gui.sharing.import_control import ImportControl

_TOGETHER = 250
"""Milliseconds in which files count as opened together: some desktops start the app, or call it,
once for each of them. Also how often it is looked whether a window that asks is closed."""
_KEY = "opened"
_log = logging.getLogger(__name__)


class FileOpener(QObject):
    """Shows pictures of the gallery, offers the settings of others, and loads models.

    Files wait until the gallery is listed, and while a window asks something. GUI thread only.
    """

    models_wanted = Signal(object)
    """list of Path: whole models, LoRAs and the like."""
    _sorted = Signal(object)

    def __init__(
        self,
        open_gallery: Callable[[], Gallery],
        importing: ImportControl,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._open_gallery = open_gallery
        self._importing = importing
        self._window = window
        self._jobs = JobThread("opened files")
        self._is_ready = False
        self._waiting: dict[Path, None] = {}
        self._wanted: tuple[int, ...] = ()
        self._unopened: tuple[Path, ...] = ()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TOGETHER)
        self._timer.timeout.connect(self._go)
        self._sorted.connect(self._show)

    @Slot(object)
    def take(self, opening: Opening) -> None:
        """Another start has handed this over: the window comes to the front and shows it."""
        if opening.token:
            # Where Qt looks for it when a window is activated, under Wayland.
            os.environ["XDG_ACTIVATION_TOKEN"] = opening.token
        self._window.come_to_front()
        os.environ.pop("XDG_ACTIVATION_TOKEN", None)
        self.open(opening.paths)

    @Slot(object)
    def open_one(self, path: Path) -> None:
        """Shows one file, with others that come right after it."""
        self.open([path])

    def open(self, paths: Iterable[Path]) -> None:
        """Shows files and folders, given as absolute paths."""
        before = len(self._waiting)
        self._waiting.update(dict.fromkeys(paths))
        if len(self._waiting) > before:
            _log.info("asked to show %d files", len(self._waiting) - before)
            self._timer.start()

    @Slot()
    def begin(self) -> None:
        """The gallery is listed, or there is none this time."""
        self._is_ready = True
        if self._waiting and not self._timer.isActive():
            self._timer.start()
        if self._wanted:
            wanted, self._wanted = self._wanted, ()
            self._show_pictures(wanted)

    def close(self) -> None:
        """Ends the thread."""
        self._jobs.close()

    @Slot()
    def _go(self) -> None:
        if not self._is_ready:
            return
        if self._importing.drop_dialog is not None:
            # It asks about the picture opened before, and this is the one wanted now.
            self._importing.drop_dialog.reject()
        if QApplication.activeModalWidget() is not None:
            self._timer.start()
            return
        paths, self._waiting = tuple(self._waiting), {}
        self._jobs.start(self._sort, paths)

    # -- in the thread -----------------------------------------------------------------------

    def _sort(self, paths: tuple[Path, ...], _must_stop: Callable[[], bool]) -> None:
        def look() -> None:
            with self._open_gallery() as gallery:
                self._sorted.emit(sort_files(paths, gallery.id_at))

        if attempt(look).error is not None:
            # That there is no gallery is told elsewhere; files can be shown without one.
            self._sorted.emit(sort_files(paths, _knows_none))

    # -- in the GUI thread -------------------------------------------------------------------

    @Slot(object)
    def _show(self, files: SortedFiles) -> None:
        if files.ids:
            self._show_listed(files.ids)
        if files.pictures:
            self._importing.take(list(files.pictures))
        if files.models:
            self.models_wanted.emit(list(files.models))
        self._tell_unopened(files)

    def _show_listed(self, ids: tuple[int, ...]) -> None:
        model, finding = self._window.gallery_model, self._window.finding
        if all(model.index_of(id).isValid() for id in ids):
            self._show_pictures(ids)
            return
        # They come with the list, once that is no longer narrowed or is as new as they are.
        self._wanted = ids
        finding.show_all()

    def _show_pictures(self, ids: tuple[int, ...]) -> None:
        """The first with its settings; all of them are chosen."""
        window = self._window
        window.show_gallery_page()
        window.gallery.choose(ids[0])
        window.gallery_panel.view.choose_all(ids)
        window.actions_of_window.show_details.setChecked(True)
        if window.viewing.id is not None:
            # Full size lies before the window.
            window.viewing.open(ids[0])

    def _tell_unopened(self, files: SortedFiles) -> None:
        self._unopened = (*files.missing, *files.others)
        count = len(self._unopened)
        if not count:
            return
        name = self._unopened[0].name
        if count > 1:
            told = self.tr("%Ln file(s) could not be opened, such as “{name}”.", "", count)
            self._window.tell(
                Notice(
                    text=told.format(name=name),
                    is_error=True,
                    key=_KEY,
                    action=self.tr("Details…"),
                    run=self._show_unopened,
                )
            )
            return
        if files.missing:
            told = self.tr("There is no file “{path}”.").format(path=files.missing[0])
        else:
            told = self.tr("“{name}” is neither a picture nor a model.").format(name=name)
        self._window.tell(Notice(text=told, is_error=True, key=_KEY))

    def _show_unopened(self) -> None:
        lines = [str(path) for path in self._unopened]
        LinesDialog(self.tr("Files that could not be opened"), lines, self._window).open()


def _knows_none(_path: Path) -> None:
    return None
