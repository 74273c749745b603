"""One model in memory and the pictures made with it: what the window and the command line share.

No Qt here, and no torch until ``prepare``, ``load`` or ``generate`` is called: these run for
seconds and belong in a thread that may.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from sdstudio.gallery.metadata import encode_picture
from sdstudio.models.catalogue import resolve
from sdstudio.paths import Paths
from sdstudio.request import (
    Cancelled,
    GenerationRequest,
    GenerationResult,
    ModelInfo,
    Stage,
    StepPreview,
    TokenCount,
)

if TYPE_CHECKING:
    from sdstudio.diffusion.loading import LoadedModel


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

    def previewed(self, preview: StepPreview) -> None:
        """A predicted clean picture was decoded; may come later than its step, or not at all."""


class GenerationSession:
    """Loads models and makes pictures. One thread at a time may use it."""

    def __init__(self, paths: Paths, *, previews: bool = True) -> None:
        self._paths = paths
        self._previews = previews
        self._model: LoadedModel | None = None
        self._count_tokens: Callable[[str], TokenCount] | None = None

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
        self, request: GenerationRequest, observer: Observer, must_stop: Callable[[], bool]
    ) -> GenerationResult:
        """Makes one picture, encoded as PNG and thumbnail but not stored anywhere yet.

        Raises:
            SdstudioError: one of the known failures.
            Cancelled: ``must_stop`` answered true before the picture was finished.
        """
        if must_stop():
            raise Cancelled
        observer.stage_changed("load")
        model = self._ensure(request.model, observer, must_stop)
        from sdstudio.diffusion.generate import generate

        picture = generate(model, request, observer, must_stop, previews=self._previews)
        return encode_picture(picture)

    def count_tokens(self, text: str) -> TokenCount | None:
        """How much of a text the model in memory reads; None while none is. From any thread."""
        counter = self._count_tokens
        return None if counter is None else counter(text)

    def release(self) -> None:
        """Lets go of the model in memory."""
        self._model = None
        self._count_tokens = None

    def _ensure(
        self, reference: str, observer: Observer, must_stop: Callable[[], bool]
    ) -> LoadedModel:
        if self._model is not None and self._model.folder.reference == reference:
            return self._model
        observer.model_loading(reference)
        folder = resolve(reference, self._paths.resources)
        self.prepare()
        from sdstudio.diffusion.device import choose_device, free_memory
        from sdstudio.diffusion.loading import load
        from sdstudio.diffusion.prompt import make_token_counter

        device = choose_device()
        # The old model stays until the new one is whole: one that fails takes nothing away.
        model = load(folder, device, self._paths.cache, must_stop)
        had_model = self._model is not None
        self._model = model
        self._count_tokens = make_token_counter(model.pipeline.tokenizer)
        if had_model:
            free_memory(device)
        observer.model_ready(model.info)
        return model
