from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from sdstudio.gallery.importing import (
    ImportProgress,
    ImportReport,
    import_folder,
    import_new,
    import_pictures,
)
from sdstudio.gallery.naming import safe_name
from sdstudio.gallery.sidecar import Marks, encode_sidecar
from sdstudio.gallery.store import Gallery
from sdstudio.request import StorageFailed
from tests.gallery.conftest import Make
from tests.gallery.foreign_pictures import PROMPT, every_program, png, webui_text

LONG_AGO = 1_500_000_000


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A folder with every program's picture, in folders of its own, all of one age."""
    root = tmp_path / "from elsewhere"
    for number, (name, (_, data)) in enumerate(every_program().items()):
        path = root / ("" if number % 2 else "deeper/絵") / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        os.utime(path, (LONG_AGO, LONG_AGO + number))
    return root


def test_files_stay_where_they_are_and_are_listed(gallery: Gallery, source: Path) -> None:
    (source / "damaged.png").write_bytes(png({})[:-20])
    (source / "plain.png").write_bytes(png({}, size=(30, 20)))
    (source / "notes.txt").write_text("no picture")
    before = {path: path.stat().st_mtime_ns for path in source.rglob("*")}
    seen: list[ImportProgress] = []
    report = import_folder(gallery, source, copy=False, progress=seen.append)
    assert report.unreadable == (source / "damaged.png",)
    assert len(report.ids) == len(every_program()) + 1
    assert [one.done for one in seen] == list(range(seen[0].total))
    assert {path: path.stat().st_mtime_ns for path in source.rglob("*")} == before
    items = {item.path.name: item for item in gallery.items(report.ids)}
    assert all(item.origin == "imported" for name, item in items.items() if name != "plain.png")
    assert items["plain.png"].request is None
    for number, (name, (program, _)) in enumerate(every_program().items()):
        item = items[name]
        assert item.program == program
        assert item.request is not None
        assert item.request.prompt == PROMPT
        assert item.created_at == LONG_AGO + number
        assert item.is_exact
        assert "carved in stone" in gallery.original_text(item.id)
        assert gallery.thumbnail(item.id)[8:12] == b"WEBP"


def test_again_finds_nothing_new(gallery: Gallery, source: Path) -> None:
    first = import_folder(gallery, source, copy=False)
    assert import_folder(gallery, source, copy=False) == ImportReport(known=len(first.ids))
    # From a folder around it, and from one inside it.
    assert import_folder(gallery, source.parent, copy=False).ids == ()
    assert import_folder(gallery, source / "deeper", copy=False).ids == ()
    gallery.adopt()
    assert gallery.count() == len(first.ids)


def test_copies_lie_in_the_pictures_folder_and_survive(
    gallery: Gallery, source: Path, open_gallery: Callable[[], Gallery]
) -> None:
    report = import_folder(gallery, source, copy=True)
    items = gallery.items(report.ids)
    for item in items:
        assert item.path.is_relative_to(gallery.pictures / "imported")
        original = next(source.rglob(item.path.name))
        assert item.path.read_bytes() == original.read_bytes()
        assert item.path.stat().st_mtime_ns == original.stat().st_mtime_ns
        original.unlink()
    with gallery.connected() as connection:
        connection.execute("DELETE FROM imported")
        connection.execute("DELETE FROM original")
        connection.execute("DELETE FROM picture")
    # What is in the files is enough to have them back.
    again = open_gallery()
    assert again.adopt().adopted == len(items)
    assert {item.program for item in again.items(again.ids())} == {item.program for item in items}


def test_the_same_content_comes_once(gallery: Gallery, tmp_path: Path, make: Make) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name in ("a.png", "b.png"):
        (source / name).write_bytes(png({"parameters": webui_text()}))
    (source / "other.png").write_bytes(png({"parameters": webui_text(prompt="a pear")}))
    made = make("ours")
    gallery.add(made)
    (source / "ours.png").write_bytes(made.png)
    report = import_folder(gallery, source, copy=True)
    assert (len(report.ids), report.duplicates) == (2, 2)
    (source / "a.png").rename(source / "moved.png")
    report = import_folder(gallery, source, copy=True)
    assert (report.ids, report.known, report.duplicates) == ((), 1, 3)


