"""The sync loop has two halves, one that sends and one that hears. Each is a thread that does its
turn again and again; neither waits for the other, and each tries again by itself after bad luck."""

import logging
import math
import threading

from workstation.replica.backoff import Backoff
from workstation.replica.errors import BadLuck, SignInNeeded
from workstation.replica.mood import MoodKeeper
from workstation.replica.patience import Patience
from workstation.replica.sentences import say

log = logging.getLogger(__name__)


class Half:
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
