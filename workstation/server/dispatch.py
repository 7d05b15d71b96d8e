"""Deciding an action: receipt, effect, shares and the jobs that follow, in one transaction.

The receipt goes first: its primary key makes an action that comes twice wait for, and then repeat,
the first decision.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson
from pydantic import ValidationError
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from workstation.actions import ACTIONS, Action, Moment, Refused
from workstation.models import Agent, Membership, now_ms
from workstation.models.office import Receipt
from workstation.server.store.database import Database
from workstation.server.store.shares import share_changed
from workstation.server.store.world import DatabaseWorld
from workstation.wire.envelopes import Decision, Envelope, Refusal
from workstation.wire.refusals import sentence

Follow = Callable[[Session, int], None]


@dataclass(frozen=True)
class Dispatch:
    """Decides actions. `follow` is called before the commit with the session and the moment, to
    check files and enqueue the jobs that the new rows ask for; it may refuse."""

    database: Database
    follow: Follow
    clock: Callable[[], int] = now_ms

    def decide(self, agent_id: str, envelope: Envelope, language: str = "en") -> Decision:
        """Accept or refuse, once for each action id."""
        try:
            action = read_action(envelope)
        except Refused as refused:
            return self._refuse(agent_id, envelope, refused, language)

        def work(session: Session) -> Decision:
            known = session.get(Receipt, envelope.id)
            if known is not None:
                return _repeat(known, agent_id, language)
            now = self.clock()
            receipt = Receipt(
                id=envelope.id,
                agent_id=agent_id,
                kind=envelope.kind,
                data=_on_record(envelope),
                at=now,
                outcome="accepted",
                rev=self.database.revision(session),
            )
            session.add(receipt)
            session.flush()
            perform(session, agent_id, action, now)
            self.follow(session, now)
            share_changed(session)
            session.flush()
            return Decision(id=envelope.id, outcome="accepted", rev=receipt.rev)

        try:
            return self.database.retrying(work)
        except Refused as refused:
            return self._refuse(agent_id, envelope, refused, language)
        except IntegrityError:
            return self._refuse(agent_id, envelope, Refused("not_understood"), language)

    def _refuse(
        self, agent_id: str, envelope: Envelope, refused: Refused, language: str
    ) -> Decision:
        def work(session: Session) -> Decision:
            known = session.get(Receipt, envelope.id)
            if known is not None:
                return _repeat(known, agent_id, language)
            receipt = Receipt(
                id=envelope.id,
                agent_id=agent_id,
                kind=envelope.kind[:200],
                data=_on_record(envelope),
                at=self.clock(),
                outcome="refused",
                refusal={"code": refused.code, "facts": refused.facts},
            )
            session.add(receipt)
            session.flush()
            return _repeat(receipt, agent_id, language)

        try:
            return self.database.retrying(work)
        except IntegrityError:  # the same action is being decided beside us: ask again
            return self.database.retrying(
                lambda session: _repeat(session.get_one(Receipt, envelope.id), agent_id, language)
            )


def read_action(envelope: Envelope) -> Action:
    """The action in an envelope, checked and typed; refused when it makes no sense."""
    kind = ACTIONS.get(envelope.kind)
    if kind is None:
        raise Refused("not_understood")
    try:
        return kind.model_validate_json(orjson.dumps(envelope.data))
    except (ValidationError, orjson.JSONEncodeError, TypeError) as error:
        raise Refused("not_understood") from error


def _on_record(envelope: Envelope) -> dict[str, Any]:
    """What the receipt keeps of it."""
    kind = ACTIONS.get(envelope.kind)
    return envelope.data if kind is None or kind.on_record else {}


def perform(session: Session, agent_id: str, action: Action, now: int) -> None:
    """Do `action` for this agent in this session, or raise `Refused`."""
    agent = session.get(Agent, agent_id)
    if agent is None:
        raise Refused("not_allowed")
    team_ids: Any = session.scalars(
        select(Membership.team_id).where(Membership.agent_id == agent_id, Membership.active)
    )
    action.perform(
        Moment(world=DatabaseWorld(session), by=agent, team_ids=frozenset(team_ids), now=now)
    )


def _repeat(receipt: Receipt, agent_id: str, language: str) -> Decision:
    if receipt.agent_id != agent_id:
        refusal: dict[str, Any] = {"code": "not_understood", "facts": {}}
    elif receipt.outcome == "accepted":
        return Decision(id=receipt.id, outcome="accepted", rev=receipt.rev)
    else:
        refusal = receipt.refusal or {"code": "not_understood", "facts": {}}
    detail = sentence(refusal["code"], refusal["facts"], language)
    return Decision(id=receipt.id, outcome="refused", refusal=Refusal(**refusal, detail=detail))
