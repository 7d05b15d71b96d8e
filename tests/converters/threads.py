"""Real conversations as JSON Lines to import or to replay: three sets, one function each."""

import gzip
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from tests.converters.files import write_jsonl
from tests.converters.real_data import real_data

_TURN = re.compile(r"^(user|assistant|tool): ", re.MULTILINE)
_FEWSHOT_START = datetime(2024, 6, 1, 9, tzinfo=UTC)


def twitter_threads(into: Path, *, limit: int | None = None) -> Path:
    """Threads between customers and brands (dialogues/ibm_twitter_cdp), as Instagram messages:
    public handles on both sides. The agent's last message is the page that they were sent to."""
    path = real_data("dialogues", "ibm_twitter_cdp", "dev.json")
    dialogues = json.loads(path.read_text(encoding="utf-8"))
    return write_jsonl(into / "twitter.jsonl", map(_twitter, dialogues[:limit]))


def _twitter(dialogue: dict[str, Any]) -> dict[str, Any]:
    header, sent = dialogue["dialogHeader"], dialogue["agentURL"]
    session = header["sessionID"]
    messages = [
        {
            "from": "agent" if "agent" in turn else "customer",
            "at": turn["datetime"],
            "text": turn["message"],
            # One tweet may stand in two threads.
            "id": f"{session}/{turn['tweet_ID']}",
        }
        for turn in dialogue["dialogContent"]
    ]
    begun = datetime.fromisoformat(header["conversationDateTime"])
    ended = begun + _duration(header["duration"])
    messages.append(
        {
            "from": "agent",
            "at": ended.isoformat(),
            "text": sent["url_utterance"],
            "id": f"{session}/{sent['tweet_ID']}",
        }
    )
    first = dialogue["dialogContent"][0]
    handle = first.get("client") or first.get("client1") or session
    return {
        "thread": session,
        "channel": "instagram",
        "customer": {"address": f"{handle}", "name": f"@{handle}"},
        "opened_at": header["conversationDateTime"],
        "subject": header["company"],
        "language": "en",
        "messages": messages,
    }


def _duration(written: str) -> timedelta:
    hours, minutes, seconds = written.split(":")
    return timedelta(hours=int(hours), minutes=int(minutes), seconds=float(seconds))


def star_chats(into: Path, *, limit: int | None = None) -> Path:
    """Chats of people (dialogues/star_service.jsonl.gz) with what both sides really wrote."""
    path = real_data("dialogues", "star_service.jsonl.gz")
    return write_jsonl(into / "star.jsonl", islice(_star_chats(path), limit))


def _star_chats(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            chat = json.loads(line)
            messages = [
                {
                    "from": "customer" if event["Agent"] == "User" else "agent",
                    "at": datetime.fromtimestamp(event["UnixTime"], UTC).isoformat(),
                    "text": event["Text"],
                }
                for event in chat["Events"]
                if (event["Agent"], event["Action"])
                in (("User", "utter"), ("Wizard", "utter"), ("Wizard", "pick_suggestion"))
            ]
            if messages:
                yield {
                    "thread": f"star-{chat['DialogueID']}",
                    "channel": "chat",
                    "customer": {"address": f"visitor-{chat['DialogueID']}"},
                    "language": "en",
                    "messages": messages,
                }


def shop_chats(into: Path) -> Path:
    """Chats of the tau-bench shop's customers (dialogues/tau_retail_fewshot.jsonl), without the
    lookups in between. They know no moments: an hour apart, a minute a message."""
    path = real_data("dialogues", "tau_retail_fewshot.jsonl")
    users = json.loads(
        real_data("orders", "tau_bench_retail", "users.json").read_text(encoding="utf-8")
    )
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (
        _shop_chat(number, json.loads(line)["messages_display"], users)
        for number, line in enumerate(lines)
    )
    return write_jsonl(into / "shop-chats.jsonl", rows)


def _shop_chat(number: int, said: str, users: dict[str, Any]) -> dict[str, Any]:
    pieces = _TURN.split(said)[1:]
    turns = list(zip(pieces[::2], pieces[1::2], strict=True))
    begun = _FEWSHOT_START + timedelta(hours=number)
    user = next((text.strip() for who, text in turns if text.strip() in users), None)
    messages = [
        {
            "from": "customer" if who == "user" else "agent",
            "at": (begun + timedelta(minutes=minute)).isoformat(),
            "text": text.strip(),
        }
        for minute, (who, text) in enumerate(turns)
        if who != "tool" and text.strip() not in ("", "None")
    ]
    address = user or f"visitor-{number}"
    return {
        "thread": f"shop-{number}",
        "channel": "chat",
        "customer": {"id": user, "address": address} if user else {"address": address},
        "language": "en",
        "messages": messages,
    }
