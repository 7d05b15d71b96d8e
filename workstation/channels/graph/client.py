"""A thin client of the Graph API: asks, hands over, uploads and downloads, and nothing else.

It follows no redirect to a host it does not know, gives its token to nobody but Meta, and writes no
token, text or address to a log. Where an answer was lost it says so: nothing is sent again by it.
"""

import logging
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from typing import Any, NoReturn
from urllib.parse import urljoin, urlsplit

import orjson
import requests
import urllib3
from requests.auth import AuthBase

from workstation.channels.graph.faults import NO_ACCESS, outcome, read_fault
from workstation.channels.graph.fields import number, part, text
from workstation.channels.outgoing import (
    Rejected,
    Unavailable,
    Uncertain,
)
from workstation.rules.failures import coded

log = logging.getLogger(__name__)

BASE = "https://graph.facebook.com"
VERSION = "v23.0"
TIMEOUT = (5.0, 30.0)
"""Seconds to connect, and between two pieces of an answer."""
MIB = 1 << 20
LARGEST_ANSWER = 8 * MIB
WHOLE_DOWNLOAD = 180.0
"""Seconds that one file may take in all."""
MOST_PAGES = 100

MEDIA_HOSTS = ("lookaside.fbsbx.com",)
"""Where files are kept that want our token."""
PUBLIC_HOSTS = ("fbsbx.com", "fbcdn.net", "cdninstagram.com")
"""Where files are kept whose address is enough: these hosts and those below them."""


