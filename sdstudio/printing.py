"""Tables, documents, sizes, counts and bars as the command line prints them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
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


def printable(text: str) -> str:
    """The text as it can be written: a file's name need not be valid Unicode.

    What is not, is written as JSON would.
    """
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def say(text: str) -> None:
    """Writes a line to stderr, at once."""
    sys.stderr.write(f"{printable(text)}\n")
    sys.stderr.flush()


def json_text(value: object) -> str:
    """What ``--json`` prints: one JSON document."""
    return json.dumps(value, ensure_ascii=False, indent=2)


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
    """Moves a bar: what is done, what there is in all, and what is being worked at.

    An empty ``what`` leaves the title as it is.
    """

    def __call__(self, done: int, total: int, what: str = "") -> None: ...


def byte_bar(title: str = "") -> AbstractContextManager[MoveBar]:
    """A bar of bytes on stderr, silent where that is no terminal; gives what moves it."""
    return _bar(title, "B")


def count_bar(unit: str) -> AbstractContextManager[MoveBar]:
    """As ``byte_bar``, of things that are counted one by one."""
    return _bar("", unit)


@contextmanager
def _bar(title: str, unit: str) -> Iterator[MoveBar]:
    with tqdm(
        desc=title or None,
        unit=unit,
        unit_scale=unit == "B",
        file=sys.stderr,
        disable=None,
        leave=False,
    ) as bar:

        def move(done: int, total: int, what: str = "") -> None:
            bar.total = total
            if what:
                bar.set_description(what, refresh=False)
            bar.update(done - bar.n)

        yield move
