"""What the desk shows beside its inbox: a part of its memory. Each question loads what answers it,
so that the first paint, which asks none of them, does not."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workstation.replica.rows.channels import DialRow, TemplateRow
    from workstation.replica.rows.contact import CallRow, ContactHead, Transcript
    from workstation.replica.rows.customer import CustomerCard
    from workstation.replica.rows.product import ProductCard
    from workstation.replica.store import Store
    from workstation.rules.call_hints import Limits


class Beside:
    """Every method blocks, as those of the replica do."""

    _store: "Store"

    def contact(self, contact_id: str) -> "ContactHead | None":
        from workstation.replica.queries import contact

        with self._store.reading() as connection:
            return contact.head(connection, contact_id)

    def transcript(
        self, contact_id: str, *, limit: int = 60, before: str | None = None
    ) -> "Transcript":
        from workstation.replica.queries import contact

        with self._store.reading() as connection:
            return contact.transcript(connection, contact_id, limit=limit, before=before)

    def customer(self, customer_id: str) -> "CustomerCard | None":
        from workstation.replica.queries import customer

        with self._store.reading() as connection:
            return customer.card(connection, customer_id)

    def find_customers(self, text: str, limit: int = 20) -> list[tuple[str, str, str]]:
        """(customer_id, name, what matched)"""
        from workstation.replica.queries import finding_customers

        with self._store.reading() as connection:
            return finding_customers.find(connection, text, limit)

    def product(self, product_id: str, variant_id: str | None = None) -> "ProductCard | None":
        from workstation.replica.queries import product

        with self._store.reading() as connection:
            return product.card(connection, product_id, variant_id)

    def find_products(self, text: str, limit: int = 20) -> list[tuple[str, str | None, str]]:
        """(product_id, variant_id, label)"""
        from workstation.replica.queries import product

        with self._store.reading() as connection:
            return product.find(connection, text, limit)

    def calls(self) -> tuple["CallRow", ...]:
        """Calls that ring for me or anybody, mine that go on, and mine that wait for their
        wrap-up, the oldest first."""
        from workstation.replica.queries import calls

        with self._store.reading() as connection:
            return calls.going_on(connection, self._store.me, self._store.now())

    def dials(self) -> dict[str, "DialRow"]:
        """How far each channel is open, and what that does."""
        from workstation.replica.queries import channels

        with self._store.reading() as connection:
            return channels.dials(connection)

    def call_limits(self) -> "Limits":
        """When calling instead of writing on is suggested."""
        from workstation.replica.queries import call_advice

        with self._store.reading() as connection:
            return call_advice.limits(connection)

    def templates(self, channel: str) -> tuple["TemplateRow", ...]:
        """What may be sent when the channel's reply window has closed."""
        from workstation.replica.queries import channels

        with self._store.reading() as connection:
            return channels.templates(connection, channel)

    def names_among(self, contact_id: str, words: Iterable[str]) -> frozenset[str]:
        """Which of these words are part of a name that the desk knows, in lower case."""
        from workstation.replica.queries import names

        with self._store.reading() as connection:
            return names.among(connection, contact_id, words)

    def tags(self) -> tuple[tuple[str, int], ...]:
        """Every tag and on how many contacts it is, the most used first."""
        from workstation.replica.queries import tags

        with self._store.reading() as connection:
            return tags.tags(connection)
