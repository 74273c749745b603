from __future__ import annotations

import json
import os
import re
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image, PngImagePlugin
from sd_parsers import ParserManager

from sdstudio.additions import AddedFile, Lora, Part
from sdstudio.gallery.containers import MAX_FILE, MAX_TEXT
from sdstudio.gallery.metadata import (
    UnreadablePicture,
    encode_picture,
    make_thumbnail,
    parameters_text,
    read_encoded,
    read_picture,
    same_pixels,
)
from sdstudio.request import MAX_PROMPT, Generated, GenerationRequest, GenerationResult

Finish = Callable[[GenerationRequest], Generated]
Make = Callable[..., GenerationResult]

PROMPTS = [
    "",
    "a red apple",
    "桜の下の子犬、夕焼け",
    "벚꽃 아래 강아지",
    "a 🦊 in the ❄️, 👩‍👩‍👧",
    "first line\nsecond line\r\nthird\ttab",
    'Steps: 3, Sampler: "x", Negative prompt: no',
    "nul \0 and bell \a",
    "word " * 2000,
    "e\u0301 composed and é",
    "🦊" * MAX_PROMPT,
]


@pytest.mark.parametrize("prompt", PROMPTS, ids=lambda text: repr(text[:20]))
def test_request_comes_back_from_the_file(prompt: str, tmp_path: Path, make: Make) -> None:
    result = make(prompt, negative_prompt=prompt[::-1], seed=2**63 - 1, guidance_scale=7.5)
    path = tmp_path / "picture.png"
    path.write_bytes(result.png)

    picture = read_picture(path)

    assert picture.request == result.request
    assert picture.provenance == result.provenance
    assert (picture.width, picture.height, picture.seconds) == (16, 8, 1.25)
    assert picture.created_at is not None
    assert read_encoded(result.png) == picture
    with Image.open(path) as image:
        assert "\0" not in image.info["parameters"] + image.info["sdstudio"]


def test_pixels_are_stored_exactly(finish: Finish) -> None:
    generated = finish(GenerationRequest(prompt="", width=40, height=24, seed=3))

    result = encode_picture(generated)

    with Image.open(BytesIO(result.png)) as image:
        assert (image.format, image.mode, image.size) == ("PNG", "RGB", (40, 24))
        assert image.tobytes() == generated.rgb
    assert result.notes == ("A note.",)


def test_other_programs_find_their_text(make: Make) -> None:
    result = make(
        "a puppy 🐶\nin snow", negative_prompt="blurry", scheduler="dpmpp_2m_karras", seed=7
    )

    with Image.open(BytesIO(result.png)) as image:
        assert isinstance(image, PngImagePlugin.PngImageFile)
        text = image.info["parameters"]
        assert isinstance(text, PngImagePlugin.iTXt)

    assert text == (
        "a puppy 🐶\nin snow\n"
        "Negative prompt: blurry\n"
        "Steps: 20, Sampler: DPM++ 2M Karras, CFG scale: 4, Seed: 7, Size: 16x8, "
        "Model: Starter, Version: sdstudio 0.1.0"
    )


# As AUTOMATIC1111's web UI reads the last line.
PAIR = re.compile(r'\s*(\w[\w \-/]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)')


@pytest.mark.parametrize(
    ("fresh_noise", "written"),
    [(False, "0123abcd at step 8"), (True, "0123abcd at step 8 with new noise")],
)
def test_a_branch_that_was_stopped_says_so(
    fresh_noise: bool, written: str, finish: Finish, tmp_path: Path
) -> None:
    request = GenerationRequest(
        prompt="x",
        width=8,
        height=8,
        parent='01, "23": abcdef\n',
        from_step=8,
        fresh_noise=fresh_noise,
    )
    result = encode_picture(replace(finish(request), kept_step=12))
    path = tmp_path / "picture.png"
    path.write_bytes(result.png)

    picture = read_picture(path)
    with Image.open(path) as image:
        pairs = dict(PAIR.findall(image.info["parameters"].splitlines()[-1]))

    assert result.kept_step == 12
    assert picture.kept_step == 12
    assert picture.request == request
    assert pairs == {
        "Steps": "20",
        "Sampler": "DPM++ 2M",
        "CFG scale": "4",
        "Seed": "0",
        "Size": "8x8",
        "Model": "Starter",
        "Stopped at": "12",
        "Branched from": written,
        "Version": "sdstudio 0.1.0",
    }


