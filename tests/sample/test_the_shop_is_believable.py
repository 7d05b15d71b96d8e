"""The sample shop is one that could be: complete, connected, in order, and nobody's real data."""

import re
from collections import Counter
from statistics import median

import pytest

from tests.sample.shop_rows import NOW, Row, rows
from workstation.models import (
    CHANNELS,
    Advice,
    Agent,
    Answer,
    Attachment,
    Base,
    Call,
    Case,
    Contact,
    Customer,
    CustomerNote,
    Dial,
    Identity,
    Match,
    Membership,
    Message,
    Order,
    OrderLine,
    Presence,
    Product,
    ProductType,
    Promise,
    Rating,
    Reason,
    Replicated,
    Resolution,
    Return,
    Skill,
    Team,
    Template,
    Variant,
    WrapUp,
    time_of,
)
from workstation.rules.failures import known
from workstation.sample.pictures import Picture, pictures
from workstation.sample.sound import Recording, recordings
from workstation.sample.staff import agent_id

MINUTE = 60_000
DAY = 86_400_000

POINTS_TO: list[tuple[type[Replicated], str, type[Replicated]]] = [
    (Membership, "agent_id", Agent),
    (Membership, "team_id", Team),
    (Skill, "agent_id", Agent),
    (Skill, "product_type_id", ProductType),
    (Presence, "id", Agent),
    (ProductType, "team_id", Team),
    (Product, "product_type_id", ProductType),
    (Variant, "product_id", Product),
    (Answer, "product_type_id", ProductType),
    (Answer, "product_id", Product),
    (Advice, "product_id", Product),
    (Reason, "parent_id", Reason),
    (Identity, "customer_id", Customer),
    (Order, "customer_id", Customer),
    (OrderLine, "order_id", Order),
    (OrderLine, "customer_id", Customer),
    (OrderLine, "variant_id", Variant),
    (Return, "order_id", Order),
    (Return, "order_line_id", OrderLine),
    (Return, "customer_id", Customer),
    (Contact, "customer_id", Customer),
    (Contact, "identity_id", Identity),
    (Contact, "team_id", Team),
    (Contact, "owner_id", Agent),
    (Contact, "product_type_id", ProductType),
    (Contact, "product_id", Product),
    (Contact, "variant_id", Variant),
    (Contact, "order_id", Order),
    (Message, "contact_id", Contact),
    (Message, "author_id", Agent),
    (Message, "reply_to_id", Message),
    (Call, "id", Message),
    (Call, "contact_id", Contact),
    (Call, "agent_id", Agent),
    (Match, "customer_id", Customer),
    (Match, "other_id", Customer),
    (Attachment, "message_id", Message),
    (Attachment, "contact_id", Contact),
    (WrapUp, "contact_id", Contact),
    (WrapUp, "agent_id", Agent),
    (WrapUp, "product_id", Product),
    (WrapUp, "variant_id", Variant),
    (WrapUp, "reason_id", Reason),
    (Rating, "customer_id", Customer),
    (Rating, "contact_id", Contact),
    (CustomerNote, "customer_id", Customer),
    (CustomerNote, "agent_id", Agent),
    (Case, "contact_id", Contact),
    (Case, "agent_id", Agent),
]


def messages_by_contact() -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for message in rows().of(Message):
        found.setdefault(message["contact_id"], []).append(message)
    return found


@pytest.mark.parametrize(("model", "column", "target"), POINTS_TO)
def test_what_a_row_refers_to_is_there(
    model: type[Replicated], column: str, target: type[Replicated]
) -> None:
    there = rows().ids(target)
    assert {row[column] for row in rows().of(model)} - {None} <= there


def test_every_row_has_every_column_of_its_model() -> None:
    for model in set(rows().order):
        assert issubclass(model, Base)
        wanted = {column.name for column in model.__table__.columns} - {"rev"}
        assert all(row.keys() == wanted for row in rows().of(model)), model


def test_no_id_comes_twice_and_unique_columns_are() -> None:
    for model in set(rows().order):
        found = [row["id"] for row in rows().of(model)]
        assert len(found) == len(set(found)), model
    addresses = [(row["channel"], row["address"]) for row in rows().of(Identity)]
    assert len(addresses) == len(set(addresses))
    promises = [(row["channel"], row["kind"]) for row in rows().of(Promise)]
    assert len(promises) == len(set(promises))
    names = [row["number"] for row in rows().of(Order)]
    assert len(names) == len(set(names))


def test_parents_come_first() -> None:
    first = {model: rows().order.index(model) for model in set(rows().order)}
    for model, _, target in POINTS_TO:
        assert first[target] <= first[model], (model, target)


