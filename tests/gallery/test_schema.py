from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from sdstudio.gallery.adoption import Adoption
from sdstudio.gallery.schema import MIGRATIONS, open_database, transaction
from sdstudio.gallery.store import Gallery
from sdstudio.request import GenerationResult, NewerDatabase, StorageFailed
from tests.programs import program_environment

Make = Callable[..., GenerationResult]
Open = Callable[[], Gallery]


def version_of(database: Path) -> int:
    with closing(sqlite3.connect(database)) as connection:
        return int(connection.execute("PRAGMA user_version").fetchone()[0])


def test_it_is_opened_for_safety(tmp_path: Path) -> None:
    connection, notice = open_database(tmp_path / "new" / "gallery.sqlite3")
    with closing(connection):
        pragmas = {
            name: connection.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }

    assert notice == ""
    assert pragmas == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 10_000,
    }
    assert version_of(tmp_path / "new" / "gallery.sqlite3") == len(MIGRATIONS)


def test_the_newest_first_list_needs_no_sorting(tmp_path: Path) -> None:
    connection, _ = open_database(tmp_path / "gallery.sqlite3")
    with closing(connection):
        plan = connection.execute(
            "EXPLAIN QUERY PLAN SELECT id FROM picture WHERE deleted_at IS NULL AND missing = 0 "
            "ORDER BY created_at DESC, id DESC"
        ).fetchall()

    assert "COVERING INDEX picture_newest" in plan[0][3]
    assert len(plan) == 1


def test_a_newer_database_is_refused_and_untouched(open_gallery: Open, tmp_path: Path) -> None:
    database = tmp_path / "gallery.sqlite3"
    open_gallery().close()
    with closing(sqlite3.connect(database)) as connection:
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS) + 1}")
    before = database.read_bytes()

    with pytest.raises(NewerDatabase, match="newer version of sdstudio"):
        open_gallery()

    assert database.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["gallery.sqlite3"]


@pytest.mark.parametrize(
    "damage", ["text", "cut", "foreign", "foreign-versioned", "foreign-older", "header"]
)
def test_a_damaged_database_is_set_aside_and_filled_again(
    damage: str, open_gallery: Open, make: Make, tmp_path: Path
) -> None:
    database = tmp_path / "gallery.sqlite3"
    with open_gallery() as gallery:
        items = [gallery.add(make()) for _ in range(3)]
    if damage == "text":
        database.write_bytes(b"this is no database " * 500)
    elif damage == "cut":
        database.write_bytes(database.read_bytes()[:4096])
    elif damage == "header":
        database.write_bytes(b"\0" * 100 + database.read_bytes()[100:])
    else:
        database.unlink()
        with closing(sqlite3.connect(database)) as other, other:
            other.execute("CREATE TABLE picture (something TEXT)")
            if damage == "foreign-versioned":
                other.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
            if damage == "foreign-older":
                other.execute("PRAGMA user_version = 1")
    damaged = database.read_bytes()

    gallery = open_gallery()

    (aside,) = tmp_path.glob("gallery.damaged-*.sqlite3")
    assert aside.read_bytes() == damaged
    assert str(aside) in gallery.notice
    assert gallery.adopt().adopted == 3
    assert [item.path for item in gallery.items(gallery.ids())] == [
        item.path for item in reversed(items)
    ]
    gallery.close()
    assert open_gallery().notice == ""


def test_the_log_of_a_damaged_database_goes_with_it(open_gallery: Open, tmp_path: Path) -> None:
    (tmp_path / "gallery.sqlite3").write_bytes(b"this is no database " * 500)
    (tmp_path / "gallery.sqlite3.damaged").touch()  # found by a process that was killed
    (tmp_path / "gallery.sqlite3-wal").write_bytes(b"old log")

    gallery = open_gallery()

    assert gallery.ids() == []
    (aside,) = tmp_path.glob("gallery.damaged-*.sqlite3-wal")
    assert aside.read_bytes() == b"old log"


def test_damage_found_later_is_told_and_mended_at_the_next_start(
    open_gallery: Open, make: Make, tmp_path: Path
) -> None:
    database = tmp_path / "gallery.sqlite3"
    with open_gallery() as gallery:
        for number in range(40):
            gallery.add(make("x" * 1000, seed=number))
        newest = gallery.ids()[0]
    data = bytearray(database.read_bytes())
    # All pages of pictures' rows but the newest, so that opening finds nothing wrong.
    pages = [
        start
        for start in range(8192, len(data), 4096)
        if data[start] == 13 and b"negative_prompt" in data[start : start + 4096]
    ]
    for start in pages[:-1]:
        data[start : start + 4096] = b"\x55" * 4096
    database.write_bytes(data)

    gallery = open_gallery()
    assert gallery.notice == ""
    with pytest.raises(StorageFailed, match="is damaged"):
        gallery.items(range(1, newest + 1))
    gallery.close()

    gallery = open_gallery()
    assert "was damaged" in gallery.notice
    assert gallery.adopt().adopted == 40
    gallery.close()
    assert open_gallery().notice == ""


