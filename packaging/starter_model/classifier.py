"""The judge: a small residual network that names the concept of a picture.

It is trained on real pictures only, never on generated ones. Generated pictures are softer and
noisier than real ones; so that it judges the shape and not the finish, it is trained on pictures
that are moved, enlarged, blurred, noisy and of changed colours.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn
from tqdm import tqdm

from starter_model import RecipeError
from starter_model.training import Hardware, Learner, Training, averaged_weights, train

# The side of what the network sees, whatever the pictures' own.
SIDE = 64
WIDTHS = (24, 48, 96, 160)
# Three minutes of one core; names 99 % of fresh pictures of 334 concepts.
CLASSIFIER = Training(
    steps=1500, batch=96, learning_rate=4e-3, ema_decay=0.995, weight_decay=0.02, decay_from=0.3
)
# Every so many pictures one is kept from the training, to be asked about at each checkpoint.
KEPT = 32


class _Residual(nn.Module):
    """Two 3 x 3 convolutions beside a short cut; ``stride`` 2 halves the side."""

    def __init__(self, inside: int, outside: int, stride: int) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(inside, outside, 3, stride, 1, bias=False)
        self.norm1 = nn.BatchNorm2d(outside)
        self.conv2 = nn.Conv2d(outside, outside, 3, 1, 1, bias=False)
        self.norm2 = nn.BatchNorm2d(outside)
        self.shortcut: nn.Module = nn.Identity()
        if stride > 1 or inside != outside:
            self.shortcut = nn.Sequential(
                nn.AvgPool2d(stride), nn.Conv2d(inside, outside, 1, bias=False)
            )

    def forward(self, x: Tensor) -> Tensor:
        hidden = F.relu(self.norm1(self.conv1(x)))
        changed: Tensor = self.shortcut(x) + self.norm2(self.conv2(hidden))
        return F.relu(changed)


class Classifier(nn.Module):
    """Logits over ``count`` concepts from (N, 3, 64, 64) in [-1, 1]."""

    def __init__(self, count: int) -> None:
        super().__init__()
        first, *others = WIDTHS
        self.stem = nn.Sequential(
            nn.Conv2d(3, first, 4, 2, 1, bias=False), nn.BatchNorm2d(first), nn.ReLU()
        )
        blocks = [
            _Residual(inside, outside, 2)
            for inside, outside in zip(WIDTHS[:-1], others, strict=True)
        ]
        self.blocks = nn.Sequential(*blocks)
        # Where on the picture something is tells much: the 4 x 4 places are not all averaged.
        self.pool = nn.AdaptiveAvgPool2d(2)
        self.narrow = nn.Linear(4 * WIDTHS[-1], WIDTHS[-1])
        self.norm = nn.BatchNorm1d(WIDTHS[-1])
        self.head = nn.Linear(WIDTHS[-1], count)

    def features(self, pictures: Tensor) -> Tensor:
        """The penultimate layer, (N, 160)."""
        hidden = self.blocks(self.stem(pictures))
        narrow: Tensor = self.norm(self.narrow(self.pool(hidden).flatten(1)))
        return F.relu(narrow)

    def forward(self, pictures: Tensor) -> Tensor:
        logits: Tensor = self.head(self.features(pictures))
        return logits


class Naming(nn.Module):
    """One training step's loss."""

    def __init__(self, classifier: Classifier) -> None:
        super().__init__()
        self.classifier = classifier

    def forward(self, pictures: Tensor, concepts: Tensor) -> dict[str, Tensor]:
        """``pictures`` (N, 3, 64, 64); ``concepts`` (N,)."""
        logits = self.classifier(pictures).float()
        return {
            "loss": F.cross_entropy(logits, concepts, label_smoothing=0.05),
            "right": (logits.argmax(-1) == concepts).float().mean(),
        }


def seen_by_classifier(pictures: npt.NDArray[np.uint8] | Tensor) -> Tensor:
    """(N, H, W, 3) uint8 to (N, 3, 64, 64) uint8, averaged."""
    tensor = torch.as_tensor(pictures).permute(0, 3, 1, 2)
    if tensor.shape[-1] == SIDE:
        return tensor.contiguous()
    return F.adaptive_avg_pool2d(tensor.float(), SIDE).round().byte()


