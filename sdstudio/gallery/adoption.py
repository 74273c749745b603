"""Bringing the index in line with the files: after a crash, a restored backup, a moved folder."""

from __future__ import annotations

import json
import logging
import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from sdstudio.files import TEMPORARY_SUFFIX
from sdstudio.gallery.folders import is_gone, is_passed_over, size_of
from sdstudio.gallery.marks import adopt_sidecars
from sdstudio.gallery.metadata import PictureMetadata, UnreadablePicture, read_picture
from sdstudio.gallery.naming import PICTURE_ENDINGS, TRAJECTORY_ENDING, trajectory_path
from sdstudio.gallery.schema import TABLES, transaction
from sdstudio.gallery.search import forget_words, index_rest, index_words, next_moment
from sdstudio.gallery.sidecar import sidecar_path
from sdstudio.gallery.trash import bring_back_beside, move_beside
from sdstudio.request import Provenance

_BATCH = 64
_LIVE_SECONDS = 3600.0
_LEFTOVER = re.compile(rf"\..+\.(\d{{1,10}}){re.escape(TEMPORARY_SUFFIX)}", re.DOTALL)
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """What one adoption changed.

    ``adopted`` counts files that got a row, ``returned`` pictures that are listed again because
    their file is back (or was moved within the folder, or never reached the trash), ``missing``
    pictures no longer listed because their file is gone, ``denoisings`` listed pictures whose kept
    denoising was found, lost or changed, ``swept`` leftovers of crashed saves, ``marked`` pictures
    whose rating, tags and the like were read from beside them. ``unreadable`` are the damaged
    files: they stay where they are.
    """

    adopted: int = 0
    returned: int = 0
    missing: int = 0
    denoisings: int = 0
    swept: int = 0
    marked: int = 0
    unreadable: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class _Row:
    id: int
    folder: Path
    path: Path
    deleted: bool
    missing: bool
    trajectory_bytes: int
    trashed_trajectory: Path | None
    trashed_sidecar: Path | None


def adopt(
    connection: sqlite3.Connection, folder: int, pictures: Path, should_stop: Callable[[], bool]
) -> Adoption:
    """Makes the rows agree with the files; stopped, it does part of that.

    Adopts and sweeps below ``pictures``, whose id is ``folder``, and reads only files that have no
    row; of kept denoisings it reads nothing but their size. What is gone or back is looked for in
    earlier pictures folders as well. Where a folder itself is not there (a drive that is not
    plugged in), its rows stay as they are.

    Raises:
        sqlite3.Error: the database could not be read or written.
    """
    # As text: the collector of garbage would walk through a hundred thousand paths again and
    # again, and no other thread runs meanwhile.
    files: set[str] = set()
    denoisings: set[str] = set()
    sidecars: set[Path] = set()
    strangers: list[str] = []
    swept = 0
    known = {_key(row.path) for row in _rows(connection)}
    for path in walk(pictures):
        if should_stop():
            return Adoption(swept=swept)
        if path.suffix.lower() in PICTURE_ENDINGS and not path.name.startswith("."):
            files.add(key := _key(path))
            if key not in known:
                strangers.append(path.relative_to(pictures).as_posix())
        elif path.name.endswith(TRAJECTORY_ENDING):
            denoisings.add(_key(path))
        elif path.suffix == ".xmp":
            sidecars.add(path)
        elif is_leftover(path):
            swept += _sweep(path)
    done = replace(adopt_files(connection, folder, pictures, strangers, should_stop), swept=swept)
    if should_stop():
        return done
    done = _compare(connection, files, denoisings, done)
    sidecars_read = adopt_sidecars(connection, pictures, sidecars, should_stop)
    index_rest(connection, should_stop)
    return replace(done, marked=sidecars_read)


def adopt_files(
    connection: sqlite3.Connection,
    folder: int,
    base: Path,
    names: Sequence[str],
    should_stop: Callable[[], bool],
) -> Adoption:
    """Gives rows to files without any: ``names`` are relative to ``base``, whose id is ``folder``.

    Raises:
        sqlite3.Error: the database could not be read or written.
    """
    done = Adoption()
    for start in range(0, len(names), _BATCH):
        if should_stop():
            break
        done = _adopt_batch(connection, folder, base, names[start : start + _BATCH], done)
    return done


def compare_below(connection: sqlite3.Connection, folder: Path) -> Adoption:
    """Takes pictures below a folder, an absolute path, off the list where their files are gone,
    and lists them again where these are back.

    Raises:
        sqlite3.Error: the database could not be read or written.
    """
    return _compare(connection, set(), set(), Adoption(), below=folder)


