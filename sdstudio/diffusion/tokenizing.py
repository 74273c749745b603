"""Tokenizers that hold the interpreter for no long time, and that other threads may use."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tokenizers import Tokenizer
from transformers import CLIPTokenizer


class PatientCLIPTokenizer(CLIPTokenizer):  # type: ignore[misc]  # untyped
    """A CLIPTokenizer that reads its files in Python before the library builds from them.

    The library's compiled part reads and builds in one stretch, and no other thread runs Python
    meanwhile: 40 ms in which a window cannot paint. Read here, where other threads get their turn,
    the longest stretch is 25 ms. The tokenizer that comes out is the same.
    """

    def __init__(self, vocab: Any = None, merges: Any = None, **settings: Any) -> None:
        if isinstance(vocab, str):
            vocab = json.loads(Path(vocab).read_text(encoding="utf-8"))
        if isinstance(merges, str):
            lines = Path(merges).read_text(encoding="utf-8").split("\n")
            # The format of merges.txt: a version in the first line, then two symbols in each.
            merges = [
                tuple(line.split(" ")) for line in lines if line and not line.startswith("#version")
            ]
        super().__init__(vocab=vocab, merges=merges, **settings)


def tokenizer_of_its_own(tokenizer: Any) -> Tokenizer | None:
    """What a transformers tokenizer cuts with, for any one thread, also while the pipeline cuts.

    transformers sets truncation and padding on the tokenizer it shares, which fails when another
    thread is using it; this one is another, without either, over the same (immutable) vocabulary.
    None for tokenizers that are not built on the ``tokenizers`` library.
    """
    backend = getattr(tokenizer, "backend_tokenizer", None)
    if not isinstance(backend, Tokenizer):
        return None
    own = Tokenizer(backend.model)
    own.normalizer = backend.normalizer
    own.pre_tokenizer = backend.pre_tokenizer
    own.post_processor = backend.post_processor
    own.add_special_tokens(list(backend.get_added_tokens_decoder().values()))
    return own


def has_closing_mark(tokenizer: Tokenizer) -> bool:
    """Whether it puts a mark behind a text, as CLIP's and T5's do; Gemma's and GLM's do not."""
    marks = tokenizer.encode("a").special_tokens_mask
    return bool(marks and marks[-1])
