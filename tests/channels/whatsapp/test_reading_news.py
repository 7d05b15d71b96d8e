"""What became of messages, calls, and news about the shop's account and its templates."""

from typing import Any

import pytest

from tests.channels.whatsapp.webhooks import AT, NUMBER, change, parsed, status
from workstation.channels.incoming import (
    CallNews,
    Deleted,
    DeliveryNews,
    Parsed,
    TemplateNews,
)
from workstation.models.message import DeliveryState
from workstation.rules.failures import sentence

REFERENCE = "01990000-0000-7000-8000-000000000001"


@pytest.mark.parametrize(
    ("given", "state"),
    [("sent", "sent"), ("delivered", "delivered"), ("read", "read"), ("played", "read")],
)
def test_how_far_a_message_has_got(given: str, state: DeliveryState) -> None:
    found = parsed(change("messages", statuses=[status(given, biz_opaque_callback_data=REFERENCE)]))
    assert found.news == (
        DeliveryNews(provider_id="wamid.OUT1", state=state, at=AT * 1000, reference=REFERENCE),
    )


@pytest.mark.parametrize(
    ("errors", "reason"),
    [
        ([{"code": 131047, "title": "Re-engagement message"}], "whatsapp.131047"),
        ([{"code": 190, "title": "Token"}], "whatsapp.190"),
        (
            [{"code": 999999, "title": "Odd", "error_data": {"details": "Very odd"}}],
            'line.account_alert {"said": "Very odd (error 999999)"}',
        ),
        ([{"title": "Odd"}], 'line.account_alert {"said": "Odd"}'),
        ([], ""),
    ],
)
def test_why_a_message_failed(errors: list[dict[str, Any]], reason: str) -> None:
    (news,) = parsed(change("messages", statuses=[status("failed", errors=errors)])).news
    assert (news.state, news.reason) == ("failed", reason)


def test_a_part_says_only_that_it_failed() -> None:
    part = {"biz_opaque_callback_data": f"{REFERENCE}/1"}
    given = [status("delivered", **part), status("failed", errors=[{"code": 131053}], **part)]
    (news,) = parsed(change("messages", statuses=given)).news
    assert (news.state, news.reference) == ("failed", REFERENCE)


def test_what_a_member_of_a_group_has_read_counts_for_the_message() -> None:
    of_group = status("read", recipient_type="group", recipient_participant_id=NUMBER)
    assert [news.state for news in parsed(change("messages", statuses=[of_group])).news] == ["read"]


@pytest.mark.parametrize("state", ["captured", "pending", "failed"])
def test_a_payment_that_failed_is_no_message_that_failed(state: str) -> None:
    paid = status(state, type="payment", payment={"reference_id": "W-100200"})
    assert parsed(change("messages", statuses=[paid])) == Parsed()


def test_states_may_say_that_they_are_of_a_message() -> None:
    found = parsed(change("messages", statuses=[status("read", type="message")]))
    assert [news.state for news in found.news] == ["read"]


def test_a_message_that_the_customer_took_back() -> None:
    found = parsed(change("messages", statuses=[status("deleted", id="wamid.IN1")]))
    assert found == Parsed(deletions=(Deleted(provider_id="wamid.IN1", at=AT * 1000),))


@pytest.mark.parametrize("state", ["warning", "accepted", ""])
def test_states_that_say_nothing_of_its_way(state: str) -> None:
    assert parsed(change("messages", statuses=[status(state)])) == Parsed()


def call(**given: Any) -> tuple[CallNews, ...]:
    known = {
        "id": "wacid.1",
        "from": NUMBER,
        "to": "31850000001",
        "timestamp": str(AT),
        "direction": "USER_INITIATED",
    }
    return parsed(change("calls", calls=[known | given])).calls


def test_a_customer_calls() -> None:
    (rings,) = call(event="connect", session={"sdp_type": "offer", "sdp": "v=0"})
    assert (rings.step, rings.inbound, rings.address) == ("ringing", True, f"+{NUMBER}")


def test_a_call_that_was_answered_says_when_and_for_how_long() -> None:
    answered, ended = call(
        event="terminate",
        status="COMPLETED",
        start_time=str(AT),
        end_time=str(AT + 120),
        duration=120,
    )
    assert (answered.step, answered.at) == ("answered", AT * 1000)
    assert (ended.step, ended.how, ended.seconds) == ("ended", "answered", 120)
    assert ended.at == (AT + 120) * 1000


@pytest.mark.parametrize(
    ("direction", "how"), [("USER_INITIATED", "missed"), ("BUSINESS_INITIATED", "failed")]
)
def test_a_call_that_nobody_answered(direction: str, how: str) -> None:
    found = call(event="terminate", status="FAILED", direction=direction, to=NUMBER)
    assert [(one.step, one.how) for one in found] == [("ended", how)]


@pytest.mark.parametrize(
    ("state", "steps"),
    [
        ("RINGING", [("ringing", "")]),
        ("ACCEPTED", [("answered", "")]),
        ("REJECTED", [("ended", "busy")]),
        ("SOMETHING", []),
    ],
)
def test_how_far_a_call_of_ours_is(state: str, steps: list[tuple[str, str]]) -> None:
    given = status(state, type="call", biz_opaque_callback_data=REFERENCE)
    found = parsed(change("calls", statuses=[given])).calls
    assert [(one.step, one.how) for one in found] == steps
    assert all(not one.inbound and one.reference == REFERENCE for one in found)


def template(field: str, **value: Any) -> Parsed:
    named = {"message_template_name": "order_update", "message_template_language": "nl"}
    return parsed({"field": field, "value": named | value})


