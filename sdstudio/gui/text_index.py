"""Which text of the catalogue a text on the screen is, and what it is in another language.

What was translated as it stands is looked up. Where a text was filled in, its template is found as
a pattern, and the values go from the one language into the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from unicodedata import east_asian_width
from xml.etree import ElementTree

from sdstudio.gui.labels import without_key

_PLACE = re.compile(r"\{(\w*)(?:![rs])?(?::[^}]*)?\}|%L?n")
_WITH_KEYS = re.compile(r"(?P<text>.+) \((?P<keys>[^()]+)\)", re.DOTALL)
_USERS = frozenset(
    (
        *("end", "example", "file", "folder", "label", "model", "name", "names", "path", "picture"),
        *("program", "prompt", "query", "tag", "tags", "text", "typed", "word", "words"),
    )
)
"""Values that come from the user, by their names in the templates; they stay as they are."""
_TELLING = 4
"""How many letters a template must have of its own to be found in other parts of the window.

“{first} and {last}” would else be found in any sentence.
"""
_BETWEEN = ("\n", " · ")
"""What stands between texts that are shown one after the other."""
_CUT = re.compile(r"(?<=[^\w\s,;:])\s+|(?<=[。！？])")
"""Where one sentence may end and another begin."""

Render = Callable[[str, str, int], str]
"""A text of the catalogue, by context and source, in some language; -1 is no count."""


@dataclass(frozen=True, kw_only=True)
class _Template:
    """A text with places for values, as it is in a language: ``form``.

    ``longest`` is the longest part of its own; ``weight`` is how many letters of its own it has: an
    ideograph says more than one.
    """

    context: str
    source: str
    form: str
    longest: str
    weight: int
    is_counted: bool

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Finds it where it is filled in."""
        pattern, end, seen = "", 0, set()
        for place in _PLACE.finditer(self.form):
            pattern += re.escape(self.form[end : place.start()])
            name = place[1] or "_n"
            # A value of ours is one thing; several are put together with what parts them.
            value = r"\d[\d.,\s]*" if name == "_n" else ".+?" if name in _USERS else r"[^\n·]+?"
            pattern += f"(?P={name})" if name in seen else f"(?P<{name}>{value})"
            seen.add(name)
            end = place.end()
        return re.compile(pattern + re.escape(self.form[end:]), re.DOTALL)

    def filled(self, values: Mapping[str, str], render: Render) -> str:
        """The text in another language, with these values."""
        count = -1
        if self.is_counted:
            # A form for one may say it in words.
            count = int("".join(filter(str.isdigit, values.get("_n", "1"))))
        text = render(self.context, self.source, count)
        return _PLACE.sub(lambda place: values.get(place[1], place[0]), text)


