"""Which models are on this machine: the built-in one, those opened, folders of other programs, and
the Hugging Face cache.

Only names, configs and headers are read; nothing is copied, and nothing of a model is loaded.
"""

from __future__ import annotations

import logging
import math
import os
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from sdstudio.model_folder import ModelFolder
from sdstudio.models.catalogue import resolve
from sdstudio.models.detection import (
    Detected,
    Family,
    Kind,
    PredictionType,
    detect_folder,
    detect_tensors,
)
from sdstudio.models.folder_files import INCOMPLETE_SUFFIX, has_pickles, pickled, read_object
from sdstudio.models.safetensors_header import TensorEntry, read_described, read_header
from sdstudio.phrase import Phrase
from sdstudio.request import (
    FACES,
    STARTER,
    CorruptModel,
    ModelNotFound,
    SdstudioError,
    UnsupportedModel,
)

Origin = Literal["built in", "opened", "folder", "Hugging Face cache"]

MAX_DEPTH = 8
"""How deep below a root models are looked for."""
MAX_ENTRIES = 100_000
"""Files and folders that are looked at below one root."""
MAX_MODELS = 5_000
"""Models that are listed."""

_SNAPSHOTS = "snapshots"
_MOST_CARD = 65_536
_LONGEST_LICENCE = 100
_STARTER_LICENCE = "apache-2.0"
_BUILT_IN = {"pipeline": STARTER, "unconditional": FACES}
"""References of the models that come with the app, by their folders beside each other."""
_WEIGHT_STEMS = ("diffusion_pytorch_model", "model")
_PICKLE_STARTS = (b"\x80\x02", b"\x80\x03", b"\x80\x04", b"\x80\x05", b"PK\x03\x04")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class LibraryModel:
    """A model, or a part of one, that lies on this machine.

    ``reference`` is what ``--model`` takes. ``licence`` is what the model's card or header says,
    empty where they say nothing. ``bytes_on_disk`` counts each file once, however many links lead
    to it. ``memory_cuda`` and ``memory_cpu`` are the bytes that the weights alone need there, in
    float16 and float32, or None where that is not known. ``complaint`` says why it cannot be used.
    """

    reference: str
    name: str
    kind: Kind
    family: Family
    prediction_type: PredictionType
    side: int | None
    licence: str
    path: Path
    bytes_on_disk: int
    memory_cuda: int | None
    memory_cpu: int | None
    origin: Origin
    complaint: SdstudioError | None = None


def scan(
    resources: Path,
    *,
    opened: Sequence[str] = (),
    roots: Sequence[str] = (),
    hub_cache: Path | None = None,
) -> list[LibraryModel]:
    """The models of this machine, the built-in one first; each is listed once, however it is found.

    ``opened`` are model folders or files, ``roots`` folders to look through, ``hub_cache`` is the
    Hugging Face cache (see ``find_hub_cache``) or None to leave it out. What cannot be used is
    listed with its complaint; roots that are not there, or not to be read, are skipped. Reads a
    few small files per model: do not call it on the GUI thread.
    """
    found: list[LibraryModel] = []
    seen: set[Path] = set()
    for path, origin in _candidates(resources, opened, roots, hub_cache):
        real = _real(path)
        if real in seen:
            continue
        seen.add(real)
        model = describe(path, origin, resources)
        # The cache is also that of language models and whatever else people download.
        is_foreign = model.kind == "other" and isinstance(model.complaint, UnsupportedModel)
        if origin == "Hugging Face cache" and is_foreign:
            continue
        found.append(model)
        if len(found) == MAX_MODELS:
            _log.warning("there are more than %d models; the rest is not listed", MAX_MODELS)
            break
    return found


def find_hub_cache(environment: Mapping[str, str] = os.environ) -> Path:
    """Where huggingface_hub keeps what it downloads; the folder need not exist."""
    if chosen := environment.get("HF_HUB_CACHE"):
        return Path(chosen).expanduser()
    if home := environment.get("HF_HOME"):
        return Path(home).expanduser() / "hub"
    cache = environment.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(cache).expanduser() / "huggingface" / "hub"


