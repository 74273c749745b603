"""Taking a picture's settings over into the panel: asking first, telling what did not go, Undo."""

from __future__ import annotations

from collections.abc import Collection
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from sdstudio.gallery.metadata import UnreadablePicture, read_picture
from sdstudio.gui.banner import Banner, Notice
from sdstudio.gui.icons import IconSet
from sdstudio.gui.numbers import listed
from sdstudio.gui.prompt_panel import PromptPanel
from sdstudio.gui.reuse.plan import (
    Missing,
    Present,
    Scope,
    find_missing,
    found_here,
    keys_of,
    lines_of,
    scheduler_trouble,
    taken_over,
)
from sdstudio.gui.sentences import sentence
from sdstudio.gui.setting_words import settings_of
from sdstudio.gui.theme import ThemeSource
from sdstudio.request import (
    GalleryItem,
    GenerationRequest,
    InvalidRequest,
    ModelInfo,
    SdstudioError,
)

if TYPE_CHECKING:
    from sdstudio.gui.reuse.dialog import ReuseDialog

_KEY = "reuse"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A picture's settings, what of them is wanted, and what of them is missing."""

    wanted: GenerationRequest
    scope: Scope
    missing: Missing


class ReuseControl(QObject):
    """Asks before it takes settings over, unless told not to. GUI thread only."""

    library_wanted = Signal()
    """The user wants to look for a missing model."""
    changed = Signal()
    """Whether to ask is to be remembered; see ``asks``."""
    _looked = Signal(object)

    def __init__(
        self,
        panel: PromptPanel,
        banner: Banner,
        themes: ThemeSource,
        icons: IconSet,
        window: QWidget,
        *,
        asks: bool,
    ) -> None:
        """``asks`` is whether to ask also where nothing is missing."""
        super().__init__(window)
        self._panel = panel
        self._banner = banner
        self._themes = themes
        self._icons = icons
        self._window = window
        self.asks = asks
        self.dialog: ReuseDialog | None = None
        self._asked: _Asked | None = None
        self._awaited: tuple[GenerationRequest, frozenset[str]] | None = None
        self._before: Present | None = None
        # A model may lie on a drive that has to wake up.
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reuse")
        self._looked.connect(self._decide)

    def close(self) -> None:
        """Ends the thread that looks for files."""
        self._pool.shutdown(wait=True)

    @Slot(object, str)
    def reuse(self, item: GalleryItem, scope: Scope) -> None:
        """Takes a picture's settings over, or asks what of them."""
        if self.dialog is None and item.request is not None:
            wanted = found_here(item.request, self._panel.model_field.references())
            self._pool.submit(self._look, item, wanted, scope)

    def _look(self, item: GalleryItem, wanted: GenerationRequest, scope: Scope) -> None:
        missing = find_missing(wanted)
        if not item.is_exact:
            with suppress(UnreadablePicture):
                missing = replace(missing, notes=read_picture(item.path).approximations)
        self._looked.emit(_Asked(wanted=wanted, scope=scope, missing=missing))

    @Slot(object)
    def _decide(self, asked: _Asked) -> None:
        present = self._present()
        if present is None or self.dialog is not None:
            return
        lines = lines_of(present, asked.wanted, asked.missing)
        keys = keys_of(asked.scope, lines)
        is_whole = not asked.missing and not scheduler_trouble(present, asked.wanted, keys)
        if not lines or (not keys and is_whole):
            self._tell(self.tr("The panel has these settings already."))
        elif asked.scope in ("prompt", "seed") or (is_whole and not self.asks):
            # One thing that the user named needs no list; Undo brings the other back.
            self._take(present, asked, keys)
        else:
            self._ask(present, asked)

    def _ask(self, present: Present, asked: _Asked) -> None:
        from sdstudio.gui.reuse.dialog import ReuseDialog

        dialog = ReuseDialog(
            *(present, asked.wanted, asked.missing, asked.scope),
            *(self._themes, self._icons),
            # In front of the viewer, should that be where it was asked.
            QApplication.activeWindow() or self._window,
        )
        dialog.dont_ask_check.setChecked(not self.asks)
        dialog.accepted.connect(self._accepted)
        dialog.finished.connect(self._finished)
        dialog.library_wanted.connect(self.library_wanted)
        self._asked = asked
        self.dialog = dialog
        dialog.open()

    @Slot()
    def _accepted(self) -> None:
        assert self.dialog is not None
        assert self._asked is not None
        self.asks = not self.dialog.dont_ask_check.isChecked()
        self.changed.emit()
        present = self._present()
        if present is not None:
            self._take(present, self._asked, self.dialog.keys())

    @Slot()
    def _finished(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = self._asked = None

    # -- taking over -------------------------------------------------------------------------

    def _present(self) -> Present | None:
        try:
            request = self._panel.present_request()
        except InvalidRequest as error:
            self._banner.tell(Notice(text=sentence(error), is_error=True, key=_KEY))
            return None
        return Present(
            request=request,
            keeps_seed=self._panel.keep_seed_button.isChecked(),
            schedulers=self._panel.schedulers(),
        )

    def _take(self, present: Present, asked: _Asked, keys: Collection[str]) -> None:
        request = taken_over(present.request, asked.wanted, keys, asked.missing)
        self._before = present
        self._panel.apply_request(request, with_seed="seed" in keys)
        if request.model != present.request.model:
            # What the other model can do is known once it is loaded.
            others = {line.key for line in lines_of(present, asked.wanted, asked.missing)}
            same = {one.key for one in settings_of(request)} - others
            self._awaited = (request, frozenset(same | set(keys)))
            self._tell_taken("")
        else:
            self._tell_taken(self._left_out(request, keys))

    def _left_out(self, request: GenerationRequest, keys: Collection[str]) -> str:
        """The names of what the panel, or the model in use, did not take."""
        present = self._present()
        if present is None:
            return ""
        return listed(
            [
                line.name
                for line in lines_of(present, request, Missing())
                if line.key in keys and line.key != "seed"
            ]
        )

    def _tell_taken(self, left_out: str) -> None:
        if left_out:
            told = self.tr("Settings taken over, but for what this model does not take: {names}.")
            self._tell(told.format(names=left_out), can_undo=True)
        else:
            self._tell(self.tr("Settings taken over."), can_undo=True)

    def _tell(self, text: str, *, can_undo: bool = False) -> None:
        self._banner.tell(
            Notice(
                text=text,
                key=_KEY,
                action=self.tr("Undo") if can_undo else "",
                run=self.undo if can_undo else None,
            )
        )

    @Slot()
    def undo(self) -> None:
        """Puts the panel back to what it was before."""
        before, self._before, self._awaited = self._before, None, None
        if before is not None:
            self._panel.apply_request(before.request, with_seed=True)
            self._panel.keep_seed_button.setChecked(before.keeps_seed)

    # -- the model that was reused -----------------------------------------------------------

    @Slot(object)
    def model_ready(self, info: ModelInfo) -> None:
        """A model is loaded; what it does not take of reused settings is told."""
        if self._awaited is None or info.reference != self._awaited[0].model:
            return
        (request, keys), self._awaited = self._awaited, None
        if left_out := self._left_out(request, keys):
            self._tell_taken(left_out)

    @Slot(str, object)
    def model_failed(self, _reference: str, _error: SdstudioError) -> None:
        """The model is not to be had; what is told of that is told elsewhere."""
        self._awaited = None
