"""A language made of English for tests: longer, with accents, in brackets, so that it shows."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import translations
from sdstudio.paths import Paths

CODE = "ja"
"""Whose place it takes: the app knows no language but its own."""
_LETTERS = str.maketrans("aeiouAEIOUcnsyz", "àéîõüÀÉÎÕÜçñšýž")
_KEPT = re.compile(r"(\{[^}]*\}|%L?n|&)")
_LONGER = 0.4


def pseudo(text: str) -> str:
    """``text`` 40 % longer; placeholders and the mark of the key are kept, signs alone too."""
    if not any(letter.isalpha() for letter in _KEPT.sub("", text)):
        return text
    text, dots = text.removesuffix("…"), "…" if text.endswith("…") else ""
    parts = [
        part if _KEPT.fullmatch(part) else part.translate(_LETTERS) for part in _KEPT.split(text)
    ]
    more = "~~~~ " * (round(_LONGER * len(_KEPT.sub("", text))) // 5) or "~"
    return f"⟦{''.join(parts)}{more}⟧{dots}"


def make_catalogues(folder: Path) -> None:
    """Fills ``folder`` with the catalogues of English and of the pseudo-language."""
    for kind in ("ts", "qm"):
        shutil.copy(translations.LANGUAGES / f"sdstudio_en.{kind}", folder)
    target = translations.catalogue(folder, CODE)
    tree = ElementTree.parse(translations.catalogue(translations.LANGUAGES, CODE))
    for message in tree.getroot().iter("message"):
        told = message.find("translation")
        assert told is not None
        told.attrib.clear()
        forms = told.findall("numerusform") or [told]
        for form in forms:
            form.text = pseudo(message.findtext("source", ""))
    body = ElementTree.tostring(tree.getroot(), encoding="unicode")
    target.write_text(f"<!DOCTYPE TS>\n{body}", encoding="utf-8")
    translations.compile_to(folder, [CODE], folder)


def with_pseudo(paths: Paths, folder: Path) -> Paths:
    """``paths`` whose resources, in ``folder``, have the pseudo-language."""
    folder.mkdir()
    for one in paths.resources.iterdir():
        if one.name != "languages":
            (folder / one.name).symlink_to(one)
    (folder / "languages").mkdir()
    make_catalogues(folder / "languages")
    return replace(paths, resources=folder)
