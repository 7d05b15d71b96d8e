"""The office's side of an import: each batch of rows, of any kind, in one transaction."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from workstation.models import now_ms
from workstation.server.importing.beside import Beside
from workstation.server.importing.catalogue import write_items
from workstation.server.importing.conversations import write_conversations
from workstation.server.importing.customers import write_customers
from workstation.server.importing.knowledge import write_answers, write_ratings
from workstation.server.importing.orders import write_order_lines, write_orders, write_returns
from workstation.server.importing.product_pictures import picture_of
from workstation.server.importing.settle import NotThere, Outcome
from workstation.server.store.database import Database
from workstation.shop.keys import Keys
from workstation.shop.port import Written
from workstation.shop.records import (
    AnswerRecord,
    ConversationRecord,
    CustomerRecord,
    ItemRecord,
    OrderLineRecord,
    OrderRecord,
    RatingRecord,
    Rejection,
    ReturnRecord,
    Row,
)

_ATTEMPTS = 5


@dataclass(kw_only=True)
class OfficeWriter:
    """`team` takes the conversations that no product type sends elsewhere; `beside` is where the
    files are that they name."""

    database: Database
    beside: Beside
    keys: Keys = field(default_factory=Keys)
    team: str = ""
    clock: Callable[[], int] = now_ms

    def write(self, rows: Sequence[Row]) -> Written:
        for attempt in range(_ATTEMPTS):
            try:
                return self.database.retrying(lambda session: self._write(session, rows))
            except IntegrityError:
                # A customer wrote from a new address just now: look again who that is.
                if attempt + 1 == _ATTEMPTS:
                    raise
        raise AssertionError("unreachable")

    def _write(self, session: Session, rows: Sequence[Row]) -> Written:
        written = Written()
        for row, outcome, problems in self._outcomes(session, rows):
            written.rejected.extend(Rejection(row.line, said, row.text) for said in problems)
            if isinstance(outcome, NotThere):
                written.rejected.append(Rejection(row.line, str(outcome), row.text))
            elif outcome == "new":
                written.new += 1
            elif outcome == "changed":
                written.changed += 1
            else:
                written.same += 1
        return written

    def _items(
        self, session: Session, rows: Sequence[Row], items: Sequence[ItemRecord]
    ) -> list[tuple[Row, Outcome, list[str]]]:
        """An item of which only the picture is wrong is taken without it."""
        found = {
            item.sku: picture_of(session, self.beside, item.image, self.clock())
            for item in items
            if item.leads
        }
        pictures = {sku: image for sku, (image, _) in found.items()}
        fates = write_items(session, self.keys, items, pictures)
        said = [found.get(item.sku, ("", ""))[1] for item in items]
        return [
            (row, fate, [problem] if problem else [])
            for row, fate, problem in zip(rows, fates, said, strict=True)
        ]

    def _outcomes(
        self, session: Session, rows: Sequence[Row]
    ) -> list[tuple[Row, Outcome, list[str]]]:
        records = [row.record for row in rows]
        outcomes: Sequence[Outcome]
        match records[0]:
            case CustomerRecord():
                customers = [r for r in records if isinstance(r, CustomerRecord)]
                fates = write_customers(session, self.keys, customers)
                return [
                    (row, here.fate, here.problems) for row, here in zip(rows, fates, strict=True)
                ]
            case ItemRecord():
                items = [r for r in records if isinstance(r, ItemRecord)]
                return self._items(session, rows, items)
            case OrderRecord():
                orders = [r for r in records if isinstance(r, OrderRecord)]
                outcomes = write_orders(session, self.keys, orders)
            case OrderLineRecord():
                lines = [r for r in records if isinstance(r, OrderLineRecord)]
                outcomes = write_order_lines(session, self.keys, lines)
            case ReturnRecord():
                returns = [r for r in records if isinstance(r, ReturnRecord)]
                outcomes = write_returns(session, self.keys, returns)
            case AnswerRecord():
                answers = [r for r in records if isinstance(r, AnswerRecord)]
                outcomes = write_answers(session, self.keys, answers)
            case RatingRecord():
                ratings = [r for r in records if isinstance(r, RatingRecord)]
                outcomes = write_ratings(session, self.keys, ratings)
            case ConversationRecord():
                conversations = [r for r in records if isinstance(r, ConversationRecord)]
                outcomes = write_conversations(
                    session,
                    self.keys,
                    conversations,
                    team=self.team,
                    beside=self.beside,
                    now=self.clock(),
                )
        return [(row, outcome, []) for row, outcome in zip(rows, outcomes, strict=True)]
