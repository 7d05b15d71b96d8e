"""What a row says, as a table of cases."""

from datetime import datetime

import pytest

from tests.ui.desks import PretendDesk
from tests.ui.pretend.shop import DAAN, HOUR, MINUTE, NOW, row
from workstation.ui.inbox.inbox_words import (
    age,
    last_words,
    length,
    promise,
    shortened,
    since,
    spoken,
)

FRIDAY = int(datetime(2026, 3, 6, 15, 0).timestamp() * 1000)  # noqa: DTZ001 - the agent's own time


@pytest.mark.parametrize(
    ("gone", "words"),
    [
        (-5000, "now"),
        (0, "now"),
        (59_999, "now"),
        (MINUTE, "1 m"),
        (HOUR - 1, "59 m"),
        (HOUR, "1 h"),
        (24 * HOUR - 1, "23 h"),
        (24 * HOUR, "1 d"),
        (6 * 24 * HOUR, "6 d"),
    ],
)
def test_age(desk: PretendDesk, gone: int, words: str) -> None:
    assert age(NOW - gone, NOW, "en") == words


def test_an_old_row_shows_its_day(desk: PretendDesk) -> None:
    assert age(FRIDAY - 30 * 24 * HOUR, FRIDAY, "en") == "4 Feb"
    assert age(FRIDAY - 300 * 24 * HOUR, FRIDAY, "nl") == "10 mei"


@pytest.mark.parametrize(
    ("time", "words"),
    [
        (0, "0:00"),
        (48_000, "0:48"),
        (10 * MINUTE - 1, "9:59"),
        (10 * MINUTE, "10 min"),
        (HOUR, "1 h 00"),
        (2 * HOUR + 10 * MINUTE, "2 h 10"),
        (50 * HOUR, "2 d"),
    ],
)
def test_length(desk: PretendDesk, time: int, words: str) -> None:
    assert length(time) == words


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"due_at": NOW + 48_000}, ("0:48 left", "warn")),
        ({"due_at": NOW + 20 * MINUTE}, ("20 min left", "quiet")),
        ({"due_at": NOW - 14_000}, ("0:14 late", "bad")),
        ({"due_at": None, "waiting_since": None}, ("on customer", "ok")),
        ({"due_at": None}, ("", "quiet")),
        ({"state": "done"}, ("done", "quiet")),
    ],
)
def test_promise(desk: PretendDesk, given: dict[str, object], shown: tuple[str, str]) -> None:
    assert promise(row(1, **given), NOW, "en") == shown


def test_snoozed_says_until_when(desk: PretendDesk) -> None:
    tonight = row(1, state="snoozed", snoozed_until=FRIDAY + 2 * HOUR)
    monday = row(1, state="snoozed", snoozed_until=FRIDAY + 66 * HOUR)
    assert promise(tonight, FRIDAY, "en") == ("until 17:00", "accent")
    assert promise(monday, FRIDAY, "en") == ("until Mon 09:00", "accent")


def test_a_short_wait_counts_seconds(desk: PretendDesk) -> None:
    assert since(row(1, waiting_since=NOW - 72_000), NOW, "en") == "1:12"
    assert since(row(1, waiting_since=NOW - 11 * MINUTE), NOW, "en") == "11 m"
    assert since(row(1, waiting_since=None, last_at=NOW - 6 * MINUTE), NOW, "en") == "6 m"


@pytest.mark.parametrize(
    ("cut", "shown"),
    [
        ("WhatsApp  ·  Televi…", "WhatsApp  ·  Televi…"),
        ("WhatsApp  ·  T…", "WhatsApp"),
        ("WhatsApp  ·  …", "WhatsApp"),
        ("WhatsApp  …", "WhatsApp"),
        ("Whats…", "Whats…"),
    ],
)
def test_what_is_cut_to_nothing_is_left_out(cut: str, shown: str) -> None:
    assert shortened(cut) == shown


def test_who_wrote_the_last_line(desk: PretendDesk) -> None:
    context = desk.context
    assert last_words(context, row(1, last_text="Hoi")) == "Hoi"
    assert last_words(context, row(1, last_text="Hoi", last_side="agent")) == "You: Hoi"
    theirs = row(1, last_text="Hoi", last_side="agent", owner_id=DAAN)
    assert last_words(context, theirs) == "Daan: Hoi"
    assert last_words(context, row(1, last_text="", subject="Label")) == "Label"
    hebrew = row(1, last_text="לחץ 10 שניות.", last_side="agent")
    assert last_words(context, hebrew) == "You: \u2068לחץ 10 שניות.\u2069", "its stop stays its own"


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("image", "Picture"),
        ("voice", "Voice message"),
        ("location", "Location"),
        ("contacts", "Contact details"),
        ("order", "Order from the catalogue"),
        ("file", "File"),
        ("deleted", "This message was taken back"),
        ("of a later version", ""),
    ],
)
def test_a_last_message_without_words_is_said(desk: PretendDesk, what: str, words: str) -> None:
    assert last_words(desk.context, row(1, last_text="", wordless=what)) == words
    assert last_words(desk.context, row(1, last_text="Hoi", wordless=what)) == "Hoi"


def test_hostile_text_is_painted_harmlessly(desk: PretendDesk) -> None:
    nasty = row(1, name="a\ufdd0D800b\u202egpj.exe", last_text="x\ufdd00000y\r\nz")
    words = spoken(desk.context, nasty)
    assert "\ufffd" in words
    assert not any(mark in words for mark in ("\x00", "\u202e", "\n", "\ud800"))


def test_a_row_is_spoken_whole(desk: PretendDesk) -> None:
    words = spoken(desk.context, row(6, owner_id=DAAN, pending=True, due_at=NOW + 20 * MINUTE))
    assert words == (
        "Customer 6, unread, Message 6 about a television, 20 min left, "
        "WhatsApp  ·  Televisions, Daan Visser, waiting to be sent"
    )


@pytest.mark.parametrize(
    ("channel", "name", "said"),
    [
        ("phone", "+31612342210", "+31 6 •••• 2210"),
        ("whatsapp", "+31 6 12342210", "+31 6 •••• 2210"),
        ("email", "a.bakker@example.nl", "a.b•••@example.nl"),
        ("email", "Anouk Bakker", "Anouk Bakker"),
    ],
)
def test_who_is_only_an_address_is_not_shown_whole(
    desk: PretendDesk, channel: str, name: str, said: str
) -> None:
    unknown = row(1, name=name, channel=channel, last_text=name if channel == "phone" else "Hi")
    words = spoken(desk.context, unknown)
    assert words.startswith(said)
    assert name == said or name not in words
