"""What can be done with many contacts at once: for each contact the action, and the way back.

A way back restores what was: it is one or more actions that are done in order.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from workstation.replica.rows.inbox import InboxRow
from workstation.replica.rows.reference import AgentRow
from workstation.ui.words import translate

Act = tuple[str, dict[str, Any]]
"""The name of an action, and its data besides the contact."""

NOTHING: Final[tuple[Act, ...]] = ()


@dataclass(frozen=True, slots=True)
class Deed:
    """`does` gives None for a contact with which there is nothing to do. `says` is told how many
    it was done with."""

    does: Callable[[InboxRow], Act | None]
    back: Callable[[InboxRow], tuple[Act, ...]]
    says: Callable[[int], str]


def assign(agent: AgentRow, me: AgentRow) -> Deed:
    return Deed(
        lambda row: (
            None if row.owner_id == agent.agent_id else ("assign", {"agent_id": agent.agent_id})
        ),
        lambda row: _owner(row, me),
        lambda count: translate("bulk", "%n contact(s) assigned to {name}", None, count).format(
            name=agent.name
        ),
    )


def claim(me: AgentRow) -> Deed:
    return Deed(
        lambda row: None if row.owner_id == me.agent_id else ("claim", {}),
        lambda row: (("release", {}),),
        lambda count: translate("bulk", "%n contact(s) taken", None, count),
    )


def release(me: AgentRow) -> Deed:
    return Deed(
        lambda row: None if row.owner_id is None else ("release", {}),
        lambda row: _owner(row, me),
        lambda count: translate("bulk", "%n contact(s) given back to the team", None, count),
    )


def transfer(team_id: str, team: str, me: AgentRow) -> Deed:
    return Deed(
        lambda row: None if row.team_id == team_id else ("transfer", {"team_id": team_id}),
        lambda row: (
            ("transfer", {"team_id": row.team_id}),
            *(_owner(row, me) if row.owner_id else NOTHING),
        ),
        lambda count: translate("bulk", "%n contact(s) to {name}", None, count).format(name=team),
    )


def snooze(until: int, now: int, me: AgentRow) -> Deed:
    def back(row: InboxRow) -> tuple[Act, ...]:
        if row.state == "snoozed" and (row.snoozed_until or 0) > now:
            return (("snooze", {"until": row.snoozed_until}),)
        return (("reopen", {}), *(NOTHING if row.owner_id else (("release", {}),)))

    return Deed(
        lambda row: (
            None
            if row.state == "snoozed" and row.snoozed_until == until
            else ("snooze", {"until": until})
        ),
        back,
        lambda count: translate("bulk", "%n contact(s) snoozed", None, count),
    )


def tag(name: str, *, on: bool) -> Deed:
    """The tag on all of them, or off."""

    def has(row: InboxRow) -> bool:
        return name.casefold() in {one.casefold() for one in row.tags}

    def spelled(row: InboxRow) -> str:
        return next((one for one in row.tags if one.casefold() == name.casefold()), name)

    def says(count: int) -> str:
        words = (
            translate("bulk", "%n contact(s) tagged “{name}”", None, count)
            if on
            else translate("bulk", "“{name}” taken off %n contact(s)", None, count)
        )
        return words.format(name=name)

    return Deed(
        lambda row: (
            None if has(row) is on else ("tag_contact", {"add" if on else "remove": (name,)})
        ),
        lambda row: (("tag_contact", {"remove" if on else "add": (spelled(row),)}),),
        says,
    )


def mark_read() -> Deed:
    return Deed(
        lambda row: ("mark_read", {"upto": row.last_at}) if row.unread else None,
        lambda row: (("mark_unread", {"upto": row.read_at or 0}),),
        lambda count: translate("bulk", "%n contact(s) marked as read", None, count),
    )


def mark_unread() -> Deed:
    return Deed(
        lambda row: None if row.unread or row.read_at is None else ("mark_unread", {}),
        lambda row: (("mark_read", {"upto": row.read_at or 0}),),
        lambda count: translate("bulk", "%n contact(s) marked as unread", None, count),
    )


def _owner(row: InboxRow, me: AgentRow) -> tuple[Act, ...]:
    """Give it back to whose it was. Only a lead gives to somebody else."""
    if row.owner_id is None:
        return (("release", {}),)
    if row.owner_id == me.agent_id:
        return (("claim", {}),) if me.role == "agent" else (("assign", {"agent_id": me.agent_id}),)
    return (("assign", {"agent_id": row.owner_id}),)
