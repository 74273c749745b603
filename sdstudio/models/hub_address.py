"""Which hub is asked: its address, from the places where one may be given."""

from __future__ import annotations

import os
from collections.abc import Mapping
from urllib.parse import urlsplit

from sdstudio.models.library_settings import LibrarySettings
from sdstudio.request import InvalidRequest

OFFICIAL = "https://huggingface.co"
ENDPOINT_VARIABLE = "HF_ENDPOINT"


def chosen_endpoint(
    given: str | None, library: LibrarySettings, environment: Mapping[str, str] = os.environ
) -> str:
    """The hub's address: the one ``given``, else ``HF_ENDPOINT``, the user's, the official one.

    Raises:
        InvalidRequest: it is no web address.
    """
    wanted = given or environment.get(ENDPOINT_VARIABLE, "") or library.endpoint or OFFICIAL
    return check_endpoint(wanted.rstrip("/"))


def check_endpoint(endpoint: str) -> str:
    """The address itself.

    Raises:
        InvalidRequest: it is no web address.
    """
    try:
        address = urlsplit(endpoint)
        # The port is parsed when it is asked for.
        is_one = address.scheme in ("http", "https") and address.hostname and address.port != 0
    except ValueError:
        is_one = False
    if not is_one or not endpoint.isprintable() or " " in endpoint:
        raise InvalidRequest(
            "“{endpoint}” is no address of a hub.",
            "It begins with https://, as in https://huggingface.co.",
            endpoint=endpoint,
        )
    return endpoint


def is_unencrypted(endpoint: str) -> bool:
    """Whether others can read along on the way there: no https, and not this machine."""
    address = urlsplit(endpoint)
    return address.scheme == "http" and address.hostname not in ("localhost", "127.0.0.1", "::1")
