"""The customers' side of the console, against a running office."""

import pytest

from tests.running import SECRET, RunningServer, any_free_port, hire, wait_until, written
from workstation.channels.console.client import ConsoleClient, NotTaken
from workstation.models import new_id


def test_a_customer_writes_and_hears_the_answer(running_server: RunningServer) -> None:
    hire(running_server.database, "sanne")
    desk = running_server.sign_in("sanne")
    with ConsoleClient(running_server.url, SECRET) as client:
        client.post([written("m-1", "My television flickers.")])
        contact_ids: list[str] = []

        def visible() -> bool:
            # Not at once on PostgreSQL, while others write in the same cluster.
            tables = running_server.request("GET", "/v1/changes", headers=desk)[1]["tables"]
            found = tables.get("contact", {"columns": ["id"], "rows": []})
            where = found["columns"].index("id")
            contact_ids.extend(row[where] for row in found["rows"])
            return bool(contact_ids)

        wait_until(visible, 60, running_server.read_log)
        data = {"contact_id": contact_ids[0], "text": "Another cable?", "written_at": 1}
        batch = {"actions": [{"id": new_id(), "kind": "reply", "data": data}]}
        decided = running_server.request("POST", "/v1/actions", batch, desk)[1]
        assert decided["decisions"][0]["outcome"] == "accepted", decided
        heard: list[str] = []

        def listen() -> bool:
            heard.extend(answer["text"] for answer in client.answers())
            return bool(heard)

        wait_until(listen, 60, running_server.read_log)
        assert heard == ["Another cable?"]
        assert client.answers() == []


def test_a_wrong_secret_is_not_taken(running_server: RunningServer) -> None:
    with (
        ConsoleClient(running_server.url, "another secret") as client,
        pytest.raises(NotTaken, match="403"),
    ):
        client.post([written("m-1", "Let me in.")])


def test_an_office_that_is_not_there_is_told_and_may_come_back(
    running_server: RunningServer,
) -> None:
    with ConsoleClient(running_server.url, SECRET) as client:
        client.post([written("m-1", "One.")])
        running_server.kill()
        with pytest.raises(NotTaken):
            client.post([written("m-2", "Two.")])
        running_server.start()
        client.post([written("m-2", "Two.")])


def test_what_is_no_address_is_refused() -> None:
    with pytest.raises(ValueError, match="not the address of a server"):
        ConsoleClient(f"127.0.0.1:{any_free_port()}", SECRET)
