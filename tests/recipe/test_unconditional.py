"""The unconditional model: its pictures, that it learns, and that diffusers loads it."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import torch
from diffusers import DDPMPipeline, DDPMScheduler
from PIL import Image
from safetensors.torch import load_file

from starter_model import RecipeError
from starter_model.colours import COLOURS, rgb_to_hsv
from starter_model.concepts import Concept
from starter_model.sheets import sheet
from starter_model.sprites import SIDE, Sprites
from starter_model.training import Hardware, Training, spent
from starter_model.unconditional import (
    VIVID,
    NoisePrediction,
    draw_face,
    draw_samples,
    export_unconditional,
    make_faces,
    new_unconditional,
    plan_faces,
    train_unconditional,
    trained_unconditional,
)

CPU = Hardware(device="cpu", processes=1, compiled=False)
CHANNELS = (8, 16, 32)
PICTURE_SIDE = 16
STEPS = 60
LABELS = ("cat face", "fox")


def concept(label: str) -> Concept:
    return Concept(hexcode=label, label=label, group=3, names={"en": (label,)})


CONCEPTS = [concept(each) for each in ("house", "cat face", "fox")]


def face(paint: tuple[int, int, int]) -> npt.NDArray[np.uint8]:
    """A disc with two dark eyes."""
    y, x = np.mgrid[-1 : 1 : SIDE * 1j, -1 : 1 : SIDE * 1j]
    sprite = np.zeros((SIDE, SIDE, 4), np.uint8)
    sprite[..., :3] = paint
    sprite[(np.hypot(x - 0.4, y) < 0.15) | (np.hypot(x + 0.4, y) < 0.15), :3] = 20
    sprite[..., 3] = np.where(np.hypot(x, y) < 1, 255, 0)
    return sprite


SPRITES = Sprites({(1, "3d"): face((240, 160, 40)), (2, "3d"): face((220, 80, 20))})


def test_each_face_is_there_half_painted_half_not() -> None:
    pictures = plan_faces(CONCEPTS, LABELS, variants=40, seed=0)
    for place in (1, 2):
        painted = [each.colour for each in pictures if each.concept == place]
        assert len(painted) == 40
        assert painted.count(None) == 20
    assert all(each.colour != each.background for each in pictures)
    assert {each.background for each in plan_faces(CONCEPTS, LABELS, variants=200, seed=0)} == {
        "white",
        *VIVID,
    }


def test_the_same_seed_gives_the_same_faces() -> None:
    first = plan_faces(CONCEPTS, LABELS, variants=5, seed=1)
    assert first == plan_faces(CONCEPTS, LABELS, variants=5, seed=1)
    assert first != plan_faces(CONCEPTS, LABELS, variants=5, seed=2)


def test_a_face_without_a_concept_is_told() -> None:
    with pytest.raises(RecipeError, match="panda, koala"):
        plan_faces(CONCEPTS, (*LABELS, "panda", "koala"), variants=1, seed=0)


def test_a_face_without_a_picture_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecipeError, match="house"):
        make_faces(CONCEPTS, SPRITES, tmp_path / "faces.npy", labels=("house",), variants=1)
    assert not list(tmp_path.glob("*.npy"))


def test_a_face_stands_on_a_pastel_of_the_planned_colour() -> None:
    seen = set()
    for picture in plan_faces(CONCEPTS, LABELS, variants=60, seed=3):
        sprite = SPRITES.get(picture.concept, "3d")
        assert sprite is not None
        drawn = draw_face(sprite, picture, side=32, chance=random.Random(0))
        assert drawn.shape == (32, 32, 3)
        corners = drawn[[0, 0, -1, -1], [0, -1, 0, -1]]
        assert (corners == corners[0]).all()
        hue, saturation, value = rgb_to_hsv(corners[0].astype(np.float32) / 255)
        seen.add(picture.background)
        if picture.background == "white":
            assert corners[0].min() == 255
            continue
        away = abs(float(hue) - COLOURS[picture.background].hue)
        assert min(away, 1 - away) < 0.03
        assert 0.08 < saturation < 0.5
        assert value > 0.75
    assert len(seen) > 5


def test_the_face_itself_is_not_tinted() -> None:
    picture = next(
        each
        for each in plan_faces(CONCEPTS, LABELS, variants=40, seed=0)
        if each.colour is None and each.background == "blue"
    )
    sprite = face((240, 160, 40))
    drawn = draw_face(sprite, picture, side=32, chance=random.Random(0))
    across, down = (round(32 * (0.5 + each)) for each in (picture.right, picture.down))
    assert np.abs(drawn[down, across].astype(int) - (240, 160, 40)).max() <= 3


def write_faces(path: Path) -> None:
    make_faces(CONCEPTS, SPRITES, path, labels=LABELS, variants=32, side=PICTURE_SIDE, seed=0)


def test_all_faces_come_into_one_file(tmp_path: Path) -> None:
    write_faces(tmp_path / "faces.npy")
    stored = np.load(tmp_path / "faces.npy")
    assert stored.shape == (64, PICTURE_SIDE, PICTURE_SIDE, 3)
    assert stored.dtype == np.uint8
    assert len(np.unique(stored.reshape(64, -1), axis=0)) == 64
    write_faces(tmp_path / "again.npy")
    assert np.array_equal(stored, np.load(tmp_path / "again.npy"))
    assert {each.name for each in tmp_path.glob("*.*")} == {"faces.npy", "again.npy"}


def test_the_untrained_model_predicts_nothing_and_fits_in_8_mb() -> None:
    unet = new_unconditional((32, 64, 96, 128))
    noise = torch.randn(2, 3, 32, 32)
    assert unet(noise, torch.tensor([10, 900])).sample.abs().max() == 0
    assert 2_500_000 < sum(each.numel() for each in unet.parameters()) < 4_000_000


def test_the_noise_is_added_as_the_scheduler_does() -> None:
    """The network learns what it will be asked by the tutorials' DDPMScheduler()."""
    seen: list[torch.Tensor] = []
    loss = NoisePrediction(new_unconditional(CHANNELS, PICTURE_SIDE))
    loss.unet.register_forward_pre_hook(lambda _, arguments: seen.append(arguments[0]))
    pictures, noise = torch.rand(3, 3, 16, 16) * 2 - 1, torch.randn(3, 3, 16, 16)
    timesteps = torch.tensor([0, 500, 999])
    metrics = loss(pictures, timesteps, noise)
    expected = DDPMScheduler().add_noise(pictures, noise, timesteps)
    assert torch.allclose(seen[0], expected, atol=1e-5)
    assert float(metrics["noise_mse"]) == pytest.approx(float(noise.pow(2).mean()), rel=1e-4)


