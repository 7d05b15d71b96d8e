"""What became of messages: found by what the provider calls them, and by what we do.

What is said of a message that is not here yet waits for it (`awaited.py`).
"""

from collections.abc import Collection
from dataclasses import asdict, dataclass, field

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.channels.incoming import (
    Deleted,
    DeliveryNews,
    Edited,
    Reacted,
)
from workstation.models import Message
from workstation.models.ids import is_id
from workstation.server.intake import awaited, onto
from workstation.server.intake.arrived import Arrived, either, key
from workstation.server.store.among import among

Said = DeliveryNews | Edited | Deleted | Reacted


@dataclass
class News:
    """All that one batch says of messages, by the origins that each may have."""

    said: list[tuple[tuple[str, ...], Said]] = field(default_factory=list)

    @classmethod
    def of(cls, arrived: Collection[Arrived]) -> "News":
        found = cls()
        for one in arrived:
            channel, parsed = one.kept.channel, one.parsed
            for news in parsed.news:
                found.said.append(((key(channel, news.provider_id, sent=True),), news))
            changes: tuple[Edited | Deleted, ...] = (*parsed.edits, *parsed.deletions)
            for change in changes:
                origin = key(channel, change.provider_id, sent=change.echo)
                found.said.append(((origin,), change))
            for reacted in parsed.reactions:
                found.said.append((either(channel, reacted.provider_id), reacted))
        return found

    @property
    def origins(self) -> set[str]:
        return {origin for origins, _ in self.said for origin in origins}

    def apply(self, session: Session, now: int) -> None:
        if not self.said:
            return
        # First those that we may be sending right now: whoever does holds them before the origin.
        ours = self._ours(session)
        here = _locked(session, Message.origin, self.origins)
        for origins, said in self.said:
            message = next((here[origin] for origin in origins if origin in here), None)
            if message is None and isinstance(said, DeliveryNews):
                message = ours.get(said.reference or "")
                if message is not None:
                    if onto.is_of_an_earlier_try(message, said):
                        continue
                    if message.origin is None:
                        message.origin = origins[0]
                        here[origins[0]] = message
            if message is None:
                awaited.wait(session, origins, type(said).__name__, asdict(said), now)
            elif isinstance(said, DeliveryNews):
                onto.deliver(message, said, now)
            elif isinstance(said, Edited):
                onto.edit(session, message, said)
            elif isinstance(said, Deleted):
                onto.delete(session, message, said)
            else:
                onto.react(message, said)
        session.flush()

    def _ours(self, session: Session) -> dict[str, Message]:
        """Our messages that the provider calls by our own id."""
        references = {
            said.reference
            for _, said in self.said
            if isinstance(said, DeliveryNews) and said.reference and is_id(said.reference)
        }
        found = _locked(session, Message.id, references)
        return {name: message for name, message in found.items() if message.direction == "outbound"}


def _locked(session: Session, column: object, values: Collection[str]) -> dict[str, Message]:
    if not values:
        return {}
    rows = session.scalars(
        select(Message)
        .where(among(session, column, values))  # type: ignore[arg-type]
        .order_by(Message.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    by_id = column is Message.id
    return {(row.id if by_id else row.origin or ""): row for row in rows}
