"""Take a saved view away; saving it again brings it back as it was."""

from workstation.actions.base import Action, Moment, Ref
from workstation.actions.views import may_change
from workstation.models import SavedView


class RemoveView(Action):
    kind = "remove_view"
    permission = "organise"

    view_id: Ref

    def apply(self, moment: Moment) -> None:
        view = moment.need(SavedView, self.view_id)
        may_change(moment, view)
        view.active = False
