"""Keep a text ready under a short name, or improve one."""

from typing import Annotated, Final

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from workstation.actions.base import Action, Line, Moment, Ref, Refused
from workstation.actions.snippets import Whose, may_change, named
from workstation.actions.tag_contact import Tags
from workstation.models import Channel, Reason, Resolution, Snippet, Team, new_id
from workstation.models.text import storable

LONGEST: Final = 10_000
"""Characters of a text."""
LONGEST_SNOOZE: Final = 60 * 24 * 90
"""Minutes."""


def _trimmed(given: object) -> object:
    return storable(given.strip()) if isinstance(given, str) else given


Shortcut = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_-]{0,39}$")]
Words = Annotated[str, Field(max_length=LONGEST), BeforeValidator(_trimmed)]


class SnippetDeeds(BaseModel):
    """What is done once the text has been sent; what is left empty is not done."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    tags: Tags = ()
    snooze_minutes: Annotated[int, Field(ge=0, le=LONGEST_SNOOZE)] = 0
    team_id: Ref | None = None
    reason_id: Ref | None = None
    resolution_ids: Annotated[tuple[Ref, ...], Field(max_length=20)] = ()


class SaveSnippet(Action):
    """One's own, a team's, or everybody's: the last two are for leads. It is whole in Dutch or in
    English."""

    kind = "save_snippet"
    permission = "answer"

    snippet_id: Ref = Field(default_factory=new_id)
    shortcut: Shortcut
    name_en: Line = ""
    name_nl: Line = ""
    text_en: Words = ""
    text_nl: Words = ""
    channels: Annotated[tuple[Channel, ...], Field(max_length=10)] = ()
    deeds: SnippetDeeds = SnippetDeeds()
    whose: Whose = "mine"
    team_id: Ref | None = None
    """With `whose` "team"."""
    position: Annotated[int, Field(ge=0, le=100_000)] = 0

    def apply(self, moment: Moment) -> None:
        if not self.text_en and not self.text_nl:
            raise Refused("snippet_empty")
        snippet = moment.world.get(Snippet, self.snippet_id)
        if snippet is not None:
            may_change(moment, agent_id=snippet.agent_id, team_id=snippet.team_id)
        agent_id, team_id = self._owner(moment)
        may_change(moment, agent_id=agent_id, team_id=team_id)
        self._deeds_exist(moment)
        same = moment.world.find(
            Snippet, shortcut=self.shortcut, agent_id=agent_id, team_id=team_id, active=True
        )
        if any(one.id != self.snippet_id for one in same):
            raise Refused("shortcut_taken", name=self.shortcut)
        if snippet is None:
            snippet = Snippet(id=self.snippet_id)
            moment.world.add(snippet)
        snippet.shortcut = self.shortcut
        snippet.name_en, snippet.name_nl = named(self.name_en, self.name_nl, self.shortcut)
        snippet.text_en, snippet.text_nl = self.text_en, self.text_nl
        snippet.channels = list(self.channels)
        snippet.deeds = self.deeds.model_dump(mode="json", exclude_defaults=True)
        snippet.agent_id, snippet.team_id = agent_id, team_id
        snippet.position = self.position
        snippet.active = True

    def _owner(self, moment: Moment) -> tuple[str | None, str | None]:
        """Of which agent and of which team it is; neither is everybody's."""
        if self.whose == "mine":
            return moment.by.id, None
        if self.whose == "everybody":
            return None, None
        if self.team_id is None:
            raise Refused("not_found")
        return None, moment.need(Team, self.team_id).id

    def _deeds_exist(self, moment: Moment) -> None:
        if self.deeds.team_id is not None:
            moment.need(Team, self.deeds.team_id)
        if self.deeds.reason_id is not None:
            moment.need(Reason, self.deeds.reason_id)
        for resolution_id in self.deeds.resolution_ids:
            moment.need(Resolution, resolution_id)
