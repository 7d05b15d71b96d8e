"""What must be true after everything was killed and came back."""

from collections import Counter

from sqlalchemy import func, select

from tests.desk import Desk, drafts_of, newest, visible_rows
from tests.running import RunningServer, wait_until
from workstation.models import Message
from workstation.models.office import Arrival, Job
from workstation.replica.replica import Replica
from workstation.replica.session import Session
from workstation.server.store.database import Database


def wait_until_sent(session: Session, seconds: float = 60) -> None:
    """Until nothing waits at this desk."""
    wait_until(
        lambda: session.replica.waiting()[0] == 0,
        seconds,
        lambda: f"{session.mood} {session.replica.outbox()}",
    )


def wait_until_equal(session: Session, database: Database, seconds: float = 60) -> None:
    """Until the desk has what its agent may see, all of it and nothing else. The office may still
    be at work meanwhile."""
    replica = session.replica

    def different() -> list[str]:
        held = Desk.looking_at(replica, database).base_rows()
        expected = visible_rows(database, replica.me)
        return [table for table, rows in expected.items() if held[table] != rows]

    wait_until(
        lambda: replica.receiving.upto > newest(database) and not different(),
        seconds,
        lambda: f"{session.mood} {replica.receiving.upto} {newest(database)} {different()}",
    )


def wait_until_delivered(database: Database, seconds: float = 60) -> None:
    """Until nothing waits to be taken in, and no job is left that could still send something."""

    def idle() -> bool:
        with database.read() as session:
            if session.scalar(select(Arrival.id).where(Arrival.state == "ready").limit(1)):
                return False
            left = session.scalar(
                select(func.count())
                .select_from(Job)
                .where(Job.state.in_(("ready", "running")), Job.kind == "deliver")
            )
        return left == 0

    wait_until(idle, seconds)


def assert_said_once(database: Database, replica: Replica, said: list[str]) -> int:
    """Each text that the desk took is on the server exactly once, or was refused and is shown.
    How many were refused."""
    with database.read() as session:
        found = Counter(
            session.scalars(
                select(Message.text).where(
                    Message.direction.in_(("outbound", "internal")), Message.kind != "event"
                )
            )
        )
    doubled = {text: times for text, times in found.items() if times > 1}
    assert not doubled
    refused = {entry.data.get("text") for entry in replica.outbox() if entry.state == "refused"}
    # A refused text is in its composer, and leaves the outbox once more is sent from there.
    returned = drafts_of(replica)
    back = [text for text in said if text in refused or f"{text}\n" in returned]
    assert not [text for text in said if text not in found and text not in back]
    assert not refused & set(found)
    return len(back)


def assert_delivered_at_most_once(server: RunningServer) -> int:
    """What the customers got: each answer at most once, and each that is said to be sent, got.
    How many are uncertain."""
    delivered = Counter(message["reference"] for message in server.outbox())
    assert max(delivered.values(), default=1) == 1
    with server.database.read() as session:
        states = {
            row.id: row.delivery
            for row in session.execute(
                select(Message.id, Message.delivery).where(Message.direction == "outbound")
            )
        }
    for message_id, state in states.items():
        assert state in ("sent", "uncertain"), state
        if state == "sent":
            assert delivered[message_id] == 1
    assert set(delivered) <= set(states)
    return sum(state == "uncertain" for state in states.values())


def assert_written_once(database: Database, acknowledged: list[str]) -> None:
    """What a customer wrote and was acknowledged is there, once."""
    with database.read() as session:
        origins = Counter(
            session.scalars(select(Message.origin).where(Message.direction == "inbound"))
        )
    assert max(origins.values(), default=1) == 1
    missing = [name for name in acknowledged if f"console:{name}" not in origins]
    assert not missing
