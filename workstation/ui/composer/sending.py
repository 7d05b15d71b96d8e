"""From a draft to an action in the outbox, in the writer's thread."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from PySide6.QtCore import QObject

from workstation.replica.rows.channels import TemplateRow
from workstation.replica.rows.outbox import Draft
from workstation.rules.naming import ids, named
from workstation.ui.doors import ReplicaDoor
from workstation.ui.threads.writer import Writer

Sent = Callable[[str], None]
"""Told the id by which it can be taken back until it leaves."""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What is sent: a draft, and when it was written (milliseconds since the epoch). `colleagues`
    are ids and names, of whom a note may mention some; `hold` is how long it waits, in ms;
    `reply_to_id` is the message that it answers in particular, if it does."""

    draft: Draft
    written_at: int
    colleagues: tuple[tuple[str, str], ...] = ()
    hold: int = 0
    reply_to_id: str = ""
    after: dict[str, Any] = field(default_factory=dict)
    """What is to be done once it was sent: comes back with it."""


def send(
    writer: Writer,
    outgoing: Outgoing,
    *,
    done: Sent,
    failed: Callable[[Exception], None],
    owner: QObject,
) -> None:
    """Put it in the outbox and only then drop the draft: a crash in between keeps both, never
    neither. `failed` is told why when the desk refuses at once."""

    def work(replica: ReplicaDoor) -> str:
        # Here and not above: the actions bring SQLAlchemy, which the first paint can do without.
        from workstation.actions import Action, File, Note, Reply

        draft = outgoing.draft
        files = tuple(File(**facts) for facts in draft.files)
        orders = _orders(replica, draft)
        answers = outgoing.reply_to_id or None
        action: Action
        if draft.mode == "note":
            action = Note(
                contact_id=draft.contact_id,
                text=draft.text,
                files=files,
                mentions=ids(named(draft.text, "@", outgoing.colleagues))[:30],
                orders=orders,
                reply_to_id=answers,
                written_at=outgoing.written_at,
            )
        else:
            action = Reply(
                contact_id=draft.contact_id,
                text=draft.text,
                files=files,
                orders=orders,
                reply_to_id=answers,
                written_at=outgoing.written_at,
            )
        replica.save_draft(draft)
        action_id = replica.act(action, hold=outgoing.hold)
        replica.keep_after(action_id, outgoing.after)
        replica.save_draft(Draft(draft.contact_id, "", reason=draft.reason))
        return action_id

    writer.do(work, done=done, failed=failed, owner=owner)


def _orders(replica: ReplicaDoor, draft: Draft) -> tuple[str, ...]:
    """The customer's orders that the text names with a #."""
    if "#" not in draft.text:
        return ()
    facts = replica.writing_facts(draft.contact_id)
    if facts is None:
        return ()
    return ids(named(draft.text, "#", ((one.order_id, one.number) for one in facts.orders)))[:30]


def send_template(
    writer: Writer,
    contact_id: str,
    template: TemplateRow,
    parameters: tuple[str, ...],
    *,
    written_at: int,
    hold: int,
    done: Sent,
    failed: Callable[[Exception], None],
    owner: QObject,
) -> None:
    """Put a filled-in template in the outbox."""

    def work(replica: ReplicaDoor) -> str:
        from workstation.actions.reply import Reply, TemplateChoice

        chosen = TemplateChoice(
            name=template.name, language=template.language, parameters=parameters
        )
        reply = Reply(contact_id=contact_id, template=chosen, written_at=written_at)
        return replica.act(reply, hold=hold)

    writer.do(work, done=done, failed=failed, owner=owner)