def test_what_was_added_to_the_model_is_told(finish: Finish, tmp_path: Path) -> None:
    request = GenerationRequest(
        prompt="a fox, bad hands",
        width=8,
        height=8,
        loras=(Lora("/loras/add detail.safetensors", 0.8), Lora("/loras/桜.safetensors")),
        embeddings=("/e/bad hands.safetensors",),
        parts=(Part("vae", "/vae/mse.safetensors"),),
    )
    added = (
        AddedFile(kind="lora", name="add detail", digest="0123456789ab"),
        AddedFile(kind="lora", name="桜", digest="ba9876543210"),
        AddedFile(kind="embedding", name="bad hands", digest="00112233aabb"),
        AddedFile(kind="vae", name="mse", digest="ffeeddccbbaa"),
    )
    generated = finish(request)
    provenance = replace(generated.provenance, added=added)
    result = encode_picture(replace(generated, provenance=provenance))
    path = tmp_path / "picture.png"
    path.write_bytes(result.png)

    picture = read_picture(path)
    with Image.open(path) as image:
        text = image.info["parameters"]
    pairs = dict(PAIR.findall(text.splitlines()[-1]))
    parsed = ParserManager().parse(path)

    assert (picture.request, picture.provenance) == (request, provenance)
    assert text.splitlines()[0] == "a fox, bad hands <lora:add detail:0.8> <lora:桜:1>"
    assert json.loads(pairs["Lora hashes"]) == "add detail: 0123456789ab, 桜: ba9876543210"
    assert json.loads(pairs["TI hashes"]) == "bad hands: 00112233aabb"
    assert pairs["VAE"] == "mse"
    assert parsed is not None
    assert parsed.full_prompt == text.splitlines()[0]


def test_a_finished_picture_names_no_step(make: Make) -> None:
    result = make()

    with Image.open(BytesIO(result.png)) as image:
        assert "kept_step" not in json.loads(image.info["sdstudio"])
    assert read_encoded(result.png).kept_step is None


def test_pictures_are_compared_by_their_pixels(finish: Finish, tmp_path: Path) -> None:
    generated = finish(GenerationRequest(prompt="x", width=16, height=8, seed=1))
    png = encode_picture(generated).png
    changed = generated.rgb[:-1] + bytes([generated.rgb[-1] ^ 1])
    path = tmp_path / "picture.png"
    others = {
        encode_picture(replace(generated, seconds=9.0)).png: True,
        encode_picture(replace(generated, rgb=changed)).png: False,
        encode_picture(replace(generated, width=8, height=16)).png: False,
        png[:-30]: False,
    }

    assert not same_pixels(png, path)
    for data, same in others.items():
        path.write_bytes(data)
        assert same_pixels(png, path) is same
    path.write_bytes(png)
    assert not same_pixels(b"no picture", path)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("plain", "Model: plain,"),
        ("a, b", 'Model: "a, b",'),
        ("C:\\models", 'Model: "C:\\\\models",'),
        ('the "best"', 'Model: "the \\"best\\"",'),
        ("modèle", "Model: modèle,"),
        ("broken \udcff name", "Model: broken ? name,"),
    ],
)
def test_values_with_separators_are_quoted(name: str, written: str, finish: Finish) -> None:
    generated = finish(GenerationRequest(prompt="x", width=8, height=8))
    generated = replace(generated, provenance=replace(generated.provenance, model_name=name))

    with Image.open(BytesIO(encode_picture(generated).png)) as image:
        assert written in image.info["parameters"]


@pytest.mark.parametrize(("scale", "written"), [(4.0, "4"), (7.25, "7.25"), (0.1, "0.1")])
def test_guidance_is_written_as_people_do(scale: float, written: str, finish: Finish) -> None:
    text = parameters_text(finish(GenerationRequest(prompt="", guidance_scale=scale)))

    assert f", CFG scale: {written}, " in text
    assert text.startswith("\nSteps: ")


@pytest.mark.parametrize(
    ("width", "height", "shown"),
    [(1024, 512, (256, 128)), (300, 600, (128, 256)), (64, 48, (64, 48)), (4096, 8, (256, 1))],
)
def test_thumbnail_fits_and_is_never_enlarged(
    width: int, height: int, shown: tuple[int, int], tmp_path: Path, make: Make
) -> None:
    result = make(width=width, height=height)
    path = tmp_path / "picture.png"
    path.write_bytes(result.png)

    for webp in (result.thumbnail, make_thumbnail(path)):
        with Image.open(BytesIO(webp)) as image:
            assert image.format == "WEBP"
            assert image.size == shown


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_thumbnail_of_every_kind_of_png(mode: str, tmp_path: Path) -> None:
    path = tmp_path / "picture.png"
    Image.new(mode, (300, 300)).save(path)

    with Image.open(BytesIO(make_thumbnail(path))) as image:
        assert image.size == (256, 256)


def test_a_picture_from_elsewhere_has_no_settings(tmp_path: Path) -> None:
    path = tmp_path / "foreign.png"
    Image.new("RGB", (12, 10)).save(path)

    picture = read_picture(path)

    assert (picture.width, picture.height) == (12, 10)
    assert picture.request is None
    assert picture.provenance is None
    assert picture.seconds is None
    assert picture.created_at is None


def write_with(path: Path, text: str) -> None:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("sdstudio", text)
    Image.new("RGB", (12, 10)).save(path, pnginfo=info)


