"""Who works here: taken on, given a password, let in no more."""

import pytest
from sqlalchemy import select

from workstation.models import Agent, Membership, Presence, Team, new_id
from workstation.models.office import Credential, SignIn
from workstation.server import staff
from workstation.server.signin import tokens
from workstation.server.signin.passwords import is_password
from workstation.server.store.database import Database

NOW = 1_760_000_000_000


def take_on(database: Database, login: str = "ines", **other: object) -> str:
    given: dict[str, object] = {
        "name": "Ines",
        "role": "agent",
        "password": "long enough",
        "teams": [],
        "languages": ["nl"],
        "now": NOW,
        **other,
    }
    with database.write() as session:
        return staff.take_on(session, login=login, **given).id  # type: ignore[arg-type]


def signed_in(database: Database, agent_id: str) -> bool:
    with database.read() as session:
        found = session.scalars(select(SignIn).where(SignIn.agent_id == agent_id))
        return any(one.ended_at is None for one in found)


def open_a_desk(database: Database, agent_id: str) -> None:
    with database.write() as session:
        tokens.start(session, agent_id, "Desk", now=NOW, lifetimes=tokens.Lifetimes())


def test_somebody_taken_on_can_be_seen_and_has_a_password(database: Database) -> None:
    agent_id = take_on(database)
    with database.read() as session:
        credential = session.get_one(Credential, agent_id)
        assert is_password("long enough", credential.password_hash)
        assert session.get_one(Presence, agent_id).state == "offline"
        assert [one.login for one in staff.everybody(session)] == ["ines"]


@pytest.mark.parametrize("named", ["Televisions", "Televisies", "all"])
def test_a_team_goes_by_either_name(database: Database, named: str) -> None:
    with database.write() as session:
        session.add(Team(id=new_id(), name_en="Televisions", name_nl="Televisies"))
    agent_id = take_on(database, teams=[named])
    with database.read() as session:
        assert session.scalar(select(Membership.agent_id)) == agent_id
        assert staff.everybody(session)[0].teams == ("Televisions",)


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ({"login": "  "}, "between 1 and 100"),
        ({"login": "INES "}, "already"),
        ({"login": "bo", "password": "short"}, "at least 8"),
        ({"login": "bo", "teams": ["Boats"]}, "no team called 'Boats'"),
    ],
)
def test_what_does_not_fit_is_explained_and_changes_nothing(
    database: Database, other: dict[str, object], said: str
) -> None:
    take_on(database)
    with pytest.raises(staff.NotPossible, match=said):
        take_on(database, **other)  # type: ignore[arg-type]
    with database.read() as session:
        assert [agent.login for agent in session.scalars(select(Agent))] == ["ines"]


def test_a_new_password_ends_what_was_open(database: Database) -> None:
    agent_id = take_on(database)
    open_a_desk(database, agent_id)
    with database.write() as session:
        staff.change_password(session, login="Ines", password="another one", now=NOW)
    assert not signed_in(database, agent_id)
    with database.read() as session:
        assert is_password("another one", session.get_one(Credential, agent_id).password_hash)


def test_whoever_is_disabled_is_out_at_once_and_may_come_back(database: Database) -> None:
    agent_id = take_on(database)
    open_a_desk(database, agent_id)
    for active in (False, True):
        with database.write() as session:
            staff.set_active(session, login="ines", active=active, now=NOW)
        with database.read() as session:
            assert staff.everybody(session)[0].active is active
        assert not signed_in(database, agent_id)


def test_nobody_is_named(database: Database) -> None:
    with database.write() as session, pytest.raises(staff.NotPossible, match="nobody"):
        staff.set_active(session, login="ghost", active=False, now=NOW)


def _team(database: Database, name: str) -> None:
    with database.write() as session:
        session.add(Team(id=new_id(), name_en=name, name_nl=f"{name} (nl)"))


def _change(database: Database, **given: object) -> staff.Listed:
    with database.write() as session:
        staff.change(session, login="INES", **given)  # type: ignore[arg-type]
    with database.read() as session:
        return staff.everybody(session)[0]


def test_somebody_is_moved_and_promoted(database: Database) -> None:
    for name in ("Televisions", "Gaming"):
        _team(database, name)
    take_on(database, teams=["Televisions"])
    moved = _change(database, teams=["Gaming (nl)"])
    assert (moved.role, moved.teams, moved.name) == ("agent", ("Gaming",), "Ines")
    lead = _change(database, role="lead", name="Ines de Groot", languages=["en"])
    assert (lead.role, lead.teams, lead.name) == ("lead", ("Gaming",), "Ines de Groot")
    assert set(_change(database, teams=["all"]).teams) == {"Televisions", "Gaming"}
    assert _change(database, teams=["none"]).teams == ()
    assert _change(database, teams=["Televisions"]).teams == ("Televisions",)
    with database.read() as session:
        assert len(session.scalars(select(Membership)).all()) == 2, "nothing is deleted or doubled"
        assert session.scalars(select(Agent.languages)).one() == ["en"]


def test_a_team_that_is_not_there_moves_nobody(database: Database) -> None:
    _team(database, "Televisions")
    take_on(database, teams=["Televisions"])
    with pytest.raises(staff.NotPossible, match="no team called 'Boats'"):
        _change(database, teams=["Boats"])
    with database.read() as session:
        assert staff.everybody(session)[0].teams == ("Televisions",)
