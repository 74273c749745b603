"""The text that AUTOMATIC1111's web UI began and many programs write: prompts, then one line."""

from __future__ import annotations

import json
import re

from sdstudio.additions import lora_tags
from sdstudio.gallery.drafts import Draft, clip_skip_note, lora_note, number, short
from sdstudio.phrase import Phrase

_KNOWN = frozenset(
    ("Steps", "Sampler", "Schedule type", "CFG scale", "Seed", "Size", "Model", "Model hash")
)
_NEGATIVE = "Negative prompt:"
_MOST_LINES_BEHIND = 40  # that extensions add
_MOST_LORAS = 10
_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_SIZE = re.compile(r"\s*(\d{1,6})\s*x\s*(\d{1,6})\s*")
_KRITA = re.compile(r"[^-]*-\s*([\w+ ]{1,40}?)\s*(?:\((\d{1,4})\s*/\s*([\d.]{1,8})\))?")

# What a setting means of which a request knows nothing, by how its name begins.
_LEFT_OUT = (
    ("Hires", Phrase("It was enlarged by a second pass (hires fix), which is not carried over.")),
    (
        "Variation seed",
        Phrase("It mixes in the noise of a second seed, which is not carried over."),
    ),
    ("Init image", Phrase("It began from another picture, which is not carried over.")),
    ("Mask", Phrase("Only a part of another picture was made anew, which is not carried over.")),
    ("Refiner", Phrase("A second model refined it, which is not carried over.")),
    ("ControlNet", Phrase("ControlNet guided it, which is not carried over.")),
    ("ADetailer", Phrase("ADetailer made details anew, which is not carried over.")),
    ("Face restoration", Phrase("Faces were restored, which is not carried over.")),
    ("Tiling", Phrase("It was made to tile, which is not carried over.")),
    ("Styles", Phrase("Styles were added to its prompt, which are not carried over.")),
    ("ENSD", Phrase("Its noise was drawn with an offset (ENSD), which is not carried over.")),
)


def parse_webui(text: str) -> Draft | None:
    """The settings in a text of this kind; None when it has no line of settings."""
    lines = text.replace("\r\n", "\n").split("\n")
    for index in range(len(lines) - 1, max(-1, len(lines) - 1 - _MOST_LINES_BEHIND), -1):
        values = parse_values(lines[index])
        if len(_KNOWN.intersection(values)) >= 3:
            return _draft(lines[:index], values)
    return None


def parse_values(line: str) -> dict[str, str]:
    """The ``Key: value`` pairs of one line, in time that grows with its length only."""
    values: dict[str, str] = {}
    at = 0
    may_quote = True
    while (colon := line.find(":", at)) >= 0:
        key = line[max(at, line.rfind(",", at, colon) + 1) : colon].strip()
        begin = colon + 1
        while begin < len(line) and line[begin] == " ":
            begin += 1
        value = None
        if may_quote and line.startswith('"', begin):
            quoted = _QUOTED.match(line, begin)
            if quoted is None:
                may_quote = False  # there is no other end to be found further on
            else:
                value, end = _unquoted(quoted[0]), quoted.end()
        elif line.startswith("{", begin) and (close := line.find("}", begin)) >= 0:
            value, end = line[begin : close + 1], close + 1
        if value is None:
            comma = line.find(",", begin)
            end = comma if comma >= 0 else len(line)
            value = line[begin:end].strip()
        if key and len(key) <= 100:
            values.setdefault(key, value)
        comma = line.find(",", end)
        if comma < 0:
            break
        at = comma + 1
    return values


def _unquoted(text: str) -> str:
    try:
        value = json.loads(text)
    except ValueError:
        return text[1:-1]
    return str(value)


def _draft(lines: list[str], values: dict[str, str]) -> Draft:
    negative_at = next(
        (number for number, line in enumerate(lines) if line.startswith(_NEGATIVE)), len(lines)
    )
    prompt = "\n".join(lines[:negative_at])
    negative = "\n".join(lines[negative_at:]).removeprefix(_NEGATIVE)
    size = _SIZE.fullmatch(values.get("Size", "")[:40])
    program = _program(values)
    sampler, spacing = values.get("Sampler"), values.get("Schedule type")
    steps, guidance = values.get("Steps"), values.get("CFG scale")
    if program == "Krita AI" and sampler and (match := _KRITA.fullmatch(sampler[:120])):
        sampler = match[1]
        steps, guidance = match[2] or steps, match[3] or guidance
    distilled = values.get("Distilled CFG Scale")
    return Draft(
        program=program,
        prompt=prompt,
        negative_prompt=negative,
        model=values.get("Model"),
        sampler=sampler,
        # Fooocus writes its own; web UIs before 1.9 had it in the sampler's name.
        spacing=spacing or values.get("Scheduler"),
        steps=steps,
        guidance=distilled if distilled is not None else guidance,
        seed=values.get("Seed"),
        width=size[1] if size else None,
        height=size[2] if size else None,
        is_flow=distilled is not None,
        notes=_notes(prompt, values),
    )


def _program(values: dict[str, str]) -> str:
    version = values.get("Version", "")
    if version.startswith("sdstudio"):
        return "sdstudio"
    if version.startswith("Fooocus"):
        return "Fooocus"
    if version.startswith("ComfyUI"):
        return "ComfyUI"
    if values.get("App", "").startswith("SD.Next"):
        return "SD.Next"
    # Forge's own versions: f2.0.1v1.10.1-previous-664-gd557aef9; neo is a later one.
    if re.match(r"(f\d|neo|classic)", version):
        return "Forge"
    if not version and values.get("Model hash") == "unknown":
        return "Krita AI"
    return "AUTOMATIC1111"


def _notes(prompt: str, values: dict[str, str]) -> tuple[Phrase, ...]:
    notes = [
        sentence
        for beginning, sentence in _LEFT_OUT
        if any(key.startswith(beginning) and _counts(values[key]) for key in values)
    ]
    _, tags = lora_tags(prompt)
    notes += [lora_note(tag.name, tag.weight) for tag in tags[:_MOST_LORAS]]
    if (skip := number(values.get("Clip skip"))) is not None and skip > 1:
        notes.append(clip_skip_note(skip))
    strength = number(values.get("Denoising strength"))
    # With hires fix it is the strength of the second pass.
    if strength is not None and strength < 1 and not any(k.startswith("Hires") for k in values):
        notes.append(
            Phrase(
                "It began from another picture, with strength {strength}.",
                strength=f"{strength:g}",
            )
        )
    if (vae := values.get("VAE")) and vae.casefold() not in ("none", "automatic"):
        notes.append(
            Phrase("It was made with the VAE “{name}”, which is not carried over.", name=short(vae))
        )
    return tuple(notes)


def _counts(value: str) -> bool:
    return value.casefold() not in ("", "0", "0.0", "none", "false", "[]")
