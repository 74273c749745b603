"""What one start of the app asks another to show: a line of JSON with a version and a limit."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sdstudio.request import InvalidRequest

VERSION = 1
LONGEST_LINE = 16_777_216
"""Bytes; Linux gives all words of a command six million at most, and JSON may make three times as
much of them."""
TAKEN = b"taken\n"
"""The answer of whoever has understood the line."""
_RAISE = b"raise"
"""The whole line of the first versions, which knew of no files."""
_LONGEST_TOKEN = 4096


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Files and folders to show, as absolute paths; without any, the window is wanted in front.

    ``token`` is the desktop's leave to come to the front, empty where it gave none.
    """

    paths: tuple[Path, ...] = ()
    token: str = ""


def opening_of(words: Sequence[str], environment: Mapping[str, str] = os.environ) -> Opening:
    """What the words of a command line name, seen from this process's folder."""
    names = ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID")
    token = next((found for name in names if (found := environment.get(name))), "")
    return Opening(paths=tuple(Path(word).absolute() for word in words), token=token)


def line_of(opening: Opening) -> bytes:
    """The line, with its end.

    Raises:
        InvalidRequest: it would be too long for the other side.
    """
    document = {
        "sdstudio": VERSION,
        "open": [str(path) for path in opening.paths],
        "token": opening.token[:_LONGEST_TOKEN],
    }
    # ASCII, so that names which are no text (lone surrogates) come through as they are.
    line = json.dumps(document).encode("ascii") + b"\n"
    if len(line) > LONGEST_LINE:
        raise InvalidRequest("These are too many files at once.", "Open the folder they lie in.")
    return line


def read_line(line: bytes) -> Opening | None:
    """What a line without its end asks for; None where it is none of ours.

    A later version may say more than is read here; what it asks for is shown all the same.
    """
    if line.strip() == _RAISE:
        return Opening()
    try:
        document = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict) or type(document.get("sdstudio")) is not int:
        return None
    return Opening(paths=_paths(document.get("open")), token=_token(document.get("token")))


def _paths(names: Any) -> tuple[Path, ...]:
    if not isinstance(names, list):
        return ()
    texts = (name for name in names if isinstance(name, str) and "\0" not in name)
    return tuple(path for path in map(Path, texts) if path.is_absolute())


def _token(value: Any) -> str:
    # It goes into the environment.
    is_one = isinstance(value, str) and value.isascii() and value.isprintable()
    return value if is_one and len(value) <= _LONGEST_TOKEN else ""
