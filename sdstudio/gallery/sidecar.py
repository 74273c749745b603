"""Ratings, tags and the like beside the picture: ``NAME.EXT.xmp``, as digiKam and darktable do.

Rating and tags are where those programs look for them (``xmp:Rating``, ``dc:subject``); collections
and favourites have a namespace of our own. What else a sidecar holds is another program's, and is
kept. Reading treats every file as hostile: no entities, no document types, bounds on everything.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn
from xml.dom import minidom
from xml.parsers import expat

from sdstudio.gallery.words import folded
from sdstudio.request import SdstudioError

MOST_BYTES = 1024 * 1024
"""A larger sidecar is left alone."""
MOST_LABELS = 1000
MOST_LETTERS = 200
"""Bounds of tags and collections of one picture, and of the name of each."""
BEST = 5
"""The highest rating; 0 is none."""

_DEPTH = 64
_X, _RDF = "adobe:ns:meta/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_XMP, _DC = "http://ns.adobe.com/xap/1.0/", "http://purl.org/dc/elements/1.1/"
_OURS = "urn:sdstudio/1.0/"
_RATING, _SUBJECT = (_XMP, "Rating"), (_DC, "subject")
_FAVOURITE, _COLLECTIONS = (_OURS, "favourite"), (_OURS, "collections")
_PROPERTIES = (_RATING, _SUBJECT, _FAVOURITE, _COLLECTIONS)
_XMLNS = "http://www.w3.org/2000/xmlns/"
_EMPTY = (
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    f'<x:xmpmeta xmlns:x="{_X}"><rdf:RDF xmlns:rdf="{_RDF}"></rdf:RDF></x:xmpmeta>'
    '<?xpacket end="w"?>'
).encode()


class UnreadableSidecar(SdstudioError):
    """A sidecar is damaged, too large, or no XMP; it is never overwritten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What a user says of a picture; tags and collections each once, in alphabetical order."""

    rating: int = 0
    favourite: bool = False
    tags: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()


def sidecar_path(picture: Path) -> Path:
    """Where a picture's sidecar lies: beside it, ``NAME.EXT.xmp``."""
    return picture.with_name(f"{picture.name}.xmp")


def label_name(name: str) -> str:
    """``name`` as tags and collections are called: one line, composed; empty if nothing is left."""
    # Nothing that XML, or a line on the screen, cannot hold; left out first, so that what stood on
    # both sides of it is one word or has one space between.
    kept = (
        c
        for c in name
        if c.isspace() or (unicodedata.category(c) not in ("Cc", "Cs") and c not in "\ufffe\uffff")
    )
    line = " ".join(unicodedata.normalize("NFC", "".join(kept)).split())
    return line[:MOST_LETTERS].strip()


