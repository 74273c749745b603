"""The text side: CLIP's tokenizer, and a small CLIPTextModel taught what words mean.

Before any picture is drawn the encoder learns, from captions alone, to tell from its hidden states
which concept, colour, background and style were asked for, in all languages alike; then it is
frozen, as CLIP is in Stable Diffusion. Without this the denoiser ignores its captions for hours.

Only rows of the embedding that captions use are trained. In the exported table all others are
zero: an unknown word is neutral, and the file compresses to almost nothing.
"""

from __future__ import annotations

import gzip
import json
import zipfile
from collections.abc import Sequence
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
from transformers import CLIPTextConfig, CLIPTextModel, CLIPTokenizer

from starter_model.storing import save_arrays, save_text
from starter_model.training import Hardware, Learner, Training, averaged_weights, train

LENGTH = 77
BEGIN, END = 49406, 49407
VOCABULARY = 49408
# What a caption tells, in this order in every label array.
ATTRIBUTES = ("concept", "colour", "background", "style")


def write_tokenizer(wheel: Path, folder: Path) -> None:
    """CLIP's own vocabulary (MIT, from the open-clip-torch wheel) as vocab.json and merges.txt.

    Deliberately no ``tokenizer.json``: reading that holds the interpreter for a tenth of a second.
    """
    with zipfile.ZipFile(wheel) as archive:
        packed = archive.read("open_clip/bpe_simple_vocab_16e6.txt.gz")
    lines = gzip.decompress(packed).decode("utf-8").split("\n")
    # The file's first line is a comment; what CLIP uses ends where the ids do.
    merges = lines[1 : VOCABULARY - 2 * 256 - 2 + 1]
    letters = _byte_letters()
    words = [*letters, *(f"{each}</w>" for each in letters)]
    words += ["".join(merge.split()) for merge in merges]
    words += ["<|startoftext|>", "<|endoftext|>"]
    vocabulary = {word: index for index, word in enumerate(words)}
    save_text(folder / "vocab.json", json.dumps(vocabulary, ensure_ascii=False))
    save_text(folder / "merges.txt", "\n".join(["#version: 0.2", *merges]) + "\n")
    settings = {
        "add_prefix_space": False,
        "bos_token": "<|startoftext|>",
        "do_lower_case": True,
        "eos_token": "<|endoftext|>",
        "errors": "replace",
        "model_max_length": LENGTH,
        "pad_token": "<|endoftext|>",
        "tokenizer_class": "CLIPTokenizer",
        "unk_token": "<|endoftext|>",
    }
    save_text(folder / "tokenizer_config.json", json.dumps(settings, indent=2) + "\n")


