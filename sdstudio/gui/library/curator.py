"""The models of this machine: looked for, watched, verified and thrown away in threads."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sdstudio.gallery.trash import MoveToTrash
from sdstudio.models.details import ModelUses, uses_of
from sdstudio.models.folder_files import INCOMPLETE_SUFFIX
from sdstudio.models.library_settings import (
    Change,
    LibrarySettings,
    load_library,
    update_library,
)
from sdstudio.models.removal import check_removable, put_back
from sdstudio.models.scanning import LibraryModel, find_hub_cache, scan
from sdstudio.models.verification import verify
from sdstudio.paths import Paths
from sdstudio.request import Cancelled, SdstudioError, UnsupportedModel

if TYPE_CHECKING:
    from sdstudio.watching import FolderWatch

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What is on this machine: the models, what is remembered of them, and the folders that are
    looked through but are not there.
    """

    models: tuple[LibraryModel, ...]
    settings: LibrarySettings
    absent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """How far a verification is. ``error`` is what is wrong with the model; with ``is_done`` and
    no error it is whole. ``files`` were read, ``recorded`` of them for the first time.
    """

    reference: str
    done_bytes: int = 0
    total_bytes: int = 0
    is_done: bool = False
    files: int = 0
    recorded: int = 0
    error: SdstudioError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A model that is in the trash; ``trashed`` is where, if the system tells. ``before`` is what
    was remembered until then.
    """

    model: LibraryModel
    trashed: Path | None
    before: LibrarySettings


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """A model that the user wants to remove, and what else uses it."""

    model: LibraryModel
    uses: ModelUses


class Curator(QObject):
    """Owns the scan and all that is done with models. The methods return at once.

    Verifying has a thread of its own: it takes as long as the disk, and a scan should not wait.
    """

    collected = Signal(object)
    """Shelf: at first, and whenever something has changed."""
    scanning = Signal()
    """The folders are being looked through."""
    verified = Signal(object)
    """Verification: at most ten in a second, and one that is done."""
    surveyed = Signal(object)
    """Usage: the model may be removed, if the user still wants it."""
    removed = Signal(object)
    """Removed."""
    failed = Signal(object)
    """SdstudioError: something asked for could not be done."""

    def __init__(
        self,
        paths: Paths,
        move_to_trash: MoveToTrash,
        count_pictures: Callable[[str], int],
        parent: QObject | None = None,
    ) -> None:
        """``count_pictures`` tells how many pictures were made with a reference; in a thread."""
        super().__init__(parent)
        self._count_pictures = count_pictures
        self._paths = paths
        self._move_to_trash = move_to_trash
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="curator")
        self._verifier = ThreadPoolExecutor(max_workers=1, thread_name_prefix="verifier")
        self._lock = threading.Lock()
        self._is_scan_asked = False
        self._is_closed = threading.Event()
        self._stop = threading.Event()
        self._watch: FolderWatch | None = None
        self._watched: tuple[Path, ...] = ()

    # -- from any thread ---------------------------------------------------------------------

    def scan(self) -> None:
        """Looks through all folders, and watches them from then on."""
        with self._lock:
            if self._is_scan_asked or self._is_closed.is_set():
                return
            self._is_scan_asked = True
            self._pool.submit(self._guarded, self._scan)

    def add(self, path: Path) -> None:
        """Adds a model's folder or file to the opened ones, and any other folder to those that are
        looked through.
        """
        self._ask(self._add, path)

    def change(self, change: Change) -> None:
        """Changes what is remembered, and looks again."""
        self._ask(self._change, change)

    def verify(self, model: LibraryModel) -> None:
        """Reads all of a model; an earlier verification is given up."""
        self.stop_verifying()
        if not self._is_closed.is_set():
            self._verifier.submit(self._guarded, self._verify, model, self._stop)

    def stop_verifying(self) -> None:
        """Gives up the verification under way."""
        self._stop.set()
        self._stop = threading.Event()

    def survey(self, model: LibraryModel) -> None:
        """Looks whether a model may be removed, and what else uses it."""
        self._ask(self._survey, model)

    def remove(self, model: LibraryModel) -> None:
        """Moves a model to the trash; refused for what is not the user's."""
        self._ask(self._remove, model)

    def bring_back(self, removed: Removed) -> None:
        """Takes a model out of the trash."""
        self._ask(self._bring_back, removed)

    def close(self) -> None:
        """Gives up what can be given up, and waits for the rest: a scan, or a move."""
        with self._lock:
            self._is_closed.set()
        self._stop.set()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._verifier.shutdown(wait=True, cancel_futures=True)
        if self._watch is not None:
            self._watch.close()

    # -- in the threads ----------------------------------------------------------------------

    def _ask(self, work: Callable[..., None], *arguments: object) -> None:
        with self._lock:
            if not self._is_closed.is_set():
                self._pool.submit(self._guarded, work, *arguments)

    def _guarded(self, work: Callable[..., None], *arguments: object) -> None:
        try:
            work(*arguments)
        except Cancelled:
            pass
        except SdstudioError as error:
            self.failed.emit(error)
        except Exception:
            _log.exception("the library could not do what was asked")
            self.failed.emit(
                SdstudioError("The library could not do this.", "The log has the details.")
            )

    def _scan(self) -> None:
        with self._lock:
            self._is_scan_asked = False
        self.scanning.emit()
        settings, complaint = load_library(self._paths)
        if complaint:
            _log.warning("%s", complaint)
        models = scan(
            self._paths.resources,
            opened=settings.opened,
            roots=(str(self._paths.models), *settings.roots),
            hub_cache=find_hub_cache(),
        )
        absent = tuple(root for root in settings.roots if not Path(root).expanduser().is_dir())
        self._watch_folders(settings)
        self.collected.emit(Shelf(models=tuple(models), settings=settings, absent=absent))

    def _watch_folders(self, settings: LibrarySettings) -> None:
        roots = (Path(root).expanduser() for root in settings.roots)
        wanted = (self._paths.models, *roots)
        if self._is_closed.is_set() or (self._watch is not None and wanted == self._watched):
            return
        if self._watch is not None:
            self._watch.close()
        # Here, in a thread: watchdog takes a while to import.
        from sdstudio.watching import FolderWatch

        self._watched = wanted
        self._watch = FolderWatch(wanted, self._folders_changed)

    def _folders_changed(self, paths: frozenset[Path]) -> None:
        # A download writes all the time, and is no model before it ends.
        if not all(INCOMPLETE_SUFFIX in str(path) for path in paths):
            self.scan()

    def _add(self, path: Path) -> None:
        chosen = str(path.expanduser().absolute())
        if path.is_dir() and not (path / "model_index.json").exists():
            self._change(lambda now: now.with_root(chosen))
        elif path.is_dir() or path.suffix.lower() == ".safetensors":
            self._change(lambda now: now.with_opened(chosen))
        else:
            raise UnsupportedModel(
                "“{path}” is neither a folder nor a safetensors file.",
                "Choose a folder of models, or a file that ends in .safetensors.",
                path=path,
            )

    def _change(self, change: Change) -> None:
        update_library(self._paths, change)
        self._scan()

    def _verify(self, model: LibraryModel, stop: threading.Event) -> None:
        told = Verification(reference=model.reference)
        next_at = 0

        def tell(done: int, total: int) -> None:
            nonlocal next_at
            # A hundred steps are enough for a bar.
            if done >= next_at:
                next_at = done + total // 100
                self.verified.emit(replace(told, done_bytes=done, total_bytes=total))

        try:
            found = verify(
                model.path,
                self._paths.database_file.with_name("model-checksums.json"),
                progress=tell,
                must_stop=stop.is_set,
            )
        except Cancelled:
            return
        except SdstudioError as error:
            self.verified.emit(replace(told, is_done=True, error=error))
            return
        self.verified.emit(replace(told, is_done=True, files=found.files, recorded=found.recorded))

    def _survey(self, model: LibraryModel) -> None:
        settings, _complaint = load_library(self._paths)
        check_removable(model, (str(self._paths.models), *settings.roots, *settings.opened))
        uses = uses_of(model, settings, self._count_pictures)
        self.surveyed.emit(Usage(model=model, uses=uses))

    def _remove(self, model: LibraryModel) -> None:
        settings, _complaint = load_library(self._paths)
        trashed = self._move_to_trash(model.path)
        update_library(self._paths, lambda now: now.without_model(model.reference))
        self.removed.emit(Removed(model=model, trashed=trashed, before=settings))
        self._scan()

    def _bring_back(self, removed: Removed) -> None:
        if removed.trashed is not None:
            put_back(removed.trashed, removed.model.path)
        before, reference = removed.before, removed.model.reference

        def change(now: LibrarySettings) -> LibrarySettings:
            if reference in before.opened:
                now = now.with_opened(reference)
            if reference == before.default_model:
                now = replace(now, default_model=reference)
            return now

        update_library(self._paths, change)
        self._scan()
