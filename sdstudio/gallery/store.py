"""The gallery: every finished picture as a file, a row that finds it, and a thumbnail."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Self

from sdstudio.files import storage_error, write_atomically
from sdstudio.gallery import denoisings, watched
from sdstudio.gallery.adoption import Adoption, adopt, insert_picture
from sdstudio.gallery.carrying import carry_over_all
from sdstudio.gallery.deleting import delete_picture, restore_picture
from sdstudio.gallery.facets import Facets, count_facets
from sdstudio.gallery.family import Relative, family
from sdstudio.gallery.folders import is_gone, settle_folder, size_of
from sdstudio.gallery.metadata import (
    PictureMetadata,
    UnreadablePicture,
    make_thumbnail,
    read_encoded,
)
from sdstudio.gallery.naming import picture_name, trajectory_path
from sdstudio.gallery.ordering import (
    Change,
    Edit,
    Undo,
    apply,
    creation,
    deletion,
    renaming,
)
from sdstudio.gallery.query import Query
from sdstudio.gallery.rows import listed_at, listed_items
from sdstudio.gallery.schema import (
    LISTED,
    TABLES,
    back_up,
    known_errors,
    open_database,
    transaction,
)
from sdstudio.gallery.search import search
from sdstudio.gallery.thumbnails import Thumbnails
from sdstudio.gallery.trash import MoveToTrash
from sdstudio.gallery.watched import WatchedFolder
from sdstudio.request import (
    GalleryItem,
    GenerationResult,
    SdstudioError,
    StorageFailed,
    StorageFull,
)

_log = logging.getLogger(__name__)


class Gallery:
    """The pictures of one folder, newest first. ``notice`` is a sentence for the user, or empty.

    One object per thread: each owns its connections to the database and to the thumbnail cache,
    and SQLite refuses them in another thread, ``close`` included. Opening takes milliseconds. Any
    number of objects, threads and processes may work on the same gallery; ``data_version`` tells
    when another one changed something. All methods but ``close`` may wait for the disk.

    Every method may raise StorageFull or StorageFailed when the database cannot be used.

    Raises:
        NewerDatabase: the database was written by a later version.
        StorageFull, StorageFailed: the database cannot be opened.
    """

    def __init__(self, pictures: Path, database: Path, cache: Path) -> None:
        self._pictures = pictures.absolute()
        self._database = database
        self._connection, self.notice = open_database(database)
        try:
            with known_errors(database):
                self._folder = settle_folder(self._connection, self._pictures)
        except BaseException:
            self._connection.close()
            raise
        self._thumbnails = Thumbnails(cache / "thumbnails.sqlite3")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Gives the connections back; may be called twice."""
        self._thumbnails.close()
        self._connection.close()

    @property
    def pictures(self) -> Path:
        """The folder that new pictures go to."""
        return self._pictures

    @contextmanager
    def connected(self) -> Iterator[sqlite3.Connection]:
        """Lends the connection, for what the gallery is filled and read by besides this class."""
        with known_errors(self._database):
            yield self._connection

    # -- looking -----------------------------------------------------------------------------

    def ids(self) -> list[int]:
        """All pictures, newest first."""
        with known_errors(self._database):
            rows = self._connection.execute(
                f"SELECT id FROM picture WHERE {LISTED} ORDER BY created_at DESC, id DESC"
            )
            return [row[0] for row in rows]

    def search(self, query: Query, limit: int | None = None) -> list[int]:
        """The pictures that a query finds, in its order; the first ``limit`` of them if given.

        With a limit the newest are found at once, however many others there are.
        """
        with known_errors(self._database):
            return search(self._connection, query, limit)

    def facets(self) -> Facets:
        """What filters may offer, with the number of pictures of each."""
        with known_errors(self._database):
            return count_facets(self._connection)

    def count(self) -> int:
        """How many pictures ``ids`` lists."""
        with known_errors(self._database):
            count = f"SELECT count(*) FROM picture WHERE {LISTED}"
            return int(self._connection.execute(count).fetchone()[0])

    def count_made_with(self, model: str) -> int:
        """How many of them were made with the model of this reference. Reads every row."""
        count = (
            f"SELECT count(*) FROM picture WHERE {LISTED} AND json_valid(request) "
            "AND json_extract(request, '$.model') = ?"
        )
        # A path need not be valid Unicode, which SQLite wants.
        wanted = model.encode("utf-8", "replace").decode("utf-8")
        with known_errors(self._database):
            return int(self._connection.execute(count, (wanted,)).fetchone()[0])

    def item(self, id: int) -> GalleryItem | None:
        """One picture; None when it is deleted, missing or unknown."""
        return next(iter(self.items([id])), None)

    def items(self, ids: Iterable[int]) -> list[GalleryItem]:
        """These pictures in this order, without those that are deleted, missing or unknown."""
        wanted = list(ids)
        with known_errors(self._database):
            found = listed_items(self._connection, wanted)
        return [found[id] for id in wanted if id in found]

    def id_at(self, path: Path) -> int | None:
        """The listed picture whose file this absolute path names; None where there is none."""
        with known_errors(self._database):
            return listed_at(self._connection, path)

    def original_text(self, id: int) -> str:
        """The metadata that an imported picture came with, whole; empty where there is none."""
        with known_errors(self._database):
            row = self._connection.execute(
                "SELECT text FROM original WHERE picture = ?", (id,)
            ).fetchone()
        return str(row[0]) if row is not None else ""

    def by_request(self, request_id: str) -> GalleryItem | None:
        """The picture of a request; None when there is none, or it is deleted or missing."""
        with known_errors(self._database):
            return self._by_request(request_id)

    def family(self, id: int) -> tuple[Relative, ...]:
        """The tree of branches that a picture belongs to, and the picture alone if to none.

        Depth first: each is followed by its branches, these by the step they begin at, then by
        age. Empty when the picture is deleted, missing or unknown.
        """
        with known_errors(self._database):
            return family(self._connection, id)

    def data_version(self) -> int:
        """A number that changes when another object or process changes the gallery."""
        with known_errors(self._database):
            return int(self._connection.execute("PRAGMA data_version").fetchone()[0])

    def thumbnail(self, id: int) -> bytes:
        """The picture in WebP format, at most 256 pixels wide and high; made again if need be.

        Raises:
            UnreadablePicture: its file is gone or damaged, or it is not in the gallery.
        """
        item = self._listed(id)
        try:
            state = item.path.stat()
        except OSError:
            return make_thumbnail(item.path)  # which says what is wrong
        key = self._key(item.path)
        webp = self._thumbnails.get(key, state)
        if webp is None:
            webp = make_thumbnail(item.path)
            self._thumbnails.put(key, state, webp)
        return webp

    def stale_thumbnails(self) -> list[str]:
        """The names in the cache of thumbnails that no listed picture has, in their order."""
        with known_errors(self._database):
            listed = {
                self._key(Path(folder, stored))
                for folder, stored in self._connection.execute(
                    f"SELECT folder.path, picture.path FROM {TABLES} WHERE {LISTED}"
                )
            }
        return sorted(set(self._thumbnails.paths()) - listed)

    def drop_thumbnails(self, names: Iterable[str]) -> None:
        """Takes thumbnails out of the cache, by their names there."""
        for name in names:
            self._thumbnails.drop(name)

    def back_up(self) -> Path:
        """Copies the database beside itself, and gives the copy."""
        with known_errors(self._database):
            return back_up(self._connection, self._database)

    # -- adding ------------------------------------------------------------------------------

    def add(self, result: GenerationResult) -> GalleryItem:
        """Stores a finished picture: the file first, then its row, then its thumbnail.

        After a return the picture survives a crash or a power cut. A result that is stored
        already is not stored twice. Its trajectory is not stored: a picture must not be lost for
        want of space for that. Call ``keep_trajectory`` afterwards.

        Raises:
            StorageFull, StorageFailed: the file could not be written, and the result is the only
                copy; or it was written, the database was not, and the message says so: then
                ``adopt`` adds the picture later, and so does calling again.
        """
        stored_before = self._stored_before(result.request.id)
        if stored_before is not None:
            return stored_before
        path, created_at = write_picture(self._pictures, result)
        picture = PictureMetadata(
            width=result.width,
            height=result.height,
            request=result.request,
            provenance=result.provenance,
            seconds=result.seconds,
            created_at=created_at,
            kept_step=result.kept_step,
        )
        trajectory_bytes = size_of(trajectory_path(path)) or 0
        with self._safe_in_file(path), known_errors(self._database):
            id = self._write_row(path, created_at, picture, trajectory_bytes)
        self._keep_thumbnail(path, result.thumbnail)
        return GalleryItem(
            id=id,
            path=path,
            width=result.width,
            height=result.height,
            created_at=created_at,
            request=result.request,
            seconds=result.seconds,
            provenance=result.provenance,
            kept_step=result.kept_step,
            trajectory_bytes=trajectory_bytes,
        )

    def adopt(self, should_stop: Callable[[], bool] = lambda: False) -> Adoption:
        """Brings rows in line with files: adopts, sweeps, finds what is missing or back.

        To be called once after a start, in a thread that may take its time: it reads each file
        that has no row. ``should_stop`` is asked often; what was done until then stays. After
        damage it also takes over what only the old database knows, as far as that can be read.
        """
        with known_errors(self._database):
            done = adopt(self._connection, self._folder, self._pictures, should_stop)
            if carry_over_all(self._connection, self._database, self._pictures, should_stop):
                adopt(self._connection, self._folder, self._pictures, should_stop)
            return done

    # -- watched folders ---------------------------------------------------------------------

    def watched_folders(self) -> tuple[WatchedFolder, ...]:
        """The folders whose new pictures are to be imported, in alphabetical order."""
        with known_errors(self._database):
            return watched.watched_folders(self._connection)

    def watch(self, folder: Path, *, copy: bool = False) -> None:
        """Has a folder watched from now on; it need not be there.

        Raises:
            StorageFailed: its name is not valid Unicode.
        """
        with known_errors(self._database):
            watched.watch(self._connection, folder.expanduser().absolute(), copies=copy)

    def unwatch(self, folder: Path) -> None:
        """Has a folder no longer watched; its pictures stay in the gallery."""
        with known_errors(self._database):
            watched.unwatch(self._connection, folder.expanduser().absolute())

    # -- order -------------------------------------------------------------------------------

    def edit(self, ids: Iterable[int], change: Change) -> Undo:
        """Rates, tags and collects pictures, a thousand as easily as one; gives what undoes it.

        After a return the change survives a crash or a power cut: it is in a file beside each
        picture and in the database. Where a folder refuses that file it is in the database, and
        the answer's ``problem`` says so. Pictures that are unknown are left out.
        """
        return self.undo(Undo(edits=(Edit(tuple(ids), change),)))

    def undo(self, undo: Undo) -> Undo:
        """Takes an edit back; gives what does it again. Like ``edit`` in all else."""
        with known_errors(self._database):
            return apply(self._connection, undo)

    def create_collection(self, name: str) -> Undo:
        """Makes an empty collection; gives what undoes it.

        Raises:
            InvalidEdit: the name is empty or taken.
        """
        with known_errors(self._database):
            return apply(self._connection, creation(self._connection, name))

    def rename_collection(self, name: str, to: str) -> Undo:
        """Gives a collection another name; gives what undoes it.

        Raises:
            InvalidEdit: there is no such collection, or the other name is empty or taken.
        """
        with known_errors(self._database):
            return apply(self._connection, renaming(self._connection, name, to))

    def delete_collection(self, name: str) -> Undo:
        """Deletes a collection, but none of its pictures; gives what undoes it.

        Raises:
            InvalidEdit: there is no such collection.
        """
        with known_errors(self._database):
            return apply(self._connection, deletion(self._connection, name))

    # -- denoisings --------------------------------------------------------------------------

    def keep_trajectory(self, id: int, data: bytes) -> GalleryItem:
        """Stores the file of a picture's denoising beside the picture, in place of an earlier one.

        After a return the file survives a crash or a power cut.

        Raises:
            StorageFull, StorageFailed: it could not be written, and what was kept before is as it
                was; or it was written, the database was not: then ``adopt`` notices it later.
            UnreadablePicture: the picture is not in the gallery.
        """
        with known_errors(self._database):
            if not denoisings.keep(self._connection, self._listed(id), data):
                raise _not_listed()
        return self._listed(id)

    def forget_trajectory(self, id: int) -> GalleryItem:
        """Deletes the file of a picture's denoising, for good; the picture stays.

        Raises:
            StorageFailed: the file could not be deleted.
            UnreadablePicture: the picture is not in the gallery.
        """
        item = self._listed(id)
        with known_errors(self._database):
            denoisings.forget(self._connection, item)
        return replace(item, trajectory_bytes=0)

    def trajectory_file(self, id: int) -> Path | None:
        """The file of a picture's denoising; None when none is kept, or the picture not listed.

        Looks at the disk, and corrects what the gallery knows of it.
        """
        item = self.item(id)
        if item is None:
            return None
        with known_errors(self._database):
            return denoisings.find(self._connection, item)

    def trajectories(self) -> tuple[int, int]:
        """How many of the listed pictures have a kept denoising, and its bytes taken together."""
        with known_errors(self._database):
            return denoisings.total(self._connection)

    # -- deleting ----------------------------------------------------------------------------

    def delete(self, id: int, move_to_trash: MoveToTrash) -> None:
        """Moves a picture's file to the trash and takes the picture off the list.

        The row stays behind, so that ``restore`` can undo it. A kept denoising goes to the trash
        as well; one that cannot stays where it is. Does nothing for a picture that is not listed.

        Raises:
            StorageFailed: the file could not be moved; nothing is deleted then.
        """
        item = self.item(id)
        if item is None:
            return
        with known_errors(self._database):
            delete_picture(self._connection, item, move_to_trash)
        self._thumbnails.drop(self._key(item.path))

    def restore(self, id: int) -> GalleryItem:
        """Undoes ``delete``: brings the file back from the trash to its place.

        The denoising comes back as well if it can. One that cannot for want of space stays in the
        trash; ``adopt`` and calling again try once more.

        Raises:
            StorageFull, StorageFailed: it cannot be brought back; the picture stays deleted.
            UnreadablePicture: there was no such picture.
        """
        with known_errors(self._database):
            if not restore_picture(self._connection, id):
                raise _not_listed()
        return self._listed(id)

    # -- inside ------------------------------------------------------------------------------

    def _listed(self, id: int) -> GalleryItem:
        item = self.item(id)
        if item is None:
            raise _not_listed()
        return item

    def _by_request(self, request_id: str) -> GalleryItem | None:
        row = self._connection.execute(
            f"SELECT id FROM picture WHERE request_id = ? AND {LISTED}", (request_id,)
        ).fetchone()
        return listed_items(self._connection, row).get(row[0]) if row is not None else None

    def _stored_before(self, request_id: str) -> GalleryItem | None:
        try:
            item = self._by_request(request_id)
        except sqlite3.Error as error:
            # The file comes first; writing the row will meet the same trouble, and tell it.
            _log.warning("database not readable before adding: %s", error)
            return None
        return item if item is not None and not is_gone(item.path) else None

    def _write_row(
        self, path: Path, created_at: float, picture: PictureMetadata, trajectory_bytes: int
    ) -> int:
        request_id = picture.request.id if picture.request is not None else None
        stored = path.relative_to(self._pictures).as_posix()
        with transaction(self._connection):
            # A row of the same request whose file is gone or in the trash makes way.
            self._connection.execute(
                "UPDATE picture SET request_id = NULL "
                "WHERE request_id = ? AND NOT (folder = ? AND path = ?)",
                (request_id, self._folder, stored),
            )
            return insert_picture(
                self._connection,
                folder=self._folder,
                stored=stored,
                request_id=request_id,
                created_at=created_at,
                picture=picture,
                trajectory_bytes=trajectory_bytes,
            )

    def _keep_thumbnail(self, path: Path, webp: bytes) -> None:
        try:
            state = path.stat()
        except OSError as error:
            _log.warning("thumbnail not kept: %s", error)
            return
        self._thumbnails.put(self._key(path), state, webp)

    @contextmanager
    def _safe_in_file(self, path: Path) -> Iterator[None]:
        try:
            yield
        except SdstudioError as error:
            kind = StorageFull if isinstance(error, StorageFull) else StorageFailed
            raise kind(
                "The picture is safe in “{path}”, but not listed in the gallery yet: {reason}",
                "It appears when the app is started again.",
                path=path,
                reason=error.message,
            ) from error

    def _key(self, path: Path) -> str:
        """The path for the cache of thumbnails, which stays right when the folder is moved."""
        if path.is_relative_to(self._pictures):
            path = path.relative_to(self._pictures)
        return path.as_posix()


def _not_listed() -> UnreadablePicture:
    return UnreadablePicture("This picture is no longer in the gallery.")


def write_picture(pictures: Path, result: GenerationResult) -> tuple[Path, float]:
    """Writes a finished picture below the pictures folder: its place, and the time it is from.

    Adoption finds it there. One that is there already is not written twice.

    Raises:
        StorageFull, StorageFailed: it could not be written.
    """
    try:
        created_at = read_encoded(result.png).created_at
    except UnreadablePicture:
        created_at = None
    if created_at is None:
        created_at = time.time()
    name = picture_name(result.request.prompt, result.request.id, created_at)
    path = pictures / name
    number = 1
    try:
        while path.exists():
            if path.read_bytes() == result.png:
                return path, created_at  # written by a call that then failed at the row
            number += 1
            path = pictures / name.with_stem(f"{name.stem}-{number}")
    except OSError as error:
        raise storage_error(error, path) from error
    write_atomically(path, result.png)
    return path, created_at
