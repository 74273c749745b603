"""``sdstudio gallery``: the pictures of the gallery, brought in, looked at and taken out."""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from sdstudio.gallery.drift import LEFT_ALONE, MEANINGS, REMEDIES, Drift, verify
from sdstudio.gallery.exporting import (
    FORMATS,
    SHEET_NAME,
    ExportOptions,
    export_pictures,
    export_sheet,
)
from sdstudio.gallery.importing import ImportProgress, ImportReport, import_folder
from sdstudio.gallery.metadata import UnreadablePicture, read_picture
from sdstudio.gallery.query import parse
from sdstudio.gallery.rebuild import rebuild
from sdstudio.gallery.repair import Repair, repair
from sdstudio.gallery.store import Gallery
from sdstudio.paths import Paths
from sdstudio.printing import count_bar, counted, json_text, say
from sdstudio.request import Cancelled, GalleryItem, InvalidRequest, SdstudioError
from sdstudio.settings import load_settings

_SHOWN = 5
_QUERY = "words and filters, as in: cat -dog steps:>20 rating:>=3 date:2026-11"


def add_gallery(
    parser: argparse.ArgumentParser, shared: argparse.ArgumentParser
) -> argparse._SubParsersAction[argparse.ArgumentParser]:
    """Adds what can be done with pictures to the parser; ``shared`` is what all commands take.

    More can be added to what it returns.
    """
    whats = parser.add_subparsers(dest="what", metavar="WHAT", required=True)

    def add(name: str, told: str) -> argparse.ArgumentParser:
        return whats.add_parser(name, parents=[shared], help=told, description=told)

    listing = add("list", "the pictures, newest first")
    listing.add_argument(
        "--limit", type=int, default=50, metavar="NUMBER", help="at most so many; 0 for all"
    )
    listing.add_argument("--query", default="", metavar="QUERY", help=_QUERY)
    listing.add_argument("--json", action="store_true", help="print one JSON document")
    searching = add("search", "the pictures that a query finds")
    searching.add_argument("words", nargs="+", metavar="WORD", help=_QUERY)
    searching.add_argument(
        "--limit", type=int, default=50, metavar="NUMBER", help="at most so many; 0 for all"
    )
    searching.add_argument("--json", action="store_true", help="print one JSON document")
    showing = add("show", "all that is known of one picture")
    showing.add_argument("id", type=int, metavar="ID", help="its number, as listed")
    showing.add_argument("--json", action="store_true", help="print one JSON document")
    importing = add(
        "import", "bring a folder of pictures into the gallery, with other programs' settings"
    )
    importing.add_argument("folder", type=Path, metavar="FOLDER")
    importing.add_argument(
        "--copy", action="store_true", help="copy the files; else they stay where they are"
    )
    importing.add_argument(
        "--flat", action="store_true", help="leave out the folders inside the folder"
    )
    importing.add_argument("--json", action="store_true", help="print one JSON document")
    verifying = add("verify", "tell where files and database disagree, and repair that")
    verifying.add_argument(
        "--repair",
        action="store_true",
        help="make the database agree with the files, after a copy of it was made",
    )
    rebuilding = add("rebuild", "make a new database from the picture files; the old one is kept")
    for parser in (verifying, rebuilding):
        parser.add_argument(
            "--yes",
            action="store_true",
            help="also when more than a tenth of the pictures leaves the gallery",
        )
        parser.add_argument("--json", action="store_true", help="print one JSON document")
    _add_export(add("export", "write pictures into a folder; nothing there is overwritten"))
    return whats


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("ids", type=int, nargs="*", metavar="ID", help="as listed")
    parser.add_argument(
        "--query", default="", metavar="QUERY", help=f"instead of numbers: {_QUERY}"
    )
    parser.add_argument("target", type=Path, metavar="FOLDER")
    parser.add_argument("--format", choices=FORMATS, default="png", help="(default: %(default)s)")
    parser.add_argument(
        "--quality",
        type=int,
        default=90,
        metavar="NUMBER",
        help="of JPEG and WebP, 1 to 100 (default: %(default)s)",
    )
    parser.add_argument("--strip", action="store_true", help="leave the settings out")
    parser.add_argument(
        "--name",
        default="{name}",
        metavar="TEMPLATE",
        help="names of the files, of {name} {prompt} {seed} {model} {date} {time} {number} {id}",
    )
    parser.add_argument(
        "--sheet", action="store_true", help="write one sheet of all pictures instead"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def answered_gallery(
    arguments: argparse.Namespace, paths: Paths, must_stop: Callable[[], bool]
) -> str:
    """Does what the arguments ask for; the text to print.

    Raises:
        SdstudioError: one of the known failures.
        Cancelled: ``must_stop`` said so.
    """
    settings, _ = load_settings(paths.settings_file)
    pictures = settings.pictures_or(paths.pictures)
    if arguments.what == "rebuild":
        return _rebuild(pictures, paths.database_file, arguments, must_stop)
    with Gallery(pictures, paths.database_file, paths.cache) as gallery:
        if gallery.notice:
            # The new database is empty; the window fills it at its start as well.
            say(_as_text(gallery.notice))
            gallery.adopt(must_stop)
        if arguments.what == "verify":
            return _verify(gallery, arguments, must_stop)
        if arguments.what == "list":
            return _list(gallery, arguments.query, arguments.limit, as_json=arguments.json)
        if arguments.what == "search":
            words = " ".join(arguments.words)
            return _list(gallery, words, arguments.limit, as_json=arguments.json)
        if arguments.what == "show":
            return _show(gallery, arguments.id, as_json=arguments.json)
        if arguments.what == "import":
            return _import(gallery, arguments, must_stop)
        return _export(gallery, arguments, must_stop)


def _list(gallery: Gallery, query: str, limit: int, *, as_json: bool) -> str:
    ids = gallery.search(parse(query)) if query else gallery.ids()
    items = gallery.items(ids[:limit] if limit > 0 else ids)
    if as_json:
        document = {"count": len(ids), "pictures": [_told(item) for item in items]}
        return json_text(document)
    if not items:
        return "There are no pictures."
    lines = [_line(item) for item in items]
    if len(items) < len(ids):
        lines.append(f"… and {len(ids) - len(items)} more; --limit 0 lists all.")
    return "\n".join(lines)


def _line(item: GalleryItem) -> str:
    moment = time.strftime("%Y-%m-%d %H:%M", time.localtime(item.created_at))
    words = " ".join((item.request.prompt if item.request else item.path.name)[:400].split())
    told = "".join(c if c.isprintable() else "·" for c in words)
    told = told if len(told) <= 60 else f"{told[:59]}…"
    return f"{item.id:>7}  {moment}  {f'{item.width} × {item.height}':>11}  {told}"


def _show(gallery: Gallery, id: int, *, as_json: bool) -> str:
    item = _chosen(gallery, [id])[0]
    document = _told(item)
    document["original_text"] = gallery.original_text(id)
    try:
        document["approximations"] = list(read_picture(item.path).approximations)
    except UnreadablePicture as error:
        document["approximations"] = []
        document["problem"] = error.message
    if as_json:
        return json_text(document)
    return "\n".join(
        f"{name.replace('_', ' ')}: {_as_text(value)}"
        for name, value in document.items()
        if value not in (None, "", [], 0)
    )


def _as_text(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(str, value))
    # A terminal obeys some control characters, which a stranger's file may hold.
    return "".join(c if c.isprintable() or c == "\n" else "·" for c in str(value))


def _told(item: GalleryItem) -> dict[str, object]:
    request = asdict(item.request) if item.request is not None else {}
    return {
        "id": item.id,
        "path": str(item.path),
        "created_at": item.created_at,
        **{name: value for name, value in request.items() if name not in ("id", "width", "height")},
        "width": item.width,
        "height": item.height,
        "rating": item.rating,
        "favourite": item.favourite,
        "tags": list(item.tags),
        "collections": list(item.collections),
        "origin": item.origin,
        "program": item.program,
        "is_exact": item.is_exact,
    }


def _import(gallery: Gallery, arguments: argparse.Namespace, must_stop: Callable[[], bool]) -> str:
    with count_bar("picture") as move:

        def progress(step: ImportProgress) -> None:
            move(step.done, step.total)

        report = import_folder(
            gallery,
            arguments.folder,
            copy=arguments.copy,
            recursive=not arguments.flat,
            progress=progress,
            should_stop=must_stop,
        )
    for path in report.unreadable:
        say(f"not read: {_as_text(path)}")
    if report.is_stopped:
        say(_imported(report))
        raise Cancelled
    if arguments.json:
        document = {
            "ids": report.ids,
            "known": report.known,
            "duplicates": report.duplicates,
            "unreadable": [str(path) for path in report.unreadable],
        }
        return json_text(document)
    return _imported(report)


def _imported(report: ImportReport) -> str:
    return (
        f"Imported: {len(report.ids)}. In the gallery already: {report.known}. "
        f"The same under another name: {report.duplicates}. Not readable: {len(report.unreadable)}."
    )


def _export(gallery: Gallery, arguments: argparse.Namespace, must_stop: Callable[[], bool]) -> str:
    options = ExportOptions(
        format=arguments.format,
        quality=arguments.quality,
        keeps_settings=not arguments.strip,
        name=arguments.name,
    )
    if bool(arguments.ids) == bool(arguments.query):
        raise InvalidRequest("Give either the numbers of pictures or a query, and a folder.")
    if arguments.query:
        items = gallery.items(gallery.search(parse(arguments.query)))
    else:
        items = _chosen(gallery, arguments.ids)
    folder: Path = arguments.target.expanduser().absolute()
    with count_bar("picture") as move:

        def progress(done: int) -> None:
            move(done, len(items))

        if arguments.sheet:
            report = export_sheet(items, folder / SHEET_NAME, progress, must_stop)
        else:
            report = export_pictures(items, folder, options, progress, must_stop)
    for path in report.without_settings:
        say(f"“{path}” has no room for its settings.")
    if arguments.json:
        document = {
            "paths": [str(path) for path in report.paths],
            "unreadable": [str(path) for path in report.unreadable],
            "without_settings": [str(path) for path in report.without_settings],
        }
        return json_text(document)
    if report.unreadable:
        raise SdstudioError(
            "{count} of the pictures could not be read, “{path}” for one.",
            count=len(report.unreadable),
            path=report.unreadable[0],
        )
    return "\n".join(map(str, report.paths))


def _verify(gallery: Gallery, arguments: argparse.Namespace, must_stop: Callable[[], bool]) -> str:
    with count_bar("picture") as progress:
        drift = verify(gallery, progress, must_stop)
    if drift.is_stopped:
        raise Cancelled
    done: Repair | None = None
    if arguments.repair and drift.is_repairable():
        # Shown before it is done.
        say(_as_text(_drifted(drift)))
        done = repair(gallery, drift, is_agreed=arguments.yes, should_stop=must_stop)
    if arguments.json:
        document = {
            "pictures": drift.pictures,
            **{name: list(map(str, drift.found().get(name, ()))) for name in MEANINGS},
            "repair": {"backup": str(done.backup), "dropped": done.dropped} if done else None,
        }
        return json_text(document)
    if done is not None:
        return f"Repaired. The database as it was before is kept as “{done.backup}”."
    return _as_text(_drifted(drift))


def _drifted(drift: Drift) -> str:
    found = drift.found()
    if not found:
        return f"Files and database agree on {counted(drift.pictures, 'picture')}."
    lines = [f"Looked at {counted(drift.pictures, 'picture')}."]
    for name, things in found.items():
        lines.append(f"{MEANINGS[name]} ({len(things)})")
        lines += [f"    {thing}" for thing in things[:_SHOWN]]
        if len(things) > _SHOWN:
            lines.append(f"    … and {len(things) - _SHOWN} more; --json lists all.")
        remedy = f"Repair: {REMEDIES[name]}" if name in REMEDIES else LEFT_ALONE[name]
        lines.append(f"  {remedy}")
    return "\n".join(lines)


def _rebuild(
    pictures: Path, database: Path, arguments: argparse.Namespace, must_stop: Callable[[], bool]
) -> str:
    done = rebuild(pictures, database, is_agreed=arguments.yes, should_stop=must_stop)
    if arguments.json:
        document = {
            "pictures": done.pictures,
            "gone": done.gone,
            "unreadable": list(map(str, done.unreadable)),
            "backup": str(done.backup),
            "unread": list(done.unread),
        }
        return json_text(document)
    for path in done.unreadable:
        say(f"not read: {_as_text(path)}")
    if done.unread:
        say(f"not read from the old database: {', '.join(done.unread)}")
    return (
        f"The new database has {counted(done.pictures, 'picture')}; {done.gone} are gone. "
        f"The old one is kept as “{done.backup}”."
    )


def _chosen(gallery: Gallery, ids: list[int]) -> list[GalleryItem]:
    items = gallery.items(ids)
    missing = set(ids) - {item.id for item in items}
    if missing:
        raise InvalidRequest(
            "There is no picture {id} in the gallery.",
            "“sdstudio gallery list” tells which there are.",
            id=min(missing),
        )
    return items
