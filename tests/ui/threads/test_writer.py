"""The writer: in order, all of it, and refusals to who asked."""

import threading
from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.replica import PretendReplica
from tests.ui.pretend.shop import ident
from workstation.actions import Refused
from workstation.replica.rows.outbox import Draft
from workstation.ui.doors import ReplicaDoor


def test_what_people_do_is_written_in_the_order_they_did_it(
    qtbot: QtBot, desk: PretendDesk, replica: PretendReplica
) -> None:
    done: list[str] = []
    for kind in ("claim", "release", "claim"):
        desk.context.writer.act(kind, contact_id=ident(1), done=lambda k=kind: done.append(k))  # type: ignore[misc]
    qtbot.waitUntil(lambda: done == ["claim", "release", "claim"])
    assert [action.kind for action in replica.actions] == done


def test_a_refusal_is_told_to_who_did_it(
    qtbot: QtBot, desk: PretendDesk, replica: PretendReplica
) -> None:
    replica.error = Refused("owned_by_other", name="Daan Visser")
    told: list[Exception] = []
    desk.context.writer.act("claim", contact_id=ident(1), failed=told.append)
    qtbot.waitUntil(lambda: told == [replica.error])


def test_of_a_draft_only_the_newest_is_written(
    qtbot: QtBot, desk: PretendDesk, replica: PretendReplica
) -> None:
    gate, saved = threading.Event(), list[str]()
    writer = desk.context.writer

    def hold(_: ReplicaDoor) -> None:
        assert gate.wait(5)

    save = replica.save_draft
    replica.save_draft = lambda draft: (saved.append(draft.text), save(draft))[1]  # type: ignore[method-assign, func-returns-value]
    writer.do(hold)
    for text in ("H", "Ho", "Hoi"):
        writer.save_draft(Draft(ident(1), text))
    gate.set()
    qtbot.waitUntil(lambda: writer.idle)
    assert saved == ["Hoi"]


def test_closing_writes_what_still_waits(
    qtbot: QtBot, desk: PretendDesk, replica: PretendReplica, tmp_path: Path
) -> None:
    for number in range(1, 30):
        desk.context.writer.save_draft(Draft(ident(number), f"draft {number}"))
    assert desk.context.writer.stop()
    assert len(replica.drafts) == 29