def test_ours_come_with_their_full_request(gallery: Gallery, tmp_path: Path, make: Make) -> None:
    result = make("from another machine", seed=7)
    (tmp_path / "usb").mkdir()
    (tmp_path / "usb" / "a.png").write_bytes(result.png)
    report = import_folder(gallery, tmp_path / "usb", copy=False)
    item = gallery.by_request(result.request.id)
    assert item is not None
    assert (item.id,) == report.ids
    assert item.request == result.request
    assert item.provenance == result.provenance
    assert item.origin == "made"


def test_a_stopped_import_goes_on(gallery: Gallery, source: Path) -> None:
    left = iter([False] * 8)
    stopped = import_folder(gallery, source, copy=True, should_stop=lambda: next(left, True))
    assert stopped.is_stopped
    assert 0 < len(stopped.ids) < len(every_program())
    rest = import_folder(gallery, source, copy=True)
    assert rest.known == len(stopped.ids)
    assert gallery.count() == len(every_program())


def test_a_copy_without_a_row_is_not_copied_again(gallery: Gallery, source: Path) -> None:
    report = import_folder(gallery, source, copy=True)
    files = {path for path in gallery.pictures.rglob("*") if path.is_file()}
    with gallery.connected() as connection:
        connection.execute("DELETE FROM imported")
        connection.execute("DELETE FROM original")
        connection.execute("DELETE FROM picture")
    assert len(import_folder(gallery, source, copy=True).ids) == len(report.ids)
    assert {path for path in gallery.pictures.rglob("*") if path.is_file()} == files


def test_links_in_circles_end_and_hidden_folders_are_left_out(
    gallery: Gallery, tmp_path: Path
) -> None:
    root = tmp_path / "root"
    for name in ("a", ".hidden", ".Trash-1000", "$RECYCLE.BIN", "lost+found"):
        (root / name).mkdir(parents=True)
        (root / name / "picture.png").write_bytes(png({"parameters": name}))
    (root / ".hidden.png").write_bytes(png({}))
    (root / "a" / "loop").symlink_to(root)
    (root / "twice").symlink_to(root / "a")
    (root / "broken.png").symlink_to(root / "nowhere.png")
    report = import_folder(gallery, root, copy=False)
    assert [item.path for item in gallery.items(report.ids)] == [root / "a" / "picture.png"]
    assert report.unreadable == ()


@pytest.mark.parametrize("copy", [False, True])
def test_ratings_and_tags_beside_the_files_come_along(
    gallery: Gallery, tmp_path: Path, copy: bool
) -> None:
    root = tmp_path / "root"
    root.mkdir()
    (root / "a.png").write_bytes(png({"parameters": webui_text()}))
    marks = encode_sidecar(Marks(rating=4, tags=("猫",)), None)
    assert marks is not None
    (root / "a.png.xmp").write_bytes(marks)
    (item,) = gallery.items(import_folder(gallery, root, copy=copy).ids)
    assert (item.rating, item.tags) == (4, ("猫",))
    assert Path(f"{item.path}.xmp").read_bytes() == marks


def test_not_recursive(gallery: Gallery, source: Path) -> None:
    report = import_folder(gallery, source, copy=False, recursive=False)
    assert len(report.ids) == len(list(source.glob("*.*")))


