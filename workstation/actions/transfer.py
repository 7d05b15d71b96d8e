"""Move a contact to the team that knows about it."""

from workstation.actions.base import Moment, RecordedAction, Ref, Refused
from workstation.models import Team


class Transfer(RecordedAction):
    kind = "transfer"
    permission = "organise"

    team_id: Ref

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        team = moment.need(Team, self.team_id)
        if not team.active:
            raise Refused("not_found")
        if contact.owner_id not in (None, moment.by.id) and moment.by.role == "agent":
            raise Refused("owned_by_other", name=moment.name_of(contact.owner_id or ""))
        if contact.team_id == team.id:
            return
        contact.team_id = team.id
        contact.owner_id = None
        moment.record(contact, self.event_id, "transferred", team_id=team.id)
