"""Two imports of the same files at once, and customers who write meanwhile: nothing is doubled."""

import threading
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.running import OpenOffice, hire, written
from tests.shop.importing import Desk
from workstation.models import Contact, Customer, Identity, Message, Share

THREADS = 60


def _conversations() -> list[dict[str, Any]]:
    return [
        {
            "thread": f"t{number}",
            "channel": "email",
            # Three of each write, so that the same stranger turns up in several batches.
            "customer": {"address": f"c{number % 20}@example.com"},
            "messages": [
                {"from": "customer", "at": f"2026-03-01T10:{turn:02}:00Z", "text": f"{turn}"}
                for turn in range(20)
            ],
        }
        for number in range(THREADS)
    ]


def _customers() -> str:
    return "key,name,email\n" + "".join(
        f"{number},N {number},c{number}@example.com\n" for number in range(20)
    )


def _at_once(*work: Callable[[], object]) -> None:
    problems: list[BaseException] = []

    def guarded(one: Callable[[], object]) -> None:
        try:
            one()
        except BaseException as problem:
            problems.append(problem)

    threads = [threading.Thread(target=guarded, args=(one,)) for one in work]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    if problems:
        raise problems[0]


def test_the_same_files_from_two_sides(open_office: OpenOffice, tmp_path: Path) -> None:
    database = open_office.database
    hire(database, "sanne")
    sides = [Desk(database, tmp_path / name) for name in ("one", "two")]
    for side in sides:
        side.folder.mkdir()
    _at_once(*(lambda side=side: side.take("conversations", _conversations()) for side in sides))
    _at_once(*(lambda side=side: side.take("customers", _customers()) for side in sides))
    desk = sides[0]
    assert len(desk.all(Contact)) == THREADS
    assert len(desk.all(Message)) == THREADS * 20
    customers = desk.all(Customer)
    assert sum(not customer.provisional for customer in customers) == 20
    known = {customer.id for customer in customers if not customer.provisional}
    assert {contact.customer_id for contact in desk.all(Contact)} == known
    assert {identity.customer_id for identity in desk.all(Identity)} == known
    before = desk.everything()
    desk.again("conversations")
    desk.again("customers")
    assert desk.everything() == before


def test_customers_write_while_their_earlier_threads_come_in(
    open_office: OpenOffice, tmp_path: Path
) -> None:
    hire(open_office.database, "sanne")
    desk = Desk(open_office.database, tmp_path)

    def write() -> None:
        for number in range(20):
            message = written(f"m{number}", "again me", address=f"C{number}@example.com")
            assert open_office.post(message) == 202

    _at_once(lambda: desk.take("conversations", _conversations()), write)
    addresses = Counter(identity.address for identity in desk.all(Identity))
    assert addresses == {f"c{number}@example.com": 1 for number in range(20)}
    customer_of = {identity.id: identity.customer_id for identity in desk.all(Identity)}
    contacts = desk.all(Contact)
    assert len(contacts) == THREADS + 20
    for contact in contacts:
        assert contact.identity_id is not None
        assert customer_of[contact.identity_id] == contact.customer_id
    shared = {share.root_id for share in desk.all(Share) if not share.gone}
    assert {contact.id for contact in contacts} <= shared
    assert {contact.customer_id for contact in contacts} <= shared
