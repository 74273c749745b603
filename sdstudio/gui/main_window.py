"""The main window: three panes, the menus, and what holds them together."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QMoveEvent, QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import (
    QDockWidget,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from sdstudio.gui.actions import Actions
from sdstudio.gui.banner import Notice
from sdstudio.gui.canvas_pane import CanvasPane
from sdstudio.gui.compare.control import CompareControl
from sdstudio.gui.conversion_control import ConversionControl
from sdstudio.gui.copying_control import CopyingControl
from sdstudio.gui.denoising_control import DenoisingControl
from sdstudio.gui.dialogs import (
    ask,
    choose_folder,
    choose_model_file,
    choose_png,
)
from sdstudio.gui.exporter import Exporter
from sdstudio.gui.family_panel import FamilyPanel
from sdstudio.gui.finding.control import FindingControl
from sdstudio.gui.gallery_control import GalleryControl
from sdstudio.gui.gallery_model import GalleryModel
from sdstudio.gui.gallery_panel import GalleryPanel
from sdstudio.gui.generation_control import GenerationControl
from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.language_control import suggested_prompt
from sdstudio.gui.librarian import Librarian
from sdstudio.gui.mailbox import PreviewMailbox
from sdstudio.gui.meant import MeantPictures
from sdstudio.gui.menus import build_menus
from sdstudio.gui.numbers import fixed
from sdstudio.gui.order.control import OrderControl
from sdstudio.gui.order.history import History
from sdstudio.gui.preview_dialog import PreviewChoice, ask_previews
from sdstudio.gui.prompt_panel import PromptPanel
from sdstudio.gui.queue_model import QueueModel
from sdstudio.gui.queue_panel import QueuePanel
from sdstudio.gui.replayer import Replayer
from sdstudio.gui.reuse.control import ReuseControl
from sdstudio.gui.saver import FileSaver
from sdstudio.gui.side_panel import SidePanel
from sdstudio.gui.tab_order import set_tab_order
from sdstudio.gui.theme import GAP, ThemeSource
from sdstudio.gui.timeline import Timeline
from sdstudio.gui.timeline_control import TimelineControl
from sdstudio.gui.viewer_control import ViewerControl
from sdstudio.gui.window_parts import make_dock, put_tools
from sdstudio.gui.worker import GenerationWorker
from sdstudio.gui.xray_control import XrayControl
from sdstudio.model_folder import ModelFolder
from sdstudio.models.library_settings import LibrarySettings
from sdstudio.paths import Paths
from sdstudio.request import GenerationRequest, PreviewPlan
from sdstudio.session import GenerationSession
from sdstudio.settings import Settings

_LEFT, _RIGHT = 328, 368
_XRAY = 480
"""Pixels that the right pane gets at least while it shows the X-ray."""


class MainWindow(QMainWindow):
    """Panel, canvas and gallery with their controls. GUI thread only."""

    changed = Signal()
    """Something worth remembering has changed; see ``settings_values``."""
    closing = Signal()
    """The window is about to close for good."""

    def __init__(
        self,
        paths: Paths,
        settings: Settings,
        library: LibrarySettings,
        starter: ModelFolder,
        language: str,
        chance: random.Random,
        worker: GenerationWorker,
        mailbox: PreviewMailbox,
        librarian: Librarian,
        saver: FileSaver,
        replayer: Replayer,
        exporter: Exporter,
        session: GenerationSession,
        themes: ThemeSource,
        icons: IconSet,
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self._paths = paths
        self._settings = settings
        self._themes = themes
        self.actions_of_window = Actions(icons, self)
        self.panel = PromptPanel(starter, worker.count_tokens, language, chance, themes, icons)
        self.timeline = Timeline(themes, icons)
        suggestion = suggested_prompt(starter, language)
        self.pane = CanvasPane(themes, icons, suggestion, self.timeline)
        self.queue_model = QueueModel(self)
        self.queue_panel = QueuePanel(self.queue_model, themes, icons)
        self.gallery_model = GalleryModel(self)
        self.gallery_panel = GalleryPanel(self.gallery_model, themes, icons, settings.tile_size)
        self.family_panel = FamilyPanel(themes, icons)
        self.side = SidePanel(self.gallery_panel, self.queue_panel, self.family_panel)
        self.generation = GenerationControl(
            self.panel, self.pane, self.queue_model, worker, mailbox, saver, self
        )
        self.conversion = ConversionControl(paths.models, self.pane.banner, self)
        self.viewing = ViewerControl(self.gallery_model, librarian, themes, icons, self)
        self.meant = MeantPictures(
            self.gallery_panel.view, self.gallery_model, self.pane, self.viewing
        )
        self.finding = FindingControl(self.gallery_panel, librarian, self)
        self.history = History(self)
        self.gallery = GalleryControl(
            self.gallery_panel,
            self.gallery_model,
            self.pane,
            self.actions_of_window,
            librarian,
            self.viewing,
            self.meant,
            self.finding,
            self.history,
            saver,
            self,
        )
        self.order = OrderControl(
            self.gallery_panel,
            self.gallery_model,
            self.pane,
            self.actions_of_window,
            librarian,
            self.viewing,
            self.meant,
            self.history,
            self,
        )
        self.copying = CopyingControl(
            self.meant, self.pane, self.actions_of_window, librarian, self.statusBar(), self
        )
        self.comparing = CompareControl(
            self.gallery_panel.view,
            self.meant,
            self.actions_of_window,
            librarian,
            self.pane.banner,
            themes,
            icons,
            self,
        )
        self.reusing = ReuseControl(
            self.panel, self.pane.banner, themes, icons, self, asks=settings.ask_before_reuse
        )
        self.looking = TimelineControl(self.timeline, self.pane, replayer, worker, self)
        self.denoising = DenoisingControl(
            self.timeline,
            self.looking,
            self.generation,
            self.panel,
            self.pane,
            self.gallery_model,
            self.family_panel,
            self.actions_of_window,
            librarian,
            exporter,
            session.encode_trajectory,
            icons,
            self,
        )
        self.xray = XrayControl(
            session,
            worker,
            replayer,
            self.panel,
            self.pane,
            self.timeline,
            self.looking,
            saver,
            themes,
            icons,
            self,
        )
        self._worker = worker
        self._librarian = librarian
        self._session = session
        self._preview_label = PlainLabel("")
        self._preview_label.setObjectName("previewCost")
        self._previews = PreviewChoice(
            plan=PreviewPlan(every=settings.preview_every, share=settings.preview_share),
            tiny_autoencoder=settings.tiny_autoencoder,
            always_keep=settings.always_keep_denoising,
            trajectory_megabytes=settings.trajectory_megabytes,
        )
        self._use_previews()
        self._model_label = PlainLabel(self.tr("Preparing…"))
        self._model_label.setObjectName("modelState")
        self.statusBar().addWidget(self._model_label)
        self.statusBar().addPermanentWidget(self._preview_label)
        self.statusBar().setSizeGripEnabled(False)
        self._docks = self._build_docks()
        put_tools(self.actions_of_window, self.pane, self.gallery_panel, self.viewing)
        build_menus(self.menuBar(), self.actions_of_window)
        self._connect()
        for reference in library.opened:
            self.panel.model_field.add(reference)
        self._apply(settings)
        self._tell_busy()

    # -- building ----------------------------------------------------------------------------

    def _build_docks(self) -> tuple[QDockWidget, QDockWidget]:
        middle = QWidget()
        around = QVBoxLayout(middle)
        around.setContentsMargins(0, GAP // 2, 0, 0)
        around.addWidget(self.pane)
        self.setCentralWidget(middle)

        left = make_dock(self, "promptDock", self.tr("Prompt and settings"), self.panel, (GAP, 0))
        right = make_dock(self, "galleryDock", self.tr("Gallery and queue"), self.side, (0, GAP))
        for dock in (left, right):
            dock.dockLocationChanged.connect(self._dock_moved)
        self.addDockWidget(Qt.DockWidgetArea.LeftDockWidgetArea, left)
        self.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, right)
        self.resizeDocks([left, right], [_LEFT, _RIGHT], Qt.Orientation.Horizontal)
        return left, right

    def _connect(self) -> None:
        actions = self.actions_of_window
        generation, gallery = self.generation, self.gallery
        actions.generate.triggered.connect(generation.generate)
        actions.stop.triggered.connect(generation.stop)
        actions.stop_all.triggered.connect(generation.stop_all)
        actions.stop_and_keep.triggered.connect(generation.stop_and_keep)
        actions.show_timeline.triggered.connect(self._show_timeline)
        actions.show_family.triggered.connect(self.show_family_page)
        actions.show_xray.triggered.connect(self.show_xray_page)
        self.side.page_shown.connect(self._page_shown)
        self.xray.try_wanted.connect(self._try)
        self.xray.pane_shown.connect(self._emit_changed)
        actions.always_keep.toggled.connect(self._set_always_keep)
        actions.previews.triggered.connect(self._choose_previews)
        actions.surprise.triggered.connect(self.panel.prompt.surprise_button.click)
        actions.reset_settings.triggered.connect(self.panel.reset_to_model)
        actions.open_model.triggered.connect(self._open_model)
        actions.open_model_file.triggered.connect(self._open_model_file)
        actions.pictures_folder.triggered.connect(self._choose_pictures_folder)
        actions.quit.triggered.connect(self.close)
        actions.focus_prompt.triggered.connect(self._focus_prompt)
        actions.show_gallery.triggered.connect(self.show_gallery_page)
        actions.find.triggered.connect(self._find)
        self.order.told.connect(self._say)
        actions.show_queue.triggered.connect(self.show_queue_page)
        actions.larger_tiles.triggered.connect(self.gallery_panel.view.enlarge)
        actions.smaller_tiles.triggered.connect(self.gallery_panel.view.reduce)
        actions.usual_tiles.triggered.connect(self.gallery_panel.view.reset_tile_size)
        actions.show_details.toggled.connect(self.gallery_panel.details_fold.set_open)
        self.gallery_panel.details_fold.toggled.connect(actions.show_details.setChecked)
        self.gallery_panel.changed.connect(self.changed)
        actions.arrange.toggled.connect(self._arrange)
        actions.pixels.toggled.connect(self._set_pixels)
        actions.themes.triggered.connect(self._choose_theme)
        self.panel.generate_clicked.connect(generation.generate)
        self.panel.stop_clicked.connect(generation.stop)
        self.panel.stop_and_keep_clicked.connect(generation.stop_and_keep)
        self.panel.model_chosen.connect(generation.load_model)
        self.panel.open_model_folder.connect(self._open_model)
        self.panel.changed.connect(self.changed)
        self.queue_panel.drop_wanted.connect(generation.drop)
        self.pane.suggestion_chosen.connect(generation.try_prompt)
        self.pane.live_wanted.connect(generation.follow)
        generation.picture_made.connect(gallery.add)
        generation.run_shown.connect(gallery.forget_expected)
        generation.busy_changed.connect(self._tell_busy)
        generation.model_state_changed.connect(self._model_label.setText)
        generation.save_wanted.connect(self._save_elsewhere)
        generation.conversion_wanted.connect(self.conversion.offer)
        generation.picture_wanted.connect(gallery.look_at)
        generation.preview_cost_told.connect(self._tell_preview_cost)
        self.looking.looked_away.connect(generation.look_away)
        self.looking.live_wanted.connect(generation.follow)
        self.denoising.picture_wanted.connect(gallery.choose)
        self._librarian.counted.connect(self.pane.set_gallery_size)
        self._librarian.trajectories_counted.connect(self.gallery_panel.set_denoisings)
        gallery.looked_away.connect(generation.look_away)
        gallery.reuse_wanted.connect(self.reusing.reuse)
        self.reusing.library_wanted.connect(actions.models.trigger)
        self.reusing.changed.connect(self.changed)
        # After the panel has heard of it.
        self._worker.model_ready.connect(self.reusing.model_ready)
        self._worker.model_failed.connect(self.reusing.model_failed)

    # -- settings ----------------------------------------------------------------------------

    def settings_values(self) -> Settings:
        """Everything to remember, as it is now."""
        return replace(
            self.panel.settings_values(self._settings),
            theme=self._themes.choice,
            smooth_scaling=self.pane.canvas.smooth,
            xray_pane=self.xray.current() or self._settings.xray_pane,
            tile_size=self.gallery_panel.view.tile_size(),
            show_details=self.gallery_panel.details_fold.is_open(),
            ask_before_reuse=self.reusing.asks,
            always_keep_denoising=self.actions_of_window.always_keep.isChecked(),
            preview_every=self._previews.plan.every,
            preview_share=self._previews.plan.share,
            tiny_autoencoder=self._previews.tiny_autoencoder,
            trajectory_megabytes=self._previews.trajectory_megabytes,
            window_geometry=bytes(self.saveGeometry().data()).hex(),
            window_state=bytes(self.saveState().data()).hex(),
        )

    def _apply(self, settings: Settings) -> None:
        actions = self.actions_of_window
        self.panel.apply_settings(settings)
        actions.pixels.setChecked(not settings.smooth_scaling)
        actions.always_keep.setChecked(settings.always_keep_denoising)
        actions.show_details.setChecked(settings.show_details)
        for action in actions.themes.actions():
            action.setChecked(action.data() == self._themes.choice)
        self.resize(1440, 900)
        self.restoreGeometry(QByteArray.fromHex(settings.window_geometry.encode("ascii", "ignore")))
        self.restoreState(QByteArray.fromHex(settings.window_state.encode("ascii", "ignore")))
        for dock in self._docks:
            dock.show()
        self._arrange(False)
        self.panel.prompt.edit.setFocus()
        self.panel.prompt.edit.moveCursor(QTextCursor.MoveOperation.End)

    @Slot(object)
    def tell(self, notice: Notice) -> None:
        """Shows a notice above the canvas."""
        self.pane.banner.tell(notice)

    @Slot()
    def come_to_front(self) -> None:
        """Shows the window before all others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # -- slots -------------------------------------------------------------------------------

    @Slot()
    def _tell_busy(self) -> None:
        actions = self.actions_of_window
        count = self.queue_model.rowCount()
        is_running = self.queue_model.running is not None
        can_stop = self.generation.can_stop()
        for action in (actions.stop, actions.stop_all):
            action.setEnabled(can_stop)
        actions.stop_and_keep.setEnabled(is_running)
        self.panel.stop_button.setEnabled(can_stop)
        self.panel.stop_and_keep_button.setEnabled(is_running)
        if not is_running:
            self._preview_label.setText("")
        self.side.set_queue_length(count)
        share = self.generation.title()
        self.setWindowTitle(
            self.tr("{share} – sdstudio").format(share=share) if share else "sdstudio"
        )
        self.gallery.tell_actions()

    @Slot(str)
    def _say(self, words: str) -> None:
        self.statusBar().showMessage(words, 4000)

    @Slot()
    def _open_model(self) -> None:
        self._load_chosen(choose_folder(self, self.tr("Open model folder"), Path.home()))

    @Slot()
    def _open_model_file(self) -> None:
        self._load_chosen(choose_model_file(self, self.tr("Open model file"), Path.home()))

    @Slot(object)
    def _load_chosen(self, path: Path | None) -> None:
        if path is not None:
            self.load_model(str(path.absolute()))

    @Slot(str)
    def load_model(self, reference: str) -> None:
        """Chooses a model in the panel and loads it ahead of the next picture."""
        self.panel.show_model(reference)
        self.generation.load_model(reference)

    @Slot()
    def _choose_pictures_folder(self) -> None:
        folder = choose_folder(self, self.tr("Pictures folder"), self._paths.pictures)
        if folder is None or folder.absolute() == self._paths.pictures:
            return
        self._settings = replace(self._settings, pictures_folder=str(folder.absolute()))
        self.changed.emit()
        self.tell(
            Notice(
                text=self.tr(
                    "From the next start on, pictures are kept in “{folder}” and the gallery shows "
                    "that folder. Pictures made so far stay where they are."
                ).format(folder=folder),
                key="pictures folder",
            )
        )

    @Slot(str)
    def _save_elsewhere(self, request_id: str) -> None:
        path = choose_png(self, self.tr("Save picture as"), Path.home() / "picture.png")
        if path is None:
            self.generation.offer_again(request_id)
        else:
            self.generation.save_elsewhere(request_id, path)

    @Slot()
    def _focus_prompt(self) -> None:
        self.panel.prompt.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def show_gallery_page(self) -> None:
        """Puts the gallery in front and the keyboard into it."""
        self._docks[1].show()
        self.side.show_page(0)
        self.gallery_panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def _find(self) -> None:
        self._docks[1].show()
        self.side.show_page(0)
        self.finding.find()

    @Slot()
    def show_queue_page(self) -> None:
        """Puts the queue in front and the keyboard into it."""
        self._docks[1].show()
        self.side.show_page(1)
        self.queue_panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def show_family_page(self) -> None:
        """Puts the family in front and the keyboard into it."""
        self._docks[1].show()
        self.side.show_page(2)
        self.family_panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot()
    def show_xray_page(self) -> None:
        """Puts the X-ray in front and the keyboard into it."""
        self._docks[1].show()
        self.side.show_page(3)
        self.side.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(int)
    def _page_shown(self, index: int) -> None:
        if index != 3:
            return
        self.side.set_xray(self.xray.open(self._settings.xray_pane))
        if self._docks[1].width() < _XRAY:
            self.resizeDocks([self._docks[1]], [_XRAY], Qt.Orientation.Horizontal)

    @Slot(object)
    def _try(self, request: GenerationRequest) -> None:
        self.generation.submit([request])

    @Slot()
    def _show_timeline(self) -> None:
        self.timeline.strip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(bool)
    def _set_always_keep(self, always: bool) -> None:
        self._worker.set_always_keep(always)
        self.changed.emit()

    @Slot()
    def _choose_previews(self) -> None:
        always = self.actions_of_window.always_keep
        choice = ask_previews(self, replace(self._previews, always_keep=always.isChecked()))
        if choice is not None:
            self._previews = choice
            always.setChecked(choice.always_keep)
            self._use_previews()
            self.changed.emit()

    def _use_previews(self) -> None:
        choice = self._previews
        self._worker.set_previews(choice.plan)
        self._session.set_trajectory_bytes(choice.trajectory_megabytes * 1024**2)
        self._session.tiny_autoencoder = (
            Path(choice.tiny_autoencoder) if choice.tiny_autoencoder else None
        )

    @Slot(str, float)
    def _tell_preview_cost(self, decoder: str, share: float) -> None:
        names = {
            "map": self.tr("quick estimate"),
            "tiny": self.tr("tiny autoencoder"),
            "vae": self.tr("the model's VAE"),
            "pixels": self.tr("the very pixels"),
        }
        self._preview_label.setText(
            self.tr("Previews: {share} % of the time · {decoder}").format(
                share=fixed(100 * share, 1), decoder=names.get(decoder, decoder)
            )
        )

    @Slot(bool)
    def _arrange(self, arrange: bool) -> None:
        """Shows the docks' title bars to drag them by, or hides them."""
        for dock in self._docks:
            old = dock.titleBarWidget()
            dock.setTitleBarWidget(None if arrange else QWidget())  # type: ignore[arg-type]
            if old is not None:
                old.deleteLater()
        self.changed.emit()

    @Slot(bool)
    def _set_pixels(self, pixels: bool) -> None:
        self.pane.canvas.set_smooth(not pixels)
        self.changed.emit()

    @Slot()
    def _choose_theme(self) -> None:
        action = self.actions_of_window.themes.checkedAction()
        if action is not None:
            self._themes.choose(str(action.data()))
            self.changed.emit()

    @Slot()
    def _dock_moved(self) -> None:
        self._order_tabs()
        self.changed.emit()

    def _order_tabs(self) -> None:
        """Lets Tab go from left to right. A dock that is moved gets to the end."""
        parts = (self.panel, *self.pane.parts(), self.side)
        set_tab_order(*(part for part in parts if part.window() is self))

    @Slot()
    def _emit_changed(self) -> None:
        self.changed.emit()

    # -- events ------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.gallery.refresh()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._order_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.changed.emit()

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self.changed.emit()

    def may_close(self) -> bool:
        """Asks, where finished pictures would be lost."""
        count = self.generation.unsaved_count()
        return not count or ask(
            self,
            self.tr("Pictures are not saved"),
            self.tr("%Ln finished picture(s) could not be saved and would be lost.", "", count),
            self.tr("Quit anyway"),
            self.tr("Stay"),
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        event.accept()
