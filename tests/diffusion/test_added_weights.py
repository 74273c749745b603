"""LoRAs, textual inversions and parts from elsewhere, against plain diffusers."""

from __future__ import annotations

import json
import shutil
import warnings
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from diffusers import (
    AutoencoderKL,
    EulerDiscreteScheduler,
    FlowMatchEulerDiscreteScheduler,
    FluxPipeline,
    LatentConsistencyModelPipeline,
    StableDiffusionPipeline,
    StableDiffusionXLPipeline,
    UNet2DConditionModel,
)
from PIL import Image
from safetensors.torch import load_file, save_file

from sdstudio.additions import Lora, Part
from sdstudio.diffusion.trajectory_file import decode_trajectory
from sdstudio.paths import find_paths
from sdstudio.request import (
    CorruptModel,
    GenerationRequest,
    GenerationResult,
    InvalidRequest,
    ModelNotFound,
    SdstudioError,
    UnsupportedModel,
)
from sdstudio.session import GenerationSession
from sdstudio.xray import AttentionMapQuery, AttentionQuery, GuidanceQuery, Rgb, VaeQuery
from tests.added_files import save_embedding, save_kohya_lora, save_lora
from tests.diffusion.conftest import Recorder
from tests.diffusion.xray.scripts import assert_same, outcome
from tests.further_models import save_further
from tests.single_files import original_tensors

PROMPT = "a red fox with bad-hands, and gold"


class Watcher(Recorder):
    """An observer that keeps what a session tells as well."""

    def model_loading(self, reference: str) -> None:
        pass

    def model_ready(self, info: object) -> None:
        pass


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> GenerationSession:
    return GenerationSession(find_paths(tmp_path_factory.mktemp("home")))


def ask(folder: Path, **changes: Any) -> GenerationRequest:
    values = {
        "prompt": PROMPT,
        "negative_prompt": "blurry",
        "model": str(folder),
        "scheduler": "flow_euler" if "flux" in folder.name else "euler",
        "num_inference_steps": 3,
        "guidance_scale": 4.0,
        "width": 32,
        "height": 32,
        "seed": 5,
    }
    return GenerationRequest(**values | changes)


def pixels(result: GenerationResult) -> bytes:
    with Image.open(BytesIO(result.png)) as image:
        return image.convert("RGB").tobytes()


def make(session: GenerationSession, request: GenerationRequest) -> bytes:
    return pixels(session.generate(request, Watcher(), lambda: False))


def plain(folder: Path, kind: Any = StableDiffusionPipeline, **parts: Any) -> Any:
    pipeline = kind.from_pretrained(folder, dtype=torch.float32, **parts)
    pipeline.set_progress_bar_config(disable=True)
    return pipeline


def called(pipeline: Any, request: GenerationRequest) -> bytes:
    is_flux = isinstance(pipeline, FluxPipeline)
    scheduler = FlowMatchEulerDiscreteScheduler if is_flux else EulerDiscreteScheduler
    pipeline.scheduler = scheduler.from_config(pipeline.scheduler.config)
    negative = {} if is_flux else {"negative_prompt": request.negative_prompt}
    image = pipeline(
        request.prompt,
        **negative,
        num_inference_steps=request.num_inference_steps,
        guidance_scale=request.guidance_scale,
        width=request.width,
        height=request.height,
        generator=torch.Generator("cpu").manual_seed(request.seed),
    ).images[0]
    return bytes(image.tobytes())


