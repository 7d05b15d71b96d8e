"""The key of a profile: kept by the keyring, or made from a passphrase, and never written down."""

from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import KeyringLocked

from workstation.replica.errors import KeyUnavailable
from workstation.replica.keys import LOCK, key_from_passphrase, load_or_create_key


class _Ring(KeyringBackend):
    """A keyring in memory; `locked` refuses everything, `forgets` keeps nothing."""

    priority = 1.0

    def __init__(self, *, locked: bool = False, forgets: bool = False) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self._locked = locked
        self._forgets = forgets

    def get_password(self, service: str, username: str) -> str | None:
        if self._locked:
            raise KeyringLocked
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        if not self._forgets:
            self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.kept[service, username]


@pytest.fixture(autouse=True)
def keyring_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("WORKSTATION_NO_KEYRING", raising=False)
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def test_the_keyring_keeps_one_key_for_each_profile(tmp_path: Path) -> None:
    keyring.set_keyring(_Ring())
    first = load_or_create_key(tmp_path / "one")
    assert len(first) == 32
    assert load_or_create_key(tmp_path / "one") == first
    assert load_or_create_key(tmp_path / "two") != first
    assert not (tmp_path / "one" / LOCK).exists()


@pytest.mark.parametrize("ring", [_Ring(locked=True), _Ring(forgets=True)])
def test_without_a_keyring_that_keeps_there_is_a_passphrase(tmp_path: Path, ring: _Ring) -> None:
    keyring.set_keyring(ring)
    key = load_or_create_key(tmp_path, lambda said: "open sesame")
    assert key_from_passphrase(tmp_path, "open sesame") == key
    assert load_or_create_key(tmp_path, lambda said: "open sesame") == key
    written = (tmp_path / LOCK).read_text("utf-8")
    assert key.hex() not in written
    assert "sesame" not in written


def test_a_wrong_passphrase_is_asked_for_again(tmp_path: Path) -> None:
    keyring.set_keyring(_Ring(locked=True))
    key = key_from_passphrase(tmp_path, "open sesame")
    said: list[str] = []
    typed = iter(["open wheat", "open barley", "open sesame"])

    def ask(sentence: str) -> str:
        said.append(sentence)
        return next(typed)

    assert load_or_create_key(tmp_path, ask) == key
    assert said[0] == ""
    assert said[1] == said[2] != ""


def test_who_gives_up_is_told_why(tmp_path: Path) -> None:
    keyring.set_keyring(_Ring(locked=True))
    for ask in (None, lambda said: None):
        with pytest.raises(KeyUnavailable) as unavailable:
            load_or_create_key(tmp_path, ask)
        assert len(str(unavailable.value)) > 20


def test_two_profiles_with_one_passphrase_have_two_keys(tmp_path: Path) -> None:
    first = key_from_passphrase(tmp_path / "one", "the same")
    assert key_from_passphrase(tmp_path / "two", "the same") != first
