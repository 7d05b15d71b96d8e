"""One thread that answers questions about one thing, such as reading the replica."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject

from workstation.ui.threads.returning import Returning

Subject = TypeVar("Subject")
Answer = TypeVar("Answer")


_Key = tuple[str, int]
"""What is asked for, and the owner that asks: two windows may ask the same."""


def _key(purpose: str, owner: QObject | None) -> _Key:
    return purpose, 0 if owner is None else id(owner)


@dataclass(slots=True)
class _Question:
    number: int
    key: _Key
    work: Callable[[Any], Any]
    then: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None
    owner: QObject | None


class Worker(Generic[Subject]):
    """Asks are made from the GUI thread and answered in it. For each purpose of an owner only the
    newest counts: an older one that has not begun is dropped, one under way is not answered.

    Questions wait until `serve` says what to ask them of. An error for which the asker has no
    `failed` goes to `unhandled`, in the GUI thread: it is never swallowed.
    """

    def __init__(self, name: str, unhandled: Callable[[Exception], None]) -> None:
        self.unhandled = unhandled
        self._returning = Returning()
        self._lock = threading.Condition()
        self._waiting: OrderedDict[_Key, _Question] = OrderedDict()
        self._newest: dict[_Key, int] = {}
        self._count = 0
        self._subject: Subject | None = None
        self._stopped = False
        self._busy = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def serve(self, subject: Subject) -> None:
        """From now on questions are about `subject`."""
        with self._lock:
            self._subject = subject
            self._lock.notify_all()

    def rest(self, seconds: float = 5.0) -> None:
        """Forget the subject and what was asked of it, and wait until it is left alone."""
        with self._lock:
            self._subject = None
            self._waiting.clear()
            self._newest.clear()
            self._lock.wait_for(lambda: not self._busy, seconds)

    def ask(
        self,
        purpose: str,
        work: Callable[[Subject], Answer],
        then: Callable[[Answer], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
        owner: QObject | None = None,
        urgent: bool = False,
    ) -> None:
        """Have `work` done in the worker and `then` called with its answer in the GUI thread,
        unless `owner` is gone. `urgent` goes before what waits."""
        with self._lock:
            if self._stopped:
                return
            self._count += 1
            key = _key(purpose, owner)
            self._newest[key] = self._count
            self._waiting.pop(key, None)
            self._waiting[key] = _Question(self._count, key, work, then, failed, owner)
            if urgent:
                self._waiting.move_to_end(key, last=False)
            self._lock.notify_all()

    def cancel(self, purpose: str, owner: QObject | None = None) -> None:
        """Its owner does not want this answer any more."""
        with self._lock:
            self._newest.pop(_key(purpose, owner), None)
            self._waiting.pop(_key(purpose, owner), None)

    def stop(self, seconds: float = 5.0) -> None:
        """Drop what waits and let what is under way finish; nothing is answered after this."""
        with self._lock:
            self._stopped = True
            self._waiting.clear()
            self._newest.clear()
            self._lock.notify_all()
        self._thread.join(seconds)

    @property
    def idle(self) -> bool:
        with self._lock:
            return not self._busy and not self._waiting

    def _run(self) -> None:
        while True:
            with self._lock:
                self._busy = False
                self._lock.notify_all()
                while not self._stopped and (self._subject is None or not self._waiting):
                    self._lock.wait()
                if self._stopped:
                    return
                _, question = self._waiting.popitem(last=False)
                subject = self._subject
                self._busy = True
            self._answer(question, subject)

    def _answer(self, question: _Question, subject: Subject | None) -> None:
        try:
            answer = question.work(subject)
        except Exception as error:  # handed to whoever asked, or shown: never swallowed
            failure = error
            self._back(question, lambda: (question.failed or self.unhandled)(failure))
            return
        then = question.then
        if then is not None:
            self._back(question, lambda: then(answer))

    def _back(self, question: _Question, call: Callable[[], None]) -> None:
        def if_still_wanted() -> None:
            with self._lock:
                wanted = self._newest.get(question.key) == question.number
                if wanted:
                    del self._newest[question.key]
            if wanted and (question.owner is None or shiboken6.isValid(question.owner)):
                call()

        self._returning.call(if_still_wanted)
