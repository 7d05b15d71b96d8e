"""Conversations: order, identities, wrap-ups, and what is refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.shop.reading import records, rejections
from workstation.shop.records import (
    AttachmentRecord,
    ConversationRecord,
    TurnRecord,
    WrapUpRecord,
)

T0 = 1772370300000
GOOD: dict[str, Any] = {
    "thread": "t1",
    "channel": "whatsapp",
    "customer": {"address": "+31 6 12345678", "name": "A"},
    "messages": [{"from": "customer", "at": "2026-03-01T13:05:00Z", "text": "  hi\n"}],
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "threads.jsonl"


def test_everything_a_conversation_may_say(path: Path) -> None:
    given = {
        **GOOD,
        "customer": {"id": 17, "address": "31612345678", "name": "A"},
        "opened_at": "2026-03-01T13:04:59Z",
        "subject": "Lamp",
        "language": "nl-NL",
        "sku": "L-1",
        "order": "1001",
        "messages": [
            {"from": "customer", "at": "2026-03-01T13:05:00Z", "text": "  hi\n", "id": "p1"},
            {"from": "agent", "at": "2026-03-01T14:05:00+01:00", "text": "yes", "agent": "noor"},
            {
                "from": "note",
                "at": "2026-03-01T13:05:00Z",
                "attachments": [{"path": "a/b.png", "media_type": "image/png", "name": "b"}],
            },
            {"from": "customer", "at": "2026-03-01T13:04:00Z", "text": "clock went back"},
        ],
        "wrap_up": {
            "at": "2026-03-01T13:06:00Z",
            "kind": "complaint",
            "topic": "Does not start",
            "agent": "noor",
            "sku": "L-1",
            "note": "n",
        },
    }
    assert records("conversations", path, json.dumps(given)) == [
        ConversationRecord(
            key="whatsapp:t1",
            thread="t1",
            channel="whatsapp",
            customer_key="17",
            customer_name="A",
            address="+31612345678",
            opened_at=T0 - 1000,
            subject="Lamp",
            language="nl",
            sku="L-1",
            order="1001",
            turns=(
                TurnRecord(key="id:p1", speaker="customer", at=T0, text="  hi\n", provider_id="p1"),
                TurnRecord(key="2", speaker="agent", at=T0 + 1, text="yes", agent="noor"),
                TurnRecord(
                    key="3",
                    speaker="note",
                    at=T0 + 2,
                    text="",
                    attachments=(
                        AttachmentRecord(path="a/b.png", media_type="image/png", name="b"),
                    ),
                ),
                TurnRecord(key="4", speaker="customer", at=T0 + 3, text="clock went back"),
            ),
            wrap_up=WrapUpRecord(
                at=T0 + 60_000,
                kind="complaint",
                topic="Does not start",
                agent="noor",
                sku="L-1",
                note="n",
            ),
        )
    ]


def _message(**change: Any) -> dict[str, Any]:
    return {"messages": [GOOD["messages"][0] | change]}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"thread": ""}, "thread is missing"),
        ({"channel": "fax"}, "channel is 'fax', not one of whatsapp"),
        ({"customer": None}, "customer is missing"),
        ({"customer": "A"}, "customer must be an object"),
        ({"customer": {"name": "A"}}, "customer.id and customer.address are both missing"),
        ({"customer": {"address": "0612345678"}}, "customer.address is '0612345678', not an"),
        ({"messages": []}, "messages is empty"),
        ({"messages": "hi"}, "messages must be a list"),
        (_message(**{"from": "bot"}), "messages[1].from is 'bot', not one of customer"),
        (_message(at="13:05"), "messages[1].at is '13:05', not a time with its zone"),
        (_message(at=None), "messages[1].at is missing"),
        (_message(text=""), "messages[1].text is missing, and so is any attachment"),
        (_message(text=["hi"]), "messages[1].text must be text"),
        (_message(attachments=[{"path": "x"}]), "messages[1].attachments[1].media_type is"),
        (
            {"messages": [GOOD["messages"][0] | {"id": "1"}] * 2},
            "messages[2].id is there twice",
        ),
        ({"wrap_up": {"at": "2026-03-01T13:05:00Z"}}, "wrap_up.kind is '', not one of question"),
    ],
)
def test_conversations_that_cannot_be_right(
    path: Path, change: dict[str, Any], reason: str
) -> None:
    ((_, said),) = rejections("conversations", path, json.dumps(GOOD | change))
    assert said.startswith(reason)


def test_a_thread_that_comes_twice_counts_once(path: Path) -> None:
    content = f"{json.dumps(GOOD)}\n{json.dumps(GOOD)}"
    assert rejections("conversations", path, content) == [
        (2, "whatsapp:t1 is in this file already")
    ]
