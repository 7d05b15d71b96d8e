"""How far a channel is open: the share, the ceilings, and the hours, also when clocks change."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from workstation.models import Dial, new_id
from workstation.rules.dial import Room, has_room, is_offered, is_open, opens_at

ZONE = "Europe/Amsterdam"


def dial(**given: object) -> Dial:
    return Dial(id=new_id(), channel="whatsapp", **given)


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE)).timestamp() * 1000)


def test_a_share_of_customers_is_about_that_share_and_grows_without_dropping_anybody() -> None:
    people = [f"visitor-{number}" for number in range(4_000)]
    few = {who for who in people if is_offered(dial(share=10), who)}
    more = {who for who in people if is_offered(dial(share=40), who)}
    assert few < more
    assert 0.07 < len(few) / len(people) < 0.13
    assert all(is_offered(dial(share=100), who) for who in people)
    assert not any(is_offered(dial(share=0), who) for who in people)
    assert not is_offered(dial(active=False), "anybody")
    assert is_offered(None, "anybody")


@pytest.mark.parametrize(
    ("per_hour", "at_once", "room", "fits"),
    [
        (None, None, Room(begun=999, open_now=999), True),
        (10, None, Room(begun=9, open_now=99), True),
        (10, None, Room(begun=10, open_now=0), False),
        (None, 5, Room(begun=99, open_now=4), True),
        (None, 5, Room(begun=0, open_now=5), False),
        (0, None, Room(begun=0, open_now=0), False),
    ],
)
def test_ceilings(per_hour: int | None, at_once: int | None, room: Room, *, fits: bool) -> None:
    assert has_room(dial(per_hour=per_hour, at_once=at_once), room) is fits


HOURS = {"mon": [["08:00", "24:00"]], "sat": [["09:00", "12:00"], ["13:00", "17:00"]]}


@pytest.mark.parametrize(
    ("moment", "open_now", "opens"),
    [
        ("2026-11-23T07:59", False, "2026-11-23T08:00"),  # a Monday
        ("2026-11-23T08:00", True, "2026-11-23T08:00"),
        ("2026-11-23T23:59", True, "2026-11-23T23:59"),
        ("2026-11-24T00:00", False, "2026-11-28T09:00"),
        ("2026-11-28T12:30", False, "2026-11-28T13:00"),
        ("2026-11-28T17:00", False, "2026-11-30T08:00"),
        ("2026-10-24T18:00", False, "2026-10-26T08:00"),  # over the night when clocks go back
    ],
)
def test_opening_hours(moment: str, opens: str, *, open_now: bool) -> None:
    turned = dial(hours=HOURS)
    assert is_open(turned, at(moment), ZONE) is open_now
    assert opens_at(turned, at(moment), ZONE) == at(opens)


def test_no_hours_is_always_open_and_a_closed_dial_never() -> None:
    assert is_open(dial(), at("2026-11-23T03:00"), ZONE)
    assert not is_open(dial(active=False), at("2026-11-23T12:00"), ZONE)
    assert opens_at(dial(active=False), at("2026-11-23T12:00"), ZONE) is None
    assert opens_at(dial(hours={"mon": []}), at("2026-11-23T12:00"), ZONE) is not None
