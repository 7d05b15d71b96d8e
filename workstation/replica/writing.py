"""What the memory gives to whoever writes: texts kept ready, what is known of the contact, and the
notes in which somebody asks for me."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workstation.replica.rows.writing import MentionRow, SnippetRow, WritingFacts
    from workstation.replica.store import Store


class Writing:
    """Every method blocks, as those of the replica do."""

    _store: "Store"

    def snippets(self) -> tuple["SnippetRow", ...]:
        """Texts kept ready for me: my own first, then my teams', then everybody's."""
        from workstation.replica.queries import writing  # after the first paint

        with self._store.reading() as connection:
            return writing.snippets(connection, self._store.me)

    def writing_facts(self, contact_id: str) -> "WritingFacts | None":
        """What fills the places of a text on this contact, and who can be mentioned there."""
        from workstation.replica.queries import writing  # after the first paint

        with self._store.reading() as connection:
            return writing.facts(connection, contact_id)

    def mentions(self, since: int, limit: int = 50) -> tuple["MentionRow", ...]:
        """Colleagues' notes that mention me, written after `since` (milliseconds since the epoch),
        the newest first."""
        from workstation.replica.queries import writing  # after the first paint

        with self._store.reading() as connection:
            return writing.mentions(connection, self._store.me, since, limit)
