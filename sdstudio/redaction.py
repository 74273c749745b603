"""Takes out of a text what tells whose machine it is from, before anybody else reads it.

A log names files, and these are written in many ways: as they are, as Python and JSON write them,
in addresses. So what is known to be private is not searched for as it is; it is searched for letter
by letter, each in any of the ways it may be written.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_NOBODY = {
    *(
        "root",
        "user",
        "users",
        "admin",
        "administrator",
        "home",
        "localhost",
        "sdstudio",
        "default",
    ),
}
"""Names of users and machines that say nothing of anybody, and stand in many texts."""
_LEAST_SECRET = 6
_PIECE = 60
_WHOLE_WORD = 3
"""A name of so few letters is one only where a word begins and ends with it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateWords:
    """What must not be read by others.

    ``folders`` are paths and what is written in their place, of which the longest path counts
    first. ``names`` are those of the user and the machine. ``secrets`` are tokens and texts of
    which nothing may be left, such as prompts.
    """

    folders: tuple[tuple[str, str], ...] = ()
    names: tuple[tuple[str, str], ...] = ()
    secrets: tuple[tuple[str, str], ...] = ()


class Redactor:
    """Replaces private words, and whatever looks like a token, an address or a path of a user.

    Any thread may use it.
    """

    def __init__(self, words: PrivateWords) -> None:
        found: list[tuple[re.Pattern[str], str]] = []
        for secret, instead in _longest_first(words.secrets):
            for piece in _pieces(secret):
                found += [(_compiled(form), instead) for form in _any_spelling(piece)]
        self._secrets = tuple(found)
        found = []
        for path, instead in _longest_first(words.folders):
            found += [(_compiled(form), instead) for form in _path(path)]
        for name, instead in _longest_first(words.names):
            found += [(_compiled(form), instead) for form in _name(name)]
        self._places = tuple(found)

    def redact(self, text: str) -> str:
        """The text as others may read it."""
        for pattern, instead in self._secrets:
            text = pattern.sub(instead, text)
        for pattern, instead in _TOKENS:
            text = pattern.sub(instead, text)
        for pattern, instead in self._places:
            text = pattern.sub(instead, text)
        for pattern, instead in _PLACES:
            text = pattern.sub(instead, text)
        return text


