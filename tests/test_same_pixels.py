"""One request, four ways to make it, the same pixels."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from diffusers import EulerAncestralDiscreteScheduler, StableDiffusionPipeline
from PIL import Image
from pytestqt.qtbot import QtBot

from sdstudio.paths import find_paths
from sdstudio.request import GenerationRequest, PreviewPlan
from sdstudio.session import GenerationSession
from tests.running_worker import Studio, wait
from tests.tiny_models import save_tiny_sd


class Silent:
    """An observer that looks away."""

    def __getattr__(self, name: str) -> object:
        return lambda *_: None


def pixels(path: Path) -> bytes:
    with Image.open(path) as image:
        return image.convert("RGB").tobytes()


@pytest.mark.parametrize("model", ["starter", "folder"])
def test_window_command_line_session_and_a_plain_script_agree(
    model: str, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = find_paths(tmp_path / "home")
    starter = paths.resources / "starter-model" / "pipeline"
    folder = starter if model == "starter" else save_tiny_sd(tmp_path / "modèle 模型")
    side = 128 if model == "starter" else 64
    request = GenerationRequest(
        prompt="a red apple on a blue background",
        negative_prompt="green, blurry",
        model="starter" if model == "starter" else str(folder),
        scheduler="euler_a",  # draws noise at every step, so any disturbance shows
        num_inference_steps=7,
        guidance_scale=5.5,
        width=side,
        height=side,
        seed=2**40 + 1,
    )

    pipeline = StableDiffusionPipeline.from_pretrained(folder, dtype=torch.float32)
    pipeline.set_progress_bar_config(disable=True)
    pipeline.scheduler = EulerAncestralDiscreteScheduler.from_config(pipeline.scheduler.config)
    expected = pipeline(
        request.prompt,
        negative_prompt=request.negative_prompt,
        num_inference_steps=7,
        guidance_scale=5.5,
        width=side,
        height=side,
        generator=torch.Generator("cpu").manual_seed(request.seed),
    ).images[0]

    studio = Studio(paths)
    try:
        studio.worker.submit(request)
        wait(qtbot, lambda: bool(studio.listener.ends(request.id)))
        assert studio.listener.previews
        assert pixels(studio.listener.items[request.id].path) == expected.tobytes()
    finally:
        studio.close()

    for plan in (PreviewPlan(), PreviewPlan(share=1.0), PreviewPlan(every=0)):
        result = GenerationSession(paths, previews=plan).generate(
            request,
            Silent(),  # type: ignore[arg-type]  # answers to every name
            lambda: False,
        )
        target = tmp_path / "session.png"
        target.write_bytes(result.png)
        assert pixels(target) == expected.tobytes()

    for extra in ([], ["--previews", str(tmp_path / "previews")]):
        done = subprocess.run(
            [
                sys.executable, "-m", "sdstudio", "generate", request.prompt,
                "--negative", request.negative_prompt, "--model", request.model,
                "--scheduler", "euler_a", "--steps", "7", "--guidance", "5.5",
                "--width", str(side), "--height", str(side), "--seed", str(request.seed),
                "--output", str(tmp_path / "line.png"), "--json", *extra,
            ],
            capture_output=True,
            text=True,
            check=True,
        )  # fmt: skip
        (told,) = json.loads(done.stdout)["pictures"]
        assert pixels(Path(told["path"])) == expected.tobytes()
