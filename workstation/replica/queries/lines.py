"""The shop's lines to its customers: how each channel is."""

from typing import TYPE_CHECKING

import orjson

from workstation.models.text import shown
from workstation.replica.rows.reference import LineRow

if TYPE_CHECKING:
    from workstation.replica.vault import Connection


def lines(connection: "Connection") -> dict[str, LineRow]:
    """How each channel is, by its name."""
    return {
        row[0]: LineRow(
            channel=row[0],
            provider=row[1],
            state=row[2],
            reason=shown(row[3]),
            since=row[4],
            rules=orjson.loads(row[5]),
        )
        for row in connection.execute(
            "SELECT channel, provider, state, reason, since, rules FROM line"
        ).fetchall()
    }
