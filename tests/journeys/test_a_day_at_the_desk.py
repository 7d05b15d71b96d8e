"""A day of an agent: Sanne answers over four channels, notes, puts off, passes on, is rung up,
finds somebody back, and wraps up, by keyboard alone. In the evening the office knows all of it."""

from collections import Counter

from PySide6.QtCore import Qt

from tests.journeys.seat import Seat
from tests.journeys.shop import Shop
from workstation.models import (
    Call,
    Contact,
    Message,
    Reason,
    Resolution,
    Snippet,
    Team,
    WrapUp,
    new_id,
)
from workstation.replica.rows.inbox import InboxRow
from workstation.ui.composer.suggesting.suggestions_popup import SuggestionsPopup
from workstation.ui.search.palette_view import PaletteView

ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
ANNA, JEROEN, EVA, BRAM = "31651234567", "jeroen@example.org", "24012345678901234", "+31612342210"


def _wraps_up(seat: Seat, shop: Shop, count: int) -> None:
    """The reason that is proposed first, what was done, and done."""
    seat.wraps_up("deliv", "Explained")
    seat.sees(lambda: len(shop.rows(WrapUp)) == count)


def test_a_day_at_the_desk(shop: Shop) -> None:
    shop.add(
        Team(id=(washing := new_id()), name_en="Washing", name_nl="Wassen", position=9),
        Reason(id=(kind := new_id()), kind="question", name_en="Delivery", name_nl="Bezorging"),
        Resolution(id=(explained := new_id()), name_en="Explained", name_nl="Uitgelegd"),
        Snippet(
            id=new_id(),
            shortcut="thanks",
            name_en="Thanks",
            name_nl="Dank",
            text_en="Hello {customer.first_name}, thank you for writing.",
            text_nl="Hallo {customer.first_name}, dank voor je bericht.",
        ),
    )
    graph, mail, telephone = shop.graph("whatsapp", "messenger"), shop.mail(), shop.telephone()
    shop.open()
    sanne = shop.seat("sanne")
    sanne.turns_to_team()

    # Anna writes over WhatsApp: a text that is kept ready, and a few words of her own.
    graph.whatsapp.names[ANNA] = "Anna Bakker"
    graph.whatsapp.write(ANNA, "When does it come?")
    sanne.sees(lambda: sanne.window.inbox.model.rowCount() == 1)
    sanne.press("J")
    sanne.sees_contact()
    sanne.press("R")
    composer = sanne.contact.composer
    sanne.sees(composer.text.hasFocus)
    sanne.types("/thanks")
    sanne.sees(lambda: sanne.all(SuggestionsPopup))
    sanne.picture("a text kept ready")
    sanne.press("Return")
    sanne.sees(lambda: "Anna" in composer.text.toPlainText())
    sanne.sends(" It comes today.")
    sanne.sees(lambda: any("It comes today. [read]" in said for said in sanne.says))

    # Jeroen mails; she notes what the depot says, and puts it off.
    mail.customer_writes(JEROEN, "Where is my parcel?", name="Jeroen de Wit", subject="Parcel")
    sanne.sees(lambda: sanne.window.inbox.model.rowCount() == 2)
    _walks_to(sanne, "Jeroen de Wit")
    sanne.sees(lambda: any("Where is my parcel?" in said for said in sanne.says))
    sanne.press("Ctrl+Shift+N")
    sanne.sends("The depot calls back after two.")
    sanne.sees(lambda: any("note: The depot calls back" in said for said in sanne.says))
    sanne.press("Alt+Z")
    sanne.walks_in_menu("hour")
    sanne.sees(lambda: Counter(one.state for one in shop.rows(Contact))["snoozed"] == 1)

    # Eva's is about a washing machine: others know more of that.
    graph.messenger.names[EVA] = "Eva Smit"
    graph.messenger.write(EVA, "The drum makes a noise.")
    sanne.sees(lambda: any("drum" in row.last_text for row in _rows(sanne)))
    _walks_to(sanne, "Eva Smit")
    sanne.sees(lambda: any("drum" in said for said in sanne.says))
    sanne.press("Alt+T")
    sanne.walks_in_menu("Washing")
    sanne.sees(lambda: washing in {one.team_id for one in shop.rows(Contact)})

    # The telephone: answered, hung up, wrapped up.
    telephone.exchange.ring(BRAM, name="Bram Visser")
    sanne.sees_call("answer")
    sanne.press("F8")
    sanne.sees_call("hold")
    sanne.press("Shift+F8")
    sanne.sees(lambda: sanne.call.call is not None and sanne.call.call.state == "ended")
    _wraps_up(sanne, shop, 1)

    # Anna is found back by her name, and done too.
    sanne.press("Ctrl+K")
    sanne.types("anna")
    sanne.sees(lambda: any("Anna Bakker" in line for line in _found(sanne)))
    sanne.picture("found back")
    sanne.press("Return")
    sanne.sees(lambda: any("When does it come?" in said for said in sanne.says))
    _wraps_up(sanne, shop, 2)
    sanne.sees(lambda: sanne.waiting == 0)
    sanne.picture("evening")

    contacts = {one.channel: one for one in shop.rows(Contact)}
    assert {channel: one.state for channel, one in contacts.items()} == {
        "whatsapp": "done",
        "email": "snoozed",
        "messenger": "open",
        "phone": "done",
    }
    assert contacts["messenger"].team_id == washing
    assert shop.only(Call).outcome == "answered"
    assert {(one.reason_id, *one.resolution_ids) for one in shop.rows(WrapUp)} == {
        (kind, explained)
    }
    written = [one for one in shop.rows(Message) if one.author_id and one.kind in ("text", "note")]
    assert [one.text for one in written] == [
        "Hello Anna, thank you for writing. It comes today.",
        "The depot calls back after two.",
    ]
    assert [one.text for one in graph.sent] == [written[0].text]


def _found(seat: Seat) -> list[str]:
    """The lines under the field of the search."""
    (found,) = seat.all(PaletteView)
    model = found.list.model()
    return [str(model.index(n, 0).data(ACCESSIBLE) or "") for n in range(model.rowCount())]


def _rows(seat: Seat) -> list[InboxRow]:
    model = seat.window.inbox.model
    return [row for n in range(model.rowCount()) if (row := model.at(n)) is not None]


def _walks_to(seat: Seat, name: str) -> None:
    """Through the list, with the arrows."""
    inbox = seat.window.inbox
    seat.sees(lambda: name in [row.name for row in _rows(seat)])
    seat.press("Ctrl+L")
    seat.sees(inbox.list.hasFocus)
    seat.press("Home")
    for _ in range(inbox.model.rowCount()):
        row = inbox.model.at(inbox.list.currentIndex().row())
        if row is not None and row.name == name:
            return
        seat.press("Down")
    raise AssertionError(f"the arrows do not come to {name}")
