"""Send a message again that failed, or whose fate nobody knows. Only a person decides this."""

from workstation.actions.base import ContactAction, Moment, Ref, Refused
from workstation.actions.limits import channel_is_open
from workstation.models import Message
from workstation.rules.delivery import may_retry
from workstation.rules.windows import may_answer


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
        channel_is_open(moment, contact.channel)
        template = message.facts.get("shape") == "template"
        if not may_answer(contact.reply_until, moment.now, template=template):
            raise Refused("window_closed")
        message.delivery = "queued"
        message.delivery_at = moment.now
        message.send_at = None
        message.failure = ""
        # The provider gives it another id. What is still said about the first try no longer counts.
        message.origin = None
