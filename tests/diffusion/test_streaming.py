"""Previews within their budget: which decoder, how often, and what becomes of failing ones."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from functools import partial

import pytest
import torch

from sdstudio.diffusion.generate import Watching, generate
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.prediction import Step
from sdstudio.diffusion.stopping import never
from sdstudio.diffusion.streaming import PreviewDecoder, PreviewStream, preview_decoders
from sdstudio.request import PreviewPlan, StepPreview
from tests.diffusion.conftest import Recorder
from tests.diffusion.runs import ask

SIZE = (4, 6)
LATENTS = torch.zeros(1, 4, *SIZE)


def grey(level: int, latents: torch.Tensor) -> torch.Tensor:
    """A real picture of the right size, whose level tells who decoded it."""
    return torch.full((*latents.shape[-2:], 3), level, dtype=torch.uint8)


def decoder(name: str, level: int, seconds: float | None) -> PreviewDecoder:
    """One whose cost is known, and told so once and for all."""

    class Settled(PreviewDecoder):
        def measured(self, latents: torch.Tensor, seconds: float) -> None:
            """Keeps what it was told at first."""

    costs = {} if seconds is None else {SIZE: seconds}
    return Settled(name, partial(grey, level), 0.0, costs)


def step(index: int) -> Step:
    return Step(
        index=index,
        evaluation=index - 1,
        timestep=1000.0 - index,
        sigma=1.0,
        a=1.0,
        b=1.0,
        sample=LATENTS,
        model_output=LATENTS,
        prediction_type="epsilon",
    )


class Clock:
    """Time that passes when the test says so."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.now = 0.0
        monkeypatch.setattr("sdstudio.diffusion.streaming.time.perf_counter", lambda: self.now)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def watch(
    decoders: list[PreviewDecoder],
    plan: PreviewPlan,
    clock: Clock,
    *,
    steps: int = 6,
    step_seconds: float = 1.0,
    is_wanted: Callable[[], bool] = lambda: True,
) -> list[StepPreview]:
    """What is shown of a run whose steps take so long."""
    shown: list[StepPreview] = []
    stream = PreviewStream("run", steps, decoders, plan, shown.append, is_wanted)
    for index in range(1, steps + 1):
        clock.now += step_seconds
        stream.show(step(index), LATENTS)
    stream.finish()
    return shown


