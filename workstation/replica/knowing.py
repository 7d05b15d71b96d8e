"""What the desk knows of products and of how contacts went: a part of its memory."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workstation.replica.rows.knowledge import AnswerRow, CallAdvice, ProductHint, Proposals
    from workstation.replica.store import Store


class Knowing:
    """Every method blocks, as those of the replica do."""

    _store: "Store"

    def proposals(self, contact_id: str, product_id: str | None = None) -> "Proposals | None":
        """What a contact was about, as far as can be told: for its wrap-up. With a product, the
        reasons that are likely for it."""
        from workstation.replica.queries import proposals  # after the first paint

        with self._store.reading() as connection:
            return proposals.proposals(connection, contact_id, self._store.now(), about=product_id)

    def likely_product(self, contact_id: str) -> "ProductHint | None":
        """What a contact is probably about, as long as nobody said so."""
        from workstation.replica.queries import proposals  # after the first paint

        with self._store.reading() as connection:
            return proposals.likely_product(connection, contact_id, self._store.now())

    def find_answers(
        self, text: str, product_id: str | None = None, limit: int = 30
    ) -> tuple["AnswerRow", ...]:
        """Answers that hold every word of `text`, those of the product first."""
        from workstation.replica.queries import answers  # after the first paint

        with self._store.reading() as connection:
            return answers.find(connection, text, product_id=product_id, limit=limit)

    def fitting_answers(self, product_id: str, contact_id: str) -> tuple["AnswerRow", ...]:
        """A product's answers, those first that fit what the customer of the contact wrote."""
        from workstation.replica.queries import answers  # after the first paint

        with self._store.reading() as connection:
            return answers.fitting(connection, product_id, contact_id)

    def call_advice(self, contact_id: str) -> "CallAdvice | None":
        """Whether it would be quicker to call, and what became of that."""
        from workstation.replica.queries.call_advice import call_advice  # after the first paint

        with self._store.reading() as connection:
            return call_advice(connection, contact_id)
