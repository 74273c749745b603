"""What takes its time about the user's card: asking the driver, fetching, trying, removing."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from sdstudio.gui.job_thread import Ending, attempt
from sdstudio.gui.library.background import DaemonThreads
from sdstudio.models.library_settings import load_library
from sdstudio.paths import Paths
from sdstudio.request import SdstudioError

if TYPE_CHECKING:
    from sdstudio.acceleration.cards import Cards
    from sdstudio.acceleration.installing import InstallProgress
    from sdstudio.acceleration.plan import AccelerationPlan
    from sdstudio.acceleration.status import AccelerationStatus
    from sdstudio.models.download_progress import Room
    from sdstudio.torch_build import TorchBuild

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """How things stand, and what could be fetched.

    ``plan`` is None where nothing is to be fetched; ``error`` says why it could not be told.
    ``missing_bytes`` of it have not come yet, and ``room`` is what the disk has for it.
    """

    status: AccelerationStatus | None = None
    plan: AccelerationPlan | None = None
    missing_bytes: int = 0
    room: Room | None = None
    error: SdstudioError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchEnd:
    """The end of fetching or trying: ``card`` computes, unless it was stopped or has an error."""

    card: str = ""
    error: SdstudioError | None = None
    is_stopped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RemovalEnd:
    """The end of a removal: bytes that are free again, unless it has an error."""

    freed_bytes: int = 0
    error: SdstudioError | None = None


class CardWork(QObject):
    """Does one thing at a time in a thread of its own, and tells what comes of it.

    Returns at once. GUI thread only.
    """

    seen = Signal(object)
    """Seen: exactly one for each ``look``."""
    progressed = Signal(object)
    """InstallProgress."""
    fetched = Signal(object)
    """FetchEnd: exactly one for each ``fetch`` and ``try_again``."""
    removed = Signal(object)
    """RemovalEnd: exactly one for each ``remove``."""
    _told = Signal(object)
    """FetchEnd: from the thread."""

    def __init__(
        self, paths: Paths, find: Callable[[], Cards], parent: QObject | None = None
    ) -> None:
        """``find`` asks the driver for the cards."""
        super().__init__(parent)
        self._paths = paths
        self._find = find
        self._threads = DaemonThreads()
        self._stop: threading.Event | None = None
        self._told.connect(self._end)

    @property
    def is_fetching(self) -> bool:
        """Whether something is being fetched or tried."""
        return self._stop is not None

    def look(self) -> None:
        """Asks driver, disk and index."""
        self._threads.start(self._look)

    def fetch(self, plan: AccelerationPlan) -> None:
        """Fetches a plan, or goes on with it, and tries it."""
        self._begin(self._fetch, plan)

    def try_again(self, build: TorchBuild) -> None:
        """Tries a build that is there."""
        self._begin(self._try, build)

    def stop(self) -> None:
        """Ends what is being fetched; what has come is kept."""
        if self._stop is not None:
            self._stop.set()

    def remove(self) -> None:
        """Removes what was fetched."""
        self._threads.start(self._remove)

    def tidy_up(self) -> None:
        """Removes what an earlier start has left; says nothing."""
        self._threads.start(self._tidy_up)

    def close(self) -> None:
        """Stops everything and waits for it, but not for a server that is silent."""
        self.stop()
        self._threads.close()

    def _begin(self, work: Callable[..., None], subject: object) -> None:
        if self._stop is None:
            self._stop = threading.Event()
            self._threads.start(work, subject, self._stop)

    @Slot(object)
    def _end(self, end: FetchEnd) -> None:
        self._stop = None
        self.fetched.emit(end)

    # -- in the threads ----------------------------------------------------------------------

    def _look(self) -> None:
        found = Seen()

        def work() -> None:
            nonlocal found
            found = self._see()

        ending = attempt(work)
        if ending.error is not None:
            found = Seen(error=ending.error)
        self._threads.emit(self.seen, found)

    def _see(self) -> Seen:
        # Their clients are only imported when they are needed.
        from sdstudio.acceleration.package_index import usual_index
        from sdstudio.acceleration.plan import missing_bytes, plan_acceleration, room_for
        from sdstudio.acceleration.status import look

        folder = self._paths.acceleration
        status = look(folder, self._find)
        is_settled = status.build is not None and status.is_fit
        if status.cards is None or status.complaint is not None or is_settled:
            return Seen(status=status)
        try:
            index = usual_index(load_library(self._paths)[0].offline)
            plan = plan_acceleration(index, status.cards, folder, self._threads.is_closed)
            return Seen(
                status=status,
                plan=plan,
                missing_bytes=missing_bytes(plan, folder),
                room=room_for(plan, folder),
            )
        except SdstudioError as error:
            return Seen(status=status, error=error)

    def _fetch(self, plan: AccelerationPlan, stop: threading.Event) -> None:
        from sdstudio.acceleration.installing import install

        card = ""

        def tell(progress: InstallProgress) -> None:
            self._threads.emit(self.progressed, progress)

        def work() -> None:
            nonlocal card
            card = install(plan, self._paths.acceleration, tell, stop.is_set).card

        self._tell(attempt(work), card)

    def _try(self, build: TorchBuild, stop: threading.Event) -> None:
        from sdstudio.acceleration.installing import InstallProgress, try_again

        card = ""

        def work() -> None:
            nonlocal card
            card = try_again(build, self._paths.acceleration, stop.is_set)

        trying = InstallProgress(stage="try", done_bytes=0, total_bytes=0)
        self._threads.emit(self.progressed, trying)
        self._tell(attempt(work), card)

    def _tell(self, ending: Ending, card: str) -> None:
        end = FetchEnd(card=card, error=ending.error, is_stopped=ending.is_cancelled)
        self._threads.emit(self._told, end)

    def _remove(self) -> None:
        from sdstudio.acceleration.installing import remove

        freed = 0

        def work() -> None:
            nonlocal freed
            freed = remove(self._paths.acceleration)

        ending = attempt(work)
        self._threads.emit(self.removed, RemovalEnd(freed_bytes=freed, error=ending.error))

    def _tidy_up(self) -> None:
        if not self._paths.acceleration.is_dir():
            return
        from sdstudio.acceleration.installing import tidy_up

        attempt(partial(tidy_up, self._paths.acceleration))
