"""A server as a process of its own: it starts, serves, and ends when told to."""

import http.client
import threading

from tests.running import RunningServer, hire, wait_until, written
from workstation.models import new_id


def test_a_message_is_answered_through_a_running_server(running_server: RunningServer) -> None:
    hire(running_server.database, "sanne")
    desk = running_server.sign_in("sanne")
    assert running_server.post(written("m-1", "My television flickers.")) == 202
    wait_until(lambda: bool(running_server.pull(desk, "contact")), 60)
    contact = running_server.pull(desk, "contact")[0]
    reply = {
        "contact_id": contact["id"],
        "message_id": new_id(),
        "text": "Have you tried another cable?",
        "written_at": 1,
    }
    batch = {"actions": [{"id": new_id(), "kind": "reply", "data": reply}]}
    _, decided = running_server.request("POST", "/v1/actions", batch, desk)
    assert decided["decisions"][0]["outcome"] == "accepted"
    wait_until(lambda: len(running_server.outbox()) == 1, 60, running_server.read_log)
    assert running_server.outbox()[0]["text"] == "Have you tried another cable?"


def test_a_server_ends_in_good_order_while_a_desk_listens(running_server: RunningServer) -> None:
    hire(running_server.database, "sanne")
    desk = running_server.sign_in("sanne")
    line = http.client.HTTPConnection("127.0.0.1", running_server.settings.port, timeout=20)
    line.request("GET", "/v1/stream", headers=desk)
    answer = line.getresponse()
    assert answer.readline().startswith(b"event:")
    ended = threading.Event()

    def read_on() -> None:
        while answer.read1(4096):
            pass
        ended.set()

    threading.Thread(target=read_on, daemon=True).start()
    assert running_server.stop() == 0
    assert ended.wait(30)
