"""Files that mean harm: each is refused with one sentence, and nothing of it is executed.

The payload would leave a file behind; it is looked for after each. A folder is given to
``resolve``, which stands before loading, and to ``scan``; a file to ``detect`` and ``scan``, and a
pickle to the conversion as well, as if the user had said yes.
"""

from __future__ import annotations

import io
import json
import pickle
import shutil
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from sdstudio.diffusion.conversion import convert_weights
from sdstudio.models.catalogue import resolve
from sdstudio.models.detection import detect
from sdstudio.models.folder_files import MAX_JSON
from sdstudio.models.scanning import scan
from sdstudio.paths import find_resources
from sdstudio.request import (
    CorruptModel,
    PickledModel,
    SdstudioError,
    UnsafeModel,
    UnsupportedModel,
)
from tests.models.weight_files import write_weights

RESOURCES = find_resources()
UNET = "unet/diffusion_pytorch_model.safetensors"
UNET_INDEX = f"{UNET}.index.json"
TRACE = "i-was-here"


class Payload:
    """Unpickled, it makes the file ``trace``."""

    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[object, ...]:
        return Path.touch, (self.trace,)


def pickled(trace: Path) -> bytes:
    return pickle.dumps(Payload(trace), protocol=2)


def zipped(trace: Path) -> bytes:
    """As torch.save writes it."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("archive/data.pkl", pickled(trace))
        archive.writestr("archive/version", "3\n")
    return data.getvalue()


def header(text: bytes, weights: bytes = b"") -> bytes:
    return struct.pack("<Q", len(text)) + text + weights


def tensor(**changes: object) -> bytes:
    return json.dumps(
        {"a": {"dtype": "F16", "shape": [1], "data_offsets": [0, 2]} | changes}
    ).encode()


@pytest.fixture
def trace(tmp_path: Path) -> Path:
    return tmp_path / TRACE


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = tmp_path / "root" / "model"
    shutil.copytree(RESOURCES / "starter-model" / "pipeline", folder)
    return folder


def change_index(folder: Path, **changes: object) -> None:
    path = folder / "model_index.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))


def one_sentence(error: SdstudioError) -> None:
    assert "\n" not in error.message
    assert error.message.endswith(".")
    assert error.action


def test_the_payload_works(trace: Path) -> None:
    """Else none of these tests would prove anything."""
    pickle.loads(pickled(trace))
    assert trace.exists()


@pytest.mark.parametrize("name", ["a.ckpt", "a.pt", "a.pth", "a.bin", "a.pkl"])
@pytest.mark.parametrize("made", [pickled, zipped])
def test_pickles(made: Callable[[Path], bytes], name: str, trace: Path, tmp_path: Path) -> None:
    path = tmp_path / "root" / name
    path.parent.mkdir()
    path.write_bytes(made(trace))
    *_built_in, listed = scan(RESOURCES, roots=[str(path.parent)])
    assert isinstance(listed.complaint, UnsafeModel)
    one_sentence(listed.complaint)
    with pytest.raises(SdstudioError):
        resolve(str(path), RESOURCES)
    with pytest.raises(UnsafeModel) as caught:  # after a yes
        convert_weights(path, path.with_suffix(".safetensors"), {}, lambda *_: None)
    one_sentence(caught.value)
    assert not trace.exists()


HOSTILE_FILES: list[tuple[str, Callable[[Path], bytes], type[SdstudioError]]] = [
    ("a pickle renamed", pickled, UnsafeModel),
    ("an archive renamed", zipped, UnsafeModel),
    ("nothing", lambda _: b"", CorruptModel),
    ("a length and nothing", lambda _: struct.pack("<Q", 2), CorruptModel),
    ("an absurd length", lambda _: struct.pack("<Q", 2**63) + b"{}", CorruptModel),
    ("all ones", lambda _: b"\xff" * 64, CorruptModel),
    ("a length beyond the file", lambda _: struct.pack("<Q", 1000) + b"{}", CorruptModel),
    ("deep JSON", lambda _: header(b"[" * 1_000_000), CorruptModel),
    ("deep objects", lambda _: header(b'{"a":' * 100_000), CorruptModel),
    ("a list", lambda _: header(b"[1]"), CorruptModel),
    ("not UTF-8", lambda _: header(b'{"\xff": 1}'), CorruptModel),
    ("a huge number", lambda _: header(b'{"a": ' + b"9" * 10_000 + b"}"), CorruptModel),
    ("negative", lambda _: header(tensor(shape=[-1]), bytes(2)), CorruptModel),
    ("not numbers", lambda _: header(tensor(shape=["1"]), bytes(2)), CorruptModel),
    ("true for one", lambda _: header(tensor(shape=[True]), bytes(2)), CorruptModel),
    ("offsets back", lambda _: header(tensor(data_offsets=[2, 0]), bytes(2)), CorruptModel),
    ("a hole", lambda _: header(tensor(data_offsets=[2, 4]), bytes(4)), CorruptModel),
    ("more than it has", lambda _: header(tensor(), b""), CorruptModel),
    ("less than it has", lambda _: header(tensor(), bytes(3)), CorruptModel),
    ("sides that take hours", lambda _: header(tensor(shape=[2**62] * 1_000_000)), CorruptModel),
    ("a side beyond all", lambda _: header(tensor(shape=[2**64], dtype="?")), CorruptModel),
]  # fmt: skip


@pytest.mark.parametrize(
    ("made", "kind"),
    [(made, kind) for _, made, kind in HOSTILE_FILES],
    ids=[name for name, _, _ in HOSTILE_FILES],
)
def test_files_named_safetensors(
    made: Callable[[Path], bytes], kind: type[SdstudioError], trace: Path, tmp_path: Path
) -> None:
    path = tmp_path / "root" / "a.safetensors"
    path.parent.mkdir()
    path.write_bytes(made(trace))
    with pytest.raises(kind) as caught:
        detect(path)
    one_sentence(caught.value)
    *_built_in, listed = scan(RESOURCES, roots=[str(path.parent)])
    assert type(listed.complaint) is kind
    assert not trace.exists()


def test_truncated_anywhere(tmp_path: Path) -> None:
    whole = (RESOURCES / "starter-model" / "pipeline" / UNET).read_bytes()
    length = 8 + int.from_bytes(whole[:8], "little")
    path = tmp_path / "a.safetensors"
    for end in (1, 7, 8, 9, 100, length - 1, length, length + 1, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:end])
        with pytest.raises(CorruptModel) as caught:
            detect(path)
        one_sentence(caught.value)


def test_a_flipped_bit_in_a_header_is_refused_or_harmless(tmp_path: Path) -> None:
    """A bit may turn one name into another; what is never allowed is an error of no known kind."""
    whole = write_weights(tmp_path / "whole.safetensors", {"a": (2, 2), "b": (3,)}).read_bytes()
    length = 8 + int.from_bytes(whole[:8], "little")
    path = tmp_path / "a.safetensors"
    refused = 0
    for position in range(length):
        for bit in range(8):
            data = bytearray(whole)
            data[position] ^= 1 << bit
            path.write_bytes(bytes(data))
            try:
                detect(path)
            except (CorruptModel, UnsafeModel) as error:
                one_sentence(error)
                refused += 1
    assert refused > 0.8 * 8 * length


def shards(name: str) -> Callable[[Path, Path], None]:
    def harm(folder: Path, _trace: Path) -> None:
        (folder / UNET).rename(folder.parent.parent / "elsewhere.safetensors")
        (folder / UNET_INDEX).write_text(json.dumps({"weight_map": {"conv_in.weight": name}}))

    return harm


def absolute_shard(folder: Path, trace: Path) -> None:
    shards(str(folder.parent.parent / "elsewhere.safetensors"))(folder, trace)


def only_pickled_weights(folder: Path, trace: Path) -> None:
    (folder / UNET).unlink()
    (folder / "unet" / "diffusion_pytorch_model.bin").write_bytes(zipped(trace))


def pickled_shard(folder: Path, trace: Path) -> None:
    shards("a.bin")(folder, trace)
    (folder / "unet" / "a.bin").write_bytes(zipped(trace))


def renamed_pickle(folder: Path, trace: Path) -> None:
    (folder / UNET).write_bytes(pickled(trace))


def own_code(folder: Path, trace: Path) -> None:
    (folder / "pipeline.py").write_text(f"import pathlib\npathlib.Path({str(trace)!r}).touch()\n")
    change_index(folder, _class_name=["pipeline", "Mine"])


def own_component(folder: Path, trace: Path) -> None:
    (folder / "unet" / "mine.py").write_text(f"open({str(trace)!r}, 'w')\n")
    change_index(folder, unet=["mine", "Unet"])


def operating_system(folder: Path, _trace: Path) -> None:
    change_index(folder, unet=["os", "system"])


def dotted_library(folder: Path, _trace: Path) -> None:
    change_index(folder, unet=["diffusers.utils", "os"])


def escaping_component(folder: Path, _trace: Path) -> None:
    change_index(folder, **{"../unet": ["diffusers", "UNet2DConditionModel"]})


def deep_index(folder: Path, _trace: Path) -> None:
    (folder / "model_index.json").write_bytes(b'{"a":' * 100_000)


def huge_index(folder: Path, _trace: Path) -> None:
    with (folder / "model_index.json").open("r+b") as file:
        file.truncate(64 * MAX_JSON)


def huge_config(folder: Path, _trace: Path) -> None:
    with (folder / "unet" / "config.json").open("r+b") as file:
        file.truncate(64 * MAX_JSON)


def huge_shard_list(folder: Path, _trace: Path) -> None:
    (folder / UNET).unlink()
    with (folder / UNET_INDEX).open("wb") as file:
        file.truncate(64 * MAX_JSON)


@pytest.mark.parametrize(
    ("harm", "kind"),
    [
        (only_pickled_weights, PickledModel),
        (pickled_shard, UnsafeModel),
        (renamed_pickle, UnsafeModel),
        (shards("../../../elsewhere.safetensors"), UnsafeModel),
        (shards("..\\..\\elsewhere.safetensors"), UnsafeModel),
        (shards("C:\\elsewhere.safetensors"), UnsafeModel),
        (absolute_shard, UnsafeModel),
        (own_code, CorruptModel),
        (own_component, UnsafeModel),
        (operating_system, UnsafeModel),
        (dotted_library, UnsafeModel),
        (escaping_component, UnsafeModel),
        (deep_index, CorruptModel),
        (huge_index, CorruptModel),
        (huge_config, CorruptModel),
        (huge_shard_list, CorruptModel),
    ],
)
def test_folders(
    harm: Callable[[Path, Path], None], kind: type[SdstudioError], model: Path, trace: Path
) -> None:
    harm(model, trace)
    with pytest.raises(SdstudioError) as caught:
        resolve(str(model), RESOURCES)
    assert type(caught.value) is kind
    one_sentence(caught.value)
    *_built_in, listed = scan(RESOURCES, roots=[str(model.parent)])
    assert type(listed.complaint) is kind
    assert not trace.exists()


def test_a_pipeline_py_beside_a_sound_model_is_not_run(model: Path, trace: Path) -> None:
    (model / "pipeline.py").write_text(f"import pathlib\npathlib.Path({str(trace)!r}).touch()\n")
    (model / "__init__.py").write_text(f"import pathlib\npathlib.Path({str(trace)!r}).touch()\n")
    resolve(str(model), RESOURCES)
    *_built_in, listed = scan(RESOURCES, roots=[str(model.parent)])
    assert listed.complaint is None
    assert not trace.exists()


def test_a_class_of_another_trade(model: Path, trace: Path) -> None:
    change_index(model, _class_name="os.system")
    with pytest.raises(UnsupportedModel) as caught:
        resolve(str(model), RESOURCES)
    one_sentence(caught.value)
    assert not trace.exists()


def test_a_huge_file_of_json_is_not_read_whole(model: Path) -> None:
    """In a process of its own, which may take a quarter of what the file is long."""
    huge_index(model, model)
    program = """
import resource, sys
from pathlib import Path
from sdstudio.models.scanning import scan
from sdstudio.paths import find_resources
limit = int(sys.argv[2])
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
print(scan(find_resources(), roots=[sys.argv[1]])[-1].complaint)
"""
    words = [sys.executable, "-c", program, str(model.parent), str(16 * MAX_JSON)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert "is damaged or cannot be read" in done.stdout, done.stderr
