"""Downloads for the window: each in a thread of its own, at most two of them at once.

A download that is stopped, or killed with the app, is gone on with the next time; what has come of
it lies in a folder that ends in ``.incomplete`` and is listed as paused.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from sdstudio.gui.library.background import DaemonThreads
from sdstudio.gui.library.entries import Download
from sdstudio.models.hub_folders import Unfinished, discard_download, unfinished_downloads
from sdstudio.request import Cancelled, SdstudioError

if TYPE_CHECKING:
    from sdstudio.models.download_progress import DownloadProgress
    from sdstudio.models.hub_client import Hub

AT_ONCE = 2
_VARIANT = "fp16"
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a download would take: bytes and files, and the bytes that are free for it.

    ``error`` says why it cannot be downloaded, and then there are no numbers.
    """

    repo_id: str
    total_bytes: int = 0
    files: int = 0
    free_bytes: int = 0
    error: SdstudioError | None = None


@dataclass(slots=True)
class _Running:
    """A download under way: its latest state, how it is told to stop, and its thread."""

    state: Download
    stop: threading.Event
    thread: threading.Thread


class Downloads(QObject):
    """Starts, pauses and discards downloads; returns at once and tells what becomes of them.

    ``open_hub`` gives the hub, in a thread, since it may have to ask a keyring. GUI thread only.
    """

    changed = Signal(object)
    """Download: one has come on, or its stage has changed."""
    discarded = Signal(str)
    """Repository id: what had come of it is deleted."""
    planned = Signal(object)
    """Plan."""
    _told = Signal(object, object)
    """Download, and the event of the thread that tells it."""

    def __init__(
        self, models: Path, open_hub: Callable[[], Hub], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._models = models
        self._open_hub = open_hub
        self._running: dict[str, _Running] = {}
        self._places = threading.Semaphore(AT_ONCE)
        self._threads = DaemonThreads()
        # From the threads: to this one, where what they tell may be too late to count.
        self._told.connect(self._note)

    def start(self, repo_id: str) -> None:
        """Begins a download, or goes on with one."""
        if repo_id in self._running:
            return
        stop = threading.Event()
        state = Download(repo_id=repo_id, stage="waiting")
        thread = self._threads.start(self._run, repo_id, stop)
        if thread is not None:
            self._running[repo_id] = _Running(state=state, stop=stop, thread=thread)
            self.changed.emit(state)

    def pause(self, repo_id: str) -> None:
        """Stops a download; what has come is kept."""
        running = self._running.get(repo_id)
        if running is not None:
            running.stop.set()

    def discard(self, repo_id: str) -> None:
        """Stops a download and deletes what has come of it."""
        self.pause(repo_id)
        self._threads.start(self._discard, repo_id)

    def plan(self, repo_id: str) -> None:
        """Asks the hub how much a model is; ``planned`` tells."""
        self._threads.start(self._plan, repo_id)

    def find_unfinished(self) -> None:
        """Tells of every download that an earlier run of the app has left, as paused."""
        self._threads.start(self._find_unfinished)

    def close(self) -> None:
        """Pauses all downloads and waits for them, but not for a hub that is silent."""
        for running in self._running.values():
            running.stop.set()
        self._threads.close()

    @Slot(object, object)
    def _note(self, state: Download, stop: threading.Event) -> None:
        running = self._running.get(state.repo_id)
        if running is None or running.stop is not stop:
            return
        running.state = state
        if not state.is_active:
            del self._running[state.repo_id]
        self.changed.emit(state)

    # -- in the threads ----------------------------------------------------------------------

    def _run(self, repo_id: str, stop: threading.Event) -> None:
        state = Download(repo_id=repo_id, stage="waiting")
        while not self._places.acquire(timeout=0.1):
            if stop.is_set():
                self._threads.emit(self._told, self._left(repo_id), stop)
                return
        try:
            state = self._fetch(state, stop)
        except Cancelled:
            state = self._left(repo_id)
        except SdstudioError as error:
            state = replace(self._left(repo_id), stage="failed", error=error)
        except Exception:
            _log.exception("the download of %s failed", repo_id)
            state = replace(self._left(repo_id), stage="failed", error=_unforeseen(repo_id))
        finally:
            self._places.release()
        self._threads.emit(self._told, state, stop)

    def _fetch(self, state: Download, stop: threading.Event) -> Download:
        # The hub's client takes a third of a second to import.
        from sdstudio.models.hub import download, plan_download

        def tell(progress: DownloadProgress) -> None:
            self._threads.emit(self._told, state.at(progress), stop)

        self._threads.emit(self._told, replace(state, stage="asking"), stop)
        before = self._unfinished(state.repo_id)
        variant = _VARIANT if before is None else before.variant
        hub = self._open_hub()
        plan = plan_download(hub, state.repo_id, variant, stop.is_set)
        folder = download(hub, plan, self._models, tell, stop.is_set)
        total = plan.total_bytes
        return replace(state, stage="finished", done_bytes=total, total_bytes=total, folder=folder)

    def _unfinished(self, repo_id: str) -> Unfinished | None:
        found = unfinished_downloads(self._models)
        return next((one for one in found if one.repo_id == repo_id), None)

    def _left(self, repo_id: str) -> Download:
        """What there is of a download that does not go on."""
        left = self._unfinished(repo_id)
        return Download(repo_id=repo_id, stage="paused") if left is None else _paused(left)

    def _plan(self, repo_id: str) -> None:
        from sdstudio.models.hub import plan_download, room_for

        plan = Plan(repo_id=repo_id)
        try:
            found = plan_download(self._open_hub(), repo_id, _VARIANT, self._threads.is_closed)
            room = room_for(found, self._models)
            plan = Plan(
                repo_id=repo_id,
                total_bytes=found.total_bytes,
                files=len(found.files),
                free_bytes=room.free_bytes,
            )
        except Cancelled:
            return
        except SdstudioError as error:
            plan = replace(plan, error=error)
        except Exception:
            _log.exception("the plan for %s failed", repo_id)
            plan = replace(plan, error=_unforeseen(repo_id))
        self._threads.emit(self.planned, plan)

    def _discard(self, repo_id: str) -> None:
        running = self._running.get(repo_id)
        if running is not None:
            running.thread.join()
        try:
            if self._unfinished(repo_id) is not None:
                discard_download(self._models, repo_id)
        except SdstudioError as error:
            failed = replace(self._left(repo_id), stage="failed", error=error)
            self._threads.emit(self.changed, failed)
        else:
            self._threads.emit(self.discarded, repo_id)

    def _find_unfinished(self) -> None:
        for left in unfinished_downloads(self._models):
            if left.repo_id not in self._running and not left.is_running:
                self._threads.emit(self.changed, _paused(left))


def _paused(left: Unfinished) -> Download:
    return Download(
        repo_id=left.repo_id,
        stage="paused",
        done_bytes=left.done_bytes,
        total_bytes=left.total_bytes or 0,
    )


def _unforeseen(repo_id: str) -> SdstudioError:
    return SdstudioError(
        "“{repo_id}” could not be downloaded.", "The log has the details.", repo_id=repo_id
    )
