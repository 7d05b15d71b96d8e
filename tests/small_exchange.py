"""Telephone calls of the small shop: one for each state a call can be in."""

import zlib
from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from workstation.models import Call, Contact, Identity, Message
from workstation.models.call import CallState

if TYPE_CHECKING:
    from tests.small_shop import SmallShop


def number_of(shop: "SmallShop", of: str) -> str:
    """A number of this shop's: fictitious, and no other shop's in the same database."""
    return f"+3120{zlib.crc32(f'{shop.mark}:{of}'.encode()) % 10_000_000:07d}"


def furnish_calls(session: Session, shop: "SmallShop", now: int) -> None:
    """The customer has a telephone number, somebody unknown writes on WhatsApp, and calls are
    going on."""
    session.add(
        Identity(
            id=shop.customer_number,
            customer_id=shop.customer,
            channel="phone",
            address=number_of(shop, "customer"),
        )
    )
    session.add(
        Identity(
            id=shop.unknown_number,
            customer_id=shop.unknown,
            channel="whatsapp",
            address=number_of(shop, "unknown"),
        )
    )
    _call(session, shop, now, "ringing", "ringing")
    _call(session, shop, now, "ringing_me", "ringing", agent="agent")
    _call(session, shop, now, "ringing_theirs", "ringing", owner="colleague")
    _call(session, shop, now, "being_answered", "ringing", agent="colleague", wished="answer")
    _call(session, shop, now, "talk", "talking", agent="agent", owner="agent")
    _call(session, shop, now, "on_hold", "held", agent="agent", owner="agent")
    _call(session, shop, now, "their_talk", "talking", agent="colleague", owner="colleague")
    _call(session, shop, now, "over", "ended", agent="agent", owner="agent")


def _call(
    session: Session,
    shop: "SmallShop",
    now: int,
    name: str,
    state: CallState,
    *,
    agent: str = "",
    owner: str = "",
    wished: str = "",
) -> None:
    """A contact called `<name>_contact` and its call, that began a minute ago."""
    began = now - 60_000
    talked = state not in ("ringing", "dialling")
    contact_id = getattr(shop, f"{name}_contact")
    session.add(
        Contact(
            id=contact_id,
            channel="phone",
            thread=number_of(shop, name),
            customer_id=shop.unknown,
            team_id=shop.televisions,
            owner_id=getattr(shop, owner) if owner else None,
            state="open",
            opened_at=began,
            last_at=began,
            last_text=number_of(shop, name),
            last_side="customer",
            waiting_since=None if talked else began,
        )
    )
    session.add(
        Message(
            id=getattr(shop, name),
            contact_id=contact_id,
            direction="inbound",
            kind="call",
            at=began,
            written_at=began,
        )
    )
    session.add(
        Call(
            id=getattr(shop, name),
            contact_id=contact_id,
            agent_id=getattr(shop, agent) if agent else None,
            number=number_of(shop, name),
            state=state,
            outcome="answered" if state == "ended" else "",
            started_at=began,
            answered_at=began + 5_000 if talked else None,
            held_since=began + 9_000 if state == "held" else None,
            ended_at=began + 50_000 if state == "ended" else None,
            wished=wished,
            origin=f"phone:{shop.mark}:{name}",
        )
    )
