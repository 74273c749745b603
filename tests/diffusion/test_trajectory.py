"""Denoisings kept in memory, within bounds, and in files that may be damaged."""

from __future__ import annotations

import json
import random
import threading
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load, load_file, save, save_file

from sdstudio.diffusion.fingerprint import fingerprint
from sdstudio.diffusion.frames import frame
from sdstudio.diffusion.generate import Watching, generate
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.ring import TrajectoryRing
from sdstudio.diffusion.stopping import never
from sdstudio.diffusion.trajectory import Moment, Trajectory
from sdstudio.diffusion.trajectory_file import (
    VERSION,
    _digest,
    decode_trajectory,
    encode_trajectory,
    read_trajectory,
)
from sdstudio.request import BrokenTrajectory, Cancelled
from tests.diffusion.conftest import Recorder
from tests.diffusion.runs import PLENTY, ask, branch, run

PATH = Path("a picture.denoising")


def make_in(ring: TrajectoryRing, model: LoadedModel, **changes: object) -> str:
    """Makes a picture in a ring; its request's id."""
    request = ask(model, **changes)
    generate(model, request, Recorder(), never, watching=Watching(ring=ring))
    return request.id


# -- in memory -------------------------------------------------------------------------------


def test_every_tensor_is_counted_once(tiny_sd: LoadedModel) -> None:
    parent = run(tiny_sd, ask(tiny_sd, scheduler="dpmpp_2m")).trajectory
    tensors = [each for moment in parent.moments for each in moment.tensors()]
    different = {each.data_ptr(): each.nbytes for each in tensors}
    # Multistep schedulers hold the predictions of the last steps: the same tensors again.
    assert len(different) < len(tensors)
    assert parent.bytes == sum(different.values())
    assert parent.info().bytes == parent.bytes
    assert [step.index for step in parent.info().steps] == [1, 2, 3, 4]
    # One state of the generator for all steps, since nothing is drawn after the first.
    assert len({moment.generator.data_ptr() for moment in parent.moments}) == 1


def test_the_ring_is_told_the_right_size_while_a_run_grows(tiny_sd: LoadedModel) -> None:
    ring = TrajectoryRing(PLENTY)
    request = ask(tiny_sd, scheduler="dpmpp_3m_sde")
    sizes: list[tuple[int, int]] = []

    class Weigher(Recorder):
        def step_finished(self, index: int, num_timesteps: int) -> None:
            trajectory = ring.get(request.id)
            assert trajectory is not None
            sizes.append((ring.bytes(), trajectory.bytes))

    run(tiny_sd, request, ring=ring, observer=Weigher())
    assert len(sizes) == 4
    assert all(told == counted for told, counted in sizes)
    assert sizes == sorted(set(sizes))


def test_the_oldest_make_way(tiny_sd: LoadedModel) -> None:
    ring = TrajectoryRing(PLENTY)
    first = make_in(ring, tiny_sd)
    one = ring.bytes()
    ring.cap = 3 * one
    second, third = make_in(ring, tiny_sd), make_in(ring, tiny_sd)
    assert ring.bytes() == 3 * one
    assert ring.get(first) is not None  # looked at: now the second is the oldest
    fourth = make_in(ring, tiny_sd)
    assert [ring.get(each) is not None for each in (first, second, third, fourth)] == [
        *(True, False, True, True)
    ]
    assert ring.bytes() == 3 * one


def test_one_that_does_not_fit_is_let_go_and_the_picture_says_so(tiny_sd: LoadedModel) -> None:
    ring = TrajectoryRing(PLENTY)
    expected = run(tiny_sd, ask(tiny_sd), ring=ring)
    ring.cap = expected.trajectory.bytes - 1
    most = 0

    class Weigher(Recorder):
        def step_finished(self, index: int, num_timesteps: int) -> None:
            nonlocal most
            most = max(most, ring.bytes())

    request = ask(tiny_sd)
    watching = Watching(ring=ring)
    picture = generate(tiny_sd, request, Weigher(), never, watching=watching)
    assert picture.rgb == expected.rgb
    assert ring.get(request.id) is None
    assert 0 < most <= ring.cap  # it was there as long as it fitted
    (note,) = picture.notes
    assert "more memory than is set aside" in note


def test_a_stopped_run_leaves_nothing_behind(tiny_sd: LoadedModel) -> None:
    ring = TrajectoryRing(PLENTY)
    request = ask(tiny_sd)
    recorder = Recorder(stop_at=lambda recorder: len(recorder.steps) == 2)
    with pytest.raises(Cancelled):
        generate(tiny_sd, request, recorder, recorder.must_stop, watching=Watching(ring=ring))
    assert len(recorder.steps) == 2
    assert ring.get(request.id) is None
    assert ring.bytes() == 0