def test_two_threads_set_aside_only_one_database(tmp_path: Path) -> None:
    rounds = [tmp_path / str(number) / "gallery.sqlite3" for number in range(20)]
    for database in rounds:
        database.parent.mkdir()
        database.write_bytes(b"this is no database " * 500)
    together = threading.Barrier(4)
    notices: list[str] = []

    def open_all() -> None:
        try:
            for database in rounds:
                together.wait()
                connection, notice = open_database(database)
                connection.close()
                notices.append(notice)
        except BaseException:
            together.abort()  # so that nobody waits for a thread that failed
            raise

    threads = [threading.Thread(target=open_all) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(notices) == 4 * len(rounds)
    assert len([notice for notice in notices if notice]) == len(rounds)
    for database in rounds:
        assert len(list(database.parent.glob("gallery.damaged-*"))) == 1


def test_processes_that_open_a_new_gallery_at_once(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib\n"
        "from sdstudio.gallery.store import Gallery\n"
        "for line in sys.stdin:\n"
        "    root = pathlib.Path(line.strip())\n"
        "    with Gallery(root / 'pictures', root / 'g.sqlite3', root / 'cache') as gallery:\n"
        "        print(gallery.count(), flush=True)\n"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=program_environment(),
        )
        for _ in range(6)
    ]
    for number in range(60):
        for process in processes:
            assert process.stdin is not None
            process.stdin.write(f"{tmp_path / str(number)}\n")
            process.stdin.flush()
        for process in processes:
            assert process.stdout is not None
            assert process.stdout.readline() == "0\n"
    for process in processes:
        process.communicate()


def test_places_that_refuse_a_database(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("in the way")
    for database in (tmp_path / "folder", tmp_path / "file" / "gallery.sqlite3"):
        with pytest.raises(StorageFailed, match="could not be") as caught:
            open_database(database)
        assert str(database) in caught.value.message
    assert (tmp_path / "file").read_text() == "in the way"


# -- migrations ------------------------------------------------------------------------------

LATER = (*MIGRATIONS, ("ALTER TABLE picture ADD COLUMN mood TEXT", "UPDATE picture SET mood = 'x'"))


def test_an_older_database_is_copied_and_migrated(
    open_gallery: Open, make: Make, tmp_path: Path
) -> None:
    database = tmp_path / "gallery.sqlite3"
    with open_gallery() as gallery:
        item = gallery.add(make())

    connection, notice = open_database(database, LATER)
    with closing(connection):
        assert connection.execute("SELECT id, mood FROM picture").fetchall() == [(item.id, "x")]

    assert notice == ""
    assert version_of(database) == len(MIGRATIONS) + 1
    (copy,) = tmp_path.glob(f"gallery.backup-v{len(MIGRATIONS)}-*.sqlite3")
    assert version_of(copy) == len(MIGRATIONS)
    with closing(sqlite3.connect(copy)) as old:
        assert old.execute("SELECT id FROM picture").fetchall() == [(item.id,)]


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_gallery_of_every_earlier_version_is_complete_after_migration(
    version: int, open_gallery: Open, make: Make, tmp_path: Path
) -> None:
    database = tmp_path / "gallery.sqlite3"
    results = [make(f"picture {number}") for number in range(3)]
    with open_gallery() as gallery:
        items = [gallery.add(result) for result in results]
    database.unlink()
    connection, _ = open_database(database, MIGRATIONS[:version])
    with closing(connection):
        connection.execute("INSERT INTO folder VALUES (1, ?)", (str(tmp_path / "pictures"),))
        for item, result in zip(items, results, strict=True):
            # What version 1 wrote: a request that had no parent yet, and no later column.
            request = json.loads(result.request.to_json())
            for name in ("parent", "from_step", "fresh_noise") if version == 1 else ():
                del request[name]
            connection.execute(
                "INSERT INTO picture (id, request_id, folder, path, created_at, width, height, "
                "seconds, request, provenance, rating) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, 3)",
                (
                    *(item.id, result.request.id),
                    item.path.relative_to(tmp_path / "pictures").as_posix(),
                    *(item.created_at, item.width, item.height, item.seconds),
                    *(json.dumps(request), json.dumps(asdict(result.provenance))),
                ),
            )
            if version >= 3:
                connection.execute(
                    "UPDATE picture SET moment = id, unsaved = 1 WHERE id = ?", (item.id,)
                )
    assert version_of(database) == version

    gallery = open_gallery()

    assert gallery.notice == ""
    assert gallery.items([item.id for item in items]) == [replace(item, rating=3) for item in items]
    assert gallery.trajectories() == (0, 0)
    assert [one.id for one in gallery.family(items[0].id)] == [items[0].id]
    assert gallery.keep_trajectory(items[1].id, b"denoising").trajectory_bytes == 9
    assert gallery.adopt() == Adoption()
    assert version_of(database) == len(MIGRATIONS)
    (copy,) = tmp_path.glob(f"gallery.backup-v{version}-*.sqlite3")
    assert version_of(copy) == version
    with closing(sqlite3.connect(copy)) as old:
        assert old.execute("SELECT count(*) FROM picture").fetchone() == (3,)


def test_a_migration_is_done_whole_or_not_at_all(
    open_gallery: Open, make: Make, tmp_path: Path
) -> None:
    database = tmp_path / "gallery.sqlite3"
    with open_gallery() as gallery:
        item = gallery.add(make())
    broken = (*LATER, ("UPDATE picture SET no_such_column = 1",))

    # A mistake in a migration is a bug: it must not be taken for a damaged file.
    with pytest.raises(sqlite3.OperationalError, match="no_such_column"):
        open_database(database, broken)

    assert version_of(database) == len(MIGRATIONS)
    gallery = open_gallery()
    assert gallery.notice == ""
    assert gallery.items(gallery.ids()) == [item]


def test_a_failed_transaction_leaves_nothing_and_ends(tmp_path: Path) -> None:
    connection, _ = open_database(tmp_path / "gallery.sqlite3")
    with closing(connection):
        connection.execute("CREATE TABLE number (value INTEGER UNIQUE)")
        with pytest.raises(sqlite3.IntegrityError), transaction(connection):
            connection.executemany("INSERT INTO number VALUES (?)", [(1,), (2,), (1,)])
        assert not connection.in_transaction
        assert connection.execute("SELECT count(*) FROM number").fetchone() == (0,)