def describe(path: Path, origin: Origin, resources: Path) -> LibraryModel:
    """What is known of the model at ``path``, a file or a folder, without loading it."""
    reference = _BUILT_IN[path.name] if origin == "built in" else str(path.absolute())
    kind: Kind = "pipeline" if path.is_dir() else "other"
    detected = Detected(kind=kind, family="other", prediction_type="unknown", side=None)
    complaint: SdstudioError | None = None
    folder: ModelFolder | None = None
    entries: Mapping[str, TensorEntry] = {}
    licence = ""
    try:
        if path.is_dir():
            licence = _STARTER_LICENCE if origin == "built in" else _card_licence(path)
            # Of a damaged folder, resolve() knows more to say.
            with suppress(CorruptModel):
                detected = detect_folder(path)
        elif not path.exists():
            raise ModelNotFound("There is no model at “{path}”.", "Check the path.", path=path)
        elif has_pickles([path.name]):
            raise pickled(path)
        else:
            entries, metadata = read_described(path)
            licence = _short(metadata.get("modelspec.license", ""))
            if not licence and origin == "Hugging Face cache":
                licence = _card_licence(path.parent)
            detected = detect_tensors(entries, metadata)
        _check_kind(path, detected)
        folder = resolve(reference, resources)
    except SdstudioError as error:
        complaint = error
    except OSError as error:
        complaint = CorruptModel(
            "“{path}” could not be read: {reason}.",
            "Check the disk and the permissions.",
            path=path,
            reason=(error.strerror or str(error)).lower(),
        )
    if not entries and folder is not None and folder.path.is_dir():
        parameters = _parameters_of(folder)
    else:
        parameters = _parameters(entries)
    return LibraryModel(
        reference=reference,
        name=folder.name if folder is not None and origin == "built in" else _name(path),
        kind=detected.kind,
        family=detected.family,
        prediction_type=detected.prediction_type,
        side=detected.side,
        licence=licence,
        path=path.absolute(),
        bytes_on_disk=bytes_on_disk(path),
        memory_cuda=2 * parameters if parameters else None,
        memory_cpu=4 * parameters if parameters else None,
        origin=origin,
        complaint=complaint,
    )


def bytes_on_disk(path: Path) -> int:
    """Bytes of a file, or of all files in a folder, each counted once however many names it has."""
    seen: set[tuple[int, int]] = set()
    total = 0
    for file in files_below(path):
        try:
            status = file.stat()
        except OSError:
            continue  # a link to nothing; if the model needs it, the complaint says so
        if (status.st_dev, status.st_ino) not in seen:
            seen.add((status.st_dev, status.st_ino))
            total += status.st_size
    return total


def files_below(path: Path) -> Iterator[Path]:
    """``path`` itself if it is a file, else the files below it in order of their names, at most
    ``MAX_ENTRIES``. Links to files are followed, links to folders are not; links to nothing are
    among them, pipes and devices are not.
    """
    if not path.is_dir():
        yield path
        return
    count = 0
    for folder, folders, names in os.walk(path):
        folders.sort()
        for name in sorted(names):
            count += 1
            if count > MAX_ENTRIES:
                return
            file = Path(folder, name)
            if file.is_file() or not file.exists():
                yield file


def _check_kind(path: Path, detected: Detected) -> None:
    """Refuses what is sound but no model that makes pictures from words."""
    if detected.kind in ("pipeline", "checkpoint"):
        if detected.is_inpainting:
            raise UnsupportedModel(
                "“{path}” is an inpainting model, which needs a picture to begin with.",
                "Use a model that makes pictures from a prompt alone.",
                path=path,
            )
        return
    if detected.kind == "other":
        raise UnsupportedModel(
            "“{path}” is not a model of a kind that this version knows.",
            "It may belong to another program.",
            path=path,
        )
    raise UnsupportedModel(
        "“{path}” is {part}, which makes no pictures by itself.",
        "Choose a whole model.",
        path=path,
        part=_PARTS[detected.kind],
    )


_PARTS: Mapping[str, Phrase] = {
    "denoiser": Phrase("the denoiser of a model without its other parts"),
    "vae": Phrase("a VAE"),
    "lora": Phrase("a LoRA"),
    "embedding": Phrase("a textual inversion"),
}


def _candidates(
    resources: Path, opened: Sequence[str], roots: Sequence[str], hub_cache: Path | None
) -> Iterator[tuple[Path, Origin]]:
    for folder in _BUILT_IN:
        yield resources / "starter-model" / folder, "built in"
    for text in opened:
        yield Path(text).expanduser(), "opened"
    for text in roots:
        for path in models_below(Path(text).expanduser()):
            yield path, "folder"
    if hub_cache is not None:
        for snapshot in _snapshots(hub_cache):
            for path in models_below(snapshot):
                # Every download leaves many files that are no models, pickles among them.
                if path.is_dir() or not has_pickles([path.name]):
                    yield path, "Hugging Face cache"


def snapshots_of(hub_cache: Path, repo_id: str) -> list[Path]:
    """Where a model lies in the Hugging Face cache, whole or not: the revision that its main
    branch was at, else all of them; none where it is not there.
    """
    return _revisions(hub_cache / f"models--{repo_id.replace('/', '--')}")


