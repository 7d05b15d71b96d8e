"""A body that makes the database fail each time it is tried: it holds up nobody, and ends with a
reason. Where the database can do nothing at all, no body is blamed."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from tests.running import OpenOffice, hire, written
from workstation.models import Message
from workstation.models.office import Arrival
from workstation.rules.failures import sentence
from workstation.server.intake import taking
from workstation.server.store.database import Database


@pytest.fixture
def office(open_office: OpenOffice) -> OpenOffice:
    hire(open_office.database, "sanne")
    return open_office


def fail_on(database: Database, table: str, step: str, when: str) -> None:
    """Have the database fail at a row for which `when` holds, as it does at a limit of its own."""
    made: tuple[str, ...]
    if database.is_postgresql:
        made = (
            "CREATE FUNCTION too_much() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " RAISE EXCEPTION 'too much' USING ERRCODE = 'program_limit_exceeded'; END $$",
            f"CREATE TRIGGER too_much BEFORE {step} ON {table} FOR EACH ROW WHEN ({when})"
            " EXECUTE FUNCTION too_much()",
        )
    else:
        made = (
            f"CREATE TRIGGER too_much BEFORE {step} ON {table} WHEN {when}"
            " BEGIN SELECT json('{'); END",
        )
    with database.write() as session:
        for statement in made:
            session.connection().exec_driver_sql(statement)


def bring(office: OpenOffice, *texts: str) -> None:
    for number, said in enumerate(texts):
        one = written(f"m-{number}", said, thread=said, address=f"{said}@example.nl")
        office.bring({"messages": [one]})


def states(office: OpenOffice) -> list[str]:
    return [one.state for one in office.rows(Arrival)]


def test_it_holds_up_nobody_and_ends_failed(
    office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail_on(office.database, "message", "INSERT", "NEW.text = 'impossible'")
    bring(office, "first", "impossible", "third")
    office.take()
    assert states(office) == ["parsed", "ready", "parsed"]
    assert {one.text for one in office.rows(Message)} == {"first", "third"}
    bring(office, "first", "impossible", "third", "later")
    office.take()
    assert states(office) == ["parsed", "ready", "parsed", "parsed"]
    monkeypatch.setattr(taking, "LOOK_AGAIN", 0.0)
    office.take()
    assert states(office) == ["parsed", "failed", "parsed", "parsed"]
    refused = office.rows(Arrival)[1]
    assert refused.tries == taking.TRIES
    for language, words in (("en", "The database refused it"), ("nl", "De database weigerde dit")):
        assert sentence(refused.error, language).startswith(words)
    assert "impossible" not in refused.error


def test_it_is_taken_in_once_the_reason_is_gone(
    office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    hire(office.database, "anna", role="admin")
    monkeypatch.setattr(taking, "LOOK_AGAIN", 0.0)
    fail_on(office.database, "message", "INSERT", "NEW.text = 'impossible'")
    bring(office, "impossible")
    office.take()
    assert states(office) == ["failed"]
    with office.database.write() as session:
        on = " ON message" if office.database.is_postgresql else ""
        session.execute(text(f"DROP TRIGGER too_much{on}"))
    path = f"/v1/admin/arrivals/{office.only(Arrival).id}/again"
    assert office.client.post(path, headers=office.sign_in("anna")).status_code == 202
    office.take()
    assert states(office) == ["parsed"]
    assert office.only(Message).text == "impossible"


def test_nobody_is_blamed_while_nothing_can_be_written(office: OpenOffice) -> None:
    bring(office, "first", "second")
    fail_on(office.database, "arrival", "UPDATE", "NEW.state IS NOT NULL")
    for _ in range(taking.TRIES + 1):
        with pytest.raises(OperationalError):
            office.take()
    assert states(office) == ["ready", "ready"]
    with office.database.write() as session:
        on = " ON arrival" if office.database.is_postgresql else ""
        session.execute(text(f"DROP TRIGGER too_much{on}"))
    office.take()
    assert states(office) == ["parsed", "parsed"]