GOOD: dict[str, Any] = {
    "version": 1,
    "request": {"prompt": "x"},
    "seconds": 2,
    "created_at": 1700000000,
}


def test_a_later_version_is_read_as_far_as_it_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "later.png"
    write_with(
        path, json.dumps({**GOOD, "version": 9, "request": {"prompt": "x", "id": "a", "new": 1}})
    )

    picture = read_picture(path)

    assert picture.request == GenerationRequest(prompt="x", id="a")
    assert (picture.seconds, picture.created_at) == (2.0, 1700000000.0)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1, 2]",
        "null",
        "[" * 100_000,
        '{"request": ' * 5_000,
        "1" * 10_000,
        json.dumps({"request": [], "provenance": 3, "seconds": "1", "created_at": True}),
        json.dumps({"request": {"prompt": "x", "seed": -1}}),
        json.dumps({"request": {"prompt": "x", "guidance_scale": 10**400}}),
        json.dumps({"request": {"prompt": "\ud800"}}),
        json.dumps({"request": {"prompt": "x", "id": "\ud800"}}),
        json.dumps({"request": {"seed": 1}, "provenance": {"torch": "2"}}),
        json.dumps({"seconds": float("nan"), "created_at": float("inf")}),
        json.dumps({"seconds": -1, "created_at": 10**400}),
        json.dumps({**GOOD, "more": " " * MAX_TEXT}),
    ],
    ids=lambda text: text[:30],
)
def test_settings_that_make_no_sense_are_ignored(text: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.png"
    write_with(path, text)

    picture = read_picture(path)

    assert (picture.width, picture.height) == (12, 10)
    assert picture.request is None
    assert picture.provenance is None
    assert picture.seconds is None
    assert picture.created_at is None


@pytest.mark.parametrize("step", [0, -1, 1001, 10**400, 8.0, True, "8", [8], None, float("nan")])
def test_a_step_that_makes_no_sense_is_ignored(step: object, tmp_path: Path) -> None:
    path = tmp_path / "odd.png"
    write_with(path, json.dumps({**GOOD, "kept_step": step}))

    assert read_picture(path).kept_step is None


@pytest.mark.parametrize("step", [1, 1000])
def test_a_step_at_the_edge_is_read(step: int, tmp_path: Path) -> None:
    path = tmp_path / "edge.png"
    write_with(path, json.dumps({**GOOD, "kept_step": step}))

    assert read_picture(path).kept_step == step


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png_of_size(width: int, height: int) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 100)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def test_every_truncation_is_noticed(tmp_path: Path, make: Make) -> None:
    png = make().png
    path = tmp_path / "cut.png"
    # Without its last four bytes the end mark still stands, and so does the picture.
    for length in range(len(png) - 4):
        path.write_bytes(png[:length])
        with pytest.raises(UnreadablePicture):
            read_picture(path)


def test_every_flipped_byte_is_survived(tmp_path: Path, make: Make) -> None:
    png = make().png
    path = tmp_path / "flipped.png"
    noticed = 0
    for position in range(len(png)):
        damaged = bytearray(png)
        damaged[position] ^= 0xFF
        path.write_bytes(damaged)
        for read in (read_picture, make_thumbnail):
            try:
                read(path)
            except UnreadablePicture:
                noticed += 1
    assert noticed > len(png)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not a picture at all, whatever its name says",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0" + b"\0" * 100,
        b"GIF89a" + b"\0" * 100,
        b"P6\n8 8\n255\n" + bytes(8 * 8 * 3),
        png_of_size(0, 0),
    ],
    ids=["empty", "text", "signature", "jpeg", "gif", "ppm", "zero"],
)
def test_what_is_no_picture_is_told_so(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "odd.png"
    path.write_bytes(data)

    for read in (read_picture, make_thumbnail):
        with pytest.raises(UnreadablePicture) as caught:
            read(path)
        assert str(path) in caught.value.message


@pytest.mark.parametrize("side", [9_000, 100_000, 2**31 - 1])
def test_too_many_pixels_are_refused_before_decoding(side: int, tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(png_of_size(side, side))

    for read in (read_picture, make_thumbnail):
        with pytest.raises(UnreadablePicture, match="too large"):
            read(path)


def test_too_large_a_file_is_refused(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "large.png"
    path.write_bytes(make().png)
    os.truncate(path, MAX_FILE + 1)

    with pytest.raises(UnreadablePicture, match="too large"):
        read_picture(path)


def test_a_gif_named_png_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "odd.png"
    Image.new("RGB", (100, 100)).save(path, "GIF")

    with pytest.raises(UnreadablePicture):
        read_picture(path)


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePicture, match="is not there"):
        read_picture(tmp_path / "gone.png")
    with pytest.raises(UnreadablePicture, match="is not there"):
        make_thumbnail(tmp_path / "gone.png")
    with pytest.raises(UnreadablePicture, match="damaged"):
        read_picture(tmp_path)
