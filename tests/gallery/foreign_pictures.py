"""Pictures as other programs write them, made from what is known of their formats."""

from __future__ import annotations

import json
import struct
import zlib
from collections.abc import Mapping
from io import BytesIO

from PIL import ExifTags, Image, PngImagePlugin

PROMPT = "a red apple, 赤いりんご 🍎\nSteps: carved in stone, <b>bold</b>"
NEGATIVE = "blurry, 흐린"

# Every program's picture below has these settings.
STEPS, GUIDANCE, SEED, WIDTH, HEIGHT = 25, 6.5, 1234567890123, 768, 512
MODEL = "dreamshaper_8"


def png(texts: Mapping[str, str], kind: str = "iTXt", size: tuple[int, int] = (24, 16)) -> bytes:
    """A PNG with these texts in chunks of one kind: tEXt, zTXt or iTXt."""
    info = PngImagePlugin.PngInfo()
    for name, text in texts.items():
        if kind == "iTXt":
            info.add_itxt(name, text)
        else:
            # Byte by byte: these two are Latin-1 by the standard, and UTF-8 in real life.
            data = text.encode("utf-8")
            if kind == "zTXt":
                data = b"\0" + zlib.compress(data)
            info.add(kind.encode(), name.encode("latin-1") + b"\0" + data)
    buffer = BytesIO()
    Image.new("RGB", size, "#804020").save(buffer, "PNG", pnginfo=info)
    return buffer.getvalue()


def with_exif(
    kind: str,
    comment: bytes | None = None,
    tags: Mapping[int, str] | None = None,
    jpeg_comment: bytes = b"",
    xmp: bytes = b"",
) -> bytes:
    """A JPEG or WebP whose EXIF has this UserComment and these other texts."""
    exif = Image.Exif()
    for tag, text in (tags or {}).items():
        exif[tag] = text.encode("utf-8").decode("latin-1")
    if comment is not None:
        exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.UserComment] = comment
    buffer = BytesIO()
    more: dict[str, object] = {"comment": jpeg_comment} if kind == "JPEG" and jpeg_comment else {}
    if xmp:
        more["xmp"] = xmp
    Image.new("RGB", (24, 16), "#804020").save(buffer, kind, exif=exif.tobytes(), **more)
    return buffer.getvalue()


def user_comment(text: str, order: str = "utf-16-be") -> bytes:
    """The text as EXIF's UserComment has it."""
    return b"UNICODE\0" + text.encode(order)


def chunk(name: bytes, data: bytes) -> bytes:
    """One chunk of a PNG, checksum and all."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def with_chunk(name: bytes, data: bytes) -> bytes:
    """A PNG with this chunk behind its header."""
    whole = png({})
    return whole[:33] + chunk(name, data) + whole[33:]


def webui_text(
    sampler: str = "DPM++ 2M Karras", more: str = "", prompt: str = PROMPT, version: str = "v1.6.0"
) -> str:
    """What AUTOMATIC1111's web UI and its like write."""
    return (
        f"{prompt}\nNegative prompt: {NEGATIVE}\n"
        f"Steps: {STEPS}, Sampler: {sampler}, CFG scale: {GUIDANCE}, Seed: {SEED}, "
        f"Size: {WIDTH}x{HEIGHT}, Model hash: 879db523c3, Model: {MODEL}{more}, Version: {version}"
    )


def comfy_graph() -> dict[str, object]:
    """A text-to-picture graph, with a second picture's sampler beside it that saves nothing."""
    return {
        "3": {
            "class_type": "KSampler",
            "inputs": {
                "seed": ["20", 0],
                "steps": STEPS,
                "cfg": GUIDANCE,
                "sampler_name": "dpmpp_2m",
                "scheduler": "karras",
                "denoise": 1,
                "model": ["4", 0],
                "positive": ["6", 0],
                "negative": ["7", 0],
                "latent_image": ["5", 0],
            },
        },
        "4": {
            "class_type": "CheckpointLoaderSimple",
            "inputs": {"ckpt_name": f"SD15\\{MODEL}.safetensors"},
        },
        "5": {
            "class_type": "EmptyLatentImage",
            "inputs": {"width": WIDTH, "height": HEIGHT, "batch_size": 1},
        },
        "6": {"class_type": "CLIPTextEncode", "inputs": {"text": ["21", 0], "clip": ["4", 1]}},
        "7": {"class_type": "CLIPTextEncode", "inputs": {"text": NEGATIVE, "clip": ["4", 1]}},
        "8": {"class_type": "VAEDecode", "inputs": {"samples": ["3", 0], "vae": ["4", 2]}},
        "9": {"class_type": "SaveImage", "inputs": {"images": ["8", 0]}},
        "20": {"class_type": "PrimitiveInt", "inputs": {"value": SEED}},
        "21": {"class_type": "PrimitiveString", "inputs": {"value": PROMPT}},
        "99": {
            "class_type": "KSampler",
            "inputs": {
                "seed": 1,
                "steps": 3,
                "cfg": 1,
                "sampler_name": "lcm",
                "scheduler": "normal",
                "denoise": 1,
                "model": ["4", 0],
                "positive": ["7", 0],
                "negative": ["7", 0],
                "latent_image": ["5", 0],
            },
        },
    }


