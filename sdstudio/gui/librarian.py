"""The gallery for the window: a thread of its own that reads, decodes, deletes and restores."""

from __future__ import annotations

import logging
import sys
import threading
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QFile, QObject, QSize, QStandardPaths, Qt, Signal, Slot
from PySide6.QtGui import QImage

from sdstudio.gallery.family import Relative
from sdstudio.gallery.metadata import UnreadablePicture, read_picture
from sdstudio.gallery.query import Query
from sdstudio.gallery.store import Gallery
from sdstudio.gui.decoding import decode, decode_picture
from sdstudio.gui.order.deeds import Deed, count_labels
from sdstudio.gui.tiles import rounded_tile
from sdstudio.phrase import Phrase
from sdstudio.request import GalleryItem, SdstudioError, StorageFailed, TrajectoryMissing

_FAMILY_SIDE = 128
"""Longest side of a family's thumbnails: sharp at 40 pixels and a device pixel ratio of 3."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A picture of the gallery, decoded; ``image`` is null when its file cannot be read."""

    item: GalleryItem
    image: QImage


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The tree of branches that the picture ``id`` belongs to; see ``Gallery.family``.

    ``items`` and ``images``, by id, are those of the relatives that are listed. An image is a
    thumbnail of at most 128 x 128 pixels, None when its picture cannot be read.
    """

    id: int
    relatives: tuple[Relative, ...]
    items: Mapping[int, GalleryItem]
    images: Mapping[int, QImage | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The metadata that the imported picture ``id`` came with.

    ``text`` is the whole of it, as another program wrote it; ``approximations`` are sentences
    about what of it our settings do not say.
    """

    id: int
    text: str
    approximations: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Performed:
    """How a deed went. With ``is_done`` a ``problem`` is one to know of, else why it was not.

    ``items`` is what is known of the pictures asked about, once it is done.
    """

    deed: Deed
    is_undo: bool
    is_done: bool
    problem: SdstudioError | None
    items: Sequence[GalleryItem]


