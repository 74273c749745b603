"""From folders to pipelines, and what is refused on the way."""

from __future__ import annotations

import gc
import json
import shutil
import sys
import weakref
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from transformers import CLIPTokenizer

from sdstudio.diffusion.device import choose_device
from sdstudio.diffusion.importing import import_quietly
from sdstudio.diffusion.loading import LoadedModel, load
from sdstudio.diffusion.prompt import cut_note, make_token_counter
from sdstudio.diffusion.tokenizing import PatientCLIPTokenizer
from sdstudio.models.catalogue import resolve
from sdstudio.paths import find_resources
from sdstudio.request import Cancelled, CorruptModel, InvalidRequest, UnsafeModel

UNET = Path("unet") / "diffusion_pytorch_model.safetensors"


@pytest.fixture
def broken(tiny_sd_folder: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "broken"
    shutil.copytree(tiny_sd_folder, folder)
    return folder


def load_folder(folder: Path, must_stop: Callable[[], bool] = lambda: False) -> LoadedModel:
    return load(
        resolve(str(folder), find_resources()),
        choose_device("cpu"),
        folder.parent / "cache",
        must_stop,
    )


def test_a_loaded_model_describes_itself(tiny_sd: LoadedModel) -> None:
    info = tiny_sd.info
    assert info.size_factor == 4
    assert info.min_side == 8
    assert (info.defaults.width, info.defaults.height) == (64, 64)
    assert info.max_tokens == 77
    assert (info.device, info.dtype) == ("CPU", "float32")
    assert info.parameters > 1_000_000


def test_weights_missing_from_a_sound_file_are_noticed(broken: Path) -> None:
    tensors = load_file(broken / UNET)
    del tensors["conv_in.weight"]
    save_file(tensors, broken / UNET)
    with pytest.raises(CorruptModel, match=r"1 of its weights are missing, “conv_in.weight”"):
        load_folder(broken)


def test_weights_of_another_shape_are_noticed(broken: Path) -> None:
    tensors = load_file(broken / UNET)
    tensors["conv_in.weight"] = torch.zeros(3, 3, 3, 3)
    save_file(tensors, broken / UNET)
    with pytest.raises(CorruptModel, match="unet"):
        load_folder(broken)


def test_a_config_that_makes_no_sense_is_noticed(broken: Path) -> None:
    path = broken / "unet" / "config.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"block_out_channels": "many"}))
    with pytest.raises(CorruptModel, match="unet"):
        load_folder(broken)


def test_a_damaged_tokenizer_is_noticed(broken: Path) -> None:
    for name in ("tokenizer.json", "vocab.json", "merges.txt"):
        (broken / "tokenizer" / name).unlink(missing_ok=True)
        (broken / "tokenizer" / name).write_text("{")
    with pytest.raises(CorruptModel, match="tokenizer"):
        load_folder(broken)


@pytest.mark.parametrize("class_name", ["logging", "_private", "NoSuchClass", "randn_tensor"])
def test_only_model_classes_are_loaded(class_name: str, broken: Path) -> None:
    path = broken / "model_index.json"
    index = json.loads(path.read_text()) | {"unet": ["diffusers", class_name]}
    path.write_text(json.dumps(index))
    with pytest.raises(UnsafeModel, match="no model class"):
        load_folder(broken)


def test_loading_stops_between_components(tiny_sd_folder: Path) -> None:
    asked = 0

    def must_stop() -> bool:
        nonlocal asked
        asked += 1
        return asked == 3

    with pytest.raises(Cancelled):
        load_folder(tiny_sd_folder, must_stop)
    assert asked == 3


def test_a_dropped_model_leaves_nothing_behind(broken: Path) -> None:
    model = load_folder(broken)
    unet = weakref.ref(model.pipeline.unet)
    del model
    gc.collect()
    assert unet() is None


def test_tokens_are_counted_as_the_pipeline_counts_them(starter: LoadedModel) -> None:
    tokenizer = starter.pipeline.tokenizer
    count = make_token_counter(tokenizer, tokenizer.model_max_length)
    assert count is not None
    for text in ("", "A picture of a puppy", "青い猫 🐈 été  \n tabs\t", "it's 2 o'clock", "<b>&"):
        assert count(text).total == len(tokenizer(text).input_ids), text
        assert count(text).cut_at is None


def test_the_tokenizer_is_the_one_a_script_would_load(tiny_sd: LoadedModel) -> None:
    """Both from tokenizer.json and from vocab.json and merges.txt."""
    for folder in (tiny_sd.folder.path, find_resources() / "starter-model" / "pipeline"):
        plain = CLIPTokenizer.from_pretrained(folder / "tokenizer")
        ours = PatientCLIPTokenizer.from_pretrained(folder / "tokenizer")
        assert ours.get_vocab() == plain.get_vocab()
        assert ours.model_max_length == plain.model_max_length == 77
        assert ours.pad_token_id == plain.pad_token_id
        for text in ("A picture of a puppy", "青い猫 🐈 été xyzzy", "<|endoftext|> x"):
            assert ours(text).input_ids == plain(text).input_ids


def test_a_cut_prompt_tells_its_last_word(starter: LoadedModel) -> None:
    count = make_token_counter(starter.pipeline.tokenizer, 77)
    assert count is not None
    text = " ".join(["apple"] * 74 + ["banana", "cherry", "date"])
    counted = count(text)
    assert counted.total == 79
    assert counted.cut_at is not None
    assert text[: counted.cut_at].endswith("apple banana")
    note = cut_note(text, counted, "prompt")
    assert note is not None
    assert "apple banana”" in note


def test_the_device_is_chosen_and_a_wrong_wish_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("SDSTUDIO_DEVICE", raising=False)
    expected = "cuda" if torch.cuda.is_available() else "cpu"
    assert choose_device().torch_device.type == expected
    monkeypatch.setenv("SDSTUDIO_DEVICE", "cpu")
    assert choose_device().dtype == torch.float32
    monkeypatch.setenv("SDSTUDIO_DEVICE", "toaster")
    with pytest.raises(InvalidRequest, match="“toaster”, which is no device"):
        choose_device()
    monkeypatch.setenv("SDSTUDIO_DEVICE", "cuda:99")
    with pytest.raises(InvalidRequest, match="no such device"):
        choose_device()


def test_importing_again_changes_nothing() -> None:
    interval = sys.getswitchinterval()
    import_quietly()
    assert gc.isenabled()
    assert sys.getswitchinterval() == interval
