"""WhatsApp, Messenger and e-mail arrive in one list, are answered from it, and leave through one
outbox; and when WhatsApp's free window closes, a template goes on."""

import io

from PIL import Image

from tests.journeys.shop import Shop
from tests.running import wait_until
from workstation.models import Attachment, Contact, Message, Template
from workstation.models.ids import now_ms
from workstation.simulator.graph.sending import DAY

ANNA = "31651234567"
JEROEN = "jeroen@example.org"
EVA = "24012345678901234"
CLOSING = 5_000
"""Milliseconds until a window closes, from when the customer is said to have written."""


def _photo() -> bytes:
    content = io.BytesIO()
    Image.radial_gradient("L").resize((320, 240)).convert("RGB").save(content, "PNG")
    return content.getvalue()


def test_three_channels_one_list_one_outbox(shop: Shop) -> None:
    graph, mail = shop.graph("whatsapp", "messenger"), shop.mail()
    shop.open()
    sanne = shop.seat("sanne")
    sanne.turns_to_team()

    # A photo over WhatsApp is seen, answered, delivered and read.
    graph.whatsapp.names[ANNA] = "Anna Bakker"
    graph.whatsapp.send_file(ANNA, _photo(), "image/png", caption="It flickers here")
    sanne.opens()
    sanne.sees(lambda: sanne.shows("picture"))
    sanne.sends("Does another cable help?")
    sanne.sees(lambda: "outbound text: Does another cable help? [read]" in sanne.says)
    sanne.picture("a photo answered")
    assert [(one.to, one.text) for one in graph.sent] == [(ANNA, "Does another cable help?")]

    # A mail comes in, and goes on in its thread.
    mail.customer_writes(JEROEN, "My parcel is late.", name="Jeroen de Wit", subject="Parcel")
    sanne.sees(lambda: sanne.window.inbox.model.rowCount() == 2)
    sanne.opens_whose("Jeroen de Wit")
    sanne.sends("It comes tomorrow.")
    sanne.sees(lambda: mail.sent)
    (sent,) = mail.sent
    assert (sent.recipient, sent.mail["Subject"]) == (JEROEN, "Re: Parcel")
    assert "It comes tomorrow." in sent.text
    mail.customer_writes(JEROEN, "Thank you!", subject="Re: Parcel", answers=sent)
    sanne.sees(lambda: any("Thank you!" in said for said in sanne.says))
    sanne.sees(lambda: any("It comes tomorrow. [delivered]" in said for said in sanne.says))
    sanne.picture("a mail answered")

    # Messenger too. While the office cannot be reached, all answers wait in the one outbox.
    graph.messenger.names[EVA] = "Eva Smit"
    graph.messenger.write(EVA, "Is it in stock?")
    sanne.sees(lambda: sanne.window.inbox.model.rowCount() == 3)
    sanne.opens_whose("Eva Smit")
    sanne.picture("one list")
    assert shop.server is not None
    shop.server.kill()
    sanne.sends("Yes, it is.")
    sanne.opens_whose("Anna Bakker")
    sanne.sends("Please tell us.")
    sanne.press("Ctrl+Shift+O")
    sanne.sees(lambda: sanne.window.outbox and sanne.window.outbox.model.rowCount() == 2)
    sanne.picture("one outbox")
    sanne.press("Escape")
    shop.server.start()
    sanne.press("F5")
    sanne.sees(lambda: "outbound text: Please tell us. [read]" in sanne.says)
    sanne.opens_whose("Eva Smit")
    sanne.sees(lambda: "outbound text: Yes, it is. [read]" in sanne.says)

    # The server has the same, once each.
    assert sorted(one.channel for one in shop.rows(Contact)) == ["email", "messenger", "whatsapp"]
    assert [one.state for one in shop.rows(Attachment)] == ["ready"]
    said = [one for one in shop.rows(Message) if one.direction == "outbound"]
    assert sorted((one.text, one.delivery) for one in said) == [
        ("Does another cable help?", "read"),
        ("It comes tomorrow.", "delivered"),
        ("Please tell us.", "read"),
        ("Yes, it is.", "read"),
    ]
    assert sorted(one.text for one in graph.sent) == [
        "Does another cable help?",
        "Please tell us.",
        "Yes, it is.",
    ]
    assert len(mail.sent) == 1


def test_when_the_window_closes_a_template_goes_on(shop: Shop) -> None:
    graph = shop.graph("whatsapp")
    shop.open()
    sanne = shop.seat("sanne")
    wait_until(lambda: len(shop.rows(Template)) == 4, 60)
    sanne.turns_to_team()
    graph.whatsapp.names[ANNA] = "Anna Bakker"
    graph.whatsapp.write(ANNA, "Are you still there?", at=now_ms() - DAY + CLOSING)
    sanne.opens()
    composer = sanne.contact.composer
    sanne.picture("the window closes soon")

    # It closes before her eyes: a template instead of a field.
    sanne.sees(lambda: composer.templates.note.isVisible())
    assert not composer.text.isVisible()
    sanne.picture("the window has closed")
    sanne.clicks(composer.templates.note.choose)
    sanne.chooses("order")
    form = composer.templates.form
    sanne.sees(lambda: form.isVisible() and form.fields)
    assert [one.text() for one in form.fields] == ["Anna", ""]
    sanne.types("1002431")
    sanne.picture("a template filled in")
    sanne.press("Ctrl+Return")
    sanne.sees(lambda: any("1002431" in said and "[read]" in said for said in sanne.says))
    sanne.picture("a template sent")

    (sent,) = graph.sent
    assert (sent.kind, sent.to) == ("template", ANNA)
    (message,) = [one for one in shop.rows(Message) if one.direction == "outbound"]
    assert message.text == sent.text
    assert message.facts["parameters"] == ["Anna", "1002431"]
    assert shop.only(Contact).waiting_since is None
