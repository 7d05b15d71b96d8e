"""Take a text away that was kept ready."""

from workstation.actions.base import Action, Moment, Ref
from workstation.actions.snippets import may_change
from workstation.models import Snippet


class RemoveSnippet(Action):
    kind = "remove_snippet"
    permission = "answer"

    snippet_id: Ref

    def apply(self, moment: Moment) -> None:
        snippet = moment.need(Snippet, self.snippet_id)
        may_change(moment, agent_id=snippet.agent_id, team_id=snippet.team_id)
        snippet.active = False
