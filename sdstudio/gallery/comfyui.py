"""ComfyUI's graphs: the settings of the picture that was saved, found by walking back from there.

A graph is a JSON object of nodes, each with a ``class_type`` and ``inputs``; an input is a value or
``[node, output]``. Only what lies upstream of a node that saves is looked at, so that a sampler
that has nothing to do with the picture is not taken for its own. All walks are bounded.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from sdstudio.gallery.drafts import Draft, lora_note, number
from sdstudio.phrase import Phrase

_MOST_NODES = 5000
_MOST_WALKED = 2000
_MOST_DEEP = 30
_SAVING = ("saveimage", "previewimage", "imagesave", "saveanimated", "imagesaver", "saveimg")
_TEXTS = ("text", "text_g", "prompt", "positive_prompt", "t5xxl", "clip_l", "string", "value")
_VALUES = ("value", "int", "float", "number", "seed", "noise_seed", "string", "text")
_MODELS = ("ckpt_name", "unet_name", "model_name", "base_ckpt_name")
_NOT_CONDITIONING = frozenset(
    ("clip", "vae", "model", "control_net", "image", "images", "pixels", "mask", "style_model")
)
_SPACED = {
    "KarrasScheduler": "karras",
    "ExponentialScheduler": "exponential",
    "PolyexponentialScheduler": "polyexponential",
    "BetaSamplingScheduler": "beta",
    "Flux2Scheduler": "simple",
}
_FLOW = ("FluxGuidance", "ModelSamplingFlux", "ModelSamplingSD3", "EmptySD3LatentImage")

# The order of the values in the window's own kind of graph, which names them not.
_WIDGETS = {
    "KSampler": "seed - steps cfg sampler_name scheduler denoise",
    "KSamplerAdvanced": "add_noise noise_seed - steps cfg sampler_name scheduler start_at_step",
    "SamplerCustom": "add_noise noise_seed - cfg",
    "CLIPTextEncode": "text",
    "CheckpointLoaderSimple": "ckpt_name",
    "UNETLoader": "unet_name",
    "LoraLoader": "lora_name strength_model strength_clip",
    "LoraLoaderModelOnly": "lora_name strength_model",
    "EmptyLatentImage": "width height batch_size",
    "EmptySD3LatentImage": "width height batch_size",
    "KSamplerSelect": "sampler_name",
    "BasicScheduler": "scheduler steps denoise",
    "KarrasScheduler": "steps",
    "RandomNoise": "noise_seed",
    "CFGGuider": "cfg",
    "FluxGuidance": "guidance",
}

_Node = Mapping[str, Any]


def parse_graph(prompt: Mapping[str, object]) -> Draft | None:
    """The settings in a graph as ComfyUI runs it; None when no sampler leads to a picture."""
    return _Graph(prompt).draft()


def parse_workflow(workflow: Mapping[str, object]) -> Draft | None:
    """The settings in a graph as ComfyUI's window keeps it; None as in ``parse_graph``."""
    nodes, links = workflow.get("nodes"), workflow.get("links")
    if not isinstance(nodes, list) or not isinstance(links, list):
        return None
    origins: dict[object, list[object]] = {}
    for link in links[:_MOST_NODES]:
        if isinstance(link, list) and len(link) >= 3 and isinstance(link[0], int):
            origins[link[0]] = [str(link[1]), link[2]]
    prompt: dict[str, object] = {}
    for node in nodes[:_MOST_NODES]:
        if isinstance(node, dict):
            kind = node.get("type")
            inputs = _widgets(kind, node.get("widgets_values"))
            entries = node.get("inputs")
            for entry in entries if isinstance(entries, list) else ():
                if isinstance(entry, dict) and isinstance(entry.get("link"), int):
                    inputs[str(entry.get("name"))] = origins.get(entry["link"])
            prompt[str(node.get("id"))] = {"class_type": kind, "inputs": inputs}
    return parse_graph(prompt)


def _widgets(kind: object, values: object) -> dict[str, object]:
    names = _WIDGETS.get(kind, "").split() if isinstance(kind, str) else []
    if not isinstance(values, list):
        return {}
    return {name: value for name, value in zip(names, values, strict=False) if name != "-"}


