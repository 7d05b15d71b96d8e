"""When a provider counts as down, and who may look whether it is back.

One message that cannot be handed over is that message's bad luck. When it goes like that for
several contacts and for nobody goes well in between, the provider is down: from then on one
message at a time goes ahead to look, and all the others wait.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, Self

SECOND = 1_000
CONTACTS = 3
"""As many contacts in a row make an outage."""
LOOKING = 90 * SECOND
"""How long one that goes ahead may take before another one goes: milliseconds."""
FIRST_PAUSE = 5 * SECOND
LONGEST_PAUSE = 60 * SECOND
LONGEST_TOLD = 15 * 60 * SECOND
"""The longest that a provider's own word about when to come back is believed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outage:
    """What is known since a message last went well. Times in milliseconds since the epoch."""

    contacts: tuple[str, ...] = ()
    """Whose messages could not be handed over, at most `CONTACTS` of them."""
    looks: int = 0
    """How often one went ahead in vain since it is down."""
    until: int = 0
    """Before this nobody tries."""
    reason: str = ""

    @property
    def state(self) -> Literal["degraded", "down"]:
        return "down" if len(self.contacts) >= CONTACTS else "degraded"

    def holds(self, now: int) -> bool:
        """Whether everybody has to wait at this moment."""
        return self.state == "down" and now < self.until

    def looking(self, now: int) -> Self:
        """One goes ahead."""
        return replace(self, until=now + LOOKING)

    def looked_away(self, now: int) -> Self:
        """Whoever went ahead is gone, and will not say how it went."""
        return replace(self, until=min(self.until, now))

    def failed(self, contact_id: str, reason: str, *, now: int, told: int | None = None) -> Self:
        """It could not be handed over; `told` is in how many milliseconds to come back, when the
        provider said so."""
        contacts = self.contacts
        if contact_id not in contacts and len(contacts) < CONTACTS:
            contacts = (*contacts, contact_id)
        found = replace(self, contacts=contacts, reason=reason)
        if found.state != "down":
            return found
        pause = min(FIRST_PAUSE * 2 ** min(self.looks, 10), LONGEST_PAUSE)
        pause = max(pause, min(told or 0, LONGEST_TOLD))
        return replace(found, looks=self.looks + 1, until=now + pause)

    def as_json(self) -> dict[str, Any]:
        return {
            "contacts": list(self.contacts),
            "looks": self.looks,
            "until": self.until,
            "reason": self.reason,
        }

    @classmethod
    def from_json(cls, given: Mapping[str, Any]) -> Self:
        return cls(
            contacts=tuple(given["contacts"]),
            looks=given["looks"],
            until=given["until"],
            reason=given["reason"],
        )
