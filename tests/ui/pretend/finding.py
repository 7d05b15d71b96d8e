"""What is found in a pretended memory."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tests.ui.pretend.memory import Memory
from tests.ui.pretend.shop import ident
from workstation.replica.found import Found, ProductHit, Searched
from workstation.replica.rows.inbox import Hit
from workstation.replica.rows.knowledge import AnswerRow
from workstation.rules.finding.operators import Kind
from workstation.rules.finding.reading import Asked

if TYPE_CHECKING:
    pass


class Finding(Memory):
    """By a part of the words, in any order of letters large and small."""

    def find_answers(
        self, text: str, product_id: str | None = None, limit: int = 30
    ) -> tuple[AnswerRow, ...]:
        self._elsewhere()
        known = {
            answer.answer_id: answer for card in self.products.values() for answer in card.answers
        }
        wanted = text.casefold().split()
        return tuple(
            answer
            for answer in known.values()
            if all(word in f"{answer.question_en} {answer.answer_en}".casefold() for word in wanted)
        )[:limit]

    def find_products(self, text: str, limit: int = 20) -> list[tuple[str, str | None, str]]:
        self._elsewhere()
        found: list[tuple[str, str | None, str]] = [
            (product.product_id, None, product.name)
            for product in self.products.values()
            if text.lower() in product.name.lower()
        ]
        return found[:limit]

    def find_customers(self, text: str, limit: int = 20) -> list[tuple[str, str, str]]:
        self._elsewhere()
        return [
            (ident(each.number, 4), each.name, "Utrecht")
            for each in self.rows.values()
            if text.lower() in each.name.lower()
        ][:limit]

    def search(self, text: str, limit: int = 50) -> list[Hit]:
        self._elsewhere()
        found = []
        for each in self.rows.values():
            start = each.last_text.lower().find(text.lower())
            if start >= 0:
                found.append(
                    Hit(
                        contact_id=each.contact_id,
                        message_id=ident(each.number, 5),
                        name=each.name,
                        channel=each.channel,
                        at=each.last_at,
                        snippet=each.last_text,
                        spans=((start, start + len(text)),),
                    )
                )
        return found[:limit]

    def find(self, asked: Asked, *, limit: int = 10) -> Found:
        self._elsewhere()
        words = asked.words.strip()
        if asked.narrowed or not words:
            return Found(searched=self._searched(asked, limit))
        return Found(
            customers=tuple(self.find_customers(words, 5)),
            products=tuple(
                ProductHit(product_id, variant_id, label, 12)
                for product_id, variant_id, label in self.find_products(words, 4)
            ),
            answers=tuple(
                one for one in self.answer_hits if words.lower() in one.question_en.lower()
            ),
            orders=tuple(one for one in self.order_hits if one.number.startswith(words)),
            searched=self._searched(asked, limit),
        )

    def look_further(
        self,
        asked: Asked,
        *,
        limit: int = 10,
        below: int | None = None,
        patience: float | None = None,
    ) -> Searched:
        self._elsewhere()
        return self.older.get(below or 0, Searched())

    def find_meant(self, asked: Asked) -> Found:
        self._elsewhere()
        return self.meant.get(asked.words.strip(), Found())

    def find_values(self, kind: Kind, typed: str, limit: int = 6) -> tuple[str, ...]:
        self._elsewhere()
        if kind == "from":
            return tuple(name for _, name, _ in self.find_customers(typed, limit))
        return ()

    def order_of(self, order_id: str) -> tuple[str, str]:
        self._elsewhere()
        known = [one for one in self.order_hits if one.order_id == order_id]
        return (known[0].customer_id, known[0].number) if known else ("", "")

    def names_among(self, contact_id: str, words: Iterable[str]) -> frozenset[str]:
        self._elsewhere()
        return frozenset(word.casefold() for word in words) & self.names_now

    def _searched(self, asked: Asked, limit: int) -> Searched:
        hits = self.search(asked.words.strip(), limit) if asked.words or asked.narrowed else []
        if asked.channels:
            hits = [hit for hit in hits if hit.channel in asked.channels]
        return Searched(tuple(hits), self.further, asked.troubles)
