"""Looking a customer up: those of this desk at once, those only the server knows just after."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from workstation.ui.choosing.choice_model import Choice, Search
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.transcript.harmless import harmless_line

MOST = 30
SHORTEST, LONGEST = 2, 200
"""Characters that the server is asked about."""
_Rows = list[tuple[str, str, str]]


def customers_search(context: DeskContext, owner: QObject) -> Search:
    """Fits a choice popup; the key of a choice is the customer's id."""

    def search(text: str, answer: Callable[[list[Choice]], None]) -> None:
        words = " ".join(text.split())

        def here(rows: _Rows) -> None:
            answer(_choices(rows))
            if SHORTEST <= len(words) <= LONGEST:
                context.fetcher.ask(
                    "find customers",
                    lambda session: session.find_customers(words, MOST),
                    lambda more: answer(_choices([*rows, *more])),
                    failed=_unless_offline,
                    owner=owner,
                )

        context.reader.ask(
            "find customers",
            lambda replica: replica.find_customers(text, MOST),
            here,
            owner=owner,
        )

    return search


def bring_customer(
    context: DeskContext, customer_id: str, then: Callable[[], None], owner: QObject
) -> None:
    """Have a customer on this desk, and go on: something is to be done with them."""

    def known(replica: ReplicaDoor) -> bool:
        return replica.customer(customer_id) is not None

    def look(is_here: bool) -> None:
        if is_here:
            then()
            return
        context.fetcher.ask(
            f"bring {customer_id}",
            lambda session: session.fetch_history(customer_id),
            lambda _: then(),
            owner=owner,
        )

    context.reader.ask(f"known {customer_id}", known, look, owner=owner)


def _choices(rows: _Rows) -> list[Choice]:
    found = {
        key: Choice(key, harmless_line(name), harmless_line(detail))
        for key, name, detail in reversed(rows)  # what the desk says of somebody goes first
    }
    return [found[key] for key in dict.fromkeys(row[0] for row in rows)]


def _unless_offline(error: Exception) -> None:
    """Without a connection, what this desk has is all there is to choose from."""
    from workstation.replica.errors import BadLuck

    if not isinstance(error, BadLuck):
        raise error
