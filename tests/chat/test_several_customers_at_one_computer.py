"""Several customers use one computer: each sees and says only what is theirs."""

from typing import TYPE_CHECKING

from tests.browsing import (
    ANOUK,
    JEROEN,
    LiveChat,
    answer,
    bubbles,
    contact_of,
    opened,
    say,
    sees,
    within,
)
from tests.running import wait_until
from workstation.models import Contact, Message
from workstation.models.office import Visitor

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page, Route


def test_a_signed_customer_is_recognised_and_the_next_one_begins_anew(chat: LiveChat) -> None:
    context = chat.visit()
    page = chat.browse(context, f"{chat.shop.product()}?as={ANOUK.ref}")
    say(page, "Van Anouk")
    opened(page).get_by_text("Verstuurd", exact=True).wait_for()

    def visitors() -> list[tuple[str, str]]:
        with chat.server.database.read() as session:
            rows = session.query(Visitor).order_by(Visitor.created_at)
            return [(row.customer_ref, row.name) for row in rows]

    wait_until(lambda: visitors() == [(ANOUK.ref, ANOUK.name)], 60)
    # Somebody else signs in on the same computer.
    chat.go(page, f"/?as={JEROEN.ref}")
    opened(page)
    within(page, lambda: bubbles(page) == [])
    say(page, "Van Jeroen")
    sees(page, "Van Jeroen")
    expected = [(ANOUK.ref, ANOUK.name), (JEROEN.ref, JEROEN.name)]
    wait_until(lambda: visitors() == expected, 60)


def test_nothing_of_the_last_one_shows_while_nobody_can_say_who_it_is(chat: LiveChat) -> None:
    context = chat.visit()
    page = chat.browse(context, f"{chat.shop.product()}?as={ANOUK.ref}")
    say(page, "Van Anouk")
    opened(page).get_by_text("Verstuurd", exact=True).wait_for()
    tries: list[str] = []

    def lose(route: "Route") -> None:
        tries.append(route.request.url)
        route.abort()

    context.route("**/v1/chat/visits", lose)
    chat.go(page, f"/?as={JEROEN.ref}")
    say(page, "Van Jeroen")
    within(page, lambda: len(tries) > 2)
    assert bubbles(page) == ["Van Jeroen"]
    context.unroute("**/v1/chat/visits", lose)
    opened(page).get_by_text("Verstuurd", exact=True).wait_for()
    sees(page, "Van Jeroen")
    chat.server.taken()
    with chat.server.database.read() as session:
        wrote = {
            message.text: message.contact_id
            for message in session.query(Message).where(Message.direction == "inbound")
        }
    assert len(set(wrote.values())) == len(wrote) == 2


def test_what_was_on_its_way_to_the_last_one_is_not_the_next_ones(chat: LiveChat) -> None:
    page = chat.browse(chat.visit(), f"{chat.shop.product()}?as={ANOUK.ref}")
    say(page, "Van Anouk")
    opened(page).get_by_text("Verstuurd", exact=True).wait_for()
    readings: list[Route] = []
    page.route(
        "**/v1/chat/messages",
        lambda route: route.continue_() if readings else readings.append(route),
    )
    page.evaluate("dispatchEvent(new Event('visibilitychange'))")
    within(page, lambda: len(readings) == 1)
    token = chat.shop.sign(JEROEN.ref, JEROEN.name, JEROEN.mail)
    page.evaluate("token => workstationChat.identify(token)", token)
    within(page, lambda: bubbles(page) == [])
    held = readings[0].request
    with page.expect_response(lambda answer: answer.request == held) as answered:
        readings[0].continue_()
    assert "Van Anouk" in answered.value.text()
    say(page, "Van Jeroen")
    opened(page).get_by_text("Verstuurd", exact=True).wait_for()
    sees(page, "Van Jeroen")


def test_signing_out_ends_the_visit_wherever_its_token_is(chat: LiveChat) -> None:
    desk = chat.desk()
    context = chat.visit()
    page = chat.browse(context)
    say(page, "Hallo")
    answer(desk, contact_of(desk), "Dag!")
    sees(page, "Hallo", "Dag!")
    kept = "localStorage['workstation-chattoken']"
    token = page.evaluate(kept)
    thief = chat.browse()
    thief.evaluate(f"{kept} = {token!r}")
    chat.reload(thief)
    opened(thief)
    sees(thief, "Hallo", "Dag!")
    page.evaluate("workstationChat.signOut()")
    sees(page)
    within(page, lambda: not page.evaluate("localStorage['workstation-chatleft']"))
    # Where it was copied to and is open, the conversation goes away by itself, and stays away.
    sees(thief)
    within(thief, lambda: not thief.evaluate(kept))
    chat.reload(thief)
    opened(thief)
    assert bubbles(thief) == []
    assert [one.text for one in desk.replica.transcript(contact_of(desk)).messages][:1] == ["Hallo"]
    say(page, "Iemand anders")
    sees(page, "Iemand anders")


