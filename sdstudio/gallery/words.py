"""Words to search for, the same way for what is stored and for what is typed.

SQLite's own tokenizers know neither words without spaces between them nor emoji. So texts are cut
here, and the index sees them with spaces between: Latin and the like by words, Chinese, Japanese,
Korean, Thai and their neighbours by single characters, so that any piece of such a text is a
sequence of tokens. Case and accents make no difference.
"""

from __future__ import annotations

import re
import unicodedata

MOST = 100_000
"""Characters of a text that are looked at: a prompt's longest. What follows is not searched."""

_ACCENTS = re.compile("[\u0300-\u036f]+")
# Thai, Lao, Tibetan, Myanmar; Khmer; kana, bopomofo and ideographs; Hangul; more ideographs. None
# of these puts a space between any two words.
_SINGLE = (
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3041-\u30ff\u3105-\u312f"
    "\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
)
_TOKEN = re.compile(rf"(?P<single>[{_SINGLE}])|(?P<word>[^\W_{_SINGLE}]+)|[^\x00-\x7f\w]")
_SYMBOLS = ("So", "Sk")


def words(text: str) -> list[str]:
    """The tokens of a text in order: words, and characters that stand for themselves."""
    return [
        match[0]
        for match in _TOKEN.finditer(folded(text[:MOST]))
        if match.lastgroup or unicodedata.category(match[0]) in _SYMBOLS
    ]


def folded(text: str) -> str:
    """``text`` without case and accents, in composed form: equal for what people call the same."""
    if text.isascii():
        return text.lower()
    plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFKC", plain).casefold()


def is_single(token: str) -> bool:
    """Whether a token is a character by itself, so that no longer word begins with it."""
    return re.fullmatch(rf"[{_SINGLE}]|\W", token) is not None
