"""What waits to be sent: in order, again after a crash, never dropped in silence."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import KEY, Desk
from tests.small_shop import NOW, SmallShop, furnish
from workstation import actions
from workstation.actions import Refused
from workstation.replica.replica import Replica
from workstation.server.store.database import Database
from workstation.wire.envelopes import Decision, Refusal

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


class Waiting:
    """A desk with replies in its outbox."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.shop: SmallShop = furnish(database)
        self.desk = Desk(database, self.shop.agent, folder, now=NOW)
        self.desk.pull()

    @property
    def replica(self) -> Replica:
        return self.desk.replica

    def reply(self, text: str) -> str:
        """The id of the action."""
        self.replica.act(actions.Reply(contact_id=self.shop.mine, text=text, written_at=NOW))
        return self.replica.outbox()[-1].action_id

    def texts(self) -> list[str]:
        return [entry.text for entry in self.replica.outbox()]

    def refuse(self, action_id: str, code: str = "contact_done") -> None:
        decision = Decision(id=action_id, outcome="refused", refusal=Refusal(code=code))
        self.replica.receiving.decided([decision])

    def accept(self, action_id: str, rev: int) -> None:
        self.replica.receiving.decided([Decision(id=action_id, outcome="accepted", rev=rev)])

    def shown(self) -> list[str]:
        return [message.text for message in self.replica.transcript(self.shop.mine).messages]


@pytest.fixture
def waiting(database: Database, tmp_path: Path) -> Iterator[Waiting]:
    found = Waiting(database, tmp_path / "profile")
    yield found
    found.desk.close()


def test_actions_go_in_the_order_in_which_they_were_done(waiting: Waiting) -> None:
    ids = [waiting.reply(f"reply {number}") for number in range(60)]
    first = [entry.action_id for entry in waiting.replica.receiving.next_batch(50)]
    assert first == ids[:50]
    assert waiting.replica.waiting() == (60, 0)


def test_what_was_on_its_way_goes_again_after_a_crash(waiting: Waiting) -> None:
    ids = [waiting.reply("one"), waiting.reply("two")]
    waiting.replica.receiving.next_batch(1)
    waiting.desk.reopen()
    assert [entry.state for entry in waiting.replica.outbox()] == ["waiting", "waiting"]
    assert [entry.action_id for entry in waiting.replica.receiving.next_batch(50)] == ids
    assert waiting.shown() == ["It flickers.", "one", "two"]


def test_what_waits_can_be_taken_back_and_what_is_on_its_way_cannot(waiting: Waiting) -> None:
    first, second = waiting.reply("one"), waiting.reply("two")
    waiting.replica.receiving.next_batch(1)
    waiting.replica.discard(first)
    waiting.replica.discard(second)
    assert waiting.texts() == ["one"]
    assert waiting.shown() == ["It flickers.", "one"]


def test_what_was_accepted_shows_until_its_rows_are_here(waiting: Waiting) -> None:
    replica = waiting.replica
    action_id = waiting.reply("one")
    replica.receiving.next_batch(1)
    upto = replica.receiving.upto
    waiting.accept(action_id, upto + 5)
    assert waiting.texts() == []
    assert replica.waiting() == (0, 0)
    assert waiting.shown()[-1] == "one"
    cursor = replica.receiving.cursor
    replica.receiving.store_news([], cursor=cursor, upto=upto + 5)
    assert waiting.shown()[-1] == "one"
    replica.receiving.store_news([], cursor=cursor, upto=upto + 6)
    assert waiting.shown() == ["It flickers."]  # this server never wrote it


def test_a_decision_that_comes_after_its_rows_is_settled_at_once(waiting: Waiting) -> None:
    action_id = waiting.reply("one")
    waiting.accept(action_id, waiting.replica.receiving.upto - 1)
    assert waiting.desk.previewed() == {}


def test_a_refused_reply_is_shown_returned_and_can_go_again(waiting: Waiting) -> None:
    replica = waiting.replica
    action_id = waiting.reply("one")
    waiting.refuse(action_id)
    waiting.refuse(action_id)  # the answer came twice
    (entry,) = replica.outbox()
    assert (entry.state, entry.refusal_code) == ("refused", "contact_done")
    assert replica.waiting() == (0, 1)
    assert waiting.shown() == ["It flickers."]
    draft = replica.draft(waiting.shop.mine)
    assert draft is not None
    assert draft.text == "one"

    replica.retry(action_id)

    (again,) = replica.outbox()
    assert (again.state, again.text) == ("waiting", "one")
    assert again.action_id != action_id
    assert waiting.shown()[-1] == "one"


def test_what_the_rows_refuse_is_never_queued(waiting: Waiting) -> None:
    with pytest.raises(Refused):
        waiting.replica.act(actions.Claim(contact_id=waiting.shop.theirs))
    assert waiting.replica.outbox() == []


def test_an_entry_that_the_rows_no_longer_allow_still_goes(waiting: Waiting) -> None:
    """The desk cannot know better than the server: it leaves the preview out, and asks."""
    waiting.replica.act(actions.WrapUpContact(
        contact_id=waiting.shop.mine, reason_id=waiting.shop.reason
    ))  # fmt: skip
    waiting.replica.act(actions.Reopen(contact_id=waiting.shop.mine))
    waiting.reply("after reopening")
    wrap_up, reopen, _ = waiting.replica.outbox()
    waiting.replica.discard(reopen.action_id)
    assert waiting.shown() == ["It flickers.", ""]
    assert len(waiting.replica.receiving.next_batch(50)) == 2
    assert wrap_up.kind == "wrap_up"


def test_the_key_is_the_only_way_in(waiting: Waiting) -> None:
    """Nothing of what was typed lies in the files in the clear."""
    waiting.reply("a very secret answer")
    folder = waiting.desk.folder
    waiting.desk.close()
    for path in folder.iterdir():
        content = path.read_bytes()
        assert b"secret" not in content
        assert b"flickers" not in content
        assert not content.startswith(b"SQLite format 3")
    assert Replica.open(folder, KEY).outbox()[0].text == "a very secret answer"
