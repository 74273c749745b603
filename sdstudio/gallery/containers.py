"""What PNG, JPEG and WebP files say of themselves, read without decoding a pixel.

Nothing here trusts a file: lengths are checked against the file, texts against ``MAX_TEXT`` also
while they are unpacked, and one that is too long is left out. Pillow is not asked: it decodes what
it opens to find texts behind the pixels, and refuses a picture for one text that is too long.
"""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape
from typing import BinaryIO, Literal

from sdstudio.request import SdstudioError

MAX_TEXT = 1024 * 1024
"""Bytes of one text, unpacked, and characters of what becomes of it; a longer one is left out."""
MAX_TEXTS = 4 * MAX_TEXT
"""Bytes of all texts of one file taken together."""
MAX_PIXELS = 8192 * 8192
MAX_FILE = 256 * 1024 * 1024
"""Bounds on what is decoded, in pixels and in bytes of the file."""

Kind = Literal["PNG", "JPEG", "WEBP"]

OUR_TEXTS = "sdstudio:texts"
"""Element of an XMP packet that holds the texts of a PNG file as one JSON object."""

_PNG = b"\x89PNG\r\n\x1a\n"
_MOST_PIECES = 50_000  # chunks or segments; the largest pictures have a few thousand
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # JPEG's markers that tell the size
_DEPTHS = {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}
_PIECE = MAX_TEXT
_EXIF_FOLDER, _USER_COMMENT, _MAKER_NOTE = 0x8769, 0x9286, 0x927C
_SIZES = {1: 1, 2: 1, 4: 4, 7: 1, 129: 1}  # bytes of one value, of the kinds that are read
_EXIF_TEXTS = {
    0x010E: "ImageDescription",
    0x010F: "Make",
    0x0110: "Model",
    0x0131: "Software",
    0x9C9C: "XPComment",
}


class UnreadablePicture(SdstudioError):
    """A picture's file is gone, damaged, or of no kind that we are willing to decode."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """Format and size in pixels, as stored, and the texts inside by their names.

    A PNG's texts have their keywords as names; those of EXIF are called as the standard does,
    ``UserComment`` for one; ``comment`` is a JPEG's; ``xmp`` is the whole packet of XMP.
    """

    kind: Kind
    width: int
    height: int
    texts: dict[str, str]


def read_container(file: BinaryIO) -> Container:
    """Format, size and texts of an open file, which is left anywhere.

    Keeps at most ``MAX_TEXTS`` bytes of texts. Of a PNG file all checksums are compared, so it is
    read to its end; of the others only what is before the pixels, or around them.

    Raises:
        UnreadablePicture: it is no PNG, JPEG or WebP file, or too large to be decoded.
        OSError, ValueError, struct.error, EOFError: it is damaged.
    """
    size = file.seek(0, 2)
    file.seek(0)
    head = file.read(16)
    file.seek(0)
    reader = _Reader(file, size)
    if head.startswith(_PNG):
        kind: Kind = "PNG"
        read: Callable[[_Reader], tuple[int, int]] = _read_png
    elif head.startswith(b"\xff\xd8\xff"):
        kind, read = "JPEG", _read_jpeg
    elif head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        kind, read = "WEBP", _read_webp
    else:
        raise UnreadablePicture("“{path}” is no PNG, JPEG or WebP file.")
    width, height = read(reader)
    if size > MAX_FILE or width * height > MAX_PIXELS:
        raise UnreadablePicture("The picture “{path}” is too large to be opened safely.")
    if not width or not height:
        raise ValueError("a picture without pixels")
    return Container(kind=kind, width=width, height=height, texts=reader.texts)


def clean(text: str) -> str:
    """``text`` as it can be stored and shown: valid Unicode without NUL."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def parse_object(text: object) -> dict[str, object]:
    """The JSON object in ``text``; empty when it is nothing of that kind, or longer than a text."""
    if not isinstance(text, str) or len(text) > MAX_TEXT:
        return {}
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return document if isinstance(document, dict) else {}


class _Reader:
    """A file with its length, and the texts found so far."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self.file = file
        self.size = size
        self.texts: dict[str, str] = {}
        self._left = MAX_TEXTS

    def take(self, length: int) -> bytes:
        """The next bytes; EOFError where the file ends before."""
        data = self.file.read(length) if length <= self.size - self.file.tell() else b""
        if len(data) != length:
            raise EOFError("the file ends too early")
        return data

    def checked(self, name: bytes, length: int, *, is_kept: bool) -> bytes:
        """A PNG's chunk, whose checksum is compared; empty unless ``is_kept``."""
        if length + 4 > self.size - self.file.tell():
            raise EOFError("the file ends too early")
        checksum = zlib.crc32(name)
        kept = b""
        for start in range(0, length, _PIECE):
            data = self.file.read(min(_PIECE, length - start))
            checksum = zlib.crc32(data, checksum)
            kept = kept + data if is_kept else b""
        if struct.unpack(">I", self.take(4))[0] != checksum:
            raise ValueError("a checksum that does not fit")
        return kept

    def skip(self, length: int) -> None:
        """Goes on behind ``length`` bytes; EOFError where the file ends before."""
        if self.file.seek(length, 1) > self.size:
            raise EOFError("the file ends too early")

    def add(self, name: str, text: str) -> None:
        """Keeps a text, the first of its name, while there is room."""
        text = clean(text)
        if text and name not in self.texts and len(text) <= min(MAX_TEXT, self._left):
            self._left -= len(text)
            self.texts[name] = text