def _byte_letters() -> list[str]:
    """A printable letter for each byte, in CLIP's order of ids (GPT-2's byte-level BPE)."""
    printable = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1)]
    printable += range(ord("®"), ord("ÿ") + 1)
    others = [byte for byte in range(256) if byte not in printable]
    return [chr(byte) for byte in printable] + [chr(256 + place) for place in range(len(others))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Captions:
    """Tokenized captions: ``ids`` (pictures, captions each, 77), with small ids.

    ``rows`` are the embedding rows in use, in order: ``rows[small] == CLIP's id``. ``empty`` (77,)
    is the empty prompt. ``labels`` (pictures, 4) holds what each picture shows, by `ATTRIBUTES`;
    ``sizes`` how many values each attribute has.
    """

    ids: Tensor
    rows: Tensor
    empty: Tensor
    labels: Tensor
    sizes: tuple[int, ...]

    def save(self, path: Path) -> None:
        """One ``.npz`` file."""
        save_arrays(
            path,
            ids=self.ids.numpy(),
            rows=self.rows.numpy(),
            empty=self.empty.numpy(),
            labels=self.labels.numpy(),
            sizes=np.array(self.sizes),
        )

    @classmethod
    def load(cls, path: Path) -> Captions:
        """What `save` wrote."""
        with np.load(path) as stored:
            return cls(
                ids=torch.from_numpy(stored["ids"]),
                rows=torch.from_numpy(stored["rows"]),
                empty=torch.from_numpy(stored["empty"]),
                labels=torch.from_numpy(stored["labels"]),
                sizes=tuple(int(each) for each in stored["sizes"]),
            )


def tokenize(
    tokenizer: CLIPTokenizer,
    captions: Sequence[Sequence[str]],
    labels: npt.NDArray[np.int64],
    sizes: tuple[int, ...],
) -> Captions:
    """Every picture's captions, padded and cut at 77 as StableDiffusionPipeline does."""
    each = len(captions[0])
    flat = [caption for some in captions for caption in some]
    packed = np.empty((len(flat), LENGTH), np.uint16)
    for start in tqdm(range(0, len(flat), 4096), desc="tokens", mininterval=5):
        chunk = flat[start : start + 4096]
        packed[start : start + len(chunk)] = ids_of(tokenizer, chunk).numpy()
    empty = ids_of(tokenizer, [""])[0]
    used = np.union1d(np.unique(packed), empty.numpy())
    small = np.zeros(VOCABULARY, np.int16)
    small[used] = np.arange(len(used))
    return Captions(
        ids=torch.from_numpy(small[packed].reshape(len(captions), each, LENGTH)),
        rows=torch.from_numpy(used.astype(np.int64)),
        empty=torch.from_numpy(small[empty.numpy()]),
        labels=torch.from_numpy(labels),
        sizes=sizes,
    )


def ids_of(tokenizer: CLIPTokenizer, prompts: Sequence[str]) -> Tensor:
    """(N, 77) of CLIP's ids."""
    encoded = tokenizer(
        list(prompts), padding="max_length", max_length=LENGTH, truncation=True, return_tensors="pt"
    )
    return torch.as_tensor(encoded.input_ids)


def new_encoder(vocabulary: int, *, begin: int, end: int, width: int, layers: int) -> CLIPTextModel:
    """An untrained encoder over so many embedding rows, in its analytic start.

    Every position begins as the mean of the words so far, so that already the first step sees the
    prompt as a bag of words wherever the denoiser's attention looks.
    """
    encoder = CLIPTextModel(
        CLIPTextConfig(
            vocab_size=vocabulary,
            hidden_size=width,
            intermediate_size=4 * width,
            projection_dim=width,
            num_hidden_layers=layers,
            num_attention_heads=4,
            max_position_embeddings=LENGTH,
            hidden_act="quick_gelu",
            bos_token_id=begin,
            eos_token_id=end,
            pad_token_id=end,
        )
    )
    modules = dict(encoder.named_modules())
    blocks = [each for each in modules.values() if type(each).__name__ == "CLIPEncoderLayer"]
    with torch.no_grad():
        embedding = token_embedding(encoder)
        nn.init.normal_(embedding.weight)
        embedding.weight[[begin, end]] = 0
        for name, module in modules.items():
            if name.endswith("position_embedding"):
                nn.init.normal_(module.weight, std=3e-4)
        for index, block in enumerate(blocks):
            attention: Any = block.self_attn
            for projection in (
                attention.q_proj,
                attention.k_proj,
                attention.v_proj,
                attention.out_proj,
            ):
                nn.init.zeros_(projection.bias)
            nn.init.zeros_(block.mlp.fc2.weight)
            nn.init.zeros_(block.mlp.fc2.bias)
            if index == 0:
                attention.q_proj.weight.mul_(0.1)
                attention.k_proj.weight.mul_(0.1)
                nn.init.eye_(attention.v_proj.weight)
                nn.init.eye_(attention.out_proj.weight).mul_(4.0)
            else:
                nn.init.zeros_(attention.out_proj.weight)
    return encoder


def token_embedding(encoder: CLIPTextModel) -> nn.Embedding:
    """The table, wherever this version of transformers keeps it."""
    for name, module in encoder.named_modules():
        if name.endswith("token_embedding") and isinstance(module, nn.Embedding):
            return module
    raise TypeError(f"{type(encoder).__name__} has no token embedding")


class Meaning(nn.Module):
    """The encoder with a linear reader for each attribute."""

    def __init__(self, encoder: CLIPTextModel, sizes: Sequence[int]) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.readers = nn.ModuleList(nn.Linear(width, size) for size in sizes)

    def forward(self, ids: Tensor, places: Tensor, labels: Tensor) -> dict[str, Tensor]:
        """``ids`` (N, L), ``places`` (N, P) positions to read at, ``labels`` (N, 4)."""
        hidden = self.encoder(ids)[0].float()
        read = torch.gather(hidden, 1, places[..., None].expand(-1, -1, hidden.shape[-1]))
        loss = read.new_zeros(())
        right = []
        for column, reader in enumerate(self.readers):
            logits = reader(read)
            wanted = labels[:, column, None].expand(-1, logits.shape[1])
            loss = loss + F.cross_entropy(logits.flatten(0, 1), wanted.flatten())
            right.append((logits.argmax(-1) == wanted).float().mean())
        return {"loss": loss, "concept": right[0], "colour": right[1], "ground": right[2]}


class MeaningLearner(Learner):
    """Teaches the encoder from captions and what their pictures show."""

    module: Meaning

    def __init__(self, hardware: Hardware, *, captions: Path, width: int, layers: int) -> None:
        self._data = Captions.load(captions)
        self._device = hardware.device
        self.module = Meaning(
            encoder_of(self._data, width=width, layers=layers), self._data.sizes
        ).to(hardware.device)
        if hardware.device == "cpu":
            # The fused kernel's backward pass on a CPU takes half of all time.
            self.module.encoder.set_attn_implementation("eager")
        end = int(self._data.empty[-1])
        # The first padding position is the end of the prompt.
        self._ends = (self._data.ids == end).int().argmax(-1)

    def parameter_groups(self) -> list[dict[str, Any]]:
        table = token_embedding(self.module.encoder).weight
        rest = [each for each in self.module.parameters() if each is not table]
        return [
            {"params": rest, "scale": 1.0},
            {"params": [table], "scale": 3.0, "weight_decay": 0.0},
        ]

    def batch(self, size: int, generator: torch.Generator) -> tuple[Tensor, ...]:
        data = self._data
        picture = torch.randint(len(data.ids), (size,), generator=generator)
        turn = torch.randint(data.ids.shape[1], (size,), generator=generator)
        ids, ends = data.ids[picture, turn].long(), self._ends[picture, turn]
        # What follows the end is alike everywhere; most steps need not compute all of it.
        whole = bool(torch.rand((), generator=generator) < 0.25)
        length = LENGTH if whole else min(LENGTH, int(ends.max()) + 4)
        beyond = torch.rand(size, 3, generator=generator) * (length - ends)[:, None]
        places = torch.cat([ends[:, None], ends[:, None] + beyond.long()], dim=1)
        places = places.clamp(max=length - 1)
        chosen = (ids[:, :length], places, data.labels[picture])
        return tuple(each.to(self._device) for each in chosen)

    def finished(self, averaged: nn.Module, folder: Path, step: int) -> None:
        generator = torch.Generator().manual_seed(1)
        metrics = averaged(*self.batch(512, generator))
        told = ", ".join(f"{name} {float(value):.3f}" for name, value in metrics.items())
        tqdm.write(f"step {step}: {told}")


def encoder_of(data: Captions, *, width: int, layers: int) -> CLIPTextModel:
    """Untrained, over the rows in use."""
    begin, end = (int((data.rows == each).nonzero()) for each in (BEGIN, END))
    return new_encoder(len(data.rows), begin=begin, end=end, width=width, layers=layers)


def train_text(
    *, captions: Path, width: int, layers: int, training: Training, hardware: Hardware, folder: Path
) -> None:
    """Trains in ``folder``; the result is read by `trained_encoder`."""
    build = partial(MeaningLearner, captions=captions, width=width, layers=layers)
    train(build, training, hardware, folder)


def trained_encoder(folder: Path, data: Captions, *, width: int, layers: int) -> CLIPTextModel:
    """The averaged encoder over the rows in use, frozen."""
    module = Meaning(encoder_of(data, width=width, layers=layers), data.sizes)
    module.load_state_dict(averaged_weights(folder))
    return module.encoder.eval().requires_grad_(False)


@torch.no_grad()
def over_all_ids(encoder: CLIPTextModel, rows: Tensor) -> CLIPTextModel:
    """The same encoder with CLIP's full table: unused rows are zero."""
    config = CLIPTextConfig(**encoder.config.to_dict())
    config.vocab_size = VOCABULARY
    config.bos_token_id, config.eos_token_id, config.pad_token_id = BEGIN, END, END
    full = CLIPTextModel(config)
    state = encoder.state_dict()
    name = next(key for key in state if key.endswith("token_embedding.weight"))
    table = torch.zeros(VOCABULARY, encoder.config.hidden_size)
    table[rows] = state[name].float()
    full.load_state_dict({**state, name: table})
    return full.eval()
