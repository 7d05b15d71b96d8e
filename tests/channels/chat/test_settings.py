"""What an admin may write in [chat], and what they are told about the rest."""

from pathlib import Path
from typing import Any

import pytest

from workstation.channels import open_channels
from workstation.channels.chat.channel import Chat
from workstation.channels.chat.settings import read_settings
from workstation.channels.configuration import Misconfigured

SHOP = {"origins": ["https://www.example.nl"]}


def test_an_address_is_enough(tmp_path: Path) -> None:
    chat = open_channels(tmp_path, {"chat": SHOP})["chat"]
    assert isinstance(chat, Chat)
    assert chat.settings.admits("https://www.example.nl")
    assert not chat.settings.admits("https://shop.example.nl")
    assert chat.settings.ask == "nothing"


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("https://WWW.example.nl/", "https://www.example.nl"),
        ("https://www.example.nl:443", "https://www.example.nl"),
        ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
        ("https://[::1]:8443", "https://[::1]:8443"),
    ],
)
def test_an_address_is_kept_as_browsers_write_it(given: str, kept: str) -> None:
    assert read_settings({"origins": [given]}).origins == [kept]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({}, "[chat] origins is missing"),
        ({"origins": []}, "origins"),
        ({"origins": ["www.example.nl"]}, "it is not like https://www.example.nl"),
        ({"origins": ["https://www.example.nl/shop"]}, "leave out everything behind the host"),
        ({"origins": ["*"]}, "origins.0"),
        (SHOP | {"token_secret": "short"}, "at least 32 characters"),
        (SHOP | {"theme": {"colour": "red"}}, "theme.colour"),
        (SHOP | {"hours": {"mon": [["18:00", "09:00"]]}}, "hours end after they begin"),
        (SHOP | {"hours": {"maandag": []}}, "hours.maandag"),
        (SHOP | {"time_zone": "Amsterdam"}, "such as Europe/Amsterdam"),
        (SHOP | {"colour": "#ffffff"}, "[chat] colour is not known"),
    ],
)
def test_what_cannot_be_is_said(table: dict[str, Any], said: str) -> None:
    with pytest.raises(Misconfigured) as caught:
        read_settings(table)
    assert said in str(caught.value)
    assert "short" not in str(caught.value).replace("too short", "")


def test_a_look_at_it_says_what_to_do(tmp_path: Path) -> None:
    def found(**table: Any) -> list[tuple[str, str]]:
        chat = Chat(read_settings(SHOP | table), tmp_path)
        return [(finding.severity, finding.english) for finding in chat.check()]

    ((severity, sentence),) = found()
    assert (severity, "token_secret" in sentence) == ("fine", True)
    ((severity, sentence),) = found(token_secret="x" * 32)
    assert (severity, sentence) == ("fine", "The chat is ready for https://www.example.nl.")
    ((severity, sentence),) = found(token_secret="x" * 32, origins=["http://www.example.nl"])
    assert (severity, "over https" in sentence) == ("warning", True)
    assert found(token_secret="x" * 32, origins=["http://localhost:8000"])[0][0] == "fine"
