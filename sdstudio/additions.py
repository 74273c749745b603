"""What a request adds to its model: LoRAs, textual inversions, and parts from elsewhere.

Plain values. ``GenerationRequest`` checks them; ``sdstudio.models.additions`` checks the files.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path, PurePath
from typing import Any

PARTS = ("vae", "unet", "transformer", "text_encoder", "text_encoder_2", "text_encoder_3")
"""The parts of a model that can be swapped, by the names that diffusers has for them."""
KINDS = ("lora", "embedding", *PARTS)
"""What can be added to a model."""

_MOST_CHOSEN = 200
_MOST_WEIGHT = 100.0
"""Beyond what any field shows, and far from what is no number any more."""

# “lyco” once was an extension's word for the same.
_TAG = re.compile(r"<(?:lora|lyco):([^<>:]+)(?::([^<>]*))?>")
_BLANKS = " \t"


@dataclass(frozen=True, slots=True)
class Lora:
    """A change to the model's weights out of a file, added with ``weight``: 1 is as trained."""

    path: str
    weight: float = 1.0

    @property
    def name(self) -> str:
        """The file's name without its ending, which is what other programs call it."""
        return PurePath(self.path).stem


@dataclass(frozen=True, slots=True)
class LoraTag:
    """A LoRA that a prompt names as in AUTOMATIC1111's web UI: ``<lora:name:0.8>``.

    ``text`` is the tag as it was typed. ``weight`` is 1 where the tag says nothing of it, and None
    where it says more or else than one number, such as two different ones.
    """

    text: str
    name: str
    weight: float | None = 1.0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the model that is taken from elsewhere: ``name`` is one of ``PARTS``.

    ``path`` is a safetensors file of that part, its folder in diffusers' format, or the folder of
    a whole model that has one.
    """

    name: str
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenAddition:
    """What the user has chosen to add to models, also while it is not used.

    ``kind`` is ``lora``, ``embedding`` or one of ``PARTS``. ``family`` is that of the models it is
    for, empty where that is not known.
    """

    kind: str
    path: str
    weight: float = 1.0
    is_on: bool = True
    family: str = ""

    @property
    def name(self) -> str:
        """The file's name without its ending, or that of the folder."""
        path = PurePath(self.path)
        return path.stem if path.suffix == ".safetensors" else path.name


@dataclass(frozen=True, slots=True, kw_only=True)
class AddedFile:
    """What tells the content of a file that a request names from all others.

    ``kind`` is ``lora``, ``embedding``, or one of ``PARTS``; ``name`` the file's name without its
    ending. ``digest`` are 12 hexadecimal digits: of the SHA-256 of an embedding's file or, as other
    programs have it, of a LoRA's tensors; of a part's files by samples.
    """

    kind: str
    name: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LoraFile:
    """A checked LoRA: ``layers`` is how many it changes, ``stamp`` tells whether it was written to.

    A weight of 0 has no effect, and there is no ``LoraFile`` for it.
    """

    path: Path
    weight: float
    layers: int
    stamp: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddingFile:
    """A checked textual inversion whose word stands in a prompt; ``stamp`` as for a LoRA."""

    path: Path
    word: str
    stamp: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Additions:
    """All that a request adds to the weights of its model, checked, in its order."""

    loras: tuple[LoraFile, ...] = ()
    embeddings: tuple[EmbeddingFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFiles:
    """A checked part: a single file, or a folder whose weights are of this variant."""

    name: str
    path: Path
    is_file: bool
    variant: str | None = None

    def weights(self) -> list[Path]:
        """The files with its weights."""
        return [self.path] if self.is_file else sorted(self.path.glob("*.safetensors"))


def embedding_word(path: str) -> str:
    """The word that stands for a textual inversion in a prompt: its file's name without ending."""
    return PurePath(path).stem


def stands_in(word: str, text: str) -> bool:
    """Whether a textual inversion's word is a word of a prompt, and not only part of one."""
    # Most are not there at all, and whoever has hundreds of them asks at every key.
    return word in text and re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def lora_tags(prompt: str) -> tuple[str, tuple[LoraTag, ...]]:
    """A prompt without the LoRAs that it names in tags, and these in their order.

    Of blanks on both sides of a tag one side goes with it, so that words stay as far apart as they
    were; what else the prompt holds stays as it is, and so does a prompt without tags.
    """
    kept: list[str] = []
    tags: list[LoraTag] = []
    end = 0
    last = " "  # of what is kept
    for match in _TAG.finditer(prompt):
        text = _joined(last, prompt[end : match.start()]) if tags else prompt[: match.start()]
        kept.append(text)
        last = text[-1:] or last
        tags.append(LoraTag(match[0], match[1].strip(), _tag_weight(match[2])))
        end = match.end()
    if not tags:
        return prompt, ()
    rest = _joined(last, prompt[end:])
    without = "".join((*kept, rest))
    return (without if rest else without.rstrip(_BLANKS)), tuple(tags)


def _joined(last: str, text: str) -> str:
    """``text`` as it follows a tag, before which ``last`` is the last character that is kept."""
    return text.lstrip(_BLANKS) if last.isspace() else text


def _tag_weight(text: str | None) -> float | None:
    if text is None:
        return 1.0
    try:
        # The web UI takes a second number for the text encoder's share.
        weights = {float(each) for each in text.split(":", 2)}
    except ValueError:
        return None
    return weights.pop() if len(weights) == 1 else None


def rebuilt(values: Mapping[str, Any]) -> dict[str, Any]:
    """A request's fields out of JSON, with the types of this module in the place of its lists.

    Fields of later versions are ignored.

    Raises:
        TypeError, AttributeError: one of them is no list of such things.
    """
    made = dict(values)
    for name, kind in (("loras", Lora), ("parts", Part)):
        if name in made:
            known = {each.name for each in fields(kind)}
            made[name] = tuple(
                kind(**{key: value for key, value in each.items() if key in known})
                for each in made[name]
            )
    if "embeddings" in made:
        made["embeddings"] = tuple(made["embeddings"])
    return made


def chosen_additions(value: object) -> tuple[ChosenAddition, ...]:
    """What is sound of a list of ``ChosenAddition`` out of JSON, each once."""
    types = {"kind": str, "path": str, "weight": float, "is_on": bool, "family": str}
    found: dict[tuple[str, str], ChosenAddition] = {}
    for entry in value if isinstance(value, list) else []:
        if not isinstance(entry, dict):
            continue
        own: dict[str, Any] = {
            name: entry[name] for name, kind in types.items() if type(entry.get(name)) is kind
        }
        if own.get("kind") not in KINDS or not own.get("path"):
            continue
        if not abs(own.get("weight", 0.0)) <= _MOST_WEIGHT:  # NaN fails the comparison
            del own["weight"]
        one = ChosenAddition(**own)
        found.setdefault((one.kind, one.path), one)
    return tuple(found.values())[:_MOST_CHOSEN]
