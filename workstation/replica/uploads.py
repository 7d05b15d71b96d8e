"""Files on their way to the office: how far each message's are, and a way to stop them.

stop = session.on_upload(heard)            # Upload(...), in the thread that sends
upload.stop()                              # from any thread: the message is a draft again
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Literal

from workstation.replica.errors import Stopped

State = Literal["going", "arrived", "broken_off", "stopped"]


@dataclass(frozen=True, slots=True)
class Upload:
    """The files of one message; `done` of `total` bytes have left. `stopped` says that its text
    and files are a draft again, `broken_off` that they wait for the line."""

    action_id: str
    contact_id: str
    message_id: str
    name: str
    """Of the file that is on its way."""
    done: int
    total: int
    state: State = "going"
    stop: Callable[[], None] = field(default=lambda: None, compare=False, repr=False)

    @property
    def percent(self) -> int:
        return 100 * self.done // max(1, self.total)


class UploadKeeper:
    """Tells listeners how far it is, in steps that can be seen. One message's files at a time."""

    def __init__(self) -> None:
        self._heard: list[Callable[[Upload], None]] = []
        self._told: Upload | None = None
        self._stopping = threading.Event()

    def listen(self, heard: Callable[[Upload], None]) -> Callable[[], None]:
        self._heard.append(heard)

        def stop() -> None:
            if heard in self._heard:
                self._heard.remove(heard)

        return stop

    def begin(self, action_id: str, contact_id: str, message_id: str, total: int) -> None:
        """The files of a message go now."""
        self._stopping = threading.Event()
        stop = self._stopping.set
        self._tell(Upload(action_id, contact_id, message_id, "", 0, total, stop=stop))

    def step(self, name: str, done: int) -> None:
        """So much of all of them has left. Raises `Stopped` when a person said so."""
        if self._stopping.is_set():
            raise Stopped
        told = self._told
        if told is None:
            return
        further = replace(told, name=name, done=done)
        if name != told.name or further.percent != told.percent:
            self._tell(further)

    def end(self, state: State) -> None:
        """They are there, or it ended otherwise."""
        told, self._told = self._told, None
        if told is not None:
            done = told.total if state == "arrived" else told.done
            self._tell(replace(told, done=done, state=state))

    def _tell(self, upload: Upload) -> None:
        self._told = upload if upload.state == "going" else None
        for heard in list(self._heard):
            heard(upload)
