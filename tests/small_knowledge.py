"""What the small shop knows: answers, notes of all kinds, a rating, hints to call, and drafts."""

from typing import TYPE_CHECKING

from sqlalchemy.orm import Session

from workstation.models import Answer, CallHint, CustomerNote, Rating, SharedDraft, Snippet
from workstation.rules.call_hints import hint_id

if TYPE_CHECKING:
    from tests.small_shop import SmallShop

MINUTE = 60_000


def furnish_knowledge(session: Session, shop: "SmallShop", now: int) -> None:
    for name, published in (("cable_answer", None), ("public_answer", now - 900 * MINUTE)):
        session.add(
            Answer(
                id=getattr(shop, name),
                product_type_id=shop.television,
                product_id=shop.product,
                question_en="Which cable do I need?",
                question_nl="Welke kabel heb ik nodig?",
                answer_en="The one in the box will do.",
                answer_nl="Die uit de doos is goed.",
                published_at=published,
            )
        )
    for name, contact, writer in (
        ("my_draft", shop.mine, shop.agent),
        ("their_draft", shop.theirs, shop.colleague),
    ):
        session.add(
            SharedDraft(
                id=getattr(shop, name),
                contact_id=contact,
                agent_id=writer,
                text="Good afternoon, could you",
                at=now - 5 * MINUTE,
            )
        )
    for name, writer in (("my_note", shop.agent), ("their_note", shop.colleague)):
        session.add(
            CustomerNote(
                id=getattr(shop, name),
                customer_id=shop.customer,
                agent_id=writer,
                text="Rather be called in the evening.",
                at=now - 300 * MINUTE,
            )
        )
    for name, keeper in (
        ("my_snippet", shop.agent),
        ("their_snippet", shop.colleague),
        ("shared_snippet", None),
    ):
        session.add(
            Snippet(
                id=getattr(shop, name),
                shortcut={"my_snippet": "mine", "their_snippet": "theirs"}.get(name, "shared"),
                name_en="Thank you",
                name_nl="Bedankt",
                text_en="Thank you, {customer.first_name}.",
                text_nl="Bedankt, {customer.first_name}.",
                agent_id=keeper,
            )
        )
    session.add(
        Rating(
            id=shop.rating,
            customer_id=shop.customer,
            contact_id=shop.done,
            channel="email",
            score=9,
            comment="Quick and friendly.",
            at=now - 20 * MINUTE,
        )
    )
    for contact, state in (("sent", "called"), ("doubtful", "dismissed")):
        session.add(
            CallHint(
                id=hint_id(getattr(shop, contact), now - 30 * MINUTE),
                contact_id=getattr(shop, contact),
                agent_id=shop.agent,
                why="turns",
                amount=14,
                state=state,
                at=now - 5 * MINUTE,
            )
        )
