"""Give a contact to a colleague."""

from workstation.actions.base import Moment, RecordedAction, Ref, Refused
from workstation.models import Agent


class Assign(RecordedAction):
    kind = "assign"
    permission = "assign"

    agent_id: Ref

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        agent = moment.need(Agent, self.agent_id)
        if not agent.active:
            raise Refused("agent_left", name=agent.name)
        if contact.owner_id == agent.id:
            return
        contact.owner_id = agent.id
        moment.record(contact, self.event_id, "assigned", agent_id=agent.id)
