"""Somebody calls, and an agent helps them from the desk's own window: by key, from the first ring
to the recording."""

from pathlib import Path

import pytest
from PySide6.QtMultimedia import QMediaDevices

from tests.journeys.seat import Seat
from tests.journeys.shop import Shop
from workstation.models import (
    Attachment,
    Call,
    Contact,
    Customer,
    Identity,
    Message,
    Promise,
    Reason,
    WrapUp,
    new_id,
)
from workstation.models.ids import now_ms
from workstation.simulator.telephone import CtiFake

ANOUK = "+31201234567"
STRANGER = "+31207654321"


Calling = tuple[Shop, CtiFake, Seat]


@pytest.fixture
def calling(shop: Shop) -> Calling:
    return _calling(shop)


@pytest.fixture
def calling_on_each(shop_on_each: Shop) -> Calling:
    return _calling(shop_on_each)


def _calling(shop: Shop) -> Calling:
    """A shop that knows Anouk, its telephone, and Sanne at her desk."""
    anouk = Customer(
        id=new_id(), name="Anouk Bakker", language="nl", city="Utrecht", since=now_ms()
    )
    shop.add(
        anouk,
        Identity(id=new_id(), customer_id=anouk.id, channel="phone", address=ANOUK),
        Reason(id=new_id(), kind="question", name_en="Delivery", name_nl="Bezorging"),
        Promise(id=new_id(), channel="phone", kind="first_reply", minutes=15),
    )
    telephone = shop.telephone()
    shop.open()
    return shop, telephone, shop.seat("sanne")


def test_from_the_ring_to_the_recording(calling_on_each: Calling, tmp_path: Path) -> None:
    shop, telephone, sanne = calling_on_each

    # It rings: who it is stands there before the first word.
    line = telephone.exchange.ring(ANOUK)
    sanne.sees_call("answer")
    assert "Anouk Bakker" in sanne.words(sanne.call)
    sanne.picture("it rings")

    # Answered by key; the customer's card is beside the call.
    sanne.press("F8")
    sanne.sees_contact()
    sanne.sees(lambda: "Utrecht" in sanne.words(sanne.panel))
    assert "Anouk Bakker" in sanne.words(sanne.panel)
    sanne.sees_call("hold")
    assert line.state == "talking"
    assert not sanne.contact.composer.reply_tab.isChecked(), "the telephone takes no text"
    sanne.picture("talking")

    # A note while talking.
    sanne.press("Ctrl+Shift+N")
    sanne.sends("Her parcel is late.")
    sanne.sees(lambda: any("Her parcel is late." in said for said in sanne.says))

    # On hold nothing is recorded.
    sanne.press("F9")
    sanne.sees_call("resume")
    assert (line.state, line.taping_since) == ("held", None)
    sanne.picture("on hold")
    sanne.press("F9")
    sanne.sees_call("hold")
    assert line.taping_since is not None

    # Hung up: the clock of the wrap-up runs, and the keyboard wraps up.
    sanne.press("Shift+F8")
    sanne.sees(lambda: sanne.call.call is not None and sanne.call.call.state == "ended")
    sanne.picture("the wrap-up clock")
    sanne.press("Ctrl+D")
    sanne.picture("the reason")
    sanne.chooses("e")
    sanne.press("Ctrl+D")
    sanne.sees(lambda: not sanne.calls)
    sanne.sees(lambda: sanne.window.inbox.model.rowCount() == 0)

    # The recording has arrived; the contact is found under what is done.
    sanne.press("Ctrl+3")
    sanne.opens()
    sanne.sees(lambda: sanne.shows("play"))
    sanne.picture("the recording")
    (recording,) = shop.rows(Attachment)
    sanne.clicks_in_transcript("play")
    if QMediaDevices.defaultAudioOutput().isNull():
        # No sound on this computer: it says so, and a press saves it for a player elsewhere.
        sanne.sees(lambda: sanne.hears(recording.sha256).state == "mute")
        sanne.picture("no sound here")
        target = tmp_path / "saved.wav"
        with sanne.answering(str(target)):
            sanne.clicks_in_menu(".wav", on="play")
        sanne.sees(lambda: target.exists() and target.stat().st_size == recording.size)
    else:
        sanne.sees(lambda: sanne.hears(recording.sha256).length > 0)
        sanne.clicks_in_transcript("wave", share=0.5)
        heard = sanne.hears(recording.sha256)
        assert heard.at >= heard.length * 0.45
        sanne.sees(lambda: sanne.hears(recording.sha256).peaks)

    # The server has the same.
    call, contact = shop.only(Call), shop.only(Contact)
    assert (call.state, call.outcome) == ("ended", "answered")
    assert call.held_ms > 0
    assert (contact.state, contact.channel) == ("done", "phone")
    assert shop.only(WrapUp).contact_id == contact.id
    assert [one.text for one in shop.rows(Message) if one.kind == "note"] == ["Her parcel is late."]
    assert (recording.role, recording.state) == ("recording", "ready")
    assert line.wishes == ["answer", "hold", "resume", "hang_up"]


