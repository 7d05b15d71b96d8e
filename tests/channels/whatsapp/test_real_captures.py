"""Every webhook that others captured, or the provider documents, is read as what it is."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.converters.real_data import NoDataError, real_data
from workstation.channels.incoming import (
    Inbound,
    Parsed,
)
from workstation.channels.whatsapp.reading import read

Counts = Mapping[str, int]

NOTHING: Counts = {}
MESSAGE: Counts = {"messages": 1}
NEWS: Counts = {"news": 1}
NOTICE: Counts = {"notices": 1}
TEMPLATE: Counts = {"templates": 1}
ADDRESS: Counts = {"addresses": 1}

# What each capture holds, by file and name in it; the shape is that of its one message.
EXPECTED: Mapping[str, tuple[Counts, str]] = {
    "button_message": (MESSAGE, "choice"),
    "contact_sharing_message": (MESSAGE, "contacts"),
    "group_create_message": (NOTHING, ""),
    "group_remove_participants": (NOTHING, ""),
    "group_settings_update": (NOTHING, ""),
    "image_message": (MESSAGE, "file"),
    "interactive_button_reply_message": (MESSAGE, "choice"),
    "interactive_list_reply_message": (MESSAGE, "choice"),
    "location_message": (MESSAGE, "location"),
    "order_message": (MESSAGE, "order"),
    "reaction_message": ({"reactions": 1}, ""),
    "system_message": (ADDRESS, ""),
    "text_message": (MESSAGE, "text"),
    "text_message_from_click_to_whatsapp_ad": (MESSAGE, "text"),
    "text_message_with_context_product_inquiry": (MESSAGE, "product"),
    "unsupported_message": (MESSAGE, "unsupported"),
    "account_update/account_deleted": (NOTICE, ""),
    "account_update/account_disabled": (NOTICE, ""),
    "account_update/account_offboarded": (NOTICE, ""),
    "account_update/account_reconnected": (NOTICE, ""),
    "account_update/account_restriction": (NOTICE, ""),
    "account_update/account_violation": (NOTICE, ""),
    "account_update/partner_removed": (NOTICE, ""),
    "account_update/partner_removed_wa_app_disconnection": (NOTICE, ""),
    "call_connect/business_initiated": ({"calls": 1}, ""),
    "call_connect/user_initiated": ({"calls": 1}, ""),
    "call_permission_update/accept": (MESSAGE, "choice"),
    "call_permission_update/reject": (MESSAGE, "choice"),
    "call_status/call_status": ({"calls": 1}, ""),
    "call_terminate/call_terminate": ({"calls": 2}, ""),
    "callback_button/button": (MESSAGE, "choice"),
    "callback_button/quick_reply": (MESSAGE, "choice"),
    "callback_button/quick_reply_without_context": (MESSAGE, "choice"),
    "callback_selection/callback": (MESSAGE, "choice"),
    "callback_selection/description": (MESSAGE, "choice"),
    "deleted_message/revoke": ({"deletions": 1}, ""),
    "edited_message/image": ({"edits": 1}, ""),
    "flow_completion/completion": (MESSAGE, "form"),
    "flow_completion/without_flow_token": (MESSAGE, "form"),
    "message/animated_sticker": (MESSAGE, "file"),
    "message/audio": (MESSAGE, "file"),
    "message/chosen_location": (MESSAGE, "location"),
    "message/contacts": (MESSAGE, "contacts"),
    "message/current_location": (MESSAGE, "location"),
    "message/document": (MESSAGE, "file"),
    "message/forwarded": (MESSAGE, "text"),
    "message/forwarded_many_times": (MESSAGE, "text"),
    "message/image": (MESSAGE, "file"),
    "message/interactive_message_with_err": ({"messages": 1, "notices": 1}, "unsupported"),
    "message/media_with_url": (MESSAGE, "file"),
    "message/order": (MESSAGE, "order"),
    "message/reaction": ({"reactions": 1}, ""),
    "message/referral": (MESSAGE, "text"),
    "message/reply": (MESSAGE, "text"),
    "message/static_sticker": (MESSAGE, "file"),
    "message/text": (MESSAGE, "text"),
    "message/unreaction_empty": ({"reactions": 1}, ""),
    "message/unreaction_no_emoji": ({"reactions": 1}, ""),
    "message/unsupported": (MESSAGE, "unsupported"),
    "message/unsupported_with_type": (MESSAGE, "unsupported"),
    "message/video": (MESSAGE, "file"),
    "message/voice": (MESSAGE, "file"),
    "message_status/delivered": (NEWS, ""),
    "message_status/failed": (NEWS, ""),
    "message_status/group": (NEWS, ""),
    "message_status/played": (NEWS, ""),
    "message_status/read": (NEWS, ""),
    "message_status/sent": (NEWS, ""),
    "message_status/with_tracker": (NEWS, ""),
    "outgoing_message/delete": ({"deletions": 1}, ""),
    "outgoing_message/edit": ({"edits": 1}, ""),
    "outgoing_message/text": (MESSAGE, "text"),
    "system/identity_change": (ADDRESS, ""),
    "system/phone_number_change": (ADDRESS, ""),
    "template_category_update/marketing": (TEMPLATE, ""),
    "template_components_update/element": (TEMPLATE, ""),
    "template_components_update/element/all": (TEMPLATE, ""),
    "template_quality_update/yellow": (NOTICE, ""),
    "template_status_update/approved": (TEMPLATE, ""),
    "template_status_update/rejected": (TEMPLATE, ""),
    "user_marketing_preferences/resume": (NOTHING, ""),
    "user_marketing_preferences/signup": (NOTHING, ""),
}


def captures() -> dict[str, dict[str, Any]]:
    """Every capture by name."""
    found: dict[str, dict[str, Any]] = {}
    for folder in ("meta_openapi_examples", "whatsapp_pywa"):
        for path in sorted(real_data("webhooks", folder).glob("*.json")):
            found |= dict(_named(path.stem, json.loads(path.read_text(encoding="utf-8"))))
    return found


def _named(name: str, given: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if not isinstance(given, dict):
        return
    if "object" in given:
        yield name, given
    for inner, one in given.items():
        if inner not in ("object", "entry"):
            yield from _named(f"{name}/{inner}", one)


@pytest.fixture(scope="module")
def real() -> dict[str, dict[str, Any]]:
    try:
        return captures()
    except NoDataError as error:
        pytest.skip(str(error))


def number_in(given: Any) -> str:
    """The number that a capture is about."""
    if isinstance(given, dict):
        if "phone_number_id" in given:
            return str(given["phone_number_id"])
        given = list(given.values())
    if isinstance(given, list):
        return next((found for one in given if (found := number_in(one))), "")
    return ""


def said(capture: dict[str, Any]) -> Parsed:
    return read(json.dumps(capture).encode(), number_in(capture))


def shape(message: Inbound) -> str:
    return message.facts.get("shape") or ("file" if message.remote else "text")


def test_each_holds_what_it_should(real: dict[str, dict[str, Any]]) -> None:
    found = {}
    for name, capture in real.items():
        parsed = said(capture)
        assert not parsed.unread, name
        parts = [part for part in Parsed.__slots__ if part != "unread"]
        counts = {part: len(getattr(parsed, part)) for part in parts}
        shapes = " ".join(shape(message) for message in parsed.messages)
        found[name] = ({part: count for part, count in counts.items() if count}, shapes)
    expected = {name: EXPECTED.get(name, (NOTHING, "")) for name in found}
    assert found == expected
    assert EXPECTED.keys() <= found.keys()


def test_every_message_has_a_writer_a_moment_and_storable_words(
    real: dict[str, dict[str, Any]],
) -> None:
    for name, capture in real.items():
        for message in said(capture).messages:
            assert message.address, name
            assert message.thread, name
            assert message.provider_id, name
            assert message.at is not None, name
            json.dumps(message.facts).encode()
            message.text.encode()


def test_an_unknown_field_anywhere_changes_nothing(real: dict[str, dict[str, Any]]) -> None:
    for name, capture in real.items():
        assert said(_grown(capture)) == said(capture), name


def _grown(given: Any) -> Any:
    """With a field that nobody foresaw, of every kind of value, wherever one fits; only the answers
    in a form are anybody's to name."""
    if isinstance(given, list):
        return [_grown(one) for one in given]
    if isinstance(given, dict):
        return {name: _grown(one) for name, one in given.items()} | {
            "aurora": [{"of": None}, 3, "x"]
        }
    return given


def test_a_number_that_is_not_ours_brings_only_a_notice(real: dict[str, dict[str, Any]]) -> None:
    for name, capture in real.items():
        if number_in(capture):
            found = read(json.dumps(capture).encode(), "not this one")
            assert found == Parsed(notices=found.notices), name
            assert len(found.notices) == 1, name
