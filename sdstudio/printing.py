"""Tables, sizes, counts and bars as the command line prints them."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from tqdm import tqdm


def table(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows as lines, their columns below each other."""
    cells = [[one_line(cell) for cell in row] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in cells
    ]


def one_line(text: str) -> str:
    """The text without line ends and the codes that move a terminal's cursor."""
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def size(count: int) -> str:
    """Bytes, as in ``4.1 GB``."""
    number, unit = float(count), "B"
    for larger in ("kB", "MB", "GB", "TB"):
        if number < 1000:
            break
        number, unit = number / 1000, larger
    return f"{count} B" if unit == "B" else f"{number:.1f} {unit}"


def counted(count: int, what: str) -> str:
    """As in ``1 file`` and ``2 files``."""
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


class MoveBar(Protocol):
    """Moves a bar; see ``byte_bar``."""

    def __call__(self, done: int, total: int, what: str = "") -> None: ...


@contextmanager
def byte_bar(title: str = "") -> Iterator[MoveBar]:
    """A bar on stderr, silent where that is no terminal; gives what moves it.

    That takes the bytes done, those in all, and what is being worked at; an empty text leaves the
    title as it is.
    """
    with tqdm(
        desc=title or None, unit="B", unit_scale=True, file=sys.stderr, disable=None, leave=False
    ) as bar:

        def move(done: int, total: int, what: str = "") -> None:
            bar.total = total
            if what:
                bar.set_description(what, refresh=False)
            bar.update(done - bar.n)

        yield move
