"""The office's database holds what it was given, on both kinds."""

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
