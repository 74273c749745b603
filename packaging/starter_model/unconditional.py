"""The second model: animals' faces out of nothing but noise, 32 px, as a DDPMPipeline.

It is what the tutorials do with google/ddpm-cat-256, in small: one kind of thing, all seen from
the front, so that a network of three million parameters can spend itself on what makes each face.
Half of them keep their colours and half are repainted, on white or pastel, because that is where
the surprises are: there are eighteen faces to learn, but hundreds of combinations to make up.

Ho et al. 2020 (noise prediction, linear schedule), Hang et al. 2023 (min-SNR weights, gamma 5).
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from diffusers import DDIMScheduler, DDPMPipeline, DDPMScheduler, UNet2DModel
from PIL import Image
from torch import Tensor, nn
from tqdm import tqdm

from starter_model import RecipeError
from starter_model.colours import COLOURS
from starter_model.concepts import Concept
from starter_model.diffusing import amounts, attend_plainly, draw_timesteps, predict_nothing
from starter_model.pictures import Picture, background_rgb, compose
from starter_model.sheets import sheet
from starter_model.sprites import SIDE, Sprites
from starter_model.storing import replaced_folder, save_array
from starter_model.training import Hardware, Learner, Training, averaged_weights, train
from starter_model.vae import to_pictures, to_tensor

PICTURE_SIDE = 32
# Animals of which the pictures show the face from the front, by their labels.
FACES = (
    *("cat face", "dog face", "fox", "lion", "tiger face", "rabbit face", "bear", "panda", "koala"),
    *("polar bear", "monkey face", "mouse face", "hamster", "raccoon", "wolf", "pig face"),
    *("cow face", "frog"),
)
# The colours that a face may be painted in, or that tint a background.
VIVID = tuple(name for name, colour in COLOURS.items() if colour.saturation > 0 and name != "brown")
WHITE_SHARE = 0.3
# How much of the named colour a pastel has; the rest is white.
PASTEL = 0.45
MIN_SNR_GAMMA = 5.0
GRID_COLUMNS, GRID_ROWS, GRID_STEPS = 10, 4, 30
ENLARGED = 3


def plan_faces(
    concepts: Sequence[Concept], labels: Sequence[str], *, variants: int, seed: int
) -> list[Picture]:
    """``variants`` pictures of each label, in its own colours and repainted by turns.

    Raises RecipeError if a label is not among the concepts.
    """
    places = {concept.label: place for place, concept in enumerate(concepts)}
    if missing := [label for label in labels if label not in places]:
        raise RecipeError(
            f"The unconditional model wants pictures of {', '.join(missing)}, "
            "which the chosen concepts leave out."
        )
    chance = random.Random(seed)
    return [
        _face(places[label], painted=turn % 2 == 1, chance=chance)
        for label in labels
        for turn in range(variants)
    ]


def _face(concept: int, *, painted: bool, chance: random.Random) -> Picture:
    colour = chance.choice(VIVID) if painted else None
    ground = [each for each in VIVID if each != colour]
    scale = chance.uniform(0.82, 0.94)
    room = (0.98 - scale) / 2
    return Picture(
        concept=concept,
        style="3d",
        colour=colour,
        background="white" if chance.random() < WHITE_SHARE else chance.choice(ground),
        mirrored=chance.random() < 0.5,
        scale=scale,
        right=chance.uniform(-room, room),
        down=chance.uniform(-room, room),
        tilt=chance.gauss(0, 4.0),
    )


def draw_face(
    sprite: npt.NDArray[np.uint8], picture: Picture, *, side: int, chance: random.Random
) -> npt.NDArray[np.uint8]:
    """The finished picture, ``side`` x ``side`` x 3, its background a pastel."""
    on_white = replace(picture, background="white")
    # Drawn large and averaged, or else edges would be jagged. What shows of the background is
    # what a black shape in the same place leaves white.
    shape = sprite.copy()
    shape[..., :3] = 0
    drawn = compose(sprite, on_white, side=SIDE, chance=chance).astype(np.float32)
    open_ = compose(shape, replace(on_white, colour=None), side=SIDE, chance=chance) / 255
    ground = 1 + PASTEL * (background_rgb(picture.background, chance) - 1)
    large = np.clip(drawn - open_ * 255 * (1 - ground), 0, 255).round().astype(np.uint8)
    return np.asarray(Image.fromarray(large).resize((side, side), Image.Resampling.BOX))


def make_faces(
    concepts: Sequence[Concept],
    sprites: Sprites,
    path: Path,
    *,
    labels: Sequence[str] = FACES,
    variants: int = 256,
    side: int = PICTURE_SIDE,
    seed: int = 0,
) -> None:
    """All training pictures into one ``.npy`` file (N, side, side, 3) uint8, at once or not.

    Raises RecipeError if a label has no concept or its concept no 3D picture.
    """
    pictures = plan_faces(concepts, labels, variants=variants, seed=seed)
    out = np.empty((len(pictures), side, side, 3), np.uint8)
    for index, picture in enumerate(tqdm(pictures, desc="faces", unit="picture", mininterval=5)):
        sprite = sprites.get(picture.concept, picture.style)
        if sprite is None:
            label = concepts[picture.concept].label
            raise RecipeError(f"There is no 3D picture of “{label}” for the unconditional model.")
        chance = random.Random(f"{seed} {index}")
        out[index] = draw_face(sprite, picture, side=side, chance=chance)
    save_array(path, out)


def new_unconditional(block_out_channels: Sequence[int], side: int = PICTURE_SIDE) -> UNet2DModel:
    """Untrained; attention at a quarter of the side. Starts by predicting 0."""
    levels = range(len(block_out_channels))
    unet = UNet2DModel(
        sample_size=side,
        block_out_channels=tuple(block_out_channels),
        layers_per_block=1,
        down_block_types=tuple("AttnDownBlock2D" if at == 2 else "DownBlock2D" for at in levels),
        up_block_types=tuple("AttnUpBlock2D" if at == 2 else "UpBlock2D" for at in levels)[::-1],
        # Channels of each head.
        attention_head_dim=min(32, *block_out_channels),
        norm_num_groups=8,
    )
    predict_nothing(unet)
    return unet


class NoisePrediction(nn.Module):
    """One training step's loss."""

    def __init__(self, unet: UNet2DModel) -> None:
        super().__init__()
        self.unet = unet
        alphas: Tensor = DDPMScheduler().alphas_cumprod
        self.alphas_cumprod: Tensor
        self.register_buffer("alphas_cumprod", alphas, persistent=False)

    def forward(self, pictures: Tensor, timesteps: Tensor, noise: Tensor) -> dict[str, Tensor]:
        """``pictures`` in [-1, 1] and ``noise`` (N, 3, H, W); ``timesteps`` (N,)."""
        alphas = self.alphas_cumprod[timesteps]
        signal, spread = amounts(alphas)
        predicted = self.unet(signal * pictures + spread * noise, timesteps).sample.float()
        error = (predicted - noise).pow(2).mean((1, 2, 3))
        snr = alphas / (1 - alphas)
        weight = snr.clamp(max=MIN_SNR_GAMMA) / snr
        return {"loss": (weight * error).mean(), "noise_mse": error.detach().mean()}


