"""The tokens pane's numbers: the ids of the pipeline's own tokenizer, and where they stand."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from sdstudio.diffusion.families import prompt_tokenizer
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.xray.tokens import MOST_CUT, make_token_tables
from sdstudio.request import MAX_PROMPT
from sdstudio.xray import TokenTable
from tests.diffusion.xray.scripts import outcome

TEXTS = (
    "A picture of a puppy",
    "",
    " ",
    "青い猫と🐶",
    "café naïve  e\u0301 ½",
    "apple pie " * 60,
    "猫" * 90,
    "it's 12345 <|endoftext|> done",
    "a\nb\tc \x00 \u200d",
)


def tables(model: LoadedModel) -> Callable[[str], TokenTable]:
    make = make_token_tables(model)
    assert make is not None
    return make


def test_the_puppy(starter: LoadedModel) -> None:
    table = tables(starter)("A picture of a puppy")
    ids = [token.id for token in table.tokens]
    assert ids == [49406, 320, 1674, 539, 320, 6829, 49407] + [49407] * 70
    assert table.used == 7
    assert table.max_tokens == 77
    assert (table.cut, table.cut_count) == ((), 0)
    assert [token.text for token in table.tokens[:7]] == [
        *("<|startoftext|>", "a</w>", "picture</w>", "of</w>", "a</w>", "puppy</w>"),
        "<|endoftext|>",
    ]
    words = [table_text(table, place) for place in range(8)]
    assert words == ["", "A", "picture", "of", "a", "puppy", "", ""]


def table_text(table: TokenTable, place: int, text: str = "A picture of a puppy") -> str:
    return text[table.tokens[place].start : table.tokens[place].end]


@pytest.mark.parametrize("name", ["starter", "tiny_sdxl", "tiny_sd3", "tiny_flux", "tiny_schnell"])
def test_the_ids_are_those_of_the_pipeline(name: str, request: pytest.FixtureRequest) -> None:
    model: LoadedModel = request.getfixturevalue(name)
    cut = tables(model)
    tokenizer = prompt_tokenizer(model.pipeline)
    for text in TEXTS:
        table = cut(text)
        expected = tokenizer(
            text, padding="max_length", max_length=model.info.max_tokens, truncation=True
        )
        assert [token.id for token in table.tokens] == expected.input_ids
        assert table.used == sum(expected.attention_mask)
        whole = tokenizer(text, padding=False, truncation=False).input_ids
        assert table.cut_count == max(0, len(whole) - model.info.max_tokens)
        read_text = [*whole[: table.used - 1]]
        assert [token.id for token in table.cut] == whole[len(read_text) : -1][:MOST_CUT]


@pytest.mark.parametrize("name", ["starter", "tiny_sdxl", "tiny_sd3", "tiny_flux"])
def test_the_script_gives_the_same_ids(name: str, request: pytest.FixtureRequest) -> None:
    model: LoadedModel = request.getfixturevalue(name)
    for text in ("A picture of a puppy", "quotes \" and ' and \\ in\nlines", "猫" * 90):
        table = tables(model)(text)
        assert outcome(table.code)["ids"] == [token.id for token in table.tokens]


def test_characters_in_pieces_are_readable(starter: LoadedModel) -> None:
    text = "café 青い"
    table = tables(starter)(text)
    pieces = [(token.text, text[token.start : token.end]) for token in table.tokens[1:5]]
    assert pieces[0] == ("café</w>", "café")
    assert pieces[1:] == [("<0xE9>", "青"), ("<0x9D>", "青"), ("<0x92>", "青")]
    assert table.tokens[5].text == "い</w>"


def test_what_is_cut_says_where_it_was(starter: LoadedModel) -> None:
    text = "apple pie " * 60
    table = tables(starter)(text)
    assert table.used == len(table.tokens) == 77
    assert table.tokens[-1].text == "<|endoftext|>"
    assert table.cut_count == len(table.cut) == 120 + 2 - 77
    assert table.cut[0].start > table.tokens[75].start
    assert {text[token.start : token.end] for token in table.cut} == {"apple", "pie"}


def test_a_very_long_prompt_is_told_in_part(starter: LoadedModel) -> None:
    table = tables(starter)("猫" * MAX_PROMPT)
    assert len(table.cut) == MOST_CUT
    assert table.cut_count > MOST_CUT
    assert len(table.tokens) == 77


def test_it_may_be_asked_while_the_pipeline_tokenizes(starter: LoadedModel) -> None:
    cut, tokenizer = tables(starter), starter.pipeline.tokenizer
    expected = cut("a red apple")
    wrong: list[object] = []

    def ask() -> None:
        for _ in range(200):
            table = cut("a red apple")
            if table != expected:
                wrong.append(table)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for _ in range(200):
        tokenizer("a red apple", padding="max_length", truncation=True)
        tokenizer("a red apple", padding=False, truncation=False)
    for thread in threads:
        thread.join()
    assert wrong == []
