"""Tables, sizes and counts as the command line prints them."""

from __future__ import annotations

from collections.abc import Sequence


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
