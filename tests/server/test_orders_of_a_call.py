"""What an agent wants of a call is asked of the provider once and in order; the answer is shown."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.running import OpenOffice, hire
from tests.scripted import Scripted, office_with
from workstation.channels.incoming import (
    CallNews,
)
from workstation.channels.outgoing import (
    CallControl,
    Rejected,
    Sent,
    Unavailable,
    Uncertain,
)
from workstation.models import Agent, Call, Contact, Setting, Team, new_id
from workstation.models.office import Job
from workstation.server.intake.calls import apply_calls
from workstation.server.store.database import Database

NUMBER = "+31201234567"


class Exchange(Scripted):
    """A telephone provider that does as told."""

    name = "phone"

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[CallControl] = []
        self.trouble: list[BaseException] = []

    def control(self, control: CallControl) -> Sent | None:
        self.asked.append(control)
        if self.trouble:
            raise self.trouble.pop(0)
        return Sent("p-call") if control.wish == "dial" else None


@pytest.fixture
def channel() -> Exchange:
    return Exchange()


@pytest.fixture
def office(database: Database, tmp_path: Path, channel: Exchange) -> Iterator[OpenOffice]:
    with office_with(channel, database, tmp_path) as opened:
        yield opened


def hear(office: OpenOffice, step: str, **given: Any) -> None:
    news = {"provider_id": "p-1", "at": office.clock(), "address": NUMBER} | given
    with office.database.write() as session:
        apply_calls(
            session,
            "phone",
            [CallNews(channel="phone", step=step, **news)],  # type: ignore[arg-type]
            office.clock(),
            jobs=office.office.jobs,
        )


def order(office: OpenOffice, headers: dict[str, str], kind: str, **given: Any) -> None:
    call = office.only(Call)
    decision = office.act(headers, kind, contact_id=call.contact_id, call_id=call.id, **given)
    assert decision["outcome"] == "accepted", decision


def talking(office: OpenOffice) -> dict[str, str]:
    """A customer calls, and Sanne has them on the line."""
    headers = office.sign_in("sanne")
    hear(office, "ringing")
    hear(office, "answered", agent="sanne")
    return headers


def left(office: OpenOffice) -> list[Job]:
    return [job for job in office.rows(Job) if job.kind == "control_call"]


def test_an_answered_call_is_connected_and_waits_for_the_news(
    office: OpenOffice, channel: Exchange
) -> None:
    headers = office.sign_in("sanne")
    hear(office, "ringing")
    order(office, headers, "answer_call")
    office.work()
    (asked,) = channel.asked
    call = office.only(Call)
    assert asked == CallControl(wish="answer", reference=call.id, provider_id="p-1", agent="sanne")
    assert (call.wished, call.failure) == ("answer", "")  # nobody else answers it meanwhile
    office.work()
    assert len(channel.asked) == 1
    assert left(office) == []
    hear(office, "answered", agent="sanne")
    assert office.only(Call).wished == ""


def test_orders_arrive_in_the_order_they_were_given(office: OpenOffice, channel: Exchange) -> None:
    headers = talking(office)
    order(office, headers, "hold_call")
    office.work()
    assert office.only(Call).wished == ""
    hear(office, "held")
    order(office, headers, "resume_call")
    office.work()
    order(office, headers, "hang_up_call")
    office.work()
    assert [one.wish for one in channel.asked] == ["hold", "resume", "hang_up"]


def test_whom_it_goes_to_is_said_as_the_provider_calls_them(
    office: OpenOffice, channel: Exchange
) -> None:
    smit, team = hire(office.database, "smit", team="Washing")
    with office.database.write() as session:
        session.add_all(
            [
                Setting(id=new_id(), name="phone_extensions", value={"smit": "102"}),
                Setting(id=new_id(), name="phone_teams", value={"washing": "800"}),
            ]
        )
    headers = talking(office)
    tvs = next(team.id for team in office.rows(Team) if team.name_en == "TVs")
    for target in ({"agent_id": smit}, {"team_id": team}, {"number": "+31209876543"}):
        order(office, headers, "transfer_call", **target)
        office.work()
    assert [one.target for one in channel.asked] == ["102", "800", "+31209876543"]
    order(office, headers, "transfer_call", team_id=tvs)
    office.work()
    assert len(channel.asked) == 3
    assert office.only(Call).failure == "office.no_extension"


@pytest.mark.parametrize(
    ("trouble", "failure"),
    [
        (Rejected("That is not possible."), "That is not possible."),
        (Rejected("A sentence.", "office.no_calls"), "office.no_calls"),
        (Unavailable("Busy."), "office.call_unavailable"),
        (Uncertain("Lost."), "office.call_lost"),
        (KeyError("a bug"), "office.call_lost"),
    ],
)
def test_what_went_wrong_is_shown_and_can_be_asked_again(
    office: OpenOffice, channel: Exchange, trouble: Exception, failure: str
) -> None:
    headers = talking(office)
    channel.trouble = [trouble]
    order(office, headers, "hold_call")
    office.work()
    assert (office.only(Call).wished, office.only(Call).failure) == ("", failure)
    office.clock.ahead(seconds=300)
    office.work()
    assert len(channel.asked) == 1
    order(office, headers, "hold_call")
    office.work()
    assert len(channel.asked) == 2
    assert office.only(Call).failure == ""


def test_who_died_while_asking_is_not_repeated(office: OpenOffice, channel: Exchange) -> None:
    class Killed(BaseException):
        """The end of the process."""

    headers = talking(office)
    channel.trouble = [Killed()]
    order(office, headers, "hold_call")
    with pytest.raises(Killed):
        office.work()
    office.clock.ahead(seconds=60)
    office.work()
    assert len(channel.asked) == 1
    assert (office.only(Call).wished, office.only(Call).failure) == ("", "office.call_lost")
    assert left(office) == []


def call_back(office: OpenOffice) -> None:
    hear(office, "ringing")
    hear(office, "ended", how="missed")
    contact = office.only(Contact)
    decision = office.act(
        office.sign_in("sanne"), "call_back", contact_id=contact.id, call_id=new_id()
    )
    assert decision["outcome"] == "accepted", decision


def dialled(office: OpenOffice) -> Call:
    return next(call for call in office.rows(Call) if not call.inbound)


def test_a_call_back_is_dialled_and_known_by_the_provider_s_id(
    office: OpenOffice, channel: Exchange
) -> None:
    call_back(office)
    # The provider tells of it before it has answered us.
    hear(office, "answered", provider_id="p-call", address="", inbound=False, agent="sanne")
    office.work()
    (asked,) = channel.asked
    assert (asked.wish, asked.target, asked.agent) == ("dial", NUMBER, "sanne")
    call = dialled(office)
    assert asked.reference == call.id
    assert (call.origin, call.state, call.wished) == ("phone:p-call", "talking", "")
    assert office.rows(Agent)[0].id == call.agent_id


def test_a_call_back_that_cannot_be_dialled_is_over(office: OpenOffice, channel: Exchange) -> None:
    channel.trouble = [Unavailable("Busy.")]
    call_back(office)
    office.work()
    call = dialled(office)
    assert (call.state, call.outcome) == ("ended", "failed")
    assert call.failure == "office.call_unavailable"


def test_a_call_back_whose_answer_is_lost_may_still_ring(
    office: OpenOffice, channel: Exchange
) -> None:
    channel.trouble = [Uncertain("Lost.")]
    call_back(office)
    office.work()
    call = dialled(office)
    assert (call.state, call.failure) == ("dialling", "office.call_lost")
    hear(office, "answered", provider_id="p-9", address="", reference=call.id, inbound=False)
    assert dialled(office).state == "talking"


def test_a_call_that_told_of_itself_first_is_not_dialled_twice(
    office: OpenOffice, channel: Exchange
) -> None:
    call_back(office)
    hear(office, "answered", provider_id="p-call", inbound=False, agent="sanne")
    office.work()
    mine, told = sorted(
        (call for call in office.rows(Call) if not call.inbound), key=lambda call: call.origin or ""
    )
    assert (mine.origin, mine.state) == (None, "ended")
    assert (told.origin, told.state) == ("phone:p-call", "talking")
