"""Cross-attention: where in the picture each word of the prompt acted, step by step.

A run is made again, from the same request, with a listener at each cross-attention layer (attn2) of
the UNet. It leaves the layer's own computation alone, so the picture stays the same to the bit, and
computes the probabilities softmax(Q K^T / sqrt(d)) beside it, from the same inputs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from diffusers.models.attention_processor import Attention
from torch.nn import functional

from sdstudio.diffusion.generate import Watching, generate
from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.trajectory import Trajectory
from sdstudio.diffusion.xray.asking import check_model
from sdstudio.diffusion.xray.attention_store import AttentionStore
from sdstudio.diffusion.xray.run_code import (
    call_lines,
    imports,
    no_code,
    pipeline_lines,
    scheduler_class,
)
from sdstudio.diffusion.xray.source import source_of
from sdstudio.diffusion.xray.tokens import make_token_tables
from sdstudio.phrase import Phrase
from sdstudio.request import (
    Generated,
    GenerationRequest,
    InvalidRequest,
    PreviewPlan,
    Stage,
    StepPreview,
    TrajectoryMissing,
)
from sdstudio.xray import (
    AttentionLayer,
    AttentionMap,
    AttentionMapQuery,
    AttentionReplay,
    AttentionSpot,
    AttentionSpotQuery,
    NotApplicable,
    Numbers,
    TokenTable,
)

MOST_BYTES = 256 * 1024**2
"""What the maps of one replay may take; the layers of the largest grids are left out first."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Replayed:
    """The maps of a replay.

    ``maps`` are, by step and index of the layer, probabilities averaged over heads, float32, pixels
    of the layer's grid x tokens that are not padding. Nobody writes to them.
    """

    tokens: TokenTable
    steps: tuple[int, ...]
    layers: tuple[AttentionLayer, ...]
    maps: Mapping[tuple[int, int], npt.NDArray[np.float32]]

    @property
    def bytes(self) -> int:
        """Memory taken by the maps."""
        return sum(each.nbytes for each in self.maps.values())


def replay(
    model: LoadedModel,
    trajectory: Trajectory,
    parent: Trajectory | None,
    store: AttentionStore,
    progress: Callable[[int, int], None],
    must_stop: Callable[[], bool],
) -> AttentionReplay | NotApplicable:
    """Makes a run again and keeps its attention in ``store``. In the thread of the model.

    Of a step that asks the network twice, the first answer counts. The script leaves in
    ``attention`` the map of the first word over all steps and layers.

    Raises:
        BrokenTrajectory: the denoising was made with another model.
        TrajectoryMissing: it is a branch, and its parent's is not in memory.
        OutOfMemory: the device has too little memory.
        Cancelled: ``must_stop`` answered true.
    """
    check_model(model, trajectory)
    if not model.info.has_prompt:
        return NotApplicable(
            sentence=Phrase(
                "This model reads no prompt: it draws what it was trained on, of its own "
                "accord, so no pixel attends to words."
            )
        )
    if not hasattr(model.pipeline, "unet"):
        return NotApplicable(
            sentence=Phrase(
                "This model is a transformer: it reads words and picture in one joint "
                "attention, and has no cross-attention layers as a UNet has them."
            )
        )
    make_table = make_token_tables(model)
    layers = cross_attentions(model.denoiser)
    if make_table is None or not layers:
        return NotApplicable(
            sentence=Phrase("This model has no cross-attention that can be shown.")
        )
    table = make_table(model.added.spelt_out(trajectory.request.prompt))
    replayed, _picture = run_again(model, trajectory, parent, table, progress, must_stop)
    request = trajectory.request
    store.put(request.id, replayed)
    evaluations = [
        one.evaluation for one in trajectory.moments if one.index >= trajectory.first_own
    ]
    return AttentionReplay(
        request_id=request.id,
        tokens=replayed.tokens,
        steps=replayed.steps,
        layers=replayed.layers,
        bytes=replayed.bytes,
        code=_code(request, model, replayed, evaluations, len(layers)),
    )


