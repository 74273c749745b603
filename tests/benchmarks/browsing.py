"""Browsing a hundred thousand pictures: our grid, and a plain QListView with icons beside it.

Both are measured over the same files, in a process each, which runs this module with the word
``child``. What counts is the time that the GUI thread is busy, waiting for other threads included.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psutil
from PySide6.QtCore import QAbstractListModel, QModelIndex, QSize, Qt, QThread
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap, QPixmapCache
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QListView

from sdstudio.gallery.store import Gallery
from sdstudio.gui.gallery_model import GalleryModel
from sdstudio.gui.gallery_view import GalleryView
from sdstudio.gui.icons import IconSet
from sdstudio.gui.librarian import Librarian, move_to_trash
from sdstudio.gui.theme import ThemeSource
from sdstudio.paths import Paths, find_paths, find_resources
from sdstudio.request import GalleryItem
from tests.benchmarks.libraries import make_library
from tests.benchmarks.report import Row

_COUNT = 100_000
_SIZE = QSize(1180, 800)
_TILE = 112
_FRAMES = 600
_EARLY = 60
_FRAME = 1 / 60
_ADDED = 50


def measure(count: int = _COUNT) -> list[Row]:
    """Makes a gallery and browses it in both ways."""
    with TemporaryDirectory() as home:
        make_library(find_paths(Path(home)), count)
        ours = [_run("ours", home) for _ in range(3)]
        plain = _run("plain", home)

    def median(name: str) -> float:
        return float(statistics.median(run[name] for run in ours))

    pictures = f"{count:,} pictures"
    how = "a plain QListView with icons: {:.3g} {}"
    return [
        Row(
            name=f"{pictures}: open to first painted tiles",
            value=median("opened_ms"),
            unit="ms",
            goal=150,
            how=how.format(plain["opened_ms"], "ms")
            + f"; all tiles in sight after {median('filled_ms'):.3g} ms",
        ),
        Row(
            name=f"{pictures}: scroll, one row a frame, GUI thread p99",
            value=median("p99_ms"),
            unit="ms",
            goal=16,
            how=how.format(plain["p99_ms"], "ms")
            + f"; p50 {median('p50_ms'):.3g} and {plain['p50_ms']:.3g} ms; in the first second, "
            f"while files and rows are compared, p99 {median('early_p99_ms'):.3g} ms",
        ),
        Row(
            name=f"{pictures}: add one while browsing, GUI thread",
            value=median("add_ms"),
            unit="ms",
            goal=10,
            how=how.format(plain["add_ms"], "ms"),
        ),
        Row(
            name=f"{pictures}: memory over the empty window",
            value=median("memory_mib"),
            unit="MiB",
            goal=200,
            how=how.format(plain["memory_mib"], "MiB") + f"; after {_FRAMES} lines",
        ),
    ]


def _run(way: str, home: str) -> dict[str, float]:
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ | {"SDSTUDIO_HOME": home}
    done = subprocess.run(
        [sys.executable, "-m", __name__, "child", way],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    answer: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return answer


def _open_gallery(paths: Paths) -> Gallery:
    return Gallery(paths.pictures, paths.database_file, paths.cache)


class _Ours(GalleryView):
    """The grid, which notes when it first painted a tile."""

    painted = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.painted and self.tiles_here():
            self.painted = time.perf_counter()

    def tiles_here(self) -> int:
        """How many of the tiles in sight have their picture."""
        sight = range(self._geometry.count)[: self._geometry.columns * 7]
        return sum(self._model.thumbnail(self._model.id_at(row)) is not None for row in sight)


class _PlainModel(QAbstractListModel):
    """What a peer writes: an icon for each row, decoded when the view asks for it."""

    def __init__(self, gallery: Gallery) -> None:
        super().__init__()
        self._gallery = gallery
        self.ids = gallery.ids()

    def rowCount(self, parent: Any = None) -> int:
        return len(self.ids)

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DecorationRole:
            return None
        id = self.ids[index.row()]
        pixmap = QPixmap()
        if not QPixmapCache.find(str(id), pixmap):
            pixmap.loadFromData(self._gallery.thumbnail(id))
            QPixmapCache.insert(str(id), pixmap)
        return QIcon(pixmap)

    def add(self, id: int) -> None:
        """A new picture, at the top."""
        self.beginInsertRows(QModelIndex(), 0, 0)
        self.ids.insert(0, id)
        self.endInsertRows()


class _Plain(QListView):
    """The plain view, which notes when it first painted a tile."""

    painted = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self.painted and self.model() is not None:
            self.painted = time.perf_counter()


def _browse_ours(app: QApplication, paths: Paths) -> dict[str, float]:
    themes = ThemeSource(app, find_resources() / "icons")
    themes.choose("dark")
    model = GalleryModel()
    view = _Ours(model, themes, IconSet(find_resources() / "icons", themes), _TILE)
    librarian = Librarian(partial(_open_gallery, paths), move_to_trash)
    thread = QThread()
    librarian.moveToThread(thread)
    thread.started.connect(librarian.begin)
    thread.finished.connect(librarian.release)
    librarian.listed.connect(model.set_ids)
    librarian.thumbnail_ready.connect(model.put_thumbnail)

    def want(ids: list[int]) -> None:
        librarian.want_thumbnails(ids, *view.tile_pixels())

    view.thumbnails_wanted.connect(want)
    memory = _show(app, view)
    started = time.perf_counter()
    thread.start()
    _wait(app, lambda: view.painted > 0)
    opened = view.painted - started
    _wait(app, lambda: view.tiles_here() == 7 * view._geometry.columns)
    filled = time.perf_counter() - started
    # At the start files and rows are compared, in a thread of their own.
    early = _scroll(app, view, view._geometry.pitch, _EARLY)
    _wait(app, lambda: librarian._adopting is not None and not librarian._adopting.is_alive())
    frames = _scroll(app, view, view._geometry.pitch, _FRAMES)
    with _open_gallery(paths) as gallery:
        known = gallery.item(model.id_at(0))
    assert known is not None
    added = [_timed(app, partial(_add_ours, model, known, number)) for number in range(_ADDED)]
    figures = _figures(opened, frames, added, memory) | {
        "filled_ms": 1000 * filled,
        "early_p99_ms": 1000 * _p99(early),
    }
    librarian.close()
    thread.quit()
    thread.wait()
    return figures


def _add_ours(model: GalleryModel, known: GalleryItem, number: int) -> None:
    model.insert(replace(known, id=10_000_000 + number))


def _browse_plain(app: QApplication, paths: Paths) -> dict[str, float]:
    QPixmapCache.setCacheLimit(100 * 1024)
    view = _Plain()
    view.setViewMode(QListView.ViewMode.IconMode)
    view.setResizeMode(QListView.ResizeMode.Adjust)
    view.setUniformItemSizes(True)
    view.setIconSize(QSize(_TILE, _TILE))
    memory = _show(app, view)
    started = time.perf_counter()
    gallery = _open_gallery(paths)
    model = _PlainModel(gallery)
    view.setModel(model)
    _wait(app, lambda: view.painted > 0)
    opened = view.painted - started
    frames = _scroll(app, view, _TILE, _FRAMES)
    added = [_timed(app, partial(model.add, model.ids[number])) for number in range(_ADDED // 10)]
    figures = _figures(opened, frames, added, memory)
    gallery.close()
    return figures


def _show(app: QApplication, view: QAbstractScrollArea) -> float:
    """Shows the empty view; the memory that takes, in MiB."""
    view.resize(_SIZE)
    view.show()
    for _ in range(10):
        app.processEvents()
    # The first painter and the first decoder load their libraries.
    pixmap = QPixmap(10, 10)
    QPainter(pixmap).end()
    return psutil.Process().memory_info().rss / 2**20


def _scroll(app: QApplication, view: QAbstractScrollArea, step: int, count: int) -> list[float]:
    """One row a frame; what the GUI thread was busy in each, in seconds."""
    bar = view.verticalScrollBar()
    frames: list[float] = []
    for _ in range(count):
        frames.append(_timed(app, partial(bar.setValue, bar.value() + step)))
        time.sleep(max(0.0, _FRAME - frames[-1]))
    return frames


def _timed(app: QApplication, work: Callable[[], None]) -> float:
    started = time.perf_counter()
    work()
    app.processEvents()
    return time.perf_counter() - started


def _wait(app: QApplication, is_done: Callable[[], bool]) -> None:
    end = time.perf_counter() + 120
    while not is_done():
        app.processEvents()
        time.sleep(0.001)
        if time.perf_counter() > end:
            raise SystemExit("it took longer than two minutes")


def _figures(
    opened: float, frames: list[float], added: list[float], memory: float
) -> dict[str, float]:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "opened_ms": 1000 * opened,
        "filled_ms": 1000 * opened,
        "p50_ms": 1000 * statistics.median(frames),
        "p99_ms": 1000 * _p99(frames),
        "longest_ms": 1000 * max(frames),
        "add_ms": 1000 * statistics.median(added),
        "memory_mib": peak - memory,
    }


def _p99(frames: list[float]) -> float:
    return statistics.quantiles(frames, n=100, method="inclusive")[98]


def _child(way: str) -> None:
    app = QApplication([])
    browse = _browse_ours if way == "ours" else _browse_plain
    print(json.dumps(browse(app, find_paths())))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__" and sys.argv[1:2] == ["child"]:
    _child(sys.argv[2])
