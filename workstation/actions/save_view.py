"""Keep a list of the inbox by name, or change one: what it holds, in which order, for whom."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from workstation.actions.base import Action, Line, Moment, Ref, Refused
from workstation.actions.views import may_change
from workstation.models import Channel, SavedView, Team, new_id
from workstation.models.contact import ContactState
from workstation.rules.promise_state import PromiseState

Whose = Annotated[str, StringConstraints(pattern=r"^(|me|nobody|others|[0-9a-f-]{36})$")]
Refs = Annotated[tuple[Ref, ...], Field(max_length=100)]


class ViewFilters(BaseModel):
    """What a contact must be to be in the view; what is left empty does not matter."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    channels: Annotated[tuple[Channel, ...], Field(max_length=10)] = ()
    product_type_ids: Refs = ()
    team_ids: Refs = ()
    owner: Whose = ""
    """ "me" is whoever looks; else an agent's id."""
    states: Annotated[tuple[ContactState, ...], Field(max_length=3)] = ()
    promise: Literal[PromiseState, ""] = ""
    waiting_minutes: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    """How long the customer has waited at least."""
    unread: bool = False
    tags: Annotated[tuple[Line, ...], Field(max_length=50)] = ()
    """Any of them."""
    text: Line = ""


class SaveView(Action):
    kind = "save_view"
    permission = "organise"

    view_id: Ref = Field(default_factory=new_id)
    name: Annotated[Line, Field(min_length=1, max_length=60, pattern=r"\S")]
    team_id: Ref | None = None
    """Whom it is shown to as well."""
    filters: ViewFilters = ViewFilters()
    sort: Literal["due", "newest", "waiting"] = "due"
    grouped: Literal["", "channel", "product_type", "owner", "promise"] = ""
    position: Annotated[int, Field(ge=0, le=100_000)] = 0

    def apply(self, moment: Moment) -> None:
        view = moment.world.get(SavedView, self.view_id)
        if view is not None:
            may_change(moment, view)
        if self.team_id is not None:
            team = moment.need(Team, self.team_id)
            if not team.active:
                raise Refused("not_found")
            if team.id not in moment.team_ids and moment.by.role != "admin":
                raise Refused("not_your_team")
        if view is None:
            view = SavedView(id=self.view_id, agent_id=moment.by.id, name=self.name)
            moment.world.add(view)
        view.name = " ".join(self.name.split())
        view.team_id = self.team_id
        view.filters = self.filters.model_dump(mode="json", exclude_defaults=True)
        view.sort = self.sort
        view.grouped = self.grouped
        view.position = self.position
        view.active = True
