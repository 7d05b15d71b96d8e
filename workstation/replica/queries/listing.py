"""Which contacts are in a list, as a condition on the table of contacts.

Every column that is asked for is in the index `contact_list`, so that a list of a hundred thousand
contacts is narrowed without reading one of them whole.
"""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Final

import orjson

from workstation.replica.lists import Filters, View
from workstation.replica.message_number import first_number
from workstation.replica.queries.tags import spellings
from workstation.replica.vault import Connection
from workstation.replica.words import query
from workstation.rules.promise_state import SOON

if TYPE_CHECKING:
    from workstation.rules.finding.reading import Asked

MINUTE: Final = 60_000
MOST_SAID: Final = 20_000
"""Messages that a list narrowed by words looks at, the newest."""

UNREAD: Final = (
    "((last_side = 'customer' AND coalesce(read_at, 0) < last_at) "
    "OR (waiting_since IS NOT NULL AND coalesce(read_at, 0) < waiting_since))"
)
"""Also where a customer's message came late, and stands above an answer of ours."""

PROMISES: Final = {
    "late": "due_at < :now",
    "soon": f"due_at >= :now AND due_at < :now + {SOON}",
    "ahead": f"due_at >= :now + {SOON}",
    "none": "due_at IS NULL AND waiting_since IS NOT NULL",
    "met": "due_at IS NULL AND waiting_since IS NULL",
}

_SAID: Final = (
    "id IN (SELECT c.id FROM customer k JOIN contact c ON c.customer_id = k.id WHERE k.n IN "
    "(SELECT rowid FROM customer_text WHERE customer_text MATCH :said){named_then} "
    "UNION SELECT contact_id FROM message WHERE n IN (SELECT rowid FROM message_text "
    f"WHERE message_text MATCH :said{{said_then}} ORDER BY rowid DESC LIMIT {MOST_SAID}))"
)


def words_of(text: str, now: int) -> str:
    """What is to be looked for of a search, without its operators."""
    return _read(text, now).words if _is_more(text) else text


def _is_more(text: str) -> bool:
    """Whether a search may hold more than words."""
    return ":" in text or '"' in text


def _read(text: str, now: int) -> "Asked":
    from workstation.rules.finding.reading import read  # after the first paint

    return read(text, datetime.fromtimestamp(now / 1000, tz=UTC).astimezone().date())


class Listing:
    """`where` is the condition, `values` what it is asked with by name."""

    def __init__(self, connection: Connection, view: View, me: str, now: int) -> None:
        self.values: dict[str, Any] = {"me": me, "now": now}
        self._connection = connection
        self._parts: list[str] = []
        self._list(view)
        self._filters(view.filters)

    @property
    def where(self) -> str:
        return " AND ".join(self._parts) or "true"

    def _list(self, view: View) -> None:
        match view.kind:
            case "mine":
                self._parts.append("owner_id = :me")
            case "snoozed":
                self._parts.append("owner_id = :me AND state = 'snoozed'")
            case "team":
                self._parts.append("team_id = :team")
                self.values["team"] = view.team_id or ""
            case "done":
                self._parts.append("state = 'done'")
            case "all" | "saved":
                pass
        if view.kind in ("mine", "team", "saved") and not view.filters.states:
            self._parts.append("state = 'open'")
        if view.channel is not None:
            self._any("channel", (view.channel,))

    def _filters(self, filters: Filters) -> None:
        self._any("channel", filters.channels)
        self._any("product_type_id", filters.product_type_ids)
        self._any("team_id", filters.team_ids)
        self._any("state", filters.states)
        self._owner(filters.owner)
        if filters.promise:
            self._parts.append(f"({PROMISES[filters.promise]})")
        if filters.waiting_minutes:
            self._parts.append("waiting_since <= :waits_since")
            self.values["waits_since"] = self.values["now"] - filters.waiting_minutes * MINUTE
        if filters.unread:
            self._parts.append(UNREAD)
        if filters.tags:
            names = self._named("tag", spellings(self._connection, filters.tags))
            self._parts.append(
                f"tags <> '[]' AND EXISTS (SELECT 1 FROM json_each(tags) WHERE value IN ({names}))"
            )
        if _is_more(filters.text):
            self._search(_read(filters.text, self.values["now"]))
        else:
            self._said(filters.text)

    def _search(self, asked: "Asked") -> None:
        """Words and operators, exactly as the search understands them; nothing, where it does
        not."""
        from workstation.replica.queries.narrowing import narrowed  # after the first paint

        found = narrowed(self._connection, asked, me=self.values["me"], now=self.values["now"])
        if found.troubles:
            self._parts.append("false")
            return
        where = found.where
        for value in found.values:
            name = f"asked_{len(self.values)}"
            self.values[name] = value
            where = where.replace("?", f":{name}", 1)
        self._parts.append(f"({where})")
        if found.contacts is not None:
            self._parts.append("id IN (SELECT value FROM json_each(:only))")
            self.values["only"] = orjson.dumps(found.contacts).decode()
        self._said(asked.words, found.before, found.after)

    def _said(self, words: str, before: int | None = None, after: int | None = None) -> None:
        """When it was said, where words are looked for; else when something happened last."""
        said = query(words)
        named, spoken = "", ""
        for sign, at in (("<", before), (">=", after)):
            if at is not None:
                name = f"at_{len(self.values)}"
                self.values[name] = at
                self.values[f"n_{name}"] = first_number(at)
                named += f" AND c.last_at {sign} :{name}"
                spoken += f" AND rowid {sign} :n_{name}"
        if said:
            self._parts.append(_SAID.format(named_then=named, said_then=spoken))
            self.values["said"] = said
        elif named:
            self._parts.append(named.removeprefix(" AND ").replace("c.last_at", "last_at"))

    def _owner(self, owner: str) -> None:
        match owner:
            case "":
                pass
            case "me":
                self._parts.append("owner_id = :me")
            case "nobody":
                self._parts.append("owner_id IS NULL")
            case "others":
                self._parts.append("owner_id <> :me")
            case _:
                self._any("owner_id", (owner,))

    def _any(self, column: str, wanted: tuple[str, ...]) -> None:
        if wanted:
            self._parts.append(f"{column} IN ({self._named(column, wanted)})")

    def _named(self, name: str, wanted: tuple[str, ...]) -> str:
        places = []
        for one in wanted:
            place = f"{name}_{len(self.values)}"
            self.values[place] = one
            places.append(f":{place}")
        return ", ".join(places)
