"""The one thread that writes to the replica: what people do, in the order they did it."""

import threading
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from workstation.ui.threads.returning import Returning

if TYPE_CHECKING:
    from workstation.replica.rows.outbox import Draft
    from workstation.ui.doors import ReplicaDoor

Done = Callable[[], None]
Failed = Callable[[Exception], None]


class Writer:
    """Nothing handed to it is dropped: `stop` waits until all is written."""

    def __init__(self, unhandled: Failed) -> None:
        self._unhandled = unhandled
        self._returning = Returning()
        self._lock = threading.Condition()
        self._waiting: deque[tuple[Callable[[ReplicaDoor], Any], Any, Any, QObject | None]] = (
            deque()
        )
        self._drafts: dict[str, Draft] = {}
        self._replica: ReplicaDoor | None = None
        self._stopping = False
        self._busy = False
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._thread.start()

    def serve(self, replica: "ReplicaDoor | None") -> None:
        with self._lock:
            self._replica = replica
            self._lock.notify_all()

    def act(
        self,
        kind: str,
        *,
        done: Done | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
        **data: Any,
    ) -> None:
        """Do the action named `kind` with its `data`. `done` is called in the GUI thread once it
        is previewed and in the outbox, `failed` when it is refused at once."""

        def work(replica: "ReplicaDoor") -> None:
            # Here and not above: the actions bring SQLAlchemy, and the first paint can do without.
            from workstation.actions import ACTIONS

            replica.act(ACTIONS[kind](**data))

        self.do(work, done=done and (lambda _: done()), failed=failed, owner=owner)

    def do(
        self,
        work: Callable[["ReplicaDoor"], Any],
        *,
        done: Callable[[Any], None] | None = None,
        failed: Failed | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Have `work` done after everything handed over before it."""
        with self._lock:
            self._waiting.append((work, done, failed, owner))
            self._lock.notify_all()

    def save_draft(self, draft: "Draft") -> None:
        """Keep what was typed. Of one contact only the newest is written."""
        with self._lock:
            fresh = draft.contact_id not in self._drafts
            self._drafts[draft.contact_id] = draft
        if fresh:
            self.do(lambda replica: self._write_draft(replica, draft.contact_id))

    def drain(self, seconds: float = 10.0) -> bool:
        """Wait until all that was handed over is written. False when it took too long."""
        with self._lock:
            return self._lock.wait_for(
                lambda: self._replica is None or not (self._busy or self._waiting), seconds
            )

    def stop(self, seconds: float = 10.0) -> bool:
        """Write all that waits, then rest. False when the disk did not manage in time."""
        with self._lock:
            self._stopping = True
            self._lock.notify_all()
        self._thread.join(seconds)
        return not self._thread.is_alive()

    @property
    def idle(self) -> bool:
        with self._lock:
            return not self._busy and not self._waiting

    def _write_draft(self, replica: "ReplicaDoor", contact_id: str) -> None:
        with self._lock:
            draft = self._drafts.pop(contact_id)
        replica.save_draft(draft)

    def _run(self) -> None:
        while True:
            with self._lock:
                self._busy = False
                self._lock.notify_all()
                while self._replica is None or not self._waiting:
                    if self._stopping:
                        return
                    self._lock.wait()
                work, done, failed, owner = self._waiting.popleft()
                replica = self._replica
                self._busy = True
            try:
                answer = work(replica)
            except Exception as error:  # handed to whoever asked, or shown: never swallowed
                self._fail(failed or self._unhandled, error, owner)
                continue
            if done is not None:
                self._finish(done, answer, owner)

    def _fail(self, failed: Failed, error: Exception, owner: QObject | None) -> None:
        self._returning.call(lambda: failed(error), owner)

    def _finish(self, done: Callable[[Any], None], answer: Any, owner: QObject | None) -> None:
        self._returning.call(lambda: done(answer), owner)
