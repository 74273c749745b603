"""Folders of pictures that were made elsewhere, brought into the gallery.

Files stay where they are, or are copied below the pictures folder. What was done is kept when an
import is stopped or dies, and doing it again goes on from there: a file is known again by its
place, size and date, and by its content where it has been moved or lies there twice.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from sdstudio.files import writing_atomically
from sdstudio.gallery.adoption import compare_below, insert_picture
from sdstudio.gallery.folders import is_passed_over, settle_folder, size_of
from sdstudio.gallery.marks import mtime_of, take_over
from sdstudio.gallery.metadata import PictureMetadata, UnreadablePicture, read_picture
from sdstudio.gallery.naming import PICTURE_ENDINGS, safe_name, trajectory_path, unused
from sdstudio.gallery.schema import LISTED, transaction
from sdstudio.gallery.sidecar import sidecar_path
from sdstudio.gallery.store import Gallery
from sdstudio.request import StorageFailed

COPIES = "imported"
"""Folder below the pictures folder that copies go to."""

_BATCH = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportProgress:
    """How far an import has come: ``path`` is looked at now, after ``done`` of ``total`` files."""

    done: int
    total: int
    path: Path


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import did.

    ``ids`` are the pictures that are new in the gallery. ``known`` counts files that it has had
    already, ``duplicates`` those whose content it has under another name. ``unreadable`` are
    damaged files, or such that are no pictures in spite of their names. ``is_stopped`` when not
    all was looked at. Of a watched folder ``missing`` counts pictures that were taken off the list
    because their files are gone, and ``returned`` those whose files are back.
    """

    ids: tuple[int, ...] = ()
    known: int = 0
    duplicates: int = 0
    unreadable: tuple[Path, ...] = ()
    is_stopped: bool = False
    missing: int = 0
    returned: int = 0

    def __add__(self, other: ImportReport) -> ImportReport:
        """What two imports did, the later one's end being the end."""
        return ImportReport(
            ids=(*self.ids, *other.ids),
            known=self.known + other.known,
            duplicates=self.duplicates + other.duplicates,
            unreadable=(*self.unreadable, *other.unreadable),
            is_stopped=other.is_stopped,
            missing=self.missing + other.missing,
            returned=self.returned + other.returned,
        )


def _say_nothing(progress: ImportProgress) -> None: ...


def _never() -> bool:
    return False


def import_folder(
    gallery: Gallery,
    folder: Path,
    *,
    copy: bool,
    recursive: bool = True,
    progress: Callable[[ImportProgress], None] = _say_nothing,
    should_stop: Callable[[], bool] = _never,
) -> ImportReport:
    """Brings the PNG, JPEG and WebP files of a folder into the gallery.

    Their settings become ours as far as they go; pictures without any come as well. Each is dated
    as its file is. Thumbnails are made when they are first looked at. Links to folders are
    followed, but none is entered twice; hidden folders and such that hold what was deleted are
    passed over. With ``copy`` a picture of ours gets a file of its own, with the date of the one it
    was copied from, and ``progress`` and ``should_stop`` are called in this thread, for each file.

    Takes minutes for a large folder: never call it on the GUI thread.

    Raises:
        StorageFailed: the folder is not there; or, as StorageFull, a copy or a row could not be
            written: what was imported before stays.
    """
    root = folder.expanduser().absolute()
    if not root.is_dir():
        raise StorageFailed("There is no folder “{path}”.", "Check the path.", path=root)
    return _Import(gallery, root, is_copying=copy).run(
        list(_walk(root, recursive, should_stop)), progress, should_stop
    )


def import_pictures(
    gallery: Gallery,
    paths: Iterable[Path],
    *,
    copy: bool,
    recursive: bool = True,
    progress: Callable[[ImportProgress], None] = _say_nothing,
    should_stop: Callable[[], bool] = _never,
) -> ImportReport:
    """Brings folders, and files that may lie anywhere, into the gallery; see ``import_folder``.

    A path where nothing is counts as a file that cannot be read; so does one of another kind.

    Raises:
        StorageFull, StorageFailed: see ``import_folder``.
    """
    found: dict[Path, dict[Path, None]] = {}
    for path in paths:
        place = path.expanduser().absolute()
        is_folder = place.is_dir()
        inside = _walk(place, recursive, should_stop) if is_folder else (place,)
        found.setdefault(place if is_folder else place.parent, {}).update(dict.fromkeys(inside))
    total = sum(map(len, found.values()))
    report = ImportReport(is_stopped=should_stop())
    before = 0

    def tell(of_one: ImportProgress) -> None:
        progress(ImportProgress(done=before + of_one.done, total=total, path=of_one.path))

    for root, files in found.items():
        if report.is_stopped:
            break
        report += _Import(gallery, root, is_copying=copy).run(list(files), tell, should_stop)
        before += len(files)
    return report


