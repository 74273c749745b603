"""The types that travel between the window, the worker, the gallery and the command line.

Everything here is a frozen dataclass of plain values, so it can cross a thread, a process or a
machine. The module imports neither torch nor Qt, and of ours only names and phrases.
"""

from __future__ import annotations

import json
import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Literal, Self

from sdstudio.additions import PARTS, AddedFile, Lora, Part, embedding_word, rebuilt
from sdstudio.phrase import Phrase, in_a_row
from sdstudio.scheduler_names import SCHEDULERS as SCHEDULERS

STARTER = "starter"
"""Model reference of the model that ships with the app and is loaded first."""
FACES = "faces"
"""Model reference of the small model without a prompt that ships with the app."""
BUILT_IN = (STARTER, FACES)
"""References of what ships with the app; any other reference is a folder's path."""

MAX_SEED = 2**63 - 1
MIN_SIDE, MAX_SIDE = 8, 4096
"""Sides, in pixels, that no request may leave; a model's own bounds are narrower."""
MAX_STEPS = 1000
MAX_GUIDANCE = 100.0
MAX_PROMPT = 100_000
"""Characters of a prompt: far beyond what a text encoder reads, and still quick to show."""

MAX_LORAS = 32
MAX_EMBEDDINGS = 256
MAX_LORA_WEIGHT = 4.0
"""Either way: some LoRAs are meant to be taken away from a model."""
MAX_PATH = 4096
"""Characters of a file's path."""

Stage = Literal["load", "encode", "denoise", "decode", "save"]

View = Literal["x0", "noisy", "both", "noise"]
"""What of a step is looked at: the predicted picture (x0), the noisy latents (x_t) as a picture,
these two side by side, or the predicted noise."""

_NAMES = {"prompt": Phrase("prompt"), "negative_prompt": Phrase("negative prompt")}
"""What people call these fields of a request."""

Origin = Literal["made", "imported"]
"""Where a picture of the gallery is from: made here, or brought in from another program."""

VIEWS: tuple[View, ...] = ("x0", "noisy", "both", "noise")


class SdstudioError(Exception):
    """A known failure, told in one sentence that says what is wrong and one that says what to do.

    ``template`` and ``action`` are those of a ``Phrase`` over ``values``, so the window can say it
    in the user's language.
    """

    def __init__(self, template: str, action: str = "", **values: object) -> None:
        super().__init__(template, action)
        self.template = template
        self.action_template = action
        self.values = values

    @property
    def message(self) -> Phrase:
        """What is wrong, as one sentence."""
        return Phrase(self.template, **self.values)

    @property
    def action(self) -> Phrase:
        """What to do about it, as one sentence; may be empty."""
        return Phrase(self.action_template, **self.values)

    @property
    def phrase(self) -> Phrase:
        """Both."""
        return in_a_row(self.message, self.action) if self.action_template else self.message

    def __str__(self) -> str:
        return str(self.phrase)

    def __reduce__(self) -> tuple[object, ...]:
        # Errors cross threads and processes; the default would lose the keyword values.
        return _rebuild_error, (type(self), self.template, self.action_template, self.values)


def _rebuild_error(
    kind: type[SdstudioError], template: str, action: str, values: dict[str, object]
) -> SdstudioError:
    return kind(template, action, **values)


class InvalidRequest(SdstudioError):
    """A setting has a value that no picture can be made with."""


class ModelNotFound(SdstudioError):
    """There is no model where the reference points."""


class UnsupportedModel(SdstudioError):
    """The model is sound, but of a kind this version cannot run."""


class UnsafeModel(SdstudioError):
    """Loading the model would mean running code that came with it."""


class PickledModel(UnsafeModel):
    """The weights are pickles, which can hold code; they can be converted once, with a yes."""


class CorruptModel(SdstudioError):
    """The model's files are damaged or incomplete."""


class OutOfMemory(SdstudioError):
    """The device has too little memory, after everything that saves memory was tried."""


class BrokenPicture(SdstudioError):
    """The model gave numbers that are no picture (NaN), also in full precision."""


class StorageFull(SdstudioError):
    """The disk is full, or a quota is reached."""


class StorageFailed(SdstudioError):
    """A folder is missing, read-only, or otherwise refuses a file."""


class TrajectoryMissing(SdstudioError):
    """The denoising of a picture is neither in memory nor kept beside the picture."""


class BrokenTrajectory(SdstudioError):
    """A kept denoising is damaged, or does not fit the model, the size or this version."""


class NewerDatabase(SdstudioError):
    """The gallery was written by a newer version of the app."""


class Cancelled(Exception):  # an answer to Stop, not an error
    """The user stopped the request; raised inside a run to leave it at once."""


