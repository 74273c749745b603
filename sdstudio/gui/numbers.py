"""Numbers, sizes, times and lists as they are written where the user is.

What the locale is follows the language of the window (``languages.py``). Seeds, sizes in pixels and
whatever is to be copied into another program are written as they are, without marks between digits.
Any thread may call these.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

translate = QCoreApplication.translate


def whole(number: int) -> str:
    """A number of things: 12,345."""
    return QLocale().toString(number)


def fixed(number: float, decimals: int) -> str:
    """With so many decimals: 12.0."""
    return QLocale().toString(float(number), "f", decimals)


def brief(number: float, digits: int = 6) -> str:
    """With so many digits that matter, and no more than it takes: 7.5, 12, 1e-05."""
    return QLocale().toString(float(number), "g", digits)


def percent(share: float, decimals: int = 0) -> str:
    """A share in [0, 1]: 45 %."""
    # Whether there is a space before the sign is for each language to say.
    return translate("Numbers", "{number} %").format(number=fixed(100 * share, decimals))


def data_size(count: float) -> str:
    """Bytes, in steps of a thousand as shops and the hub count them: 58 kB, 3.1 MB, 120 GB."""
    if count < 1000:
        return translate("Numbers", "%Ln byte(s)", "", int(count))
    size, power = float(count), 0
    while size >= 1000:
        size, power = size / 1000, power + 1
    decimals = 1 if power > 1 and size < 100 else 0
    return QLocale().formattedDataSize(
        round(count), decimals, QLocale.DataSizeFormat.DataSizeSIFormat
    )


def date_and_time(seconds: float) -> str:
    """A moment in seconds since 1970, in the user's own time."""
    moment = QDateTime.fromMSecsSinceEpoch(round(seconds * 1000))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def day_format() -> str:
    """How a day is typed, with all digits of its year."""
    short = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return short if "yyyy" in short else short.replace("yy", "yyyy")


def listed(names: Sequence[str]) -> str:
    """As in: a, b and c."""
    return QLocale().createSeparatedList(list(names))
