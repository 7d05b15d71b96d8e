"""Two customers of whom something proves that they are one: they are read together from now on."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import Contact, Customer, Message, new_id
from workstation.rules.matching import Proof
from workstation.server.store.shares import share_together


def become_one(
    session: Session, stranger_id: str, known_id: str, proof: Proof, now: int, *, said: bool = True
) -> bool:
    """Merge who is a stranger into who is known, and say so on the stranger's open contacts unless
    not `said`. False when an agent was quicker."""
    stranger = session.get_one(Customer, stranger_id, with_for_update=True)
    known = session.get_one(Customer, known_id, with_for_update=True)
    if stranger.merged_into_id is not None or known.merged_into_id is not None:
        return False
    stranger.merged_into_id = known.id
    stranger.merged_at = now
    session.flush()
    share_together(session, known.id)
    if said:
        _say(session, stranger_id, {"customer_id": known.id, "proof": proof}, now)
    session.flush()
    return True


def _say(session: Session, stranger_id: str, facts: dict[str, str], now: int) -> None:
    for contact_id in session.scalars(
        select(Contact.id).where(Contact.customer_id == stranger_id, Contact.state != "done")
    ):
        session.add(
            Message(
                id=new_id(),
                contact_id=contact_id,
                direction="internal",
                kind="event",
                facts={"what": "recognised", **facts},
                at=now,
            )
        )
