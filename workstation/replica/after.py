"""What snippets in a text ask to be done once it was sent: kept with the draft under the contact's
id, and with the message, as long as it can be taken back, under the action's."""

from collections.abc import Mapping
from typing import Any

import orjson

from workstation.replica.vault import Connection

Deeds = dict[str, Any]
"""As a snippet has them; only what is to be done."""


def keep(connection: Connection, key: str, deeds: Mapping[str, Any]) -> None:
    """Nothing to be done is not kept."""
    if not deeds:
        connection.execute("DELETE FROM mine.after_sending WHERE id = ?", (key,))
        return
    connection.execute(
        "INSERT OR REPLACE INTO mine.after_sending VALUES (?, ?)",
        (key, orjson.dumps(dict(deeds)).decode()),
    )


def read(connection: Connection, key: str) -> Deeds:
    found = connection.execute(
        "SELECT deeds FROM mine.after_sending WHERE id = ?", (key,)
    ).fetchone()
    deeds: Deeds = {} if found is None else orjson.loads(found[0])
    return deeds


def give_back(connection: Connection, action_id: str, contact_id: str) -> None:
    """The message is a draft again: what was to be done after it comes before what was asked for
    since, as its text does."""
    first, then = read(connection, action_id), read(connection, contact_id)
    both = first | then
    for name in ("tags", "resolution_ids"):
        every = [*first.get(name, ()), *then.get(name, ())]
        if every:
            both[name] = list(dict.fromkeys(every))
    keep(connection, contact_id, both)
    keep(connection, action_id, {})


def forget_sent(connection: Connection) -> None:
    """Of messages that are in the outbox no more."""
    connection.execute(
        "DELETE FROM mine.after_sending WHERE id NOT IN (SELECT action_id FROM mine.outbox) "
        "AND id NOT IN (SELECT contact_id FROM mine.draft)"
    )
