"""The lists of the inbox as the desk's memory answers them: filters, headings, kept views, tags;
with what waits in the outbox laid over them, and quickly at any size."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select

from tests.desk import Desk
from tests.small_shop import MINUTE, NOW, SmallShop, furnish
from workstation.actions import Assign, Claim, RemoveView, SaveView, TagContact, Transfer
from workstation.actions.save_view import ViewFilters
from workstation.models import Contact
from workstation.replica.lists import Filters, Grouping, View
from workstation.replica.queries import inbox
from workstation.replica.replica import Replica
from workstation.replica.rows.news import Changed
from workstation.rules.finding.reading import read
from workstation.server.store.database import Database

STATES = ("open", "snoozed", "done")


@pytest.fixture
def shop(sqlite_office: Database) -> SmallShop:
    shop = furnish(sqlite_office)
    with sqlite_office.write() as session:
        for contact in session.scalars(select(Contact)):
            if contact.id == shop.free:
                contact.due_at = NOW - MINUTE
            elif contact.id == shop.mine:
                contact.due_at = NOW + MINUTE
            elif contact.id == shop.theirs:
                contact.channel, contact.due_at = "whatsapp", None
            elif contact.id == shop.sent:
                contact.due_at = contact.waiting_since = None
                contact.last_side, contact.last_text = "agent", "Which one is it?"
    return shop


@pytest.fixture
def desk(sqlite_office: Database, shop: SmallShop, tmp_path: Path) -> Iterator[Desk]:
    opened = Desk(sqlite_office, shop.agent, tmp_path / "desk", now=NOW)
    opened.pull()
    yield opened
    opened.close()


@pytest.fixture
def replica(desk: Desk) -> Replica:
    return desk.replica


def contacts(replica: Replica, view: View) -> list[str]:
    """Ids, in the order of the list."""
    numbers = [number for number in replica.inbox(view).numbers if number >= 0]
    rows = replica.inbox_rows(numbers)
    return [rows[number].contact_id for number in numbers]


def among(replica: Replica, **filters: object) -> Callable[[str], bool]:
    view = View("saved", filters=Filters(**filters))  # type: ignore[arg-type]
    found = contacts(replica, view)
    return lambda contact_id: contact_id in found


def test_filters_narrow_and_are_all_meant(replica: Replica, shop: SmallShop) -> None:
    every = contacts(replica, View("saved"))
    assert {shop.free, shop.mine, shop.theirs, shop.sent} <= set(every)
    assert not {shop.done, shop.snoozed, shop.elsewhere} & set(every)
    whatsapp = contacts(replica, View("saved", filters=Filters(channels=("whatsapp",))))
    assert whatsapp == [shop.theirs]
    unread_mine = among(replica, owner="me", unread=True)
    assert unread_mine(shop.mine)
    assert not unread_mine(shop.seen)
    assert not unread_mine(shop.theirs)
    assert not unread_mine(shop.sent)


@pytest.mark.parametrize(
    ("promise", "contact"),
    [("late", "free"), ("soon", "mine"), ("ahead", "seen"), ("none", "theirs"), ("met", "sent")],
)
def test_how_the_promise_stands(
    replica: Replica, shop: SmallShop, promise: str, contact: str
) -> None:
    found = {
        state: among(replica, promise=state)(getattr(shop, contact))
        for state in ("late", "soon", "ahead", "none", "met")
    }
    assert found == {state: state == promise for state in found}


def test_time_alone_makes_a_contact_late(desk: Desk, shop: SmallShop) -> None:
    late = View("saved", filters=Filters(promise="late"))
    assert late.watches_the_clock
    assert shop.mine not in contacts(desk.replica, late)
    desk.time += 2 * MINUTE
    assert shop.mine in contacts(desk.replica, late)


def test_whose_it_is(replica: Replica, shop: SmallShop) -> None:
    assert among(replica, owner="nobody")(shop.free)
    assert among(replica, owner="others")(shop.theirs)
    assert among(replica, owner=shop.colleague)(shop.theirs)
    assert not among(replica, owner=shop.colleague)(shop.mine)


def test_who_waits_longest(replica: Replica, shop: SmallShop) -> None:
    assert among(replica, waiting_minutes=30)(shop.mine)
    assert not among(replica, waiting_minutes=31)(shop.mine)
    assert not among(replica, waiting_minutes=1)(shop.sent)


def test_states_widen_a_list(replica: Replica, shop: SmallShop) -> None:
    found = among(replica, states=STATES)
    assert all(map(found, (shop.mine, shop.done, shop.snoozed)))
    team = View("team", team_id=shop.televisions, filters=Filters(states=("done",)))
    assert contacts(replica, team) == [shop.done]


def test_tags_are_found_in_any_capitals(replica: Replica, shop: SmallShop) -> None:
    replica.act(TagContact(contact_id=shop.mine, add=("VIP",)))
    found = among(replica, tags=("Vip",))
    assert found(shop.tagged)
    assert found(shop.mine)
    assert not found(shop.free)
    tags = dict(replica.tags())
    assert tags.pop("courier") == 1
    assert list(tags.values()) == [2]


def test_words_of_the_customer_or_of_what_was_said(replica: Replica, shop: SmallShop) -> None:
    assert among(replica, text="flick")(shop.mine)
    assert among(replica, text="other cust")(shop.from_other)
    assert not among(replica, text="other cust")(shop.mine)
    assert not among(replica, text="nobody said this")(shop.mine)


def test_a_list_understands_a_search_as_the_search_does(replica: Replica, shop: SmallShop) -> None:
    for text in (
        "channel:email",
        "kanaal:whatsapp flick",
        "agent:me is:open",
        "agent:nobody",
        "is:late",
        "tag:courier",
        'from:"other customer"',
        "flickers after:2000-01-01",
        "flickers before:2000-01-01",
        "before:2000-01-01",
        "order:nothing",
    ):
        asked = read(text, datetime.fromtimestamp(NOW / 1000, tz=UTC).astimezone().date())
        hits = replica.look_further(asked, limit=500).hits
        listed = contacts(replica, View("all", filters=Filters(text=text)))
        assert sorted(listed) == sorted(hit.contact_id for hit in hits), text
        assert replica.count(View("all", filters=Filters(text=text)), 1000) == len(listed)
    assert contacts(replica, View("all", filters=Filters(text="channel:email")))
    assert contacts(replica, View("all", filters=Filters(text="channel:pigeon"))) == []


def test_a_row_tells_where_a_search_found_it(replica: Replica, shop: SmallShop) -> None:
    numbers = list(replica.inbox(View("all", filters=Filters(text="flick"))).numbers)
    row = next(
        one for one in replica.inbox_rows(numbers, "flick").values() if one.contact_id == shop.mine
    )
    assert row.found is not None
    assert [row.found.text[start:end] for start, end in row.found.spans] == ["flickers"]
    messages = replica.transcript(shop.mine).messages
    assert row.found.message_id in {message.message_id for message in messages}
    numbers = list(replica.inbox(View("all", filters=Filters(text="other cust"))).numbers)
    (row,) = replica.inbox_rows(numbers, "other cust").values()
    assert row.found is not None
    assert [row.name[start:end].lower() for start, end in row.found.in_name] == [
        "other",
        "customer",
    ]
    assert all(one.found is None for one in replica.inbox_rows(numbers).values())


def headings(replica: Replica, grouped: Grouping) -> list[tuple[str, int]]:
    found = replica.inbox(View("saved", grouped=grouped))
    return [
        (found.headings[number].key, found.headings[number].count)
        for number in found.numbers
        if number < 0
    ]


def test_headings_count_what_stands_under_them(replica: Replica, shop: SmallShop) -> None:
    every = len(contacts(replica, View("saved")))
    for grouped in ("channel", "product_type", "owner", "promise"):
        found = headings(replica, grouped)
        assert sum(count for _, count in found) == every, grouped
        assert len({key for key, _ in found}) == len(found)
    assert [key for key, _ in headings(replica, "promise")] == [
        "late", "soon", "ahead", "none", "met",
    ]  # fmt: skip
    assert [key for key, _ in headings(replica, "owner")][:2] == [shop.agent, ""]
    one, other = (replica.inbox(View("saved", grouped="owner")).numbers for _ in range(2))
    assert one == other


def test_what_waits_is_laid_over_each_list(replica: Replica, shop: SmallShop) -> None:
    replica.act(Claim(contact_id=shop.free))
    assert among(replica, owner="me")(shop.free)
    assert not among(replica, owner="nobody")(shop.free)


def test_kept_views_are_mine_and_my_teams(replica: Replica, shop: SmallShop) -> None:
    views = {view.name: view for view in replica.reference().views}
    assert set(views) == {"my view", "their view"}
    assert views["my view"].changes
    assert not views["their view"].changes
    assert views["my view"].view.filters == Filters(channels=("email",))
    kept = SaveView(
        name="Late",
        filters=ViewFilters(promise="late", owner="nobody"),
        sort="waiting",
        grouped="channel",
        position=7,
    )
    replica.act(kept)
    late = replica.reference().views[-1]
    assert (late.name, late.view) == (
        "Late",
        View(
            "saved",
            saved_id=kept.view_id,
            order="waiting",
            grouped="channel",
            filters=Filters(promise="late", owner="nobody"),
        ),
    )
    assert contacts(replica, late.view) == [shop.free]
    assert replica.counts(NOW).views[kept.view_id] == 1
    replica.act(RemoveView(view_id=kept.view_id))
    assert kept.view_id not in replica.counts(NOW).views


def test_a_stranger_sees_no_view_of_another_team(
    sqlite_office: Database, shop: SmallShop, tmp_path: Path
) -> None:
    desk = Desk(sqlite_office, shop.stranger, tmp_path / "other", now=NOW)
    desk.pull()
    assert desk.replica.reference().views == ()
    desk.close()


def test_many_are_done_at_once_and_told_once(
    sqlite_office: Database, shop: SmallShop, tmp_path: Path
) -> None:
    desk = Desk(sqlite_office, shop.lead, tmp_path / "lead", now=NOW)
    desk.pull()
    told: list[Changed] = []
    desk.replica.subscribe(told.append)
    wanted = (shop.free, shop.mine)
    outcome = desk.replica.act_many(
        [
            *([Assign(contact_id=one, agent_id=shop.colleague)] for one in wanted),
            [Assign(contact_id=shop.elsewhere, agent_id=shop.colleague)],
            [
                Transfer(contact_id=shop.tagged, team_id=shop.washing),
                Claim(contact_id=shop.tagged),
            ],
        ]
    )
    assert outcome.done == list(wanted)
    assert [(one.contact_id, one.code) for one in outcome.refused] == [
        (shop.elsewhere, "contact_not_found"),
        (shop.tagged, "contact_not_found"),
    ]
    assert len(told) == 1
    assert set(wanted) <= told[0].contacts
    assert [entry.kind for entry in desk.replica.outbox()] == ["assign"] * 2 + ["transfer"]
    desk.close()


@pytest.mark.parametrize(
    "view",
    [
        View("all"),
        View("saved", filters=Filters(unread=True, channels=("email",))),
        View("saved", filters=Filters(states=STATES, promise="late", waiting_minutes=5)),
        View("saved", filters=Filters(states=STATES, owner="others"), grouped="product_type"),
        View("all", grouped="owner"),
    ],
)
def test_a_list_is_read_from_an_index_alone(replica: Replica, view: View) -> None:
    with replica.store.reading() as connection:
        asked, values = inbox.asked(connection, view, replica.me, NOW)
        plan = connection.execute(f"EXPLAIN QUERY PLAN {asked}", values).fetchall()
    steps = [step[3] for step in plan if step[3].split()[1] == "contact"]
    assert "COVERING INDEX" in steps[0]
