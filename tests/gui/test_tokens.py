"""Counting tokens: the newest text wins, and nothing that is typed can break it."""

from __future__ import annotations

import threading

from pytestqt.qtbot import QtBot

from sdstudio.gui.tokens import TokenCounter
from sdstudio.request import TokenCount
from tests.gui.conftest import Heard


def count_letters(text: str) -> TokenCount:
    return TokenCount(total=len(text), max_tokens=77, cut_at=None)


def test_the_newest_text_wins(qtbot: QtBot) -> None:
    may_count, counted = threading.Event(), list[str]()

    def count(text: str) -> TokenCount:
        may_count.wait(10)
        counted.append(text)
        return count_letters(text)

    counter = TokenCounter(count)
    heard = Heard()
    counter.counted.connect(heard.note_text)
    answers = heard.texts
    for length in range(1000):
        counter.count("x" * length)
    may_count.set()
    qtbot.waitUntil(lambda: bool(answers) and answers[-1] == "x" * 999)
    counter.close()
    assert len(counted) <= 2


def test_ten_thousand_characters_and_half_a_surrogate(qtbot: QtBot) -> None:
    counter = TokenCounter(count_letters)
    heard = Heard()
    counter.counted.connect(heard.note_text)
    counter.count("word " * 2000)
    qtbot.waitUntil(lambda: len(heard.all) == 1)
    counter.count("a\ud800b")
    qtbot.waitUntil(lambda: len(heard.all) == 2)
    assert [count.total for count in heard.all] == [10_000, 3]
    counter.close()


def test_a_broken_tokenizer_costs_only_the_count(qtbot: QtBot) -> None:
    def broken(_text: str) -> TokenCount:
        raise RuntimeError("no vocabulary")

    counter = TokenCounter(broken)
    heard = Heard()
    counter.counted.connect(heard.note_text)
    counter.count("text")
    qtbot.waitUntil(lambda: heard.texts == ["text"])
    assert heard.all == [None]
    counter.close()
    counter.count("after the end")
