"""The window “Use my GPU”: looking, the offer, fetching, ready, in use, or why not."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from sdstudio.gui.acceleration.fetching import Seen
from sdstudio.gui.acceleration.offer_page import OfferPage
from sdstudio.gui.calm_page import CalmPage
from sdstudio.gui.dialogs import lay_out_pages, named_button
from sdstudio.gui.icons import IconSet
from sdstudio.gui.numbers import data_size
from sdstudio.gui.sentences import sentence
from sdstudio.gui.theme import ThemeSource
from sdstudio.request import SdstudioError

_WIDTH, _HEIGHT = 560, 400


class GpuDialog(QDialog):
    """Shows what it is given, and tells what the user wants. GUI thread only.

    It blocks nothing, and may be closed while something is fetched.
    """

    look_wanted = Signal()
    fetch_wanted = Signal()
    """Also to go on with what was paused."""
    pause_wanted = Signal()
    cancel_wanted = Signal()
    """It is to end, and what has come so far is to be deleted."""
    discard_wanted = Signal()
    """What has come so far is to be deleted."""
    try_wanted = Signal()
    remove_wanted = Signal()
    restart_wanted = Signal()

    def __init__(self, themes: ThemeSource, icons: IconSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = self.tr("Use my GPU")
        self.setObjectName("gpuDialog")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.resize(_WIDTH, _HEIGHT)
        self._calm = CalmPage("gpu", themes, icons)
        self._offer = OfferPage(themes, icons)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._calm)
        self._pages.addWidget(self._offer)
        self.remove_button = named_button("gpuRemoveButton", self.tr("Use the &processor again…"))
        self.discard_button = named_button("gpuDiscardButton", self.tr("&Delete what has come"))
        self.again_button = named_button("gpuLookAgainButton", self.tr("&Look again"))
        self.close_button = named_button("gpuCloseButton", self.tr("&Close"))
        self.cancel_button = named_button("gpuCancelButton", self.tr("Ca&ncel"))
        self.pause_button = named_button("gpuPauseButton", self.tr("&Pause"))
        self.try_button = named_button("gpuTryButton", self.tr("&Try again"), "primary")
        self.fetch_button = named_button("gpuFetchButton", self.tr("&Fetch"), "primary")
        self.restart_button = named_button("gpuRestartButton", self.tr("&Restart now"), "primary")
        left = (
            *(self.remove_button, self.discard_button),
            *(self.again_button, self.cancel_button),
        )
        right = (
            *(self.close_button, self.pause_button, self.try_button),
            *(self.fetch_button, self.restart_button),
        )
        self._buttons = (*left, *right)
        for button in left:
            # Enter must not throw anything away.
            button.setAutoDefault(False)
        lay_out_pages(self, self._pages, left, right)
        self.remove_button.clicked.connect(self.remove_wanted)
        self.discard_button.clicked.connect(self.discard_wanted)
        self.again_button.clicked.connect(self.look_wanted)
        self.close_button.clicked.connect(self.reject)
        self.cancel_button.clicked.connect(self._cancel)
        self.pause_button.clicked.connect(self._pause)
        self.try_button.clicked.connect(self.try_wanted)
        self.fetch_button.clicked.connect(self.fetch_wanted)
        self.restart_button.clicked.connect(self.restart_wanted)

    def show_looking(self) -> None:
        """Driver and index are asked."""
        self._calm.show_work(
            self.tr("Looking for a graphics card"),
            self.tr("Asking the NVIDIA driver, and what torch has for it…"),
        )
        self._show(self._calm, self.close_button)

    def show_seen(self, seen: Seen) -> None:
        """What was found."""
        status = seen.status
        if status is None or (seen.error is not None and status.build is None):
            title = self.tr("It cannot be told what your card needs")
            self._calm.show_outcome("warning", "danger", title, _said(seen.error))
            self._show(self._calm, self.again_button, self.close_button)
        elif status.build is not None and status.is_fit and status.has_failed:
            self._calm.show_outcome(
                "warning",
                "danger",
                self.tr("Your graphics card is not used"),
                self.tr(
                    "torch {version} is fetched, but did not start on this computer. A newer "
                    "driver may help."
                ).format(version=status.build.version),
            )
            self._show(self._calm, self.try_button, self.remove_button, self.close_button)
        elif status.build is not None and status.is_fit:
            self._offer.show_use(seen)
            if status.is_active:
                self._show(self._offer, self.close_button, self.remove_button)
            else:
                self._show(self._offer, self.restart_button, self.remove_button, self.close_button)
        elif seen.plan is not None and seen.room is not None:
            self._offer.show_offer(seen)
            self._show_fetch(seen.missing_bytes, seen.plan.total_bytes)
            if not seen.room.is_enough:
                self.close_button.setFocus()
                self.fetch_button.setEnabled(False)
        else:
            self._calm.show_outcome(
                "info",
                "accent",
                self.tr("Pictures are made with the processor"),
                _said(status.complaint or seen.error),
            )
            others = () if status.build is None else (self.remove_button,)
            self._show(self._calm, self.close_button, self.again_button, *others)

    def show_work(self, title: str, told: str) -> None:
        """Fetching or unpacking has begun; nobody knows yet how much it is."""
        self._calm.show_work(title, told)
        if self._pages.currentWidget() is not self._calm or not self.pause_button.isVisible():
            self._show(self._calm, self.close_button, self.pause_button, self.cancel_button)

    def show_trying(self) -> None:
        """Everything is there, and is tried; a matter of seconds."""
        self._calm.show_work(
            self.tr("Trying it"),
            self.tr("torch starts and computes on the card, in a process of its own…"),
        )
        self._show(self._calm, self.close_button)

    def show_share(self, title: str, share: float, told: str) -> None:
        """How much of it is done, from 0 to 1."""
        self.show_work(title, told)
        self._calm.show_share(round(share * 1000), 1000, told)

    def show_ready(self, card: str) -> None:
        """A build was fetched and has computed on the card."""
        self._calm.show_outcome(
            "check",
            "accent",
            self.tr("Your graphics card is ready"),
            self.tr(
                "“{card}” has passed its trial. It is used once the app has started anew."
            ).format(card=card),
        )
        self._show(self._calm, self.restart_button, self.close_button)

    def show_failed(self, error: SdstudioError | None, *, is_there: bool) -> None:
        """It did not work; ``is_there`` once everything was fetched, so that trying may help."""
        title = self.tr("Your graphics card cannot be used yet")
        self._calm.show_outcome("warning", "danger", title, _said(error))
        if is_there:
            self._show(self._calm, self.try_button, self.remove_button, self.close_button)
        else:
            self._show(self._calm, self.again_button, self.close_button)

    def show_removed(self, freed: int, *, is_active: bool) -> None:
        """The processor is used again, from the next start on if the card still ``is_active``."""
        parts = [self.tr("{size} are free again.").format(size=data_size(freed))] if freed else []
        if is_active:
            parts.append(
                self.tr(
                    "This start still uses the card; what it needs of the disk is free after the "
                    "next one."
                )
            )
        title = self.tr("The processor is used again")
        self._calm.show_outcome("check", "accent", title, " ".join(parts))
        if is_active:
            self._show(self._calm, self.restart_button, self.close_button)
        else:
            self._show(self._calm, self.close_button, self.again_button)

    def _show_fetch(self, missing: int, total: int) -> None:
        size = data_size(missing)
        if missing < total:
            self.fetch_button.setText(self.tr("&Go on ({size})").format(size=size))
            self._show(self._offer, self.fetch_button, self.discard_button, self.close_button)
        else:
            self.fetch_button.setText(self.tr("&Fetch {size}").format(size=size))
            self._show(self._offer, self.fetch_button, self.close_button)
        self.fetch_button.setAccessibleName(self.fetch_button.text().replace("&", ""))

    def _show(self, page: QWidget, focused: QPushButton, *others: QPushButton) -> None:
        """Shows a page with the buttons that count now; the first one gets the keyboard."""
        self._pages.setCurrentWidget(page)
        for button in self._buttons:
            button.setVisible(button is focused or button in others)
            button.setEnabled(True)
        focused.setFocus()

    @Slot()
    def _pause(self) -> None:
        # What comes of it is told when it has ended.
        self._end_work()
        self.pause_wanted.emit()

    @Slot()
    def _cancel(self) -> None:
        self._end_work()
        self.cancel_wanted.emit()

    def _end_work(self) -> None:
        self.close_button.setFocus()
        self.pause_button.setEnabled(False)
        self.cancel_button.setEnabled(False)


def _said(error: SdstudioError | None) -> str:
    return "" if error is None else sentence(error)
