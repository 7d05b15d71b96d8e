"""What every telephone has, whoever carries its calls: it takes no text, and knows its numbers."""

import re

from workstation.channels.outgoing import (
    Outbound,
    Rejected,
    Rules,
    Sent,
)
from workstation.channels.phone.table import PhoneTable
from workstation.channels.port import (
    Channel,
)
from workstation.models.text import storable
from workstation.rules.addresses import canonical, is_number

_FILLING = re.compile(r"[\s().\-/]")
_WITHHELD = frozenset(
    {"", "anonymous", "unknown", "withheld", "restricted", "private", "unavailable", "+266696687"}
)
"""What providers write where the caller keeps their number to themselves."""


class Telephone(Channel):
    """`controls` says whether the provider can be told to answer, hold and hang up."""

    name = "phone"
    controls = True

    def __init__(self, table: PhoneTable) -> None:
        self._table = table

    @property
    def rules(self) -> Rules:
        return Rules(longest_text=0, calls=self.controls)

    def send(self, message: Outbound) -> Sent:
        raise Rejected(
            "The telephone takes no text. Call back, or answer over another channel.",
            "phone.no_text",
        )

    def number(self, given: str) -> str:
        """A number as it is written here; empty when it is withheld."""
        return number(given, self._table.country or "")

    def team_of(self, dialled: str) -> str:
        """The team whose number was dialled; empty where it is nobody's own."""
        return self._table.teams.get(self.number(dialled), "")

    def colleague(self, called: str) -> str:
        """The login of whom the provider calls so, or what it calls them."""
        return storable(self._table.agents.get(called, called))[:200]

    def telephone_of(self, agent: str) -> str:
        """What the provider calls this colleague: the other way around."""
        for called, login in self._table.agents.items():
            if login == agent:
                return called
        return agent


def number(given: str, country: str = "") -> str:
    """A number as it is written here: "+31201234567", from that, from "31201234567", from a SIP
    address, and from "0201234567" in this country; empty when it is withheld."""
    whole_name = storable(given.strip()).removeprefix("sip:").removeprefix("tel:")
    bare = whole_name.partition("@")[0]
    if bare.lower() in _WITHHELD:
        return ""
    plain = canonical("phone", bare)
    if not is_number(plain):
        digits = _FILLING.sub("", plain)
        whole = f"+{country}{digits[1:]}" if country else ""
        if digits[:1] != "0" or digits.startswith("00"):
            whole = "+" + digits.removeprefix("00")
        # A name at a place is theirs only with the place.
        plain = whole if is_number(whole) else whole_name if "@" in whole_name else plain
    return plain[:200]
