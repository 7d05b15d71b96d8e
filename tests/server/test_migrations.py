"""Models and migrations say the same, on both databases, and an office may open at any time."""

import threading
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from workstation.models import Base, Team, new_id
from workstation.server.store import migrate
from workstation.server.store.database import Database
from workstation.server.store.stamps import stamped_tables


def _differences(connection: Connection) -> list[Any]:
    options = {"compare_type": True, "compare_server_default": True}
    context = MigrationContext.configure(connection, opts=options)
    found: list[Any] = compare_metadata(context, Base.metadata)
    return found


def _triggers(database: Database, connection: Connection) -> set[str]:
    query = (
        "SELECT DISTINCT event_object_table FROM information_schema.triggers"
        if database.is_postgresql
        else "SELECT DISTINCT tbl_name FROM sqlite_master WHERE type = 'trigger'"
    )
    return set(connection.execute(text(query)).scalars())


def test_the_newest_step_is_the_one_an_office_looks_for() -> None:
    steps = ScriptDirectory("workstation/server/migrations")
    assert steps.get_current_head() == migrate.HEAD


def test_all_steps_together_make_what_the_models_say(database_url: str) -> None:
    database = Database(database_url)
    migrate.upgrade(database)
    with database.engine.connect() as connection:
        assert _differences(connection) == []
        assert _triggers(database, connection) == set(stamped_tables())
        assert connection.execute(text("SELECT count(*) FROM feed_clock")).scalar_one() == 1
    database.dispose()


def test_a_migrated_database_stamps_what_is_written(database_url: str) -> None:
    database = Database(database_url)
    migrate.prepare(database)
    with database.write() as session:
        session.add(Team(id="01990000-0000-7000-8000-000000000001", name_en="TVs", name_nl="Tv"))
        session.flush()
        revision = database.revision(session)
    with database.read() as session:
        found = session.get_one(Team, "01990000-0000-7000-8000-000000000001")
        assert found.rev == revision
    database.dispose()


def test_opening_again_changes_nothing(database_url: str) -> None:
    database = Database(database_url)
    migrate.prepare(database)
    with database.write() as session:
        session.add(Team(id=new_id(), name_en="TVs", name_nl="Tv"))
    with database.read() as session:
        epoch = database.epoch(session)
    migrate.prepare(database)
    with database.read() as session:
        assert database.epoch(session) == epoch
        assert session.query(Team).count() == 1
    database.dispose()


def test_several_processes_may_open_a_new_office_at_once(database_url: str) -> None:
    failures: list[BaseException] = []
    together = threading.Barrier(4)

    def open_it() -> None:
        database = Database(database_url)
        together.wait()
        try:
            migrate.prepare(database)
        except BaseException as error:
            failures.append(error)
        finally:
            database.dispose()

    threads = [threading.Thread(target=open_it) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