def test_a_failed_decoder_leaves_nothing_behind(
    load_model: Callable[[str], LoadedModel], tiny_sd_folder: Path
) -> None:
    model = load_model(str(tiny_sd_folder))
    with torch.no_grad():
        model.pipeline.vae.decoder.conv_out.bias.fill_(float("nan"))
    ring = TrajectoryRing(PLENTY)
    with pytest.raises(Exception, match="not a number"):
        make_in(ring, model)
    assert ring.bytes() == 0


def test_it_can_be_read_from_another_thread_while_it_grows(tiny_sd: LoadedModel) -> None:
    ring = TrajectoryRing(PLENTY)
    request = ask(tiny_sd, num_inference_steps=12)
    over = threading.Event()
    seen: list[int] = []
    failures: list[BaseException] = []

    def read() -> None:
        try:
            while not over.is_set():
                trajectory = ring.get(request.id)
                if trajectory is None:
                    continue
                indexes = [moment.index for moment in trajectory.moments]
                assert indexes == list(range(1, len(indexes) + 1))
                assert frame(trajectory, indexes[-1], "both") is not None
                assert trajectory.bytes > 0
                seen.append(len(indexes))
        except BaseException as error:  # told by the test's own thread
            failures.append(error)

    reader = threading.Thread(target=read)
    reader.start()
    try:
        made = run(tiny_sd, request, ring=ring)
    finally:
        over.set()
        reader.join()
    assert not failures
    assert seen == sorted(seen)
    assert not made.trajectory.is_running
    assert run(tiny_sd, ask(tiny_sd, num_inference_steps=12)).rgb == made.rgb


# -- as a file -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def kept(tiny_sd: LoadedModel) -> Trajectory:
    """A branch's denoising, with history and noise of its own."""
    request = ask(tiny_sd, scheduler="dpmpp_2m_sde", prompt="ein Äpfel 🍎", width=16, height=16)
    parent = run(tiny_sd, request)
    return run(tiny_sd, branch(request, 2, prompt="猫"), parent=parent.trajectory).trajectory


@pytest.fixture(scope="module")
def data(kept: Trajectory) -> bytes:
    return encode_trajectory(kept)


def same(one: object, other: object) -> bool:
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, torch.Tensor) and isinstance(other, torch.Tensor):
        return one.dtype == other.dtype and torch.equal(one, other)
    return type(one) is type(other) and one == other


@pytest.mark.parametrize("scheduler_id", ["", "unipc", "sa_solver", "heun", "pndm", "lms"])
def test_a_file_gives_back_every_number(
    scheduler_id: str, kept: Trajectory, tiny_sd: LoadedModel, tmp_path: Path
) -> None:
    if scheduler_id:
        kept = run(tiny_sd, ask(tiny_sd, scheduler=scheduler_id)).trajectory
    path = tmp_path / "kept"
    path.write_bytes(encode_trajectory(kept))
    read = read_trajectory(path)
    assert read.request == kept.request
    assert (read.model, read.first_own) == (kept.model, kept.first_own)
    assert read.bytes == kept.bytes  # what was shared is shared again
    assert read.info() == kept.info()
    for then, now in zip(kept.moments, read.moments, strict=True):
        for name in ("index", "evaluation", "timestep", "sigma", "a", "b"):
            assert same(getattr(then, name), getattr(now, name))
        for name in ("sample", "x0", "generator"):
            assert same(getattr(then, name), getattr(now, name))
        assert then.state.keys() == now.state.keys()
        assert all(same(then.state[name], now.state[name]) for name in then.state)
    assert read.patch_map.factor == kept.patch_map.factor
    # In half precision: it is for looking only, and would be half of a small file.
    assert torch.allclose(read.patch_map.weights, kept.patch_map.weights, atol=1e-3)


def content(data: bytes) -> tuple[str, str]:
    """The document and the checksum over all; the order they are written in is not settled."""
    size = int.from_bytes(data[:8], "little")
    metadata = json.loads(data[8 : 8 + size])["__metadata__"]
    return metadata["sdstudio"], metadata["sha256"]


def test_encoding_is_the_same_every_time(kept: Trajectory, data: bytes) -> None:
    assert content(encode_trajectory(kept)) == content(data)
    assert content(encode_trajectory(decode_trajectory(data, PATH))) == content(data)


def test_half_precision_is_kept_as_it_is(kept: Trajectory) -> None:
    def halved(moment: Moment) -> Moment:
        return replace(moment, sample=moment.sample.bfloat16(), x0=moment.x0.half())

    halves = replace(kept, moments=tuple(map(halved, kept.moments)))
    read = decode_trajectory(encode_trajectory(halves), PATH)
    for then, now in zip(halves.moments, read.moments, strict=True):
        assert same(then.sample, now.sample)
        assert same(then.x0, now.x0)


