"""What a safetensors file is told for from its header, and what is said of the wrong ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sdstudio.models.catalogue import resolve
from sdstudio.models.checkpoint import inspect_checkpoint
from sdstudio.models.safetensors_header import read_described, read_header
from sdstudio.paths import find_resources
from sdstudio.request import (
    CorruptModel,
    PickledModel,
    SdstudioError,
    UnsafeModel,
    UnsupportedModel,
)

UNET = "model.diffusion_model.input_blocks.0.0.weight"
VAE = "first_stage_model.decoder.conv_in.weight"
CLIP = "cond_stage_model.transformer.text_model.final_layer_norm.weight"
OPEN_CLIP = "cond_stage_model.model.ln_final.weight"
XL_CLIP = "conditioner.embedders.0.transformer.text_model.final_layer_norm.weight"
XL_OPEN_CLIP = "conditioner.embedders.1.model.ln_final.weight"
SHAPES = {UNET: [2, 4, 3, 3]}
SD1, SD2, SDXL = (UNET, VAE, CLIP), (UNET, VAE, OPEN_CLIP), (UNET, VAE, XL_CLIP, XL_OPEN_CLIP)


def write(
    path: Path,
    names: tuple[str, ...],
    metadata: dict[str, str] | None = None,
    shapes: dict[str, list[int]] | None = None,
    length: int = 0,
) -> Path:
    """A sound safetensors file of bytes, with a header of at least ``length`` bytes."""
    header: dict[str, object] = {} if metadata is None else {"__metadata__": metadata}
    end = 0
    for name in names:
        shape = (SHAPES | (shapes or {})).get(name, [3])
        count = 1
        for side in shape:
            count *= side
        header[name] = {"dtype": "U8", "shape": shape, "data_offsets": [end, end + count]}
        end += count
    text = json.dumps(header).encode().ljust(length)
    path.write_bytes(len(text).to_bytes(8, "little") + text + bytes(end))
    return path


@pytest.mark.parametrize(
    ("names", "metadata", "family", "prediction_type"),
    [
        (SD1, None, "sd15", "epsilon"),
        (SD1, {"modelspec.prediction_type": "v"}, "sd15", "v_prediction"),
        ((UNET, VAE, "cond_stage_model.transformer.encoder.x"), None, "sd15", "epsilon"),
        (SDXL, {"format": "pt"}, "sdxl", "epsilon"),
        ((*SDXL, "v_pred"), None, "sdxl", "v_prediction"),
        (SD2, {"modelspec.architecture": "stable-diffusion-v2-512"}, "sd20", "epsilon"),
        (SD2, {"modelspec.architecture": "stable-diffusion-v2-768-v"}, "sd21v", "v_prediction"),
        (SD2, {"modelspec.prediction_type": "epsilon"}, "sd20", "epsilon"),
    ],
)
def test_families(
    names: tuple[str, ...],
    metadata: dict[str, str] | None,
    family: str,
    prediction_type: str,
    tmp_path: Path,
) -> None:
    found = inspect_checkpoint(write(tmp_path / "a model.safetensors", names, metadata))
    assert (found.family, found.prediction_type, found.note) == (family, prediction_type, None)


@pytest.mark.parametrize(
    ("name", "family", "side"),
    [("model", "sd20", 512), ("v2-1_768-ema-pruned", "sd21v", 768)],
)
def test_what_a_file_does_not_say_is_guessed_and_told(
    name: str, family: str, side: int, tmp_path: Path
) -> None:
    found = inspect_checkpoint(write(tmp_path / f"{name}.safetensors", SD2))
    assert found.family == family
    assert found.note is not None
    assert f"“{name}.safetensors”" in found.note
    assert f"{side} pixels" in found.note


@pytest.mark.parametrize(
    ("text", "family", "is_sure"),
    [
        ('model:\n  params:\n    parameterization: "v"\n', "sd21v", True),
        ("model:\n  params:\n    parameterization: eps\n", "sd20", True),
        ("model:\n  params:\n    scale_factor: 0.18215\n", "sd20", True),
        ("something else", "sd20", False),
    ],
)
def test_the_config_beside_the_file_is_believed(
    text: str, family: str, is_sure: bool, tmp_path: Path
) -> None:
    (tmp_path / "model.yaml").write_text(text, encoding="utf-8")
    found = inspect_checkpoint(write(tmp_path / "model.safetensors", SD2))
    assert found.family == family
    assert (found.note is None) == is_sure


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("lora_unet_down_blocks_0.lora_up.weight", "lora_unet_x.alpha"), "is a LoRA"),
        (("unet.down_blocks.0.attn1.to_k.lora_A.weight",), "is a LoRA"),
        (("lora_te_text_model.hada_w1_a",), "is a LoRA"),
        (("control_model.input_blocks.0.0.weight",), "is a ControlNet"),
        (("encoder.conv_in.weight", "decoder.conv_in.weight", "quant_conv.bias"), "only a VAE"),
        ((VAE, "first_stage_model.encoder.conv_in.weight"), "only a VAE"),
        (("emb_params",), "is an embedding"),
        (("<puppy>",), "is an embedding"),
        (("clip_l", "clip_g"), "is an embedding"),
        (("conv_in.weight", "down_blocks.0.resnets.0.norm1.weight"), "one part of a model"),
        (("text_model.final_layer_norm.weight",), "one part of a model"),
        (("model.diffusion_model.double_blocks.0.img_attn.qkv.weight",), "FLUX"),
        (("model.diffusion_model.joint_blocks.0.x_block.attn.qkv.weight",), "Diffusion 3"),
        ((UNET, VAE), "has no text encoder"),
        ((UNET, CLIP), "has no VAE"),
        ((UNET, VAE, "conditioner.embedders.0.model.ln_final.weight"), "is the refiner"),
        (("a", "b", "c"), "is no Stable Diffusion checkpoint"),
        ((), "is no Stable Diffusion checkpoint"),
    ],
)
def test_files_chosen_by_mistake(names: tuple[str, ...], words: str, tmp_path: Path) -> None:
    path = write(tmp_path / "wrong.safetensors", names)
    with pytest.raises(UnsupportedModel) as caught:
        resolve(str(path), find_resources())
    assert words in str(caught.value)
    assert f"“{path}”" in str(caught.value)
    assert caught.value.action


@pytest.mark.parametrize("channels", [9, 8, 5])
def test_models_that_change_pictures_are_refused(channels: int, tmp_path: Path) -> None:
    path = write(tmp_path / "inpainting.safetensors", SD1, shapes={UNET: [2, channels, 3, 3]})
    with pytest.raises(UnsupportedModel, match="for changing pictures"):
        inspect_checkpoint(path)


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("model.ckpt", b"\x80\x02", PickledModel),
        ("model.PT", b"PK\x03\x04", PickledModel),
        ("model.safetensors", b"\x80\x04\x95\x0b\x00\x00\x00\x00\x00\x00\x00", UnsafeModel),
        ("model.safetensors", b"PK\x03\x04\x14\x00\x00\x00\x08\x00", UnsafeModel),
        ("model.safetensors", b"", CorruptModel),
        ("model.safetensors", b"\xff" * 20, CorruptModel),
        ("model.safetensors", (5).to_bytes(8, "little") + b"[[[[[", CorruptModel),
        ("model.gguf", b"GGUF", UnsupportedModel),
        ("model_index.json", b"{}", UnsupportedModel),
    ],
)
def test_what_is_no_safetensors_file(
    name: str, content: bytes, kind: type[SdstudioError], tmp_path: Path
) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(SdstudioError) as caught:
        resolve(str(tmp_path / name), find_resources())
    assert type(caught.value) is kind
    assert caught.value.action


def test_a_checkpoint_cut_short_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path / "model.safetensors", SD1)
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(CorruptModel, match="is incomplete"):
        resolve(str(path), find_resources())


@pytest.mark.parametrize("length", [0x0280, 0x0480, int.from_bytes(b"PK", "little")])
def test_a_header_whose_length_looks_like_a_pickle_is_read(length: int, tmp_path: Path) -> None:
    path = write(tmp_path / "model.safetensors", SD1, length=length)
    assert set(read_header(path)) == set(SD1)


def test_metadata(tmp_path: Path) -> None:
    path = write(tmp_path / "a.safetensors", ("x",), {"format": "pt"})
    assert read_described(path)[1] == {"format": "pt"}
    assert read_described(write(tmp_path / "b.safetensors", ("x",)))[1] == {}


def test_a_checkpoint_is_described_like_a_folder(tmp_path: Path) -> None:
    path = write(tmp_path / "modèle 模型 🐈.safetensors", SDXL)
    model = resolve(str(path), find_resources())
    assert model.reference == str(path)
    assert model.name == "modèle 模型 🐈"
    assert model.pipeline_class == "StableDiffusionXLPipeline"
    assert (model.defaults.width, model.defaults.height) == (1024, 1024)
    weighty = {component.name for component in model.components if component.has_weights}
    assert weighty == {"unet", "vae", "text_encoder", "text_encoder_2"}
    assert model.single_file is not None
    assert model.single_file.path == path
