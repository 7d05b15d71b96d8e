"""Say who the customer of a contact is.

A stranger becomes part of the customer that is chosen, with everything of theirs. Of somebody who
is known already only this contact moves: two people may share an address, and neither becomes the
other.
"""

from workstation.actions.base import Moment, RecordedAction, Ref, Refused
from workstation.actions.persons import head_of
from workstation.models import Customer


class LinkCustomer(RecordedAction):
    kind = "link_customer"
    permission = "organise"

    customer_id: Ref

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        customer = moment.need(Customer, self.customer_id)
        if customer.merged_into_id is not None:
            raise Refused("customer_merged")
        given = moment.world.get(Customer, contact.customer_id)
        before = None if given is None else head_of(moment.world, given)
        if contact.customer_id == customer.id or (before is not None and before is customer):
            return
        if before is not None and before.provisional:
            before.merged_into_id = customer.id
            before.merged_at = moment.now
            before.merged_by_id = moment.by.id
        else:
            contact.customer_id = customer.id
        moment.record(contact, self.event_id, "linked", customer_id=customer.id)
