"""Looking a customer up: those of this desk at once, those only the server knows just after."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from workstation.ui.choosing.choice_model import Choice, Search
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.panels.masking import masked_name
from workstation.ui.transcript.harmless import harmless_line

MOST = 30
SHORTEST, LONGEST = 2, 200
"""Characters that the server is asked about."""
_Rows = list[tuple[str, str, str]]


def customers_search(context: DeskContext, owner: QObject) -> Search:
    """Fits a choice popup; the key of a choice is the customer's id."""

    def search(text: str, answer: Callable[[list[Choice]], None]) -> None:
        look_up(context, text, lambda found, _: answer(found), owner)

    return search


def look_up(
    context: DeskContext, text: str, answer: Callable[[list[Choice], bool], None], owner: QObject
) -> None:
    """Answers once or twice; with True when nobody further will be found."""
    words = " ".join(text.split())

    def here(rows: _Rows) -> None:
        if not SHORTEST <= len(words) <= LONGEST:
            answer(_choices(rows, words), True)
            return
        answer(_choices(rows, words), False)

        def failed(error: Exception) -> None:
            from workstation.replica.errors import BadLuck

            # Without a connection, what this desk has is all there is to choose from.
            answer(_choices(rows, words), True)
            if not isinstance(error, BadLuck):
                raise error

        context.fetcher.ask(
            "find customers",
            lambda session: session.find_customers(words, MOST),
            lambda more: answer(_choices([*rows, *more], words), True),
            failed=failed,
            owner=owner,
        )

    context.reader.ask(
        "find customers", lambda replica: replica.find_customers(text, MOST), here, owner=owner
    )


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


def _choices(rows: _Rows, typed: str) -> list[Choice]:
    """With addresses masked, but for one that was typed whole."""
    found = {
        key: Choice(
            key,
            harmless_line(masked_name(name)),
            harmless_line(detail if detail == typed else masked_name(detail)),
        )
        for key, name, detail in reversed(rows)  # what the desk says of somebody goes first
    }
    return [found[key] for key in dict.fromkeys(row[0] for row in rows)]