def train(folder: Path, steps: int) -> None:
    train_unconditional(
        pictures=folder / "faces.npy",
        block_out_channels=CHANNELS,
        training=Training(
            steps=steps, batch=16, learning_rate=4e-3, warmup=5, ema_decay=0.9, weight_decay=0.0
        ),
        hardware=CPU,
        folder=folder / "training",
    )


def noise_mse(module: NoisePrediction, faces: Path) -> float:
    """Of one in four timesteps, on the training pictures with other noise; 1 for an ignorant."""
    pictures = torch.from_numpy(np.load(faces)).permute(0, 3, 1, 2).float() / 127.5 - 1
    noise = torch.randn(pictures.shape, generator=torch.Generator().manual_seed(9))
    with torch.no_grad():
        return float(module(pictures, torch.linspace(100, 900, 64).long(), noise)["noise_mse"])


@pytest.fixture(scope="module", autouse=True)
def one_thread() -> Iterator[None]:
    """With arrays this small, two threads on a busy machine wait for each other all the time."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture(scope="module")
def trained(one_thread: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with pictures and a training of some seconds."""
    folder = tmp_path_factory.mktemp("unconditional")
    write_faces(folder / "faces.npy")
    train(folder, STEPS)
    return folder


def test_it_learns(trained: Path) -> None:
    untrained = NoisePrediction(new_unconditional(CHANNELS, PICTURE_SIDE))
    taught = NoisePrediction(
        trained_unconditional(trained / "training", block_out_channels=CHANNELS, side=PICTURE_SIDE)
    )
    assert noise_mse(untrained, trained / "faces.npy") == pytest.approx(1, abs=0.05)
    assert noise_mse(taught, trained / "faces.npy") < 0.5


