from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import numpy.typing as npt
import psutil
import pytest
from imageio_ffmpeg import get_ffmpeg_exe
from PIL import Image

from sdstudio.animation import (
    ENDINGS,
    AnimationOptions,
    FfmpegFailed,
    Picture,
    check_target,
    write_animation,
)
from sdstudio.request import Cancelled, InvalidRequest, StorageFailed, StorageFull
from tests.programs import REPOSITORY, run_program
from tests.small_drives import small_drive_at

BACKGROUND = (0x1E, 0x1F, 0x22)
Pixels = npt.NDArray[np.uint8]


def smooth(number: int, width: int, height: int) -> Pixels:
    """A gradient whose tint depends on ``number``: what every format can show well."""
    y, x = np.mgrid[0:height, 0:width]
    channels = [60 + 120 * x / width, 60 + 120 * y / height, np.full((height, width), 9 * number)]
    return np.stack(channels, axis=-1).astype(np.uint8)


def picture(pixels: Pixels, label: str = "") -> Picture:
    height, width, _ = pixels.shape
    return Picture(rgb=pixels.tobytes(), width=width, height=height, label=label)


def film(count: int, width: int = 256, height: int = 256) -> Iterator[Picture]:
    for number in range(1, count + 1):
        yield picture(smooth(number, width, height), f"{number} / {count}")


def noise(count: int) -> Iterator[Picture]:
    random = np.random.default_rng(0)
    for _ in range(count):
        yield picture(random.integers(0, 256, (256, 256, 3), dtype=np.uint8))


def shown_in(path: Path) -> tuple[list[Pixels], list[int]]:
    """The frames of a GIF or WebP and the milliseconds that each stays."""
    frames, stays = [], []
    with Image.open(path) as image:
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            frames.append(np.asarray(image.convert("RGB")))
            stays.append(image.info["duration"])
    return frames, stays


def played(path: Path) -> tuple[list[Pixels], Fraction]:
    """The frames of a film as ffmpeg reads them, and how many it shows in a second."""
    # imageio-ffmpeg's own reader leaves its pipes open.
    command = [get_ffmpeg_exe(), "-nostdin", "-i", f"file:{path}", "-fps_mode", "passthrough"]
    answer = subprocess.run(
        [*command, "-f", "rawvideo", "-pix_fmt", "rgb24", "pipe:1"], capture_output=True, check=True
    )
    about = answer.stderr.decode("utf-8", "replace")
    video = re.search(r"Video: .*?, (\d+)x(\d+).*?, ([\d.]+) fps", about)
    assert video is not None, about
    width, height = int(video[1]), int(video[2])
    frames = np.frombuffer(answer.stdout, np.uint8).reshape(-1, height, width, 3)
    return list(frames), Fraction(video[3])


def distance(one: Pixels, other: Pixels) -> float:
    """The mean difference of two pictures, of 255."""
    assert one.shape == other.shape
    return float(np.abs(one.astype(int) - other).mean())


def films_of_ours() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if "ffmpeg" in child.name()]


# ------------------------------------------------------------------------------- what is asked


@pytest.mark.parametrize(
    "values",
    [
        {"steps_per_second": 0.4},
        {"steps_per_second": 61},
        {"steps_per_second": float("nan")},
        {"steps_per_second": "8"},
        {"steps_per_second": True},
        {"hold_seconds": -1},
        {"hold_seconds": 31},
        {"hold_seconds": None},
    ],
)
def test_options_out_of_bounds(values: dict[str, float]) -> None:
    with pytest.raises(InvalidRequest, match=next(iter(values)).replace("_", " ")):
        AnimationOptions(**values)


def test_options_at_their_bounds() -> None:
    assert AnimationOptions(steps_per_second=60, hold_seconds=0).hold_seconds == 0
    assert AnimationOptions(steps_per_second=0.5, hold_seconds=30).steps_per_second == 0.5


def test_pixels_that_do_not_fit_the_sides() -> None:
    with pytest.raises(ValueError, match="12 bytes are no 2 × 3 pixels"):
        Picture(rgb=bytes(12), width=2, height=3)
    with pytest.raises(ValueError):
        Picture(rgb=b"", width=0, height=3)


