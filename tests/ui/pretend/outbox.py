"""What a pretended memory is given: actions with their effect on a row, drafts, files."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from tests.ui.pretend.memory import Memory
from tests.ui.pretend.shop import MINE, ident
from workstation.replica.many import NotDone, Outcome
from workstation.replica.rows.inbox import InboxRow
from workstation.replica.rows.news import Changed
from workstation.replica.rows.outbox import Draft, OutboxRow

if TYPE_CHECKING:
    from workstation.actions import Action


class Outbox(Memory):
    """Keeps what was done, for a test to look at."""

    def outbox(self) -> list[OutboxRow]:
        self._elsewhere()
        return list(self.entries)

    def draft(self, contact_id: str) -> Draft | None:
        self._elsewhere()
        return self.drafts.get(contact_id)

    def kept_at(self, contact_id: str) -> int:
        self._elsewhere()
        return self.kept_now.get(contact_id, 0)

    def act_many(self, parts: "Sequence[Sequence[Action]]") -> Outcome:
        outcome = Outcome()
        for part in parts:
            contact_id = str(getattr(part[0], "contact_id", ""))
            found = self._row(contact_id)
            taken = found is not None and found.owner_id not in (None, MINE)
            if taken and self.reference_now.me.role == "agent":
                outcome.refused.append(NotDone(contact_id, "owned_by_other", {"name": "Daan"}))
                continue
            for action in part:
                self.act(action)
            outcome.done.append(contact_id)
        return outcome

    def act(self, action: "Action", *, hold: int = 0) -> str:
        self._elsewhere()
        if self.error is not None:
            raise self.error
        self.actions.append(action)
        action_id = ident(len(self.actions), 8)
        if hold:
            self.held[action_id] = action
        contact_id = getattr(action, "contact_id", None)
        found = self._row(contact_id) if contact_id else None
        if found is not None:
            self.change(found.number, **self._effect(action, found))
        return action_id

    def take_back(self, action_id: str) -> bool:
        self._elsewhere()
        action = self.held.pop(action_id, None)
        if action is None:
            return False
        self.actions.remove(action)
        contact_id, text = getattr(action, "contact_id", ""), getattr(action, "text", "")
        files = tuple(file.model_dump() for file in getattr(action, "files", ()))
        if text or files:
            had = self.drafts.get(contact_id)
            if had is not None and had.text:
                text, files = f"{text}\n\n{had.text}", (*files, *had.files)
            mode: Literal["reply", "note"] = "note" if action.kind == "note" else "reply"
            self.drafts[contact_id] = Draft(contact_id, text, mode, files)
            self.keep_after(contact_id, self.after_now.pop(action_id, {}))
        self.tell(Changed(contacts=frozenset({contact_id}), tables=frozenset({"outbox"})))
        return True

    def share_draft(self, contact_id: str) -> None:
        self._elsewhere()
        draft = self.drafts.get(contact_id)
        self.shared.append((contact_id, draft.text if draft else ""))

    def save_draft(self, draft: Draft) -> None:
        self._elsewhere()
        if draft.text or draft.files:
            self.drafts[draft.contact_id] = draft
        else:
            self.drafts.pop(draft.contact_id, None)
            self.after_now.pop(draft.contact_id, None)

    def after(self, contact_id: str) -> dict[str, Any]:
        self._elsewhere()
        return self.after_now.get(contact_id, {})

    def keep_after(self, key: str, deeds: Mapping[str, Any]) -> None:
        self._elsewhere()
        self.after_now.pop(key, None)
        if deeds:
            self.after_now[key] = dict(deeds)

    def look(self, contact_id: str, at: int) -> None:
        self._elsewhere()
        self.looked[contact_id] = max(at, self.looked.get(contact_id, 0))

    def answer(self, contact_id: str, message_id: str) -> None:
        self._elsewhere()
        self.answering[contact_id] = message_id

    def retry(self, action_id: str) -> None:
        self._elsewhere()
        self.retried.append(action_id)
        self._change_entry(action_id, "waiting")

    def discard(self, action_id: str) -> None:
        self._elsewhere()
        self.discarded.append(action_id)
        self.entries = [each for each in self.entries if each.action_id != action_id]
        self.tell(Changed(tables=frozenset({"outbox"})))

    def add_file(
        self,
        content: bytes,
        *,
        name: str,
        media_type: str,
        width: int | None,
        height: int | None,
    ) -> dict[str, Any]:
        import hashlib

        self._elsewhere()
        sha256 = hashlib.sha256(content).hexdigest()
        self.files[sha256] = content
        return {
            "id": "00000000-0000-7000-8000-" + sha256[:12],
            "sha256": sha256,
            "size": len(content),
            "media_type": media_type,
            "name": name,
            "width": width,
            "height": height,
        }

    def file(self, sha256: str) -> bytes | None:
        self._elsewhere()
        return self.files.get(sha256)

    def _change_entry(self, action_id: str, state: Any) -> None:
        self.entries = [
            replace(each, state=state) if each.action_id == action_id else each
            for each in self.entries
        ]
        self.tell(Changed(tables=frozenset({"outbox"})))

    @staticmethod
    def _effect(action: "Action", found: InboxRow) -> dict[str, Any]:
        match action.kind:
            case "claim":
                return {"owner_id": MINE, "pending": True}
            case "assign":
                return {"owner_id": getattr(action, "agent_id", None), "pending": True}
            case "tag_contact":
                gone, more = getattr(action, "remove", ()), getattr(action, "add", ())
                left = tuple(tag for tag in found.tags if tag not in gone)
                return {"tags": left + tuple(tag for tag in more if tag not in left)}
            case "mark_unread":
                return {"unread": True}
            case "release":
                return {"owner_id": None, "pending": True}
            case "reply":
                return {"waiting_since": None, "due_at": None, "last_side": "agent",
                        "last_text": getattr(action, "text", ""), "pending": True}  # fmt: skip
            case "snooze":
                return {"state": "snoozed", "snoozed_until": getattr(action, "until", 0)}
            case "wrap_up":
                return {"state": "done", "due_at": None, "waiting_since": None}
            case "reopen":
                return {"state": "open", "snoozed_until": None}
            case "mark_read":
                return {"unread": False}
            case "transfer":
                return {"team_id": getattr(action, "team_id", found.team_id), "owner_id": None}
            case _:
                return {"pending": True}
