"""What whoever publishes the app sets: where its releases are told of."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseSource:
    """``api`` answers as GitHub's “get the latest release” does; ``page`` is for a browser.

    Both are https addresses.
    """

    api: str
    page: str


RELEASES: ReleaseSource | None = None
"""None: nobody publishes yet, and the window does not offer to ask. On GitHub these are
``https://api.github.com/repos/OWNER/NAME/releases/latest`` and
``https://github.com/OWNER/NAME/releases/latest``."""
