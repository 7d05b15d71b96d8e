"""What a pretended memory says of a contact, and of what stands beside the inbox."""

from typing import TYPE_CHECKING

from tests.ui.pretend.memory import Memory
from tests.ui.pretend.shop import DAAN, HOUR, MINE, REFERENCE, ident
from workstation.replica.begun import BegunRow
from workstation.replica.rows.channels import DialRow, TemplateRow
from workstation.replica.rows.contact import CallRow, ContactHead, Transcript
from workstation.replica.rows.customer import CustomerCard, TimelineRow
from workstation.replica.rows.knowledge import AnswerRow, CallAdvice, ProductHint, Proposals
from workstation.replica.rows.product import ProductCard
from workstation.replica.rows.reference import (
    Reference,
)
from workstation.replica.rows.writing import MentionRow, SnippetRow, WritingFacts
from workstation.rules.call_hints import Limits

if TYPE_CHECKING:
    pass


class Beside(Memory):
    """Made before by the test, or believable."""

    def contact(self, contact_id: str) -> ContactHead | None:
        self._elsewhere()
        return self.contact_now(contact_id)

    def contact_now(self, contact_id: str) -> ContactHead | None:
        """The same, for a test that stands outside."""
        found = self._row(contact_id)
        if found is None:
            return None
        owner = next((a for a in REFERENCE.agents if a.agent_id == found.owner_id), None)
        return ContactHead(
            contact_id=contact_id,
            name=found.name,
            channel=found.channel,
            address="",
            state=found.state,
            subject=found.subject,
            language=found.language,
            team_id=found.team_id,
            owner_id=found.owner_id,
            owner_name=owner.name if owner else "",
            customer_id=ident(found.number, 4),
            product_type_id=found.product_type_id,
            product_id=None,
            variant_id=None,
            order_number="80352219",
            opened_at=found.last_at - HOUR,
            last_at=found.last_at,
            waiting_since=found.waiting_since,
            due_at=found.due_at,
            snoozed_until=found.snoozed_until,
            read_at=None if found.unread else found.last_at,
            guest=False,
        )

    def transcript(
        self, contact_id: str, *, limit: int = 60, before: str | None = None
    ) -> Transcript:
        self._elsewhere()
        messages = self.messages.get(contact_id, [])
        end = len(messages)
        if before is not None:
            end = next(i for i, m in enumerate(messages) if m.message_id == before)
        start = max(0, end - limit)
        stretch = tuple(messages[start:end])
        answering = self.answering.get(contact_id, "")
        answered = tuple(one for one in messages[:start] if one.message_id == answering)
        return Transcript(
            contact_id, stretch, start > 0, self.looked.get(contact_id), answered, answering
        )

    def customer(self, customer_id: str) -> CustomerCard | None:
        self._elsewhere()
        if customer_id in self.customers:
            return self.customers[customer_id]
        number = int(customer_id[-12:])
        found = self.rows.get(number)
        if found is None:
            return None
        at = found.last_at
        visit = TimelineRow(found.contact_id, found.channel, at, "open", "", "", "", "")
        return CustomerCard(
            customer_id, found.name, "Utrecht", "nl", None, False, "", (), (), (visit,)
        )

    def product(self, product_id: str, variant_id: str | None = None) -> ProductCard | None:
        self._elsewhere()
        return self.products.get(product_id)

    def proposals(self, contact_id: str, product_id: str | None = None) -> Proposals | None:
        self._elsewhere()
        return self.proposed.get(contact_id)

    def likely_product(self, contact_id: str) -> ProductHint | None:
        self._elsewhere()
        proposed = self.proposed.get(contact_id)
        return proposed.products[0] if proposed is not None and proposed.products else None

    def fitting_answers(self, product_id: str, contact_id: str) -> tuple[AnswerRow, ...]:
        self._elsewhere()
        card = self.products.get(product_id)
        return () if card is None else card.answers

    def call_advice(self, contact_id: str) -> CallAdvice | None:
        self._elsewhere()
        return self.advice.get(contact_id)

    def reference(self) -> Reference:
        self._elsewhere()
        return self.reference_now

    def calls(self) -> tuple[CallRow, ...]:
        self._elsewhere()
        return self.calls_now

    def dials(self) -> dict[str, DialRow]:
        self._elsewhere()
        return self.dials_now

    def call_limits(self) -> Limits:
        self._elsewhere()
        return self.call_limits_now

    def templates(self, channel: str) -> tuple[TemplateRow, ...]:
        self._elsewhere()
        return self.templates_now.get(channel, ())

    def snippets(self) -> tuple[SnippetRow, ...]:
        self._elsewhere()
        return tuple(self.snippets_now)

    def writing_facts(self, contact_id: str) -> WritingFacts | None:
        self._elsewhere()
        head = self.contact_now(contact_id)
        if head is None:
            return None
        return self.writing_now.get(contact_id) or WritingFacts(
            contact_id=contact_id,
            channel=head.channel,
            language=head.language,
            customer_name=head.name,
            product_name="",
            order=None,
            orders=(),
            readers=(MINE, DAAN),
        )

    def mentions(self, since: int, limit: int = 50) -> tuple[MentionRow, ...]:
        self._elsewhere()
        return tuple(one for one in self.mentions_now if one.at > since)[:limit]

    def begun(self, contact_id: str) -> tuple[BegunRow, ...]:
        self._elsewhere()
        return self.begun_now.get(contact_id, ())