def import_new(
    gallery: Gallery,
    folder: Path,
    *,
    progress: Callable[[ImportProgress], None] = _say_nothing,
    should_stop: Callable[[], bool] = _never,
) -> ImportReport:
    """Brings what is new in a watched folder into the gallery.

    Unlike ``import_folder``, it leaves out what was imported and then deleted in the gallery.
    Pictures whose files are gone from there are taken off the list before. Does nothing where the
    folder is not watched, or not there at the moment. Never call it on the GUI thread.

    Raises:
        StorageFull, StorageFailed: as ``import_folder``.
    """
    root = folder.expanduser().absolute()
    watched = next((one for one in gallery.watched_folders() if one.path == root), None)
    if watched is None or not root.is_dir():
        return ImportReport()
    # Before: a picture that was moved within the folder would be known by its old place.
    with gallery.connected() as connection:
        changed = compare_below(connection, root)
    report = _Import(gallery, root, is_copying=watched.copies, is_new_only=True).run(
        list(_walk(root, True, should_stop)), progress, should_stop
    )
    return replace(report, missing=changed.missing, returned=changed.returned)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Source:
    """A file that is about to get a row."""

    path: Path
    place: Path
    state: os.stat_result
    sha256: bytes
    picture: PictureMetadata


@dataclass(slots=True)
class _Import:
    """One import on its way."""

    gallery: Gallery
    root: Path
    is_copying: bool
    is_new_only: bool = False
    _ids: list[int] = field(default_factory=list)
    _unreadable: list[Path] = field(default_factory=list)
    _known: int = 0
    _duplicates: int = 0

    def run(
        self,
        paths: list[Path],
        progress: Callable[[ImportProgress], None],
        should_stop: Callable[[], bool],
    ) -> ImportReport:
        is_stopped = should_stop()
        with self.gallery.connected() as connection:
            folder, base = self._base(connection)
            batch: list[_Source] = []
            try:
                for number, path in enumerate(paths):
                    if is_stopped or should_stop():
                        is_stopped = True
                        break
                    progress(ImportProgress(done=number, total=len(paths), path=path))
                    source = self._source(connection, path, batch)
                    if source is not None:
                        batch.append(source)
                    if len(batch) >= _BATCH:
                        self._write(connection, folder, base, batch)
                        batch = []
            finally:
                # Also after a full disk: copies that are there should be listed.
                self._write(connection, folder, base, batch)
        return ImportReport(
            ids=tuple(self._ids),
            known=self._known,
            duplicates=self._duplicates,
            unreadable=tuple(self._unreadable),
            is_stopped=is_stopped,
        )

    def _base(self, connection: sqlite3.Connection) -> tuple[int, Path]:
        """The folder that the new rows name, by its id and path."""
        if self.is_copying:
            return settle_folder(connection, self.gallery.pictures), self.gallery.pictures
        # Of a folder that is known already, so that no picture ever has two rows.
        around = [
            (len(folder), id, Path(folder))
            for id, folder in connection.execute("SELECT id, path FROM folder")
            if self.root.is_relative_to(folder)
        ]
        if around:
            _, id, base = min(around)
            return id, base
        return settle_folder(connection, self.root), self.root

    def _source(
        self, connection: sqlite3.Connection, path: Path, batch: list[_Source]
    ) -> _Source | None:
        """What is to be known of a file; None where nothing is to be done about it."""
        try:
            str(path).encode("utf-8")
            state = path.stat()
            if self._is_known(connection, path, state):
                self._known += 1
                return None
            picture = read_picture(path)
            with path.open("rb") as file:
                sha256 = hashlib.file_digest(file, "sha256").digest()
        # A name that is not valid Unicode cannot be stored, nor shown.
        except (UnreadablePicture, OSError, UnicodeEncodeError):
            self._unreadable.append(path)
            return None
        if any(one.sha256 == sha256 for one in batch) or self._is_there(
            connection, picture, sha256
        ):
            self._duplicates += 1
            return None
        place = self._copy(path, state, sha256) if self.is_copying else path
        return _Source(path=path, place=place, state=state, sha256=sha256, picture=picture)

    def _is_known(self, connection: sqlite3.Connection, path: Path, state: os.stat_result) -> bool:
        listed = connection.execute(
            f"SELECT {LISTED} FROM imported JOIN picture ON picture.id = imported.picture "
            "WHERE source = ? AND size = ? AND mtime_ns = ?",
            (str(path), state.st_size, state.st_mtime_ns),
        ).fetchall()
        if any(one for (one,) in listed) or (listed and self.is_new_only):
            return True
        # A picture that is in the gallery by itself, made here or adopted.
        return any(
            _row_at(connection, id, Path(folder), path)
            for id, folder in connection.execute("SELECT id, path FROM folder").fetchall()
        )

    def _is_there(
        self, connection: sqlite3.Connection, picture: PictureMetadata, sha256: bytes
    ) -> bool:
        if connection.execute(
            f"SELECT 1 FROM imported JOIN picture ON picture.id = imported.picture "
            f"WHERE sha256 = ? AND {LISTED}",
            (sha256,),
        ).fetchone():
            return True
        request = picture.request
        # Of ours every one has an id of its own, which tells it also where it is a copy.
        return (
            picture.origin == "made"
            and request is not None
            and connection.execute(
                f"SELECT 1 FROM picture WHERE request_id = ? AND {LISTED}", (request.id,)
            ).fetchone()
            is not None
        )

    def _copy(self, path: Path, state: os.stat_result, sha256: bytes) -> Path:
        parts = [safe_name(part) for part in path.relative_to(self.root).parts]
        target = self.gallery.pictures.joinpath(COPIES, safe_name(self.root.name), *parts)
        if _has_content(target, state.st_size, sha256):
            return target  # of an import that died before it could list it
        target = unused(target)
        with writing_atomically(target) as temporary:
            shutil.copyfile(path, temporary)
            os.utime(temporary, ns=(state.st_atime_ns, state.st_mtime_ns))
        marks = sidecar_path(path)
        if mtime_of(marks):
            with writing_atomically(sidecar_path(target)) as temporary:
                shutil.copyfile(marks, temporary)
        return target

    def _write(
        self, connection: sqlite3.Connection, folder: int, base: Path, batch: list[_Source]
    ) -> None:
        if not batch:
            return
        sidecars: list[tuple[int, Path, int]] = []
        with transaction(connection):
            for source in batch:
                picture = source.picture
                request_id = picture.request.id if picture.request is not None else None
                # One that is deleted or missing makes way.
                connection.execute(
                    "UPDATE picture SET request_id = NULL WHERE request_id = ?", (request_id,)
                )
                created_at = picture.created_at
                id = insert_picture(
                    connection,
                    folder=folder,
                    stored=source.place.relative_to(base).as_posix(),
                    request_id=request_id,
                    created_at=source.state.st_mtime if created_at is None else created_at,
                    picture=picture,
                    trajectory_bytes=size_of(trajectory_path(source.place)) or 0,
                )
                connection.execute(
                    "INSERT OR REPLACE INTO imported VALUES (?, ?, ?, ?, ?)",
                    (
                        id,
                        str(source.path),
                        source.state.st_size,
                        source.state.st_mtime_ns,
                        source.sha256,
                    ),
                )
                self._ids.append(id)
                sidecar = sidecar_path(source.place)
                if mtime := mtime_of(sidecar):
                    sidecars.append((id, sidecar, mtime))
        # Ratings and tags that other programs wrote beside the pictures.
        take_over(connection, sidecars)


