"""Between the librarian, the grid and the canvas: looking at pictures and what is done to them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sdstudio.gui.actions import Actions
from sdstudio.gui.banner import Notice
from sdstudio.gui.canvas_pane import CanvasPane
from sdstudio.gui.dialogs import choose_png
from sdstudio.gui.finding.control import FindingControl
from sdstudio.gui.gallery_model import GalleryModel
from sdstudio.gui.gallery_panel import GalleryPanel
from sdstudio.gui.librarian import Librarian, Opened
from sdstudio.gui.meant import MeantPictures
from sdstudio.gui.order.deletion import Deletion
from sdstudio.gui.order.history import History
from sdstudio.gui.reuse.plan import Scope
from sdstudio.gui.saver import FileSaver
from sdstudio.gui.sentences import sentence, translated
from sdstudio.gui.viewer_control import ViewerControl
from sdstudio.request import GalleryItem, SdstudioError


class GalleryControl(QObject):
    """Asks the librarian and shows its answers. GUI thread only."""

    looked_away = Signal()
    """The user chose a picture to look at."""
    reuse_wanted = Signal(object, str)
    """GalleryItem, and the Scope of its settings that is wanted."""

    def __init__(
        self,
        panel: GalleryPanel,
        model: GalleryModel,
        pane: CanvasPane,
        actions: Actions,
        librarian: Librarian,
        viewing: ViewerControl,
        meant: MeantPictures,
        finding: FindingControl,
        history: History,
        saver: FileSaver,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._panel = panel
        self._model = model
        self._pane = pane
        self._actions = actions
        self._librarian = librarian
        self._saver = saver
        self._window = window
        self._viewing = viewing
        self._meant = meant
        self._finding = finding
        self._history = history
        self._neighbours: list[int] = []
        self._in_grid: list[int] = []
        self._expected: int | None = None
        self._is_just_made = False
        self._deletion: Deletion | None = None
        panel.shown.connect(self.look_at)
        panel.view.activated.connect(viewing.open)
        panel.view.current_changed.connect(self.tell_actions)
        panel.view.thumbnails_wanted.connect(self._want_thumbnails)
        panel.view.drag_wanted.connect(librarian.want_items)
        panel.details.original_wanted.connect(librarian.want_original)
        librarian.original_ready.connect(panel.details.show_original)
        viewing.thumbnails_wanted.connect(self._want_neighbours)
        viewing.went_to.connect(panel.view.choose)
        viewing.left.connect(self.choose)
        librarian.listed.connect(model.set_ids)
        librarian.thumbnail_ready.connect(model.put_thumbnail)
        librarian.items_ready.connect(panel.view.drag)
        librarian.opened.connect(self._opened)
        librarian.deleted.connect(self._were_deleted)
        librarian.restored.connect(self._were_restored)
        librarian.noticed.connect(self._noticed)
        librarian.failed.connect(self._failed)
        librarian.unavailable.connect(self._unavailable)
        actions.show_picture.triggered.connect(self._show_current)
        actions.view_full.triggered.connect(self.view_full)
        actions.reuse.triggered.connect(self.reuse)
        actions.reuse_without_seed.triggered.connect(self.reuse_without_seed)
        actions.reuse_prompt.triggered.connect(self._reuse_prompt)
        actions.reuse_seed.triggered.connect(self._reuse_seed)
        actions.save_as.triggered.connect(self._save_as)
        actions.trash.triggered.connect(self.delete)
        self._tell_actions()

    # -- looking -----------------------------------------------------------------------------

    @Slot(int)
    def look_at(self, id: int) -> None:
        """Shows a picture because the user chose it."""
        self.looked_away.emit()
        self._expected = id
        self._is_just_made = False
        self._librarian.open_picture(id)

    @Slot(int)
    def choose(self, id: int) -> None:
        """Shows a picture and chooses it in the grid."""
        self._choose(id)
        self.look_at(id)

    @Slot(object, bool)
    def add(self, item: GalleryItem, show: bool) -> None:
        """A picture was made: it goes to the top, and onto the canvas if that follows the run."""
        if self._finding.shows_all:
            self._model.insert(item)
        self._finding.gallery_changed()
        if show:
            self._choose(item.id)
            self._expected = item.id
            self._is_just_made = True
            self._librarian.open_picture(item.id)

    @Slot()
    def forget_expected(self) -> None:
        """The canvas shows the run: a picture still on its way must not cover it."""
        self._expected = None

    def refresh(self) -> None:
        """Looks for pictures that another program made."""
        self._librarian.refresh()

    @Slot()
    def look_again(self) -> None:
        """Everything known of the pictures may have changed: reads it anew."""
        self._librarian.refresh()
        self._model.look_again()

    @Slot(object)
    def _opened(self, opened: Opened) -> None:
        if opened.item.id != self._expected:
            return
        self._expected = None
        if self._is_just_made:
            self._pane.show_made(opened.item, opened.image)
        else:
            self._pane.show_item(opened.item, opened.image)
        self._tell_actions()

    @Slot()
    def _show_current(self) -> None:
        if (id := self._panel.view.current_id()) is not None:
            self.look_at(id)

    @Slot()
    def view_full(self) -> None:
        """Opens the picture that the user means in full size."""
        if (id := self._meant.id()) is not None:
            self._viewing.open(id)

    @Slot(object)
    def _want_thumbnails(self, ids: list[int]) -> None:
        self._in_grid = ids
        self._want()

    @Slot(object)
    def _want_neighbours(self, ids: list[int]) -> None:
        """The viewer lies before the grid: what it lacks comes first."""
        self._neighbours = ids
        self._want()

    def _want(self) -> None:
        ids = dict.fromkeys([*self._neighbours, *self._in_grid])
        self._librarian.want_thumbnails(list(ids), *self._panel.view.tile_pixels())

    def _choose(self, id: int) -> None:
        self._panel.view.choose(id)

    # -- settings and files ------------------------------------------------------------------

    def _ask_reuse(self, scope: Scope) -> None:
        item = self._meant.item()
        if item is not None and item.request is not None:
            self.reuse_wanted.emit(item, scope)

    @Slot()
    def reuse(self) -> None:
        """Puts the picture's settings back into the panel, its seed too."""
        self._ask_reuse("all")

    @Slot()
    def reuse_without_seed(self) -> None:
        """Puts the picture's settings back, without its seed."""
        self._ask_reuse("but seed")

    @Slot()
    def _reuse_prompt(self) -> None:
        self._ask_reuse("prompt")

    @Slot()
    def _reuse_seed(self) -> None:
        self._ask_reuse("seed")

    @Slot()
    def _save_as(self) -> None:
        item = self._pane.item
        if item is None:
            return
        path = choose_png(self._window, self.tr("Save picture as"), Path.home() / item.path.name)
        if path is not None:
            self._saver.copy(item.path, path)

    # -- deleting ----------------------------------------------------------------------------

    @Slot()
    def delete(self) -> None:
        """Moves the chosen pictures to the trash, or the one on the canvas."""
        ids = self._meant.ids()
        if ids:
            self._librarian.delete(ids)

    def _undo_deletion(self) -> None:
        """Brings back what was deleted last, whatever was done after it."""
        if self._deletion is not None:
            self._history.undo_step(self._deletion)

    @Slot(object)
    def _were_deleted(self, ids: list[int]) -> None:
        first = self._model.index_of(ids[0])
        row = first.row() if first.isValid() else 0
        self._model.remove(ids)
        self._deletion = self._deletion_of(ids)
        if self._pane.item is not None and self._pane.item.id in ids:
            self._show_neighbour(row)
        self._pane.banner.tell(
            Notice(
                text=self.tr("Moved %Ln picture(s) to the trash.", "", len(ids)),
                key="deleted",
                action=self.tr("Undo"),
                run=self._undo_deletion,
            )
        )
        self._tell_actions()

    def _deletion_of(self, ids: list[int]) -> Deletion:
        """The step that these were deleted by; a new one, unless they were deleted again."""
        for step in self._history.done:
            if isinstance(step, Deletion) and set(ids) <= set(step.ids):
                return step
        deletion = Deletion(ids, self._librarian)
        self._history.push(deletion)
        return deletion

    def _show_neighbour(self, row: int) -> None:
        count = self._model.rowCount()
        if not count:
            if self._finding.shows_all:
                self._pane.set_gallery_size(0)
            self._pane.idle()
            return
        id = self._model.id_at(min(row, count - 1))
        self._choose(id)
        self._expected = id
        self._is_just_made = False
        self._librarian.open_picture(id)

    @Slot(object)
    def _were_restored(self, ids: list[int]) -> None:
        self._pane.banner.withdraw("deleted")
        self._expected = ids[0]
        self._is_just_made = False
        self._librarian.open_picture(ids[0])

    # -- notices -----------------------------------------------------------------------------

    @Slot(object)
    def _noticed(self, notice: str) -> None:
        self._pane.banner.tell(Notice(text=translated(notice)))

    @Slot(object)
    def _failed(self, error: SdstudioError) -> None:
        self._pane.banner.tell(Notice(text=sentence(error), is_error=True, key="gallery"))

    @Slot(object)
    def _unavailable(self, error: SdstudioError) -> None:
        self._panel.set_unavailable(self.tr("The gallery is not available."))
        self._pane.banner.tell(Notice(text=sentence(error), is_error=True, key="gallery"))

    @Slot()
    def tell_actions(self) -> None:
        """Enables what can be done now."""
        self._tell_actions()

    def _tell_actions(self) -> None:
        item = self._pane.item
        for action in self._actions.of_a_picture:
            action.setEnabled(item is not None)
        meant = self._meant.item()
        for action in self._actions.of_settings:
            action.setEnabled(meant is not None and meant.request is not None)
        # These do not wait for the canvas, and the canvas may show what is no picture yet.
        is_meant = self._meant.id() is not None
        for action in (self._actions.view_full, self._actions.send_to_compare):
            action.setEnabled(is_meant)
        self._actions.reveal.setEnabled(meant is not None)
        is_shown = not self._pane.canvas.image.isNull()
        self._actions.copy_picture.setEnabled(is_meant or is_shown)
