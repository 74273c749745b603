"""Noticing what comes and goes in folders, also in those that come and go themselves.

The system is asked to tell (inotify on Linux, FSEvents, ReadDirectoryChangesW); where it cannot,
because too many folders are watched already or the folder lies on a drive that does not support
it, the folder is looked through every few seconds instead.
"""

from __future__ import annotations

import errno
import logging
import os
import threading
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch
from watchdog.observers.polling import PollingObserver

_Changed = Callable[[frozenset[Path]], None]
_Mark = tuple[int, int]

# Not the opening and closing of files that are only read: whoever is told looks, and would be told
# of its own looking.
_TOLD: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileDeletedEvent, FileModifiedEvent, FileMovedEvent, FileClosedEvent),
    *(DirCreatedEvent, DirDeletedEvent, DirMovedEvent),
]
_OBSERVERS: Mapping[str, Callable[..., BaseObserver]] = MappingProxyType(
    {"the system": Observer, "looking it through": PollingObserver}
)
_POLL_SECONDS = 5.0
_MOST_PATHS = 10_000
"""Paths that are told in one call; beyond that, the watched folder stands for those in it."""
_log = logging.getLogger(__name__)


class FolderWatch:
    """Watches folders and all below them until it is closed.

    What happens after it is made is noticed. Walks through the folders to begin with: never make
    one on the GUI thread.

    ``changed`` is called in a thread of the watch's own, with the paths that were made, written,
    moved or deleted, once nothing has happened for ``quiet`` seconds, or after ten times as long if
    things never rest. A folder that is not there, or goes, is waited for: every ``look_again``
    seconds, and when it is back the folder itself is told as changed. Errors are logged.
    """

    def __init__(
        self,
        folders: Iterable[Path],
        changed: _Changed,
        *,
        quiet: float = 1.0,
        look_again: float = 2.0,
    ) -> None:
        self._folders = tuple(dict.fromkeys(folder.absolute() for folder in folders))
        self._changed = changed
        self._quiet = quiet
        self._look_again = look_again
        self._paths: dict[Path, None] = {}
        self._first = self._last = 0.0
        self._is_open = True
        self._condition = threading.Condition()
        self._watched: dict[Path, tuple[_Mark, BaseObserver, ObservedWatch]] = {}
        self._observers: dict[str, BaseObserver] = {}
        self._look(is_first=True)
        self._thread = threading.Thread(target=self._run, name="folder watch", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Ends the watch; ``changed`` is not called any more. May be repeated, from any thread."""
        with self._condition:
            self._is_open = False
            self._condition.notify()
        if threading.current_thread() is not self._thread:
            self._thread.join()

    def _run(self) -> None:
        try:
            look_at = time.monotonic() + self._look_again
            while self._is_open:
                if time.monotonic() >= look_at:
                    self._look()
                    look_at = time.monotonic() + self._look_again
                paths = self._settled(look_at)
                if paths and self._is_open:
                    self._tell(paths)
        finally:
            for observer in self._observers.values():
                observer.stop()
                observer.join()

    def _tell(self, paths: frozenset[Path]) -> None:
        try:
            self._changed(paths)
        except Exception:
            _log.exception("what changed in folders was not dealt with")

    def _settled(self, look_at: float) -> frozenset[Path]:
        """Waits until things rest, or until ``look_at``; the paths to tell of, if any."""
        with self._condition:
            while self._is_open:
                now = time.monotonic()
                due = min(self._last + self._quiet, self._first + 10 * self._quiet)
                if self._paths and now >= due:
                    paths = frozenset(self._paths)
                    self._paths.clear()
                    return paths
                if now >= look_at:
                    break
                self._condition.wait((min(due, look_at) if self._paths else look_at) - now)
        return frozenset()

    def _noted(self, path: Path) -> None:
        with self._condition:
            self._last = time.monotonic()
            if not self._paths:
                self._first = self._last
            if len(self._paths) >= _MOST_PATHS:
                path = next((one for one in self._folders if path.is_relative_to(one)), path)
            self._paths[path] = None
            self._condition.notify()

    def _look(self, *, is_first: bool = False) -> None:
        """Watches the folders that have come, and no longer those that have gone."""
        for folder in self._folders:
            mark = _mark(folder)
            watched = self._watched.get(folder)
            if (watched[0] if watched else None) == mark:
                continue
            if watched:
                self._let_go(folder)
                self._noted(folder)
            if mark is not None:
                self._watch(folder, mark)
                if not is_first:
                    self._noted(folder)

    def _watch(self, folder: Path, mark: _Mark) -> None:
        for kind in _OBSERVERS:
            try:
                observer = self._observer(kind)
                handler = _Handler(self._noted)
                watch = observer.schedule(handler, str(folder), recursive=True, event_filter=_TOLD)
                if _is_exhausted(observer, folder):
                    observer.unschedule(watch)
                    raise OSError(errno.ENOSPC, "too many folders are watched")
            except OSError as error:
                _log.warning("%s is not watched by %s: %s", folder, kind, error)
                continue
            self._watched[folder] = (mark, observer, watch)
            return

    def _observer(self, kind: str) -> BaseObserver:
        if kind not in self._observers:
            observer = _OBSERVERS[kind](timeout=_POLL_SECONDS)
            observer.start()
            self._observers[kind] = observer
        return self._observers[kind]

    def _let_go(self, folder: Path) -> None:
        _, observer, watch = self._watched.pop(folder)
        try:
            observer.unschedule(watch)
        except (KeyError, OSError) as error:
            _log.info("%s was watched no longer: %s", folder, error)


class _Handler(FileSystemEventHandler):
    def __init__(self, noted: Callable[[Path], None]) -> None:
        self._noted = noted

    def on_any_event(self, event: FileSystemEvent) -> None:
        for path in (event.src_path, event.dest_path):
            if path:
                self._noted(Path(os.fsdecode(path)))


def _is_exhausted(observer: BaseObserver, folder: Path) -> bool:
    """Whether the system watches no more folders: then those deep inside may have been left out,
    which watchdog does without a word.
    """
    if isinstance(observer, PollingObserver):
        return False
    handler = FileSystemEventHandler()
    try:
        probe = observer.schedule(handler, str(folder.parent), recursive=False, event_filter=_TOLD)
        observer.unschedule(probe)
    except OSError as error:
        return error.errno in (errno.ENOSPC, errno.EMFILE)
    return False


def _mark(folder: Path) -> _Mark | None:
    """What tells the folder from another that takes its place; None where there is none."""
    try:
        status = folder.stat()
        return (status.st_dev, status.st_ino) if folder.is_dir() else None
    except OSError:
        return None