def new_id() -> str:
    """A fresh request id: 32 hexadecimal characters."""
    return uuid.uuid4().hex


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationRequest:
    """Everything that decides one picture, resolved: the seed is chosen, nothing left to default.

    A batch is several requests with consecutive seeds, so that each picture has its own preview,
    can be dropped alone, and is the same picture whether made alone or among others.

    A branch continues another picture's denoising: ``parent`` is that request's id and
    ``from_step`` the step, counted from 1, that is done anew from the latents it began with. With
    ``fresh_noise`` the parent's predicted x0 at that step gets new noise, drawn from ``seed``. For
    all others ``parent`` is empty and ``from_step`` 0.

    ``loras`` are added to the model in this order, and ``parts`` are in the place of its own.
    ``embeddings`` are files of textual inversions, whose words (``embedding_word``) the prompts
    may hold; those whose word is in neither have no effect.

    Raises:
        InvalidRequest: on a value no picture can be made with. Sides are checked against the hard
            bounds here and against the model's own factor when it is known (``check_size``).
    """

    prompt: str
    negative_prompt: str = ""
    model: str = STARTER
    scheduler: str = "dpmpp_2m"
    num_inference_steps: int = 20
    guidance_scale: float = 4.0
    width: int = 128
    height: int = 128
    seed: int = 0
    parent: str = ""
    from_step: int = 0
    fresh_noise: bool = False
    loras: tuple[Lora, ...] = ()
    embeddings: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    id: str = field(default_factory=new_id)

    def __post_init__(self) -> None:
        for name in ("prompt", "negative_prompt", "model", "scheduler", "parent", "id"):
            if not isinstance(getattr(self, name), str):
                raise InvalidRequest("{name} must be text.", name=name)
        for name in ("prompt", "negative_prompt"):
            text: str = getattr(self, name)
            if len(text) > MAX_PROMPT:
                raise InvalidRequest(
                    "The {name} has {count} characters; at most {most} are accepted.",
                    "Shorten it: a model reads only the first few dozen words.",
                    name=_NAMES[name],
                    count=len(text),
                    most=MAX_PROMPT,
                )
        for name in ("prompt", "negative_prompt", "model", "parent", "id"):
            try:
                getattr(self, name).encode("utf-8")
            except UnicodeEncodeError:
                raise InvalidRequest(
                    "The {name} holds characters that are not valid Unicode text.",
                    "Type it again.",
                    name=_NAMES.get(name, name),
                ) from None
        if not self.model:
            raise InvalidRequest("No model is chosen.", "Choose a model.")
        if self.scheduler not in SCHEDULERS:
            raise InvalidRequest(
                "There is no scheduler called “{scheduler}”.",
                "Choose one of: {known}.",
                scheduler=self.scheduler,
                known=", ".join(SCHEDULERS),
            )
        _check_whole(Phrase("number of steps"), self.num_inference_steps, 1, MAX_STEPS)
        _check_whole(Phrase("seed"), self.seed, 0, MAX_SEED)
        _check_whole(Phrase("width"), self.width, MIN_SIDE, MAX_SIDE)
        _check_whole(Phrase("height"), self.height, MIN_SIDE, MAX_SIDE)
        _check_whole(Phrase("step to branch from"), self.from_step, 0, MAX_STEPS)
        if bool(self.parent) != bool(self.from_step) or not isinstance(self.fresh_noise, bool):
            raise InvalidRequest("A branch needs both a parent and a step.")
        guidance = self.guidance_scale
        if isinstance(guidance, bool) or not isinstance(guidance, int | float):
            raise InvalidRequest(
                "The guidance scale must be a number.", "Usual values are 3 to 12."
            )
        # NaN fails the comparison too; isfinite would overflow on a whole number of 400 digits.
        if not 0 <= guidance <= MAX_GUIDANCE:
            raise InvalidRequest(
                "The guidance scale is {guidance}; it must be between 0 and {most}.",
                "Usual values are 3 to 12.",
                guidance=guidance,
                most=int(MAX_GUIDANCE),
            )
        # One value, one spelling: 4 and 4.0 must give the same JSON.
        object.__setattr__(self, "guidance_scale", float(guidance))
        self._check_additions()

    def _check_additions(self) -> None:
        kinds = (("loras", Lora), ("embeddings", str), ("parts", Part))
        for name, kind in kinds:
            values = getattr(self, name)
            if not isinstance(values, tuple) or not all(isinstance(each, kind) for each in values):
                raise InvalidRequest("The {name} make no sense.", "Choose them again.", name=name)
        for each in self.loras:
            _check_path("LoRA", each.path)
            _check_weight(each)
        for part in self.parts:
            if part.name not in PARTS:
                raise InvalidRequest(
                    "A model has no part called “{name}” that could be swapped.",
                    "Choose one of: {known}.",
                    name=part.name,
                    known=", ".join(PARTS),
                )
            _check_path(part.name, part.path)
        for path in self.embeddings:
            _check_path(Phrase("embedding"), path)
        _check_each_once("LoRA", (each.path for each in self.loras), MAX_LORAS)
        _check_each_once(Phrase("part"), (each.name for each in self.parts), len(PARTS))
        # Two files of one word could not both be meant by it.
        words = (embedding_word(path).casefold() for path in self.embeddings)
        _check_each_once(Phrase("embedding"), words, MAX_EMBEDDINGS)
        # As with the guidance scale: one value, one spelling.
        loras = tuple(Lora(each.path, float(each.weight)) for each in self.loras)
        object.__setattr__(self, "loras", loras)

    def to_json(self) -> str:
        """One JSON object with every field; ``from_json`` gives an equal request back."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """The request written by ``to_json``; fields of later versions are ignored.

        Raises:
            InvalidRequest: when the text is no such object or a value is out of range.
        """
        try:
            values = json.loads(text)
        except (ValueError, RecursionError):
            raise InvalidRequest("These settings are not valid JSON.") from None
        if not isinstance(values, dict):
            raise InvalidRequest("These settings are not a JSON object.")
        known = {f.name for f in fields(cls)}
        try:
            values = rebuilt({key: value for key, value in values.items() if key in known})
        except (TypeError, AttributeError):
            raise InvalidRequest("What these settings add to the model makes no sense.") from None
        try:
            return cls(**values)
        except TypeError:
            raise InvalidRequest("These settings are incomplete: there is no prompt.") from None


def _check_path(what: str, path: object) -> None:
    if not isinstance(path, str) or not path or len(path) > MAX_PATH or "\0" in path:
        raise InvalidRequest("The {what} has no usable path.", "Choose its file again.", what=what)
    try:
        path.encode("utf-8")
    except UnicodeEncodeError:
        raise InvalidRequest(
            "The path of the {what} holds characters that are not valid Unicode text.",
            "Rename the file.",
            what=what,
        ) from None


def _check_weight(lora: Lora) -> None:
    weight = lora.weight
    if isinstance(weight, bool) or not isinstance(weight, int | float):
        raise InvalidRequest("The weight of a LoRA must be a number.", "1 is as trained.")
    if not -MAX_LORA_WEIGHT <= weight <= MAX_LORA_WEIGHT:
        raise InvalidRequest(
            "The weight of the LoRA “{name}” is {weight}; it must be between -{most} and {most}.",
            "1 is as trained, and 0 leaves it without effect.",
            name=lora.name,
            weight=weight,
            most=int(MAX_LORA_WEIGHT),
        )


def _check_each_once(what: str, names: Iterable[str], most: int) -> None:
    counts = Counter(names)
    if counts.total() > most:
        raise InvalidRequest(
            "There are {count} files of the kind “{what}”; at most {most} are accepted.",
            what=what,
            count=counts.total(),
            most=most,
        )
    for name, count in counts.items():
        if count > 1:
            raise InvalidRequest(
                "The {what} “{name}” is there {count} times.",
                "Take it out until it is there once.",
                what=what,
                name=name,
                count=count,
            )


def _check_whole(name: str, value: object, least: int, most: int) -> None:
    if isinstance(value, bool) or not isinstance(value, int):
        raise InvalidRequest("The {name} must be a whole number.", name=name)
    if not least <= value <= most:
        raise InvalidRequest(
            "The {name} is {value}; it must be between {least} and {most}.",
            name=name,
            value=value,
            least=least,
            most=most,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelDefaults:
    """The settings a model's makers recommend."""

    width: int
    height: int
    num_inference_steps: int
    guidance_scale: float
    scheduler: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelInfo:
    """What the window and the command line need to know of a loaded model.

    ``size_factor`` divides both sides; ``min_side`` is the smallest side the network can take and
    ``max_side`` the largest.
    ``max_tokens`` is how many tokens its text encoder reads, the two marks at the ends included.
    ``schedulers`` are the ids of those it can be run with, in the order offered.
    ``has_prompt``, ``has_negative_prompt`` and ``has_guidance`` tell what of a request it heeds,
    ``takes_loras`` and ``takes_embeddings`` what can be added to it, and ``parts`` which of its
    parts can be swapped. ``family`` is one of ``sdstudio.models.detection``.
    """

    reference: str
    name: str
    pipeline_class: str
    size_factor: int
    min_side: int
    max_side: int
    defaults: ModelDefaults
    max_tokens: int
    device: str
    dtype: str
    parameters: int
    schedulers: tuple[str, ...]
    has_prompt: bool = True
    has_negative_prompt: bool = True
    has_guidance: bool = True
    parts: tuple[str, ...] = ()
    takes_loras: bool = False
    takes_embeddings: bool = False
    family: str = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenCount:
    """How much of a text a model reads.

    ``total`` counts the text's tokens and the two marks at the ends; of these the model reads
    ``max_tokens``. ``cut_at`` is the index of the first character it does not read, or None when
    it reads the whole text.
    """

    total: int
    max_tokens: int
    cut_at: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepPreview:
    """The predicted clean picture (pred_original_sample, x0) after one denoising step, decoded.

    ``index`` counts finished steps from 1 to ``num_timesteps``. ``rgb`` is width x height x 3
    bytes, row by row. ``sigma`` is None where the scheduler has no sigmas. ``decoder`` names what
    decoded it, and ``share`` is what all previews of the run so far took of its denoising time.
    """

    request_id: str
    index: int
    num_timesteps: int
    timestep: float
    sigma: float | None
    rgb: bytes
    width: int
    height: int
    decoder: str = "map"
    share: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewPlan:
    """How much previews may cost.

    ``every`` is the number of steps from one preview to the next; 0 shows none. ``share`` is the
    part of the denoising time that decoding them may take; the best decoder that fits is used, and
    the linear map in any case.
    """

    every: int = 1
    share: float = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class TrajectoryStep:
    """One step of a kept denoising: ``index`` counts from 1; ``sigma`` is noise over signal."""

    index: int
    timestep: float
    sigma: float


