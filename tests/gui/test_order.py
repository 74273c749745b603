"""Ratings, favourites, tags and collections by key and mouse; undoing them; what fails."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from sdstudio.gallery.sidecar import decode_sidecar, sidecar_path
from sdstudio.gallery.store import Gallery
from sdstudio.gui.gallery_view import GalleryView
from sdstudio.gui.icons import IconSet
from sdstudio.gui.main_window import MainWindow
from sdstudio.gui.order.history import History
from sdstudio.gui.order.label_popup import LabelKind, LabelPopup
from sdstudio.gui.order.rating_bar import RatingBar
from sdstudio.gui.theme import ThemeSource
from sdstudio.paths import Paths
from sdstudio.request import GalleryItem
from tests.gui.conftest import Heard, OpenStudio, made

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def fill(paths: Paths, count: int) -> list[int]:
    """Ids from the newest on, as the gallery lists them."""
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        return [gallery.add(made(f"p{n}", seed=n, grey=40 * n)).id for n in range(count)][::-1]


def stored(paths: Paths, id: int) -> GalleryItem:
    with Gallery(paths.pictures, paths.database_file, paths.cache) as gallery:
        item = gallery.item(id)
    assert item is not None
    return item


def in_grid(qtbot: QtBot, window: MainWindow, count: int) -> GalleryView:
    """The grid with the keyboard, its first picture chosen, and everything in sight known."""
    model, view = window.gallery_model, window.gallery_panel.view
    qtbot.waitUntil(lambda: model.rowCount() == count)
    qtbot.waitUntil(lambda: len(model.seen_ids()) == count)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: window.pane.item is not None)
    return view


def shown(window: MainWindow, id: int) -> GalleryItem:
    item = window.gallery_model.item(id)
    assert item is not None
    return item


def test_ratings_by_key_and_back(qtbot: QtBot, open_studio: OpenStudio, paths: Paths) -> None:
    first, second, third = fill(paths, 3)
    window = open_studio().window
    view, actions = in_grid(qtbot, window, 3), window.actions_of_window
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(view, Qt.Key.Key_4)
    assert [shown(window, id).rating for id in (first, second, third)] == [4, 4, 0]  # at once
    qtbot.waitUntil(lambda: stored(paths, second).rating == 4)
    sidecar = sidecar_path(stored(paths, first).path)
    assert decode_sidecar(sidecar.read_bytes()).rating == 4
    assert window.gallery_panel.rating_bar.rating == 4
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_F)
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert (shown(window, first).rating, shown(window, first).favourite) == (0, True)
    assert "Undo rating of 1 picture" in actions.undo.text().replace("&", "")
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: stored(paths, second).rating == 0)
    qtbot.waitUntil(lambda: [shown(window, id).rating for id in (first, second)] == [0, 0])
    assert not shown(window, first).favourite
    assert not actions.undo.isEnabled()
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: stored(paths, first).favourite)
    assert stored(paths, second).rating == 4
    qtbot.waitUntil(lambda: shown(window, first).favourite)
    assert "Favourite" in window.gallery_model.words(first)


def test_deleting_is_in_the_same_line_of_steps(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths, trash: Path
) -> None:
    first, second = fill(paths, 2)
    window = open_studio().window
    view, model = in_grid(qtbot, window, 2), window.gallery_model
    qtbot.keyClick(view, Qt.Key.Key_3)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    qtbot.keyClick(view, Qt.Key.Key_5)  # the neighbour
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: model.rowCount() == 2)
    assert stored(paths, first).rating == 3
    assert stored(paths, second).rating == 0
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL | SHIFT)
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert len(window.history.done) == 2  # no third one for having deleted it again
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: model.rowCount() == 2 and stored(paths, first).rating == 0)


def open_popup(qtbot: QtBot, window: MainWindow, kind: LabelKind) -> LabelPopup:
    heard = Heard()
    window._librarian.labels_ready.connect(heard.note)
    view = window.gallery_panel.view
    qtbot.keyClick(view, Qt.Key.Key_T if kind == "tag" else Qt.Key.Key_C)
    qtbot.waitUntil(lambda: bool(heard.all))
    popup = window.order._popups[kind]
    assert popup.isVisible()
    return popup


def ticks(popup: LabelPopup) -> dict[str, Qt.CheckState]:
    rows = [popup.list.item(row) for row in range(popup.list.count())]
    return {item.text(): item.checkState() for item in rows}


def type_in(qtbot: QtBot, popup: LabelPopup, text: str) -> None:
    qtbot.keyClicks(popup.line, text)
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)


def test_tags_of_several_pictures(qtbot: QtBot, open_studio: OpenStudio, paths: Paths) -> None:
    first, second = fill(paths, 2)
    window = open_studio().window
    view = in_grid(qtbot, window, 2)
    popup = open_popup(qtbot, window, "tag")
    type_in(qtbot, popup, "sketch")
    qtbot.waitUntil(lambda: ticks(popup) == {"sketch": Qt.CheckState.Checked})
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)  # nothing more
    assert not popup.isVisible()
    qtbot.keyClick(view, Qt.Key.Key_Right, SHIFT)
    popup = open_popup(qtbot, window, "tag")
    qtbot.waitUntil(lambda: ticks(popup) == {"sketch": Qt.CheckState.PartiallyChecked})
    type_in(qtbot, popup, "<b>print</b>")
    qtbot.waitUntil(lambda: len(ticks(popup)) == 2)
    qtbot.keyClicks(popup.line, "SKE")
    assert list(ticks(popup)) == ["sketch"]
    qtbot.keyClick(popup.line, Qt.Key.Key_Down)
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)  # the one that has it not gets it
    both = ("<b>print</b>", "sketch")
    qtbot.waitUntil(lambda: stored(paths, second).tags == both)
    qtbot.keyClick(popup.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: stored(paths, first).tags == both[:1])
    qtbot.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    qtbot.waitUntil(lambda: shown(window, first).tags == both[:1])
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: stored(paths, second).tags == ())
    assert stored(paths, first).tags == ("sketch",)


def test_collections_are_made_renamed_and_deleted(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    first, second = fill(paths, 2)
    window = open_studio().window
    in_grid(qtbot, window, 2)
    popup = open_popup(qtbot, window, "collection")
    type_in(qtbot, popup, "Best")
    type_in(qtbot, popup, "Garden")
    source = window.gallery_panel.head.source
    qtbot.waitUntil(lambda: source.count() == 4)
    qtbot.waitUntil(lambda: len(ticks(popup)) == 2)
    popup.list.setCurrentRow(0)
    qtbot.keyClick(popup.list, Qt.Key.Key_F2)
    assert popup.line.text() == "Best"
    type_in(qtbot, popup, "Garden")  # taken
    banner = window.pane.banner
    qtbot.waitUntil(lambda: "already" in banner.text())
    assert len(window.history.done) == 2
    popup.list.setCurrentRow(0)
    popup.rename_button.click()
    type_in(qtbot, popup, "The best")
    qtbot.waitUntil(lambda: stored(paths, first).collections == ("Garden", "The best"))
    qtbot.waitUntil(lambda: "The best" in ticks(popup))
    popup.list.setCurrentRow(list(ticks(popup)).index("Garden"))
    qtbot.keyClick(popup.list, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: stored(paths, first).collections == ("The best",))
    qtbot.waitUntil(lambda: source.count() == 3)
    popup.close()
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: stored(paths, first).collections == ("Best", "Garden"))
    assert stored(paths, second).collections == ()


def test_what_cannot_be_stored_is_told_and_taken_back(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    (first,) = fill(paths, 1)
    window = open_studio().window
    view = in_grid(qtbot, window, 1)
    qtbot.keyClick(view, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: stored(paths, first).rating == 2)
    connection = sqlite3.connect(paths.database_file)
    connection.execute(
        "CREATE TRIGGER refuse BEFORE UPDATE ON picture BEGIN SELECT RAISE(ABORT, 'no'); END"
    )
    connection.commit()
    qtbot.keyClick(view, Qt.Key.Key_5)
    assert shown(window, first).rating == 5
    qtbot.waitUntil(lambda: shown(window, first).rating == 2)
    assert window.pane.banner.isVisible()
    assert len(window.history.done) == 1
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)  # that fails as well, and can be tried again
    qtbot.waitUntil(lambda: len(window.history.done) == 0)
    qtbot.waitUntil(lambda: len(window.history.done) == 1)
    connection.execute("DROP TRIGGER refuse")
    connection.commit()
    connection.close()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: stored(paths, first).rating == 0)


def test_the_viewer_rates_what_it_shows(
    qtbot: QtBot, open_studio: OpenStudio, paths: Paths
) -> None:
    first, second = fill(paths, 2)
    window = open_studio().window
    view = in_grid(qtbot, window, 2)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    viewer = window.viewing.viewer
    assert viewer is not None
    qtbot.waitUntil(viewer.isActiveWindow)
    qtbot.keyClick(viewer, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: window.viewing.id == second)
    qtbot.keyClick(viewer, Qt.Key.Key_5)
    qtbot.waitUntil(lambda: stored(paths, second).rating == 5)
    qtbot.waitUntil(lambda: viewer.rating_bar.rating == 5)
    heart = viewer.rating_bar.star_at(6).toPoint()
    qtbot.mouseClick(viewer.rating_bar, Qt.MouseButton.LeftButton, pos=heart)
    qtbot.waitUntil(lambda: stored(paths, second).favourite)
    qtbot.keyClick(viewer, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: not stored(paths, second).favourite)
    qtbot.waitUntil(lambda: not viewer.rating_bar.is_favourite)
    assert stored(paths, first).rating == 0


def test_stars_by_mouse_and_keyboard(qtbot: QtBot, themes: ThemeSource, icons: IconSet) -> None:
    bar = RatingBar(themes, icons)
    qtbot.addWidget(bar)
    bar.show()
    bar.activateWindow()
    bar.setFocus()
    qtbot.waitUntil(bar.hasFocus)
    heard = Heard()
    bar.rating_wanted.connect(heard.note)
    bar.show_marks(3, True)
    assert bar.accessibleDescription() == "3 of 5, favourite"
    for star in (5, 3):
        qtbot.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.star_at(star).toPoint())
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_0):
        qtbot.keyClick(bar, key)
    assert heard.all == [5, 0, 4, 2, 0]


class Noted:
    """A step that notes what is asked of it."""

    def __init__(self, words: str, log: list[str]) -> None:
        self.words = words
        self._log = log

    def undo(self) -> None:
        self._log.append(f"undo {self.words}")

    def redo(self) -> None:
        self._log.append(f"redo {self.words}")


def test_the_history_keeps_what_failed_where_it_was(qapp: object) -> None:
    log: list[str] = []
    history = History()
    one, two, three = (Noted(words, log) for words in ("one", "two", "three"))
    history.push(one)
    history.push(two)
    history.undo()
    history.undo_failed(two)
    assert (history.done, history.undone) == ([one, two], [])
    history.undo()
    history.undo()
    history.redo()
    history.redo_failed(one, is_first=False)
    assert (history.done, history.undone) == ([], [two, one])
    history.redo()
    history.push(three)
    assert (history.done, history.undone) == ([one, three], [])
    history.redo_failed(three, is_first=True)
    assert (history.done, history.undone) == ([one], [])
    history.undo_step(one)
    assert (history.done, history.undone) == ([], [])
    assert log == ["undo two", "undo two", "undo one", "redo one", "redo one", "undo one"]
