"""Pictures from elsewhere, imported and watched for in a thread that nothing else waits for."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from sdstudio.files import TEMPORARY_SUFFIX
from sdstudio.gallery.importing import (
    ImportProgress,
    ImportReport,
    import_new,
    import_pictures,
)
from sdstudio.gallery.metadata import (
    PictureMetadata,
    UnreadablePicture,
    make_thumbnail,
    read_picture,
)
from sdstudio.gallery.naming import TRAJECTORY_ENDING
from sdstudio.gallery.store import Gallery
from sdstudio.gallery.watched import WatchedFolder
from sdstudio.gui.decoding import decode
from sdstudio.gui.job_thread import Ending, JobThread, attempt
from sdstudio.request import Cancelled, SdstudioError

if TYPE_CHECKING:
    from sdstudio.watching import FolderWatch

_TELL_EVERY = 0.1
_GROW_EVERY = 1.0
"""Seconds; showing a longer list costs the window a moment."""
_OUR_OWN = (".xmp", TEMPORARY_SUFFIX, TRAJECTORY_ENDING)
"""Endings of what the app itself writes beside pictures."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportJob:
    """Folders and files to import; the folders are watched from then on if ``watches``."""

    paths: tuple[Path, ...]
    copies: bool = False
    recursive: bool = True
    watches: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The end of an import: its report, unless it has an ``error``.

    ``folder`` is the watched folder that was looked at; None for what the user asked for.
    """

    report: ImportReport
    error: SdstudioError | None = None
    folder: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WatchState:
    """A watched folder, and whether it is there at the moment."""

    folder: WatchedFolder
    is_there: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """What a file that was dropped says of itself; ``picture`` is None where it is no picture.

    ``thumbnail`` is null then.
    """

    path: Path
    picture: PictureMetadata | None
    thumbnail: QImage


class Importer(QObject):
    """Imports one thing after the other and keeps up with watched folders.

    The methods return at once; any thread may call them.
    """

    progressed = Signal(object)
    """ImportProgress of what the user asked for: at most ten in a second."""
    grew = Signal()
    """The gallery has more pictures, or fewer: once a second, and at the end."""
    done = Signal(object)
    """Imported: one for each import, after its progress; of watched folders if there was news."""
    watched = Signal(object)
    """tuple of WatchState: when asked, and whenever they have changed."""
    inspected = Signal(object)
    """Inspected."""
    failed = Signal(object)
    """SdstudioError: watched folders could not be read or changed."""

    def __init__(self, open_gallery: Callable[[], Gallery], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._open_gallery = open_gallery
        self._jobs = JobThread("importer")
        # Of its own, so that a dropped picture need not wait for ten thousand others.
        self._reader = JobThread("dropped pictures")
        self._lock = threading.Lock()
        self._looked_for: set[Path] = set()
        self._watch: FolderWatch | None = None
        self._watched: tuple[WatchedFolder, ...] = ()
        self._tell_at = self._grow_at = 0.0

    # -- from any thread ---------------------------------------------------------------------

    def begin(self) -> None:
        """Looks at all watched folders, and watches them from then on."""
        self._jobs.start(self._settle)

    def run(self, job: ImportJob) -> None:
        """Imports something; it waits its turn behind an earlier import."""
        self._jobs.start(self._import, job)

    def cancel(self) -> None:
        """Stops all imports asked for so far; what they have brought stays."""
        self._jobs.cancel()

    def add_folder(self, folder: Path, copies: bool) -> None:
        """Has a folder watched, after what is in it now was imported."""
        self._jobs.start(self._change, lambda gallery: gallery.watch(folder, copy=copies))

    def forget_folder(self, folder: Path) -> None:
        """Has a folder no longer watched; its pictures stay in the gallery."""
        self._jobs.start(self._change, lambda gallery: gallery.unwatch(folder))

    def inspect(self, path: Path) -> None:
        """Reads what a picture says of itself, without importing it."""
        self._reader.start(self._inspect, path)

    def close(self) -> None:
        """Stops everything and waits for it; a moment, not the whole import."""
        self._reader.close()
        self._jobs.close()
        if self._watch is not None:
            self._watch.close()

    # -- in the threads ----------------------------------------------------------------------

    def _import(self, job: ImportJob, must_stop: Callable[[], bool]) -> None:
        report = ImportReport(is_stopped=True)

        def work() -> None:
            nonlocal report
            with self._open_gallery() as gallery:
                report = import_pictures(
                    gallery,
                    job.paths,
                    copy=job.copies,
                    recursive=job.recursive,
                    progress=self._tell,
                    should_stop=must_stop,
                )
                if job.watches and not report.is_stopped:
                    for folder in job.paths:
                        if folder.is_dir():
                            gallery.watch(folder, copy=job.copies)

        ending = attempt(work)
        self.grew.emit()
        self.done.emit(Imported(report=report, error=ending.error))
        if job.watches:
            self._settle(must_stop)

    def _tell(self, progress: ImportProgress) -> None:
        now = time.monotonic()
        if now >= self._tell_at:
            self._tell_at = now + _TELL_EVERY
            self.progressed.emit(progress)
        self._tell_grown(progress)

    def _tell_grown(self, _progress: ImportProgress) -> None:
        now = time.monotonic()
        if now >= self._grow_at:
            self._grow_at = now + _GROW_EVERY
            self.grew.emit()

    def _change(self, change: Callable[[Gallery], None], must_stop: Callable[[], bool]) -> None:
        def work() -> None:
            with self._open_gallery() as gallery:
                change(gallery)

        if not self._tell_failure(attempt(work)):
            self._settle(must_stop)

    def _settle(self, _must_stop: Callable[[], bool]) -> None:
        """Watches the folders that are to be, and looks what is new in those that were not."""
        folders: tuple[WatchedFolder, ...] = ()

        def work() -> None:
            nonlocal folders
            with self._open_gallery() as gallery:
                folders = gallery.watched_folders()

        if self._tell_failure(attempt(work)) or self._jobs.is_closed():
            return
        self.watched.emit(
            tuple(WatchState(folder=one, is_there=one.path.is_dir()) for one in folders)
        )
        before, self._watched = self._watched, folders
        if folders == before:
            return
        if self._watch is not None:
            self._watch.close()
            self._watch = None
        if folders:
            # Here, in a thread: watchdog takes a while to import.
            from sdstudio.watching import FolderWatch

            self._watch = FolderWatch([one.path for one in folders], self._folders_changed)
        for one in folders:
            if one not in before:
                self._look(one.path)

    def _folders_changed(self, paths: frozenset[Path]) -> None:
        """In the watch's thread."""
        told = [path for path in paths if not path.name.endswith(_OUR_OWN)]
        for one in self._watched:
            # The folder itself, when it is back, or something in it.
            if any(path.is_relative_to(one.path) for path in told):
                self._look(one.path)

    def _look(self, folder: Path) -> None:
        with self._lock:
            if folder in self._looked_for:
                return
            self._looked_for.add(folder)
        self._jobs.start(self._keep_up, folder)

    def _keep_up(self, folder: Path, _must_stop: Callable[[], bool]) -> None:
        """Not stopped with imports: it would miss what nothing tells of a second time."""
        with self._lock:
            self._looked_for.discard(folder)
        report = ImportReport()

        def work() -> None:
            nonlocal report
            with self._open_gallery() as gallery:
                report = import_new(
                    gallery,
                    folder,
                    progress=self._tell_grown,
                    should_stop=self._jobs.is_closed,
                )

        ending = attempt(work)
        if ending.error is not None or report.ids or report.missing or report.returned:
            self.grew.emit()
            self.done.emit(Imported(report=report, error=ending.error, folder=folder))

    def _tell_failure(self, ending: Ending) -> bool:
        if ending.error is not None:
            self.failed.emit(ending.error)
        return ending.error is not None

    def _inspect(self, path: Path, must_stop: Callable[[], bool]) -> None:
        found = Inspected(path=path, picture=None, thumbnail=QImage())

        def work() -> None:
            nonlocal found
            if must_stop():
                raise Cancelled
            with suppress(UnreadablePicture):
                picture = read_picture(path)
                thumbnail = decode(make_thumbnail(path), "WEBP")
                found = Inspected(path=path, picture=picture, thumbnail=thumbnail)

        if not attempt(work).is_cancelled:
            self.inspected.emit(found)
