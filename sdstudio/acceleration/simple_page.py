"""The page of one package at an index, in either form: HTML (PEP 503) or JSON (PEP 691)."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.tags import Tag
from packaging.utils import InvalidWheelFilename, parse_wheel_filename
from packaging.version import Version

_SHA256 = re.compile(r"[0-9a-f]{64}")
_NAME = re.compile(r"[A-Za-z0-9_.+!\-]{1,240}\.whl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wheel:
    """A wheel as an index lists it; ``size`` in bytes is None where it does not say.

    ``has_metadata`` tells that its metadata lies beside it in a file of its own (PEP 658).
    """

    name: str
    version: Version
    tags: frozenset[Tag]
    build: tuple[int, str] | tuple[()]
    url: str
    sha256: str
    size: int | None = None
    has_metadata: bool = False


def wheels_of_page(page: bytes, url: str, python: str) -> tuple[Wheel, ...]:
    """The wheels with a checksum that the page at ``url`` lists for this ``python`` (3.11.4).

    Anything else that is listed, and what is withdrawn, is left out.

    Raises:
        ValueError: it is no such page.
    """
    text = page.decode("utf-8")
    if text.lstrip().startswith("{"):
        entries = _entries_of_json(json.loads(text))
    else:
        parser = _Links()
        parser.feed(text)
        parser.close()
        entries = parser.entries
    return tuple(wheel for entry in entries if (wheel := _wheel(entry, url, python)) is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    href: str
    sha256: str = ""
    size: int | None = None
    requires_python: str = ""
    is_yanked: bool = False
    has_metadata: bool = False


class _Links(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.entries: list[_Entry] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag != "a" or not values.get("href"):
            return
        href, mark = urldefrag(values["href"] or "")
        found = re.search(r"(?:^|&)sha256=([0-9a-f]{64})(?:&|$)", mark)
        self.entries.append(
            _Entry(
                href=href,
                sha256=found[1] if found else "",
                requires_python=values.get("data-requires-python") or "",
                is_yanked="data-yanked" in values,
                has_metadata=bool(
                    {"data-core-metadata", "data-dist-info-metadata"} & values.keys()
                ),
            )
        )


def _entries_of_json(page: Any) -> list[_Entry]:
    files = page.get("files") if isinstance(page, dict) else None
    if not isinstance(files, list):
        raise ValueError("no list of files")
    found = []
    for file in files:
        if not isinstance(file, dict) or not isinstance(file.get("url"), str):
            continue
        hashes, size = file.get("hashes"), file.get("size")
        sha256 = hashes.get("sha256") if isinstance(hashes, dict) else None
        found.append(
            _Entry(
                href=file["url"],
                sha256=sha256 if isinstance(sha256, str) else "",
                size=size if type(size) is int and size >= 0 else None,
                requires_python=str(file.get("requires-python") or ""),
                is_yanked=bool(file.get("yanked")),
                has_metadata=bool(file.get("core-metadata") or file.get("dist-info-metadata")),
            )
        )
    return found


def _wheel(entry: _Entry, url: str, python: str) -> Wheel | None:
    address = urljoin(url, entry.href)
    name = unquote(urlsplit(address).path.rpartition("/")[2])
    if entry.is_yanked or not _SHA256.fullmatch(entry.sha256) or not _NAME.fullmatch(name):
        return None
    try:
        _, version, build, tags = parse_wheel_filename(name)
        if python not in SpecifierSet(entry.requires_python):
            return None
    except (InvalidWheelFilename, InvalidSpecifier):
        return None
    return Wheel(
        name=name,
        version=version,
        tags=tags,
        build=build,
        url=address,
        sha256=entry.sha256,
        size=entry.size,
        has_metadata=entry.has_metadata,
    )
