"""How far each channel is open, and its templates."""

from typing import TYPE_CHECKING

import orjson

from workstation.models.text import shown
from workstation.replica.rows.channels import DialRow, TemplateRow
from workstation.rules.templates import places

if TYPE_CHECKING:
    from workstation.replica.vault import Connection


def dials(connection: "Connection") -> dict[str, DialRow]:
    """How far each channel is open, by its name; those without a dial or a count are left out."""
    turned = {
        row[0]: row
        for row in connection.execute(
            "SELECT channel, active, share, per_hour, at_once, hours, told_en, told_nl, instead "
            "FROM dial_now"
        ).fetchall()
    }
    seen = {
        row[0]: row
        for row in connection.execute(
            "SELECT channel, at, offered, kept_back, begun, told, open_now FROM dial_seen"
        ).fetchall()
    }
    found = {}
    for channel in turned.keys() | seen.keys():
        dial = turned.get(channel, (channel, 1, 100, None, None, "{}", "", "", ""))
        counted = seen.get(channel, (channel, 0, 0, 0, 0, 0, 0))
        found[channel] = DialRow(
            channel=channel,
            active=bool(dial[1]),
            share=dial[2],
            per_hour=dial[3],
            at_once=dial[4],
            hours=orjson.loads(dial[5]),
            told_en=shown(dial[6]),
            told_nl=shown(dial[7]),
            instead=dial[8],
            seen_at=counted[1],
            offered=counted[2],
            kept_back=counted[3],
            begun=counted[4],
            told=counted[5],
            open_now=counted[6],
        )
    return found


def templates(connection: "Connection", channel: str) -> tuple[TemplateRow, ...]:
    """What may be sent on a channel when its window has closed, by name and language."""
    return tuple(
        TemplateRow(
            channel=channel,
            name=row[0],
            language=row[1],
            category=row[2],
            header=shown(row[3]),
            body=shown(row[4]),
            footer=shown(row[5]),
            buttons=tuple(shown(one) for one in orjson.loads(row[6])),
            places=places(row[3], row[4]),
        )
        for row in connection.execute(
            "SELECT name, language, category, header, body, footer, buttons FROM template "
            "WHERE channel = ? AND active AND status = 'approved' ORDER BY name, language",
            (channel,),
        ).fetchall()
    )
