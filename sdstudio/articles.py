"""The English indefinite article, for prompts that are put together from words."""

from __future__ import annotations

import re

_TAKES_AN = re.compile(
    # Vowels, except where “u” or “eu” sounds like “you” and “o” like “wo”; and the silent h.
    r"(?!eu|ewe|one\b|once\b|u(?:ni(?![mn])|fo\b|ku|sb|se|te|ra))[aeiou]"
    r"|hour|heir|hono|[fhlmnrsx]-",
    re.IGNORECASE,
)


def takes_an(word: str) -> bool:
    """Whether one says "an" before the word, not "a": "an hourglass", "a unicorn"."""
    return _TAKES_AN.match(word) is not None
