"""What a person does at this desk: laid over the rows and put in the outbox in one go, held a
moment where they may think again, taken back, done again."""

import contextlib
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from workstation.models.ids import new_id
from workstation.replica import after, begun, drafts, files, held, outbox
from workstation.replica.rows.news import Changed

if TYPE_CHECKING:
    from workstation.actions import Action
    from workstation.replica.many import Outcome
    from workstation.replica.rows.outbox import Draft
    from workstation.replica.store import Store


class Doing:
    """The half of the replica that people write to."""

    def __init__(self, store: "Store") -> None:
        self._store = store
        self._outbox_grew: list[Callable[[], None]] = []

    def act(self, action: "Action", *, hold: int = 0) -> str:
        """Show at once what `action` does and put it in the outbox, to leave after `hold`
        milliseconds; the id by which it can be taken back until then. Raises `Refused` when the
        rows say no already; then nothing is kept."""
        from workstation.replica.overlay import preview  # after the first paint
        from workstation.replica.touched import changed_by

        now = self._store.now()
        contact_id: str | None = getattr(action, "contact_id", None)
        action_id = new_id()
        with self._store.writing() as connection:
            touched, footprint = preview(connection, self._store.me, action, now)
            self._store.laid.note({action_id: footprint})
            if contact_id is not None and outbox.returns_to_composer(action.kind):
                outbox.drop_returned(connection, contact_id)  # it was in the composer: dealt with
            outbox.put(
                connection,
                action_id=action_id,
                kind=action.kind,
                contact_id=contact_id,
                data=action.model_dump_json(),
                now=now,
            )
            if hold:
                held.hold(connection, action_id, now + hold)
            changed = changed_by(connection, touched)
        self._told(changed)
        self._outbox_is_different()
        return action_id

    def act_many(self, parts: "Sequence[Sequence[Action]]") -> "Outcome":
        """The same with many contacts at once: each part is what is done with one of them."""
        from workstation.replica.many import do_many  # after the first paint

        with self._store.writing() as connection:
            outcome, changed = do_many(
                connection, self._store.laid, self._store.me, parts, self._store.now()
            )
        self._told(changed)
        self._outbox_is_different()
        return outcome

    def take_back(self, action_id: str) -> bool:
        """Undo what was done and has not left yet, with what followed from it: a text is a draft
        again, above what was typed since. False when it has left."""
        from workstation.replica.overlay import lay_anew  # after the first paint
        from workstation.replica.touched import changed_by

        with self._store.writing() as connection:
            taken = held.take_back(connection, action_id)
            if taken is None:
                return False
            if outbox.returns_to_composer(taken.kind) and held.waits_for_it(taken.data):
                drafts.give_back(
                    connection,
                    contact_id=taken.contact_id,
                    kind=taken.kind,
                    data=taken.data,
                    reason="",
                    now=self._store.now(),
                )
                after.give_back(connection, action_id, taken.contact_id)
            upto = int(self._store.noted("upto") or 0)
            touched = lay_anew(connection, self._store.laid, self._store.me, upto)
            changed = changed_by(connection, touched)
        self._told(changed)
        self._outbox_is_different()
        return True

    def let_go(self) -> bool:
        """Have what is held leave now; whether there was any."""
        with self._store.writing() as connection:
            found = held.let_go(connection, self._store.now())
        if found:
            self._outbox_is_different()
        return found

    def look(self, contact_id: str, at: int) -> None:
        """What was said up to this moment was looked at on this desk."""
        from workstation.replica.queries import contact  # after the first paint

        with self._store.writing() as connection:
            contact.look(connection, contact_id, at)

    def answer(self, contact_id: str, message_id: str) -> None:
        """What is written there next answers this message; empty: none in particular."""
        from workstation.replica.queries import contact  # after the first paint

        with self._store.writing() as connection:
            contact.answer(connection, contact_id, message_id)

    def save_draft(self, draft: "Draft") -> None:
        """Keep what was typed; empty text and no files drop it."""
        with self._store.writing() as connection:
            drafts.save(connection, draft, self._store.now())

    def keep_after(self, key: str, deeds: Mapping[str, Any]) -> None:
        """Keep what is to be done once something was sent, with a contact's draft or with an action
        that was made of it."""
        with self._store.writing() as connection:
            after.keep(connection, key, deeds)

    def share_draft(self, contact_id: str) -> None:
        """Have the office keep what was typed here, for who takes over. What may not be shared, as
        on a contact that is another team's by now, stays a draft of this desk."""
        from workstation.actions import Refused  # after the first paint
        from workstation.actions.save_draft import SaveDraft

        with self._store.reading() as connection:
            found = begun.to_share(connection, contact_id, self._store.me)
        if found is not None:
            draft, at = found
            with contextlib.suppress(Refused):
                self.act(
                    SaveDraft(
                        contact_id=contact_id,
                        mode=draft.mode,
                        text=draft.text,
                        written_at=at or self._store.now(),
                    )
                )

    def add_file(
        self, content: bytes, *, name: str, media_type: str, width: int | None, height: int | None
    ) -> dict[str, Any]:
        """Keep a file until it is sent; the fields of an `actions.File`."""
        with self._store.writing() as connection:
            sha256 = files.keep(
                connection,
                content,
                media_type=media_type,
                name=name,
                now=self._store.now(),
                uploaded=False,
            )
        return {
            "id": new_id(),
            "sha256": sha256,
            "size": len(content),
            "media_type": media_type,
            "name": name,
            "width": width,
            "height": height,
        }

    def retry(self, action_id: str) -> None:
        """Send a refused action again, as a new one: the server has decided the old one. Its text
        leaves the composer it had returned to. Raises `Refused` when the rows still say no."""
        from workstation.actions import ACTIONS  # after the first paint

        with self._store.reading() as connection:
            row = connection.execute(
                "SELECT kind, data, contact_id FROM mine.outbox "
                "WHERE action_id = ? AND state = 'refused'",
                (action_id,),
            ).fetchone()
        if row is None:
            return
        kind, data, contact_id = row
        self.act(ACTIONS[kind].model_validate_json(data))
        with self._store.writing() as connection:
            outbox.drop(connection, action_id)
            if outbox.returns_to_composer(kind):
                drafts.take_back(connection, contact_id, data, self._store.now())
        self._told(Changed(contacts=frozenset({contact_id} if contact_id else ())))

    def discard(self, action_id: str) -> None:
        """Take an entry out of the outbox, unless it is on its way."""
        from workstation.replica.overlay import lay_anew  # after the first paint
        from workstation.replica.touched import changed_by

        with self._store.writing() as connection:
            outbox.drop(connection, action_id)
            upto = int(self._store.noted("upto") or 0)
            touched = lay_anew(connection, self._store.laid, self._store.me, upto)
            changed = changed_by(connection, touched)
        self._told(changed)

    def on_outbox(self, heard: Callable[[], None]) -> None:
        """Be told that there is something to send."""
        self._outbox_grew.append(heard)

    def _outbox_is_different(self) -> None:
        for heard in list(self._outbox_grew):
            heard()

    def _told(self, changed: Changed) -> None:
        self._store.tell(Changed(changed.contacts, changed.customers, changed.tables | {"outbox"}))
