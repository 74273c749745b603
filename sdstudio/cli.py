"""The command line: the same core as the window, without Qt.

Results go to stdout (one JSON document with ``--json``), progress and notes to stderr. A known
failure is one line on stderr and exit code 1; wrong usage is 2; Ctrl+C is 130.
"""

from __future__ import annotations

import argparse
import logging
import os
import platform
import secrets
import signal
import sys
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from importlib import metadata
from io import BytesIO
from pathlib import Path
from types import FrameType
from typing import TypeVar

from PIL import Image
from tqdm import tqdm

from sdstudio import __version__
from sdstudio.additions_cli import add_additions, embeddings_of, parts_of, prompt_and_loras
from sdstudio.animation import USUAL, AnimationOptions, check_target, write_animation
from sdstudio.convert_cli import add_convert, run_convert
from sdstudio.diagnostics import LIBRARIES, diagnostics
from sdstudio.download_cli import DOWNLOAD_COMMANDS, add_download, run_download
from sdstudio.files import write_atomically
from sdstudio.film import denoising_frames
from sdstudio.gallery.naming import PICTURE_ENDINGS
from sdstudio.gallery.store import Gallery, write_picture
from sdstudio.gallery_cli import add_gallery, answered_gallery
from sdstudio.gpu_cli import add_gpu, run_gpu
from sdstudio.hub_cli import HUB_COMMANDS, add_hub, asked_of_hub
from sdstudio.inspect_cli import add_inspect, inspected
from sdstudio.logs import start_logging
from sdstudio.models.catalogue import resolve
from sdstudio.models.library_settings import load_library
from sdstudio.models.references import typed_reference
from sdstudio.models.scanning import find_hub_cache
from sdstudio.models_cli import add_models, answered
from sdstudio.paths import Paths, find_paths
from sdstudio.printing import json_text, printable, say
from sdstudio.request import (
    BUILT_IN,
    MAX_SEED,
    SCHEDULERS,
    STARTER,
    VIEWS,
    Cancelled,
    GenerationRequest,
    GenerationResult,
    InvalidRequest,
    ModelInfo,
    PreviewPlan,
    SdstudioError,
    Stage,
    StepPreview,
    TrajectoryMissing,
    View,
)
from sdstudio.session import GenerationSession
from sdstudio.settings import load_settings

_log = logging.getLogger(__name__)
_T = TypeVar("_T")


