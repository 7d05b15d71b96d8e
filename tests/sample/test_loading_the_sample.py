"""The sample goes into an empty office once, also when it was interrupted."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import func, select

from workstation.models import Agent, Attachment, Contact, Message, Share, new_id
from workstation.models.office import Blob, Credential, Job
from workstation.sample import Shape
from workstation.sample.load import Loaded, OfficeInUseError, load
from workstation.sample.staff import agent_id, team_id
from workstation.sample.visitors import token_of
from workstation.server.chat import visitors
from workstation.server.files.store import FileStore
from workstation.server.signin.passwords import is_password
from workstation.server.store.database import Database

NOW = 1_795_293_600_000
SMALL = Shape.of(0.06)


class Interrupted(Exception):
    pass


@pytest.fixture
def files(tmp_path: Path) -> FileStore:
    return FileStore(tmp_path / "files")


def count(database: Database, model: type[object]) -> int:
    with database.read() as session:
        return int(session.scalar(select(func.count()).select_from(model)) or 0)


def stopping_after(share: float) -> Callable[[Loaded], None]:
    def watch(so_far: Loaded) -> None:
        if so_far.share >= share:
            raise Interrupted

    return watch


def test_the_office_has_the_shop_and_everybody_can_sign_in(
    database: Database, files: FileStore
) -> None:
    said: list[Loaded] = []
    done = load(database, files, now=NOW, shape=SMALL, watch=said.append)
    assert done.complete
    assert not done.already
    assert said[-1].share == 1
    assert [one.rows for one in said] == sorted(one.rows for one in said)
    assert count(database, Contact) == SMALL.contacts
    assert count(database, Message) == SMALL.messages
    with database.read() as session:
        sanne = session.get(Credential, agent_id("sanne"))
        assert sanne is not None
        assert is_password("welcome", sanne.password_hash)
        for attachment in session.scalars(select(Attachment)):
            assert files.has(attachment.sha256)
            assert session.get(Blob, attachment.sha256) is not None
        snoozed = session.scalars(select(Contact).where(Contact.state == "snoozed")).all()
        wakes = session.scalars(select(Job).where(Job.kind == "unsnooze")).all()
        assert {job.data["contact_id"] for job in wakes} == {contact.id for contact in snoozed}


def test_whoever_is_chatting_goes_on_with_their_browser(
    database: Database, files: FileStore
) -> None:
    load(database, files, now=NOW, shape=SMALL)
    with database.read() as session:
        chats = select(Contact).where(Contact.channel == "chat", Contact.state != "done")
        threads = [contact.thread for contact in session.scalars(chats)]
    assert threads
    for thread in threads:
        visitor = visitors.find(database, token_of(thread))
        assert visitor is not None
        assert visitor.id == thread


def test_contacts_are_shared_with_their_team_and_owner(
    database: Database, files: FileStore
) -> None:
    load(database, files, now=NOW, shape=SMALL)
    with database.read() as session:
        contact = session.scalars(
            select(Contact).where(Contact.owner_id == agent_id("sanne"), Contact.state == "open")
        ).first()
        assert contact is not None
        shares = session.scalars(select(Share).where(Share.root_id == contact.id)).all()
        assert {share.audience_id for share in shares} == {contact.team_id, agent_id("sanne")}
        customers = session.scalars(select(Share).where(Share.root_id == contact.customer_id))
        assert agent_id("sanne") in {share.audience_id for share in customers}
        assert session.get(Share, (contact.id, team_id("laptops"))) is None


def test_a_second_time_changes_nothing(database: Database, files: FileStore) -> None:
    load(database, files, now=NOW, shape=SMALL)
    with database.write() as session:
        before = database.revision(session)
    again = load(database, files, now=NOW + 99, seed=2, shape=Shape.of(0.08))
    assert again.already
    with database.read() as session:
        changed = select(func.count()).select_from(Contact).where(Contact.rev >= before)
        assert session.scalar(changed) == 0


@pytest.mark.parametrize("share", [0.0, 0.6])
def test_what_was_interrupted_is_finished_as_the_same_shop(
    database: Database, files: FileStore, share: float
) -> None:
    with pytest.raises(Interrupted):
        load(database, files, now=NOW, shape=SMALL, watch=stopping_after(share))
    done = load(database, files, now=NOW + 5 * 60_000, shape=SMALL)
    assert done.complete
    assert not done.already
    assert count(database, Contact) == SMALL.contacts
    assert count(database, Message) == SMALL.messages


def test_an_office_where_others_work_is_left_alone(database: Database, files: FileStore) -> None:
    with database.write() as session:
        session.add(Agent(id=new_id(), login="robin", name="Robin", role="agent"))
    with pytest.raises(OfficeInUseError, match="empty"):
        load(database, files, now=NOW, shape=SMALL)
    assert count(database, Contact) == 0
