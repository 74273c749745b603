"""What the text encoders make of a prompt: the hidden states that the denoiser gets."""

from __future__ import annotations

from typing import Any

import torch

from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.xray.code import script
from sdstudio.diffusion.xray.source import quoted
from sdstudio.diffusion.xray.tokens import make_token_tables
from sdstudio.phrase import Phrase
from sdstudio.xray import Embedding, EmbeddingQuery, NotApplicable, Numbers


@torch.no_grad()
def embed(model: LoadedModel, query: EmbeddingQuery) -> Embedding | NotApplicable:
    """The hidden states of both prompts, encoded as the pipeline encodes them.

    Row i is token i of the table. Stable Diffusion 3 appends the rows of its T5, which has tokens
    of its own; they count in no similarity. FLUX's denoiser gets no negative prompt: its rows are
    what the encoder would make of it.

    In the model's thread. The script leaves ``prompt_embeds``, ``negative_prompt_embeds``,
    ``similarity`` and ``against_negative``.
    """
    if not model.info.has_prompt:
        return NotApplicable(
            sentence=Phrase(
                "This model reads no prompt: it draws what it was trained on, of its own "
                "accord, so there are no hidden states of words."
            )
        )
    make_table = make_token_tables(model)
    if make_table is None:
        return NotApplicable(
            sentence=Phrase(
                "The tokenizer of this model is of a kind that does not tell its tokens."
            )
        )
    prompt, negative = _hidden_states(model, query)
    tokens, negative_tokens = (
        make_table(model.added.spelt_out(text)) for text in (query.prompt, query.negative_prompt)
    )
    rows = _directions(prompt, tokens.used)
    negative_rows = _directions(negative, negative_tokens.used)
    return Embedding(
        prompt=Numbers.of(prompt.cpu()),
        negative=Numbers.of(negative.cpu()),
        tokens=tokens,
        negative_tokens=negative_tokens,
        similarity=Numbers.of((rows @ rows.T).cpu()),
        against_negative=Numbers.of((rows @ negative_rows.T).cpu()),
        code=_code(model, query, tokens.used, negative_tokens.used),
    )


def _hidden_states(model: LoadedModel, query: EmbeddingQuery) -> tuple[torch.Tensor, torch.Tensor]:
    """Both prompts' states, tokens x width, in float32."""
    pipeline = model.pipeline
    device = model.device.torch_device
    if model.folder.pipeline_class == "FluxPipeline":
        length = model.info.max_tokens
        states = [
            pipeline.encode_prompt(text, None, device=device, max_sequence_length=length)[0]
            for text in (query.prompt, query.negative_prompt)
        ]
    else:
        named: dict[str, Any] = {"device": device, "negative_prompt": query.negative_prompt}
        states = list(pipeline.encode_prompt(query.prompt, **_options(model), **named)[:2])
    prompt, negative = (each[0].float() for each in states)
    return prompt, negative


def _options(model: LoadedModel) -> dict[str, Any]:
    """What the families ask for beside the prompts and the device."""
    if model.folder.pipeline_class == "StableDiffusion3Pipeline":
        return {"prompt_2": None, "prompt_3": None, "do_classifier_free_guidance": True}
    return {"num_images_per_prompt": 1, "do_classifier_free_guidance": True}


def _directions(states: torch.Tensor, used: int) -> torch.Tensor:
    return torch.nn.functional.normalize(states[:used], dim=-1)


def _code(model: LoadedModel, query: EmbeddingQuery, used: int, negative_used: int) -> str:
    if model.folder.pipeline_class == "FluxPipeline":
        encoding = f"""\
with torch.no_grad():
    prompt_embeds, pooled, ids = pipe.encode_prompt(
        prompt, prompt_2=None, max_sequence_length={model.info.max_tokens}
    )
    # the denoiser never gets this one; it is here to compare
    negative_prompt_embeds, pooled, ids = pipe.encode_prompt(
        negative_prompt, prompt_2=None, max_sequence_length={model.info.max_tokens}
    )
"""
    else:
        options = "".join(f"        {name}={value},\n" for name, value in _options(model).items())
        encoding = f"""\
with torch.no_grad():
    prompt_embeds, negative_prompt_embeds, *pooled = pipe.encode_prompt(
        prompt,
        device=pipe.device,
        negative_prompt=negative_prompt,
{options}    )
"""
    body = f"""\
prompt = {quoted(query.prompt)}
negative_prompt = {quoted(query.negative_prompt)}
{encoding}
# cosine similarities of the {used} and {negative_used} tokens that are not padding
words = torch.nn.functional.normalize(prompt_embeds[0, :{used}].float(), dim=-1)
negative_words = torch.nn.functional.normalize(
    negative_prompt_embeds[0, :{negative_used}].float(), dim=-1
)
similarity = words @ words.T
against_negative = words @ negative_words.T

print(prompt_embeds.shape, prompt_embeds)
print(similarity)
print(against_negative)
"""
    return script(model, body)
