"""What is wrong with how channels are set up, said in sentences, before anybody finds out."""

import os
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.scripted import Scripted
from workstation.channels.console.channel import Console
from workstation.channels.port import (
    Channel,
    Finding,
    Request,
)
from workstation.models import CHANNELS
from workstation.server import findings
from workstation.server.settings import Settings


class Provider(Scripted):
    """A channel to which a provider posts, and that finds what it is told to."""

    name = "whatsapp"

    def __init__(self, found: Sequence[Finding] | Exception = ()) -> None:
        super().__init__()
        self.found = found
        self.waits: threading.Event | None = None

    def is_genuine(self, request: Request) -> bool:
        return True

    def check(self) -> Sequence[Finding]:
        if self.waits is not None:
            self.waits.wait(10)
        if isinstance(self.found, Exception):
            raise self.found
        return self.found


def channels(folder: Path, *real: Channel) -> dict[str, Channel]:
    found: dict[str, Channel] = dict.fromkeys(CHANNELS, Console(folder / "console"))
    return found | {channel.name: channel for channel in real}


def said(folder: Path, *real: Channel, text: str | None = None, **given: str) -> list[str]:
    """The severity and the first words of each finding."""
    if text is not None:
        file = folder / "channels.toml"
        file.write_text(text, encoding="utf-8")
        given["channels"] = str(file)
    found = findings.of_the_office(Settings(**given), channels(folder, *real))  # type: ignore[arg-type]
    assert all(one.english.endswith(".") and one.dutch.endswith(".") for one in found)
    return [f"{one.severity}: {one.english}" for one in found]


def test_without_a_file_the_console_plays_everything(tmp_path: Path) -> None:
    (only,) = said(tmp_path)
    assert only.startswith("warning: No channel is configured")


@pytest.mark.parametrize(
    ("url", "begins"),
    [
        ("", "warning: The office does not know where it is reached"),
        ("desk.example.nl", "broken: WORKSTATION_PUBLIC_URL is no address: desk.example.nl."),
        (
            "http://desk.example.nl",
            "broken: http://desk.example.nl is not https, although it serves whatsapp",
        ),
        ("http://localhost:8040", "warning: http://localhost:8040 can be reached from this"),
        ("https://127.0.0.1", "warning: https://127.0.0.1 can be reached from this"),
    ],
)
def test_our_address_matters_where_providers_post(tmp_path: Path, url: str, begins: str) -> None:
    found = said(tmp_path, Provider(), text="", public_url=url)
    assert found[0].startswith(begins)
    assert found[1:] == [
        "fine: Not configured, so played by the console: instagram, messenger, email, chat, phone."
    ]


def test_a_good_address_is_not_spoken_of(tmp_path: Path) -> None:
    assert len(said(tmp_path, Provider(), text="", public_url="https://desk.example.nl")) == 1
    assert len(said(tmp_path, Scripted(), text="")) == 1  # nobody posts: it does not matter


@pytest.mark.skipif(os.name == "nt", reason="Windows says in another way who may read a file")
def test_secrets_that_others_can_read_are_named_and_not_shown(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    kept.write_text("s3cret", encoding="utf-8")
    kept.chmod(0o644)
    text = (
        '[whatsapp]\naccess_token = "s3cret"\napp_secret = "env:META"\nnumber = "1"\n'
        '[email.imap]\npassword = "file:kept"\nuser = "service"\n'
    )
    inline, apart, _ = said(tmp_path, text=text)
    assert "and it holds secrets: whatsapp.access_token. Write" in inline
    assert f"Everybody on this machine can read {kept}, the secret of email.imap.password" in apart
    assert "s3cret" not in inline + apart
    (tmp_path / "channels.toml").chmod(0o600)
    kept.chmod(0o600)
    assert len(said(tmp_path, text=text)) == 1


def test_every_channel_looks_at_itself(tmp_path: Path) -> None:
    trouble = findings.finding("broken", "The token has expired.", "Het token is verlopen.")
    (looked,) = findings.of_channels(channels(tmp_path, Provider([trouble])))
    assert (looked.channel, looked.findings) == ("whatsapp", (trouble,))
    assert findings.is_broken(looked.findings)
    (looked,) = findings.of_channels(channels(tmp_path, Provider()))
    assert [one.severity for one in looked.findings] == ["fine"]
    (looked,) = findings.of_channels(channels(tmp_path, Provider(KeyError("a bug"))))
    assert [one.severity for one in looked.findings] == ["broken"]
    assert "KeyError" in looked.findings[0].english
    assert findings.of_channels(channels(tmp_path)) == []


def test_a_provider_that_does_not_answer_holds_nobody_up(tmp_path: Path) -> None:
    slow, quick = Provider(), Provider()
    slow.name, quick.name = "messenger", "whatsapp"
    slow.waits = threading.Event()
    found = findings.of_channels(channels(tmp_path, slow, quick), patience=0.2)
    slow.waits.set()
    severities = {looked.channel: looked.findings[0].severity for looked in found}
    assert severities == {"messenger": "warning", "whatsapp": "fine"}