def scaled(small: Tensor) -> Tensor:
    """Uint8 pictures to [-1, 1], channels last."""
    return (small.float() / 127.5 - 1).contiguous(memory_format=torch.channels_last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chances:
    """How a batch is changed: all are numbers for each picture, drawn on the CPU."""

    affine: Tensor
    blur: Tensor
    noise: Tensor
    saturation: Tensor
    brightness: Tensor
    contrast: Tensor
    tint: Tensor

    @classmethod
    def drawn(cls, size: int, generator: torch.Generator) -> Chances:
        """Moved by up to a tenth, 0.8 to 1.2 times as large, turned by up to 9 degrees."""

        def between(low: float, high: float, *shape: int) -> Tensor:
            return low + (high - low) * torch.rand(size, *shape, generator=generator)

        scale, angle = between(0.83, 1.25), between(-0.15, 0.15)
        cos, sin = angle.cos() * scale, angle.sin() * scale
        shift = between(-0.2, 0.2, 2)
        rows = [cos, -sin, shift[:, 0], sin, cos, shift[:, 1]]
        some = torch.rand(size, generator=generator) < 0.6
        noisy = torch.rand(size, generator=generator) < 0.4
        return cls(
            affine=torch.stack(rows, 1).view(size, 2, 3),
            blur=between(0.0, 2.2) * some,
            noise=between(0.0, 0.12) * noisy,
            saturation=between(0.5, 1.3),
            brightness=between(-0.15, 0.15),
            contrast=between(0.75, 1.2),
            tint=between(-0.12, 0.12, 3),
        )


def changed(pictures: Tensor, chances: Chances) -> Tensor:
    """(N, 3, H, W) in [-1, 1] to what the classifier is trained on."""
    device = pictures.device
    grid = F.affine_grid(chances.affine.to(device), list(pictures.shape), align_corners=False)
    # Beyond the edge the background goes on.
    pictures = F.grid_sample(pictures, grid, padding_mode="border", align_corners=False)
    pictures = _blurred(pictures, chances.blur.to(device))
    luminance = pictures.mean(1, keepdim=True)
    pictures = luminance + (pictures - luminance) * _each(chances.saturation, device)
    pictures = pictures * _each(chances.contrast, device) + _each(chances.brightness, device)
    pictures = pictures + chances.tint.to(device)[:, :, None, None]
    noise = torch.randn_like(pictures) * _each(chances.noise, device)
    return (pictures + noise).clamp(-1, 1).contiguous(memory_format=torch.channels_last)


def _each(numbers: Tensor, device: torch.device) -> Tensor:
    return numbers.to(device)[:, None, None, None]


def _blurred(pictures: Tensor, sigmas: Tensor) -> Tensor:
    """Every picture with its own Gaussian, along rows and then along columns."""
    count, channels, height, width = pictures.shape
    reach = 4
    places = torch.arange(-reach, reach + 1, device=pictures.device).float()
    taps = torch.exp(-0.5 * (places / sigmas[:, None].clamp(min=0.1)) ** 2)
    taps = (taps / taps.sum(1, keepdim=True)).repeat_interleave(channels, 0)
    flat = pictures.reshape(1, count * channels, height, width)
    for shape, padding in (((1, -1), (reach, reach, 0, 0)), ((-1, 1), (0, 0, reach, reach))):
        kernel = taps.view(count * channels, 1, *shape)
        flat = F.conv2d(F.pad(flat, padding, mode="replicate"), kernel, groups=count * channels)
    return flat.view(count, channels, height, width)


class ClassifierLearner(Learner):
    """Real pictures and what they show."""

    def __init__(
        self, hardware: Hardware, *, pictures: Path, concepts: npt.NDArray[np.int64], count: int
    ) -> None:
        stored = np.load(pictures, mmap_mode="r")
        if len(stored) != len(concepts):
            raise RecipeError(
                f"{pictures.name} holds {len(stored)} pictures, but {len(concepts)} have a name."
            )
        # A few thousand at a time: as floats all of them would be many gigabytes.
        small = torch.cat(
            [
                seen_by_classifier(np.array(stored[start : start + 2048]))
                for start in range(0, len(stored), 2048)
            ]
        )
        kept = torch.arange(len(small)) % KEPT == KEPT - 1
        names = torch.from_numpy(np.asarray(concepts, np.int64))
        self._device = hardware.device
        self._pictures = small[~kept].to(hardware.device)
        self._names = names[~kept].to(hardware.device)
        self._kept, self._kept_names = small[kept], names[kept]
        module: Any = Naming(Classifier(count))
        self.module = module.to(hardware.device, memory_format=torch.channels_last)

    def batch(self, size: int, generator: torch.Generator) -> tuple[Tensor, ...]:
        index = torch.randint(len(self._pictures), (size,), generator=generator)
        chances = Chances.drawn(size, generator)
        index = index.to(self._device)
        return changed(scaled(self._pictures[index]), chances), self._names[index]

    def finished(self, averaged: nn.Module, folder: Path, step: int) -> None:
        classifier = averaged.classifier
        assert isinstance(classifier, Classifier)
        if len(self._kept):
            logits = logits_of(classifier, self._kept, device=self._device)
            right = float((logits.argmax(-1) == self._kept_names).float().mean())
            tqdm.write(f"step {step}: {right:.1%} of pictures kept from training are named right")


@torch.no_grad()
def logits_of(
    classifier: nn.Module, small: Tensor, *, device: str = "cpu", batch: int = 256
) -> Tensor:
    """(N, count) on the CPU, from what `seen_by_classifier` gave."""
    return torch.cat(
        [
            classifier(scaled(small[start : start + batch].to(device))).float().cpu()
            for start in range(0, len(small), batch)
        ]
    )


def train_classifier(
    *,
    pictures: Path,
    concepts: npt.NDArray[np.int64],
    count: int,
    training: Training = CLASSIFIER,
    hardware: Hardware,
    folder: Path,
) -> None:
    """Trains in ``folder``; the result is read by `trained_classifier`.

    ``pictures`` (N, H, W, 3) uint8 as ``.npy``; ``concepts`` (N,) in [0, ``count``).
    """
    build = partial(ClassifierLearner, pictures=pictures, concepts=concepts, count=count)
    train(build, training, hardware, folder)


def trained_classifier(folder: Path, count: int) -> Classifier:
    """The averaged weights of the last checkpoint."""
    module = Naming(Classifier(count))
    module.load_state_dict(averaged_weights(folder))
    return module.classifier.eval()
