"""Say whether I am there."""

from workstation.actions.base import Action, Line, Moment
from workstation.models import Presence
from workstation.models.people import PresenceState


class SetPresence(Action):
    kind = "set_presence"
    permission = "presence"

    state: PresenceState
    reason: Line = ""

    def apply(self, moment: Moment) -> None:
        presence = moment.world.get(Presence, moment.by.id)
        if presence is None:
            presence = Presence(id=moment.by.id, state="offline", since=moment.now)
            moment.world.add(presence)
        presence.state = self.state
        presence.reason = self.reason
        presence.since = moment.now