def test_it_is_safetensors_and_holds_no_code(data: bytes) -> None:
    assert load(data)
    assert b"pickle" not in data
    assert not data.startswith((b"PK", b"\x80"))


def refused(data: bytes) -> str:
    """The sentence about data that must be refused, and by nothing but a BrokenTrajectory."""
    with pytest.raises(BrokenTrajectory) as caught:
        decode_trajectory(data, PATH)
    assert str(PATH) in caught.value.message
    assert caught.value.action
    return caught.value.message


def test_a_truncated_file_is_damaged(data: bytes) -> None:
    dice = random.Random(1)
    lengths = {0, 1, 7, 8, 9, 100, len(data) - 1, *(dice.randrange(len(data)) for _ in range(60))}
    for length in lengths:
        assert "damaged" in refused(data[:length])
    assert "damaged" in refused(data + b"\0")


def test_no_flipped_bit_goes_unnoticed(data: bytes) -> None:
    """In the header, the document and the tensors: what is opened is what was written."""
    dice = random.Random(2)
    header = 8 + int.from_bytes(data[:8], "little")
    places = [dice.randrange(64), *(8 * 8 + n for n in range(0, 8 * 40, 7))]
    places += [dice.randrange(8 * header) for _ in range(150)]
    places += [dice.randrange(8 * header, 8 * len(data)) for _ in range(80)]
    harmless = 0
    for place in places:
        broken = bytearray(data)
        broken[place // 8] ^= 1 << place % 8
        try:
            refused(bytes(broken))
        except pytest.fail.Exception:
            # JSON has more than one way to write the same: an escape's letter in upper case.
            read = decode_trajectory(bytes(broken), PATH)
            assert content(encode_trajectory(read)) == content(data)
            harmless += 1
    assert harmless < len(places) / 20


def test_garbage_in_the_middle_is_refused(data: bytes) -> None:
    dice = random.Random(3)
    for _ in range(150):
        at, length = dice.randrange(len(data)), dice.randrange(1, 400)
        broken = data[:at] + dice.randbytes(length) + data[at + length :]
        if broken != data:
            refused(broken)
    for _ in range(50):
        refused(dice.randbytes(dice.randrange(3000)))


Change = Callable[[dict[str, Any], dict[str, torch.Tensor]], None]


def rewritten(data: bytes, change: Change) -> bytes:
    """The file with its document and tensors changed by someone who knows the checksum."""
    size = int.from_bytes(data[:8], "little")
    values = json.loads(json.loads(data[8 : 8 + size])["__metadata__"]["sdstudio"])
    tensors = load(data)
    change(values, tensors)
    document = json.dumps(values)
    return save(tensors, {"sdstudio": document, "sha256": _digest(document, tensors)})


def test_a_newer_version_is_told_apart_from_damage(data: bytes) -> None:
    def newer(values: dict[str, Any], _: dict[str, torch.Tensor]) -> None:
        values["version"] = VERSION + 1
        values["moments"] = "whatever comes next"

    assert "newer version of sdstudio" in refused(rewritten(data, newer))
    assert decode_trajectory(rewritten(data, lambda *_: None), PATH).moments


def document_changes() -> Iterator[tuple[str, Change]]:
    def setting(*keys: Any, to: Any) -> Change:
        def change(values: dict[str, Any], _: dict[str, torch.Tensor]) -> None:
            place: Any = values
            for key in keys[:-1]:
                place = place[key]
            place[keys[-1]] = to

        return change

    value: Any
    for key in ("version", "request", "model", "first_own", "factor", "moments"):
        for value in (None, "text", -1, [], {}, 1.5, True, 10**400):
            if (key, value) not in (("model", "text"), ("version", 10**400)):
                yield f"{key}={str(value)[:9]}", setting(key, to=value)
    for key in ("index", "evaluation", "timestep", "sigma", "a", "b"):
        for value in (None, "text", [], {}, True, -7, 10**400, float("nan"), float("inf")):
            yield f"moment {key}={str(value)[:9]}", setting("moments", 1, key, to=value)
    for key in ("sample", "x0", "generator", "state"):
        for value in (None, "text", {"value": 3}, {"tensor": "none"}, {"list": []}, [], {"a": 1}):
            yield f"moment {key}={value}", setting("moments", 1, key, to=value)
    yield "request.width", setting("request", "width", to=100_000)
    yield "first_own beyond", setting("first_own", to=99)


@pytest.mark.parametrize(
    "change", [pytest.param(change, id=name) for name, change in document_changes()]
)
def test_a_document_of_the_wrong_kind_is_damaged(change: Change, data: bytes) -> None:
    assert "damaged" in refused(rewritten(data, change))


def test_tensors_of_the_wrong_kind_are_damaged(data: bytes) -> None:
    def other_map(_: dict[str, Any], tensors: dict[str, torch.Tensor]) -> None:
        tensors["map"] = torch.zeros(3, 5)

    def other_sample(values: dict[str, Any], tensors: dict[str, torch.Tensor]) -> None:
        tensors[values["moments"][0]["sample"]["tensor"]] = torch.zeros(2, 3)

    def whole_numbers(values: dict[str, Any], tensors: dict[str, torch.Tensor]) -> None:
        name = values["moments"][0]["x0"]["tensor"]
        tensors[name] = tensors[name].to(torch.int32)

    def other_generator(values: dict[str, Any], tensors: dict[str, torch.Tensor]) -> None:
        tensors[values["moments"][0]["generator"]["tensor"]] = torch.zeros(5)

    for change in (other_map, other_sample, whole_numbers, other_generator):
        assert "damaged" in refused(rewritten(data, change))


def test_json_bombs_are_damaged(data: bytes) -> None:
    deep = "[" * 200_000 + "]" * 200_000
    tensors = load(data)
    for document in (deep, '{"version": ' + "9" * 10_000 + "}", '{"version":' * 5000, "[]", "\\"):
        bomb = save(tensors, {"sdstudio": document, "sha256": _digest(document, tensors)})
        assert "damaged" in refused(bomb)
    for header in (deep, '{"__metadata__": ' + deep + "}", '{"a": {"dtype":"F32","shape":[' * 9999):
        refused(len(header).to_bytes(8, "little") + header.encode())
    huge = json.dumps({"a": {"dtype": "F32", "shape": [2**62, 2**62], "data_offsets": [0, 2**63]}})
    refused(len(huge).to_bytes(8, "little") + huge.encode())
    refused((2**63).to_bytes(8, "little") + b"{}")

    def nested(values: dict[str, Any], _: dict[str, torch.Tensor]) -> None:
        bomb: object = {"value": 1}
        for _depth in range(400):
            bomb = {"list": [bomb]}
        values["moments"][0]["state"]["deep"] = bomb

    # Deep, but not too deep to be read; then it is a value as any other.
    assert decode_trajectory(rewritten(data, nested), PATH).moments


def test_what_cannot_be_read_is_told_with_its_reason(tmp_path: Path) -> None:
    for path, reason in (
        (tmp_path / "nothing", "no such file"),
        (tmp_path, "is a directory"),
    ):
        with pytest.raises(BrokenTrajectory, match=reason) as caught:
            read_trajectory(path)
        assert str(path) in caught.value.message
    empty = tmp_path / "empty"
    empty.touch()
    with pytest.raises(BrokenTrajectory, match="damaged"):
        read_trajectory(empty)


# -- of which model --------------------------------------------------------------------------


def test_fine_tuned_weights_of_the_same_shape_are_another_model(
    tiny_sd_folder: Path, tmp_path: Path
) -> None:
    (file,) = (tiny_sd_folder / "unet").glob("*.safetensors")
    weights = load_file(file)
    assert fingerprint([file]) == fingerprint([file])
    for part in ("", "attn", "up_blocks"):
        tuned = {name: each * 1.001 if part in name else each for name, each in weights.items()}
        path = tmp_path / f"tuned {part}" / file.name
        path.parent.mkdir()
        save_file(tuned, path, metadata={"format": "pt"})
        assert path.stat().st_size == file.stat().st_size
        assert fingerprint([path]) != fingerprint([file])
    same_again = tmp_path / file.name
    same_again.write_bytes(file.read_bytes())
    assert fingerprint([same_again]) == fingerprint([file])  # wherever it lies


def test_large_files_are_sampled_all_over(tmp_path: Path) -> None:
    size = 40 * 1024 * 1024
    path = tmp_path / "model.safetensors"
    path.write_bytes(random.Random(1).randbytes(size))
    expected = fingerprint([path])
    assert len(expected) == 32
    # A change of a fortieth of the file cannot slip between the samples.
    with path.open("r+b") as file:
        for at in range(0, size, size // 20):
            file.seek(at)
            before = file.read(size // 20)
            file.seek(at)
            file.write(bytes(len(before)))
            file.flush()
            assert fingerprint([path]) != expected
            file.seek(at)
            file.write(before)
            file.flush()
    assert fingerprint([path]) == expected


def test_a_request_of_a_file_is_whole(kept: Trajectory, data: bytes) -> None:
    read = decode_trajectory(data, PATH)
    assert asdict(read.request) == asdict(kept.request)
