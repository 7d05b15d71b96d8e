"""Simulated customers write in, read what is answered, and react like people."""

from collections import Counter
from collections.abc import Iterable
from itertools import islice

import pytest

from workstation.models import CHANNELS, Contact
from workstation.sample import SampleShop
from workstation.sample.customers import SimulatedCustomers
from workstation.sample.letters import Answer, Letter
from workstation.sample.matters import matters
from workstation.sample.visit import Visit

RUN = 1_795_293_600_000


class Office:
    """A door that writes down what comes in, and answers everything with the same words."""

    def __init__(self, reply: str | None = None) -> None:
        self.letters: list[Letter] = []
        self.reply = reply
        self.broken = False
        self._unanswered: list[Letter] = []

    def deliver(self, letter: Letter) -> None:
        if self.broken:
            raise ConnectionError
        self.letters.append(letter)
        self._unanswered.append(letter)

    def answers(self) -> Iterable[Answer]:
        heard, self._unanswered = self._unanswered, []
        if self.reply is None:
            return []
        return [Answer(letter.channel, letter.thread, self.reply) for letter in heard]


def customers(limit: int | None = 12, run: int = RUN) -> SimulatedCustomers:
    return SimulatedCustomers(run=run, limit=limit)


def test_they_come_on_channels_one_writes_on_about_products_in_both_languages() -> None:
    letters = list(islice(customers(limit=None).arrivals(), 400))
    assert {letter.channel for letter in letters} == set(CHANNELS) - {"console", "phone"}
    assert {letter.language for letter in letters} == {"nl", "en"}
    assert all(letter.text and letter.address and letter.thread for letter in letters)
    assert all(letter.product_code for letter in letters)
    assert all(bool(letter.subject) == (letter.channel == "email") for letter in letters)
    assert any(letter.photos for letter in letters)
    assert len({letter.id for letter in letters}) == 400
    pause = sum(letter.after for letter in letters) / 400
    assert 12 < pause < 19, "four a minute"


def test_the_same_run_is_the_same_and_another_run_is_not() -> None:
    first = list(customers().arrivals())
    assert first == list(customers().arrivals())
    other = list(customers(run=RUN + 1).arrivals())
    assert not {letter.id for letter in first} & {letter.id for letter in other}


def test_nobody_comes_after_the_last() -> None:
    assert len(list(customers(limit=5).arrivals())) == 5


def test_asked_for_a_photo_they_send_one_when_there_is_something_to_see() -> None:
    crowd = customers(limit=80)
    photos = sum(
        bool(letter.photos)
        for begun in crowd.arrivals()
        for letter in crowd.respond(begun.channel, begun.thread, "Kun je een foto sturen?")
    )
    assert photos >= 5


def test_a_question_is_answered_with_the_story() -> None:
    crowd = customers(limit=30)
    told = {line for m in matters().values() for lines in m.lines.values() for line in lines.tell}
    answered = [
        crowd.respond(begun.channel, begun.thread, "Since when does it do that?")
        for begun in crowd.arrivals()
    ]
    assert all(len(letters) == 1 for letters in answered)
    plain = [letters[0].text for letters in answered if letters[0].text in told]
    assert len(plain) >= 20


def test_advised_they_are_helped_or_not_and_leave_in_the_end() -> None:
    crowd = customers(limit=40)
    for begun in crowd.arrivals():
        for _ in range(12):
            if not crowd.respond(begun.channel, begun.thread, "Zet hem uit en weer aan."):
                break
        else:
            raise AssertionError("this customer never goes home")


def test_they_wait_when_asked_to() -> None:
    crowd = customers(limit=10)
    for begun in crowd.arrivals():
        letters = crowd.respond(begun.channel, begun.thread, "Momentje, ik kijk het na.")
        assert len(letters) <= 1
        assert crowd.respond(begun.channel, begun.thread, "Zet hem op Standaard.")


def test_somebody_who_is_not_known_says_nothing() -> None:
    assert customers().respond("whatsapp", "+31600000000", "Hallo?") == []


def test_who_wrote_before_they_came_answers_too() -> None:
    """The contacts that are open in the shop are of people: each of them reacts."""
    shop = SampleShop(now=RUN - 3_600_000)  # made an hour before these customers came
    crowd = customers(limit=0)
    reacted = going_on = 0
    for model, batch in shop.batches():
        if model is Contact:
            for contact in batch:
                if contact["state"] == "open" and contact["channel"] != "phone":
                    going_on += 1
                    advice = "Zet hem op Standaard, dan is het weg."
                    letters = crowd.respond(contact["channel"], contact["thread"], advice)
                    reacted += bool(letters)
    assert going_on >= 50
    assert reacted == going_on


def test_a_visit_lets_everybody_in_and_lets_them_react() -> None:
    office = Office(reply="Zet hem op Standaard, dan is het weg.")
    visit = Visit(customers(), office)
    at = 0.0
    for _ in range(2000):
        visit.step(at)
        if visit.next_at is None:
            break
        at = max(at + 0.5, visit.next_at)
    assert visit.next_at is None
    threads = Counter((letter.channel, letter.thread) for letter in office.letters)
    assert len(threads) == 12
    assert all(2 <= count <= 12 for count in threads.values())
    assert visit.delivered == len(office.letters) == len({letter.id for letter in office.letters})


def test_who_gets_no_answer_asks_once_whether_anyone_is_there() -> None:
    office = Office()
    visit = Visit(customers(), office)
    for at in range(0, 2000, 10):
        visit.step(float(at))
    threads = Counter((letter.channel, letter.thread) for letter in office.letters)
    for (channel, _), count in threads.items():
        assert count == (1 if channel == "email" else 2)


def test_a_door_that_is_shut_loses_no_letter() -> None:
    office = Office()
    visit = Visit(customers(), office)
    visit.step(0.0)
    office.broken = True
    with pytest.raises(ConnectionError):
        visit.step(600.0)
    office.broken = False
    visit.step(600.0)
    assert len({(letter.channel, letter.thread) for letter in office.letters}) == 12
