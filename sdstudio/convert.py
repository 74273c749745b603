"""Models whose weights are pickles, made into safetensors once; the app loads nothing else.

The pickle is read in a process of its own (``sdstudio.diffusion.conversion``), which can be ended
at any moment and whose answer is plain JSON. What comes out lies below the app's own models, in a
folder named by the checksum of what went in, so that nothing is converted twice.
"""

from __future__ import annotations

import errno
import json
import logging
import os
import queue
import shutil
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from sdstudio.files import storage_error, write_atomically, writing_atomically
from sdstudio.models.folder_files import INCOMPLETE_SUFFIX, read_object
from sdstudio.models.pickled import (
    RECORD,
    Conversion,
    digest_of,
    plan_conversion,
    translated_index,
)
from sdstudio.models.safetensors_header import read_header
from sdstudio.own_program import own_place, own_words
from sdstudio.request import (
    Cancelled,
    CorruptModel,
    OutOfMemory,
    SdstudioError,
    StorageFailed,
    UnsafeModel,
    UnsupportedModel,
)

CONVERT = "--convert-weights"
"""The word that makes the app's executable the process which reads a pickle."""

Progress = Callable[[int, int], None]

_KINDS: Mapping[str, type[SdstudioError]] = {
    kind.__name__: kind for kind in (UnsafeModel, CorruptModel, UnsupportedModel)
}
_PATIENCE = 0.1
"""Seconds between two looks at whether it must stop."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """A converted model: a file or a folder of safetensors.

    ``left_out`` names what the pickles held beside weights. ``was_there`` means that it had been
    converted before.
    """

    path: Path
    tensors: int = 0
    left_out: tuple[str, ...] = ()
    was_there: bool = False


def convert(
    path: Path,
    models: Path,
    *,
    output: Path | None = None,
    progress: Progress,
    must_stop: Callable[[], bool],
) -> Converted:
    """Makes a safetensors copy of the model at ``path``, a file or a diffusers folder.

    It is laid below ``models``, or at ``output``. ``progress`` is told bytes done and bytes in all.
    Slow: reads and writes the whole model. Ask the user first: see the architecture notes.

    Raises:
        UnsafeModel: a file asks for more than numbers; nothing of it was run.
        SdstudioError: another known failure; nothing is left behind.
        Cancelled: ``must_stop`` answered true; nothing is left behind.
    """
    plan = plan_conversion(path.expanduser().absolute())
    size = plan.pickled_bytes
    read = 0

    def count(length: int) -> None:
        nonlocal read
        if must_stop():
            raise Cancelled
        read += length
        progress(min(read, size), 2 * size)

    digest = digest_of(plan, count)
    if output is not None:
        return _convert_to(plan, output.expanduser().absolute(), digest, progress, must_stop)
    place = models / "converted" / digest[:16]
    name = Path(str((read_object(place / RECORD) or {}).get("name", ""))).name
    if name and (place / name).exists():
        return Converted(path=place / name, was_there=True)
    with _staged(place) as stage:
        done = _convert_all(plan, stage / plan.name, digest, progress, must_stop)
        record = {"name": plan.name, "source": str(path), "sha256": digest}
        text = json.dumps(record, indent=2)  # ASCII, whatever is in the name
        write_atomically(stage / RECORD, text.encode("ascii"))
        # What lies there without its record or its model is damaged.
        shutil.rmtree(place, ignore_errors=True)
    return Converted(path=place / plan.name, tensors=done.tensors, left_out=done.left_out)


def _convert_to(
    plan: Conversion,
    output: Path,
    digest: str,
    progress: Progress,
    must_stop: Callable[[], bool],
) -> Converted:
    if output.exists():
        raise StorageFailed("“{path}” is there already.", "Give another name.", path=output)
    if plan.is_folder:
        with _staged(output) as stage:
            done = _convert_all(plan, stage, digest, progress, must_stop)
    else:
        if output.suffix.lower() != ".safetensors":
            raise StorageFailed(
                "“{path}” does not end in .safetensors.", "Give such a name.", path=output
            )
        done = _convert_all(plan, output, digest, progress, must_stop)
    return Converted(path=output, tensors=done.tensors, left_out=done.left_out)


@contextmanager
def _staged(place: Path) -> Iterator[Path]:
    """Lends a folder that becomes ``place`` when the block ends without an error."""
    stage = place.with_name(place.name + INCOMPLETE_SUFFIX)
    try:
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir(parents=True)
        try:
            yield stage
            stage.replace(place)
        finally:
            shutil.rmtree(stage, ignore_errors=True)
    except OSError as error:
        raise storage_error(error, place) from error


def _convert_all(
    plan: Conversion,
    target: Path,
    digest: str,
    progress: Progress,
    must_stop: Callable[[], bool],
) -> Converted:
    """Writes the new model: ``target`` is the folder, or the single file."""
    size = plan.pickled_bytes
    _check_room(target, size)
    tensors, before = 0, 0
    left_out: list[str] = []
    folder = target if plan.is_folder else target.parent
    metadata = {"format": "pt", "sdstudio.source_sha256": digest}
    for old, new in plan.pickles:
        source = plan.source / old
        own = source.stat().st_size

        def share(done: int, total: int, before: int = before, own: int = own) -> None:
            progress(size + before + own * done // max(total, 1), 2 * size)

        place = folder / new if plan.is_folder else target
        with writing_atomically(place) as temporary:
            count, others = _convert_file(source, temporary, metadata, share, must_stop)
            read_header(temporary)
        tensors += count
        left_out += [name for name in others if name not in left_out]
        before += own
    for old, new in plan.copies:
        place = folder / new if plan.is_folder else target.with_suffix(Path(new).suffix)
        with writing_atomically(place) as temporary:
            shutil.copyfile(plan.source / old, temporary)
    for old, new in plan.indexes:
        write_atomically(folder / new, translated_index(plan.source / old))
    return Converted(path=target, tensors=tensors, left_out=tuple(left_out))


def _check_room(target: Path, size: int) -> None:
    there = next(folder for folder in target.parents if folder.exists())
    if shutil.disk_usage(there).free < size:
        raise storage_error(OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), target)


def _convert_file(
    source: Path,
    target: Path,
    metadata: Mapping[str, str],
    progress: Progress,
    must_stop: Callable[[], bool],
) -> tuple[int, tuple[str, ...]]:
    """Has one pickle read by another process; the number of tensors and what was left out."""
    end: dict[str, Any] = {}
    with closing(_Reader(source, target, metadata)) as reader:
        while (said := reader.next()) != {}:
            if must_stop():
                raise Cancelled
            if said is None:
                continue
            if "done" in said:
                progress(int(said["done"]), int(said["total"]))
            else:
                end = said
    if "tensors" in end:
        return int(end["tensors"]), tuple(map(str, end["left_out"]))
    _log.info("%s was not converted: %s", source, end)
    if end.get("failed") == "OSError":
        code = int(end["errno"])
        raise OSError(code, os.strerror(code))
    if end.get("failed") in _KINDS:
        raise _KINDS[end["failed"]](end["template"], end["action"], **end["values"])
    # It said nothing: the system ended it, which it does when memory runs short.
    raise OutOfMemory(
        "“{path}” could not be converted: there is not enough memory for it.",
        "Close other programs and try again.",
        path=source,
    )


class _Reader:
    """The process that reads one pickle, and what it says."""

    def __init__(self, source: Path, target: Path, metadata: Mapping[str, str]) -> None:
        words = [CONVERT, str(source), str(target), json.dumps(metadata)]
        self._process = subprocess.Popen(
            own_words(words),
            cwd=own_place(),
            env={**os.environ, "PYTHONUTF8": "1", "CUDA_VISIBLE_DEVICES": ""},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        assert self._process.stdout is not None
        self._lines: queue.Queue[bytes] = queue.Queue()
        self._thread = threading.Thread(
            target=self._listen, args=(self._process.stdout,), name="conversion"
        )
        self._thread.start()

    def next(self) -> dict[str, Any] | None:
        """What it says next; None when it has said nothing for a moment, ``{}`` at its end."""
        try:
            line = self._lines.get(timeout=_PATIENCE)
        except queue.Empty:
            return None
        said = json.loads(line) if line else {}
        return said if isinstance(said, dict) else None

    def close(self) -> None:
        """Ends the process, if it has not ended."""
        self._process.kill()
        self._process.wait()
        self._thread.join()

    def _listen(self, stdout: IO[bytes]) -> None:
        with stdout:
            for line in stdout:
                self._lines.put(line)
        self._lines.put(b"")
