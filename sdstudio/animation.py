"""The steps of a denoising as one file: an animation, or a sheet of all of them side by side.

Pictures are written as they come, so a film of a thousand steps needs no more memory than one of
ten, and can be stopped at each. That is why GIF and animated WebP are put together here from single
pictures that Pillow encodes: its own writers want all of them first. MP4 is made by an ffmpeg that
reads from a pipe. Only a sheet holds its pictures, made smaller the more there are.
"""

from __future__ import annotations

import errno
import logging
import math
import os
import struct
import subprocess
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from fractions import Fraction
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO, TypeVar

from imageio_ffmpeg import get_ffmpeg_exe
from PIL import Image

from sdstudio.files import writing_atomically
from sdstudio.request import Cancelled, InvalidRequest, SdstudioError
from sdstudio.sheet import write_sheet

ENDINGS = (".gif", ".webp", ".mp4", ".png")
"""Endings of the files that can be written, animations first; ``.png`` is the sheet."""
MIN_STEPS_PER_SECOND, MAX_STEPS_PER_SECOND = 0.5, 60.0
MAX_HOLD_SECONDS = 30.0
SHOWN_SIDE = 256
"""Shorter side, in pixels, that smaller pictures are enlarged to: players show them as they are."""

_MAX_ENLARGED = 2048  # pixels of a long side; a narrow strip is not enlarged beyond it
_GIF_TICK, _WEBP_TICK = 0.01, 0.001  # seconds
_GIF_LEAST = 0.02  # browsers show a frame of less for a tenth of a second
_PALETTE_SIDE = 96
_WEBP_QUALITY = 85
_SLOWEST_FILM = 5  # frames a second; players stumble over fewer
_DISK_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EROFS, errno.EACCES)
_WAIT_SECONDS = 0.05  # between two questions whether to stop

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


class FfmpegFailed(SdstudioError):
    """ffmpeg, the program that makes MP4 files, is missing or gave up."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One frame: ``rgb`` is width x height x 3 bytes, row by row; ``label`` stands on the sheet.

    Raises:
        ValueError: the number of bytes does not fit the sides.
    """

    rgb: bytes
    width: int
    height: int
    label: str = ""

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1 or len(self.rgb) != self.width * self.height * 3:
            raise ValueError(f"{len(self.rgb)} bytes are no {self.width} × {self.height} pixels")


@dataclass(frozen=True, slots=True, kw_only=True)
class AnimationOptions:
    """How an animation plays; a sheet has no use for it.

    The last frame stays for ``hold_seconds``, or for as long as the others where that is longer.
    A GIF shows at most 50 steps a second.

    Raises:
        InvalidRequest: a value is no number or out of bounds.
    """

    steps_per_second: float = 8.0
    hold_seconds: float = 2.0

    def __post_init__(self) -> None:
        for name, least, most in (
            ("steps_per_second", MIN_STEPS_PER_SECOND, MAX_STEPS_PER_SECOND),
            ("hold_seconds", 0.0, MAX_HOLD_SECONDS),
        ):
            value = getattr(self, name)
            what = name.replace("_", " ")
            if isinstance(value, bool) or not isinstance(value, int | float):
                raise InvalidRequest("The {name} must be a number.", name=what)
            # NaN fails the comparison too.
            if not least <= value <= most:
                raise InvalidRequest(
                    "The {name} is {value}; it must be between {least} and {most}.",
                    name=what,
                    value=value,
                    least=f"{least:g}",
                    most=f"{most:g}",
                )
            object.__setattr__(self, name, float(value))


USUAL = AnimationOptions()


def _never() -> bool:
    return False


def check_target(path: Path) -> None:
    """Looks whether ``path`` can name an animation or a sheet; creates nothing.

    Raises:
        InvalidRequest: its ending is none of ``ENDINGS``, or it is a folder.
    """
    if path.suffix.lower() not in ENDINGS:
        raise InvalidRequest(
            "The ending of “{path}” is that of no animation.",
            "Choose a name that ends in .gif, .webp or .mp4, or in .png for a sheet of all steps.",
            path=path,
        )
    # A path that cannot even be looked at is told by the writing itself, with the reason.
    with suppress(OSError):
        if path.is_dir():
            raise InvalidRequest("“{path}” is a folder.", "Choose a file name.", path=path)


