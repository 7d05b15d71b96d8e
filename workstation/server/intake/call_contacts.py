"""The contact that a call belongs to: that of its number, taken up again or made before the first
word; a caller who withholds theirs is a stranger each time."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.channels.incoming import (
    CallNews,
    Inbound,
)
from workstation.models import Contact, Customer, Membership, Message, new_id
from workstation.models.text import one_line
from workstation.server.intake.placing import (
    NoTeamError,
    Placing,
    Shop,
    find_contacts,
)


def contact_for(
    session: Session,
    shop: Shop,
    news: CallNews,
    *,
    thread: str,
    number: str,
    rung: str | None,
    now: int,
) -> Contact:
    """The contact, locked and open. `rung` is the agent at whom it rings."""
    where = (news.channel, thread)
    place = find_contacts(session, [where], since=now - shop.reopen).get(where)
    if place is None:
        team = news.team or _team_of(session, shop, rung)
        if number:
            contact_id = _placed(session, shop, news, thread, number, team, now)
        else:
            contact_id = _stranger(session, shop, news, thread, team, now)
    else:
        contact_id = place.id
    contact = session.get_one(Contact, contact_id, with_for_update=True)
    if contact.state == "done":
        # Whoever takes this call goes on with it, not who had the last one.
        contact.owner_id = None
        contact.closed_at = None
        session.add(
            Message(
                id=new_id(),
                contact_id=contact.id,
                direction="internal",
                kind="event",
                facts={"what": "reopened"},
                at=now,
            )
        )
    contact.state = "open"
    contact.snoozed_until = None
    if not contact.language:
        customer = session.get(Customer, contact.customer_id)
        contact.language = customer.language if customer else ""
    return contact


def _placed(
    session: Session, shop: Shop, news: CallNews, thread: str, number: str, team: str, now: int
) -> str:
    """A new contact of the customer who has this number, or of a new one."""
    call = Inbound(
        channel=news.channel,
        provider_id=news.provider_id,
        thread=thread,
        address=number,
        name=news.name,
        team=team,
    )
    placing = Placing(session, shop, now)
    placing.know([call])
    place = placing.make(call)
    placing.write_new()
    session.flush()
    return place.id


def _stranger(
    session: Session, shop: Shop, news: CallNews, thread: str, team: str, now: int
) -> str:
    """A new contact of somebody of whom we know no address."""
    if not shop.teams:
        raise NoTeamError
    customer = Customer(
        id=new_id(),
        name=one_line(news.name, 200),
        preferred_channel=news.channel,
        since=now,
        provisional=True,
    )
    chosen = (team, shop.settings.get("default_team"))
    known = [
        shop.teams[name.lower()]
        for name in chosen
        if isinstance(name, str) and name.lower() in shop.teams
    ]
    contact = Contact(
        id=new_id(),
        channel=news.channel,
        thread=thread,
        customer_id=customer.id,
        team_id=known[0] if known else next(iter(shop.teams.values())),
        state="open",
        opened_at=now,
        last_at=now,
        last_side="customer",
    )
    session.add_all([customer, contact])
    session.flush()
    return contact.id


def _team_of(session: Session, shop: Shop, agent_id: str | None) -> str:
    """Where whoever is rung will see it: their own team, unless they are in the usual one."""
    if agent_id is None:
        return ""
    mine = session.scalars(
        select(Membership.team_id)
        .where(Membership.agent_id == agent_id, Membership.active)
        .order_by(Membership.team_id)
    ).all()
    usual = shop.settings.get("default_team")
    usual_id = shop.teams.get(usual.lower()) if isinstance(usual, str) else None
    if not mine or usual_id in mine:
        return ""
    return mine[0]
