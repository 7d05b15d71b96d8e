"""The desk's side of the HTTP API: asks, checks that it really is our server that answers, and
turns everything that can go wrong on the way into `BadLuck` with a sentence."""

import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from email.utils import parsedate_to_datetime
from typing import Any

import orjson
import requests
import urllib3

from workstation import __version__
from workstation.models.ids import now_ms
from workstation.replica.answer import body_of, check
from workstation.replica.errors import ServerSaysNo, SignInNeeded, SignInRefused, Unreachable
from workstation.replica.events import Event, read_events
from workstation.replica.patience import PATIENT, Patience
from workstation.replica.pieces import Piece, Told
from workstation.wire.changes import Packet

SMALL = 64 * 1024
"""Bytes there and back. More takes long on a quick line too, and does not tell a slow one."""

_TOKENS = ("access_token", "refresh_token", "me")

TokensHeard = Callable[[str, str], None]


class Api:
    """One server, one sign-in. Methods block; any thread may call them.

    `heard` is told (access, refresh) tokens whenever they change; `latency` is the time of the last
    `SMALL` answer in seconds; `skew` the milliseconds by which the server's clock is ahead.
    """

    def __init__(
        self,
        server: str,
        *,
        access: str = "",
        refresh: str = "",
        heard: TokensHeard | None = None,
        patience: Patience = PATIENT,
    ) -> None:
        self.server = server.rstrip("/")
        self._patience = patience
        self.latency = 0.0
        self.skew = 0
        self._access = access
        self._refresh = refresh
        self._heard = heard
        self._renewing = threading.Lock()
        self._local = threading.local()

    def sign_in(self, login: str, password: str, desk: str) -> dict[str, Any]:
        """Who this is. Raises `SignInRefused`, `Unreachable`."""
        try:
            opened = self._json(
                "POST",
                "/v1/sign-in",
                {"login": login, "password": password, "desk": desk[:200]},
                holding=_TOKENS,
                signed=False,
            )
        except SignInNeeded as error:
            raise SignInRefused(error.code) from error
        except ServerSaysNo as error:
            raise SignInRefused(str(error)) from error
        self._take(opened)
        me: dict[str, Any] = opened["me"]
        return me

    def sign_out(self) -> None:
        self._ask("POST", "/v1/sign-out")

    def actions(self, envelopes: list[dict[str, Any]]) -> list[dict[str, Any]]:
        answer = self._json("POST", "/v1/actions", {"actions": envelopes}, holding=("decisions",))
        decisions: list[dict[str, Any]] = answer["decisions"]
        return decisions

    def changes(self, cursor: str) -> Any:
        """One page of the feed, a `wire.changes.Packet`."""
        return self._json(
            "GET", "/v1/changes", params={"cursor": cursor}, holding=tuple(Packet.__annotations__)
        )

    def history(self, customer_id: str, before: str = "") -> dict[str, Any]:
        params = {"before": before} if before else {}
        answer: dict[str, Any] = self._json(
            "GET",
            f"/v1/customers/{customer_id}/history",
            params=params,
            holding=("tables", "more"),
        )
        return answer

    def customers(self, words: str, limit: int) -> list[dict[str, Any]]:
        """Customers by name, address or order number, also those that no desk holds."""
        params = {"query": words, "limit": str(limit)}
        answer = self._json("GET", "/v1/customers", params=params, holding=("customers",))
        found: list[dict[str, Any]] = answer["customers"]
        return found

    def channels(self) -> dict[str, Any]:
        """How the channels are, with what was found of them: for admins."""
        answer: dict[str, Any] = self._json(
            "GET", "/v1/admin/channels", holding=("office", "channels")
        )
        return answer

    def arrivals(self) -> list[dict[str, Any]]:
        """Bodies of providers that could not be read: for admins."""
        answer = self._json("GET", "/v1/admin/arrivals", holding=("arrivals",))
        found: list[dict[str, Any]] = answer["arrivals"]
        return found

    def read_again(self, arrival_id: str) -> None:
        """Have such a body read again."""
        self._ask("POST", f"/v1/admin/arrivals/{arrival_id}/again")

    def signal(self, contact_id: str, kind: str) -> None:
        """Let others see what one does at a contact."""
        body = orjson.dumps({"kind": kind})
        headers = {"Content-Type": "application/json"}
        self._ask("POST", f"/v1/contacts/{contact_id}/signal", body=body, headers=headers)

    def file(self, sha256: str, told: Told | None = None) -> tuple[bytes, str]:
        """Content and media type. What is not the file that was asked for is never taken for it.
        `told` hears how many bytes of how many have come, and may raise `Stopped`."""
        content, media_type = self._ask("GET", f"/v1/files/{sha256}", told=told)
        if hashlib.sha256(content).hexdigest() != sha256:
            raise Unreachable("not_ours")
        return content, media_type

    def upload(
        self,
        content: bytes,
        *,
        sha256: str,
        media_type: str,
        name: str,
        told: Told | None = None,
    ) -> None:
        """Send a file, going on where an earlier try ended. `told` hears how many bytes of how
        many have left, and may raise `Stopped`."""
        place = self._json(
            "POST",
            "/v1/uploads",
            {"sha256": sha256, "size": len(content), "media_type": media_type, "name": name},
            holding=("id", "offset"),
        )
        offset, piece = int(place["offset"]), 1 << 20
        while offset < len(content):
            answer, _ = self._ask(
                "PATCH",
                f"/v1/uploads/{place['id']}",
                body=Piece(content, offset, piece, told),
                headers={
                    "Upload-Offset": str(offset),
                    "Content-Type": "application/offset+octet-stream",
                },
            )
            arrived = orjson.loads(answer).get("offset") if answer else None
            offset = int(arrived) if arrived is not None else offset + piece

    def stream(self, cursor: str, opened: Callable[[Callable[[], None]], None]) -> Iterator[Event]:
        """Events from `cursor` on, until the line breaks (`Unreachable`) or the server ends it.
        `opened` is given a function that ends the stream from another thread."""
        response = self._send("GET", "/v1/stream", params={"cursor": cursor}, silence=True)
        with response:
            if response.status_code != 200:
                check(response, body_of(response, self._patience.whole))
            if not response.headers.get("Content-Type", "").startswith("text/event-stream"):
                raise Unreachable("not_ours")
            opened(response.raw.shutdown)
            try:
                yield from read_events(response)
            except (OSError, urllib3.exceptions.HTTPError) as error:
                raise Unreachable("broken_off") from error

    # -- inside

    def _json(
        self,
        method: str,
        path: str,
        data: Any = None,
        *,
        holding: tuple[str, ...],
        params: dict[str, str] | None = None,
        signed: bool = True,
    ) -> Any:
        """The answer, an object that holds at least these: anything else is not our server's."""
        body = None if data is None else orjson.dumps(data)
        content, media_type = self._ask(
            method,
            path,
            body=body,
            params=params,
            headers={"Content-Type": "application/json"},
            signed=signed,
        )
        if "json" not in media_type:
            raise Unreachable("not_ours")
        try:
            answer = orjson.loads(content)
        except orjson.JSONDecodeError as error:
            raise Unreachable("not_ours") from error
        if not isinstance(answer, dict) or not answer.keys() >= set(holding):
            raise Unreachable("not_ours")
        return answer

    def _ask(
        self,
        method: str,
        path: str,
        *,
        body: bytes | Piece | None = None,
        params: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
        signed: bool = True,
        told: Told | None = None,
    ) -> tuple[bytes, str]:
        for attempt in (1, 2):
            token = self._access if signed else ""
            began = time.monotonic()
            response = self._send(
                method, path, body=body, params=params, headers=headers, token=token
            )
            with response:
                content = body_of(response, self._patience.whole, told)
            if len(body or b"") + len(content) <= SMALL:
                self.latency = time.monotonic() - began
            self._note_clock(response)
            if response.status_code == 401 and signed and attempt == 1:
                self._renew(token)
                continue
            check(response, content)
            return content, response.headers.get("Content-Type", "")
        raise SignInNeeded("sign_in_needed")

    def _send(
        self,
        method: str,
        path: str,
        *,
        body: bytes | Piece | None = None,
        params: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
        token: str | None = None,
        silence: bool = False,
    ) -> requests.Response:
        sent = dict(headers or {})
        token = self._access if token is None else token
        if token:
            sent["Authorization"] = f"Bearer {token}"
        try:
            return self._line().request(
                method,
                self.server + path,
                data=body.again() if isinstance(body, Piece) else body,
                params=params,
                headers=sent,
                timeout=(
                    self._patience.connect,
                    self._patience.silence if silence else self._patience.answer,
                ),
                stream=True,
                allow_redirects=False,
            )
        except (requests.RequestException, OSError, ValueError) as error:
            raise Unreachable("unreachable", server=self.server) from error

    def _line(self) -> requests.Session:
        line: requests.Session | None = getattr(self._local, "line", None)
        if line is None:
            line = requests.Session()
            line.headers["User-Agent"] = f"Workstation/{__version__}"
            self._local.line = line
        return line

    def _renew(self, used: str) -> None:
        """Fresh tokens, once for however many threads found the old ones expired."""
        with self._renewing:
            if self._access != used:
                return
            if not self._refresh:
                raise SignInNeeded("sign_in_needed")
            try:
                opened = self._json(
                    "POST",
                    "/v1/sign-in/refresh",
                    {"refresh_token": self._refresh},
                    holding=_TOKENS,
                    signed=False,
                )
            except ServerSaysNo as error:
                raise SignInNeeded("sign_in_needed") from error
            self._take(opened)

    def _take(self, opened: dict[str, Any]) -> None:
        self._access, self._refresh = opened["access_token"], opened["refresh_token"]
        if self._heard is not None:
            self._heard(self._access, self._refresh)

    def _note_clock(self, response: requests.Response) -> None:
        """A clock that is minutes wrong makes every countdown wrong: follow the server's, as far
        as an answer says it. Its header counts whole seconds and may be one old, and the answer
        was on its way: what it leaves open is left as it was."""
        try:
            theirs = int(parsedate_to_datetime(response.headers["Date"]).timestamp() * 1000)
        except (KeyError, ValueError, TypeError):
            return
        here = now_ms()
        took = int(response.elapsed.total_seconds() * 1000)
        least, most = theirs - here, theirs + 2000 - (here - took)
        if not least <= self.skew <= most:
            self.skew = 0 if least <= 0 <= most else (least + most) // 2
