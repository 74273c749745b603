"""The gallery on the window: real pictures, a real database, a real trash."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QThread, Slot
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from sdstudio.gallery.store import Gallery
from sdstudio.gui.decoding import decode
from sdstudio.gui.gallery_model import GalleryModel
from sdstudio.gui.gallery_panel import GalleryPanel
from sdstudio.gui.icons import IconSet
from sdstudio.gui.librarian import Family, Librarian, Opened, move_to_trash
from sdstudio.gui.theme import ThemeSource
from sdstudio.paths import Paths
from sdstudio.request import GalleryItem, StorageFailed, TrajectoryMissing
from tests.gui.conftest import Heard, made


def open_gallery(paths: Paths) -> Gallery:
    return Gallery(paths.pictures, paths.database_file, paths.cache)


class HeardCounts(QObject):
    """What ``trajectories_counted`` said."""

    def __init__(self) -> None:
        super().__init__()
        self.all: list[tuple[int, int]] = []

    @Slot(int, object)
    def note(self, count: int, size: int) -> None:
        self.all.append((count, size))


@pytest.fixture
def librarian(qapp: object, paths: Paths, trash: Path) -> Iterator[Librarian]:
    """A librarian in its thread, not started yet."""
    librarian = Librarian(lambda: open_gallery(paths), move_to_trash)
    thread = QThread()
    librarian.moveToThread(thread)
    thread.started.connect(librarian.begin)
    thread.finished.connect(librarian.release)
    librarian.start_thread = thread.start  # type: ignore[attr-defined]
    yield librarian
    librarian.close()
    thread.quit()
    thread.wait()


def fill(paths: Paths, *prompts: str) -> list[int]:
    with open_gallery(paths) as gallery:
        return [
            gallery.add(made(prompt, grey=40 * number)).id
            for number, prompt in enumerate(prompts, 1)
        ]


def test_the_trash_tells_where_a_picture_went(qapp: object, trash: Path, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"x")
    where = move_to_trash(picture)
    assert not picture.exists()
    assert where is not None
    assert where.read_bytes() == b"x"
    with pytest.raises(StorageFailed):
        move_to_trash(picture)


def test_it_lists_adopts_and_notices_others(
    qtbot: QtBot, paths: Paths, librarian: Librarian
) -> None:
    first, second = fill(paths, "one", "two")
    (paths.pictures / "found.png").write_bytes(made("found").png)
    heard = Heard()
    librarian.listed.connect(heard.note)
    lists = heard.all
    librarian.start_thread()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: len(lists) == 2)
    assert lists[0] == [second, first]
    assert set(lists[1]) > {first, second}
    third = fill(paths, "three")[0]  # as the command line would
    librarian.refresh()
    qtbot.waitUntil(lambda: len(lists) == 3)
    assert third in lists[2]


def test_deleting_and_undoing(
    qtbot: QtBot, paths: Paths, trash: Path, librarian: Librarian
) -> None:
    ids = fill(paths, "one", "two", "three")
    librarian.start_thread()  # type: ignore[attr-defined]
    deleted = Heard()
    librarian.deleted.connect(deleted.note)
    librarian.delete(ids[:2])
    qtbot.waitUntil(lambda: bool(deleted.all))
    assert deleted.all == [ids[:2]]
    assert len(list(trash.iterdir())) == 2
    restored = Heard()
    librarian.restored.connect(restored.note)
    librarian.restore(ids[:2])
    qtbot.waitUntil(lambda: bool(restored.all))
    assert restored.all == [ids[:2]]
    assert list(trash.iterdir()) == []
    assert len(list(paths.pictures.rglob("*.png"))) == 3


def test_a_picture_and_its_settings_are_opened(
    qtbot: QtBot, paths: Paths, librarian: Librarian
) -> None:
    (id,) = fill(paths, "grey")
    librarian.start_thread()  # type: ignore[attr-defined]
    opened = Heard()
    librarian.opened.connect(opened.note)
    librarian.open_picture(id)
    qtbot.waitUntil(lambda: bool(opened.all))
    shown = opened.all[0]
    assert shown.image.pixelColor(3, 3).red() == 40
    assert shown.item.request.prompt == "grey"


def test_a_missing_file_is_told_and_breaks_nothing(
    qtbot: QtBot, paths: Paths, librarian: Librarian
) -> None:
    gone, stays = fill(paths, "gone", "stays")
    next(paths.pictures.rglob("*gone*.png")).write_bytes(b"no picture")
    librarian.start_thread()  # type: ignore[attr-defined]
    failed = Heard()
    librarian.failed.connect(failed.note)
    librarian.open_picture(gone)
    qtbot.waitUntil(lambda: bool(failed.all))
    assert "cannot be shown" in str(failed.all[0])
    opened = Heard()
    librarian.opened.connect(opened.note)
    librarian.open_picture(stays)
    qtbot.waitUntil(lambda: bool(opened.all))
    assert opened.all[-1].item.id == stays


def test_a_newer_database_is_told(qtbot: QtBot, paths: Paths, librarian: Librarian) -> None:
    import sqlite3

    paths.database_file.parent.mkdir(parents=True)
    connection = sqlite3.connect(paths.database_file)
    connection.execute("PRAGMA user_version = 999")
    connection.execute("CREATE TABLE later (x)")
    connection.commit()
    connection.close()
    unavailable = Heard()
    librarian.unavailable.connect(unavailable.note)
    librarian.start_thread()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(unavailable.all))
    assert "newer" in str(unavailable.all[0])


def test_the_model_changes_row_by_row(qapp: object, paths: Paths) -> None:
    model = GalleryModel()
    resets: list[int] = []
    model.modelReset.connect(lambda: resets.append(1))
    inserted: list[tuple[int, int]] = []
    model.rowsInserted.connect(lambda _parent, first, last: inserted.append((first, last)))
    model.set_ids([3, 2, 1])
    assert model.index_of(1).row() == 2
    model.set_ids([5, 4, 3, 2, 1])
    assert inserted == [(0, 2), (0, 1)]
    assert [model.index_of(id).row() for id in (5, 4, 3, 2, 1)] == [0, 1, 2, 3, 4]
    model.set_ids([5, 4, 3, 2, 1])
    assert resets == []
    model.set_ids([5, 4, 3, 1])
    assert resets == [1]
    assert [model.index_of(id).row() for id in (5, 4, 3, 1)] == [0, 1, 2, 3]
    assert not model.index_of(2).isValid()
    model.remove([4, 1])
    assert [model.id_at(row) for row in range(model.rowCount())] == [5, 3]
    assert model.index_of(3).row() == 1


def test_tiles_in_memory_are_bounded(qapp: object) -> None:
    model = GalleryModel()
    model.set_ids(list(range(1000, 0, -1)))
    tile = QImage(256, 256, QImage.Format.Format_ARGB32_Premultiplied)
    for id in range(1, 601):
        model.put_thumbnail(id, tile, None)
    kept = [id for id in range(1, 601) if model.thumbnail(id) is not None]
    assert 200 < len(kept) < 400  # of a quarter of a megabyte each
    assert kept[-1] == 600
    model.put_thumbnail(600, tile, None)
    assert sum(model.thumbnail(id) is not None for id in range(1, 601)) == len(kept)


def test_denoisings_are_kept_counted_and_forgotten(
    qtbot: QtBot, paths: Paths, librarian: Librarian
) -> None:
    first, second = fill(paths, "one", "two")
    counts = HeardCounts()
    librarian.trajectories_counted.connect(counts.note)
    updated = Heard()
    librarian.updated.connect(updated.note)
    librarian.start_thread()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: (0, 0) in counts.all)
    threads: list[QThread] = []

    def encode() -> bytes:
        threads.append(QThread.currentThread())
        return b"x" * 500

    librarian.keep_trajectory(first, encode)
    librarian.keep_trajectory(second, encode)
    qtbot.waitUntil(lambda: counts.all[-1] == (2, 1000))
    assert threads == [librarian.thread()] * 2
    assert [(item.id, item.trajectory_bytes) for item in updated.all] == [
        (first, 500),
        (second, 500),
    ]
    librarian.forget_trajectory(first)
    qtbot.waitUntil(lambda: counts.all[-1] == (1, 500))
    assert updated.all[-1].trajectory_bytes == 0
    librarian.delete([second])
    qtbot.waitUntil(lambda: counts.all[-1] == (0, 0))
    librarian.restore([second])
    qtbot.waitUntil(lambda: counts.all[-1] == (1, 500))
    with open_gallery(paths) as gallery:  # as the worker does
        gallery.keep_trajectory(first, b"x")
    librarian.count_trajectories()
    qtbot.waitUntil(lambda: counts.all[-1] == (2, 501))


def test_a_denoising_that_is_gone_is_told(qtbot: QtBot, paths: Paths, librarian: Librarian) -> None:
    (id,) = fill(paths, "one")
    failed = Heard()
    librarian.failed.connect(failed.note)
    librarian.start_thread()  # type: ignore[attr-defined]
    librarian.keep_trajectory(id, lambda: None)
    qtbot.waitUntil(lambda: bool(failed.all))
    assert isinstance(failed.all[0], TrajectoryMissing)
    assert "no longer in memory" in str(failed.all[0])


def test_only_the_family_asked_for_last_is_told(
    qtbot: QtBot, paths: Paths, librarian: Librarian
) -> None:
    root = made("root", grey=200)
    branch = made("branch", parent=root.request.id, from_step=3)
    unreadable = made("unreadable", parent=root.request.id, from_step=5)
    with open_gallery(paths) as gallery:
        ids = [gallery.add(result).id for result in (root, branch, unreadable)]
        stranger = gallery.add(made("stranger")).id
    next(paths.pictures.rglob("*unreadable*.png")).write_bytes(b"no picture")
    heard = Heard()
    librarian.family_ready.connect(heard.note)
    librarian.want_family(stranger)
    librarian.want_family(ids[1])
    librarian.start_thread()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: bool(heard.all))
    family = heard.all[0]
    assert family.id == ids[1]
    assert [one.id for one in family.relatives] == ids
    assert [one.depth for one in family.relatives] == [0, 1, 1]
    assert {id: item.id for id, item in family.items.items()} == {id: id for id in ids}
    image = family.images[ids[0]]
    assert image is not None
    assert abs(image.pixelColor(3, 3).red() - 200) < 4
    assert family.images[ids[2]] is None
    librarian.delete([ids[0]])
    librarian.want_family(stranger)
    qtbot.waitUntil(lambda: len(heard.all) == 2)
    assert [one.id for one in heard.all[1].relatives] == [stranger]


def test_a_large_family_keeps_nobody_waiting(
    qtbot: QtBot, paths: Paths, librarian: Librarian
) -> None:
    root = made("root")
    with open_gallery(paths) as gallery:
        first = gallery.add(root).id
        for number in range(40):
            gallery.add(made(f"branch {number}", parent=root.request.id, from_step=1))
    told = Heard()
    librarian.family_ready.connect(told.note)
    librarian.opened.connect(told.note)
    librarian.start_thread()  # type: ignore[attr-defined]
    librarian.want_family(first)
    librarian.open_picture(first)
    qtbot.waitUntil(lambda: len(told.all) == 2)  # neither gets lost, whichever came first
    assert {type(one) for one in told.all} == {Family, Opened}


def item_of(**values: object) -> GalleryItem:
    request = made("a cat", grey=255).request
    known = GalleryItem(
        id=1, path=Path("a.png"), width=16, height=16, created_at=0.0, request=request
    )
    return replace(known, **values)  # type: ignore[arg-type]


def test_the_words_of_a_tile_tell_what_its_marks_mean(qapp: object) -> None:
    model = GalleryModel()
    model.set_ids([1])
    model.update_item(item_of())  # before its thumbnail is here: nothing to change
    assert model.item(1) is None
    request = made("<b>", parent="p", from_step=8).request
    item = item_of(request=request, kept_step=9, trajectory_bytes=58 * 1024)
    model.put_thumbnail(1, decode(made("x").thumbnail, "WEBP"), item)
    words = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole).split("\n")
    assert words[0] == "<b>"
    assert words[2:] == ["Branched at step 8", "Stopped at step 9", "Denoising kept: 59 kB"]
    tip = model.data(model.index(0), Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip
    assert "Denoising kept" in tip


def test_the_panel_counts_denoisings(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> None:
    model = GalleryModel()
    panel = GalleryPanel(model, themes, icons, 112)
    qtbot.addWidget(panel)
    model.set_ids(list(range(340, 0, -1)))
    assert panel.count_label.text() == "340 pictures"
    panel.set_denoisings(12, 31 * 1024**2)
    assert panel.count_label.text() == "340 pictures · 12 with denoising, 32.5 MB"
    model.remove([1])
    assert panel.count_label.text() == "339 pictures · 12 with denoising, 32.5 MB"
    panel.set_denoisings(0, 0)
    assert panel.count_label.text() == "339 pictures"