class _Graph:
    """The nodes by id; nothing in them is taken to be what it should be."""

    def __init__(self, prompt: Mapping[str, object]) -> None:
        self.nodes: dict[str, _Node] = {}
        self.kinds: dict[str, str] = {}
        for id, node in list(prompt.items())[:_MOST_NODES]:
            if isinstance(node, dict) and isinstance(node.get("inputs"), dict):
                self.nodes[id] = node["inputs"]
                kind = node.get("class_type")
                self.kinds[id] = kind if isinstance(kind, str) else ""

    def draft(self) -> Draft | None:
        samplers = self._samplers()
        if not samplers:
            return None
        # The one that began with noise; those after it went over its picture again.
        id = next((one for one in reversed(samplers) if self._is_first(one)), samplers[-1])
        inputs = self.nodes[id]
        guider = self._linked(inputs, "guider") or inputs
        sigmas = self._linked(inputs, "sigmas") or {}
        sampler = self._linked(inputs, "sampler") or inputs
        noise = self._linked(inputs, "noise") or inputs
        notes: list[Phrase] = []
        if len(samplers) > 1:
            notes.append(
                Phrase(
                    "{count} samplers made it; the settings are those of the first.",
                    count=len(samplers),
                )
            )
        positive = self._texts(guider, "positive" if "positive" in guider else "conditioning")
        negative = self._texts(guider, "negative")
        if len(positive) > 1 or len(negative) > 1:
            notes.append(Phrase("Its prompt was put together from several texts."))
        model, loras = self._model(guider if "model" in guider else inputs)
        notes.extend(lora_note(name, weight) for name, weight in loras)
        latent = self._latent(inputs, notes)
        flux = self._flux_guidance(guider)
        spacing = self._value(sigmas, "scheduler") or self._value(inputs, "scheduler")
        if spacing is None:
            spacing = _SPACED.get(self._kind_of(inputs, "sigmas"))
        return Draft(
            program="ComfyUI",
            prompt=", ".join(positive),
            negative_prompt=", ".join(negative),
            model=model,
            sampler=self._value(sampler, "sampler_name"),
            spacing=spacing,
            steps=_first(self._value(sigmas, "steps"), self._value(inputs, "steps")),
            guidance=_first(flux, self._value(guider, "cfg"), self._value(inputs, "cfg")),
            seed=_first(self._value(noise, "noise_seed"), self._value(noise, "seed")),
            width=self._value(latent, "width"),
            height=self._value(latent, "height"),
            is_flow=flux is not None or any(kind in _FLOW for kind in self.kinds.values()),
            notes=tuple(notes),
        )

    def _samplers(self) -> list[str]:
        """Ids of the samplers upstream of what saves a picture, nearest to it first."""
        saving = [
            id
            for id, kind in self.kinds.items()
            if any(word in kind.casefold().replace("_", "") for word in _SAVING)
        ]
        return [id for id in self._upstream(saving or list(self.nodes)) if self._samples(id)]

    def _samples(self, id: str) -> bool:
        inputs = self.nodes[id]
        if "guider" in inputs and "sigmas" in inputs:
            return True
        has_name = "sampler_name" in inputs or ("sampler" in inputs and "sigmas" in inputs)
        return has_name and "positive" in inputs and ("cfg" in inputs or "guidance" in inputs)

    def _is_first(self, id: str) -> bool:
        inputs = self.nodes[id]
        sigmas = self._linked(inputs, "sigmas") or {}
        strength = number(_first(self._value(sigmas, "denoise"), self._value(inputs, "denoise")))
        start = number(self._value(inputs, "start_at_step"))
        return (strength is None or strength >= 1) and not start

    def _upstream(self, ids: list[str], but: frozenset[str] = frozenset()) -> Iterator[str]:
        """These nodes and all that lead to them, nearest first; inputs called ``but`` are not."""
        waiting = deque(ids)
        seen = set(ids)
        while waiting and len(seen) <= _MOST_WALKED + len(ids):
            id = waiting.popleft()
            if id not in self.nodes:
                continue
            yield id
            for name, value in self.nodes[id].items():
                target = _target(value)
                if target is not None and name not in but and target not in seen:
                    seen.add(target)
                    waiting.append(target)

    def _linked(self, inputs: _Node, name: str) -> _Node | None:
        """The inputs of the node that this input comes from."""
        return self.nodes.get(_target(inputs.get(name)) or "")

    def _kind_of(self, inputs: _Node, name: str) -> str:
        return self.kinds.get(_target(inputs.get(name)) or "", "")

    def _value(self, inputs: _Node, name: str, names: tuple[str, ...] = _VALUES) -> object:
        """An input's value, also where other nodes hand it on; None where there is none."""
        value: object = inputs.get(name)
        for _ in range(_MOST_DEEP):
            target = _target(value)
            if target is None:
                return value if isinstance(value, str | int | float) else None
            inputs = self.nodes.get(target, {})
            value = next((inputs[one] for one in names if one in inputs), None)
        return None

    def _texts(self, inputs: _Node, name: str) -> list[str]:
        """The texts that a conditioning is made from."""
        if isinstance(inputs.get(name), str):
            return [inputs[name]] if inputs[name].strip() else []
        texts: list[str] = []
        waiting = deque([inputs.get(name)])
        seen: set[tuple[str, object]] = set()
        while waiting and len(seen) <= _MOST_WALKED:
            link = waiting.popleft()
            target = _target(link)
            if not isinstance(link, list) or target is None or target not in self.nodes:
                continue
            slot = link[1] if isinstance(link[1], int) else 0
            if (target, slot) in seen:
                continue
            seen.add((target, slot))
            node = self.nodes[target]
            if self.kinds[target] == "ConditioningZeroOut":
                continue
            found = next((t for key in _TEXTS if (t := self._value(node, key, _TEXTS))), None)
            if isinstance(found, str):
                if found.strip() and found not in texts:
                    texts.append(found)
            elif "positive" in node and "negative" in node:
                # A node that both pass through, side by side.
                waiting.append(node["positive" if slot == 0 else "negative"])
            else:
                waiting.extend(v for key, v in node.items() if key not in _NOT_CONDITIONING)
        return texts

    def _model(self, inputs: _Node) -> tuple[object, list[tuple[object, object]]]:
        """The checkpoint's name, and the LoRAs that were laid over it with their weights."""
        loras: list[tuple[object, object]] = []
        start = _target(inputs.get("model"))
        for id in self._upstream([start] if start else [], frozenset(("clip", "vae"))):
            node = self.nodes[id]
            if isinstance(node.get("lora_name"), str) and len(loras) < 20:
                loras.append((node["lora_name"], node.get("strength_model")))
            for name in _MODELS:
                if isinstance(value := self._value(node, name), str):
                    return value, loras
        return None, loras

    def _latent(self, inputs: _Node, notes: list[Phrase]) -> _Node:
        """The inputs of the node that made the empty latents; empty where there is none."""
        name = next((one for one in ("latent_image", "latent", "samples") if one in inputs), "")
        start = _target(inputs.get(name))
        for id in self._upstream([start] if start else []):
            node = self.nodes[id]
            if "pixels" in node:
                break
            if "width" in node and "height" in node:
                if (count := number(self._value(node, "batch_size"))) is not None and count > 1:
                    notes.append(Phrase("It is one of several that were made from the same noise."))
                return node
        notes.append(Phrase("It did not begin with noise alone, but with another picture."))
        return {}

    def _flux_guidance(self, inputs: _Node) -> object:
        start = _target(inputs.get("positive" if "positive" in inputs else "conditioning"))
        for id in self._upstream([start] if start else [], _NOT_CONDITIONING):
            if self.kinds[id] == "FluxGuidance":
                return self._value(self.nodes[id], "guidance")
        return None


def _target(value: object) -> str | None:
    """The node that an input comes from; None where it is a value."""
    if isinstance(value, list) and len(value) == 2 and isinstance(value[0], str | int):
        return str(value[0])
    return None


def _first(*values: object) -> object:
    return next((value for value in values if value is not None), None)
