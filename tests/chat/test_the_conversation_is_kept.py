"""The conversation stays with the browser: across pages, visits and tabs."""

from tests.browsing import LiveChat, answer, bubbles, contact_of, opened, say, sees, within
from tests.running import wait_until
from workstation.models import Message
from workstation.models.office import Visitor


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
