"""The lists that people of the sample shop keep by name."""

from typing import Any

from workstation.models import SavedView
from workstation.sample.rows import Batch, Row, ref
from workstation.sample.staff import agent_id, team_id
from workstation.sample.texts import text


def batches() -> list[Batch]:
    kept = text("views")["view"]
    return [(SavedView, [_view(one, place) for place, one in enumerate(kept)])]


def _view(entry: dict[str, Any], position: int) -> Row:
    return {
        "id": ref(f"view:{entry['name']}"),
        "agent_id": agent_id(entry["of"]),
        "team_id": team_id(entry["team"]) if "team" in entry else None,
        "name": entry["name"],
        "filters": dict(entry["filters"]),
        "sort": entry.get("sort", "due"),
        "grouped": entry.get("grouped", ""),
        "position": position,
        "active": True,
    }
