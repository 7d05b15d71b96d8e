"""What happened to a contact is said in words, with names."""

import pytest

from tests.ui.pretend.shop import NOW, PHONES, REFERENCE, ident
from tests.ui.spoken import event, note, ours, said
from workstation.replica.rows.contact import MessageRow
from workstation.ui.contact.names import Names
from workstation.ui.transcript.transcript_words import TranscriptWords


@pytest.fixture
def words(qapp: object) -> TranscriptWords:
    return TranscriptWords(Names(REFERENCE, "en"), "en", lambda: NOW)


@pytest.mark.parametrize(
    ("message", "sentence"),
    [
        (event(1, "claimed"), "Daan Visser took this contact"),
        (event(1, "released"), "Daan Visser gave this contact back to the team"),
        (
            event(1, "assigned", agent_id=ident(1, 1)),
            "Daan Visser gave this contact to Sanne de Jong",
        ),
        (event(1, "assigned", agent_id=ident(2, 1)), "Daan Visser took this contact"),
        (event(1, "transferred", team_id=PHONES), "Daan Visser moved this contact to Smartphones"),
        (event(1, "reopened"), "Daan Visser reopened this contact"),
        (event(1, "linked", customer_id=ident(1)), "Daan Visser linked this contact to a customer"),
        (
            event(1, "wrapped_up", reason_id=ident(2, 6)),
            "Daan Visser wrapped up: Complaint › Picture flickers",
        ),
        (event(1, "woke"), "This contact came back"),
        (event(1, "call", seconds=236), "Telephone call, 3:56"),
        (event(1, "missed"), "Missed call"),
        (event(1, "something newer"), "Daan Visser changed something"),
        (event(1, "assigned", agent_id="{who}"), "Daan Visser gave this contact to ?"),
    ],
)
def test_events(words: TranscriptWords, message: MessageRow, sentence: str) -> None:
    assert words.event(message) == sentence


def test_a_snooze_says_until_when(words: TranscriptWords) -> None:
    until = NOW + 24 * 3_600_000
    assert "tomorrow" in words.event(event(1, "snoozed", until=until))


@pytest.mark.parametrize(
    ("message", "end"),
    [
        (said(1, "hi"), ""),
        (ours(1, "hi", delivery="read", author_id=ident(1, 1), author_name="Sanne"), " · read"),
        (ours(1, "hi", author_id=ident(2, 1), author_name="Daan"), " · Daan · sent"),
        (ours(1, "hi", pending=True, delivery="queued"), " · waiting to send"),
        (ours(1, "hi", delivery="queued"), " · on its way"),
        (ours(1, "hi", delivery="delivered"), " · delivered"),
        (
            ours(1, "hi", delivery="failed", failure="no such number"),
            " · not delivered · Try again",
        ),
        (
            ours(1, "hi", delivery="uncertain"),
            " · not known whether it arrived · Send again",
        ),
        (note(1, "hi"), " · only colleagues see this"),
    ],
)
def test_the_small_line(words: TranscriptWords, message: MessageRow, end: str) -> None:
    line = "".join(bit.text for bit in words.meta(message))
    assert line[5:] == end
