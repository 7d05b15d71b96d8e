"""Anna sends seven photos. Sanne pages through them with the keyboard, turns one and copies it,
answers the last of them, and passes another on to Daan, who is led to it."""

from functools import partial

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.journeys.shop import Shop
from tests.ui.pictured import png
from workstation.models import Agent, Attachment, Message
from workstation.ui.contact.forward_window import ForwardWindow
from workstation.ui.viewer.viewer_window import ViewerWindow

ANNA = "31651234567"
COLOURS = ("#b03030", "#b07030", "#b0b030", "#30b030", "#30b0b0", "#3030b0", "#b030b0")


def _viewer() -> ViewerWindow | None:
    found = QApplication.activeWindow()
    return found if isinstance(found, ViewerWindow) else None


def _shows(place: int) -> bool:
    """Whether this picture of the seven is looked at, and is here."""
    viewer = _viewer()
    return (
        viewer is not None
        and viewer.counter.split()[::2] == [str(place), "7"]
        and viewer.canvas.shown
    )


def test_seven_photos_are_looked_at_answered_and_passed_on(shop: Shop) -> None:
    graph = shop.graph("whatsapp")
    graph.whatsapp.names[ANNA] = "Anna Bakker"
    shop.open()
    daan, sanne = shop.seat("daan"), shop.seat("sanne")
    for number, colour in enumerate(COLOURS, 1):
        caption = "The last one" if number == len(COLOURS) else ""
        content = png(900, 600, colour)
        graph.whatsapp.send_file(ANNA, content, "image/png", caption=caption)
    sanne.sees(lambda: [one.state for one in shop.rows(Attachment)] == ["ready"] * len(COLOURS))
    sanne.turns_here()
    sanne.turns_to_team()
    sanne.opens_whose("Anna Bakker")
    sanne.sees(lambda: len(sanne.says) >= len(COLOURS))
    sanne.picture("seven photos")

    # One after the other, by keyboard only.
    sanne.press("Alt+I")
    sanne.sees(lambda: _shows(1))
    sanne.press("End")
    sanne.sees(lambda: _shows(7))
    sanne.press("Home")
    for place in (2, 3):
        sanne.press("Right")
        sanne.sees(partial(_shows, place))
    QGuiApplication.clipboard().clear()
    sanne.press("R", "Ctrl+C")
    sanne.sees(lambda: QGuiApplication.clipboard().image().size() == QSize(600, 900))
    assert QGuiApplication.clipboard().image().pixelColor(300, 450).name() == COLOURS[2]
    sanne.picture("the third, turned")
    sanne.press("Escape")
    sanne.sees(lambda: QApplication.activeWindow() is sanne.window)

    # What she writes in the field answers what Anna sent last.
    sanne.press("Alt+Q")
    assert sanne.contact.composer.answering.isVisible()
    sanne.picture("answering the last")
    sanne.sends("Thank you, that helps.")
    sanne.sees(lambda: graph.sent)

    # Back among the messages, the fourth photo goes to Daan.
    transcript = sanne.contact.transcript
    while not transcript.hasFocus():
        sanne.press("Shift+Tab")
    while not transcript.taking.chosen()[0].parts:
        sanne.press("Up")
    sanne.press("Right", "Right", "Right", "Right")
    sanne.picture("the fourth photo")
    sanne.press("Alt+F")
    sanne.chooses("Daan")
    sanne.sees(lambda: isinstance(QApplication.activeModalWidget(), ForwardWindow))
    sanne.types("Is this the panel?")
    sanne.picture("passing on")
    sanne.press("Ctrl+Return")

    def notes() -> list[Message]:
        return [one for one in shop.rows(Message) if one.kind == "note"]

    sanne.sees(notes)
    (note,) = notes()
    ids = {one.login: one.id for one in shop.rows(Agent)}
    assert (note.text, note.facts["mentions"]) == ("@Daan Is this the panel?", [ids["daan"]])
    assert note.reply_to_id == _photos(shop)[3].id
    (answer,) = [one for one in shop.rows(Message) if one.direction == "outbound"]
    assert answer.reply_to_id == _photos(shop)[-1].id
    assert [one.text for one in graph.sent] == ["Thank you, that helps."]

    # Daan is led to the photo.
    daan.turns_here()
    daan.turns_to_team()
    daan.opens_whose("Anna Bakker")
    daan.sees(lambda: any("Is this the panel?" in said for said in daan.says))
    daan.clicks_in_transcript("quote")
    daan.sees(lambda: daan.contact.transcript.currentIndex().isValid())
    daan.picture("led to the photo")
    (led_to,) = daan.contact.transcript.taking.chosen()
    assert note.reply_to_id in [one.message_id for one in led_to.parts]


def _photos(shop: Shop) -> list[Message]:
    """The messages with the photos, the oldest first."""
    found = {one.message_id for one in shop.rows(Attachment)}
    photos = [one for one in shop.rows(Message) if one.id in found]
    return sorted(photos, key=lambda one: (one.at, one.id))
