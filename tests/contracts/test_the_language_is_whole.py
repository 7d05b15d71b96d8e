"""What desk and server say to each other covers every noun and every refusal, and a desk can hear
more than it knows."""

import ast
from pathlib import Path

import pytest
from sqlalchemy import inspect

import workstation
from tests.desk import KEY
from workstation.actions import ACTIONS
from workstation.models import REPLICATED, Base, Root, new_id
from workstation.replica.outbox import returns_to_composer
from workstation.replica.replica import Replica
from workstation.server.store.stamps import stamped_tables
from workstation.wire.changes import Packet, Rows
from workstation.wire.refusals import SENTENCES, sentence
from workstation.wire.tables import TABLES

ROOMS = ("actions", "server", "replica")


def _raised_codes() -> set[str]:
    """Every code that the source raises as `Refused("...")`, or notes as a refusal's code."""
    codes: set[str] = set()
    package = Path(workstation.__file__).parent
    for room in ROOMS:
        for path in (package / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if not isinstance(node, ast.Call):
                    continue
                name = node.func.id if isinstance(node.func, ast.Name) else ""
                name = node.func.attr if isinstance(node.func, ast.Attribute) else name
                given = [*node.args, *(k.value for k in node.keywords if k.arg == "code")]
                first = next((a.value for a in given if isinstance(a, ast.Constant)), None)
                if name in ("Refused", "Refusal", "_refuse") and isinstance(first, str):
                    codes.add(first)
    return codes


def test_every_refusal_has_a_sentence_in_both_languages() -> None:
    raised = _raised_codes()
    assert {"owned_by_other", "file_missing", "not_understood"} <= raised  # it does find them
    assert raised == set(SENTENCES)
    for code, (english, dutch) in SENTENCES.items():
        assert english.endswith("."), code
        assert dutch.endswith("."), code
        assert english != dutch, code


@pytest.mark.parametrize("language", ["en", "nl", "nl-NL", "fr", ""])
def test_a_sentence_can_always_be_said(language: str) -> None:
    for code in (*SENTENCES, "never heard of"):
        for facts in ({}, {"name": "{0} of {name}", "limit": "160"}):
            said = sentence(code, facts, language)
            assert said
            if not facts:
                assert "{" not in said


def test_every_replicated_noun_travels() -> None:
    replicated = {mapper.class_ for mapper in Base.registry.mappers if "rev" in mapper.columns}
    names = {inspect(model).local_table.description for model in replicated}
    assert {table.model for table in TABLES.values()} == set(REPLICATED)
    assert names - {"share", "receipt", "feed_clock"} == set(TABLES)
    assert set(stamped_tables()) == {*TABLES, "share"}
    for table in TABLES.values():
        assert table.columns == tuple(column.name for column in table.table.columns)
        assert table.root_column in table.columns
        assert {"id", "rev"} <= set(table.columns)


def test_parents_travel_before_what_hangs_on_them() -> None:
    order = list(TABLES)
    for table in TABLES.values():
        if table.root is Root.CONTACT and table.name != "contact":
            assert order.index("contact") < order.index(table.name)
        if table.root is Root.CUSTOMER and table.name != "customer":
            assert order.index("customer") < order.index(table.name)


def test_the_desk_knows_what_returns_to_the_composer() -> None:
    """It may not load the actions before its first paint, so it knows by name."""
    for kind, action in ACTIONS.items():
        assert returns_to_composer(kind) == action.returns_to_composer, kind


def _packet(**tables: Rows) -> Packet:
    return Packet(
        epoch="",
        tables=tables,
        shares=[],
        leave=[],
        cursor="",
        upto=0,
        more=False,
        restart=False,
    )


def test_a_newer_server_may_say_more_than_a_desk_knows(tmp_path: Path) -> None:
    """Tables and columns that this desk has never heard of are left out; what it misses is empty,
    and whatever order the columns come in."""
    replica = Replica.open(tmp_path, KEY)
    agent_id = new_id()
    replica.receiving.store_page(
        _packet(
            parcel=Rows(columns=["id", "rev", "weight"], rows=[[new_id(), 1, 700]]),
            team=Rows(
                columns=["colour", "active", "rev", "id", "name_nl", "name_en", "icon", "position"],
                rows=[["red", True, 3, new_id(), "Televisies", "TVs", "tv", 1]],
            ),
            agent=Rows(
                columns=["id", "rev", "login", "name", "role", "languages", "channels", "active"],
                rows=[[agent_id, 1, "one", "One", "lead", ["nl"], [], True]],
            ),
        )
    )
    reference = replica.reference()
    assert [(team.name_en, team.icon) for team in reference.teams] == [("TVs", "tv")]
    assert [agent.agent_id for agent in reference.agents] == [agent_id]
    replica.close()
