"""What a part of the window does to speak another language; ``retelling.py`` has it done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, runtime_checkable

Tell = Callable[[str], str]
"""Gives a text of the old language in the new one."""


@runtime_checkable
class Retold(Protocol):
    """An object that puts texts together from others, or keeps what it paints."""

    def retell(self, tell: Tell) -> None:
        """Sets such texts again, after all others have been told in the other language.

        ``tell`` is for texts that were kept in the old one. What it gives is to be kept in their
        place: it remembers which texts of the catalogue they are.
        """
