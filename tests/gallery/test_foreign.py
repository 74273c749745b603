from __future__ import annotations

import json
import zlib
from pathlib import Path

import pytest

from sdstudio.gallery.foreign import read_foreign
from sdstudio.gallery.metadata import PictureMetadata, read_encoded, read_picture
from sdstudio.gallery.samplers import scheduler_of
from sdstudio.request import MAX_SEED, MAX_STEPS, SCHEDULERS
from tests.gallery.foreign_pictures import (
    GUIDANCE,
    HEIGHT,
    MODEL,
    NEGATIVE,
    PROMPT,
    SEED,
    STEPS,
    WIDTH,
    comfy_custom_graph,
    comfy_graph,
    every_program,
    invokeai,
    novelai,
    old_invokeai,
    png,
    webui_text,
    with_chunk,
    with_exif,
)

FILES = every_program()


@pytest.mark.parametrize("name", FILES)
def test_every_program_is_read_exactly(name: str, tmp_path: Path) -> None:
    program, data = FILES[name]
    (tmp_path / name).write_bytes(data)
    picture = read_picture(tmp_path / name)
    assert (picture.width, picture.height) == (24, 16)
    assert (picture.origin, picture.program) == ("imported", program)
    request = picture.request
    assert request is not None
    assert request.prompt == PROMPT
    assert request.negative_prompt == NEGATIVE
    assert request.model == MODEL
    assert request.scheduler == "dpmpp_2m_karras"
    assert request.num_inference_steps == STEPS
    assert request.guidance_scale == GUIDANCE
    assert request.seed == SEED
    assert (request.width, request.height) == (WIDTH, HEIGHT)
    assert picture.is_exact
    assert "carved in stone" in picture.original_text


def foreign(texts: dict[str, str]) -> PictureMetadata:
    return read_encoded(png(texts))


def test_novelai_is_read_and_never_exact() -> None:
    picture = foreign(novelai())
    assert picture.program == "NovelAI"
    assert picture.request is not None
    assert picture.request.prompt == PROMPT
    assert picture.request.scheduler == "dpmpp_2m_karras"
    assert picture.request.seed == SEED
    assert not picture.is_exact
    assert json.loads(picture.original_text)["Comment"] == novelai()["Comment"]


def test_the_oldest_invokeai_is_read() -> None:
    picture = foreign(old_invokeai())
    request = picture.request
    assert picture.program == "InvokeAI"
    assert request is not None
    assert (request.prompt, request.negative_prompt) == ("a red apple", "blurry")
    assert (request.num_inference_steps, request.seed) == (STEPS, SEED)
    assert (request.width, request.height) == (WIDTH, HEIGHT)
    assert request.scheduler == "dpmpp_2m"
    assert not picture.is_exact  # it names no model


def test_comfyui_with_custom_sampling() -> None:
    settings = read_foreign({"prompt": json.dumps(comfy_custom_graph())}, 768, 512)
    assert settings is not None
    request = settings.request
    assert request is not None
    assert request.prompt == PROMPT
    assert request.model == "flux1-dev"
    assert request.scheduler == "flow_euler"
    assert (request.num_inference_steps, request.guidance_scale) == (STEPS, 3.5)
    assert request.seed == SEED
    assert settings.approximations == ("It used the LoRA “style” at 0.8.",)


def test_comfyui_takes_the_first_of_two_passes() -> None:
    graph = comfy_graph()
    second = json.loads(json.dumps(graph["3"]))
    second["inputs"] |= {"steps": 8, "denoise": 0.5, "latent_image": ["30", 0]}
    graph["30"] = {"class_type": "LatentUpscale", "inputs": {"samples": ["3", 0], "width": 1536}}
    graph["31"] = second
    graph["8"] = {"class_type": "VAEDecode", "inputs": {"samples": ["31", 0]}}
    settings = read_foreign({"prompt": json.dumps(graph)}, 1536, 1024)
    assert settings is not None
    assert settings.request is not None
    assert settings.request.num_inference_steps == STEPS
    assert settings.request.width == WIDTH
    assert "2 samplers" in settings.approximations[0]


