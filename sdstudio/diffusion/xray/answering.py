"""Which part answers which question of the X-ray."""

from __future__ import annotations

from collections.abc import Callable

from sdstudio.diffusion.loading import LoadedModel
from sdstudio.diffusion.ring import TrajectoryRing
from sdstudio.diffusion.trajectory import Trajectory
from sdstudio.diffusion.unconditional import has_vae
from sdstudio.diffusion.xray.attention import attention_map, attention_spot, replay
from sdstudio.diffusion.xray.attention_store import AttentionStore
from sdstudio.diffusion.xray.comparison import compare
from sdstudio.diffusion.xray.embedding import embed
from sdstudio.diffusion.xray.forward import add_noise
from sdstudio.diffusion.xray.guidance import predict_both
from sdstudio.diffusion.xray.pipeline_map import describe_pipeline
from sdstudio.diffusion.xray.schedule import describe_schedule
from sdstudio.diffusion.xray.step import look_into
from sdstudio.diffusion.xray.vae import round_trip
from sdstudio.phrase import Phrase
from sdstudio.pipelines import PIPELINES
from sdstudio.request import TrajectoryMissing
from sdstudio.xray import (
    Answer,
    AttentionMapQuery,
    AttentionQuery,
    AttentionSpotQuery,
    CompareQuery,
    EmbeddingQuery,
    ForwardQuery,
    GuidanceQuery,
    NotApplicable,
    PipelineQuery,
    Query,
    ScheduleQuery,
    StepQuery,
    VaeQuery,
)


def answer(
    query: Query,
    model: LoadedModel,
    ring: TrajectoryRing,
    attention: AttentionStore,
    progress: Callable[[int, int], None],
    must_stop: Callable[[], bool],
) -> Answer:
    """The answer to a question.

    Those of ``NEEDS_MODEL`` in the thread of the model, the others in any. ``progress`` is told
    steps done and all steps of what takes long.

    Raises:
        TrajectoryMissing: the denoising asked about is not in memory.
        SdstudioError: another known failure.
        Cancelled: ``must_stop`` answered true.
    """
    kind = model.folder.pipeline_class
    match query:
        case EmbeddingQuery() | GuidanceQuery() | AttentionQuery() | ForwardQuery() if (
            not PIPELINES[kind].is_dissected
        ):
            return NotApplicable(
                sentence=Phrase(
                    "This pane knows the inner flow of Stable Diffusion, SDXL, SD 3 and FLUX; that "
                    "of a {kind} is another. Its steps, its schedule and its parts can be seen.",
                    kind=kind,
                )
            )
        case PipelineQuery():
            return describe_pipeline(model, query)
        case EmbeddingQuery():
            return embed(model, query)
        case ScheduleQuery():
            return describe_schedule(model, query)
        case StepQuery():
            return look_into(_found(ring, query.request_id), query)
        case GuidanceQuery():
            return predict_both(model, _found(ring, query.request_id), query, must_stop)
        case AttentionQuery():
            trajectory = _found(ring, query.request_id)
            parent = ring.get(trajectory.request.parent) if trajectory.request.parent else None
            return replay(model, trajectory, parent, attention, progress, must_stop)
        case AttentionMapQuery():
            return attention_map(attention, query)
        case AttentionSpotQuery():
            return attention_spot(attention, query)
        case VaeQuery() if not has_vae(model.pipeline):
            return NotApplicable(
                sentence=Phrase(
                    "This model has no VAE: its network works on the pixels themselves."
                )
            )
        case VaeQuery() if hasattr(model.pipeline.vae.config, "encoder_block_out_channels"):
            return NotApplicable(
                sentence=Phrase(
                    "This model's VAE gives latents, not a distribution of them, and reads "
                    "pictures otherwise than this pane does."
                )
            )
        case VaeQuery():
            return round_trip(model, query, must_stop)
        case ForwardQuery():
            return add_noise(model, query, must_stop)
        case CompareQuery():
            return compare(_found(ring, query.first), _found(ring, query.second))


def _found(ring: TrajectoryRing, request_id: str) -> Trajectory:
    trajectory = ring.get(request_id)
    if trajectory is None:
        raise TrajectoryMissing(
            "The denoising of this picture is no longer in memory.",
            "Make the picture again to look inside.",
        )
    return trajectory
