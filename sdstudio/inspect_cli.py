"""``sdstudio inspect``: the X-ray's numbers on the command line, as a table, JSON or a script."""

from __future__ import annotations

import argparse
import math
import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Protocol

from PIL import Image

from sdstudio.gallery.containers import MAX_FILE, MAX_PIXELS, UnreadablePicture
from sdstudio.printing import json_text
from sdstudio.request import (
    SCHEDULERS,
    STARTER,
    GenerationRequest,
    InvalidRequest,
    ModelInfo,
    UnsupportedModel,
)
from sdstudio.session import GenerationSession, Observer
from sdstudio.xray import (
    NOISE_SCHEDULES,
    Answer,
    Embedding,
    EmbeddingQuery,
    Guidance,
    GuidanceQuery,
    NotApplicable,
    Numbers,
    PipelineMap,
    PipelineQuery,
    Query,
    Rgb,
    Schedule,
    ScheduleQuery,
    TokenTable,
    VaeQuery,
    VaeRoundTrip,
)

_FORMATS = ("PNG", "JPEG", "WEBP")
_FEW = 256
"""Numbers of an array that are told one by one; of a larger one, only what they are like."""
_FEW_COLUMNS = 16
"""Columns of a matrix that is told as a table."""


class _Coded(Protocol):
    @property
    def code(self) -> str: ...


def add_inspect(parser: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    """Adds what can be inspected to the command's parser; ``shared`` is what all commands take."""
    common = argparse.ArgumentParser(add_help=False, parents=[shared])
    common.add_argument(
        "--model",
        default=STARTER,
        metavar="MODEL",
        help="a diffusers model folder, a .safetensors checkpoint, or the OWNER/NAME of one that "
        "was downloaded",
    )
    form = common.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="print one JSON document")
    form.add_argument(
        "--code", action="store_true", help="print the diffusers script that gives these numbers"
    )
    common.add_argument(
        "--full", action="store_true", help="all numbers of large arrays, in JSON documents"
    )
    whats = parser.add_subparsers(dest="what", metavar="WHAT", required=True)

    def add(name: str, told: str) -> argparse.ArgumentParser:
        return whats.add_parser(name, parents=[common], help=told, description=told)

    pipeline = add("pipeline", "the parts of the model, and the shapes of what flows between them")
    _add_size(pipeline)
    pipeline.add_argument("--guidance", type=float, help="guidance scale")
    tokens = add("tokens", "a prompt as the tokenizer cuts it")
    tokens.add_argument("prompt")
    embedding = add("embedding", "what the text encoders make of a prompt")
    embedding.add_argument("prompt")
    embedding.add_argument("--negative", default="", metavar="TEXT", help="the negative prompt")
    schedule = add("schedule", "the timesteps and noise levels of a scheduler")
    _add_steps(schedule)
    _add_size(schedule)
    schedule.add_argument(
        "--noise-schedule", choices=NOISE_SCHEDULES, default="model", help="how noise grows"
    )
    guidance = add("guidance", "the network's two answers at a step of a picture, made for this")
    guidance.add_argument("prompt")
    guidance.add_argument("--negative", default="", metavar="TEXT", help="the negative prompt")
    guidance.add_argument("--step", type=int, required=True, metavar="NUMBER", help="from 1 on")
    guidance.add_argument("--seed", type=int, default=0, help="(default: %(default)s)")
    guidance.add_argument("--guidance", type=float, help="guidance scale")
    _add_steps(guidance)
    _add_size(guidance)
    vae = add("vae", "a picture through the VAE and back")
    vae.add_argument("picture", type=Path, metavar="PICTURE.png", help="also JPEG or WebP")


