"""These two are not one person: do not suggest it again."""

from workstation.actions.base import Action, Moment, Ref
from workstation.models import Match


class DismissMatch(Action):
    kind = "dismiss_match"
    permission = "organise"

    match_id: Ref

    def apply(self, moment: Moment) -> None:
        match = moment.need(Match, self.match_id)
        if match.state == "open":
            match.state = "dismissed"
