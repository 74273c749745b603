"""How big a training is: one recipe for a CPU, one for a card, one for tests."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from starter_model.classifier import CLASSIFIER
from starter_model.denoiser import TextShape
from starter_model.sources import SOURCES, Source
from starter_model.training import Training
from starter_model.unconditional import FACES

CORE = Path(__file__).with_name("core_concepts.txt")
SMALL = Path(__file__).with_name("small_concepts.txt")
# Those of the unconditional model's animals that are in it.
SMALL_FACES = (
    *("cat face", "dog face", "fox", "lion", "tiger face", "rabbit face", "bear", "panda"),
    *("koala", "monkey face", "pig face", "frog"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """How much an evaluation asks.

    ``per_language`` prompts in each language beside one for every concept, ``floor`` for the
    untrained network, ``diverse`` concepts and seeds for the diversity.
    """

    per_language: int
    floor: int
    diverse: tuple[int, int]
    held_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Every choice of a training.

    ``sources`` are the packages and ``core`` lists the concepts; ``faces`` are those of the
    unconditional model, by label.

    ``variants`` counts composed pictures for each concept and style, ``captions`` those of each
    picture; ``everything`` takes all drawable concepts instead of the core list.
    """

    sources: tuple[Source, ...] = SOURCES
    core: Path
    everything: bool
    styles: tuple[str, ...]
    variants: int
    captions: int
    side: int
    vae_channels: tuple[int, ...]
    unet_channels: tuple[int, ...]
    text: TextShape
    faces: tuple[str, ...]
    face_variants: int
    unconditional_channels: tuple[int, ...]
    vae: Training
    meaning: Training
    denoiser: Training
    unconditional: Training
    classifier: Training
    judged: Judged
    seed: int = 0


CPU = Recipe(
    core=SMALL,
    everything=False,
    styles=("3d",),
    variants=48,
    captions=12,
    side=128,
    vae_channels=(16, 32, 64, 128),
    unet_channels=(64, 96, 160),
    text=TextShape(width=128, layers=3),
    vae=Training(
        steps=3200, batch=8, learning_rate=1.5e-3, warmup=30, ema_decay=0.995, weight_decay=0.0
    ),
    meaning=Training(steps=2000, batch=128, learning_rate=2e-3, warmup=50, ema_decay=0.995),
    denoiser=Training(steps=8000, batch=48, learning_rate=1e-3, ema_decay=0.998),
    faces=SMALL_FACES,
    face_variants=256,
    unconditional_channels=(32, 64, 96),
    unconditional=Training(steps=600, batch=64, learning_rate=1.5e-3, ema_decay=0.99),
    classifier=CLASSIFIER,
    judged=Judged(per_language=120, floor=24, diverse=(24, 8), held_out=512),
)

# For one card with 24 GB or more; every array stays on it.
GPU = replace(
    CPU,
    core=CORE,
    everything=True,
    styles=("3d", "flat"),
    variants=40,
    vae_channels=(32, 64, 96, 128),
    unet_channels=(64, 128, 192),
    vae=Training(
        steps=12000, batch=64, learning_rate=1.5e-3, warmup=100, ema_decay=0.999, weight_decay=0.0
    ),
    meaning=Training(steps=4000, batch=512, learning_rate=2e-3, warmup=100, ema_decay=0.995),
    denoiser=Training(
        steps=12000, batch=1024, learning_rate=2e-3, warmup=500, ema_decay=0.999, grid_seconds=120
    ),
    faces=FACES,
    unconditional=Training(
        steps=6000, batch=512, learning_rate=1e-3, ema_decay=0.999, grid_seconds=120
    ),
    classifier=replace(CLASSIFIER, steps=6000, batch=256),
    judged=Judged(per_language=240, floor=48, diverse=(48, 8), held_out=1024),
)

# Two steps of everything.
SHORT = Training(steps=2, batch=4, learning_rate=1e-3)
# Minutes on one core, to see that everything runs; it draws nothing.
TINY = replace(
    CPU,
    variants=4,
    captions=2,
    side=64,
    vae_channels=(16, 16, 16, 16),
    unet_channels=(16, 16, 16),
    text=TextShape(width=32, layers=1),
    faces=SMALL_FACES[:2],
    face_variants=8,
    unconditional_channels=(16, 16, 16),
    vae=SHORT,
    meaning=SHORT,
    denoiser=SHORT,
    unconditional=SHORT,
    classifier=SHORT,
    judged=Judged(per_language=2, floor=1, diverse=(1, 2), held_out=4),
)

RECIPES = {"cpu": CPU, "gpu": GPU, "tiny": TINY}


@dataclass(frozen=True, slots=True)
class Workplace:
    """Where a training keeps what it made; one folder, safe to carry to another machine."""

    folder: Path

    @property
    def sources(self) -> Path:
        """The picture packages, as fetched and unpacked."""
        return self.folder / "sources"

    @property
    def concepts(self) -> Path:
        return self.folder / "concepts.json"

    @property
    def sprites(self) -> Path:
        return self.folder / "sprites.npz"

    @property
    def plan(self) -> Path:
        return self.folder / "pictures.jsonl"

    @property
    def pictures(self) -> Path:
        return self.folder / "pictures.npy"

    @property
    def tokenizer(self) -> Path:
        return self.folder / "tokenizer"

    @property
    def captions(self) -> Path:
        return self.folder / "captions.npz"

    @property
    def vae_training(self) -> Path:
        return self.folder / "vae"

    @property
    def vae(self) -> Path:
        """The trained VAE with its latents' spread folded in."""
        return self.folder / "vae-finished"

    @property
    def latents(self) -> Path:
        return self.folder / "latents.npy"

    @property
    def meaning(self) -> Path:
        return self.folder / "text"

    @property
    def denoiser(self) -> Path:
        return self.folder / "unet"

    @property
    def faces(self) -> Path:
        """The unconditional model's pictures."""
        return self.folder / "faces.npy"

    @property
    def unconditional(self) -> Path:
        return self.folder / "unconditional"

    @property
    def classifier(self) -> Path:
        return self.folder / "classifier"

    @property
    def evaluation(self) -> Path:
        return self.folder / "evaluation"

    @property
    def report(self) -> Path:
        return self.folder / "report.json"

    @property
    def exported(self) -> Path:
        """The pipeline and its card, as it goes into ``resources/starter-model``."""
        return self.folder / "starter-model"