def _row_at(connection: sqlite3.Connection, folder: int, root: Path, path: Path) -> bool:
    if not path.is_relative_to(root):
        return False
    stored = path.relative_to(root).as_posix()
    return (
        connection.execute(
            f"SELECT 1 FROM picture WHERE folder = ? AND path = ? AND {LISTED}", (folder, stored)
        ).fetchone()
        is not None
    )


def _has_content(path: Path, size: int, sha256: bytes) -> bool:
    try:
        if path.stat().st_size != size:
            return False
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").digest() == sha256
    except OSError:
        return False


def _walk(root: Path, recursive: bool, should_stop: Callable[[], bool]) -> Iterator[Path]:
    """Files with a picture's ending, folder by folder, each in alphabetical order."""
    waiting = [root]
    entered: set[tuple[int, int]] = set()
    while waiting and not should_stop():
        folder = waiting.pop()
        try:
            state = folder.stat()
            if (state.st_dev, state.st_ino) in entered:
                continue  # a link that leads back
            entered.add((state.st_dev, state.st_ino))
            with os.scandir(folder) as found:
                entries = sorted(found, key=lambda entry: entry.name)
        except OSError:
            continue  # a folder that we may not look into is none that was meant
        yield from (Path(entry.path) for entry in entries if _is_picture(entry))
        if recursive:
            waiting.extend(Path(entry.path) for entry in reversed(entries) if _is_folder(entry))


def _is_picture(entry: os.DirEntry[str]) -> bool:
    try:
        return (
            not entry.name.startswith(".")
            and Path(entry.name).suffix.lower() in PICTURE_ENDINGS
            and entry.is_file()
        )
    except OSError:
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return not is_passed_over(entry.name) and entry.is_dir()
    except OSError:
        return False