# ---------------------------------------------------------------------------------------- PNG


def _read_png(reader: _Reader) -> tuple[int, int]:
    reader.skip(len(_PNG))
    size = (0, 0)
    has_pixels = False
    for number in range(_MOST_PIECES):
        length, name = struct.unpack(">I4s", reader.take(8))
        if (number == 0) != (name == b"IHDR"):
            raise ValueError("a PNG file whose header is not at its beginning")
        is_text = name in (b"tEXt", b"zTXt", b"iTXt", b"eXIf") and length <= MAX_TEXT
        data = reader.checked(name, length, is_kept=is_text or name == b"IHDR")
        if name == b"IHDR":
            size = _png_size(data)
        elif is_text:
            _add_png_text(reader, name, data)
        elif name == b"IDAT":
            has_pixels = True
        elif name == b"IEND":
            if not has_pixels:
                raise ValueError("a PNG file without pixels")
            return size
    raise ValueError("too many chunks")


def _png_size(header: bytes) -> tuple[int, int]:
    width, height, depth, colours = struct.unpack(">IIBB3x", header)
    if depth not in _DEPTHS.get(colours, ()):
        raise ValueError("a PNG file of no known kind")
    return width, height


def _add_png_text(reader: _Reader, name: bytes, data: bytes) -> None:
    if name == b"eXIf":
        _add_exif(reader, data)
        return
    keyword, _, rest = data.partition(b"\0")
    key = keyword.decode("latin-1")
    if name == b"tEXt":
        # Latin-1 by the standard, but many programs write UTF-8 into it.
        reader.add(key, _utf8_or_latin(rest))
    elif name == b"zTXt":
        reader.add(key, _utf8_or_latin(_unpacked(rest[1:])))
    else:
        is_packed = rest[:1] == b"\x01"
        # Behind the two flags: language, translated keyword, text.
        parts = rest[2:].split(b"\0", 2)
        if len(parts) == 3:
            value = _unpacked(parts[2]) if is_packed else parts[2]
            key = "xmp" if key == "XML:com.adobe.xmp" else key
            reader.add(key, value.decode("utf-8", "replace"))
            if key == "xmp":
                _add_ours(reader, reader.texts.get("xmp", ""))


def _unpacked(data: bytes) -> bytes:
    """What zlib packed; empty when it is damaged or longer than a text may be."""
    unpacker = zlib.decompressobj()
    try:
        text = unpacker.decompress(data, MAX_TEXT + 1)
    except zlib.error:
        return b""
    return text if len(text) <= MAX_TEXT else b""


