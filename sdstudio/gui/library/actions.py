"""What can be done with a model of the library: its buttons and its context menu share these."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence

from sdstudio.gui.icons import IconSet
from sdstudio.gui.labels import without_key
from sdstudio.gui.library.entries import Entry


class LibraryActions(QObject):
    """The actions on the chosen entry, and those of the window as a whole."""

    def __init__(self, icons: IconSet, parent: QObject) -> None:
        super().__init__(parent)
        self._icons = icons
        self.load = self._make("loadModel", self.tr("&Load"), "Return", "play")
        self.download = self._make("downloadModel", self.tr("&Download"), "", "download")
        self.pause = self._make("pauseDownload", self.tr("&Pause"), "", "pause")
        self.resume = self._make("resumeDownload", self.tr("&Resume"), "", "download")
        self.again = self._make("tryAgain", self.tr("&Try again"), "", "download")
        self.token = self._make("enterToken", self.tr("&Enter a token…"), "", "")
        self.page = self._make("openPage", self.tr("&Open its page"), "", "export")
        self.set_default = self._make("setDefaultModel", self.tr("&Set as default"), "", "keep")
        self.reveal = self._make("revealModel", self.tr("Show in &folder"), "", "reveal")
        self.copy_path = self._make("copyModelPath", self.tr("&Copy path"), "", "copy")
        self.verify = self._make("verifyModel", self.tr("&Verify"), "", "check")
        self.stop_verifying = self._make("stopVerifying", self.tr("Stop &verifying"), "", "stop")
        self.forget = self._make("forgetModel", self.tr("Take off the &list"), "", "close")
        self.remove = self._make("removeModel", self.tr("Move to &trash…"), "Del", "trash")
        self.discard = self._make("discardDownload", self.tr("D&iscard"), "", "trash")
        self.use = self._make("useAddition", self.tr("&Use"), "", "plus")
        self.stop_using = self._make("stopUsing", self.tr("Stop &using"), "", "close")
        self.primary = (
            *(self.load, self.use, self.stop_using),
            *(self.download, self.pause, self.resume, self.again),
        )
        """At most one of them is visible at a time: the one filled button."""
        self.others = (
            self.token,
            self.page,
            self.set_default,
            self.reveal,
            self.copy_path,
            self.verify,
            self.stop_verifying,
            self.forget,
            self.remove,
            self.discard,
        )
        self.add_folder = self._make("addModelFolder", self.tr("&Add a folder…"), "", "folder")
        self.options = self._make("libraryOptions", self.tr("&Settings…"), "", "gear")
        self.search = self._make("searchModels", self.tr("Search"), "Ctrl+F", "")
        self.undo = self._make("undoRemove", self.tr("&Undo delete"), "Ctrl+Z", "undo")
        self.close = self._make("closeLibrary", self.tr("Close"), "Esc", "")
        for action in (self.load, self.remove):
            # Return and Delete mean something else in the field for the search.
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.tell(None)

    def tell(
        self,
        entry: Entry | None,
        *,
        in_use: str = "",
        default: str = "",
        verifying: str = "",
        is_gated: bool = False,
        added: Collection[str] = (),
        usable: Collection[str] = (),
    ) -> None:
        """Shows what can be done with an entry.

        The references are those of the model in use, of the default, and of the one that is being
        verified. ``is_gated`` is whether the hub wants a token for this entry. ``added`` are the
        paths of what is added to the model, and ``usable`` the kinds that it takes.
        """
        model = entry.model if entry is not None else None
        offer = entry.offer if entry is not None else None
        stage = entry.download.stage if entry is not None and entry.download is not None else ""
        can_load = entry is not None and entry.can_load
        is_built_in = model is not None and model.origin == "built in"
        reference = model.reference if model is not None else ""
        self.load.setVisible(can_load)
        self.load.setText(self.tr("In use") if reference == in_use else self.tr("&Load"))
        self.load.setEnabled(can_load and reference != in_use)
        is_added = model is not None and str(model.path) in added
        self.use.setVisible(
            entry is not None
            and entry.is_part
            and model is not None
            and model.kind in usable
            and not is_added
        )
        self.stop_using.setVisible(is_added)
        self.download.setVisible(offer is not None and not stage)
        self.pause.setVisible(stage in ("asking", "waiting", "running"))
        self.resume.setVisible(stage == "paused")
        self.again.setVisible(stage == "failed")
        self.discard.setVisible(bool(stage) and stage != "finished")
        self.token.setVisible(offer is not None and (is_gated or offer.is_gated))
        self.page.setVisible(offer is not None)
        self.set_default.setVisible(can_load)
        self.set_default.setEnabled(can_load and reference != default)
        self.reveal.setVisible(model is not None)
        self.copy_path.setVisible(model is not None)
        self.verify.setVisible(model is not None and reference != verifying)
        self.stop_verifying.setVisible(model is not None and reference == verifying)
        self.forget.setVisible(model is not None and model.origin == "opened")
        self.remove.setVisible(model is not None and not is_built_in)
        for action in (*self.primary, *self.others):
            if action not in (self.load, self.set_default):
                action.setEnabled(action.isVisible())

    def _make(self, name: str, text: str, keys: str, icon: str) -> QAction:
        action = QAction(text, self)
        action.setIconText(without_key(text))
        action.setObjectName(f"{name}Action")
        if keys:
            action.setShortcut(QKeySequence(keys))
        if icon:
            self._icons.attach(action, icon)
        return action
