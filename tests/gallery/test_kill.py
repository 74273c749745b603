from __future__ import annotations

import multiprocessing
import os
import random
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, SpawnContext
from pathlib import Path

import pytest

from sdstudio.gallery.drift import Drift, verify
from sdstudio.gallery.metadata import read_picture
from sdstudio.gallery.naming import trajectory_path
from sdstudio.gallery.rebuild import rebuild
from sdstudio.gallery.schema import damage
from sdstudio.gallery.sidecar import decode_sidecar
from sdstudio.gallery.store import Gallery
from tests.gallery.busy import Begun, Done, State, rebuild_often, state_of, work
from tests.gallery.processes import start_saving
from tests.gallery.saving import denoising

ROUNDS = 20 if os.environ.get("SDSTUDIO_MANY_KILLS") else 1
KILLS = 50
"""In each round, on a gallery of its own."""

# A server that has imported everything forks a process in a moment, where the system can.
SPAWNING: ForkServerContext | SpawnContext = (
    multiprocessing.get_context("forkserver")
    if os.name == "posix"
    else multiprocessing.get_context("spawn")
)


class Killed:
    """What is known of a gallery whose users are killed again and again."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self.safe: dict[Path, State] = {}
        self.acknowledged = 0
        self._checked: set[Path] = set()

    def kill_one(self, chance: random.Random) -> None:
        """Has a process work for a moment of any length, kills it, and looks what is left."""
        receiver, sender = SPAWNING.Pipe(duplex=False)
        process = SPAWNING.Process(
            target=work, args=(self._root, chance.getrandbits(60), sender), daemon=True
        )
        process.start()
        sender.close()
        said = [receiver.recv() for _ in range(chance.randrange(2, 12))]
        # Anywhere inside of what it does next, or right when that is done.
        receiver.poll(chance.random() * 0.02)
        process.kill()
        process.join()
        said += _rest(receiver)
        unsure: set[Path] = set()
        for one in said:
            if isinstance(one, Begun):
                unsure = set(one.paths)
            elif isinstance(one, Done):
                unsure = set()
                self.safe |= one.states
                self.acknowledged += 1
        self._look(unsure)

    def _look(self, unsure: set[Path]) -> None:
        pictures = self._root / "pictures"
        with Gallery(pictures, self._root / "gallery.sqlite3", self._root / "cache") as gallery:
            assert gallery.notice == ""
            with gallery.connected() as connection:
                assert damage(connection) == []
            for path in set(pictures.rglob("*.png")) - self._checked:
                read_picture(path)
                self._checked.add(path)
            adoption = gallery.adopt()
            assert adoption.missing == 0
            assert adoption.unreadable == ()
            items = {item.path: item for item in gallery.items(gallery.ids())}
            now = {path: state_of(item) for path, item in items.items()}
            for path, state in self.safe.items():
                if path not in unsure:
                    assert now.get(path, State(is_listed=False)) == state
            for path, item in items.items():
                if item.trajectory_bytes and item.request is not None:
                    kept = trajectory_path(path)
                    assert kept in self._checked or kept.read_bytes() == denoising(item.request.id)
                    self._checked.add(kept)
            for path in pictures.rglob("*.xmp"):
                decode_sidecar(path.read_bytes())
            assert verify(gallery).found().keys() <= {"orphans", "thumbnails"}
            # What the process was at when it died is as before, or as after.
            self.safe |= now
            for path in unsure - now.keys():
                self.safe[path] = State(is_listed=False)


def _rest(receiver: Connection) -> Iterator[Begun | Done]:
    """What it said before it died counts as well; a message cut in two was not yet said."""
    with receiver:
        while True:
            try:
                yield receiver.recv()
            except (EOFError, OSError):
                return


@pytest.mark.timeout(600)
@pytest.mark.parametrize("number", range(ROUNDS))
def test_killed_at_any_moment_nothing_acknowledged_is_lost(number: int, tmp_path: Path) -> None:
    """Saves, imports, edits, deletes and restores."""
    SPAWNING.set_forkserver_preload(["tests.gallery.busy"])
    chance = random.Random(20260101 + number)
    gallery = Killed(tmp_path)
    for _ in range(KILLS):
        gallery.kill_one(chance)
    assert gallery.acknowledged > 2 * KILLS
    assert any(state.rating and state.is_listed for state in gallery.safe.values())
    assert not all(state.is_listed for state in gallery.safe.values())


@pytest.mark.timeout(120)
def test_a_killed_rebuild_leaves_the_old_database_or_the_new_one(tmp_path: Path) -> None:
    SPAWNING.set_forkserver_preload(["tests.gallery.busy"])
    with start_saving(tmp_path, 10) as process:
        process.communicate()
    chance = random.Random(5)
    for _ in range(12):
        receiver, sender = SPAWNING.Pipe(duplex=False)
        rebuilding = SPAWNING.Process(target=rebuild_often, args=(tmp_path, sender), daemon=True)
        rebuilding.start()
        sender.close()
        receiver.recv()
        receiver.poll(chance.random() * 0.1)
        rebuilding.kill()
        rebuilding.join()
        receiver.close()
        with Gallery(
            tmp_path / "pictures", tmp_path / "gallery.sqlite3", tmp_path / "cache"
        ) as gallery:
            assert gallery.notice == ""
            assert verify(gallery) == Drift(pictures=10)
    rebuild(tmp_path / "pictures", tmp_path / "gallery.sqlite3")
    assert not list(tmp_path.glob(".gallery*"))


def test_killed_between_the_mark_and_the_trash_the_picture_stays(
    tmp_path: Path, open_gallery: Callable[[], Gallery]
) -> None:
    with start_saving(tmp_path, 1, "die-deleting") as process:
        assert process.stdout is not None
        said = process.stdout.read()
    assert process.returncode == 9
    gallery = open_gallery()
    assert gallery.ids() == []

    assert gallery.adopt().returned == 1

    (item,) = gallery.items(gallery.ids())
    assert str(item.path) in said
    assert item.path.exists()
