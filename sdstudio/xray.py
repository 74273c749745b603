"""The types of the X-ray: what is asked about the inside of a model or a run, and the answers.

Questions and answers cross threads, so they are frozen dataclasses of plain values; arrays
travel as ``Numbers``. Every number is the one that a plain diffusers script gives; ``code`` is that
script. No torch and no Qt here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import prod
from typing import TYPE_CHECKING, Self

from sdstudio.request import InvalidRequest

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

NOISE_SCHEDULES = ("model", "linear", "scaled_linear", "squaredcos_cap_v2")
"""How alphas_cumprod may fall: as the model was trained, or by one of diffusers' own rules."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """An array of float32, in C order."""

    shape: tuple[int, ...]
    data: bytes = field(repr=False)

    def __post_init__(self) -> None:
        if len(self.data) != 4 * prod(self.shape):
            raise ValueError(f"{len(self.data)} bytes do not make {self.shape}")

    @classmethod
    def of(cls, array: npt.ArrayLike) -> Self:
        """A copy of an array, as float32."""
        # Here and below: the window must not wait for numpy before it is shown.
        import numpy as np

        values = np.ascontiguousarray(array, dtype=np.float32)
        return cls(tuple(int(side) for side in values.shape), values.tobytes())

    def array(self) -> npt.NDArray[np.float32]:
        """The numbers, to be looked at and not written to."""
        import numpy as np

        return np.frombuffer(self.data, np.float32).reshape(self.shape)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rgb:
    """A picture: ``data`` is width x height x 3 bytes, row by row."""

    width: int
    height: int
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class NotApplicable:
    """Where a question makes no sense for this model; ``sentence``, a phrase, says why."""

    sentence: str


# -- 1. the map --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelineQuery:
    """The model in memory, with the tensor shapes of a run of this size."""

    width: int
    height: int
    guidance_scale: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A component: ``name`` as in the pipeline (unet), ``config`` as JSON, ``tree`` as ``print``.

    ``parameters`` and ``bytes`` are 0 for what has no weights.
    """

    name: str
    class_name: str
    library: str
    parameters: int
    bytes: int
    dtype: str
    device: str
    config: str
    tree: str
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A tensor on its way from one part to another, both by name; ``image`` and ``prompt`` too.

    ``shape`` is empty for text, and where it is not known.
    """

    source: str
    target: str
    what: str
    shape: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelineMap:
    """The parts in the order of a run, and what flows between them. ``text`` is ``print(pipe)``."""

    pipeline_class: str
    parts: tuple[Part, ...]
    flows: tuple[Flow, ...]
    text: str
    code: str


# -- 2. tokens ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """A token: ``text`` as the vocabulary has it, and the characters of the prompt it stands for.

    The marks at both ends and the padding stand for none (``start == end``).
    """

    id: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenTable:
    """A prompt as the tokenizer cuts it.

    ``tokens`` are what the model reads, ``max_tokens`` of them, padding included; of these the
    first ``used`` are not padding. ``cut`` are those it does not read, at most 1,000 of them.
    """

    tokens: tuple[Token, ...]
    used: int
    max_tokens: int
    cut: tuple[Token, ...]
    cut_count: int
    code: str


# -- 3. the embedding --------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbeddingQuery:
    """What the text encoders make of both prompts."""

    prompt: str
    negative_prompt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Embedding:
    """Hidden states as the denoiser gets them, tokens x width, and their cosine similarities.

    ``similarity`` is tokens x tokens within the prompt, ``against_negative`` tokens of the prompt x
    tokens of the negative prompt; both without padding.
    """

    prompt: Numbers
    negative: Numbers
    tokens: TokenTable
    negative_tokens: TokenTable
    similarity: Numbers
    against_negative: Numbers
    code: str


# -- 4. the schedule ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ScheduleQuery:
    """The steps of a scheduler, and how noise grows by one of ``NOISE_SCHEDULES``."""

    scheduler: str
    num_inference_steps: int
    width: int
    height: int
    noise_schedule: str = "model"

    def __post_init__(self) -> None:
        if self.noise_schedule not in NOISE_SCHEDULES:
            raise InvalidRequest(
                "There is no noise schedule called “{name}”.",
                "Choose one of: {known}.",
                name=self.noise_schedule,
                known=", ".join(NOISE_SCHEDULES),
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """``timesteps`` of the steps, ``sigmas`` of the same (noise over signal; flow: the share of
    noise), and ``alphas_cumprod`` over the training timesteps, empty for flow models."""

    scheduler: str
    timesteps: tuple[float, ...]
    sigmas: tuple[float, ...]
    alphas_cumprod: Numbers
    code: str


# -- 5. a step ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class StepQuery:
    """A step of a denoising in memory."""

    request_id: str
    index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StepInside:
    """A step: pictures by the map, latents C x h x w, and the predicted noise's distribution.

    ``after`` is x_{t-1}: what the next step began with, None at the last one. ``norms`` are, for
    every step of the run, index and the root mean square of x_t, x0 and the predicted noise.
    """

    request_id: str
    index: int
    timestep: float
    sigma: float
    before_picture: Rgb
    after_picture: Rgb | None
    x0_picture: Rgb
    before: Numbers
    x0: Numbers
    noise: Numbers
    norms: tuple[tuple[int, float, float, float], ...]
    code: str


# -- 6. guidance -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceQuery:
    """A step of a denoising in memory, whose network is asked again."""

    request_id: str
    index: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """The network's two answers at a step, C x h x w each, and what x0 they lead to.

    x0 is a linear function of the answer: for any scale s it is
    ``x0_unconditional + s * (x0_conditional - x0_unconditional)``, and so is its picture by the map
    before it is clamped. The pictures are H x W x 3 in [-1, 1] where they are in range.
    ``prediction_type`` is what the network answers with, as diffusers calls it.
    """

    request_id: str
    index: int
    guidance_scale: float
    unconditional: Numbers
    conditional: Numbers
    x0_unconditional: Numbers
    x0_conditional: Numbers
    picture_unconditional: Numbers
    picture_conditional: Numbers
    code: str
    prediction_type: str = "epsilon"


# -- 7. attention ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionQuery:
    """Run a denoising in memory again, and keep where each word acted."""

    request_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionLayer:
    """A cross-attention layer by its module's name, over a grid of ``height`` x ``width``."""

    name: str
    width: int
    height: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionReplay:
    """A replay is in memory: its maps can be asked for with ``AttentionMapQuery``."""

    request_id: str
    tokens: TokenTable
    steps: tuple[int, ...]
    layers: tuple[AttentionLayer, ...]
    bytes: int
    code: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionMapQuery:
    """Where tokens acted: of one step and one layer (an index into ``layers``), or all of them."""

    request_id: str
    tokens: tuple[int, ...]
    step: int | None = None
    layer: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionMap:
    """Attention paid to the tokens, h x w, each a probability averaged over heads (and more)."""

    query: AttentionMapQuery
    map: Numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionSpotQuery:
    """Which tokens acted at a spot; ``x`` and ``y`` in [0, 1] over the picture."""

    request_id: str
    x: float
    y: float
    step: int | None = None
    layer: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AttentionSpot:
    """The tokens at a spot by position, with the attention paid to each, most first."""

    query: AttentionSpotQuery
    ranked: tuple[tuple[int, float], ...]