@dataclass(frozen=True, slots=True, kw_only=True)
class TrajectoryInfo:
    """What the window needs to know of a picture's denoising.

    ``steps`` in order, those taken over from a parent first; from ``first_own`` on they are this
    request's own, and only from these it can be branched. ``bytes`` is its size in memory.
    ``is_running`` while more steps are to come.
    """

    request: GenerationRequest
    steps: tuple[TrajectoryStep, ...]
    first_own: int
    bytes: int
    is_running: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A step of a denoising as a picture: ``rgb`` is width x height x 3 bytes, row by row.

    ``decoder`` is ``map`` or ``vae``.
    """

    request_id: str
    index: int
    view: View
    rgb: bytes
    width: int
    height: int
    decoder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """What made a picture, beside its request: enough to know why two machines differ.

    ``added`` are the files that its request names beside the model.
    """

    sdstudio: str
    torch: str
    diffusers: str
    device: str
    dtype: str
    model_name: str
    pipeline_class: str
    added: tuple[AddedFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Generated:
    """A finished picture as raw pixels: ``rgb`` is width x height x 3 bytes, row by row.

    ``notes`` are sentences for people: a prompt cut off at the token limit, a decode repeated in
    full precision. ``kept_step`` is the step whose predicted x0 the picture is, when it was stopped
    there and kept; None for a finished one.
    """

    request: GenerationRequest
    rgb: bytes
    width: int
    height: int
    seconds: float
    provenance: Provenance
    notes: tuple[Phrase, ...] = ()
    kept_step: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GenerationResult:
    """A finished picture as the PNG file it becomes (metadata inside) and its thumbnail (WebP).

    ``trajectory`` is the file of its denoising, when that is to be kept beside the picture.
    """

    request: GenerationRequest
    png: bytes
    thumbnail: bytes
    width: int
    height: int
    seconds: float
    provenance: Provenance
    notes: tuple[Phrase, ...] = ()
    kept_step: int | None = None
    trajectory: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GalleryItem:
    """One picture of the gallery. ``created_at`` is in seconds since 1970, UTC.

    ``request`` is None for a picture whose file carries no settings that we can read.
    ``trajectory_bytes`` is the size of the file of its denoising, 0 when none is kept.
    ``rating`` is 0 (none) to 5. ``tags`` and ``collections`` are in alphabetical order. Of an
    imported picture ``program`` names what made it, if that is known, and ``is_exact`` tells
    whether ``request`` says all that its metadata does.
    """

    id: int
    path: Path
    width: int
    height: int
    created_at: float
    request: GenerationRequest | None
    seconds: float | None = None
    provenance: Provenance | None = None
    rating: int = 0
    tags: tuple[str, ...] = ()
    kept_step: int | None = None
    trajectory_bytes: int = 0
    favourite: bool = False
    collections: tuple[str, ...] = ()
    origin: Origin = "made"
    program: str = ""
    is_exact: bool = True
