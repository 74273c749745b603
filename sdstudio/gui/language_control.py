"""The menu of languages: choosing one, and what else of the window goes by it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot

from sdstudio.gui.actions import Actions
from sdstudio.gui.canvas_pane import CanvasPane
from sdstudio.gui.languages import LanguageSource
from sdstudio.gui.prompt_field import PromptField
from sdstudio.gui.retold import Tell
from sdstudio.model_folder import ModelFolder
from sdstudio.settings import Settings


def suggested_prompt(starter: ModelFolder, language: str) -> str:
    """A prompt to begin with, in a language such as ``ja``; empty where there is none."""
    if starter.vocabulary is None:
        return ""
    return next(iter(starter.vocabulary.words(language).examples), "")


class LanguageControl(QObject):
    """Puts on the language that is chosen in the menu. GUI thread only."""

    changed = Signal()
    """Another language was chosen; see ``settings_values``."""

    def __init__(
        self,
        languages: LanguageSource,
        actions: Actions,
        prompt: PromptField,
        pane: CanvasPane,
        starter: ModelFolder,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._languages = languages
        self._actions = actions
        self._prompt = prompt
        self._pane = pane
        self._starter = starter
        for action in actions.languages.actions():
            action.setChecked(action.data() == languages.choice)
        actions.languages.triggered.connect(self._choose)

    def settings_values(self, settings: Settings) -> Settings:
        """``settings`` with the language that was chosen."""
        return replace(settings, language=self._languages.choice)

    def retell(self, _tell: Tell) -> None:
        """Suggests words and a prompt in the language in use."""
        code = self._languages.language.code
        self._prompt.set_language(code)
        self._pane.set_suggestion(suggested_prompt(self._starter, code))

    @Slot()
    def _choose(self) -> None:
        action = self._actions.languages.checkedAction()
        if action is not None:
            self._languages.choose(str(action.data()))
            self.changed.emit()
