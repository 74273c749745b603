"""What a file is that could be added to a model: read from its header, off the GUI thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from sdstudio.additions import ChosenAddition, Lora, lora_tags
from sdstudio.gui.additions.choice import Verdict
from sdstudio.gui.worker import unforeseen
from sdstudio.models.additions import check_chosen
from sdstudio.models.detection import Kind, detect
from sdstudio.models.folder_files import has_pickles
from sdstudio.models.lora_files import loras_of_tags
from sdstudio.request import ModelNotFound, SdstudioError

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the user has brought: its kind and family, or why it is of no use.

    A pickle counts as ``checkpoint``: whoever loads it knows what to do with one.
    """

    path: Path
    kind: Kind = "other"
    family: str = ""
    error: SdstudioError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The LoRAs that the tags in a prompt mean, or why one of them is none.

    ``prompt`` is the whole text that was asked about, ``without`` the same without its tags.
    """

    prompt: str
    without: str
    loras: tuple[Lora, ...] = ()
    error: SdstudioError | None = None


class Recogniser(QObject):
    """Reads headers in a thread of its own. The methods return at once."""

    seen = Signal(object)
    """Seen: one that was asked for with ``look_at``."""
    checked = Signal(object)
    """tuple of Verdict: of all that was asked for last with ``check``."""

    named = Signal(object)
    """Named: what was asked for with ``find_named``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="recogniser")
        self._asked = 0
        self._is_closed = False

    def look_at(self, path: Path) -> None:
        """Looks what a file or folder is."""
        self._submit(self._look_at, path)

    def check(self, chosen: tuple[ChosenAddition, ...]) -> None:
        """Looks whether what was chosen is there and sound; an earlier question is forgotten."""
        self._asked += 1
        self._submit(self._check, chosen, self._asked)

    def find_named(self, prompt: str, files: tuple[Path, ...]) -> None:
        """Looks among ``files`` for the LoRAs that a prompt names in tags."""
        self._submit(self._find_named, prompt, files)

    def close(self) -> None:
        """Waits for the header that is being read; nothing is told afterwards."""
        self._asked += 1
        self._is_closed = True
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, work: Callable[..., None], *arguments: object) -> None:
        if not self._is_closed:
            self._pool.submit(work, *arguments)

    # -- in the thread -----------------------------------------------------------------------

    def _look_at(self, path: Path) -> None:
        try:
            if not path.exists():
                raise ModelNotFound("There is nothing at “{path}”.", "Choose again.", path=path)
            if path.is_file() and has_pickles([path.name]):
                seen = Seen(path=path, kind="checkpoint")
            else:
                found = detect(path)
                seen = Seen(path=path, kind=found.kind, family=found.family)
        except SdstudioError as error:
            seen = Seen(path=path, error=error)
        except Exception as error:
            _log.exception("%s could not be looked at", path)
            seen = Seen(path=path, error=unforeseen(error))
        self.seen.emit(seen)

    def _find_named(self, prompt: str, files: tuple[Path, ...]) -> None:
        without, tags = lora_tags(prompt)
        named = Named(prompt=prompt, without=without)
        try:
            named = replace(named, loras=loras_of_tags(tags, files))
        except SdstudioError as error:
            named = replace(named, error=error)
        except Exception as error:
            _log.exception("the LoRAs in a prompt could not be looked for")
            named = replace(named, error=unforeseen(error))
        self.named.emit(named)

    def _check(self, chosen: tuple[ChosenAddition, ...], asked: int) -> None:
        if asked == self._asked:
            told = tuple(map(_verdict, chosen))
            if asked == self._asked:
                self.checked.emit(told)


def _verdict(one: ChosenAddition) -> Verdict:
    try:
        return Verdict(kind=one.kind, path=one.path, family=check_chosen(one))
    except SdstudioError as error:
        return Verdict(kind=one.kind, path=one.path, error=error)
    except Exception as error:
        _log.exception("%s could not be checked", one.path)
        return Verdict(kind=one.kind, path=one.path, error=unforeseen(error))
