"""A replica in memory, for tests of widgets: quick, exact, and only to be asked from a worker."""

from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tests.ui.pretend.beside import Beside
from tests.ui.pretend.finding import Finding
from tests.ui.pretend.outbox import Outbox
from tests.ui.pretend.shop import MINE, ident
from workstation.replica.lists import Filters, Heading, InboxIds, View
from workstation.replica.rows.inbox import Counts, FoundLine, InboxRow

if TYPE_CHECKING:
    pass


class PretendReplica(Beside, Finding, Outbox):
    """Fits `ReplicaDoor`."""

    def inbox(self, view: View) -> InboxIds:
        self._elsewhere()
        found = [each for each in self.rows.values() if self._in(view, each)]
        if view.order == "newest":
            found.sort(key=lambda each: -each.last_at)
        elif view.order == "waiting":
            found.sort(key=lambda each: each.waiting_since or 1 << 60)
        else:
            found.sort(key=lambda each: (each.due_at or 1 << 60, each.number))
        found = [each for each in found if self._fits(view.filters, each)]
        if view.grouped != "channel":
            return InboxIds(view, array("q", [each.number for each in found]))
        numbers: array[int] = array("q")
        headings: dict[int, Heading] = {}
        for place, channel in enumerate(sorted({each.channel for each in found})):
            under = [each.number for each in found if each.channel == channel]
            headings[-1 - place] = Heading(channel, len(under))
            numbers.extend([-1 - place, *under])
        return InboxIds(view, numbers, headings)

    def inbox_rows(self, numbers: Sequence[int], found_by: str = "") -> dict[int, InboxRow]:
        self._elsewhere()
        self.asked_rows.extend(numbers)
        rows = {number: self.rows[number] for number in numbers if number in self.rows}
        if not found_by:
            return rows
        return {number: self._found(each, found_by) for number, each in rows.items()}

    @staticmethod
    def _found(each: InboxRow, words: str) -> InboxRow:
        start = each.last_text.lower().find(words.lower())
        if start < 0:
            return each
        spans = ((start, start + len(words)),)
        return replace(each, found=FoundLine(each.last_text, spans, ident(each.number, 5)))

    def count(self, view: View, most: int) -> int:
        return min(most, len(self.inbox(view).numbers))

    def counts(self, now: int) -> Counts:
        self._elsewhere()
        mine = [r for r in self.rows.values() if r.owner_id == MINE and r.state == "open"]
        teams: dict[str, int] = {}
        late: dict[str, int] = {}
        for each in self.rows.values():
            if each.state == "open":
                teams[each.team_id] = teams.get(each.team_id, 0) + 1
                if each.due_at is not None and each.due_at < now:
                    late[each.team_id] = late.get(each.team_id, 0) + 1
        return Counts(
            mine=len(mine),
            snoozed=sum(1 for r in self.rows.values() if r.state == "snoozed"),
            teams=teams,
            late=late,
            mine_late=sum(1 for r in mine if r.due_at is not None and r.due_at < now),
        )

    def tags(self) -> tuple[tuple[str, int], ...]:
        self._elsewhere()
        counted = Counter(tag for each in self.rows.values() for tag in each.tags)
        return tuple(counted.most_common())

    @staticmethod
    def _in(view: View, each: InboxRow) -> bool:
        match view.kind:
            case "mine":
                return each.owner_id == MINE and each.state == "open"
            case "team":
                return each.team_id == view.team_id and each.state == "open"
            case "snoozed":
                return each.state == "snoozed"
            case "done":
                return each.state == "done"
            case "all" | "saved":
                return True

    @staticmethod
    def _fits(filters: Filters, each: InboxRow) -> bool:
        return (
            (not filters.channels or each.channel in filters.channels)
            and (not filters.unread or each.unread)
            and (not filters.tags or bool(set(filters.tags) & set(each.tags)))
            and filters.text.lower() in f"{each.name} {each.last_text}".lower()
        )
