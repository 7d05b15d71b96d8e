"""The reception of the chat: who may ask how much, and what visitors do, carried to the door where
every channel's messages come in."""

import asyncio
import json
import time
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

from workstation.channels.chat.channel import Chat
from workstation.channels.port import (
    Channel,
)
from workstation.models.office import Visitor
from workstation.server.chat import visitors
from workstation.server.chat.allowance import Allowance
from workstation.server.chat.forms import FileOfMessage, Seen, Written
from workstation.server.chat.invited import Invited
from workstation.server.intake.door import Door
from workstation.server.jobs import see_dials
from workstation.server.jobs.queue import Jobs
from workstation.server.signals import Signal, Signals
from workstation.server.store.database import Database
from workstation.server.store.visit import unseen
from workstation.wire.signals import CUSTOMER, SignalKind

_TIDY = 3600.0
"""Seconds between two looks at what lies too long in the box."""


class TooOftenError(Exception):
    """Not now; `wait` in seconds."""

    def __init__(self, wait: float) -> None:
        super().__init__("too often")
        self.wait = wait


class FileMissingError(Exception):
    """A message names a file that was not brought, or too long ago."""


class Reception:
    def __init__(
        self,
        *,
        database: Database,
        channels: Mapping[str, Channel],
        door: Door,
        signals: Signals,
        jobs: Jobs,
        clock: Callable[[], int],
        processes: int = 1,
    ) -> None:
        """`processes` share what each visitor and each address may ask."""
        self._database = database
        self._channels = channels
        self._door = door
        self._signals = signals
        self._clock = clock
        self._tidied = 0.0
        self.invited = Invited(database, jobs, clock, see_dials.ask)

        def allow(burst: int, each_second: float) -> Allowance:
            return Allowance(burst=burst, each_second=each_second, clock=clock, processes=processes)

        # A family behind one address, a class at school: generous for addresses.
        self._by_address = allow(300, 10)
        self._new_visitors = allow(30, 0.2)
        self._messages = allow(20, 1)
        self._files = allow(12, 0.5)
        self._readings = allow(60, 4)
        self._typing = allow(4, 0.5)

    @property
    def chat(self) -> Chat | None:
        """None while the shop has not configured it."""
        found = self._channels.get("chat")
        return found if isinstance(found, Chat) else None

    # -- how much

    def admit(self, address: str) -> None:
        """Anything at all, from this network address. Raises TooOftenError."""
        _pay(self._by_address, address)

    def admit_newcomer(self, address: str) -> None:
        _pay(self._new_visitors, address)

    def admit_message(self, visitor_id: str) -> None:
        _pay(self._messages, visitor_id)

    def admit_file(self, visitor_id: str) -> None:
        _pay(self._files, visitor_id)

    def admit_reading(self, visitor_id: str) -> None:
        _pay(self._readings, visitor_id)

    # -- what they do

    async def take(self, chat: Chat, visitor: Visitor, written: Written) -> None:
        """Make a message durable, through the door. Raises FileMissingError, DoorFullError."""
        body = await asyncio.to_thread(self._body, chat, visitor, written)
        await self._door.receive(chat.name, body)

    async def note_seen(self, chat: Chat, visitor: Visitor, seen: Seen) -> None:
        """What the browser has, or its person has seen, as news about what was sent. What is known
        already is no news."""
        ids = await asyncio.to_thread(self._unseen, visitor.id, seen)
        if ids:
            now = self._clock()
            reports = [{"id": message_id, "state": seen.state, "at": now} for message_id in ids]
            await self._door.receive(chat.name, _dump({"reports": reports}))

    def keep_file(self, chat: Chat, visitor: Visitor, content: bytes) -> str:
        """Put a file in the box until a message comes with it. Raises BoxFull."""
        now = time.monotonic()
        if now - self._tidied > _TIDY:
            self._tidied = now
            chat.box.tidy()
        return chat.box.keep(visitor.id, content).partition("/")[2]

    def signal(self, visitor_id: str, kind: SignalKind) -> None:
        """Tell the agents who have this conversation; nobody, while there is none."""
        if kind == "typing" and self._typing.wait(visitor_id):
            return
        there = visitors.whereabouts(self._database, visitor_id)
        if there is not None:
            self._signals.send(
                Signal(
                    contact_id=there.contact_id,
                    who=CUSTOMER,
                    kind=kind,
                    at=self._clock(),
                    audiences=there.audiences,
                )
            )

    def _unseen(self, visitor_id: str, seen: Seen) -> list[str]:
        with self._database.read() as session:
            return unseen(session, visitor_id, seen.ids, seen.state)

    def _body(self, chat: Chat, visitor: Visitor, written: Written) -> bytes:
        customer_id = visitors.customer_of(self._database, visitor, chat.settings.shop)
        message = {
            "id": f"{visitor.id}:{written.id}",
            "visitor": visitor.id,
            "text": written.text,
            "at": self._clock(),  # the browser's may say anything
            "name": visitors.called(visitor),
            "mail": visitor.customer_mail or visitor.mail,
            "language": written.language,
            "product": written.product,
            "page": _page(chat, written),
            "verified": bool(visitor.customer_ref),
            "customer_id": customer_id,
            "files": [_file(chat, visitor.id, file) for file in written.files],
        }
        return _dump({"messages": [message]})


def _page(chat: Chat, written: Written) -> dict[str, str]:
    """Where they were. An agent will open it: only the shop's own pages."""
    try:
        found = urlsplit(written.page.link)
    except ValueError:
        return {"title": written.page.title}
    if not chat.settings.admits(f"{found.scheme}://{found.netloc}"):
        return {"title": written.page.title}
    return {"link": written.page.link, "title": written.page.title}


def _file(chat: Chat, visitor_id: str, file: FileOfMessage) -> dict[str, str]:
    reference = f"{visitor_id}/{file.id}"
    if not chat.box.has(reference):
        raise FileMissingError
    return {"reference": reference, "media_type": file.media_type, "name": file.name}


def _dump(body: dict[str, Any]) -> bytes:
    return json.dumps(body, separators=(",", ":")).encode()


def _pay(allowance: Allowance, whose: str) -> None:
    wait = allowance.wait(whose)
    if wait:
        raise TooOftenError(wait)