def label_names(names: Iterator[str] | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    """Names as ``Marks`` has them; of several that differ only in case or accents the first."""
    found: dict[str, str] = {}
    for name in map(label_name, names):
        if name and len(found) < MOST_LABELS:
            found.setdefault(folded(name), name)
    return tuple(found[key] for key in sorted(found))


def decode_sidecar(data: bytes) -> Marks:
    """What a sidecar says, by whichever program it was written.

    Raises:
        UnreadableSidecar: it is damaged, too large, or no XMP.
    """
    rating, favourite = 0, False
    tags: list[str] = []
    collections: list[str] = []
    for name, texts in _properties(_parse(data)):
        if name == _RATING:
            rating = _rating(texts)
        elif name == _FAVOURITE:
            favourite = texts == ["True"]
        elif name == _SUBJECT:
            tags += texts
        else:
            collections += texts
    return Marks(
        rating=rating,
        favourite=favourite,
        tags=label_names(tags),
        collections=label_names(collections),
    )


def encode_sidecar(marks: Marks, before: bytes | None) -> bytes | None:
    """The sidecar that says ``marks``, and else what it said before; None when that is nothing.

    Raises:
        UnreadableSidecar: what is there is damaged or no XMP, and must not be overwritten.
    """
    document = _parse(before if before is not None else _EMPTY)
    descriptions = list(_descriptions(document))
    for description in descriptions:
        for child in list(_elements(description)):
            if _named(child) in _PROPERTIES:
                description.removeChild(child)
        for space, name in _PROPERTIES:
            if description.hasAttributeNS(space, name):
                description.removeAttributeNS(space, name)
        if not _says_something(description):
            _root(document).removeChild(description)
    if marks != Marks():
        _root(document).appendChild(_description(document, marks))
    elif not any(True for _ in _descriptions(document)):
        return None
    encoded: bytes = document.toxml(encoding="utf-8")
    return encoded


def _description(document: minidom.Document, marks: Marks) -> minidom.Element:
    # An element of our own, so that nothing depends on what prefixes stand for elsewhere.
    element = document.createElementNS(_RDF, "rdf:Description")
    prefixes = {"rdf": _RDF, "xmp": _XMP, "dc": _DC, "sdstudio": _OURS}
    for prefix, space in prefixes.items():
        element.setAttributeNS(_XMLNS, f"xmlns:{prefix}", space)
    element.setAttributeNS(_RDF, "rdf:about", "")
    if marks.rating:
        element.setAttributeNS(_XMP, "xmp:Rating", str(marks.rating))
    if marks.favourite:
        element.setAttributeNS(_OURS, "sdstudio:favourite", "True")
    bags = ((_DC, "dc:subject", marks.tags), (_OURS, "sdstudio:collections", marks.collections))
    for space, name, texts in bags:
        if not texts:
            continue
        bag = document.createElementNS(_RDF, "rdf:Bag")
        for text in texts:
            entry = document.createElementNS(_RDF, "rdf:li")
            entry.appendChild(document.createTextNode(text))
            bag.appendChild(entry)
        element.appendChild(document.createElementNS(space, name)).appendChild(bag)
    return element


def _properties(document: minidom.Document) -> Iterator[tuple[tuple[str, str], list[str]]]:
    """Those that matter here, each with its texts, whichever of XMP's spellings it has."""
    for description in _descriptions(document):
        for space, name in _PROPERTIES:
            if description.hasAttributeNS(space, name):
                yield (space, name), [description.getAttributeNS(space, name)]
        for child in _elements(description):
            if _named(child) in _PROPERTIES:
                entries = child.getElementsByTagNameNS(_RDF, "li")
                texts = [_content(entry) for entry in entries] or [_content(child).strip()]
                yield _named(child), texts


def _elements(element: minidom.Element) -> Iterator[minidom.Element]:
    for child in element.childNodes:
        if isinstance(child, minidom.Element):
            yield child


def _named(element: minidom.Element) -> tuple[str, str]:
    return element.namespaceURI or "", element.localName


def _content(element: minidom.Element) -> str:
    # Text includes CDATA sections.
    return "".join(child.data for child in element.childNodes if isinstance(child, minidom.Text))


def _rating(texts: list[str]) -> int:
    try:
        # -1 is what others call rejected.
        return min(max(int(float(texts[0])), 0), BEST)
    except (ValueError, OverflowError, IndexError):
        return 0


def _root(document: minidom.Document) -> minidom.Element:
    roots = document.getElementsByTagNameNS(_RDF, "RDF")
    if not roots:
        _refuse()
    root: minidom.Element = roots[0]
    return root


def _descriptions(document: minidom.Document) -> Iterator[minidom.Element]:
    for child in _elements(_root(document)):
        if _named(child) == (_RDF, "Description"):
            yield child


def _says_something(description: minidom.Element) -> bool:
    attributes = description.attributes.values()
    return any(
        one.namespaceURI != _XMLNS and (one.namespaceURI, one.localName) != (_RDF, "about")
        for one in attributes
    ) or any(True for _ in _elements(description))


def _parse(data: bytes) -> minidom.Document:
    if len(data) > MOST_BYTES:
        _refuse()
    try:
        _look_over(data)
        return minidom.parseString(data)
    except (expat.ExpatError, ValueError, LookupError):
        _refuse()


def _look_over(data: bytes) -> None:
    """Refuses what a parser should not be given: document types, with their entities, and depth."""
    depth = 0

    def enter(_name: str, _attributes: object) -> None:
        nonlocal depth
        depth += 1
        if depth > _DEPTH:
            _refuse()

    def leave(_name: str) -> None:
        nonlocal depth
        depth -= 1

    def refuse(*_: object) -> None:
        _refuse()

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.StartElementHandler = enter
    parser.EndElementHandler = leave
    parser.Parse(data, True)


def _refuse() -> NoReturn:
    raise UnreadableSidecar(
        "A file with tags beside the picture is damaged, too large, or no XMP.", "Move it away."
    )
