"""The table [email]: what it takes, what it says when it makes no sense, and what a look finds."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.channels.email.test_sending import outbound
from workstation.channels.configuration import Misconfigured
from workstation.channels.email import open_channel
from workstation.channels.email.channel import Email
from workstation.simulator.mail import MailSimulator

LEAST = {"address": "help@example.nl", "name": "Shop", "secret": "sixteen letters!"}


@pytest.fixture
def provider() -> Iterator[MailSimulator]:
    with MailSimulator() as running:
        yield running


def opened(table: dict[str, Any]) -> Email:
    return open_channel(table, Path())


def test_the_least_that_it_takes() -> None:
    channel = opened(LEAST)
    assert channel.listener() is None
    assert channel.rules.quotes
    severities = {finding.severity for finding in channel.check()}
    assert "broken" not in severities
    assert "warning" in severities


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"address": "help"}, "[email] address"),
        ({"secret": "short"}, "[email] secret"),
        ({"adress": "help@example.nl"}, "[email] adress"),
        ({"time_zone": "Nowhere/Land"}, "[email] time_zone"),
        ({"language": "fr"}, "[email] language"),
        ({"imap": {"host": "imap.example.nl", "user": "a"}}, ""),
        ({"imap": {"host": "imap.example.nl", "user": "a", "password": "p", "port": 0}}, "port"),
        ({"smtp": {"host": "smtp.example.nl", "security": "none"}}, "[email] smtp"),
        ({"smtp": {"host": "smtp.example.nl", "user": "a"}}, "[email] smtp"),
        (
            {"imap": {"host": "h", "user": "a", "password": "hunter2!", "after": "move"}},
            "[email] imap",
        ),
    ],
)
def test_what_makes_no_sense_is_said(wrong: dict[str, Any], where: str) -> None:
    with pytest.raises(Misconfigured) as caught:
        opened(LEAST | wrong)
    assert where in str(caught.value)
    assert "hunter2" not in str(caught.value)


def test_a_look_at_what_works(provider: MailSimulator) -> None:
    found = opened(provider.table() | {"authserv_id": "mx.example.nl"}).check()
    assert {finding.severity for finding in found} == {"fine"}
    assert all(finding.english and finding.dutch for finding in found)


@pytest.mark.parametrize(
    ("break_it", "said"),
    [
        ("login_fails", "does not accept the user name and password"),
        ("smtp_login_fails", "Mail cannot be sent"),
    ],
)
def test_a_look_at_what_does_not(provider: MailSimulator, break_it: str, said: str) -> None:
    setattr(provider.knobs, break_it, True)
    broken = [one for one in opened(provider.table()).check() if one.severity == "broken"]
    assert [said in one.english for one in broken] == [True]


def test_a_look_at_a_server_that_is_not_there() -> None:
    imap = {"host": "127.0.0.1", "port": 1, "security": "none", "user": "a", "password": "p"}
    smtp = {"host": "127.0.0.1", "port": 1, "security": "none"}
    found = opened(LEAST | {"imap": imap, "smtp": smtp}).check()
    assert len([one for one in found if one.severity == "broken"]) == 2


def with_tokens(provider: MailSimulator, *command: str) -> dict[str, Any]:
    table: dict[str, Any] = dict(provider.table())
    for name in ("imap", "smtp"):
        table[name] = {key: value for key, value in table[name].items() if key != "password"}
        table[name]["token_command"] = list(command)
    return table


def test_access_tokens_in_place_of_passwords(provider: MailSimulator) -> None:
    channel = opened(with_tokens(provider, sys.executable, "-c", "print('simulated')"))
    assert not [one for one in channel.check() if one.severity == "broken"]
    assert channel.send(outbound()).provider_id == provider.sent[0].message_id


def test_a_command_that_prints_no_token(provider: MailSimulator) -> None:
    channel = opened(with_tokens(provider, sys.executable, "-c", "raise SystemExit(3)"))
    broken = [one.english for one in channel.check() if one.severity == "broken"]
    assert len(broken) == 2
    assert all("it ended with 3" in one for one in broken)
