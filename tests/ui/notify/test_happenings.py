"""What happened is told from what was there and what is there now; nothing is told twice over."""

from typing import Any

import pytest

from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import DAAN, MINE, MINUTE, NOW, ident, row
from workstation.replica.rows.contact import CallRow, MessageRow
from workstation.replica.rows.inbox import InboxRow
from workstation.ui.notify.happenings import Look, happened, look, next_warning

SINCE = NOW - MINUTE


def quiet_row(number: int, **given: Any) -> InboxRow:
    """A contact of mine in which nothing is new."""
    return row(number, **{"last_at": NOW - 60 * MINUTE, "due_at": None, **given})


def message(kind: str, author: str, *, at: int = NOW, **facts: Any) -> MessageRow:
    return MessageRow(
        message_id=ident(at % 1000, 5),
        direction="internal",
        kind=kind,  # type: ignore[arg-type]
        author_id=author,
        author_name="Daan Visser",
        text="Kun jij hiernaar kijken?",
        facts=facts,
        at=at,
        delivery="",
        failure="",
        reply_to_id=None,
        pending=False,
    )


def told(before: dict[str, int], found: Look) -> list[tuple[str, str]]:
    happenings = happened(before, found, me=MINE, since=SINCE, now=NOW)
    return [(one.kind, one.contact_id) for one in happenings]


def test_a_customer_who_writes_is_told() -> None:
    before = {ident(1): NOW - 60 * MINUTE}
    wrote = quiet_row(1, last_at=NOW, last_side="customer")
    assert told(before, Look((wrote,))) == [("wrote", ident(1))]


@pytest.mark.parametrize(
    "last",
    [
        {"last_at": NOW, "last_side": "us"},
        {"last_at": NOW - 60 * MINUTE, "last_side": "customer"},
        {"last_at": SINCE - 1, "last_side": "customer"},
    ],
    ids=["it was us", "nothing is newer", "it was before the desk was opened"],
)
def test_what_is_no_news_is_not_told(last: dict[str, Any]) -> None:
    assert told({ident(1): NOW - 60 * MINUTE}, Look((quiet_row(1, **last),))) == []


def test_a_contact_that_a_colleague_gives_me_is_told_with_their_name() -> None:
    event = message("event", DAAN, what="assigned", agent_id=MINE)
    found = Look((quiet_row(1),), newest={ident(1): (event,)})
    (one,) = happened({}, found, me=MINE, since=SINCE, now=NOW)
    assert (one.kind, one.by) == ("assigned", "Daan Visser")


@pytest.mark.parametrize(
    "facts", [{"what": "claimed"}, {"what": "assigned", "agent_id": DAAN}], ids=["took", "other"]
)
def test_what_i_take_myself_is_not_told(facts: dict[str, Any]) -> None:
    event = message("event", MINE, **facts)
    assert told({}, Look((quiet_row(1),), newest={ident(1): (event,)})) == []


def test_a_mention_is_told_on_whoevers_contact_it_is() -> None:
    note = message("note", DAAN, mentions=[MINE])
    other = message("note", DAAN, mentions=[DAAN])
    mine = message("note", MINE, mentions=[MINE])
    found = Look(
        (), newest={ident(7): (note,), ident(8): (other,), ident(9): (mine,)}, names={ident(7): "A"}
    )
    (one,) = happened({}, found, me=MINE, since=SINCE, now=NOW)
    assert (one.kind, one.contact_id, one.who, one.by) == (
        "mentioned",
        ident(7),
        "A",
        "Daan Visser",
    )


@pytest.mark.parametrize(
    ("due", "late"),
    [(NOW + 4 * MINUTE, True), (NOW + 6 * MINUTE, False), (NOW - 1, False)],
    ids=["within five minutes", "later", "too late already"],
)
def test_a_promise_is_told_of_shortly_before_it_runs_out(due: int, late: bool) -> None:
    waits = quiet_row(1, due_at=due, waiting_since=NOW - 60 * MINUTE)
    assert told({ident(1): waits.last_at}, Look((waits,))) == ([("late", ident(1))] if late else [])


def test_a_short_promise_is_told_of_in_its_last_fifth() -> None:
    waits = quiet_row(1, due_at=NOW + 5 * MINUTE, waiting_since=NOW)
    assert next_warning([waits], NOW) == NOW + 4 * MINUTE


def test_of_who_is_only_a_number_the_last_digits_are_told() -> None:
    wrote = quiet_row(1, name="+31612342210", channel="whatsapp", last_at=NOW, last_side="customer")
    (one,) = happened({ident(1): 0}, Look((wrote,)), me=MINE, since=SINCE, now=NOW)
    assert one.who == "+31 6 •••• 2210"
    note = message("note", DAAN, mentions=[MINE])
    found = Look((quiet_row(1, name="a.bakker@example.nl"),), newest={ident(1): (note,)})
    (one,) = happened({ident(1): NOW}, found, me=MINE, since=SINCE, now=NOW)
    assert one.who == "a.b•••@example.nl"


def test_who_rings_is_told() -> None:
    call = CallRow(
        call_id=ident(1, 9), contact_id=ident(1), inbound=True, number="+31 20 555 0101",
        state="ringing", outcome="", agent_id=None, started_at=NOW, answered_at=None,
        held_since=None, held_ms=0, ended_at=None, wished="", failure="",
    )  # fmt: skip
    (one,) = happened({}, Look((), calls=(call,)), me=MINE, since=SINCE, now=NOW)
    assert (one.kind, one.who) == ("ringing", "+31 20 555 0101")


def test_looking_reads_mine_and_the_newest_of_what_changed() -> None:
    replica = PretendReplica([row(1), row(2, owner_id=DAAN), row(3, unread=True)], guard=False)
    replica.messages[ident(2)] = [message("note", DAAN, mentions=[MINE])]
    found = look(replica, {ident(2)})
    assert [one.contact_id for one in found.rows] == [ident(1), ident(3)]
    assert found.unread == 1
    assert set(found.newest) == {ident(2)}
    assert set(found.names) == {ident(2)}
