"""Send a message again that failed, or whose fate nobody knows. Only a person decides this."""

from workstation.actions.base import ContactAction, Moment, Ref, Refused
from workstation.models import Message
from workstation.rules.delivery import may_retry


class RetryDelivery(ContactAction):
    kind = "retry_delivery"
    permission = "answer"

    message_id: Ref

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        message = moment.need(Message, self.message_id)
        if message.contact_id != contact.id:
            raise Refused("not_found")
        if not may_retry(message.delivery):
            raise Refused("nothing_to_retry")
        message.delivery = "queued"
        message.delivery_at = moment.now
        message.failure = ""
