"""Black Friday, nine o'clock: a lead selects what came in during the night, hands it out among
colleagues, thinks again once, and the office has it exactly so."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from sqlalchemy import select

from tests.journeys.mouse import STEP, turn_wheel
from tests.journeys.seat import Seat
from tests.journeys.shop import Shop
from tests.running import hire
from workstation.models import Contact, Customer, Message, Team, new_id, now_ms
from workstation.server.store.shares import share_changed

NIGHT = 500
MAILS = 200
MINUTE = 60_000
MUCH = 4 * MINUTE


def test_a_night_is_handed_out(shop: Shop) -> None:
    shop.open()
    daan, _ = hire(shop.database, "daan")
    eline, _ = hire(shop.database, "eline")
    _a_night(shop)
    noor = shop.seat("noor", role="lead")
    noor.turns_to_team()
    inbox = noor.window.inbox
    noor.sees(lambda: inbox.model.contacts == NIGHT)
    noor.picture("the night")

    # All of it, to Daan; the bar over the list says how many.
    noor.press("Ctrl+L", "Ctrl+A")
    noor.sees(lambda: inbox.bulk_bar and inbox.bulk_bar.words.text() == f"{NIGHT} selected")
    noor.press("Alt+O")
    _takes(noor, "Daan")
    noor.sees(lambda: noor.window.undo.words == f"{NIGHT} contacts assigned to Daan")
    noor.picture("all to Daan")

    # That was too much for one: back as it was, while most of it has not even left.
    noor.press("Ctrl+Z")
    noor.sees(lambda: f"{NIGHT} contacts as before" in noor.notices)
    _is_so(noor, lambda: _told(shop) == {"assigned": NIGHT, "released": NIGHT})
    assert _owners(shop) == {None: NIGHT}

    # Under headings the mails are one click: they are for Eline.
    _orders(noor, "By channel")
    noor.sees(lambda: len(inbox.model.headings) == 2)
    heading = inbox.model.headings[1]
    assert inbox.model.index(heading).data() == "E-mail"
    _wheels_to(noor, heading)
    _clicks_row(noor, heading)
    noor.sees(lambda: inbox.list.marking.count == MAILS)
    noor.press("Alt+O")
    _takes(noor, "Eline")
    _is_so(noor, lambda: _owners(shop) == {eline: MAILS, None: NIGHT - MAILS})
    noor.picture("mails to Eline")

    # Three more, by hand, to Daan, with Ctrl and Shift.
    noor.press("Home")
    _clicks_row(noor, 1)
    _clicks_row(noor, 3, Qt.KeyboardModifier.ShiftModifier)
    noor.sees(lambda: inbox.list.marking.count == 3)
    noor.clicks(inbox.bulk_bar.buttons["assign"])  # type: ignore[union-attr]
    _takes(noor, "Daan")
    _is_so(noor, lambda: _owners(shop) == {eline: MAILS, daan: 3, None: NIGHT - MAILS - 3})
    noor.sees(lambda: noor.desk.context.mood.waiting == 0)
    assert noor.desk.context.mood.refused == 0

    # In the office: each was handed over as often as it was, and says so in its transcript.
    assert _told(shop) == {"assigned": NIGHT + MAILS + 3, "released": NIGHT}


def _told(shop: Shop) -> dict[str, int]:
    """What the transcripts say happened, and how often."""
    with shop.database.read() as session:
        facts = session.scalars(select(Message.facts).where(Message.kind == "event"))
        return dict(Counter(one["what"] for one in facts))


def _is_so(noor: Seat, true: Callable[[], bool]) -> None:
    """Wait for the office: a thousand actions take long where much else goes on."""
    noor.qtbot.waitUntil(true, timeout=MUCH)


def _takes(noor: Seat, name: str) -> None:
    """In the menu that popped up."""
    noor.sees(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next(one for one in menu.actions() if one.text().startswith(name))
    noor.clicks(menu, menu.actionGeometry(action).center())


def _orders(noor: Seat, words: str) -> None:
    """Another order of the list, from the menu in its head."""
    (button,) = noor.buttons("inbox order")
    menu = button.menu()  # type: ignore[attr-defined]
    action = next(one for one in menu.actions() if one.text() == words)

    def choose() -> None:
        noor.clicks(menu, menu.actionGeometry(action).center())

    QTimer.singleShot(200, noor.window, choose)  # the menu of a button waits until it is closed
    noor.clicks(button)


def _clicks_row(
    noor: Seat, row: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    inbox = noor.window.inbox
    place = inbox.list.visualRect(inbox.model.index(row)).center()
    QTest.mouseClick(inbox.list.viewport(), Qt.MouseButton.LeftButton, keys, place)


def _wheels_to(noor: Seat, row: int) -> None:
    """Down the list with the wheel, until a row is whole on the screen."""
    inbox = noor.window.inbox
    view = inbox.list.viewport()
    for _ in range(inbox.model.rowCount()):
        if view.rect().contains(inbox.list.visualRect(inbox.model.index(row))):
            return
        turn_wheel(view, -STEP)
    raise AssertionError("the wheel does not come there")


def _owners(shop: Shop) -> dict[str | None, int]:
    with shop.database.read() as session:
        return dict(Counter(session.scalars(select(Contact.owner_id))))


def _a_night(shop: Shop) -> None:
    """Customers who wrote since yesterday evening, each with one question."""
    now = now_ms()
    with shop.database.write() as session:
        team = session.scalars(select(Team)).one()
        for number in range(NIGHT):
            at = now - (NIGHT - number) * MINUTE
            customer = Customer(id=new_id(), name=f"Customer {number:03}", provisional=False)
            contact_id = new_id()
            session.add(customer)
            session.add(
                Contact(
                    id=contact_id,
                    channel="email" if number < MAILS else "whatsapp",
                    thread=f"night {number}",
                    customer_id=customer.id,
                    team_id=team.id,
                    state="open",
                    opened_at=at,
                    last_at=at,
                    last_text=f"Where is parcel {number}?",
                    last_side="customer",
                    waiting_since=at,
                    due_at=at + 60 * MINUTE,
                )
            )
            session.add(
                Message(
                    id=new_id(),
                    contact_id=contact_id,
                    direction="inbound",
                    kind="text",
                    text=f"Where is parcel {number}?",
                    at=at,
                    written_at=at,
                )
            )
        share_changed(session)
