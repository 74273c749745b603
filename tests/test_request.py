from __future__ import annotations

import copy
import json
import pickle
from dataclasses import FrozenInstanceError, replace
from pathlib import Path
from typing import Any

import pytest

from sdstudio import request as module
from sdstudio.additions import Lora, Part, embedding_word
from sdstudio.request import (
    MAX_PROMPT,
    MAX_SEED,
    SCHEDULERS,
    GenerationRequest,
    InvalidRequest,
    SdstudioError,
    StorageFull,
)


def test_defaults_make_a_picture() -> None:
    request = GenerationRequest(prompt="a red apple")

    assert request.scheduler in SCHEDULERS
    assert len(request.id) == 32
    assert request.id != GenerationRequest(prompt="a red apple").id


@pytest.mark.parametrize(
    "fields",
    [
        {"prompt": ""},
        {"prompt": "word " * 2000},
        {"prompt": "x" * MAX_PROMPT},
        {"prompt": "桜 🐶\n\0\t\u2028"},
        {"seed": 0},
        {"seed": MAX_SEED},
        {"num_inference_steps": 1},
        {"num_inference_steps": 1000},
        {"guidance_scale": 0},
        {"guidance_scale": 100},
        {"width": 8, "height": 4096},
        {"loras": (Lora("/a b/桜.safetensors"), Lora("C:\\a.safetensors", -4))},
        {"embeddings": ("/e/easynegative.safetensors", "/e/bad hands.safetensors")},
        {"parts": (Part("vae", "/v"), Part("text_encoder_2", "/t"))},
        *({"scheduler": scheduler} for scheduler in SCHEDULERS),
    ],
    ids=lambda fields: str(fields)[:30],
)
def test_what_is_allowed_survives_json_and_pickle(fields: dict[str, Any]) -> None:
    request = GenerationRequest(**{"prompt": "x", **fields})

    assert GenerationRequest.from_json(request.to_json()) == request
    assert pickle.loads(pickle.dumps(request)) == request


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"num_inference_steps": 0}, "steps is 0; it must be between 1 and 1000"),
        ({"num_inference_steps": -1}, "steps"),
        ({"num_inference_steps": 1001}, "steps"),
        ({"num_inference_steps": 2.0}, "steps must be a whole number"),
        ({"num_inference_steps": True}, "steps"),
        ({"seed": -1}, "seed is -1"),
        ({"seed": 2**63}, "seed"),
        ({"seed": "5"}, "seed must be a whole number"),
        ({"seed": None}, "seed"),
        ({"guidance_scale": float("nan")}, "guidance scale is nan"),
        ({"guidance_scale": float("inf")}, "guidance scale"),
        ({"guidance_scale": -0.1}, "guidance scale"),
        ({"guidance_scale": 100.1}, "guidance scale"),
        ({"guidance_scale": 10**400}, "guidance scale"),
        ({"guidance_scale": "7"}, "guidance scale must be a number"),
        ({"guidance_scale": False}, "guidance scale"),
        ({"width": 7}, "width is 7"),
        ({"height": 4097}, "height is 4097"),
        ({"width": 64.5}, "width"),
        ({"scheduler": "karras"}, "no scheduler called “karras”"),
        ({"scheduler": "{}"}, "no scheduler called “{}”"),
        ({"scheduler": ""}, "scheduler"),
        ({"scheduler": None}, "scheduler"),
        ({"model": ""}, "No model is chosen"),
        ({"model": "/models/\udcff"}, "model holds characters"),
        ({"prompt": "x" * (MAX_PROMPT + 1)}, "prompt has 100001 characters"),
        ({"negative_prompt": "x" * (MAX_PROMPT + 1)}, "negative prompt has"),
        ({"prompt": "\ud800"}, "prompt holds characters that are not valid Unicode"),
        ({"negative_prompt": "a\udcffb"}, "negative prompt holds"),
        ({"id": "\ud800"}, "id holds characters"),
        ({"prompt": None}, "prompt must be text"),
        ({"prompt": b"x"}, "prompt must be text"),
        ({"id": 5}, "id must be text"),
        ({"loras": [Lora("/a")]}, "loras make no sense"),
        ({"loras": ("/a",)}, "loras make no sense"),
        ({"loras": (Lora(""),)}, "LoRA has no usable path"),
        ({"loras": (Lora("/\udcff"),)}, "path of the LoRA holds characters"),
        ({"loras": (Lora("/a"), Lora("/a", 0.5))}, "LoRA “/a” is there 2 times"),
        ({"loras": tuple(Lora(f"/{n}") for n in range(33))}, "33 files of the kind “LoRA”"),
        ({"loras": (Lora("/b/a.st", 4.1),)}, "weight of the LoRA “a” is 4.1"),
        ({"loras": (Lora("/a", float("nan")),)}, "is nan"),
        ({"loras": (Lora("/a", 10**400),)}, "between -4 and 4"),
        ({"loras": (Lora("/a", "1"),)}, "weight of a LoRA must be a number"),  # type: ignore[arg-type]
        ({"loras": (Lora("/a", True),)}, "must be a number"),
        ({"embeddings": (5,)}, "embeddings make no sense"),
        ({"embeddings": ("/a\0",)}, "embedding has no usable path"),
        ({"embeddings": ("/a/Word.st", "/b/word.st")}, "embedding “word” is there 2 times"),
        ({"parts": (Part("scheduler", "/a"),)}, "no part called “scheduler”"),
        ({"parts": (Part("vae", "/" + "x" * 4096),)}, "vae has no usable path"),
        ({"parts": (Part("vae", "/a"), Part("vae", "/b"))}, "part “vae” is there 2 times"),
    ],
    ids=lambda value: str(value)[:40].encode("ascii", "replace").decode(),
)
def test_bad_values_give_one_sentence(fields: dict[str, Any], told: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        GenerationRequest(**{"prompt": "x", **fields})

    assert told in caught.value.message
    assert caught.value.message.endswith(".")
    assert "\n" not in str(caught.value)
    caught.value.action.encode("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "5",
        "null",
        "{}",
        '{"seed": 1}',
        '{"prompt": "x", "seed": 1.5}',
        '{"prompt": "x", "guidance_scale": NaN}',
        f'{{"prompt": "x", "guidance_scale": 1{"0" * 400}}}',
        f'{{"prompt": "x", "seed": 1{"0" * 5000}}}',
        '{"prompt": ["x"]}',
        '{"prompt": "\\ud800"}',
        '{"prompt": "x", "id": "\\ud800"}',
        '{"prompt": "x", "loras": 5}',
        '{"prompt": "x", "loras": ["a"]}',
        '{"prompt": "x", "loras": [{"weight": 1}]}',
        '{"prompt": "x", "loras": {"path": "a"}}',
        '{"prompt": "x", "embeddings": [["a"]]}',
        '{"prompt": "x", "parts": null}',
        "[" * 100_000,
    ],
    ids=lambda text: text[:30],
)
def test_settings_that_are_none(text: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        GenerationRequest.from_json(text)

    assert caught.value.message.endswith(".")


def test_fields_of_a_later_version_are_ignored() -> None:
    text = json.dumps({"prompt": "x", "id": "a", "mood": "good"})

    assert GenerationRequest.from_json(text) == GenerationRequest(prompt="x", id="a")

    added = {"loras": [{"path": "/a", "weight": 0.5, "blocks": "all"}], "parts": []}
    request = GenerationRequest.from_json(json.dumps({"prompt": "x", **added}))
    assert request.loras == (Lora("/a", 0.5),)
    assert hash(request)


def test_files_are_called_as_other_programs_call_them() -> None:
    assert Lora("/loras/add.detail.v2.safetensors").name == "add.detail.v2"
    assert embedding_word("/e/bad hands.safetensors") == "bad hands"


def test_one_value_has_one_spelling() -> None:
    whole = GenerationRequest(prompt="x", id="a", guidance_scale=4, loras=(Lora("/a", 1),))

    assert whole.to_json() == replace(whole, guidance_scale=4.0, loras=(Lora("/a"),)).to_json()
    assert "\\u" not in GenerationRequest(prompt="桜").to_json()


def test_a_request_cannot_be_changed_only_replaced() -> None:
    request = GenerationRequest(prompt="x")

    with pytest.raises(FrozenInstanceError):
        request.prompt = "y"  # type: ignore[misc]
    with pytest.raises(InvalidRequest):
        replace(request, num_inference_steps=0)


# -- errors ----------------------------------------------------------------------------------


def error_types() -> list[type[SdstudioError]]:
    return [
        kind
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, SdstudioError)
    ]


@pytest.mark.parametrize("kind", error_types(), ids=lambda kind: kind.__name__)
def test_errors_cross_threads_and_processes(kind: type[SdstudioError]) -> None:
    error = kind("“{path}” is {state}.", "Look at {path}.", path=Path("/a {b}"), state="gone")

    for same in (pickle.loads(pickle.dumps(error)), copy.copy(error)):
        assert type(same) is kind
        assert same.template == "“{path}” is {state}."
        assert same.action_template == "Look at {path}."
        assert same.values == {"path": Path("/a {b}"), "state": "gone"}
        assert str(same) == f"“{Path('/a {b}')}” is gone. Look at {Path('/a {b}')}."


def test_an_error_without_an_action_is_one_sentence() -> None:
    error = StorageFull("Full.")

    assert (error.message, error.action, str(error)) == ("Full.", "", "Full.")