def write_animation(
    path: Path,
    frames: Iterable[Picture],
    options: AnimationOptions = USUAL,
    must_stop: Callable[[], bool] = _never,
) -> None:
    """Writes ``frames``, which all have one size, in the format that the ending of ``path`` names.

    ``path`` appears when it is whole; until then, and after any failure, it is what it was, nothing
    is left beside it, and ffmpeg has ended. Pictures with a side of less than ``SHOWN_SIDE`` are
    enlarged by a whole factor; for MP4, odd sides get another row or column like the last one.
    ``must_stop`` is asked before each frame, and many times a second while ffmpeg finishes.

    Takes seconds to minutes: never call it on the GUI thread.

    Raises:
        InvalidRequest: see ``check_target``; or there are no frames.
        Cancelled: ``must_stop`` said so.
        StorageFull, StorageFailed: the file could not be written.
        FfmpegFailed: an MP4 is asked for, and ffmpeg is missing or does not work.
        ValueError: a frame has another size than the first.
    """
    check_target(path)
    kind = path.suffix.lower()
    shown = _in_one_size(frames, must_stop)
    with writing_atomically(path) as temporary:
        if kind == ".mp4":
            _write_mp4(temporary, map(_image, shown), options, must_stop)
        else:
            with temporary.open("wb") as file:
                if kind == ".gif":
                    _write_gif(file, _timed(map(_image, shown), options, _GIF_TICK, _GIF_LEAST))
                elif kind == ".webp":
                    _write_webp(file, _timed(map(_image, shown), options, _WEBP_TICK))
                else:
                    write_sheet(file, ((_image(one), one.label) for one in shown))
        # The last of a film is not the last time that Stop can be pressed.
        if must_stop():
            raise Cancelled


# ------------------------------------------------------------------------------------- frames


def _in_one_size(frames: Iterable[Picture], must_stop: Callable[[], bool]) -> Iterator[Picture]:
    first: Picture | None = None
    for picture in _stoppable(frames, must_stop):
        first = first or picture
        if (picture.width, picture.height) != (first.width, first.height):
            raise ValueError(
                f"a frame of {picture.width} × {picture.height} pixels"
                f" after one of {first.width} × {first.height}"
            )
        yield picture
    if first is None:
        raise InvalidRequest("There are no steps to show.", "Make a picture first.")


def _stoppable(items: Iterable[_T], must_stop: Callable[[], bool]) -> Iterator[_T]:
    # Asked before the next one is fetched, because fetching may mean decoding.
    iterator = iter(items)
    while True:
        if must_stop():
            raise Cancelled
        try:
            item = next(iterator)
        except StopIteration:
            return
        yield item


