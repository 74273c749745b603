"""The app starts itself."""

from __future__ import annotations

from sdstudio import __version__
from tests.programs import run_program


def test_it_is_started_anew_with_the_words_it_was_given() -> None:
    done = run_program(
        "from sdstudio.own_program import start_again; start_again(['--version']); print('ended')"
    )
    # The first one does not wait for the second.
    assert sorted(done.stdout.splitlines()) == ["ended", f"sdstudio {__version__}"]
