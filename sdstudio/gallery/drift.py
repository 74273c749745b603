"""Drift: where files and database disagree. Looks at everything and changes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from sdstudio.gallery.adoption import is_leftover, walk
from sdstudio.gallery.folders import is_gone, size_of
from sdstudio.gallery.marks import MarkedPicture, marked_pictures, read_marks
from sdstudio.gallery.metadata import (
    PictureMetadata,
    UnreadablePicture,
    parse_provenance,
    parse_request,
    read_picture,
)
from sdstudio.gallery.naming import PICTURE_ENDINGS, TRAJECTORY_ENDING, trajectory_path
from sdstudio.gallery.rows import batches
from sdstudio.gallery.schema import TABLES, damage
from sdstudio.gallery.sidecar import Marks, UnreadableSidecar, sidecar_path
from sdstudio.gallery.store import Gallery
from sdstudio.phrase import Phrase
from sdstudio.request import GenerationRequest, SdstudioError


@dataclass(frozen=True, slots=True, kw_only=True)
class Drift:
    """Where files and database disagree; paths are absolute and in alphabetical order.

    ``pictures`` counts the rows that were looked at, without deleted ones. ``is_stopped`` when not
    all was looked at. What each of the others means for people, and what ``repair`` does about it,
    are ``MEANINGS`` and ``REMEDIES``.
    """

    pictures: int = 0
    is_stopped: bool = False
    damage: tuple[str, ...] = ()
    gone: tuple[Path, ...] = ()
    moved: tuple[Path, ...] = ()
    awaited: tuple[Path, ...] = ()
    away: tuple[Path, ...] = ()
    unlisted: tuple[Path, ...] = ()
    changed: tuple[Path, ...] = ()
    unreadable: tuple[Path, ...] = ()
    unmarked: tuple[Path, ...] = ()
    unsaved: tuple[Path, ...] = ()
    strange: tuple[Path, ...] = ()
    denoisings: tuple[Path, ...] = ()
    orphans: tuple[Path, ...] = ()
    leftovers: tuple[Path, ...] = ()
    thumbnails: tuple[str, ...] = ()

    def found(self) -> Mapping[str, tuple[Path, ...] | tuple[str, ...]]:
        """What was found, by kind; empty when files and database agree."""
        kinds = {name: getattr(self, name) for name in MEANINGS}
        return {name: found for name, found in kinds.items() if found}

    def is_repairable(self) -> bool:
        """Whether ``repair`` would change anything."""
        return any(name in REMEDIES for name in self.found())


MEANINGS: Mapping[str, Phrase] = {
    "damage": Phrase("The database itself is damaged."),
    "gone": Phrase("Pictures that the gallery knows, whose files are gone."),
    "moved": Phrase("Pictures that were moved or renamed."),
    "awaited": Phrase(
        "Pictures whose files are gone, with ratings and tags that only the database has."
    ),
    "away": Phrase("Folders that are not there, such as on a drive that is not plugged in."),
    "unlisted": Phrase("Picture files that the gallery does not know."),
    "changed": Phrase("Pictures whose files say something else than the database."),
    "unreadable": Phrase("Picture files that are damaged."),
    "unmarked": Phrase("Pictures with other ratings or tags beside them than in the database."),
    "unsaved": Phrase("Pictures whose ratings and tags are in the database only."),
    "strange": Phrase("Files with ratings and tags that are damaged."),
    "denoisings": Phrase("Pictures whose kept denoising is gone, new or changed."),
    "orphans": Phrase("Files beside pictures that are no longer there."),
    "leftovers": Phrase("Files that crashed saves have left behind."),
    "thumbnails": Phrase("Thumbnails of pictures that are not there."),
}
REMEDIES: Mapping[str, Phrase] = {
    "gone": Phrase("They leave the gallery; what is in the trash stays known."),
    "moved": Phrase("The database gets their new places."),
    "unlisted": Phrase("They come into the gallery."),
    "changed": Phrase("The database gets what the files say."),
    "unmarked": Phrase("The database gets what is beside the pictures."),
    "unsaved": Phrase("They are written beside the pictures, where the folders allow it."),
    "denoisings": Phrase("The database gets what is beside the pictures."),
    "leftovers": Phrase("They are deleted."),
    "thumbnails": Phrase("They are deleted."),
}
LEFT_ALONE: Mapping[str, Phrase] = {
    "damage": Phrase("“sdstudio gallery rebuild” makes a new one from the files."),
    "awaited": Phrase("They stay known, for when the files come back."),
    "away": Phrase("Their pictures are left as they are."),
    "unreadable": Phrase("They stay where they are; bring them back from a backup."),
    "strange": Phrase("They stay where they are; move them away to have new ones written."),
    "orphans": Phrase("They stay where they are, for when their pictures come back."),
}


def verify(
    gallery: Gallery,
    progress: Callable[[int, int], None] = lambda done, total: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Drift:
    """Compares every row with its files, and every file with its row.

    Reads all picture files from beginning to end, at some hundreds a second: never call it on the
    GUI thread. ``progress`` gets how many of how many were looked at, in this thread.

    Raises:
        StorageFull, StorageFailed: the database cannot be used.
    """
    with gallery.connected() as connection:
        damaged = damage(connection)
        if damaged:
            return Drift(damage=tuple(damaged))  # nothing else that it says means anything
        search = _Search(connection, gallery.pictures)
        search.look(progress, should_stop)
        found: dict[str, Any] = {
            name: tuple(sorted(paths, key=str)) for name, paths in search.found.items() if paths
        }
        return Drift(
            pictures=search.pictures,
            is_stopped=search.is_stopped,
            thumbnails=tuple(gallery.stale_thumbnails()) if not search.is_stopped else (),
            **found,
        )


@dataclass(frozen=True, slots=True)
class _Row:
    """What a row says that its file should say as well."""

    id: int
    path: Path
    folder: Path
    request_id: str | None
    is_deleted: bool
    trajectory_bytes: int
    is_unsaved: bool
    said: tuple[object, ...]


class _Search:
    """One comparison on its way; ``found`` has paths by the names of ``Drift``'s fields."""

    def __init__(self, connection: sqlite3.Connection, pictures: Path) -> None:
        self._connection = connection
        self._folder = pictures
        self.found: dict[str, set[Path]] = {
            one.name: set() for one in fields(Drift) if one.type == "tuple[Path, ...]"
        }
        self.pictures = 0
        self.is_stopped = False
        self._lost: dict[str, Path] = {}  # by request id

    def look(self, progress: Callable[[int, int], None], should_stop: Callable[[], bool]) -> None:
        ids = [id for (id,) in self._connection.execute("SELECT id FROM picture ORDER BY id")]
        files: set[Path] = set()
        beside: set[Path] = set()
        for path in walk(self._folder):
            if path.suffix.lower() in PICTURE_ENDINGS and not path.name.startswith("."):
                files.add(path)
            elif path.suffix == ".xmp" or path.name.endswith(TRAJECTORY_ENDING):
                beside.add(path)
            elif is_leftover(path):
                self.found["leftovers"].add(path)
        folders = [Path(path) for (path,) in self._connection.execute("SELECT path FROM folder")]
        away = {folder for folder in folders if not folder.is_dir()}
        known: set[Path] = set()
        done = 0
        for places, some in batches(ids):
            marked = marked_pictures(self._connection, some)
            for row in self._rows(places, some):
                if should_stop():
                    self.is_stopped = True
                    return
                known.add(row.path)
                if row.folder in away:
                    self.found["away"].add(row.folder)
                else:
                    self._compare(row, marked[row.id])
                done += 1
                progress(done, len(ids))
        self._strangers(files - known, should_stop)
        pictures = {path for path in files | known if not is_gone(path)}
        wanted = {sidecar_path(path) for path in pictures}
        wanted |= {trajectory_path(path) for path in pictures}
        self.found["orphans"].update(beside - wanted)

    def _rows(self, places: str, ids: Sequence[int]) -> Iterator[_Row]:
        for row in self._connection.execute(
            "SELECT picture.id, folder.path, picture.path, request_id, deleted_at IS NOT NULL, "
            "trajectory_bytes, unsaved, request, provenance, origin, width, height, seconds, "
            "kept_step, program, is_exact, missing, coalesce((SELECT text FROM original "
            f"WHERE original.picture = picture.id), '') FROM {TABLES} "
            f"WHERE picture.id IN ({places})",
            ids,
        ).fetchall():
            id, folder, stored, request_id, deleted, kept, unsaved, *said = row
            request, provenance, origin, *rest = said
            yield _Row(
                id=id,
                path=Path(folder, stored),
                folder=Path(folder),
                request_id=request_id,
                is_deleted=bool(deleted),
                trajectory_bytes=kept,
                is_unsaved=bool(unsaved),
                said=(
                    _compared(parse_request(request), origin),
                    parse_provenance(provenance),
                    origin,
                    *rest,
                ),
            )

    def _compare(self, row: _Row, marked: MarkedPicture) -> None:
        self.pictures += not row.is_deleted
        if is_gone(row.path):
            if not row.is_deleted:
                self.found["awaited" if row.is_unsaved else "gone"].add(row.path)
                if row.request_id is not None:
                    self._lost[row.request_id] = row.path
            return
        try:
            picture = read_picture(row.path)
        except UnreadablePicture:
            self.found["unreadable"].add(row.path)
            return
        # A row that is marked as deleted or missing, though its file is there, is changed as well.
        if row.is_deleted or row.said != _said_by(picture):
            self.found["changed"].add(row.path)
        kept = size_of(trajectory_path(row.path))
        if kept is not None and kept != row.trajectory_bytes:
            self.found["denoisings"].add(row.path)
        if row.is_unsaved:
            self.found["unsaved"].add(row.path)
            return
        self._compare_marks(row.path, marked.marks)

    def _compare_marks(self, path: Path, said: Marks) -> None:
        beside = sidecar_path(path)
        try:
            marks = read_marks(beside)
        except UnreadableSidecar:
            self.found["strange"].add(beside)
        except SdstudioError:
            pass  # a folder that we may not look into proves nothing
        else:
            if marks is None and said != Marks():
                self.found["unsaved"].add(path)
            elif marks is not None and marks != said:
                self.found["unmarked"].add(path)

    def _strangers(self, paths: set[Path], should_stop: Callable[[], bool]) -> None:
        for path in paths:
            if should_stop():
                self.is_stopped = True
                return
            try:
                str(path).encode("utf-8")
                request = read_picture(path).request
            except (UnreadablePicture, UnicodeEncodeError):
                self.found["unreadable"].add(path)
                continue
            lost = self._lost.pop(request.id, None) if request is not None else None
            if lost is None:
                self.found["unlisted"].add(path)
            else:
                self.found["moved"].add(path)
                self.found["gone"].discard(lost)
                self.found["awaited"].discard(lost)


def _said_by(picture: PictureMetadata) -> tuple[object, ...]:
    """What a file says that its row should say as well, in the order that rows are compared in."""
    return (
        _compared(picture.request, picture.origin),
        picture.provenance,
        picture.origin,
        picture.width,
        picture.height,
        picture.seconds,
        picture.kept_step,
        picture.program,
        int(picture.is_exact),
        0,  # not missing
        picture.original_text,
    )


def _compared(request: GenerationRequest | None, origin: str) -> GenerationRequest | None:
    # A file of another program holds no id; its request gets one each time the file is read.
    return replace(request, id="any") if request and origin == "imported" else request
