"""Picture files: PNG with the settings inside, and the thumbnails made from them.

Two text chunks are written. ``parameters`` is the text that AUTOMATIC1111's web UI began and most
programs read; ``sdstudio`` is JSON with the whole request, from which the same picture can be
made again. Reading treats every file as hostile: whatever is wrong with it, the answer is
``UnreadablePicture``.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields, replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from PIL import Image, PngImagePlugin

from sdstudio.additions import AddedFile
from sdstudio.gallery.containers import UnreadablePicture as UnreadablePicture
from sdstudio.gallery.containers import parse_object, read_container
from sdstudio.gallery.foreign import read_foreign
from sdstudio.gallery.naming import id_mark
from sdstudio.phrase import Phrase
from sdstudio.request import (
    MAX_STEPS,
    SCHEDULERS,
    Generated,
    GenerationRequest,
    GenerationResult,
    InvalidRequest,
    Origin,
    Provenance,
)

THUMBNAIL_SIDE = 256
"""Longest side of a thumbnail, in pixels; smaller pictures keep their size."""
_VERSION = 1
_PARAMETERS, _OURS = "parameters", "sdstudio"
_LATEST = 253402300799.0  # the last second of the year 9999, the last one that dates can show


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureMetadata:
    """What a picture's file says of itself. ``created_at`` is in seconds since 1970, UTC.

    ``request`` and what follows it are None where the file does not carry them, or not in a form
    that can be trusted. ``kept_step`` is the step whose predicted x0 the picture is; None as well
    for a finished one. ``origin`` and what follows it are as in ``GalleryItem``; ``original_text``
    is the metadata of another program, whole, and ``approximations`` are sentences about what of it
    ``request`` does not say.
    """

    width: int
    height: int
    request: GenerationRequest | None
    provenance: Provenance | None
    seconds: float | None
    created_at: float | None
    kept_step: int | None = None
    origin: Origin = "made"
    program: str = ""
    is_exact: bool = True
    original_text: str = ""
    approximations: tuple[Phrase, ...] = ()


def encode_picture(generated: Generated) -> GenerationResult:
    """The PNG file of a finished picture, with its settings inside, and its thumbnail.

    Takes tens of milliseconds at 512 x 512: never call it on the GUI thread.
    """
    image = Image.frombytes("RGB", (generated.width, generated.height), generated.rgb)
    texts = PngImagePlugin.PngInfo()
    texts.add_itxt(_PARAMETERS, _encodable(parameters_text(generated)))
    texts.add_itxt(_OURS, _encodable(_document(generated, time.time())))
    png = BytesIO()
    # Level 4 takes a third of the default's time, and the files are as small.
    image.save(png, "PNG", pnginfo=texts, compress_level=4)
    return GenerationResult(
        request=generated.request,
        png=png.getvalue(),
        thumbnail=_thumbnail(image),
        width=generated.width,
        height=generated.height,
        seconds=generated.seconds,
        provenance=generated.provenance,
        notes=generated.notes,
        kept_step=generated.kept_step,
    )


def parameters_text(generated: Generated) -> str:
    """The settings in the form other programs read: prompt, negative prompt, one line of values."""
    return settings_text(
        generated.request,
        generated.provenance,
        width=generated.width,
        height=generated.height,
        kept_step=generated.kept_step,
    )


def settings_text(
    request: GenerationRequest,
    provenance: Provenance | None,
    *,
    width: int,
    height: int,
    kept_step: int | None,
) -> str:
    """What ``parameters_text`` says, of a picture of which less may be known; pixels for sides."""
    values = {
        "Steps": str(request.num_inference_steps),
        "Sampler": SCHEDULERS[request.scheduler],
        "CFG scale": _shortest(request.guidance_scale),
        "Seed": str(request.seed),
        "Size": f"{width}x{height}",
        "Model": provenance.model_name if provenance else Path(request.model).name,
    }
    if kept_step is not None:
        values["Stopped at"] = str(kept_step)
    if request.parent:
        # By the mark that is also in the name of the parent's file.
        values["Branched from"] = f"{id_mark(request.parent)} at step {request.from_step}" + (
            " with new noise" if request.fresh_noise else ""
        )
    if provenance is not None:
        values |= _additions(provenance.added)
        values["Version"] = f"sdstudio {provenance.sdstudio}"
    # Where other programs look for them, and where they would be typed.
    loras = [f"<lora:{each.name}:{_shortest(each.weight)}>" for each in request.loras]
    lines = [" ".join([request.prompt, *loras] if request.prompt else loras)]
    if request.negative_prompt:
        lines.append(f"Negative prompt: {request.negative_prompt}")
    lines.append(", ".join(f"{key}: {_quoted(value)}" for key, value in values.items()))
    return "\n".join(lines)


def read_picture(path: Path) -> PictureMetadata:
    """Size and settings of a PNG, JPEG or WebP file, also one of another program.

    A PNG's checksums are compared to the end.

    Raises:
        UnreadablePicture: the file is gone, truncated, damaged, too large, or no such file.
    """
    with _reading(path), path.open("rb") as file:
        return _read(file)


def read_encoded(png: bytes) -> PictureMetadata:
    """Like ``read_picture``, for a file's bytes.

    Raises:
        UnreadablePicture: see ``read_picture``.
    """
    with _reading(Path("picture.png")):
        return _read(BytesIO(png))


def make_thumbnail(path: Path) -> bytes:
    """The picture in WebP format, its longest side at most ``THUMBNAIL_SIDE``, never enlarged.

    Decodes the whole file: never call it on the GUI thread.

    Raises:
        UnreadablePicture: see ``read_picture``.
    """
    with open_picture(path) as image:
        return _thumbnail(image)


@contextmanager
def open_picture(path: Path) -> Iterator[Image.Image]:
    """Lends a PNG, JPEG or WebP file as an image that is not decoded yet.

    Decoding it waits for the disk and takes tens of milliseconds: not on the GUI thread.

    Raises:
        UnreadablePicture: see ``read_picture``; also for whatever decoding raises in the block.
    """
    with _reading(path), path.open("rb") as file, _open(file) as image:
        yield image


def same_pixels(png: bytes, path: Path) -> bool:
    """Whether a PNG and the PNG file at ``path`` show the same picture, pixel for pixel.

    False as well where one of them cannot be read. Decodes both: never call it on the GUI thread.
    """
    try:
        with (
            _reading(path),
            path.open("rb") as file,
            _open(file) as there,
            _open(BytesIO(png)) as here,
        ):
            # Looked at first: nothing need be decoded to tell a large picture from a small one.
            return here.size == there.size and _pixels(here) == _pixels(there)
    except UnreadablePicture:
        return False


def parse_request(text: str | None) -> GenerationRequest | None:
    """The request written by ``to_json``; None when it is nothing of that kind.

    None also for settings that only a later version knows, such as another scheduler.
    """
    try:
        return GenerationRequest.from_json(text) if text else None
    except InvalidRequest:
        return None


def parse_provenance(text: str | None) -> Provenance | None:
    """What ``json.dumps`` of a provenance's fields gave; None when it is nothing of that kind."""
    return _provenance(parse_object(text))


