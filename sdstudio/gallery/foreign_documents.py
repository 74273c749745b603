"""Settings that other programs write as one JSON object."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sdstudio.gallery.drafts import Draft, clip_skip_note, lora_note, number
from sdstudio.phrase import Phrase

if TYPE_CHECKING:
    from sd_parsers.data import PromptInfo

_MOST_LORAS = 10
_MOST_LEGACY = 8000
"""Characters of InvokeAI's oldest texts: sd-parsers' patterns take the square of their length."""

_Values = Mapping[str, object]


def parse_invokeai(values: _Values) -> Draft:
    """``invokeai_metadata``, of InvokeAI 3 and later."""
    notes = [
        sentence
        for key, sentence in (
            ("controlnets", Phrase("ControlNet guided it, which is not carried over.")),
            ("t2iAdapters", Phrase("An adapter guided it, which is not carried over.")),
            ("ipAdapters", Phrase("Another picture guided it, which is not carried over.")),
            ("refiner_model", Phrase("A second model refined it, which is not carried over.")),
            ("init_image", Phrase("It began from another picture, which is not carried over.")),
            ("hrf_enabled", Phrase("It was enlarged by a second pass, which is not carried over.")),
            ("vae", Phrase("It was made with a VAE of its own, which is not carried over.")),
            ("seamless_x", Phrase("It was made to tile, which is not carried over.")),
            ("seamless_y", Phrase("It was made to tile, which is not carried over.")),
        )
        if values.get(key)
    ]
    if (skip := number(values.get("clip_skip"))) is not None and skip > 0:
        notes.append(clip_skip_note(skip))
    for entry in _list(values.get("loras")):
        if isinstance(entry, dict):
            about = entry.get("model", entry.get("lora"))
            notes.append(lora_note(_named(about), entry.get("weight")))
    mode = values.get("generation_mode")
    is_flow = isinstance(mode, str) and mode.startswith(("flux", "sd3"))
    if isinstance(mode, str) and mode.rpartition("_")[2] in ("img2img", "inpaint", "outpaint"):
        notes.append(Phrase("It began from another picture, which is not carried over."))
    guidance = values.get("cfg_scale")
    if is_flow and values.get("guidance") is not None:
        guidance = values.get("guidance")
    return Draft(
        program="InvokeAI",
        prompt=values.get("positive_prompt"),
        negative_prompt=values.get("negative_prompt"),
        model=_named(values.get("model")),
        sampler=values.get("scheduler"),
        steps=values.get("steps"),
        guidance=guidance,
        seed=values.get("seed"),
        width=values.get("width"),
        height=values.get("height"),
        is_flow=is_flow,
        notes=tuple(notes),
    )


def parse_old_invokeai(texts: Mapping[str, str]) -> Draft | None:
    """``sd-metadata`` or ``Dream``, of InvokeAI 1 and 2; None when it is neither."""
    # Here, because all who read pictures import this, and few pictures are of these.
    from sd_parsers.parsers import InvokeAIParser

    legacy = {
        name: text
        for name in ("sd-metadata", "Dream")
        if len(text := texts.get(name, "")) <= _MOST_LEGACY and text and "\n" not in text
    }
    try:
        info = InvokeAIParser().parse(legacy)
    # It takes texts to be what they should be; what it raises where they are not is not listed.
    except Exception:
        return None
    return _of_invokeai(info)


def _of_invokeai(info: PromptInfo) -> Draft | None:
    if not info.samplers:
        return None
    sampler = info.samplers[0]
    values = {**info.metadata, **sampler.parameters}
    return Draft(
        program="InvokeAI",
        prompt=info.full_prompt,
        negative_prompt=info.full_negative_prompt,
        model=sampler.model.name if sampler.model is not None else None,
        sampler=sampler.name,
        steps=values.get("steps"),
        guidance=values.get("cfg_scale"),
        seed=values.get("seed"),
        width=values.get("width"),
        height=values.get("height"),
    )


def parse_swarm(values: _Values) -> Draft:
    """``sui_image_params``, of SwarmUI."""
    notes = []
    weights = _list(values.get("loraweights"))
    for index, name in enumerate(_list(values.get("loras"))):
        notes.append(lora_note(name, weights[index] if index < len(weights) else None))
    for key, sentence in (
        ("initimage", Phrase("It began from another picture, which is not carried over.")),
        ("refinermethod", Phrase("A second pass refined it, which is not carried over.")),
        ("refinerupscale", Phrase("It was enlarged by a second pass, which is not carried over.")),
        (
            "variationseed",
            Phrase("It mixes in the noise of a second seed, which is not carried over."),
        ),
        ("controlnetmodel", Phrase("ControlNet guided it, which is not carried over.")),
    ):
        if values.get(key):
            notes.append(sentence)
    flux = values.get("fluxguidancescale")
    return Draft(
        program="SwarmUI",
        prompt=values.get("prompt"),
        negative_prompt=values.get("negativeprompt"),
        model=values.get("model"),
        sampler=values.get("sampler", values.get("comfyuisampler")),
        spacing=values.get("scheduler", values.get("comfyuischeduler")),
        steps=values.get("steps"),
        guidance=flux if flux is not None else values.get("cfgscale"),
        seed=values.get("seed"),
        width=values.get("width"),
        height=values.get("height"),
        is_flow=flux is not None,
        notes=tuple(notes),
    )


def parse_fooocus(values: _Values) -> Draft:
    """Fooocus's own scheme."""
    notes = []
    if values.get("styles") not in (None, "", "[]", []):
        notes.append(Phrase("Styles were added to its prompt, which are not carried over."))
    refiner = values.get("refiner_model")
    if isinstance(refiner, str) and refiner not in ("", "None"):
        notes.append(Phrase("A second model refined it, which is not carried over."))
    notes.extend(
        lora_note(entry[0], entry[1])
        for entry in _list(values.get("loras"))
        if isinstance(entry, list) and len(entry) >= 2
    )
    resolution = values.get("resolution")
    size = re.findall(r"\d{1,6}", resolution[:60] if isinstance(resolution, str) else "")
    return Draft(
        program="Fooocus",
        prompt=values.get("prompt"),
        negative_prompt=values.get("negative_prompt"),
        model=values.get("base_model"),
        sampler=values.get("sampler"),
        spacing=values.get("scheduler"),
        steps=values.get("steps"),
        guidance=values.get("guidance_scale"),
        seed=values.get("seed"),
        width=size[0] if len(size) == 2 else None,
        height=size[1] if len(size) == 2 else None,
        notes=tuple(notes),
    )


