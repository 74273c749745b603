"""The four packages in small: a few drawn pictures and words, laid out as the registries do."""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageDraw

# Hexcode, group, and for each language the label and the keywords.
WORDS: tuple[tuple[str, int, Mapping[str, tuple[str, ...]]], ...] = (
    (
        "1F431",
        3,
        {
            "en": ("cat face", "animal", "cat", "kitten", "pet"),
            "ja": ("ネコの顔", "ネコ", "動物", "猫"),
            "ko": ("고양이 얼굴", "고양이", "동물", "키티"),
            "zh": ("猫脸", "动物", "猫", "猫咪"),
        },
    ),
    (
        "1F98A",
        3,
        {
            "en": ("fox", "animal", "face"),
            "ja": ("キツネの顔", "動物", "狐"),
            "ko": ("여우 얼굴", "동물", "여우"),
            "zh": ("狐狸", "动物", "脸"),
        },
    ),
    (
        "1F34E",
        4,
        {
            "en": ("red apple", "apple", "fruit", "red", "ripe"),
            "ja": ("赤リンゴ", "りんご", "果物"),
            "ko": ("빨간 사과", "과일", "빨간", "사과"),
            "zh": ("红苹果", "水果", "红", "苹果"),
        },
    ),
    (
        "1F34A",
        4,
        {
            "en": ("tangerine", "c", "citrus", "fruit", "orange"),
            "ja": ("みかん", "果物", "オレンジ"),
            "ko": ("귤", "과일", "감귤"),
            "zh": ("橘子", "水果", "柑橘"),
        },
    ),
    (
        "1F441-FE0F",
        1,
        {
            "en": ("eye", "body"),
            "ja": ("片目", "体"),
            "ko": ("한쪽 눈", "신체"),
            "zh": ("眼睛", "身体"),
        },
    ),
    (
        "1F606",
        0,
        {
            "en": ("grinning squinting face", "grin"),
            "ja": ("きゃー", "笑顔"),
            "ko": ("크게 웃는 얼굴", "웃음"),
            "zh": ("斜眼笑", "笑"),
        },
    ),
    (
        "1F55B",
        5,
        {
            "en": ("twelve o’clock", "clock"),
            "ja": ("12時", "時計"),
            "ko": ("열두 시", "시계"),
            "zh": ("十二点", "钟"),
        },
    ),
    (
        "1F3E0",
        5,
        {
            "en": ("house", "home"),
            "ja": ("家", "建物"),
            "ko": ("집", "건물"),
            "zh": ("房子", "建筑"),
        },
    ),
    (
        "1F1EF-1F1F5",
        9,
        {
            "en": ("flag: Japan", "flag"),
            "ja": ("旗: 日本", "旗"),
            "ko": ("깃발: 일본", "깃발"),
            "zh": ("旗: 日本", "旗"),
        },
    ),
)
STARTER = Path(__file__).parents[2] / "resources" / "starter-model"
PICTURED = tuple(hexcode.lower() for hexcode, _, _ in WORDS)


def emoji() -> dict[str, list[dict[str, object]]]:
    """Each language's parsed ``data.json``."""
    return {
        language: [
            {
                "hexcode": hexcode,
                "group": group,
                "label": words[language][0],
                "tags": list(words[language][1:]),
            }
            for hexcode, group, words in WORDS
        ]
        for language in ("en", "ja", "ko", "zh")
    }


def write_emojibase(folder: Path) -> None:
    """A ``data.json`` for each language."""
    for language, entries in emoji().items():
        (folder / language).mkdir(parents=True)
        (folder / language / "data.json").write_text(
            json.dumps(entries, ensure_ascii=False), "utf-8"
        )


def disc(colour: str, box: tuple[int, int, int, int]) -> Image.Image:
    """256 x 256 and transparent but for an ellipse in the box."""
    picture = Image.new("RGBA", (256, 256))
    ImageDraw.Draw(picture).ellipse(box, fill=colour)
    return picture


def write_three_d(folder: Path) -> None:
    """A cat and a fox, which are discs, and an eye, whose file name has a variation selector."""
    folder.mkdir(parents=True)
    disc("#f0a020", (20, 20, 235, 235)).save(folder / "1f431.webp", lossless=True)
    disc("#d04010", (40, 60, 215, 195)).save(folder / "1f98a.webp", lossless=True)
    disc("#205080", (90, 90, 165, 165)).save(folder / "1f441-fe0f.webp", lossless=True)


def write_flat(folder: Path) -> None:
    """An Iconify set: a blue cat that fills its 32 x 32, and a house in a wider box of its own."""
    folder.mkdir(parents=True)
    icons = {
        "prefix": "tiny",
        "icons": {
            "cat": {"body": '<path fill="#0000ff" d="M0 0h32v32H0z"/>'},
            "house": {
                "body": '<path fill="#00ff00" d="M0 0h32v32H0z"/>'
                '<path fill="#ff0000" d="M32 0h32v32H32z"/>',
                "width": 64,
            },
        },
        "width": 32,
        "height": 32,
    }
    (folder / "icons.json").write_text(json.dumps(icons), "utf-8")
    (folder / "chars.json").write_text(json.dumps({"1f431": "cat", "1f3e0": "house"}), "utf-8")


def write_open_clip(path: Path) -> Path:
    """A wheel with CLIP's vocabulary, taken from the starter model that ships with the app."""
    merges = (
        (STARTER / "pipeline" / "tokenizer" / "merges.txt").read_text("utf-8").strip().split("\n")
    )
    # The original holds more lines than CLIP uses.
    text = "\n".join(["bpe_simple_vocab_16e6.txt#version: 0.2", *merges[1:], "x y", ""])
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("open_clip/bpe_simple_vocab_16e6.txt.gz", gzip.compress(text.encode()))
        wheel.writestr(
            "open_clip_torch-3.3.0.dist-info/METADATA",
            "Metadata-Version: 2.1\nName: open_clip_torch\nVersion: 3.3.0\nLicense: MIT\n",
        )
    return path