class Librarian(QObject):
    """Owns a gallery in its thread; the window asks and is answered by signals.

    The methods under “from any thread” return at once. Tiles wait until nothing else does, and
    only those wanted last are made: what was scrolled away meanwhile is forgotten.
    """

    listed = Signal(object)
    """list of ids, those that the query last shown finds: at the start, when asked, and whenever
    something else changed the gallery. ``counted`` comes before."""
    counted = Signal(int)
    """How many pictures the whole gallery has."""
    facets_ready = Signal(object)
    """Facets."""
    labels_ready = Signal(object)
    """Labels: which tags and collections the pictures asked for have."""
    performed = Signal(object)
    """Performed: a deed is done or undone, and durable; or not, and it says why."""
    thumbnail_ready = Signal(int, QImage, object)
    """id, tile (null when its picture cannot be read), GalleryItem or None."""
    sketched = Signal(int, QImage)
    """id and thumbnail of the picture that is wanted first, before its file is decoded."""
    picture_ready = Signal(object)
    """Opened: one of the wanted pictures."""
    items_ready = Signal(object)
    """list of GalleryItem that were asked for."""
    original_ready = Signal(object)
    """Original."""
    picture_read = Signal(str, object)
    """purpose and Opened: a picture that ``read_pictures`` asked for."""
    opened = Signal(object)
    """Opened."""
    deleted = Signal(object)
    """list of ids that are in the trash now."""
    restored = Signal(object)
    """list of ids that are back."""
    updated = Signal(object)
    """GalleryItem: what is kept beside a picture changed."""
    family_ready = Signal(object)
    """Family."""
    # The bytes as a Python object: more than 2 GB do not fit into Qt's int.
    trajectories_counted = Signal(int, object)
    """How many pictures have a kept denoising, and the bytes (int) of these taken together: at the
    start, when asked, and whenever the librarian changed the gallery or saw it changed."""
    noticed = Signal(object)
    """A sentence about the gallery as a whole, a phrase."""
    failed = Signal(object)
    """SdstudioError: something asked for could not be done."""
    unavailable = Signal(object)
    """SdstudioError: there is no gallery this time."""
    _wake = Signal()

    def __init__(
        self,
        open_gallery: Callable[[], Gallery],
        move_to_trash: Callable[[Path], Path | None],
    ) -> None:
        super().__init__()
        self._open_gallery = open_gallery
        self._move_to_trash = move_to_trash
        self._gallery: Gallery | None = None
        self._version = -1
        self._lock = threading.Lock()
        self._jobs: deque[Callable[[Gallery], None]] = deque()
        self._wanted: deque[int] = deque()
        self._tile = (0, 0.0)
        self._picture: int | None = None
        self._pictures: deque[int] = deque()
        self._sketch: int | None = None
        self._family: int | None = None
        self._original: int | None = None
        self._query = Query()
        self._is_search_due = False
        self._are_facets_due = False
        self._is_closing = False
        self._adopting: threading.Thread | None = None
        # Queued: emitted in the librarian's own thread it would call itself, ever deeper.
        self._wake.connect(self._work, Qt.ConnectionType.QueuedConnection)

    # -- from any thread ---------------------------------------------------------------------

    def want_thumbnails(self, ids: list[int], side: int, corner: float) -> None:
        """The tiles to make next, most wanted first; replaces the list before.

        ``side`` and ``corner``, its radius, are device pixels.
        """
        with self._lock:
            self._wanted = deque(ids)
            self._tile = (side, corner)
        self._wake.emit()

    def want_pictures(self, ids: list[int]) -> None:
        """Whole pictures to decode next, most wanted first; replaces the list before.

        The first one's thumbnail is told before everything else, unless ``ids`` is empty.
        """
        with self._lock:
            self._pictures = deque(ids)
            self._sketch = ids[0] if ids else None
        self._wake.emit()

    def want_items(self, ids: list[int]) -> None:
        """Asks what is known of pictures."""
        self._ask(lambda gallery: self.items_ready.emit(gallery.items(ids)))

    def read_pictures(self, purpose: str, ids: list[int]) -> None:
        """Asks for whole pictures, each told by itself; ``purpose`` comes back with them.

        Of those that are no longer in the gallery nothing is told.
        """
        for id in ids:
            self._ask(partial(self._read_picture, purpose=purpose, id=id))

    def open_picture(self, id: int) -> None:
        """Asks for a picture; only the one asked for last is opened."""
        with self._lock:
            self._picture = id
        self._wake.emit()

    def show(self, query: Query) -> None:
        """Lists what a query finds, from now on; of several only the last is searched for."""
        with self._lock:
            self._query = query
            self._is_search_due = True
        self._wake.emit()

    def show_again(self) -> None:
        """Lists anew what the query finds: something that it depends on has changed."""
        with self._lock:
            self._is_search_due = True
        self._wake.emit()

    def want_facets(self) -> None:
        """Asks what filters may offer; answered when nothing else waits."""
        with self._lock:
            self._are_facets_due = True
        self._wake.emit()

    def want_labels(self, ids: list[int]) -> None:
        """Asks which tags and collections pictures have."""
        self._ask(lambda gallery: self.labels_ready.emit(count_labels(gallery, ids)))

    def perform(self, deed: Deed, *, is_undo: bool, seen: list[int]) -> None:
        """Does or undoes a deed; deeds are done one after another, in the order they were asked.

        The answer has what is known of the pictures ``seen`` by then.
        """
        self._ask(lambda gallery: self._perform(gallery, deed, is_undo, seen))

    def want_family(self, id: int) -> None:
        """Asks for the family of a picture; only the one asked for last is told."""
        with self._lock:
            self._family = id
        self._wake.emit()

    @Slot(int)
    def want_original(self, id: int) -> None:
        """Asks for a picture's original metadata; only the one asked for last is told."""
        with self._lock:
            self._original = id
        self._wake.emit()

    def keep_trajectory(self, id: int, encode: Callable[[], bytes | None]) -> None:
        """Stores a picture's denoising beside it.

        ``encode`` gives the file's bytes, or None when there is no such denoising any more. It is
        called in the librarian's thread and may raise SdstudioError.
        """
        self._ask(lambda gallery: self._keep_trajectory(gallery, id, encode))

    def forget_trajectory(self, id: int) -> None:
        """Deletes the denoising kept beside a picture, for good."""
        self._ask(lambda gallery: self._forget_trajectory(gallery, id))

    def count_trajectories(self) -> None:
        """Asks how many denoisings are kept: after another thread stored a picture."""
        self._ask(self._count_trajectories)

    def delete(self, ids: list[int]) -> None:
        """Moves pictures to the trash."""
        self._ask(lambda gallery: self._delete(gallery, ids))

    def restore(self, ids: list[int]) -> None:
        """Brings pictures back from the trash."""
        self._ask(lambda gallery: self._restore(gallery, ids))

    @Slot()
    def refresh(self) -> None:
        """Looks whether another program changed the gallery."""
        self._ask(self._refresh)

    def close(self) -> None:
        """Forgets what waits and stops what can be stopped."""
        with self._lock:
            self._is_closing = True
            self._jobs.clear()
            self._wanted.clear()
            self._pictures.clear()
            self._picture = self._family = self._sketch = self._original = None
            self._is_search_due = self._are_facets_due = False

    # -- in the librarian's thread -----------------------------------------------------------

    @Slot()
    def begin(self) -> None:
        """Opens the gallery, lists it, and takes in files without a row."""
        if self._is_closing:
            return
        try:
            self._gallery = self._open_gallery()
        except SdstudioError as error:
            self.unavailable.emit(error)
            return
        if self._gallery.notice:
            self.noticed.emit(self._gallery.notice)
        self._guarded(self._list)
        # In a thread of its own: with many files it takes its time, and tiles must not wait.
        self._adopting = threading.Thread(target=self._adopt, name="adoption")
        self._adopting.start()

    @Slot()
    def release(self) -> None:
        """Closes the gallery; the last call in the thread."""
        if self._adopting is not None:
            self._adopting.join()
        if self._gallery is not None:
            self._gallery.close()
            self._gallery = None

    @Slot()
    def _work(self) -> None:
        gallery = self._gallery
        if gallery is None or self._is_closing:
            return
        with self._lock:
            job = self._take_job()
            asked = (self._family, self._original)
            more = bool(self._jobs or self._wanted or self._pictures) or asked != (None, None)
            more = more or self._is_search_due or self._are_facets_due
        if job is not None:
            self._guarded(job)
        if more:
            self._wake.emit()

    def _take_job(self) -> Callable[[Gallery], None] | None:
        """The most urgent of what waits; the lock is held."""
        if self._picture is not None:
            picture, self._picture = self._picture, None
            return lambda gallery: self._open(gallery, picture)
        if self._sketch is not None:
            sketch, self._sketch = self._sketch, None
            return lambda gallery: self.sketched.emit(sketch, _thumbnail(gallery, sketch))
        if self._is_search_due:
            self._is_search_due = False
            return self._search
        if self._jobs:
            return self._jobs.popleft()
        if self._original is not None:
            original, self._original = self._original, None
            return lambda gallery: self._tell_original(gallery, original)
        if self._pictures:
            shown = self._pictures.popleft()
            return lambda gallery: self._show(gallery, shown)
        if self._family is not None:
            whose, self._family = self._family, None
            return lambda gallery: self._tell_family(gallery, whose)
        if self._wanted:
            id = self._wanted.popleft()
            side, corner = self._tile
            return lambda gallery: self._make_tile(gallery, id, side, corner)
        if self._are_facets_due:
            self._are_facets_due = False
            return lambda gallery: self.facets_ready.emit(gallery.facets())
        return None

    def _ask(self, job: Callable[[Gallery], None]) -> None:
        with self._lock:
            if self._is_closing:
                return
            self._jobs.append(job)
        self._wake.emit()

    def _guarded(self, job: Callable[[Gallery], None]) -> None:
        """Runs a job; whatever goes wrong with it, the thread lives on."""
        assert self._gallery is not None
        try:
            job(self._gallery)
        except SdstudioError as error:
            self.failed.emit(error)
        except Exception:
            self._tell_bug()

    def _tell_bug(self) -> None:
        """To be called where an exception is handled."""
        _log.exception("the gallery could not do something")
        self.failed.emit(_bug())

    def _list(self, gallery: Gallery) -> None:
        self._version = gallery.data_version()
        self._search(gallery)
        self.count_trajectories()

    def _search(self, gallery: Gallery) -> None:
        query = self._query
        ids = gallery.ids() if query == Query() else gallery.search(query)
        self.counted.emit(gallery.count() if query.parts else len(ids))
        self.listed.emit(ids)

    def _perform(self, gallery: Gallery, deed: Deed, is_undo: bool, seen: list[int]) -> None:
        problem: SdstudioError | None = None
        items: Sequence[GalleryItem] = ()
        is_done = False
        try:
            problem = deed.run(gallery, is_undo=is_undo)
            is_done = True
            items = gallery.items(seen)
        except SdstudioError as error:
            problem = error
        except Exception:
            _log.exception("the gallery could not be put in order")
            problem = _bug()
        self.performed.emit(
            Performed(deed=deed, is_undo=is_undo, is_done=is_done, problem=problem, items=items)
        )

    def _adopt(self) -> None:
        """Takes in files without a row, over a gallery of its own thread."""
        try:
            with self._open_gallery() as gallery:
                adoption = gallery.adopt(lambda: self._is_closing)
        except SdstudioError as error:
            self.failed.emit(error)
        except Exception:
            self._tell_bug()
        else:
            if adoption.adopted or adoption.returned or adoption.missing:
                self._ask(self._list)

    def _refresh(self, gallery: Gallery) -> None:
        if gallery.data_version() != self._version:
            self._list(gallery)

    def _open(self, gallery: Gallery, id: int) -> None:
        item = gallery.item(id)
        if item is None:
            self._list(gallery)
            return
        image = _picture(item)
        self.opened.emit(Opened(item=item, image=image))
        if image.isNull():
            raise StorageFailed(
                "“{path}” cannot be shown: the file is missing or damaged.",
                "Look for a copy of it, or move it to the trash.",
                path=item.path,
            )

    def _show(self, gallery: Gallery, id: int) -> None:
        item = gallery.item(id)
        if item is not None:
            self.picture_ready.emit(Opened(item=item, image=_picture(item)))

    def _read_picture(self, gallery: Gallery, purpose: str, id: int) -> None:
        item = gallery.item(id)
        if item is not None:
            self.picture_read.emit(purpose, Opened(item=item, image=_picture(item)))

    def _make_tile(self, gallery: Gallery, id: int, side: int, corner: float) -> None:
        item = gallery.item(id)
        image = QImage() if item is None else _thumbnail(gallery, id)
        tile = rounded_tile(image, QSize(side, side), corner)
        self.thumbnail_ready.emit(id, tile, item)

    def _tell_original(self, gallery: Gallery, id: int) -> None:
        item = gallery.item(id)
        if item is None:
            return
        approximations: tuple[Phrase, ...] = ()
        # The file is read again: what is approximate depends on what this version understands.
        with suppress(UnreadablePicture):
            approximations = read_picture(item.path).approximations
        text = gallery.original_text(id)
        self.original_ready.emit(Original(id=id, text=text, approximations=approximations))

    def _tell_family(self, gallery: Gallery, id: int) -> None:
        relatives = gallery.family(id)
        listed = [one.id for one in relatives if one.id is not None]
        items = {item.id: item for item in gallery.items(listed)}
        images: dict[int, QImage | None] = {}
        for each in items:
            # A family may have hundreds of pictures; nobody is to wait for all of them.
            if self._gives_way(id):
                return
            image = _thumbnail(gallery, each)
            images[each] = None if image.isNull() else _at_most(image, _FAMILY_SIDE)
        self.family_ready.emit(Family(id=id, relatives=relatives, items=items, images=images))

    def _gives_way(self, id: int) -> bool:
        """Whether something more urgent than a family has come up; it is told after that."""
        with self._lock:
            if self._is_closing or self._family is not None:
                return True
            if self._picture is None and not self._jobs:
                return False
            self._family = id
            return True

    def _keep_trajectory(
        self, gallery: Gallery, id: int, encode: Callable[[], bytes | None]
    ) -> None:
        data = encode()
        if data is None:
            raise TrajectoryMissing(
                "The denoising of this picture is no longer in memory.",
                "Make the picture again, then keep its denoising.",
            )
        self.updated.emit(gallery.keep_trajectory(id, data))
        self.count_trajectories()

    def _forget_trajectory(self, gallery: Gallery, id: int) -> None:
        self.updated.emit(gallery.forget_trajectory(id))
        self.count_trajectories()

    def _count_trajectories(self, gallery: Gallery) -> None:
        self.trajectories_counted.emit(*gallery.trajectories())

    def _delete(self, gallery: Gallery, ids: list[int]) -> None:
        gone: list[int] = []
        try:
            for id in ids:
                gallery.delete(id, self._move_to_trash)
                gone.append(id)
        finally:
            if gone:
                self.deleted.emit(gone)
                self.count_trajectories()

    def _restore(self, gallery: Gallery, ids: list[int]) -> None:
        back: list[int] = []
        try:
            for id in ids:
                gallery.restore(id)
                back.append(id)
        finally:
            if back:
                self.restored.emit(back)
                self._list(gallery)


