"""A message that comes back and what is typed meanwhile never wipe out one another."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from workstation.models import new_id
from workstation.replica import drafts
from workstation.replica.replica import Replica
from workstation.replica.rows.outbox import SEEN, Draft

CONTACT = new_id()


@pytest.fixture
def replica(tmp_path: Path) -> Iterator[Replica]:
    opened = Replica.open(tmp_path, bytes(32))
    yield opened
    opened.close()


def come_back(replica: Replica, text: str, reason: str) -> None:
    with replica._store.writing() as connection:
        drafts.give_back(
            connection, contact_id=CONTACT, kind="reply", data=json.dumps({"text": text}),
            reason=reason, now=1,
        )  # fmt: skip


def stored(replica: Replica) -> tuple[str, str] | None:
    draft = replica.draft(CONTACT)
    return None if draft is None else (draft.text, draft.reason)


def test_typing_that_does_not_know_of_it_stays_below_it(replica: Replica) -> None:
    come_back(replica, "Sent too late", "contact_done\n{}\n1")
    replica.save_draft(Draft(CONTACT, "Something new"))
    assert stored(replica) == ("Sent too late\n\nSomething new", "contact_done\n{}\n1")


def test_an_empty_field_that_does_not_know_of_it_does_not_drop_it(replica: Replica) -> None:
    come_back(replica, "Sent too late", "contact_done\n{}\n1")
    replica.save_draft(Draft(CONTACT, ""))
    assert stored(replica) == ("Sent too late", "contact_done\n{}\n1")


def test_two_that_come_back_for_one_reason_are_both_kept(replica: Replica) -> None:
    come_back(replica, "First", "contact_done\n{}\n1")
    come_back(replica, "Second", "contact_done\n{}\n2")
    replica.save_draft(Draft(CONTACT, "First", reason="contact_done\n{}\n1"))
    assert stored(replica) == ("Second\n\nFirst\n\nFirst", "contact_done\n{}\n2")


def test_who_has_seen_it_may_change_dismiss_and_drop_it(replica: Replica) -> None:
    reason = "contact_done\n{}\n1"
    come_back(replica, "Sent too late", reason)
    replica.save_draft(Draft(CONTACT, "Sent later", reason=reason))
    assert stored(replica) == ("Sent later", reason)
    replica.save_draft(Draft(CONTACT, "Sent later", reason=SEEN + reason))
    assert stored(replica) == ("Sent later", SEEN + reason)
    replica.save_draft(Draft(CONTACT, "", reason=SEEN + reason))
    assert stored(replica) is None
