"""Signals on a desk: told to whoever listens, and said no more often than is news."""

import threading
from pathlib import Path

import pytest

from tests.desk import KEY
from tests.running import RunningServer, hire, wait_until, written
from workstation.replica.session import Session, sign_in
from workstation.replica.signals import Signal, SignalKeeper
from workstation.wire.signals import EVERY, FADES


def test_what_the_server_tells_is_passed_on() -> None:
    keeper, heard = SignalKeeper(), list[Signal]()
    stop = keeper.listen(heard.append)
    keeper.hear({"contact_id": "c", "who": "customer", "kind": "typing", "at": 1}, 5)
    assert heard == [Signal("c", "customer", "typing", 5)]
    assert heard[0].until == 5 + FADES
    stop()
    keeper.hear({"contact_id": "c", "who": "customer", "kind": "gone", "at": 1}, 6)
    assert len(heard) == 1


@pytest.mark.parametrize(
    "told", [None, [], {}, {"kind": "shouting"}, {"kind": "typing", "who": 5, "contact_id": "c"}]
)
def test_anything_else_is_passed_over(told: object) -> None:
    keeper, heard = SignalKeeper(), list[Signal]()
    keeper.listen(heard.append)
    keeper.hear(told, 5)
    assert heard == []


def test_only_what_is_news_is_worth_saying() -> None:
    now = 0.0
    keeper = SignalKeeper(lambda: now)
    assert not keeper.worth_saying("c", "gone")
    assert [keeper.worth_saying("c", "typing") for _ in range(3)] == [True, False, False]
    assert keeper.worth_saying("other", "typing")
    assert keeper.worth_saying("c", "looking")
    now = EVERY / 1000
    assert keeper.worth_saying("c", "typing")
    assert [keeper.worth_saying("c", "gone") for _ in range(2)] == [True, False]
    assert keeper.worth_saying("c", "typing")


def _desk(server: RunningServer, login: str, folder: Path) -> Session:
    session = sign_in(server.url, login, "correct horse", folder / login, KEY)
    session.start()
    return session


def test_one_desk_sees_that_another_types(running_server: RunningServer, tmp_path: Path) -> None:
    hire(running_server.database, "sanne")
    hire(running_server.database, "noor")
    hire(running_server.database, "daan", team="Laptops")
    running_server.post(written("m-1", "It flickers."))
    desks = {name: _desk(running_server, name, tmp_path) for name in ("sanne", "noor", "daan")}
    heard: dict[str, list[Signal]] = {name: [] for name in desks}
    there = threading.Event()
    try:
        for name, desk in desks.items():
            desk.on_signal(heard[name].append)
        desks["noor"].on_signal(lambda _: there.set())
        wait_until(lambda: all(desk.mood.name == "online" for desk in desks.values()), 60)
        running_server.taken()
        (contact,) = running_server.pull(running_server.sign_in("sanne"), "contact")
        # A stream that has only just opened may miss one: it is said again while it lasts.
        for _ in range(20):
            desks["sanne"].signal(contact["id"], "typing")
            if there.wait(1):
                break
        told = heard["noor"][0]
        assert (told.contact_id, told.who, told.kind) == (
            contact["id"],
            desks["sanne"].replica.me,
            "typing",
        )
        assert heard["sanne"] == heard["daan"] == []
    finally:
        for desk in desks.values():
            desk.stop()
            desk.replica.close()
