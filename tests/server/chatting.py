"""An office with a chat, and a browser's side of it without a browser."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jwt
import pytest
from fastapi.testclient import TestClient

from tests.running import Clock, OpenOffice, hire, settings_for
from workstation.models import new_id
from workstation.server.app import create_app
from workstation.server.office import Office
from workstation.server.store.database import Database

SHOP = "https://www.example.nl"
TOKEN_SECRET = "a secret of at least thirty-two characters"
CHANNELS = f"""
[chat]
origins = ["{SHOP}"]
token_secret = "{TOKEN_SECRET}"

[chat.texts.nl]
title = "Vraag het de winkel"
"""
FRIDAY = 1_795_003_200_000
"""12:00 in Amsterdam, 20 November 2026."""


def customer_token(clock: Clock, sub: str, *, seconds: int = 600, **claims: Any) -> str:
    """What the shop signs about the customer who is signed in there."""
    claims = {"sub": sub, "exp": clock() // 1000 + seconds, **claims}
    return jwt.encode(claims, TOKEN_SECRET, algorithm="HS256")


@dataclass
class Visitor:
    """A browser on the shop's pages. `token` is empty until it begins a visit."""

    office: OpenOffice
    token: str = ""
    cursor: str = ""
    said: dict[str, dict[str, Any]] = field(default_factory=dict)
    """The conversation by the messages' ids, as the browser has put it together."""

    @property
    def headers(self) -> dict[str, str]:
        origin = {"Origin": SHOP}
        return origin | {"Authorization": f"Bearer {self.token}"} if self.token else origin

    def begin(self, **introduction: Any) -> dict[str, Any]:
        answer = self.post("visits", introduction)
        assert answer.status_code == 200, answer.text
        begun: dict[str, Any] = answer.json()
        self.token = begun["token"]
        return begun

    def post(self, door: str, body: dict[str, Any] | None = None) -> Any:
        return self.office.client.post(f"/v1/chat/{door}", json=body, headers=self.headers)

    def get(self, door: str) -> Any:
        return self.office.client.get(f"/v1/chat/{door}", headers=self.headers)

    def write(self, text: str, **given: Any) -> Any:
        body = {"id": new_id(), "text": text} | given
        answer = self.post("messages", body)
        self.office.take()
        return answer

    def bring(self, content: bytes, media_type: str = "image/png") -> Any:
        headers = self.headers | {"Content-Type": media_type}
        return self.office.client.post("/v1/chat/files", content=content, headers=headers)

    def read(self) -> list[dict[str, Any]]:
        """What is new; afterwards `said` is the whole conversation."""
        answer = self.get(f"messages?cursor={self.cursor}")
        assert answer.status_code == 200, answer.text
        told = answer.json()
        self.cursor = told["cursor"]
        if told["fresh"]:
            self.said.clear()
        self.said |= {message["id"]: message for message in told["messages"]}
        messages: list[dict[str, Any]] = told["messages"]
        return messages

    @property
    def texts(self) -> list[str]:
        return [message["text"] for message in self.said.values()]


def opened_chat(
    database: Database, folder: Path, clock: Clock, configuration: str = CHANNELS
) -> Iterator[OpenOffice]:
    """An office with this configuration."""
    file = folder / "channels.toml"
    file.write_text(configuration, encoding="utf-8")
    settings = settings_for(database, folder, job_threads=0, channels=str(file))
    app = create_app(settings, clock=clock)
    with TestClient(app, raise_server_exceptions=True) as client:
        office = app.state.office
        assert isinstance(office, Office)
        yield OpenOffice(client, office, clock)


@pytest.fixture
def chat_office(database: Database, tmp_path: Path) -> Iterator[OpenOffice]:
    """An office with a chat, on each kind of database; Sanne answers there."""
    clock = Clock()
    clock.now = FRIDAY
    hire(database, "sanne")
    yield from opened_chat(database, tmp_path, clock)


@pytest.fixture
def visitor(chat_office: OpenOffice) -> Visitor:
    return Visitor(chat_office)
