"""The office's database holds what it was given, on both kinds."""

import psycopg

from workstation.models import Team, new_id
from workstation.server.store.database import Database


def test_a_row_is_stamped_with_the_revision_of_its_transaction(database: Database) -> None:
    team = Team(id=new_id(), name_en="TVs", name_nl="Tv's")
    with database.write() as session:
        session.add(team)
        session.flush()
        revision = database.revision(session)
    with database.read() as session:
        found = session.get(Team, team.id)
        assert found is not None
        assert found.rev == revision


def test_what_is_open_here_holds_the_horizon_and_what_is_open_next_door_does_not(
    postgresql_office: Database, postgresql_cluster: str
) -> None:
    def horizon() -> tuple[int, bool]:
        with postgresql_office.read() as session:
            return postgresql_office.horizon(session)

    with psycopg.connect(postgresql_cluster) as next_door:
        next_door.execute("SELECT pg_current_xact_id()")
        with postgresql_office.write() as session:
            done = postgresql_office.revision(session)
        assert horizon()[0] > done
        with postgresql_office.write() as ours:
            begun = postgresql_office.revision(ours)
            with postgresql_office.write() as another:
                postgresql_office.revision(another)
            assert horizon() == (begun, False)
        assert horizon()[0] > begun


def test_a_neighbour_that_ends_meanwhile_does_not_take_the_horizon_back(
    postgresql_office: Database, postgresql_cluster: str
) -> None:
    """Who is told that there is news up to a horizon, and then reads, must find it."""
    with psycopg.connect(postgresql_cluster) as next_door:
        next_door.execute("SELECT pg_current_xact_id()")
        with postgresql_office.write() as session:
            postgresql_office.revision(session)
        with postgresql_office.read() as session:
            told, _ = postgresql_office.horizon(session)
        with postgresql_office.read() as session:
            postgresql_office.epoch(session)  # from here on it sees this moment
            next_door.commit()
            assert postgresql_office.horizon(session)[0] >= told