def insert_picture(
    connection: sqlite3.Connection,
    *,
    folder: int,
    stored: str,
    request_id: str | None,
    created_at: float,
    picture: PictureMetadata,
    trajectory_bytes: int,
) -> int:
    """Adds a row, or fills in the one that has this path; returns its id."""
    request = picture.request
    forget_words(connection, folder, stored)
    rows = connection.execute(
        "INSERT INTO picture "
        "(request_id, folder, path, created_at, width, height, seconds, request, provenance, "
        "parent, from_step, kept_step, trajectory_bytes, origin, program, is_exact, moment) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (folder, path) DO UPDATE SET request_id = excluded.request_id, "
        "created_at = excluded.created_at, width = excluded.width, height = excluded.height, "
        "seconds = excluded.seconds, request = excluded.request, "
        "provenance = excluded.provenance, parent = excluded.parent, "
        "from_step = excluded.from_step, kept_step = excluded.kept_step, "
        "trajectory_bytes = excluded.trajectory_bytes, origin = excluded.origin, "
        "program = excluded.program, is_exact = excluded.is_exact, moment = excluded.moment, "
        "missing = 0, deleted_at = NULL, trashed_path = NULL, trashed_trajectory = NULL, "
        "trashed_sidecar = NULL RETURNING id",
        (
            request_id,
            folder,
            stored,
            created_at,
            picture.width,
            picture.height,
            picture.seconds,
            request.to_json() if request is not None else None,
            _provenance_text(picture.provenance),
            request.parent if request is not None and request.parent else None,
            request.from_step if request is not None and request.parent else None,
            picture.kept_step,
            trajectory_bytes,
            picture.origin,
            picture.program,
            picture.is_exact,
            next_moment(connection, created_at),
        ),
    ).fetchall()
    id = int(rows[0][0])
    connection.execute("DELETE FROM original WHERE picture = ?", (id,))
    if picture.original_text:
        connection.execute("INSERT INTO original VALUES (?, ?)", (id, picture.original_text))
    index_words(connection, [id])
    return id


def _provenance_text(provenance: Provenance | None) -> str | None:
    return json.dumps(asdict(provenance)) if provenance is not None else None


def _rows(connection: sqlite3.Connection, below: Path | None = None) -> Iterator[_Row]:
    """All rows, or those of pictures below a folder."""
    beginning = "" if below is None else os.path.normcase(f"{below}/".replace("//", "/"))
    rows = connection.execute(
        "SELECT picture.id, folder.path, picture.path, deleted_at IS NOT NULL, missing, "
        f"trajectory_bytes, trashed_trajectory, trashed_sidecar FROM {TABLES}"
    )
    for id, folder, stored, deleted, missing, kept, trashed, sidecar in rows:
        if not os.path.normcase(f"{folder}/{stored}").startswith(beginning):
            continue
        yield _Row(
            id=id,
            folder=Path(folder),
            path=Path(folder, stored),
            deleted=bool(deleted),
            missing=bool(missing),
            trajectory_bytes=kept,
            trashed_trajectory=Path(trashed) if trashed else None,
            trashed_sidecar=Path(sidecar) if sidecar else None,
        )


def _key(path: Path) -> str:
    """What two spellings have in common that mean one file on this system."""
    return os.path.normcase(path)


def walk(pictures: Path) -> Iterator[Path]:
    """All files below a pictures folder, but for places that are none of our business."""
    for folder, folders, names in os.walk(pictures):
        folders[:] = [name for name in folders if not is_passed_over(name)]
        for name in names:
            yield Path(folder, name)


def is_leftover(path: Path) -> bool:
    """Whether a file is one under construction whose writer is gone."""
    match = _LEFTOVER.fullmatch(path.name)
    if match is None:
        return False
    if not _is_process(int(match[1])):
        return True
    try:
        # No save takes an hour: by then the process id belongs to somebody else.
        return time.time() - path.stat().st_mtime >= _LIVE_SECONDS
    except OSError:
        return False


def _sweep(path: Path) -> int:
    """Removes a leftover; returns how many it removed."""
    try:
        path.unlink()
    except OSError as error:
        _log.warning("leftover not swept: %s", error)
        return 0
    return 1


def _is_process(pid: int) -> bool:
    # Here, because leftovers are rare.
    import psutil

    try:
        return psutil.pid_exists(pid)
    except OverflowError:  # a number beyond every process id
        return False


