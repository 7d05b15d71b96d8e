"""Getting at a profile's memory: the key early, the passphrase once, and no surprise."""

import os
from pathlib import Path

import pytest

from workstation.replica.errors import KeyUnavailable
from workstation.replica.keys import load_or_create_key
from workstation.replica.replica import Replica
from workstation.ui.opening import Opening

PASSPHRASE = "long enough"


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A profile locked with a passphrase, with somebody signed in."""
    monkeypatch.setenv("WORKSTATION_NO_KEYRING", "1")
    monkeypatch.delenv("WORKSTATION_PASSPHRASE", raising=False)
    replica = Replica.open(tmp_path, load_or_create_key(tmp_path, lambda _: PASSPHRASE))
    replica.store.remember(
        server="http://127.0.0.1:9", login="sanne", agent_id="a", access="x", refresh="y"
    )
    replica.close()
    return tmp_path


def test_a_profile_opens_again_without_the_network(profile: Path) -> None:
    found = Opening(profile, lambda _: PASSPHRASE).resume()
    assert found is not None
    found[0].replica.close()


def test_the_key_is_got_early_and_waits_for_somebody_to_ask(profile: Path) -> None:
    asked: list[str] = []

    def ask(said: str) -> str:
        asked.append(said)
        return PASSPHRASE

    opening = Opening(profile)
    opening.hurry()
    opening.ask_with(ask)
    found = opening.resume()
    assert found is not None
    found[0].replica.close()
    assert asked == [""]


def test_a_wrong_passphrase_is_said_and_asked_again(profile: Path) -> None:
    answers = iter(["something else", PASSPHRASE])
    asked: list[str] = []

    def ask(said: str) -> str:
        asked.append(said)
        return next(answers)

    found = Opening(profile, ask).resume()
    assert found is not None
    found[0].replica.close()
    assert asked == ["", "This is not the passphrase of this profile."]


def test_who_gives_up_is_told_what_is_needed_and_may_try_again(profile: Path) -> None:
    asked: list[str] = []
    opening = Opening(profile)
    opening.hurry()
    opening.ask_with(asked.append)
    for times in (1, 2):
        with pytest.raises(KeyUnavailable, match="passphrase"):
            opening.resume()
        assert len(asked) == times


def test_an_empty_folder_is_known_at_a_glance(tmp_path: Path) -> None:
    opening = Opening(tmp_path)
    opening.hurry()
    assert not opening.known()
    assert not opening.locked_by_passphrase()


KEYRING = """
from keyring.backend import KeyringBackend

class KeptKey(KeyringBackend):
    priority = 1
    def get_password(self, service, username):
        return "ab" * 32
    def set_password(self, service, username, password):
        raise NotImplementedError
    def delete_password(self, service, username):
        raise NotImplementedError
"""


def test_the_keyring_is_asked_by_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "kept_key.py").write_text(KEYRING)
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{os.environ.get('PYTHONPATH', '')}")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "kept_key.KeptKey")
    monkeypatch.delenv("WORKSTATION_NO_KEYRING", raising=False)
    monkeypatch.delenv("WORKSTATION_PASSPHRASE", raising=False)
    profile = tmp_path / "profile"
    profile.mkdir()
    replica = Replica.open(profile, bytes.fromhex("ab" * 32))
    replica.store.remember(
        server="http://127.0.0.1:9", login="sanne", agent_id="a", access="x", refresh="y"
    )
    replica.close()
    opening = Opening(profile, lambda _: None)
    opening.hurry()
    found = opening.resume()
    assert found is not None
    found[0].replica.close()
