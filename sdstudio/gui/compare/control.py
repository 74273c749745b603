"""Between the gallery and the window that compares: which pictures are in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from sdstudio.gui.actions import Actions
from sdstudio.gui.banner import Banner, Notice
from sdstudio.gui.compare import MOST
from sdstudio.gui.compare.difference import DifferenceMaker
from sdstudio.gui.gallery_view import GalleryView
from sdstudio.gui.icons import IconSet
from sdstudio.gui.librarian import Librarian, Opened
from sdstudio.gui.meant import MeantPictures
from sdstudio.gui.theme import ThemeSource

if TYPE_CHECKING:
    from sdstudio.gui.compare.window import CompareWindow

_COMPARING = "comparing"


class CompareControl(QObject):
    """Opens the window with the chosen pictures, or with those sent one by one. GUI thread only."""

    def __init__(
        self,
        view: GalleryView,
        meant: MeantPictures,
        actions: Actions,
        librarian: Librarian,
        banner: Banner,
        themes: ThemeSource,
        icons: IconSet,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._view = view
        self._meant = meant
        self._actions = actions
        self._librarian = librarian
        self._banner = banner
        self._themes = themes
        self._icons = icons
        self._owner = window
        self._maker = DifferenceMaker(self)
        self._ids: list[int] = []
        self.window: CompareWindow | None = None
        librarian.picture_read.connect(self._read)
        librarian.deleted.connect(self._were_deleted)
        view.selection_changed.connect(self.tell_actions)
        actions.compare.triggered.connect(self.compare)
        actions.send_to_compare.triggered.connect(self.send)
        self.tell_actions()

    def close(self) -> None:
        """Ends the thread that compares."""
        self._maker.close()

    @Slot()
    def tell_actions(self) -> None:
        """Two to four pictures can be compared."""
        self._actions.compare.setEnabled(2 <= len(self._view.selected_ids()) <= MOST)

    @Slot()
    def compare(self) -> None:
        """Compares the pictures that are chosen in the grid."""
        ids = self._view.selected_ids()
        if 2 <= len(ids) <= MOST:
            self._ids = ids
            self._show()

    @Slot()
    def send(self) -> None:
        """Adds the picture that the user means to those compared; the second opens the window."""
        id = self._meant.id()
        if id is None:
            return
        if id not in self._ids:
            if len(self._ids) == MOST:
                text = self.tr("Four pictures can be compared at a time; take one out first.")
                self._banner.tell(Notice(text=text, key=_COMPARING))
                return
            self._ids.append(id)
        if len(self._ids) == 1:
            text = self.tr("1 picture waits to be compared. Send another one to compare them.")
            self._banner.tell(
                Notice(text=text, key=_COMPARING, action=self.tr("Forget it"), run=self._forget)
            )
        else:
            self._show()

    @Slot()
    def _forget(self) -> None:
        self._ids = []

    @Slot()
    def _was_left(self) -> None:
        self._ids = []
        if self.window is not None:
            # Four large pictures are not kept for a window that nobody sees.
            self.window.set_pictures([])

    def _show(self) -> None:
        self._banner.withdraw(_COMPARING)
        window = self.window
        if window is None:
            from sdstudio.gui.compare.window import CompareWindow

            window = CompareWindow(self._maker, self._themes, self._icons, self._owner)
            window.removed.connect(self._remove)
            window.swapped.connect(self._swap)
            window.left.connect(self._was_left)
            self.window = window
        if not window.isVisible():
            window.setGeometry(self._owner.geometry())
            window.show_full_screen(False)
        self._tell_ids(window)
        window.raise_()
        window.activateWindow()
        window.setFocus()

    def _tell_ids(self, window: CompareWindow) -> None:
        window.set_pictures(self._ids)
        self._librarian.read_pictures(_COMPARING, window.lacks)

    @Slot(str, object)
    def _read(self, purpose: str, opened: Opened) -> None:
        if purpose == _COMPARING and self.window is not None:
            self.window.show_picture(opened.item, opened.image)

    @Slot(int)
    def _remove(self, id: int) -> None:
        self._take_out({id})

    @Slot(object)
    def _were_deleted(self, ids: list[int]) -> None:
        gone = set(ids) & set(self._ids)
        if gone:
            self._take_out(gone)

    def _take_out(self, gone: set[int]) -> None:
        self._ids = [id for id in self._ids if id not in gone]
        window = self.window
        if window is None or not window.isVisible():
            if not self._ids:
                self._banner.withdraw(_COMPARING)
        elif len(self._ids) < 2:
            window.close()
        else:
            self._tell_ids(window)

    @Slot()
    def _swap(self) -> None:
        if self.window is not None and len(self._ids) == 2:
            self._ids.reverse()
            self.window.set_pictures(self._ids)
