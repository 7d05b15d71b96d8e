"""Two customers are one person: from now on they are read together."""

from pydantic import Field

from workstation.actions.base import Action, Moment, Ref, Refused
from workstation.models import Contact, Customer, Match, id_for, new_id


class MergeCustomers(Action):
    """`other_id` becomes part of `customer_id`. No row moves, so `UnmergeCustomer` restores
    exactly what was. The open contacts of both say that it was done, and by whom."""

    kind = "merge_customers"
    permission = "organise"

    customer_id: Ref
    other_id: Ref
    event_id: Ref = Field(default_factory=new_id)

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
        say(moment, self.event_id, "merged", customer, other)


def say(moment: Moment, event_id: str, what: str, one: Customer, other: Customer) -> None:
    """Write it in the transcript of each open contact of these two, and of whoever they are."""
    people = {one.id: one, other.id: other}
    looked: set[str] = set()
    while left := [customer_id for customer_id in people if customer_id not in looked]:
        for customer_id in left:
            looked.add(customer_id)
            merged = moment.world.find(Customer, merged_into_id=customer_id)
            people |= {customer.id: customer for customer in merged}
    for customer in people.values():
        for contact in moment.world.find(Contact, customer_id=customer.id):
            if contact.state != "done":
                made = id_for("event", f"{event_id}:{contact.id}")
                moment.record(contact, made, what, one=one.name, other=other.name)


def settle(moment: Moment, one: str, other: str, state: str) -> None:
    """Note on the suggestions about these two what somebody decided."""
    for first, second in ((one, other), (other, one)):
        for match in moment.world.find(Match, customer_id=first, other_id=second):
            if match.state != state:
                match.state = state  # type: ignore[assignment]
