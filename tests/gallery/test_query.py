from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdstudio.gallery.query import (
    MOST_PARTS,
    Days,
    Flag,
    InvalidQuery,
    Name,
    Number,
    Query,
    Sides,
    Term,
    parse,
)

# Pieces of the language, so that most of what is drawn means something.
PIECES = st.sampled_from(
    [
        *(
            '"',
            "-",
            "=",
            ":",
            "..",
            ">",
            ">=",
            "<",
            "<=",
            " ",
            "  ",
            "\\",
            "x",
            "*",
            "(",
            ")",
            "\n",
        ),
        *("model:", "steps:", "size:", "date:", "tag:", "in:", "is:", "has:", "sort:", "prompt:"),
        *("negative:", "seed:", "rating:", "foo:", "AND", "NOT", "NEAR", "favourite", "oldest"),
        *("cat", "猫", "家の猫", "🐈", "512x768", "4", "4.50", "9223372036854775808", "2026-11"),
        *(
            "2026-02-30",
            "0001-01-01",
            "9999-12-31",
            "9999",
            "trajectory",
            "'; DROP TABLE picture; --",
        ),
    ]
)
LINES = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=8).map("".join))


def test_the_whole_language() -> None:
    query = parse(
        'cat -dog "blue house" model:starter steps:>20 guidance:4..8 rating:>=3 date:2026-11 '
        "date:2026-11-01..2026-11-21 size:>=512 size:512x768 seed:42 scheduler:=euler tag:x "
        '-tag:y in:"My collection" is:favourite has:denoising -negative:blur sort:random'
    )

    assert query == Query(
        parts=(
            Term(text="cat"),
            Term(text="dog", is_negated=True),
            Term(text="blue house", is_phrase=True),
            Name(key="model", text="starter"),
            Number(key="steps", low=20, is_low_open=True),
            Number(key="guidance", low=4, high=8),
            Number(key="rating", low=3),
            Days(first=date(2026, 11, 1), last=date(2026, 11, 30)),
            Days(first=date(2026, 11, 1), last=date(2026, 11, 21)),
            Number(key="size", low=512),
            Sides(width=512, height=768),
            Number(key="seed", low=42, high=42),
            Name(key="scheduler", text="euler", is_exact=True),
            Name(key="tag", text="x"),
            Name(key="tag", text="y", is_negated=True),
            Name(key="in", text="My collection"),
            Flag(key="favourite"),
            Flag(key="trajectory"),
            Term(text="blur", column="negative", is_negated=True),
        ),
        sort="random",
    )
    assert "date:2026-11 date:2026-11-01..2026-11-21" in query.text()


@pytest.mark.parametrize(
    ("line", "word", "advice"),
    [
        ("cat foo:bar", "foo:bar", "model:, scheduler:"),
        ("steps:many", "steps:many", "steps:>20"),
        ("date:2026-13", "date:2026-13", "date:2026-11"),
        ("is:nice", "is:nice", "is:favourite"),
        ("has:favourite", "has:favourite", "has:trajectory"),
        ("sort:best", "sort:best", "sort:newest"),
        ("cat model:", "model:", "model:word"),
        ("-!!", "-!!", ""),
        ("size:..", "size:..", "512x768"),
    ],
)
def test_what_is_not_understood_is_told_by_its_word(line: str, word: str, advice: str) -> None:
    with pytest.raises(InvalidQuery) as caught:
        parse(line)

    assert f"“{word}”" in caught.value.message
    assert advice in caught.value.action


def test_a_search_of_endless_words_is_refused() -> None:
    words = [f"w{number}" for number in range(MOST_PARTS + 1)]
    for line in (" ".join(words), '"' + " ".join(words) + '"'):
        with pytest.raises(InvalidQuery, match="more than 100 words"):
            parse(line)


@settings(deadline=None)
@given(LINES)
def test_any_line_is_a_query_that_gives_itself_again_or_one_sentence(line: str) -> None:
    try:
        query = parse(line)
    except InvalidQuery:
        return
    assert parse(query.text()) == query
