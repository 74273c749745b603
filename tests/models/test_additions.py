"""What is added to a model, judged by headers alone: fit and misfit, and files that mean harm."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sdstudio.additions import Additions, Lora, Part
from sdstudio.models.additions import check_additions, check_embedding, check_lora, check_part
from sdstudio.models.detection import Family
from sdstudio.request import (
    CorruptModel,
    GenerationRequest,
    ModelNotFound,
    SdstudioError,
    UnsafeModel,
    UnsupportedModel,
)
from tests.models.test_hostile import pickled, zipped
from tests.models.weight_files import LORA, LORA_FLUX, LORA_XL, SDXL, VAE, sd1, write_weights

SD1_VAE = {
    "in_channels": 3,
    "out_channels": 3,
    "latent_channels": 4,
    "scaling_factor": 0.18215,
    "shift_factor": None,
    "block_out_channels": [128, 256, 512, 512],
}


def test_a_lora_is_for_its_family(tmp_path: Path) -> None:
    small = write_weights(tmp_path / "a.safetensors", LORA)
    large = write_weights(tmp_path / "xl.safetensors", LORA_XL)
    flux = write_weights(tmp_path / "flux.safetensors", LORA_FLUX)

    assert check_lora(small, "sd1") == 1
    assert check_lora(small, "other") == 1
    assert check_lora(large, "sdxl") == 2
    with pytest.raises(UnsupportedModel) as caught:
        check_lora(large, "sd1")
    assert caught.value.message == (
        f"The LoRA “{large}” is for Stable Diffusion XL, and the model is Stable Diffusion 1."
    )
    with pytest.raises(UnsupportedModel, match="is for FLUX, and the model is Stable Diffusion XL"):
        check_lora(flux, "sdxl")


@pytest.mark.parametrize(
    ("shapes", "family", "told"),
    [
        ({"emb_params": (8, 768)}, "sd1", None),
        ({"<cat-toy>": (768,)}, "sd1", None),
        ({"clip_l": (4, 768), "clip_g": (4, 1280)}, "sdxl", None),
        ({"emb_params": (8, 1024)}, "sd1", "is for Stable Diffusion 2"),
        ({"clip_l": (4, 768), "clip_g": (4, 1280)}, "sd1", "is for Stable Diffusion XL"),
        ({"emb_params": (76, 768)}, "sd1", "no textual inversion"),
        ({"emb_params": (0, 768)}, "sd1", "no textual inversion"),
        ({"a": (1, 768), "b": (1, 768)}, "sd1", "no textual inversion"),
        (LORA, "sd1", "no textual inversion"),
    ],
)
def test_an_embedding_is_for_its_family(
    shapes: dict[str, tuple[int, ...]], family: Family, told: str | None, tmp_path: Path
) -> None:
    path = write_weights(tmp_path / "a.safetensors", shapes)

    if told is None:
        assert check_embedding(path, family).keys() == shapes.keys()
        return
    with pytest.raises(UnsupportedModel, match=told):
        check_embedding(path, family)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("lora_unet_x.hada_w1_a", "LoHa"),
        ("lora_unet_x.lokr_w1", "LoKr"),
        ("lora_unet_x.oft_blocks", "OFT"),
        ("lora_unet_x.dora_scale", "DoRA"),
    ],
)
def test_other_changes_are_called_by_their_names(name: str, kind: str, tmp_path: Path) -> None:
    path = write_weights(tmp_path / "a.safetensors", {**LORA, name: (2, 2)})

    with pytest.raises(UnsupportedModel, match=rf"\({kind}\)"):
        check_lora(path, "sd1")


@pytest.mark.parametrize(
    "settings",
    [
        {"unet.megatron_config": {"a": 1}, "unet.megatron_core": "os"},
        {"unet.auto_mapping": {"parent_library": "os"}},
        {"unet.init_lora_weights": "pissa"},
        {"unet.target_modules": "(a+)+$"},
        {"unet.rank_pattern": {"(a+)+$": 4}},
        {"unet.target_modules": ["(a|a)*"]},
        {"unet.modules_to_save": ["conv_in"]},
        {"unet.use_dora": True},
        {"r": 2**40},
    ],
    ids=str,
)
def test_settings_beyond_those_of_a_lora_are_refused(
    settings: dict[str, object], tmp_path: Path
) -> None:
    metadata = {"lora_adapter_metadata": json.dumps(settings)}
    path = write_weights(tmp_path / "a.safetensors", LORA, metadata)

    with pytest.raises(UnsafeModel, match="asks for more than a LoRA"):
        check_lora(path, "sd1")


@pytest.mark.parametrize("text", ["{", "[]", "5", "[" * 100_000])
def test_settings_that_are_none_are_refused(text: str, tmp_path: Path) -> None:
    path = write_weights(tmp_path / "a.safetensors", LORA, {"lora_adapter_metadata": text})

    with pytest.raises(CorruptModel, match="make no sense"):
        check_lora(path, "sd1")


def test_settings_as_peft_writes_them_are_fine(tmp_path: Path) -> None:
    settings = {
        "unet.r": 8,
        "unet.lora_alpha": 4.0,
        "unet.init_lora_weights": "gaussian",
        "unet.target_modules": ["to_q", "to_out.0"],
        "unet.rank_pattern": {"^down_blocks.0.to_q": 4},
        "unet.bias": "none",
        "unet.peft_type": "LORA",
        "unet.megatron_core": "megatron.core",
        "unet.megatron_config": None,
        "unet.use_dora": False,
        "unet.loftq_config": {},
    }
    metadata = {"lora_adapter_metadata": json.dumps(settings)}

    assert check_lora(write_weights(tmp_path / "a.safetensors", LORA, metadata), "sd1") == 1


HARM: dict[str, tuple[str, Callable[[Path, bytes], bytes], type[SdstudioError]]] = {
    "pickle": ("a.pt", lambda trace, _: pickled(trace), UnsafeModel),
    "archive": ("a.ckpt", lambda trace, _: zipped(trace), UnsafeModel),
    "renamed pickle": ("a.safetensors", lambda trace, _: pickled(trace), UnsafeModel),
    "renamed archive": ("a.safetensors", lambda trace, _: zipped(trace), UnsafeModel),
    "spelt otherwise": ("a.SAFETENSORS", lambda trace, _: pickled(trace), UnsupportedModel),
    "no name": ("a", lambda trace, _: pickled(trace), UnsupportedModel),
    "empty": ("a.safetensors", lambda *_: b"", CorruptModel),
    "huge header": ("a.safetensors", lambda *_: b"\xff" * 7 + b"\x00{}", CorruptModel),
    "truncated": ("a.safetensors", lambda _, sound: sound[:-1], CorruptModel),
    "flipped": ("a.safetensors", lambda _, all: all[:9] + b"\x00" + all[10:], CorruptModel),
}


@pytest.mark.parametrize("harm", HARM)
@pytest.mark.parametrize("what", ["lora", "embedding", "vae"])
def test_files_that_mean_harm(harm: str, what: str, tmp_path: Path) -> None:
    trace = tmp_path / "i-was-here"
    shapes = {"lora": LORA, "embedding": {"emb_params": (2, 768)}, "vae": VAE}[what]
    sound = write_weights(tmp_path / "sound.safetensors", shapes).read_bytes()
    name, content, kind = HARM[harm]
    path = tmp_path / name
    path.write_bytes(content(trace, sound))

    check: Callable[[], object] = {
        "lora": lambda: check_lora(path, "sd1"),
        "embedding": lambda: check_embedding(path, "sd1"),
        "vae": lambda: check_part(Part("vae", str(path)), SD1_VAE, "AutoencoderKL"),
    }[what]

    with pytest.raises(kind) as caught:
        check()

    assert caught.value.message.count("\n") == 0
    assert caught.value.message.endswith(".")
    assert not trace.exists()


def vae_folder(folder: Path, **config: object) -> Path:
    write_weights(folder / "diffusion_pytorch_model.safetensors", VAE)
    known = {"_class_name": "AutoencoderKL", **SD1_VAE, **config}
    (folder / "config.json").write_text(json.dumps(known), encoding="utf-8")
    return folder


def test_a_part_must_agree_with_the_model(tmp_path: Path) -> None:
    def check(path: Path) -> None:
        check_part(Part("vae", str(path)), SD1_VAE, "AutoencoderKL")

    check(vae_folder(tmp_path / "same", sample_size=768))
    check(write_weights(tmp_path / "vae.safetensors", VAE))
    check(write_weights(tmp_path / "whole.safetensors", sd1()))
    refused: list[tuple[Path, type[SdstudioError], str]] = [
        (vae_folder(tmp_path / "1", latent_channels=16), UnsupportedModel, "latent_channels is 16"),
        (vae_folder(tmp_path / "2", scaling_factor=0.13025), UnsupportedModel, "needs 0.18215"),
        (vae_folder(tmp_path / "3", _class_name="AutoencoderTiny"), UnsupportedModel, "kind is"),
        (vae_folder(tmp_path / "4", block_out_channels=[1, 2]), UnsupportedModel, "is 2, and"),
        (vae_folder(tmp_path / "5", shift_factor=0.1), UnsupportedModel, "shift_factor is 0.1"),
        (write_weights(tmp_path / "l.safetensors", LORA), UnsupportedModel, "holds no “vae”"),
        (tmp_path / "nowhere", ModelNotFound, "is not there"),
    ]
    for path, kind, told in refused:
        with pytest.raises(kind, match=told):
            check(path)
    with pytest.raises(UnsupportedModel, match="taken from folders only"):
        check_part(Part("text_encoder", str(tmp_path / "vae.safetensors")), {}, "CLIPTextModel")


def test_a_denoiser_that_predicts_something_else_is_refused(tmp_path: Path) -> None:
    model = tmp_path / "v"
    write_weights(model / "unet" / "diffusion_pytorch_model.safetensors", SDXL)
    for name, config in (
        ("unet/config.json", {"_class_name": "UNet2DConditionModel", "in_channels": 4}),
        ("scheduler/scheduler_config.json", {"prediction_type": "v_prediction"}),
        ("model_index.json", {"_class_name": "StableDiffusionPipeline"}),
    ):
        file = model / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(config), encoding="utf-8")
    own = {"in_channels": 4, "prediction_type": "v_prediction"}

    check_part(Part("unet", str(model)), own, "UNet2DConditionModel")
    with pytest.raises(UnsupportedModel, match="prediction_type is v_prediction"):
        check_part(
            Part("unet", str(model)), {**own, "prediction_type": "epsilon"}, "UNet2DConditionModel"
        )
    with pytest.raises(ModelNotFound, match="has no part called “vae”"):
        check_part(Part("vae", str(model)), SD1_VAE, "AutoencoderKL")


def test_only_words_of_the_prompts_and_weights_that_count_are_read(tmp_path: Path) -> None:
    lora = write_weights(tmp_path / "a.safetensors", LORA)
    word = write_weights(tmp_path / "bad (hands).safetensors", {"emb_params": (2, 768)})
    request = GenerationRequest(
        prompt="a cat, not badly",
        negative_prompt="ugly,bad (hands)",
        loras=(Lora(str(lora), -0.5), Lora("/gone.safetensors", 0)),
        embeddings=(str(word), "/gone/ugl.safetensors", "/gone/hand.safetensors"),
    )

    found = check_additions(request, "sd1", Additions())

    assert [(each.path, each.weight, each.layers) for each in found.loras] == [(lora, -0.5, 1)]
    assert [(each.path, each.word) for each in found.embeddings] == [(word, "bad (hands)")]
