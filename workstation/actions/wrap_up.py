"""End a contact by logging it: product, reason, what was offered."""

from pydantic import Field

from workstation.actions.base import Body, Moment, RecordedAction, Ref, Refused
from workstation.models import Product, Reason, Resolution, Variant, WrapUp, new_id


class WrapUpContact(RecordedAction):
    kind = "wrap_up"
    permission = "answer"

    wrap_up_id: Ref = Field(default_factory=new_id)
    product_id: Ref | None = None
    variant_id: Ref | None = None
    reason_id: Ref
    resolution_ids: tuple[Ref, ...] = Field(default=(), max_length=10)
    note: Body = ""

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        if contact.state == "done":
            raise Refused("contact_done")
        if contact.owner_id not in (None, moment.by.id) and moment.by.role == "agent":
            raise Refused("owned_by_other", name=moment.name_of(contact.owner_id or ""))
        moment.need(Reason, self.reason_id)
        for resolution_id in self.resolution_ids:
            moment.need(Resolution, resolution_id)
        product_id = self.product_id
        if self.variant_id is not None:
            variant = moment.need(Variant, self.variant_id)
            if product_id not in (None, variant.product_id):
                raise Refused("variant_of_other_product")
            product_id = variant.product_id
        if product_id is not None:
            contact.product_type_id = moment.need(Product, product_id).product_type_id
        contact.product_id = product_id
        contact.variant_id = self.variant_id
        contact.owner_id = contact.owner_id or moment.by.id
        contact.state = "done"
        contact.closed_at = moment.now
        contact.waiting_since = None
        contact.due_at = None
        contact.snoozed_until = None
        contact.read_at = moment.now
        moment.world.add(
            WrapUp(
                id=self.wrap_up_id,
                contact_id=contact.id,
                agent_id=moment.by.id,
                product_id=product_id,
                variant_id=self.variant_id,
                reason_id=self.reason_id,
                resolution_ids=list(self.resolution_ids),
                note=self.note,
                at=moment.now,
            )
        )
        moment.record(contact, self.event_id, "wrapped_up", reason_id=self.reason_id)
