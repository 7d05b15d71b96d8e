"""Doing the same with many contacts at once: one transaction, told once.

    outcome = replica.act_many([(Assign(...),), (Assign(...),), ...])

Each part of the list is about one contact; when one of its actions is refused the rest of that part
is left out, and the other contacts go on.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workstation.models.ids import new_id
from workstation.replica import outbox
from workstation.replica.footprints import Laid
from workstation.replica.rows.news import Changed
from workstation.replica.vault import Connection

if TYPE_CHECKING:
    from workstation.actions import Action


@dataclass(frozen=True, slots=True)
class NotDone:
    """Why a contact stays as it is: the code of a refusal and what fills it in."""

    contact_id: str
    code: str
    facts: dict[str, str]


@dataclass(slots=True)
class Outcome:
    """Ids of the contacts that were changed, and those that were not."""

    done: list[str] = field(default_factory=list)
    refused: list[NotDone] = field(default_factory=list)


def do_many(
    connection: Connection,
    laid: Laid,
    me: str,
    parts: "Sequence[Sequence[Action]]",
    now: int,
) -> tuple[Outcome, Changed]:
    """Lay all over the rows and put it in the outbox, in the order given."""
    from workstation.actions import Refused  # not before the first paint
    from workstation.replica.overlay import moment
    from workstation.replica.touched import changed_by
    from workstation.replica.world import ReplicaWorld

    outcome = Outcome()
    world = ReplicaWorld(connection)
    here = moment(connection, world, me, now)
    for part in parts:
        contact_id = str(getattr(part[0], "contact_id", ""))
        try:
            for action in part:
                action_id = new_id()
                action.perform(here)
                laid.note({action_id: world.footprint()})
                outbox.put(
                    connection,
                    action_id=action_id,
                    kind=action.kind,
                    contact_id=contact_id or None,
                    data=action.model_dump_json(),
                    now=now,
                )
        except Refused as refused:
            laid.changed(world.footprint().writes)  # what it began to do is no part of the preview
            outcome.refused.append(NotDone(contact_id, refused.code, refused.facts))
        else:
            outcome.done.append(contact_id)
    return outcome, changed_by(connection, world.flush())