def test_hostile_names_stay_in_the_folder(gallery: Gallery, tmp_path: Path) -> None:
    root = tmp_path / "root"
    names = ["a\\..\\..\\up.png", "con.png", " .. .png", "a\u202egnp.exe.png", "x" * 251 + ".png"]
    for number, name in enumerate(names):
        (root / "...").mkdir(parents=True, exist_ok=True)
        (root / "..." / name).write_bytes(png({"parameters": str(number)}))
    (root / "visible").mkdir()
    for number, name in enumerate(names):
        (root / "visible" / name).write_bytes(png({"Title": str(number)}))
    report = import_folder(gallery, root, copy=True)
    assert len(report.ids) == len(names)
    for item in gallery.items(report.ids):
        assert item.path.parent == gallery.pictures / "imported" / "root" / "visible"
        assert item.path.name == safe_name(item.path.name)
    assert {path.name for path in tmp_path.iterdir()} >= {"root", "pictures"}
    assert not list(tmp_path.glob("*.png"))


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("..", "_"),
        ("../../a.png", "_.._a.png"),
        ("NUL", "_NUL"),
        ("com1.txt", "_com1.txt"),
        (".hidden", "_.hidden"),
        ("a\0b\n.png", "a_b_.png"),
        ("絵 🍎.webp", "絵 🍎.webp"),
        ("", "_"),
        ("a. ", "a"),
        (" .. .png", "_.png"),
    ],
)
def test_safe_names(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_a_folder_that_is_not_there_is_told(gallery: Gallery, tmp_path: Path) -> None:
    with pytest.raises(StorageFailed, match="no folder"):
        import_folder(gallery, tmp_path / "nowhere", copy=False)


def test_a_watched_folder_gives_what_is_new(
    gallery: Gallery, source: Path, trash: Callable[[Path], Path]
) -> None:
    assert import_new(gallery, source) == ImportReport()  # nobody asked for it
    gallery.watch(source, copy=True)
    assert [(one.path, one.copies) for one in gallery.watched_folders()] == [(source, True)]
    first = import_new(gallery, source)
    assert len(first.ids) == len(every_program())
    gallery.delete(first.ids[0], trash)
    (source / "new.png").write_bytes(png({"parameters": webui_text(prompt="new")}))
    # What was deleted here does not come back by itself, but does when it is asked for.
    assert len(import_new(gallery, source).ids) == 1
    assert len(import_folder(gallery, source, copy=True).ids) == 1
    gallery.unwatch(source)
    assert gallery.watched_folders() == ()


def test_a_missing_picture_that_is_back_keeps_its_row(gallery: Gallery, source: Path) -> None:
    report = import_folder(gallery, source, copy=False)
    path = gallery.items(report.ids[-1:])[0].path
    data = path.read_bytes()
    path.unlink()
    gallery.adopt()
    assert gallery.item(report.ids[-1]) is None
    path.write_bytes(data)
    os.utime(path, (time.time(), time.time()))
    assert import_folder(gallery, source / "deeper", copy=False).ids == report.ids[-1:]
    assert gallery.count() == len(report.ids)


def test_what_vanishes_from_a_watched_folder_leaves_the_gallery(
    gallery: Gallery, source: Path, tmp_path: Path
) -> None:
    beside = tmp_path / "from elsewhere too"
    beside.mkdir()
    (beside / "stays.png").write_bytes(png({"parameters": webui_text(prompt="beside")}))
    (stays,) = import_folder(gallery, beside, copy=False).ids
    (beside / "stays.png").unlink()  # in a folder that nobody watches
    gallery.watch(source)
    first = import_new(gallery, source)
    gone, moved = gallery.items(first.ids[:2])
    data = gone.path.read_bytes()
    gone.path.unlink()
    moved.path.rename(source / "moved.png")
    second = import_new(gallery, source)
    assert (second.missing, second.returned, len(second.ids)) == (2, 0, 1)
    assert gallery.item(gone.id) is None
    assert gallery.item(stays) is not None
    assert {item.path.name for item in gallery.items(second.ids)} == {"moved.png"}
    gone.path.write_bytes(data)
    assert import_new(gallery, source).returned == 1
    assert gallery.item(gone.id) is not None


def test_folders_and_single_files_together(gallery: Gallery, source: Path, tmp_path: Path) -> None:
    alone = tmp_path / "alone" / "picture.png"
    alone.parent.mkdir()
    alone.write_bytes(png({"parameters": webui_text(prompt="alone")}))
    alone.with_name("neighbour.png").write_bytes(png({}))
    notes = tmp_path / "notes.txt"
    notes.write_text("no picture")
    seen: list[ImportProgress] = []
    paths = [alone, source, notes, tmp_path / "nothing", alone]
    report = import_pictures(gallery, paths, copy=True, progress=seen.append)
    assert len(report.ids) == len(every_program()) + 1
    assert set(report.unreadable) == {notes, tmp_path / "nothing"}
    assert [one.done for one in seen] == list(range(seen[0].total))
    assert alone.parent.name in gallery.items(report.ids[:1])[0].path.parts
    again = import_pictures(gallery, paths, copy=False)
    assert (again.ids, again.known + again.duplicates) == ((), len(report.ids))
    assert import_pictures(gallery, [alone], copy=True, should_stop=lambda: True).is_stopped
