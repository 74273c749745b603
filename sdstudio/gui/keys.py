"""Keys by the names they have on the user's system and in the user's language."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence


def keys_text(keys: str | QKeySequence) -> str:
    """As the system writes them: Ctrl+Enter, or ⌘ and a sign on a Mac; other words stay."""
    sequence = QKeySequence(keys)
    return sequence.toString(QKeySequence.SequenceFormat.NativeText) or str(keys)


def with_keys(text: str, keys: str) -> str:
    """What something does, and in brackets the keys that do the same, if there are any."""
    return f"{text} ({keys_text(keys)})" if keys else text
