"""The desk suggested to call because a chat took long: say what was done with that."""

from typing import Annotated, Literal

from pydantic import Field

from workstation.actions.base import ContactAction, Moment, Refused
from workstation.models import CallHint, Contact, WrapUp
from workstation.models.call import CallHintState
from workstation.rules.call_hints import hint_id


class SettleCallHint(ContactAction):
    """Once for each round of a contact: what comes back after a wrap-up is a new one. "Not now"
    may still become a call; a call stays one."""

    kind = "settle_call_hint"
    permission = "answer"

    why: Literal["turns", "minutes", "kinds"]
    amount: Annotated[int, Field(ge=0, le=1_000_000)]
    state: CallHintState

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        if contact.state == "done":
            raise Refused("contact_done")
        if contact.owner_id not in (None, moment.by.id):
            raise Refused("owned_by_other", name=moment.name_of(contact.owner_id or ""))
        row_id = hint_id(contact.id, began_at(moment, contact))
        hint = moment.world.get(CallHint, row_id)
        if hint is None:
            moment.world.add(
                CallHint(
                    id=row_id,
                    contact_id=contact.id,
                    agent_id=moment.by.id,
                    why=self.why,
                    amount=self.amount,
                    state=self.state,
                    at=moment.now,
                )
            )
        elif hint.state == "dismissed" and self.state == "called":
            hint.state = "called"
            hint.agent_id = moment.by.id
            hint.at = moment.now


def began_at(moment: Moment, contact: Contact) -> int:
    """When this round of the contact began: after the last wrap-up, or with the first message."""
    ended = [one.at for one in moment.world.find(WrapUp, contact_id=contact.id)]
    return max(ended, default=contact.opened_at)
