"""What the model can be asked for: who is chosen, and who is called what."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from starter_model import RecipeError, concepts
from starter_model.colours import COLOUR_WORDS
from starter_model.concepts import LANGUAGES, Concept, choose, hexcode_key, read_core
from starter_model.unconditional import FACES
from tests.recipe.packs import PICTURED, WORDS, emoji

CORE_LIST = Path(concepts.__file__).with_name("core_concepts.txt")
CORE = {"cat face": "cat", "red apple": "apple", "tangerine": "tangerine", "fox": "fox"}


def chosen(*, everything: bool) -> list[Concept]:
    return choose(emoji(), CORE, available=PICTURED, everything=everything)


def test_the_core_list_gives_labels_their_names(tmp_path: Path) -> None:
    path = tmp_path / "core.txt"
    path.write_text("# animals\ncat face = cat\n\nT-Rex\n", "utf-8")
    assert read_core(path) == {"cat face": "cat", "t-rex": "t-rex"}


def test_the_real_core_list_names_each_thing_once_and_nothing_by_a_colour() -> None:
    core = read_core(CORE_LIST)
    lines = [
        line
        for line in CORE_LIST.read_text("utf-8").splitlines()
        if line.strip() and not line.startswith("#")
    ]
    assert len(core) == len(lines) >= 250
    assert len(set(core.values())) == len(core)
    assert not COLOUR_WORDS & set(core.values())


def test_the_core_has_every_face_of_the_unconditional_model() -> None:
    assert set(FACES) <= set(read_core(CORE_LIST))


def test_every_core_concept_is_found_in_its_order() -> None:
    assert [each.label for each in chosen(everything=False)] == list(CORE)


def test_a_core_concept_without_a_picture_is_told() -> None:
    pictured = [each for each in PICTURED if each != "1f98a"]
    with pytest.raises(RecipeError, match="fox"):
        choose(emoji(), CORE, available=pictured, everything=False)


def test_everything_adds_only_what_can_be_told_apart() -> None:
    labels = [each.label for each in chosen(everything=True)]
    # No clock face, no face that differs from others by its eyes, no flag.
    assert labels == [*CORE, "eye", "house"]


def test_a_variation_selector_makes_no_difference() -> None:
    assert hexcode_key("1F441-FE0F") == hexcode_key("1f441") == "1f441"
    without = [each.replace("-fe0f", "") for each in PICTURED]
    labels = [each.label for each in choose(emoji(), CORE, available=without, everything=True)]
    assert "eye" in labels


def test_the_usual_name_comes_first() -> None:
    first = {
        each.label: [each.names[language][0] for language in LANGUAGES]
        for each in chosen(everything=True)
    }
    assert first["cat face"] == ["cat", "ネコ", "고양이", "猫"]
    assert first["red apple"][0] == "apple"
    assert first["fox"] == ["fox", "キツネ", "여우", "狐狸"]
    assert first["house"] == ["house", "家", "집", "房子"]


def test_a_keyword_that_two_share_names_neither() -> None:
    for language, word in zip(LANGUAGES, ("animal", "動物", "동물", "动物"), strict=True):
        assert all(word not in each.names[language] for each in chosen(everything=True))
    # But it does once only one of them is chosen.
    alone = choose(emoji(), {"fox": "fox"}, available=PICTURED, everything=False)
    assert "animal" in alone[0].names["en"]


def test_no_name_is_anybody_elses() -> None:
    for language in LANGUAGES:
        names = [name for each in chosen(everything=True) for name in each.names[language]]
        assert max(Counter(names).values()) == 1


def test_nothing_is_called_by_a_colour_or_by_a_scrap() -> None:
    for each in chosen(everything=True):
        for language in LANGUAGES:
            assert not COLOUR_WORDS & set(each.names[language])
    tangerine = next(each for each in chosen(everything=True) if each.label == "tangerine")
    assert tangerine.names["en"] == ("tangerine", "citrus")
    apple = next(each for each in chosen(everything=True) if each.label == "red apple")
    assert apple.names["zh"] == ("红苹果", "苹果")


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    concepts.write(chosen(everything=True), tmp_path / "concepts.json")
    assert concepts.read(tmp_path / "concepts.json") == chosen(everything=True)
    assert "ネコ" in (tmp_path / "concepts.json").read_text("utf-8")


def test_the_fixture_is_in_every_language() -> None:
    assert all(set(words) == set(LANGUAGES) for _, _, words in WORDS)
