"""Sanne answers with a snippet, thinks again, changes it, and sends it on. The customer gets it
once, as it was in the end; then she asks a colleague in a note, who finds it."""

from tests.journeys.seat import Seat
from tests.journeys.shop import Shop
from workstation.models import Contact, Message, Snippet, new_id
from workstation.ui.composer.suggesting.suggestions_popup import SuggestionsPopup


def _offers(seat: Seat) -> list[SuggestionsPopup]:
    """The list under what is typed, once it has something to take."""
    return [one for one in seat.all(SuggestionsPopup) if one.current is not None]


def test_a_snippet_is_sent_taken_back_and_sent_again(shop: Shop) -> None:
    graph = shop.graph("whatsapp")
    shop.add(
        Snippet(
            id=new_id(),
            shortcut="late",
            name_en="The parcel is late",
            name_nl="Het pakket is te laat",
            text_en="Hello {customer.first_name}, it comes {today}. Order {order.number}.",
            text_nl="Hallo {customer.first_name}, het komt {today}. Bestelling {order.number}.",
            deeds={"tags": ["carrier"]},
        )
    )
    shop.open()
    sanne = shop.seat("sanne")
    sanne.turns_to_team()
    graph.whatsapp.names["31651234501"] = "Anna Bakker"
    graph.whatsapp.write("31651234501", "Where is my parcel?")
    sanne.opens_whose("Anna Bakker")
    composer = sanne.contact.composer
    sanne.sees(lambda: composer.text.isEnabled() and composer.snippet.isEnabled())

    sanne.types("/la")
    sanne.sees(lambda: any(one.current and "Anna, " in one.current.extra for one in _offers(sanne)))
    sanne.picture("snippets are offered")
    sanne.press("Return")
    sanne.sees(lambda: "Anna, " in composer.text.toPlainText())
    sanne.press("Ctrl+Return")
    sanne.sees(lambda: "{order.number}" in composer.band.text)
    assert composer.text.textCursor().selectedText() == "{order.number}", "nothing has left"
    sanne.types("80352219")
    sanne.press("Ctrl+Return")
    sanne.sees(lambda: bool(sanne.window.undo.words))
    sanne.picture("it can be taken back")

    sanne.press("Ctrl+Z")
    sanne.sees(lambda: "80352219" in composer.text.toPlainText())
    sanne.sees(lambda: not any("80352219" in said for said in sanne.says))
    sanne.sees(lambda: "carrier" in composer.after.text)  # so is what was to be done after it
    sanne.press("Ctrl+End")
    sanne.types(" Sorry!")
    sanne.press("Ctrl+Return")
    sanne.sees(lambda: len(graph.sent) == 1)
    assert graph.sent[0].text.endswith("80352219. Sorry!")
    sanne.sees(lambda: shop.only(Contact).tags == ["carrier"])
    assert sum(1 for one in shop.rows(Message) if one.direction == "outbound") == 1


def test_a_colleague_is_asked_in_a_note_and_finds_it(shop: Shop) -> None:
    graph = shop.graph("whatsapp")
    shop.open()
    sanne, daan = shop.seat("sanne"), shop.seat("daan")
    sanne.turns_here()
    sanne.turns_to_team()
    graph.whatsapp.names["31651234501"] = "Anna Bakker"
    graph.whatsapp.write("31651234501", "Does it fit my wall?")
    sanne.opens_whose("Anna Bakker")
    composer = sanne.contact.composer
    sanne.sees(lambda: composer.note_tab.isEnabled() and composer.snippet.isEnabled())
    sanne.press("Ctrl+Shift+N")
    sanne.types("@Da")
    sanne.sees(lambda: _offers(sanne))
    sanne.press("Return")
    sanne.types("do you know?")
    sanne.press("Ctrl+Return")
    sanne.sees(lambda: any(one.kind == "note" for one in shop.rows(Message)))
    (note,) = (one for one in shop.rows(Message) if one.kind == "note")
    assert note.facts["mentions"]

    daan.turns_here()
    daan.sees(lambda: daan.desk.context.commands.enabled("mentions"))

    def finds_it() -> bool:
        """Look, and look again: the note is on its way."""
        popup = daan.popup
        if popup is None:
            daan.press("Alt+Shift+M")
            return False
        if not popup.model.choices:
            daan.press("Escape")
        return any("do you know?" in one.name for one in popup.model.choices)

    daan.sees(finds_it)
    daan.press("Return")
    daan.sees_contact(note.contact_id)
    daan.sees(lambda: any("do you know?" in said for said in daan.says))
