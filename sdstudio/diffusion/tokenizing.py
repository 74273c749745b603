"""CLIP's tokenizer, built without holding the interpreter for long."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

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
