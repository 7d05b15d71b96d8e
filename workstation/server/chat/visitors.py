"""Visitors of the chat: who a browser is, by the random token it keeps, and whom the shop says it
is. Only the token's SHA-256 is stored."""

import hashlib
import secrets
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workstation.channels.chat.customer_token import SignedCustomer
from workstation.models import Contact, Customer, Identity, new_id
from workstation.models.office import Visitor
from workstation.rules.addresses import canonical
from workstation.rules.permissions import audiences_of
from workstation.server.store.database import Database
from workstation.shop.keys import Keys

HOUR = 3_600_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduced:
    """What a browser says of its person; empty is nothing new. `signed` is the shop's word."""

    language: str = ""
    name: str = ""
    mail: str = ""
    signed: SignedCustomer | None = None


def digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def find(database: Database, token: str) -> Visitor | None:
    """Whose token it is."""
    with database.read() as session:
        return _by_token(session, token)


def visit(
    database: Database, token: str, introduced: Introduced, *, now: int
) -> tuple[Visitor, str]:
    """Go on with the visit of this token, or begin one: the visitor, and the token to keep.

    Whoever the shop says is somebody else than before begins anew: two people share a computer,
    and the second must not read what the first wrote.
    """
    found = find(database, token) if token else None
    if found is not None and _goes_on(found, introduced):
        if not _says_news(found, introduced) and now - found.seen_at < HOUR:
            return found, token
    else:
        found = None

    def work(session: Session) -> tuple[Visitor, str]:
        kept = token
        visitor = session.get(Visitor, found.id, with_for_update=True) if found else None
        if visitor is None:
            kept = secrets.token_urlsafe(32)
            visitor = Visitor(id=new_id(), token_hash=digest(kept), created_at=now, seen_at=now)
            session.add(visitor)
        _write(visitor, introduced)
        visitor.seen_at = now
        session.flush()
        return visitor, kept

    return database.retrying(work)


def end(database: Database, token: str) -> None:
    """Nobody gets in with this token any more. The conversation stays, and what was written."""

    def work(session: Session) -> None:
        session.execute(
            update(Visitor)
            .where(Visitor.token_hash == digest(token))
            .values(token_hash=digest(secrets.token_urlsafe(32)))
            .execution_options(synchronize_session=False)
        )

    database.retrying(work)


def stands(database: Database, visitor: Visitor) -> bool:
    """Whether the visit that `visitor` was let in with has not ended meanwhile."""
    with database.read() as session:
        found = select(Visitor.id).where(
            Visitor.id == visitor.id, Visitor.token_hash == visitor.token_hash
        )
        return session.scalar(found) is not None


def customer_of(database: Database, visitor: Visitor, shop: str) -> str:
    """The id of the customer whom the shop vouched for; empty when we do not know them (yet).

    By the shop's own number, which the import made an id of (`shop` is its `--source`); else by
    the mail address that the shop signed, when it is exactly one customer's.
    """
    if not visitor.customer_ref:
        return ""
    customer_id = Keys(shop).customer(visitor.customer_ref)
    with database.read() as session:
        if session.get(Customer, customer_id) is not None:
            return customer_id
        if not visitor.customer_mail:
            return ""
        found = session.scalars(
            select(Identity.customer_id).where(
                Identity.channel == "email",
                Identity.address == canonical("email", visitor.customer_mail),
            )
        ).all()
        return found[0] if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """The visitor's conversation that is going on, and who may see it."""

    contact_id: str
    audiences: tuple[str, ...]


def whereabouts(database: Database, visitor_id: str) -> Whereabouts | None:
    with database.read() as session:
        contact = session.scalar(
            select(Contact)
            .where(Contact.channel == "chat", Contact.thread == visitor_id, Contact.state != "done")
            .order_by(Contact.opened_at.desc())
            .limit(1)
        )
        if contact is None:
            return None
        return Whereabouts(contact.id, tuple(sorted(audiences_of(contact))))


def called(visitor: Visitor) -> str:
    """What agents read as the name: theirs, or one that tells visitors apart."""
    if visitor.name:
        return visitor.name
    word = "Visitor" if visitor.language.startswith("en") else "Bezoeker"
    return f"{word} {visitor.id[-4:].upper()}"


def _by_token(session: Session, token: str) -> Visitor | None:
    return session.scalar(select(Visitor).where(Visitor.token_hash == digest(token)))


def _goes_on(visitor: Visitor, introduced: Introduced) -> bool:
    signed = introduced.signed
    return signed is None or visitor.customer_ref in ("", signed.ref)


def _says_news(visitor: Visitor, introduced: Introduced) -> bool:
    before = _facts(visitor)
    _write(visitor, introduced)  # a detached row: nothing of it is stored here
    return _facts(visitor) != before


def _facts(visitor: Visitor) -> tuple[str, ...]:
    return (
        visitor.name,
        visitor.mail,
        visitor.language,
        visitor.customer_ref,
        visitor.customer_mail,
    )


def _write(visitor: Visitor, introduced: Introduced) -> None:
    signed = introduced.signed
    visitor.language = introduced.language or visitor.language
    visitor.mail = introduced.mail or visitor.mail
    visitor.name = introduced.name or visitor.name
    if signed is not None:
        visitor.customer_ref = signed.ref
        visitor.customer_mail = signed.mail or visitor.customer_mail
        visitor.name = signed.name or visitor.name
