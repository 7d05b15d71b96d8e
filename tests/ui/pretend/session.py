"""A connection that a test decides."""

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from tests.ui.pretend.replica import PretendReplica
from workstation.replica.errors import Unreachable
from workstation.replica.pieces import Told
from workstation.replica.rows.channels import Upkeep
from workstation.replica.rows.news import Mood
from workstation.replica.signals import Signal
from workstation.replica.uploads import Upload
from workstation.wire.signals import SignalKind

if TYPE_CHECKING:
    pass


class PretendSession:
    """Fits `SessionDoor`."""

    def __init__(self, replica: PretendReplica, mood: Mood | None = None) -> None:
        self.replica = replica
        self.mood = mood or Mood(name="online")
        self.asked: list[str] = []
        self.remote_files: dict[str, bytes] = {}
        self.elsewhere: list[tuple[str, str, str]] = []
        """Customers that only the server knows."""
        self.gate: threading.Event | None = None
        """What files from elsewhere wait for."""
        self.is_metered: bool | None = None
        """What it was told last of the connection."""
        self.upkeep_now: Upkeep | None = None
        """None is a server that cannot be asked."""
        self._listeners: list[Callable[[Mood], None]] = []
        self._ears: list[Callable[[Signal], None]] = []
        self._uploading: list[Callable[[Upload], None]] = []

    def start(self) -> None:
        self.asked.append("start")

    def stop(self) -> None:
        self.asked.append("stop")

    def metered(self, metered: bool) -> None:
        self.is_metered = metered

    def on_mood(self, heard: Callable[[Mood], None]) -> Callable[[], None]:
        self._listeners.append(heard)
        heard(self.mood)
        return lambda: self._listeners.remove(heard)

    def on_signal(self, heard: Callable[[Signal], None]) -> Callable[[], None]:
        self._ears.append(heard)
        return lambda: self._ears.remove(heard)

    def on_upload(self, heard: Callable[[Upload], None]) -> Callable[[], None]:
        self._uploading.append(heard)
        return lambda: self._uploading.remove(heard)

    def signal(self, contact_id: str, kind: SignalKind) -> None:
        self.asked.append(f"{kind} {contact_id}")

    def hear(self, signal: Signal) -> None:
        """Somebody else types, or no longer does."""
        for heard in list(self._ears):
            heard(signal)

    def become(self, mood: Mood) -> None:
        self.mood = mood
        for heard in list(self._listeners):
            heard(mood)

    def find_customers(self, words: str, limit: int = 20) -> list[tuple[str, str, str]]:
        found = [one for one in self.elsewhere if words.casefold() in one[1].casefold()]
        return found[:limit]

    def fetch_history(self, customer_id: str, told: Told | None = None) -> None:
        self.asked.append(f"history {customer_id}")

    def fetch_file(self, sha256: str, told: Told | None = None) -> bytes:
        self.asked.append(f"file {sha256}")
        if sha256 not in self.remote_files:
            raise Unreachable("The server does not answer.")
        if self.gate is not None:
            assert self.gate.wait(30)
        if told is not None:
            told(1, len(self.remote_files[sha256]))
        self.replica.files[sha256] = self.remote_files[sha256]
        return self.remote_files[sha256]

    def upkeep(self) -> Upkeep:
        self.asked.append("upkeep")
        if self.upkeep_now is None:
            raise Unreachable("unreachable")
        return self.upkeep_now

    def read_again(self, arrival_id: str) -> None:
        self.asked.append(f"read again {arrival_id}")

    def sync_now(self) -> None:
        self.asked.append("sync")

    def rest(self) -> None:
        self.asked.append("rest")

    def go_on(self) -> None:
        self.asked.append("go on")

    def sign_out(self) -> None:
        self.asked.append("sign_out")
