"""Pickles to safetensors, as the process that reads them does it."""

from __future__ import annotations

import os
import sys
import types
import zipfile
from collections import OrderedDict
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from sdstudio.diffusion.conversion import convert_weights
from sdstudio.models.safetensors_header import read_described
from sdstudio.request import CorruptModel, SdstudioError, UnsafeModel, UnsupportedModel

NUMBERS = torch.arange(12, dtype=torch.float32).reshape(3, 4)


def converted(source: Path) -> tuple[dict[str, torch.Tensor], tuple[str, ...]]:
    target = source.with_name("out.safetensors")
    told: list[tuple[int, int]] = []
    count, left_out = convert_weights(
        source, target, {"format": "pt"}, lambda done, total: told.append((done, total))
    )
    assert told[-1][0] == told[-1][1]
    entries, metadata = read_described(target)
    assert metadata == {"format": "pt"}
    assert len(entries) == count
    return load_file(target), left_out


@pytest.mark.parametrize("is_zip", [True, False])
def test_every_tensor_comes_out_as_it_went_in(is_zip: bool, tmp_path: Path) -> None:
    half = torch.linspace(0, 1, 5, dtype=torch.float16)
    went_in: dict[str, torch.Tensor] = {
        "weight": NUMBERS,
        "the same, turned": NUMBERS.t(),
        "a part of it": NUMBERS[1:, ::2],
        "half": half,
        "brain": half.to(torch.bfloat16),
        "step": torch.tensor(7),
        "empty": torch.zeros(0, 3),
        "mask": torch.tensor([True, False]),
        "learned": torch.nn.Parameter(NUMBERS + 1),
    }
    path = tmp_path / "モデル 🐼.ckpt"
    torch.save(went_in, path, _use_new_zipfile_serialization=is_zip)
    came_out, left_out = converted(path)
    assert came_out.keys() == went_in.keys()
    for name, tensor in went_in.items():
        assert came_out[name].dtype == tensor.dtype
        assert torch.equal(came_out[name], tensor.detach()), name
    assert left_out == ()


def test_what_training_programs_put_around_weights_is_left_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As the first Stable Diffusion checkpoints, whose callbacks are classes of their program."""
    name = "pytorch_lightning.callbacks.model_checkpoint"
    module = types.ModuleType(name)
    checkpoint = type("ModelCheckpoint", (), {"__module__": name})
    module.ModelCheckpoint = checkpoint  # type: ignore[attr-defined]
    for each in ("pytorch_lightning", "pytorch_lightning.callbacks"):
        monkeypatch.setitem(sys.modules, each, types.ModuleType(each))
    monkeypatch.setitem(sys.modules, name, module)
    path = tmp_path / "sd.ckpt"
    torch.save(
        {
            "epoch": 3,
            "callbacks": {checkpoint: {"best": 1.0}, "one": checkpoint()},
            "state_dict": OrderedDict(a=NUMBERS, note="text"),
        },
        path,
    )
    monkeypatch.undo()  # nobody who converts has that program
    came_out, left_out = converted(path)
    assert came_out.keys() == {"a"}
    assert left_out == ("epoch", "callbacks", "note")
    assert not [each for each in sys.modules if each.startswith("pytorch_lightning")]


@pytest.mark.parametrize("is_old", [True, False])
def test_an_embedding_of_other_programs(is_old: bool, tmp_path: Path) -> None:
    vectors: object = {"*": torch.ones(2, 768)}
    if is_old:
        vectors = torch.nn.ParameterDict({"*": torch.nn.Parameter(torch.ones(2, 768))})
    path = tmp_path / "word.pt"
    torch.save({"string_to_token": {"*": 265}, "string_to_param": vectors, "name": "word"}, path)
    came_out, left_out = converted(path)
    assert {name: tensor.shape for name, tensor in came_out.items()} == {"emb_params": (2, 768)}
    assert left_out == ("string_to_token", "name")


class Harm:
    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[object, ...]:
        return os.system, (f"touch '{self.trace}'",)


def code(path: Path) -> None:
    torch.save({"a": NUMBERS, "b": Harm(path.with_name("trace"))}, path)


def code_in_an_old_file(path: Path) -> None:
    trace = path.with_name("trace")
    torch.save({"b": Harm(trace)}, path, _use_new_zipfile_serialization=False)


def code_in_an_archive_in_an_archive(path: Path) -> None:
    inner = path.with_name("inner")
    code(inner)
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(inner, "archive/inner.zip")


def rewritten(path: Path, more: Sequence[str], *, is_packed: bool = False) -> None:
    """A sound file, packed again with ``more`` members."""
    sound = path.with_name("sound")
    torch.save({"a": NUMBERS}, sound)
    method = zipfile.ZIP_DEFLATED if is_packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(path, "w", method) as new:
        for member in old.infolist():
            new.writestr(member.filename, old.read(member))
        for name in more:
            new.writestr(name, bytes(1_000_000))


def bomb(path: Path) -> None:
    rewritten(path, ["archive/data/1"], is_packed=True)


def outside(path: Path) -> None:
    rewritten(path, ["archive/../../data/1"])


def absolute(path: Path) -> None:
    rewritten(path, ["/etc/data/1"])


def drive(path: Path) -> None:
    rewritten(path, ["C:/data/1"])


def inflated(path: Path) -> None:
    torch.save({"a": torch.zeros(1).expand(1_000_000, 1_000_000)}, path)


def no_weights(path: Path) -> None:
    torch.save({"a": 1, "state_dict": {"b": "text"}}, path)


def round_and_round(path: Path) -> None:
    thing: dict[str, object] = {}
    thing["state_dict"] = thing
    torch.save(thing, path)


def sparse(path: Path) -> None:
    torch.save({"a": torch.eye(3).to_sparse()}, path)


def truncated(path: Path) -> None:
    torch.save({"a": NUMBERS}, path)
    path.write_bytes(path.read_bytes()[:-100])


def truncated_old(path: Path) -> None:
    torch.save({"a": NUMBERS}, path, _use_new_zipfile_serialization=False)
    path.write_bytes(path.read_bytes()[:-10])


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize(
    ("harm", "kind"),
    [
        (code, UnsafeModel),
        (code_in_an_old_file, UnsafeModel),
        (code_in_an_archive_in_an_archive, CorruptModel),
        (bomb, CorruptModel),
        (outside, UnsafeModel),
        (absolute, UnsafeModel),
        (drive, UnsafeModel),
        (inflated, CorruptModel),
        (no_weights, UnsupportedModel),
        (round_and_round, UnsupportedModel),
        (sparse, UnsupportedModel),
        (truncated, CorruptModel),
        (truncated_old, CorruptModel),
    ],
)
def test_what_is_refused(
    harm: Callable[[Path], None], kind: type[SdstudioError], tmp_path: Path
) -> None:
    path = tmp_path / "a.ckpt"
    harm(path)
    target = tmp_path / "out.safetensors"
    with pytest.raises(kind) as caught:
        convert_weights(path, target, {}, lambda *_: None)
    assert "\n" not in str(caught.value)
    assert str(path) in caught.value.message
    assert not (tmp_path / "trace").exists()
    assert not target.exists()
