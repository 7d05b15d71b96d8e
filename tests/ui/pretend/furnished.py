"""A pretended memory in which every screen has something to show: one contact with pictures, a
document, orders and a product; who asks is an admin."""

import hashlib
from dataclasses import replace
from typing import Any

from tests.ui.pictured import png
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import DAAN, HOUR, ME, MINE, NOW, REFERENCE, TVS, ident, row
from tests.ui.spoken import file, note, ours, said
from workstation.replica.begun import BegunRow
from workstation.replica.rows.channels import DialRow, TemplateRow
from workstation.replica.rows.contact import AttachmentRow, ContactHead
from workstation.replica.rows.customer import (
    CustomerCard,
    IdentityRow,
    MatchRow,
    MergedRow,
    TimelineRow,
)
from workstation.replica.rows.knowledge import (
    AnswerRow,
    CallAdvice,
    NoteRow,
    OpenContactRow,
    ProductHint,
    Proposals,
    RatingRow,
)
from workstation.replica.rows.order import OrderLineRow, OrderRow
from workstation.replica.rows.outbox import OutboxRow
from workstation.replica.rows.product import ProductCard, VariantRow
from workstation.replica.rows.reference import LineRow
from workstation.replica.rows.writing import MentionRow, SnippetRow

CONTACT, CUSTOMER = ident(1), ident(1, 4)
PRODUCT, BLACK, WHITE = ident(1, 20), ident(1, 21), ident(2, 21)
DAY = 24 * HOUR
COLOURS = ("#4a6fb5", "#b54a6f", "#6fb54a")


class Furnished(PretendReplica):
    """Also says what a contact's head holds beyond its row in the list."""

    heads: dict[str, dict[str, Any]]

    def contact(self, contact_id: str) -> ContactHead | None:
        head = super().contact(contact_id)
        return head and replace(head, **self.heads.get(contact_id, {}))


def furnished() -> Furnished:
    made = Furnished([row(number) for number in range(2, 61)])
    made.heads = {}
    made.rows[1] = row(1, name="Anouk Bakker", channel="whatsapp", tags=("firmware 3.1",))
    made.reference_now = replace(
        REFERENCE,
        me=replace(ME, role="admin"),
        lines={
            "whatsapp": LineRow("whatsapp", "whatsapp", "open", "", NOW, {"templates": True}),
            "email": LineRow("email", "email", "down", "The password is refused.", NOW, {}),
        },
    )
    made.dials_now = {
        "whatsapp": DialRow(
            "whatsapp", True, 25, 40, None, {"mon": [["08:00", "24:00"]]}, "", "Het is druk.",
            "phone", NOW, 120, 360, 31, 4, 12,
        )
    }  # fmt: skip
    made.messages[CONTACT] = [
        said(1, "My television flickers.", attachments=_pictures(made)),
        note(2, "Known with firmware 3.1."),
        ours(3, "Which cable is it?", delivery="failed", failure="number unknown"),
        said(4, "The long one.", attachments=(file(9, "application/pdf", name="bill.pdf"),)),
    ]
    made.customers[CUSTOMER] = _customer()
    made.products[PRODUCT] = _product()
    hint = ProductHint(PRODUCT, BLACK, "Lumea 55 OLED", "order", True, "80352219")
    made.proposed[CONTACT] = Proposals(CONTACT, (hint,))
    made.advice[CONTACT] = CallAdvice(ident(1, 45), "turns", 12, "", None, "+31612342210")
    made.begun_now[CONTACT] = (BegunRow(DAAN, "Daan Visser", "reply", "Dear Anouk,", NOW - HOUR),)
    made.templates_now["whatsapp"] = (
        TemplateRow("whatsapp", "parcel", "en", "utility", "", "Hello {1}.", "", (), ("1",)),
    )
    made.snippets_now = [
        SnippetRow(
            ident(1, 46), "thanks", "Thanks", "Dank", "Thank you.", "Dank je.", agent_id=MINE
        )
    ]
    made.mentions_now = [
        MentionRow(ident(2, 8), CONTACT, DAAN, "Daan Visser", "Anouk", "@Sanne look?", NOW - HOUR)
    ]
    made.entries = [_refused()]
    return made


def _pictures(made: PretendReplica) -> tuple[AttachmentRow, ...]:
    found = []
    for number, colour in enumerate(COLOURS, 1):
        content = png(colour=colour)
        sha256 = hashlib.sha256(content).hexdigest()
        made.files[sha256] = content
        found.append(file(number, sha256=sha256, name=f"{number}.png"))
    return tuple(found)


def _customer() -> CustomerCard:
    order = OrderRow(
        order_id="80352219", number="80352219", placed_at=NOW - 9 * DAY, delivered_at=None,
        state="sent", total=125_800, currency="EUR",
        lines=(OrderLineRow("Lumea 55 OLED", 1, 119_900, PRODUCT, BLACK),),
    )  # fmt: skip
    visit = TimelineRow(
        ident(3), "phone", NOW - 9 * DAY, "done", "", "hello", "Delivery", "Bezorging"
    )
    return CustomerCard(
        CUSTOMER, "Anouk Bakker", "Rotterdam", "nl", NOW - 900 * DAY, False, "",
        (
            IdentityRow("whatsapp", "+31612342210", True),
            IdentityRow("email", "a@example.nl", False),
        ),
        (order, replace(order, order_id="2", number="80352220")),
        (visit,),
        merged=(MergedRow(ident(9, 4), "A. Bakker", NOW, "Daan Visser", ()),),
        matches=(
            MatchRow(
                ident(1, 30), ident(8, 4), "Anouk Smit", "Delft", "phone",
                {"address": "+31612342210"}, (("email", "anouk@example.nl"),), False,
            ),
        ),
        ratings=(RatingRow(ident(1, 60), ident(3), "phone", 9, "Kind.", NOW - 9 * DAY),),
        notes=(NoteRow(ident(1, 61), MINE, "Sanne de Jong", "In the evening.", NOW - DAY),),
    )  # fmt: skip


def _product() -> ProductCard:
    answer = AnswerRow(
        ident(1, 40), None, PRODUCT, None, "Which cable?", "Welke kabel?", "The one in the box.",
        "Die in de doos.", published=False,
    )  # fmt: skip
    return ProductCard(
        PRODUCT, BLACK, "Lumea 55 OLED", "Lumea", "Televisions", "Televisies", "A bright one.",
        {"hdmi_ports": 4},
        (
            VariantRow(WHITE, "LUM55-W", "white", {"colour": "white"}, 124_900, "EUR", 0),
            VariantRow(BLACK, "LUM55-B", "black", {"colour": "black"}, 119_900, "EUR", 38),
        ),
        (answer,), product_type_id=TVS,
        open_contacts=(OpenContactRow(ident(2), "Jeroen", "email", "Too", NOW, None, "Daan"),),
        open_count=1,
    )  # fmt: skip


def _refused() -> OutboxRow:
    return OutboxRow(
        ident(1, 70), "reply", CONTACT, "Anouk Bakker", "Hoi", "refused", NOW, 1,
        "owned_by_other", {"name": "Daan Visser"}, True, {},
    )  # fmt: skip
