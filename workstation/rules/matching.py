"""When two customers are one person: what proves it, and what only suggests it.

A telephone number never proves anything: it is shared in a household, and changes hands.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from workstation.models.customer import MatchReason

Proof = Literal["token", "verified_mail", "order", "provider"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is known of a customer. `mails` and `verified_mails` in lower case, `numbers` as
    "+31..."; `orders` are order numbers."""

    customer_id: str
    name: str = ""
    city: str = ""
    provisional: bool = False
    mails: frozenset[str] = frozenset()
    verified_mails: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    orders: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Clues:
    """What a message says of its writer besides their address. `customer_id` is what the shop
    signed; `orders` are numbers from a place the channel has for them, `mentioned` those found in
    the text."""

    customer_id: str = ""
    orders: frozenset[str] = frozenset()
    mentioned: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    """Other addresses the provider says are theirs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """They are one person, and why: to be merged without asking."""

    customer_id: str
    proof: Proof


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    """They may be: to be asked."""

    customer_id: str
    reason: MatchReason
    facts: dict[str, Any] = field(default_factory=dict)


def compare(stranger: Person, known: Person, clues: Clues) -> Same | Likely | None:
    """What `stranger` has in common with `known`. Only a provisional customer is ever merged
    without asking: two people whom the shop knows apart stay apart until somebody says so."""
    if stranger.customer_id == known.customer_id:
        return None
    if clues.customer_id and clues.customer_id == known.customer_id:
        return _same(stranger, known, "token", "token")
    shared_orders = sorted(clues.orders & known.orders)
    if shared_orders:
        return _same(stranger, known, "order", "order", order=shared_orders[0])
    mail = sorted((stranger.mails | clues.also) & known.mails)
    if mail:
        proven = stranger.verified_mails & known.mails
        if proven:
            return _same(stranger, known, "verified_mail", "mail", address=sorted(proven)[0])
        return _likely(known, "mail", address=mail[0])
    mentioned = sorted(clues.mentioned & known.orders)
    if mentioned:
        # Anybody can read a number off a parcel: it takes the name as well.
        if _same_name(stranger.name, known.name):
            return _same(stranger, known, "order", "order", order=mentioned[0])
        return _likely(known, "order", order=mentioned[0])
    number = sorted((stranger.numbers | clues.also) & known.numbers)
    if number:
        return _likely(known, "phone", address=number[0])
    same_city = bool(stranger.city) and stranger.city.casefold() == known.city.casefold()
    if same_city and _same_name(stranger.name, known.name):
        return _likely(known, "name_and_city", name=known.name, city=known.city)
    return None


def best(found: Iterable[Same | Likely]) -> Same | None:
    """The one that is certain; None when nothing is, or when two people are."""
    certain = {one.customer_id: one for one in found if isinstance(one, Same)}
    return next(iter(certain.values())) if len(certain) == 1 else None


_ORDER = re.compile(r"(?<![\w-])([A-Za-z]{0,4}-?[0-9]{5,12})(?![\w-])")


def order_numbers(text: str) -> frozenset[str]:
    """What may be order numbers in a text, at most a handful; whether they are is looked up."""
    found = []
    for match in _ORDER.finditer(text[:20_000]):
        found.append(match[1].upper())
        if len(found) == 8:
            break
    return frozenset(found)


def _same(
    stranger: Person,
    known: Person,
    proof: Proof,
    reason: MatchReason,
    **facts: str,
) -> Same | Likely:
    if stranger.provisional:
        return Same(customer_id=known.customer_id, proof=proof)
    return _likely(known, reason, **facts)


def _likely(known: Person, reason: MatchReason, **facts: str) -> Likely:
    return Likely(customer_id=known.customer_id, reason=reason, facts=facts)


def _parts(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return [part for part in re.split(r"[^a-z0-9]+", plain) if part]


def _same_name(one: str, other: str) -> bool:
    """The same last name, and first names or initials that do not speak against each other."""
    first, second = _parts(one), _parts(other)
    if len(first) < 2 or len(second) < 2 or first[-1] != second[-1]:
        return False
    return first[0][0] == second[0][0] and (
        len(first[0]) == 1 or len(second[0]) == 1 or first[0] == second[0]
    )
