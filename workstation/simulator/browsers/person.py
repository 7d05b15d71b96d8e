"""One person's browser: its token, its open conversation, and what it was told already."""

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import requests

from workstation.models import new_id

READS_AFTER = 2.0
"""Seconds between an answer's coming and its being read."""
_BACK_AFTER = 1.0
_TIMES = (5.0, 45.0)


class Person:
    """`write` may be called from any thread; what is heard comes in one of our own."""

    def __init__(
        self, office: str, origin: str, *, heard: Callable[[str], None], reads_after: float
    ) -> None:
        self._office = office
        self._heard = heard
        self._reads_after = reads_after
        self._line = requests.Session()
        self._line.headers["Origin"] = origin
        self._known: set[str] = set()
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="browser", daemon=True)

    def write(
        self,
        text: str,
        *,
        name: str = "",
        language: str = "nl",
        product: str = "",
        photos: Sequence[tuple[str, str, bytes]] = (),
    ) -> None:
        """Say something; durable at the office when this returns. Photos are (name, media type,
        content). Raises requests.RequestException."""
        if "Authorization" not in self._line.headers:
            begun = self._post("visits", {"name": name[:200], "language": language}).json()
            self._line.headers["Authorization"] = f"Bearer {begun['token']}"
            self._thread.start()
        else:
            self._post("typing")
        message = {
            "id": new_id(),
            "text": text,
            "language": language,
            "product": product,
            "files": [self._bring(*photo) for photo in photos],
        }
        self._post("messages", message)

    def stop(self) -> None:
        self._stopping.set()

    def _bring(self, name: str, media_type: str, content: bytes) -> dict[str, str]:
        answer = self._line.post(
            f"{self._office}/v1/chat/files",
            data=content,
            headers={"Content-Type": media_type},
            timeout=_TIMES,
        )
        answer.raise_for_status()
        return {"id": answer.json()["id"], "media_type": media_type, "name": name}

    def _post(self, door: str, body: dict[str, Any] | None = None) -> requests.Response:
        answer = self._line.post(f"{self._office}/v1/chat/{door}", json=body, timeout=_TIMES)
        answer.raise_for_status()
        return answer

    def _listen(self) -> None:
        cursor = ""
        while not self._stopping.is_set():
            try:
                for told in self._conversation(cursor):
                    cursor = told["cursor"]
                    self._take(told["messages"])
            except (requests.RequestException, ValueError, KeyError):
                pass  # the office is away for a moment; so are people, now and then
            self._stopping.wait(_BACK_AFTER)

    def _conversation(self, cursor: str) -> Iterator[dict[str, Any]]:
        with requests.get(
            f"{self._office}/v1/chat/stream",
            params={"cursor": cursor},
            headers=dict(self._line.headers),
            stream=True,
            timeout=_TIMES,
        ) as answer:
            answer.raise_for_status()
            kind = b""
            for line in answer.iter_lines(chunk_size=None):
                if self._stopping.is_set():
                    return
                if line.startswith(b"event: "):
                    kind = line[7:]
                elif line.startswith(b"data: ") and kind == b"conversation":
                    yield json.loads(line[6:])

    def _take(self, messages: Sequence[dict[str, Any]]) -> None:
        fresh = [
            message
            for message in messages
            if not message["mine"] and message["id"] not in self._known
        ]
        if not fresh:
            return
        ids = [message["id"] for message in fresh]
        self._post("seen", {"ids": ids, "state": "delivered"})
        self._known.update(ids)
        time.sleep(self._reads_after)
        self._post("seen", {"ids": ids, "state": "read"})
        for message in fresh:
            self._heard(message["text"])
