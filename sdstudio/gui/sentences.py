"""Known failures in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from sdstudio.request import SdstudioError


def sentence(error: SdstudioError) -> str:
    """What is wrong and what to do: translated first, then filled in."""
    parts = (error.template, error.action_template)
    told = (QCoreApplication.translate("errors", part) for part in parts if part)
    return " ".join(part.format(**error.values) for part in told)
