"""The folders of a simulated mailbox. Every method may be called from any thread."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime


@dataclass(slots=True)
class Kept:
    uid: int
    raw: bytes
    flags: set[str] = field(default_factory=set)
    at: datetime = field(default_factory=lambda: datetime.now(UTC))


@dataclass(slots=True)
class Folder:
    name: str
    validity: int
    next_uid: int = 1
    mails: list[Kept] = field(default_factory=list)


class Store:
    def __init__(self, validity: int = 1_000) -> None:
        self._lock = threading.RLock()
        self._folders: dict[str, Folder] = {}
        self._validity = validity
        self._listeners: list[Callable[[], None]] = []
        self.make("INBOX")

    @property
    def names(self) -> list[str]:
        with self._lock:
            return list(self._folders)

    def make(self, name: str) -> None:
        with self._lock:
            self._validity += 1
            self._folders.setdefault(_known_as(name), Folder(_known_as(name), self._validity))

    def folder(self, name: str) -> Folder | None:
        with self._lock:
            return self._folders.get(_known_as(name))

    def add(self, name: str, raw: bytes, flags: set[str] | None = None) -> int:
        """Its uid. Every line ends as it does on the wire."""
        whole = raw.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        with self._lock:
            folder = self._folders[_known_as(name)]
            kept = Kept(folder.next_uid, whole, set(flags or ()))
            folder.next_uid += 1
            folder.mails.append(kept)
        self._tell()
        return kept.uid

    def listing(self, name: str) -> list[Kept]:
        with self._lock:
            folder = self._folders.get(_known_as(name))
            return list(folder.mails) if folder else []

    def copy(self, name: str, uids: set[int], target: str) -> bool:
        if self.folder(target) is None:
            return False
        for kept in self.listing(name):
            if kept.uid in uids:
                self.add(target, kept.raw, kept.flags - {"\\Deleted"})
        return True

    def remove(self, name: str, uids: set[int]) -> list[int]:
        """Take them out; the numbers that they had, as EXPUNGE says them."""
        with self._lock:
            folder = self._folders[_known_as(name)]
            numbers: list[int] = []
            left: list[Kept] = []
            for kept in folder.mails:
                if kept.uid in uids:
                    numbers.append(len(left) + 1)
                else:
                    left.append(kept)
            folder.mails = left
        self._tell()
        return numbers

    def renumber(self, name: str) -> None:
        """Give the folder a new UIDVALIDITY, and its mails other uids."""
        with self._lock:
            folder = self._folders[_known_as(name)]
            self._validity += 1
            folder.validity = self._validity
            for number, kept in enumerate(folder.mails, start=1):
                kept.uid = number
            folder.next_uid = len(folder.mails) + 1

    def listen(self, listener: Callable[[], None]) -> None:
        with self._lock:
            self._listeners.append(listener)

    def unlisten(self, listener: Callable[[], None]) -> None:
        with self._lock:
            self._listeners.remove(listener)

    def _tell(self) -> None:
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            listener()


def _known_as(name: str) -> str:
    return "INBOX" if name.upper() == "INBOX" else name
