from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from sdstudio.request import StorageFailed
from sdstudio.settings import Settings, load_settings, save_settings

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
    smooth_scaling=False,
    show_advanced=True,
    tile_size=200,
    window_geometry="00ff",
    window_state="ff00",
    pictures_folder="/pictures",
    model_folders=("/a", "/b"),
    model_roots=("/models", "/ComfyUI/models"),
    preview_every=0,
    preview_share=0.25,
    tiny_autoencoder="/models/taesd",
    xray_pane="tokens",
    show_details=True,
    always_keep_denoising=True,
    trajectory_megabytes=0,
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
        ("model_folders", "/a"),
        ("model_folders", ["/a", 5]),
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
