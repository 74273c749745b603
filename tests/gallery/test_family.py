from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from sdstudio.gallery.family import MAX_GENERATIONS, Relative, family
from sdstudio.gallery.schema import open_database
from sdstudio.gallery.store import Gallery
from sdstudio.request import GenerationRequest, GenerationResult

Make = Callable[..., GenerationResult]
Open = Callable[[], Gallery]
Trash = Callable[[Path], Path]

# name: (parent, step), in the order they are made
TREE = {
    "root": None,
    "late": ("root", 9),
    "early": ("root", 2),
    "second early": ("root", 2),
    "grandchild": ("late", 12),
    "deep": ("grandchild", 15),
    "stranger": None,
}
IN_ORDER = [
    ("root", 0, 0),
    ("early", 1, 2),
    ("second early", 1, 2),
    ("late", 1, 9),
    ("grandchild", 2, 12),
    ("deep", 3, 15),
]
KIN = [name for name, _, _ in IN_ORDER]


@pytest.fixture
def tree(gallery: Gallery, make: Make) -> dict[str, int]:
    """The ids of the pictures of TREE."""
    return {
        name: gallery.add(branch(make, name, *(place or ()))).id for name, place in TREE.items()
    }


def branch(make: Make, name: str, parent: str = "", step: int = 0) -> GenerationResult:
    return make(
        name, id=f"id of {name}", parent=f"id of {parent}" if parent else "", from_step=step
    )


def shape(relatives: tuple[Relative, ...]) -> list[tuple[str, int, int]]:
    return [(one.request_id.removeprefix("id of "), one.depth, one.from_step) for one in relatives]


def forged(make: Make, **fields: object) -> bytes:
    """A PNG that says of itself what no app would write."""
    with Image.open(BytesIO(make().png)) as image:
        image.load()
        texts = PngImagePlugin.PngInfo()
        texts.add_itxt("sdstudio", json.dumps({"request": {"prompt": "x", **fields}}))
        png = BytesIO()
        image.save(png, "PNG", pnginfo=texts)
    return png.getvalue()


@pytest.mark.parametrize("name", KIN)
def test_all_of_a_family_see_the_same_tree(
    name: str, gallery: Gallery, tree: dict[str, int]
) -> None:
    relatives = gallery.family(tree[name])

    assert shape(relatives) == IN_ORDER
    for one in relatives:
        assert one.id is not None
        item = gallery.item(one.id)
        assert item is not None
        assert item.request == one.request
        assert one.request is not None
        assert one.request.id == one.request_id


def test_a_picture_without_relatives_is_alone(
    gallery: Gallery, tree: dict[str, int], tmp_path: Path
) -> None:
    assert shape(gallery.family(tree["stranger"])) == [("stranger", 0, 0)]
    assert gallery.family(999) == ()

    Image.new("RGB", (8, 8)).save(tmp_path / "pictures" / "foreign.png")
    gallery.adopt()
    (foreign,) = (id for id in gallery.ids() if id not in tree.values())
    assert gallery.family(foreign) == (
        Relative(id=foreign, request=None, depth=0, from_step=0, request_id=""),
    )


def test_a_database_filled_from_the_files_knows_the_same_tree(
    open_gallery: Open, gallery: Gallery, tree: dict[str, int], tmp_path: Path
) -> None:
    before = [replace(one, id=0) for one in gallery.family(tree["root"])]
    gallery.close()
    (tmp_path / "gallery.sqlite3").unlink()

    gallery = open_gallery()
    assert gallery.adopt().adopted == len(TREE)

    item = gallery.by_request("id of deep")
    assert item is not None
    assert [replace(one, id=0) for one in gallery.family(item.id)] == before


def test_of_copies_one_is_shown(gallery: Gallery, tree: dict[str, int], trash: Trash) -> None:
    original = tree["late"]
    item = gallery.item(original)
    assert item is not None
    shutil.copy(item.path, item.path.with_name("copy.png"))
    assert gallery.adopt().adopted == 1
    (copy,) = set(gallery.ids()) - set(tree.values())

    def shown(id: int) -> set[int | None]:
        relatives = gallery.family(id)
        assert shape(relatives) == IN_ORDER
        return {one.id for one in relatives} & {original, copy, None}

    assert shown(original) == {original}
    assert shown(copy) == {copy}

    gallery.delete(original, trash)
    assert shown(tree["root"]) == {copy}
    assert shown(tree["deep"]) == {copy}


# -- gone ------------------------------------------------------------------------------------


def test_a_deleted_leaf_is_left_out(gallery: Gallery, tree: dict[str, int], trash: Trash) -> None:
    gallery.delete(tree["early"], trash)
    gallery.delete(tree["deep"], trash)

    names = [name for name, _, _ in shape(gallery.family(tree["root"]))]

    assert names == ["root", "second early", "late", "grandchild"]
    assert gallery.family(tree["early"]) == ()


def test_a_deleted_parent_keeps_the_family_together(
    gallery: Gallery, tree: dict[str, int], trash: Trash
) -> None:
    for name in ("late", "grandchild"):
        gallery.delete(tree[name], trash)

    relatives = gallery.family(tree["deep"])

    assert shape(relatives) == IN_ORDER
    assert gallery.family(tree["root"]) == relatives
    gone = {one.request_id: one for one in relatives if one.id is None}
    assert gone.keys() == {"id of late", "id of grandchild"}
    assert all(one.request is not None for one in gone.values())