class TextIndex:
    """The texts of one language. Not for changing catalogues: it remembers what it has found."""

    def __init__(self, entries: Iterable[Entry], render: Render) -> None:
        """``render`` gives the texts in the other language."""
        self._render = render
        self._exact: dict[str, list[tuple[str, str]]] = {}
        self._templates: list[_Template] = []
        self._known: dict[tuple[str, tuple[str, ...]], str] = {}
        for one in entries:
            self._learn(one)
        self._templates.sort(key=lambda one: -one.weight)

    def _learn(self, one: Entry) -> None:
        for form in one.forms or (one.source,):
            if one.is_counted or _PLACE.search(one.source):
                # One of signs alone would be found in anything; its owner tells it again.
                if any(letter.isalpha() for letter in _PLACE.sub("", form)):
                    self._templates.append(_template(one.context, one.source, form, one.is_counted))
            else:
                self._exact.setdefault(form, []).append((one.context, one.source))
                if "&" in form:
                    self._exact.setdefault(without_key(form), []).append((one.context, one.source))

    def find(self, text: str, contexts: tuple[str, ...]) -> str:
        """``text`` in the other language, or as it is where this one has no such text.

        Of equal texts that one counts whose context comes first in ``contexts``.
        """
        key = (text, contexts)
        if key not in self._known:
            self._known[key] = self._find(text, contexts)
        return self._known[key]

    def _find(self, text: str, contexts: tuple[str, ...]) -> str:
        if not any(letter.isalpha() for letter in text):
            return text
        # In its own part of the window first: “Open… (Ctrl+O)” may be one text or two there.
        for within in (contexts, None):
            told = self._find_exact(text, within) or self._find_with_keys(text, within)
            if told is not None:
                return told
        for between in _BETWEEN:
            if between in text:
                told = self._find_filled(text, contexts, between)
                if told is not None:
                    return told
                parts = [self.find(part, contexts) for part in text.split(between)]
                if (told := between.join(parts)) != text:
                    return told
        return self._find_filled(text, contexts) or self._find_sentences(text, contexts)

    def _find_exact(self, text: str, within: tuple[str, ...] | None) -> str | None:
        """``text`` as it is in the catalogue; of the nearest of some contexts, or of any."""
        there = self._exact.get(text, ())
        if within is not None:
            there = [one for one in there if one[0] in within]
        if not there:
            return None
        context, source = min(there, key=lambda one: _distance(within or (), one[0]))
        told = self._render(context, source, -1)
        return told if "&" in text else without_key(told) if "&" in source else told

    def _find_with_keys(self, text: str, within: tuple[str, ...] | None) -> str | None:
        match = _WITH_KEYS.fullmatch(text)
        told = self._find_exact(match["text"], within) if match else None
        if match is None or told is None:
            return None
        keys = self._find_exact(match["keys"], within) if within else None
        return f"{told} ({keys or match['keys']})"

    def _find_filled(self, text: str, contexts: tuple[str, ...], having: str = "") -> str | None:
        """``text`` as a template that was filled in; of those that have ``having`` in them."""
        fitting = [
            (one, match)
            for one in self._templates
            if one.longest in text
            and having in one.form
            and (match := one.pattern.fullmatch(text))
            and (one.weight >= _TELLING or one.context in contexts or _are_numbers(match))
        ]
        if not fitting:
            return None
        template, match = min(fitting, key=lambda one: _distance(contexts, one[0].context))
        values = {
            name: value if name in _USERS else self.find(value, contexts)
            for name, value in match.groupdict().items()
        }
        return template.filled(values, self._render)

    def _find_sentences(self, text: str, contexts: tuple[str, ...]) -> str:
        """What is wrong and what to do stand one after the other, of several sentences each."""
        for cut in _CUT.finditer(text):
            told = [
                self._find_exact(part, None) or self._find_filled(part, contexts)
                for part in (text[: cut.start()], text[cut.end() :])
            ]
            if None not in told:
                first, second = told
                row = self._render("errors", "{first} {second}", -1)
                return row.format(first=first, second=second)
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    context: str
    source: str
    forms: tuple[str, ...]
    is_counted: bool


def read_catalogue(folder: Path, code: str) -> list[Entry]:
    """What is in a language's catalogue; ``forms`` is empty where a text is not translated."""
    found: list[Entry] = []
    for context in ElementTree.parse(folder / f"sdstudio_{code}.ts").getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            told = message.find("translation")
            texts: list[str | None] = []
            if told is not None:
                texts = [form.text for form in told.iter("numerusform")] or [told.text]
            found.append(
                Entry(
                    context=name,
                    source=message.findtext("source", ""),
                    forms=tuple(text for text in texts if text),
                    is_counted=message.get("numerus") == "yes",
                )
            )
    return found


def _template(context: str, source: str, form: str, is_counted: bool) -> _Template:
    own = _PLACE.split(form)[::2]  # between them stand the names
    return _Template(
        context=context,
        source=source,
        form=form,
        longest=max(own, key=len),
        weight=sum(_weight(letter) for part in own for letter in part),
        is_counted=is_counted,
    )


def _weight(letter: str) -> int:
    return 0 if not letter.isalpha() else 2 if east_asian_width(letter) in "WF" else 1


def _are_numbers(match: re.Match[str]) -> bool:
    return not any(letter.isalpha() for value in match.groups() for letter in value)


def _distance(contexts: tuple[str, ...], context: str) -> int:
    return contexts.index(context) if context in contexts else len(contexts)