def _bug() -> SdstudioError:
    return SdstudioError(
        "Something went wrong in the gallery that should not have.",
        "The log has the details; the app goes on.",
    )


def _picture(item: GalleryItem) -> QImage:
    """A picture in full size; null when its file cannot be read."""
    try:
        return decode_picture(item.path.read_bytes())
    except OSError:
        return QImage()


def _thumbnail(gallery: Gallery, id: int) -> QImage:
    """A picture's thumbnail; null when the picture cannot be read."""
    try:
        return decode(gallery.thumbnail(id), "WEBP")
    except SdstudioError as error:
        # Told by the tile itself; a notice for each would bury the window.
        _log.warning("no thumbnail: %s", error)
        return QImage()


def _at_most(image: QImage, side: int) -> QImage:
    if max(image.width(), image.height()) <= side:
        return image
    return image.scaled(
        side, side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def move_to_trash(path: Path) -> Path | None:
    """Moves a file to the system's trash; where it is then, if the system tells.

    Raises:
        StorageFailed: the system refused, or has no trash for this disk.
    """
    if sys.platform.startswith("linux"):
        # Qt makes the trash itself but not the folder above it, which a new user may lack.
        where = QStandardPaths.StandardLocation.GenericDataLocation
        with suppress(OSError):
            Path(QStandardPaths.writableLocation(where)).mkdir(parents=True, exist_ok=True)
    # As a static call it does not tell where the file went; an object takes its new name.
    file = QFile(str(path))
    if not file.moveToTrash():
        raise StorageFailed(
            "“{path}” could not be moved to the trash.",
            "Delete it in its folder if you do not need it.",
            path=path,
        )
    trashed = Path(file.fileName())
    return trashed if trashed != path else None