def test_the_shop_has_the_size_of_a_shop() -> None:
    shop = rows()
    assert len(shop.of(Team)) == 8
    assert len(shop.of(Agent)) == 14
    assert Counter(agent["role"] for agent in shop.of(Agent))["admin"] == 1
    assert len(shop.of(ProductType)) >= 20
    assert 180 <= len(shop.of(Product)) <= 220
    assert all(
        2 <= count <= 6
        for count in Counter(variant["product_id"] for variant in shop.of(Variant)).values()
    )
    assert len([row for row in shop.of(Reason) if row["parent_id"]]) >= 40
    assert 130 <= len(shop.of(Answer)) <= 170
    assert len(shop.of(Customer)) >= 1500
    assert len(shop.of(Contact)) == 1000
    assert len(shop.of(Message)) == 6000


def test_every_bar_code_has_its_check_digit() -> None:
    for variant in rows().of(Variant):
        digits = [int(digit) for digit in variant["gtin"]]
        assert len(digits) == 13
        assert sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10 == 0
    assert len({variant["sku"] for variant in rows().of(Variant)}) == len(rows().of(Variant))


def test_nobody_real_can_be_reached() -> None:
    for identity in rows().of(Identity):
        address = identity["address"]
        if identity["channel"] == "email":
            assert re.fullmatch(r"[a-z0-9.]+@example\.(nl|org|com)", address)
        if identity["channel"] in ("phone", "whatsapp"):
            assert re.fullmatch(r"\+3160\d{7}", address), "no Dutch mobile number begins so"


def test_every_channel_and_both_languages_are_used() -> None:
    channels = Counter(contact["channel"] for contact in rows().of(Contact))
    assert set(channels) == set(CHANNELS) - {"console"}
    assert min(channels.values()) >= 40
    languages = Counter(contact["language"] for contact in rows().of(Contact))
    assert languages["nl"] > languages["en"] > 150


def test_a_transcript_is_in_order_and_its_contact_agrees_with_it() -> None:
    transcripts = messages_by_contact()
    for contact in rows().of(Contact):
        messages = transcripts[contact["id"]]
        times = [message["at"] for message in messages]
        assert times == sorted(times)
        assert contact["opened_at"] == times[0] == time_of(contact["id"])
        assert times[-1] <= NOW
        said = [message for message in messages if message["kind"] == "text"]
        assert contact["last_at"] == said[-1]["at"]
        assert (contact["last_side"] == "customer") == (said[-1]["direction"] == "inbound")
        if contact["state"] == "done":
            assert contact["closed_at"] == times[-1]
            assert contact["owner_id"]
            assert 3 <= len(messages) <= 14
        waits = contact["state"] == "open" and said[-1]["direction"] == "inbound"
        assert waits == (contact["waiting_since"] is not None) == (contact["due_at"] is not None)


def test_messages_say_something_and_leave_no_gap_open() -> None:
    for message in rows().of(Message):
        assert "{" not in message["text"]
        if message["kind"] not in ("event", "call"):
            assert message["text"].strip()
        assert (message["delivery"] != "") == (message["direction"] == "outbound")
    states = Counter(message["delivery"] for message in rows().of(Message))
    assert {"read", "delivered", "sent", "failed", "uncertain"} <= set(states)


def test_what_is_over_was_logged_with_a_reason() -> None:
    logged = Counter(wrap_up["contact_id"] for wrap_up in rows().of(WrapUp))
    done = [contact["id"] for contact in rows().of(Contact) if contact["state"] == "done"]
    assert set(logged) == set(done)
    resolutions = rows().ids(Resolution)
    for wrap_up in rows().of(WrapUp):
        assert set(wrap_up["resolution_ids"]) <= resolutions


def test_a_messenger_thread_has_at_most_one_contact_that_goes_on() -> None:
    going_on = [
        (contact["channel"], contact["thread"])
        for contact in rows().of(Contact)
        if contact["state"] != "done"
    ]
    assert len(going_on) == len(set(going_on))


def test_promises_run_out_around_now() -> None:
    due = [contact["due_at"] - NOW for contact in rows().of(Contact) if contact["due_at"]]
    assert len(due) >= 30
    assert any(left < 0 for left in due)
    assert sum(0 < left < 10 * MINUTE for left in due) >= 12


def test_the_desk_of_the_default_agent_is_alive() -> None:
    contacts = rows().of(Contact)
    mine = [contact for contact in contacts if contact["owner_id"] == agent_id("sanne")]
    states = Counter(contact["state"] for contact in mine)
    assert 7 <= states["open"] <= 12
    assert states["snoozed"] >= 1
    assert states["done"] >= 10
    now = [contact for contact in mine if contact["state"] == "open"]
    assert len({contact["channel"] for contact in now}) >= 5
    transcripts = messages_by_contact()
    photos = Counter(attachment["contact_id"] for attachment in rows().of(Attachment))
    assert any(
        photos[contact["id"]] == 2
        and any(
            message["kind"] == "note" and message["author_id"] != contact["owner_id"]
            for message in transcripts[contact["id"]]
        )
        for contact in now
    )


