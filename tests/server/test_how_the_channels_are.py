"""An admin sees how each channel is, what was found, and how much of it could not be read."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.running import OpenOffice, hire
from tests.scripted import Scripted, office_with
from workstation.channels.console.channel import Console
from workstation.channels.port import (
    Channel,
    Finding,
)
from workstation.models import CHANNELS, new_id
from workstation.models.office import Arrival
from workstation.server.store.database import Database


class Provider(Scripted):
    name = "whatsapp"
    looked = 0

    def check(self) -> Sequence[Finding]:
        self.looked += 1
        return [
            Finding(
                severity="broken",
                english="The token has expired.",
                dutch="Het token is verlopen.",
            )
        ]


@pytest.fixture
def channel() -> Provider:
    return Provider()


@pytest.fixture
def office(database: Database, tmp_path: Path, channel: Provider) -> Iterator[OpenOffice]:
    channels: dict[str, Channel] = dict.fromkeys(CHANNELS, Console(tmp_path / "console"))
    with office_with(channels | {"whatsapp": channel}, database, tmp_path) as opened:
        hire(database, "ada", role="admin")
        yield opened


def look(office: OpenOffice) -> dict[str, Any]:
    answer = office.client.get("/v1/admin/channels", headers=office.sign_in("ada"))
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_each_channel_is_shown_as_it_is(office: OpenOffice, channel: Provider) -> None:
    office.office.lines.say("whatsapp", "sending", "down", "It is away.")
    with office.database.write() as session:
        for number in range(2):
            session.add(
                Arrival(
                    id=new_id(),
                    channel="whatsapp",
                    digest=str(number),
                    body=b"?",
                    at=office.clock(),
                    state="failed",
                    error="not JSON",
                )
            )
    seen = look(office)
    by_name = {one["channel"]: one for one in seen["channels"]}
    assert by_name.keys() == set(CHANNELS)
    assert by_name["whatsapp"] == {
        "channel": "whatsapp",
        "provider": "whatsapp",
        "state": "down",
        "reason": "It is away.",
        "since": office.clock(),
        "failed_arrivals": 2,
        "findings": [
            {
                "severity": "broken",
                "english": "The token has expired.",
                "dutch": "Het token is verlopen.",
            }
        ],
    }
    assert (by_name["email"]["provider"], by_name["email"]["findings"]) == ("console", [])
    assert seen["office"][0]["severity"] == "warning"
    look(office)
    assert channel.looked == 1


def test_only_an_admin_is_told(office: OpenOffice) -> None:
    answer = office.client.get("/v1/admin/channels", headers=office.sign_in("sanne"))
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")