def test_loras_and_words_give_the_pixels_of_plain_diffusers(
    session: GenerationSession, tiny_sd_folder: Path, tmp_path: Path
) -> None:
    pipeline = plain(tiny_sd_folder)
    both = ("unet", "text_encoder")
    first = save_lora(pipeline, tmp_path / "first ö 一.v1.safetensors", seed=1, parts=both)
    second = save_kohya_lora(pipeline, tmp_path / "second.safetensors", seed=2, parts=both)
    hands = save_embedding(tmp_path / "bad-hands.safetensors", seed=3, vectors=3)
    unused = save_embedding(tmp_path / "unused.safetensors", seed=4, width=5)
    own = ask(tiny_sd_folder)
    one = replace(own, loras=(Lora(str(first), 0.7),))
    two = replace(own, loras=(Lora(str(first), 0.5), Lora(str(second), -1.25)))
    words = replace(two, embeddings=(str(hands), str(unused)))

    before = make(session, own)
    with_one, with_two = make(session, one), make(session, two)
    with_words = session.generate(words, Watcher(), lambda: False)
    nothing = make(session, replace(own, loras=(Lora(str(first), 0.0), Lora(str(second), 0))))
    after = make(session, own)

    assert called(pipeline, own) == before == nothing == after
    pipeline.load_lora_weights(str(tmp_path), weight_name=first.name, adapter_name="1")
    pipeline.set_adapters(["1"], [0.7])
    assert called(pipeline, one) == with_one != before
    with warnings.catch_warnings(category=UserWarning, action="ignore"):
        pipeline.load_lora_weights(str(tmp_path), weight_name=second.name, adapter_name="2")
    pipeline.set_adapters(["1", "2"], [0.5, -1.25])
    assert called(pipeline, two) == with_two != with_one
    pipeline.load_textual_inversion(str(tmp_path), weight_name=hands.name, token="bad-hands")
    assert called(pipeline, words) == pixels(with_words) != with_two
    told = [(each.kind, each.name) for each in with_words.provenance.added]
    assert told == [
        ("lora", "first ö 一.v1"),
        ("lora", "second"),
        ("embedding", "bad-hands"),
    ]
    assert all(len(each.digest) == 12 for each in with_words.provenance.added)


def test_the_order_of_loras_and_only_their_weights_changed(
    session: GenerationSession, tiny_sd_folder: Path, tmp_path: Path
) -> None:
    pipeline = plain(tiny_sd_folder)
    file = save_lora(pipeline, tmp_path / "a.safetensors", seed=1, parts=("text_encoder",))
    request = ask(tiny_sd_folder, loras=(Lora(str(file), 2.0),))

    strong = make(session, request)
    weak = make(session, replace(request, loras=(Lora(str(file), 0.5),)))
    strong_again = make(session, request)
    save_lora(pipeline, file, seed=9, parts=("text_encoder",))
    rewritten = make(session, request)

    assert strong == strong_again
    assert len({strong, weak, rewritten}) == 3
    pipeline.load_lora_weights(str(tmp_path), weight_name=file.name, adapter_name="1")
    pipeline.set_adapters(["1"], [2.0])
    assert called(pipeline, request) == rewritten


def test_sdxl_has_words_for_both_encoders(
    session: GenerationSession, tiny_sdxl_folder: Path, tmp_path: Path
) -> None:
    pipeline = plain(tiny_sdxl_folder, StableDiffusionXLPipeline)
    parts = ("unet", "text_encoder", "text_encoder_2")
    lora = save_lora(pipeline, tmp_path / "a.safetensors", seed=1, parts=parts)
    vectors = {"clip_l": torch.randn(2, 32), "clip_g": torch.randn(2, 32)}
    word = tmp_path / "bad-hands.safetensors"
    save_file(vectors, word)
    request = ask(tiny_sdxl_folder, loras=(Lora(str(lora)),), embeddings=(str(word),))

    made = make(session, request)

    pipeline.load_lora_weights(str(tmp_path), weight_name=lora.name)
    pipeline.load_textual_inversion(vectors["clip_l"], token="bad-hands")
    pipeline.load_textual_inversion(
        vectors["clip_g"],
        token="bad-hands",
        tokenizer=pipeline.tokenizer_2,
        text_encoder=pipeline.text_encoder_2,
    )
    assert called(pipeline, request) == made
    guidance: Any = session.inspect(
        GuidanceQuery(request_id=request.id, index=2), lambda *_: None, lambda: False
    )
    assert_same(guidance.conditional, outcome(guidance.code)["conditional"])


