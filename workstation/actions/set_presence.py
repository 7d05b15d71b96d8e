"""Say whether I am there, why not, and when I am back."""

from typing import Annotated, Final

from pydantic import Field

from workstation.actions.base import Action, Line, Moment
from workstation.models import Presence
from workstation.models.people import PresenceState

LAST: Final = 4_102_444_800_000
"""The year 2100: further away nobody says when they are back."""


class SetPresence(Action):
    """`reason` is a word that every desk knows and says in its own language ("lunch"), or the
    agent's own. `until` is when they mean to be back, in milliseconds since the epoch; it may be
    past by the time the server hears of it, and is kept as it was said."""

    kind = "set_presence"
    permission = "presence"

    state: PresenceState
    reason: Line = ""
    until: Annotated[int, Field(ge=0, le=LAST)] | None = None

    def apply(self, moment: Moment) -> None:
        presence = moment.world.get(Presence, moment.by.id)
        if presence is None:
            presence = Presence(id=moment.by.id, state="offline", since=moment.now)
            moment.world.add(presence)
        presence.state = self.state
        presence.reason = self.reason
        presence.since = moment.now
        presence.until = self.until
