"""Filling an office with the sample shop. It is a sample: every agent has the same password."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import Agent, Contact, Setting
from workstation.models.office import Visitor
from workstation.sample.rows import ref
from workstation.sample.shape import Shape
from workstation.sample.shop import SampleShop
from workstation.sample.staff import colleagues
from workstation.sample.visitors import token_of
from workstation.server import filling
from workstation.server.chat.visitors import digest
from workstation.server.files.store import FileStore
from workstation.server.jobs.queue import Jobs
from workstation.server.store import bulk
from workstation.server.store.database import Database

PASSWORD = "welcome"
"""Every sample agent's, unless another one is given."""

_NAME = "sample"
_LEASE = 15_000


class OfficeInUseError(Exception):
    """This office holds something else. `str` says so to a person."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """How far it is: `rows` of about `expected`. `already` when there was nothing to do."""

    rows: int
    expected: int
    complete: bool = False
    already: bool = False

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return 1.0 if self.complete else min(self.rows / self.expected, 0.99)


def load(
    database: Database,
    files: FileStore,
    *,
    now: int,
    seed: int = 1,
    shape: Shape | None = None,
    password: str = PASSWORD,
    watch: Callable[[Loaded], None] = lambda _: None,
) -> Loaded:
    """Write the sample into an empty office whose tables are there, and say how far it is.

    What was loaded before is left as it is, whichever seed and shape is asked for. A load that
    was interrupted is done again as the same shop at the same moment, so that nothing doubles.
    Raises `OfficeInUseError` where agents work who are not the sample's.
    """
    wanted = {"seed": seed, "now": now, "shape": asdict(shape or Shape.of(1)), "complete": False}
    begun = database.retrying(lambda session: _begin(session, wanted))
    shop = SampleShop(seed=begun["seed"], shape=Shape(**begun["shape"]), now=begun["now"])
    expected = _expected(shop.shape)
    if begun["complete"]:
        return Loaded(rows=expected, expected=expected, complete=True, already=True)
    for file in shop.files():
        filling.keep_file(database, files, file.content, media_type=file.media_type, now=shop.now)
    rows = filling.fill(
        database, shop.batches(), watch=lambda done: watch(Loaded(rows=done, expected=expected))
    )
    jobs = Jobs(database, lease=_LEASE, clock=lambda: shop.now)
    database.retrying(lambda session: _wake_in_time(session, jobs))
    database.retrying(lambda session: _welcome_visitors(session, shop.now))
    filling.give_passwords(database, password)
    database.retrying(lambda session: _note(session, {**begun, "complete": True}))
    done = Loaded(rows=rows, expected=rows, complete=True)
    watch(done)
    return done


def _begin(session: Session, wanted: dict[str, Any]) -> dict[str, Any]:
    """What was begun before, or what begins now."""
    found = session.scalar(select(Setting).where(Setting.name == _NAME))
    if found is not None:
        known: dict[str, Any] = found.value
        return known
    ours = [colleague.id for colleague in colleagues()]
    if session.scalar(select(Agent.id).where(Agent.id.not_in(ours)).limit(1)) is not None:
        raise OfficeInUseError("Others work in this office; the sample needs an empty one.")
    _note(session, wanted)
    return wanted


def _note(session: Session, begun: dict[str, Any]) -> None:
    bulk.write(session, Setting, [{"id": ref("setting:sample"), "name": _NAME, "value": begun}])


def _wake_in_time(session: Session, jobs: Jobs) -> None:
    """What was put away comes back at its moment, as after the action."""
    snoozed = select(Contact.id, Contact.snoozed_until).where(Contact.state == "snoozed")
    for contact_id, until in session.execute(snoozed):
        jobs.enqueue(
            session,
            "unsnooze",
            {"contact_id": contact_id},
            key=f"unsnooze:{contact_id}:{until}",
            run_at=until,
        )


def _welcome_visitors(session: Session, now: int) -> None:
    """Whoever is chatting goes on with their own browser."""
    chatting = select(Contact.thread, Contact.language).where(
        Contact.channel == "chat", Contact.state != "done"
    )
    rows = [
        {
            "id": visitor,
            "token_hash": digest(token_of(visitor)),
            "language": language,
            "created_at": now,
            "seen_at": now,
        }
        for visitor, language in session.execute(chatting)
    ]
    bulk.write(session, Visitor, rows, update=False)


def _expected(shape: Shape) -> int:
    """About how many rows a shape has: a customer comes with eight and a half."""
    return 1200 + int(8.6 * shape.customers + 2.1 * shape.contacts) + shape.messages
