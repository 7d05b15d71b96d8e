"""What the snippets in a message ask to be done once it was sent: collected, said, done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject

from workstation.ui.contact.refusal_words import refusal_sentence
from workstation.ui.context import DeskContext
from workstation.ui.inbox.inbox_words import length
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

MINUTE = 60_000


@dataclass(frozen=True, slots=True)
class AfterSending:
    """The deeds of one or more snippets together; the last one's word counts where two differ."""

    tags: tuple[str, ...] = ()
    snooze_minutes: int = 0
    team_id: str = ""
    reason_id: str = ""
    resolution_ids: tuple[str, ...] = ()

    @staticmethod
    def of(deeds: Mapping[str, Any]) -> "AfterSending":
        return AfterSending(
            tags=tuple(deeds.get("tags") or ()),
            snooze_minutes=int(deeds.get("snooze_minutes") or 0),
            team_id=deeds.get("team_id") or "",
            reason_id=deeds.get("reason_id") or "",
            resolution_ids=tuple(deeds.get("resolution_ids") or ()),
        )

    def as_deeds(self) -> dict[str, Any]:
        """As a snippet has them: only what is to be done."""
        every = {
            "tags": list(self.tags),
            "snooze_minutes": self.snooze_minutes,
            "team_id": self.team_id,
            "reason_id": self.reason_id,
            "resolution_ids": list(self.resolution_ids),
        }
        return {name: value for name, value in every.items() if value}

    def __bool__(self) -> bool:
        return self != AfterSending()

    @property
    def proposes(self) -> bool:
        return bool(self.reason_id or self.resolution_ids)

    def and_then(self, more: "AfterSending") -> "AfterSending":
        return AfterSending(
            tags=_once((*self.tags, *more.tags)),
            snooze_minutes=more.snooze_minutes or self.snooze_minutes,
            team_id=more.team_id or self.team_id,
            reason_id=more.reason_id or self.reason_id,
            resolution_ids=_once((*self.resolution_ids, *more.resolution_ids)),
        )


def words(after: AfterSending, context: DeskContext) -> str:
    """ "After sending: tag return, snooze 2 h"; "" when nothing is done."""
    nl = context.language == "nl"
    parts: list[str] = []
    if after.tags:
        tags = ", ".join(harmless_line(tag) for tag in after.tags)
        parts.append(translate("composer", "tag {tags}").format(tags=tags))
    if after.team_id:
        team = context.team_name(after.team_id)
        parts.append(translate("composer", "transfer to {team}").format(team=team))
    if after.snooze_minutes:
        time = length(after.snooze_minutes * MINUTE)
        parts.append(translate("composer", "snooze for {time}").format(time=time))
    reason = next((r for r in context.reference.reasons if r.reason_id == after.reason_id), None)
    if reason is not None:
        name = reason.name_nl if nl else reason.name_en
        parts.append(translate("composer", "propose “{reason}”").format(reason=name))
    offered = [
        one.name_nl if nl else one.name_en
        for one in context.reference.resolutions
        if one.resolution_id in after.resolution_ids
    ]
    if offered:
        parts.append(translate("composer", "offered: {what}").format(what=", ".join(offered)))
    if not parts:
        return ""
    return translate("composer", "After sending: {what}").format(what=" · ".join(parts))


def do(after: AfterSending, contact_id: str, context: DeskContext, owner: QObject) -> None:
    """Everything that is an action of its own; proposals are the wrap-up's."""

    def failed(error: Exception) -> None:
        why = refusal_sentence(error, context.language)
        if why is None:
            raise error
        context.news.notice.emit(why, "bad")

    def act(kind: str, **data: Any) -> None:
        context.writer.act(kind, contact_id=contact_id, failed=failed, owner=owner, **data)

    if after.tags:
        act("tag_contact", add=after.tags)
    if after.snooze_minutes:
        act("snooze", until=context.clock() + after.snooze_minutes * MINUTE)
    if after.team_id:
        act("transfer", team_id=after.team_id)


def _once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
