"""Asking a server for files over HTTP: what may fail and pass, and how long that is waited for."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

import httpx2

from sdstudio.models.hub_errors import DownloadFailed
from sdstudio.phrase import Phrase
from sdstudio.request import Cancelled

GO_ON = "Start the download again to go on where it stopped."
CHECK = "Check the network. Start the download again to go on where it stopped."
LATER = "Try again later. Start the download again to go on where it stopped."
TIMEOUT = httpx2.Timeout(20.0, connect=15.0)
PLAIN = {"Accept-Encoding": "identity"}
"""Headers for a file: what is compressed on its way could not be gone on with from the middle."""
_LONGEST_ASKED = 300.0
"""Seconds; a server that asks for a longer pause is told to the user instead of waited for."""


class Trouble(Exception):
    """A failure that may pass: ``error`` is what it is if it does not.

    ``after`` is how many seconds the server asks to wait, if it says so.
    """

    def __init__(self, error: DownloadFailed, after: float | None = None) -> None:
        super().__init__(error)
        self.error = error
        self.after = after


@dataclass(frozen=True, slots=True, kw_only=True)
class Retries:
    """How often a request that fails is made again: ``attempts`` in a row that brought nothing.

    The pauses between them, in seconds, begin with ``first_pause`` and double up to
    ``longest_pause``.
    """

    attempts: int = 6
    first_pause: float = 1.0
    longest_pause: float = 60.0


USUAL_RETRIES = Retries()


class Patience:
    """The attempts at one file.

    ``waiting`` is told the seconds to the next attempt whenever there is a pause before it.
    """

    def __init__(
        self,
        retries: Retries,
        must_stop: Callable[[], bool],
        waiting: Callable[[float], None] | None = None,
    ) -> None:
        self._retries = retries
        self._must_stop = must_stop
        self._waiting = waiting
        self._failed = 0

    def progressed(self) -> None:
        """Bytes have come: the attempts are counted anew."""
        self._failed = 0

    def wait(self, trouble: Trouble) -> None:
        """Waits before the next attempt.

        Raises:
            DownloadFailed: there were enough attempts, or the server asks for too long a pause.
            Cancelled: ``must_stop`` answered true.
        """
        self._failed += 1
        asked = trouble.after or 0.0
        if self._failed >= self._retries.attempts or asked > _LONGEST_ASKED:
            raise trouble.error
        own = self._retries.first_pause * 2 ** (self._failed - 1)
        end = time.monotonic() + max(asked, min(own, self._retries.longest_pause))
        never = threading.Event()
        while (left := end - time.monotonic()) > 0:
            if self._must_stop():
                raise Cancelled
            if self._waiting is not None:
                self._waiting(left)
            never.wait(min(left, 0.1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """What a server sends of a file, from byte ``start`` on; ``total`` is the whole length."""

    start: int
    total: int | None
    chunks: Iterator[bytes]


def wrong_length(name: str) -> DownloadFailed:
    """The failure of a server that sends more or less of a file than it has listed."""
    return DownloadFailed(
        "“{name}” does not have the length that was listed.",
        "Try again later, or from elsewhere.",
        name=name,
    )


def cut_short(name: str) -> DownloadFailed:
    """The failure of a connection that ends in the middle of a file."""
    return DownloadFailed(
        "The connection broke off in the middle of “{name}”.",
        CHECK,
        name=name,
    )


def connection_failed(address: str, error: httpx2.HTTPError) -> Trouble:
    """The failure of a connection to ``address``, which may pass."""
    return Trouble(
        DownloadFailed(
            "The connection to {endpoint} failed: {reason}.",
            CHECK,
            endpoint=address,
            reason=_reason(error),
        )
    )


def busy(address: str, response: httpx2.Response) -> Trouble | None:
    """The failure of a server that can do nothing now; None for any other answer."""
    if response.status_code not in (408, 429) and response.status_code < 500:
        return None
    return Trouble(
        DownloadFailed(
            "{endpoint} has too much to do, or is broken (its answer was {status}).",
            LATER,
            endpoint=address,
            status=response.status_code,
        ),
        _retry_after(response),
    )


def body_of(response: httpx2.Response, name: str) -> Body:
    """What a server sends of a file.

    Raises:
        Trouble: it does not say which part of the file that is.
    """
    chunks = response.iter_raw()
    if response.status_code == 206:
        found = re.fullmatch(
            r"bytes (\d+)-\d+/(\d+|\*)", response.headers.get("Content-Range", "").strip()
        )
        if found is None:
            raise Trouble(wrong_length(name))
        total = None if found[2] == "*" else int(found[2])
        return Body(start=int(found[1]), total=total, chunks=chunks)
    length = response.headers.get("Content-Length", "")
    return Body(start=0, total=int(length) if length.isdecimal() else None, chunks=chunks)


def _retry_after(response: httpx2.Response) -> float | None:
    """Seconds, from either form that the header may have."""
    text = response.headers.get("Retry-After", "").strip()
    if text.isdecimal():
        return float(text)
    try:
        return max(parsedate_to_datetime(text).timestamp() - time.time(), 0.0)
    except (TypeError, ValueError):
        return None


def _reason(error: httpx2.HTTPError) -> str:
    if isinstance(error, httpx2.TimeoutException):
        return Phrase("it does not answer")
    return (" ".join(str(error).split()) or type(error).__name__).rstrip(".")
