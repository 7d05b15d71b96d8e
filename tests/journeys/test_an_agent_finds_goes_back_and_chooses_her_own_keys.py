"""By keyboard only: a contact is found with an operator, the customer's order through the palette,
twice back, and a key of one's own is given and used."""

from tests.journeys.seat import Seat
from tests.journeys.shop import Shop
from workstation.models import Contact, Customer, Identity, Order, OrderLine, new_id
from workstation.models.ids import now_ms
from workstation.ui.search.lines import Line

ANNA, PIET = "31651234567", "31651234568"


def _line(sanne: Seat, kind: str) -> Line | None:
    """What is chosen in the palette, if it is of this kind."""
    palette = sanne.window.moving.palette
    found = palette.current
    return found if palette.isVisible() and found is not None and found.kind == kind else None


def _shown(sanne: Seat) -> str:
    head = sanne.contact.head
    return "" if head is None else head.name


def test_found_by_an_operator_back_twice_and_a_key_of_her_own(shop: Shop) -> None:
    anna = Customer(id=new_id(), name="Anna Bakker", city="Utrecht", since=now_ms())
    order = Order(
        id=new_id(), customer_id=anna.id, number="80352219", placed_at=now_ms(), state="sent"
    )
    shop.add(
        anna,
        Identity(id=new_id(), customer_id=anna.id, channel="whatsapp", address=f"+{ANNA}"),
        order,
        OrderLine(id=new_id(), customer_id=anna.id, order_id=order.id, name="Lumen 55"),
    )
    graph = shop.graph("whatsapp", "messenger")
    shop.open()
    sanne = shop.seat("sanne")
    sanne.turns_to_team()
    graph.whatsapp.names[ANNA] = "Anna Bakker"
    graph.whatsapp.write(ANNA, "The picture flickers since yesterday")
    graph.whatsapp.names[PIET] = "Piet de Boer"
    graph.whatsapp.write(PIET, "Mine flickers too")
    sanne.sees(lambda: sanne.window.inbox.model.rowCount() == 2)

    # A contact, by a customer's name and a word, with the operator filled in by Tab.
    sanne.press("Ctrl+K")
    sanne.types("fr")
    sanne.press("Tab")
    sanne.types("boer flick")
    sanne.sees(lambda: (line := _line(sanne, "contact")) and line.detail == "Piet de Boer")
    sanne.picture("found by an operator")
    sanne.press("Return")
    sanne.sees(lambda: _shown(sanne) == "Piet de Boer")
    sanne.picture("what was found stands out")

    # An order, and with it the customer.
    sanne.press("Ctrl+K")
    sanne.types("80352")
    sanne.sees(lambda: (line := _line(sanne, "order")) and line.title == "80352219")
    sanne.picture("an order")
    sanne.press("Return")
    sanne.sees(lambda: _shown(sanne) == "Anna Bakker")
    sanne.sees(lambda: "80352219" in sanne.words(sanne.panel))
    sanne.picture("the customer of the order")

    # Back: to the search for the order, and to the contact before it.
    sanne.press("Alt+Left")
    sanne.sees(lambda: sanne.window.moving.palette.isVisible())
    assert sanne.window.moving.palette.field.text() == "80352"
    sanne.press("Alt+Left")
    sanne.sees(lambda: _shown(sanne) == "Piet de Boer")
    assert not sanne.window.moving.palette.isVisible()

    # Her own key for taking a contact: the one she tries first is taken, and told so.
    sanne.press("Ctrl+F1")
    sheet = sanne.window.moving.sheet
    assert sheet is not None
    sanne.types("take this")
    sanne.sees(lambda: sheet.strip.words == "Take this contact")
    sanne.press("Return")
    sanne.press("Ctrl+K")
    sanne.sees(lambda: sheet.strip.state == "taken")
    assert "“Search”" in sheet.strip.words
    sanne.picture("a key that is taken")
    sanne.press("Escape")
    sanne.press("Return")
    sanne.press("F12")
    sanne.sees(lambda: sanne.desk.context.commands.key("claim") == "F12")
    sanne.picture("a key of her own")
    sanne.press("Escape")
    sanne.sees(lambda: not sheet.isVisible())
    sanne.press("F12")
    sanne.sees(lambda: sanne.contact.head and sanne.contact.head.owner_id)

    # The server knows who took it, and the desk her key when it is opened the next time.
    mine = sanne.desk.context.me.agent_id
    sanne.sees(lambda: [one.owner_id for one in shop.rows(Contact)].count(mine) == 1)
    sanne.stops_and_starts_again()
    sanne.sees(lambda: sanne.desk.context.commands.key("claim") == "F12")
