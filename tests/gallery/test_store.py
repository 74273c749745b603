from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from sdstudio.gallery import schema
from sdstudio.gallery.metadata import UnreadablePicture, read_encoded, read_picture
from sdstudio.gallery.naming import picture_name
from sdstudio.gallery.store import Gallery
from sdstudio.request import GenerationResult, StorageFailed
from tests.gallery.processes import start_saving

Make = Callable[..., GenerationResult]
Open = Callable[[], Gallery]
Trash = Callable[[Path], Path]


def pictures_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize(
    "prompt",
    ["", "a red apple", "桜の下の子犬 🐶", "line\nline\0", "word " * 2000, "CON", "../up", "'; --"],
    ids=lambda text: repr(text[:12]),
)
def test_an_added_picture_survives_a_restart(prompt: str, open_gallery: Open, make: Make) -> None:
    result = make(prompt, negative_prompt=prompt, seed=2**63 - 1)
    with open_gallery() as gallery:
        added = gallery.add(result)

    gallery = open_gallery()

    assert gallery.notice == ""
    assert gallery.ids() == [added.id]
    assert gallery.item(added.id) == added
    assert added.request == result.request
    assert added.provenance == result.provenance
    assert (added.width, added.height, added.seconds) == (16, 8, 1.25)
    assert added.path.read_bytes() == result.png
    assert added.created_at == read_picture(added.path).created_at
    assert gallery.thumbnail(added.id) == result.thumbnail


def test_files_lie_in_a_folder_per_day(gallery: Gallery, make: Make, tmp_path: Path) -> None:
    item = gallery.add(make("a red apple", id="0123456789abcdef"))

    day, name = item.path.relative_to(tmp_path / "pictures").parts

    assert len(day) == len("2026-01-01")
    assert name.endswith("-a-red-apple-01234567.png")
    assert pictures_in(tmp_path / "pictures") == [item.path]


def test_newest_first(gallery: Gallery, make: Make) -> None:
    added = [gallery.add(make(f"picture {number}")) for number in range(5)]

    ids = gallery.ids()

    assert ids == [item.id for item in reversed(added)]
    assert gallery.count() == 5
    assert gallery.items(ids) == added[::-1]
    assert gallery.items([ids[2], 999, ids[0], ids[0]]) == [added[2], added[4], added[4]]
    assert gallery.item(999) is None
    assert gallery.items([]) == []


def test_more_items_than_one_statement_takes(gallery: Gallery, make: Make) -> None:
    item = gallery.add(make())

    assert gallery.items([*range(10_000, 50_000), item.id]) == [item]


def test_adding_twice_stores_once(gallery: Gallery, make: Make, tmp_path: Path) -> None:
    result = make()

    assert gallery.add(result) == gallery.add(result)

    assert gallery.count() == 1
    assert len(pictures_in(tmp_path / "pictures")) == 1


def test_adding_again_what_was_deleted_lists_it_again(
    gallery: Gallery, make: Make, trash: Trash
) -> None:
    result = make()
    first = gallery.add(result)
    gallery.delete(first.id, trash)

    again = gallery.add(result)

    assert gallery.ids() == [again.id]
    assert again.path.read_bytes() == result.png


def test_adding_again_what_was_removed_from_outside_stores_it(gallery: Gallery, make: Make) -> None:
    result = make()
    gallery.add(result).path.unlink()

    assert gallery.add(result).path.read_bytes() == result.png
    assert gallery.count() == 1


def test_two_pictures_never_share_a_file(gallery: Gallery, make: Make, tmp_path: Path) -> None:
    result = make("a red apple")
    created_at = read_encoded(result.png).created_at
    assert created_at is not None
    taken = tmp_path / "pictures" / picture_name("a red apple", result.request.id, created_at)
    taken.parent.mkdir(parents=True)
    taken.write_bytes(b"something else")

    item = gallery.add(result)

    assert item.path == taken.with_stem(f"{taken.stem}-2")
    assert item.path.read_bytes() == result.png
    assert taken.read_bytes() == b"something else"


def test_a_missing_pictures_folder_is_made(gallery: Gallery, make: Make, tmp_path: Path) -> None:
    assert not (tmp_path / "pictures").exists()

    assert gallery.add(make()).path.is_relative_to(tmp_path / "pictures")


