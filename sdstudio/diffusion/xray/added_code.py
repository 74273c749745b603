"""What a script says of LoRAs, textual inversions and parts from elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from sdstudio.additions import Lora, Part, embedding_word, stands_in
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.xray.source import ModelSource, quoted, variant_of
from sdstudio.request import GenerationRequest


def loading_lines(source: ModelSource, model: LoadedModel) -> str:
    """Lines that load the pipeline as ``pipe``, with all that ``model`` has now."""
    now = model.added.now
    loras = [Lora(str(each.path), each.weight) for each in now.loras]
    added = _added(source, loras, [str(each.path) for each in now.embeddings], model.parts)
    return f"{source.loading()}{added}"


def loading_lines_of_run(source: ModelSource, request: GenerationRequest) -> str:
    """Lines that load the pipeline as ``pipe``, with all that a request adds to it."""
    prompts = (request.prompt, request.negative_prompt)
    embeddings = [
        each
        for each in request.embeddings
        if any(stands_in(embedding_word(each), prompt) for prompt in prompts)
    ]
    added = _added(source, request.loras, embeddings, request.parts)
    return f"{source.loading()}{added}"


def part_call(source: ModelSource, part: Part, class_name: str) -> str:
    """The call that loads a part by itself, by a class that the script has under this name."""
    path = Path(part.path).expanduser().absolute()
    if path.is_file():
        own = f'config={quoted(str(source.path))}, subfolder="{part.name}", dtype={source.dtype}'
        return f"{class_name}.from_single_file({quoted(str(path))}, {own}){source.placed}"
    subfolder = ""
    folder = path
    if (path / "model_index.json").is_file():
        subfolder, folder = f', subfolder="{part.name}"', path / part.name
    variant = variant_of(folder)
    options = f"{subfolder}, dtype={source.dtype}" + (f', variant="{variant}"' if variant else "")
    return f"{class_name}.from_pretrained({quoted(str(path))}{options}){source.placed}"


def _added(
    source: ModelSource, loras: Iterable[Lora], embeddings: Iterable[str], parts: Iterable[Part]
) -> str:
    lines = [
        f"pipe.{each.name} = {part_call(source, each, f'type(pipe.{each.name})')}" for each in parts
    ]
    in_use = [each for each in loras if each.weight]
    names = [f"{number} {each.name}".replace(".", " ") for number, each in enumerate(in_use)]
    for name, each in zip(names, in_use, strict=True):
        lines.append(f"pipe.load_lora_weights({_file(each.path)}, adapter_name={quoted(name)})")
    if in_use:
        listed = ", ".join(map(quoted, names))
        lines.append(f"pipe.set_adapters([{listed}], {[each.weight for each in in_use]})")
    for path in embeddings:
        lines += _embedding(source, path)
    return "".join(f"\n{line}" for line in lines)


def _embedding(source: ModelSource, path: str) -> list[str]:
    word = quoted(embedding_word(path))
    if source.pipeline_class != "StableDiffusionXLPipeline":
        return [f"pipe.load_textual_inversion({_file(path)}, token={word})"]
    second = "tokenizer=pipe.tokenizer_2, text_encoder=pipe.text_encoder_2"
    return [
        "from safetensors.torch import load_file",
        f"vectors = load_file({quoted(str(Path(path).expanduser().absolute()))})",
        f'pipe.load_textual_inversion(vectors["clip_l"], token={word})',
        f'pipe.load_textual_inversion(vectors["clip_g"], token={word}, {second})',
    ]


def _file(path: str) -> str:
    file = Path(path).expanduser().absolute()
    return f"{quoted(str(file.parent))}, weight_name={quoted(file.name)}"
