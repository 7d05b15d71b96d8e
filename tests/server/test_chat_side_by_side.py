"""A visitor's browser at one process of an office, and an agent's desk at another."""

import http.client
import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.running import RunningServer, any_free_port, hire, settings_for, wait_until
from tests.server.chatting import CHANNELS, SHOP
from workstation.models import new_id
from workstation.server.store.database import Database


@pytest.fixture
def two(postgresql_office: Database, tmp_path: Path) -> Iterator[list[RunningServer]]:
    file = tmp_path / "channels.toml"
    file.write_text(CHANNELS, encoding="utf-8")
    servers = [
        RunningServer(
            settings_for(postgresql_office, tmp_path, port=any_free_port(), channels=str(file)),
            postgresql_office,
            tmp_path / f"server-{number}.log",
        )
        for number in range(2)
    ]
    hire(postgresql_office, "sanne")
    for server in servers:
        server.start()
    yield servers
    for server in servers:
        server.kill()


class Stream:
    """The events of an open stream, as they come."""

    def __init__(self, server: RunningServer, path: str, headers: dict[str, str]) -> None:
        self._line = http.client.HTTPConnection("127.0.0.1", server.settings.port, timeout=30)
        self._line.request("GET", path, headers=headers)
        self._answer = self._line.getresponse()
        assert self._answer.status == 200
        self.events: list[tuple[str, Any]] = []
        self.ended = threading.Event()
        threading.Thread(target=self._read, daemon=True).start()

    def heard(self, kind: str) -> list[Any]:
        return [told for name, told in self.events if name == kind]

    def _read(self) -> None:
        kind = ""
        while line := self._answer.readline():
            if line.startswith(b"event: "):
                kind = line[7:].strip().decode()
            elif line.startswith(b"data: "):
                self.events.append((kind, json.loads(line[6:])))
        self.ended.set()


def test_they_hear_one_another(two: list[RunningServer]) -> None:
    near, far = two
    origin = {"Origin": SHOP}
    status, begun = near.request("POST", "/v1/chat/visits", {"language": "nl"}, origin)
    assert status == 200
    browser = origin | {"Authorization": f"Bearer {begun['token']}"}
    message = {"id": new_id(), "text": "Hallo"}
    assert near.request("POST", "/v1/chat/messages", message, browser)[0] == 202
    near.taken()
    agent = far.sign_in("sanne")
    (contact,) = far.pull(agent, "contact")
    chat = Stream(near, "/v1/chat/stream", browser)
    desk = Stream(far, "/v1/stream", agent)
    wait_until(lambda: bool(chat.heard("conversation")), 60, near.read_log)

    # Who types is heard at the other process, both ways.
    def typed() -> bool:
        near.request("POST", "/v1/chat/typing", None, browser)
        told = {"kind": "typing"}
        far.request("POST", f"/v1/contacts/{contact['id']}/signal", told, agent)
        return bool(chat.heard("typing")) and any(
            (told["who"], told["kind"]) == ("customer", "typing") for told in desk.heard("signal")
        )

    wait_until(typed, 60, near.read_log)
    assert chat.heard("typing")[0] == {"name": "Sanne", "on": True}

    # Whether an agent only looks is not the customer's to know: it ends what they were typing.
    def looks() -> bool:
        signal = f"/v1/contacts/{contact['id']}/signal"
        return far.request("POST", signal, {"kind": "looking"}, agent)[0] == 204

    assert looks()
    wait_until(lambda: not chat.heard("typing")[-1]["on"], 60, near.read_log)
    told = len(chat.heard("typing"))
    assert looks()

    data = {"contact_id": contact["id"], "text": "Dag!", "written_at": 1}
    batch = {"actions": [{"id": new_id(), "kind": "reply", "data": data}]}
    decided = far.request("POST", "/v1/actions", batch, agent)[1]["decisions"]
    assert [one["outcome"] for one in decided] == ["accepted"]

    def answered() -> bool:
        return any(
            said["text"] == "Dag!"
            for told in chat.heard("conversation")
            for said in told["messages"]
        )

    wait_until(answered, 60, far.read_log)
    assert len(chat.heard("typing")) == told


def test_the_agents_see_that_a_visitor_comes_and_goes(two: list[RunningServer]) -> None:
    near, far = two
    origin = {"Origin": SHOP}
    begun = near.request("POST", "/v1/chat/visits", {"language": "nl"}, origin)[1]
    browser = origin | {"Authorization": f"Bearer {begun['token']}"}
    near.request("POST", "/v1/chat/messages", {"id": new_id(), "text": "Hallo"}, browser)
    near.taken()
    desk = Stream(far, "/v1/stream", far.sign_in("sanne"))
    wait_until(lambda: bool(desk.heard("changes")), 60, far.read_log)
    line = http.client.HTTPConnection("127.0.0.1", near.settings.port, timeout=30)
    line.request("GET", "/v1/chat/stream", headers=browser)
    assert line.getresponse().status == 200

    def kinds() -> list[str]:
        return [told["kind"] for told in desk.heard("signal")]

    wait_until(lambda: kinds() == ["looking"], 60, near.read_log)
    line.close()
    wait_until(lambda: kinds() == ["looking", "gone"], 60, near.read_log)


def test_who_signs_out_is_cut_off_wherever_the_chat_is_open(two: list[RunningServer]) -> None:
    near, far = two
    origin = {"Origin": SHOP}
    visits = [
        near.request("POST", "/v1/chat/visits", {"language": "nl"}, origin)[1] for _ in range(2)
    ]
    browser, other = (origin | {"Authorization": f"Bearer {one['token']}"} for one in visits)
    streams = [Stream(server, "/v1/chat/stream", browser) for server in two]
    neighbour = Stream(far, "/v1/chat/stream", other)
    for stream in (*streams, neighbour):
        wait_until(lambda it=stream: bool(it.heard("conversation")), 60, far.read_log)  # type: ignore[misc]
    assert near.request("POST", "/v1/chat/visits/end", None, browser)[0] == 204
    for stream in streams:
        assert stream.ended.wait(10), far.read_log()  # sooner than the next sign of life
    assert far.request("GET", "/v1/chat/stream", None, browser)[0] == 401
    # Whoever else is there hears on.
    message = {"id": new_id(), "text": "Hallo"}
    assert near.request("POST", "/v1/chat/messages", message, other)[0] == 202
    wait_until(lambda: len(neighbour.heard("conversation")) > 1, 60, far.read_log)
    assert not neighbour.ended.is_set()
