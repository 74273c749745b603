"""Between the library's window, the threads that work for it, and the main window."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from sdstudio.gui.banner import Notice
from sdstudio.gui.icons import IconSet
from sdstudio.gui.library.asking import Found, HubAsker
from sdstudio.gui.library.curator import Curator, Shelf, Verification
from sdstudio.gui.library.downloads import Downloads, Plan
from sdstudio.gui.library.entries import (
    PARTS,
    Download,
    Offer,
    can_load,
    entries_of,
    hub_key,
    told_apart,
)
from sdstudio.gui.model_field import ModelField
from sdstudio.gui.retold import Tell
from sdstudio.gui.sentences import sentence
from sdstudio.gui.theme import ThemeSource
from sdstudio.models.hub_errors import AccessDenied
from sdstudio.models.library_settings import LibrarySettings
from sdstudio.models.recommended import present_name, recommended_models
from sdstudio.paths import Paths
from sdstudio.request import ModelInfo, SdstudioError
from sdstudio.settings import Settings

if TYPE_CHECKING:
    from sdstudio.gui.library.deeds import Deeds
    from sdstudio.gui.library.window import LibraryWindow

_PLAN_PAUSE = 300
"""Milliseconds on one row after which the hub is asked how much it is."""
_REPOSITORY = re.compile(r"[A-Za-z0-9_][\w.\-]*/[A-Za-z0-9_][\w.\-]*")


class LibraryControl(QObject):
    """Opens the window when it is first wanted, and keeps it and the list of models up to date.

    GUI thread only.
    """

    load_wanted = Signal(str)
    """A model reference."""
    use_wanted = Signal(object)
    """LibraryModel: a part or an addition that is to be used with the model in use."""
    stop_using_wanted = Signal(object)
    """LibraryModel: the same, no longer."""
    told = Signal(object)
    """Notice: for the main window."""
    changed = Signal()
    """Something worth remembering has changed; see ``settings_values``."""

    def __init__(
        self,
        paths: Paths,
        settings: Settings,
        library: LibrarySettings,
        curator: Curator,
        downloads: Downloads,
        asker: HubAsker,
        field: ModelField,
        themes: ThemeSource,
        icons: IconSet,
        owner: QWidget,
    ) -> None:
        """``owner`` is the window that the library's belongs to."""
        super().__init__(owner)
        self._paths = paths
        self._settings = settings
        self._curator = curator
        self._downloads = downloads
        self._asker = asker
        self._field = field
        self._themes = themes
        self._icons = icons
        self._owner = owner
        self._shelf = Shelf(models=(), settings=library)
        self._is_collected = False
        self._in_use = ""
        self._added: Collection[str] = ()
        self._usable: Collection[str] = ()
        self._states: dict[str, Download] = {}
        self._fresh: dict[str, Path] = {}
        self._typed: tuple[Offer, ...] = ()
        self._found: tuple[Offer, ...] = ()
        self._recommended = tuple(
            Offer(
                repo_id=one.repo_id,
                title=one.name,
                family=one.family,
                about=one.purpose,
                licence=one.licence,
                bytes=one.download_bytes,
                is_gated=one.is_gated,
            )
            for one in recommended_models()
        )
        self.window: LibraryWindow | None = None
        self._deeds: Deeds | None = None
        self._has_begun = False
        self._plan_timer = QTimer(self)
        self._plan_timer.setSingleShot(True)
        self._plan_timer.setInterval(_PLAN_PAUSE)
        self._plan_timer.timeout.connect(self._ask_plan)
        curator.collected.connect(self._collected)
        curator.scanning.connect(self._scanning)
        curator.verified.connect(self._verified)
        curator.failed.connect(self._failed)
        downloads.changed.connect(self._download_changed)
        downloads.discarded.connect(self._discarded)
        downloads.planned.connect(self._planned)
        asker.found.connect(self._search_answered)
        field.more_wanted.connect(self.open)

    @Slot()
    def begin(self) -> None:
        """The app has come to rest: looks for models and for downloads left behind, once."""
        if not self._has_begun:
            self._has_begun = True
            self._curator.scan()
            self._downloads.find_unfinished()

    @Slot()
    def open(self) -> None:
        """Shows the window, before all others."""
        self.begin()
        if self.window is None:
            self._build()
        if self.window is not None:
            self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    @Slot()
    def close(self) -> None:
        """The window behind it closes for good."""
        if self.window is not None:
            self.window.close()

    def settings_values(self, base: Settings) -> Settings:
        """``base`` with what is remembered of the window."""
        if self.window is None:
            return base
        return replace(
            base,
            library_geometry=bytes(self.window.saveGeometry().data()).hex(),
            library_source=self.window.source(),
        )

    def _build(self) -> None:
        # Here, because most starts never need them.
        from sdstudio.gui.library.deeds import Deeds
        from sdstudio.gui.library.window import LibraryWindow

        window = LibraryWindow(self._themes, self._icons, self._owner)
        self.window = window
        deeds = Deeds(window, self._curator, self._downloads, self._asker, self._shelf.settings)
        self._deeds = deeds
        deeds.load_wanted.connect(self.load_wanted)
        deeds.use_wanted.connect(self.use_wanted)
        deeds.stop_using_wanted.connect(self.stop_using_wanted)
        window.set_additions(self._added, self._usable)
        geometry = self._settings.library_geometry.encode("ascii", "ignore")
        window.restoreGeometry(QByteArray.fromHex(geometry))
        window.sources.choose(self._settings.library_source)
        window.entry_chosen.connect(self._entry_chosen)
        window.search_edit.textChanged.connect(self._text_changed)
        window.text_rested.connect(self._search)
        window.sources.chosen.connect(self._search_again)
        window.changed.connect(self.changed)
        window.set_scanning(not self._is_collected)
        self._tell_shelf()

    def _refresh(self) -> None:
        """Gives the window its rows anew."""
        # Else what may be downloaded would be chosen before there is anything else.
        if self.window is not None and self._is_collected:
            offers = (*self._typed, *self._recommended, *self._found)
            self.window.set_entries(
                entries_of(self._shelf.models, offers, self._states, self._paths.models)
            )

    def retell(self, _tell: Tell) -> None:
        """In another language; see ``retold.py``."""
        self._refresh()

    def _tell_shelf(self) -> None:
        if self.window is not None and self._deeds is not None:
            self._deeds.settings = self._shelf.settings
            self._deeds.in_use = self._in_use
            self.window.set_offline(self._shelf.settings.offline)
            self._refresh()
            default = self._shelf.settings.default_model
            self.window.set_marks(in_use=self._in_use, default=default)

    # -- models on this machine --------------------------------------------------------------

    @Slot()
    def _scanning(self) -> None:
        if self.window is not None:
            self.window.set_scanning(not self._is_collected)

    @Slot(object)
    def _collected(self, shelf: Shelf) -> None:
        for reference in self._shelf.settings.opened:
            if reference not in shelf.settings.opened:
                self._field.forget(reference)
        self._shelf = shelf
        self._is_collected = True
        names = told_apart([model for model in shelf.models if can_load(model)], self._paths.models)
        self._field.set_found(names, shelf.settings.opened)
        parts = (model.reference for model in shelf.models if model.kind in PARTS)
        self._field.hide_parts(frozenset(parts))
        if self.window is not None:
            self.window.set_scanning(False)
            self._tell_absent()
        self._tell_shelf()
        for repo_id, folder in list(self._fresh.items()):
            self._offer_loading(repo_id, folder)

    def _tell_absent(self) -> None:
        if self.window is not None and self._shelf.absent:
            self.window.say(
                self.tr("Not there: the folder “{folder}”").format(folder=self._shelf.absent[0]),
                is_warning=True,
            )

    @Slot(object)
    def _verified(self, told: Verification) -> None:
        if self.window is not None:
            self.window.set_verification(told)

    @Slot(object)
    def _failed(self, error: SdstudioError) -> None:
        if self.window is not None and self.window.isVisible():
            self.window.say(sentence(error), is_warning=True)
        else:
            self.told.emit(Notice(text=sentence(error), is_error=True, key="library"))

    # -- the model in use --------------------------------------------------------------------

    @Slot(object)
    def model_ready(self, info: ModelInfo) -> None:
        """Another model is in use."""
        self._in_use = info.reference
        is_listed = any(model.reference == info.reference for model in self._shelf.models)
        if self._is_collected and not is_listed:
            self._curator.add(Path(info.reference))
        if self.window is not None:
            self.window.say("")
        self._tell_shelf()
        self.begin()

    def set_additions(self, added: Collection[str], usable: Collection[str]) -> None:
        """The paths of what is added to the model in use, and the kinds that it takes."""
        if (added, usable) != (self._added, self._usable):
            self._added, self._usable = added, usable
            if self.window is not None:
                self.window.set_additions(added, usable)

    def say(self, text: str) -> None:
        """A sentence below the list, if the window is there."""
        if self.window is not None:
            self.window.say(text)

    @Slot(str, object)
    def model_failed(self, _reference: str, error: SdstudioError) -> None:
        """A model could not be loaded; the one in use stays."""
        if self.window is not None:
            self.window.say(sentence(error), is_warning=True)
        self.begin()

    # -- the hub -----------------------------------------------------------------------------

    @Slot(str)
    def _text_changed(self, text: str) -> None:
        """A whole name of a model on the hub is offered at once, known to the hub or not."""
        typed: tuple[Offer, ...] = ()
        name = text.strip()
        if _REPOSITORY.fullmatch(name):
            repo_id = present_name(name)
            known = (one for one in (*self._recommended, *self._found) if one.repo_id == repo_id)
            offer = next(known, Offer(repo_id=repo_id))
            if repo_id != name:
                offer = replace(offer, about=self.tr("Once called {name}").format(name=name))
            typed = (offer,)
        if typed != self._typed:
            self._typed = typed
            self._refresh()

    @Slot(str)
    def _search(self, text: str) -> None:
        words = text.strip()
        if self.window is None or self.window.source() != "hub" or len(words) < 2:
            self._asker.stop()
            return
        if not self._shelf.settings.offline:
            self.window.say(self.tr("Searching the hub…"))
            self._asker.search(words)

    @Slot()
    def _search_again(self) -> None:
        if self.window is not None:
            self._search(self.window.search_edit.text())

    @Slot(object)
    def _search_answered(self, found: Found) -> None:
        if self.window is None:
            return
        if found.error is not None:
            self.window.say(sentence(found.error), is_warning=True)
            return
        self._found = found.offers
        self._refresh()
        self.window.say(
            self.tr("The hub has %Ln model(s) for “{words}”", "", len(found.offers)).format(
                words=found.words
            )
        )

    @Slot()
    def _entry_chosen(self) -> None:
        self._plan_timer.start()

    @Slot()
    def _ask_plan(self) -> None:
        entry = self.window.entry() if self.window is not None else None
        if self.window is None or entry is None or entry.offer is None:
            return
        if entry.download is None:
            self.window.set_plan(None)
            self._downloads.plan(entry.offer.repo_id)

    @Slot(object)
    def _planned(self, plan: Plan) -> None:
        if self.window is None:
            return
        entry = self.window.entry()
        if isinstance(plan.error, AccessDenied):
            self.window.set_gated(plan.repo_id)
        if entry is not None and entry.key == hub_key(plan.repo_id):
            self.window.set_plan(plan)

    # -- downloads ---------------------------------------------------------------------------

    @Slot(object)
    def _download_changed(self, state: Download) -> None:
        before = self._states.get(state.repo_id)
        if state.stage == "finished":
            self._states.pop(state.repo_id, None)
            if state.folder is not None:
                self._fresh[state.repo_id] = state.folder
            self._curator.scan()
        else:
            self._states[state.repo_id] = state
        self._refresh()
        if state.error is not None and (before is None or before.error is None):
            self._tell_failure(state)

    def _tell_failure(self, state: Download) -> None:
        if isinstance(state.error, AccessDenied) and self.window is not None:
            self.window.set_gated(state.repo_id)
            if self._deeds is not None and self.window.isVisible():
                self._deeds.ask_for_token(state.repo_id)
                return
        if state.error is not None and (self.window is None or not self.window.isVisible()):
            self.told.emit(
                Notice(
                    text=sentence(state.error),
                    is_error=True,
                    key=f"download {state.repo_id}",
                    action=self.tr("Show"),
                    run=self.open,
                )
            )

    @Slot(str)
    def _discarded(self, repo_id: str) -> None:
        self._states.pop(repo_id, None)
        self._refresh()

    def _offer_loading(self, repo_id: str, folder: Path) -> None:
        """A download has become a model: offers to use it."""
        model = next((one for one in self._shelf.models if one.path == folder), None)
        if model is None:
            return
        del self._fresh[repo_id]
        self.told.emit(
            Notice(
                text=self.tr("“{name}” is downloaded.").format(name=repo_id),
                key=f"download {repo_id}",
                action=self.tr("Load"),
                run=partial(self.load_wanted.emit, model.reference),
            )
        )
        if self.window is not None:
            self.window.say(self.tr("“{name}” is downloaded.").format(name=repo_id))
            entry = self.window.entry()
            if entry is None or entry.key == hub_key(repo_id):
                self.window.show_key(model.reference)
