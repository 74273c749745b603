"""Pictures of the gallery written for the world outside, off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sdstudio.gallery.exporting import (
    SHEET_NAME,
    ExportOptions,
    ExportReport,
    export_pictures,
    export_sheet,
)
from sdstudio.gallery.store import Gallery
from sdstudio.gui.job_thread import JobThread, attempt
from sdstudio.request import GalleryItem, SdstudioError

SHEET = "sheet"
"""In the place of a format: all pictures on one contact sheet."""
_PAGE = 200
"""Pictures of which all is known at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureExportChoice:
    """An export as the user wants it; ``kind`` is a format of ``ExportOptions`` or ``SHEET``."""

    folder: Path
    kind: str = "png"
    quality: int = 90
    keeps_settings: bool = True
    name: str = "{name}"

    def options(self) -> ExportOptions | None:
        """None for a contact sheet.

        Raises:
            InvalidRequest: see ``ExportOptions``.
        """
        for format in ("png", "jpeg", "webp"):
            if self.kind == format:
                return ExportOptions(
                    format=format,
                    quality=self.quality,
                    keeps_settings=self.keeps_settings,
                    name=self.name,
                )
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureExportJob:
    """Pictures, by id and in this order, and the folder they go to.

    As files of their own, or on one contact sheet where ``options`` is None.
    """

    ids: tuple[int, ...]
    folder: Path
    options: ExportOptions | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PicturesExported:
    """The end of an export. ``written`` are the pictures that are in the folder.

    The report is whole unless it was cancelled or has an ``error``.
    """

    job: PictureExportJob
    report: ExportReport
    written: int = 0
    error: SdstudioError | None = None
    is_cancelled: bool = False


class PictureExporter(QObject):
    """Makes one export after the other; returns at once and tells the end of each.

    GUI thread only.
    """

    progressed = Signal(int, int)
    """Pictures of the export under way that are done, and how many it has."""
    done = Signal(object)
    """PicturesExported: exactly one for each export, after its progress."""

    def __init__(self, open_gallery: Callable[[], Gallery], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_gallery = open_gallery
        self._jobs = JobThread("picture exporter")

    def export(self, job: PictureExportJob) -> None:
        """Writes pictures; waits its turn behind an earlier export."""
        self._jobs.start(self._make, job)

    def cancel(self) -> None:
        """Stops everything asked for so far; files that are whole stay."""
        self._jobs.cancel()

    def close(self) -> None:
        """Stops everything and waits for it; a moment, not the whole export."""
        self._jobs.close()

    def _make(self, job: PictureExportJob, must_stop: Callable[[], bool]) -> None:
        report = ExportReport()
        written = 0

        def progress(done: int) -> None:
            nonlocal written
            written = done
            self.progressed.emit(done, len(job.ids))

        def work() -> None:
            nonlocal report
            with self._open_gallery() as gallery:
                items = _items(gallery, job.ids)
                if job.options is None:
                    sheet = job.folder / SHEET_NAME
                    report = export_sheet(items, sheet, progress, must_stop)
                else:
                    report = export_pictures(items, job.folder, job.options, progress, must_stop)

        end = attempt(work)
        if job.options is None and (end.is_cancelled or end.error is not None):
            written = 0
        self.done.emit(
            PicturesExported(
                job=job,
                report=report,
                written=written - len(report.unreadable),
                error=end.error,
                is_cancelled=end.is_cancelled,
            )
        )


def _items(gallery: Gallery, ids: tuple[int, ...]) -> Iterator[GalleryItem]:
    for start in range(0, len(ids), _PAGE):
        yield from gallery.items(ids[start : start + _PAGE])
