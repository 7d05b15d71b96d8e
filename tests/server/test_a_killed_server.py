"""A server is killed at any moment of real work: nothing that was accepted is lost or doubled."""

import http.client
import random
import threading
from collections import Counter
from dataclasses import dataclass, field

from sqlalchemy import select

from tests.effort import Did
from tests.running import RunningServer, StartServer, hire, wait_until, written
from workstation.models import Contact, Message, new_id
from workstation.models.office import Arrival, Job

TROUBLE = (OSError, http.client.HTTPException)


@dataclass
class Customers:
    """Write until they are told to stop, and write again what nobody acknowledged."""

    server: RunningServer
    stop: threading.Event = field(default_factory=threading.Event)
    acknowledged: set[str] = field(default_factory=set)

    def write(self, thread: str) -> None:
        number = 0
        while not self.stop.is_set():
            text = f"{thread} {number}"
            try:
                status = self.server.post(written(text, text, thread=thread, address=thread))
            except TROUBLE:
                self.stop.wait(0.02)
                continue  # as a provider does: the same again
            if status == 202:
                self.acknowledged.add(text)
                number += 1


@dataclass
class Desk:
    """Answers whatever is open, and sends an action again until there is a decision."""

    server: RunningServer
    headers: dict[str, str]
    stop: threading.Event = field(default_factory=threading.Event)
    accepted: set[str] = field(default_factory=set)

    def answer(self) -> None:
        while not self.stop.is_set():
            with self.server.database.read() as session:
                contacts = session.scalars(select(Contact.id)).all()
            for contact_id in contacts:
                message_id = new_id()
                data = {
                    "contact_id": contact_id,
                    "message_id": message_id,
                    "text": message_id,
                    "written_at": 1,
                }
                action = {"id": new_id(), "kind": "reply", "data": data}
                while not self.stop.is_set():
                    try:
                        status, answer = self.server.request(
                            "POST", "/v1/actions", {"actions": [action]}, self.headers
                        )
                    except TROUBLE:
                        self.stop.wait(0.02)
                        continue
                    if status == 200 and answer["decisions"][0]["outcome"] == "accepted":
                        self.accepted.add(message_id)
                    break


def test_kills_lose_nothing_and_double_nothing(
    start_server: StartServer, effort: int, did: Did
) -> None:
    chance = random.Random(effort)
    server = start_server(lease_seconds=0.5)
    hire(server.database, "sanne")
    customers = Customers(server)
    desk = Desk(server, server.sign_in("sanne"))
    threads = [
        threading.Thread(target=customers.write, args=(f"c{number}@example.nl",))
        for number in range(3)
    ]
    threads.append(threading.Thread(target=desk.answer))
    for thread in threads:
        thread.start()
    for _ in range(2 * effort):
        customers.stop.wait(chance.uniform(0.1, 0.8))
        server.kill()
        did("server kills", 1)
        server.start()
    customers.stop.wait(0.3)
    customers.stop.set()
    desk.stop.set()
    for thread in threads:
        thread.join()
    wait_until(lambda: _is_quiet(server), 60, server.read_log)
    with server.database.read() as session:
        messages = session.scalars(select(Message)).all()
    inbound = Counter(m.text for m in messages if m.direction == "inbound")
    outbound = {m.id: m.delivery for m in messages if m.direction == "outbound"}
    sent = Counter(entry["reference"] for entry in server.outbox())
    assert customers.acknowledged <= set(inbound)
    assert set(inbound.values()) == {1}
    assert len({m.contact_id for m in messages}) == 3
    assert desk.accepted <= set(outbound)
    assert set(sent) <= set(outbound)
    assert all(times == 1 for times in sent.values())
    assert set(outbound.values()) <= {"sent", "uncertain"}
    assert all(sent[message_id] == 1 for message_id, state in outbound.items() if state == "sent")
    assert customers.acknowledged
    assert desk.accepted
    did("messages taken", len(customers.acknowledged))
    did("answers accepted", len(desk.accepted))


def _is_quiet(server: RunningServer) -> bool:
    with server.database.read() as session:
        waits = select(Arrival.id).where(Arrival.state == "ready").limit(1)
        sends = select(Job.id).where(Job.kind == "deliver").limit(1)
        return session.scalar(waits) is None and session.scalar(sends) is None
