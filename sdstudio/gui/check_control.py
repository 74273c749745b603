"""Between the checker, its window and the grid: checking the gallery and repairing it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sdstudio.gallery.drift import Drift
from sdstudio.gallery.repair import TooManyGone
from sdstudio.gallery.store import Gallery
from sdstudio.gui.banner import Notice
from sdstudio.gui.checker import CheckEnd, Checker, RepairEnd
from sdstudio.gui.dialogs import ask
from sdstudio.gui.icons import IconSet
from sdstudio.gui.numbers import whole
from sdstudio.gui.sentences import sentence
from sdstudio.gui.theme import ThemeSource

if TYPE_CHECKING:
    from sdstudio.gui.check_dialog import CheckDialog


class CheckControl(QObject):
    """Opens the window, has the work done, and asks before much leaves. GUI thread only."""

    repaired = Signal()
    """The gallery changed: whatever is shown of it may be out of date."""
    told = Signal(object)
    """Notice of a repair that ended after its window was closed."""

    def __init__(
        self,
        open_gallery: Callable[[], Gallery],
        themes: ThemeSource,
        icons: IconSet,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._themes = themes
        self._icons = icons
        self._window = window
        self._dialog: CheckDialog | None = None
        # Ends that are still to come. Only the last one is what the user waits for: those before
        # are of work that was stopped.
        self._due = 0
        self._checker = Checker(open_gallery, self)
        self._checker.progressed.connect(self._progressed)
        self._checker.checked.connect(self._checked)
        self._checker.repaired.connect(self._repaired)

    @Slot()
    def open(self) -> None:
        """Opens the window and checks; brings it to the front if it is open."""
        if self._dialog is None:
            from sdstudio.gui.check_dialog import CheckDialog

            self._dialog = CheckDialog(self._themes, self._icons, self._window)
            self._dialog.check_wanted.connect(self._check)
            self._dialog.stop_wanted.connect(self._checker.cancel)
            self._dialog.repair_wanted.connect(self._repair)
        if not self._dialog.isVisible():
            self._check()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def close(self) -> None:
        """Stops what is under way and waits for it, a moment."""
        self._checker.close()

    @Slot()
    def _check(self) -> None:
        if self._dialog is not None:
            self._dialog.show_checking()
            self._due += 1
            self._checker.check()

    @Slot(object)
    def _repair(self, drift: Drift) -> None:
        self._begin_repair(drift, is_agreed=False)

    def _begin_repair(self, drift: Drift, *, is_agreed: bool) -> None:
        if self._dialog is not None:
            self._dialog.show_repairing()
            self._due += 1
            self._checker.repair(drift, is_agreed=is_agreed)

    @Slot(int, int)
    def _progressed(self, done: int, total: int) -> None:
        if self._dialog is not None and self._due == 1:
            self._dialog.show_progress(done, total)

    def _awaiting(self) -> CheckDialog | None:
        """Counts an end; gives the window if that waits for this very one."""
        self._due -= 1
        if self._due or self._dialog is None or not self._dialog.isVisible():
            return None
        return self._dialog

    @Slot(object)
    def _checked(self, end: CheckEnd) -> None:
        dialog = self._awaiting()
        if dialog is None:
            return
        if end.error is not None:
            dialog.show_error(self.tr("The gallery could not be checked"), end.error)
        elif end.drift is not None and not end.drift.is_stopped:
            dialog.show_drift(end.drift)

    @Slot(object)
    def _repaired(self, end: RepairEnd) -> None:
        if not isinstance(end.error, TooManyGone):
            # Also after a failure: what was done before that stays done.
            self.repaired.emit()
        dialog = self._awaiting()
        if dialog is None:
            self._tell(end)
        elif isinstance(end.error, TooManyGone):
            self._ask_again(dialog, end.drift)
        elif end.error is not None:
            dialog.show_error(self.tr("The gallery could not be repaired"), end.error)
        elif end.done is not None:
            dialog.show_repaired(end.done.backup, end.done.dropped, is_stopped=end.is_stopped)

    def _ask_again(self, dialog: CheckDialog, drift: Drift) -> None:
        text = self.tr(
            "{gone} of %Ln picture(s) would leave the gallery, since their files are gone. "
            "Nothing was changed.\n\nAre the files only somewhere else, such as on a drive that is "
            "not plugged in? Then bring them back first and check again.",
            "",
            drift.pictures,
        ).format(gone=whole(len(drift.gone)))
        title = self.tr("Many pictures would leave")
        if ask(dialog, title, text, self.tr("Let them go"), self.tr("Cancel")):
            self._begin_repair(drift, is_agreed=True)
        else:
            dialog.show_drift(drift)

    def _tell(self, end: RepairEnd) -> None:
        if end.done is not None:
            text = self.tr(
                "The repair of the gallery has ended. The database as it was before is kept as "
                "“{path}”."
            ).format(path=end.done.backup)
            self.told.emit(Notice(text=text, key="check"))
        elif end.error is not None and not isinstance(end.error, TooManyGone):
            self.told.emit(Notice(text=sentence(end.error), is_error=True, key="check"))
