"""Names of picture files and what lies beside them: sortable, recognisable, allowed anywhere."""

from __future__ import annotations

import re
import time
import unicodedata
from pathlib import Path, PurePosixPath

SLUG_CHARACTERS = 40
SLUG_BYTES = 120
"""Bounds of the prompt's part of a name: file systems count bytes, of which CJK takes three."""
TRAJECTORY_ENDING = ".denoising.safetensors"
"""Ending, in place of ``.png``, of the file that keeps a picture's denoising."""


PICTURE_ENDINGS = (".png", ".jpg", ".jpeg", ".webp")
"""Endings of the files that are taken for pictures, in lower case."""

_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[0-9¹²³])(\.|$)", re.IGNORECASE)
_FORBIDDEN = '<>:"/\\|?*'
_NAME_BYTES = 150


def picture_name(prompt: str, request_id: str, created_at: float) -> PurePosixPath:
    """Where a picture goes below the pictures folder: ``YYYY-MM-DD/HHMMSS-slug-id.png``.

    The date is local, as the user's calendar has it. The name depends on nothing but the
    arguments, so that storing the same picture twice finds the same place. It begins with digits
    and ends in ``.png``, hence it is never one of the names that Windows reserves (CON, NUL).
    """
    moment = time.localtime(created_at)
    name = f"{time.strftime('%H%M%S', moment)}-{slug(prompt)}-{id_mark(request_id)}.png"
    return PurePosixPath(time.strftime("%Y-%m-%d", moment), name)


def trajectory_path(picture: Path) -> Path:
    """Where the file of a picture's denoising lies: beside it, ``NAME.denoising.safetensors``."""
    return picture.with_name(f"{picture.stem}{TRAJECTORY_ENDING}")


def id_mark(request_id: str) -> str:
    """The first eight letters and digits of a request's id, as names of files have them."""
    # An id read from a file that somebody sent may hold anything, also slashes.
    return "".join(c for c in request_id if c.isascii() and c.isalnum())[:8] or "0"


def slug(prompt: str) -> str:
    """The letters and digits that a prompt begins with, in any script, joined by hyphens.

    Gives "picture" when there are none.
    """
    words: list[str] = []
    characters = size = 0
    gap = True
    # Composed, because file systems compare names byte by byte. Only the beginning is looked at:
    # nothing after it can end up in the name unless all before it is punctuation.
    for character in unicodedata.normalize("NFC", prompt[:1000]):
        if not (character.isalnum() or (words and unicodedata.category(character)[0] == "M")):
            gap = True
            continue
        piece = f"-{character}" if gap and words else character
        characters += len(piece)
        size += len(piece.encode("utf-8"))
        if characters > SLUG_CHARACTERS or size > SLUG_BYTES:
            break
        words.append(piece)
        gap = False
    return "".join(words) or "picture"


def safe_name(name: str) -> str:
    """``name`` as the name of a file or folder that every system allows and none hides.

    What is forbidden anywhere, or has no glyph, becomes ``_``; the ending is kept. Never empty, and
    never a path.
    """
    text = name.encode("utf-8", "replace").decode("utf-8")
    text = "".join(c if c.isprintable() and c not in _FORBIDDEN else "_" for c in text)
    stem, dot, ending = text.rstrip(" .").rpartition(".")
    if not dot or not 0 < len(ending) <= 10:
        stem, dot, ending = text, "", ""
    # File systems count bytes, and a mark may be added to tell this file from another.
    stem = stem.strip(" .").encode("utf-8")[:_NAME_BYTES].decode("utf-8", "ignore")
    text = f"{stem.strip(' .') or '_'}{dot}{ending}"
    return f"_{text}" if _RESERVED.match(text) else text


def unused(path: Path) -> Path:
    """``path``, or the first of ``NAME-2``, ``NAME-3``... beside it that does not exist."""
    candidate, number = path, 1
    while candidate.exists():
        number += 1
        candidate = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return candidate
