"""What takes long between a desk and its office is told as it goes, and ends when a person says so:
what is here stays, what was on its way is a draft again, and the rest comes when it is wanted."""

import random
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.chaos.at_work import GIF, Customers, session_of
from tests.chaos.checks import wait_until_sent
from tests.desk import KEY, Desk
from tests.running import PASSWORD, RunningServer, StartServer, hire, wait_until
from tests.small_shop import NOW, furnish
from workstation import actions
from workstation.replica.errors import Stopped
from workstation.replica.listen import Listen
from workstation.replica.lists import View
from workstation.replica.mood import MoodKeeper
from workstation.replica.rows.news import Mood
from workstation.replica.session import Session, sign_in
from workstation.replica.uploads import Upload
from workstation.server.feed_routes import read_page
from workstation.server.store.database import Database

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)

LARGE = GIF + bytes(3_000_000)


class Online:
    """A desk signed in to a real server, that can see one contact."""

    def __init__(self, server: RunningServer, folder: Path) -> None:
        hire(server.database, "anna")
        Customers(server, random.Random(3)).write_one()
        sign_in(server.url, "anna", PASSWORD, folder, KEY).replica.close()
        self.session: Session = session_of(folder)
        self.replica = self.session.replica
        self.uploads: list[Upload] = []
        self.session.on_upload(self.uploads.append)
        self.session.start()
        self.wait(lambda: self.session.mood.name in ("online", "slow"))
        self.wait(lambda: len(self.replica.inbox(View("all")).numbers) > 0)
        numbers = list(self.replica.inbox(View("all")).numbers)
        self.contact_id = self.replica.inbox_rows(numbers)[numbers[0]].contact_id

    def wait(self, true: Callable[[], bool]) -> None:
        wait_until(true, 40, lambda: f"{self.session.mood} {self.uploads[-3:]}")

    def reply(self, text: str, content: bytes = b"") -> str:
        files: tuple[actions.File, ...] = ()
        if content:
            facts = self.replica.add_file(
                content, name="film.gif", media_type="image/gif", width=1, height=1
            )
            files = (actions.File(**facts),)
        reply = actions.Reply(
            contact_id=self.contact_id, text=text, files=files, written_at=self.replica.now()
        )
        return self.replica.act(reply)

    def said(self) -> list[str]:
        return [one.text for one in self.replica.transcript(self.contact_id).messages][1:]


@pytest.fixture
def online(start_server: StartServer, tmp_path: Path) -> Iterator[Online]:
    found = Online(start_server(), tmp_path / "profile")
    yield found
    found.session.stop()
    found.replica.close()


def test_the_files_of_a_message_are_told_as_they_leave(online: Online) -> None:
    action_id = online.reply("look", LARGE)
    wait_until_sent(online.session)
    first, *_, last = online.uploads
    assert (first.action_id, first.contact_id) == (action_id, online.contact_id)
    assert (first.done, first.total, first.state) == (0, len(LARGE), "going")
    assert (last.name, last.done, last.state) == ("film.gif", len(LARGE), "arrived")
    done = [one.done for one in online.uploads]
    assert done == sorted(done)
    assert 20 < len(done) < 110, "in steps that can be seen"


def test_a_message_whose_files_are_stopped_is_a_draft_again(online: Online) -> None:
    def stop(upload: Upload) -> None:
        if upload.state == "going" and upload.done > len(LARGE) // 3:
            upload.stop()

    silence = online.session.on_upload(stop)
    online.reply("look", LARGE)
    online.wait(lambda: bool(online.uploads) and online.uploads[-1].state == "stopped")
    draft = online.replica.draft(online.contact_id)
    assert draft is not None
    assert (draft.text, [file["name"] for file in draft.files]) == ("look", ["film.gif"])
    assert online.said() == []
    assert online.replica.waiting() == (0, 0)

    silence()
    online.reply("look after all", LARGE)
    wait_until_sent(online.session)
    assert online.said() == ["look after all"]


