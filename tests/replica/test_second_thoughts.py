"""A reply waits a moment before it leaves: it can be taken back whole, and nothing that happens in
that moment loses it or sends it twice."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import KEY, Desk
from tests.small_shop import MINUTE, NOW, SmallShop, furnish
from workstation import actions
from workstation.actions import File
from workstation.replica.held import LONGEST
from workstation.replica.replica import Replica
from workstation.replica.rows.outbox import Draft
from workstation.server.store.database import Database
from workstation.wire.envelopes import Decision

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

HOLD = 5_000


class Thinking:
    """A desk on which replies are held, and what would leave it."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.shop: SmallShop = furnish(database)
        self.desk = Desk(database, self.shop.agent, folder, now=NOW)
        self.desk.pull()

    @property
    def replica(self) -> Replica:
        return self.desk.replica

    def reply(self, text: str, *files: File, hold: int = HOLD) -> str:
        reply = actions.Reply(
            contact_id=self.shop.mine, text=text, files=files, written_at=self.desk.time
        )
        return self.replica.act(reply, hold=hold)

    def leaving(self) -> list[str]:
        """The kinds and texts that go now; they count as on their way."""
        batch = self.desk.waiting()
        return [f"{one.kind} {one.data.get('text', '')}".strip() for one in batch]

    def after(self, milliseconds: int) -> None:
        self.desk.time += milliseconds

    def shown(self) -> list[str]:
        return [message.text for message in self.replica.transcript(self.shop.mine).messages]


@pytest.fixture
def thinking(database: Database, tmp_path: Path) -> Iterator[Thinking]:
    found = Thinking(database, tmp_path / "profile")
    yield found
    found.desk.close()


def test_a_held_reply_is_shown_at_once_and_leaves_when_its_moment_has_come(
    thinking: Thinking,
) -> None:
    thinking.reply("one")
    assert thinking.shown()[-1] == "one"
    assert thinking.leaving() == []
    assert thinking.replica.receiving.leaves_in() == HOLD / 1000
    assert thinking.replica.waiting() == (0, 0), "nobody needs to hear that it waits"
    thinking.after(HOLD)
    assert thinking.replica.waiting() == (1, 0)
    assert thinking.replica.receiving.leaves_in() is None
    assert thinking.leaving() == ["reply one"]


def test_taken_back_it_is_a_draft_again_with_its_files(thinking: Thinking) -> None:
    facts = thinking.replica.add_file(
        b"a photo", name="photo.png", media_type="image/png", width=4, height=3
    )
    action_id = thinking.reply("one", File(**facts))
    assert thinking.replica.take_back(action_id)
    assert thinking.shown() == ["It flickers."]
    draft = thinking.replica.draft(thinking.shop.mine)
    assert draft is not None
    assert (draft.text, draft.mode, draft.reason) == ("one", "reply", "")
    assert [file["sha256"] for file in draft.files] == [facts["sha256"]]
    thinking.after(HOLD)
    assert thinking.leaving() == []
    assert not thinking.replica.take_back(action_id), "it is taken back once"


def test_taken_back_it_stands_above_what_was_typed_since(thinking: Thinking) -> None:
    action_id = thinking.reply("one")
    thinking.replica.save_draft(Draft(thinking.shop.mine, "two"))
    assert thinking.replica.take_back(action_id)
    draft = thinking.replica.draft(thinking.shop.mine)
    assert draft is not None
    assert draft.text == "one\n\ntwo"


def test_what_is_on_its_way_cannot_be_taken_back(thinking: Thinking) -> None:
    action_id = thinking.reply("one")
    thinking.after(HOLD)
    assert thinking.leaving() == ["reply one"]
    assert not thinking.replica.take_back(action_id)
    thinking.replica.receiving.batch_failed()  # the line broke: the office may have it
    assert not thinking.replica.take_back(action_id)
    assert thinking.leaving() == ["reply one"]


def test_what_follows_on_the_same_contact_waits_behind_it(thinking: Thinking) -> None:
    shop = thinking.shop
    thinking.replica.act(actions.Note(contact_id=shop.mine, text="before", written_at=NOW))
    thinking.reply("one")
    thinking.replica.act(actions.Snooze(contact_id=shop.mine, until=NOW + 60 * MINUTE))
    thinking.replica.act(actions.Note(contact_id=shop.free, text="elsewhere", written_at=NOW))
    assert thinking.leaving() == ["note before", "note elsewhere"]
    thinking.replica.receiving.batch_failed()
    thinking.after(HOLD)
    assert thinking.leaving() == ["note before", "reply one", "snooze", "note elsewhere"]


