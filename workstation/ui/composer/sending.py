"""From a draft to an action in the outbox, in the writer's thread."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from workstation.replica.rows import Draft, TemplateRow
from workstation.ui.doors import ReplicaDoor
from workstation.ui.threads.writer import Writer


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What is sent: a draft, and when it was written (milliseconds since the epoch);
    `reply_to_id` is the message it answers, if it answers one in particular."""

    draft: Draft
    written_at: int
    reply_to_id: str = ""


def send(
    writer: Writer,
    outgoing: Outgoing,
    *,
    done: Callable[[], None],
    failed: Callable[[Exception], None],
    owner: QObject,
) -> None:
    """Put it in the outbox and only then drop the draft: a crash in between keeps both, never
    neither. `failed` is told why when the desk refuses at once."""

    def work(replica: ReplicaDoor) -> None:
        # Here and not above: the actions bring SQLAlchemy, which the first paint can do without.
        from workstation.actions import File, Note, Reply

        draft = outgoing.draft
        kind = Note if draft.mode == "note" else Reply
        replica.save_draft(draft)
        replica.act(
            kind(
                contact_id=draft.contact_id,
                text=draft.text,
                files=tuple(File(**facts) for facts in draft.files),
                reply_to_id=outgoing.reply_to_id or None,
                written_at=outgoing.written_at,
            )
        )
        replica.save_draft(Draft(draft.contact_id, "", reason=draft.reason))

    writer.do(work, done=lambda _: done(), failed=failed, owner=owner)


def send_template(
    writer: Writer,
    contact_id: str,
    template: TemplateRow,
    parameters: tuple[str, ...],
    *,
    written_at: int,
    done: Callable[[], None],
    failed: Callable[[Exception], None],
    owner: QObject,
) -> None:
    """Put a filled-in template in the outbox."""

    def work(replica: ReplicaDoor) -> None:
        from workstation.actions.reply import Reply, TemplateChoice

        chosen = TemplateChoice(
            name=template.name, language=template.language, parameters=parameters
        )
        replica.act(Reply(contact_id=contact_id, template=chosen, written_at=written_at))

    writer.do(work, done=lambda _: done(), failed=failed, owner=owner)
