"""Answer the customer."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from workstation.actions.base import (
    Body,
    ContactAction,
    Line,
    Moment,
    Ref,
    Refused,
    after_all_said,
    own,
    touch,
)
from workstation.actions.files import File
from workstation.actions.limits import is_taken
from workstation.actions.save_draft import written
from workstation.models import Contact, Message, Order, Template, new_id
from workstation.rules.templates import filled, missing
from workstation.rules.windows import may_answer


class TemplateChoice(BaseModel):
    """A template of the contact's channel, and what fills its places in, in the order of
    `rules/templates.py`."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    name: Line
    language: Line
    parameters: tuple[Annotated[Body, Field(max_length=1024)], ...] = Field(
        default=(), max_length=50
    )


class Reply(ContactAction):
    """With a `template` the text is the template's own wording, filled in: `text` is not looked at,
    and files do not go along."""

    kind = "reply"
    permission = "answer"
    returns_to_composer = True

    message_id: Ref = Field(default_factory=new_id)
    text: Body = ""
    files: tuple[File, ...] = Field(default=(), max_length=30)
    orders: tuple[Ref, ...] = Field(default=(), max_length=30)
    """The customer's orders that the text names."""
    reply_to_id: Ref | None = None
    template: TemplateChoice | None = None
    written_at: int
    """The writer's clock, milliseconds since the epoch."""

    @model_validator(mode="after")
    def says_something(self) -> "Reply":
        if self.template is not None and self.files:
            raise ValueError("a template takes no files")
        if not self.text.strip() and not self.files and self.template is None:
            raise ValueError("a reply needs text, a file or a template")
        return self

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        if contact.state == "done":
            raise Refused("contact_done")
        text, facts = self.text, dict[str, Any]()
        if self.template is not None:
            text = _wording(moment, contact, self.template)
            facts = {"shape": "template", **self.template.model_dump(mode="json")}
        elif not may_answer(contact.reply_until, moment.now):
            raise Refused("window_closed")
        is_taken(moment, contact, text, self.files)
        for order_id in self.orders:
            moment.need(Order, order_id)
        if self.orders:
            facts["orders"] = list(self.orders)
        own(moment, contact)
        at = after_all_said(contact, moment.now)
        message = Message(
            id=self.message_id,
            contact_id=contact.id,
            direction="outbound",
            kind="text",
            author_id=moment.by.id,
            text=text,
            facts=facts,
            reply_to_id=self.reply_to_id,
            at=at,
            written_at=self.written_at,
            delivery="queued",
            delivery_at=moment.now,
        )
        moment.world.add(message)
        if self.template is None:  # beside a template, what was typed waits on
            written(moment, contact, "reply")
        for file in self.files:
            moment.world.add(file.attach(contact.id, message.id))
        touch(contact, text=text or self.files[0].name, side="agent", at=at)
        contact.state = "open"
        contact.snoozed_until = None
        contact.waiting_since = None
        contact.due_at = None
        contact.read_at = moment.now


def _wording(moment: Moment, contact: Contact, choice: TemplateChoice) -> str:
    """What the customer will read; refused when the provider would not take it."""
    found = moment.world.find(
        Template, channel=contact.channel, name=choice.name, language=choice.language
    )
    template = next((one for one in found if one.active and one.status == "approved"), None)
    if template is None:
        raise Refused("template_gone", name=choice.name)
    if missing(template.header, template.body, choice.parameters):
        raise Refused("template_incomplete", name=choice.name)
    return filled(template.header, template.body, template.footer, choice.parameters)
