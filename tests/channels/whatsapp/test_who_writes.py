"""Who wrote: by user id or number, whichever WhatsApp shows, and what it says when that changes."""

from typing import Any

import pytest

from tests.channels.whatsapp.webhooks import (
    AT,
    NUMBER,
    USER,
    change,
    message,
    one,
    parsed,
    written,
)
from workstation.channels.incoming import (
    AddressNews,
)

TEXT = {"body": "Hello"}
KNOWN = {"profile": {"name": "Anna Bakker"}, "wa_id": NUMBER, "user_id": USER}
HIDDEN = {"profile": {"username": "anna.bakker"}, "user_id": USER}


def anonymous(**beside: Any) -> dict[str, Any]:
    """A message that shows no number."""
    found = message("text", TEXT, **beside)
    del found["from"]
    return found


def test_with_both_the_user_id_is_the_address_and_the_number_is_also_theirs() -> None:
    found = one(message("text", TEXT), contacts=[KNOWN])
    assert found.address == USER
    assert found.also == (("whatsapp", f"+{NUMBER}"), ("phone", f"+{NUMBER}"))


def test_the_conversation_is_the_same_before_and_after_user_ids() -> None:
    before = one(message("text", TEXT))
    after = one(message("text", TEXT), contacts=[KNOWN])
    assert before.thread == after.thread == f"+{NUMBER}"
    assert ("whatsapp", before.address) in after.also


@pytest.mark.parametrize(
    "given",
    [anonymous(), anonymous(from_user_id=USER), message("text", TEXT, **{"from": USER})],
)
def test_without_a_number_the_user_id_is_all(given: dict[str, Any]) -> None:
    found = one(given, contacts=[HIDDEN])
    assert (found.address, found.thread, found.also) == (USER, USER, ())
    assert found.name == "anna.bakker"


def test_of_several_each_message_has_its_own_writer() -> None:
    other = {"profile": {"name": "Bram de Wit"}, "wa_id": "31651234568", "user_id": "NL.2"}
    first = message("text", TEXT, id="wamid.1", **{"from": "31651234568"})
    found = written(first, message("text", TEXT), contacts=[KNOWN, other]).messages
    assert [(one.name, one.address) for one in found] == [
        ("Bram de Wit", "NL.2"),
        ("Anna Bakker", USER),
    ]


def test_without_contacts_there_is_still_somebody() -> None:
    found = one(message("text", TEXT), contacts=[])
    assert (found.address, found.name) == (f"+{NUMBER}", "")


def system(**about: Any) -> tuple[AddressNews, ...]:
    found = written(message("system", about), contacts=[])
    assert found.messages == ()
    return found.addresses


@pytest.mark.parametrize("kind", ["user_changed_number", "customer_changed_number"])
@pytest.mark.parametrize("name", ["wa_id", "new_wa_id"])
def test_a_number_that_changed_is_the_same_person(kind: str, name: str) -> None:
    (news,) = system(body="Anna changed", type=kind, **{name: "31651234599"})
    assert (news.before, news.after) == (f"+{NUMBER}", "+31651234599")
    assert (news.at, news.text) == (AT * 1000, "Anna changed")


def test_a_user_id_that_changed_is_the_same_person() -> None:
    about = {"type": "user_changed_user_id", "user_id": "NL.99"}
    found = written(anonymous(type="system", system=about, from_user_id=USER), contacts=[])
    assert [(news.before, news.after) for news in found.addresses] == [(USER, "NL.99")]
    update = {
        "detail": "The user id changed",
        "user_id": {"previous": USER, "current": "NL.99"},
        "timestamp": str(AT),
    }
    again = parsed(change("user_id_update", user_id_update=[update])).addresses
    assert [(news.before, news.after) for news in again] == [(USER, "NL.99")]


@pytest.mark.parametrize(
    "about",
    [
        {"previous_user_id": USER, "user_id": "NL.99"},
        {"body": f"User Anna Bakker changed from {USER} to NL.99", "user_id": "NL.99"},
        {"body": f"User changed from {USER} to NL.99"},
    ],
)
@pytest.mark.parametrize("sender", [{}, {"from": ""}])
def test_a_user_id_that_changed_may_stand_in_what_is_said_alone(
    about: dict[str, str], sender: dict[str, str]
) -> None:
    moved = {"type": "user_changed_user_id"} | about
    found = written(anonymous(type="system", system=moved, **sender), contacts=[])
    assert [(news.before, news.after) for news in found.addresses] == [(USER, "NL.99")]
    assert (found.messages, found.unread) == ((), 0)


def test_a_change_that_does_not_say_of_whom_is_kept_for_a_person() -> None:
    moved = {"type": "user_changed_user_id", "body": "User changed", "user_id": "NL.99"}
    found = written(message("system", moved), contacts=[KNOWN])
    assert (found.addresses, found.unread) == ((), 1)


def test_a_new_telephone_is_no_new_person() -> None:
    (news,) = system(body="Anna has a new telephone", type="customer_identity_changed")
    assert news.before == news.after == f"+{NUMBER}"


def test_a_system_message_of_another_kind_is_shown_as_one_we_cannot_show() -> None:
    (found,) = written(message("system", {"type": "something_new"})).messages
    assert found.facts == {"shape": "unsupported", "what": "something_new"}