def test_a_finished_training_shows_its_samples_and_is_not_trained_again(trained: Path) -> None:
    checkpoint = trained / "training" / "checkpoint.pt"
    before = torch.load(checkpoint, weights_only=True)["module"]
    train(trained, STEPS)
    after = torch.load(checkpoint, weights_only=True)["module"]
    assert spent(trained / "training").samples == STEPS * 16
    assert all(torch.equal(before[name], after[name]) for name in before)
    with Image.open(trained / "training" / f"grid-{STEPS:06d}.png") as shown:
        assert shown.size == (10 * PICTURE_SIDE * 3, 4 * PICTURE_SIDE * 3)


def test_diffusers_loads_the_exported_folder(trained: Path, tmp_path: Path) -> None:
    out = tmp_path / "unconditional"
    (out / "left from before").mkdir(parents=True)
    export_unconditional(trained / "training", out, block_out_channels=CHANNELS, side=PICTURE_SIDE)
    assert {each.name for each in tmp_path.iterdir()} >= {"unconditional"}
    assert sorted(
        each.relative_to(out).as_posix() for each in out.rglob("*") if each.is_file()
    ) == [
        "model_index.json",
        "scheduler/scheduler_config.json",
        "unet/config.json",
        "unet/diffusion_pytorch_model.safetensors",
    ]
    stored = load_file(out / "unet" / "diffusion_pytorch_model.safetensors")
    assert {each.dtype for each in stored.values()} == {torch.float16}
    assert json.loads((out / "model_index.json").read_text())["_class_name"] == "DDPMPipeline"
    pipeline = DDPMPipeline.from_pretrained(out)
    pipeline.set_progress_bar_config(disable=True)
    kept = trained_unconditional(
        trained / "training", block_out_channels=CHANNELS, side=PICTURE_SIDE
    ).state_dict()
    for name, value in pipeline.unet.state_dict().items():
        assert torch.equal(value, kept[name].half().float()), name
    first, second = (
        pipeline(
            num_inference_steps=4, generator=torch.Generator().manual_seed(1), output_type="np"
        ).images
        for _ in range(2)
    )
    assert first.shape == (1, PICTURE_SIDE, PICTURE_SIDE, 3)
    assert np.array_equal(first, second)


def test_samples_are_the_same_for_the_same_seed(trained: Path) -> None:
    unet = trained_unconditional(
        trained / "training", block_out_channels=CHANNELS, side=PICTURE_SIDE
    )
    first = draw_samples(unet, 3, seed=1, steps=5)
    assert first.shape == (3, PICTURE_SIDE, PICTURE_SIDE, 3)
    assert np.array_equal(first, draw_samples(unet, 3, seed=1, steps=5))
    assert not np.array_equal(first, draw_samples(unet, 3, seed=2, steps=5))


def test_a_sheet_shows_the_samples_in_rows() -> None:
    pictures = np.zeros((7, 4, 4, 3), np.uint8)
    pictures[4] = 255  # the second of the second row; the seventh has no full row
    shown = np.asarray(sheet(pictures, columns=3, enlarged=2))
    assert shown.shape == (16, 24, 3)
    assert (shown[8:, 8:16] == 255).all()
    assert shown.sum() == 255 * 8 * 8 * 3
