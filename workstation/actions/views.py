"""Whose a saved view is: who keeps it, and for a team's also who leads that team."""

from workstation.actions.base import Moment, Refused
from workstation.models import SavedView


def may_change(moment: Moment, view: SavedView) -> None:
    """Refuse whoever may only look through it."""
    if view.agent_id == moment.by.id or moment.by.role == "admin":
        return
    if moment.by.role == "lead" and view.team_id in moment.team_ids:
        return
    raise Refused("view_of_other", name=moment.name_of(view.agent_id))
