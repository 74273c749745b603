"""What the floors below say, in the user's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, QTranslator
from PySide6.QtWidgets import QApplication

from sdstudio.gui.librarian import Librarian
from sdstudio.gui.sentences import in_sequence, sentence, translated
from sdstudio.gui.worker import GenerationWorker
from sdstudio.phrase import Phrase
from sdstudio.request import GenerationRequest, InvalidRequest

GERMAN = {
    "{first} {second}": "{first}_{second}",
    "The {name} “{value}” is no number; {taken} is taken.": "„{value}“ ({name}) ist keine Zahl.",
    "The {name} is {value}; it must be between {least} and {most}.": "{name}: {value}!",
    "number of steps": "Schritte",
    "There is no scheduler called “{scheduler}”.": "„{scheduler}“ gibt es nicht.",
    "Choose one of: {known}.": "Wählen Sie etwas anderes.",
}


class German(QTranslator):
    """A catalogue of few entries."""

    def translate(
        self, context: str, text: str, _disambiguation: str | None = None, _n: int = -1
    ) -> str:
        return GERMAN.get(text, "") if context == "errors" else ""

    def isEmpty(self) -> bool:  # noqa: N802  # Qt's own name
        return False


@pytest.fixture(autouse=True)
def german(qapp: QApplication) -> Iterator[QObject]:
    catalogue = German()
    qapp.installTranslator(catalogue)
    yield catalogue
    qapp.removeTranslator(catalogue)


def test_a_phrase_is_translated_before_it_is_filled_in() -> None:
    note = Phrase(
        "The {name} “{value}” is no number; {taken} is taken.",
        name=Phrase("number of steps"),
        value="{x}",
        taken=20,
    )
    assert note == "The number of steps “{x}” is no number; 20 is taken."
    assert translated(note) == "„{x}“ (Schritte) ist keine Zahl."


def test_what_is_no_phrase_stays_as_it_is() -> None:
    assert translated("number of steps") == "number of steps"


def test_sentences_in_a_row_are_joined_as_the_language_does() -> None:
    assert in_sequence(("Eins.", "", "Zwei.", "Drei.")) == "Eins._Zwei._Drei."


def test_a_phrase_crosses_threads_as_it_is() -> None:
    # Declared as text, these signals would hand on the English words alone.
    assert GenerationWorker.staticMetaObject.indexOfSignal("noted(QString,PyObject)") >= 0  # type: ignore[attr-defined]
    assert Librarian.staticMetaObject.indexOfSignal("noticed(PyObject)") >= 0  # type: ignore[attr-defined]


def test_an_error_of_the_core_is_told_in_the_users_language() -> None:
    with pytest.raises(InvalidRequest) as steps:
        GenerationRequest(prompt="", num_inference_steps=0)
    assert sentence(steps.value) == "Schritte: 0!"
    with pytest.raises(InvalidRequest) as scheduler:
        GenerationRequest(prompt="", scheduler="none")
    assert sentence(scheduler.value) == "„none“ gibt es nicht._Wählen Sie etwas anderes."