def test_comfyui_that_goes_round_in_circles_ends() -> None:
    graph = comfy_graph()
    graph["21"] = {"class_type": "A", "inputs": {"value": ["22", 0]}}
    graph["22"] = {"class_type": "A", "inputs": {"value": ["21", 0]}}
    graph["4"] = {"class_type": "LoraLoader", "inputs": {"model": ["4", 0], "lora_name": "a"}}
    settings = read_foreign({"prompt": json.dumps(graph)}, 8, 8)
    assert settings is not None
    assert settings.request is not None
    assert settings.request.prompt == ""


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (", Clip skip: 2", "clip skip 2"),
        (", Denoising strength: 0.4", "with strength 0.4"),
        (", Hires upscale: 2, Denoising strength: 0.4", "hires fix"),
        (', ControlNet 0: "Module: canny, Weight: 1"', "ControlNet"),
        (", VAE: kl-f8.ckpt", "VAE “kl-f8.ckpt”"),
        (", Variation seed: 4, Variation seed strength: 0.1", "second seed"),
    ],
)
def test_what_is_not_carried_over_is_told(more: str, sentence: str) -> None:
    settings = read_foreign({"parameters": webui_text(more=more)}, 8, 8)
    assert settings is not None
    assert not settings.is_exact
    assert len(settings.approximations) == 1
    assert sentence in settings.approximations[0]


def test_values_out_of_bounds_are_bounded_and_told() -> None:
    text = (
        "a\nSteps: 100000, Sampler: Euler, CFG scale: -3, "
        f"Seed: {2**70}, Size: 4x90000, Model: ../../etc/passwd"
    )
    settings = read_foreign({"parameters": text}, 8, 8)
    assert settings is not None
    request = settings.request
    assert request is not None
    assert (request.num_inference_steps, request.guidance_scale) == (MAX_STEPS, 0.0)
    assert request.seed == MAX_SEED
    assert (request.width, request.height) == (8, 4096)
    assert request.model == "passwd"
    assert len(settings.approximations) == 5


@pytest.mark.parametrize(
    ("sampler", "spacing", "is_flow", "expected"),
    [
        ("Euler a", "", False, ("euler_a", True)),
        ("euler_ancestral", "normal", False, ("euler_a", True)),
        ("k_euler_a", "", False, ("euler_a", True)),
        ("DPM++ 2M SDE Karras", "", False, ("dpmpp_2m_sde_karras", True)),
        ("dpmpp_2m_sde_gpu", "karras", False, ("dpmpp_2m_sde_karras", True)),
        ("DPM++ 2M", "Automatic", False, ("dpmpp_2m_karras", True)),
        ("Heun", "Beta", False, ("heun_beta", True)),
        ("DPM++ 2M SDE", "Exponential", False, ("dpmpp_2m_sde_karras", False)),
        ("DPM++ SDE Karras", "", False, ("dpmpp_2m_sde_karras", False)),
        ("Euler", "Simple", True, ("flow_euler", True)),
        ("Euler", "Simple", False, ("euler", False)),
        ("kdpm_2_a_k", "", False, ("dpm2_a_karras", True)),
        ("unipc_k", "", False, ("unipc_karras", True)),
        ("PLMS", "", False, ("pndm", True)),
        ("Frobnicate 9000", "", False, ("dpmpp_2m", False)),
    ],
)
def test_samplers(sampler: str, spacing: str, is_flow: bool, expected: tuple[str, bool]) -> None:
    assert scheduler_of(sampler, spacing, is_flow=is_flow) == expected


def test_our_own_names_come_back() -> None:
    assert {id: scheduler_of(name) for id, name in SCHEDULERS.items()} == {
        id: (id, True) for id in SCHEDULERS
    }


