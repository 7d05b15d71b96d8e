"""The sync loop: one half sends what waits, the other hears what changed. Neither waits for the
other, and each tries again by itself after bad luck."""

import contextlib
import logging
import math
import threading
from collections.abc import Callable
from typing import Any

import orjson

from workstation.replica import files
from workstation.replica.api import Api
from workstation.replica.backoff import Backoff
from workstation.replica.errors import BadLuck, ServerSaysNo, SignInNeeded, Unreachable
from workstation.replica.mood import MoodKeeper
from workstation.replica.outbox import Entry
from workstation.replica.patience import PATIENT, Patience
from workstation.replica.replica import Replica
from workstation.replica.sentences import say
from workstation.replica.signals import SignalKeeper
from workstation.wire.envelopes import Decision, Refusal

log = logging.getLogger(__name__)

BATCH = 50


class _Half:
    """A thread that does its turn until it is stopped; after bad luck it waits longer each time."""

    name = ""

    def __init__(self, mood: MoodKeeper, patience: Patience) -> None:
        self._mood = mood
        self._backoff = Backoff(longest=patience.longest_pause)
        self._stopping = threading.Event()
        self._wake = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"sync-{self.name}", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        self._wake.set()

    def join(self, timeout: float) -> None:
        self._thread.join(timeout)

    def wake(self) -> None:
        self._wake.set()

    def turn(self) -> None:
        raise AssertionError("each half has its own turn")

    def unlucky(self) -> None:
        """Clean up after a turn that broke off."""

    def something_new_in(self) -> float:
        """Seconds until there is a reason of its own to try again."""
        return math.inf

    def now(self) -> int:
        raise AssertionError("each half knows its clock")

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self.turn()
                self._backoff.reset()
            except SignInNeeded as error:
                self._after_bad_luck()
                self._mood.signed_out(str(error))
                self._wait(None)
            except BadLuck as error:
                self._after_bad_luck()
                self._pause(str(error))
            except Exception:  # a bug: logged with its trace, and the desk goes on
                log.exception("the %s half of the sync loop failed", self.name)
                self._after_bad_luck()
                self._pause(say("unexpected_here", {}))

    def _after_bad_luck(self) -> None:
        try:
            self.unlucky()
        except BadLuck as error:
            log.warning("%s", error)

    def _pause(self, detail: str) -> None:
        seconds = self._backoff.next()
        seconds = min(seconds, self.something_new_in())
        self._mood.trouble(self.name, detail, self.now() + int(seconds * 1000))
        self._wait(seconds)

    def _wait(self, seconds: float | None) -> None:
        self._wake.wait(seconds)
        self._wake.clear()


class Push(_Half):
    """Sends the outbox, in order, in batches."""

    name = "push"

    def __init__(
        self, replica: Replica, api: Api, mood: MoodKeeper, patience: Patience = PATIENT
    ) -> None:
        super().__init__(mood, patience)
        self._replica = replica
        self._api = api
        self._rested = threading.Event()
        replica.on_outbox(self.wake)

    def finish(self, seconds: float) -> None:
        """Give what may leave a last chance: wait until nothing does, or until it takes too
        long."""
        self._rested.clear()
        self.wake()
        self._rested.wait(seconds)

    def now(self) -> int:
        return self._replica.now()

    def unlucky(self) -> None:
        self._replica.receiving.batch_failed()

    def something_new_in(self) -> float:
        """What was held for second thoughts is tried, and counted, when it is its turn."""
        left = self._replica.receiving.leaves_in()
        return math.inf if left is None else left

    def turn(self) -> None:
        batch = self._replica.receiving.next_batch(BATCH)
        if not batch:
            self._rested.set()
            self._wait(self._replica.receiving.leaves_in())
            return
        sendable = [entry for entry in batch if self._upload_files(entry)]
        if sendable:
            self._send(sendable)
        self._mood.well(self.name, self._api.latency)

    def _send(self, batch: list[Entry]) -> None:
        try:
            decisions = self._api.actions([_envelope(entry) for entry in batch])
        except ServerSaysNo as error:
            # One of them is so odd that the whole batch is refused: find out which.
            if len(batch) > 1:
                for entry in batch:
                    self._send([entry])
            else:
                log.warning("an action was not understood: %s", error.code)
                self._refuse(batch[0], "not_understood", {})
            return
        self._replica.receiving.decided([Decision.model_validate(told) for told in decisions])

    def _upload_files(self, entry: Entry) -> bool:
        """Bring the files of an entry to the server; false when it was refused for them."""
        hashes = [file["sha256"] for file in orjson.loads(entry.data).get("files", ())]
        for file in self._replica.receiving.files_to_upload(hashes) if hashes else ():
            try:
                self._upload(file)
            except ServerSaysNo as error:
                log.warning("a file was refused: %s", error.code)
                self._refuse(entry, "file_refused", {"name": file.name})
                return False
        return True

    def _upload(self, file: files.Outgoing) -> None:
        content = self._replica.file(file.sha256)
        if content is None:
            return
        self._api.upload(content, sha256=file.sha256, media_type=file.media_type, name=file.name)
        self._replica.receiving.uploaded(file.sha256)

    def _refuse(self, entry: Entry, code: str, facts: dict[str, str]) -> None:
        refusal = Refusal(code=code, facts=facts)
        self._replica.receiving.decided(
            [Decision(id=entry.action_id, outcome="refused", refusal=refusal)]
        )


