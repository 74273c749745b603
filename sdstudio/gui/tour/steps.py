"""What the tour tells, and which of it is so for a model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from sdstudio.pipelines import PIPELINES
from sdstudio.request import GenerationRequest, ModelInfo

Place = Literal["prompt", "xray", "timeline", "gallery"]
"""What of the window a card points at."""
_NO_CROSS_ATTENTION = ("StableDiffusion3Pipeline", "FluxPipeline")
"""Transformers: words and picture attend to each other in one."""
_TOLD_GUIDANCE = ("FluxPipeline",)
"""These are told the guidance scale, and answer once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TourStep:
    """One card. ``pane`` is the X-ray's to be opened, empty where the X-ray is not looked at."""

    name: str
    title: str
    text: str
    place: Place
    pane: str = ""


def tour_steps(model: ModelInfo, request: GenerationRequest) -> tuple[TourStep, ...]:
    """The cards for a picture that was made by ``request`` with ``model``, in today's language.

    What has no pane that answers is left out.
    """
    return tuple(step for step in _all_steps() if _is_so(step.name, model, request))


def _is_so(name: str, model: ModelInfo, request: GenerationRequest) -> bool:
    kind = PIPELINES.get(model.pipeline_class)
    is_dissected = kind is not None and kind.is_dissected
    if name in ("prompt", "tokens"):
        return model.has_prompt
    if name == "embedding":
        return model.has_prompt and is_dissected
    if name == "guidance":
        is_asked_twice = request.guidance_scale > 1 and model.pipeline_class not in _TOLD_GUIDANCE
        return model.has_prompt and is_dissected and is_asked_twice
    if name == "attention":
        has_maps = model.pipeline_class not in _NO_CROSS_ATTENTION
        return model.has_prompt and is_dissected and has_maps
    if name == "vae":
        # Those without a prompt work on the picture's own pixels.
        return model.has_prompt
    return True


def _all_steps() -> tuple[TourStep, ...]:
    translate = QCoreApplication.translate
    return (
        TourStep(
            name="prompt",
            place="prompt",
            title=translate("Tour", "It begins with your words"),
            text=translate(
                "Tour",
                "This is where you say what you want to see. The model cannot read letters, so the "
                "words become numbers first. The next cards follow them into the picture.",
            ),
        ),
        TourStep(
            name="tokens",
            place="xray",
            pane="tokens",
            title=translate("Tour", "Words are cut into tokens"),
            text=translate(
                "Tour",
                "A tokenizer cuts the prompt into pieces it knows, words or parts of words, and "
                "each piece has a number. There is room for so many pieces and no more: what "
                "comes after that is not read at all.",
            ),
        ),
        TourStep(
            name="embedding",
            place="xray",
            pane="embedding",
            title=translate("Tour", "Tokens get a meaning"),
            text=translate(
                "Tour",
                "The text encoder turns each token into a row of numbers: its meaning, so to "
                "speak, among the other words. Rows that point the same way mean something "
                "similar to the model. Nothing else of your words gets any further.",
            ),
        ),
        TourStep(
            name="schedule",
            place="xray",
            pane="schedule",
            title=translate("Tour", "The picture begins as noise"),
            text=translate(
                "Tour",
                "At first there is nothing but noise, like a television without a signal. The "
                "curve shows how much of it is left at each step. The scheduler decides how the "
                "way is divided: usually big steps first, and small ones at the end.",
            ),
        ),
        TourStep(
            name="step",
            place="timeline",
            pane="step",
            title=translate("Tour", "Step by step, noise goes"),
            text=translate(
                "Tour",
                "At every step a network says what is noise, and the scheduler takes some of it "
                "away. The canvas shows what the network believed the finished picture to be at "
                "this step: early on a blur of all that is still possible. Drag along the "
                "timeline and watch it form.",
            ),
        ),
        TourStep(
            name="guidance",
            place="xray",
            pane="guidance",
            title=translate("Tour", "Your words steer"),
            text=translate(
                "Tour",
                "At each step the network is asked twice, with your prompt and without it. The "
                "difference is what your words want, and the guidance scale says how many times "
                "that counts. Move the slider: too little and the words hardly matter, too much "
                "and the colours burn.",
            ),
        ),
        TourStep(
            name="attention",
            place="xray",
            pane="attention",
            title=translate("Tour", "Where each word acted"),
            text=translate(
                "Tour",
                "Every spot of the picture looks at your words, at some of them more than at "
                "others. To see it, press “Replay with attention”: the picture is made once "
                "more, and comes out the same. Then click a word.",
            ),
        ),
        TourStep(
            name="vae",
            place="xray",
            pane="vae",
            title=translate("Tour", "Small becomes large"),
            text=translate(
                "Tour",
                "All of this happened to a small picture made of numbers, the latents. At the end "
                "a second network, the VAE, makes the large picture of it. What gets lost in "
                "the small one, such as tiny letters, no prompt can bring back.",
            ),
        ),
        TourStep(
            name="gallery",
            place="gallery",
            title=translate("Tour", "And here it is"),
            text=translate(
                "Tour",
                "The finished picture is a file of yours, and how it was made is written inside. "
                "Choose any picture here and open the X-ray again whenever you like. Now change "
                "one word of your prompt, and compare.",
            ),
        ),
    )
