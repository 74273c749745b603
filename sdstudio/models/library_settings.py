"""What is remembered of the user's models: one small file that window and command line share.

Both may be open at the same time, so nobody writes the whole of what they once read: a change is
made to what the file holds at that moment, under a lock.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sdstudio.files import storage_error
from sdstudio.models.folder_files import read_object
from sdstudio.paths import Paths
from sdstudio.phrase import Phrase
from sdstudio.request import STARTER, SdstudioError, StorageFailed
from sdstudio.settings import kept_values, read_values, write_values

_LOCK_SECONDS = 10.0
"""How long another program's change is waited for; one takes a few milliseconds."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class LibrarySettings:
    """The user's models and where more come from.

    ``roots`` are folders that are looked through for models, ``opened`` single models that were
    opened, folders or files. ``default_model`` is the reference of the one that is used where none
    is named. ``endpoint`` is the hub's address, empty for the official one. With ``offline``
    nothing is asked of any hub.
    """

    roots: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    default_model: str = STARTER
    endpoint: str = ""
    offline: bool = False

    def with_root(self, root: str) -> LibrarySettings:
        """The same, with a folder that is looked through from now on."""
        return replace(self, roots=(*_without(self.roots, root), root))

    def without_root(self, root: str) -> LibrarySettings:
        """The same, without this folder."""
        return replace(self, roots=_without(self.roots, root))

    def with_opened(self, reference: str) -> LibrarySettings:
        """The same, with a model that was opened."""
        return replace(self, opened=(*_without(self.opened, reference), reference))

    def without_opened(self, reference: str) -> LibrarySettings:
        """The same, without a model that was opened."""
        return replace(self, opened=_without(self.opened, reference))

    def without_model(self, reference: str) -> LibrarySettings:
        """The same, without a model that is gone: the starter model is the default instead."""
        is_default = self.default_model == reference
        return replace(
            self,
            opened=_without(self.opened, reference),
            default_model=STARTER if is_default else self.default_model,
        )


Change = Callable[[LibrarySettings], LibrarySettings]


def load_library(paths: Paths) -> tuple[LibrarySettings, str]:
    """What is remembered, and a sentence for the user when it could not be read.

    A damaged file is set aside. The first time, what an earlier version of the app has kept among
    the window's settings is taken over: only then does this write, and wait for the disk.
    """
    if not paths.library_file.exists():
        _take_over(paths)
    return _read(paths)


def update_library(paths: Paths, change: Change) -> LibrarySettings:
    """Changes what is remembered, whoever else has changed it meanwhile; what it is then.

    Waits for the disk, and for others who are changing it: never call it on the GUI thread.

    Raises:
        StorageFull, StorageFailed: it could not be read or written; nothing is changed then.
    """
    if not paths.library_file.exists():
        _take_over(paths)
    with _alone(paths):
        before, complaint = _read(paths)
        if complaint:
            raise not_changed(paths)
        after = change(before)
        if after != before:
            write_values(paths.library_file, after)
    return after


def not_changed(paths: Paths) -> StorageFailed:
    """The refusal to replace by defaults what could not be read."""
    return StorageFailed(
        "The list of models in “{path}” could not be read, so it is not changed.",
        "A damaged one is set aside: try again.",
        path=paths.library_file,
    )


class OpenedModels:
    """Remembers which models are opened and forgotten here; what others do stays as it is."""

    def __init__(self, paths: Paths, known: tuple[str, ...]) -> None:
        self._paths = paths
        self._known = known

    def save(self, now: tuple[str, ...]) -> None:
        """Writes what is new and what is gone since the last time. Waits for the disk.

        Raises:
            StorageFull, StorageFailed: see ``update_library``; it is tried again the next time.
        """
        gone = set(self._known) - set(now)
        new = [one for one in now if one not in self._known]

        def change(library: LibrarySettings) -> LibrarySettings:
            kept = [one for one in library.opened if one not in gone]
            return replace(library, opened=(*kept, *(one for one in new if one not in kept)))

        if gone or new:
            update_library(self._paths, change)
            self._known = now


def _without(entries: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(entry for entry in entries if entry != one)


def _read(paths: Paths) -> tuple[LibrarySettings, str]:
    values, complaint = read_values(
        paths.library_file, Phrase("list of models"), Phrase("The app starts with an empty one.")
    )
    return LibrarySettings(**kept_values(LibrarySettings, values)), complaint


def _take_over(paths: Paths) -> None:
    old = read_object(paths.settings_file) or {}
    names = {"roots": old.get("model_roots"), "opened": old.get("model_folders")}
    found = LibrarySettings(**kept_values(LibrarySettings, names))
    if found == LibrarySettings():
        return
    try:
        with _alone(paths):
            if not paths.library_file.exists():
                write_values(paths.library_file, found)
    except SdstudioError as error:
        _log.warning("the list of models was not taken over: %s", error)


@contextmanager
def _alone(paths: Paths) -> Iterator[None]:
    """Nobody else changes the file while the block runs."""
    # Here, because reading the file, with which the window begins, needs no lock.
    from filelock import FileLock, Timeout

    path = paths.library_file
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path.with_name(f".{path.name}.lock"))
        lock.acquire(timeout=_LOCK_SECONDS)
    except Timeout as error:
        raise StorageFailed(
            "“{path}” is being changed by another program.", "Try again.", path=path
        ) from error
    except OSError as error:
        raise storage_error(error, path) from error
    try:
        yield
    finally:
        lock.release()
