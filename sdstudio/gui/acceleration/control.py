"""Between the window “Use my GPU”, the work behind it, and the app that starts anew."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from sdstudio.gui.acceleration.fetching import CardWork, FetchEnd, RemovalEnd, Seen
from sdstudio.gui.banner import Notice
from sdstudio.gui.dialogs import ask
from sdstudio.gui.icons import IconSet
from sdstudio.gui.library.entries import Download
from sdstudio.gui.library.words import download_line
from sdstudio.gui.main_window import MainWindow
from sdstudio.gui.numbers import data_size
from sdstudio.gui.sentences import sentence
from sdstudio.gui.theme import ThemeSource
from sdstudio.paths import Paths
from sdstudio.request import SdstudioError

if TYPE_CHECKING:
    from sdstudio.acceleration.cards import Cards
    from sdstudio.acceleration.installing import InstallProgress
    from sdstudio.gui.acceleration.dialog import GpuDialog


class GpuControl(QObject):
    """Opens the window, has the work done, and asks before anything is lost. GUI thread only."""

    told = Signal(object)
    """Notice of what has ended while its window was closed."""

    def __init__(
        self,
        paths: Paths,
        find: Callable[[], Cards],
        themes: ThemeSource,
        icons: IconSet,
        window: MainWindow,
    ) -> None:
        """``find`` asks the driver for the cards; it is called in a thread."""
        super().__init__(window)
        self._themes = themes
        self._icons = icons
        self._window = window
        self._dialog: GpuDialog | None = None
        self._seen = Seen()
        self.is_restart_wanted = False
        """Whether the app is to start again once it has ended."""
        self.work = CardWork(paths, find, self)
        self.work.seen.connect(self._show_seen)
        self.work.progressed.connect(self._progressed)
        self.work.fetched.connect(self._fetched)
        self.work.removed.connect(self._removed)
        self._failure: SdstudioError | None = None
        self._is_discarding = False
        self._is_tidy = False

    @Slot()
    def open(self) -> None:
        """Opens the window; looks for cards unless something is being fetched."""
        if self._dialog is None:
            # Here, because most starts never open it.
            from sdstudio.gui.acceleration.dialog import GpuDialog

            dialog = GpuDialog(self._themes, self._icons, self._window)
            dialog.look_wanted.connect(self._look)
            dialog.fetch_wanted.connect(self._fetch)
            dialog.pause_wanted.connect(self.work.stop)
            dialog.cancel_wanted.connect(self._cancel)
            dialog.discard_wanted.connect(self._discard)
            dialog.try_wanted.connect(self._try)
            dialog.remove_wanted.connect(self._ask_to_remove)
            dialog.restart_wanted.connect(self.restart)
            self._dialog = dialog
        if not self.work.is_fetching and not self._dialog.isVisible():
            self._look()
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    @Slot()
    def begin(self) -> None:
        """The app is up: what an earlier start has left may be removed."""
        if not self._is_tidy:
            self._is_tidy = True
            self.work.tidy_up()

    def tell(self, complaint: SdstudioError) -> None:
        """Says why this start does not use what was fetched."""
        notice = Notice(
            text=sentence(complaint),
            is_error=True,
            key="gpu",
            action=self.tr("Use my GPU…"),
            run=self.open,
        )
        self.told.emit(notice)

    def close(self) -> None:
        """Stops everything and waits for it, a moment."""
        self.work.close()

    @Slot()
    def restart(self) -> None:
        """Ends the app so that it starts anew; asks first where something would be lost."""
        if self._window.queue_model.rowCount() and not ask(
            self._dialog or self._window,
            self.tr("Pictures are being made"),
            self.tr("What is being made and what waits in the queue is given up by a restart."),
            self.tr("Restart now"),
            self.tr("Later"),
        ):
            return
        self.is_restart_wanted = True
        # It may be refused, for pictures that are not saved.
        self.is_restart_wanted = self._window.close()

    @Slot()
    def _look(self) -> None:
        if self._dialog is not None:
            self._dialog.show_looking()
            self.work.look()

    @Slot()
    def _fetch(self) -> None:
        if self._dialog is not None and self._seen.plan is not None:
            self._dialog.show_work(self._fetching_title(), self.tr("Looking at what is here…"))
            self.work.fetch(self._seen.plan)

    @Slot()
    def _try(self) -> None:
        status = self._seen.status
        if status is not None and status.build is not None:
            self.work.try_again(status.build)
        else:
            self._look()

    @Slot()
    def _cancel(self) -> None:
        self._is_discarding = True
        self.work.stop()

    @Slot()
    def _discard(self) -> None:
        self._is_discarding = True
        self.work.remove()

    @Slot()
    def _ask_to_remove(self) -> None:
        status = self._seen.status
        build = None if status is None else status.build
        text = self.tr("Pictures will be made with the processor again, which is slower.")
        if build is not None:
            text = self.tr(
                "Pictures will be made with the processor again, which is slower. {size} become "
                "free; to use the card again, all of it has to be fetched anew."
            ).format(size=data_size(build.size))
        if ask(
            self._dialog,
            self.tr("Use the processor again"),
            text,
            self.tr("Use the processor"),
            self.tr("Cancel"),
        ):
            self.work.remove()

    @Slot(object)
    def _show_seen(self, seen: Seen) -> None:
        self._seen = seen
        failure, self._failure = self._failure, None
        if self._dialog is None or self.work.is_fetching:
            return
        if failure is not None:
            status = seen.status
            self._dialog.show_failed(failure, is_there=status is not None and status.has_failed)
        else:
            self._dialog.show_seen(seen)

    @Slot(object)
    def _progressed(self, progress: InstallProgress) -> None:
        if self._dialog is None:
            return
        if progress.stage == "try":
            self._dialog.show_trying()
            return
        share = progress.done_bytes / max(progress.total_bytes, 1)
        if progress.download is None:
            self._dialog.show_share(
                self.tr("Unpacking"),
                share,
                self.tr("{done} of {total}").format(
                    done=data_size(progress.done_bytes), total=data_size(progress.total_bytes)
                ),
            )
            return
        line = download_line(Download(repo_id="", stage="running").at(progress.download))
        self._dialog.show_share(self._fetching_title(), share, line)

    @Slot(object)
    def _fetched(self, end: FetchEnd) -> None:
        dialog = self._dialog
        # What was done before it could be cancelled stays done.
        self._is_discarding = self._is_discarding and end.is_stopped
        if self._is_discarding:
            self.work.remove()
        elif dialog is not None and dialog.isVisible():
            if end.is_stopped:
                self._look()
            elif end.error is not None:
                # What can be done about it depends on what is there.
                self._failure = end.error
                self.work.look()
            else:
                dialog.show_ready(end.card)
        elif end.error is not None:
            self.tell(end.error)
        elif not end.is_stopped:
            self.told.emit(
                Notice(
                    text=self.tr(
                        "“{card}” is ready. It is used once the app has started anew."
                    ).format(card=end.card),
                    key="gpu",
                    action=self.tr("Restart now"),
                    run=self.restart,
                )
            )

    @Slot(object)
    def _removed(self, end: RemovalEnd) -> None:
        if self._dialog is None:
            return
        if end.error is not None:
            self._dialog.show_failed(end.error, is_there=False)
        elif self._is_discarding:
            self._look()
        else:
            status = self._seen.status
            is_active = status is not None and status.is_active
            self._dialog.show_removed(end.freed_bytes, is_active=is_active)
        self._is_discarding = False

    def _fetching_title(self) -> str:
        return self.tr("Fetching torch for your card")