@pytest.mark.parametrize("name", ["a.gif", "a.webp", "a.MP4", "ein Haus 家.Png", "a.b.gif"])
def test_a_good_target(name: str, tmp_path: Path) -> None:
    check_target(tmp_path / "not there" / name)

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a", "a.avi", "a.gif.part", ".gif", "{a}.jpg"])
def test_a_target_of_another_kind(name: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest) as caught:
        check_target(tmp_path / name)

    assert name in caught.value.message
    assert all(ending in caught.value.action for ending in ENDINGS)


def test_a_target_that_is_a_folder(tmp_path: Path) -> None:
    (tmp_path / "a.gif").mkdir()

    with pytest.raises(InvalidRequest, match="is a folder"):
        check_target(tmp_path / "a.gif")


# --------------------------------------------------------------------------- GIF and WebP


@pytest.mark.parametrize("ending", [".gif", ".webp"])
def test_an_animation_shows_every_step(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"film{ending}"

    write_animation(path, film(20, 300, 257))

    frames, stays = shown_in(path)
    assert [frame.shape for frame in frames] == [(257, 300, 3)] * 20
    for number, frame in enumerate(frames, start=1):
        assert distance(frame, smooth(number, 300, 257)) < 5
    assert sum(stays[:-1]) == pytest.approx(19 * 125, abs=10)
    assert set(stays[:-1]) <= {120, 125, 130}
    assert stays[-1] == pytest.approx(2000, abs=10)
    assert list(tmp_path.iterdir()) == [path]
    with Image.open(path) as image:
        assert image.info["loop"] == 0


@pytest.mark.parametrize("ending", [".gif", ".webp"])
@pytest.mark.parametrize("speed", [0.5, 3, 7, 24, 30, 50, 60])
def test_rounding_does_not_add_up(ending: str, speed: float, tmp_path: Path) -> None:
    path = tmp_path / f"film{ending}"
    options = AnimationOptions(steps_per_second=speed, hold_seconds=1)

    write_animation(path, film(31, 8, 8), options)

    _, stays = shown_in(path)
    tick, fastest = (10, 20) if ending == ".gif" else (1, 16)
    step = max(1000 / speed, fastest)
    assert min(stays) >= fastest
    assert max(stays[:-1]) - min(stays[:-1]) <= tick
    assert sum(stays) == pytest.approx(30 * step + max(1000, step), abs=tick)


def test_a_gif_of_one_colour_and_of_noise(tmp_path: Path) -> None:
    path = tmp_path / "film.gif"
    black = np.zeros((256, 256, 3), np.uint8)
    noisy = next(noise(1))

    write_animation(path, [picture(black), noisy, picture(black)])

    frames, _ = shown_in(path)
    assert distance(frames[0], black) == distance(frames[2], black) == 0
    given = np.frombuffer(noisy.rgb, np.uint8).reshape(256, 256, 3)
    # Dithering keeps what is seen from afar.
    blocks = [one.reshape(16, 16, 16, 16, 3).mean(axis=(1, 3)) for one in (frames[1], given)]
    assert np.abs(blocks[0] - blocks[1]).max() < 12


def test_ffmpeg_reads_what_we_put_together(tmp_path: Path) -> None:
    path = tmp_path / "film.gif"
    write_animation(path, film(5))

    frames, _ = played(path)

    assert len(frames) == 5
    assert distance(frames[0], smooth(1, 256, 256)) < 5
    assert distance(frames[-1], smooth(5, 256, 256)) < 5


# ---------------------------------------------------------------------------------------- MP4


def test_an_mp4_shows_every_step_and_holds_the_last(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"

    write_animation(path, film(12), AnimationOptions(steps_per_second=10, hold_seconds=1.5))

    frames, speed = played(path)
    assert speed == 10
    assert len(frames) == 11 + 15
    for number, frame in enumerate(frames, start=1):
        assert distance(frame, smooth(min(number, 12), 256, 256)) < 3
    assert list(tmp_path.iterdir()) == [path]
    data = path.read_bytes()
    assert data.index(b"moov") < data.index(b"mdat")  # it plays while it is still arriving


def test_odd_sides_get_a_last_row_and_column_again(tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"

    write_animation(path, film(2, 301, 257), AnimationOptions(hold_seconds=0))

    frames, _ = played(path)
    assert [frame.shape for frame in frames] == [(258, 302, 3)] * 2
    assert distance(frames[0][:257, :301], smooth(1, 301, 257)) < 3
    assert distance(frames[0][257:], frames[0][256:257]) < 3
    assert distance(frames[0][:, 301:], frames[0][:, 300:301]) < 3


@pytest.mark.parametrize(
    ("speed", "rate", "each"), [(0.5, 5, 10), (2, 6, 3), (Fraction(7, 3), 7, 3), (60, 60, 1)]
)
def test_a_slow_mp4_repeats_its_frames(speed: float, rate: int, each: int, tmp_path: Path) -> None:
    path = tmp_path / "film.mp4"

    write_animation(
        path, film(3, 8, 8), AnimationOptions(steps_per_second=float(speed), hold_seconds=3)
    )

    frames, shown = played(path)
    assert shown == rate
    assert len(frames) == 2 * each + 3 * rate
    assert distance(frames[each - 1], frames[0]) < 1
    assert distance(frames[each], frames[0]) > 2


@pytest.mark.parametrize("name", ["-y.mp4", "a:b.mp4", "100 %d 家.mp4", "it's.mp4"])
@pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses such names")
def test_odd_names(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    write_animation(Path(name), film(2))

    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert len(played(tmp_path / name)[0]) == 1 + 16


@pytest.mark.parametrize("program", ["/nothing/here", str(REPOSITORY / "README.md")])
def test_an_ffmpeg_that_does_not_start(
    program: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", program)

    with pytest.raises(FfmpegFailed, match="need the program ffmpeg") as caught:
        write_animation(tmp_path / "film.mp4", film(2))

    assert ".webp" in caught.value.action
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["exit 0", "cat >/dev/null; exit 1", "kill -9 $$"])
@pytest.mark.skipif(sys.platform == "win32", reason="a shell script")
def test_an_ffmpeg_that_fails(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    program = tmp_path / "ffmpeg"
    program.write_text(f"#!/bin/sh\necho no such encoder >&2\n{command}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(program))

    # More than fits into a pipe.
    with pytest.raises(FfmpegFailed, match="could not make an MP4"):
        write_animation(tmp_path / "film.mp4", film(10))

    assert list(tmp_path.iterdir()) == [program]
    assert "no such encoder" in caplog.text


# ------------------------------------------------------------------------------ small pictures


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ((128, 128), (256, 256)),
        ((100, 130), (300, 390)),
        ((8, 8), (256, 256)),
        ((8, 1000), (16, 2000)),  # it would be a strip of 32,000 pixels
        ((8, 4096), (8, 4096)),
        ((256, 512), (256, 512)),
    ],
)
def test_small_pictures_are_enlarged_by_a_whole_factor(
    given: tuple[int, int], shown: tuple[int, int], tmp_path: Path
) -> None:
    path = tmp_path / "film.webp"

    write_animation(path, film(2, *given))

    frames, _ = shown_in(path)
    assert frames[0].shape == (shown[1], shown[0], 3)
    assert distance(frames[1], smooth(2, *shown)) < 8


# --------------------------------------------------------------------------------------- sheet


def test_a_sheet_shows_every_step_with_its_label(tmp_path: Path) -> None:
    path = tmp_path / "film.png"

    write_animation(path, film(5))

    with Image.open(path) as image:
        sheet = np.asarray(image.convert("RGB"))
    # Three columns and two rows; the last place is empty.
    assert sheet.shape == (16 + 2 * (256 + 24) + 8 + 16, 16 + 3 * 256 + 2 * 8 + 16, 3)
    for number in range(5):
        x, y = 16 + number % 3 * 264, 16 + number // 3 * 288
        assert distance(sheet[y : y + 256, x : x + 256], smooth(number + 1, 256, 256)) == 0
        label = sheet[y + 256 : y + 280, x : x + 256]
        assert label.max() > 180
        assert (label[:, :80] == BACKGROUND).all()  # it stands in the middle
    assert (sheet[304:, 544:] == BACKGROUND).all()
    assert (sheet[:16] == BACKGROUND).all()


def test_a_label_stays_below_its_picture(tmp_path: Path) -> None:
    path = tmp_path / "film.png"
    pixels = smooth(1, 256, 256)

    write_animation(path, [picture(pixels, "so long a label\n" * 30), picture(pixels, "")])

    with Image.open(path) as image:
        sheet = np.asarray(image.convert("RGB"))
    below = sheet[16 + 256 : 16 + 256 + 24]
    assert (below[:, :16] == BACKGROUND).all()
    assert (below[:, 16 + 256 :] == BACKGROUND).all()
    assert below[:, 250:272].max() > 100


def test_large_pictures_are_reduced(tmp_path: Path) -> None:
    path = tmp_path / "film.png"

    write_animation(path, film(2, 1024, 512))

    with Image.open(path) as image:
        sheet = np.asarray(image.convert("RGB"))
    assert sheet.shape == (16 + 2 * (256 + 24) + 8 + 16, 16 + 512 + 16, 3)
    assert distance(sheet[16:272, 16:528], smooth(1, 512, 256)) < 2


def test_very_many_pictures_make_no_endless_sheet(tmp_path: Path) -> None:
    path = tmp_path / "film.png"

    write_animation(path, film(600))

    with Image.open(path) as image:
        assert 2000 < min(image.size) <= max(image.size) < 5000


# ------------------------------------------------------------------------- what can go wrong


@pytest.mark.parametrize("ending", ENDINGS)
def test_one_step_is_enough(ending: str, tmp_path: Path) -> None:
    path = tmp_path / "new folder" / f"film{ending}"

    write_animation(path, film(1), AnimationOptions(hold_seconds=0))

    if ending == ".mp4":
        assert len(played(path)[0]) == 1
    else:
        with Image.open(path) as image:
            assert getattr(image, "n_frames", 1) == 1
            image.load()


@pytest.mark.parametrize("ending", ENDINGS)
def test_no_steps_at_all(ending: str, tmp_path: Path) -> None:
    with pytest.raises(InvalidRequest, match="no steps"):
        write_animation(tmp_path / f"film{ending}", [])

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_stop_leaves_what_was_there(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"film{ending}"
    path.write_bytes(b"old")
    fetched: list[Picture] = []

    def frames() -> Iterator[Picture]:
        for one in film(50):
            fetched.append(one)
            yield one

    with pytest.raises(Cancelled):
        write_animation(path, frames(), must_stop=lambda: len(fetched) == 3)

    assert len(fetched) == 3
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]
    assert films_of_ours() == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_stop_after_the_last_step_was_fetched(ending: str, tmp_path: Path) -> None:
    over: list[bool] = []

    def frames() -> Iterator[Picture]:
        yield from film(5)
        over.append(True)

    with pytest.raises(Cancelled):
        write_animation(tmp_path / f"film{ending}", frames(), must_stop=lambda: bool(over))

    assert list(tmp_path.iterdir()) == []
    assert films_of_ours() == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_steps_of_two_sizes(ending: str, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="256 × 264 pixels after one of 256 × 256"):
        write_animation(tmp_path / f"film{ending}", [*film(3), *film(1, 256, 264)])

    assert list(tmp_path.iterdir()) == []
    assert films_of_ours() == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_folder_that_is_a_file(ending: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    path = tmp_path / "file" / f"film{ending}"

    with pytest.raises(StorageFailed, match="could not be written") as caught:
        write_animation(path, film(2))

    assert str(path) in caught.value.message


@pytest.fixture
def small_drive(tmp_path: Path) -> Iterator[Path]:
    """An empty drive of 64 kilobytes."""
    with small_drive_at(tmp_path / "drive", "64k") as folder:
        yield folder


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_full_drive_is_told_and_nothing_is_left(ending: str, small_drive: Path) -> None:
    path = small_drive / f"film{ending}"

    with pytest.raises(StorageFull, match="The disk is full") as caught:
        write_animation(path, noise(10))

    assert str(path) in caught.value.message
    assert list(small_drive.iterdir()) == []
    assert films_of_ours() == []


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX resource limits")
def test_a_file_size_limit_is_told_and_nothing_is_left(tmp_path: Path) -> None:
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from sdstudio.animation import ENDINGS, write_animation\n"
        "from sdstudio.request import StorageFailed\n"
        "from tests.test_animation import noise\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))\n"
        "for ending in ENDINGS:\n"
        "    try:\n"
        "        write_animation(Path(sys.argv[1], 'film' + ending), noise(10))\n"
        "    except StorageFailed as error:\n"
        "        print(error)\n"
    )

    process = run_program(program, str(tmp_path))

    assert process.stdout.count("could not be written: file too large.") == len(ENDINGS)
    assert list(tmp_path.iterdir()) == []