def test_a_deleted_root_joins_several_branches_and_not_one(
    gallery: Gallery, tree: dict[str, int], trash: Trash
) -> None:
    gallery.delete(tree["root"], trash)
    relatives = gallery.family(tree["late"])
    assert shape(relatives) == IN_ORDER
    assert [one.id is None for one in relatives] == [True, *[False] * 5]

    for name in ("early", "second early", "late"):
        gallery.delete(tree[name], trash)
    assert shape(gallery.family(tree["deep"])) == [("grandchild", 0, 0), ("deep", 1, 15)]


def test_a_root_that_was_never_here_joins_its_branches(gallery: Gallery, make: Make) -> None:
    one = gallery.add(branch(make, "one", "unknown", 7))
    assert shape(gallery.family(one.id)) == [("one", 0, 0)]

    gallery.add(branch(make, "other", "unknown", 3))

    relatives = gallery.family(one.id)
    assert shape(relatives) == [("unknown", 0, 0), ("other", 1, 3), ("one", 1, 7)]
    assert relatives[0] == Relative(
        id=None, request=None, depth=0, from_step=0, request_id="id of unknown"
    )


# -- forged ----------------------------------------------------------------------------------


def test_a_picture_that_is_its_own_parent(gallery: Gallery, make: Make, tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").write_bytes(forged(make, id="a", parent="a", from_step=1))
    assert gallery.adopt().adopted == 1
    (id,) = gallery.ids()

    assert shape(gallery.family(id)) == [("a", 0, 0)]


def test_a_circle_of_parents(gallery: Gallery, make: Make, tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    for name, parent in (("a", "b"), ("b", "c"), ("c", "a"), ("d", "b"), ("c", "d")):
        path = tmp_path / "pictures" / f"{name}-{parent}.png"
        path.write_bytes(forged(make, id=name, parent=parent, from_step=1))
    assert gallery.adopt().adopted == 5

    for id in gallery.ids():
        relatives = gallery.family(id)
        assert id in [one.id for one in relatives]
        assert sorted(one.request_id for one in relatives) == ["a", "b", "c", "d"]


@pytest.mark.parametrize("id", ["", "'; --", "a\0b", "🦊" * 1000])
def test_odd_ids(id: str, gallery: Gallery, make: Make, tmp_path: Path) -> None:
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").write_bytes(forged(make, id=id))
    (tmp_path / "pictures" / "b.png").write_bytes(
        forged(make, id="b", parent=id or "x", from_step=1)
    )
    assert gallery.adopt().adopted == 2

    item = gallery.by_request(id)
    assert item is not None
    assert shape(gallery.family(item.id)) == [(id, 0, 0), *([("b", 1, 1)] if id else [])]


# -- many ------------------------------------------------------------------------------------


def fill(connection: sqlite3.Connection, parents: list[int | None]) -> None:
    """A row for each; ``parents`` are the indices of earlier ones."""
    connection.execute("INSERT INTO folder VALUES (1, '/pictures')")
    connection.execute("BEGIN")
    for number, parent in enumerate(parents):
        request = GenerationRequest(
            prompt="x" * 500,
            id=f"id {number}",
            parent="" if parent is None else f"id {parent}",
            from_step=0 if parent is None else 1 + number % 20,
        )
        connection.execute(
            "INSERT INTO picture (id, request_id, folder, path, created_at, width, height, "
            "request, parent, from_step) VALUES (?, ?, 1, ?, ?, 8, 8, ?, ?, ?)",
            (
                *(number + 1, request.id, f"{number}.png", float(number), request.to_json()),
                *(request.parent or None, request.from_step or None),
            ),
        )
    connection.execute("COMMIT")


def test_no_statement_reads_the_whole_table(tmp_path: Path) -> None:
    connection, _ = open_database(tmp_path / "gallery.sqlite3")
    with closing(connection):
        # A family of 2000 among 5000, so that statements with one and with many values occur.
        fill(connection, [None, *[0] * 1000, *range(1, 1000), *[None] * 3000])
        statements: set[str] = set()
        connection.set_trace_callback(statements.add)
        assert len(family(connection, 1500)) == 2000
        connection.set_trace_callback(None)

        for statement in statements:
            for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}"):
                assert row[3].startswith("SEARCH picture USING I"), statement
    assert len(statements) > 5


def test_the_sum_of_denoisings_needs_no_rows(tmp_path: Path) -> None:
    connection, _ = open_database(tmp_path / "gallery.sqlite3")
    with closing(connection):
        (row,) = connection.execute(
            "EXPLAIN QUERY PLAN SELECT count(*), total(trajectory_bytes) FROM picture "
            "WHERE deleted_at IS NULL AND missing = 0 AND trajectory_bytes > 0"
        )
    assert "COVERING INDEX picture_denoising" in row[3]


@pytest.mark.parametrize("start", [0, MAX_GENERATIONS, 3 * MAX_GENERATIONS])
def test_a_line_without_end_is_cut(start: int, tmp_path: Path) -> None:
    connection, _ = open_database(tmp_path / "gallery.sqlite3")
    with closing(connection):
        fill(connection, [None, *range(3 * MAX_GENERATIONS)])

        relatives = family(connection, start + 1)

    assert len(relatives) == MAX_GENERATIONS + 1
    assert start + 1 in [one.id for one in relatives]