# -- 8. the VAE --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class VaeQuery:
    """A picture, through the VAE and back. Its sides are cut to multiples of the VAE's factor.

    ``file`` is where the picture lies, for the script.
    """

    picture: Rgb
    file: str = "picture.png"


@dataclass(frozen=True, slots=True, kw_only=True)
class VaeRoundTrip:
    """``latents`` C x h x w, scaled by ``scaling_factor`` as the denoiser has them; ``psnr`` in dB.

    ``difference`` is H x W, the mean over colours of how far apart original and ``decoded`` are, in
    levels of 255.
    """

    original: Rgb
    decoded: Rgb
    latents: Numbers
    difference: Numbers
    psnr: float
    scaling_factor: float
    code: str


# -- 9. forward --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class ForwardQuery:
    """Noise added to a picture at a training timestep, and what the model makes of it in one go.

    ``file`` is where the picture lies, for the script.
    """

    picture: Rgb
    timestep: int
    seed: int
    prompt: str
    noise_schedule: str = "model"
    file: str = "picture.png"


@dataclass(frozen=True, slots=True, kw_only=True)
class Forward:
    """q_sample: ``noisy`` = a x0 + b noise, in latents; pictures by the VAE."""

    timestep: int
    a: float
    b: float
    original: Rgb
    noisy: Rgb
    predicted: Rgb
    noisy_latents: Numbers
    predicted_latents: Numbers
    code: str


# -- 10. comparing -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareQuery:
    """Two denoisings in memory."""

    first: str
    second: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How far apart the predicted x0 are: steps that both have, and the root mean square of the
    difference divided by that of the first run's x0. ``parted_at`` is the first step at which it
    is more than a hundredth, None if there is none."""

    first: str
    second: str
    steps: tuple[int, ...]
    distances: tuple[float, ...]
    parted_at: int | None
    code: str


Query = (
    PipelineQuery
    | EmbeddingQuery
    | ScheduleQuery
    | StepQuery
    | GuidanceQuery
    | AttentionQuery
    | AttentionMapQuery
    | AttentionSpotQuery
    | VaeQuery
    | ForwardQuery
    | CompareQuery
)
Answer = (
    PipelineMap
    | Embedding
    | Schedule
    | StepInside
    | Guidance
    | AttentionReplay
    | AttentionMap
    | AttentionSpot
    | VaeRoundTrip
    | Forward
    | Comparison
    | NotApplicable
)
NEEDS_MODEL = (
    PipelineQuery,
    EmbeddingQuery,
    GuidanceQuery,
    AttentionQuery,
    VaeQuery,
    ForwardQuery,
)
"""Questions that only the thread of the model can answer; the others any thread can."""
