"""Between the grid, the librarian and the window for pictures in full size."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QWidget

from sdstudio.gui.gallery_model import GalleryModel
from sdstudio.gui.icons import IconSet
from sdstudio.gui.librarian import Librarian, Opened
from sdstudio.gui.theme import ThemeSource
from sdstudio.request import GalleryItem

if TYPE_CHECKING:
    from sdstudio.gui.viewer import Viewer

_KEPT = 4
"""Pictures in memory: the one shown, its neighbours, and the one seen before."""


class ViewerControl(QObject):
    """Opens the viewer, and has the next and the previous picture ready. GUI thread only."""

    thumbnails_wanted = Signal(object)
    """list of ids whose tiles the viewer's strip lacks; none once it is closed."""
    went_to = Signal(int)
    """id of the picture that is looked at now."""
    rating_wanted = Signal(int)
    """0 to 5, for the picture that is looked at."""
    favourite_wanted = Signal()
    """That picture is to become a favourite, or none."""
    left = Signal(int)
    """The viewer was closed; id of the picture it showed last."""

    def __init__(
        self,
        model: GalleryModel,
        librarian: Librarian,
        themes: ThemeSource,
        icons: IconSet,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._model = model
        self._librarian = librarian
        self._themes = themes
        self._icons = icons
        self._window = window
        self._viewer: Viewer | None = None
        self._actions: list[QAction] = []
        self._id: int | None = None
        self._pictures: OrderedDict[int, Opened] = OrderedDict()
        librarian.sketched.connect(self._sketched)
        librarian.picture_ready.connect(self._ready)
        model.modelReset.connect(self._list_changed)
        model.rowsInserted.connect(self._list_changed)

    @property
    def viewer(self) -> Viewer | None:
        """The window, once it was opened."""
        return self._viewer

    @property
    def id(self) -> int | None:
        """The picture that is looked at; None while the viewer is closed."""
        return self._id

    @Slot(object)
    def know(self, item: GalleryItem) -> None:
        """More is known of a picture, or something else."""
        kept = self._pictures.get(item.id)
        if kept is not None:
            self._pictures[item.id] = replace(kept, item=item)
        if self._viewer is not None and item.id == self._id:
            self._viewer.know(item)

    def shown(self) -> int | None:
        """The picture that is looked at; None while another window is in use."""
        is_in_use = self._viewer is not None and self._viewer.isActiveWindow()
        return self._id if is_in_use else None

    def take_actions(self, actions: list[QAction]) -> None:
        """The viewer's menu, with the keys of what is in it."""
        self._actions += actions

    @Slot(int)
    def open(self, id: int) -> None:
        """Shows a picture of the gallery in full size."""
        index = self._model.index_of(id)
        if not index.isValid():
            return
        if self._viewer is None:
            # Made when it is first wanted: most starts of the app never need it.
            from sdstudio.gui.viewer import Viewer

            self._viewer = Viewer(self._model, self._themes, self._icons, self._window)
            self._viewer.details.original_wanted.connect(self._librarian.want_original)
            self._librarian.original_ready.connect(self._viewer.details.show_original)
            self._viewer.addActions(self._actions)
            self._viewer.rating_bar.rating_wanted.connect(self.rating_wanted)
            self._viewer.rating_bar.favourite_wanted.connect(self.favourite_wanted)
            self._viewer.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            self._viewer.row_wanted.connect(self._show_row)
            self._viewer.left.connect(self._was_left)
            self._viewer.strip.thumbnails_wanted.connect(self.thumbnails_wanted)
        if not self._viewer.isVisible():
            self._viewer.setGeometry(self._window.geometry())
            self._viewer.show_full_screen(False)
        self._show_row(index.row())
        self._viewer.raise_()
        self._viewer.activateWindow()
        self._viewer.setFocus()

    @Slot(int)
    def _show_row(self, row: int) -> None:
        assert self._viewer is not None
        id = self._model.id_at(row)
        self._id = id
        kept = self._pictures.get(id)
        self._viewer.begin(row, kept.item if kept is not None else self._model.item(id))
        if kept is not None:
            self._pictures.move_to_end(id)
            self._viewer.show_picture(kept.item, kept.image)
        self._want()
        self.went_to.emit(id)

    def _want(self) -> None:
        """The one shown, then the next and the one before."""
        index = self._model.index_of(self._id) if self._id is not None else None
        if index is None or not index.isValid():
            return
        rows = (index.row(), index.row() + 1, index.row() - 1)
        ids = [self._model.id_at(row) for row in rows if 0 <= row < self._model.rowCount()]
        self._librarian.want_pictures([id for id in ids if id not in self._pictures])

    @Slot(int, QImage)
    def _sketched(self, id: int, image: QImage) -> None:
        if self._viewer is not None and id == self._id:
            self._viewer.sketch(image)

    @Slot(object)
    def _ready(self, opened: Opened) -> None:
        if self._viewer is None or not self._viewer.isVisible():
            return
        self._pictures[opened.item.id] = opened
        self._pictures.move_to_end(opened.item.id)
        while len(self._pictures) > _KEPT:
            self._pictures.popitem(last=False)
        if opened.item.id == self._id:
            self._viewer.show_picture(opened.item, opened.image)

    @Slot()
    def _list_changed(self) -> None:
        """The picture is in another row now, or gone: then its neighbour takes its place."""
        if self._viewer is None or not self._viewer.isVisible() or self._id is None:
            return
        index = self._model.index_of(self._id)
        if index.isValid():
            self._viewer.moved_to(index.row())
        elif self._model.rowCount():
            self._show_row(min(self._viewer.row, self._model.rowCount() - 1))
        else:
            self._viewer.close()

    @Slot()
    def _was_left(self) -> None:
        self._pictures.clear()
        self._librarian.want_pictures([])
        self.thumbnails_wanted.emit([])
        if self._id is not None:
            id, self._id = self._id, None
            self.left.emit(id)
