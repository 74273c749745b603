from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sdstudio.gallery.ordering import Change, InvalidEdit
from sdstudio.gallery.query import parse
from sdstudio.gallery.sidecar import Marks, decode_sidecar, encode_sidecar, sidecar_path
from sdstudio.gallery.store import Gallery
from sdstudio.request import GalleryItem, GenerationResult
from tests.small_drives import mount, small_drive_at

Make = Callable[..., GenerationResult]
Open = Callable[[], Gallery]


@pytest.fixture
def items(gallery: Gallery, make: Make) -> list[GalleryItem]:
    return [gallery.add(make("a cat", seed=number)) for number in range(3)]


def beside(item: GalleryItem) -> Marks:
    return decode_sidecar(sidecar_path(item.path).read_bytes())


def test_an_edit_is_in_the_row_and_beside_the_picture_and_is_found(
    gallery: Gallery, items: list[GalleryItem]
) -> None:
    gallery.create_collection("My collection")
    change = Change(
        rating=4, favourite=True, add_tags=("Été", "猫"), add_collections=("my COLLECTION",)
    )

    undo = gallery.edit([items[0].id, items[2].id, 999], change)

    wanted = replace(
        items[0], rating=4, favourite=True, tags=("Été", "猫"), collections=("My collection",)
    )
    assert gallery.item(items[0].id) == wanted
    assert beside(items[0]) == Marks(
        rating=4, favourite=True, tags=("Été", "猫"), collections=("My collection",)
    )
    both = [items[2].id, items[0].id]
    for line in ("tag:ete", "猫", "rating:>=4", 'in:"my collection"', "is:favourite", "has:tags"):
        assert gallery.search(parse(line)) == both, line
    assert gallery.search(parse("-tag:été")) == [items[1].id]

    redo = gallery.undo(undo)

    assert gallery.items([item.id for item in items]) == items
    assert not sidecar_path(items[0].path).exists()
    assert gallery.search(parse("猫")) == []
    gallery.undo(redo)
    assert gallery.item(items[0].id) == wanted


def test_an_undo_is_of_its_own_edit_only(gallery: Gallery, items: list[GalleryItem]) -> None:
    first, second, _ = (item.id for item in items)
    gallery.edit([first], Change(rating=2, add_tags=("x",)))
    undo = gallery.edit([first, second], Change(rating=5, add_tags=("x", "y")))
    gallery.edit([first, second], Change(favourite=True, add_tags=("z",)))

    gallery.undo(undo)

    marks = [(item.rating, item.favourite, item.tags) for item in gallery.items([first, second])]
    assert marks == [(2, True, ("x", "z")), (0, True, ("z",))]


def test_collections_are_made_renamed_and_deleted_with_undo(
    gallery: Gallery, items: list[GalleryItem]
) -> None:
    gallery.create_collection("One")
    with pytest.raises(InvalidEdit, match="“One” already"):
        gallery.create_collection(" one ")
    with pytest.raises(InvalidEdit, match="no collection “Two”"):
        gallery.delete_collection("Two")
    gallery.edit([items[0].id], Change(add_collections=("One",)))

    back = gallery.rename_collection("one", "Two")
    assert beside(items[0]).collections == ("Two",)
    assert [name for name, _ in gallery.facets().collections] == ["Two"]
    gallery.undo(back)
    assert beside(items[0]).collections == ("One",)

    back = gallery.delete_collection("One")
    assert gallery.facets().collections == ()
    assert not sidecar_path(items[0].path).exists()
    gallery.undo(back)
    assert gallery.facets().collections == (("One", 1),)


@pytest.mark.parametrize(
    "make_change", [lambda: Change(rating=6), lambda: Change(add_tags=(" \n",))]
)
def test_what_cannot_be_is_refused(make_change: Callable[[], Change]) -> None:
    with pytest.raises(InvalidEdit):
        make_change()


def test_the_database_is_made_anew_from_files_with_all_edits(
    open_gallery: Open, gallery: Gallery, items: list[GalleryItem], tmp_path: Path
) -> None:
    gallery.edit([items[0].id], Change(rating=3, add_tags=("猫",), add_collections=("Best",)))
    (edited,) = gallery.items([items[0].id])
    gallery.close()
    (tmp_path / "gallery.sqlite3").unlink()

    anew = open_gallery()
    assert anew.adopt().marked == 1

    (found,) = anew.items(anew.search(parse("tag:猫 in:best rating:3")))
    assert replace(found, id=edited.id) == edited


