"""The token in the system's keyring: with one, without one, and with one that fails."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator

import keyring
import keyring.backend
import keyring.backends.fail
import keyring.backends.null
import keyring.errors
import pytest

from sdstudio.models.hub_access import usual_hub
from sdstudio.models.hub_token import (
    KeyringUnusable,
    forget_token,
    store_token,
    stored_token,
    token_place,
)
from sdstudio.models.library_settings import LibrarySettings
from sdstudio.request import InvalidRequest

HUB, MIRROR = "https://huggingface.co", "https://mirror.example:8443"
SECRET = "hf_secret"


class KeyringInMemory(keyring.backend.KeyringBackend):
    """A back end that keeps passwords as long as it lives; ``error`` is raised instead, if set."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self.kept: dict[tuple[str, str], str] = {}
        self.error: Exception | None = None

    def get_password(self, service: str, username: str) -> str | None:
        self._fail()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._fail()
        del self.kept[service, username]

    def _fail(self) -> None:
        if self.error is not None:
            raise self.error


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Iterator[KeyringInMemory]:
    monkeypatch.delenv("HF_TOKEN", raising=False)
    before = keyring.get_keyring()
    backend = KeyringInMemory()
    keyring.set_keyring(backend)
    yield backend
    keyring.set_keyring(before)


def test_a_token_for_each_hub(ring: KeyringInMemory) -> None:
    assert token_place(HUB) == "nowhere"
    store_token(HUB, f" {SECRET}\n")
    store_token(MIRROR, "other")
    assert stored_token(HUB) == SECRET
    assert token_place(HUB) == "keyring"
    assert usual_hub(LibrarySettings()).token == SECRET
    assert usual_hub(LibrarySettings(endpoint=f"{MIRROR}/")).token == "other"
    assert usual_hub(LibrarySettings(endpoint=MIRROR), HUB).token == SECRET
    assert usual_hub(LibrarySettings(), token="given").token == "given"
    assert usual_hub(LibrarySettings(offline=True)).token is None
    assert forget_token(HUB)
    assert not forget_token(HUB)
    assert stored_token(HUB) is None
    assert stored_token(MIRROR) == "other"


def test_the_variable_comes_before_the_keyring(
    ring: KeyringInMemory, monkeypatch: pytest.MonkeyPatch
) -> None:
    store_token(HUB, SECRET)
    store_token(MIRROR, SECRET)
    monkeypatch.setenv("HF_TOKEN", "hf_variable")
    assert usual_hub(LibrarySettings()).token == "hf_variable"
    assert usual_hub(LibrarySettings(endpoint=MIRROR)).token == SECRET


@pytest.mark.parametrize(
    "token", ["", "  \n", "two words", "hf_secret\x00", "hf_secré", "x" * 5000]
)
def test_what_is_no_token(ring: KeyringInMemory, token: str) -> None:
    with pytest.raises(InvalidRequest) as caught:
        store_token(HUB, token)
    assert "hf_secr" not in str(caught.value)
    assert ring.kept == {}


@pytest.mark.parametrize(
    ("backend", "sentence"),
    [
        (keyring.backends.fail.Keyring, "there is none on this system"),
        (keyring.backends.null.Keyring, "it keeps nothing"),
    ],
)
def test_a_system_without_a_keyring(
    ring: KeyringInMemory, backend: Callable[[], keyring.backend.KeyringBackend], sentence: str
) -> None:
    keyring.set_keyring(backend())
    with pytest.raises(KeyringUnusable, match=sentence):
        store_token(HUB, SECRET)
    assert stored_token(HUB) is None


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (keyring.errors.KeyringLocked(SECRET), "it is locked"),
        (keyring.errors.PasswordSetError(SECRET), r"failed \(PasswordSetError\)"),
        (ConnectionError(SECRET), r"failed \(ConnectionError\)"),
    ],
)
def test_a_keyring_that_fails_tells_no_token(
    ring: KeyringInMemory, error: Exception, sentence: str, caplog: pytest.LogCaptureFixture
) -> None:
    ring.error = error
    with caplog.at_level(logging.DEBUG):
        with pytest.raises(KeyringUnusable, match=sentence) as caught:
            store_token(HUB, SECRET)
        assert stored_token(HUB) is None
        assert token_place(HUB) == "no keyring"
    assert SECRET not in str(caught.value) + caplog.text
    assert caught.value.__context__ is None
