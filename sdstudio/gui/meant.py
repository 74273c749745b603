"""Which pictures the user means by a key, a menu or a button."""

from __future__ import annotations

from sdstudio.gui.canvas_pane import CanvasPane
from sdstudio.gui.gallery_model import GalleryModel
from sdstudio.gui.gallery_view import GalleryView
from sdstudio.gui.viewer_control import ViewerControl
from sdstudio.request import GalleryItem


class MeantPictures:
    """One answer for everything that is done with pictures. GUI thread only.

    The viewer's picture while that is the window in use; those of the grid while it has the
    keyboard. Otherwise the canvas's, and those of the grid where the canvas shows none.
    """

    def __init__(
        self, view: GalleryView, model: GalleryModel, pane: CanvasPane, viewing: ViewerControl
    ) -> None:
        self._view = view
        self._model = model
        self._pane = pane
        self._viewing = viewing

    def id(self) -> int | None:
        """The one picture for what is done with one: of the grid the current one."""
        asked = (self._elsewhere, self._view.current_id, self._on_canvas)
        return next((id for where in asked if (id := where()) is not None), None)

    def ids(self) -> list[int]:
        """All of them: of the grid those that are chosen."""
        if (id := self._elsewhere()) is not None:
            return [id]
        if chosen := self._view.selected_ids():
            return chosen
        return [] if (id := self._on_canvas()) is None else [id]

    def item(self) -> GalleryItem | None:
        """What is known of the one picture; None while that is not here yet."""
        id = self.id()
        return None if id is None else self.known(id)

    def known(self, id: int) -> GalleryItem | None:
        """What is known of any picture: of the canvas, or of the grid."""
        shown = self._pane.item
        return shown if shown is not None and shown.id == id else self._model.item(id)

    def _elsewhere(self) -> int | None:
        """The picture that is meant where it is none of the grid."""
        if (seen := self._viewing.shown()) is not None:
            return seen
        return None if self._view.hasFocus() else self._on_canvas()

    def _on_canvas(self) -> int | None:
        return None if self._pane.item is None else self._pane.item.id
