"""Whose work is in the app besides ours, and under which licences.

The packaged app has this as a file, with the whole texts of the licences, made when it is frozen:
there the libraries no longer tell it all. Started from the source, it is asked of the libraries.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

NOTICES_FILE = "third-party-notices.txt"
"""Beside the icons and models of a packaged app; see ``packaging/sdstudio.spec``."""
DIRECT = (
    *("PySide6-Essentials", "torch", "diffusers", "transformers", "accelerate", "safetensors"),
    *("tokenizers", "pillow", "numpy", "platformdirs", "psutil", "scipy", "tqdm"),
    *("imageio-ffmpeg", "huggingface_hub", "httpx2", "filelock", "peft", "keyring", "watchdog"),
    *("sd-parsers", "pyqtgraph", "packaging", "nvidia-ml-py"),
)
"""What the app asks for itself; what these ask for in turn is found from them."""
_TEXTS_BEGIN = "=" * 72
_LICENCE_FILES = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS")


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """A library or program of somebody else: name, version, licence in a few words, home page."""

    name: str
    version: str = ""
    licence: str
    page: str = ""


_BESIDE_LIBRARIES = (
    Work(name="Python", licence="PSF-2.0", page="https://www.python.org/"),
    Work(
        name="Qt, in PySide6-Essentials",
        licence="LGPL-3.0-only; its libraries may be replaced by others of the same version",
        page="https://www.qt.io/ and https://code.qt.io/",
    ),
    Work(
        name="ffmpeg, in imageio-ffmpeg",
        licence="GPL-3.0-or-later; a program of its own, which the app starts",
        page="https://ffmpeg.org/ and https://github.com/imageio/imageio-binaries",
    ),
    Work(name="SQLite", licence="public domain", page="https://sqlite.org/"),
    Work(name="OpenSSL", licence="Apache-2.0", page="https://www.openssl.org/"),
    Work(
        name="Fluent emoji, which the starter model has learnt from",
        licence="MIT",
        page="https://github.com/microsoft/fluentui-emoji",
    ),
)


def notices(resources: Path) -> tuple[str, Path | None]:
    """A line for each work, and the file with the licences themselves, None in a source checkout.

    Reads files: not for the GUI thread.
    """
    file = resources / NOTICES_FILE
    try:
        text = file.read_text(encoding="utf-8")
    except OSError:
        return _summary(), None
    return text.partition(_TEXTS_BEGIN)[0].rstrip(), file


def whole_notices(resources: Path) -> str:
    """The text of the file: the lines, and after them all licences."""
    parts = [_summary()]
    parts += [
        _with_heading(licence.stem, licence.read_text(encoding="utf-8"))
        for licence in sorted((resources / "licenses").glob("*.txt"))
    ]
    for library in _libraries():
        parts += [
            _with_heading(f"{library.name}: {name}", text) for name, text in _licence_texts(library)
        ]
    return "\n\n".join(parts) + "\n"


def _with_heading(heading: str, text: str) -> str:
    return f"{_TEXTS_BEGIN}\n{heading}\n{_TEXTS_BEGIN}\n\n{text.strip()}"


def _summary() -> str:
    works = [*_BESIDE_LIBRARIES, *(_work(library) for library in _libraries())]
    lines = []
    for work in works:
        lines.append(f"{work.name} {work.version}".rstrip())
        lines.append(f"    {work.licence}")
        if work.page:
            lines.append(f"    {work.page}")
    return "\n".join(lines)


def _libraries() -> list[metadata.Distribution]:
    """The installed libraries that the app asks for, and those that they do, by name."""
    found: dict[str, metadata.Distribution] = {}
    waiting = list(DIRECT)
    while waiting:
        key = canonicalize_name(waiting.pop())
        if key in found:
            continue
        try:
            found[key] = metadata.distribution(key)
        except metadata.PackageNotFoundError:
            continue
        for text in found[key].requires or ():
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(requirement.name)
    return [found[key] for key in sorted(found)]


def _work(library: metadata.Distribution) -> Work:
    about = library.metadata
    licence = _field(about, "License-Expression")
    if not licence:
        classifiers = (text for text in about.get_all("Classifier", []) if "License ::" in text)
        licence = ", ".join(text.rpartition(" :: ")[2] for text in classifiers)
    if not licence:
        # Some put the whole text there.
        licence = (_field(about, "License") or "see its page").strip().splitlines()[0][:80]
    return Work(name=library.name, version=library.version, licence=licence, page=_page(library))


def _field(about: metadata.PackageMetadata, name: str) -> str:
    # Its type knows no `get`, though what is installed has one.
    return about[name] if name in about else ""  # noqa: SIM401


def _page(library: metadata.Distribution) -> str:
    urls = [text.partition(",") for text in library.metadata.get_all("Project-URL", [])]
    for wanted in ("homepage", "home", "source", "repository", "source code"):
        for label, _, url in urls:
            if label.strip().casefold() == wanted:
                return str(url).strip()
    return _field(library.metadata, "Home-page")


def _licence_texts(library: metadata.Distribution) -> Iterator[tuple[str, str]]:
    for file in library.files or ():
        if ".dist-info" in str(file) and file.name.upper().startswith(_LICENCE_FILES):
            path = Path(str(library.locate_file(file)))
            if path.is_file():
                yield file.name, path.read_text(encoding="utf-8", errors="replace")