def test_a_missed_call_waits_and_is_called_back(calling: Calling) -> None:
    shop, telephone, sanne = calling
    missed = telephone.exchange.ring(ANOUK)
    sanne.sees_call("answer")
    telephone.exchange.give_up(missed.call)
    sanne.sees(lambda: not sanne.calls)

    # It waits in the team's list, with its promise.
    sanne.turns_to_team()
    sanne.opens()
    assert shop.only(Contact).waiting_since is not None
    sanne.picture("a missed call")

    sanne.press("Alt+C")
    sanne.sees_call("hang_up")
    sanne.sees(lambda: len(telephone.exchange.lines) == 2)
    back = next(one for one in telephone.exchange.lines.values() if not one.inbound)
    assert back.number == ANOUK
    sanne.picture("calling back")
    telephone.exchange.pick_up(back.call)
    sanne.sees_call("hold")
    sanne.press("Shift+F8")
    sanne.sees(lambda: sanne.call.call is not None and sanne.call.call.state == "ended")
    sanne.sees(lambda: sanne.shows("play"))
    sanne.picture("called back")

    contact = shop.only(Contact)
    assert contact.waiting_since is None
    assert sorted((one.inbound, one.outcome) for one in shop.rows(Call)) == [
        (False, "answered"),
        (True, "missed"),
    ]


def test_a_stranger_is_somebody_we_know_or_somebody_new(calling: Calling) -> None:
    shop, telephone, sanne = calling

    # Anouk, whom this desk never saw, from a number that nobody knows: chosen.
    line = telephone.exchange.ring(STRANGER)
    sanne.sees_call("answer")
    sanne.press("F8")
    sanne.sees_call("hold")
    sanne.clicks(sanne.call.buttons["identify"])
    sanne.types("Anouk")
    sanne.sees(lambda: sanne.offered == ["Anouk Bakker", "Anouk"])
    sanne.picture("who is this")
    sanne.press("Return")
    sanne.sees(lambda: "Anouk Bakker" in sanne.words(sanne.call))
    sanne.sees(lambda: "Utrecht" in sanne.words(sanne.panel))
    sanne.picture("it is Anouk")
    sanne.press("Shift+F8")
    sanne.sees(lambda: line.state == "ended")
    sanne.press("Ctrl+D")
    sanne.chooses()
    sanne.press("Ctrl+D")
    sanne.sees(lambda: not sanne.calls)

    # Somebody with a withheld number: created.
    telephone.exchange.ring("")
    sanne.sees_call("answer")
    sanne.press("F8")
    sanne.sees_call("hold")
    sanne.clicks(sanne.call.buttons["identify"])
    sanne.types("Jeroen de Wit")
    sanne.sees(lambda: sanne.offered == ["Jeroen de Wit"])
    sanne.press("Return")
    sanne.sees(lambda: "Jeroen de Wit" in sanne.words(sanne.call))
    sanne.sees(lambda: "Jeroen de Wit" in sanne.words(sanne.panel))
    sanne.picture("somebody new")
    sanne.sees(lambda: "Jeroen de Wit" in [one.name for one in shop.rows(Customer)])

    people = {one.id: one for one in shop.rows(Customer)}
    anouk = next(one for one in people.values() if one.name == "Anouk Bakker")
    jeroen = next(one for one in people.values() if one.name == "Jeroen de Wit")
    assert not jeroen.provisional
    by_number = {one.address: people[one.customer_id] for one in shop.rows(Identity)}
    stranger = by_number[STRANGER]
    assert anouk.id in (stranger.id, stranger.merged_into_id)