class _Bearer(AuthBase):
    """Named on each request, so that no password file of this machine takes its place."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        request.headers.pop("Authorization", None)
        if self._token:
            request.headers["Authorization"] = f"Bearer {self._token}"
        return request


class Graph:
    """One serves every thread. `base` may be another address, for a simulator; `channel` names the
    sentences of its errors in `rules/failures`."""

    def __init__(
        self,
        *,
        channel: str,
        token: str,
        base: str = BASE,
        version: str = VERSION,
        timeout: tuple[float, float] = TIMEOUT,
    ) -> None:
        self._channel = channel
        self._bearer = _Bearer(token)
        self._base = base.rstrip("/")
        self._version = version
        self._timeout = timeout
        self._local = threading.local()

    def get(self, path: str, **query: str) -> Mapping[str, Any]:
        """Ask for an object. Raises Rejected or Unavailable."""
        return self._json(self._ask("GET", self._address(path), params=query))

    def pages(self, path: str, **query: str) -> Iterator[Mapping[str, Any]]:
        """The objects of a list, page after page. Raises Rejected or Unavailable."""
        for _ in range(MOST_PAGES):
            answer = self.get(path, **query)
            data = answer.get("data")
            yield from (
                (one for one in data if isinstance(one, Mapping)) if isinstance(data, list) else ()
            )
            paging = part(answer, "paging")
            after = text(part(paging, "cursors"), "after")
            if not after or "next" not in paging:
                return
            query["after"] = after

    def post(self, path: str, body: Mapping[str, Any]) -> Mapping[str, Any]:
        """Hand something over, once. Raises Rejected, Unavailable or Uncertain."""
        content = self._ask(
            "POST",
            self._address(path),
            handing_over=True,
            data=orjson.dumps(body),
            headers={"Content-Type": "application/json"},
        )
        try:
            return self._json(content)
        except Unavailable as error:
            raise Uncertain("Meta's answer was not understood.") from error

    def upload(
        self,
        path: str,
        content: bytes,
        media_type: str,
        name: str,
        fields: Mapping[str, str],
        *,
        part: str = "file",
    ) -> Mapping[str, Any]:
        """Give Meta a file to keep, in the `part` of a form. Doing it twice harms nobody. Raises
        Rejected or Unavailable."""
        files = {part: (name or "file", content, media_type)}
        address = self._address(path)
        return self._json(self._ask("POST", address, data=dict(fields), files=files))

    def download(self, address: str, *, most: int) -> tuple[bytes, str]:
        """The content of a file of Meta's, at most `most` bytes, and its type. Raises Rejected when
        it never comes, also when it is not an address of Meta's; Unavailable to try again."""
        for _ in range(4):
            with_token = self._trusted(address)
            until = time.monotonic() + WHOLE_DOWNLOAD
            try:
                with self._line().get(
                    address,
                    auth=self._bearer if with_token else _Bearer(""),
                    timeout=self._timeout,
                    allow_redirects=False,
                    stream=True,
                ) as response:
                    if response.is_redirect:
                        address = urljoin(address, response.headers.get("location", ""))
                        continue
                    if response.status_code != 200:
                        content = _limited(response, LARGEST_ANSWER, until)
                        raise _of_a_file(self._fault(response, content, handing_over=False))
                    if (number(response.headers, "content-length") or 0) > most:
                        raise Rejected("The file is larger than may be taken.", "office.too_large")
                    kind = response.headers.get("content-type", "")
                    return _limited(response, most, until), kind
            except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
                raise Unavailable(f"The file did not come: {type(error).__name__}.") from error
        raise Rejected("The file is not where its address points.", "office.no_file")

    # ------------------------------------------------------------ within

    def _address(self, path: str) -> str:
        return f"{self._base}/{self._version}/{path.lstrip('/')}"

    def _trusted(self, address: str) -> bool:
        """Whether this address may have our token; raises Rejected when it is not Meta's."""
        try:
            asked, ours = urlsplit(address), urlsplit(self._base)
            here = (asked.scheme, asked.hostname, asked.port)
            own = (ours.scheme, ours.hostname, ours.port)
        except ValueError as error:
            raise Rejected("The file has no proper address.", "office.no_file") from error
        if here == own:
            return True
        host = asked.hostname or ""
        if asked.scheme != "https" or asked.port not in (None, 443) or asked.username:
            raise Rejected("The file is not with Meta.", "office.no_file")
        if host in MEDIA_HOSTS:
            return True
        if any(host == public or host.endswith("." + public) for public in PUBLIC_HOSTS):
            return False
        raise Rejected("The file is not with Meta.", "office.no_file")

    def _line(self) -> requests.Session:
        line: requests.Session | None = getattr(self._local, "line", None)
        if line is None:
            line = requests.Session()
            self._local.line = line
        return line

    def _ask(self, method: str, address: str, *, handing_over: bool = False, **given: Any) -> bytes:
        try:
            with self._line().request(
                method,
                address,
                auth=self._bearer,
                timeout=self._timeout,
                allow_redirects=False,
                stream=True,
                **given,
            ) as response:
                until = time.monotonic() + sum(self._timeout)
                content = _limited(response, LARGEST_ANSWER, until)
        except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
            self._lost(error, handing_over=handing_over)
        except Rejected as error:  # far longer than any answer of theirs
            raise Uncertain(str(error)) if handing_over else Unavailable(str(error)) from error
        if response.status_code >= 300:
            raise self._fault(response, content, handing_over=handing_over)
        return content

    def _lost(self, error: Exception, *, handing_over: bool) -> NoReturn:
        name = type(error).__name__
        log.warning("%s: no answer from the Graph API: %s", self._channel, name)
        if handing_over and not _never_arrived(error):
            raise Uncertain("Meta did not answer. It may have taken the message.") from error
        raise Unavailable(coded("line.meta_away", what=name)) from error

    def _fault(
        self, response: requests.Response, content: bytes, *, handing_over: bool
    ) -> Exception:
        fault = read_fault(response.status_code, response.headers, content)
        log.warning(
            "%s: the Graph API answered %s, error %s", self._channel, fault.status, fault.code
        )
        return outcome(fault, self._channel, handing_over=handing_over)

    @staticmethod
    def _json(content: bytes) -> Mapping[str, Any]:
        try:
            answer = orjson.loads(content)
        except orjson.JSONDecodeError as error:
            raise Unavailable(coded("line.meta_odd")) from error
        if not isinstance(answer, Mapping):
            raise Unavailable(coded("line.meta_odd"))
        return answer


def _of_a_file(error: Exception) -> Exception:
    """What an answer means where a file was asked for: it waits for access that is mended."""
    if not isinstance(error, Rejected):
        return error
    if error.code.partition(".")[2] in NO_ACCESS:
        return Unavailable(str(error))
    return Rejected("The file is no longer there.", "office.no_file")


def _limited(response: requests.Response, most: int, until: float) -> bytes:
    found = bytearray()
    for piece in response.iter_content(64 << 10):
        found += piece
        if len(found) > most:
            raise Rejected("The file is larger than may be taken.", "office.too_large")
        if time.monotonic() > until:
            raise requests.exceptions.ReadTimeout("it took too long in all")
    return bytes(found)


def _never_arrived(error: BaseException) -> bool:
    """Whether the connection was never made, so that nothing of the message can have left."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(
            seen,
            requests.exceptions.ConnectTimeout
            | requests.exceptions.InvalidURL
            | requests.exceptions.MissingSchema
            | urllib3.exceptions.NewConnectionError
            | urllib3.exceptions.ConnectTimeoutError
            | urllib3.exceptions.ProxyError
            | ssl.SSLCertVerificationError,
        ):
            return True
        reason = getattr(seen, "reason", None)
        if not isinstance(reason, BaseException):
            reason = next((one for one in seen.args if isinstance(one, BaseException)), None)
        seen = reason or seen.__cause__
    return False
