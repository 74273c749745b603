"""The hub's token, kept where the system keeps passwords: never in settings, logs or messages.

There is one for each hub, so that a mirror is not shown that of another. keyring is imported when
it is needed: it may take a moment, and may talk to other programs or wait for the user to unlock
something. So none of this belongs on the GUI thread.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from typing import Literal, TypeVar
from urllib.parse import urlsplit

from sdstudio.phrase import Phrase
from sdstudio.request import InvalidRequest, SdstudioError

TokenPlace = Literal["keyring", "nowhere", "no keyring"]
"""``no keyring``: this system offers no place that would keep one."""

_USER = "token"
_T = TypeVar("_T")
_log = logging.getLogger(__name__)


class KeyringUnusable(SdstudioError):
    """The system has no keyring, or it refuses."""


def check_token(token: str) -> str:
    """The token itself, without the white space around it.

    Raises:
        InvalidRequest: it can be none. What was given is not in the message.
    """
    token = token.strip()
    if not re.fullmatch(r"[!-~]{1,4096}", token):
        raise InvalidRequest(
            "What was given as a token is none.", "Copy it again from your account's settings."
        )
    return token


def store_token(endpoint: str, token: str) -> None:
    """Keeps the token for the hub at this address, in the place of an earlier one.

    Raises:
        InvalidRequest: it can be no token.
        KeyringUnusable: the system keeps none.
    """
    import keyring

    token = check_token(token)
    service = _service(endpoint)
    _told(lambda: keyring.set_password(service, _USER, token))
    # keyring's “null” takes everything and keeps nothing.
    if _told(lambda: keyring.get_password(service, _USER)) != token:
        raise _unusable(Phrase("it keeps nothing"))


def forget_token(endpoint: str) -> bool:
    """Deletes the token of the hub at this address; false where there was none.

    Raises:
        KeyringUnusable: the system's keyring refuses.
    """
    import keyring

    service = _service(endpoint)
    if _told(lambda: keyring.get_password(service, _USER)) is None:
        return False
    _told(lambda: keyring.delete_password(service, _USER))
    return True


def stored_token(endpoint: str) -> str | None:
    """The token kept for the hub at this address; None without one, or without a keyring."""
    return _looked_up(endpoint)[1]


def token_place(endpoint: str) -> TokenPlace:
    """Where the token for the hub at this address is kept."""
    return _looked_up(endpoint)[0]


def _looked_up(endpoint: str) -> tuple[TokenPlace, str | None]:
    import keyring

    try:
        token = _told(lambda: keyring.get_password(_service(endpoint), _USER))
    except KeyringUnusable as error:
        _log.info("no token was looked up: %s", error.message)
        return "no keyring", None
    if token is None:
        return "nowhere", None
    return "keyring", token


def _service(endpoint: str) -> str:
    return f"sdstudio {urlsplit(endpoint).netloc}"


def _told(action: Callable[[], _T]) -> _T:
    """What ``action`` answers; what goes wrong in it is a sentence that does not hold the token."""
    from keyring.errors import KeyringLocked, NoKeyringError

    try:
        return action()
    except NoKeyringError:
        reason = Phrase("there is none on this system")
    except KeyringLocked:
        reason = Phrase("it is locked")
    except Exception as error:
        # Back ends are other people's, and raise whatever D-Bus or the system has told them.
        reason = Phrase("it failed ({kind})", kind=type(error).__name__)
    # Outside of the except block: a chained error could show the token in a traceback.
    raise _unusable(reason)


def _unusable(reason: Phrase) -> KeyringUnusable:
    return KeyringUnusable(
        "The system's keyring cannot be used: {reason}.",
        "Give the token each time by --token-file, or in the variable HF_TOKEN.",
        reason=reason,
    )
