"""Keep at the office what one has begun to write, so that a colleague who takes over sees it."""

from pydantic import Field

from workstation.actions.base import Body, ContactAction, Moment
from workstation.models import Contact, SharedDraft, id_for
from workstation.models.writing import DraftMode


class SaveDraft(ContactAction):
    """What was written last counts, in whatever order it arrives. An empty text is none."""

    kind = "save_draft"
    permission = "answer"
    on_record = False

    mode: DraftMode = "reply"
    text: Body = ""
    written_at: int = Field(ge=0, le=1 << 45)
    """The writer's clock, milliseconds since the epoch."""

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        at = min(self.written_at, moment.now)
        kept = _of(moment, contact)
        if kept is None:
            if self.text:
                moment.world.add(
                    SharedDraft(
                        id=id_for("shared draft", f"{contact.id}:{moment.by.id}"),
                        contact_id=contact.id,
                        agent_id=moment.by.id,
                        mode=self.mode,
                        text=self.text,
                        at=at,
                    )
                )
        elif kept.at <= at:
            kept.mode, kept.text, kept.at = self.mode, self.text, at


def written(moment: Moment, contact: Contact, mode: DraftMode) -> None:
    """What was begun has been sent: nothing of it is left to take over."""
    kept = _of(moment, contact)
    if kept is not None and kept.mode == mode and kept.at <= moment.now:
        kept.text, kept.at = "", moment.now


def _of(moment: Moment, contact: Contact) -> SharedDraft | None:
    found = moment.world.find(SharedDraft, contact_id=contact.id, agent_id=moment.by.id)
    return found[0] if found else None
