"""Signals between the processes of an office, which share nothing but PostgreSQL."""

import threading
import time

from tests.running import wait_until
from workstation.models import new_id
from workstation.server.signals import Signal, Signals
from workstation.server.store.database import Database
from workstation.server.wake import Wake


def _signal(number: int = 0, **given: object) -> Signal:
    told: dict[str, object] = {
        "contact_id": f"contact {number}",
        "who": "customer",
        "kind": "typing",
        "at": number,
        "audiences": (new_id(), new_id()),
    }
    return Signal(**told | given)  # type: ignore[arg-type]


def test_what_one_process_says_the_other_hears_once(postgresql_office: Database) -> None:
    wakes = [Wake(postgresql_office) for _ in range(2)]
    here, there = (Signals(wake) for wake in wakes)
    heard_here: list[Signal] = []
    heard_there: list[Signal] = []
    here.listen(heard_here.append)
    there.listen(heard_there.append)
    changed = threading.Event()
    wakes[1].listen(changed.set)
    try:
        for wake in wakes:
            wake.start()
        until = time.monotonic() + 10
        while not heard_there:  # it may not listen yet
            assert time.monotonic() < until
            here.send(_signal(name="Sanne", visitor="v"))
            time.sleep(0.02)
        wait_until(lambda: heard_there[-1] == heard_here[-1], 60)
        # Many at once come in few notifications, and none is more than once there.
        heard_there.clear()
        sent = [_signal(number) for number in range(1, 60)]
        for signal in sent:
            here.send(signal)
        wait_until(lambda: len(heard_there) >= len(sent), 60)
        assert heard_there == sent
        # A commit still wakes, whatever else is said.
        changed.clear()
        with postgresql_office.write():
            here.send(_signal(99))
        assert changed.wait(5)
    finally:
        for wake in wakes:
            wake.stop()
