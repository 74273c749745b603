"""Between the panel's add-ons, the thread that reads their headers, and the window of models."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from sdstudio.additions import PARTS, ChosenAddition, embedding_word, stands_in
from sdstudio.gui.additions.choice import Verdict
from sdstudio.gui.additions.recognition import Recogniser, Seen
from sdstudio.gui.additions.words import part_word
from sdstudio.gui.banner import Notice
from sdstudio.gui.dialogs import choose_folder, choose_model_file
from sdstudio.gui.library.control import LibraryControl
from sdstudio.gui.library.curator import Curator, Shelf
from sdstudio.gui.library.words import family_word, kind_word
from sdstudio.gui.numbers import listed
from sdstudio.gui.prompt_panel import PromptPanel
from sdstudio.gui.sentences import sentence
from sdstudio.models.detection import Kind
from sdstudio.models.scanning import LibraryModel
from sdstudio.request import ModelInfo

_KEY = "additions"
"""Of the notices: the latest replaces the one before."""


class AdditionsControl(QObject):
    """Brings what the user drops, chooses or finds into the panel. GUI thread only."""

    load_wanted = Signal(str)
    """Reference of a whole model that was dropped."""
    told = Signal(object)
    """Notice."""

    def __init__(
        self,
        panel: PromptPanel,
        library: LibraryControl,
        curator: Curator,
        recogniser: Recogniser,
        window: QWidget,
    ) -> None:
        """``window`` is that of the dialogs for files."""
        super().__init__(window)
        self._panel = panel
        self._section = panel.additions
        self._library = library
        self._recogniser = recogniser
        self._window = window
        self._checked: tuple[ChosenAddition, ...] = ()
        self._missing: frozenset[str] = frozenset()
        curator.collected.connect(self._collected)
        recogniser.seen.connect(self._seen)
        recogniser.checked.connect(self._verdicts_told)
        recogniser.named.connect(panel.tags.take)
        panel.tags.wanted.connect(self._find_named)
        panel.paths_dropped.connect(self._look_at_all)
        self._section.changed.connect(self._changed)
        for texts in (panel.prompt.changed, panel.negative_edit.textChanged):
            texts.connect(self._tell_library)
        self._section.file_wanted.connect(self._choose_lora)
        self._section.part_wanted.connect(self._choose_part)
        self._section.library_wanted.connect(library.open)
        library.use_wanted.connect(self._use)
        library.stop_using_wanted.connect(self._stop_using)
        self._changed()

    # -- the panel ---------------------------------------------------------------------------

    @Slot()
    def _changed(self) -> None:
        chosen = self._section.chosen()
        if _places(chosen) != _places(self._checked):
            self._checked = chosen
            self._recogniser.check(chosen)
        self._tell_library()

    @Slot(object)
    def _verdicts_told(self, verdicts: tuple[Verdict, ...]) -> None:
        self._section.set_verdicts(verdicts)
        self._panel.found_additions()
        self._tell_library()
        # Once for each file: the row goes on saying so.
        missing = {one.path: one.name for one in self._section.missing()}
        new = [name for path, name in missing.items() if path not in self._missing]
        self._missing = frozenset(missing)
        if new:
            self._tell(
                self.tr(
                    "Of what is added to the model, this is not there or cannot be used: {names}. "
                    "The add-ons in the panel say why."
                ).format(names=listed(new))
            )

    @Slot(object)
    def model_ready(self, info: ModelInfo) -> None:
        """Another model is in use; the panel knows it already."""
        if self._section.info() != info:
            return
        misfits = [
            self.tr("{name} (for {family})").format(name=one.name, family=family_word(family))
            if family_word(family)
            else one.name
            for one, family in self._section.misfits()
        ]
        if misfits:
            self._tell(
                self.tr(
                    "Not used with this model: {names}. What is left out is used again with a "
                    "model that it fits."
                ).format(names=listed(misfits))
            )
        self._tell_library()

    @Slot(str)
    def _find_named(self, prompt: str) -> None:
        chosen = (Path(one.path) for one in self._section.chosen() if one.kind == "lora")
        found = (model.path for model in self._section.found_loras())
        self._recogniser.find_named(prompt, (*chosen, *found))

    @Slot()
    def _choose_lora(self) -> None:
        path = choose_model_file(self._window, self.tr("Open a LoRA"), self._start())
        if path is not None:
            self.look_at(path)

    @Slot(str, bool)
    def _choose_part(self, name: str, is_folder: bool) -> None:
        choose = choose_folder if is_folder else choose_model_file
        title = self.tr("Choose: {part}").format(part=part_word(name))
        path = choose(self._window, title, self._start())
        if path is not None:
            self._section.add(name, str(path.absolute()))

    def _start(self) -> Path:
        """Where to begin to look for a file: beside the one chosen last."""
        chosen = self._section.chosen()
        return Path(chosen[-1].path).parent if chosen else Path.home()

    # -- what is found -----------------------------------------------------------------------

    @Slot(object)
    def _collected(self, shelf: Shelf) -> None:
        self._section.set_found(shelf.models)
        self._panel.found_additions()
        # What was missing may be there now, and the other way round.
        self._recogniser.check(self._section.chosen())
        self._tell_library()

    @Slot(object)
    def look_at(self, path: Path) -> None:
        """Loads a whole model, and adds anything else to the one in use."""
        self._recogniser.look_at(path.absolute())

    @Slot(object)
    def _look_at_all(self, paths: list[Path]) -> None:
        for path in paths:
            self.look_at(path)

    @Slot(object)
    def _seen(self, seen: Seen) -> None:
        if seen.error is not None:
            self.told.emit(Notice(text=sentence(seen.error), is_error=True, key=_KEY))
        elif seen.kind in ("pipeline", "checkpoint"):
            self.load_wanted.emit(str(seen.path))
        elif seen.kind == "other":
            self._tell(
                self.tr("“{name}” is nothing that can be added to a model.").format(
                    name=seen.path.name
                )
            )
        else:
            self._add(seen.kind, seen.path, seen.family)

    @Slot(object)
    def _use(self, model: LibraryModel) -> None:
        self._add(model.kind, model.path, model.family)
        used = {one.path for one in self._section.in_use()}
        if model.kind == "embedding" or str(model.path) in used:
            told = self.tr("“{name}” is used.")
        else:
            told = self.tr("“{name}” is on the list, and used with a model that it fits.")
        self._library.say(told.format(name=model.name))

    def _add(self, kind: Kind, path: Path, family: str) -> None:
        """Adds a LoRA, an embedding with its word, or a part."""
        name = self._name_of(kind)
        if name in PARTS and not self._section.takes(name):
            self._tell(
                self.tr(
                    "“{name}” is not used: this model takes none of this kind ({kind})."
                ).format(name=path.name, kind=kind_word(kind))
            )
            return
        self._section.add(name, str(path), family)
        self._panel.show_additions()
        if kind == "embedding":
            word = embedding_word(str(path))
            if not self._stands(word):
                self._panel.prompt.insert_word(word)
            self._tell(self.tr("“{word}” stands for it in the prompt.").format(word=word))

    @Slot(object)
    def _stop_using(self, model: LibraryModel) -> None:
        if model.kind == "embedding":
            word = embedding_word(str(model.path))
            for edit in (self._panel.prompt.edit, self._panel.negative_edit):
                text = edit.toPlainText()
                if stands_in(word, text):
                    edit.replace_text(_without(word, text))
        self._section.stop_using(str(model.path))
        self._library.say(self.tr("“{name}” is not used any more.").format(name=model.name))

    # -- inside ------------------------------------------------------------------------------

    def _name_of(self, kind: Kind) -> str:
        """What the request calls a file of this kind, with the model in use."""
        if kind == "denoiser":
            return "transformer" if self._section.takes("transformer") else "unet"
        return kind

    def _stands(self, word: str) -> bool:
        texts = (self._panel.prompt.text(), self._panel.negative_edit.toPlainText())
        return any(stands_in(word, text) for text in texts)

    @Slot()
    def _tell_library(self) -> None:
        """Says in the window of models what is used, and what could be."""
        section = self._section
        kinds: tuple[Kind, ...] = ("lora", "embedding", "vae", "denoiser")
        usable = frozenset(kind for kind in kinds if section.takes(self._name_of(kind)))
        if section.info() is None:
            usable = frozenset()
        words = [
            str(model.path)
            for model in section.found_embeddings()
            if self._stands(embedding_word(str(model.path)))
        ]
        added = frozenset((*(one.path for one in section.in_use()), *words))
        self._library.set_additions(added, usable)

    def _tell(self, text: str) -> None:
        self.told.emit(Notice(text=text, key=_KEY))


def _places(chosen: tuple[ChosenAddition, ...]) -> set[tuple[str, str]]:
    return {(one.kind, one.path) for one in chosen}


def _without(word: str, text: str) -> str:
    """A prompt without a word, and without the comma that would be left over."""
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w),?[ \t]?", "", text).rstrip(", \t")
