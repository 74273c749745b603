"""Tiny autoencoders: previews decoded by one, and what happens with one that does not fit."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
import torch
from diffusers import AutoencoderTiny
from safetensors.torch import load_file, save_file

from sdstudio.diffusion.device import choose_device
from sdstudio.diffusion.generate import Watching, generate
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.tiny import load_tiny, with_tiny
from sdstudio.models.tiny_autoencoder import CONFIG, WEIGHTS, check_tiny_autoencoder
from sdstudio.paths import find_paths
from sdstudio.request import (
    CorruptModel,
    GenerationRequest,
    GenerationResult,
    ModelInfo,
    PreviewPlan,
)
from sdstudio.session import GenerationSession
from tests.diffusion.conftest import Recorder

CPU = choose_device("cpu")


def save_tiny_autoencoder(folder: Path, *, channels: int = 4, blocks: int = 3) -> Path:
    """An AutoencoderTiny with random weights: each block but the last doubles the sides."""
    torch.manual_seed(0)
    widths, numbers = (8,) * blocks, (1,) * blocks
    tiny = AutoencoderTiny(
        latent_channels=channels,
        encoder_block_out_channels=widths,
        decoder_block_out_channels=widths,
        num_encoder_blocks=numbers,
        num_decoder_blocks=numbers,
    )
    tiny.save_pretrained(folder, safe_serialization=True)
    return folder


@pytest.fixture(scope="module")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_autoencoder(tmp_path_factory.mktemp("tiny autoencoders") / "taesd")


@pytest.fixture
def broken(tiny_folder: Path, tmp_path: Path) -> Path:
    return shutil.copytree(tiny_folder, tmp_path / "broken")


def request_for(model: str, scheduler: str = "euler") -> GenerationRequest:
    return GenerationRequest(
        prompt="a red cat",
        model=model,
        scheduler=scheduler,
        num_inference_steps=4,
        width=64,
        height=64,
        seed=1,
    )


def test_previews_come_from_it(tiny_sd: LoadedModel, tiny_folder: Path) -> None:
    check_tiny_autoencoder(tiny_folder)
    model = with_tiny(tiny_sd, tiny_folder)
    assert [each.name for each in model.preview_decoders] == ["vae", "tiny", "map"]
    assert "tiny" not in [each.name for each in tiny_sd.preview_decoders]
    assert "tiny" not in [each.name for each in with_tiny(model, None).preview_decoders]

    without_vae = replace(model, preview_decoders=model.preview_decoders[1:])
    request, plan = request_for(model.folder.reference), PreviewPlan(share=1000.0)
    for its_model, expected in ((without_vae, "tiny"), (model, "vae")):
        recorder = Recorder()
        generate(its_model, request, recorder, recorder.must_stop, watching=Watching(previews=plan))
        assert [each.decoder for each in recorder.previews] == ["map", *[expected] * 3]
        assert all((each.width, each.height) == (64, 64) for each in recorder.previews)


def test_it_is_as_it_was_saved(tiny_folder: Path) -> None:
    tiny = load_tiny(tiny_folder, CPU, 4, 4)
    assert tiny is not None
    assert not tiny.training
    saved = load_file(tiny_folder / WEIGHTS)
    assert {name: value.tolist() for name, value in tiny.state_dict().items()} == {
        name: value.tolist() for name, value in saved.items()
    }


@pytest.mark.parametrize(("channels", "factor"), [(16, 4), (4, 8)])
def test_one_for_other_latents_is_left_out(
    channels: int, factor: int, tiny_folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level("INFO", "sdstudio"):
        assert load_tiny(tiny_folder, CPU, channels, factor) is None
    assert str(tiny_folder) in caplog.text


def test_missing_weights_are_noticed(broken: Path) -> None:
    tensors = load_file(broken / WEIGHTS)
    del tensors["decoder.layers.0.weight"]
    save_file(tensors, broken / WEIGHTS)
    check_tiny_autoencoder(broken)
    with pytest.raises(CorruptModel, match=r"1 of its weights are missing, “decoder.layers.0"):
        load_tiny(broken, CPU, 4, 4)


@pytest.mark.parametrize(
    "changes", [{"latent_channels": 5}, {"num_decoder_blocks": "many"}, {"latent_channels": None}]
)
def test_a_config_that_does_not_fit_the_weights_is_noticed(
    changes: dict[str, object], broken: Path
) -> None:
    path = broken / CONFIG
    path.write_text(json.dumps(json.loads(path.read_text()) | changes))
    with pytest.raises(CorruptModel, match="broken"):
        load_tiny(broken, CPU, 4, 4)


# -- in a session ----------------------------------------------------------------------------


@dataclass
class Watcher(Recorder):
    """A recorder for a whole session, which also counts the models loaded."""

    loaded: list[ModelInfo] = field(default_factory=list)

    def model_loading(self, reference: str) -> None:
        pass

    def model_ready(self, info: ModelInfo) -> None:
        self.loaded.append(info)


@pytest.fixture
def session(own_home: Path) -> GenerationSession:
    """Nothing was measured yet, so the second step's decoder does not depend on the clock.

    This share has room for what a tiny autoencoder usually costs, and not for a VAE.
    """
    return GenerationSession(find_paths(own_home), previews=PreviewPlan(share=1.0))


def make(
    session: GenerationSession, model: Path, scheduler: str = "euler"
) -> tuple[GenerationResult, Watcher, str]:
    """A picture, what was watched, and what decoded the preview of the second step."""
    watcher = Watcher()
    result = session.generate(request_for(str(model), scheduler), watcher, lambda: False)
    return result, watcher, watcher.previews[1].decoder


def test_it_counts_from_the_next_picture_on(
    session: GenerationSession, tiny_sd_folder: Path, tiny_folder: Path
) -> None:
    without, watcher, decoder = make(session, tiny_sd_folder)
    assert (decoder, len(watcher.loaded)) == ("map", 1)
    session.tiny_autoencoder = tiny_folder
    with_it, watcher, decoder = make(session, tiny_sd_folder)
    assert (decoder, len(watcher.loaded)) == ("tiny", 0)
    assert with_it.thumbnail == without.thumbnail
    session.tiny_autoencoder = None
    assert make(session, tiny_sd_folder)[2] == "map"


def test_it_serves_the_next_model_too(
    session: GenerationSession,
    tiny_sd_folder: Path,
    tiny_sdxl_folder: Path,
    tiny_sd3_folder: Path,
    tiny_folder: Path,
) -> None:
    session.tiny_autoencoder = tiny_folder
    assert make(session, tiny_sd_folder)[2] == "tiny"
    assert make(session, tiny_sdxl_folder)[2] == "tiny"
    session.release()
    assert make(session, tiny_sdxl_folder)[2] == "tiny"
    # Stable Diffusion 3 has other latents: that is nothing to complain of.
    result, _, decoder = make(session, tiny_sd3_folder, "flow_euler")
    assert (result.notes, decoder) == ((), "map")


def test_one_that_fails_is_told_once_and_costs_no_picture(
    session: GenerationSession,
    tiny_sd_folder: Path,
    tiny_sdxl_folder: Path,
    tiny_folder: Path,
    broken: Path,
) -> None:
    (broken / WEIGHTS).rename(broken / "diffusion_pytorch_model.bin")
    session.tiny_autoencoder = broken
    session.load(str(tiny_sd_folder), Watcher(), lambda: False)
    result, _, decoder = make(session, tiny_sd_folder)
    assert decoder == "map"
    (note,) = result.notes
    assert "pickled" in note
    assert make(session, tiny_sd_folder)[0].notes == ()
    assert make(session, tiny_sdxl_folder)[0].notes == ()
    session.tiny_autoencoder = tiny_folder
    assert make(session, tiny_sdxl_folder)[2] == "tiny"
    session.tiny_autoencoder = broken  # chosen again: told again
    assert len(make(session, tiny_sdxl_folder)[0].notes) == 1
