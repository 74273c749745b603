from __future__ import annotations

import re
import time
from pathlib import Path, PureWindowsPath

import pytest

from sdstudio.gallery.naming import (
    SLUG_BYTES,
    SLUG_CHARACTERS,
    picture_name,
    slug,
    trajectory_path,
    unused,
)


@pytest.mark.parametrize(
    ("prompt", "expected"),
    [
        ("a red apple", "a-red-apple"),
        ("  (masterpiece:1.2), best  ", "masterpiece-1-2-best"),
        ("桜の下の子犬、夕焼け", "桜の下の子犬-夕焼け"),
        ("벚꽃 강아지", "벚꽃-강아지"),
        ("हिन्दी", "हिन्दी"),
        ("cafe\u0301", "café"),
        ("", "picture"),
        ("🦊❄️…", "picture"),
        ("../../etc/passwd", "etc-passwd"),
        ('a\\b/c:d*e?f"g<h>i|j\0k\nl', "a-b-c-d-e-f-g-h-i-j-k-l"),
        ("\udcff lone", "lone"),
        ("!" * 100_000, "picture"),
    ],
)
def test_slug_keeps_letters_and_digits_of_any_script(prompt: str, expected: str) -> None:
    assert slug(prompt) == expected


@pytest.mark.parametrize("prompt", ["word " * 2000, "桜" * 500, "𠮷" * 500, "a" * 10_000, "é" * 99])
def test_slug_is_short_in_characters_and_bytes(prompt: str) -> None:
    text = slug(prompt)

    assert 20 <= len(text) <= SLUG_CHARACTERS
    assert len(text.encode()) <= SLUG_BYTES
    assert not text.endswith("-")


@pytest.mark.parametrize("prompt", ["CON", "nul", "com1.", "trailing. . .", "a.", "LPT9 ", ""])
def test_names_are_allowed_on_windows(prompt: str) -> None:
    name = picture_name(prompt, "0123456789abcdef", 1_700_000_000.0).name

    assert re.fullmatch(r"\d{6}-[\w-]+-01234567\.png", name)
    assert not PureWindowsPath(name).is_reserved()


def test_name_has_the_local_date_and_time() -> None:
    created = 1_700_000_000.0
    moment = time.localtime(created)

    name = picture_name("x", "abcdef0123456789", created)

    assert name.parent.name == time.strftime("%Y-%m-%d", moment)
    assert name.name == time.strftime("%H%M%S-x-abcdef01.png", moment)


@pytest.mark.parametrize("id", ["../../x", "", "////", "日本", "a/b\\c:d"])
def test_an_odd_id_cannot_leave_the_folder(id: str) -> None:
    name = picture_name("x", id, 0.0)

    assert len(name.parts) == 2
    assert ".." not in name.parts
    assert re.fullmatch(r"\d{6}-x-[0-9A-Za-z]{1,8}\.png", name.name)


@pytest.mark.parametrize("name", ["a.png", "a.PNG"])
def test_a_denoising_lies_beside_its_picture(name: str) -> None:
    assert trajectory_path(Path("day.1") / name) == Path("day.1/a.denoising.safetensors")


@pytest.mark.parametrize("prompt", ["桜" * 500, "𠮷" * 500, "a" * 10_000])
def test_the_name_of_a_denoising_fits_into_a_file_system(prompt: str) -> None:
    name = trajectory_path(Path(picture_name(prompt, "0123456789abcdef", 0.0))).name

    assert len(name.encode()) <= 200  # what is left of 255 by the names of temporary files


def test_unused_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    assert unused(path) == path
    path.touch()
    (tmp_path / "a-2.txt").touch()
    assert unused(path) == tmp_path / "a-3.txt"
