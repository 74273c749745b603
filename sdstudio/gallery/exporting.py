"""Pictures for the world outside: as PNG, JPEG or WebP, with their settings or without.

Settings that are kept lie where other programs look for them: in a PNG's texts, and in EXIF's
UserComment of JPEG and WebP files. All texts of the original, ours and those of other programs,
travel along in an XMP packet of those two, so that nothing is lost on the way.
"""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Literal, get_args

from PIL import ExifTags, Image, ImageOps, PngImagePlugin

from sdstudio.files import write_atomically, writing_atomically
from sdstudio.gallery.containers import OUR_TEXTS, Container, read_container
from sdstudio.gallery.foreign import with_graphs
from sdstudio.gallery.metadata import UnreadablePicture, open_picture
from sdstudio.gallery.naming import safe_name, slug, unused
from sdstudio.request import Cancelled, GalleryItem, InvalidRequest
from sdstudio.sheet import write_sheet

Format = Literal["png", "jpeg", "webp"]

FORMATS: tuple[Format, ...] = get_args(Format)
FIELDS = ("name", "prompt", "seed", "model", "date", "time", "number", "id")
"""What names of exported files can be put together from."""
SHEET_NAME = "contact sheet.png"

_ENDINGS: Mapping[Format, str] = {"png": ".png", "jpeg": ".jpg", "webp": ".webp"}
_MOST_SEGMENT = 65_000  # bytes of EXIF or XMP that a JPEG has room for
_PAPER = "#ffffff"
_HIDDEN = ("xmp", "Make", "Model", "MakerNote", "Software", "UserComment", "comment")
_XMP = (
    '<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>'
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">'
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:sdstudio="urn:sdstudio:1.0">'
    f"<{OUR_TEXTS}>{{}}</{OUR_TEXTS}>"
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
    '<?xpacket end="w"?>'
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """How pictures are exported.

    ``quality`` from 1 to 100 is that of JPEG and WebP. ``name`` is a template of ``FIELDS`` in
    braces, such as ``{date} {prompt}``. Files are left without settings unless ``keeps_settings``.

    Raises:
        InvalidRequest: a value is out of bounds, or the template has a field that is none.
    """

    format: Format = "png"
    quality: int = 90
    keeps_settings: bool = True
    name: str = "{name}"

    def __post_init__(self) -> None:
        if self.format not in FORMATS:
            raise InvalidRequest(
                "Pictures cannot be exported as “{format}”.",
                "Choose one of: {known}.",
                format=self.format,
                known=", ".join(FORMATS),
            )
        if not 1 <= self.quality <= 100:
            raise InvalidRequest(
                "The quality is {quality}; it must be between 1 and 100.", quality=self.quality
            )
        for wanted in re.findall(r"\{([^{}]*)\}", self.name):
            if wanted not in FIELDS:
                raise InvalidRequest(
                    "Names of exported files have no field “{field}”.",
                    "Choose from: {known}.",
                    field=wanted,
                    known=", ".join(FIELDS),
                )


@dataclass(slots=True)
class ExportReport:
    """What became of an export: ``paths`` in the order of the pictures.

    ``unreadable`` could not be exported. Of ``without_settings`` the settings did not fit into the
    format, and were left out.
    """

    paths: list[Path] = field(default_factory=list)
    unreadable: list[Path] = field(default_factory=list)
    without_settings: list[Path] = field(default_factory=list)


def _never() -> bool:
    return False


def export_pictures(
    items: Iterable[GalleryItem],
    folder: Path,
    options: ExportOptions,
    progress: Callable[[int], None] = lambda done: None,
    must_stop: Callable[[], bool] = _never,
) -> ExportReport:
    """Writes pictures into a folder, in this order; nothing there is ever overwritten.

    A picture in the wanted format that keeps its settings is copied as it is, byte for byte.
    ``progress`` is told how many are done. Never call it on the GUI thread.

    Raises:
        StorageFull, StorageFailed: a file could not be written; those before it stay.
        Cancelled: ``must_stop`` said so; files that are whole stay.
    """
    report = ExportReport()
    for number, item in enumerate(items, start=1):
        if must_stop():
            raise Cancelled
        target = unused(folder / f"{_name(item, number, options)}{_ENDINGS[options.format]}")
        try:
            data, is_complete = _exported(item.path, options)
        except UnreadablePicture:
            report.unreadable.append(item.path)
        else:
            write_atomically(target, data)
            report.paths.append(target)
            if not is_complete:
                report.without_settings.append(target)
        progress(number)
    return report


def export_sheet(
    items: Iterable[GalleryItem],
    path: Path,
    progress: Callable[[int], None] = lambda done: None,
    must_stop: Callable[[], bool] = _never,
) -> ExportReport:
    """Writes one PNG of all these pictures side by side, each with its seed and prompt below.

    Appears under ``path`` or, where something is there, under a name like it. Never call it on the
    GUI thread.

    Raises:
        InvalidRequest: there is no picture that could be read.
        StorageFull, StorageFailed: it could not be written.
        Cancelled: ``must_stop`` said so; nothing is written then.
    """
    report = ExportReport()
    target = unused(path)

    def pictures() -> Iterator[tuple[Image.Image, str]]:
        for number, item in enumerate(items, start=1):
            if must_stop():
                raise Cancelled
            try:
                with open_picture(item.path) as image:
                    # Small at once: a sheet of hundreds has no room for all their pixels.
                    image.draft("RGB", (512, 512))
                    image.thumbnail((512, 512), Image.Resampling.LANCZOS)
                    shown = _flat(image)
            except UnreadablePicture:
                report.unreadable.append(item.path)
            else:
                yield shown, _caption(item)
            progress(number)

    readable = pictures()
    first = next(readable, None)
    if first is None:
        raise InvalidRequest("There are no pictures to put on a sheet.", "Choose some.")

    def all_of_them() -> Iterator[tuple[Image.Image, str]]:
        yield first
        yield from readable

    with writing_atomically(target) as temporary, temporary.open("wb") as file:
        write_sheet(file, all_of_them())
    report.paths.append(target)
    return report


def _caption(item: GalleryItem) -> str:
    if item.request is None:
        return item.path.name
    return f"{item.request.seed} · {item.request.prompt[:400]}"


def _name(item: GalleryItem, number: int, options: ExportOptions) -> str:
    moment = time.localtime(item.created_at)
    request = item.request
    values = {
        "name": item.path.stem,
        "prompt": slug(request.prompt) if request is not None else "picture",
        "seed": str(request.seed) if request is not None else "0",
        "model": Path(request.model).name if request is not None else "unknown",
        "date": time.strftime("%Y-%m-%d", moment),
        "time": time.strftime("%H%M%S", moment),
        "number": f"{number:04}",
        "id": str(item.id),
    }
    # Not str.format, whose templates can look into what they are given.
    name = re.sub(r"\{([^{}]*)\}", lambda match: values.get(match[1], ""), options.name)
    # With an ending of no more than a mark, so that a dot in a prompt is taken for none.
    return safe_name(f"{name}._").removesuffix("._") or "_"


def _exported(path: Path, options: ExportOptions) -> tuple[bytes, bool]:
    """The file's bytes, and whether the settings that were to be kept are in it."""
    with open_picture(path) as image:
        container = _container(path)
        if options.keeps_settings and container.kind.lower() == options.format:
            return path.read_bytes(), True
        image.load()
        profile = image.info.get("icc_profile")
        flat = _flat(image) if options.format == "jpeg" else _plain(image)
        texts = with_graphs(container.texts) if options.keeps_settings else {}
        more: dict[str, object] = {} if profile is None else {"icc_profile": profile}
        if options.format == "png":
            return _png(flat, texts, more), True
        return _with_exif(flat, texts, options, more)


def _container(path: Path) -> Container:
    with path.open("rb") as file:
        return read_container(file)


def _png(image: Image.Image, texts: Mapping[str, str], more: Mapping[str, object]) -> bytes:
    info = PngImagePlugin.PngInfo()
    known = {**texts}
    if comment := known.get("UserComment") or known.get("comment"):
        known.setdefault("parameters", comment)
    for name, text in known.items():
        if name not in _HIDDEN and _is_keyword(name):
            info.add_itxt(name, text)
    buffer = BytesIO()
    image.save(buffer, "PNG", pnginfo=info, compress_level=4, **more)
    return buffer.getvalue()


def _with_exif(
    image: Image.Image,
    texts: Mapping[str, str],
    options: ExportOptions,
    more: Mapping[str, object],
) -> tuple[bytes, bool]:
    parts = dict(more)
    is_complete = True
    comment = next(
        (texts[name] for name in ("parameters", "UserComment", "comment") if name in texts), ""
    )
    if comment:
        exif = Image.Exif()
        inner = exif.get_ifd(ExifTags.IFD.Exif)
        inner[ExifTags.Base.UserComment] = b"UNICODE\0" + comment.encode("utf-16-be")
        parts["exif"] = exif.tobytes()
    kept = {name: text for name, text in texts.items() if name not in _HIDDEN}
    if kept:
        document = escape(json.dumps(kept, ensure_ascii=False), quote=False)
        parts["xmp"] = _XMP.replace("{}", document).encode("utf-8")
    if options.format == "jpeg":
        for name in ("xmp", "exif"):
            value = parts.get(name, b"")
            if isinstance(value, bytes) and len(value) > _MOST_SEGMENT:
                del parts[name]
                is_complete = False
    buffer = BytesIO()
    if options.format == "jpeg":
        image.save(buffer, "JPEG", quality=options.quality, optimize=True, **parts)
    else:
        image.save(buffer, "WEBP", quality=options.quality, method=4, **parts)
    return buffer.getvalue(), is_complete


def _plain(image: Image.Image) -> Image.Image:
    """The pixels alone: what a file says besides would be written into the next by itself."""
    mode = "RGBA" if image.has_transparency_data else "RGB"
    # Turned as a camera says it is to be shown, which is lost with the rest.
    plain = ImageOps.exif_transpose(image).convert(mode)
    plain.info.clear()
    return plain


def _flat(image: Image.Image) -> Image.Image:
    """The pixels without transparency, on white."""
    plain = _plain(image)
    if plain.mode == "RGB":
        return plain
    paper = Image.new("RGB", plain.size, _PAPER)
    paper.paste(plain, mask=plain.getchannel("A"))
    return paper


def _is_keyword(name: str) -> bool:
    """Whether a PNG's text may be called so."""
    return 0 < len(name) < 80 and name.isprintable() and name == name.strip() and name.isascii()