def _read(file: BinaryIO) -> PictureMetadata:
    container = read_container(file)
    document = parse_object(container.texts.get(_OURS))
    request = _request(document.get("request"))
    picture = PictureMetadata(
        width=container.width,
        height=container.height,
        request=request,
        provenance=_provenance(document.get("provenance")),
        seconds=_number(document.get("seconds")),
        created_at=_number(document.get("created_at")),
        kept_step=_step(document.get("kept_step")),
    )
    # Also where our own settings are there but cannot be read, nobody else's are looked for.
    foreign = None if document else read_foreign(container.texts, picture.width, picture.height)
    if foreign is None:
        return picture
    return replace(
        picture,
        request=foreign.request,
        origin="imported",
        program=foreign.program,
        is_exact=foreign.is_exact,
        original_text=foreign.text,
        approximations=foreign.approximations,
    )


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except UnreadablePicture as error:
        raise UnreadablePicture(error.template, error.action_template, path=path) from None
    except (FileNotFoundError, NotADirectoryError):
        raise UnreadablePicture(
            "The picture “{path}” is not there.",
            "It was moved or deleted outside the app.",
            path=path,
        ) from None
    # A decoder fed with a stranger's file fails in ways that nobody has listed.
    except Exception as error:
        raise UnreadablePicture(
            "The picture “{path}” is damaged, or of no kind that can be read.", path=path
        ) from error


