"""A small shop for tests of widgets: who works, in which teams, and a row of the inbox."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from workstation.replica.rows.inbox import InboxRow
from workstation.replica.rows.reference import (
    AgentRow,
    ReasonRow,
    Reference,
    ResolutionRow,
    TeamRow,
)

if TYPE_CHECKING:
    pass

NOW = 1_772_000_000_000
MINUTE = 60_000
HOUR = 60 * MINUTE


def ident(number: int, family: int = 0) -> str:
    """An id such as the desk makes, with a number one can read."""
    return f"00000000-0000-7000-8{family:03d}-{number:012d}"


MINE, DAAN = ident(1, 1), ident(2, 1)
TV, WASH, PHONES = ident(1, 2), ident(2, 2), ident(3, 2)
TVS, WASHERS = ident(1, 3), ident(2, 3)

ME = AgentRow(MINE, "Sanne de Jong", "agent", "available", "")
COLLEAGUE = AgentRow(DAAN, "Daan Visser", "agent", "busy", "")
TEAMS = (
    TeamRow(TV, "Televisions", "Televisies", "tv", True),
    TeamRow(WASH, "Washing machines", "Wasmachines", "washer", True),
    TeamRow(PHONES, "Smartphones", "Smartphones", "smartphone", False),
)
REFERENCE = Reference(
    me=ME,
    teams=TEAMS,
    agents=(ME, COLLEAGUE),
    reasons=(
        ReasonRow(ident(1, 6), None, "complaint", "Complaint", "Klacht"),
        ReasonRow(ident(2, 6), ident(1, 6), "complaint", "Picture flickers", "Beeld flikkert"),
    ),
    resolutions=(ResolutionRow(ident(1, 7), "Call back", "Terugbellen"),),
    product_types={
        TVS: ("Televisions", "Televisies"),
        WASHERS: ("Washing machines", "Wasmachines"),
    },
)


def row(number: int, **given: Any) -> InboxRow:
    """A contact of the inbox; what is not given is believable."""
    base = InboxRow(
        number=number,
        contact_id=ident(number),
        name=f"Customer {number}",
        channel=("whatsapp", "email", "instagram", "chat", "messenger", "phone")[number % 6],
        team_id=TV,
        product_type_id=TVS,
        subject="",
        last_text=f"Message {number} about a television",
        last_side="customer",
        last_at=NOW - number * MINUTE,
        waiting_since=NOW - number * MINUTE,
        due_at=NOW + (number % 90) * MINUTE,
        unread=number % 3 == 0,
        owner_id=MINE,
        state="open",
        snoozed_until=None,
        language="nl",
        pending=False,
    )
    return replace(base, **given)
