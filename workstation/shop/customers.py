"""Customers and their addresses, as the shop knows them."""

from typing import cast

from workstation.models import CHANNELS, Channel
from workstation.shop.addresses import normal
from workstation.shop.fields import LONG, Fields, Wrong
from workstation.shop.records import CustomerRecord, IdentityRecord

REQUIRED = ("key", "name")
OPTIONAL = (
    "language",
    "city",
    "country",
    "preferred_channel",
    "note",
    "since",
    *CHANNELS,
)
"""A column named after a channel holds addresses on it, several apart by a bar ("|")."""

MOST_IDENTITIES = 100


def customer(fields: Fields) -> CustomerRecord:
    return CustomerRecord(
        key=fields.need("key"),
        name=fields.need("name"),
        language=fields.text("language").lower()[:2],
        city=fields.text("city"),
        country=fields.text("country"),
        preferred_channel=fields.choice("preferred_channel", CHANNELS, default=""),
        note=fields.text("note", limit=LONG),
        since=fields.instant("since"),
        identities=_identities(fields),
    )


def _identities(fields: Fields) -> tuple[IdentityRecord, ...]:
    found: dict[tuple[str, str], IdentityRecord] = {}
    for channel in CHANNELS:
        for address in fields.text(channel, limit=LONG).split("|"):
            if address.strip():
                written = normal(channel, address.strip(), fields.name(channel))
                if len(written) > 200:
                    raise Wrong(f"{fields.name(channel)} is longer than 200 characters")
                found[channel, written] = IdentityRecord(channel=channel, address=written)
    for inner in fields.each("identities", limit=MOST_IDENTITIES):
        channel = cast(Channel, inner.choice("channel", CHANNELS))
        address = normal(channel, inner.need("address"), inner.name("address"))
        found[channel, address] = IdentityRecord(
            channel=channel,
            address=address,
            name=inner.text("name"),
            verified_at=inner.instant("verified_at"),
        )
    if len(found) > MOST_IDENTITIES:
        raise Wrong(f"has more than {MOST_IDENTITIES} addresses")
    return tuple(found.values())
