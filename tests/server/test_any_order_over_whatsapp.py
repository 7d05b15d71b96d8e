"""The same of webhooks as WhatsApp posts them, through its own parser."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from tests.channels.whatsapp import webhooks
from tests.server.conversations import BEGAN, Choice, difference, shuffled, what_became_of
from tests.server.test_any_order import (
    CHOICES,
    CUTS,
    NOW,
    ORDERS,
    Intake,
    intake,
    together,
    unhurried,
)
from workstation.channels import open_channels
from workstation.models import new_id
from workstation.server.files.store import FileStore
from workstation.server.intake.arrived import Kept, Reading
from workstation.server.intake.effect import Effect
from workstation.server.jobs.queue import Jobs
from workstation.server.lines import Lines
from workstation.simulator.graph import GraphFake

__all__ = ["intake"]

NUMBERS = count(10_000_000)
SECOND = BEGAN // 1000


@pytest.fixture
def over_whatsapp(intake: Intake, tmp_path: Path) -> Iterator[Intake]:
    with GraphFake() as fake:
        channels = {**open_channels(tmp_path), "whatsapp": webhooks.whatsapp(fake)}
        jobs = Jobs(intake.database, lease=1000, clock=lambda: NOW)
        lines = Lines(intake.database, jobs, channels, lambda: NOW)
        settings = intake.reading._settings
        yield replace(
            intake,
            reading=Reading(settings, FileStore(tmp_path / "files"), channels),
            effect=Effect(jobs, lines, channels),
        )


def conversation(mark: str, number: str, choices: list[Choice]) -> list[bytes]:
    said: list[str] = []
    bodies = []
    for at, (act, target, how) in enumerate(choices):
        beside: dict[str, Any] = {
            "id": f"wamid.{mark}.{at}",
            "from": number,
            "timestamp": str(SECOND + at),
        }
        about = said[target % len(said)] if said else ""
        if act in (4, 5, 6, 8) and said:
            kind, content = {
                4: (
                    "edit",
                    {
                        "original_message_id": about,
                        "message": {"type": "text", "text": {"body": f"edited {at}"}},
                    },
                ),
                5: ("revoke", {"original_message_id": about}),
            }.get(act, ("reaction", {"message_id": about, "emoji": "\u2764" if how % 2 else ""}))
        else:
            kind, content = "text", {"body": f"{mark} says {at}"}
            if how & 1:
                kind, content = "location", {"latitude": 52.1, "longitude": at}
            if how & 2 and said:
                beside["context"] = {"id": about, "from": number}
            said.append(beside["id"])
        writer = {"profile": {"name": "Anna Bakker"}, "wa_id": number}
        items = webhooks.message(kind, content, **beside)
        bodies.append(
            webhooks.body(webhooks.change("messages", contacts=[writer], messages=[items]))
        )
    return bodies


@unhurried
@given(choices=CHOICES, order=ORDERS, cuts=CUTS)
def test_any_order_of_whatsapps_webhooks_ends_the_same(
    over_whatsapp: Intake, choices: list[Choice], order: list[int], cuts: list[int]
) -> None:
    found = []
    for mixed in (False, True):
        mark, number = f"m{new_id()}", f"316{next(NUMBERS)}"
        bodies = conversation(mark, number, choices)
        given_in = [bodies]
        if mixed:
            wild = [one["body"] for one in shuffled([{"body": body} for body in bodies], order)]
            given_in = [list(some) for some in together(wild, cuts)]
        for some in given_in:
            for each in [some] if mixed else [[body] for body in some]:
                _take(over_whatsapp, each)
        with over_whatsapp.database.read() as session:
            found.append(what_became_of(session, mark, f"+{number}"))
    assert found[0]
    assert not difference(*found)


def _take(intake: Intake, bodies: list[bytes]) -> None:
    arrived = [intake.reading.read(Kept(new_id(), "whatsapp", body, NOW)) for body in bodies]
    assert [one.error for one in arrived] == [""] * len(arrived)
    intake.database.retrying(lambda session: intake.effect.apply(session, arrived, NOW))
