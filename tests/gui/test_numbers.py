"""Numbers, sizes, times and keys as they are written where the user is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QDateTime, QLocale, Qt
from pytestqt.qtbot import QtBot

from sdstudio.gui.fields import CalmDoubleSpin, SeedEdit
from sdstudio.gui.gallery_model import count_text
from sdstudio.gui.keys import keys_text, with_keys
from sdstudio.gui.numbers import (
    brief,
    data_size,
    date_and_time,
    day_format,
    fixed,
    listed,
    percent,
    whole,
)
from sdstudio.gui.progress import duration
from sdstudio.gui.xray.colours import said


@pytest.fixture(params=["en_US", "de_DE", "ja_JP"])
def locale(request: pytest.FixtureRequest) -> Iterator[str]:
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def test_numbers_are_those_of_the_locale(locale: str) -> None:
    is_german = locale == "de_DE"
    assert whole(12_345_678_901) == ("12.345.678.901" if is_german else "12,345,678,901")
    assert fixed(3, 1) == ("3,0" if is_german else "3.0")
    assert [brief(7.5), brief(4.0), brief(5)] == ["7,5" if is_german else "7.5", "4", "5"]
    assert said(-0.125) == ("−0,125" if is_german else "−0.125")
    assert percent(0.456, 1) == ("45,6 %" if is_german else "45.6 %")
    assert duration(0.5) == ("0,5 s" if is_german else "0.5 s")


def test_lists_and_moments_are_those_of_the_locale(locale: str) -> None:
    lists = {"en_US": "a, b, and c", "de_DE": "a, b und c", "ja_JP": "a、b、c"}
    assert listed(["a", "b", "c"]) == lists[locale]
    assert (listed([]), listed(["a"])) == ("", "a")
    noon = QDateTime.fromString("2026-03-04 12:05", "yyyy-MM-dd HH:mm").toSecsSinceEpoch()
    moments = {"en_US": "3/4/26, 12:05 PM", "de_DE": "04.03.26, 12:05", "ja_JP": "2026/03/04 12:05"}
    days = {"en_US": "M/d/yyyy", "de_DE": "dd.MM.yyyy", "ja_JP": "yyyy/MM/dd"}
    assert day_format() == days[locale]
    told = date_and_time(noon).replace("\u202f", " ")
    assert told.replace(",", "") == moments[locale].replace(",", "")


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (58_400, "58 kB"),
        (3_140_000, "3.1 MB"),
        (31_000_000, "31.0 MB"),
        (310_400_000, "310 MB"),
        (2_700_000_000, "2.7 GB"),
    ],
)
def test_sizes_are_short(count: int, text: str) -> None:
    assert data_size(count) == text


def test_what_is_counted_has_its_form() -> None:
    assert [count_text(count) for count in (0, 1, 2, 12_345)] == [
        *("0 pictures", "1 picture", "2 pictures", "12,345 pictures"),
    ]


@pytest.mark.parametrize("typed", ["7.5", "7,5"])
def test_a_decimal_is_typed_with_point_or_comma(qtbot: QtBot, locale: str, typed: str) -> None:
    spin = CalmDoubleSpin(0, 100)
    qtbot.addWidget(spin)
    spin.selectAll()
    qtbot.keyClicks(spin, typed)
    qtbot.keyClick(spin, Qt.Key.Key_Return)
    assert spin.value() == 7.5
    assert spin.text() == ("7,5" if locale == "de_DE" else "7.5")


def test_a_seed_is_shown_as_other_programs_write_it(qtbot: QtBot, locale: str) -> None:
    edit = SeedEdit()
    qtbot.addWidget(edit)
    edit.set_value(4_294_967_295)
    assert edit.text() == "4294967295"


def test_keys_are_called_by_their_names() -> None:
    assert keys_text("Shift+Esc") == "Shift+Esc"
    assert with_keys("Next", "→") == "Next (→)"
    assert with_keys("Smaller", "−") == "Smaller (−)"
    assert with_keys("About", "") == "About"
