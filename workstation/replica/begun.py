"""What agents have begun to write on a contact, as the office keeps it: by colleagues, to take
over; by oneself at another desk, to go on with."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from workstation.models.text import shown
from workstation.replica.rows.outbox import Draft

if TYPE_CHECKING:
    from workstation.replica.vault import Connection


@dataclass(frozen=True, slots=True)
class BegunRow:
    """A draft of somebody. `at` is when they wrote it, milliseconds since the epoch."""

    agent_id: str
    name: str
    mode: Literal["reply", "note"]
    text: str
    at: int


def by_others(connection: "Connection", contact_id: str, me: str) -> tuple[BegunRow, ...]:
    """What colleagues have begun and nobody has answered since, the newest first."""
    found = connection.execute(
        "SELECT d.agent_id, (SELECT name FROM agent_now WHERE id = d.agent_id), "
        "d.mode, d.text, d.at FROM shared_draft_now d "
        "WHERE d.contact_id = ?1 AND d.agent_id <> ?2 AND d.text <> '' "
        "AND NOT (d.mode = 'reply' AND EXISTS (SELECT 1 FROM message_now m "
        "WHERE m.contact_id = ?1 AND m.direction = 'outbound' AND m.at > d.at)) "
        "ORDER BY d.at DESC",
        (contact_id, me),
    ).fetchall()
    return tuple(
        BegunRow(agent_id, shown(name or ""), mode, shown(text), at)
        for agent_id, name, mode, text, at in found
        if shown(text).strip()
    )


def to_go_on_with(
    connection: "Connection", contact_id: str, me: str, here: Draft | None
) -> Draft | None:
    """The draft of this desk, or what the same person wrote later at another one. Where neither
    holds the other, both are kept."""
    found = connection.execute(
        "SELECT mode, text, at FROM shared_draft_now "
        "WHERE contact_id = ? AND agent_id = ? AND text <> ''",
        (contact_id, me),
    ).fetchone()
    if found is None:
        return here
    mode, text, at = found[0], shown(found[1]), found[2]
    if here is None:
        return Draft(contact_id, text, mode=mode)
    if here.reason or kept_at(connection, contact_id) >= at or text.strip() in here.text:
        return here
    if here.text.strip() not in text:
        text = f"{text}\n\n{here.text}"
    return replace(here, text=text, mode=mode)


def kept_at(connection: "Connection", contact_id: str) -> int:
    """When this desk's draft was kept; 0 when there is none."""
    found = connection.execute(
        "SELECT at FROM mine.draft WHERE contact_id = ?", (contact_id,)
    ).fetchone()
    return 0 if found is None else int(found[0])


def to_share(connection: "Connection", contact_id: str, me: str) -> tuple[Draft, int] | None:
    """This desk's draft and when it was written, where the office knows it differently. What came
    back refused is not shared: it is in two places already."""
    here = connection.execute(
        "SELECT text, mode, reason, at FROM mine.draft WHERE contact_id = ?", (contact_id,)
    ).fetchone()
    there = connection.execute(
        "SELECT text, mode FROM shared_draft_now WHERE contact_id = ? AND agent_id = ?",
        (contact_id, me),
    ).fetchone()
    text, reason, at = ("", "", 0) if here is None else (here[0], here[2], here[3])
    mode: Literal["reply", "note"] = "note" if here is not None and here[1] == "note" else "reply"
    if reason or (text, mode) == (there or ("", mode)) or (not text and not (there or ("",))[0]):
        return None
    return Draft(contact_id, text, mode=mode), at
