"""Texts that remember how they were put together."""

from __future__ import annotations

import copy
import json
import pickle

from sdstudio.phrase import Phrase, in_a_row
from sdstudio.request import InvalidRequest, ModelNotFound

NOTE = Phrase("The {name} “{value}” is no number.", name=Phrase("seed"), value="x{y}")


def test_a_phrase_is_its_english_text() -> None:
    assert NOTE == "The seed “x{y}” is no number."
    assert json.dumps(NOTE, ensure_ascii=False) == '"The seed “x{y}” is no number."'
    assert in_a_row(NOTE, "Done.") == "The seed “x{y}” is no number. Done."


def test_what_it_was_made_of_outlives_copies_and_processes() -> None:
    for again in (copy.deepcopy(NOTE), pickle.loads(pickle.dumps(NOTE))):
        assert (again, again.template, again.values) == (NOTE, NOTE.template, NOTE.values)
        assert isinstance(again.values["name"], Phrase)


def test_an_error_is_a_phrase_of_what_is_wrong_and_what_to_do() -> None:
    error = ModelNotFound("There is no model at “{path}”.", "Check {path}.", path="a{b}")
    assert error.phrase == "There is no model at “a{b}”. Check a{b}." == str(error)
    assert error.action == "Check a{b}."
    assert InvalidRequest("No model is chosen.").phrase.template == "No model is chosen."
