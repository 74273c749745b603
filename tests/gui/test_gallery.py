"""The gallery on the window: real pictures, a real database, a real trash."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QThread
from pytestqt.qtbot import QtBot

from sdstudio.gallery.store import Gallery
from sdstudio.gui.gallery_model import GalleryModel
from sdstudio.gui.gallery_view import GalleryView
from sdstudio.gui.icons import IconSet
from sdstudio.gui.librarian import Librarian, move_to_trash
from sdstudio.gui.theme import ThemeSource
from sdstudio.paths import Paths
from sdstudio.request import StorageFailed
from tests.gui.conftest import Heard, made


def open_gallery(paths: Paths) -> Gallery:
    return Gallery(paths.pictures, paths.database_file, paths.cache)


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
    model.set_ids([5, 4, 3, 1])
    assert inserted == [(0, 2), (0, 1)]
    assert resets == []
    assert [model.id_at(row) for row in range(model.rowCount())] == [5, 4, 3, 1]
    model.set_ids([1, 5])  # another order: start afresh
    assert resets == [1]
    assert model.index_of(5).row() == 1
    assert not model.index_of(4).isValid()


def test_only_tiles_in_sight_are_asked_for(
    qtbot: QtBot, themes: ThemeSource, icons: IconSet
) -> None:
    model = GalleryModel()
    view = GalleryView(model, themes, icons, 112)
    qtbot.addWidget(view)
    view.resize(330, 340)
    view.show()
    with qtbot.waitSignal(view.thumbnails_wanted) as wanted:
        model.set_ids(list(range(10_000, 0, -1)))
    assert wanted.args is not None
    assert wanted.args[0][:3] == [10_000, 9_999, 9_998]
    assert len(wanted.args[0]) < 30
    columns = sum(
        view.visualRect(model.index(row)).top() == view.visualRect(model.index(0)).top()
        for row in range(6)
    )
    assert columns == 3
    last = model.index(9_999)
    qtbot.waitUntil(lambda: view.visualRect(last).isValid())  # it is laid out in portions
    with qtbot.waitSignal(view.thumbnails_wanted) as wanted:
        view.scrollToBottom()
    assert wanted.args is not None
    assert wanted.args[0][-1] == 1
    assert len(wanted.args[0]) < 30


def test_a_thumbnail_fills_its_tile(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> None:
    from sdstudio.gui.decoding import decode

    model = GalleryModel()
    view = GalleryView(model, themes, icons, 112)
    qtbot.addWidget(view)
    view.resize(330, 340)
    view.show()
    model.set_ids([1])
    model.put_thumbnail(1, decode(made("x", grey=200).thumbnail, "WEBP"), None)
    grabbed = view.viewport().grab().toImage()
    centre = view.visualRect(model.index(0)).center()
    for offset in (QPoint(0, 0), QPoint(40, 0), QPoint(0, -40)):
        assert abs(grabbed.pixelColor(centre + offset).red() - 200) < 4
