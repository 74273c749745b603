"""The hub as this user reaches it: address, token, and whether it may be reached at all."""

from __future__ import annotations

import os

from huggingface_hub import get_token

from sdstudio.models.hub_address import OFFICIAL, chosen_endpoint
from sdstudio.models.hub_client import Hub
from sdstudio.models.hub_token import stored_token
from sdstudio.models.library_settings import LibrarySettings

_TOKEN_VARIABLES = ("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN")


def usual_hub(
    library: LibrarySettings, endpoint: str | None = None, token: str | None = None
) -> Hub:
    """The hub of ``endpoint``, else of ``HF_ENDPOINT``, else the user's, else the official one.

    Without a ``token``, the one that the keyring has for this hub is used. For the official hub,
    and no other, ``HF_TOKEN`` comes before it and the token of ``hf auth login`` after it. Waits
    for the keyring: never call it on the GUI thread.

    Raises:
        InvalidRequest: see ``Hub``.
    """
    chosen = chosen_endpoint(endpoint, library)
    if token is None and not library.offline:
        token = _usual_token(chosen)
    return Hub(endpoint=chosen, token=token, offline=library.offline)


def _usual_token(endpoint: str) -> str | None:
    if endpoint != OFFICIAL:
        return stored_token(endpoint)
    if any(os.environ.get(name) for name in _TOKEN_VARIABLES):
        return get_token()
    return stored_token(endpoint) or get_token()
