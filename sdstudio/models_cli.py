"""``sdstudio models``: which models are on this machine, and what is done with them."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, replace
from functools import partial
from pathlib import Path

from sdstudio.gallery.store import Gallery
from sdstudio.models.details import ModelUses, parts_of, uses_of
from sdstudio.models.library_settings import (
    LibrarySettings,
    load_library,
    not_changed,
    update_library,
)
from sdstudio.models.references import typed_reference
from sdstudio.models.removal import check_removable, move_to_trash
from sdstudio.models.scanning import LibraryModel, find_hub_cache, scan
from sdstudio.models.verification import verify
from sdstudio.paths import Paths
from sdstudio.printing import byte_bar, counted, json_text, one_line, size, table
from sdstudio.request import InvalidRequest, ModelNotFound
from sdstudio.settings import load_settings


def add_models(
    parser: argparse.ArgumentParser, shared: argparse.ArgumentParser
) -> argparse._SubParsersAction[argparse.ArgumentParser]:
    """Adds what can be done with models to the parser; ``shared`` is what all commands take.

    More can be added to what it returns.
    """
    whats = parser.add_subparsers(dest="what", metavar="WHAT", required=True)

    def add(name: str, told: str) -> argparse.ArgumentParser:
        return whats.add_parser(name, parents=[shared], help=told, description=told)

    listing = add("list", "the models on this machine")
    listing.add_argument("--json", action="store_true", help="print one JSON document")
    adding = add("add", "look for models in a folder, from now on, where it is")
    adding.add_argument("folder", type=Path, metavar="FOLDER")
    forgetting = add("forget", "no longer look for models in a folder; it is left as it is")
    forgetting.add_argument("folder", type=Path, metavar="FOLDER")
    verifying = add("verify", "read all of a model and compare its checksums")
    verifying.add_argument("reference", metavar="REFERENCE", help="a path, or a name as listed")
    verifying.add_argument(
        "--accept", action="store_true", help="compare with the present content from now on"
    )
    telling = add("info", "what a model consists of, what it needs, and what uses it")
    telling.add_argument("reference", metavar="REFERENCE", help="a path, or a name as listed")
    telling.add_argument("--json", action="store_true", help="print one JSON document")
    default = add("default", "the model that is used where none is named")
    default.add_argument("reference", nargs="?", metavar="REFERENCE", help="the model to be that")
    removing = add("remove", "move a model to the system's trash")
    removing.add_argument("reference", metavar="REFERENCE", help="a path, or a name as listed")
    removing.add_argument("--yes", action="store_true", help="really do it")
    return whats


def answered(arguments: argparse.Namespace, paths: Paths, must_stop: Callable[[], bool]) -> str:
    """Does what the arguments ask for; the text to print.

    Raises:
        SdstudioError: one of the known failures.
        Cancelled: ``must_stop`` said so.
    """
    library, complaint = load_library(paths)
    if complaint and arguments.what not in ("list", "verify", "info"):
        raise not_changed(paths)
    if arguments.what == "add":
        return _add(arguments.folder, library, paths)
    if arguments.what == "forget":
        return _forget(arguments.folder, library, paths)
    models = scan(
        paths.resources,
        opened=library.opened,
        roots=(str(paths.models), *library.roots),
        hub_cache=find_hub_cache(),
    )
    if arguments.what == "list":
        if arguments.json:
            document = {
                "folders": [
                    {"path": root, "is_there": Path(root).expanduser().is_dir()}
                    for root in library.roots
                ],
                "models": [_told(model) for model in models],
            }
            return json_text(document)
        return _table(models, library)
    if arguments.what == "default" and arguments.reference is None:
        return library.default_model
    model = _chosen(arguments.reference, models, paths)
    if arguments.what == "default":
        return _set_default(model, paths)
    if arguments.what == "info":
        return _info(model, library, paths, as_json=arguments.json)
    if arguments.what == "verify":
        return _verify(model, paths, must_stop, accept=arguments.accept)
    return _remove(model, library, paths, is_sure=arguments.yes)


def _add(folder: Path, library: LibrarySettings, paths: Paths) -> str:
    chosen = folder.expanduser().absolute()
    if not chosen.is_dir():
        raise ModelNotFound("There is no folder “{path}”.", "Check the path.", path=chosen)
    if str(chosen) in library.roots:
        return f"“{chosen}” is looked through already."
    update_library(paths, lambda now: now.with_root(str(chosen)))
    found = scan(paths.resources, roots=[str(chosen)])
    count = sum(model.origin == "folder" for model in found)
    return f"“{chosen}” is looked through from now on; it holds {counted(count, 'model')}."


def _forget(folder: Path, library: LibrarySettings, paths: Paths) -> str:
    chosen = str(folder.expanduser().absolute())
    if chosen not in library.roots:
        raise InvalidRequest(
            "“{path}” is not one of the folders that are looked through.",
            "“sdstudio models list --json” tells which are.",
            path=chosen,
        )
    update_library(paths, lambda now: now.without_root(chosen))
    return f"“{chosen}” is no longer looked through."


def _chosen(reference: str, models: list[LibraryModel], paths: Paths) -> LibraryModel:
    path = Path(reference).expanduser().absolute()
    found = [model for model in models if reference == model.reference or path == model.path]
    found = found or [model for model in models if reference == model.name]
    if not found:
        with suppress(ModelNotFound):
            where = typed_reference(reference, paths.models, find_hub_cache(), paths.resources)
            found = [model for model in models if where == model.reference]
    if len(found) == 1:
        return found[0]
    if found:
        raise InvalidRequest(
            "“{name}” is the name of {count} models.",
            "Give the path of one, as in: {path}",
            name=reference,
            count=len(found),
            path=found[0].path,
        )
    raise ModelNotFound(
        "There is no model “{name}”.",
        "“sdstudio models list” tells which there are.",
        name=reference,
    )


def _verify(
    model: LibraryModel, paths: Paths, must_stop: Callable[[], bool], *, accept: bool
) -> str:
    with byte_bar(model.name) as progress:
        done = verify(
            model.path,
            paths.database_file.with_name("model-checksums.json"),
            accept=accept,
            progress=progress,
            must_stop=must_stop,
        )
    read = f"“{model.name}”: {counted(done.files, 'file')}, {size(done.size)}"
    if done.recorded == done.files:
        return f"{read}; recorded, to be compared with next time."
    if done.recorded:
        return f"{read}; whole, and {done.recorded} of them new, which were recorded."
    return f"{read}; whole."


def _remove(model: LibraryModel, library: LibrarySettings, paths: Paths, *, is_sure: bool) -> str:
    check_removable(model, (str(paths.models), *library.roots, *library.opened))
    if not is_sure:
        raise InvalidRequest(
            "This would move “{path}” to the trash ({size}{uses}).",
            "Add --yes to do it.",
            path=model.path,
            size=size(model.bytes_on_disk),
            uses="".join(f"; {use}" for use in _uses(model, library, paths)),
        )
    move_to_trash(model.path)
    update_library(paths, lambda now: now.without_model(model.reference))
    return f"“{model.path}” is in the trash."


def _set_default(model: LibraryModel, paths: Paths) -> str:
    if model.complaint is not None:
        raise model.complaint
    update_library(paths, lambda now: replace(now, default_model=model.reference))
    return f"“{model.name}” is used where no model is named."


def _info(model: LibraryModel, library: LibrarySettings, paths: Paths, *, as_json: bool) -> str:
    parts = parts_of(model, paths.resources)
    uses = uses_of(model, library, partial(_count_pictures, paths))
    if as_json:
        about = {"parts": [asdict(part) for part in parts], "uses": asdict(uses)}
        return json_text(_told(model) | about)
    rows = [
        ("name", model.name),
        ("kind", f"{model.kind}, {model.family}, predicts {model.prediction_type}"),
        ("pictures of", "?" if model.side is None else f"{model.side} pixels"),
        ("licence", model.licence or "?"),
        ("lies at", str(model.path)),
        ("on disk", size(model.bytes_on_disk)),
        ("memory", f"{_memory(model.memory_cuda)} on a GPU, {_memory(model.memory_cpu)} without"),
        ("used by", "; ".join(_told_uses(uses)) or "nothing else"),
    ]
    for part in parts:
        on_disk = "" if part.bytes_on_disk is None else f", {size(part.bytes_on_disk)}"
        rows.append((part.name, f"{part.class_name}{on_disk}"))
    if model.complaint is not None:
        rows.append(("not usable", model.complaint.message))
    return "\n".join(table(rows))


def _memory(count: int | None) -> str:
    return "?" if count is None else size(count)


def _uses(model: LibraryModel, library: LibrarySettings, paths: Paths) -> list[str]:
    return _told_uses(uses_of(model, library, partial(_count_pictures, paths)))


def _told_uses(uses: ModelUses) -> list[str]:
    told = ["it is the default model"] if uses.is_default else []
    if uses.pictures:
        told.append(f"{counted(uses.pictures, 'picture')} in the gallery were made with it")
    return told


def _count_pictures(paths: Paths, reference: str) -> int:
    if not paths.database_file.exists():
        return 0
    settings, _ = load_settings(paths.settings_file)
    pictures = settings.pictures_or(paths.pictures)
    with Gallery(pictures, paths.database_file, paths.cache) as gallery:
        return gallery.count_made_with(reference)


def _told(model: LibraryModel) -> dict[str, object]:
    return {
        "reference": model.reference,
        "name": model.name,
        "kind": model.kind,
        "family": model.family,
        "prediction_type": model.prediction_type,
        "side": model.side,
        "licence": model.licence,
        "path": str(model.path),
        "bytes_on_disk": model.bytes_on_disk,
        "memory_cuda": model.memory_cuda,
        "memory_cpu": model.memory_cpu,
        "origin": model.origin,
        "complaint": None if model.complaint is None else str(model.complaint),
    }


def _table(models: list[LibraryModel], library: LibrarySettings) -> str:
    rows = [("NAME", "KIND", "FAMILY", "SIDE", "ON DISK", "LICENCE", "REFERENCE")]
    complaints: list[str] = []
    for model in models:
        rows.append(
            (
                model.name,
                model.kind,
                model.family,
                "?" if model.side is None else str(model.side),
                size(model.bytes_on_disk),
                model.licence or "?",
                model.reference,
            )
        )
        if model.complaint is not None:
            complaints.append(f"not usable: {one_line(model.complaint.message)}")
    lines = table(rows)
    absent = [
        f"not there: the folder “{one_line(root)}”"
        for root in library.roots
        if not Path(root).expanduser().is_dir()
    ]
    return "\n".join((*lines, *complaints, *absent))