def run_again(
    model: LoadedModel,
    trajectory: Trajectory,
    parent: Trajectory | None,
    tokens: TokenTable,
    progress: Callable[[int, int], None],
    must_stop: Callable[[], bool],
) -> tuple[Replayed, Generated]:
    """The maps of a run made again, and its picture, which is that of the first time.

    Raises:
        SdstudioError, Cancelled: as ``generate`` does.
    """
    request = trajectory.request
    last = trajectory.moments[-1].index
    factor = int(model.pipeline.vae_scale_factor)
    steps = sum(one.index >= trajectory.first_own for one in trajectory.moments)
    attentions = cross_attentions(model.denoiser)
    grids = _Grids(request.width // factor, request.height // factor)
    listener = _Listener(attentions, grids, tokens.used, MOST_BYTES // (4 * max(1, steps)))
    observer = _Counting(listener, progress)
    with listening(attentions, listener):
        picture = generate(
            model,
            request,
            observer,
            must_stop,
            watching=Watching(previews=PreviewPlan(every=0)),
            # A run that was stopped and kept ends where it did.
            must_keep=lambda: last < request.num_inference_steps and observer.index >= last,
            parent=parent,
        )
    return listener.replayed(tokens), picture


def cross_attentions(unet: torch.nn.Module) -> dict[str, torch.nn.Module]:
    """The layers in which the picture looks at the prompt, by name, in the order of the module."""
    return {name: module for name, module in unet.named_modules() if name.endswith("attn2")}


class _Grids:
    """How the picture is divided at each depth of a UNet, found by the number of pixels."""

    def __init__(self, width: int, height: int) -> None:
        self._by_count: dict[int, tuple[int, int]] = {}
        while width * height not in self._by_count:
            self._by_count[width * height] = (width, height)
            width, height = (width + 1) // 2, (height + 1) // 2

    def of(self, pixels: int) -> tuple[int, int]:
        """Width and height."""
        return self._by_count[pixels]


class _Listener:
    """Keeps what passes in a step, and lays it by when the step is done.

    ``most_values`` is how many numbers may be kept of each step.
    """

    def __init__(
        self,
        attentions: Mapping[str, torch.nn.Module],
        grids: _Grids,
        used: int,
        most_values: int,
    ) -> None:
        self._names = list(attentions)
        self._grids = grids
        self._used = used
        self._most_values = most_values
        self._passing: dict[str, torch.Tensor] = {}
        self._kept: dict[int, dict[str, npt.NDArray[np.float32]]] = {}
        self._left_out: set[str] | None = None

    def heard(self, name: str, attention: Attention, arguments: Mapping[str, Any]) -> None:
        """A layer was called; ``arguments`` are those of its ``forward``."""
        if self._left_out is not None and name in self._left_out:
            return
        # Guidance puts the negative prompt first, so the last is always the prompt's.
        of_prompt = {
            key: value[-1:] if isinstance(value, torch.Tensor) else value
            for key, value in arguments.items()
        }
        self._passing[name] = probabilities(attention, of_prompt)[0].mean(0)[:, : self._used]

    def step_done(self, index: int) -> None:
        """The network has answered for a step; what passed last is of this answer."""
        if self._left_out is None:
            self._left_out = self._too_large()
        self._kept[index] = {
            name: values.cpu().numpy()
            for name, values in self._passing.items()
            if name not in self._left_out
        }
        self._passing.clear()

    def replayed(self, tokens: TokenTable) -> Replayed:
        """All that was kept."""
        steps = tuple(sorted(self._kept))
        names = [name for name in self._names if steps and name in self._kept[steps[0]]]
        layers = []
        for name in names:
            width, height = self._grids.of(self._kept[steps[0]][name].shape[0])
            layers.append(AttentionLayer(name=name, width=width, height=height))
        return Replayed(
            tokens=tokens,
            steps=steps,
            layers=tuple(layers),
            maps={
                (step, number): self._kept[step][name]
                for step in steps
                for number, name in enumerate(names)
            },
        )

    def _too_large(self) -> set[str]:
        sizes = {name: values.numel() for name, values in self._passing.items()}
        left_out: set[str] = set()
        total = sum(sizes.values())
        for name in sorted(sizes, key=lambda each: sizes[each], reverse=True):
            if total <= self._most_values:
                break
            left_out.add(name)
            total -= sizes[name]
        return left_out


class _Counting:
    """Tells the listener of a run's steps, and whoever waits how far it is."""

    def __init__(self, listener: _Listener, progress: Callable[[int, int], None]) -> None:
        self._listener = listener
        self._progress = progress
        self.index = 0

    def stage_changed(self, stage: Stage) -> None:
        """Nothing to do."""

    def step_finished(self, index: int, num_timesteps: int) -> None:
        """The network has answered for a step."""
        self.index = index
        self._listener.step_done(index)
        self._progress(index, num_timesteps)

    def wants_preview(self) -> bool:
        """Nobody looks."""
        return False

    def previewed(self, preview: StepPreview) -> None:
        """Nothing to do."""


@contextmanager
def listening(attentions: Mapping[str, torch.nn.Module], listener: _Listener) -> Iterator[None]:
    """Lets a listener hear the layers in the with block, just before they compute."""

    def hear(name: str) -> Callable[..., None]:
        def hook(attention: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
            named = dict(zip(("hidden_states", "encoder_hidden_states"), args, strict=False))
            listener.heard(name, attention, named | kwargs)

        return hook

    with ExitStack() as undo:
        for name, attention in attentions.items():
            handle = attention.register_forward_pre_hook(hear(name), with_kwargs=True)
            undo.callback(handle.remove)
        yield


@torch.no_grad()
def probabilities(attention: Attention, arguments: Mapping[str, Any]) -> torch.Tensor:
    """What an ``Attention`` of diffusers weighs the tokens by: batch x heads x pixels x tokens.

    ``arguments`` are those of its ``forward``. float32; every row adds up to one. It follows
    diffusers' own processors, with their norms, masks and precision.
    """
    hidden, tokens = arguments["hidden_states"], arguments.get("encoder_hidden_states")
    if attention.spatial_norm is not None:
        hidden = attention.spatial_norm(hidden, arguments.get("temb"))
    if hidden.ndim == 4:
        hidden = hidden.flatten(2).transpose(1, 2)
    if attention.group_norm is not None:
        hidden = attention.group_norm(hidden.transpose(1, 2)).transpose(1, 2)
    if tokens is None:
        tokens = hidden
    elif attention.norm_cross:
        tokens = attention.norm_encoder_hidden_states(tokens)
    batch, heads = hidden.shape[0], attention.heads

    def split(values: torch.Tensor, norm: Any) -> torch.Tensor:
        parts = values.view(batch, -1, heads, values.shape[-1] // heads).transpose(1, 2)
        normed: torch.Tensor = parts if norm is None else norm(parts)
        return normed

    query = split(attention.to_q(hidden), attention.norm_q)
    key = split(attention.to_k(tokens), attention.norm_k)
    mask = arguments.get("attention_mask")
    if mask is not None:
        mask = attention.prepare_attention_mask(mask, tokens.shape[1], batch)
    scores: torch.Tensor = attention.get_attention_scores(
        query.flatten(0, 1), key.flatten(0, 1), mask
    )
    return scores.view(batch, heads, *scores.shape[1:]).float()


def attention_map(store: AttentionStore, query: AttentionMapQuery) -> AttentionMap:
    """The attention paid to tokens together, averaged over heads, steps and layers.

    Layers of smaller grids are scaled up to the largest, bilinearly. From any thread.

    Raises:
        TrajectoryMissing: the replay is not in memory.
        InvalidRequest: there is no such token, step or layer.
    """
    replayed = _found(store, query.request_id)
    for token in query.tokens:
        if not 0 <= token < replayed.tokens.used:
            raise InvalidRequest("The prompt has no token {token}.", token=token)
    chosen = list(query.tokens)
    averaged = _averaged(
        replayed, query.step, query.layer, lambda values: values[:, chosen].sum(1, keepdims=True)
    )
    return AttentionMap(query=query, map=Numbers.of(averaged[..., 0]))


def attention_spot(store: AttentionStore, query: AttentionSpotQuery) -> AttentionSpot:
    """The tokens that acted at a spot, most first, without the start mark and the padding.

    From any thread.

    Raises:
        TrajectoryMissing: the replay is not in memory.
        InvalidRequest: there is no such step or layer.
    """
    replayed = _found(store, query.request_id)
    averaged = _averaged(replayed, query.step, query.layer, lambda values: values)
    height, width, _ = averaged.shape
    row = min(max(int(query.y * height), 0), height - 1)
    column = min(max(int(query.x * width), 0), width - 1)
    # The end mark stays: as in every run, much of the picture looks there.
    found = [(token, float(averaged[row, column, token])) for token in range(1, averaged.shape[2])]
    return AttentionSpot(
        query=query, ranked=tuple(sorted(found, key=lambda each: each[1], reverse=True))
    )


def _found(store: AttentionStore, request_id: str) -> Replayed:
    replayed = store.get(request_id)
    if replayed is None:
        raise TrajectoryMissing(
            "The attention of this picture is no longer in memory.", "Replay its denoising again."
        )
    return replayed


def _averaged(
    replayed: Replayed,
    step: int | None,
    layer: int | None,
    choose: Callable[[npt.NDArray[np.float32]], npt.NDArray[np.float32]],
) -> npt.NDArray[np.float32]:
    """h x w x tokens: what ``choose`` takes of the maps, averaged, in the largest grid."""
    if step is not None and step not in replayed.steps:
        raise InvalidRequest("Step {step} was not replayed.", step=step)
    if layer is not None and not 0 <= layer < len(replayed.layers):
        raise InvalidRequest("There is no cross-attention layer {layer}.", layer=layer)
    steps = replayed.steps if step is None else (step,)
    layers = range(len(replayed.layers)) if layer is None else (layer,)
    sizes = [(replayed.layers[each].height, replayed.layers[each].width) for each in layers]
    if not sizes or not steps:
        raise InvalidRequest("The replay kept no maps: the picture is too large.")
    largest = max(sizes)
    total: torch.Tensor | None = None
    for number, (height, width) in zip(layers, sizes, strict=True):
        over_steps = sum(choose(replayed.maps[each, number]) for each in steps) / len(steps)
        grid = torch.from_numpy(over_steps).T.reshape(1, -1, height, width)
        if (height, width) != largest:
            grid = functional.interpolate(grid, largest, mode="bilinear", align_corners=False)
        total = grid if total is None else total + grid
    assert total is not None
    averaged: npt.NDArray[np.float32] = (total[0] / len(sizes)).permute(1, 2, 0).numpy()
    return averaged


def _code(
    request: GenerationRequest,
    model: LoadedModel,
    replayed: Replayed,
    evaluations: list[int],
    layer_count: int,
) -> str:
    source = source_of(request.model, model.device.dtype)
    missing = no_code(request, source)
    if missing is not None or source is None:
        return missing or ""
    if not replayed.layers:
        return "# No layer's maps were kept: the picture is too large.\n"
    largest = max((layer.height, layer.width) for layer in replayed.layers)
    grids = sorted({(layer.height, layer.width) for layer in replayed.layers}, reverse=True)
    sizes = {height * width: (height, width) for height, width in grids}
    names = """\
attention_layers = [name for name, _ in pipe.unet.named_modules() if name.endswith("attn2")]
"""
    if len(replayed.layers) < layer_count:
        kept = "".join(f'    "{layer.name}",\n' for layer in replayed.layers)
        names = f"""\
# Not all layers: their maps would take too much memory.
attention_layers = [
{kept}]
"""
    chosen = ""
    if evaluations != list(range(request.num_inference_steps)):
        chosen = f"""\
# The first evaluation of the network at each step that was done.
maps = [maps[i] for i in {evaluations}]
"""
    return f"""\
{imports([source.pipeline_class, scheduler_class(request)], tap=False)}
{pipeline_lines(source, request)}
tokens = [1]  # positions in the prompt; 0 is the start mark
kept = []


def keep_attention(attn, args, kwargs):
    # Of what the layer is given, the last is for the prompt; before it is the negative prompt.
    query = attn.head_to_batch_dim(attn.to_q(args[0][-1:]))
    key = attn.head_to_batch_dim(attn.to_k(kwargs["encoder_hidden_states"][-1:]))
    probabilities = attn.get_attention_scores(query, key)  # heads x pixels x tokens
    kept.append(probabilities.float().mean(0)[:, tokens].sum(-1).cpu())


{names}\
for name in attention_layers:
    pipe.unet.get_submodule(name).register_forward_pre_hook(keep_attention, with_kwargs=True)

{call_lines(source, request)}
# As many maps for every evaluation of the network as there are layers.
count = len(attention_layers)
maps = [kept[i : i + count] for i in range(0, len(kept), count)]
{chosen}
# The mean over all steps and layers, on the largest grid.
sizes = {sizes}  # pixels: (height, width)
grids = [
    torch.nn.functional.interpolate(
        values.view(1, 1, *sizes[len(values)]), {largest}, mode="bilinear"
    )
    for step in maps
    for values in step
]
attention = torch.cat(grids).mean(0)[0]
print(attention)
"""
