"""Say who the customer is: their address, and every contact from it, moves to that person."""

from workstation.actions.base import Moment, RecordedAction, Ref, Refused
from workstation.models import Contact, Customer, Identity


class LinkCustomer(RecordedAction):
    kind = "link_customer"
    permission = "organise"

    customer_id: Ref

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        customer = moment.need(Customer, self.customer_id)
        if customer.merged_into_id is not None:
            raise Refused("customer_merged")
        if contact.customer_id == customer.id:
            return
        before = contact.customer_id
        siblings = [contact]
        identity = None
        if contact.identity_id is not None:
            identity = moment.world.get(Identity, contact.identity_id)
            siblings = moment.world.find(Contact, identity_id=contact.identity_id)
        for sibling in siblings:
            if sibling.customer_id == before:
                sibling.customer_id = customer.id
        if identity is not None and identity.customer_id == before:
            identity.customer_id = customer.id
        previous = moment.world.get(Customer, before)
        if previous is not None and previous.provisional:
            previous.merged_into_id = customer.id
        moment.record(contact, self.event_id, "linked", customer_id=customer.id)