def test_what_another_program_wrote_beside_a_picture_is_taken_over(
    gallery: Gallery, items: list[GalleryItem]
) -> None:
    gallery.edit([items[0].id], Change(rating=3))
    path = sidecar_path(items[0].path)
    data = encode_sidecar(Marks(rating=1, tags=("theirs",)), None)
    assert data is not None
    path.write_bytes(data)
    os.utime(path, ns=(1, 1))
    sidecar_path(items[1].path).write_bytes(b"damaged")

    assert gallery.adopt().marked == 1
    assert gallery.adopt().marked == 0

    (item,) = gallery.items([items[0].id])
    assert (item.rating, item.tags) == (1, ("theirs",))
    # One that cannot be read is not overwritten, and the edit is kept all the same.
    undo = gallery.edit([items[1].id], Change(rating=5))
    assert undo.problem is not None
    assert sidecar_path(items[1].path).read_bytes() == b"damaged"
    assert gallery.search(parse("rating:5")) == [items[1].id]


def test_a_sidecar_goes_where_its_picture_goes(
    gallery: Gallery, items: list[GalleryItem], trash: Callable[[Path], Path], tmp_path: Path
) -> None:
    item = items[0]
    gallery.edit([item.id], Change(rating=3))
    path = sidecar_path(item.path)

    gallery.delete(item.id, trash)
    assert not path.exists()
    assert (tmp_path / "Trash" / "files" / path.name).exists()
    assert gallery.restore(item.id).rating == 3
    assert beside(item).rating == 3

    moved = item.path.with_name("moved.png")
    item.path.rename(moved)
    gallery.adopt()
    assert not path.exists()
    assert decode_sidecar(sidecar_path(moved).read_bytes()).rating == 3

    sidecar_path(moved).unlink()  # by mistake: what the user said is not lost
    gallery.adopt()
    assert decode_sidecar(sidecar_path(moved).read_bytes()).rating == 3


def test_a_folder_that_refuses_sidecars_keeps_edits_in_the_database(
    tmp_path: Path, make: Make
) -> None:
    with (
        small_drive_at(tmp_path / "pictures", "1m") as pictures,
        Gallery(pictures, tmp_path / "gallery.sqlite3", tmp_path / "cache") as gallery,
    ):
        item = gallery.add(make())
        mount("-o", "remount,ro", str(pictures))
        undo = gallery.edit([item.id], Change(rating=4, add_tags=("kept",)))

        assert undo.unsaved == 1
        assert undo.problem is not None
        assert undo.problem.message.startswith("Of 1 pictures this is kept in the gallery's")
        gallery.adopt()
        assert gallery.search(parse("tag:kept rating:4")) == [item.id]

        mount("-o", "remount,rw", str(pictures))
        gallery.adopt()
        assert beside(item) == Marks(rating=4, tags=("kept",))
        gallery.undo(undo)
        assert gallery.item(item.id) == item


def test_many_pictures_at_once(gallery: Gallery, make: Make, tmp_path: Path) -> None:
    png = make("many").png
    folder = tmp_path / "pictures"
    folder.mkdir()
    for number in range(200):
        (folder / f"{number}.png").write_bytes(png)
    gallery.adopt()

    undo = gallery.edit(gallery.ids(), Change(rating=5, add_tags=("all",)))

    assert len(gallery.search(parse("tag:all rating:5"))) == 200
    assert len(list(folder.glob("*.xmp"))) == 200
    assert len(undo.edits) == 1
    gallery.undo(undo)
    assert list(folder.glob("*.xmp")) == []


def test_facets_count_what_is_listed(
    gallery: Gallery, items: list[GalleryItem], trash: Callable[[Path], Path]
) -> None:
    gallery.edit([item.id for item in items], Change(add_tags=("a", "b")))
    gallery.delete(items[0].id, trash)

    facets = gallery.facets()

    assert facets.models == (("Starter", 2),)
    assert facets.schedulers == (("dpmpp_2m", 2),)
    assert facets.tags == (("a", 2), ("b", 2))
    assert facets.collections == ()
    assert sum(count for _, count in facets.months) == 2
