"""Rows that were made elsewhere, as a whole shop's, into an office: with who may see them.

For the sample shop and for measurements. What is there already stays as it is, so a filling that
was interrupted can be done again.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import Agent, Contact, Share
from workstation.models.office import Blob, Credential
from workstation.rules.permissions import audiences_of
from workstation.server.files.store import FileStore
from workstation.server.signin.passwords import set_password
from workstation.server.store import bulk
from workstation.server.store.database import Database

Rows = Sequence[dict[str, Any]]
Batches = Iterable[tuple[type[Any], Rows]]
Watch = Callable[[int], None]

TOGETHER = 5_000
"""Rows in one transaction, about: a commit costs a wait for the disk."""


def fill(database: Database, batches: Batches, *, watch: Watch = lambda rows: None) -> int:
    """Write all batches, parents first. `watch` is told how many rows there are by now; so is the
    caller in the end."""
    done = 0
    waiting: list[tuple[type[Any], Rows]] = []

    def write() -> int:
        with database.write() as session:
            for model, rows in waiting:
                bulk.write(session, model, rows, update=False)
                if model is Contact:
                    _share(session, rows)
        written = sum(len(rows) for _, rows in waiting)
        waiting.clear()
        return written

    for batch in batches:
        waiting.append(batch)
        if sum(len(rows) for _, rows in waiting) >= TOGETHER:
            done += write()
            watch(done)
    done += write()
    watch(done)
    return done


def give_passwords(database: Database, password: str) -> None:
    """Everybody who has none yet may sign in with this one."""
    with database.write() as session:
        known = select(Credential.agent_id)
        for agent_id in session.scalars(select(Agent.id).where(Agent.id.not_in(known))):
            set_password(session, agent_id, password)


def keep_file(
    database: Database, store: FileStore, content: bytes, *, media_type: str, now: int
) -> None:
    """Have a file that attachments refer to by its SHA-256."""
    row = {
        "sha256": store.keep(content),
        "size": len(content),
        "media_type": media_type,
        "at": now,
    }
    with database.write() as session:
        bulk.write(session, Blob, [row], update=False)


def _share(session: Session, contacts: Rows) -> None:
    roots: dict[tuple[str, str], str] = {}
    for row in contacts:
        for audience in audiences_of(Contact(**row)):
            roots[row["id"], audience] = "contact"
            roots[row["customer_id"], audience] = "customer"
    bulk.write(
        session,
        Share,
        [
            {"root_id": root, "audience_id": audience, "root_kind": kind, "gone": False}
            for (root, audience), kind in sorted(roots.items())
        ],
        update=False,
    )
