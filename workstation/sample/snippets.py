"""The texts that the sample shop keeps ready, and what is done once they were sent."""

from typing import Any

from workstation.models import Snippet
from workstation.sample.agreements import reason_id, resolution_id
from workstation.sample.rows import Batch, Row, ref
from workstation.sample.staff import agent_id, team_id
from workstation.sample.texts import text


def batches() -> list[Batch]:
    kept = text("snippets")["snippet"]
    return [(Snippet, [_snippet(one, place) for place, one in enumerate(kept)])]


def _snippet(entry: dict[str, Any], position: int) -> Row:
    english, dutch = entry["title"]
    return {
        "id": ref(f"snippet:{entry['name']}"),
        "shortcut": entry["name"],
        "name_en": english,
        "name_nl": dutch,
        "text_en": entry["en"],
        "text_nl": entry["nl"],
        "channels": entry.get("channels", []),
        "deeds": _deeds(entry.get("deeds", {})),
        "team_id": team_id(entry["team"]) if "team" in entry else None,
        "agent_id": agent_id(entry["of"]) if "of" in entry else None,
        "position": position,
        "active": True,
    }


def _deeds(named: dict[str, Any]) -> dict[str, Any]:
    """The same with ids for the names."""
    deeds: dict[str, Any] = {
        what: named[what] for what in ("tags", "snooze_minutes") if what in named
    }
    if "reason" in named:
        deeds["reason_id"] = reason_id(named["reason"])
    if "resolutions" in named:
        deeds["resolution_ids"] = [resolution_id(key) for key in named["resolutions"]]
    return deeds
