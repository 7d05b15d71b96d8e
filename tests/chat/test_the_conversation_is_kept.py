"""The conversation stays with the browser: across pages, visits and tabs, and with its person."""

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
from workstation.models import Message
from workstation.models.office import Visitor

if TYPE_CHECKING:
    from playwright.sync_api import Route


def test_across_pages_reloads_and_visits(chat: LiveChat) -> None:
    desk = chat.desk()
    context = chat.visit()
    page = chat.browse(context)
    say(page, "Hallo")
    answer(desk, contact_of(desk), "Dag!")
    sees(page, "Hallo", "Dag!")
    # The panel stays open from page to page, without taking the keyboard away from the page.
    chat.go(page, chat.shop.product(3))
    sees(page, "Hallo", "Dag!")
    assert page.evaluate("document.activeElement === document.body")
    chat.reload(page)
    sees(page, "Hallo", "Dag!")
    page.close()
    later = chat.browse(context, "/")
    opened(later)
    sees(later, "Hallo", "Dag!")
    # Another browser knows nothing of it.
    other = chat.browse()
    opened(other)
    assert bubbles(other) == []


def test_tabs_stay_in_step(chat: LiveChat) -> None:
    desk = chat.desk()
    context = chat.visit()
    first, second = chat.browse(context), chat.browse(context, "/")
    opened(second)
    say(first, "In het eerste tabblad")
    sees(second, "In het eerste tabblad")
    answer(desk, contact_of(desk), "Gelezen")
    sees(first, "In het eerste tabblad", "Gelezen")
    sees(second, "In het eerste tabblad", "Gelezen")
    say(second, "In het tweede")
    sees(first, "In het eerste tabblad", "Gelezen", "In het tweede")
    within(second, lambda: second.get_by_text("Verstuurd", exact=True).is_visible())
    # The tab that held the line goes; the other takes over.
    first.close()
    answer(desk, contact_of(desk), "Nog steeds")
    sees(second, "In het eerste tabblad", "Gelezen", "In het tweede", "Nog steeds")
    with chat.server.database.read() as session:
        assert session.query(Visitor).count() == 1


def test_a_new_answer_is_counted_on_the_closed_button(chat: LiveChat) -> None:
    desk = chat.desk()
    page = chat.browse()
    say(page, "Hallo")
    contact_id = contact_of(desk)
    sees(page, "Hallo")
    page.keyboard.press("Escape")
    answer(desk, contact_id, "Dag!")
    page.get_by_role("button", name="Chat openen, nieuwe berichten: 1").wait_for()

    def state() -> list[str]:
        with chat.server.database.read() as session:
            sent = session.query(Message).filter(Message.direction == "outbound").all()
        return [message.delivery for message in sent]

    wait_until(lambda: state() == ["delivered"], 60)
    opened(page)
    wait_until(lambda: state() == ["read"], 60)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Chat openen", exact=True).wait_for()


def test_the_customer_sees_what_becomes_of_a_message(chat: LiveChat) -> None:
    from workstation import actions

    desk = chat.desk()
    page = chat.browse()
    say(page, "Hallo")
    panel = opened(page)
    panel.get_by_text("Verstuurd", exact=True).wait_for()
    contact_id = contact_of(desk)
    head = desk.replica.contact(contact_id)
    assert head is not None
    at = desk.replica.transcript(contact_id).messages[-1].at
    desk.replica.act(actions.MarkRead(contact_id=contact_id, upto=at))
    panel.get_by_text("Gezien").wait_for()
    desk.signal(contact_id, "typing")
    panel.get_by_text("Sanne typt").wait_for()
    desk.signal(contact_id, "gone")
    panel.get_by_text("Sanne typt").wait_for(state="hidden")


def test_the_agent_sees_that_the_customer_types(chat: LiveChat) -> None:
    desk = chat.desk()
    page = chat.browse()
    heard: list[tuple[str, str]] = []
    desk.on_signal(lambda signal: heard.append((signal.who, signal.kind)))
    say(page, "Hallo")
    contact_of(desk)
    sees(page, "Hallo")

    def typed() -> bool:
        opened(page).get_by_role("textbox").press_sequentially("nog iets ")
        page.wait_for_timeout(500)
        return ("customer", "typing") in heard

    within(page, typed, 20)


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
    with page.expect_response("**/v1/chat/messages") as answered:
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
