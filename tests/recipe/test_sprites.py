"""Sprites: out of the packages, cropped to their square, kept and read again."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from starter_model.concepts import choose
from starter_model.sprites import SIDE, STYLES, Sprites, SpriteSource, crop_to_square, draw_svg
from tests.recipe.packs import PICTURED, disc, emoji, write_flat, write_three_d

CORE = {"cat face": "cat", "fox": "fox", "eye": "eye", "house": "house"}
CHOSEN = choose(emoji(), CORE, available=PICTURED, everything=False)
CAT, FOX, EYE, HOUSE = CHOSEN


@pytest.fixture
def source(tmp_path: Path) -> SpriteSource:
    write_three_d(tmp_path / "3d")
    write_flat(tmp_path / "flat")
    return SpriteSource(tmp_path / "3d", tmp_path / "flat")


def seen_box(picture: Image.Image) -> tuple[int, int, int, int] | None:
    return picture.getchannel("A").point(lambda alpha: 255 if alpha > 128 else 0).getbbox()


def test_a_thing_fills_its_square_wherever_it_was() -> None:
    cropped = crop_to_square(disc("red", (10, 100, 59, 149)))
    assert cropped.size == (SIDE, SIDE)
    box = seen_box(cropped)
    assert box is not None
    assert np.abs(np.array(box) - (0, 0, SIDE, SIDE)).max() <= 2


def test_a_wide_thing_keeps_its_shape_and_stands_in_the_middle() -> None:
    box = seen_box(crop_to_square(disc("red", (20, 10, 219, 109)), side=100))
    assert box is not None
    assert np.abs(np.array(box) - (0, 25, 100, 75)).max() <= 1


def test_a_hardly_visible_shadow_does_not_make_the_thing_small() -> None:
    picture = Image.new("RGBA", (256, 256), (0, 0, 0, 8))
    picture.alpha_composite(disc("red", (100, 100, 149, 149)))
    box = seen_box(crop_to_square(picture))
    assert box is not None
    assert box[2] - box[0] >= SIDE - 4


def test_an_empty_picture_is_no_sprite() -> None:
    with pytest.raises(ValueError, match="empty"):
        crop_to_square(Image.new("RGBA", (64, 64)))


def test_svg_is_drawn_in_its_colours_on_nothing() -> None:
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
        '<path fill="#ff8000" d="M0 0h16v32H0z"/></svg>'
    )
    drawn = draw_svg(svg, side=64)
    assert drawn.size == (64, 64)
    assert drawn.getpixel((10, 32)) == (255, 128, 0, 255)
    assert drawn.getpixel((50, 32)) == (0, 0, 0, 0)


def test_what_is_no_svg_is_told() -> None:
    with pytest.raises(ValueError, match="SVG"):
        draw_svg("a cat")


def test_hexcodes_are_those_with_a_3d_picture(source: SpriteSource) -> None:
    assert source.hexcodes == {"1f431", "1f98a", "1f441"}


def test_each_style_comes_from_its_own_package(source: SpriteSource) -> None:
    three_d, flat = source.sprite(CAT, "3d"), source.sprite(CAT, "flat")
    assert three_d is not None
    assert flat is not None
    middle = (SIDE // 2, SIDE // 2)
    assert three_d.getpixel(middle) == (0xF0, 0xA0, 0x20, 255)
    assert flat.getpixel(middle) == (0, 0, 255, 255)


def test_a_file_name_with_a_variation_selector_is_found(source: SpriteSource) -> None:
    assert source.sprite(EYE, "3d") is not None


def test_an_icon_may_have_a_width_of_its_own(source: SpriteSource) -> None:
    house = source.sprite(HOUSE, "flat")
    assert house is not None
    assert house.getpixel((SIDE // 4, SIDE // 2)) == (0, 255, 0, 255)
    assert house.getpixel((SIDE * 3 // 4, SIDE // 2)) == (255, 0, 0, 255)


def test_what_a_package_lacks_is_none(source: SpriteSource) -> None:
    assert source.sprite(FOX, "flat") is None
    assert source.sprite(HOUSE, "3d") is None


def test_all_sprites_are_drawn_kept_and_read_again(source: SpriteSource, tmp_path: Path) -> None:
    drawn = Sprites.render(source, CHOSEN, STYLES)
    drawn.save(tmp_path / "sprites.npz")
    loaded = Sprites.load(tmp_path / "sprites.npz")
    there = {(0, "3d"), (0, "flat"), (1, "3d"), (2, "3d"), (3, "flat")}
    for place in range(len(CHOSEN)):
        for style in STYLES:
            before, after = drawn.get(place, style), loaded.get(place, style)
            assert (before is not None) == (after is not None) == ((place, style) in there)
            if before is not None and after is not None:
                assert after.shape == (SIDE, SIDE, 4)
                assert np.array_equal(before, after)
