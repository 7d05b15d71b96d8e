"""A snippet as it stands in the form: what is typed, before it is an action."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from workstation.replica.rows.writing import SnippetRow

Whose = Literal["mine", "team", "everybody"]


@dataclass(frozen=True, slots=True)
class Written:
    """Fields of `SaveSnippet`; `snippet_id` is empty for a new one."""

    snippet_id: str = ""
    shortcut: str = ""
    name_en: str = ""
    name_nl: str = ""
    text_en: str = ""
    text_nl: str = ""
    channels: tuple[str, ...] = ()
    whose: Whose = "mine"
    team_id: str | None = None
    position: int = 0
    deeds: dict[str, Any] = field(default_factory=dict)
    """Fields of `SnippetDeeds`."""

    @staticmethod
    def of(row: SnippetRow) -> "Written":
        whose: Whose = "mine" if row.agent_id else "team" if row.team_id else "everybody"
        deeds = dict(row.deeds)
        for name in ("tags", "resolution_ids"):
            if name in deeds:
                deeds[name] = tuple(deeds[name])
        return Written(
            snippet_id=row.snippet_id,
            shortcut=row.shortcut,
            name_en=row.name_en,
            name_nl=row.name_nl,
            text_en=row.text_en,
            text_nl=row.text_nl,
            channels=row.channels,
            whose=whose,
            team_id=row.team_id,
            position=row.position,
            deeds=deeds,
        )


def short_name(typed: str, taken: Iterable[str] = ()) -> str:
    """A name that can be typed after a slash, made of what was typed: small letters, digits and
    hyphens; a number behind it where there is one already."""
    plain = unicodedata.normalize("NFKD", typed.casefold())
    letters = "".join(one for one in plain if not unicodedata.combining(one))
    made = re.sub(r"[^a-z0-9_-]+", "-", letters).strip("-_")[:36]
    known = set(taken)
    if made not in known:
        return made
    return next(f"{made}-{n}" for n in range(2, 1000) if f"{made}-{n}" not in known)


def tags_of(typed: str) -> tuple[str, ...]:
    """Words between commas, each once."""
    parts = (" ".join(part.split())[:40] for part in typed.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))[:20]