def comfy_custom_graph() -> dict[str, object]:
    """FLUX with a LoRA, sampled by nodes for noise, guidance, sampler and noise levels."""
    return {
        "1": {"class_type": "UNETLoader", "inputs": {"unet_name": "flux1-dev.safetensors"}},
        "2": {
            "class_type": "LoraLoaderModelOnly",
            "inputs": {"lora_name": "style.safetensors", "strength_model": 0.8, "model": ["1", 0]},
        },
        "3": {"class_type": "CLIPTextEncode", "inputs": {"text": PROMPT, "clip": ["90", 0]}},
        "4": {"class_type": "FluxGuidance", "inputs": {"guidance": 3.5, "conditioning": ["3", 0]}},
        "5": {"class_type": "BasicGuider", "inputs": {"model": ["2", 0], "conditioning": ["4", 0]}},
        "6": {"class_type": "RandomNoise", "inputs": {"noise_seed": SEED}},
        "7": {"class_type": "KSamplerSelect", "inputs": {"sampler_name": "euler"}},
        "8": {
            "class_type": "BasicScheduler",
            "inputs": {"scheduler": "simple", "steps": STEPS, "denoise": 1, "model": ["2", 0]},
        },
        "9": {
            "class_type": "EmptySD3LatentImage",
            "inputs": {"width": WIDTH, "height": HEIGHT, "batch_size": 1},
        },
        "10": {
            "class_type": "SamplerCustomAdvanced",
            "inputs": {
                "noise": ["6", 0],
                "guider": ["5", 0],
                "sampler": ["7", 0],
                "sigmas": ["8", 0],
                "latent_image": ["9", 0],
            },
        },
        "11": {"class_type": "VAEDecode", "inputs": {"samples": ["10", 0], "vae": ["91", 0]}},
        "12": {"class_type": "SaveImage", "inputs": {"images": ["11", 0]}},
    }


def comfy_workflow() -> dict[str, object]:
    """The graph as the window keeps it: values without names, links in a list of their own."""
    return {
        "nodes": [
            {
                "id": 3,
                "type": "KSampler",
                "widgets_values": [
                    *(SEED, "randomize", STEPS, GUIDANCE, "dpmpp_2m", "karras", 1),
                ],
                "inputs": [
                    {"name": "model", "link": 1},
                    {"name": "positive", "link": 4},
                    {"name": "negative", "link": 6},
                    {"name": "latent_image", "link": 2},
                ],
            },
            {
                "id": 4,
                "type": "CheckpointLoaderSimple",
                "widgets_values": [f"{MODEL}.safetensors"],
                "inputs": [],
            },
            {"id": 5, "type": "EmptyLatentImage", "widgets_values": [WIDTH, HEIGHT, 1]},
            {"id": 6, "type": "CLIPTextEncode", "widgets_values": [PROMPT], "inputs": []},
            {"id": 7, "type": "CLIPTextEncode", "widgets_values": [NEGATIVE], "inputs": []},
            {"id": 8, "type": "VAEDecode", "inputs": [{"name": "samples", "link": 7}]},
            {"id": 9, "type": "SaveImage", "inputs": [{"name": "images", "link": 9}]},
        ],
        "links": [
            [1, 4, 0, 3, 0, "MODEL"],
            [2, 5, 0, 3, 3, "LATENT"],
            [4, 6, 0, 3, 1, "CONDITIONING"],
            [6, 7, 0, 3, 2, "CONDITIONING"],
            [7, 3, 0, 8, 0, "LATENT"],
            [9, 8, 0, 9, 0, "IMAGE"],
        ],
        "version": 0.4,
    }


def invokeai(version: int = 4) -> str:
    """``invokeai_metadata`` of version 3, or 4 and later."""
    named = "model_name" if version == 3 else "name"
    return json.dumps(
        {
            "generation_mode": "txt2img",
            "positive_prompt": PROMPT,
            "negative_prompt": NEGATIVE,
            "width": WIDTH,
            "height": HEIGHT,
            "seed": SEED,
            "cfg_scale": GUIDANCE,
            "steps": STEPS,
            "scheduler": "dpmpp_2m_k",
            "model": {named: MODEL, "base": "sd-1"},
            "app_version": "4.2.8",
        }
    )