def test_what_was_done_because_of_it_comes_back_with_it(thinking: Thinking) -> None:
    shop = thinking.shop
    action_id = thinking.reply("one")
    thinking.replica.act(actions.Snooze(contact_id=shop.mine, until=NOW + 60 * MINUTE))
    thinking.replica.act(actions.Note(contact_id=shop.mine, text="on its own", written_at=NOW))
    assert thinking.replica.take_back(action_id)
    head = thinking.replica.contact(shop.mine)
    assert head is not None
    assert head.state == "open"
    assert thinking.leaving() == ["note on its own"]


def test_after_a_crash_it_leaves_once(thinking: Thinking) -> None:
    thinking.reply("one")
    thinking.desk.reopen()
    assert thinking.shown()[-1] == "one"
    assert thinking.leaving() == []
    thinking.after(HOLD)
    thinking.desk.reopen()
    assert thinking.leaving() == ["reply one"]
    thinking.desk.reopen()
    assert thinking.leaving() == ["reply one"], "the office counts it once, by its id"


def test_whoever_closes_the_desk_has_had_their_second_thoughts(thinking: Thinking) -> None:
    thinking.reply("one")
    assert thinking.replica.let_go()
    assert not thinking.replica.let_go()
    assert thinking.leaving() == ["reply one"]


def test_a_clock_that_was_set_back_holds_nothing_for_long(thinking: Thinking) -> None:
    thinking.reply("one")
    thinking.after(-LONGEST - 1)
    assert thinking.leaving() == ["reply one"]


def test_the_sync_loop_is_woken_when_something_is_taken_back_or_let_go(thinking: Thinking) -> None:
    woken: list[bool] = []
    thinking.replica.on_outbox(lambda: woken.append(True))
    action_id = thinking.reply("one")
    thinking.replica.take_back(action_id)
    thinking.reply("two")
    thinking.replica.let_go()
    assert len(woken) == 4


def test_a_refused_reply_that_was_held_comes_back_as_any_other(thinking: Thinking) -> None:
    action_id = thinking.reply("one")
    thinking.after(HOLD)
    thinking.leaving()
    thinking.replica.receiving.decided(
        [Decision.model_validate({"id": action_id, "outcome": "refused",
                                  "refusal": {"code": "contact_done", "facts": {}}})]
    )  # fmt: skip
    draft = thinking.replica.draft(thinking.shop.mine)
    assert draft is not None
    assert draft.reason.startswith("contact_done")


def test_an_outbox_of_an_older_desk_is_brought_along(thinking: Thinking, tmp_path: Path) -> None:
    thinking.reply("one", hold=0)
    with thinking.replica.store.writing() as connection:
        connection.execute("ALTER TABLE mine.outbox DROP COLUMN not_before")
    thinking.replica.close()
    thinking.desk.replica = Replica.open(tmp_path / "profile", KEY, clock=lambda: NOW)
    assert thinking.leaving() == ["reply one"]


def test_what_was_to_follow_is_kept_with_the_draft_and_comes_back_with_the_message(
    thinking: Thinking,
) -> None:
    mine = thinking.shop.mine
    thinking.replica.save_draft(Draft(mine, "one"))
    thinking.replica.keep_after(mine, {"tags": ["courier"], "snooze_minutes": 90})
    thinking.desk.reopen()
    assert thinking.replica.after(mine) == {"tags": ["courier"], "snooze_minutes": 90}
    action_id = thinking.reply("one")
    thinking.replica.keep_after(action_id, thinking.replica.after(mine))
    thinking.replica.save_draft(Draft(mine, ""))
    assert thinking.replica.after(mine) == {}, "it went with the draft"
    thinking.desk.reopen()
    thinking.replica.keep_after(mine, {"tags": ["vip", "courier"], "snooze_minutes": 5})
    assert thinking.replica.take_back(action_id)
    assert thinking.replica.after(mine) == {"tags": ["courier", "vip"], "snooze_minutes": 5}


def test_of_what_left_nothing_is_kept(thinking: Thinking) -> None:
    action_id = thinking.reply("one", hold=0)
    thinking.replica.keep_after(action_id, {"tags": ["courier"]})
    thinking.leaving()
    thinking.replica.receiving.decided([Decision(id=action_id, outcome="accepted", rev=0)])
    thinking.desk.reopen()
    thinking.desk.pull()
    thinking.desk.reopen()
    assert thinking.replica.after(action_id) == {}