def test_an_unusable_folder_is_told_and_leaves_nothing(make: Make, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with Gallery(folder, tmp_path / "gallery.sqlite3", tmp_path / "cache") as gallery:
            with pytest.raises(StorageFailed, match="could not be written"):
                gallery.add(make())
            assert gallery.ids() == []
            assert gallery.adopt().missing == 0
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_locked_database_leaves_the_picture_safe(
    open_gallery: Open, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "_BUSY_SECONDS", 0.01)
    gallery = open_gallery()
    result = make()
    with closing(sqlite3.connect(tmp_path / "gallery.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFailed, match=r"is safe in .* in use by another") as caught:
            gallery.add(result)
        other.execute("ROLLBACK")

    (path,) = pictures_in(tmp_path / "pictures")
    assert str(path) in caught.value.message
    assert path.read_bytes() == result.png
    assert gallery.ids() == []

    item = gallery.add(result)

    assert item.path == path
    assert gallery.ids() == [item.id]
    assert gallery.adopt().adopted == 0


def test_what_was_saved_without_a_row_is_adopted(
    open_gallery: Open, make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schema, "_BUSY_SECONDS", 0.01)
    gallery = open_gallery()
    result = make("犬")
    with closing(sqlite3.connect(tmp_path / "gallery.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFailed):
            gallery.add(result)
        other.execute("ROLLBACK")

    assert gallery.adopt().adopted == 1

    (item,) = gallery.items(gallery.ids())
    assert item == gallery.add(result)
    assert item.request == result.request


# -- another process -------------------------------------------------------------------------


def test_pictures_added_by_another_process_are_noticed(tmp_path: Path, gallery: Gallery) -> None:
    before = gallery.data_version()
    assert gallery.data_version() == before

    with start_saving(tmp_path, 2) as process:
        assert process.stdout is not None
        said = [line.rstrip("\n").split(" ", 1) for line in process.stdout]

    assert gallery.data_version() != before
    items = gallery.items(gallery.ids())
    assert [[item.request.id, str(item.path)] for item in items if item.request] == said[::-1]


def test_two_processes_add_at_once(tmp_path: Path, gallery: Gallery, make: Make) -> None:
    with start_saving(tmp_path, 10) as one, start_saving(tmp_path, 10) as other:
        for _ in range(10):
            gallery.add(make())
        assert one.stdout is not None
        assert other.stdout is not None
        said = [*one.stdout, *other.stdout]

    assert len(said) == 20
    assert gallery.count() == 30
    adoption = gallery.adopt()
    assert (adoption.adopted, adoption.missing, adoption.returned) == (0, 0, 0)


# -- thumbnails ------------------------------------------------------------------------------


def test_a_deleted_thumbnail_cache_is_made_again(
    open_gallery: Open, make: Make, tmp_path: Path
) -> None:
    with open_gallery() as gallery:
        item = gallery.add(make(width=600, height=300))
    shutil.rmtree(tmp_path / "cache")

    gallery = open_gallery()

    with Image.open(BytesIO(gallery.thumbnail(item.id))) as image:
        assert image.size == (256, 128)
    with closing(sqlite3.connect(tmp_path / "cache" / "thumbnails.sqlite3")) as cache:
        assert cache.execute("SELECT count(*) FROM thumbnail").fetchone() == (1,)


def test_a_thumbnail_comes_from_the_cache(gallery: Gallery, make: Make, tmp_path: Path) -> None:
    item = gallery.add(make())
    with closing(sqlite3.connect(tmp_path / "cache" / "thumbnails.sqlite3")) as cache, cache:
        cache.execute("UPDATE thumbnail SET webp = ?", (b"from the cache",))

    assert gallery.thumbnail(item.id) == b"from the cache"


@pytest.mark.parametrize("damage", ["text", "cut", "foreign"])
def test_a_damaged_thumbnail_cache_is_replaced(
    damage: str, open_gallery: Open, make: Make, tmp_path: Path
) -> None:
    with open_gallery() as gallery:
        item = gallery.add(make())
        expected = gallery.thumbnail(item.id)
    cache = tmp_path / "cache" / "thumbnails.sqlite3"
    if damage == "text":
        cache.write_bytes(b"no database " * 1000)
    elif damage == "cut":
        cache.write_bytes(cache.read_bytes()[:4096])
    else:
        cache.unlink()
        with closing(sqlite3.connect(cache)) as other, other:
            other.execute("CREATE TABLE thumbnail (x)")
            other.execute("PRAGMA user_version = 1")

    gallery = open_gallery()

    assert gallery.thumbnail(item.id) == expected
    with closing(sqlite3.connect(cache)) as fresh:
        assert fresh.execute("SELECT webp FROM thumbnail").fetchall() == [(expected,)]


def test_without_any_cache_the_gallery_works(make: Make, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file in the way")
    with Gallery(tmp_path / "pictures", tmp_path / "g.sqlite3", tmp_path / "cache") as gallery:
        result = make()
        item = gallery.add(result)

        assert gallery.thumbnail(item.id) == result.thumbnail


def test_a_replaced_file_gets_a_new_thumbnail(gallery: Gallery, make: Make) -> None:
    item = gallery.add(make(width=16, height=16))
    other = make(width=32, height=16)
    item.path.write_bytes(other.png)

    assert gallery.thumbnail(item.id) == other.thumbnail


def test_no_thumbnail_of_a_damaged_or_missing_file(gallery: Gallery, make: Make) -> None:
    item = gallery.add(make())
    item.path.write_bytes(item.path.read_bytes()[:-30])
    with pytest.raises(UnreadablePicture, match="damaged"):
        gallery.thumbnail(item.id)
    item.path.unlink()
    with pytest.raises(UnreadablePicture, match="not there"):
        gallery.thumbnail(item.id)
    with pytest.raises(UnreadablePicture, match="no longer in the gallery"):
        gallery.thumbnail(999)


# -- deleting --------------------------------------------------------------------------------


def test_delete_and_undo_after_a_restart(
    open_gallery: Open, make: Make, trash: Trash, tmp_path: Path
) -> None:
    result = make()
    with open_gallery() as gallery:
        kept = gallery.add(make("kept"))
        item = gallery.add(result)
        modified = item.path.stat().st_mtime_ns
        gallery.delete(item.id, trash)
        assert gallery.ids() == [kept.id]
        assert gallery.item(item.id) is None
        assert not item.path.exists()
    assert len(pictures_in(tmp_path / "Trash")) == 2

    gallery = open_gallery()
    assert gallery.adopt().returned == 0

    assert gallery.restore(item.id) == item
    assert gallery.ids() == [kept.id, item.id]
    assert item.path.read_bytes() == result.png
    assert item.path.stat().st_mtime_ns == modified
    assert gallery.thumbnail(item.id) == result.thumbnail
    assert pictures_in(tmp_path / "Trash") == []
    assert gallery.restore(item.id) == item


def test_a_failing_trash_deletes_nothing(gallery: Gallery, make: Make) -> None:
    item = gallery.add(make())

    def refuse(path: Path) -> Path:
        raise StorageFailed("“{path}” could not be moved to the trash.", path=path)

    with pytest.raises(StorageFailed, match="could not be moved to the trash"):
        gallery.delete(item.id, refuse)

    assert gallery.item(item.id) == item
    assert item.path.exists()


def test_the_mark_is_set_before_the_file_moves(
    open_gallery: Open, gallery: Gallery, make: Make, trash: Trash
) -> None:
    item = gallery.add(make())
    seen: list[list[int]] = []

    def watch(path: Path) -> Path:
        seen.append(open_gallery().ids())
        return trash(path)

    gallery.delete(item.id, watch)

    assert seen == [[]]


def test_an_adoption_during_a_delete_does_not_undo_it(
    open_gallery: Open, gallery: Gallery, make: Make, trash: Trash
) -> None:
    item = gallery.add(make())

    def adopt_first(path: Path) -> Path:
        assert open_gallery().adopt().returned == 1
        return trash(path)

    gallery.delete(item.id, adopt_first)

    assert gallery.ids() == []
    assert gallery.restore(item.id) == item


def test_undo_after_the_trash_was_emptied(
    gallery: Gallery, make: Make, trash: Trash, tmp_path: Path
) -> None:
    item = gallery.add(make())
    gallery.delete(item.id, trash)
    shutil.rmtree(tmp_path / "Trash")

    with pytest.raises(StorageFailed, match="no longer in the trash"):
        gallery.restore(item.id)

    assert gallery.ids() == []


def test_undo_never_overwrites(gallery: Gallery, make: Make, trash: Trash, tmp_path: Path) -> None:
    item = gallery.add(make())
    gallery.delete(item.id, trash)
    item.path.write_bytes(b"something else")

    with pytest.raises(StorageFailed, match="another file has taken its place"):
        gallery.restore(item.id)

    assert item.path.read_bytes() == b"something else"
    assert len(pictures_in(tmp_path / "Trash")) == 2
    assert gallery.ids() == []


def test_undo_when_the_folder_of_the_day_is_gone(
    gallery: Gallery, make: Make, trash: Trash
) -> None:
    item = gallery.add(make())
    gallery.delete(item.id, trash)
    item.path.parent.rmdir()

    assert gallery.restore(item.id).path.exists()


def test_undo_when_the_picture_cannot_be_written(
    gallery: Gallery, make: Make, trash: Trash, tmp_path: Path
) -> None:
    item = gallery.add(make())
    gallery.delete(item.id, trash)
    shutil.rmtree(tmp_path / "pictures")
    (tmp_path / "pictures").write_text("in the way")

    with pytest.raises(StorageFailed, match="could not be written"):
        gallery.restore(item.id)

    assert gallery.ids() == []
    assert len(pictures_in(tmp_path / "Trash")) == 2


def test_a_trash_that_does_not_tell(gallery: Gallery, make: Make, trash: Trash) -> None:
    item = gallery.add(make())

    def silent(path: Path) -> None:
        trash(path)

    gallery.delete(item.id, silent)

    assert gallery.ids() == []
    with pytest.raises(StorageFailed, match="could not be brought back"):
        gallery.restore(item.id)


def test_a_picture_whose_file_is_gone_can_be_deleted(
    gallery: Gallery, make: Make, trash: Trash, tmp_path: Path
) -> None:
    item = gallery.add(make())
    item.path.unlink()

    gallery.delete(item.id, trash)
    gallery.delete(item.id, trash)
    gallery.delete(999, trash)

    assert gallery.ids() == []
    assert not (tmp_path / "Trash").exists()
    with pytest.raises(UnreadablePicture):
        gallery.restore(999)


def test_closing_twice_is_allowed(open_gallery: Open) -> None:
    gallery: Any = open_gallery()
    gallery.close()
    gallery.close()
