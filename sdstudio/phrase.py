"""English words for people, which the window can put into the user's language."""

from __future__ import annotations

from typing import Self


class Phrase(str):
    """An English text that remembers how it was put together: a template, and what fills it.

    It is that text, so the command line, JSON and logs take it as it comes. ``template`` is a
    ``str.format`` template over ``values``; the window translates it first and fills it in
    afterwards, with those of the values that are phrases translated too. Whatever is done to the
    text, such as stripping or joining it, gives plain text.
    """

    __slots__ = ("template", "values")

    template: str
    values: dict[str, object]

    def __new__(cls, template: str, **values: object) -> Self:
        phrase = super().__new__(cls, template.format(**values))
        phrase.template = template
        phrase.values = values
        return phrase

    def __reduce__(self) -> tuple[object, ...]:
        # Phrases cross threads and processes, and are copied; the default would lose the values.
        return _rebuild, (type(self), self.template, self.values)


def _rebuild(kind: type[Phrase], template: str, values: dict[str, object]) -> Phrase:
    return kind(template, **values)


def in_a_row(first: str, second: str) -> Phrase:
    """Two sentences, one after the other; not all languages put a space between them."""
    return Phrase("{first} {second}", first=first, second=second)