def parse(words: Sequence[str]) -> argparse.Namespace:
    """The words of a command line; ``command`` is None when the window is meant.

    That is so without words, and where they name files that are there: ``files`` are these then.

    Raises:
        SystemExit: wrong usage (2), or help was asked for (0).
    """
    parser = argparse.ArgumentParser(
        prog="sdstudio",
        description="Make pictures with Stable Diffusion and watch every denoising step. "
        "Without a command, the window opens; names of files in its place are shown there.",
    )
    parser.set_defaults(files=[])
    parser.add_argument("--version", action="version", version=f"sdstudio {__version__}")
    parser.add_argument("--home", type=Path, help="keep everything under this folder")
    shared = argparse.ArgumentParser(add_help=False)
    # Also after the command, where people put it; SUPPRESS keeps a value given before.
    shared.add_argument("--home", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    _add_generate(
        commands.add_parser("generate", parents=[shared], help="make pictures from a prompt")
    )
    add_inspect(
        commands.add_parser(
            "inspect", parents=[shared], help="print the numbers inside a model or a run"
        ),
        shared,
    )
    whats = add_models(
        commands.add_parser("models", parents=[shared], help="the models on this machine"), shared
    )
    add_download(whats, shared)
    add_hub(whats, shared)
    add_convert(whats, shared)
    add_gallery(
        commands.add_parser("gallery", parents=[shared], help="the pictures made and imported"),
        shared,
    )
    add_gpu(
        commands.add_parser("gpu", parents=[shared], help="make pictures with an NVIDIA card"),
        shared,
    )
    doctor = commands.add_parser(
        "doctor", parents=[shared], help="tell what this installation runs on"
    )
    doctor.add_argument(
        "--redacted",
        action="store_true",
        help="print what a report of a problem needs, the log with it, and nothing private",
    )
    return _of_files(words, commands.choices, parser) or parser.parse_args(words)


def _of_files(
    words: Sequence[str], commands: Container[str], parser: argparse.ArgumentParser
) -> argparse.Namespace | None:
    """The words where they name files; None where they are a command, or what was meant as one."""
    files = argparse.ArgumentParser(add_help=False, exit_on_error=False)
    files.add_argument("--home", type=Path)
    files.add_argument("files", nargs="*")
    files.set_defaults(command=None)
    try:
        found, unknown = files.parse_known_args(words)
    except argparse.ArgumentError:
        return None  # the other parser says what is wrong
    if unknown or not found.files or found.files[0] in commands:
        return None
    # Of several, those that are not there are told in the window.
    if any(os.path.lexists(name) for name in found.files):
        return found
    first = Path(found.files[0])
    if len(first.parts) > 1 or first.suffix.lower() in (*PICTURE_ENDINGS, ".safetensors"):
        parser.error(f"there is no file “{first}”")
    return None


def paths_of(arguments: argparse.Namespace) -> Paths:
    """Where everything lies, as ``--home`` or the environment says."""
    return find_paths(arguments.home)


def run(arguments: argparse.Namespace) -> int:
    """Runs the parsed command; the answer is the exit code."""
    paths = paths_of(arguments)
    start_logging(paths.logs)
    try:
        if arguments.command == "doctor":
            return _doctor(paths, arguments.redacted)
        if arguments.command == "inspect":
            return _inspect(arguments, paths)
        if arguments.command == "models":
            return _models(arguments, paths)
        if arguments.command == "gallery":
            return _gallery(arguments, paths)
        if arguments.command == "gpu":
            return _gpu(arguments, paths)
        return _generate(arguments, paths)
    except SdstudioError as error:
        print(f"sdstudio: {_one_line(str(error))}", file=sys.stderr)
        return 1
    except (Cancelled, KeyboardInterrupt):
        print("sdstudio: stopped.", file=sys.stderr)
        return 130
    except BrokenPipeError:
        return 1
    except Exception as error:
        _log.exception("the command failed in a way nobody foresaw")
        print(
            f"sdstudio: something went wrong that should not have ({type(error).__name__}). "
            f"The log in “{paths.logs}” has the details.",
            file=sys.stderr,
        )
        return 1


def _add_generate(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("prompt", help="what to draw; may be empty")
    parser.add_argument("--negative", default="", metavar="TEXT", help="what to avoid")
    parser.add_argument(
        "--model",
        metavar="MODEL",
        help="a diffusers model folder, a .safetensors checkpoint, the OWNER/NAME of one that was "
        f"downloaded, or one of those built in: {', '.join(BUILT_IN)} (default: that of "
        "“sdstudio models default”)",
    )
    add_additions(parser)
    parser.add_argument("--steps", type=int, help="denoising steps")
    parser.add_argument("--guidance", type=float, help="guidance scale")
    parser.add_argument("--seed", type=int, help="the same seed gives the same picture")
    parser.add_argument("--scheduler", metavar="NAME", help=f"one of: {', '.join(SCHEDULERS)}")
    parser.add_argument("--width", type=int, help="in pixels")
    parser.add_argument("--height", type=int, help="in pixels")
    parser.add_argument("--count", type=int, default=1, help="pictures, with consecutive seeds")
    parser.add_argument(
        "--output", type=Path, metavar="FILE.png", help="write here instead of into the gallery"
    )
    parser.add_argument(
        "--previews", type=Path, metavar="FOLDER", help="write the predicted picture of each step"
    )
    parser.add_argument(
        "--animation",
        type=Path,
        metavar="FILE",
        help="write the denoising here: .mp4, .webp or .gif, or .png for a sheet of all steps",
    )
    parser.add_argument(
        "--animation-view",
        choices=VIEWS,
        default="x0",
        help="what it shows: the predicted picture, the noisy one, both, or the predicted noise",
    )
    parser.add_argument(
        "--steps-per-second",
        type=float,
        default=USUAL.steps_per_second,
        metavar="NUMBER",
        help="how fast it plays (default: %(default)g)",
    )
    parser.add_argument(
        "--hold",
        type=float,
        default=USUAL.hold_seconds,
        metavar="SECONDS",
        help="how long its last picture stays (default: %(default)g)",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document")


def _generate(arguments: argparse.Namespace, paths: Paths) -> int:
    requests = _requests(arguments, paths)
    output: Path | None = arguments.output
    if output is not None:
        _check_output(output)
    film = _film(arguments)
    every = 1 if arguments.previews is not None else 0
    session = GenerationSession(paths, previews=PreviewPlan(every=every))
    pictures: list[dict[str, object]] = []
    stopped = False
    failure: SdstudioError | None = None
    with _stoppable() as stop:
        for number, request in enumerate(requests, start=1):
            folder: Path | None = arguments.previews
            if folder is not None and len(requests) > 1:
                folder = folder / f"{number:0{len(str(len(requests)))}}"
            with _Progress(request, folder) as progress:
                try:
                    result = session.generate(request, progress, stop.is_wanted)
                except Cancelled:
                    stopped = True
                    break
            target = None if output is None else _numbered(output, number, len(requests))
            path = _keep(result, paths, target)
            for note in result.notes:
                print(note, file=sys.stderr)
            if progress.failure is not None:
                print(f"sdstudio: {_one_line(str(progress.failure))}", file=sys.stderr)
            if not arguments.json:
                # At once, for whoever reads along: an animation may take its time.
                print(path, flush=True)
            animation: Path | None = None
            # What has failed once, a full disk or a missing ffmpeg, is told once.
            if film is not None and failure is None:
                animation = _numbered(film.path, number, len(requests))
                try:
                    film.write(animation, session, result, stop)
                except SdstudioError as error:
                    animation, failure = None, error
                except Cancelled:
                    animation, stopped = None, True
            pictures.append(_told(path, result, animation))
            if stopped:
                break
    if arguments.json:
        print(json_text({"pictures": pictures}))
    if stopped:
        raise Cancelled
    if failure is not None:
        raise failure
    return 0


def _requests(arguments: argparse.Namespace, paths: Paths) -> list[GenerationRequest]:
    if not 1 <= arguments.count <= 1000:
        raise InvalidRequest(
            "The count is {count}; it must be between 1 and 1000.", count=arguments.count
        )
    library, _ = load_library(paths)
    reference = _reference(_chosen(arguments.model, library.default_model), paths)
    defaults = resolve(reference, paths.resources).defaults
    prompt, loras = prompt_and_loras(
        arguments, (str(paths.models), *library.roots, *library.opened)
    )
    first_seed = _chosen(arguments.seed, secrets.randbelow(2**32))
    return [
        GenerationRequest(
            prompt=prompt,
            negative_prompt=arguments.negative,
            model=reference,
            scheduler=_chosen(arguments.scheduler, defaults.scheduler),
            num_inference_steps=_chosen(arguments.steps, defaults.num_inference_steps),
            guidance_scale=_chosen(arguments.guidance, defaults.guidance_scale),
            width=_chosen(arguments.width, defaults.width),
            height=_chosen(arguments.height, defaults.height),
            # A seed out of range must be refused as it was typed, not wrapped into range.
            seed=first_seed if number == 0 else (first_seed + number) % (MAX_SEED + 1),
            loras=loras,
            embeddings=embeddings_of(arguments),
            parts=parts_of(arguments),
        )
        for number in range(arguments.count)
    ]


def _reference(typed: str, paths: Paths) -> str:
    return typed_reference(typed, paths.models, find_hub_cache(), paths.resources)


def _chosen(value: _T | None, default: _T) -> _T:
    return default if value is None else value


def _check_output(output: Path) -> None:
    """Refuses an output name before the work, not after it."""
    if output.suffix.lower() != ".png":
        raise InvalidRequest(
            "“{path}” does not end in .png.", "Pictures are written as PNG files.", path=output
        )
    if output.is_dir():
        raise InvalidRequest("“{path}” is a folder.", "Give the name of a file.", path=output)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Film:
    """The animation that is wanted of each picture."""

    path: Path
    view: View
    options: AnimationOptions

    def write(
        self, path: Path, session: GenerationSession, result: GenerationResult, stop: _Stop
    ) -> None:
        """Writes that of one picture, which has just been made.

        Raises:
            SdstudioError: it could not be made or written.
            Cancelled: Ctrl+C was pressed.
        """
        info = session.trajectory_info(result.request.id)
        if info is None:
            raise TrajectoryMissing(
                "There is no animation: the denoising could not be kept in memory.",
                "A smaller picture, fewer steps or another scheduler may help.",
            )
        frames = tqdm(
            denoising_frames(session, info, self.view, result.png),
            desc="animation",
            total=len(info.steps),
            unit="step",
            file=sys.stderr,
            disable=None,  # silent where stderr is no terminal
            leave=False,
        )
        write_animation(path, frames, self.options, stop.is_wanted)


def _film(arguments: argparse.Namespace) -> _Film | None:
    """What ``--animation`` and its like ask for; refused before the work, not after it."""
    path: Path | None = arguments.animation
    if path is None:
        return None
    check_target(path)
    if arguments.output is not None and arguments.output.absolute() == path.absolute():
        raise InvalidRequest(
            "The picture and its animation cannot both be “{path}”.",
            "Give two names.",
            path=path,
        )
    options = AnimationOptions(
        steps_per_second=arguments.steps_per_second, hold_seconds=arguments.hold
    )
    return _Film(path=path, view=arguments.animation_view, options=options)


def _numbered(output: Path, number: int, count: int) -> Path:
    if count == 1:
        return output
    return output.with_name(f"{output.stem}-{number:0{len(str(count))}}{output.suffix}")


def _keep(result: GenerationResult, paths: Paths, output: Path | None) -> Path:
    """Writes a finished picture; one that cannot go where it should goes to the gallery."""
    if output is None:
        settings, _ = load_settings(paths.settings_file)
        pictures = settings.pictures_or(paths.pictures)
        try:
            gallery = Gallery(pictures, paths.database_file, paths.cache)
        except SdstudioError:
            path, _ = write_picture(pictures, result)  # the gallery finds it there later
            print(f"The picture was kept as “{path}”.", file=sys.stderr)
            raise
        with gallery:
            return gallery.add(result).path
    try:
        write_atomically(output, result.png)
    except SdstudioError:
        path = _keep(result, paths, None)
        print(f"The picture was kept as “{path}”.", file=sys.stderr)
        raise
    return output.absolute()


def _told(path: Path, result: GenerationResult, animation: Path | None) -> dict[str, object]:
    request, provenance = result.request, result.provenance
    return {
        "path": str(path),
        "animation": None if animation is None else str(animation.absolute()),
        "prompt": request.prompt,
        "negative_prompt": request.negative_prompt,
        "seed": request.seed,
        "steps": request.num_inference_steps,
        "guidance_scale": request.guidance_scale,
        "scheduler": request.scheduler,
        "width": result.width,
        "height": result.height,
        "seconds": round(result.seconds, 3),
        "model": provenance.model_name,
        "added": [asdict(each) for each in provenance.added],
        "device": provenance.device,
        "dtype": provenance.dtype,
        "notes": list(result.notes),
    }


@dataclass(slots=True)
class _Stop:
    wanted: bool = False

    def is_wanted(self) -> bool:
        return self.wanted


@contextmanager
def _stoppable() -> Iterator[_Stop]:
    """Ctrl+C ends the run at the next block of the network; a second one ends it at once."""
    stop = _Stop()

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        if stop.wanted:
            raise KeyboardInterrupt
        stop.wanted = True

    before = signal.signal(signal.SIGINT, interrupt)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)


@dataclass(slots=True)
class _Progress:
    """Shows a run on stderr, and writes its previews as files."""

    request: GenerationRequest
    folder: Path | None
    failure: SdstudioError | None = None
    _bar: tqdm | None = field(default=None)  # type: ignore[type-arg]

    def __enter__(self) -> _Progress:
        self._bar = tqdm(
            total=self.request.num_inference_steps,
            unit="step",
            file=sys.stderr,
            disable=None,  # silent where stderr is no terminal
            leave=False,
        )
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()

    def _say(self, text: str) -> None:
        if self._bar is not None:
            self._bar.set_description(text)

    def model_loading(self, reference: str) -> None:
        self._say("loading the model")

    def model_ready(self, info: ModelInfo) -> None:
        self._say(f"{info.name} on {info.device}, {info.dtype}")

    def stage_changed(self, stage: Stage) -> None:
        self._say(stage)

    def step_finished(self, index: int, num_timesteps: int) -> None:
        if self._bar is not None:
            self._bar.total = num_timesteps
            self._bar.update(index - self._bar.n)

    def wants_preview(self) -> bool:
        return True

    def previewed(self, preview: StepPreview) -> None:
        if self.folder is None or self.failure is not None:
            return
        png = BytesIO()
        Image.frombytes("RGB", (preview.width, preview.height), preview.rgb).save(png, "PNG")
        name = f"step-{preview.index:0{len(str(preview.num_timesteps))}}.png"
        try:
            write_atomically(self.folder / name, png.getvalue())
        except SdstudioError as error:
            # Told once, afterwards: the picture itself is not to be lost to its previews.
            self.failure = error


def _inspect(arguments: argparse.Namespace, paths: Paths) -> int:
    arguments.model = _reference(arguments.model, paths)
    session = GenerationSession(paths, previews=PreviewPlan(every=0))
    with _stoppable() as stop, _Progress(GenerationRequest(prompt=""), None) as progress:
        text = inspected(arguments, session, progress, stop.is_wanted)
    print(text)
    return 0


def _gallery(arguments: argparse.Namespace, paths: Paths) -> int:
    with _stoppable() as stop:
        text = answered_gallery(arguments, paths, stop.is_wanted)
    print(printable(text))
    return 0


def _models(arguments: argparse.Namespace, paths: Paths) -> int:
    with _stoppable() as stop:
        if arguments.what in DOWNLOAD_COMMANDS:
            text = run_download(arguments, paths, say, stop.is_wanted)
        elif arguments.what in HUB_COMMANDS:
            text = asked_of_hub(arguments, paths, stop.is_wanted)
        elif arguments.what == "convert":
            text = run_convert(arguments, paths, say, stop.is_wanted)
        else:
            text = answered(arguments, paths, stop.is_wanted)
    print(printable(text))
    return 0


def _gpu(arguments: argparse.Namespace, paths: Paths) -> int:
    with _stoppable() as stop:
        text = run_gpu(arguments, paths, say, stop.is_wanted)
    print(printable(text))
    return 0


def _doctor(paths: Paths, redacted: bool) -> int:
    if redacted:
        # Loads no model: an installation where that fails is what it is for.
        print(printable(diagnostics(paths)), end="")
        return 0
    print(f"sdstudio {__version__}, Python {platform.python_version()}, {platform.platform()}")
    for name in LIBRARIES:
        try:
            print(f"{name} {metadata.version(name)}")
        except metadata.PackageNotFoundError:
            print(f"{name} is not installed")
    for what, path in (
        ("pictures", paths.pictures),
        ("models", paths.models),
        ("gallery", paths.database_file),
        ("settings", paths.settings_file),
        ("cache", paths.cache),
        ("logs", paths.logs),
    ):
        print(f"{what}: {path}{'' if path.exists() else ' (not made yet)'}")
    model = resolve(STARTER, paths.resources)
    print(f"starter model: {model.path}, whole")
    session = GenerationSession(paths)
    info = session.load(STARTER, _Progress(GenerationRequest(prompt=""), None), lambda: False)
    print(f"device: {info.device}, {info.dtype}")
    return 0


def _one_line(text: str) -> str:
    return " ".join(text.split())
