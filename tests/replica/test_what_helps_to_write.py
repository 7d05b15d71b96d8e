"""Snippets for me, what fills their places, and the notes in which somebody asks for me."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desk import Desk
from tests.small_shop import NOW, SmallShop, furnish
from workstation import actions
from workstation.actions import Action
from workstation.models import Contact, Message, new_id
from workstation.replica.replica import Replica
from workstation.server.store.database import Database

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


class Shop:
    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.names: SmallShop = furnish(database)
        self._folder = folder
        self._desks: list[Desk] = []

    def desk(self, who: str) -> Desk:
        desk = Desk(self.database, getattr(self.names, who), self._folder / who, now=NOW)
        desk.pull()
        self._desks.append(desk)
        return desk

    def close(self) -> None:
        for desk in self._desks:
            desk.close()


@pytest.fixture
def shop(database: Database, tmp_path: Path) -> Iterator[Shop]:
    found = Shop(database, tmp_path)
    yield found
    found.close()


def _do(replica: Replica, *done: Action) -> None:
    for action in done:
        replica.act(action)


def test_my_own_snippets_come_before_those_of_my_teams_and_everybody(shop: Shop) -> None:
    replica = shop.desk("lead").replica
    _do(
        replica,
        actions.SaveSnippet(shortcut="own", text_nl="Groetjes"),
        actions.SaveSnippet(
            shortcut="team", text_en="Regards", whose="team", team_id=shop.names.televisions
        ),
    )
    assert [one.shortcut for one in replica.snippets()] == ["own", "team", "shared"]
    assert replica.snippets()[0].text("en") == "Groetjes", "the other language is better than none"


def test_a_removed_snippet_is_gone_at_once(shop: Shop) -> None:
    replica = shop.desk("agent").replica
    assert [one.shortcut for one in replica.snippets()] == ["mine", "shared"]
    _do(replica, actions.RemoveSnippet(snippet_id=shop.names.my_snippet))
    assert [one.shortcut for one in replica.snippets()] == ["shared"]


def test_a_contact_says_what_fills_the_places(shop: Shop) -> None:
    facts = shop.desk("agent").replica.writing_facts(shop.names.mine)
    assert facts is not None
    assert facts.customer_name == "customer"
    assert [one.number for one in facts.orders] == [f"W-{shop.names.mark}"]
    assert facts.order is not None, "the customer's only order is the one that is meant"
    assert facts.order.state == "delivered"
    names = {getattr(shop.names, name) for name in ("agent", "colleague", "lead", "admin")}
    assert set(facts.readers) == names


def test_of_a_contact_that_is_not_here_nothing_is_known(shop: Shop) -> None:
    assert shop.desk("agent").replica.writing_facts(shop.names.elsewhere) is None


def test_who_is_mentioned_finds_the_note(shop: Shop) -> None:
    names = shop.names
    replica = shop.desk("agent").replica
    _do(
        replica,
        actions.Note(contact_id=names.mine, text="For me", mentions=(names.agent,), written_at=NOW),
    )
    assert replica.mentions(0) == (), "what one wrote oneself is no news"
    with shop.database.write() as session:
        contact = session.get_one(Contact, names.theirs)
        session.add_all(_notes(contact, names))
    desk = shop.desk("agent")
    found = desk.replica.mentions(NOW - 5)
    assert [(one.text, one.author_name) for one in found] == [("Do you know this?", "colleague")]
    assert found[0].contact_id == names.theirs
    assert desk.replica.mentions(NOW) == ()


def _notes(contact: Contact, names: SmallShop) -> list[Message]:
    return [
        Message(
            id=new_id(),
            contact_id=contact.id,
            direction="internal",
            kind="note",
            author_id=names.colleague,
            text=text,
            facts=facts,
            at=NOW - ago,
        )
        for text, facts, ago in (
            ("Do you know this?", {"mentions": [names.agent]}, 1),
            ("For the lead", {"mentions": [names.lead]}, 1),
            ("For nobody", {}, 1),
            ("Long ago", {"mentions": [names.agent]}, 60_000),
        )
    ]
