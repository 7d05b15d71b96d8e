"""The commands that work on an office: on both kinds of database, through the front door."""

import io
from pathlib import Path

import pytest
from sqlalchemy import func, select, text

from workstation.cli.main import main
from workstation.cli.office_option import sqlite_url
from workstation.models import Agent, Contact, Customer
from workstation.models.office import Credential
from workstation.server.signin.passwords import is_password
from workstation.server.store.database import Database


def office(url: str, tmp_path: Path) -> list[str]:
    return ["--database", url, "--files", str(tmp_path / "files")]


def count(url: str, model: type[Agent | Contact | Customer]) -> int:
    database = Database(url)
    try:
        with database.read() as session:
            return int(session.scalar(select(func.count()).select_from(model)) or 0)
    finally:
        database.dispose()


def test_people_are_let_in_and_listed(
    database_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--database", database_url]
    monkeypatch.setattr("sys.stdin", io.StringIO("long enough\n"))
    given = ["Ines", "--name", "Ines de Groot", "--role", "lead", "--password-stdin"]
    assert main(["user", "add", *given, *where]) == 0
    assert main(["user", "disable", "ines", *where]) == 0
    assert main(["user", "list", *where]) == 0
    assert "ines  lead   Ines de Groot  (disabled)" in capsys.readouterr().out

    monkeypatch.setattr("sys.stdin", io.StringIO("another one\n"))
    assert main(["user", "password", "ines", "--password-stdin", *where]) == 0
    database = Database(database_url)
    with database.read() as session:
        hashed = session.scalars(select(Credential.password_hash)).one()
    database.dispose()
    assert is_password("another one", hashed)


def test_an_office_is_arranged_and_people_move(
    database_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    where = ["--database", database_url]
    file = tmp_path / "office.toml"
    file.write_text('[[team]]\nen = "Gaming"\nnl = "Games"\n', encoding="utf-8")
    assert main(["arrange", str(file), *where]) == 0
    assert capsys.readouterr().out == "teams: 1 added\n"
    monkeypatch.setattr("sys.stdin", io.StringIO("long enough\n"))
    assert main(["user", "add", "ines", "--password-stdin", *where]) == 0
    assert main(["user", "change", "ines", "--role", "lead", "--team", "Games", *where]) == 0
    assert main(["user", "list", *where]) == 0
    assert "ines  lead   ines  Gaming" in capsys.readouterr().out
    assert main(["user", "change", "ines", "--team", "Boats", *where]) == 1
    assert "there is no team called 'Boats'" in capsys.readouterr().err
    assert main(["arrange", str(tmp_path / "nowhere.toml"), *where]) == 1
    assert "nowhere.toml cannot be read" in capsys.readouterr().err


def test_what_cannot_be_is_said_in_a_sentence(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    where = ["--database", sqlite_url]
    assert main(["user", "disable", "ghost", *where]) == 1
    assert "workstation user: nobody works here as 'ghost'" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert main(["user", "add", "ines", *where]) == 1
    assert "--password-stdin" in capsys.readouterr().err


def test_a_database_is_brought_up_to_date(
    database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert main(["migrate", "--database", database_url]) == 0
    assert "is up to date" in capsys.readouterr().out


def test_a_database_that_does_not_answer_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["migrate", "--database", "postgresql://nobody@127.0.0.1:1/none"]) == 1
    said = capsys.readouterr().err
    assert "the database does not answer" in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("letter.db", "is there, and is not a database: name another file"),
        ("nowhere/office.db", "cannot be opened: its folder must be there, and yours"),
    ],
)
def test_a_file_that_cannot_be_the_database_is_explained(
    name: str, words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "letter.db").write_text("Dear customer, " * 100, encoding="utf-8")
    assert main(["user", "list", "--database", sqlite_url(tmp_path / name)]) == 1
    said = capsys.readouterr().err
    assert words in said
    assert name in said


def test_a_database_that_may_only_be_read_is_explained(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["migrate", "--database", sqlite_url(tmp_path / "office.db")]) == 0
    file = f"sqlite:///file:{(tmp_path / 'office.db').as_posix()}?mode=ro&uri=true"
    monkeypatch.setattr("sys.stdin", io.StringIO("long enough\n"))
    assert main(["user", "add", "ines", "--password-stdin", "--database", file]) == 1
    assert "may only be read: let this user write to it" in capsys.readouterr().err


def test_a_database_of_a_newer_version_is_explained(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    url = sqlite_url(tmp_path / "office.db")
    assert main(["migrate", "--database", url]) == 0
    database = Database(url)
    with database.write() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.dispose()
    assert main(["user", "list", "--database", url]) == 1
    assert "made by a newer version of this program" in capsys.readouterr().err


def test_the_sample_shop_is_made_once(
    database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["sample", "--scale", "0.05", *office(database_url, tmp_path)]
    assert main(words) == 0
    contacts = count(database_url, Contact)
    assert contacts == 50
    assert main(words) == 0
    assert count(database_url, Contact) == contacts
    assert "there already" in capsys.readouterr().err


def test_an_office_in_use_is_not_filled(
    sqlite_url: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("long enough\n"))
    assert main(["user", "add", "ines", "--password-stdin", "--database", sqlite_url]) == 0
    assert main(["sample", "--scale", "0.05", *office(sqlite_url, tmp_path)]) == 1
    assert "needs an empty one" in capsys.readouterr().err
    assert count(sqlite_url, Contact) == 0


CUSTOMERS = """\
key,name,email
c-1,A. Bakker,a.bakker@example.nl
c-2,,not an address
c-3,J. de Wit,j.dewit@example.nl
"""


def test_files_come_in_and_what_is_rejected_is_reported(
    database_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "customers.csv"
    file.write_text(CUSTOMERS, encoding="utf-8")
    words = ["import", "customers", str(file), *office(database_url, tmp_path)]
    assert main(words) == 0
    said = capsys.readouterr()
    assert "2 new, 0 changed, 0 as they were, 1 rejected" in said.err
    assert "line 3: name is missing" in said.out
    assert (tmp_path / "customers.csv.rejected.csv").exists()
    assert count(database_url, Customer) == 2

    assert main(words) == 0
    assert "0 new, 0 changed, 2 as they were, 1 rejected" in capsys.readouterr().err


def test_a_file_that_is_none_of_ours_is_refused(
    sqlite_url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "customers.csv"
    assert main(["import", "customers", str(file), *office(sqlite_url, tmp_path)]) == 1
    assert "customers.csv: No such file" in capsys.readouterr().err
    file.write_bytes(b"")
    assert main(["import", "customers", str(file), *office(sqlite_url, tmp_path)]) == 1
    assert "is empty" in capsys.readouterr().err
