"""The window that checks the gallery: how far it is, what was found, and what a repair does."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from sdstudio.gallery.drift import Drift
from sdstudio.gui.calm_page import CalmPage
from sdstudio.gui.check_findings import FindingsPage
from sdstudio.gui.dialogs import lay_out_pages, named_button
from sdstudio.gui.icons import IconSet
from sdstudio.gui.numbers import whole
from sdstudio.gui.sentences import sentence
from sdstudio.gui.tab_order import set_tab_order
from sdstudio.gui.theme import ThemeSource
from sdstudio.request import SdstudioError

_WIDTH, _HEIGHT = 600, 520


class CheckDialog(QDialog):
    """Shows what it is given, and tells what the user wants. GUI thread only.

    It blocks nothing: a check of a large gallery takes minutes.
    """

    check_wanted = Signal()
    stop_wanted = Signal()
    """Whatever is under way is to end; also when the window is closed."""
    repair_wanted = Signal(object)
    """Drift that is to be repaired; the user was shown how."""

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Check the gallery")
        self.setObjectName("checkDialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(_WIDTH, _HEIGHT)
        self._drift = Drift()
        self._is_repairing = False
        self._calm = CalmPage("check", themes, icons)
        self._findings = FindingsPage(themes, icons)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._calm)
        self._pages.addWidget(self._findings)
        self.stop_button = named_button("stopCheckButton", self.tr("&Stop"))
        self.again_button = named_button("checkAgainButton", self.tr("Check &again"))
        self.plan_button = named_button("planRepairButton", self.tr("&Repair…"), "primary")
        self.repair_button = named_button("repairButton", self.tr("&Repair"), "primary")
        self.back_button = named_button("backToReportButton", self.tr("&Back"))
        self.close_button = named_button("closeCheckButton", self.tr("&Close"))
        # Enter in a list of paths must not repair anything.
        self.repair_button.setAutoDefault(False)
        self._buttons = (
            *(self.again_button, self.stop_button, self.back_button),
            *(self.close_button, self.plan_button, self.repair_button),
        )
        lay_out_pages(self, self._pages, self._buttons[:1], self._buttons[1:])
        self.stop_button.clicked.connect(self._stop)
        self.again_button.clicked.connect(self.check_wanted)
        self.plan_button.clicked.connect(self._show_plan)
        self.back_button.clicked.connect(self._show_report)
        self.repair_button.clicked.connect(self._repair)
        self.close_button.clicked.connect(self.reject)
        self.rejected.connect(self.stop_wanted)

    # -- what is shown -----------------------------------------------------------------------

    def show_checking(self) -> None:
        """A check has begun."""
        self._is_repairing = False
        self._calm.show_work(self.tr("Checking the gallery"), self.tr("Looking at the folder…"))
        self._show(self._calm, self.stop_button)

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """How many pictures of how many were looked at."""
        if done < total:
            told = self.tr("{done} of %Ln picture(s)", "", total).format(done=whole(done))
        else:
            told = self.tr("Looking for files that the gallery does not know…")
        self._calm.show_share(done, total, told)

    def show_drift(self, drift: Drift) -> None:
        """What a check found."""
        self._drift = drift
        if drift.found():
            self._show_report()
            return
        told = self.tr("Files and database agree on all %Ln picture(s).", "", drift.pictures)
        if not drift.pictures:
            told = self.tr("There are no pictures yet, and nothing is left over.")
        self._calm.show_outcome("check", "accent", self.tr("All is well"), told)
        self._show(self._calm, self.close_button, self.again_button)

    def show_repairing(self) -> None:
        """A repair has begun."""
        self._is_repairing = True
        self._calm.show_work(
            self.tr("Repairing the gallery"), self.tr("Copying the database, reading files…")
        )
        self._show(self._calm, self.stop_button)

    def show_repaired(self, backup: Path, dropped: int, *, is_stopped: bool) -> None:
        """A repair is done, or in part; ``backup`` is the database as it was before."""
        parts = []
        if is_stopped:
            parts.append(self.tr("Part of the repair was done; a check tells what is left."))
        if dropped:
            parts.append(
                self.tr("%Ln picture(s) whose files are gone have left the gallery.", "", dropped)
            )
        parts.append(self.tr("The database as it was before is kept as:"))
        title = self.tr("Stopped") if is_stopped else self.tr("The gallery is repaired")
        self._calm.show_outcome(
            "info" if is_stopped else "check", "accent", title, "\n".join(parts), str(backup)
        )
        self._show(self._calm, self.close_button, self.again_button)

    def show_error(self, title: str, error: SdstudioError) -> None:
        """A check or a repair could not be done."""
        self._calm.show_outcome("warning", "danger", title, sentence(error))
        self._show(self._calm, self.close_button, self.again_button)

    @Slot()
    def _show_report(self) -> None:
        self._findings.show_report(self._drift)
        if self._drift.is_repairable():
            self._show(self._findings, self.plan_button, self.again_button, self.close_button)
        else:
            self._show(self._findings, self.close_button, self.again_button)

    @Slot()
    def _show_plan(self) -> None:
        self._findings.show_plan(self._drift)
        self._show(self._findings, self.back_button, self.repair_button)

    def _show(self, page: QWidget, focused: QPushButton, *others: QPushButton) -> None:
        """Shows a page with the buttons that count now; the first one gets the keyboard."""
        self._pages.setCurrentWidget(page)
        for button in self._buttons:
            button.setVisible(button is focused or button in others)
            button.setEnabled(True)
        # What was found has just been put there.
        set_tab_order(self._findings, *self._buttons)
        focused.setFocus()

    # -- what is wanted ----------------------------------------------------------------------

    @Slot()
    def _stop(self) -> None:
        if not self._is_repairing:
            self.reject()
            return
        # What it has done by then, and where the copy of the database is, is yet to be told.
        self.stop_button.setEnabled(False)
        self.stop_wanted.emit()

    @Slot()
    def _repair(self) -> None:
        self.repair_wanted.emit(self._drift)