def parse_novelai(values: _Values, description: str, source: str) -> Draft:
    """NovelAI's ``Comment``, with its ``Description`` and ``Source``."""
    notes = [Phrase("NovelAI's models cannot be had; its settings are for one of them.")]
    if values.get("sm") or values.get("sm_dyn"):
        notes.append(Phrase("It was made with SMEA, which is not carried over."))
    if values.get("cfg_rescale"):
        notes.append(Phrase("Its guidance was rescaled, which is not carried over."))
    kind = values.get("request_type")
    if isinstance(kind, str) and ("Img2Img" in kind or "Infill" in kind):
        notes.append(Phrase("It began from another picture, which is not carried over."))
    prompt = _caption(values.get("v4_prompt")) or values.get("prompt") or description
    negative = values.get("uc")
    return Draft(
        program="NovelAI",
        prompt=prompt,
        negative_prompt=_caption(values.get("v4_negative_prompt")) or negative,
        model=source,
        sampler=values.get("sampler"),
        spacing=values.get("noise_schedule"),
        steps=values.get("steps"),
        guidance=values.get("scale"),
        seed=values.get("seed"),
        width=values.get("width"),
        height=values.get("height"),
        notes=tuple(notes),
    )


def _caption(value: object) -> str:
    """The text of one of NovelAI 4's structured prompts; empty where it is none."""
    caption = value.get("caption") if isinstance(value, dict) else None
    if not isinstance(caption, dict):
        return ""
    characters = [
        entry.get("char_caption")
        for entry in _list(caption.get("char_captions"))
        if isinstance(entry, dict)
    ]
    texts = [caption.get("base_caption"), *characters]
    return ", ".join(text for text in texts if isinstance(text, str) and text.strip())


def _named(value: object) -> object:
    """A model's name in InvokeAI, whose versions call it differently."""
    if isinstance(value, dict):
        return value.get("name", value.get("model_name"))
    return value


def _list(value: object) -> list[object]:
    return value[:_MOST_LORAS] if isinstance(value, list) else []