def test_what_was_written_without_a_connection_leaves_before_the_visit_ends(
    chat: LiveChat,
) -> None:
    desk = chat.desk()
    context = chat.visit()
    page = chat.browse(context)
    say(page, "Hallo")
    contact_id = contact_of(desk)
    context.set_offline(True)
    say(page, "Nog iets")
    page.evaluate("void workstationChat.signOut()")
    sees(page)
    context.set_offline(False)
    within(page, lambda: not page.evaluate("localStorage['workstation-chatleft']"))
    wait_until(
        lambda: (
            [m.text for m in desk.replica.transcript(contact_id).messages if m.text]
            == ["Hallo", "Nog iets"]
        ),
        60,
    )


VISITS = "**/v1/chat/visits"


def _no_visits(context: "BrowserContext") -> list[str]:
    """Let nobody begin a visit; what was tried."""
    tries: list[str] = []

    def lose(route: "Route") -> None:
        tries.append(route.request.url)
        route.abort()

    context.route(VISITS, lose)
    return tries


def _waits(page: "Page") -> int:
    """How many messages this browser keeps to be sent."""
    count = "Object.keys(localStorage).filter(key => key.startsWith('workstation-chat:')).length"
    return int(page.evaluate(count))


def _said(chat: LiveChat) -> dict[str, list[str]]:
    """What each visitor said, by the shop's number or the name they gave."""
    chat.server.taken()
    with chat.server.database.read() as session:
        by = {one.id: one.customer_ref or one.name for one in session.query(Visitor)}
        threads = {one.id: by[one.thread] for one in session.query(Contact)}
        said: dict[str, list[str]] = {}
        for message in session.query(Message).order_by(Message.at, Message.id):
            if message.direction == "inbound":
                said.setdefault(threads[message.contact_id], []).append(message.text)
        return said


def test_a_first_message_that_waited_is_sent_by_who_wrote_it_not_by_who_signed_in_since(
    chat: LiveChat,
) -> None:
    context = chat.visit()
    tries = _no_visits(context)
    page = chat.browse(context, f"{chat.shop.product()}?as={ANOUK.ref}")
    say(page, "Van Anouk")
    say(page, "Ook van Anouk")
    sees(page, "Van Anouk", "Ook van Anouk")
    within(page, lambda: len(tries) > 1)
    chat.go(page, f"/?as={JEROEN.ref}")
    opened(page)
    sees(page)
    say(page, "Van Jeroen")
    sees(page, "Van Jeroen")
    context.unroute(VISITS)
    within(page, lambda: _waits(page) == 0)
    sees(page, "Van Jeroen")
    expected = {ANOUK.ref: ["Van Anouk", "Ook van Anouk"], JEROEN.ref: ["Van Jeroen"]}
    assert _said(chat) == expected
    # The visit that was lent to the one who has gone opens nothing any more.
    within(page, lambda: not page.evaluate("localStorage['workstation-chatleft']"))
    chat.reload(page)
    opened(page)
    sees(page, "Van Jeroen")


def test_a_first_message_that_waited_is_still_theirs_after_a_new_page_with_a_new_token(
    chat: LiveChat,
) -> None:
    context = chat.visit()
    tries = _no_visits(context)
    page = chat.browse(context, f"{chat.shop.product()}?as={ANOUK.ref}")
    say(page, "Van Anouk")
    within(page, lambda: bool(tries))
    chat.go(page, f"/?as={ANOUK.ref}")
    opened(page)
    sees(page, "Van Anouk")
    context.unroute(VISITS)
    within(page, lambda: _waits(page) == 0)
    say(page, "Weer van Anouk")
    sees(page, "Van Anouk", "Weer van Anouk")
    within(page, lambda: _waits(page) == 0)
    assert _said(chat) == {ANOUK.ref: ["Van Anouk", "Weer van Anouk"]}


def test_a_first_message_that_waited_is_not_the_next_ones_after_signing_out(
    chat: LiveChat,
) -> None:
    context = chat.visit()
    tries = _no_visits(context)
    page = chat.browse(context, f"{chat.shop.product()}?as={ANOUK.ref}")
    say(page, "Van Anouk")
    within(page, lambda: bool(tries))
    page.evaluate("void workstationChat.signOut()")
    sees(page)
    say(page, "Van een ander")
    sees(page, "Van een ander")
    context.unroute(VISITS)
    within(page, lambda: _waits(page) == 0)
    sees(page, "Van een ander")
    said = _said(chat)
    assert said.pop(ANOUK.ref) == ["Van Anouk"]
    assert list(said.values()) == [["Van een ander"]]
