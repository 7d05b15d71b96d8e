"""Anna asks something over WhatsApp; Sanne finds the answer beside the contact, sends it, and wraps
up with what is proposed: without a mouse, and with one key for each choice."""

from tests.journeys.shop import Shop
from workstation.models import (
    Answer,
    Customer,
    Identity,
    Message,
    Order,
    OrderLine,
    Product,
    ProductType,
    Reason,
    Resolution,
    Variant,
    WrapUp,
    new_id,
)
from workstation.models.ids import now_ms

ANNA = "31651234567"
DAY = 24 * 60 * 60_000
CABLE = "Een Ultra High Speed-kabel; die uit de doos is goed."


def _stock(shop: Shop) -> dict[str, str]:
    """A television that Anna bought, what is known of it, and what contacts can be about."""
    ids = {
        name: new_id()
        for name in ("type", "tv", "black", "white", "anna", "order", "kind", "cable", "advice")
    }
    shop.add(
        ProductType(id=ids["type"], name_en="Televisions", name_nl="Televisies"),
        Product(id=ids["tv"], product_type_id=ids["type"], code="LUM55", name="Lumea 55 OLED"),
        Variant(id=ids["black"], product_id=ids["tv"], sku="LUM55-B", name="black", price=119_900),
        Variant(id=ids["white"], product_id=ids["tv"], sku="LUM55-W", name="white", price=124_900),
        Answer(
            id=new_id(),
            product_type_id=ids["type"],
            product_id=ids["tv"],
            question_nl="Welke kabel heb ik nodig voor 120 Hz?",
            answer_nl=CABLE,
            question_en="Which cable do I need for 120 Hz?",
            answer_en="An Ultra High Speed cable; the one in the box will do.",
        ),
        Answer(
            id=new_id(),
            product_type_id=ids["type"],
            question_nl="Hoe ver moet ik zitten?",
            answer_nl="Ongeveer 2 meter.",
        ),
        Customer(id=ids["anna"], name="Anna Bakker", language="nl", since=now_ms() - 90 * DAY),
        Identity(id=new_id(), customer_id=ids["anna"], channel="whatsapp", address=f"+{ANNA}"),
        Order(
            id=ids["order"],
            customer_id=ids["anna"],
            number="80352219",
            placed_at=now_ms() - 9 * DAY,
            delivered_at=now_ms() - 7 * DAY,
            state="delivered",
            total=119_900,
        ),
        OrderLine(
            id=new_id(),
            customer_id=ids["anna"],
            order_id=ids["order"],
            variant_id=ids["black"],
            sku="LUM55-B",
            name="Lumea 55 OLED, black",
            price=119_900,
        ),
        Reason(id=ids["kind"], kind="question", name_en="Connecting", name_nl="Aansluiten"),
        Reason(
            id=ids["cable"],
            parent_id=ids["kind"],
            kind="question",
            name_en="Which cable",
            name_nl="Welke kabel",
        ),
        Reason(
            id=new_id(),
            parent_id=ids["kind"],
            kind="question",
            name_en="On the wall",
            name_nl="Aan de muur",
        ),
        Resolution(id=ids["advice"], name_en="Explained", name_nl="Uitgelegd"),
    )
    return ids


def test_an_answer_is_found_sent_and_wrapped_up(shop: Shop) -> None:
    ids = _stock(shop)
    graph = shop.graph("whatsapp")
    shop.open()
    sanne = shop.seat("sanne")
    graph.whatsapp.names[ANNA] = "Anna Bakker"
    graph.whatsapp.write(ANNA, "Hoi! Welke kabel heb ik nodig voor 120 Hz?")
    sanne.turns_to_team()
    sanne.sees(lambda: sanne.window.inbox.model.rowCount() == 1)
    sanne.press("J")
    sanne.sees_contact()

    # What she bought is beside the contact, with the answers that belong to it.
    sanne.press("Ctrl+J")
    product = sanne.panel.product
    sanne.sees(product.answers.field.hasFocus)
    assert product.card is not None
    assert product.card.product_id == ids["tv"]
    sanne.types("kabel")
    sanne.sees(lambda: product.answers.model.rowCount() == 1)
    sanne.picture("answers")
    sanne.press("Return")
    sanne.sees(lambda: sanne.contact.composer.text.toPlainText() == CABLE)
    sanne.sees(sanne.contact.composer.text.hasFocus)
    sanne.sees(sanne.contact.composer.send_button.isEnabled)
    sanne.press("Ctrl+Return")
    sanne.sees(lambda: [one.text for one in graph.sent] == [CABLE])

    # Two choices and what was offered: a digit each.
    sanne.sees(lambda: sanne.contact.wrapup.entry.proposals is not None)
    sanne.press("Ctrl+D")
    sanne.sees(lambda: sanne.offered[:1] == ["Lumea 55 OLED, black"])
    sanne.picture("which product")
    sanne.press("1")
    sanne.sees(lambda: sanne.offered[:1] == ["Question › Connecting › Which cable"])
    sanne.picture("which reason")
    sanne.press("1")
    sanne.sees(lambda: sanne.offered == ["Explained"])
    sanne.press("1", "Ctrl+D")
    sanne.sees(lambda: shop.rows(WrapUp))

    # The server knows what it was about, why, and what was done for her.
    wrapped = shop.only(WrapUp)
    assert (wrapped.product_id, wrapped.variant_id) == (ids["tv"], ids["black"])
    assert (wrapped.reason_id, wrapped.resolution_ids) == (ids["cable"], [ids["advice"]])
    said = [one.text for one in shop.rows(Message) if one.direction == "outbound"]
    assert said == [CABLE]