def test_everybody_has_something_to_do_and_some_is_up_for_taking() -> None:
    open_now = [contact for contact in rows().of(Contact) if contact["state"] == "open"]
    owners = Counter(contact["owner_id"] for contact in open_now)
    assert owners[None] >= 12
    assert len(owners) >= 10


def test_more_write_by_day_than_at_night_and_fewer_at_weekends() -> None:
    hours = Counter(
        contact["opened_at"] // 3_600_000 % 24
        for contact in rows().of(Contact)
        if contact["state"] == "done"
    )
    by_night = sum(hours[hour] for hour in range(6))
    by_day = sum(hours[hour] for hour in range(8, 14))
    assert by_day > 12 * by_night


def test_some_variants_come_back_more_than_others() -> None:
    sold = Counter(line["variant_id"] for line in rows().of(OrderLine))
    back = Counter(row["variant_id"] for row in rows().of(Return))
    assert 0.02 < back.total() / sold.total() < 0.09
    assert max(back.values()) >= 4
    assert median(back[variant] for variant in sold) == 0
    assert all(row["reason"] for row in rows().of(Return))


def test_an_order_is_the_sum_of_its_lines() -> None:
    sums: Counter[str] = Counter()
    for line in rows().of(OrderLine):
        sums[line["order_id"]] += line["price"] * line["quantity"]
    for order in rows().of(Order):
        assert order["total"] == sums[order["id"]] > 0
        assert order["placed_at"] < (order["delivered_at"] or NOW) <= NOW


def test_attachments_are_the_pictures() -> None:
    files: list[Picture | Recording] = [*pictures(), *recordings()]
    known = {(p.sha256, p.size, p.media_type, p.width, p.height) for p in files}
    used = {
        (a["sha256"], a["size"], a["media_type"], a["width"], a["height"])
        for a in rows().of(Attachment)
    }
    assert used <= known
    assert len(used) >= 14


def test_a_contact_over_the_phone_begins_with_its_call() -> None:
    calls = {call["id"]: call for call in rows().of(Call)}
    transcripts = messages_by_contact()
    over_the_phone = [row for row in rows().of(Contact) if row["channel"] == "phone"]
    assert {transcripts[row["id"]][0]["id"] for row in over_the_phone} == set(calls)
    for call in calls.values():
        assert call["state"] == "ended"
        assert call["started_at"] < call["ended_at"] <= NOW
        if call["outcome"] == "answered":
            assert call["agent_id"]
            assert call["started_at"] < call["answered_at"] < call["ended_at"]
    assert {call["outcome"] for call in calls.values()} == {"answered", "voicemail"}


def test_recordings_are_those_of_calls() -> None:
    calls = {call["id"]: call for call in rows().of(Call)}
    roles: Counter[tuple[str, str]] = Counter()
    for attachment in rows().of(Attachment):
        if attachment["role"]:
            roles[attachment["role"], calls[attachment["message_id"]]["outcome"]] += 1
    assert set(roles) == {("recording", "answered"), ("voicemail", "voicemail")}


def test_one_may_answer_freely_for_as_long_as_the_channel_says() -> None:
    day = {"whatsapp": DAY, "instagram": 7 * DAY, "messenger": 7 * DAY}
    transcripts = messages_by_contact()
    for contact in rows().of(Contact):
        wrote = [m["at"] for m in transcripts[contact["id"]] if m["direction"] == "inbound"]
        window = day.get(contact["channel"])
        assert contact["reply_until"] == (wrote[-1] + window if window else None)
    still = [row for row in rows().of(Contact) if row["state"] == "open" and row["reply_until"]]
    assert any(row["reply_until"] > NOW for row in still)


def test_messages_are_more_than_text() -> None:
    facts = [message["facts"] for message in rows().of(Message)]
    assert {"location", "order", "story"} <= {fact.get("shape") for fact in facts}
    assert any(fact.get("reactions") for fact in facts)
    assert any(message["reply_to_id"] for message in rows().of(Message))


def test_a_message_that_failed_says_why_in_both_languages() -> None:
    failed = {m["failure"] for m in rows().of(Message) if m["delivery"] == "failed"}
    assert failed
    assert all(known(code) for code in failed)


def test_likely_the_same_people_are_suggested() -> None:
    assert {match["reason"] for match in rows().of(Match)} == {"order", "phone"}


def test_templates_can_be_chosen_in_both_languages() -> None:
    names = Counter(row["name"] for row in rows().of(Template))
    assert len(names) >= 3
    assert set(names.values()) == {2}
    assert {row["channel"] for row in rows().of(Dial)} >= {"chat"}
