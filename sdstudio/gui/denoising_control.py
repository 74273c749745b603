"""What is done with a denoising: branch, keep, export, previews, and the family it makes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from sdstudio.gui.actions import Actions
from sdstudio.gui.banner import Notice
from sdstudio.gui.branch_dialog import ask_branch
from sdstudio.gui.canvas_pane import CanvasPane
from sdstudio.gui.export_dialog import ExportChoice, ask_export
from sdstudio.gui.exporter import Exported, Exporter, ExportJob
from sdstudio.gui.family_panel import FamilyPanel
from sdstudio.gui.gallery_model import GalleryModel
from sdstudio.gui.generation_control import GenerationControl
from sdstudio.gui.icons import IconSet
from sdstudio.gui.librarian import Family, Librarian
from sdstudio.gui.numbers import whole
from sdstudio.gui.prompt_panel import PromptPanel
from sdstudio.gui.sentences import sentence
from sdstudio.gui.timeline import Timeline
from sdstudio.gui.timeline_control import TimelineControl
from sdstudio.request import GalleryItem, GenerationRequest, TrajectoryInfo


class DenoisingControl(QObject):
    """Between the timeline's buttons and those who carry them out. GUI thread only."""

    picture_wanted = Signal(int)
    """Gallery id of a relative to show."""

    def __init__(
        self,
        timeline: Timeline,
        looking: TimelineControl,
        generation: GenerationControl,
        panel: PromptPanel,
        pane: CanvasPane,
        model: GalleryModel,
        family: FamilyPanel,
        actions: Actions,
        librarian: Librarian,
        exporter: Exporter,
        encode: Callable[[str], bytes | None],
        icons: IconSet,
        window: QWidget,
    ) -> None:
        """``encode`` gives a denoising in memory as a file's bytes; it may be slow."""
        super().__init__(window)
        self._timeline = timeline
        self._looking = looking
        self._generation = generation
        self._panel = panel
        self._pane = pane
        self._model = model
        self._family = family
        self._actions = actions
        self._librarian = librarian
        self._exporter = exporter
        self._encode = encode
        self._icons = icons
        self._window = window
        self._keep_after: dict[str, int] = {}
        self._last_export = ExportChoice(path=Path.home() / "denoising.mp4")
        looking.branch_wanted.connect(self.branch)
        looking.keep_wanted.connect(generation.keep_step)
        looking.export_wanted.connect(self.export)
        looking.remake_wanted.connect(self._remake)
        looking.info_changed.connect(self._tell_actions)
        generation.run_ended.connect(self._run_ended)
        librarian.updated.connect(self._updated)
        librarian.family_ready.connect(self._family_ready)
        librarian.deleted.connect(self._gallery_changed)
        librarian.restored.connect(self._gallery_changed)
        generation.picture_made.connect(self._picture_made)
        family.shown.connect(self.picture_wanted)
        pane.item_shown.connect(self._item_shown)
        pane.run_shown.connect(self._run_shown)
        pane.emptied.connect(self._emptied)
        exporter.done.connect(self._exported)
        exporter.progressed.connect(self._export_progressed)
        actions.branch.triggered.connect(timeline.branch_button.click)
        actions.keep_step.triggered.connect(timeline.keep_button.click)
        actions.export_denoising.triggered.connect(timeline.export_button.click)
        actions.play.triggered.connect(timeline.toggle_playing)
        actions.keep_denoising.triggered.connect(self._keep_toggled)
        self._tell_actions()

    # -- branching ---------------------------------------------------------------------------

    @Slot(object, int)
    def branch(self, info: TrajectoryInfo, index: int) -> None:
        """Asks what is to be different from a step on, and makes that picture."""
        request = ask_branch(
            self._window,
            info,
            index,
            self._panel.schedulers(),
            self._icons,
            self._timeline.thumbnail(index),
            self._panel.has_prompt(),
        )
        if request is not None:
            self._generation.submit([request])

    @Slot(object)
    def _remake(self, request: GenerationRequest) -> None:
        if self._pane.item is not None:
            self._generation.make_again(request, self._pane.item.id)

    # -- keeping -----------------------------------------------------------------------------

    @Slot(bool)
    def _keep_toggled(self, keep: bool) -> None:
        item = self._pane.item
        if item is None or item.request is None:
            return
        if not keep:
            self._librarian.forget_trajectory(item.id)
        elif self._has_denoising(item.request):
            self._keep(item.request.id, item.id)
        else:
            # It has to be made again first.
            self._keep_after[item.request.id] = item.id
            self._generation.make_again(item.request, item.id)

    def _has_denoising(self, request: GenerationRequest) -> bool:
        info = self._looking.info
        return info is not None and info.request.id == request.id and not info.is_running

    def _keep(self, request_id: str, id: int) -> None:
        self._librarian.keep_trajectory(id, partial(self._encode, request_id))

    @Slot(str)
    def _run_ended(self, request_id: str) -> None:
        self._looking.run_ended(request_id)
        id = self._keep_after.pop(request_id, None)
        if id is not None:
            self._keep(request_id, id)

    @Slot(object)
    def _updated(self, item: GalleryItem) -> None:
        self._model.update_item(item)
        if self._pane.item is not None and self._pane.item.id == item.id:
            self._pane.item = item
        self._tell_actions()

    # -- the family --------------------------------------------------------------------------

    @Slot(object, QImage)
    def _item_shown(self, item: GalleryItem, _image: QImage) -> None:
        self._librarian.want_family(item.id)
        self._tell_actions()

    @Slot()
    def _gallery_changed(self) -> None:
        if self._pane.item is not None:
            self._librarian.want_family(self._pane.item.id)

    @Slot(object)
    def _picture_made(self, item: GalleryItem) -> None:
        if item.trajectory_bytes:
            self._librarian.count_trajectories()
        # A relative of the one that is looked at, perhaps.
        self._gallery_changed()

    @Slot(object)
    def _run_shown(self, _request: GenerationRequest) -> None:
        self._tell_actions()

    @Slot()
    def _emptied(self) -> None:
        self._family.clear()
        self._tell_actions()

    @Slot(object)
    def _family_ready(self, family: Family) -> None:
        if self._pane.item is not None and self._pane.item.id == family.id:
            self._family.set_family(family)

    # -- exporting ---------------------------------------------------------------------------

    @Slot(object)
    def export(self, info: TrajectoryInfo) -> None:
        """Asks for a form and a place, and writes the denoising there."""
        if info.is_running:
            return
        item = self._pane.item
        is_item = (
            item is not None
            and item.request is not None
            and item.request.id == info.request.id
            and item.kept_step is None
        )
        suggested = replace(self._last_export, view=self._timeline.view())
        choice = ask_export(self._window, info, suggested, self._icons)
        if choice is None:
            return
        self._last_export = choice
        final: Path | None = item.path if item is not None and is_item else None
        self._exporter.export(
            ExportJob(
                info=info, path=choice.path, view=choice.view, options=choice.options, final=final
            )
        )

    @Slot(int, int)
    def _export_progressed(self, done: int, total: int) -> None:
        self._pane.banner.tell(
            Notice(
                text=self.tr("Exporting: {done} of %Ln step(s)", "", total).format(
                    done=whole(done)
                ),
                key="export",
                action=self.tr("Stop"),
                run=self._exporter.cancel,
            )
        )

    @Slot(object)
    def _exported(self, export: Exported) -> None:
        self._pane.banner.withdraw("export")
        if export.error is not None:
            text, is_error = sentence(export.error), True
        elif export.is_cancelled:
            text, is_error = self.tr("The export was stopped; nothing was written."), False
        else:
            text = self.tr("Exported as “{path}”.").format(path=export.path)
            is_error = False
        self._pane.banner.tell(Notice(text=text, is_error=is_error, key="exported"))

    # -- inside ------------------------------------------------------------------------------

    @Slot()
    def _tell_actions(self) -> None:
        info, item = self._looking.info, self._pane.item
        has_steps = info is not None and bool(info.steps)
        is_done = info is not None and not info.is_running
        for action in self._actions.of_a_denoising:
            action.setEnabled(has_steps)
        self._actions.export_denoising.setEnabled(has_steps and is_done)
        self._timeline.export_button.setEnabled(has_steps and is_done)
        keep = self._actions.keep_denoising
        keep.setEnabled(item is not None and item.request is not None)
        keep.setChecked(item is not None and item.trajectory_bytes > 0)