def test_flux_takes_loras_and_no_words(
    session: GenerationSession, tiny_flux_folder: Path, tmp_path: Path
) -> None:
    pipeline = plain(tiny_flux_folder, FluxPipeline)
    lora = save_lora(pipeline, tmp_path / "a.safetensors", seed=1, parts=("transformer",))
    word = save_embedding(tmp_path / "bad-hands.safetensors", seed=1)
    request = ask(tiny_flux_folder, loras=(Lora(str(lora), 0.8),))

    own = make(session, replace(request, loras=()))
    made = make(session, request)

    pipeline.load_lora_weights(str(tmp_path), weight_name=lora.name, adapter_name="1")
    pipeline.set_adapters(["1"], [0.8])
    assert called(pipeline, request) == made != own
    with pytest.raises(UnsupportedModel, match="no textual inversions, and “bad-hands”"):
        make(session, replace(request, embeddings=(str(word),)))
    assert make(session, replace(request, loras=())) == own


def test_latent_consistency_models_take_both(session: GenerationSession, tmp_path: Path) -> None:
    folder = save_further("LatentConsistencyModelPipeline", tmp_path / "lcm")
    pipeline = plain(folder, LatentConsistencyModelPipeline)
    both = ("unet", "text_encoder")
    lora = save_lora(pipeline, tmp_path / "a.safetensors", seed=1, parts=both)
    word = save_embedding(tmp_path / "bad-hands.safetensors", seed=2, vectors=2)
    own = ask(folder, scheduler="lcm", negative_prompt="", width=64, height=64)
    request = replace(own, loras=(Lora(str(lora), 0.6),), embeddings=(str(word),))

    made = make(session, request)

    pipeline.load_lora_weights(str(tmp_path), weight_name=lora.name, adapter_name="1")
    pipeline.set_adapters(["1"], [0.6])
    pipeline.load_textual_inversion(str(tmp_path), weight_name=word.name, token="bad-hands")
    image = pipeline(
        PROMPT,
        num_inference_steps=3,
        guidance_scale=4.0,
        width=64,
        height=64,
        generator=torch.Generator("cpu").manual_seed(5),
    ).images[0]
    assert image.tobytes() == made != make(session, own)


