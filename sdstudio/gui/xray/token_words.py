"""How tokens are shown to people."""

from __future__ import annotations

from collections.abc import Sequence

from sdstudio.xray import Token, TokenTable


def shown(token: Token, prompt: str = "") -> str:
    """A token as short text: as the vocabulary has it, without its signs for a word's end.

    What the vocabulary spells in bytes (Chinese, emoji) is shown as it stands in the prompt.
    """
    text = token.text.replace("</w>", "").replace("▁", " ").replace("Ġ", " ").strip()
    typed = prompt[token.start : token.end]
    if typed and not text.isascii():
        return typed.strip() or text
    return text or token.text


def labels(table: TokenTable, prompt: str = "") -> list[str]:
    """Names for all tokens that the model reads; padding is a dot."""
    return [
        shown(token, prompt) if place < table.used else "·"
        for place, token in enumerate(table.tokens)
    ]


def is_mark(token: Token) -> bool:
    """Whether a token stands for no character: a mark at an end, or padding."""
    return token.start == token.end


def count_marks(tokens: Sequence[Token]) -> int:
    """How many stand for no character."""
    return sum(map(is_mark, tokens))
