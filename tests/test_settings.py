from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from sdstudio.additions import ChosenAddition
from sdstudio.request import ModelDefaults, StorageFailed
from sdstudio.settings import (
    MOST_MODELS,
    ModelMemory,
    Settings,
    load_settings,
    remembered,
    save_settings,
)

CHANGED = Settings(
    prompt="桜 🐶\n\0\udcff",
    negative_prompt="blurry",
    model="/models/a b",
    scheduler="euler_a",
    num_inference_steps=7,
    guidance_scale=0.1,
    width=512,
    height=384,
    seed=2**63 - 1,
    keep_seed=True,
    count=3,
    theme="light",
    language="ja",
    smooth_scaling=False,
    show_advanced=True,
    tile_size=200,
    window_geometry="00ff",
    window_state="ff00",
    pictures_folder="/pictures",
    preview_every=0,
    preview_share=0.25,
    tiny_autoencoder="/models/taesd",
    xray_pane="tokens",
    library_geometry="01d9",
    library_source="hub",
    ask_before_reuse=False,
    show_details=True,
    always_keep_denoising=True,
    trajectory_megabytes=0,
    import_folder="/pictures/から",
    import_copies=True,
    export_folder="/out",
    export_format="webp",
    export_quality=75,
    export_keeps_settings=False,
    export_name="{date} {prompt}",
    model_settings=(
        ModelMemory(reference="/models/猫", num_inference_steps=7, guidance_scale=1.5),
        ModelMemory(reference="starter", scheduler="euler_a", width=64, height=128),
    ),
    additions=(
        ChosenAddition(kind="lora", path="/\udcff/猫", weight=-0.25, is_on=False, family="sd1"),
        ChosenAddition(kind="vae", path="/v"),
    ),
    show_additions=True,
    tell_of_updates=True,
    updates_asked=12.5,
)


def test_all_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"

    save_settings(path, CHANGED)

    assert load_settings(path) == (CHANGED, "")
    # Every field differs from its default, so none was left out of this test.
    for name in Settings.__dataclass_fields__:
        assert getattr(CHANGED, name) != getattr(Settings(), name), name


def test_no_file_means_defaults_and_no_word_of_it(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == (Settings(), "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[1]", b"null", b'"text"', b"\xff\xfe\x00", b"[" * 100_000, b"1" * 10_000],
    ids=lambda data: repr(data[:8]),
)
def test_a_damaged_file_is_kept_and_told_once(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(data)

    settings, sentence = load_settings(path)

    assert settings == Settings()
    (aside,) = tmp_path.iterdir()
    assert aside != path
    assert aside.read_bytes() == data
    assert str(aside) in sentence
    assert load_settings(path) == (Settings(), "")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()

    settings, sentence = load_settings(path)

    assert settings == Settings()
    assert str(path) in sentence


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("prompt", 5),
        ("prompt", None),
        ("seed", "5"),
        ("seed", 5.0),
        ("seed", True),
        ("keep_seed", 1),
        ("guidance_scale", "7"),
        ("guidance_scale", True),
        ("guidance_scale", float("nan")),
        ("guidance_scale", float("inf")),
        ("guidance_scale", 10**400),
        ("guidance_scale", [1]),
        ("window_geometry", {}),
        ("preview_every", -1),
        ("preview_every", 51),
        ("preview_every", 5.0),
        ("preview_every", True),
        ("preview_share", -0.01),
        ("preview_share", 1.01),
        ("preview_share", float("nan")),
        ("preview_share", float("inf")),
        ("preview_share", 10**400),
        ("preview_share", True),
        ("preview_share", "0.5"),
        ("tiny_autoencoder", None),
        ("always_keep_denoising", 1),
        ("trajectory_megabytes", -1),
        ("trajectory_megabytes", 65_537),
        ("trajectory_megabytes", None),
    ],
)
def test_a_value_of_the_wrong_kind_falls_back_alone(name: str, value: Any, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"version": 1, "width": 256, name: value}), encoding="utf-8")

    settings, sentence = load_settings(path)

    assert settings == Settings(width=256)
    assert sentence == ""


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("preview_every", 0),
        ("preview_every", 50),
        ("preview_share", 0.0),
        ("preview_share", 1.0),
        ("trajectory_megabytes", 0),
        ("trajectory_megabytes", 65_536),
    ],
)
def test_the_ends_of_a_range_belong_to_it(name: str, value: float, tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({name: value}), encoding="utf-8")

    settings, _ = load_settings(path)

    assert getattr(settings, name) == value


def test_a_whole_number_is_a_guidance_scale(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"guidance_scale": 7}', encoding="utf-8")

    settings, _ = load_settings(path)

    assert repr(settings.guidance_scale) == "7.0"


def test_fields_of_a_later_version_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"version": 99, "prompt": "x", "mood": "good"}', encoding="utf-8")

    assert load_settings(path) == (Settings(prompt="x"), "")


def test_a_failed_save_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.mkdir()
    (path / "inside").touch()

    with pytest.raises(StorageFailed):
        save_settings(path, Settings())

    assert [one.name for one in tmp_path.iterdir()] == ["settings.json"]


def test_of_a_damaged_memory_of_models_the_sound_part_stays(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    entries: list[object] = [
        5,
        None,
        {},
        {"reference": 5, "width": 64},
        {"reference": "old", "width": 64},
        {"reference": "junk", "width": True, "height": 10**30, "num_inference_steps": "7"},
        {"reference": "half", "guidance_scale": float("nan"), "scheduler": "none", "width": 512},
        {"reference": "old", "height": 128, "scheduler": ["ddim"]},
    ]
    path.write_text(json.dumps({"prompt": "x", "model_settings": entries}), encoding="utf-8")
    settings, _ = load_settings(path)
    assert settings.prompt == "x"
    assert settings.model_settings == (
        ModelMemory(reference="junk"),
        ModelMemory(reference="half", width=512),
        ModelMemory(reference="old", height=128),
    )
    path.write_text(json.dumps({"model_settings": {"reference": "a"}}), encoding="utf-8")
    assert load_settings(path) == (Settings(), "")


def test_the_model_used_longest_ago_is_forgotten_first() -> None:
    defaults = ModelDefaults(
        width=512, height=512, num_inference_steps=25, guidance_scale=7.5, scheduler="ddim"
    )
    changed = replace(defaults, num_inference_steps=4)
    memories: tuple[ModelMemory, ...] = ()
    for number in range(MOST_MODELS):
        memories = remembered(memories, str(number), defaults, changed)
    memories = remembered(memories, "0", defaults, changed)  # used again
    memories = remembered(memories, "new", defaults, changed)
    assert len(memories) == MOST_MODELS
    assert [one.reference for one in memories[-2:]] == ["0", "new"]
    assert "1" not in {one.reference for one in memories}
    assert memories[-1].over(defaults) == changed
    # Set back to what the model recommends, there is nothing to remember.
    assert "new" not in {one.reference for one in remembered(memories, "new", defaults, defaults)}
