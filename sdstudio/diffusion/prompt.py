"""How much of a prompt the text encoder reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sdstudio.diffusion.tokenizing import has_closing_mark, tokenizer_of_its_own
from sdstudio.phrase import Phrase
from sdstudio.request import TokenCount


def make_token_counter(tokenizer: Any, max_tokens: int) -> Callable[[str], TokenCount] | None:
    """A function that counts the tokens of a text as the given transformers tokenizer would.

    It may be called from any thread, also while the pipeline tokenizes. None for tokenizers that
    are not built on the ``tokenizers`` library.

    ``max_tokens`` is how many the model reads, the marks included: not always the tokenizer's own.
    """
    own = tokenizer_of_its_own(tokenizer)
    if own is None:
        return None
    closing = int(has_closing_mark(own))

    def count(text: str) -> TokenCount:
        encoding = own.encode(text)
        total = len(encoding.ids)
        cut_at = None
        if total > max_tokens:
            # Where a mark closes the sequence, the last but one is the last of the text.
            cut_at = encoding.offsets[max_tokens - 1 - closing][1]
        return TokenCount(total=total, max_tokens=max_tokens, cut_at=cut_at)

    return count


def cut_note(text: str, count: TokenCount, what: str) -> Phrase | None:
    """The sentence that tells where the model stopped reading, or None when it read everything."""
    if count.cut_at is None:
        return None
    words = text[: count.cut_at].split()
    return Phrase(
        "The {what} has {total} tokens and this model reads {most}: everything after “…{end}” was "
        "ignored.",
        what=what,
        total=count.total,
        most=count.max_tokens,
        end=" ".join(words[-4:]),
    )
