"""Which lists there are, what they are called, and how much waits in each."""

from dataclasses import dataclass
from typing import Final

from workstation.replica.lists import SavedViewRow, View
from workstation.replica.rows.inbox import Counts
from workstation.replica.rows.reference import Reference
from workstation.ui.paintable import paintable_line
from workstation.ui.words import translate

TEAM_ICONS: Final = {
    "television": "tv",
    "tv": "tv",
    "washer": "washer",
    "washing": "washer",
    "smartphone": "smartphone",
    "phone": "smartphone",
    "gaming": "gaming",
    "gamepad": "gaming",
    "laptop": "laptop",
    "computer": "laptop",
    "audio": "audio",
    "headphones": "audio",
    "camera": "camera",
    "photo": "camera",
    "kitchen": "kitchen",
    "coffee": "kitchen",
    "fridge": "fridge",
    "cooling": "fridge",
    "vacuum": "vacuum",
    "cleaning": "vacuum",
    "network": "network",
    "storage": "storage",
    "printer": "printer",
    "watch": "watch",
    "wearable": "watch",
    "first_aid": "first_aid",
    "chat": "message",
}
"""What a shop may call a team's icon, and the icon."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One list. `count` None means that none is shown."""

    view: View
    title: str
    icon: str
    count: int | None = None
    late: int = 0
    kept: SavedViewRow | None = None
    """With a view that somebody keeps."""


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    entries: tuple[Entry, ...]
    grows: bool = False
    """Whether a person adds to it."""


def sections(reference: Reference, counts: Counts | None, language: str) -> tuple[Section, ...]:
    """The sidebar from top to bottom: own work, own teams, other teams for who sees them."""
    own = Section(
        "",
        (
            Entry(
                View("mine"),
                translate("sidebar", "My work"),
                "inbox",
                counts.mine if counts else None,
                counts.mine_late if counts else 0,
            ),
            Entry(
                View("snoozed"),
                translate("sidebar", "Snoozed"),
                "snooze",
                counts.snoozed if counts else None,
            ),
            Entry(View("done"), translate("sidebar", "Done"), "done"),
        ),
    )
    found = [own]
    for title, mine in (
        (translate("sidebar", "Teams"), True),
        (translate("sidebar", "Other teams"), False),
    ):
        teams = tuple(
            Entry(
                View("team", team_id=team.team_id),
                team.name_nl if language == "nl" else team.name_en,
                TEAM_ICONS.get(team.icon, "team"),
                counts.teams.get(team.team_id, 0) if counts else None,
                counts.late.get(team.team_id, 0) if counts else 0,
            )
            for team in reference.teams
            if team.mine is mine and (mine or reference.me.role == "admin")
        )
        if teams:
            found.append(Section(title, teams))
    views = tuple(_kept(view, counts) for view in reference.views)
    found.append(Section(translate("sidebar", "Views"), views, grows=True))
    return tuple(found)


def _kept(view: SavedViewRow, counts: Counts | None) -> Entry:
    return Entry(
        view.view,
        paintable_line(view.name),
        "filter" if view.team_id is None else "team",
        None if counts is None else counts.views.get(view.view_id),
        kept=view,
    )
