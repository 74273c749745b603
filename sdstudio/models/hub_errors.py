"""How a hub can fail the user; apart from the client, which takes a while to be imported."""

from __future__ import annotations

from sdstudio.request import SdstudioError


class DownloadFailed(SdstudioError):
    """The hub could not be reached, or did not send what it has listed."""


class OfflineByChoice(DownloadFailed):
    """The user, or the machine's settings, want no connection to any hub."""


class AccessDenied(DownloadFailed):
    """The model needs a token, another token, or its makers' consent."""


class DownloadRunning(DownloadFailed):
    """The same model is being downloaded already, here or in another program."""
