"""A thin client of Asterisk's REST interface."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any
from urllib.parse import quote

import orjson

from workstation.channels.outgoing import (
    Rejected,
)
from workstation.channels.phone.ari import ids
from workstation.channels.phone.ari.table import AriTable
from workstation.channels.phone.asking import LARGEST_RECORDING, Answer, Asking

GONE = "phone.gone"


class Ari:
    """Raises what `asking.py` raises: Rejected with the code "phone.gone" when Asterisk has no such
    channel, bridge or recording, or has it in another state."""

    def __init__(self, table: AriTable) -> None:
        self._app = table.app
        self._asking = Asking(table.url + "/ari")
        self._auth = (table.username, table.password.get_secret_value())

    # ------------------------------------------------------------ channels

    def channels(self) -> Sequence[Mapping[str, Any]]:
        found = orjson.loads(self._get("/channels").content)
        return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []

    def legs(self, customer: str, *, but: str = "") -> list[str]:
        """The channels of colleagues that belong to a customer's."""
        names = [str(channel.get("id")) for channel in self.channels()]
        return [
            name
            for name in names
            if (leg := ids.leg_of(name)) is not None and leg.customer == customer and name != but
        ]

    def has(self, channel: str) -> bool:
        try:
            self._get(f"/channels/{_safe(channel)}")
        except Rejected as error:
            if error.code != GONE:
                raise
            return False
        return True

    def originate(
        self, endpoint: str, channel: str, *, args: str, caller_id: str, seconds: int
    ) -> None:
        """Ring `endpoint`; who picks it up enters our application as `channel`."""
        wanted = {
            "endpoint": endpoint,
            "app": self._app,
            "appArgs": args,
            "timeout": seconds,
            "channelId": channel,
        }
        if caller_id:
            wanted["callerId"] = caller_id
        self._do("POST", "/channels", wanted)

    def ring(self, channel: str) -> None:
        self._do("POST", f"/channels/{_safe(channel)}/ring")

    def answer(self, channel: str) -> None:
        self._do("POST", f"/channels/{_safe(channel)}/answer")

    def hang_up(self, channel: str) -> None:
        self._do("DELETE", f"/channels/{_safe(channel)}")

    def play_music(self, channel: str) -> None:
        self._do("POST", f"/channels/{_safe(channel)}/moh")

    def stop_music(self, channel: str) -> None:
        self._do("DELETE", f"/channels/{_safe(channel)}/moh")

    # ------------------------------------------------------------ bridges

    def join(self, bridge: str, *channels: str) -> None:
        """Let these hear each other. The bridge is made when it is not there."""
        self._do("POST", f"/bridges/{_safe(bridge)}", {"type": "mixing", "name": bridge})
        self._do("POST", f"/bridges/{_safe(bridge)}/addChannel", {"channel": ",".join(channels)})

    def part(self, bridge: str, channel: str) -> None:
        self._do("POST", f"/bridges/{_safe(bridge)}/removeChannel", {"channel": channel})

    def end(self, bridge: str) -> None:
        self._do("DELETE", f"/bridges/{_safe(bridge)}")

    # ------------------------------------------------------------ recordings

    def record(self, bridge: str, name: str) -> None:
        """Record what is said in a bridge. An older recording of this name is never lost."""
        wanted = {"name": name, "format": "wav", "ifExists": "fail", "beep": False}
        self._do("POST", f"/bridges/{_safe(bridge)}/record", wanted)

    def pause(self, recording: str) -> None:
        self._do("POST", f"/recordings/live/{_safe(recording)}/pause")

    def go_on(self, recording: str) -> None:
        self._do("DELETE", f"/recordings/live/{_safe(recording)}/pause")

    def recorded(self, recording: str) -> Answer:
        path = f"/recordings/stored/{_safe(recording)}/file"
        return self._get(path, most=LARGEST_RECORDING)

    # ------------------------------------------------------------ all of it

    def tell(self, event: str, channel: str) -> None:
        """Have an event of our own told to whoever listens."""
        query = f"application={_safe(self._app)}&source={_safe('channel:' + channel)}"
        self._do("POST", f"/events/user/{_safe(event)}?{query}", {"variables": {}})

    def application(self) -> Mapping[str, Any]:
        """Who is in our application; Rejected when nobody listens for it."""
        return self._get(f"/applications/{_safe(self._app)}").facts()

    def info(self) -> Mapping[str, Any]:
        return self._get("/asterisk/info").facts()

    def _get(self, path: str, **given: int) -> Answer:
        return self._asking.get(path, auth=self._auth, **given)

    def _do(self, method: str, path: str, wanted: Mapping[str, Any] | None = None) -> Answer:
        body = None if wanted is None else orjson.dumps(wanted)
        headers = {"Content-Type": "application/json"} if body else {}
        return self._asking.do(method, path, auth=self._auth, data=body, headers=headers)


@contextmanager
def gone_is_fine() -> Iterator[None]:
    """Do not mind that what was to go is gone, or what was to begin has begun."""
    try:
        yield
    except Rejected as error:
        if error.code != GONE:
            raise


def _safe(identifier: str) -> str:
    return quote(identifier, safe="")
