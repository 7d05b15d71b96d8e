"""What the head of a contact says, and the moments a snooze offers."""

import time
from dataclasses import replace

import pytest

from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import MINUTE, NOW, ident, row
from workstation.replica.rows.contact import ContactHead
from workstation.ui.contact.contact_words import promise_words, under_the_name
from workstation.ui.contact.message_wishes import open_address, safe_name
from workstation.ui.contact.moments import moment_words, money, short_day, size_words
from workstation.ui.contact.reading_window import LONGEST_LINE, broken_lines
from workstation.ui.contact.refusal_words import reason_sentence
from workstation.ui.contact.snooze_times import snooze_times


def wall(*moment: int) -> int:
    """Milliseconds since the epoch at a moment of the agent's own clock."""
    return round(time.mktime((*moment, 0, 0, 0, -1)) * 1000)  # type: ignore[arg-type]


@pytest.fixture
def head(qapp: object) -> ContactHead:
    found = PretendReplica([row(1)], guard=False).contact(ident(1))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("fields", "words", "tone"),
    [
        ({"due_at": NOW + 48_000}, "Reply within 0:48", "warn"),
        ({"due_at": NOW + 130 * MINUTE}, "Reply within 2 h 10", "quiet"),
        ({"due_at": NOW - 90_000}, "Reply 1:30 late", "bad"),
        ({"due_at": None, "waiting_since": None}, "Waiting for the customer", "ok"),
        ({"state": "done"}, "Done", "quiet"),
        ({"guest": True}, "History", "quiet"),
    ],
)
def test_the_promise(head: ContactHead, fields: dict[str, object], words: str, tone: str) -> None:
    changed = replace(head, **fields)  # type: ignore[arg-type]
    assert promise_words(changed, NOW, "en") == (words, tone)


def test_the_line_under_the_name(head: ContactHead) -> None:
    head = replace(head, channel="email", order_number="80352219", subject="Label\nlost")
    assert under_the_name(head, "Televisions") == "E-mail · order 80352219 · Label lost"


@pytest.mark.parametrize(
    ("now", "names"),
    [
        (wall(2026, 3, 3, 8, 0), ["hour", "afternoon", "tomorrow", "next_week"]),
        (wall(2026, 3, 3, 13, 20), ["afternoon", "hour", "tomorrow", "next_week"]),
        (wall(2026, 3, 3, 13, 45), ["hour", "tomorrow", "next_week"]),
        (wall(2026, 3, 2, 23, 59), ["hour", "tomorrow", "next_week"]),
        (wall(2026, 3, 1, 23, 59), ["hour", "tomorrow"]),
    ],
)
def test_snooze_times_come_in_order_and_later_than_now(now: int, names: list[str]) -> None:
    times = snooze_times(now)
    assert [time.name for time in times] == names
    assert all(time.until > now for time in times)
    assert [time.until for time in times] == sorted(time.until for time in times)
    week = time.localtime(times[-1].until / 1000)
    assert (week.tm_wday, week.tm_hour, week.tm_min) == (0, 9, 0)


def test_moments_and_amounts_in_both_languages(qapp: object) -> None:
    at = wall(2026, 3, 12, 9, 0)
    assert moment_words(at, at, "nl") == "09:00"
    assert moment_words(at, at - 5 * 86_400_000, "nl") == "donderdag 12 maart 09:00"
    assert moment_words(at, at - 5 * 86_400_000, "en") == "Thursday 12 March 09:00"
    assert short_day(at, at + 40 * 86_400_000, "nl") == "12 mrt"
    assert money(119_900, "EUR", "nl") == "€\u00a01.199"
    assert money(8_950, "EUR", "en") == "€\u00a089.50"
    assert size_words(1_234_567, "nl") == "1,2 MB"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("invoice.pdf", "invoice.pdf"),
        ("../../etc/passwd", "_.._etc_passwd"),
        ("a\u202efdp.exe", "a_fdp.exe"),
        ("con: <x>?.txt", "con_ _x__.txt"),
        ("", "file"),
    ],
)
def test_a_name_from_outside_stays_in_its_folder(qapp: object, name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_only_the_web_and_mail_open(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(
        "workstation.ui.contact.message_wishes.QDesktopServices.openUrl",
        lambda url: opened.append(url.toString()),
    )
    for target in ("https://example.com/", "file:///etc/passwd", "mailto:a@example.nl", "calc:"):
        open_address(target)
    assert opened == ["https://example.com/", "mailto:a@example.nl"]


def test_an_endless_line_is_broken_for_reading() -> None:
    text = "x" * 5_500 + "\nshort\n" + "word " * 3_000
    lines = broken_lines(text)
    assert max(len(line) for line in lines) <= LONGEST_LINE
    assert "".join(lines) == text.replace("\n", "")


def test_a_reason_that_cannot_be_read_is_still_a_sentence(qapp: object) -> None:
    assert "wrapped up" in reason_sentence("contact_done\n{}\n1", "en")
    assert reason_sentence("something new\nnot json", "en")
