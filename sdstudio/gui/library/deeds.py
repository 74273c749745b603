"""What the user does in the library's window, handed to whoever does it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication

from sdstudio.gui.dialogs import ask, choose_folder
from sdstudio.gui.library.asking import HubAsker, TokenKept
from sdstudio.gui.library.curator import Curator, Removed, Usage
from sdstudio.gui.library.downloads import Downloads
from sdstudio.gui.library.options import OptionsDialog
from sdstudio.gui.library.token_dialog import TokenDialog
from sdstudio.gui.library.window import LibraryWindow
from sdstudio.gui.numbers import data_size, whole
from sdstudio.gui.sentences import sentence, translated
from sdstudio.models.hub_address import OFFICIAL, chosen_endpoint
from sdstudio.models.library_settings import LibrarySettings
from sdstudio.models.scanning import LibraryModel
from sdstudio.request import InvalidRequest


class Deeds(QObject):
    """Connects the actions of a window with the threads. GUI thread only.

    ``settings`` and ``in_use`` are what is remembered and the reference of the model in use; who
    made it keeps them up to date.
    """

    load_wanted = Signal(str)
    """A model reference."""
    use_wanted = Signal(object)
    """LibraryModel: a part or an addition that is to be used with the model in use."""
    stop_using_wanted = Signal(object)
    """LibraryModel: the same, no longer."""

    def __init__(
        self,
        window: LibraryWindow,
        curator: Curator,
        downloads: Downloads,
        asker: HubAsker,
        settings: LibrarySettings,
    ) -> None:
        super().__init__(window)
        self.settings = settings
        self.in_use = ""
        self._window = window
        self._curator = curator
        self._downloads = downloads
        self._asker = asker
        self._removed: Removed | None = None
        actions = window.actions_of_entry
        actions.load.triggered.connect(self._load)
        actions.use.triggered.connect(self._use)
        actions.stop_using.triggered.connect(self._stop_using)
        for action in (actions.download, actions.resume, actions.again):
            action.triggered.connect(self._download)
        actions.pause.triggered.connect(self._pause)
        actions.discard.triggered.connect(self._discard)
        actions.token.triggered.connect(self._enter_token)
        actions.page.triggered.connect(self._open_page)
        actions.set_default.triggered.connect(self._set_default)
        actions.reveal.triggered.connect(self._reveal)
        actions.copy_path.triggered.connect(self._copy_path)
        actions.verify.triggered.connect(self._verify)
        actions.stop_verifying.triggered.connect(self._stop_verifying)
        actions.forget.triggered.connect(self._forget)
        actions.remove.triggered.connect(self._remove)
        actions.undo.triggered.connect(self._undo)
        actions.add_folder.triggered.connect(self._add_folder)
        actions.options.triggered.connect(self._choose_options)
        window.paths_dropped.connect(self._add_paths)
        curator.surveyed.connect(self._ask_to_remove)
        curator.removed.connect(self._was_removed)
        asker.token_kept.connect(self._token_kept)

    def ask_for_token(self, repo_id: str) -> None:
        """Opens the window for a token; it waits for nobody."""
        dialog = TokenDialog(repo_id, self._endpoint(), self._window)
        dialog.token_given.connect(self._asker.keep_token)
        dialog.open()

    def _model(self) -> LibraryModel | None:
        entry = self._window.entry()
        return entry.model if entry is not None else None

    def _repo_id(self) -> str:
        entry = self._window.entry()
        return entry.offer.repo_id if entry is not None and entry.offer is not None else ""

    def _endpoint(self) -> str:
        try:
            return chosen_endpoint(None, self.settings)
        except InvalidRequest:  # told where it is asked
            return OFFICIAL

    @Slot()
    def _load(self) -> None:
        entry = self._window.entry()
        if entry is not None and entry.can_load and entry.key != self.in_use:
            self._window.say(self.tr("Loading “{name}”…").format(name=entry.name))
            self.load_wanted.emit(entry.key)

    @Slot()
    def _use(self) -> None:
        if (model := self._model()) is not None:
            self.use_wanted.emit(model)

    @Slot()
    def _stop_using(self) -> None:
        if (model := self._model()) is not None:
            self.stop_using_wanted.emit(model)

    @Slot()
    def _download(self) -> None:
        if repo_id := self._repo_id():
            self._downloads.start(repo_id)

    @Slot()
    def _pause(self) -> None:
        self._downloads.pause(self._repo_id())

    @Slot()
    def _discard(self) -> None:
        repo_id = self._repo_id()
        if repo_id and ask(
            self._window,
            self.tr("Discard the download"),
            self.tr("What has come of “{name}” is deleted.").format(name=repo_id),
            self.tr("Discard"),
            self.tr("Keep"),
        ):
            self._downloads.discard(repo_id)

    @Slot()
    def _enter_token(self) -> None:
        if repo_id := self._repo_id():
            self.ask_for_token(repo_id)

    @Slot(object)
    def _token_kept(self, told: TokenKept) -> None:
        if told.error is None:
            self._window.say(self.tr("The token is kept by the system's keyring."))
        elif told.is_usable:
            self._window.say(
                self.tr("{reason} The token is used until the app is closed.").format(
                    reason=translated(told.error.message)
                ),
                is_warning=True,
            )
        else:
            self._window.say(sentence(told.error), is_warning=True)
        if told.is_usable:
            self._downloads.start(told.repo_id)

    @Slot()
    def _open_page(self) -> None:
        if repo_id := self._repo_id():
            QDesktopServices.openUrl(QUrl(f"{self._endpoint()}/{repo_id}"))

    @Slot()
    def _set_default(self) -> None:
        entry = self._window.entry()
        if entry is not None and entry.can_load:
            reference = entry.key
            self._curator.change(lambda now: replace(now, default_model=reference))

    @Slot()
    def _reveal(self) -> None:
        model = self._model()
        if model is not None:
            folder = model.path if model.path.is_dir() else model.path.parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    @Slot()
    def _copy_path(self) -> None:
        model = self._model()
        if model is not None:
            QGuiApplication.clipboard().setText(str(model.path))
            self._window.say(self.tr("Path copied"))

    @Slot()
    def _verify(self) -> None:
        model = self._model()
        if model is not None:
            self._curator.verify(model)

    @Slot()
    def _stop_verifying(self) -> None:
        self._curator.stop_verifying()
        self._window.set_verification(None)

    @Slot()
    def _forget(self) -> None:
        model = self._model()
        if model is not None:
            reference = model.reference
            self._curator.change(lambda now: now.without_opened(reference))

    @Slot()
    def _remove(self) -> None:
        model = self._model()
        if model is not None and model.origin != "built in":
            self._curator.survey(model)

    @Slot(object)
    def _ask_to_remove(self, usage: Usage) -> None:
        model = usage.model
        lines = [
            self.tr("“{path}” ({size}) is moved to the trash.").format(
                path=model.path, size=data_size(model.bytes_on_disk)
            )
        ]
        if model.reference == self.in_use:
            lines.append(self.tr("It is the model in use."))
        if usage.uses.is_default:
            lines.append(self.tr("It is the default model."))
        if usage.uses.pictures:
            lines.append(
                self.tr(
                    "Pictures of the gallery that were made with it: {count}. They stay, but "
                    "cannot be made again or looked into without it."
                ).format(count=whole(usage.uses.pictures))
            )
        if ask(
            self._window,
            self.tr("Move a model to the trash"),
            "\n\n".join(lines),
            self.tr("Move to trash"),
            self.tr("Keep"),
        ):
            self._curator.remove(model)

    @Slot(object)
    def _was_removed(self, removed: Removed) -> None:
        self._removed = removed
        self._window.say(self.tr("“{name}” is in the trash.").format(name=removed.model.name))
        self._window.offer_undo(removed.trashed is not None)

    @Slot()
    def _undo(self) -> None:
        if self._removed is not None:
            self._curator.bring_back(self._removed)
            self._window.say(self.tr("“{name}” is back.").format(name=self._removed.model.name))
        self._removed = None
        self._window.offer_undo(False)

    @Slot()
    def _add_folder(self) -> None:
        folder = choose_folder(self._window, self.tr("Add a folder of models"), Path.home())
        if folder is not None:
            self._curator.add(folder)

    @Slot(object)
    def _add_paths(self, paths: list[Path]) -> None:
        for path in paths:
            self._curator.add(path)

    @Slot()
    def _choose_options(self) -> None:
        dialog = OptionsDialog(self.settings, self._window)
        dialog.forget_token_wanted.connect(self._asker.forget_token)
        self._asker.token_forgotten.connect(dialog.tell_token)
        if dialog.exec():
            self._curator.change(dialog.options().changed)
        dialog.deleteLater()