@pytest.mark.parametrize(
    "texts",
    [
        {"parameters": "a, b: c"},
        {"prompt": "[]"},
        {"prompt": '{"1": {"class_type": 5, "inputs": []}}'},
        {"invokeai_metadata": '{"model": [], "loras": [[]], "steps": {}}'},
        {"Software": "NovelAI", "Comment": '{"sampler": [[]], "v4_prompt": {"caption": 3}}'},
        {"parameters": '{"sui_image_params": {"prompt": 3, "loras": "a"}}'},
        {"parameters": '{"base_model": 1, "sampler": 2, "resolution": [[[]]]}'},
        {"prompt": "[" * 100_000},
        {"prompt": '{"a":' * 100_000},
        {"parameters": "a:" * 400_000},
        {"parameters": 'Steps: "' * 100_000},
        {"parameters": 'a:"\\' * 200_000},
        {"parameters": "\n" * 1_000_000 + "Steps: 1, Seed: 2, Size: 8x8"},
        {"parameters": "<lora:" * 150_000 + "\nSteps: 1, Seed: 2, Size: 8x8"},
        {"parameters": "<lora:a:1>" * 90_000 + "\nSteps: 1, Seed: 2, Size: 8x8"},
        {"Dream": '"' * 1_000_000},
        {"Dream": '"a"' + " " * 1_000_000},
        {"sd-metadata": '{"image": []}'},
        {"sd-metadata": '{"image": {"sampler": "a", "prompt": 3}}'},
        {"invokeai_metadata": json.dumps({"seed": float("nan"), "steps": float("inf")})},
        {"invokeai_metadata": '{"positive_prompt": "\\ud800\\u0000\\u202e"}'},
    ],
    ids=range(21),
)
# A quadratic search would take hours.
@pytest.mark.timeout(30)
def test_nonsense_never_fails_and_takes_no_time(texts: dict[str, str]) -> None:
    settings = read_foreign(texts, 8, 8)
    if settings is not None and settings.request is not None:
        settings.request.to_json().encode()
        assert "\0" not in settings.request.prompt


def test_a_graph_of_everything_linked_with_everything_ends() -> None:
    links = {f"positive{number}": [str(number), 0] for number in range(100)}
    graph: dict[str, object] = {
        str(number): {"class_type": "A", "inputs": links} for number in range(100)
    }
    graph["s"] = {
        "class_type": "KSampler",
        "inputs": {"sampler_name": "euler", "cfg": 1, "positive": ["1", 0], "model": ["2", 0]},
    }
    graph["o"] = {"class_type": "SaveImage", "inputs": {"images": ["s", 0]}}
    settings = read_foreign({"prompt": json.dumps(graph)}, 8, 8)
    assert settings is not None
    assert settings.program == "ComfyUI"


def test_a_bomb_in_a_text_is_left_out_and_the_picture_read() -> None:
    bomb = zlib.compress(bytes(50_000_000), 9)
    for name, data in ((b"zTXt", b"parameters\0\0" + bomb), (b"iTXt", b"prompt\0\1\0\0\0" + bomb)):
        picture = read_encoded(with_chunk(name, data))
        assert (picture.width, picture.request, picture.origin) == (24, None, "made")


def test_a_camera_s_picture_is_nobody_s() -> None:
    picture = read_encoded(with_exif("JPEG", tags={0x010F: "Canon", 0x0110: "EOS 5D"}))
    assert picture.request is None
    assert picture.program == ""


def test_xmp_alone_is_no_program() -> None:
    assert read_encoded(with_exif("WEBP", xmp=b"<x:xmpmeta/>")).program == ""


def test_loras_of_invokeai_are_told() -> None:
    values = json.loads(invokeai())
    values["loras"] = [{"model": {"name": "line art"}, "weight": 0.5}]
    settings = read_foreign({"invokeai_metadata": json.dumps(values)}, 8, 8)
    assert settings is not None
    assert settings.approximations == ("It used the LoRA “line art” at 0.5.",)
