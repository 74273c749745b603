"""The composition root of the window: builds everything, passes it down, shuts it down in order."""

from __future__ import annotations

import logging
import random
import sys
import threading
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from types import TracebackType

from PySide6.QtCore import (
    QCoreApplication,
    QMessageLogContext,
    QObject,
    QThread,
    QtMsgType,
    Signal,
    Slot,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from sdstudio.acceleration.cards import find_cards
from sdstudio.gallery.store import Gallery
from sdstudio.gui.acceleration.control import GpuControl
from sdstudio.gui.additions.control import AdditionsControl
from sdstudio.gui.additions.recognition import Recogniser
from sdstudio.gui.banner import Notice
from sdstudio.gui.check_control import CheckControl
from sdstudio.gui.desktop.application import make_application
from sdstudio.gui.desktop.file_opener import FileOpener
from sdstudio.gui.desktop.opening import Opening
from sdstudio.gui.desktop.session_end import SessionEnd
from sdstudio.gui.desktop.taskbar import TaskbarProgress, open_taskbar
from sdstudio.gui.desktop.update_notice import UpdateNotice
from sdstudio.gui.dialogs import tell
from sdstudio.gui.exporter import Exporter
from sdstudio.gui.file_drag import FileDrops
from sdstudio.gui.help.control import HelpControl
from sdstudio.gui.icons import IconSet
from sdstudio.gui.language_control import LanguageControl
from sdstudio.gui.languages import LanguageSource
from sdstudio.gui.librarian import Librarian, move_to_trash
from sdstudio.gui.library.asking import HubAsker
from sdstudio.gui.library.control import LibraryControl
from sdstudio.gui.library.curator import Curator
from sdstudio.gui.library.downloads import Downloads
from sdstudio.gui.mailbox import PreviewMailbox
from sdstudio.gui.main_window import MainWindow
from sdstudio.gui.remember import SettingsKeeper
from sdstudio.gui.replayer import Replayer
from sdstudio.gui.saver import FileSaver
from sdstudio.gui.sentences import sentence, translated
from sdstudio.gui.sharing.drops import is_model, is_no_model, is_picture
from sdstudio.gui.sharing.export_control import PictureExportControl
from sdstudio.gui.sharing.import_control import ImportControl
from sdstudio.gui.sharing.importer import Importer
from sdstudio.gui.sharing.picture_exporter import PictureExporter
from sdstudio.gui.single_instance import SingleInstance
from sdstudio.gui.theme import ThemeSource
from sdstudio.gui.tour.control import TourControl
from sdstudio.gui.worker import GenerationWorker, start_worker_thread
from sdstudio.logs import start_logging
from sdstudio.models.catalogue import read_starter
from sdstudio.models.library_settings import OpenedModels, load_library
from sdstudio.own_program import start_again
from sdstudio.paths import Paths
from sdstudio.publisher import RELEASES
from sdstudio.request import SdstudioError
from sdstudio.session import GenerationSession
from sdstudio.settings import Settings, load_settings, save_settings

_log = logging.getLogger(__name__)


def run(
    paths: Paths,
    instance: SingleInstance,
    opening: Opening,
    complaint: SdstudioError | None = None,
) -> int:
    """Shows the window and returns the exit code once it is closed.

    ``instance`` has claimed the gallery; it is given back at the end. ``opening`` is shown.
    ``complaint`` says why torch's build for the user's card is not used.
    """
    start_logging(paths.logs)
    app = make_application()
    qInstallMessageHandler(_log_qt)
    # Before the window is built, which takes its time: whoever calls meanwhile is heard then.
    instance.listen()
    try:
        studio = Studio(app, paths)
    except SdstudioError as error:
        # Only a damaged installation gets here: the starter model or an icon is missing.
        _log.exception("the app cannot start")
        tell(None, "sdstudio", sentence(error))
        instance.release()
        return 1
    instance.opening_wanted.connect(studio.opener.take)
    app.file_opened.connect(studio.opener.open_one)
    studio.opener.open(opening.paths)
    session = SessionEnd(app, studio.window.generation.unsaved_count, studio.window.may_close)
    if complaint is not None:
        studio.gpu.tell(complaint)
    studio.window.show()
    code = app.exec()
    # From now on nobody is heard: a start that comes now waits, and then takes this one's place.
    instance.stop_listening()
    studio.close()
    session.close()
    instance.release()
    if studio.gpu.is_restart_wanted:
        start_again(sys.argv[1:])
    return code


class Studio(QObject):
    """The window with everything behind it. Made and closed on the GUI thread.

    Raises:
        CorruptModel, ModelNotFound: the installation lacks its starter model.
    """

    failed_unforeseen = Signal(str)
    """Name of an exception that nobody caught; may be emitted in any thread."""

    def __init__(self, app: QApplication, paths: Paths) -> None:
        super().__init__()
        settings, complaint = load_settings(paths.settings_file)
        library, library_complaint = load_library(paths)
        paths = replace(paths, pictures=settings.pictures_or(paths.pictures))
        self._is_open = True
        self._themes = ThemeSource(app, paths.resources / "icons", self)
        self._themes.choose(settings.theme)
        self._languages = LanguageSource(app, paths.resources / "languages", self)
        self._languages.choose(settings.language)
        icons = IconSet(paths.resources / "icons", self._themes, self)
        app.setWindowIcon(icons.application_icon())

        def open_gallery() -> Gallery:
            return Gallery(paths.pictures, paths.database_file, paths.cache)

        def count_pictures(reference: str) -> int:
            with open_gallery() as gallery:
                return gallery.count_made_with(reference)

        self._mailbox = PreviewMailbox(self)
        session = GenerationSession(paths)
        self._worker = GenerationWorker(session, open_gallery, self._mailbox)
        self._worker_thread = QThread(self)
        self._worker_thread.setObjectName("generation")
        self._librarian = Librarian(open_gallery, move_to_trash)
        self._librarian_thread = QThread(self)
        self._librarian_thread.setObjectName("librarian")
        # Before anything is asked of it: an answer given now would be given on this thread.
        self._librarian.moveToThread(self._librarian_thread)
        self._replayer = Replayer(session)
        self._replayer_thread = QThread(self)
        self._replayer_thread.setObjectName("replayer")
        self._replayer.moveToThread(self._replayer_thread)
        self._saver = FileSaver(self)
        self._exporter = Exporter(session, self)
        starter = read_starter(paths.resources)
        self.window = MainWindow(
            paths,
            settings,
            library,
            starter,
            self._languages.language.code,
            random.Random(),
            self._worker,
            self._mailbox,
            self._librarian,
            self._saver,
            self._replayer,
            self._exporter,
            session,
            self._themes,
            icons,
        )
        self.language = LanguageControl(
            self._languages,
            self.window.actions_of_window,
            self.window.panel.prompt,
            self.window.pane,
            starter,
            self.window,
        )
        self.language.changed.connect(self.window.changed)
        self.check = CheckControl(open_gallery, self._themes, icons, self.window)
        self.window.actions_of_window.check_gallery.triggered.connect(self.check.open)
        self.check.repaired.connect(self.window.gallery.look_again)
        self.check.told.connect(self.window.tell)
        self.help = HelpControl(
            paths,
            self.window.actions_of_window,
            self.window.pane.banner,
            self._saver,
            self._themes,
            self.window,
        )
        self._worker.model_ready.connect(self.help.model_ready)
        self.tour = TourControl(self._worker, starter.defaults, self._themes, icons, self.window)
        self._curator = Curator(paths, move_to_trash, count_pictures, self)
        self._asker = HubAsker(paths, self)
        self._downloads = Downloads(paths.models, self._asker.open_hub, self)
        self.library = LibraryControl(
            paths,
            settings,
            library,
            self._curator,
            self._downloads,
            self._asker,
            self.window.panel.model_field,
            self._themes,
            icons,
            self.window,
        )
        self.window.actions_of_window.models.triggered.connect(self.library.open)
        self.window.closing.connect(self.library.close)
        self.library.load_wanted.connect(self.window.load_model)
        self.library.told.connect(self.window.tell)
        self.library.changed.connect(self.window.changed)
        self._worker.model_ready.connect(self.library.model_ready)
        self._worker.model_failed.connect(self.library.model_failed)
        self._recogniser = Recogniser(self)
        self._additions = AdditionsControl(
            self.window.panel, self.library, self._curator, self._recogniser, self.window
        )
        self.window.conversion.converted.connect(self._additions.look_at)
        self._additions.load_wanted.connect(self.window.load_model)
        self._additions.told.connect(self.window.tell)
        self._worker.model_ready.connect(self._additions.model_ready)
        self.gpu = GpuControl(paths, find_cards, self._themes, icons, self.window)
        self.window.actions_of_window.use_gpu.triggered.connect(self.gpu.open)
        self.gpu.told.connect(self.window.tell)
        # Once the model is there: what an earlier start has left may be gigabytes.
        self._worker.model_ready.connect(self.gpu.begin)
        self._importer = Importer(open_gallery, self)
        self._picture_exporter = PictureExporter(open_gallery, self)
        self._build_sharing(settings, icons)
        self.opener = FileOpener(open_gallery, self.importing, self.window)
        self.opener.models_wanted.connect(self.window.panel.paths_dropped)
        self._librarian.listed.connect(self.opener.begin)
        self._librarian.unavailable.connect(self.opener.begin)
        self._taskbar = TaskbarProgress(
            app, self.window.queue_model, self._worker, open_taskbar, self.window
        )
        self._updates = UpdateNotice(
            paths, settings, RELEASES, self.window.actions_of_window.tell_of_updates, self.window
        )
        self._updates.told.connect(self.window.tell)
        self._updates.changed.connect(self.window.changed)
        self._worker.model_ready.connect(self._updates.begin)
        self._keepers = (
            SettingsKeeper(
                self._settings_values, partial(save_settings, paths.settings_file), self
            ),
            SettingsKeeper(
                self.window.panel.model_field.folders,
                OpenedModels(paths, library.opened).save,
                self,
            ),
        )
        for keeper in self._keepers:
            self.window.changed.connect(keeper.save_soon)
            keeper.failed.connect(self._tell_error)
        self.failed_unforeseen.connect(self._tell_unforeseen)
        self.window.pane.canvas.first_painted.connect(self._begin)
        for text in filter(None, (complaint, library_complaint)):
            self.window.tell(Notice(text=translated(text)))
        if starter.complaint is not None:
            self.window.tell(Notice(text=sentence(starter.complaint)))
        self._old_hooks = _install_hooks(self.failed_unforeseen.emit)

    @Slot()
    def _begin(self) -> None:
        """The window is on the screen: now everything slow may start."""
        self._worker.load_model(self.window.panel.model())
        start_worker_thread(self._worker, self._worker_thread)
        self._librarian_thread.started.connect(self._librarian.begin)
        # Emitted by the thread itself after its event loop ended, so still in the right thread.
        self._librarian_thread.finished.connect(self._librarian.release)
        self._librarian_thread.start()
        self._replayer_thread.start()
        self.help.look_for_crash()

    def _build_sharing(self, settings: Settings, icons: IconSet) -> None:
        """What brings pictures in and out."""
        window = self.window
        actions, banner = window.actions_of_window, window.pane.banner
        self.importing = ImportControl(settings, self._importer, banner, icons, window)
        self.exporting = PictureExportControl(
            settings, window.meant.ids, self._picture_exporter, banner, icons, window
        )
        actions.import_pictures.triggered.connect(self.importing.ask)
        actions.export_pictures.triggered.connect(self.exporting.ask)
        for control in (self.importing, self.exporting):
            control.changed.connect(window.changed)
        self.importing.reuse_wanted.connect(window.gallery.reuse_wanted)
        self._importer.grew.connect(self._librarian.refresh)
        # Watched folders are looked through once the model is there, as those of models are.
        self._worker.model_ready.connect(self.importing.begin)
        self._worker.model_failed.connect(self.importing.begin)
        window.gallery_panel.view.files_dropped.connect(self.importing.ask_about)
        models, anywhere = FileDrops(self, is_model), FileDrops(self, is_no_model)
        models.dropped.connect(window.panel.paths_dropped)
        models.take(window)
        anywhere.dropped.connect(self.importing.ask_about)
        anywhere.take(window)
        # A folder on the panel is a model's.
        on_canvas, on_panel = FileDrops(self, is_no_model), FileDrops(self, is_picture)
        on_canvas.dropped.connect(self.importing.take)
        on_canvas.take(window.pane)
        on_panel.dropped.connect(self.importing.take)
        # A field of text would take the path for words; Qt asks the part that is under the mouse.
        texts = (window.panel.prompt.edit, window.panel.negative_edit)
        for widget in (window.panel, *texts, *(one.viewport() for one in texts)):
            on_panel.take(widget)

    def _settings_values(self) -> Settings:
        values = self.language.settings_values(self.window.settings_values())
        values = self.library.settings_values(values)
        values = self._updates.settings_values(values)
        return self.importing.settings_values(self.exporting.settings_values(values))

    @Slot(object)
    def _tell_error(self, error: SdstudioError) -> None:
        self.window.tell(Notice(text=sentence(error), is_error=True, key="settings"))

    @Slot(str)
    def _tell_unforeseen(self, kind: str) -> None:
        self.window.tell(
            self.help.with_diagnostics(
                self.tr(
                    "Something went wrong that should not have ({kind}). "
                    "The log has the details; the app goes on."
                ).format(kind=kind),
                "unforeseen",
            )
        )

    def close(self) -> None:
        """Stops the run within a step, ends the threads and saves the settings. May be repeated."""
        if not self._is_open:
            return
        self._is_open = False
        self._worker.close()
        self.help.close()
        self._downloads.close()
        self.gpu.close()
        self._asker.close()
        self._curator.close()
        self._recogniser.close()
        self._updates.close()
        self._taskbar.close()
        self.opener.close()
        self._importer.close()
        self._picture_exporter.close()
        self._librarian.close()
        self._replayer.close()
        self._exporter.close()
        self.window.panel.counter.close()
        self.window.xray.close()
        self.window.conversion.close()
        self.check.close()
        self.window.comparing.close()
        self.window.reusing.close()
        for thread in (self._worker_thread, self._librarian_thread, self._replayer_thread):
            thread.quit()
            thread.wait()
        self._saver.close()
        for keeper in self._keepers:
            keeper.close()
        self._languages.take_off()
        sys.excepthook, threading.excepthook = self._old_hooks


Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def _install_hooks(
    tell_kind: Callable[[str], None],
) -> tuple[Hook, Callable[[threading.ExceptHookArgs], object]]:
    """Sends what nobody caught to the log and a sentence to the window; the app lives on."""
    old = sys.excepthook, threading.excepthook

    def caught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        _log.critical("nobody caught this", exc_info=(kind, error, trace))
        tell_kind(kind.__name__)

    def caught_in_thread(arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            caught(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    sys.excepthook = caught
    threading.excepthook = caught_in_thread
    return old


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.WARNING), "%s", message)