@pytest.mark.parametrize(
    ("share", "every", "expected"),
    [
        (0.05, 1, "map"),
        (0.10, 1, "tiny"),  # at its very cost
        (0.50, 1, "tiny"),
        (1.70, 1, "vae"),
        (0.05, 2, "tiny"),  # two steps give it twice the time
        (0.05, 3, "tiny"),
        (0.30, 6, "vae"),
        (0.00, 1, "map"),
    ],
)
def test_the_best_decoder_within_the_budget_is_used(
    share: float, every: int, expected: str, clock: Clock
) -> None:
    decoders = [decoder("vae", 3, 1.6), decoder("tiny", 2, 0.1), decoder("map", 1, 0.001)]
    shown = watch(decoders, PreviewPlan(every=every, share=share), clock, steps=12)
    names = [preview.decoder for preview in shown]
    # Nothing is known of a step's length at the first.
    assert names == (["map"] if every == 1 else []) + [expected] * (12 // every - (every == 1))
    level = {"vae": 3, "tiny": 2, "map": 1}[expected]
    assert set(shown[-1].rgb) == {level}


def test_what_is_not_measured_yet_is_taken_at_its_usual_cost(clock: Clock) -> None:
    unknown = PreviewDecoder("tiny", partial(grey, 2), 0.09)
    plan = PreviewPlan(share=0.08)
    shown = watch([unknown, decoder("map", 1, 0.0)], plan, clock)
    assert {preview.decoder for preview in shown} == {"map"}
    shown = watch([unknown, decoder("map", 1, 0.0)], PreviewPlan(share=0.1), clock)
    assert [preview.decoder for preview in shown] == ["map", *["tiny"] * 5]
    # And what it took is known from then on, and in the next run.
    assert unknown.seconds[SIZE] == 0.0


def test_a_cost_is_remembered_for_each_size() -> None:
    one = PreviewDecoder("vae", partial(grey, 1), 1.6)
    other = torch.zeros(1, 4, 8, 8)
    assert one.cost(LATENTS, 2.0) == pytest.approx(3.2)
    one.measured(LATENTS, 4.0)  # warming up
    one.measured(LATENTS, 1.0)
    assert one.cost(LATENTS, 2.0) == 1.0
    one.measured(LATENTS, 3.0)
    assert one.cost(LATENTS, 2.0) == 2.0
    assert one.cost(other, 2.0) == pytest.approx(3.2)


def test_the_preview_does_not_flicker_between_two_decoders(clock: Clock) -> None:
    """A decoder in use is kept when steps get a little shorter, and left when they get short."""
    decoders = [decoder("vae", 3, 1.0), decoder("map", 1, 0.0)]
    shown: list[StepPreview] = []
    stream = PreviewStream("run", 99, decoders, PreviewPlan(share=1.0), shown.append, lambda: True)
    lengths = [1.0, *[1.1] * 3, *[0.9] * 6, *[0.5] * 6, *[0.9] * 6, *[1.3] * 6]
    for index, seconds in enumerate(lengths, 1):
        clock.now += seconds
        stream.show(step(index), LATENTS)
    names = [preview.decoder for preview in shown]
    assert names[1:10] == ["vae"] * 9
    assert names[15:22] == ["map"] * 7  # not taken up again before it truly fits
    assert names[-1] == "vae"
    changes = sum(one != other for one, other in itertools.pairwise(names))
    assert changes == 3


@pytest.mark.parametrize(
    ("every", "expected"),
    [(1, [1, 2, 3, 4, 5, 6, 7]), (2, [2, 4, 6, 7]), (5, [5, 7]), (7, [7]), (50, [7]), (0, [])],
)
def test_every_so_many_steps_and_the_last(every: int, expected: list[int], clock: Clock) -> None:
    plan = PreviewPlan(every=every)
    shown = watch([decoder("map", 1, 0.0)], plan, clock, steps=7)
    assert [preview.index for preview in shown] == expected
    for preview in shown:
        assert (preview.request_id, preview.num_timesteps) == ("run", 7)
        assert (preview.width, preview.height) == (SIZE[1], SIZE[0])


def test_nothing_is_decoded_that_nobody_would_look_at(clock: Clock) -> None:
    decoded: list[None] = []

    def decode(latents: torch.Tensor) -> torch.Tensor:
        decoded.append(None)
        return grey(1, latents)

    answers = [True, False, False, True, False, True]
    one = PreviewDecoder("map", decode, 0.0)
    shown = watch([one], PreviewPlan(), clock, is_wanted=partial(answers.pop, 0))
    assert [preview.index for preview in shown] == [1, 4, 6]
    assert len(decoded) == 3


def refuse(error: Exception, calls: list[str], name: str, latents: torch.Tensor) -> torch.Tensor:
    calls.append(name)
    raise error


@pytest.mark.parametrize("error", [torch.OutOfMemoryError("CUDA out of memory"), MemoryError()])
def test_a_decoder_that_memory_is_too_short_for_gives_way_to_a_smaller_one(
    error: Exception, clock: Clock
) -> None:
    calls: list[str] = []
    decoders = [
        PreviewDecoder("vae", partial(refuse, error, calls, "vae"), 0.0),
        decoder("tiny", 2, 0.0),
        decoder("map", 1, 0.0),
    ]
    shown = watch(decoders, PreviewPlan(share=9.0), clock)
    # Every step is shown; the failed one by what is always possible.
    assert [preview.index for preview in shown] == [1, 2, 3, 4, 5, 6]
    assert [preview.decoder for preview in shown] == ["map", "map", *["tiny"] * 4]
    assert set(shown[1].rgb) == {1}
    assert calls == ["vae"]  # not asked again in this run
    assert len(decoders) == 3  # but in the next, whose picture may be smaller


def test_other_failures_are_not_taken_for_short_memory(clock: Clock) -> None:
    calls: list[str] = []
    broken = partial(refuse, ValueError("a bug"), calls, "vae")
    decoders = [PreviewDecoder("vae", broken, 0.0), decoder("map", 1, 0.0)]
    with pytest.raises(ValueError, match="a bug"):
        watch(decoders, PreviewPlan(share=9.0), clock)
    error = torch.OutOfMemoryError("CUDA out of memory")
    last = PreviewDecoder("map", partial(refuse, error, calls, "map"), 0.0)
    with pytest.raises(torch.OutOfMemoryError):
        watch([last], PreviewPlan(), clock)


def test_the_share_of_the_time_is_told(clock: Clock) -> None:
    def decode(latents: torch.Tensor) -> torch.Tensor:
        clock.now += 0.25
        return grey(1, latents)

    shown = watch([PreviewDecoder("map", decode, 0.0)], PreviewPlan(), clock, steps=9)
    # What is told with a preview is of all before it.
    expected = [
        0.25 * (count - 1) / (0.25 * (count - 1) + 1.0 * (count - 1)) if count > 1 else 0.0
        for count in range(1, 10)
    ]
    assert [preview.share for preview in shown] == pytest.approx(expected)
    shown = watch([decoder("map", 1, 0.0)], PreviewPlan(), clock)
    assert [preview.share for preview in shown] == [0.0] * 6


def test_a_models_decoders_from_the_best_to_the_cheapest(tiny_sd: LoadedModel) -> None:
    vae = tiny_sd.pipeline.vae
    assert [each.name for each in tiny_sd.preview_decoders] == ["vae", "map"]
    decoders = preview_decoders(vae, tiny_sd.patch_map, vae)
    assert [each.name for each in decoders] == ["vae", "tiny", "map"]
    latents = torch.randn(1, 4, *SIZE, generator=torch.Generator().manual_seed(1))
    pictures = [each.decode(latents) for each in decoders]
    assert {(tuple(each.shape), each.dtype) for each in pictures} == {((16, 24, 3), torch.uint8)}
    assert torch.equal(pictures[0], pictures[1])
    costs = [each.cost(latents, 1.0) for each in decoders]
    assert costs == sorted(costs, reverse=True)


@pytest.mark.parametrize("share", [0.0, 1000.0])
def test_no_decoder_changes_the_picture(share: float, tiny_sd: LoadedModel) -> None:
    request = ask(tiny_sd, scheduler="euler_a")
    pictures = set()
    for plan in (PreviewPlan(every=0), PreviewPlan(share=share)):
        recorder = Recorder()
        watching = Watching(previews=plan)
        pictures.add(generate(tiny_sd, request, recorder, never, watching=watching).rgb)
        assert len(recorder.previews) == (4 if plan.every else 0)
    assert len(pictures) == 1
    # Also where the VAE decodes previews, the watch on its final decoding is told only once.
    assert recorder.stages == ["encode", "denoise", "decode"]
    assert [preview.decoder for preview in recorder.previews][1:] == (
        ["vae"] * 3 if share else ["map"] * 3
    )