class Listen(_Half):
    """Pulls what changed, then hears the stream from there on."""

    name = "listen"

    def __init__(
        self,
        replica: Replica,
        api: Api,
        mood: MoodKeeper,
        patience: Patience = PATIENT,
        *,
        signals: SignalKeeper | None = None,
    ) -> None:
        super().__init__(mood, patience)
        self._replica = replica
        self._api = api
        self._signals = signals or SignalKeeper()
        self._behind = True
        self._end_stream: Callable[[], None] | None = None

    def now(self) -> int:
        return self._replica.now()

    def stop(self) -> None:
        super().stop()
        self.hang_up()

    def hang_up(self) -> None:
        """End the running stream, to begin another one."""
        end = self._end_stream
        if end is not None:
            # It may just have ended by itself, as when the server stopped too.
            with contextlib.suppress(ValueError, RuntimeError, OSError):
                end()

    def turn(self) -> None:
        if self._behind:
            self._pull()
            self._behind = False
        self._hear()

    def _pull(self) -> None:
        rows, first = 0, not self._replica.receiving.cursor
        more = True
        try:
            while more and not self._stopping.is_set():
                cursor = self._replica.receiving.cursor
                packet = self._api.changes(cursor)
                if packet["restart"]:
                    self._replica.receiving.start_over()
                    cursor, first, rows = "", True, 0
                if not self._replica.receiving.store_page(packet, after=cursor):
                    first, rows = True, 0
                    continue
                self._replica.store.skew = self._api.skew
                more = packet["more"]
                rows += sum(len(table["rows"]) for table in packet["tables"].values())
                if first and more:
                    self._mood.fetching(f"{rows}")
        finally:
            self._mood.fetching(None)
        self._mood.well(self.name, self._api.latency)

    def _hear(self) -> None:
        receiving = self._replica.receiving
        for event in self._api.stream(receiving.cursor, self._opened):
            if self._stopping.is_set():
                return
            if event.name == "behind":
                self._behind = True
                return
            told: Any = orjson.loads(event.data)
            if event.name == "signal":
                self._signals.hear(told, self.now())
                continue
            news = told.get("packets", ())
            if not receiving.store_news(news, cursor=event.cursor, upto=told["upto"]):
                self._behind = True
                return
            self._mood.well(self.name, self._api.latency)
            self._backoff.reset()
        if not self._stopping.is_set():
            self._behind = True
            raise Unreachable("broken_off")

    def _opened(self, end: Callable[[], None]) -> None:
        self._end_stream = end
        if self._stopping.is_set():
            end()


def _envelope(entry: Entry) -> dict[str, Any]:
    return {"id": entry.action_id, "kind": entry.kind, "data": orjson.loads(entry.data)}
