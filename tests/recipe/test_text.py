"""The tokenizer is CLIP's, and the encoder learns what words mean before anything is drawn."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from transformers import CLIPTokenizer

from starter_model.text import (
    BEGIN,
    END,
    Captions,
    ids_of,
    over_all_ids,
    token_embedding,
    tokenize,
    train_text,
    trained_encoder,
    write_tokenizer,
)
from starter_model.training import Hardware, Training
from tests.recipe.packs import write_open_clip

ALONE = Hardware(device="cpu", processes=1, compiled=False)
CAPTIONS = [
    ["a red cat", "赤いネコ", "a red kitten"],
    ["a blue cat", "青いネコ", "a blue kitten"],
    ["a red house", "赤い家", "a red home"],
    ["a blue house", "青い家", "a blue home"],
]
# Concept, colour, background, style.
LABELS = np.array([[0, 0, 0, 0], [0, 1, 0, 0], [1, 0, 0, 0], [1, 1, 0, 0]])
SIZES = (2, 2, 1, 1)


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> CLIPTokenizer:
    folder = tmp_path_factory.mktemp("tokenizer")
    write_tokenizer(write_open_clip(folder / "open_clip.whl"), folder / "tokenizer")
    return CLIPTokenizer.from_pretrained(folder / "tokenizer")


@pytest.fixture(scope="module")
def captions(tokenizer: CLIPTokenizer) -> Captions:
    return tokenize(tokenizer, CAPTIONS, LABELS, SIZES)


def test_the_ids_are_stable_diffusions(tokenizer: CLIPTokenizer) -> None:
    ids = ids_of(tokenizer, ["A picture of a puppy"])[0].tolist()
    assert ids == [49406, 320, 1674, 539, 320, 6829] + [49407] * 71


def test_small_ids_lead_back_to_clips(tokenizer: CLIPTokenizer, captions: Captions) -> None:
    asked = ids_of(tokenizer, [CAPTIONS[1][1]])[0]
    assert torch.equal(captions.rows[captions.ids[1, 1].long()], asked)
    assert torch.equal(captions.rows[captions.empty.long()], ids_of(tokenizer, [""])[0])


def test_captions_come_back_from_their_file(captions: Captions, tmp_path: Path) -> None:
    captions.save(tmp_path / "captions.npz")
    loaded = Captions.load(tmp_path / "captions.npz")
    assert torch.equal(loaded.ids, captions.ids)
    assert torch.equal(loaded.rows, captions.rows)
    assert loaded.sizes == SIZES


def test_meaning_is_learnt_in_every_language(
    tokenizer: CLIPTokenizer, captions: Captions, tmp_path: Path
) -> None:
    captions.save(tmp_path / "captions.npz")
    train_text(
        captions=tmp_path / "captions.npz",
        width=32,
        layers=2,
        training=Training(steps=150, batch=16, learning_rate=3e-3, warmup=10, ema_decay=0.9),
        hardware=ALONE,
        folder=tmp_path / "text",
    )
    encoder = trained_encoder(tmp_path / "text", captions, width=32, layers=2)
    full = over_all_ids(encoder, captions.rows)
    ids = ids_of(tokenizer, [each for some in CAPTIONS for each in some[:2]])
    with torch.no_grad():
        # The last padding place, which the denoiser's attention sees as much as any word.
        read = full(ids)[0][:, -1]
        small = encoder(captions.ids[:, :2].flatten(0, 1).long())[0][:, -1]
    assert torch.allclose(read, small, atol=1e-5)
    near = torch.cdist(read, read)
    for place in range(0, 8, 2):
        others = [each for each in range(8) if each // 2 != place // 2]
        # "a red cat" is nearer to 赤いネコ than to anything else in either language.
        assert near[place, place + 1] < near[place, others].min()


def test_words_never_seen_are_zero_in_the_full_table(captions: Captions) -> None:
    from starter_model.text import encoder_of

    full = over_all_ids(encoder_of(captions, width=32, layers=1), captions.rows)
    table = token_embedding(full).weight
    known = torch.zeros(len(table), dtype=torch.bool)
    known[captions.rows] = True
    assert bool((table[~known] == 0).all())
    assert bool((table[[BEGIN, END]] == 0).all())
    assert bool((table[known].abs().sum(1) > 0).sum() == known.sum() - 2)
