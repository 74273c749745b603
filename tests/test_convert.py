"""Models in the old format, converted from end to end: by another process, once, and put to use."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
import torch
from safetensors.torch import load_file

from sdstudio import cli
from sdstudio.convert import Converted, convert
from sdstudio.models.catalogue import resolve
from sdstudio.models.scanning import scan
from sdstudio.paths import Paths, find_paths
from sdstudio.request import (
    Cancelled,
    GenerationRequest,
    InvalidRequest,
    OutOfMemory,
    PickledModel,
    SdstudioError,
    StorageFailed,
    UnsafeModel,
)
from sdstudio.session import GenerationSession, Observer, never
from tests.single_files import original_tensors, resources_for
from tests.test_same_pixels import Silent
from tests.tiny_models import save_tiny_ddpm, save_tiny_sd

SILENT = cast("Observer", Silent())
WEIGHTS = "diffusion_pytorch_model"


@pytest.fixture
def paths(own_home: Path) -> Paths:
    return find_paths(own_home)


def run(path: Path, paths: Paths, **changes: object) -> Converted:
    told: list[tuple[int, int]] = []
    wanted = {"progress": lambda *amounts: told.append(amounts), "must_stop": never}
    made = convert(path, paths.models, **(wanted | changes))  # type: ignore[arg-type]
    assert told == sorted(told)
    assert told[-1][0] == told[-1][1] or made.was_there
    return made


def as_pickle(file: Path, old_name: str) -> None:
    torch.save(load_file(file), file.with_name(old_name))
    file.unlink()


def test_a_checkpoint_is_converted_once_and_makes_pictures(paths: Paths, tmp_path: Path) -> None:
    folder = save_tiny_sd(tmp_path / "sd15", "v_prediction")
    resources = resources_for({"sd15": folder}, tmp_path / "resources")
    old = tmp_path / "猫 🐱" / "v1-5 模型.ckpt"
    old.parent.mkdir()
    torch.save({"state_dict": original_tensors(folder, "sd15"), "epoch": 5}, old)
    old.with_suffix(".yaml").write_text("model:\n  params:\n    parameterization: v\n")
    with pytest.raises(PickledModel, match="models convert"):
        resolve(str(old), resources)

    made = run(old, paths)
    assert made.left_out == ("epoch",)
    assert made.path.name == "v1-5 模型.safetensors"
    assert made.path.is_relative_to(paths.models)
    single = resolve(str(made.path), resources).single_file
    assert single is not None
    assert single.prediction_type == "v_prediction"  # told by the file beside it
    session = GenerationSession(replace(paths, resources=resources))
    request = GenerationRequest(
        prompt="a cat", model=str(made.path), width=64, height=64, num_inference_steps=1
    )
    assert session.generate(request, SILENT, never).png

    old.rename(old.with_name("other.ckpt"))
    old.with_suffix(".yaml").rename(old.with_name("other.yaml"))
    old = old.with_name("other.ckpt")
    again = run(old, paths)
    assert (again.path, again.was_there) == (made.path, True)
    made.path.unlink()
    assert not run(old, paths).was_there  # half of one is made anew


def test_a_folder_with_old_weights(paths: Paths, tmp_path: Path) -> None:
    folder = save_tiny_sd(tmp_path / "mine")
    as_pickle(folder / "vae" / f"{WEIGHTS}.safetensors", f"{WEIGHTS}.bin")
    as_pickle(folder / "text_encoder" / "model.safetensors", "pytorch_model.bin")
    unet = load_file(folder / "unet" / f"{WEIGHTS}.safetensors")
    (folder / "unet" / f"{WEIGHTS}.safetensors").unlink()
    names = sorted(unet)
    weight_map: dict[str, str] = {}
    for number, part in enumerate((names[:20], names[20:]), start=1):
        shard = f"{WEIGHTS}-0000{number}-of-00002.bin"
        torch.save({name: unet[name] for name in part}, folder / "unet" / shard)
        weight_map |= dict.fromkeys(part, shard)
    index = json.dumps({"metadata": {}, "weight_map": weight_map})
    (folder / "unet" / f"{WEIGHTS}.bin.index.json").write_text(index)
    (folder / "pipeline.py").write_text("raise SystemExit")
    with pytest.raises(PickledModel):
        resolve(str(folder), paths.resources)

    output = tmp_path / "new"
    assert cli.run(cli.parse(["models", "convert", str(folder), "--output", str(output)])) == 1
    assert not output.exists()
    words = ["models", "convert", str(folder), "--yes", "--output", str(output)]
    assert cli.run(cli.parse(words)) == 0
    assert not (output / "pipeline.py").exists()
    assert not list(output.rglob("*.bin*"))
    session = GenerationSession(paths)
    info = session.load(str(output), SILENT, never)
    assert info.pipeline_class == "StableDiffusionPipeline"
    model = session._model
    assert model is not None
    for name, tensor in model.pipeline.unet.state_dict().items():
        assert torch.equal(tensor, unet[name]), name
    with pytest.raises(StorageFailed, match="there already"):
        run(folder, paths, output=output)
    with pytest.raises(InvalidRequest, match="no pickled weights"):
        run(output, paths)


class Harm:
    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[object, ...]:
        return os.system, (f"touch '{self.trace}'",)


def harmful_file(folder: Path, trace: Path) -> Path:
    path = folder / "a.bin"
    torch.save({"a": torch.ones(3), "b": Harm(trace)}, path)
    return path


def harmful_folder(folder: Path, trace: Path) -> Path:
    save_tiny_ddpm(folder)
    as_pickle(folder / "unet" / f"{WEIGHTS}.safetensors", "unused.bin")
    harmful_file(folder / "unet", trace).rename(folder / "unet" / f"{WEIGHTS}.bin")
    return folder


def renamed(folder: Path, trace: Path) -> Path:
    return harmful_file(folder, trace).rename(folder / "a.safetensors")


def huge_array(folder: Path, _trace: Path) -> Path:
    """A few bytes that ask for an array of 4 EB."""
    path = folder / "a.pt"
    path.write_bytes(b"\x80\x02cbuiltins\nbytearray\n\x8a\x08" + b"\0" * 7 + b"\x40\x85R.")
    return path


@pytest.mark.parametrize(
    ("harm", "kind"),
    [
        (harmful_file, UnsafeModel),
        (harmful_folder, UnsafeModel),
        (renamed, UnsafeModel),
        (huge_array, OutOfMemory),
    ],
)
def test_harm_is_refused_and_leaves_nothing_behind(
    harm: Callable[[Path, Path], Path],
    kind: type[SdstudioError],
    paths: Paths,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    trace = tmp_path / "trace"
    (tmp_path / "it").mkdir()
    path = harm(tmp_path / "it", trace)
    with pytest.raises(kind):
        run(path, paths)
    assert not trace.exists()
    assert not [one for one in paths.models.rglob("*") if one.is_file()]
    assert all(
        model.origin == "built in" for model in scan(paths.resources, roots=[str(paths.models)])
    )
    if kind is UnsafeModel:
        assert cli.run(cli.parse(["models", "convert", str(path), "--yes"])) == 1
        assert len(capsys.readouterr().err.strip().splitlines()) == 1
        assert not trace.exists()


def test_a_stop_ends_the_process_and_leaves_nothing(paths: Paths, tmp_path: Path) -> None:
    path = tmp_path / "a.pt"
    torch.save({str(n): torch.ones(1000) for n in range(50)}, path)
    said: list[int] = []

    def progress(done: int, total: int) -> None:
        said.append(done)

    with pytest.raises(Cancelled):
        run(path, paths, progress=progress, must_stop=lambda: len(said) > 1)
    assert not [one for one in paths.models.rglob("*") if one.is_file()]
