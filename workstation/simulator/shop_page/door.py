"""The way in for the sample shop's customers who chat: each as a browser on the shop's pages, over
the doors that the chat's own script uses (`docs/channels.md`)."""

import logging
import time
from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import requests

from workstation.models.ids import id_for
from workstation.sample.letters import Answer, Letter
from workstation.simulator.shop_page.page import ShopPage

log = logging.getLogger(__name__)

READ_AFTER = 3.0
"""Seconds from the moment an answer is in the browser until somebody looks at it."""
LOOKS = 4
"""Browsers that are looked at together: the chat wants no more of one machine."""
OPEN = 80
"""Browsers that are open; who came first leaves."""
_PATIENCE = 10.0


class NotTakenError(Exception):
    """The office is away, or wants it later."""


@dataclass(slots=True)
class _Browser:
    thread: str
    token: str = ""
    cursor: str = ""
    unread: list[tuple[float, str]] = field(default_factory=list)


class ChatDoor:
    """A `sample.letters.Door`. `tokens` are of visitors who were chatting before, by thread; what
    they had been answered until now is no news to them."""

    def __init__(
        self,
        office: str,
        shop: ShopPage,
        tokens: Mapping[str, str],
        *,
        reads_after: float = READ_AFTER,
    ) -> None:
        self._address = f"{office.rstrip('/')}/v1/chat"
        self._shop = shop
        self._reads_after = reads_after
        self._line = requests.Session()
        self._line.headers["Origin"] = shop.address
        self._browsers: deque[_Browser] = deque(maxlen=OPEN)
        for thread, token in tokens.items():
            self._browsers.append(_Browser(thread, token))

    def deliver(self, letter: Letter) -> None:
        """Raises NotTakenError."""
        browser = self._browser(letter)
        message: dict[str, Any] = {
            "id": id_for("simulator", letter.id),
            "text": letter.text,
            "language": letter.language,
            "product": letter.product_code,
            "page": {"link": self._shop.page_of(letter.product_code), "title": ""},
            "files": [
                {
                    "id": self._bring(browser, photo.content, photo.media_type),
                    "media_type": photo.media_type,
                    "name": photo.name,
                }
                for photo in letter.photos
            ],
        }
        self._ask("POST", "/messages", browser, json=message)

    def answers(self) -> Iterable[Answer]:
        found: list[Answer] = []
        for _ in range(min(LOOKS, len(self._browsers))):
            browser = self._browsers[0]
            self._browsers.rotate(-1)
            try:
                found += self._look(browser)
            except NotTakenError:
                break  # what was not heard stays there
        return found

    def _look(self, browser: _Browser) -> list[Answer]:
        knew = browser.cursor
        told = self._ask("GET", "/messages", browser, params={"cursor": knew})
        now = time.monotonic()
        read = [name for due, name in browser.unread if due <= now]
        if read:
            self._ask("POST", "/seen", browser, json={"ids": read, "state": "read"})
            browser.unread = [(due, name) for due, name in browser.unread if due > now]
        theirs = [said for said in told.get("messages", ()) if not said["mine"]]
        if not knew or told.get("fresh"):
            theirs = []
        # News of how far an answer got comes the same way as the answer.
        answers = [said for said in theirs if said["state"] == "sent"]
        if answers:
            ids = [said["id"] for said in answers]
            self._ask("POST", "/seen", browser, json={"ids": ids, "state": "delivered"})
            browser.unread += [(now + self._reads_after, name) for name in ids]
        browser.cursor = str(told.get("cursor", ""))
        return [Answer("chat", browser.thread, said["text"]) for said in answers]

    def _browser(self, letter: Letter) -> _Browser:
        """Theirs, in which the chat has been opened."""
        for browser in self._browsers:
            if browser.thread == letter.thread:
                return browser
        browser = _Browser(letter.thread)
        introduction = {
            "language": letter.language,
            "name": letter.name,
            "customer_token": self._shop.sign(letter.thread, letter.name, letter.mail),
        }
        browser.token = self._ask("POST", "/visits", browser, json=introduction).get("token", "")
        # From here on, what is not theirs is an answer.
        browser.cursor = self._ask("GET", "/messages", browser).get("cursor", "")
        self._browsers.append(browser)
        return browser

    def _bring(self, browser: _Browser, content: bytes, media_type: str) -> str:
        headers = {"Content-Type": media_type}
        return str(self._ask("POST", "/files", browser, data=content, headers=headers).get("id"))

    def _ask(
        self,
        method: str,
        path: str,
        browser: _Browser,
        *,
        headers: Mapping[str, str] | None = None,
        **more: Any,
    ) -> dict[str, Any]:
        shown = {"Authorization": f"Bearer {browser.token}"} if browser.token else {}
        try:
            answer = self._line.request(
                method,
                self._address + path,
                headers={**(headers or {}), **shown},
                timeout=_PATIENCE,
                allow_redirects=False,
                **more,
            )
        except requests.RequestException as error:
            raise NotTakenError("the office does not answer") from error
        status = answer.status_code
        if status >= 400:
            log.warning("the chat answered %d to %s %s", status, method, path)
        if status == 401 and browser in self._browsers:
            self._browsers.remove(
                browser
            )  # the office knows nothing of this visit: it is begun anew
        if status in (401, 429) or status >= 500:
            raise NotTakenError(f"the chat answered {status}")
        found = answer.json() if answer.content else {}
        return found if status < 400 and isinstance(found, dict) else {}
