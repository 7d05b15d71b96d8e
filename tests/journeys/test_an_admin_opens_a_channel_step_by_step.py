"""An admin opens WhatsApp a little, sees what that does, and looks after what could not be taken
in: in the window of the channels, by keyboard and mouse."""

from PySide6.QtCore import QPoint
from sqlalchemy import update

from tests.journeys.seat import Seat
from tests.journeys.shop import Shop
from tests.running import wait_until
from workstation.models import Contact, Dial, Message, Team
from workstation.models.office import Arrival
from workstation.server.intake.ceiling import OVER
from workstation.ui.channels.channels_view import ChannelsView

AGAIN = "read_again"
ANNA, BRAM = "31651234567", "31657654321"
KIND = "Het is even druk. Bel ons gerust!"


def _opened(admin: Seat) -> ChannelsView:
    admin.sees(lambda: admin.desk.context.commands.enabled("channels"))
    admin.press("Ctrl+Shift+K")
    admin.sees(lambda: admin.window.channels and admin.window.channels.isVisible())
    channels = admin.window.channels
    assert channels is not None
    return channels


def test_over_the_ceiling_people_are_told_kindly_and_the_effect_is_seen(shop: Shop) -> None:
    graph = shop.graph("whatsapp")
    shop.open()
    admin = shop.seat("noor", role="admin", language="nl", look="dark")
    channels = _opened(admin)
    admin.sees(lambda: channels.form.isEnabled() and admin.words(channels.upkeep))
    admin.picture("the channels")

    # One contact in an hour, a half of the customers, and words of their own.
    form = channels.form
    admin.clicks(form.share)
    admin.press("Home", *["PgUp"] * 5)
    admin.clicks(form.per_hour)
    admin.types("1")
    admin.press("Tab", "Tab", "Down")  # offered instead: the telephone
    admin.clicks(form.told_nl)
    admin.types(KIND)
    admin.picture("turning")
    admin.clicks(form.save)
    admin.sees(lambda: shop.rows(Dial))
    dial = shop.only(Dial)
    assert (dial.channel, dial.share, dial.per_hour) == ("whatsapp", 50, 1)
    assert (dial.told_nl, dial.instead) == (KIND, "phone")

    # Two write: one is helped, the other is told. The effect stands beside the dial.
    graph.whatsapp.write(ANNA, "Mijn televisie flikkert.")
    wait_until(lambda: len(shop.rows(Contact)) == 1, 60)
    graph.whatsapp.write(BRAM, "Waar blijft mijn pakje?")
    admin.sees(lambda: graph.sent)
    assert [(one.to, one.text) for one in graph.sent] == [(BRAM, KIND)]
    effect = channels.effect
    admin.sees(lambda: effect.begun.figure.text() == "2 / 1")
    admin.sees(lambda: effect.told.figure.text() == "1")
    assert effect.open_now.figure.text() == "2"
    admin.picture("the effect")
    told = [one.tags for one in shop.rows(Contact)]
    assert sorted(told) == [[], [OVER]]

    # Closed for a while: whoever writes now is told too, and nobody is lost.
    admin.clicks(form.active, QPoint(8, form.active.height() // 2))
    admin.clicks(form.save)
    admin.sees(lambda: not shop.only(Dial).active)
    graph.whatsapp.write("31655550003", "Bent u open?")
    admin.sees(lambda: len(graph.sent) == 2)
    assert {one.text for one in graph.sent} == {KIND}
    assert len(shop.rows(Contact)) == 3


def test_what_could_not_be_taken_in_is_seen_and_read_again_after_a_fix(
    shop_on_each: Shop,
) -> None:
    shop = shop_on_each
    graph = shop.graph("whatsapp")
    shop.open()
    admin = shop.seat("noor", role="admin")

    # Somebody put every team out of use: there is nowhere for Anna's message to go.
    with shop.database.write() as session:
        session.execute(update(Team).values(active=False))
    graph.whatsapp.names[ANNA] = "Anna Bakker"
    graph.whatsapp.write(ANNA, "It flickers")
    wait_until(lambda: [one.state for one in shop.rows(Arrival)] == ["failed"], 60)
    assert shop.rows(Message) == []

    channels = _opened(admin)
    admin.sees(lambda: admin.buttons(AGAIN, channels))
    admin.picture("could not be read")
    assert "whatsapp" in channels.model.items[0].channel
    assert channels.model.items[0].unread == 1

    # The fix, and once more.
    with shop.database.write() as session:
        session.execute(update(Team).values(active=True))
    admin.clicks(admin.buttons(AGAIN, channels)[0])
    admin.sees(lambda: channels.model.items[0].unread == 0)
    admin.sees(lambda: not admin.buttons(AGAIN, channels))
    admin.picture("read again")
    admin.press("Escape")
    admin.turns_to_team()
    admin.opens_whose("Anna Bakker")
    admin.sees(lambda: any("It flickers" in said for said in admin.says))

    assert [one.text for one in shop.rows(Message) if one.kind == "text"] == ["It flickers"]
    assert [one.state for one in shop.rows(Arrival)] == ["parsed"]
