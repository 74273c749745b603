"""Pictures from a pipeline folder, kept so that nothing is drawn twice."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from diffusers import StableDiffusionPipeline, UNet2DConditionModel
from tqdm import tqdm

from starter_model import RecipeError
from starter_model.prompts import Prompt
from starter_model.storing import save_array


class Generator:
    """A pipeline folder that draws prompts with diffusers' own StableDiffusionPipeline.

    What is finished is kept in ``work``, under a name made of the pipeline's files and of
    everything asked for, so that a second call, or one after a kill, only draws what is missing.
    fp32 on a CPU, fp16 on CUDA. Every picture has its own generator, so that it does not depend on
    the others of its batch.
    """

    def __init__(
        self,
        folder: Path,
        *,
        work: Path,
        steps: int = 20,
        guidance_scale: float = 4.0,
        device: str = "cpu",
        batch: int = 8,
    ) -> None:
        if not (folder / "model_index.json").is_file():
            raise RecipeError(f"{folder} is not a pipeline folder: it has no model_index.json.")
        self.folder = folder
        self._work = work
        self._steps = steps
        self._guidance_scale = guidance_scale
        self._device = device
        self._batch = batch
        self._dtype = torch.float32 if device == "cpu" else torch.float16
        self._origin = f"{_digest(folder)} {steps} {guidance_scale} {self._dtype}"
        self._pipeline: Any = None

    def generate(self, prompts: Sequence[Prompt], title: str) -> npt.NDArray[np.uint8]:
        """(N, H, W, 3), in the prompts' order; ``title`` names the progress bar."""
        self._work.mkdir(parents=True, exist_ok=True)
        chunks = []
        with tqdm(total=len(prompts), desc=title, unit="picture", mininterval=2) as bar:
            for start in range(0, len(prompts), self._batch):
                some = prompts[start : start + self._batch]
                path = self._work / f"{self._name(some)}.npy"
                if not path.exists():
                    save_array(path, self._draw(some))
                chunks.append(np.load(path))
                bar.update(len(some))
        if not chunks:
            raise RecipeError("There is no prompt to draw.")
        return np.concatenate(chunks)

    def _name(self, prompts: Sequence[Prompt]) -> str:
        asked = "\n".join(f"{each.seed} {each.text}" for each in prompts)
        return hashlib.sha256(f"{self._origin}\n{asked}".encode()).hexdigest()[:24]

    def _draw(self, prompts: Sequence[Prompt]) -> npt.NDArray[np.uint8]:
        if self._pipeline is None:
            self._pipeline = StableDiffusionPipeline.from_pretrained(
                self.folder,
                dtype=self._dtype,
                safety_checker=None,
                requires_safety_checker=False,
                local_files_only=True,
            ).to(self._device)
            self._pipeline.set_progress_bar_config(disable=True)
        drawn: npt.NDArray[np.float32] = self._pipeline(
            [each.text for each in prompts],
            num_inference_steps=self._steps,
            guidance_scale=self._guidance_scale,
            generator=[torch.Generator("cpu").manual_seed(each.seed) for each in prompts],
            output_type="np",
        ).images
        # An untrained network may overflow; that is a bad picture and no error.
        return np.asarray(np.round(np.nan_to_num(drawn) * 255), np.uint8)


def generate(
    pipeline_folder: Path,
    prompts: Sequence[Prompt],
    *,
    work: Path,
    steps: int = 20,
    guidance_scale: float = 4.0,
    device: str = "cpu",
    batch: int = 8,
) -> npt.NDArray[np.uint8]:
    """`Generator` for a single call: (N, H, W, 3)."""
    generator = Generator(
        pipeline_folder,
        work=work,
        steps=steps,
        guidance_scale=guidance_scale,
        device=device,
        batch=batch,
    )
    return generator.generate(prompts, "pictures")


def _digest(folder: Path) -> str:
    """A hash of all files and their names."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            total.update(path.relative_to(folder).as_posix().encode())
            with path.open("rb") as file:
                total.update(hashlib.file_digest(file, "sha256").digest())
    return total.hexdigest()


def untrained(pipeline_folder: Path, work: Path, *, seed: int = 0) -> Path:
    """A copy of the pipeline with a new UNet of the same shape, made once."""
    work.mkdir(parents=True, exist_ok=True)
    folder = work / f"untrained-{_digest(pipeline_folder)[:16]}-{seed}"
    if folder.exists():
        return folder
    with tempfile.TemporaryDirectory(dir=work) as name:
        made = Path(name) / "pipeline"
        shutil.copytree(pipeline_folder, made, ignore=shutil.ignore_patterns("unet"))
        config = UNet2DConditionModel.load_config(pipeline_folder / "unet")
        with torch.random.fork_rng(devices=[]):
            torch.manual_seed(seed)
            unet = UNet2DConditionModel.from_config(config)
        unet.save_pretrained(made / "unet")
        made.rename(folder)
    return folder
