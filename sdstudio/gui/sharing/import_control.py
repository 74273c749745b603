"""Between the window, what is dropped on it, and the thread that imports."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from sdstudio.gallery.importing import ImportProgress
from sdstudio.gallery.naming import PICTURE_ENDINGS
from sdstudio.gui.banner import Banner, Notice
from sdstudio.gui.dialogs import LinesDialog
from sdstudio.gui.gallery_model import count_text
from sdstudio.gui.icons import IconSet
from sdstudio.gui.numbers import listed, whole
from sdstudio.gui.sentences import in_sequence, sentence
from sdstudio.gui.sharing.importer import Imported, Importer, ImportJob, Inspected
from sdstudio.gui.sharing.task_row import TaskRow
from sdstudio.request import GalleryItem, SdstudioError
from sdstudio.settings import Settings

if TYPE_CHECKING:
    from sdstudio.gui.sharing.drop_dialog import DropDialog
    from sdstudio.gui.sharing.import_dialog import ImportDialog

_SAID = 6000
"""Milliseconds that the status bar tells of a watched folder."""


class ImportControl(QObject):
    """Asks, imports, and tells what became of it. GUI thread only."""

    reuse_wanted = Signal(object, str)
    """A dropped picture as a GalleryItem, which need not be in the gallery, and a Scope."""
    changed = Signal()
    """Something worth remembering has changed; see ``settings_values``."""

    def __init__(
        self,
        settings: Settings,
        importer: Importer,
        banner: Banner,
        icons: IconSet,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._importer = importer
        self._banner = banner
        self._icons = icons
        self._window = window
        self._last = ImportJob(
            paths=(Path(settings.import_folder),) if settings.import_folder else (),
            copies=settings.import_copies,
        )
        self._has_begun = False
        self._running = 0
        self._unreadable: tuple[Path, ...] = ()
        self._inspecting: Path | None = None
        self._dropped: Inspected | None = None
        self.dialog: ImportDialog | None = None
        self.drop_dialog: DropDialog | None = None
        self.row = TaskRow("import", self.tr("Stop importing"), icons)
        window.statusBar().addPermanentWidget(self.row)
        self.row.hide()
        self.row.stop_wanted.connect(importer.cancel)
        importer.progressed.connect(self._progressed)
        importer.done.connect(self._done)
        importer.inspected.connect(self._inspected)
        importer.failed.connect(self._failed)

    @Slot()
    def begin(self) -> None:
        """The app has come to rest: looks at the watched folders, once."""
        if not self._has_begun:
            self._has_begun = True
            self._importer.begin()

    @Slot()
    def ask(self) -> None:
        """Asks which folder to import."""
        self._open_dialog(())

    @Slot(object)
    def ask_about(self, paths: list[Path]) -> None:
        """Asks how to import files and folders that were dropped."""
        self._open_dialog(tuple(paths))

    @Slot(object)
    def take(self, paths: list[Path]) -> None:
        """Something was dropped where settings are used: one picture may have some."""
        if len(paths) == 1 and paths[0].suffix.lower() in PICTURE_ENDINGS:
            self._inspecting = paths[0]
            self._importer.inspect(paths[0])
        else:
            self.ask_about(paths)

    def settings_values(self, base: Settings) -> Settings:
        """``base`` with the choices made last."""
        folder = str(self._last.paths[0]) if self._last.paths else ""
        return replace(base, import_folder=folder, import_copies=self._last.copies)

    # -- asking ------------------------------------------------------------------------------

    def _open_dialog(self, dropped: tuple[Path, ...]) -> None:
        if self.dialog is not None:
            return
        from sdstudio.gui.sharing.import_dialog import ImportDialog

        self.dialog = ImportDialog(self._last, self._icons, self._window, dropped=dropped)
        self.dialog.import_wanted.connect(self._import)
        self.dialog.add_wanted.connect(self._importer.add_folder)
        self.dialog.forget_wanted.connect(self._importer.forget_folder)
        self.dialog.finished.connect(self._forget_dialog)
        self._importer.watched.connect(self.dialog.show_watched)
        self.dialog.open()
        self._has_begun = True
        self._importer.begin()

    @Slot()
    def _forget_dialog(self) -> None:
        self.dialog = None

    @Slot(object)
    def _import(self, job: ImportJob) -> None:
        is_folder = self.dialog is None or not self.dialog.is_of_dropped
        self._last = ImportJob(
            paths=job.paths if is_folder else self._last.paths, copies=job.copies
        )
        self.changed.emit()
        self._running += 1
        self.row.tell(self.tr("Importing…"), 0, 0)
        self._importer.run(job)

    @Slot(object)
    def _inspected(self, found: Inspected) -> None:
        if found.path != self._inspecting or self.drop_dialog is not None:
            return
        self._inspecting = None
        picture = found.picture
        if picture is None or (picture.request is None and not picture.approximations):
            # Nothing to take over: what is left is the picture itself.
            self.ask_about([found.path])
            return
        from sdstudio.gui.sharing.drop_dialog import DropDialog

        self.drop_dialog = DropDialog(found, self._icons, self._window)
        self._dropped = found
        self.drop_dialog.use_wanted.connect(self._use)
        self.drop_dialog.import_wanted.connect(self._import_one)
        self.drop_dialog.finished.connect(self._forget_drop_dialog)
        self.drop_dialog.open()

    @Slot()
    def _forget_drop_dialog(self) -> None:
        self.drop_dialog = None

    @Slot()
    def _use(self) -> None:
        found = self._dropped
        if found is None or found.picture is None:
            return
        picture = found.picture
        item = GalleryItem(
            id=0,
            path=found.path,
            width=picture.width,
            height=picture.height,
            created_at=picture.created_at or 0.0,
            request=picture.request,
            provenance=picture.provenance,
            is_exact=picture.is_exact,
        )
        self.reuse_wanted.emit(item, "all")

    @Slot(object)
    def _import_one(self, path: Path) -> None:
        self.ask_about([path])

    # -- telling -----------------------------------------------------------------------------

    @Slot(object)
    def _progressed(self, progress: ImportProgress) -> None:
        if self._running:
            text = self.tr("Importing: {done} of {total}").format(
                done=whole(progress.done), total=whole(progress.total)
            )
            self.row.tell(text, progress.done, progress.total)

    @Slot(object)
    def _done(self, end: Imported) -> None:
        if end.folder is not None:
            self._tell_of_watched(end)
            return
        self._running -= 1
        if not self._running:
            self.row.hide()
        if end.error is not None:
            self._banner.tell(Notice(text=sentence(end.error), is_error=True, key="imported"))
            return
        self._unreadable = end.report.unreadable
        notice = Notice(text=self._words(end), key="imported")
        if self._unreadable:
            notice = replace(
                notice, is_error=True, action=self.tr("Details…"), run=self._show_unreadable
            )
        self._banner.tell(notice)

    def _words(self, end: Imported) -> str:
        report = end.report
        text = self.tr("Imported: {pictures}.")
        if report.is_stopped:
            text = self.tr("The import was stopped. Imported: {pictures}.")
        parts = [text.format(pictures=count_text(len(report.ids)))]
        if report.known:
            text = self.tr("In the gallery already: {count}.")
            parts.append(text.format(count=whole(report.known)))
        if report.duplicates:
            text = self.tr("There under another name: {count}.")
            parts.append(text.format(count=whole(report.duplicates)))
        if unread := report.unreadable:
            text = self.tr("Could not be read: {count}, such as “{name}”.")
            parts.append(text.format(count=whole(len(unread)), name=unread[0].name))
        return in_sequence(parts)

    def _tell_of_watched(self, end: Imported) -> None:
        if end.error is not None:
            self._banner.tell(Notice(text=sentence(end.error), is_error=True, key="watched"))
            return
        assert end.folder is not None
        parts = []
        added = len(end.report.ids) + end.report.returned
        if added:
            parts.append(self.tr("new: {count}").format(count=whole(added)))
        if end.report.missing:
            parts.append(self.tr("gone: {count}").format(count=whole(end.report.missing)))
        text = self.tr("{folder}: {changes}").format(folder=end.folder.name, changes=listed(parts))
        self._window.statusBar().showMessage(text, _SAID)

    def _show_unreadable(self) -> None:
        lines = [str(path) for path in self._unreadable]
        LinesDialog(self.tr("Files that could not be read"), lines, self._window).open()

    @Slot(object)
    def _failed(self, error: SdstudioError) -> None:
        self._banner.tell(Notice(text=sentence(error), is_error=True, key="watched"))
