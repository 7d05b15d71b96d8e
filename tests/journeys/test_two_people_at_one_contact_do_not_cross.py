"""Daan and Sanne have the same contact open. Each sees what the other does there; what Daan answers
reaches Sanne before she sends; and what he had begun is there for who takes over."""

from tests.journeys.seat import Seat
from tests.journeys.shop import Shop
from workstation.models import Contact, Message, SharedDraft

ANNA = "31651234567"
BEN = "31651234568"


def _seats(shop: Shop) -> tuple[Seat, Seat]:
    graph = shop.graph("whatsapp")
    graph.whatsapp.names |= {ANNA: "Anna Bakker", BEN: "Ben Smit"}
    shop.open()
    daan, sanne = shop.seat("daan"), shop.seat("sanne")
    graph.whatsapp.write(ANNA, "My television flickers.")
    for seat in (daan, sanne):
        seat.turns_here()
        seat.turns_to_team()
        seat.opens_whose("Anna Bakker")
    return daan, sanne


def _faces(seat: Seat) -> list[str]:
    return [name for name, _ in seat.contact.header.faces.people]


def _typed(seat: Seat) -> str:
    return seat.contact.composer.text.toPlainText()


def test_an_answer_that_crosses_is_told_before_mine_is_sent(shop: Shop) -> None:
    daan, sanne = _seats(shop)
    sanne.sees(lambda: _faces(sanne) == ["Daan"])
    daan.sees(lambda: _faces(daan) == ["Sanne"])

    daan.turns_here()
    daan.types("Does another")
    sanne.sees(lambda: sanne.contact.header.faces.people == (("Daan", True),))
    sanne.picture("Daan types")

    sanne.turns_here()
    sanne.types("Have you tried")
    daan.sees(lambda: daan.contact.header.faces.people == (("Sanne", True),))

    daan.turns_here()
    daan.sends(" cable help?")
    card = sanne.contact.beside_me.answered
    sanne.sees(lambda: card.said[1] == "Does another cable help?")
    assert card.said[0].startswith("Daan answered while you were writing")
    assert _typed(sanne) == "Have you tried"
    sanne.picture("Daan answered first")
    sanne.turns_here()
    sanne.press("Ctrl+Return")
    assert _typed(sanne) == "Have you tried"
    sanne.clicks(card.buttons["look_first"])
    sanne.sees(lambda: not card.isVisible())

    sanne.sees(lambda: any("[read]" in said for said in sanne.says))
    outbound = [one for one in shop.rows(Message) if one.direction == "outbound"]
    assert [one.text for one in outbound] == ["Does another cable help?"]
    owner = shop.only(Contact).owner_id
    assert owner == daan.desk.context.me.agent_id


def test_who_takes_over_finds_what_was_begun(shop: Shop) -> None:
    daan, sanne = _seats(shop)
    daan.turns_here()
    daan.press("Alt+A")
    daan.sees(lambda: daan.contact.head and daan.contact.head.owner_id)
    daan.types("Dear Anna, we will")
    sanne.sees(lambda: sanne.contact.head and sanne.contact.head.owner_id)
    sanne.sees(lambda: [one.text for one in shop.rows(SharedDraft)] == ["Dear Anna, we will"])
    assert not sanne.contact.beside_me.begun.isVisible()  # it is his

    daan.press("Alt+G")
    card = sanne.contact.beside_me.begun
    sanne.sees(lambda: card.said == ("Daan had begun to write:", "Dear Anna, we will"))
    sanne.picture("what Daan had begun")
    sanne.turns_here()
    sanne.press("Alt+A")
    sanne.clicks(card.buttons["use_text"])
    sanne.sees(lambda: _typed(sanne) == "Dear Anna, we will")
    sanne.sends(" send a cable.")
    sanne.sees(lambda: any("[read]" in said for said in sanne.says))

    outbound = [one for one in shop.rows(Message) if one.direction == "outbound"]
    assert [one.text for one in outbound] == ["Dear Anna, we will send a cable."]
    assert [one.author_id for one in outbound] == [sanne.desk.context.me.agent_id]
    assert shop.only(Contact).owner_id == sanne.desk.context.me.agent_id


def test_what_was_typed_without_a_line_is_there_for_others_later(shop: Shop) -> None:
    daan, sanne = _seats(shop)
    assert shop.server is not None
    shop.server.kill()
    daan.turns_here()
    daan.sees(lambda: daan.desk.context.mood.name == "offline")
    daan.types("Dear Anna, ")
    daan.turns_to_team()  # the field is left, and come back to
    daan.opens_whose("Anna Bakker")
    daan.sees(lambda: _typed(daan) == "Dear Anna, ")
    daan.clicks(daan.contact.composer.text)
    daan.types("we will")
    daan.sees(lambda: daan.desk.context.writer.idle)
    assert daan.waiting == 0  # a draft is nothing that somebody waits for
    assert shop.rows(SharedDraft) == []

    shop.server.start()
    for seat in (daan, sanne):
        seat.turns_here()
        seat.press("F5")
    card = sanne.contact.beside_me.begun
    sanne.sees(lambda: card.said[1] == "Dear Anna, we will")
    assert [one.text for one in shop.rows(SharedDraft)] == ["Dear Anna, we will"]
    assert _typed(daan) == "Dear Anna, we will"
    assert [one for one in shop.rows(Message) if one.direction == "outbound"] == []


def test_of_two_who_take_it_one_has_it_and_the_other_is_told(shop: Shop) -> None:
    daan, sanne = _seats(shop)
    assert shop.server is not None
    shop.server.kill()
    for seat in (daan, sanne):  # neither can know of the other
        seat.turns_here()
        _takes_it_alone(seat)

    shop.server.start()
    for seat in (daan, sanne):
        seat.turns_here()
        seat.press("F5")
    sanne.sees(lambda: _owner(sanne) == _owner(daan) and sanne.waiting == daan.waiting == 0)
    winner = shop.only(Contact).owner_id
    loser, name = (sanne, "Daan") if winner == daan.desk.context.me.agent_id else (daan, "Sanne")
    loser.sees(
        lambda: loser.contact.band.text == f"{name} was just before you and has this contact."
    )
    loser.sees(lambda: loser.desk.context.mood.refused == 0)
    assert _owner(loser) == winner
    loser.picture("too late")


def _takes_it_alone(seat: Seat) -> None:
    seat.sees(lambda: seat.desk.context.mood.name == "offline")
    seat.press("Alt+A")
    seat.sees(lambda: _owner(seat) == seat.desk.context.me.agent_id)


def _owner(seat: Seat) -> str | None:
    head = seat.contact.head
    return None if head is None else head.owner_id
