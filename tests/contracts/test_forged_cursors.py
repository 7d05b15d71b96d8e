"""A cursor is opaque to the desk and proves nothing: whatever is sent as one, the server starts
over or goes on, and never fails."""

import base64
from typing import Any

import orjson
import pytest
from hypothesis import HealthCheck, example, given, settings, strategies as st

from tests.contracts.holder import Holder
from tests.effort import examples
from tests.small_shop import furnish
from workstation.models import new_id
from workstation.server.feed_routes import Reader, read_page
from workstation.server.store.cursor import Cursor, Place, UnreadableCursor, read_cursor
from workstation.server.store.database import Database
from workstation.server.store.feed import STAGES

ID = "01a1ee1f-6f80-71a9-8b58-9eda61115a38"
_json = st.recursive(
    st.none() | st.booleans() | st.integers(-(1 << 63), (1 << 64) - 1) | st.floats() | st.text()
    | st.sampled_from(["all", ID]),
    lambda inside: st.lists(inside, max_size=6) | st.dictionaries(st.text(), inside, max_size=3),
    max_leaves=12,
)  # fmt: skip
_names = st.lists(st.sampled_from(["all", ID, new_id()]), max_size=3).map(tuple)
_revisions = st.integers(0, (1 << 62) - 1)
_keys = st.lists(_revisions | st.sampled_from(["all", ID, "f" * 36]), max_size=3).map(tuple)
_cursors = st.builds(
    Cursor,
    epoch=st.just(ID),
    known=st.lists(st.tuples(_revisions, _names), max_size=3).map(tuple),
    upto=_revisions,
    place=st.builds(Place, stage=st.integers(0, len(STAGES) + 3), after=_keys),
    going=_names,
)


def _packed(parts: Any) -> str:
    return base64.urlsafe_b64encode(orjson.dumps(parts)).decode()


@given(st.text() | _json.map(lambda parts: _packed(parts) if _fits(parts) else "x"))
@example("=")
@example("é")
@example("W10")
@example("[" * 500)
def test_no_text_does_more_than_not_being_a_cursor(text: str) -> None:
    try:
        read_cursor(text)
    except UnreadableCursor:
        return


def _fits(parts: Any) -> bool:
    try:
        orjson.dumps(parts)
    except orjson.JSONEncodeError:
        return False
    return True


@given(_cursors)
def test_a_cursor_is_read_as_it_was_written(cursor: Cursor) -> None:
    try:
        assert read_cursor(cursor.write()) == cursor
    except UnreadableCursor:
        assert cursor.place is not None
        assert not cursor.going or {"all", "f" * 36} & {*cursor.place.after}


@settings(
    max_examples=examples(2),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(cursor=_cursors, limit=st.integers(1, 60))
def test_a_forged_cursor_harms_nobody(database: Database, cursor: Cursor, limit: int) -> None:
    """It shows nothing that the reader may not see, and no query fails on it."""
    reader = Reader(agent_id=ID, sign_in_id="", team_ids=frozenset({ID}))
    with database.read() as session:
        epoch = database.epoch(session)
    forged = Cursor(epoch, cursor.known, cursor.upto, cursor.place, cursor.going)
    page = read_page(database, reader, forged.write(), limit)
    assert page["shares"] == []
    assert page["tables"].get("contact") is None


@pytest.mark.parametrize("after", [("all", ID), ("all", "all"), (ID, "all"), (1, "all")])
def test_a_key_that_is_no_id_starts_over(database: Database, after: tuple[int | str, ...]) -> None:
    """PostgreSQL would not compare it with an id."""
    shop = furnish(database)
    reader = Reader(
        agent_id=shop.agent, sign_in_id="", team_ids=frozenset({shop.televisions, shop.washing})
    )
    with database.read() as session:
        epoch = database.epoch(session)
    for stage in range(len(STAGES)):
        going = ("all", *sorted(reader.team_ids), reader.agent_id)
        cursor = Cursor(epoch, ((1, going),), 1 << 40, Place(stage, after), going)
        holder = Holder()
        holder.page(read_page(database, reader, cursor.write(), 10))


def test_a_cursor_of_another_life_of_the_database_starts_over(database: Database) -> None:
    shop = furnish(database)
    reader = Reader(agent_id=shop.agent, sign_in_id="", team_ids=frozenset({shop.televisions}))
    cursor = Cursor(new_id(), ((1 << 40, ("all", shop.agent, shop.televisions)),))
    page = read_page(database, reader, cursor.write(), 2000)
    assert page["restart"]
    assert page["tables"]["team"]["rows"]