def _image(picture: Picture) -> Image.Image:
    """The pixels, enlarged by a whole factor where they are few."""
    image = Image.frombytes("RGB", (picture.width, picture.height), picture.rgb)
    factor = min(math.ceil(SHOWN_SIDE / min(image.size)), _MAX_ENLARGED // max(image.size))
    if factor <= 1:
        return image
    size = (image.width * factor, image.height * factor)
    return image.resize(size, Image.Resampling.LANCZOS)


def _with_last(items: Iterable[_T]) -> Iterator[tuple[_T, bool]]:
    """Each item, and whether it is the last; always one item ahead of its reader."""
    iterator = iter(items)
    try:
        item = next(iterator)
    except StopIteration:
        return
    for following in iterator:
        yield item, False
        item = following
    yield item, True


def _timed(
    images: Iterable[Image.Image], options: AnimationOptions, tick: float, least: float = 0.0
) -> Iterator[tuple[Image.Image, int]]:
    """Each image and how many ticks it stays. What rounding takes from one, a later one gets."""
    step = max(1 / options.steps_per_second, least)
    due, given = 0.0, 0
    for image, is_last in _with_last(images):
        due += max(step, options.hold_seconds) if is_last else step
        ticks = round(due / tick) - given
        given += ticks
        yield image, ticks


# ---------------------------------------------------------------------------------------- GIF


def _write_gif(file: BinaryIO, frames: Iterable[tuple[Image.Image, int]]) -> None:
    """Frames with hundredths of a second, each with the 256 colours that suit it, for ever."""
    for number, (image, hundredths) in enumerate(frames):
        if number == 0:
            file.write(b"GIF89a" + struct.pack("<HHBBB", *image.size, 0x70, 0, 0))
            file.write(b"\x21\xff\x0bNETSCAPE2.0\x03\x01\x00\x00\x00")
        colours, descriptor, pixels = _gif_parts(_in_few_colours(image))
        file.write(b"\x21\xf9\x04" + struct.pack("<BHB", 0, hundredths, 0) + b"\x00")
        # The colours were the file's and become the frame's own: bit 7, and their number.
        bits = (len(colours) // 3).bit_length() - 2
        file.write(descriptor[:-1] + bytes([descriptor[-1] | 0x80 | bits]) + colours + pixels)
    file.write(b"\x3b")


def _in_few_colours(image: Image.Image) -> Image.Image:
    # The colours that lie farthest apart, rather than the most frequent: dithering can mix all
    # others from them, so neighbouring frames do not differ in tint. A sample of the pixels gives
    # the same and takes 20 ms instead of seconds.
    sample = image.resize((_PALETTE_SIDE, _PALETTE_SIDE), Image.Resampling.NEAREST)
    palette = sample.quantize(256, method=Image.Quantize.MAXCOVERAGE)
    return image.quantize(palette=palette, dither=Image.Dither.FLOYDSTEINBERG)


def _gif_parts(image: Image.Image) -> tuple[bytes, bytes, bytes]:
    """Colour table, image descriptor and compressed pixels of an image in a palette."""
    buffer = BytesIO()
    image.save(buffer, "GIF", interlace=False, optimize=False)
    data = buffer.getvalue()
    colours = data[13 : 13 + 3 * 2 ** ((data[10] & 7) + 1)]
    at = 13 + len(colours)
    while data[at] == 0x21:  # an extension: mark, label, and blocks up to an empty one
        at += 2
        while data[at]:
            at += data[at] + 1
        at += 1
    return colours, data[at : at + 10], data[at + 10 : -1]


# --------------------------------------------------------------------------------------- WebP


def _write_webp(file: BinaryIO, frames: Iterable[tuple[Image.Image, int]]) -> None:
    """Frames with thousandths of a second, lossy, for ever."""
    for number, (image, thousandths) in enumerate(frames):
        size = _three_bytes(image.width - 1) + _three_bytes(image.height - 1)
        if number == 0:
            # The length of it all stands at the front and is known at the end.
            file.write(b"RIFF\x00\x00\x00\x00WEBP")
            file.write(_chunk(b"VP8X", b"\x02\x00\x00\x00" + size))
            file.write(_chunk(b"ANIM", b"\x00\x00\x00\x00" + b"\x00\x00"))
        buffer = BytesIO()
        image.save(buffer, "WEBP", quality=_WEBP_QUALITY, method=4)
        # Placed at 0, 0; replaces what was there; then the picture without its file header.
        place = bytes(6) + size + _three_bytes(thousandths) + b"\x02"
        file.write(_chunk(b"ANMF", place + buffer.getvalue()[12:]))
    length = file.tell()
    file.seek(4)
    file.write(struct.pack("<I", length - 8))


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + bytes(len(content) % 2)


def _three_bytes(value: int) -> bytes:
    return value.to_bytes(3, "little")


# ---------------------------------------------------------------------------------------- MP4


def _write_mp4(
    path: Path,
    images: Iterable[Image.Image],
    options: AnimationOptions,
    must_stop: Callable[[], bool],
) -> None:
    """Frames as H.264 that every player knows: 4:2:0, the index at the front, colours by BT.709."""
    speed = Fraction(options.steps_per_second).limit_denominator(1000)
    times = math.ceil(_SLOWEST_FILM / speed)
    rate = speed * times
    # ffmpeg repeats the last frame itself: thousands of large ones would have to go through a pipe.
    held = max(0, round(options.hold_seconds * rate) - times)
    iterator = map(_with_even_sides, images)
    first = next(iterator)
    filters = (
        f"tpad=stop_mode=clone:stop={held},"
        "scale=out_color_matrix=bt709:out_range=tv:flags=bicubic+accurate_rnd+full_chroma_int,"
        "format=yuv420p,"
        "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"
    )
    arguments = [
        *("-v", "error", "-nostats", "-y"),
        *("-f", "rawvideo", "-pix_fmt", "rgb24", "-framerate", str(rate)),
        *("-video_size", f"{first.width}x{first.height}", "-i", "pipe:0"),
        *("-vf", filters, "-c:v", "libx264", "-crf", "16"),
        *("-movflags", "+faststart", "-f", "mp4"),
        # Absolute and with its protocol: alone, a colon or a dash in it would mean something.
        f"file:{path.absolute()}",
    ]
    with _ffmpeg(arguments) as process:
        all_sent = all(_send(process, image, times) for image in chain((first,), iterator))
        code = _end_of(process, must_stop)
    # ffmpeg exits with minus the system's error number, of which the last eight bits arrive.
    number = -code & 0xFF
    if code > 0 and number in _DISK_ERRORS:
        raise OSError(number, os.strerror(number))
    if code or not all_sent:
        raise FfmpegFailed(
            "ffmpeg could not make an MP4 file of these steps.",
            "Choose a name that ends in .webp or .gif; the log has what ffmpeg said.",
        )


def _with_even_sides(image: Image.Image) -> Image.Image:
    """4:2:0 needs even sides: the last column and row stand twice where they are odd."""
    width, height = image.size
    if width % 2 == 0 and height % 2 == 0:
        return image
    even = Image.new("RGB", (width + width % 2, height + height % 2))
    # From the outer corner inwards: what lies too far out is painted over.
    for place in ((1, 1), (1, 0), (0, 1), (0, 0)):
        even.paste(image, (place[0] * (width % 2), place[1] * (height % 2)))
    return even


@contextmanager
def _ffmpeg(arguments: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    """An ffmpeg that reads what is written to it. It is gone when the block has ended."""
    try:
        process = subprocess.Popen(
            [get_ffmpeg_exe(), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            # No black window on Windows, and elsewhere no Ctrl+C that is meant for us.
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            process_group=0,
            # It keeps ignoring the signal for files too large, as Python does, and says so instead.
            restore_signals=False,
        )
    except (OSError, RuntimeError) as error:
        raise FfmpegFailed(
            "MP4 files need the program ffmpeg, which could not be started: {reason}",
            "Choose a name that ends in .webp or .gif, or install ffmpeg.",
            reason=error,
        ) from error
    # Somebody must listen, or ffmpeg would wait for ever when it has much to complain about.
    listener = threading.Thread(target=_log_words, args=(process,), name="ffmpeg's complaints")
    listener.start()
    try:
        yield process
    finally:
        process.kill()
        process.wait()
        listener.join()
        assert process.stdin is not None
        assert process.stderr is not None
        process.stderr.close()
        with suppress(OSError):  # what had not been written cannot be any more
            process.stdin.close()


def _log_words(process: subprocess.Popen[bytes]) -> None:
    assert process.stderr is not None
    for line in process.stderr:
        _log.warning("ffmpeg: %s", line.decode("utf-8", "replace").rstrip())


def _send(process: subprocess.Popen[bytes], image: Image.Image, times: int) -> bool:
    """Whether ffmpeg took the image; if not, it has ended, and its exit status says why."""
    assert process.stdin is not None
    data = image.tobytes()
    try:
        for _ in range(times):
            process.stdin.write(data)
    except OSError:
        return False
    return True


def _end_of(process: subprocess.Popen[bytes], must_stop: Callable[[], bool]) -> int:
    """Waits until ffmpeg has written everything; its exit status."""
    assert process.stdin is not None
    with suppress(OSError):
        process.stdin.close()
    while True:
        with suppress(subprocess.TimeoutExpired):
            process.wait(_WAIT_SECONDS)
        if must_stop():
            raise Cancelled
        if process.returncode is not None:
            return process.returncode
