"""Does a deed with many contacts, a part at a time, so that the window stays free; tells how far it
is, what was refused and why in one sentence, and offers to take it all back."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from PySide6.QtCore import QObject

from workstation.replica.rows.inbox import InboxRow
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.inbox.bulk.deeds import Act, Deed
from workstation.ui.long_work.counting import of_things
from workstation.ui.long_work.long_work import Work
from workstation.ui.words import translate

PART: Final = 50
"""Contacts that are done in one go; others who write wait no longer than this takes."""
UNDO_SECONDS: Final = 20

Back = list[tuple[str, tuple[Act, ...]]]
"""Contact ids, and what restores each."""


@dataclass(slots=True)
class _Part:
    done: Back = field(default_factory=list)
    refused: list[tuple[str, dict[str, str]]] = field(default_factory=list)


@dataclass(slots=True)
class _Run:
    deed: Deed
    left: list[int]
    total: int
    work: Work
    done: Back = field(default_factory=list)
    refused: list[tuple[str, dict[str, str]]] = field(default_factory=list)


class Running(QObject):
    """One deed at a time; the next waits behind it, as everything that is written does. Stopped, it
    ends before the next part; what was done can be taken back as ever."""

    def __init__(self, context: DeskContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def start(self, deed: Deed, numbers: Sequence[int]) -> None:
        words = translate("bulk", "Changing %n contact(s)", None, len(numbers))
        self._go_on(_Run(deed, list(numbers), len(numbers), self._begin(words)))

    def _begin(self, words: str) -> Work:
        return self._context.long_work.begin(words, counts=of_things(self._context.language))

    def _go_on(self, run: _Run) -> None:
        if run.work.stopping or not run.left:
            self._finish(run)
            return
        part, run.left = run.left[:PART], run.left[PART:]
        run.work.tell(run.total - len(run.left) - len(part), run.total)

        def came(found: _Part) -> None:
            run.done += found.done
            run.refused += found.refused
            self._go_on(run)

        def failed(error: Exception) -> None:
            self._finish(run)
            raise error

        self._context.writer.do(
            lambda replica: _do(replica, run.deed, part), done=came, failed=failed, owner=self
        )

    def _finish(self, run: _Run) -> None:
        run.work.end()
        if run.done:
            words = run.deed.says(len(run.done))
            back = run.done
            self._context.undoing.offer(words, lambda: self._undo(back), seconds=UNDO_SECONDS)
        self._tell(run.refused, done=len(run.done))

    def _undo(self, back: Back) -> None:
        """Restore each as it was, in parts as well. Stopped, the others stay as they are now."""
        left = list(back)
        work = self._begin(translate("bulk", "Restoring %n contact(s)", None, len(back)))
        refused: list[tuple[str, dict[str, str]]] = []

        def go_on() -> None:
            part = [] if work.stopping else left[:PART]
            left[:] = left[len(part) :]
            if not part:
                work.end()
                restored = len(back) - len(left) - len(refused)
                if refused:
                    self._tell(refused, done=restored)
                else:
                    words = translate("bulk", "%n contact(s) as before", None, restored)
                    self._context.news.notice.emit(words, "ok")
                return
            work.tell(len(back) - len(left) - len(part), len(back))
            self._context.writer.do(
                lambda replica: _restore(replica, part), done=came, failed=failed, owner=self
            )

        def came(found: _Part) -> None:
            refused.extend(found.refused)
            go_on()

        def failed(error: Exception) -> None:
            work.end()
            raise error

        go_on()

    def _tell(self, refused: Sequence[tuple[str, dict[str, str]]], *, done: int) -> None:
        if not refused:
            return
        words = translate("bulk", "%n contact(s) stayed as they were.", None, len(refused))
        why = _reasons(refused, self._context.language)
        self._context.news.notice.emit(f"{words} {why}", "warn" if done else "bad")


def _do(replica: ReplicaDoor, deed: Deed, numbers: Sequence[int]) -> _Part:
    """In the writer's thread: what was is read just before it changes."""
    wanted: list[tuple[InboxRow, Act]] = []
    rows = replica.inbox_rows(numbers)
    for number in numbers:
        row = rows.get(number)
        act = None if row is None else deed.does(row)
        if row is not None and act is not None:
            wanted.append((row, act))
    outcome = replica.act_many([_actions(row.contact_id, (act,)) for row, act in wanted])
    done = set(outcome.done)
    return _Part(
        done=[(row.contact_id, deed.back(row)) for row, _ in wanted if row.contact_id in done],
        refused=[(one.code, one.facts) for one in outcome.refused],
    )


def _restore(replica: ReplicaDoor, part: Back) -> _Part:
    outcome = replica.act_many([_actions(contact_id, acts) for contact_id, acts in part])
    return _Part(refused=[(one.code, one.facts) for one in outcome.refused])


def _actions(contact_id: str, acts: Sequence[Act]) -> list[Any]:
    from workstation.actions import ACTIONS  # they bring SQLAlchemy: not before the first paint

    return [ACTIONS[kind](**{"contact_id": contact_id, **data}) for kind, data in acts]


def _reasons(refused: Sequence[tuple[str, dict[str, str]]], language: str) -> str:
    """Why, each reason once, the most frequent first."""
    from workstation.wire.refusals import sentence

    counted = Counter(sentence(code, facts, language) for code, facts in refused)
    return " ".join(words for words, _ in counted.most_common(2))