def _utf8_or_latin(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


# --------------------------------------------------------------------------------------- JPEG


def _read_jpeg(reader: _Reader) -> tuple[int, int]:
    reader.skip(2)
    size = (0, 0)
    for _ in range(_MOST_PIECES):
        mark = reader.take(1)[0]
        if mark != 0xFF:
            raise ValueError("no marker where there should be one")
        code = 0xFF
        fill = 0
        while code == 0xFF and fill < _MOST_PIECES:  # padding
            code = reader.take(1)[0]
            fill += 1
        if code in (0xD9, 0xDA):  # the end, or the pixels
            if size == (0, 0):
                raise ValueError("a JPEG file without a size")
            return size
        if code == 0x01 or 0xD0 <= code <= 0xD7:
            continue
        length = struct.unpack(">H", reader.take(2))[0] - 2
        if length < 0:
            raise ValueError("a segment of less than no length")
        if code in _FRAMES:
            height, width = struct.unpack(">xHH", reader.take(length)[:5])
            size = (width, height)
        elif code == 0xFE:
            reader.add("comment", _utf8_or_latin(reader.take(length)))
        elif code == 0xE1:
            data = reader.take(length)
            if data.startswith(b"Exif\0\0"):
                _add_exif(reader, data[6:])
            elif data.startswith(b"http://ns.adobe.com/xap/1.0/\0"):
                _add_xmp(reader, data[29:])
        else:
            reader.skip(length)
    raise ValueError("too many segments")


# --------------------------------------------------------------------------------------- WebP


def _read_webp(reader: _Reader) -> tuple[int, int]:
    reader.skip(12)
    size = (0, 0)
    for _ in range(_MOST_PIECES):
        if reader.size - reader.file.tell() < 8:
            break
        name, length = struct.unpack("<4sI", reader.take(8))
        at = reader.file.tell()
        if name in (b"VP8X", b"VP8 ", b"VP8L") and size == (0, 0):
            size = _webp_size(name, reader.take(min(length, 10)))
        elif name in (b"EXIF", b"XMP ") and length <= MAX_TEXT:
            data = reader.take(length)
            if name == b"EXIF":
                _add_exif(reader, data.removeprefix(b"Exif\0\0"))
            else:
                _add_xmp(reader, data)
        if at + length > reader.size:
            raise EOFError("the file ends too early")
        reader.file.seek(at + length + length % 2)
    if size == (0, 0):
        raise ValueError("a WebP file without a size")
    return size


def _webp_size(name: bytes, data: bytes) -> tuple[int, int]:
    if name == b"VP8X":
        width = int.from_bytes(data[4:7], "little") + 1
        return width, int.from_bytes(data[7:10], "little") + 1
    if name == b"VP8L":
        bits = int.from_bytes(data[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    width, height = struct.unpack("<HH", data[6:10])
    return width & 0x3FFF, height & 0x3FFF


# ------------------------------------------------------------------------------- EXIF and XMP


def _add_exif(reader: _Reader, data: bytes) -> None:
    # Read here, because Pillow prints warnings to the terminal about what is damaged.
    order: Literal["little", "big"] = "little" if data[:2] == b"II" else "big"
    outer = _tags(data, int.from_bytes(data[4:8], order), order)
    inner_at = int.from_bytes(outer.get(_EXIF_FOLDER, b""), order)
    inner = _tags(data, inner_at, order) if inner_at else {}
    for tag, name in _EXIF_TEXTS.items():
        if tag in outer:
            reader.add(name, _exif_text(outer[tag]))
    if _MAKER_NOTE in inner:
        reader.add("MakerNote", _exif_text(inner[_MAKER_NOTE]))
    if _USER_COMMENT in inner:
        reader.add("UserComment", _user_comment(inner[_USER_COMMENT], order == "little"))


def _tags(data: bytes, at: int, order: Literal["little", "big"]) -> dict[int, bytes]:
    """The values of one folder of EXIF, as bytes, by their tags; damaged ones are left out."""
    found: dict[int, bytes] = {}
    count = int.from_bytes(data[at : at + 2], order)
    for start in range(at + 2, min(at + 2 + 12 * count, len(data) - 11), 12):
        tag = int.from_bytes(data[start : start + 2], order)
        kind = int.from_bytes(data[start + 2 : start + 4], order)
        length = int.from_bytes(data[start + 4 : start + 8], order) * _SIZES.get(kind, 0)
        value_at = start + 8
        if length > 4:
            value_at = int.from_bytes(data[start + 8 : start + 12], order)
        wanted = tag in _EXIF_TEXTS or tag in (_EXIF_FOLDER, _USER_COMMENT, _MAKER_NOTE)
        if wanted and length and value_at + length <= len(data):
            found.setdefault(tag, data[value_at : value_at + length])
    return found


def _exif_text(value: bytes) -> str:
    return _utf8_or_latin(value.rstrip(b"\0"))


def _user_comment(value: bytes, is_little: bool) -> str:
    """The comment, whose first eight bytes tell how it is written."""
    code, text = value[:8], value[8:]
    if code == b"UNICODE\0":
        # UTF-16 in the order of the file by the standard; most programs write the high byte first
        # whatever the file's order is. Texts have ASCII in them, which tells.
        high, low = text[0::2].count(0), text[1::2].count(0)
        order = is_little if high == low else low > high
        return text.decode("utf-16-le" if order else "utf-16-be", "replace").lstrip("\ufeff")
    if code in (b"ASCII\0\0\0", bytes(8)):
        return _exif_text(text)
    if code == b"JIS\0\0\0\0\0":
        return text.decode("iso2022_jp", "replace")
    return _exif_text(value)


def _add_xmp(reader: _Reader, data: bytes) -> None:
    text = data.decode("utf-8", "replace")
    reader.add("xmp", text)
    _add_ours(reader, text)


def _add_ours(reader: _Reader, xmp: str) -> None:
    """The texts that an export of ours put into the packet."""
    start, end = xmp.find(f"<{OUR_TEXTS}>"), xmp.find(f"</{OUR_TEXTS}>")
    if not 0 <= start < end:
        return
    for name, value in parse_object(unescape(xmp[start + len(OUR_TEXTS) + 2 : end])).items():
        if isinstance(value, str):
            reader.add(name, value)