class UnconditionalLearner(Learner):
    """Draws pictures, half of them mirrored; shows a sheet of samples from fixed noise."""

    def __init__(
        self, hardware: Hardware, *, pictures: Path, block_out_channels: tuple[int, ...]
    ) -> None:
        self._device = hardware.device
        self._pictures = to_tensor(np.load(pictures), hardware.device)
        unet = new_unconditional(block_out_channels, self._pictures.shape[-1])
        if hardware.device == "cpu":
            attend_plainly(unet)
        unet.to(hardware.device, memory_format=torch.channels_last)
        self.module = NoisePrediction(unet).to(hardware.device)

    def batch(self, size: int, generator: torch.Generator) -> tuple[Tensor, ...]:
        index = torch.randint(len(self._pictures), (size,), generator=generator)
        timesteps = draw_timesteps(size, generator)
        pictures = self._pictures[index.to(self._device)]
        noise = torch.randn(pictures.shape, generator=generator).to(self._device)
        return pictures, timesteps.to(self._device), noise

    def finished(self, averaged: nn.Module, folder: Path, step: int) -> None:
        unet = averaged.unet
        assert isinstance(unet, UNet2DModel)
        pictures = draw_samples(unet, GRID_COLUMNS * GRID_ROWS, seed=1, steps=GRID_STEPS)
        path = folder / f"grid-{step:06d}.png"
        sheet(pictures, GRID_COLUMNS, ENLARGED).save(path)
        tqdm.write(f"step {step}: {path}")


@torch.no_grad()
def draw_samples(unet: UNet2DModel, count: int, *, seed: int, steps: int) -> npt.NDArray[np.uint8]:
    """(count, side, side, 3) by DDIM from noise of the CPU's generator."""
    scheduler = DDIMScheduler.from_config(DDPMScheduler().config)
    scheduler.set_timesteps(steps)
    side = unet.config.sample_size
    generator = torch.Generator().manual_seed(seed)
    noisy = torch.randn(count, 3, side, side, generator=generator).to(unet.device)
    for timestep in scheduler.timesteps:
        noisy = scheduler.step(unet(noisy, timestep).sample.float(), timestep, noisy).prev_sample
    return to_pictures(noisy)


def train_unconditional(
    *,
    pictures: Path,
    block_out_channels: tuple[int, ...],
    training: Training,
    hardware: Hardware,
    folder: Path,
) -> None:
    """Trains in ``folder`` on what `make_faces` wrote; read it by `trained_unconditional`."""
    build = partial(UnconditionalLearner, pictures=pictures, block_out_channels=block_out_channels)
    train(build, training, hardware, folder)


def trained_unconditional(
    folder: Path, *, block_out_channels: Sequence[int], side: int = PICTURE_SIDE
) -> UNet2DModel:
    """The averaged weights of the last checkpoint."""
    module = NoisePrediction(new_unconditional(block_out_channels, side))
    module.load_state_dict(averaged_weights(folder))
    return module.unet.eval()


def export_unconditional(
    folder: Path, out: Path, *, block_out_channels: Sequence[int], side: int = PICTURE_SIDE
) -> None:
    """Writes a DDPMPipeline in fp16 safetensors to ``out``, in place of what was there."""
    unet = trained_unconditional(folder, block_out_channels=block_out_channels, side=side)
    pipeline = DDPMPipeline(unet=unet.half(), scheduler=DDPMScheduler())
    with replaced_folder(out) as unfinished:
        pipeline.save_pretrained(unfinished, safe_serialization=True)
