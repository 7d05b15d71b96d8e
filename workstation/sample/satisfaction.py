"""What customers gave us, and what colleagues wrote down about them: `texts/satisfaction.toml` as
rows."""

from collections.abc import Callable
from random import Random
from typing import Any

from workstation.sample.rows import DAY, HOUR, Row, ref
from workstation.sample.staff import agent_id, colleagues
from workstation.sample.texts import text

ASKED = 0.22
"""The part of the contacts after which somebody answers the question."""
TOLD = 0.55
"""The part of those who also write something."""
NOTED = 0.05
"""The part of the customers about whom something was written down."""
_SOLVED = (0, 0, 0, 0, 0, 1, 2, 6, 16, 28, 22)
_FAILED = (4, 4, 6, 6, 6, 10, 10, 8, 4, 2, 1)
"""How often each score from 0 to 10 is given, when it was solved and when it was not."""


def rating_of(
    *,
    key: str,
    customer_id: str,
    contact_id: str,
    channel: str,
    language: str,
    failed: bool,
    at: int,
    now: int,
) -> list[Row]:
    """Of a contact that was wrapped up at `at`: one or none. The same for the same key."""
    dice = Random(f"rating:{key}")
    if dice.random() >= ASKED:
        return []
    score = dice.choices(range(11), weights=_FAILED if failed else _SOLVED)[0]
    asked = at + HOUR + int(dice.random() * DAY)
    if asked >= now:
        return []
    said = ""
    if dice.random() < TOLD:
        band = "high" if score >= 9 else "middle" if score >= 7 else "low"
        said = dice.choice(text("satisfaction")["comment"][language][band])
    return [_rating(key, customer_id, contact_id, channel, score, said, asked)]


def note_of(*, key: str, customer_id: str, language: str, since: int, now: int) -> list[Row]:
    """About a customer: one or none."""
    dice = Random(f"note:{key}")
    if dice.random() >= NOTED:
        return []
    at = since + int(dice.random() * max(now - since, 1))
    writer = dice.choice([one.id for one in colleagues()])
    said = dice.choice(text("satisfaction")["notes"][language])
    return [_note(key, customer_id, writer, said, at)]


def on_the_desk(customer: Callable[[str], str], now: int) -> tuple[list[Row], list[Row]]:
    """Ratings and notes of the customers on the default agent's desk, by the key of each."""
    known: dict[str, list[dict[str, Any]]] = text("satisfaction")
    ratings = [
        _rating(
            f"desk:{number}",
            customer(given["customer"]),
            None,
            given["channel"],
            given["score"],
            given["comment"],
            now - given["ago"] * DAY,
        )
        for number, given in enumerate(known["rating"])
    ]
    notes = [
        _note(
            f"desk:{number}",
            customer(given["customer"]),
            agent_id(given["by"]),
            given["text"],
            now - given["ago"] * DAY,
        )
        for number, given in enumerate(known["note"])
    ]
    return ratings, notes


def _rating(
    key: str,
    customer_id: str,
    contact_id: str | None,
    channel: str,
    score: int,
    comment: str,
    at: int,
) -> Row:
    return {
        "id": ref(f"rating:{key}", at=at),
        "customer_id": customer_id,
        "contact_id": contact_id,
        "channel": channel,
        "score": score,
        "comment": comment,
        "at": at,
    }


def _note(key: str, customer_id: str, writer: str, said: str, at: int) -> Row:
    return {
        "id": ref(f"customer note:{key}", at=at),
        "customer_id": customer_id,
        "agent_id": writer,
        "text": said,
        "at": at,
        "active": True,
    }
