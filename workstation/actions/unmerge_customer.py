"""They were two people after all: what was merged stands on its own again, as it was."""

from pydantic import Field

from workstation.actions.base import Action, Moment, Ref, Refused
from workstation.actions.merge_customers import say, settle
from workstation.models import Customer, new_id


class UnmergeCustomer(Action):
    kind = "unmerge_customer"
    permission = "organise"

    customer_id: Ref
    """The one that was merged into another."""
    event_id: Ref = Field(default_factory=new_id)

    def apply(self, moment: Moment) -> None:
        customer = moment.need(Customer, self.customer_id)
        into = customer.merged_into_id
        if into is None:
            raise Refused("not_merged")
        customer.merged_into_id = None
        customer.merged_at = None
        customer.merged_by_id = None
        settle(moment, into, customer.id, "dismissed")
        known = moment.world.get(Customer, into)
        if known is not None:
            say(moment, self.event_id, "unmerged", known, customer)