def _longest_first(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    return sorted(dict(pairs).items(), key=_length, reverse=True)


def _length(pair: tuple[str, str]) -> int:
    return len(pair[0])


def _pieces(secret: str) -> Iterator[str]:
    """The secret in parts: a prompt may be long, and a library may quote only some of it."""
    while len(secret) >= 2 * _PIECE:
        yield secret[:_PIECE]
        secret = secret[_PIECE:]
    if len(secret) >= _LEAST_SECRET:
        yield secret


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


# -- what looks private, whoever's it is ---------------------------------------------------------

_MARKS = r"\"'“”‘’«»`"
_QUOTES = rf"\s{_MARKS}"
_TOKENS: tuple[tuple[re.Pattern[str], str], ...] = (
    (_compiled(r"\b((?:proxy-)?authorization|(?:set-)?cookie)\W*[:=][^\n]*"), r"\1: <secret>"),
    (_compiled(rf"\b(bearer|basic)(?:\s|%20|\+)+[^{_QUOTES},;]{{6,}}"), r"\1 <secret>"),
    (_compiled(r"(?:hf|api_org|ghp|gho|github_pat|sk)(?:_|-|%5f|\\{1,8}u005f)\w{6,}"), "<token>"),
    (_compiled(r"((?:https?|ftp|socks\w*|wss?)://)[^/\s@\"'“”]{0,400}@"), r"\1<secret>@"),
    (_compiled(rf"((?:https?|wss?)://[^{_QUOTES}?]{{0,400}})\?[^{_QUOTES})\]>]*"), r"\1?<query>"),
    (
        _compiled(
            r"\b((?:\w{0,40}_)?(?:token|password|passwd|secret|api_?key|access_?key|private_?key))"
            rf"(\\*[\"']?\s*[:=]\s*\\*[\"']?)[^{_QUOTES}\\,;&]{{4,}}"
        ),
        r"\1\2<secret>",
    ),
    (
        _compiled(
            r"\b((?:negative_)?prompt\\*[\"']?\s*[:=]\s*)"
            r"(?:\\*'(?:[^'\\\n]|\\.)*'|\\*\"(?:[^\"\\\n]|\\.)*\")"
        ),
        r"\1<prompt>",
    ),
    (_compiled(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64})+"), "<address>"),
    # Our own pictures, whose names begin with the time and go on with the prompt.
    (
        _compiled(rf"\b\d{{6}}-[^/\\{_QUOTES}]{{0,200}}?\.(png|jpe?g|webp|denoising)\b"),
        r"<picture>.\1",
    ),
)
_KEPT = r"(?:usr|lib|lib64|bin|sbin|etc|opt|proc|sys|dev|run|snap|System|Library/Frameworks)\b"
_PART = rf"[^{_QUOTES}/\\<>|:*?,;()]"
# With the blanks in it, where a separator follows: “/mnt/my disk/x”. A last part with blanks cannot
# be told from the words after it, unless it is quoted.
_REST = rf"(?:{_PART}|[/\\]|[ ](?=[^\n{_MARKS}:/\\]{{0,60}}[/\\])){{0,400}}"
_PLACES: tuple[tuple[re.Pattern[str], str], ...] = (
    # In quotes, up to the closing one.
    (_compiled(rf"(?<=[“‘\"'])/(?!{_KEPT})[^/\n\"'“”‘’<>]+/[^\n\"'“”‘’<>]{{0,1000}}"), "<path>"),
    (_compiled(r"(?<=[“‘\"'])[a-z]:[\\/][^\n\"'“”‘’<>]{0,1000}"), "<path>"),
    (_compiled(rf"file:/+(?![<~])[^{_QUOTES}]*"), "file:<path>"),
    (_compiled(rf"(?<![\w~>.:%/\\-])/(?!{_KEPT}){_PART}{{1,255}}/{_REST}"), "<path>"),
    (_compiled(rf"\b[a-z]:[\\/]+(?!Windows\b|Program Files){_REST}"), "<path>"),
    (_compiled(rf"(?<![\w\\:>~])\\\\{_PART}{{1,255}}\\{_REST}"), "<path>"),
)


# -- what is known to be private, in any spelling ------------------------------------------------

_SEPARATOR = r"(?:/|\\|%2f|%5c|%252f|%255c|\\u00(?:2f|5c)|&\#(?:47|92|x2f|x5c);){1,12}"
_ESCAPES = r"\\{0,8}"


def _any_spelling(text: str) -> list[str]:
    """Patterns for the text however its letters are written."""
    return ["".join(map(_letter, form)) for form in _normal_forms(text)]


def _normal_forms(text: str) -> list[str]:
    """The text as it is, and with é as one letter or as two: file systems differ in that."""
    forms = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    return list(dict.fromkeys((text, *forms)))


def _letter(letter: str) -> str:
    """A pattern for a letter as it is, or as addresses, Python, JSON or HTML write it."""
    # Patterns see no difference of case in a letter, but in what an escape makes of it they would.
    cases = (letter,) if letter.isascii() else (letter, letter.lower(), letter.upper())
    ways: list[str] = []
    for case in dict.fromkeys(cases):
        data = case.encode("utf-8", "surrogatepass")
        units = case.encode("utf-16-be", "surrogatepass")
        ways.append(re.escape(case))
        # An address within an address is escaped twice.
        ways.append("".join(f"%(?:25)?{byte:02x}" for byte in data))
        ways.append("".join(rf"\\{{1,8}}u{units[at : at + 2].hex()}" for at in _pairs(units)))
        ways.append("".join(rf"&\#(?:{ord(one)}|x0*{ord(one):x});" for one in case))
        if len(case) == 1:
            ways += [rf"\\{{1,8}}U{ord(case):08x}", rf"\\{{1,8}}x0*{ord(case):x}"]
        if not case.isascii():
            ways.append("".join(rf"\\{{1,8}}x{byte:02x}" for byte in data))
            ways.append("".join(rf"\\{{1,8}}{byte:03o}" for byte in data))
            # Read by a program that expected ASCII.
            ways.append("".join(rf"(?:\udc{byte:02x}|\\{{1,8}}udc{byte:02x})" for byte in data))
    if letter == " ":
        ways.append(r"\+")
    if (named := html.escape(letter)) != letter:
        ways.append(re.escape(named))
    either = f"(?:{'|'.join(ways)})"
    # A shell or a quoting writes a backslash before signs.
    return either if letter.isalnum() else _ESCAPES + either


def _pairs(units: bytes) -> range:
    return range(0, len(units), 2)


def _path(path: str) -> list[str]:
    """Patterns for a path; none for one that is too short to say anything, such as ``/``."""
    patterns = []
    for form in _normal_forms(path):
        parts = [part for part in re.split(r"[/\\]+", form) if part]
        has_drive = bool(parts) and re.fullmatch(r"[A-Za-z]:", parts[0]) is not None
        if len(parts) > has_drive:
            spelled = ("".join(map(_letter, part)) for part in parts)
            patterns.append(("" if has_drive else _SEPARATOR) + _SEPARATOR.join(spelled))
    return patterns


def _name(name: str) -> list[str]:
    """Patterns for a name, on its own or within a longer word."""
    if not name or name.casefold() in _NOBODY:
        return []
    forms = _any_spelling(name)
    if len(name) == 1:
        return [rf"(?<=[/\\]){form}(?=[/\\])" for form in forms]
    if len(name) <= _WHOLE_WORD and name.isascii():
        # Not within a word; but an escape before it ends in a letter too.
        begin = r"(?:(?<![^\W_])|(?<=%[0-9a-f][0-9a-f])|(?<=\\[nrt])|(?<=\\u00[0-9a-f][0-9a-f]))"
        return [rf"{begin}{form}(?![^\W_])" for form in forms]
    return forms