@pytest.fixture(scope="module")
def other_sd(tiny_sd_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model of the same shapes with other weights in all its parts."""
    folder = tmp_path_factory.mktemp("models") / "other sd"
    shutil.copytree(tiny_sd_folder, folder)
    for file in folder.rglob("*.safetensors"):
        save_file({name: each * 1.1 for name, each in load_file(file).items()}, file)
    return folder


@pytest.fixture(scope="module")
def other_vae(other_sd: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That model's VAE in a file with the names of the original code."""
    start = "first_stage_model."
    tensors = {
        name.removeprefix(start): tensor
        for name, tensor in original_tensors(other_sd, "sd15").items()
        if name.startswith(start)
    }
    file = tmp_path_factory.mktemp("vae") / "other.safetensors"
    save_file(tensors, file)
    return file


def test_parts_of_another_model(
    session: GenerationSession, tiny_sd_folder: Path, other_sd: Path, other_vae: Path
) -> None:
    own = ask(tiny_sd_folder)
    before = make(session, own)
    map_before = session.frame(own.id, 3, "x0")
    vae = AutoencoderKL.from_pretrained(other_sd, subfolder="vae")
    unet = UNet2DConditionModel.from_pretrained(other_sd, subfolder="unet")
    bare = other_sd / "vae" / "diffusion_pytorch_model.safetensors"
    asked = replace(own, id="vae", parts=(Part("vae", str(other_sd)),))

    with_vae = make(session, asked)
    map_after = session.frame("vae", 3, "x0")
    same_vae = [
        make(session, replace(own, parts=(Part("vae", str(path)),)))
        for path in (other_sd / "vae", bare, other_vae)
    ]
    parts = (Part("unet", str(other_sd)), Part("text_encoder", str(other_sd / "text_encoder")))
    others = session.generate(replace(own, parts=parts), Watcher(), lambda: False)

    assert called(plain(tiny_sd_folder, vae=vae), own) == with_vae != before
    assert same_vae == [with_vae] * 3
    assert map_before is not None
    assert map_after is not None
    assert map_after.rgb != map_before.rgb
    encoder = plain(other_sd).text_encoder
    expected = called(plain(tiny_sd_folder, unet=unet, text_encoder=encoder), own)
    assert pixels(others) == expected != before
    kinds = [(each.kind, each.name) for each in others.provenance.added]
    assert kinds == [("unet", "other sd"), ("text_encoder", "text_encoder")]
    assert make(session, own) == before


def test_what_does_not_fit_leaves_the_model_as_it_was(
    session: GenerationSession,
    tiny_sd_folder: Path,
    tiny_sdxl_folder: Path,
    tiny_flux_folder: Path,
    tmp_path: Path,
) -> None:
    pipeline = plain(tiny_sdxl_folder, StableDiffusionXLPipeline)
    xl_lora = save_lora(pipeline, tmp_path / "xl.safetensors", seed=1)
    stranger = tmp_path / "stranger.safetensors"
    save_file(
        {
            "unet.nowhere.to_q.lora_A.weight": torch.ones(2, 4),
            "unet.nowhere.to_q.lora_B.weight": torch.ones(4, 2),
        },
        stranger,
    )
    wide = save_embedding(tmp_path / "bad-hands.safetensors", seed=1, width=48)
    known = save_embedding(tmp_path / "fox.safetensors", seed=1)
    truncated = tmp_path / "vae" / "diffusion_pytorch_model.safetensors"
    shutil.copytree(tiny_sd_folder / "vae", tmp_path / "vae")
    truncated.write_bytes(truncated.read_bytes()[:-8])
    few = tmp_path / "few"
    shutil.copytree(tiny_sd_folder / "vae", few)
    tensors = load_file(few / truncated.name)
    tensors.pop("decoder.conv_in.weight")
    save_file(tensors, few / truncated.name)
    own = ask(tiny_sd_folder)
    before = make(session, own)

    refusals: list[tuple[dict[str, Any], type[SdstudioError], str]] = [
        ({"loras": (Lora(str(xl_lora)),)}, UnsupportedModel, "“xl|xl.safetensors” does not fit"),
        ({"loras": (Lora(str(stranger)),)}, UnsupportedModel, "does not fit this model"),
        ({"loras": (Lora("/gone.safetensors"),)}, ModelNotFound, "The LoRA “/gone.safetensors”"),
        ({"embeddings": (str(wide),)}, UnsupportedModel, "bad-hands.safetensors” "),
        ({"embeddings": (str(known),)}, InvalidRequest, "“fox” is called as a word"),
        ({"parts": (Part("vae", str(tiny_flux_folder)),)}, UnsupportedModel, "latent_channels is"),
        ({"parts": (Part("unet", str(tiny_sdxl_folder)),)}, UnsupportedModel, "does not fit this"),
        ({"parts": (Part("transformer", "/x"),)}, UnsupportedModel, "no part called “transformer”"),
        ({"parts": (Part("vae", str(tmp_path / "vae")),)}, CorruptModel, "is incomplete"),
        ({"parts": (Part("vae", str(few)),)}, CorruptModel, "weights, 1 are missing"),
    ]
    for changes, kind, sentence in refusals:
        with pytest.raises(kind, match=sentence) as caught:
            make(session, replace(own, **changes))
        assert caught.value.message.endswith(".")
        assert caught.value.action.endswith(".")
    assert make(session, own) == before


def test_a_file_that_fits_in_part_says_so(
    session: GenerationSession, tiny_sd_folder: Path, tmp_path: Path
) -> None:
    file = save_lora(plain(tiny_sd_folder), tmp_path / "a.safetensors", seed=1)
    tensors = load_file(file)
    for half, shape in (("A", (2, 32)), ("B", (32, 2))):
        tensors[f"unet.nowhere.to_q.lora_{half}.weight"] = torch.ones(shape)
    save_file(tensors, file)

    request = ask(tiny_sd_folder, loras=(Lora(str(file)),))
    result = session.generate(request, Watcher(), lambda: False)

    layers = len(tensors) // 2
    assert result.notes == (
        f"Of the {layers} layers that the LoRA “a” changes, this model has {layers - 1}.",
    )


def test_questions_about_a_run_are_answered_with_what_it_had(
    session: GenerationSession, tiny_sd_folder: Path, other_vae: Path, tmp_path: Path
) -> None:
    pipeline = plain(tiny_sd_folder)
    lora = save_lora(pipeline, tmp_path / "a.safetensors", seed=1, parts=("unet", "text_encoder"))
    word = save_embedding(tmp_path / "bad-hands.safetensors", seed=1, vectors=2)
    request = ask(
        tiny_sd_folder,
        loras=(Lora(str(lora), 0.7),),
        embeddings=(str(word),),
        parts=(Part("vae", str(other_vae)),),
    )
    made = make(session, request)
    make(session, ask(tiny_sd_folder))

    guidance: Any = session.inspect(
        GuidanceQuery(request_id=request.id, index=2), lambda *_: None, lambda: False
    )
    replay: Any = session.inspect(
        AttentionQuery(request_id=request.id), lambda *_: None, lambda: False
    )
    seen: Any = session.inspect(
        AttentionMapQuery(request_id=request.id, tokens=(1,)), lambda *_: None, lambda: False
    )
    left = outcome(guidance.code)
    assert_same(seen.map, outcome(replay.code)["attention"])
    picture = tmp_path / "picture.png"
    Image.fromarray(np.full((32, 32, 3), 90, np.uint8)).save(picture)
    grey = Rgb(width=32, height=32, data=bytes([90]) * (32 * 32 * 3))
    query = VaeQuery(picture=grey, file=str(picture))
    vae: Any = session.inspect(query, lambda *_: None, lambda: False)

    assert_same(guidance.unconditional, left["unconditional"])
    assert_same(guidance.conditional, left["conditional"])
    assert [each.text for each in replay.tokens.tokens].count("bad-hands") == 1
    assert_same(vae.latents, outcome(vae.code)["latents"])
    make(session, ask(tiny_sd_folder))
    encoded = session.encode_trajectory(request.id)
    assert encoded is not None
    assert decode_trajectory(encoded, picture).request == request
    kept = session.keep_step(request.id, 3, Watcher(), lambda: False)
    assert [each.kind for each in kept.provenance.added] == ["lora", "embedding", "vae"]
    assert make(session, request) == made

    lora.unlink()
    make(session, ask(tiny_sd_folder))
    with pytest.raises(ModelNotFound, match=r"a\.safetensors” is not there"):
        session.inspect(
            GuidanceQuery(request_id=request.id, index=2), lambda *_: None, lambda: False
        )


def test_branches_go_on_with_what_they_are_asked_for(
    session: GenerationSession, tiny_sd_folder: Path, tmp_path: Path
) -> None:
    pipeline = plain(tiny_sd_folder)
    lora = save_lora(pipeline, tmp_path / "a.safetensors", seed=1)
    parent = ask(tiny_sd_folder, loras=(Lora(str(lora)),))
    made = make(session, parent)
    same = replace(parent, id="same", parent=parent.id, from_step=2)

    assert make(session, same) == made
    without = make(session, replace(same, id="without", loras=()))
    assert without not in (made, make(session, replace(parent, loras=())))


def test_settings_that_diffusers_left_in_a_lora_are_kept(
    session: GenerationSession, tiny_sd_folder: Path, tmp_path: Path
) -> None:
    pipeline = plain(tiny_sd_folder)
    settings = {"unet.r": 2, "unet.lora_alpha": 6, "unet.target_modules": ["to_q", "to_k", "to_v"]}
    lora = save_lora(
        pipeline,
        tmp_path / "a.safetensors",
        seed=1,
        metadata={"format": "pt", "lora_adapter_metadata": json.dumps(settings)},
    )
    request = ask(tiny_sd_folder, loras=(Lora(str(lora)),))

    made = make(session, request)

    pipeline.load_lora_weights(str(tmp_path), weight_name=lora.name)
    assert called(pipeline, request) == made