def _add_size(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--width", type=int, help="in pixels")
    parser.add_argument("--height", type=int, help="in pixels")


def _add_steps(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--scheduler", metavar="NAME", help=f"one of: {', '.join(SCHEDULERS)}")
    parser.add_argument("--steps", type=int, help="denoising steps")


def inspected(
    arguments: argparse.Namespace,
    session: GenerationSession,
    observer: Observer,
    must_stop: Callable[[], bool],
) -> str:
    """Asks what the arguments ask for; the text to print.

    Raises:
        SdstudioError: one of the known failures, a question that does not apply among them.
        Cancelled: ``must_stop`` answered true.
    """
    # What is wrong with a prompt or a picture is told before a model is loaded for it.
    GenerationRequest(
        prompt=getattr(arguments, "prompt", ""),
        negative_prompt=getattr(arguments, "negative", ""),
    )
    picture = _read_picture(arguments.picture) if arguments.what == "vae" else None
    info = session.load(arguments.model, observer, must_stop)
    if arguments.what == "tokens":
        return _told(arguments, _tokens(session, info, arguments.prompt))
    query = _query(arguments, info, picture, session, observer, must_stop)
    answer = session.inspect(query, lambda _done, _all: None, must_stop)
    if isinstance(answer, NotApplicable):
        raise UnsupportedModel("{sentence}", sentence=answer.sentence)
    return _told(arguments, answer)


def _query(
    arguments: argparse.Namespace,
    info: ModelInfo,
    picture: Rgb | None,
    session: GenerationSession,
    observer: Observer,
    must_stop: Callable[[], bool],
) -> Query:
    if picture is not None:
        return VaeQuery(picture=picture, file=str(arguments.picture.absolute()))
    if arguments.what == "embedding":
        return EmbeddingQuery(prompt=arguments.prompt, negative_prompt=arguments.negative)
    # What is left asks about a run: with the model's defaults where nothing else is said.
    usual = info.defaults
    width = usual.width if arguments.width is None else arguments.width
    height = usual.height if arguments.height is None else arguments.height
    if arguments.what != "schedule":
        scale = usual.guidance_scale if arguments.guidance is None else arguments.guidance
    if arguments.what == "pipeline":
        return PipelineQuery(width=width, height=height, guidance_scale=scale)
    scheduler = usual.scheduler if arguments.scheduler is None else arguments.scheduler
    steps = usual.num_inference_steps if arguments.steps is None else arguments.steps
    if arguments.what == "schedule":
        return ScheduleQuery(
            scheduler=scheduler,
            num_inference_steps=steps,
            width=width,
            height=height,
            noise_schedule=arguments.noise_schedule,
        )
    request = GenerationRequest(
        prompt=arguments.prompt,
        negative_prompt=arguments.negative,
        model=info.reference,
        scheduler=scheduler,
        num_inference_steps=steps,
        guidance_scale=scale,
        width=width,
        height=height,
        seed=arguments.seed,
    )
    if not 1 <= arguments.step <= steps:
        raise InvalidRequest(
            "There is no step {step}: this picture is made in {steps}.",
            step=arguments.step,
            steps=steps,
        )
    session.generate(request, observer, must_stop)
    return GuidanceQuery(request_id=request.id, index=arguments.step)


def _tokens(session: GenerationSession, info: ModelInfo, prompt: str) -> TokenTable:
    if not info.has_prompt:
        raise UnsupportedModel("“{model}” reads no prompt, so it has no tokens.", model=info.name)
    table = session.tokens(prompt)
    if table is None:
        raise UnsupportedModel("The tokenizer of this model does not tell its tokens.")
    return table


def _read_picture(path: Path) -> Rgb:
    try:
        if path.stat().st_size > MAX_FILE:
            raise _too_large(path)
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(path, formats=_FORMATS) as opened:
                if opened.width * opened.height > MAX_PIXELS:
                    raise _too_large(path)
                image = opened.convert("RGB")
    except UnreadablePicture:
        raise
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadablePicture("The picture “{path}” is not there.", path=path) from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise _too_large(path) from None
    except Exception as error:  # whatever a damaged file makes a decoder raise
        raise UnreadablePicture(
            "The picture “{path}” is damaged, or no PNG, JPEG or WebP file.", path=path
        ) from error
    return Rgb(width=image.width, height=image.height, data=image.tobytes())


def _too_large(path: Path) -> UnreadablePicture:
    return UnreadablePicture("The picture “{path}” is too large to be opened safely.", path=path)


# -- telling ---------------------------------------------------------------------------------


def _told(arguments: argparse.Namespace, answer: Answer | TokenTable) -> str:
    if arguments.code:
        coded: _Coded = answer  # type: ignore[assignment]  # all that are asked for here have it
        return coded.code.rstrip()
    if arguments.json:
        return json_text(_plain(answer, is_full=arguments.full))
    return "\n".join(_lines(answer)).rstrip()


def _plain(value: object, *, is_full: bool) -> object:
    """A value as JSON has it: arrays as lists where they are small, pictures as their size."""
    if isinstance(value, Numbers):
        if is_full or math.prod(value.shape) <= _FEW:
            told: dict[str, object] = {"values": value.array().tolist()}
        else:
            told = dict(_likeness(value))
        return _plain({"shape": value.shape} | told, is_full=is_full)
    if isinstance(value, Rgb):
        return {"width": value.width, "height": value.height}
    if is_dataclass(value):
        named = {each.name: getattr(value, each.name) for each in fields(value)}
        return _plain(named, is_full=is_full)
    if isinstance(value, dict):
        return {name: _plain(each, is_full=is_full) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each, is_full=is_full) for each in value]
    if isinstance(value, float) and not math.isfinite(value):
        return None  # JSON has no infinity
    return value


def _likeness(numbers: Numbers) -> dict[str, float]:
    array = numbers.array().astype("float64")
    if not array.size:
        return {}
    return {
        "mean": float(array.mean()),
        "std": float(array.std()),
        "min": float(array.min()),
        "max": float(array.max()),
    }


def _lines(answer: Answer | TokenTable) -> Iterable[str]:
    match answer:
        case PipelineMap():
            return _map_lines(answer)
        case TokenTable():
            return _token_lines(answer)
        case Embedding():
            return _embedding_lines(answer)
        case Schedule():
            return _schedule_lines(answer)
        case Guidance():
            return _guidance_lines(answer)
        case VaeRoundTrip():
            return _vae_lines(answer)
    raise TypeError(f"nobody asks for a {type(answer).__name__} here")


def _map_lines(answer: PipelineMap) -> list[str]:
    parts = [
        (
            part.name,
            part.class_name,
            f"{part.parameters:,}" if part.parameters else "",
            f"{part.bytes:,}" if part.bytes else "",
            part.dtype,
            part.device,
        )
        for part in answer.parts
    ]
    flows = [
        (flow.source, flow.target, flow.what, _shape(flow.shape) if flow.shape else "")
        for flow in answer.flows
    ]
    return [
        answer.pipeline_class,
        "",
        *_table(("part", "class", "parameters", "bytes", "dtype", "device"), parts, right={2, 3}),
        "",
        *_table(("from", "to", "what", "shape"), flows),
    ]


def _token_lines(answer: TokenTable) -> list[str]:
    rows = [
        (place, token.id, token.text, f"{token.start}–{token.end}" if token.end else "")
        for place, token in enumerate(answer.tokens[: answer.used])
    ]
    lines = _table(("place", "id", "token", "characters"), rows, right={0, 1})
    padding = len(answer.tokens) - answer.used
    if padding:
        lines.append(f"+ {padding} of padding, id {answer.tokens[-1].id}")
    if answer.cut_count:
        words = " ".join(token.text.removesuffix("</w>") for token in answer.cut[:12])
        lines.append(f"{answer.cut_count} more are not read: {words}")
    lines.append(f"{answer.used} of {answer.max_tokens} are used.")
    return lines


def _embedding_lines(answer: Embedding) -> list[str]:
    words = _words(answer.tokens)
    lines = _stats((("prompt", answer.prompt), ("negative prompt", answer.negative)))
    lines += ["", "cosine similarity"]
    lines += _matrix(answer.similarity, words, words)
    lines += ["", "against the negative prompt"]
    lines += _matrix(answer.against_negative, words, _words(answer.negative_tokens))
    return lines


def _words(table: TokenTable) -> list[str]:
    return [token.text.removesuffix("</w>") for token in table.tokens[: table.used]]


def _matrix(numbers: Numbers, rows: Sequence[str], columns: Sequence[str]) -> list[str]:
    if len(columns) > _FEW_COLUMNS:
        return _stats((("", numbers),))
    cells = [
        (word, *(f"{value:.3f}" for value in row))
        for word, row in zip(rows, numbers.array().tolist(), strict=True)
    ]
    return _table(("", *columns), cells, right=set(range(1, len(columns) + 1)))


def _schedule_lines(answer: Schedule) -> list[str]:
    rows = [
        (step, f"{timestep:.4f}", f"{sigma:.4f}")
        for step, (timestep, sigma) in enumerate(
            zip(answer.timesteps, answer.sigmas, strict=True), start=1
        )
    ]
    lines = [SCHEDULERS[answer.scheduler], ""]
    lines += _table(("step", "timestep", "sigma"), rows, right={0, 1, 2})
    if answer.alphas_cumprod.data:
        lines += ["", *_stats((("alphas_cumprod", answer.alphas_cumprod),))]
    return lines


def _guidance_lines(answer: Guidance) -> list[str]:
    return [
        f"step {answer.index}, guidance scale {answer.guidance_scale:g}",
        "",
        *_stats(
            (
                ("unconditional", answer.unconditional),
                ("conditional", answer.conditional),
                ("x0 unconditional", answer.x0_unconditional),
                ("x0 conditional", answer.x0_conditional),
            )
        ),
    ]


def _vae_lines(answer: VaeRoundTrip) -> list[str]:
    return [
        f"{answer.original.width} × {answer.original.height} pixels, PSNR {answer.psnr:.2f} dB, "
        f"scaling factor {answer.scaling_factor:g}",
        "",
        *_stats((("latents", answer.latents), ("difference in levels", answer.difference))),
    ]


def _stats(named: Iterable[tuple[str, Numbers]]) -> list[str]:
    rows = [
        (name, _shape(each.shape), *(f"{value:.4f}" for value in _likeness(each).values()))
        for name, each in named
    ]
    return _table(("", "shape", "mean", "std", "min", "max"), rows, right={2, 3, 4, 5})


def _shape(shape: Sequence[int]) -> str:
    return " × ".join(map(str, shape))


def _table(
    header: Sequence[str], rows: Iterable[Sequence[object]], right: Iterable[int] = ()
) -> list[str]:
    """Rows in columns as wide as need be; those numbered in ``right`` end in one line."""
    cells = [list(header), *([str(cell) for cell in row] for row in rows)]
    widths = [
        max(len(row[place]) for row in cells if place < len(row)) for place in range(len(header))
    ]
    to_right = set(right)
    return [
        "  ".join(
            cell.rjust(width) if place in to_right else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=False))
        ).rstrip()
        for row in cells
    ]
