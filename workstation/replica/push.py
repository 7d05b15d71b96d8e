"""The half of the sync loop that sends what waits: files first, in order, again after bad luck."""

import logging
import math
import threading
from typing import Any, Final

import orjson

from workstation.replica import files
from workstation.replica.api import Api
from workstation.replica.errors import ServerSaysNo, Stopped
from workstation.replica.half import Half
from workstation.replica.mood import MoodKeeper
from workstation.replica.outbox import Entry
from workstation.replica.patience import PATIENT, Patience
from workstation.replica.replica import Replica
from workstation.replica.uploads import UploadKeeper
from workstation.wire.envelopes import Decision, Refusal

log = logging.getLogger(__name__)

BATCH: Final = 50


class Push(Half):
    """Sends the outbox, in order, in batches."""

    name = "push"

    def __init__(
        self,
        replica: Replica,
        api: Api,
        mood: MoodKeeper,
        patience: Patience = PATIENT,
        *,
        uploads: UploadKeeper | None = None,
    ) -> None:
        super().__init__(mood, patience)
        self._replica = replica
        self._api = api
        self._uploads = uploads or UploadKeeper()
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
        self._uploads.end("broken_off")
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
        sendable: list[Entry] = []
        with_files = any(entry.has_files for entry in batch)
        for place, entry in enumerate(batch):
            outgoing = self._outgoing(entry)
            if outgoing and sendable:  # what is ready waits for no file
                self._replica.receiving.posting(sendable)
                self._send(sendable)
                sendable = []
            try:
                arrived = not outgoing or self._upload_files(entry, outgoing)
            except Stopped:
                self._take_back(batch[place:])
                break
            if arrived:
                sendable.append(entry)
        if sendable:
            if with_files:
                self._replica.receiving.posting(sendable)
            self._send(sendable)
        self._mood.well(self.name, self._api.latency)

    def _take_back(self, batch: list[Entry]) -> None:
        """A person stopped the files of the first of these: it is a draft again, and the others
        go with the next turn."""
        self._replica.receiving.put_back(batch)
        self._replica.take_back(batch[0].action_id)
        self._uploads.end("stopped")

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

    def _outgoing(self, entry: Entry) -> list[files.Outgoing]:
        """The files of an entry that are not at the server yet."""
        if not entry.has_files:
            return []
        hashes = [file["sha256"] for file in orjson.loads(entry.data).get("files", ())]
        return self._replica.receiving.files_to_upload(hashes) if hashes else []

    def _upload_files(self, entry: Entry, outgoing: list[files.Outgoing]) -> bool:
        """Bring them to the server; false when the entry was refused for one of them. Raises
        `Stopped` when a person wants the message back."""
        total = sum(file.size for file in outgoing)
        message_id = str(orjson.loads(entry.data).get("message_id", ""))
        self._uploads.begin(entry.action_id, entry.contact_id or "", message_id, total)
        before = 0
        for file in outgoing:
            try:
                self._upload(file, before)
            except ServerSaysNo as error:
                log.warning("a file was refused: %s", error.code)
                self._uploads.end("broken_off")
                self._refuse(entry, "file_refused", {"name": file.name})
                return False
            before += file.size
        self._uploads.step(outgoing[-1].name, total)  # the last moment to say stop
        self._uploads.end("arrived")
        return True

    def _upload(self, file: files.Outgoing, before: int) -> None:
        content = self._replica.file(file.sha256)
        if content is None:
            return
        self._api.upload(
            content,
            sha256=file.sha256,
            media_type=file.media_type,
            name=file.name,
            told=lambda done, _: self._uploads.step(file.name, before + done),
        )
        self._replica.receiving.uploaded(file.sha256)

    def _refuse(self, entry: Entry, code: str, facts: dict[str, str]) -> None:
        refusal = Refusal(code=code, facts=facts)
        self._replica.receiving.decided(
            [Decision(id=entry.action_id, outcome="refused", refusal=refusal)]
        )


def _envelope(entry: Entry) -> dict[str, Any]:
    return {"id": entry.action_id, "kind": entry.kind, "data": orjson.loads(entry.data)}
