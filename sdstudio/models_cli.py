"""``sdstudio models``: which models are on this machine, and what is done with them."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from tqdm import tqdm

from sdstudio.models.library_settings import (
    LibrarySettings,
    load_library,
    not_changed,
    update_library,
)
from sdstudio.models.removal import check_removable, move_to_trash
from sdstudio.models.scanning import LibraryModel, find_hub_cache, scan
from sdstudio.models.verification import verify
from sdstudio.paths import Paths
from sdstudio.request import InvalidRequest, ModelNotFound


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
    if complaint and arguments.what not in ("list", "verify"):
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
            return json.dumps(document, ensure_ascii=False, indent=2)
        return _table(models, library)
    model = _chosen(arguments.reference, models)
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
    return f"“{chosen}” is looked through from now on; it holds {_counted(count, 'model')}."


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


def _chosen(reference: str, models: list[LibraryModel]) -> LibraryModel:
    path = Path(reference).expanduser().absolute()
    found = [model for model in models if reference == model.reference or path == model.path]
    found = found or [model for model in models if reference == model.name]
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
    with tqdm(
        desc=model.name,
        unit="B",
        unit_scale=True,
        file=sys.stderr,
        disable=None,  # silent where stderr is no terminal
        leave=False,
    ) as bar:

        def progress(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        done = verify(
            model.path,
            paths.database_file.with_name("model-checksums.json"),
            accept=accept,
            progress=progress,
            must_stop=must_stop,
        )
    read = f"“{model.name}”: {_counted(done.files, 'file')}, {_size(done.size)}"
    if done.recorded == done.files:
        return f"{read}; recorded, to be compared with next time."
    if done.recorded:
        return f"{read}; whole, and {done.recorded} of them new, which were recorded."
    return f"{read}; whole."


def _remove(model: LibraryModel, library: LibrarySettings, paths: Paths, *, is_sure: bool) -> str:
    check_removable(model, (str(paths.models), *library.roots, *library.opened))
    if not is_sure:
        raise InvalidRequest(
            "This would move “{path}” to the trash ({size}).",
            "Add --yes to do it.",
            path=model.path,
            size=_size(model.bytes_on_disk),
        )
    move_to_trash(model.path)
    update_library(paths, lambda now: now.without_opened(str(model.path)))
    return f"“{model.path}” is in the trash."


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
                _one_line(model.name),
                model.kind,
                model.family,
                "?" if model.side is None else str(model.side),
                _size(model.bytes_on_disk),
                model.licence or "?",
                _one_line(model.reference),
            )
        )
        if model.complaint is not None:
            complaints.append(f"not usable: {_one_line(model.complaint.message)}")
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    lines = [
        "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    ]
    absent = [
        f"not there: the folder “{_one_line(root)}”"
        for root in library.roots
        if not Path(root).expanduser().is_dir()
    ]
    return "\n".join((*lines, *complaints, *absent))


def _one_line(text: str) -> str:
    # A file's name may hold line ends and the codes that move a terminal's cursor.
    return "".join(letter if letter.isprintable() else "?" for letter in text)


def _size(count: int) -> str:
    size, unit = float(count), "B"
    for larger in ("kB", "MB", "GB", "TB"):
        if size < 1000:
            break
        size, unit = size / 1000, larger
    return f"{count} B" if unit == "B" else f"{size:.1f} {unit}"


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
