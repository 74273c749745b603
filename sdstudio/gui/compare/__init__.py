"""Two to four pictures compared: side by side, over each other, and by their settings."""

from __future__ import annotations

LETTERS = "ABCD"
"""What compared pictures are called, in their order."""
MOST = len(LETTERS)
"""Pictures that are compared at a time."""
