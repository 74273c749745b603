"""One model in memory and the pictures made with it: what the window and the command line share.

No Qt here, and no torch until ``prepare``, ``load`` or ``generate`` is called: these run for
seconds and belong in a thread that may.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sdstudio.diffusion.ring import TrajectoryRing
from sdstudio.diffusion.xray.attention_store import AttentionStore
from sdstudio.gallery.metadata import encode_picture
from sdstudio.models.additions import check_additions, check_part
from sdstudio.models.catalogue import resolve
from sdstudio.models.detection import Family, detect_folder
from sdstudio.models.tiny_autoencoder import check_tiny_autoencoder
from sdstudio.paths import Paths
from sdstudio.phrase import Phrase
from sdstudio.request import (
    BrokenTrajectory,
    Cancelled,
    Frame,
    GenerationRequest,
    GenerationResult,
    ModelInfo,
    ModelNotFound,
    PreviewPlan,
    SdstudioError,
    Stage,
    StepPreview,
    TokenCount,
    TrajectoryInfo,
    TrajectoryMissing,
    View,
)
from sdstudio.xray import NEEDS_MODEL, Answer, Query, TokenTable

if TYPE_CHECKING:
    from sdstudio.diffusion.loading import LoadedModel

_log = logging.getLogger(__name__)

TRAJECTORY_BYTES = 512 * 1024**2
"""Memory for the denoisings of the latest runs."""


class Observer(Protocol):
    """Is told what happens, in the thread that runs the session; must return at once."""

    def model_loading(self, reference: str) -> None:
        """A model other than the one in memory is about to be loaded."""

    def model_ready(self, info: ModelInfo) -> None:
        """A model is loaded and in use."""

    def stage_changed(self, stage: Stage) -> None:
        """The request at work enters a stage."""

    def step_finished(self, index: int, num_timesteps: int) -> None:
        """Denoising has finished ``index`` of ``num_timesteps`` steps."""

    def wants_preview(self) -> bool:
        """Whether a preview would be looked at now: false while the last one still waits."""

    def previewed(self, preview: StepPreview) -> None:
        """A predicted clean picture was decoded; may come later than its step, or not at all."""


def never() -> bool:
    """No."""
    return False


class GenerationSession:
    """Loads models, makes pictures, and keeps how the latest ones came about.

    One thread at a time may use it, except for what says that any thread may. ``previews`` and
    ``tiny_autoencoder``, the folder of one or None, may be replaced at any time and count from the
    next picture on.
    """

    def __init__(
        self,
        paths: Paths,
        *,
        previews: PreviewPlan | None = None,
        trajectory_bytes: int = TRAJECTORY_BYTES,
    ) -> None:
        self.previews = previews or PreviewPlan()
        self.tiny_autoencoder: Path | None = None
        self._tiny_in_use: Path | None = None
        self._refused_tiny: Path | None = None
        self._notes: tuple[Phrase, ...] = ()
        self._paths = paths
        self._model: LoadedModel | None = None
        self._family: Family = "other"
        self._count_tokens: Callable[[str], TokenCount] | None = None
        self._make_token_table: Callable[[str], TokenTable] | None = None
        self._attention = AttentionStore()
        self._ring = TrajectoryRing(trajectory_bytes)

    def prepare(self) -> None:
        """Imports torch and diffusers in a way that lets other threads go on (seconds)."""
        from sdstudio.diffusion.importing import import_quietly

        import_quietly()

    def load(self, reference: str, observer: Observer, must_stop: Callable[[], bool]) -> ModelInfo:
        """Makes the model behind ``reference`` the one in memory; keeps the old one on failure.

        Raises:
            ModelNotFound, UnsupportedModel, UnsafeModel, CorruptModel, OutOfMemory: see
            ``sdstudio.models.catalogue.resolve`` and ``sdstudio.diffusion.loading.load``.
            Cancelled: ``must_stop`` answered true.
        """
        return self._ensure(reference, observer, must_stop).info

    def generate(
        self,
        request: GenerationRequest,
        observer: Observer,
        must_stop: Callable[[], bool],
        *,
        must_keep: Callable[[], bool] = never,
        keep_trajectory: bool = False,
    ) -> GenerationResult:
        """Makes one picture, encoded as PNG and thumbnail but not stored anywhere yet.

        Its denoising stays in memory for a while, and comes with the result, as a file, if
        ``keep_trajectory`` says so. Once ``must_keep`` answers true, the x0 predicted last becomes
        the picture. A branch needs its parent's denoising in memory.

        Raises:
            SdstudioError: one of the known failures.
            Cancelled: ``must_stop`` answered true before the picture was finished.
        """
        if must_stop():
            raise Cancelled
        observer.stage_changed("load")
        parent = self._ring.get(request.parent) if request.parent else None
        self._ensure(request.model, observer, must_stop)
        model = self._adapted(request, must_stop)
        from sdstudio.diffusion.generate import Watching, generate

        picture = generate(
            model,
            request,
            observer,
            must_stop,
            watching=Watching(previews=self.previews, ring=self._ring),
            must_keep=must_keep,
            parent=parent,
        )
        result = encode_picture(picture)
        result, self._notes = replace(result, notes=result.notes + self._notes), ()
        if keep_trajectory:
            result = self._with_trajectory(result)
        return result

    def keep_step(
        self,
        request_id: str,
        index: int,
        observer: Observer,
        must_stop: Callable[[], bool],
    ) -> GenerationResult:
        """The predicted x0 of a step, decoded by the full VAE, as a picture of its own.

        Raises:
            TrajectoryMissing: there is no such denoising or step in memory.
            SdstudioError: one of the known failures.
            Cancelled: ``must_stop`` answered true.
        """
        trajectory = self._ring.get(request_id)
        if trajectory is None:
            raise TrajectoryMissing(
                "The denoising of this picture is no longer in memory.",
                "Make the picture again to look inside.",
            )
        self._ensure(trajectory.request.model, observer, must_stop)
        model = self._adapted(trajectory.request, must_stop)
        from sdstudio.diffusion.revisiting import picture_of_step

        observer.stage_changed("decode")
        return encode_picture(picture_of_step(model, trajectory, index, must_stop))

    def decode_frame(
        self, request_id: str, index: int, view: View, must_stop: Callable[[], bool]
    ) -> Frame | None:
        """A step as a picture, by the full VAE; None unless its model, with the same parts from
        elsewhere, is the one in memory.

        Raises:
            Cancelled: ``must_stop`` answered true.
        """
        trajectory, model = self._ring.get(request_id), self._model
        if trajectory is None or model is None or model.parts != trajectory.request.parts:
            return None
        from sdstudio.diffusion.revisiting import decoded_frame

        return decoded_frame(model, trajectory, index, view, must_stop)

    def inspect(
        self,
        query: Query,
        progress: Callable[[int, int], None],
        must_stop: Callable[[], bool],
    ) -> Answer:
        """Answers a question of the X-ray about the model in memory or a run with it.

        About the model itself it is answered with the LoRAs, embeddings and parts that are there
        now, about a run with those of the run.

        Questions that are not of ``NEEDS_MODEL`` may be asked from any thread.

        Raises:
            ModelNotFound: no model is in memory.
            SdstudioError: another known failure.
            Cancelled: ``must_stop`` answered true.
        """
        model = self._model
        if model is None:
            raise ModelNotFound("No model is loaded yet.", "Wait a moment, or choose a model.")
        asked_of = self._ring.get(getattr(query, "request_id", ""))
        is_of_this = asked_of is not None and asked_of.request.model == model.folder.reference
        if asked_of is not None and is_of_this and isinstance(query, NEEDS_MODEL):
            # What is asked about a run is asked of the weights it was made with.
            model = self._adapted(asked_of.request, must_stop)
        from sdstudio.diffusion.xray.answering import answer

        return answer(query, model, self._ring, self._attention, progress, must_stop)

    # -- from any thread ---------------------------------------------------------------------

    def trajectory_info(self, request_id: str) -> TrajectoryInfo | None:
        """A denoising in memory, as far as it has come; None when there is none."""
        trajectory = self._ring.get(request_id)
        return None if trajectory is None else trajectory.info()

    def runs(self) -> tuple[GenerationRequest, ...]:
        """The requests whose denoisings are in memory and finished, the one used last first."""
        return tuple(each.request for each in reversed(self._ring.all()) if not each.is_running)

    def set_trajectory_bytes(self, most: int) -> None:
        """How much memory denoisings may take; the oldest beyond that go with the next one."""
        self._ring.cap = most

    def frame(self, request_id: str, index: int, view: View) -> Frame | None:
        """A step as a picture, by the cheap map; None when it is not in memory."""
        trajectory = self._ring.get(request_id)
        if trajectory is None:
            return None
        from sdstudio.diffusion.frames import frame

        return frame(trajectory, index, view)

    def thumbnail(self, request_id: str, index: int) -> Frame | None:
        """The predicted picture of a step, small; None when it is not in memory."""
        trajectory = self._ring.get(request_id)
        if trajectory is None:
            return None
        from sdstudio.diffusion.frames import thumbnail

        return thumbnail(trajectory, index)

    def encode_trajectory(self, request_id: str) -> bytes | None:
        """A denoising in memory as the file it is kept in; None when there is none."""
        trajectory = self._ring.get(request_id)
        if trajectory is None or trajectory.is_running:
            return None
        from sdstudio.diffusion.trajectory_file import encode_trajectory

        return encode_trajectory(trajectory)

    def open_trajectory(self, request_id: str, path: Path) -> TrajectoryInfo:
        """Takes the kept denoising of a picture into memory. Slow: reads the file.

        Raises:
            BrokenTrajectory: the file is damaged, of another picture, or too large for the memory
                set aside.
        """
        self.prepare()
        from sdstudio.diffusion.trajectory_file import read_trajectory

        trajectory = read_trajectory(path)
        if trajectory.request.id != request_id:
            raise BrokenTrajectory("“{path}” is the denoising of another picture.", path=path)
        if not self._ring.put(trajectory):
            raise BrokenTrajectory(
                "The denoising “{path}” takes more memory than is set aside for it.", path=path
            )
        return trajectory.info()

    def count_tokens(self, text: str) -> TokenCount | None:
        """How much of a text the model in memory reads; None while none is. From any thread."""
        counter = self._count_tokens
        return None if counter is None else counter(text)

    def tokens(self, text: str) -> TokenTable | None:
        """A prompt as the model in memory cuts it; None while none is. From any thread."""
        make_table = self._make_token_table
        return None if make_table is None else make_table(text)

    def release(self) -> None:
        """Lets go of the model in memory."""
        self._model = None
        self._tiny_in_use = None
        self._count_tokens = None
        self._make_token_table = None

    def _ensure(
        self, reference: str, observer: Observer, must_stop: Callable[[], bool]
    ) -> LoadedModel:
        model = self._model
        if model is None or model.folder.reference != reference:
            model = self._load(reference, observer, must_stop)
        return self._with_chosen_tiny(model)

    def _adapted(self, request: GenerationRequest, must_stop: Callable[[], bool]) -> LoadedModel:
        """The model in memory with exactly the parts, LoRAs and embeddings of a request.

        Raises:
            SdstudioError: one of them is not there, is unsafe, damaged, or does not fit; the model
                stays usable.
            Cancelled: ``must_stop`` answered true.
        """
        model = self._model
        assert model is not None
        if request.parts != model.parts:
            from sdstudio.diffusion.parts import config_of, with_parts

            files = tuple(check_part(part, *config_of(model, part.name)) for part in request.parts)
            model = with_parts(model, request.parts, files, self._paths.cache, must_stop)
            self._use(model)
            model = self._with_chosen_tiny(model)
        model.added.apply(check_additions(request, self._family, model.added.now))
        return model

    def _use(self, model: LoadedModel) -> None:
        """Makes a model the one in memory; frees what another had there."""
        from sdstudio.diffusion.device import free_memory
        from sdstudio.diffusion.families import prompt_tokenizer
        from sdstudio.diffusion.prompt import make_token_counter
        from sdstudio.diffusion.xray.tokens import make_token_tables

        had_model = self._model is not None
        self._model = model
        self._tiny_in_use = None
        self._count_tokens = make_token_counter(
            prompt_tokenizer(model.pipeline), model.info.max_tokens
        )
        self._make_token_table = make_token_tables(model)
        if had_model:
            free_memory(model.device)

    def _with_chosen_tiny(self, model: LoadedModel) -> LoadedModel:
        tiny = self.tiny_autoencoder
        if tiny != self._tiny_in_use:
            model = self._model = self._with_tiny(model, tiny)
            self._tiny_in_use = tiny
        return model

    def _with_trajectory(self, result: GenerationResult) -> GenerationResult:
        """``result`` with the file of its denoising. The picture is not to be lost to that."""
        try:
            return replace(result, trajectory=self.encode_trajectory(result.request.id))
        except Exception:  # memory, most likely
            _log.exception("the denoising of %s could not be encoded", result.request.id)
            note = Phrase(
                "The denoising could not be kept with the picture; the log has the details."
            )
            return replace(result, notes=(*result.notes, note))

    def _with_tiny(self, model: LoadedModel, path: Path | None) -> LoadedModel:
        """``model`` with a tiny autoencoder. One that fails costs nobody a picture: it is told."""
        from sdstudio.diffusion.tiny import with_tiny

        try:
            if path is not None:
                check_tiny_autoencoder(path)
            fitted = with_tiny(model, path)
        except SdstudioError as error:
            _log.warning("previews go without the tiny autoencoder: %s", error)
            if path != self._refused_tiny:  # once, not with every model that is loaded
                self._notes += (error.phrase,)
            self._refused_tiny = path
            return with_tiny(model, None)
        self._refused_tiny = None
        return fitted

    def _load(
        self, reference: str, observer: Observer, must_stop: Callable[[], bool]
    ) -> LoadedModel:
        observer.model_loading(reference)
        folder = resolve(reference, self._paths.resources)
        self.prepare()
        from sdstudio.diffusion.device import choose_device
        from sdstudio.diffusion.loading import load

        # The old model stays until the new one is whole: one that fails takes nothing away.
        model = load(folder, choose_device(), self._paths.cache, must_stop)
        family = detect_folder(folder.path).family
        model = replace(model, info=replace(model.info, family=family))
        self._use(model)
        self._family = family
        if folder.single_file is not None and folder.single_file.note is not None:
            self._notes += (folder.single_file.note,)
        observer.model_ready(model.info)
        return model
