"""Somebody new sits down on Black Friday and knows nothing but what the tour says: its words, and
the keys on its cards, are enough to help a first customer."""

from PySide6.QtWidgets import QLabel, QPushButton

from tests.journeys.seat import Seat
from tests.journeys.shop import Shop
from workstation.models import Contact, Message, Reason, Resolution, WrapUp, new_id
from workstation.ui.guide.welcome_bar import WelcomeBar
from workstation.ui.search.palette_view import PaletteView
from workstation.ui.tour.coach_card import CoachCard

ANNA = "31651234567"
SIGNS = {"↓": "Down", "↑": "Up", "↵": "Return"}


class Newcomer:
    """Does what the card says, and knows no key that is not on it."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat

    @property
    def card(self) -> CoachCard:
        (card,) = self.seat.all(CoachCard)
        return card

    def reads(self, *words: str) -> None:
        said = f"{self.card.title.text()} {self.card.words.text()}"
        assert [one for one in words if one not in said] == []

    def presses(self, what: str) -> None:
        """The key that the card gives for this."""
        self.seat.sees(lambda: what in [one.text() for one in self.seat.all(QLabel, self.card)])
        labels = self.seat.all(QLabel, self.card)
        line = next(one for one in labels if one.text() == what).parentWidget()
        (shown,) = [
            one.text()
            for one in labels
            if one.parentWidget() is line and one.property("look") == "key"
        ]
        self.seat.press("+".join(SIGNS.get(part, part) for part in shown.split()))

    def clicks(self, words: str) -> None:
        found = [one for one in self.seat.all(QPushButton, self.card) if one.text() == words]
        self.seat.clicks(found[0])


def test_the_tour_is_enough(shop: Shop) -> None:
    graph = shop.graph("whatsapp")
    shop.add(
        reason := Reason(id=new_id(), kind="question", name_en="Delivery", name_nl="Bezorging"),
        explained := Resolution(id=new_id(), name_en="Explained", name_nl="Uitgelegd"),
    )
    shop.open()
    sanne = shop.seat("sanne")
    graph.whatsapp.names[ANNA] = "Anna Bakker"
    graph.whatsapp.write(ANNA, "Where is my parcel?")

    # She is offered the tour, and takes it.
    (welcome,) = sanne.all(WelcomeBar)
    sanne.clicks(welcome.buttons["tour"])
    sanne.sees(lambda: sanne.all(CoachCard))
    new = Newcomer(sanne)
    sanne.picture("the tour begins")

    # "Choose a team with the mouse, or with Ctrl and its number."
    new.reads("Here is the work", "waits for your teams", "Ctrl and its number")
    sanne.turns_to_team()
    sanne.sees(lambda: sanne.window.inbox.model.rowCount() == 1)

    # "Open a customer with a click, or walk along them with the keys."
    new.clicks("Next")
    new.reads("Each line is a customer", "walk along them with the keys")
    new.presses("Next contact")
    sanne.sees_contact()
    sanne.sees(lambda: any("Where is my parcel?" in said for said in sanne.says))

    # "Take the customer, and colleagues see that you are helping."
    new.clicks("Next")
    new.reads("This is what was said", "Take the customer")
    new.presses("Take this contact")
    sanne.sees(lambda: sanne.contact.head and sanne.contact.head.owner_name == "Sanne")

    # "Type what you want to say and send it."
    new.clicks("Next")
    new.reads("Answer here", "Type what you want to say and send it")
    new.presses("Write a reply")
    sanne.types("It arrives tomorrow, Anna.")
    sanne.sees(sanne.contact.composer.send_button.isEnabled)
    sanne.picture("the tour while one answers")
    new.presses("Send")
    sanne.sees(lambda: "outbound text: It arrives tomorrow, Anna. [read]" in sanne.says)

    # "Say which product it was about and why the customer wrote, and the contact leaves your list."
    new.clicks("Next")
    new.reads("Who it is, and what it is about")
    new.clicks("Next")
    new.reads("Done? Wrap up", "why the customer wrote", "the contact leaves your list")
    new.presses("Wrap up")
    sanne.chooses("deliv")
    sanne.sees(lambda: sanne.popup is not None and sanne.offered == ["Explained"])
    sanne.press("Return")
    new.presses("Wrap up")
    sanne.sees(lambda: sanne.window.inbox.model.rowCount() == 0)
    sanne.picture("the tour after wrapping up")

    # "A customer, an order number, a product, or something you want to do: type it here."
    new.clicks("Next")
    new.reads("Find anything", "type it here")
    new.presses("Search")
    sanne.types("anna")
    sanne.sees(lambda: sanne.all(PaletteView))
    sanne.press("Return")
    sanne.sees(lambda: any("Where is my parcel?" in said for said in sanne.says))

    # Then it is gone, and does not come back.
    new.clicks("Next")
    new.reads("Lunch, quiet, help", "You are ready")
    new.clicks("Begin")
    sanne.sees(lambda: not sanne.all(CoachCard) and not sanne.all(WelcomeBar))

    # The server has it: hers, answered once, and done.
    sanne.sees(lambda: sanne.waiting == 0)
    contact = shop.only(Contact)
    assert contact.owner_id == sanne.desk.context.me.agent_id
    assert contact.state == "done"
    done = shop.only(WrapUp)
    assert (done.contact_id, done.reason_id) == (contact.id, reason.id)
    assert done.resolution_ids == [explained.id]
    said = [one for one in shop.rows(Message) if one.direction == "outbound"]
    assert [(one.text, one.author_id) for one in said] == [
        ("It arrives tomorrow, Anna.", contact.owner_id)
    ]
    assert [(one.to, one.text) for one in graph.sent] == [(ANNA, "It arrives tomorrow, Anna.")]