def _open(file: BinaryIO) -> Image.Image:
    """The opened, not yet decoded picture; raises anything, so only inside ``_reading``."""
    # Looked at first, because Pillow prints a warning for sizes that we refuse anyway.
    kind = read_container(file).kind
    file.seek(0)
    return Image.open(file, formats=(kind,))


def _thumbnail(image: Image.Image) -> bytes:
    if image.mode not in ("RGB", "RGBA"):
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
    else:
        image = image.copy()
    image.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE), Image.Resampling.LANCZOS)
    webp = BytesIO()
    image.save(webp, "WEBP", quality=88, method=4)
    return webp.getvalue()


def _pixels(image: Image.Image) -> bytes:
    return image.convert("RGB").tobytes()


def _additions(added: tuple[AddedFile, ...]) -> dict[str, str]:
    """What was added to the model, under the keys that AUTOMATIC1111's web UI has for it."""
    values = {}
    for kind, key in (("lora", "Lora hashes"), ("embedding", "TI hashes")):
        pairs = ", ".join(f"{each.name}: {each.digest}" for each in added if each.kind == kind)
        if pairs:
            values[key] = pairs
    for each in added:
        if each.kind == "vae":
            values["VAE"] = each.name
    return values


def _document(generated: Generated, created_at: float) -> str:
    document: dict[str, object] = {
        "version": _VERSION,
        "request": asdict(generated.request),
        "provenance": asdict(generated.provenance),
        "seconds": generated.seconds,
        "notes": generated.notes,
        "created_at": created_at,
    }
    if generated.kept_step is not None:
        document["kept_step"] = generated.kept_step
    return json.dumps(document, ensure_ascii=False)


def _encodable(text: str) -> str:
    # A model's name comes from a folder, whose name need not be valid Unicode; and a text chunk
    # must not hold NUL. JSON escapes NUL, so the prompt itself survives.
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def _quoted(value: str) -> str:
    if any(character in value for character in ',:"\n'):
        return json.dumps(value, ensure_ascii=False)
    return value


def _shortest(number: float) -> str:
    return str(int(number)) if number == int(number) else repr(number)


def _request(value: object) -> GenerationRequest | None:
    if not isinstance(value, dict):
        return None
    try:
        return GenerationRequest.from_json(json.dumps(value))
    except InvalidRequest:
        return None


def _provenance(value: object) -> Provenance | None:
    if not isinstance(value, dict):
        return None
    texts = _texts(value, Provenance, but=("added",))
    if texts is None:
        return None
    entries = value.get("added", ())
    added = [_texts(entry, AddedFile) for entry in entries] if isinstance(entries, list) else []
    return Provenance(**texts, added=tuple(AddedFile(**each) for each in added if each is not None))


def _texts(
    value: object, kind: type[Provenance | AddedFile], but: tuple[str, ...] = ()
) -> dict[str, str] | None:
    """The fields of ``kind``, all of them texts, out of JSON; None where one is missing."""
    if not isinstance(value, dict):
        return None
    names = [each.name for each in fields(kind) if each.name not in but]
    texts = {name: value[name] for name in names if isinstance(value.get(name), str)}
    return texts if len(texts) == len(names) else None


def _number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    # Compared before converting: a whole number in JSON may be too large for a float. NaN fails.
    return float(value) if 0 <= value <= _LATEST else None


def _step(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 1 <= value <= MAX_STEPS else None
