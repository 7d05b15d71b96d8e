"""What customers paste and providers pass on goes from a customer to the desk, and from the desk to
the customer, exactly as it was written: NUL, lone surrogates, right to left, zero width, a lot.

Texts are compared by their escapes, since a failure that holds a surrogate can hardly be printed.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st
from sqlalchemy import select

from tests.desk import Desk, newest
from tests.effort import Did, examples
from tests.running import OpenOffice, hire, written
from workstation import actions
from workstation.models import Contact, new_id
from workstation.models.text import one_line, shown, storable
from workstation.replica.rows.outbox import Draft
from workstation.wire.envelopes import Decision

_ANY = st.characters(min_codepoint=0, max_codepoint=0x10FFFF)  # surrogates and NUL too
_NASTY = st.sampled_from(
    [
        *("\0", "\ud800", "\udfff", "\udcff", "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff"),
        *("\ufdd0", "\x1b[31m", "\r\n", "e\u0301", "\x7f", "\x85", "\u2028"),
        *("\U0001f468\u200d\U0001f469\u200d\U0001f467", "\u05d0\u05d1", "\u0645\u0631", " "),
        *("{name}", "%s", "'; DROP TABLE message", "<b>&amp;", "\\u0000", "\U000e0041", '"'),
    ]
)
_texts = st.lists(_ANY | _NASTY, min_size=1, max_size=60).map("".join)
# A text that holds our own mark (a noncharacter, not for interchange) is read as one: text.py.
_texts = _texts.filter(lambda text: not re.search("\ufdd0[0-9A-F]{4}", text))

EXAMPLES = (
    "\0",
    "\ud83d",
    "\udc00 before its high half \ud800",
    "\u202eright to left\u202c and back",
    "a\u200bb\u200dc\ufeffd",
    "\ufdd0 and \ufdd0d800 are not what a mark looks like",
    "x" * 199 + "\0" * 20,
    "tab\tand\r\nnew line\x0b\x0c\x1c\x85\u2028",
)


def _written_body(identifier: str, text: str, thread: str) -> bytes:
    """As a provider sends it: lone surrogates escaped, since no UTF-8 can hold them."""
    message = written(identifier, text, thread=thread)
    return json.dumps({"messages": [message], "statuses": []}).encode()


class Line:
    """A customer, an office and a desk."""

    def __init__(self, office: OpenOffice, folder: Path) -> None:
        self.office = office
        agent_id, _ = hire(office.database, "anna")
        self.desk = Desk(office.database, agent_id, folder, now=office.clock())
        self.headers = office.sign_in("anna")

    def customer_writes(self, text: str) -> str:
        """The id of the contact on which the desk has it."""
        thread = new_id()
        body = _written_body(new_id(), text, thread)
        assert self.office.bring(body) == 202
        self.office.take()
        self.desk.pull(past=newest(self.office.database))
        with self.office.database.read() as session:
            contact_id = session.scalar(select(Contact.id).where(Contact.thread == thread))
        assert contact_id is not None
        return contact_id

    def send(self) -> None:
        """Over HTTP, as the desk does."""
        envelopes = [envelope.model_dump() for envelope in self.desk.waiting()]
        answer = self.office.client.post(
            "/v1/actions", json={"actions": envelopes}, headers=self.headers
        )
        assert answer.status_code == 200, answer.text
        for decision in answer.json()["decisions"]:
            assert decision["outcome"] == "accepted", decision
        self.desk.replica.receiving.decided(
            [Decision.model_validate(decision) for decision in answer.json()["decisions"]]
        )


@pytest.fixture
def line(open_office: OpenOffice, tmp_path: Path) -> Iterator[Line]:
    found = Line(open_office, tmp_path / "profile")
    yield found
    found.desk.close()


def _there_and_back(line: Line, text: str, answer: str) -> None:
    replica = line.desk.replica
    contact_id = line.customer_writes(text)
    (asked,) = replica.transcript(contact_id).messages
    assert ascii(asked.text) == ascii(text)
    head = replica.contact(contact_id)
    assert head is not None

    replica.save_draft(Draft(contact_id, answer))
    draft = replica.draft(contact_id)
    assert draft is not None
    assert ascii(draft.text) == ascii(answer)
    if not answer.strip():
        return
    replica.act(actions.Reply(contact_id=contact_id, text=answer, written_at=line.office.clock()))
    shown_at_once = replica.transcript(contact_id).messages[-1].text
    line.send()
    line.desk.pull(past=newest(line.office.database))

    assert ascii(shown_at_once) == ascii(answer)
    assert ascii(replica.transcript(contact_id).messages[-1].text) == ascii(answer)
    line.office.work()
    assert ascii(line.office.outbox()[-1]["text"]) == ascii(answer)


@settings(
    max_examples=examples(3),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(text=_texts, answer=_texts)
@example(text=EXAMPLES[0], answer=EXAMPLES[1])
@example(text=EXAMPLES[2], answer=EXAMPLES[3])
@example(text=EXAMPLES[4], answer=EXAMPLES[5])
@example(text=EXAMPLES[6], answer=EXAMPLES[7])
def test_any_text_arrives_as_it_was_written(line: Line, did: Did, text: str, answer: str) -> None:
    _there_and_back(line, text, answer)
    did("hostile texts there and back", 1)


@pytest.mark.parametrize("what", ["x", "\u05d0\u200b", "\0", "\ud800", "woord "])
def test_a_megabyte_arrives_whole(line: Line, what: str) -> None:
    text = what * (1_000_000 // len(what))
    if what in ("\0", "\ud800"):  # each takes the room of five where it is stored
        text = what * 200_000
    _there_and_back(line, text, text)


@given(_texts)
def test_what_is_stored_is_shown_as_it_was(text: str) -> None:
    kept = storable(text)
    assert "\0" not in kept
    kept.encode()  # no lone surrogate is left
    assert storable(kept) == kept
    assert ascii(shown(kept)) == ascii(text)
    line = one_line(kept)
    assert len(line) <= 160
    shown(line).encode("utf-8", "surrogatepass")
    assert storable(line) == line