def swarm() -> str:
    return json.dumps(
        {
            "sui_image_params": {
                "prompt": PROMPT,
                "negativeprompt": NEGATIVE,
                "model": f"SD15/{MODEL}",
                "seed": SEED,
                "steps": STEPS,
                "cfgscale": GUIDANCE,
                "width": WIDTH,
                "height": HEIGHT,
                "sampler": "dpmpp_2m",
                "scheduler": "karras",
                "swarm_version": "0.9.5.0",
            }
        }
    )


def fooocus() -> str:
    return json.dumps(
        {
            "prompt": PROMPT,
            "negative_prompt": NEGATIVE,
            "styles": "[]",
            "performance": "Speed",
            "steps": STEPS,
            "resolution": f"({WIDTH}, {HEIGHT})",
            "guidance_scale": GUIDANCE,
            "sharpness": 2.0,
            "base_model": MODEL,
            "base_model_hash": "879db523c3",
            "refiner_model": "None",
            "sampler": "dpmpp_2m",
            "scheduler": "karras",
            "seed": str(SEED),
            "version": "Fooocus v2.5.5",
        }
    )


def novelai() -> dict[str, str]:
    comment = {
        "prompt": PROMPT,
        "steps": STEPS,
        "height": HEIGHT,
        "width": WIDTH,
        "scale": GUIDANCE,
        "seed": SEED,
        "noise_schedule": "karras",
        "sampler": "k_dpmpp_2m",
        "uc": NEGATIVE,
    }
    return {
        "Title": "NovelAI generated image",
        "Description": PROMPT,
        "Software": "NovelAI",
        "Source": "NovelAI Diffusion V3 7BCCAA2C",
        "Comment": json.dumps(comment),
    }


def old_invokeai() -> dict[str, str]:
    """InvokeAI 1: a command line, with the unwanted in brackets."""
    return {
        "Dream": f'"a red apple [blurry]" -s {STEPS} -S {SEED} -W {WIDTH} -H {HEIGHT} '
        f"-C {GUIDANCE} -A k_dpmpp_2m"
    }


def every_program() -> dict[str, tuple[str, bytes]]:
    """Name, program and file: each with the settings above, in each place programs put them."""
    text = webui_text()
    graph = json.dumps(comfy_graph())
    return {
        "webui-itxt.png": ("AUTOMATIC1111", png({"parameters": text})),
        "webui-text.png": ("AUTOMATIC1111", png({"parameters": text}, "tEXt")),
        "webui-ztxt.png": ("AUTOMATIC1111", png({"parameters": text}, "zTXt")),
        "webui.jpg": ("AUTOMATIC1111", with_exif("JPEG", user_comment(text))),
        "webui.webp": ("AUTOMATIC1111", with_exif("WEBP", user_comment(text))),
        "webui-little.jpg": ("AUTOMATIC1111", with_exif("JPEG", user_comment(text, "utf-16-le"))),
        "webui-comment.jpg": ("AUTOMATIC1111", with_exif("JPEG", jpeg_comment=text.encode())),
        "forge.png": (
            "Forge",
            png(
                {
                    "parameters": webui_text(
                        "DPM++ 2M", ", Schedule type: Karras", version="f2.0.1v1.10.1-previous"
                    )
                }
            ),
        ),
        "comfyui.png": ("ComfyUI", png({"prompt": graph}, "tEXt")),
        "comfyui-window.png": ("ComfyUI", png({"workflow": json.dumps(comfy_workflow())})),
        "comfyui.webp": ("ComfyUI", with_exif("WEBP", tags={0x0110: f"prompt:{graph}"})),
        "invokeai3.png": ("InvokeAI", png({"invokeai_metadata": invokeai(3)})),
        "invokeai4.png": ("InvokeAI", png({"invokeai_metadata": invokeai(4)})),
        "swarm.png": ("SwarmUI", png({"parameters": swarm()}, "tEXt")),
        "swarm.jpg": ("SwarmUI", with_exif("JPEG", user_comment(swarm()))),
        "fooocus.png": ("Fooocus", png({"parameters": fooocus(), "fooocus_scheme": "fooocus"})),
        "fooocus.webp": (
            "Fooocus",
            with_exif("WEBP", b"ASCII\0\0\0" + fooocus().encode(), {0x0131: "Fooocus v2.5.5"}),
        ),
        "fooocus-webui.png": (
            "Fooocus",
            png({"parameters": webui_text(version="Fooocus v2.5.5"), "fooocus_scheme": "a1111"}),
        ),
        "krita.png": (
            "Krita AI",
            png(
                {
                    "parameters": webui_text("Quality - DPM++ 2M Karras (25 / 6.5)")
                    .replace("879db523c3", "unknown")
                    .removesuffix(", Version: v1.6.0")
                }
            ),
        ),
    }
