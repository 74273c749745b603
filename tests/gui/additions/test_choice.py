"""What is added to a model: what of it fits which model, and what the request names."""

from __future__ import annotations

import json
from dataclasses import asdict, replace
from pathlib import Path

from sdstudio.additions import ChosenAddition, Lora, Part, chosen_additions
from sdstudio.gui.additions.choice import Choice, Requested, Verdict
from sdstudio.models.scanning import describe
from sdstudio.paths import find_resources
from sdstudio.request import GenerationRequest, ModelInfo
from tests.gui.test_prompt_panel import info
from tests.models.weight_files import write_weights

PARTS = ("vae", "unet", "text_encoder")


def model(family: str, reference: str = "/m") -> ModelInfo:
    return replace(
        info(reference), family=family, parts=PARTS, takes_loras=True, takes_embeddings=True
    )


def lora(path: str, **changes: object) -> ChosenAddition:
    return replace(ChosenAddition(kind="lora", path=path), **changes)  # type: ignore[arg-type]


def of(choice: Choice, family: str, reference: str = "/m") -> Requested:
    """What is requested once a model of a family is in use."""
    choice.take_model(model(family, reference))
    return choice.requested(reference, "a cat, neg", "")


def test_what_does_not_fit_is_left_out_and_comes_back() -> None:
    choice = Choice()
    choice.take_model(model("sd1"))
    choice.add(lora("/a.safetensors", family="sd1", weight=0.5))
    choice.add(lora("/b.safetensors"))  # nobody can tell what it is for
    choice.add(ChosenAddition(kind="embedding", path="/neg.safetensors", family="sd1"))
    choice.take_part("vae", "/v.safetensors")
    whole = Requested(
        loras=(Lora("/a.safetensors", 0.5), Lora("/b.safetensors")),
        embeddings=("/neg.safetensors",),
        parts=(Part("vae", "/v.safetensors"),),
    )
    assert of(choice, "sd1") == whole
    assert of(choice, "sdxl") == Requested(loras=(Lora("/b.safetensors"),))
    assert [one.name for one in choice.misfits()] == ["a", "v"]
    # The VAE of another family's model is that family's matter.
    choice.take_part("vae", "/xl.safetensors")
    assert of(choice, "sdxl").parts == (Part("vae", "/xl.safetensors"),)
    assert of(choice, "sd1") == whole
    # What the header says counts more than where it was first used.
    choice.take_verdicts([Verdict(kind="lora", path="/b.safetensors", family="sdxl")])
    assert of(choice, "sd1").loras == (Lora("/a.safetensors", 0.5),)


def test_a_model_that_takes_nothing_is_given_nothing() -> None:
    choice = Choice()
    choice.add(lora("/a.safetensors"))
    choice.take_part("vae", "/v.safetensors")
    choice.take_model(info("/ddpm"))
    assert choice.requested("/ddpm", "", "") == Requested()


def test_settings_of_a_picture_wait_for_its_model() -> None:
    choice = Choice()
    choice.take_model(model("sd1", "/one"))
    choice.add(lora("/mine.safetensors", family="sd1"))
    made = GenerationRequest(
        prompt="neg",
        model="/xl",
        loras=(Lora("/b.safetensors", 2.0), Lora("/a.safetensors")),
        embeddings=("/neg.safetensors",),
        parts=(Part("vae", "/v.safetensors"),),
    )
    choice.take_request(made)
    choice.take_verdicts([Verdict(kind="lora", path="/a.safetensors", family="sdxl")])
    # Before its model is loaded, nothing may be left out in silence.
    asked = choice.requested("/xl", "neg", "")
    assert (asked.loras, asked.embeddings, asked.parts) == (
        made.loras,
        made.embeddings,
        made.parts,
    )
    assert of(choice, "sdxl", "/xl") == asked
    # Nothing chosen before is lost, and the VAE is known to be that model's.
    assert choice.loras()[-1] == lora("/mine.safetensors", family="sd1", is_on=False)
    assert of(choice, "sd1", "/one").parts == ()


def test_parts_are_offered_from_what_fits(tmp_path: Path) -> None:
    vae = {"encoder.conv_in.weight": (1, 3, 3, 3), "decoder.conv_in.weight": (1, 4, 3, 3)}
    attention = "down_blocks.0.attentions.0.transformer_blocks.0.attn2.to_k.weight"
    for name, width in (("one", 768), ("xl", 2048)):
        write_weights(
            tmp_path / f"{name}.safetensors",
            {"conv_in.weight": (1, 4, 3, 3), "time_embedding.a": (1,), attention: (1, width)},
        )
    write_weights(tmp_path / "vae.safetensors", vae)
    choice = Choice()
    choice.take_model(model("sd1"))
    files = sorted(tmp_path.iterdir())
    choice.found = tuple(describe(file, "folder", find_resources()) for file in files)
    assert [one.name for one in choice.offered("vae")] == ["vae"]
    assert [one.name for one in choice.offered("unet")] == ["one"]
    assert choice.offered("text_encoder") == ()


def test_what_is_remembered_comes_back_and_damage_does_not() -> None:
    whole = (
        lora("/a.safetensors", weight=-0.25, is_on=False, family="sd1"),
        ChosenAddition(kind="vae", path="/v"),
    )
    stored = json.loads(json.dumps([asdict(one) for one in whole]))
    assert chosen_additions(stored) == whole
    damaged = [
        *stored,
        *(None, 1, {}, {"kind": "lora"}, {"kind": "virus", "path": "/x"}, stored[0]),
        {"kind": "lora", "path": 7},
        {"kind": "lora", "path": "/b", "weight": float("nan"), "is_on": "yes", "family": []},
    ]
    assert chosen_additions(damaged) == (*whole, lora("/b"))
    assert chosen_additions({"kind": "lora"}) == ()
