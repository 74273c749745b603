"""What the library asks of the hub in threads: for models that fit some words, and for a token."""

from __future__ import annotations

import logging
import threading
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from sdstudio.gui.library.background import DaemonThreads
from sdstudio.gui.library.entries import Offer
from sdstudio.models.hub_address import chosen_endpoint
from sdstudio.models.hub_token import (
    KeyringUnusable,
    check_token,
    forget_token,
    store_token,
)
from sdstudio.models.library_settings import load_library
from sdstudio.paths import Paths
from sdstudio.request import Cancelled, SdstudioError

if TYPE_CHECKING:
    from sdstudio.models.hub_client import Hub

_MOST = 40
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What the hub has for some words; ``error`` is why it has nothing."""

    words: str
    offers: tuple[Offer, ...] = ()
    error: SdstudioError | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenKept:
    """A token was taken for the download of a model. ``error`` says why it is not kept: by a
    keyring that is not to be used it is known until the app ends, one that is none not at all.
    """

    repo_id: str
    error: SdstudioError | None = None

    @property
    def is_usable(self) -> bool:
        """Whether the download can be tried with it."""
        return self.error is None or isinstance(self.error, KeyringUnusable)


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenForgotten:
    """The token for the hub is known no more; ``was_there`` is whether there was one. ``error`` is
    why the system's keyring could not be asked.
    """

    was_there: bool
    error: SdstudioError | None = None


class HubAsker(QObject):
    """Asks the hub off the GUI thread; of searches only the last is answered.

    ``open_hub`` may be called in any thread but the GUI's.
    """

    found = Signal(object)
    """Found."""
    token_kept = Signal(object)
    """TokenKept."""
    token_forgotten = Signal(object)
    """TokenForgotten."""

    def __init__(self, paths: Paths, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths = paths
        self._threads = DaemonThreads()
        self._lock = threading.Lock()
        self._tokens: dict[str, str] = {}
        self._last = threading.Event()

    def search(self, words: str) -> None:
        """Looks for models; a search before it is given up."""
        self._last.set()
        self._last = threading.Event()
        self._threads.start(self._search, words, self._last)

    def stop(self) -> None:
        """Gives up the search under way."""
        self._last.set()

    def keep_token(self, repo_id: str, token: str) -> None:
        """Gives a token to the system's keyring."""
        self._threads.start(self._keep_token, repo_id, token)

    def forget_token(self) -> None:
        """Forgets the token for the hub, here and in the system's keyring."""
        self._threads.start(self._forget_token)

    def close(self) -> None:
        """Ends the threads; a silent hub is not waited for."""
        self._last.set()
        self._threads.close()

    def open_hub(self) -> Hub:
        """The hub as the user has it: its address, the token for it, and whether it may be asked.

        Raises:
            InvalidRequest: the address or the token is none.
        """
        # The hub's client takes a third of a second to import.
        from sdstudio.models.hub_access import usual_hub

        library, _complaint = load_library(self._paths)
        with self._lock:
            token = self._tokens.get(chosen_endpoint(None, library))
        return usual_hub(library, token=token)

    # -- in the threads ----------------------------------------------------------------------

    def _search(self, words: str, stop: threading.Event) -> None:
        from sdstudio.models.hub_search import search_models

        try:
            models = search_models(self.open_hub(), words, _MOST, stop.is_set)
        except Cancelled:
            return
        except SdstudioError as error:
            told = Found(words=words, error=error)
        except Exception:
            _log.exception("the search failed")
            told = Found(words=words, error=SdstudioError("The search of the hub failed."))
        else:
            offers = tuple(
                Offer(
                    repo_id=model.repo_id,
                    family=model.family,
                    licence=model.licence,
                    is_gated=model.is_gated,
                    downloads=model.downloads,
                )
                for model in models
                if model.is_supported is not False
            )
            told = Found(words=words, offers=offers)
        if not stop.is_set():
            self._threads.emit(self.found, told)

    def _keep_token(self, repo_id: str, token: str) -> None:
        told = TokenKept(repo_id=repo_id)
        try:
            library, _complaint = load_library(self._paths)
            endpoint = chosen_endpoint(None, library)
            with self._lock:
                self._tokens[endpoint] = check_token(token)
            store_token(endpoint, token)
        except SdstudioError as error:
            told = TokenKept(repo_id=repo_id, error=error)
        self._threads.emit(self.token_kept, told)

    def _forget_token(self) -> None:
        was_known, told = False, TokenForgotten(was_there=False)
        try:
            library, _complaint = load_library(self._paths)
            endpoint = chosen_endpoint(None, library)
            with self._lock:
                was_known = self._tokens.pop(endpoint, None) is not None
            told = TokenForgotten(was_there=forget_token(endpoint) or was_known)
        except SdstudioError as error:
            told = TokenForgotten(was_there=was_known, error=error)
        self._threads.emit(self.token_forgotten, told)
