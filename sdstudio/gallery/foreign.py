"""Settings in pictures of other programs, as far as they can become ours.

Understood are AUTOMATIC1111's web UI and those that write its text (Forge, SD.Next, Krita AI),
ComfyUI, InvokeAI, SwarmUI, Fooocus and NovelAI. What a program is told by is what it wrote, not
where: the same text may lie in a PNG's chunk, in EXIF or in a comment.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from sdstudio.gallery.comfyui import parse_graph, parse_workflow
from sdstudio.gallery.containers import MAX_TEXT, parse_object
from sdstudio.gallery.drafts import Draft, ForeignSettings, settle
from sdstudio.gallery.foreign_documents import (
    parse_fooocus,
    parse_invokeai,
    parse_novelai,
    parse_old_invokeai,
    parse_swarm,
)
from sdstudio.gallery.webui_text import parse_webui
from sdstudio.phrase import Phrase

# Where settings may be, the likeliest first.
_PLACES = ("parameters", "UserComment", "comment", "ImageDescription", "XPComment", "Comment")
_TELLING = (
    *("parameters", "UserComment", "comment", "prompt", "workflow", "invokeai_metadata"),
    *("sd-metadata", "Dream", "sui_image_params", "fooocus_scheme", "Comment", "Description"),
    *("Source", "Software", "ImageDescription", "XPComment", "Make", "Model", "MakerNote"),
)


def read_foreign(texts: Mapping[str, str], width: int, height: int) -> ForeignSettings | None:
    """The settings in a file's texts; ``width`` and ``height`` are the picture's, in pixels.

    ``texts`` are those of a ``Container``. None where there is nothing that tells of a program.
    Never raises, whatever the texts hold, and takes well under a second.
    """
    texts = with_graphs(texts)
    draft = _draft(texts)
    if draft is not None:
        return settle(draft, _whole(texts), width, height)
    program = _program_alone(texts)
    if program:
        return ForeignSettings(
            program=program,
            request=None,
            is_exact=False,
            approximations=(
                Phrase("The settings that {program} wrote could not be read.", program=program),
            ),
            text=_whole(texts),
        )
    return None


def _draft(texts: Mapping[str, str]) -> Draft | None:
    if values := parse_object(texts.get("invokeai_metadata")):
        return parse_invokeai(values)
    if "sd-metadata" in texts or "Dream" in texts:
        return parse_old_invokeai(texts)
    if draft := _of_novelai(texts):
        return draft
    for place in _PLACES:
        text = texts.get(place, "")
        # Looked at first, because a JSON document may well hold "Steps: 20" somewhere.
        found = _of_document(text) if text.lstrip()[:1] == "{" else parse_webui(text)
        if found is not None:
            return found
    if values := parse_object(texts.get("prompt")):
        found = parse_graph(values)
        if found is not None:
            return found
    if values := parse_object(texts.get("workflow")):
        return parse_workflow(values)
    return None


def _of_document(text: str) -> Draft | None:
    values = parse_object(text)
    swarm = values.get("sui_image_params")
    if isinstance(swarm, dict):
        return parse_swarm(swarm)
    if "base_model" in values and "sampler" in values:
        return parse_fooocus(values)
    if isinstance(values.get("Comment"), str):  # NovelAI's chunks as one document
        inner = {name: value for name, value in values.items() if isinstance(value, str)}
        return _of_novelai(inner)
    graph = values.get("prompt", values)
    if isinstance(graph, dict):
        return parse_graph(graph)
    return None


def _of_novelai(texts: Mapping[str, str]) -> Draft | None:
    if "NovelAI" not in texts.get("Software", "") and "NovelAI" not in texts.get("Source", ""):
        return None
    values = parse_object(texts.get("Comment") or texts.get("UserComment"))
    if "Comment" in values:
        return _of_document(json.dumps(values))
    if "sampler" not in values and "steps" not in values:
        return None
    return parse_novelai(values, texts.get("Description", ""), texts.get("Source", ""))


def with_graphs(texts: Mapping[str, str]) -> Mapping[str, str]:
    """``texts`` with ComfyUI's graphs under their own names; EXIF has them as camera and maker."""
    found = dict(texts)
    for place in ("Make", "Model", "ImageDescription", "UserComment"):
        for name in ("prompt", "workflow"):
            text = texts.get(place, "")
            if text[: len(name) + 1].lower() == f"{name}:":
                found.setdefault(name, text[len(name) + 1 :])
    return found


def _program_alone(texts: Mapping[str, str]) -> str:
    """Who wrote texts that could not be made sense of; empty where nothing tells."""
    for name, program in (
        ("invokeai_metadata", "InvokeAI"),
        ("sd-metadata", "InvokeAI"),
        ("Dream", "InvokeAI"),
        ("fooocus_scheme", "Fooocus"),
        ("workflow", "ComfyUI"),
    ):
        if name in texts:
            return program
    if "NovelAI" in texts.get("Software", ""):
        return "NovelAI"
    return "AUTOMATIC1111" if texts.get("parameters", "").strip() else ""


def _whole(texts: Mapping[str, str]) -> str:
    """All texts that settings may be in: alone as it is, several as one JSON object."""
    telling = {name: texts[name] for name in _TELLING if name in texts}
    if len(telling) == 1:
        return next(iter(telling.values()))[:MAX_TEXT]
    # Indented by nothing and in the order found: it is to be read by people as well.
    return json.dumps(telling, ensure_ascii=False)
