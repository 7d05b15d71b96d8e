"""Two customers are one person: from now on they are read together."""

from workstation.actions.base import Action, Moment, Ref, Refused
from workstation.models import Customer, Match


class MergeCustomers(Action):
    """`other_id` becomes part of `customer_id`. No row moves, so `UnmergeCustomer` restores
    exactly what was."""

    kind = "merge_customers"
    permission = "organise"

    customer_id: Ref
    other_id: Ref

    def apply(self, moment: Moment) -> None:
        customer = moment.need(Customer, self.customer_id)
        other = moment.need(Customer, self.other_id)
        if customer.id == other.id:
            raise Refused("same_customer")
        if customer.merged_into_id is not None or other.merged_into_id is not None:
            raise Refused("customer_merged")
        other.merged_into_id = customer.id
        other.merged_at = moment.now
        other.merged_by_id = moment.by.id
        settle(moment, customer.id, other.id, "confirmed")


def settle(moment: Moment, one: str, other: str, state: str) -> None:
    """Note on the suggestions about these two what somebody decided."""
    for first, second in ((one, other), (other, one)):
        for match in moment.world.find(Match, customer_id=first, other_id=second):
            if match.state != state:
                match.state = state  # type: ignore[assignment]
