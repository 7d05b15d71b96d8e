"""An office is arranged from a file, as often as wanted."""

from pathlib import Path

import pytest
from sqlalchemy import select

from workstation.models import ProductType, Reason, Resolution, Setting, Team, new_id
from workstation.server.arranging.arrange import Done, arrange
from workstation.server.arranging.plan import NotArranged, read_plan
from workstation.server.store.database import Database

FIRST = """
[[team]]
en = "Televisions"
nl = "Televisies"
icon = "tv"
product_types = ["televisies"]

[[team]]
en = "Washing machines"
nl = "Wasmachines"

[[reason]]
kind = "complaint"
en = "Delivery"
nl = "Bezorging"

    [[reason.below]]
    en = "Late"
    nl = "Te laat"

[[reason]]
kind = "question"
en = "Delivery"
nl = "Bezorging"

[[offer]]
en = "Sent again"
nl = "Opnieuw verzonden"

[settings]
default_team = "Washing machines"
reopen_hours = 48
phone_extensions = { sanne = "101" }
"""
THEN = """
[[team]]
en = "Televisions"
nl = "Tv's"

[[reason]]
kind = "complaint"
en = "Delivery"
nl = "Bezorging"
active = false

[settings]
reopen_hours = 72
"""


def _arranged(database: Database, folder: Path, text: str) -> Done:
    path = folder / "office.toml"
    path.write_text(text, encoding="utf-8")
    plan = read_plan(path)
    with database.write() as session:
        return arrange(session, plan)


def _kinds(database: Database) -> None:
    with database.write() as session:
        session.add(ProductType(id=new_id(), name_en="Televisions", name_nl="Televisies"))


def test_what_the_file_says_is_there_once(database: Database, tmp_path: Path) -> None:
    _kinds(database)
    assert _arranged(database, tmp_path, FIRST) == {
        ("team", "added"): 2,
        ("kind", "changed"): 1,
        ("reason", "added"): 3,
        ("offer", "added"): 1,
        ("setting", "added"): 3,
    }
    again = _arranged(database, tmp_path, FIRST)
    assert {became for _, became in again} == {"unchanged"}
    with database.read() as session:
        first, second = session.scalars(select(Team).order_by(Team.position))
        assert (first.name_en, first.icon, second.name_nl) == ("Televisions", "tv", "Wasmachines")
        assert session.scalars(select(ProductType.team_id)).one() == first.id
        late = session.scalars(select(Reason).where(Reason.name_en == "Late")).one()
        above = session.get_one(Reason, late.parent_id)
        assert (late.kind, above.kind, above.name_en) == ("complaint", "complaint", "Delivery")
        assert session.scalars(select(Resolution.name_nl)).one() == "Opnieuw verzonden"
        settings = {one.name: one.value for one in session.scalars(select(Setting))}
    assert settings == {
        "default_team": "Washing machines",
        "reopen_hours": 48,
        "phone_extensions": {"sanne": "101"},
    }


def test_only_what_is_named_changes(database: Database, tmp_path: Path) -> None:
    _kinds(database)
    _arranged(database, tmp_path, FIRST)
    assert _arranged(database, tmp_path, THEN) == {
        ("team", "changed"): 1,
        ("reason", "changed"): 2,
        ("setting", "changed"): 1,
    }
    with database.read() as session:
        team = session.scalars(select(Team).where(Team.name_en == "Televisions")).one()
        assert (team.name_nl, team.icon, team.active) == ("Tv's", "tv", True)
        used = session.scalars(select(Reason).where(Reason.active)).one()
        assert (used.kind, used.name_en) == ("question", "Delivery"), "nor what hung below it"
        assert len(session.scalars(select(Team)).all()) == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[team]\n", "is not TOML"),
        ('[[team]]\nen = "A"\n', "team 1, nl: Field required"),
        ('[[team]]\nen = "A"\nnl = "A"\ncolour = "red"\n', "team 1, colour"),
        ('[[team]]\nen = "A"\nnl = "A"\nicon = "boat"\n', "team 1, icon"),
        ('[[reason]]\nkind = "unfounded"\nen = "A"\nnl = "A"\n', "reason 1, kind"),
        ('[settings]\nreopen_hours = "two"\n', "settings, reopen_hours"),
        ('[settings]\ndefault_team = "Boats"\n', "no team called 'Boats'. There are: none"),
        (
            '[[team]]\nen = "A"\nnl = "A"\nproduct_types = ["Boats"]\n',
            "no kind of product called 'Boats', for the team 'A'",
        ),
    ],
)
def test_what_cannot_be_followed_is_explained_and_changes_nothing(
    database: Database, tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(NotArranged) as told:
        _arranged(database, tmp_path, text)
    assert said in str(told.value)
    with database.read() as session:
        assert session.scalars(select(Team)).all() == []


def test_a_file_that_is_not_there_is_explained(tmp_path: Path) -> None:
    with pytest.raises(NotArranged, match="cannot be read: No such file"):
        read_plan(tmp_path / "office.toml")