def test_what_follows_from_it_comes_back_too_and_what_does_not_leaves(online: Online) -> None:
    gate = threading.Event()

    def stop(upload: Upload) -> None:
        if upload.state == "going" and upload.done:
            gate.wait(30)
            upload.stop()

    online.session.on_upload(stop)
    online.reply("look", LARGE)
    snooze = actions.Snooze(contact_id=online.contact_id, until=online.replica.now() + 9_000_000)
    online.replica.act(snooze)
    online.replica.act(
        actions.Note(contact_id=online.contact_id, text="stays", written_at=online.replica.now())
    )
    gate.set()
    online.wait(lambda: bool(online.uploads) and online.uploads[-1].state == "stopped")
    wait_until_sent(online.session)
    assert online.said() == ["stays"]
    head = online.replica.contact(online.contact_id)
    assert head is not None
    assert head.state == "open"


def test_a_file_from_the_office_is_told_as_it_comes_and_can_be_stopped(online: Online) -> None:
    online.reply("look", LARGE)
    wait_until_sent(online.session)
    (attachment,) = online.replica.transcript(online.contact_id).messages[-1].attachments
    with online.replica.store.writing() as connection:
        connection.execute("DELETE FROM mine.file")
    came: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        came.append((done, total))
        raise Stopped

    with pytest.raises(Stopped):
        online.session.fetch_file(attachment.sha256, stop)
    assert len(came) == 1
    assert came[0][1] == len(LARGE)
    assert online.replica.file(attachment.sha256) is None
    assert online.session.fetch_file(attachment.sha256, lambda *_: None) == LARGE


class InPages:
    """An office that answers a pull a few rows at a time, and has nothing to tell after."""

    latency = 0.0
    skew = 0

    def __init__(self, desk: Desk, database: Database) -> None:
        self._desk, self._database = desk, database
        self.heard = threading.Event()
        self._end = threading.Event()

    def changes(self, cursor: str) -> Any:
        return read_page(self._database, self._desk.reader(), cursor, 5)

    def stream(self, cursor: str, opened: Callable[[Callable[[], None]], None]) -> Iterator[Any]:
        opened(self._end.set)
        self.heard.set()
        self._end.wait(60)
        yield from ()


def test_a_first_download_is_stopped_and_goes_on(database: Database, tmp_path: Path) -> None:
    shop = furnish(database)
    desk = Desk(database, shop.agent, tmp_path / "profile", now=NOW)
    moods = MoodKeeper()
    office: Any = InPages(desk, database)
    listen = Listen(desk.replica, office, moods)
    seen: list[Mood] = []
    rested: list[Mood] = []

    def heard(mood: Mood) -> None:
        seen.append(mood)
        if mood.contacts and not rested:
            rested.append(mood)
            listen.rest()

    moods.listen(heard)
    listen.start()
    try:
        wait_until(lambda: moods.mood.name == "resting", 40)
        here = desk.base_rows()
        some = sum(len(rows) for rows in here.values())
        assert some
        assert desk.replica.receiving.upto == 0
        assert not office.heard.is_set(), "it does not listen before it is whole"
        listen.go_on()
        assert office.heard.wait(40)
        assert moods.mood.name == "online"
        assert seen[seen.index(rested[0]) + 1].name == "resting"
        assert sum(len(rows) for rows in desk.base_rows().values()) > some
        assert desk.replica.receiving.upto > 0
    finally:
        listen.stop()
        listen.join(30)
        desk.close()


def test_a_first_download_says_how_far_it_is(database: Database, tmp_path: Path) -> None:
    shop = furnish(database)
    desk = Desk(database, shop.agent, tmp_path / "profile", now=NOW)
    moods = MoodKeeper()
    office: Any = InPages(desk, database)
    listen = Listen(desk.replica, office, moods)
    seen: list[Mood] = []
    moods.listen(seen.append)
    listen.start()
    try:
        assert office.heard.wait(40)
        contacts = len(desk.base_rows()["contact"])
    finally:
        listen.stop()
        listen.join(30)
        desk.close()
    told = [(mood.contacts, mood.all_contacts) for mood in seen if mood.name == "rebuilding"]
    assert told[0] == (0, 0), "which contacts there are comes first"
    assert {total for here, total in told if here} == {contacts}
    assert [here for here, _ in told] == sorted(here for here, _ in told)
    assert told[-1][0] <= contacts
