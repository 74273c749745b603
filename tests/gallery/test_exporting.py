from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from sd_parsers import ParserManager

from sdstudio.gallery.exporting import (
    FORMATS,
    ExportOptions,
    Format,
    export_pictures,
    export_sheet,
)
from sdstudio.gallery.importing import import_folder
from sdstudio.gallery.metadata import read_picture
from sdstudio.gallery.store import Gallery
from sdstudio.request import Cancelled, GalleryItem, InvalidRequest
from tests.gallery.conftest import Make
from tests.gallery.foreign_pictures import GUIDANCE, NEGATIVE, PROMPT, SEED, every_program


def exported(items: list[GalleryItem], folder: Path, **options: object) -> list[Path]:
    report = export_pictures(items, folder, ExportOptions(**options))  # type: ignore[arg-type]
    assert report.unreadable == []
    assert report.without_settings == []
    return report.paths


@pytest.mark.parametrize("format", FORMATS)
def test_settings_are_read_back_by_us_and_by_others(
    gallery: Gallery, make: Make, tmp_path: Path, format: Format
) -> None:
    result = make(PROMPT, negative_prompt=NEGATIVE, seed=SEED, guidance_scale=GUIDANCE)
    item = gallery.add(result)
    (path,) = exported([item], tmp_path / "out", format=format)
    picture = read_picture(path)
    assert picture.request == result.request
    assert picture.provenance == result.provenance
    assert (picture.width, picture.height) == (16, 8)
    found = ParserManager().parse(path)
    assert found is not None
    assert found.full_prompt == PROMPT
    assert found.full_negative_prompt == NEGATIVE
    assert found.samplers[0].parameters["seed"] == str(SEED)
    with Image.open(path) as image:
        assert image.format == format.upper()


@pytest.mark.parametrize("format", FORMATS)
def test_stripped_files_say_nothing(
    gallery: Gallery, make: Make, tmp_path: Path, format: Format
) -> None:
    item = gallery.add(make("a secret"))
    source = tmp_path / "source"
    source.mkdir()
    for name, (_, data) in every_program().items():
        (source / name).write_bytes(data)
    items = [item, *gallery.items(import_folder(gallery, source, copy=False).ids)]
    for path in exported(items, tmp_path / "out", format=format, keeps_settings=False):
        data = path.read_bytes()
        for secret in (b"secret", b"carved", b"c\0a\0r\0v", b"Exif", b"<x:"):
            assert secret not in data
        assert read_picture(path).request is None


@pytest.mark.parametrize("format", FORMATS)
def test_settings_of_other_programs_travel_along(
    gallery: Gallery, tmp_path: Path, format: Format
) -> None:
    source = tmp_path / "source"
    source.mkdir()
    for name, (_, data) in every_program().items():
        (source / name).write_bytes(data)
    items = gallery.items(import_folder(gallery, source, copy=False).ids)
    for item, path in zip(items, exported(items, tmp_path / "out", format=format), strict=True):
        picture = read_picture(path)
        assert picture.program == item.program, path
        assert picture.request is not None
        assert picture.request.prompt == PROMPT
        assert picture.request.seed == SEED


def test_nothing_is_overwritten_and_order_is_kept(
    gallery: Gallery, make: Make, tmp_path: Path
) -> None:
    items = [gallery.add(make(f"apple {number}", seed=number)) for number in (3, 1, 2)]
    first = exported(items, tmp_path, name="{seed}")
    assert [path.name for path in first] == ["3.png", "1.png", "2.png"]
    before = [path.read_bytes() for path in first]
    assert before == [item.path.read_bytes() for item in items]
    second = exported(items, tmp_path, name="{seed}")
    assert [path.name for path in second] == ["3-2.png", "1-2.png", "2-2.png"]
    assert [path.read_bytes() for path in first] == before


@pytest.mark.parametrize(
    ("template", "name"),
    [
        ("../../{seed}", "_.._5"),
        ("{prompt}", "a-b"),
        ("C:\\{number}", "C__0001"),
        ("nul", "_nul"),
        ("", "_"),
        ("v1.5 {seed}", "v1.5 5"),
    ],
)
def test_names_stay_in_the_folder(
    gallery: Gallery, make: Make, tmp_path: Path, template: str, name: str
) -> None:
    item = gallery.add(make("a/../b", seed=5))
    (path,) = exported([item], tmp_path / "out", name=template)
    assert path == tmp_path / "out" / f"{name}.png"


@pytest.mark.parametrize(
    "options",
    [{"format": "gif"}, {"quality": 0}, {"quality": 101}, {"name": "{seed.__class__}"}],
)
def test_wrong_options_are_refused(options: dict[str, object]) -> None:
    with pytest.raises(InvalidRequest):
        ExportOptions(**options)  # type: ignore[arg-type]


def test_settings_too_long_for_a_jpeg_are_told(
    gallery: Gallery, make: Make, tmp_path: Path
) -> None:
    item = gallery.add(make("long " * 15_000))
    report = export_pictures([item], tmp_path, ExportOptions(format="jpeg", name="a"))
    assert report.without_settings == report.paths == [tmp_path / "a.jpg"]
    (whole,) = exported([item], tmp_path, format="webp")
    assert read_picture(whole).request == item.request


def test_a_picture_that_is_gone_is_told(gallery: Gallery, make: Make, tmp_path: Path) -> None:
    items = [gallery.add(make(seed=number)) for number in range(3)]
    items[1].path.unlink()
    report = export_pictures(items, tmp_path / "out", ExportOptions(format="webp"))
    assert report.unreadable == [items[1].path]
    assert len(report.paths) == 2


def test_transparency_becomes_white_in_a_jpeg(gallery: Gallery, tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    Image.new("RGBA", (20, 20), (255, 0, 0, 0)).save(source / "a.png")
    items = gallery.items(import_folder(gallery, source, copy=False).ids)
    (path,) = exported(items, tmp_path / "out", format="jpeg")
    with Image.open(path) as image:
        assert image.getpixel((5, 5)) == (255, 255, 255)


def test_a_sheet_shows_all_pictures(gallery: Gallery, make: Make, tmp_path: Path) -> None:
    sizes = ((64, 32), (32, 64), (16, 16))
    items = [gallery.add(make("赤いりんご", width=w, height=h, seed=w)) for w, h in sizes]
    items[2].path.unlink()
    report = export_sheet(items, tmp_path / "sheet.png")
    assert (report.paths, report.unreadable) == ([tmp_path / "sheet.png"], [items[2].path])
    with Image.open(tmp_path / "sheet.png") as sheet:
        # Two places of 64 × 64 beside each other, each with a line below.
        assert sheet.size == (2 * 16 + 2 * 64 + 8, 2 * 16 + 64 + 24)
    assert export_sheet(items, tmp_path / "sheet.png").paths == [tmp_path / "sheet-2.png"]


def test_a_stopped_sheet_leaves_nothing(gallery: Gallery, make: Make, tmp_path: Path) -> None:
    items = [gallery.add(make(seed=number)) for number in range(2)]
    answers = iter([False, True])
    with pytest.raises(Cancelled):
        export_sheet(items, tmp_path / "out" / "a.png", must_stop=lambda: next(answers))
    assert not list((tmp_path / "out").iterdir())
    with pytest.raises(InvalidRequest):
        export_sheet([], tmp_path / "a.png")
