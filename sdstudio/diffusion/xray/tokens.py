"""A prompt as the tokenizer cuts it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sdstudio.diffusion.families import prompt_tokenizer
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.tokenizing import has_closing_mark, tokenizer_of_its_own
from sdstudio.diffusion.xray import code
from sdstudio.diffusion.xray.source import no_source, quoted
from sdstudio.xray import Token, TokenTable

MOST_CUT = 1000
"""How many of the tokens that are not read a table tells."""


def make_token_tables(model: LoadedModel) -> Callable[[str], TokenTable] | None:
    """A function that cuts prompts into tokens as this model does.

    It may be called from any thread. None for tokenizers that are not built on the ``tokenizers``
    library. The table's script leaves ``ids``.
    """
    tokenizer = prompt_tokenizer(model.pipeline)
    own = tokenizer_of_its_own(tokenizer)
    if own is None:
        return None
    max_tokens = model.info.max_tokens
    padding = Token(id=tokenizer.pad_token_id, text=str(tokenizer.pad_token), start=0, end=0)
    readable = _Bytes() if "ByteLevel" in repr(own.pre_tokenizer) else None
    write_code = _script_writer(model, tokenizer)

    closing = own.encode("") if has_closing_mark(own) else None

    def cut(text: str) -> TokenTable:
        encoding = own.encode(text)
        total = len(encoding)
        marks: list[Token] = []
        if total > max_tokens:
            if closing is not None:
                # It is kept, and what comes before it goes.
                marks = [Token(id=closing.ids[-1], text=closing.tokens[-1], start=0, end=0)]
            # Before 30,000 tokens become Python's.
            encoding.truncate(min(total, max_tokens + MOST_CUT) - len(marks))
        words = encoding.tokens if readable is None else map(readable.read, encoding.tokens)
        found = [
            Token(id=token_id, text=word, start=start, end=end)
            for token_id, word, (start, end) in zip(
                encoding.ids, words, encoding.offsets, strict=True
            )
        ]
        text_tokens = max_tokens - len(marks)
        read = found[:text_tokens] + marks
        return TokenTable(
            tokens=(*read, *[padding] * (max_tokens - len(read))),
            used=min(total, max_tokens),
            max_tokens=max_tokens,
            cut=tuple(found[text_tokens:]),
            cut_count=max(0, total - max_tokens),
            code=write_code(text),
        )

    return cut


class _Bytes:
    """Reads the words of byte-level vocabularies, in which each byte is written as a letter.

    The letters are GPT-2's: a byte that can be printed is itself, all others follow from 256 on.
    """

    def __init__(self) -> None:
        printed = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
        others = [byte for byte in range(256) if byte not in printed]
        self._byte_of = {chr(byte): byte for byte in printed}
        self._byte_of |= {chr(256 + place): byte for place, byte in enumerate(others)}

    def read(self, word: str) -> str:
        """The word as text; a byte that is only a part of a character is written as <0xE9>."""
        if word.isascii():
            return word
        try:
            raw = bytes(self._byte_of[letter] for letter in word)
        except KeyError:
            return word
        # Where bytes make no character, they become lone surrogates, U+DC80 to U+DCFF.
        text = raw.decode("utf-8", errors="surrogateescape")
        return "".join(
            f"<0x{ord(each) - 0xDC00:02X}>" if 0xDC80 <= ord(each) <= 0xDCFF else each
            for each in text
        )


def _script_writer(model: LoadedModel, tokenizer: Any) -> Callable[[str], str]:
    """Writes the script of a prompt. All that is read of the pipeline is read now."""
    name = next(
        each
        for each in ("tokenizer", "tokenizer_2", "tokenizer_3")
        if getattr(model.pipeline, each, None) is tokenizer
    )
    class_name = code.class_of(model, name)
    loading = code.call(f"{class_name}.from_pretrained", code.folder(model), subfolder=name)
    max_tokens = model.info.max_tokens

    is_single_file = model.folder.single_file is not None
    reference = model.folder.reference

    def write(prompt: str) -> str:
        if is_single_file:
            return no_source(reference)
        return f"""\
from transformers import {class_name}

tokenizer = {loading}
prompt = {quoted(prompt)}
ids = tokenizer(prompt, padding="max_length", max_length={max_tokens}, truncation=True).input_ids

for token_id, token in zip(ids, tokenizer.convert_ids_to_tokens(ids)):
    print(f"{{token_id:6}} {{token}}")
"""

    return write
