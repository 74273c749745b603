"""The languages of the window: which there are, which one is meant, and putting it on.

``retelling.py`` is what makes windows that are open speak another one.
"""

from __future__ import annotations

import logging
import weakref
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication

if TYPE_CHECKING:
    from sdstudio.gui.retelling import Memory, Retelling

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """``code`` is as in the names of the catalogues; ``name`` is what its speakers call it.

    ``families`` are fonts of the three systems, asked for glyphs that the usual font lacks. Without
    them Chinese might be written with the Japanese shapes of its characters. Qt keeps what it once
    found: after a change, fonts for several languages go by the locale, others by the next start.
    """

    code: str
    name: str
    families: tuple[str, ...] = ()


ENGLISH = Language(code="en", name="English")
LANGUAGES = (
    ENGLISH,
    Language(
        code="ja",
        name="日本語",
        families=("Yu Gothic UI", "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP"),
    ),
    Language(
        code="ko",
        name="한국어",
        families=("Malgun Gothic", "Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR"),
    ),
    Language(
        code="zh_CN",
        name="简体中文",
        families=("Microsoft YaHei UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC"),
    ),
)
AS_THE_SYSTEM = ""


def best_language(wanted: Sequence[str]) -> Language:
    """The first of ``wanted`` that there is, else English; tags such as ``zh-Hans-CN``.

    Chinese in traditional characters is not taken for the simplified: that is another script and in
    many places other words, and whoever prefers it to English can choose it.
    """
    for tag in wanted:
        locale = QLocale(tag)
        for language in LANGUAGES:
            there = QLocale(language.code)
            if (locale.language(), locale.script()) == (there.language(), there.script()):
                return language
    return ENGLISH


class LanguageSource(QObject):
    """The language in use: its words, and its way of writing numbers and dates. GUI thread only."""

    changed = Signal()
    """Another language is in use, and every open window speaks it."""

    def __init__(self, app: QApplication, folder: Path, parent: QObject | None = None) -> None:
        """``folder`` has the catalogues; windows and all that belongs to ``parent`` are retold."""
        super().__init__(parent)
        self._app = app
        self._folder = folder
        self._choice = AS_THE_SYSTEM
        self._translators: list[QTranslator] = []
        self._system_font = app.font()
        self.language = ENGLISH
        self._memory: Memory = weakref.WeakKeyDictionary()

    @property
    def choice(self) -> str:
        """The code of a language, or ``AS_THE_SYSTEM``."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Puts a language on the whole application; an unknown choice is as the system."""
        known = {language.code: language for language in LANGUAGES}
        self._choice = choice if choice in known else AS_THE_SYSTEM
        language = known.get(choice) or best_language(QLocale.system().uiLanguages())
        if self._translators and language == self.language:
            return
        retelling = self._retelling(language) if self._translators else None
        self.language = language
        self._put_on()
        if retelling is not None:
            parent = self.parent()
            retelling.retell([*self._app.topLevelWidgets(), *([parent] if parent else [])])
        self.changed.emit()

    def take_off(self) -> None:
        """Leaves the application as it was before any was put on. May be repeated."""
        if not self._translators:
            return
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators.clear()
        QLocale.setDefault(QLocale.system())
        self._app.setFont(self._system_font)

    def _retelling(self, language: Language) -> Retelling | None:
        # Not needed for the start.
        from sdstudio.gui.retelling import Retelling

        try:
            return Retelling(self._folder, self.language.code, language.code, self._memory)
        except (OSError, SyntaxError):  # as XML that is none
            # A damaged installation: what is opened from now on speaks the other language.
            _log.exception("open windows cannot be told in %s", language.code)
            return None

    def _put_on(self) -> None:
        language = self.language
        self.take_off()
        QLocale.setDefault(_locale(language))
        # The last one installed is asked first.
        for folder, name in (
            (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase"),
            (str(self._folder), "sdstudio"),
        ):
            translator = QTranslator(self)
            if translator.load(f"{name}_{language.code}", folder):
                self._app.installTranslator(translator)
                self._translators.append(translator)
            elif name == "sdstudio" or language != ENGLISH:
                _log.warning("no words of %s for %s in %s", name, language.code, folder)
        if language.families:
            font = QFont(self._system_font)
            # By its real name: after “Sans Serif” the next of the list would be used for all.
            font.setFamilies([QFontInfo(font).family(), *language.families])
            self._app.setFont(font)


def _locale(language: Language) -> QLocale:
    """The system's own where it is of this language: its region writes dates in its own way."""
    system, wanted = QLocale.system(), QLocale(language.code)
    is_of_it = (system.language(), system.script()) == (wanted.language(), wanted.script())
    return system if is_of_it else wanted
