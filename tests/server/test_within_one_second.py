"""Providers tell whole seconds: within one, an answer still stands below what it answers."""

from itertools import permutations
from typing import Any

import pytest
from sqlalchemy import select

from tests.running import OpenOffice, hire, written
from workstation.models import Contact, Message, new_id


@pytest.fixture
def office(open_office: OpenOffice) -> OpenOffice:
    hire(open_office.database, "sanne")
    return open_office


def transcript(office: OpenOffice) -> list[str]:
    """The texts in the order in which both sides show them."""
    with office.database.read() as session:
        texts = select(Message.text).where(Message.kind == "text")
        return list(session.scalars(texts.order_by(Message.at, Message.id)))


def answered(office: OpenOffice, text: str) -> None:
    headers = office.sign_in("sanne")
    (contact,) = office.rows(Contact)
    data = {"contact_id": contact.id, "message_id": new_id(), "text": text}
    decision = office.act(headers, "reply", **data, written_at=office.clock())
    assert decision["outcome"] == "accepted"


def test_mail_in_the_second_of_our_answer_stands_below_it(office: OpenOffice) -> None:
    second = office.clock() // 1000 * 1000
    office.post(written("m-1", "It flickers", at=second - 60_000))
    office.clock.now = second + 600
    answered(office, "Does it always?")
    office.clock.now = second + 900
    office.post(written("m-2", "Always", at=second))
    office.post(written("m-3", "Also at night", at=second))
    assert transcript(office) == ["It flickers", "Does it always?", "Always", "Also at night"]
    (contact,) = office.rows(Contact)
    assert (contact.last_text, contact.last_side) == ("Also at night", "customer")
    assert contact.waiting_since is not None


def test_what_came_before_our_answer_stays_above_it(office: OpenOffice) -> None:
    second = office.clock() // 1000 * 1000
    office.clock.now = second + 300
    office.post(written("m-1", "It flickers", at=second))
    office.clock.now = second + 600
    answered(office, "Does it always?")
    assert transcript(office) == ["It flickers", "Does it always?"]


CHAIN = ("first", "second", "third", "fourth")


@pytest.mark.parametrize("order", list(permutations(range(4)))[::3])
def test_answers_to_answers_within_a_second(office: OpenOffice, order: tuple[int, ...]) -> None:
    at = office.clock() - 60_000
    messages: list[dict[str, Any]] = [
        written(f"m-{n}", text, at=at, thread="t", **({"reply_to": f"m-{n - 1}"} if n else {}))
        for n, text in enumerate(CHAIN)
    ]
    for number in order[:2]:
        office.post(messages[number])
    office.post(*(messages[number] for number in order[2:]))
    assert transcript(office) == list(CHAIN)
    assert [m.at - at for m in sorted(office.rows(Message), key=lambda m: m.at)] == [0, 1, 2, 3]


def test_two_that_answer_each_other_end(office: OpenOffice) -> None:
    at = office.clock() - 60_000
    one = written("m-1", "one", at=at, thread="t", reply_to="m-2")
    other = written("m-2", "other", at=at, thread="t", reply_to="m-1")
    office.post(one, other)
    office.post(written("m-3", "three", at=at, thread="t", reply_to="m-4"))
    office.post(written("m-4", "four", at=at, thread="t", reply_to="m-3"))
    assert len(office.rows(Message)) == 4
