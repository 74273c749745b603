"""The catalogues of the languages: all texts are there, and each translation can be used."""

from __future__ import annotations

import re
import shutil
import string
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

import pytest

import translations

EVERY = (translations.SOURCE_LANGUAGE, *translations.TRANSLATED)


@dataclass(frozen=True)
class Message:
    """A text with its translations: several for one that is counted."""

    context: str
    source: str
    forms: tuple[str, ...]
    is_finished: bool


def messages(language: str) -> Iterator[Message]:
    tree = ElementTree.parse(translations.catalogue(translations.LANGUAGES, language))
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            told = message.find("translation")
            assert told is not None
            forms = [form.text or "" for form in told.iter("numerusform")] or [told.text or ""]
            yield Message(
                context=context.findtext("name", ""),
                source=message.findtext("source", ""),
                forms=tuple(forms),
                is_finished=told.get("type") is None,
            )


def placeholders(text: str) -> list[str]:
    """The places of values in a text, in no order."""
    named = [f"{{{name}:{spec}}}" for _, name, spec, _ in string.Formatter().parse(text) if name]
    return sorted(named + re.findall(r"%L?n", text))


def test_the_catalogues_are_what_the_command_makes(tmp_path: Path) -> None:
    for language in EVERY:
        shutil.copy(translations.catalogue(translations.LANGUAGES, language), tmp_path)
    translations.update(translations.find_texts(translations.ROOT), tmp_path, EVERY)
    translations.compile_to(tmp_path, EVERY, tmp_path)
    made = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    there = {path.name: path.read_bytes() for path in translations.LANGUAGES.iterdir()}
    different = [name for name in made.keys() | there.keys() if made.get(name) != there.get(name)]
    assert different == [], "run: python3 packaging/develop.py translate"


@pytest.mark.parametrize("language", EVERY)
def test_every_text_is_translated(language: str) -> None:
    missing = [
        (message.context, message.source)
        for message in messages(language)
        if not message.is_finished or not all(message.forms)
    ]
    assert missing == []


@pytest.mark.parametrize("language", EVERY)
def test_a_translation_has_the_places_of_its_text(language: str) -> None:
    wrong = [
        (message.source, form)
        for message in messages(language)
        for form in message.forms
        if form and placeholders(form) != placeholders(message.source)
    ]
    assert wrong == []


@pytest.mark.parametrize("language", translations.TRANSLATED)
def test_a_translation_has_the_key_of_its_text(language: str) -> None:
    """Behind the text and in brackets, as programs in these languages have it."""
    wrong = [
        (message.source, message.forms[0])
        for message in messages(language)
        if message.forms[0]
        and _key(message.source) != "".join(re.findall(r"\(&(.)\)", message.forms[0]))
    ]
    assert wrong == []
    more = [m.forms for m in messages(language) if m.forms[0].replace("&&", "").count("&") > 1]
    assert more == []


def _key(text: str) -> str:
    found = re.search(r"&([^& ])", text)
    return found[1].upper() if found else ""


def test_a_text_that_is_put_together_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sdstudio").mkdir()
    module = tmp_path / "sdstudio" / "a.py"
    module.write_text("class A:\n    def say(self, name):\n        return self.tr(name)\n")
    with pytest.raises(translations.NotLiteral, match=re.escape("sdstudio/a.py:3")):
        translations.find_texts(tmp_path)


def test_texts_are_found_with_their_contexts(tmp_path: Path) -> None:
    (tmp_path / "sdstudio").mkdir()
    (tmp_path / "sdstudio" / "b.py").write_text("AGAIN = 'Try again.'\n")
    (tmp_path / "sdstudio" / "a.py").write_text(
        "from sdstudio.b import AGAIN\n"
        "class SdstudioError(Exception): ...\n"
        "class Lost(SdstudioError): ...\n"
        "class A:\n"
        "    def say(self, count):\n"
        "        self.tr('one' 'two')\n"
        "        self.tr('%n picture(s)', '', count)\n"
        "        translate('B', '{n} of {all}')\n"
        "        note = Phrase('It went {how}.', how=Phrase('well') if count else '')\n"
        "        raise Lost('It is gone.' if count else 'It was lost.', AGAIN)\n"
    )
    assert translations.find_texts(tmp_path) == [
        translations.Text("A", "%n picture(s)", is_counted=True),
        translations.Text("A", "onetwo"),
        translations.Text("B", "{n} of {all}"),
        translations.Text("errors", "It is gone."),
        translations.Text("errors", "It was lost."),
        translations.Text("errors", "It went {how}."),
        translations.Text("errors", "Try again."),
        translations.Text("errors", "well"),
    ]