@pytest.mark.parametrize(
    ("event", "status"),
    [
        ("APPROVED", "approved"),
        ("REINSTATED", "approved"),
        ("FLAGGED", "approved"),
        ("PENDING", "pending"),
        ("REJECTED", "rejected"),
        ("PAUSED", "paused"),
        ("DISABLED", "disabled"),
        ("PENDING_DELETION", "disabled"),
    ],
)
def test_a_template_changed_its_state(event: str, status: str) -> None:
    found = template(
        "message_template_status_update",
        event=event,
        reason="NONE",
        message_template_category="UTILITY",
    )
    assert found.templates == (
        TemplateNews(
            channel="whatsapp",
            name="order_update",
            language="nl",
            status=status,
            category="utility",
        ),
    )


def test_why_a_template_was_rejected() -> None:
    (told,) = template(
        "message_template_status_update",
        event="REJECTED",
        reason="INVALID_FORMAT",
        rejection_info={"reason": "Places touch.", "recommendation": "Put a word between."},
    ).templates
    assert told.reason == "Places touch. Put a word between."
    (bare,) = template("message_template_status_update", event="REJECTED", reason="SCAM").templates
    assert bare.reason == "SCAM"


def test_a_language_is_written_as_in_the_list_of_templates() -> None:
    (found,) = template(
        "template_category_update", message_template_language="en-US", new_category="UTILITY"
    ).templates
    assert found.language == "en_US"


def test_a_template_that_was_locked_may_be_sent_as_before() -> None:
    assert template("message_template_status_update", event="LOCKED", reason="NONE") == Parsed()


def test_the_texts_of_a_template_changed() -> None:
    (found,) = template(
        "message_template_components_update",
        message_template_title="On its way",
        message_template_element="Hello {{1}}",
        message_template_buttons=[{"message_template_button_text": "Thanks"}],
    ).templates
    assert (found.status, found.header, found.body) == ("", "On its way", "Hello {{1}}")
    assert (found.footer, found.buttons) == ("", ("Thanks",))


def test_the_category_of_a_template_changed() -> None:
    (found,) = template("template_category_update", new_category="MARKETING").templates
    assert (found.status, found.category, found.body) == ("", "marketing", None)


NOTICES: list[tuple[str, dict[str, Any], str, str]] = [
    ("account_update", {"event": "ACCOUNT_DELETED"}, "broken", "was deleted"),
    (
        "account_update",
        {
            "event": "ACCOUNT_RESTRICTION",
            "restriction_info": [{"restriction_type": "RESTRICTED_CUSTOMER_INITIATED_MESSAGING"}],
        },
        "broken",
        "RESTRICTED_CUSTOMER_INITIATED_MESSAGING",
    ),
    (
        "account_update",
        {"event": "ACCOUNT_VIOLATION", "violation_info": {"violation_type": "SPAM"}},
        "warning",
        "SPAM",
    ),
    (
        "account_update",
        {"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": "DISABLE"}},
        "broken",
        "DISABLE",
    ),
    (
        "account_update",
        {"event": "DISABLED_UPDATE", "ban_info": {"waba_ban_state": "REINSTATE"}},
        "fine",
        "REINSTATE",
    ),
    (
        "account_alerts",
        {"alert_info": {"alert_severity": "CRITICAL", "alert_description": "Denied."}},
        "broken",
        "Denied",
    ),
    ("account_review_update", {"decision": "REJECTED"}, "broken", "REJECTED"),
    (
        "phone_number_name_update",
        {"decision": "REJECTED", "rejection_reason": "NAME_NOT_CONSISTENT"},
        "warning",
        "NAME_NOT_CONSISTENT",
    ),
    (
        "phone_number_quality_update",
        {"event": "DOWNGRADE", "current_limit": "TIER_2K"},
        "warning",
        "TIER_2K",
    ),
    ("phone_number_quality_update", {"event": "FLAGGED"}, "warning", "flagged"),
    ("security", {"event": "PIN_CHANGED"}, "warning", "PIN_CHANGED"),
    (
        "message_template_quality_update",
        {"message_template_name": "order_update", "new_quality_score": "RED"},
        "warning",
        "order_update",
    ),
    (
        "message_template_quality_update",
        {"message_template_name": "order_update", "new_quality_score": "YELLOW"},
        "warning",
        "medium",
    ),
]


@pytest.mark.parametrize(("field", "value", "severity", "words"), NOTICES)
def test_what_an_admin_must_know(
    field: str, value: dict[str, Any], severity: str, words: str
) -> None:
    (notice,) = parsed({"field": field, "value": value}).notices
    assert notice.severity == severity
    said = sentence(notice.text, "en")
    assert words in said
    assert said.endswith(".")
    assert sentence(notice.text, "nl") != said


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("account_update", {"event": "PARTNER_ADDED"}),
        ("account_update", {"event": "VOLUME_BASED_PRICING_TIER_UPDATE"}),
        ("account_alerts", {"alert_info": {"alert_severity": "INFORMATIONAL"}}),
        ("account_review_update", {"decision": "APPROVED"}),
        ("phone_number_name_update", {"decision": "APPROVED"}),
        ("phone_number_quality_update", {"event": "THROUGHPUT_UPGRADE"}),
        ("message_template_quality_update", {"new_quality_score": "GREEN"}),
        ("business_capability_update", {"max_phone_numbers_per_business": 2}),
    ],
)
def test_what_no_admin_has_to_know(field: str, value: dict[str, Any]) -> None:
    assert parsed({"field": field, "value": value}) == Parsed()


def test_the_same_notice_is_given_once() -> None:
    news = {"field": "account_update", "value": {"event": "ACCOUNT_DELETED"}}
    (notice,) = parsed(news, news).notices
    assert notice.severity == "broken"
    assert sentence(notice.text, "en") == "The shop's WhatsApp account was deleted."
