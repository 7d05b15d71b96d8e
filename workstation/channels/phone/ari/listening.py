"""The loop that hears Asterisk's events over a WebSocket, makes each durable, and acts on it."""

import base64
import logging
from datetime import UTC, datetime
from threading import Event as Stop
from urllib.parse import quote

import orjson
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

from workstation.channels.incoming import (
    NotUnderstood,
)
from workstation.channels.outgoing import (
    Rejected,
    Unavailable,
)
from workstation.channels.phone.ari import ids
from workstation.channels.phone.ari.client import Ari
from workstation.channels.phone.ari.moving import Moving
from workstation.channels.phone.ari.reading import Event, event_of, id_of, tells
from workstation.channels.phone.ari.table import AriTable
from workstation.channels.port import (
    Office,
)
from workstation.rules.failures import coded

log = logging.getLogger(__name__)

CALLS = "calls"
"""What the office remembers: the customers' channels that have not ended."""
LOOK = 0.5
"""Seconds between two looks at whether to stop."""
LARGEST = 1 << 20


class Listening:
    def __init__(self, table: AriTable, ari: Ari) -> None:
        self._table = table
        self._ari = ari
        self._moving = Moving(table, ari)

    def __call__(self, office: Office, stop: Stop) -> None:
        try:
            with self._connected() as line:
                self._catch_up(office)
                office.say("open")
                self._hear(line, office, stop)
        except (WebSocketException, OSError, Unavailable, Rejected) as error:
            office.say("down", coded("line.asterisk_away"))
            raise OSError(f"Asterisk is not heard: {type(error).__name__}") from error

    def _connected(self) -> ClientConnection:
        address = "ws" + self._table.url.removeprefix("http")
        secret = f"{self._table.username}:{self._table.password.get_secret_value()}"
        authorization = "Basic " + base64.b64encode(secret.encode()).decode()
        return connect(
            f"{address}/ari/events?app={quote(self._table.app, safe='')}",
            additional_headers={"Authorization": authorization},
            open_timeout=5,
            close_timeout=1,
            max_size=LARGEST,
            proxy=None,
        )

    def _hear(self, line: ClientConnection, office: Office, stop: Stop) -> None:
        while not stop.is_set():
            try:
                said = line.recv(timeout=LOOK)
            except TimeoutError:
                continue
            try:
                event = event_of(said)
            except NotUnderstood:
                log.warning("Asterisk said something that is no event")
                continue
            self._take(office, event)

    def _take(self, office: Office, event: Event) -> None:
        if not tells(event):
            return
        self._remember(office, event)
        office.receive(orjson.dumps(event))
        self._moving.hear(event)

    def _remember(self, office: Office, event: Event) -> None:
        """Which calls go on: before anything else, so that none is forgotten."""
        channel = id_of(event)
        if not channel or ids.leg_of(channel) is not None:
            return
        known = _known(office)
        if event["type"] == "StasisStart" and channel not in known:
            office.remember(CALLS, [*known, channel])
        elif event["type"] in ("StasisEnd", "ChannelDestroyed") and channel in known:
            office.remember(CALLS, [one for one in known if one != channel])

    def _catch_up(self, office: Office) -> None:
        """What began and ended while nobody listened."""
        known = _known(office)
        inside = self._ari.application().get("channel_ids")
        here = {str(one) for one in inside} if isinstance(inside, list) else set()
        now = datetime.now(UTC).isoformat()
        for channel in known:
            if channel not in here:
                gone = {"id": channel, "state": "Down"}
                ended = {"type": "ChannelDestroyed", "timestamp": now, "cause": 0, "channel": gone}
                self._take(office, ended)
        for one in self._ari.channels():
            name = str(one.get("id"))
            if name in here and name not in known and ids.leg_of(name) is None:
                began = {"type": "StasisStart", "timestamp": now, "args": [], "channel": one}
                self._take(office, began)


def _known(office: Office) -> list[str]:
    found = office.recall(CALLS)
    return [str(one) for one in found] if isinstance(found, list) else []
