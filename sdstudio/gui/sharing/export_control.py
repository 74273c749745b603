"""Between the gallery, the window that asks how to export, and the thread that does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMainWindow

from sdstudio.gui.banner import Banner, Notice
from sdstudio.gui.dialogs import LinesDialog
from sdstudio.gui.gallery_model import count_text
from sdstudio.gui.icons import IconSet
from sdstudio.gui.numbers import whole
from sdstudio.gui.sentences import in_sequence, sentence
from sdstudio.gui.sharing.picture_exporter import (
    PictureExportChoice,
    PictureExporter,
    PictureExportJob,
    PicturesExported,
)
from sdstudio.gui.sharing.task_row import TaskRow
from sdstudio.settings import Settings

if TYPE_CHECKING:
    from sdstudio.gui.sharing.picture_export_dialog import PictureExportDialog


class PictureExportControl(QObject):
    """Asks, exports, and tells what became of it. GUI thread only."""

    changed = Signal()
    """Something worth remembering has changed; see ``settings_values``."""

    def __init__(
        self,
        settings: Settings,
        chosen_ids: Callable[[], list[int]],
        exporter: PictureExporter,
        banner: Banner,
        icons: IconSet,
        window: QMainWindow,
    ) -> None:
        """``chosen_ids`` gives the pictures that the user means."""
        super().__init__(window)
        self._chosen_ids = chosen_ids
        self._exporter = exporter
        self._banner = banner
        self._icons = icons
        self._window = window
        self._choice = PictureExportChoice(
            folder=Path(settings.export_folder or Path.home()),
            kind=settings.export_format,
            quality=settings.export_quality,
            keeps_settings=settings.export_keeps_settings,
            name=settings.export_name,
        )
        self._ids: tuple[int, ...] = ()
        self._last: PicturesExported | None = None
        self.dialog: PictureExportDialog | None = None
        self.row = TaskRow("export", self.tr("Stop exporting"), icons)
        window.statusBar().addPermanentWidget(self.row)
        self.row.hide()
        self.row.stop_wanted.connect(exporter.cancel)
        exporter.progressed.connect(self._progressed)
        exporter.done.connect(self._done)

    @Slot()
    def ask(self) -> None:
        """Asks how to export the pictures that are chosen."""
        ids = self._chosen_ids()
        if not ids or self.dialog is not None:
            return
        self._ids = tuple(ids)
        from sdstudio.gui.sharing.picture_export_dialog import PictureExportDialog

        self.dialog = PictureExportDialog(len(ids), self._choice, self._icons, self._window)
        self.dialog.export_wanted.connect(self._export)
        self.dialog.finished.connect(self._forget_dialog)
        self.dialog.open()

    def settings_values(self, base: Settings) -> Settings:
        """``base`` with the choices made last."""
        choice = self._choice
        return replace(
            base,
            export_folder=str(choice.folder) if choice.folder != Path.home() else "",
            export_format=choice.kind,
            export_quality=choice.quality,
            export_keeps_settings=choice.keeps_settings,
            export_name=choice.name,
        )

    @Slot()
    def _forget_dialog(self) -> None:
        self.dialog = None

    @Slot(object)
    def _export(self, choice: PictureExportChoice) -> None:
        self._choice = choice
        self.changed.emit()
        self.row.tell(self.tr("Exporting…"), 0, 0)
        self._exporter.export(
            PictureExportJob(ids=self._ids, folder=choice.folder, options=choice.options())
        )

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        text = self.tr("Exporting: {done} of {total}").format(done=whole(done), total=whole(total))
        self.row.tell(text, done, total)

    @Slot(object)
    def _done(self, end: PicturesExported) -> None:
        self.row.hide()
        self._last = end
        if end.error is not None:
            self._banner.tell(
                Notice(text=sentence(end.error), is_error=True, key="pictures exported")
            )
            return
        unread = len(end.report.unreadable)
        notice = Notice(text=self._words(end), is_error=bool(unread), key="pictures exported")
        if unread:
            notice = replace(notice, action=self.tr("Details…"), run=self._show_unreadable)
        elif end.written:
            notice = replace(notice, action=self.tr("Open the folder"), run=self._open_folder)
        self._banner.tell(notice)

    def _words(self, end: PicturesExported) -> str:
        pictures = count_text(end.written)
        if end.is_cancelled:
            text = self.tr("The export was stopped. In “{folder}”: {pictures}.")
        elif end.job.options is None:
            text = self.tr("Contact sheet in “{folder}”: {pictures}.")
        else:
            text = self.tr("Exported to “{folder}”: {pictures}.")
        parts = [text.format(folder=end.job.folder, pictures=pictures)]
        if unread := len(end.report.unreadable):
            parts.append(self.tr("Could not be read: {count}.").format(count=whole(unread)))
        if without := len(end.report.without_settings):
            parts.append(
                self.tr("Without settings, for which the format has no room: {count}.").format(
                    count=whole(without)
                )
            )
        return in_sequence(parts)

    def _show_unreadable(self) -> None:
        if self._last is not None:
            lines = [str(path) for path in self._last.report.unreadable]
            LinesDialog(self.tr("Pictures that could not be read"), lines, self._window).open()

    def _open_folder(self) -> None:
        if self._last is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._last.job.folder)))
