"""`workstation user`: who may sign in."""

import argparse
import getpass
import sys
from typing import TYPE_CHECKING

from workstation.cli import office_option
from workstation.cli.sorry import Sorry

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from workstation.server import staff

LOGIN = "the name they sign in with"


def arguments(parser: argparse.ArgumentParser) -> None:
    what = parser.add_subparsers(dest="what", metavar="WHAT", required=True)

    add = what.add_parser("add", help="let somebody in")
    add.add_argument("login", help=LOGIN)
    add.add_argument("--name", default="", help="as colleagues see it (default: the login)")
    add.add_argument("--role", choices=["agent", "lead", "admin"], default="agent")
    add.add_argument(
        "--team",
        action="append",
        default=[],
        metavar="NAME",
        help='a team they work in, or "all"; may be given several times',
    )
    add.add_argument(
        "--speaks",
        action="append",
        choices=["en", "nl"],
        help="a language they take contacts in; may be given several times (default: both)",
    )
    _password_option(add)

    change = what.add_parser("change", help="give somebody another name, role, teams or languages")
    change.add_argument("login", help=LOGIN)
    change.add_argument("--name", help="as colleagues see it")
    change.add_argument("--role", choices=["agent", "lead", "admin"])
    change.add_argument(
        "--team",
        action="append",
        metavar="NAME",
        help='the teams they work in from now on, or "all" or "none"; may be given several times',
    )
    change.add_argument(
        "--speaks",
        action="append",
        choices=["en", "nl"],
        help="the languages they take contacts in from now on",
    )

    password = what.add_parser("password", help="set somebody's password, ending their sign-ins")
    password.add_argument("login", help=LOGIN)
    _password_option(password)

    for name, line in (
        ("disable", "let somebody in no more, from this moment"),
        ("enable", "let them in again"),
    ):
        what.add_parser(name, help=line).add_argument("login", help=LOGIN)

    what.add_parser("list", help="show who works here")
    for one in what.choices.values():
        office_option.add(one)


def run(given: argparse.Namespace) -> int:
    from workstation.server import staff

    # Asked before the database is opened: a writing transaction never waits for a person.
    password = _password(given) if given.what in ("add", "password") else ""
    try:
        with office_option.opened(given) as database:
            if given.what == "list":
                with database.read() as session:
                    _show(staff.everybody(session))
                return 0
            with database.write() as session:
                _change(session, given, password)
    except staff.NotPossible as error:
        raise Sorry(str(error)) from error
    return 0


def _change(session: "Session", given: argparse.Namespace, password: str) -> None:
    from workstation.models.ids import now_ms
    from workstation.server import staff

    if given.what == "add":
        staff.take_on(
            session,
            login=given.login,
            name=given.name,
            role=given.role,
            password=password,
            teams=given.team,
            languages=given.speaks or ["nl", "en"],
            now=now_ms(),
        )
    elif given.what == "change":
        staff.change(
            session,
            login=given.login,
            name=given.name,
            role=given.role,
            teams=given.team,
            languages=given.speaks,
        )
    elif given.what == "password":
        staff.change_password(session, login=given.login, password=password, now=now_ms())
    else:
        active = given.what == "enable"
        staff.set_active(session, login=given.login, active=active, now=now_ms())


def _password_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--password-stdin", action="store_true", help="read the password from standard input"
    )


def _password(given: argparse.Namespace) -> str:
    if given.password_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise Sorry("there is nobody to ask for a password here: use --password-stdin")
    password = getpass.getpass(f"Password for {given.login}: ")
    if getpass.getpass("Once more: ") != password:
        raise Sorry("the two passwords differ; nothing was changed")
    return password


def _show(people: "list[staff.Listed]") -> None:
    if not people:
        print("Nobody works here yet: workstation user add LOGIN")
        return
    width = max(len(one.login) for one in people)
    for one in people:
        left = "" if one.active else "  (disabled)"
        teams = ", ".join(one.teams)
        print(f"{one.login:{width}}  {one.role:5}  {one.name}{left}  {teams}".rstrip())