def _snapshots(hub_cache: Path) -> Iterator[Path]:
    for repository in _entries(hub_cache):
        if repository.name.startswith("models--"):
            yield from _revisions(Path(repository.path))


def _revisions(repository: Path) -> list[Path]:
    snapshots = repository / _SNAPSHOTS
    try:
        with (repository / "refs" / "main").open("rb") as file:
            revision = file.read(64).decode("ascii", "replace").strip()
    except OSError:
        revision = ""
    if re.fullmatch("[0-9a-f]{40}", revision) and (snapshots / revision).is_dir():
        return [snapshots / revision]
    return [Path(one.path) for one in _entries(snapshots)]


def models_below(root: Path) -> Iterator[Path]:
    """Diffusers folders and files of weights below a folder, by their names alone, level by level.

    What lies inside the former is theirs. What is not to be read is passed over.
    """
    level = [root]
    seen: set[Path] = set()
    count = 0
    for _ in range(MAX_DEPTH):
        below: list[Path] = []
        for folder in level:
            real = _real(folder)
            if real in seen:  # links may lead in circles
                continue
            seen.add(real)
            entries = _entries(folder)
            names = {entry.name for entry in entries}
            if "model_index.json" in names:
                yield folder
                continue
            if "pyvenv.cfg" in names:
                continue  # the Python of another program
            for entry in entries:
                count += 1
                if count > MAX_ENTRIES:
                    _log.warning("%s holds more than %d files; not all were seen", root, count - 1)
                    return
                # A download that is under way is no model yet.
                if entry.name.startswith(".") or entry.name.endswith(INCOMPLETE_SUFFIX):
                    continue
                path = Path(entry.path)
                if path.is_dir():
                    below.append(path)
                elif path.is_file() and _is_weights(path):
                    yield path
        level = below


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        _log.info("%s was not looked through: %s", folder, error)
        return []


def _is_weights(path: Path) -> bool:
    suffix = path.suffix.lower()
    if suffix in (".safetensors", ".ckpt"):
        return True
    if not has_pickles([path.name]):
        return False
    # Many a program calls its files .bin; those that are listed really are pickles.
    try:
        with path.open("rb") as file:
            return file.read(4).startswith(_PICKLE_STARTS)
    except OSError:
        return False


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):  # links in a circle
        return path.absolute()


def _name(path: Path) -> str:
    parts = path.absolute().parts
    if len(parts) > 3 and _SNAPSHOTS in parts[-4:-1]:
        at = len(parts) - 1 - parts[::-1].index(_SNAPSHOTS)
        if parts[at - 1].startswith("models--"):
            repository = parts[at - 1].removeprefix("models--").replace("--", "/", 1)
            return "/".join((repository, *parts[at + 2 :]))
    return path.name if path.is_dir() else path.stem


def _card_licence(folder: Path) -> str:
    """What the YAML at the head of the model's card says; it is searched, not parsed."""
    try:
        with (folder / "README.md").open("rb") as file:
            text = file.read(_MOST_CARD).decode("utf-8-sig", "replace")
    except OSError:
        return ""
    head = re.match(r"---\r?\n(.*?)\r?\n---", text, re.DOTALL)
    if head is None:
        return ""
    said = {
        name: value.strip().strip("\"'")
        for name, value in re.findall(r"^(license|license_name):[ \t]*(.*)$", head[1], re.MULTILINE)
    }
    licence = said.get("license", "")
    return _short(said.get("license_name", licence) if licence == "other" else licence)


def _short(text: str) -> str:
    printable = "".join(letter for letter in text if letter.isprintable())
    return printable.strip()[:_LONGEST_LICENCE]


def _parameters(entries: Mapping[str, TensorEntry]) -> int:
    return sum(
        math.prod(entry.shape)
        for name, entry in entries.items()
        if entry.dtype.startswith(("F", "BF")) and not name.startswith("model_ema.")
    )


def _parameters_of(folder: ModelFolder) -> int:
    total = 0
    for component in folder.components:
        if component.has_weights:
            where = folder.path / component.name
            try:
                total += sum(
                    _parameters(read_header(file)) for file in _weights(where, component.variant)
                )
            except SdstudioError:
                return 0  # gone since it was checked
    return total


def _weights(folder: Path, variant: str | None) -> Iterable[Path]:
    """The weight files of a component that ``resolve`` has found sound."""
    infix = f".{variant}" if variant else ""
    for stem in _WEIGHT_STEMS:
        single = folder / f"{stem}{infix}.safetensors"
        if single.is_file():
            return [single]
        index = read_object(folder / f"{stem}.safetensors.index{infix}.json")
        if index is not None and isinstance(index.get("weight_map"), dict):
            return [folder / name for name in sorted(set(map(str, index["weight_map"].values())))]
    return []
