"""LoRAs that a prompt names as in other programs, ``<lora:name:0.8>``: moved to the add-ons."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal, Slot

from sdstudio.additions import lora_tags
from sdstudio.gui.additions.recognition import Named
from sdstudio.gui.additions.section import AdditionsSection
from sdstudio.gui.labels import PlainLabel
from sdstudio.gui.prompt_field import PromptField
from sdstudio.gui.sentences import sentence
from sdstudio.request import InvalidRequest, SdstudioError


class PromptTags(QObject):
    """Watches a prompt for tags, and takes them out once it is known which files they mean.

    GUI thread only; the files are looked for by whoever listens to ``wanted``.
    """

    wanted = Signal(str)
    """A prompt whose tags are to be looked for; the answer goes to ``take``."""

    def __init__(self, field: PromptField, section: AdditionsSection, parent: QObject) -> None:
        super().__init__(parent)
        self._field = field
        self._section = section
        self._error: SdstudioError | None = None
        self.warning = PlainLabel("", role="warning", wrap=True)
        self.warning.setObjectName("loraTagWarning")
        self.warning.hide()
        field.changed.connect(self._look)

    @Slot()
    def look_again(self) -> None:
        """Other files are there to be looked among."""
        self._look()

    @Slot(object)
    def take(self, named: Named) -> None:
        """What was found for the tags of a prompt; forgotten if that has changed meanwhile."""
        text = self._field.text()
        if named.prompt != text:
            return
        self._say(named.error)
        if named.error is not None:
            return
        cursor = self._field.edit.textCursor()
        before = _from_units(_units(text)[: 2 * cursor.position()])
        place = min(len(_units(lora_tags(before)[0])), len(_units(named.without))) // 2
        self._field.set_text(named.without)
        cursor.setPosition(place)
        self._field.edit.setTextCursor(cursor)
        for lora in named.loras:
            self._section.add("lora", lora.path, weight=lora.weight)
        self._section.open()

    def check(self) -> None:
        """Refuses a prompt with tags: a model would read them as words.

        Raises:
            InvalidRequest: it has some; the sentence says why they are still there.
        """
        text = self._field.text()
        if not lora_tags(text)[1]:
            return
        if self._error is not None:
            error = self._error
            raise InvalidRequest(error.template, error.action_template, **error.values)
        self.wanted.emit(text)
        raise InvalidRequest(
            "The LoRAs that the prompt names are being looked for.", "Press Generate again."
        )

    @Slot()
    def _look(self) -> None:
        text = self._field.text()
        if not lora_tags(text)[1]:
            self._say(None)
        # What Ctrl+Z has brought back would be taken again, and nothing before it undone.
        elif not self._field.edit.document().isRedoAvailable():
            self.wanted.emit(text)

    def _say(self, error: SdstudioError | None) -> None:
        self._error = error
        self.warning.setText("" if error is None else sentence(error))
        self.warning.setVisible(error is not None)


def _units(text: str) -> bytes:
    """As Qt counts: two bytes for each of its positions."""
    return text.encode("utf-16-le", "surrogatepass")


def _from_units(data: bytes) -> str:
    return data.decode("utf-16-le", "surrogatepass")
