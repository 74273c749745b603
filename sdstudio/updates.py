"""Whether there is a newer version: one question over the network, and no word about the user."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import httpx2
from packaging.version import InvalidVersion, Version

from sdstudio import __version__
from sdstudio.models.hub_address import is_unencrypted
from sdstudio.publisher import ReleaseSource
from sdstudio.request import Cancelled

MOST_BYTES = 2_097_152
"""GitHub's answer has the notes of the release, which may have 125,000 characters, in it."""
_SECONDS = 20.0
"""For the whole answer; a server may send it a byte at a time."""
_LONGEST_TAG = 64
# Compressed, a short answer could become a long one. GitHub asks for the name of the program.
_HEADERS = {
    "User-Agent": "sdstudio",
    "Accept": "application/json",
    "Accept-Encoding": "identity",
}


class UpdateUnknown(Exception):
    """It could not be told whether there is a newer version. For the log: no user reads it."""


def newer_version(
    source: ReleaseSource, must_stop: Callable[[], bool], running: str = __version__
) -> str | None:
    """The latest release, where it is newer than the version ``running``; else None.

    Waits for the network.

    Raises:
        UpdateUnknown: no answer, or none that can be made out.
        Cancelled: ``must_stop`` answered true.
    """
    tag = _latest_tag(source, must_stop)
    try:
        latest = Version(tag)
    except InvalidVersion as error:
        raise UpdateUnknown("The answer names no version.") from error
    if latest <= Version(running) or latest.is_prerelease:
        return None
    return str(latest)


def _latest_tag(source: ReleaseSource, must_stop: Callable[[], bool]) -> str:
    try:
        release = json.loads(_answer(source, must_stop))
    except (ValueError, RecursionError) as error:
        raise UpdateUnknown("The answer is no JSON.") from error
    tag = release.get("tag_name") if isinstance(release, dict) else None
    if not isinstance(tag, str) or len(tag) > _LONGEST_TAG:
        raise UpdateUnknown("The answer names no version.")
    return tag


def _answer(source: ReleaseSource, must_stop: Callable[[], bool]) -> bytes:
    if is_unencrypted(source.api):
        raise UpdateUnknown("Others could answer: the address is not an https one.")
    end = time.monotonic() + _SECONDS
    data = bytearray()
    try:
        # A client of its own has no cookies and no token. It is not led anywhere else, either.
        with (
            httpx2.Client(headers=_HEADERS, timeout=_SECONDS, follow_redirects=False) as client,
            client.stream("GET", source.api) as response,
        ):
            if response.status_code != 200:
                raise UpdateUnknown(f"The answer is {response.status_code}.")
            for chunk in response.iter_raw():
                data += chunk
                if must_stop():
                    raise Cancelled
                if len(data) > MOST_BYTES or time.monotonic() > end:
                    raise UpdateUnknown("The answer does not end.")
    except (httpx2.HTTPError, httpx2.InvalidURL, OSError) as error:
        raise UpdateUnknown(f"There is no answer: {error}.") from error
    return bytes(data)
