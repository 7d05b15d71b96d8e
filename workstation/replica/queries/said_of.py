"""What a customer said of our service, and what colleagues wrote down about them."""

from typing import TYPE_CHECKING

from workstation.models.text import shown
from workstation.replica.rows.knowledge import NoteRow, RatingRow

if TYPE_CHECKING:
    from workstation.replica.vault import Connection

MOST = 50


def ratings(connection: "Connection", people: list[str]) -> tuple[RatingRow, ...]:
    """Of these customers together, the newest first."""
    marks = ",".join("?" * len(people))
    return tuple(
        RatingRow(row[0], row[1], row[2], row[3], shown(row[4]), row[5])
        for row in connection.execute(
            "SELECT id, contact_id, channel, score, comment, at FROM rating_now "
            f"WHERE customer_id IN ({marks}) ORDER BY at DESC, id DESC LIMIT {MOST}",
            people,
        ).fetchall()
    )


def notes(connection: "Connection", people: list[str]) -> tuple[NoteRow, ...]:
    """Of these customers together, the newest first."""
    marks = ",".join("?" * len(people))
    return tuple(
        NoteRow(row[0], row[1], row[2] or "", shown(row[3]), row[4])
        for row in connection.execute(
            "SELECT id, agent_id, (SELECT name FROM agent_now WHERE id = n.agent_id), text, at "
            f"FROM customer_note_now n WHERE active AND customer_id IN ({marks}) "
            f"ORDER BY at DESC, id DESC LIMIT {MOST}",
            people,
        ).fetchall()
    )