def _adopt_batch(
    connection: sqlite3.Connection,
    folder: int,
    pictures: Path,
    batch: Sequence[str],
    done: Adoption,
) -> Adoption:
    # Read first, so that no other process waits for a lock that is held while a disk spins up.
    readable: list[tuple[str, PictureMetadata, float, int]] = []
    unreadable: list[Path] = []
    for stored in batch:
        path = pictures / stored
        try:
            stored.encode("utf-8")
            picture = read_picture(path)
            created_at = picture.created_at
            if created_at is None:
                created_at = path.stat().st_mtime
        # A name that is not valid Unicode cannot be stored, nor shown.
        except (UnreadablePicture, UnicodeEncodeError, OSError):
            unreadable.append(path)
        else:
            kept = size_of(trajectory_path(path)) or 0
            readable.append((stored, picture, created_at, kept))
    adopted = returned = 0
    with transaction(connection):
        for stored, picture, created_at, kept in readable:
            if connection.execute(
                "SELECT 1 FROM picture WHERE folder = ? AND path = ?", (folder, stored)
            ).fetchone():
                continue  # added by its own process while we read
            request_id = picture.request.id if picture.request is not None else None
            owner = connection.execute(
                "SELECT picture.id, folder.path, picture.path, deleted_at IS NOT NULL "
                f"FROM {TABLES} WHERE request_id = ?",
                (request_id,),
            ).fetchone()
            if owner is not None:
                id, owned = owner[0], Path(owner[1], owner[2])
                if not owner[3] and is_gone(owned):
                    # Moved or renamed: the same picture, with its id and rating.
                    connection.execute(
                        "UPDATE picture SET folder = ?, path = ?, missing = 0, "
                        "trajectory_bytes = ? WHERE id = ?",
                        (folder, stored, kept, id),
                    )
                    index_words(connection, [id])
                    move_beside(sidecar_path(owned), sidecar_path(pictures / stored))
                    returned += 1
                    continue
                if _same_file(owned, pictures / stored):
                    continue  # one file, spelled in two ways that the file system takes for one
                request_id = None  # a copy
            insert_picture(
                connection,
                folder=folder,
                stored=stored,
                request_id=request_id,
                created_at=created_at,
                picture=picture,
                trajectory_bytes=kept,
            )
            adopted += 1
    return replace(
        done,
        adopted=done.adopted + adopted,
        returned=done.returned + returned,
        unreadable=(*done.unreadable, *unreadable),
    )


def _compare(
    connection: sqlite3.Connection,
    files: set[str],
    denoisings: set[str],
    done: Adoption,
    *,
    below: Path | None = None,
) -> Adoption:
    """Marks rows whose files are gone, and lists those again whose files are there."""
    back: list[tuple[int]] = []
    lost: list[_Row] = []
    resized: list[tuple[int, int, int]] = []
    settled: list[tuple[int]] = []
    marked: list[tuple[int]] = []
    for row in _rows(connection, below):
        # The walk is older than the rows: what they do not agree on is looked at again.
        is_seen = _key(row.path) in files and not row.deleted and not row.missing
        if is_seen or not is_gone(row.path):
            if row.deleted or row.missing:
                back.append((row.id,))
            kept, trashed = trajectory_path(row.path), row.trashed_trajectory
            # Left behind by a crash, or by somebody who brought the picture back by hand.
            if trashed is not None and bring_back_beside(trashed, kept):
                settled.append((row.id,))
            beside = row.trashed_sidecar
            if beside is not None and bring_back_beside(beside, sidecar_path(row.path)):
                marked.append((row.id,))
            # Not for every picture: asking the disk takes a while, and most have no denoising.
            if (
                not is_seen
                or _key(kept) in denoisings
                or row.trajectory_bytes
                or trashed is not None
            ):
                size = size_of(kept)
                if size is not None and size != row.trajectory_bytes:
                    resized.append((size, row.id, row.trajectory_bytes))
        elif not row.deleted and not row.missing:
            lost.append(row)
    # Asked last: a drive may have been unplugged meanwhile.
    unplugged = {folder for folder in {row.folder for row in lost} if not folder.is_dir()}
    gone = [(row.id,) for row in lost if row.folder not in unplugged]
    with transaction(connection):
        connection.executemany(
            "UPDATE picture SET missing = 0, deleted_at = NULL, trashed_path = NULL WHERE id = ?",
            back,
        )
        connection.executemany("UPDATE picture SET trashed_trajectory = NULL WHERE id = ?", settled)
        connection.executemany("UPDATE picture SET trashed_sidecar = NULL WHERE id = ?", marked)
        # Not where it changed meanwhile: whoever did that knew better.
        connection.executemany(
            "UPDATE picture SET trajectory_bytes = ? WHERE id = ? AND trajectory_bytes = ?",
            resized,
        )
        connection.executemany("UPDATE picture SET missing = 1 WHERE id = ?", gone)
    return replace(
        done,
        returned=done.returned + len(back),
        missing=len(gone),
        denoisings=len(resized),
    )


def _same_file(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False
