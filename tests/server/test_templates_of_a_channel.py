"""Templates are as the provider has them: fetched at a start and every day, gone ones set aside."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.running import OpenOffice
from tests.scripted import Scripted, office_with
from workstation.channels.console.channel import Console
from workstation.channels.incoming import (
    TemplateNews,
)
from workstation.channels.outgoing import (
    Rejected,
    Rules,
    Unavailable,
)
from workstation.channels.port import (
    Channel,
)
from workstation.models import CHANNELS, Line, Template
from workstation.server.store.database import Database


class Templated(Scripted):
    name = "whatsapp"

    def __init__(self) -> None:
        super().__init__(Rules(longest_text=1000, templates=True))
        self.there: list[TemplateNews] = []
        self.trouble: list[Exception] = []

    def templates(self) -> Sequence[TemplateNews]:
        if self.trouble:
            raise self.trouble.pop(0)
        return self.there


def template(name: str, body: str = "Hallo {{1}}", status: str = "approved") -> TemplateNews:
    return TemplateNews(
        channel="whatsapp", name=name, language="nl", status=status, body=body, buttons=("Ja",)
    )


@pytest.fixture
def channel() -> Templated:
    return Templated()


@pytest.fixture
def office(database: Database, tmp_path: Path, channel: Templated) -> Iterator[OpenOffice]:
    channels: dict[str, Channel] = dict.fromkeys(CHANNELS, Console(tmp_path / "console"))
    with office_with(channels | {"whatsapp": channel}, database, tmp_path) as opened:
        yield opened


def seen(office: OpenOffice) -> dict[str, tuple[str, str, bool]]:
    return {one.name: (one.body, one.status, one.active) for one in office.rows(Template)}


def state(office: OpenOffice) -> tuple[str, str]:
    line = next(line for line in office.rows(Line) if line.channel == "whatsapp")
    return line.state, line.reason


def test_they_are_there_soon_after_a_start_and_follow_the_provider(
    office: OpenOffice, channel: Templated
) -> None:
    channel.there = [template("one"), template("two", status="paused")]
    office.work()
    assert seen(office) == {
        "one": ("Hallo {{1}}", "approved", True),
        "two": ("Hallo {{1}}", "paused", True),
    }
    channel.there = [template("two", "Dag {{1}}"), template("three")]
    office.clock.ahead(hours=23)
    office.work()
    assert "three" not in seen(office)
    office.clock.ahead(hours=2)
    office.work()
    assert seen(office) == {
        "one": ("Hallo {{1}}", "approved", False),
        "two": ("Dag {{1}}", "approved", True),
        "three": ("Hallo {{1}}", "approved", True),
    }


def test_a_provider_that_is_away_is_asked_again_soon(
    office: OpenOffice, channel: Templated
) -> None:
    channel.there = [template("one")]
    channel.trouble = [Unavailable("Busy.", retry_after=30), Unavailable("Busy.")]
    office.work()
    office.clock.ahead(seconds=31)
    office.work()
    assert seen(office) == {}
    office.clock.ahead(seconds=5)
    office.work()
    assert list(seen(office)) == ["one"]
    assert state(office) == ("open", "")


def test_one_that_refuses_is_said_and_keeps_what_there_was(
    office: OpenOffice, channel: Templated
) -> None:
    channel.there = [template("one")]
    office.work()
    channel.trouble = [Rejected("The token has expired.")]
    office.clock.ahead(hours=25)
    office.work()
    assert seen(office)["one"][2]
    assert state(office) == ("degraded", "The token has expired.")
    office.clock.ahead(hours=25)
    office.work()
    assert state(office) == ("open", "")


def test_a_channel_that_lost_its_templates_has_none(
    office: OpenOffice, channel: Templated, tmp_path: Path
) -> None:
    channel.there = [template("one")]
    office.work()
    with office_with(Scripted(), office.database, tmp_path) as later:
        assert not seen(later)["one"][2]
