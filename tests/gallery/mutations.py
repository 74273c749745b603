"""Damages picture files at random and reads them; a process of its own, so that it can be measured.

Arguments: a folder to work in, how many files, and the seed. Prints the longest time in seconds and
the most memory in MB that reading took beyond what was there before.
"""

from __future__ import annotations

import json
import random
import resource
import struct
import sys
import time
import zlib
from collections.abc import Callable
from pathlib import Path

from sdstudio.gallery.metadata import UnreadablePicture, make_thumbnail, read_picture
from tests.gallery.foreign_pictures import chunk, every_program, png, webui_text, with_exif

_HOSTILE_TEXTS = (
    "[" * 50_000,
    '{"a":' * 50_000,
    "<img src=x onerror=alert(1)>" * 100,
    "\u202e\u0000\u0007\x1b[2J" * 500,
    "../" * 500 + "etc/passwd",
    "Steps: 1, " * 50_000,
    'a:"' * 100_000,
    "<lora:" * 100_000 + "\nSteps: 1, Seed: 2, Size: 8x8",
    "9" * 4000,
    "\ud83c" * 10,
)


def _flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def _double(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randint(1, 200)]
    data[start:start] = piece * chance.randint(1, 50)


def _large_numbers(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(max(1, len(data) - 4))
    data[at : at + 4] = struct.pack(">I", chance.choice((0, 1, 2**31 - 1, 2**32 - 1, 65535, 8191)))


def _header(data: bytearray, chance: random.Random) -> None:
    """Other sides, with a checksum that fits: a PNG of up to 64 megapixels of nothing."""
    if data.startswith(b"\x89PNG") and len(data) > 33:
        data[16:24] = struct.pack(">II", chance.randint(1, 9000), chance.randint(1, 9000))
        data[24:26] = bytes((chance.choice((1, 2, 4, 8, 16)), chance.choice((0, 2, 3, 4, 6))))
        data[29:33] = struct.pack(">I", zlib.crc32(data[12:29]))


def _text(data: bytearray, chance: random.Random) -> None:
    if data.startswith(b"\x89PNG") and len(data) > 33:
        name = chance.choice(("parameters", "prompt", "workflow", "Comment", "sdstudio", "Dream"))
        text = chance.choice(_HOSTILE_TEXTS).encode("utf-8", "surrogatepass")
        kind = chance.choice((b"tEXt", b"zTXt", b"iTXt"))
        key = name.encode() + b"\0"
        packed = zlib.compress(bytes(chance.choice((100, 20_000_000))), 1)
        content = {
            b"tEXt": key + text,
            b"zTXt": key + b"\0" + packed,
            b"iTXt": key + b"\1\0\0\0" + packed,
        }[kind]
        data[33:33] = chunk(kind, content)


_MUTATIONS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    *(_flip, _cut, _double, _large_numbers, _header, _text),
)


def _originals() -> list[tuple[str, bytes]]:
    found = [(name, data) for name, (_, data) in every_program().items()]
    found.append(("plain.png", png({}, size=(200, 100))))
    found.append(("plain.jpg", with_exif("JPEG", tags={0x010F: "Canon"})))
    found.append(("text.png", png({"sdstudio": json.dumps({"request": {"prompt": "a"}})})))
    found.append(("long.png", png({"parameters": webui_text(prompt="絵 " * 30_000)})))
    return found


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main(folder: Path, count: int, seed: int) -> None:
    chance = random.Random(seed)
    originals = _originals()
    for name, data in originals:  # what is loaded once is nobody's fault
        (folder / name).write_bytes(data)
        make_thumbnail(folder / name)
        read_picture(folder / name)
        (folder / name).unlink()
    before = _peak()
    longest = 0.0
    readable = 0
    for _ in range(count):
        name, data = chance.choice(originals)
        mutated = bytearray(data)
        for _ in range(chance.randint(1, 3)):
            if mutated:
                chance.choice(_MUTATIONS)(mutated, chance)
        path = folder / f"mutated{Path(name).suffix}"
        path.write_bytes(mutated)
        for read in (read_picture, make_thumbnail):
            # The processor's time: a machine that is busy elsewhere makes no file slow.
            begun = time.process_time()
            try:
                read(path)
            except UnreadablePicture:
                pass
            else:
                readable += 1
            longest = max(longest, time.process_time() - begun)
        path.unlink()
    assert list(folder.iterdir()) == []
    sys.stdout.write(json.dumps([longest, _peak() - before, readable]))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
