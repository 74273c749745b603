"""LoRAs and textual inversions: put on a pipeline for a run, and taken off without a trace.

Nothing is fused: a LoRA computes beside the layer that it changes, and is unloaded as a whole when
it is no longer asked for, so that the pixels are again those of the model alone, bit for bit. For
textual inversions the pipeline gets tokenizers of its own; the model's are kept as they are, since
the window counts tokens with them.
"""

from __future__ import annotations

import hashlib
import logging
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file

from sdstudio.additions import AddedFile, Additions, EmbeddingFile, LoraFile
from sdstudio.diffusion.device import Device, free_memory, is_out_of_memory
from sdstudio.diffusion.families import takes_embeddings, takes_loras
from sdstudio.diffusion.importing import without_collections
from sdstudio.phrase import Phrase
from sdstudio.request import InvalidRequest, OutOfMemory, SdstudioError, UnsupportedModel

_log = logging.getLogger(__name__)

_ENCODERS = (("clip_l", "tokenizer", "text_encoder"), ("clip_g", "tokenizer_2", "text_encoder_2"))
"""The text encoders that textual inversions are for, by the names of tensors and components."""

_CHUNK = 1024 * 1024


class AddedWeights:
    """What a pipeline has beside its own weights. It belongs to the pipeline's thread.

    ``fresh_tokenizer`` reads one of the model's tokenizers once more, by the component's name.
    ``notes`` are sentences about what has only part of its effect.
    """

    def __init__(
        self, pipeline: Any, device: Device, fresh_tokenizer: Callable[[str], Any]
    ) -> None:
        self.now = Additions()
        self.files: tuple[AddedFile, ...] = ()
        self.notes: tuple[Phrase, ...] = ()
        self._pipeline = pipeline
        self._device = device
        self._fresh_tokenizer = fresh_tokenizer
        self._own_tokenizers: dict[str, Any] = {}
        self._own_rows: dict[str, int] = {}

    def spelt_out(self, prompt: str) -> str:
        """A prompt as the first text encoder gets it: with as many words as there are vectors."""
        if not self.now.embeddings:
            return prompt
        return str(self._pipeline.maybe_convert_prompt(prompt, self._pipeline.tokenizer))

    @without_collections()
    def apply(self, wanted: Additions) -> None:
        """Makes the pipeline have exactly what is wanted, which has been checked.

        What it has already is not loaded again. After a failure it has nothing.

        Raises:
            UnsupportedModel: one of them does not fit the model.
            InvalidRequest: an embedding's word is one that the model knows already.
            OutOfMemory: there is no room for them.
        """
        if wanted == self.now:
            return
        if _files(wanted) != _files(self.now):
            self.clear()
            ran_out = False
            try:
                self._load(wanted)
            except (RuntimeError, MemoryError) as error:
                self.clear()
                if not is_out_of_memory(error):
                    raise
                ran_out = True  # what the traceback holds is freed only outside this block
            except BaseException:
                self.clear()
                raise
            if ran_out:
                free_memory(self._device)
                raise OutOfMemory(
                    "What is to be added to the model does not fit into the memory of {device}.",
                    "Add fewer LoRAs, or close other programs.",
                    device=self._device.label,
                )
        if wanted.loras:
            names = [str(number) for number in range(len(wanted.loras))]
            self._pipeline.set_adapters(names, [each.weight for each in wanted.loras])
        self.now = wanted

    def clear(self) -> None:
        """Leaves the pipeline with its own weights only, the very ones it had."""
        pipeline = self._pipeline
        if takes_loras(pipeline):
            pipeline.unload_lora_weights()
        for name, rows in self._own_rows.items():
            # The first rows are copied as they are, so these are the model's own to the bit.
            getattr(pipeline, name).resize_token_embeddings(rows, mean_resizing=False)
        for name, tokenizer in self._own_tokenizers.items():
            setattr(pipeline, name, tokenizer)
        self._own_rows, self._own_tokenizers = {}, {}
        self.now, self.files, self.notes = Additions(), (), ()

    def _load(self, wanted: Additions) -> None:
        files: list[AddedFile] = []
        for number, lora in enumerate(wanted.loras):
            self._load_lora(str(number), lora)
            files.append(_told("lora", lora.path, _digest(lora.path, of_tensors=True)))
        for embedding in wanted.embeddings:
            self._load_embedding(embedding)
            files.append(_told("embedding", embedding.path, _digest(embedding.path)))
        self.files = tuple(files)

    def _load_lora(self, name: str, lora: LoraFile) -> None:
        pipeline = self._pipeline
        if not takes_loras(pipeline):
            raise UnsupportedModel("This model takes no LoRAs.", "Take them out.")
        try:
            # peft warns of every second LoRA, and of each layer that the model lacks; these are
            # counted below.
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                pipeline.load_lora_weights(
                    str(lora.path.parent),
                    weight_name=lora.path.name,
                    adapter_name=name,
                    use_safetensors=True,
                    local_files_only=True,
                )
        except Exception as error:
            if is_out_of_memory(error):
                raise
            _log.info("the LoRA %s failed to load", lora.path, exc_info=True)
            raise _misfit("LoRA", lora.path) from error
        parts = [part for part in pipeline.components.values() if isinstance(part, torch.nn.Module)]
        count = sum(
            1
            for part in parts
            for module in part.modules()
            if name in getattr(module, "lora_A", ())
        )
        if not count:
            raise _misfit("LoRA", lora.path)
        if count < lora.layers:
            self.notes += (
                Phrase(
                    "Of the {layers} layers that the LoRA “{name}” changes, this model has "
                    "{count}.",
                    layers=lora.layers,
                    name=lora.path.stem,
                    count=count,
                ),
            )
        for part in parts:
            part.eval()

    def _load_embedding(self, embedding: EmbeddingFile) -> None:
        pipeline = self._pipeline
        if not takes_embeddings(pipeline):
            raise UnsupportedModel(
                "This model takes no textual inversions, and “{word}” in the prompt is one.",
                "Take it out of the prompt.",
                word=embedding.word,
            )
        try:
            tensors = load_file(embedding.path)
            encoders = [each for each in _ENCODERS if getattr(pipeline, each[2], None) is not None]
            for key, tokenizer, encoder in encoders:
                # A file for a single text encoder names its one tensor as it likes.
                vectors = tensors[key] if len(encoders) > 1 else next(iter(tensors.values()))
                self._add_word(embedding.word, vectors, tokenizer, encoder)
        except SdstudioError:
            raise
        except Exception as error:
            if is_out_of_memory(error):
                raise
            _log.info("the embedding %s failed to load", embedding.path, exc_info=True)
            raise _misfit(Phrase("embedding"), embedding.path) from error

    def _add_word(self, word: str, vectors: torch.Tensor, tokenizer: str, encoder: str) -> None:
        pipeline = self._pipeline
        network = getattr(pipeline, encoder)
        if tokenizer not in self._own_tokenizers:
            self._own_tokenizers[tokenizer] = getattr(pipeline, tokenizer)
            self._own_rows[encoder] = network.get_input_embeddings().num_embeddings
            setattr(pipeline, tokenizer, self._fresh_tokenizer(tokenizer))
        cutter = getattr(pipeline, tokenizer)
        if cutter.convert_tokens_to_ids(word) != cutter.unk_token_id:
            raise InvalidRequest(
                "The embedding “{word}” is called as a word that the model knows already.",
                "Give its file a name that is no word.",
                word=word,
            )
        count = vectors.shape[0] if vectors.ndim > 1 else 1
        # Ahead of diffusers, which would draw values for the new rows from those of all others.
        network.resize_token_embeddings(len(cutter) + count, mean_resizing=False)
        pipeline.load_textual_inversion(vectors, token=word, tokenizer=cutter, text_encoder=network)


def _files(additions: Additions) -> tuple[object, ...]:
    loras = tuple((each.path, each.stamp) for each in additions.loras)
    return (loras, additions.embeddings)


def _told(kind: str, path: Path, digest: str) -> AddedFile:
    return AddedFile(kind=kind, name=path.stem, digest=digest)


def _digest(path: Path, *, of_tensors: bool = False) -> str:
    """12 digits of a file's SHA-256; ``of_tensors`` leaves out the header, where notes change."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        if of_tensors:
            file.seek(8 + int.from_bytes(file.read(8), "little"))
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()[:12]


def _misfit(what: str, path: Path) -> UnsupportedModel:
    return UnsupportedModel(
        "The {what} “{path}” does not fit this model: its layers have other names or shapes.",
        "Choose one that was made for this model's family.",
        what=what,
        path=path,
    )
