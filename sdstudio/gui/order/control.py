"""Between keys, stars, popups and the librarian: pictures are put in order, and back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from sdstudio.gallery.ordering import Change
from sdstudio.gui.actions import Actions
from sdstudio.gui.banner import Notice
from sdstudio.gui.canvas_pane import CanvasPane
from sdstudio.gui.gallery_model import GalleryModel
from sdstudio.gui.gallery_panel import GalleryPanel
from sdstudio.gui.librarian import Librarian, Performed
from sdstudio.gui.meant import MeantPictures
from sdstudio.gui.order.deeds import Begin, Deed, Labels, changed_item, edit_deed
from sdstudio.gui.order.history import History
from sdstudio.gui.order.label_popup import LabelKind, LabelPopup
from sdstudio.gui.retold import Tell
from sdstudio.gui.sentences import sentence
from sdstudio.gui.viewer_control import ViewerControl
from sdstudio.request import GalleryItem


class _Step:
    """A deed in the history."""

    def __init__(
        self,
        deed: Deed,
        ids: Sequence[int],
        before: Sequence[GalleryItem],
        control: OrderControl,
    ) -> None:
        self.deed = deed
        self.ids = ids
        self.before = before
        self.was_done = False
        self._control = control

    @property
    def words(self) -> str:
        return self.deed.words

    def undo(self) -> None:
        self._control.perform(self, is_undo=True)

    def redo(self) -> None:
        self._control.perform(self, is_undo=False)


class OrderControl(QObject):
    """Rates, tags and collects what the user means. GUI thread only.

    What is changed is shown at once; the librarian makes it last, and tells how it went. What
    could not be done is shown as it was before.
    """

    told = Signal(str)
    """A few words on what was undone or done again."""

    def __init__(
        self,
        panel: GalleryPanel,
        model: GalleryModel,
        pane: CanvasPane,
        actions: Actions,
        librarian: Librarian,
        viewing: ViewerControl,
        meant: MeantPictures,
        history: History,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._panel = panel
        self._model = model
        self._pane = pane
        self._actions = actions
        self._librarian = librarian
        self._viewing = viewing
        self._meant = meant
        self._history = history
        self._window = window
        self._popups: dict[LabelKind, LabelPopup] = {}
        self._popup: LabelPopup | None = None
        self._labelled: list[int] = []
        self._waiting: list[_Step] = []
        for action in actions.ratings:
            action.triggered.connect(self._rate_by_key)
        actions.favourite.triggered.connect(self.toggle_favourite)
        actions.tag.triggered.connect(self.open_tags)
        actions.collect.triggered.connect(self.open_collections)
        actions.undo.triggered.connect(self._undo)
        actions.redo.triggered.connect(self._redo)
        viewing.take_actions([*actions.of_order, actions.undo, actions.redo])
        viewing.rating_wanted.connect(self.rate)
        viewing.favourite_wanted.connect(self.toggle_favourite)
        panel.rating_bar.rating_wanted.connect(self._rate_chosen)
        panel.rating_bar.favourite_wanted.connect(self._toggle_chosen)
        librarian.performed.connect(self._performed)
        librarian.labels_ready.connect(self._show_labels)
        librarian.updated.connect(viewing.know)
        history.changed.connect(self._tell_history)
        panel.view.current_changed.connect(self._tell_actions)
        panel.view.selection_changed.connect(self._tell_actions)
        pane.item_shown.connect(self._tell_actions)
        self._tell_history()
        self._tell_actions()

    # -- what the user does ------------------------------------------------------------------

    @Slot(int)
    def rate(self, rating: int) -> None:
        """Gives the pictures that the user means this rating, 0 for none."""
        self._rate(self._meant.ids(), rating)

    @Slot()
    def toggle_favourite(self) -> None:
        """Makes them favourites; if all of them are, takes that back."""
        self._toggle(self._meant.ids())

    def _rate(self, ids: Sequence[int], rating: int) -> None:
        words = self.tr("rating of %Ln picture(s)", "", len(ids))
        self._change(words, Change(rating=rating), ids)

    def _toggle(self, ids: Sequence[int]) -> None:
        items = [self._meant.known(id) for id in ids]
        are_all = all(item is not None and item.favourite for item in items)
        words = self.tr("favourite mark of %Ln picture(s)", "", len(ids))
        self._change(words, Change(favourite=not are_all), ids)

    @Slot(int)
    def _rate_chosen(self, rating: int) -> None:
        """The stars below the grid are those of its pictures, wherever the keyboard is."""
        self._rate(self._panel.view.selected_ids(), rating)

    @Slot()
    def _toggle_chosen(self) -> None:
        self._toggle(self._panel.view.selected_ids())

    @Slot()
    def open_tags(self) -> None:
        """Opens the tags of the pictures that the user means."""
        self._open("tag")

    @Slot()
    def open_collections(self) -> None:
        """Opens the collections that they may be in."""
        self._open("collection")

    @Slot()
    def _rate_by_key(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.rate(int(action.data()))

    def _change(self, words: str, change: Change, ids: Sequence[int]) -> None:
        if not ids:
            return
        before = [item for id in ids if (item := self._meant.known(id)) is not None]
        for item in before:
            self._show(changed_item(item, change))
        self._begin(edit_deed(words, ids, change), ids, before)

    def _show(self, item: GalleryItem) -> None:
        self._model.update_item(item)
        self._viewing.know(item)
        if self._pane.item is not None and self._pane.item.id == item.id:
            self._pane.item = item

    # -- tags and collections ----------------------------------------------------------------

    def _open(self, kind: LabelKind) -> None:
        self._labelled = self._meant.ids()
        if not self._labelled:
            return
        viewer = self._viewing.viewer
        in_viewer = viewer is not None and viewer.isVisible() and viewer.isActiveWindow()
        if kind not in self._popups:
            popup = LabelPopup(kind, self._window)
            popup.label_wanted.connect(self._label if kind == "tag" else self._collect)
            popup.rename_wanted.connect(self._rename)
            popup.delete_wanted.connect(self._delete_collection)
            self._popups[kind] = popup
        self._popup = self._popups[kind]
        self._librarian.want_labels(self._labelled)
        self._popup.open_at(_middle(viewer) if in_viewer and viewer else self._place())

    def _place(self) -> QRect:
        """The current tile, or the middle of the window, in global coordinates."""
        view = self._panel.view
        id = view.current_id()
        index = self._model.index_of(id) if id is not None else None
        if index is None or not index.isValid() or not view.isVisible():
            return _middle(self._window)
        tile = view.row_rect(index.row()).intersected(view.viewport().rect())
        if tile.isEmpty():
            return _middle(self._window)
        return QRect(view.viewport().mapToGlobal(tile.topLeft()), tile.size())

    @Slot(object)
    def _show_labels(self, labels: Labels) -> None:
        if self._popup is not None and list(labels.ids) == self._labelled:
            self._popup.show_labels(labels)

    @Slot(str, bool)
    def _label(self, name: str, is_wanted: bool) -> None:
        change = Change(add_tags=(name,)) if is_wanted else Change(remove_tags=(name,))
        words = self.tr("tag “{name}” of %Ln picture(s)", "", len(self._labelled))
        self._change(words.format(name=name), change, self._labelled)

    @Slot(str, bool)
    def _collect(self, name: str, is_wanted: bool) -> None:
        names = (name,)
        change = Change(add_collections=names) if is_wanted else Change(remove_collections=names)
        words = self.tr("collection “{name}” of %Ln picture(s)", "", len(self._labelled))
        self._change(words.format(name=name), change, self._labelled)

    @Slot(str, str)
    def _rename(self, name: str, to: str) -> None:
        words = self.tr("renaming of “{name}”").format(name=name)
        self._begin_with(words, lambda gallery: gallery.rename_collection(name, to))

    @Slot(str)
    def _delete_collection(self, name: str) -> None:
        words = self.tr("deleting of the collection “{name}”").format(name=name)
        self._begin_with(words, lambda gallery: gallery.delete_collection(name))

    # -- done and undone ---------------------------------------------------------------------

    def perform(self, step: _Step, *, is_undo: bool) -> None:
        """Has a deed done or undone; what is known of its pictures is then told anew."""
        affected = set(step.ids)
        seen = self._model.seen_ids()
        if affected:
            seen = [id for id in seen if id in affected]
        shown = self._pane.item
        if shown is not None and (not affected or shown.id in affected) and shown.id not in seen:
            seen.append(shown.id)
        self._waiting.append(step)
        self._librarian.perform(step.deed, is_undo=is_undo, seen=seen)

    def _begin_with(self, words: str, begin: Begin) -> None:
        """A deed whose pictures only the gallery knows."""
        self._begin(Deed(words, begin), (), ())

    def _begin(self, deed: Deed, ids: Sequence[int], before: Sequence[GalleryItem]) -> None:
        step = _Step(deed, ids, before, self)
        self._history.push(step)
        self.perform(step, is_undo=False)

    @Slot(object)
    def _performed(self, performed: Performed) -> None:
        step = self._waiting.pop(0)  # they are done in the order they were asked
        before, step.before = step.before, ()
        if performed.is_done:
            step.was_done = True
            self._show_truth(performed.items)
        elif performed.is_undo:
            self._history.undo_failed(step)
        else:
            self._history.redo_failed(step, is_first=not step.was_done)
            self._show_truth(before)
        if performed.problem is not None:
            self._pane.banner.tell(
                Notice(
                    text=sentence(performed.problem),
                    is_error=not performed.is_done,
                    key="order",
                )
            )
        if self._popup is not None and self._popup.isVisible():
            self._librarian.want_labels(self._labelled)

    def _show_truth(self, items: Sequence[GalleryItem]) -> None:
        """Shows pictures as they are, but for those that a later deed is about to change."""
        later = {id for step in self._waiting for id in step.ids}
        for item in items:
            if item.id not in later:
                self._show(item)

    @Slot()
    def _undo(self) -> None:
        if self._history.done:
            words = self._history.done[-1].words
            self._history.undo()
            self.told.emit(self.tr("Undone: {what}").format(what=words))

    @Slot()
    def _redo(self) -> None:
        if self._history.undone:
            words = self._history.undone[-1].words
            self._history.redo()
            self.told.emit(self.tr("Done again: {what}").format(what=words))

    @Slot()
    def _tell_history(self) -> None:
        done, undone = self._history.done, self._history.undone
        self._actions.undo.setEnabled(bool(done))
        self._actions.redo.setEnabled(bool(undone))
        self._actions.undo.setText(
            self.tr("&Undo {what}").format(what=_literal(done[-1].words))
            if done
            else self.tr("&Undo")
        )
        self._actions.redo.setText(
            self.tr("&Redo {what}").format(what=_literal(undone[-1].words))
            if undone
            else self.tr("&Redo")
        )

    def retell(self, tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        for step in (*self._history.done, *self._history.undone):
            if isinstance(step, _Step):
                step.deed.words = tell(step.deed.words)
        self._tell_history()

    @Slot()
    def _tell_actions(self) -> None:
        for action in self._actions.of_order:
            action.setEnabled(bool(self._meant.ids()))


def _literal(words: str) -> str:
    """Words in which & is no mnemonic of a menu."""
    return words.replace("&", "&&")


def _middle(widget: QWidget) -> QRect:
    return QRect(widget.mapToGlobal(widget.rect().center() - QPoint(132, 160)), QSize())
