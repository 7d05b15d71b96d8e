"""Each kind of message that WhatsApp posts, and what the desk is told of it."""

from typing import Any

import pytest

from tests.channels.whatsapp.webhooks import AT, NUMBER, OURS, body, change, message, one, written
from workstation.channels.incoming import (
    Deleted,
    Edited,
    Parsed,
    Reacted,
    RemoteFile,
)
from workstation.channels.whatsapp.reading import read
from workstation.rules.failures import sentence


def test_a_text() -> None:
    found = one(message("text", {"body": "It flickers."}))
    assert (found.channel, found.provider_id, found.text) == (
        "whatsapp",
        "wamid.IN1",
        "It flickers.",
    )
    assert (found.address, found.thread, found.name) == (f"+{NUMBER}", f"+{NUMBER}", "Anna Bakker")
    assert (found.at, found.verified, found.facts) == (AT * 1000, True, {})
    assert found.also == (("phone", f"+{NUMBER}"),)


FILES: list[tuple[str, dict[str, Any], RemoteFile, str]] = [
    (
        "image",
        {"id": "9001", "mime_type": "image/jpeg", "sha256": "c2hh", "caption": "Look"},
        RemoteFile(reference="9001 c2hh", media_type="image/jpeg"),
        "Look",
    ),
    (
        "audio",
        {"id": "9002", "mime_type": "audio/ogg; codecs=opus", "voice": True},
        RemoteFile(reference="9002", media_type="audio/ogg; codecs=opus", role="voice"),
        "",
    ),
    (
        "audio",
        {"id": "9003", "mime_type": "audio/mpeg", "voice": False},
        RemoteFile(reference="9003", media_type="audio/mpeg"),
        "",
    ),
    (
        "video",
        {"id": "9004", "mime_type": "video/mp4", "caption": "The noise"},
        RemoteFile(reference="9004", media_type="video/mp4"),
        "The noise",
    ),
    (
        "document",
        {"id": "9005", "mime_type": "application/pdf", "filename": "receipt.pdf"},
        RemoteFile(reference="9005", media_type="application/pdf", name="receipt.pdf"),
        "",
    ),
    (
        "sticker",
        {"id": "9006", "mime_type": "image/webp", "animated": False},
        RemoteFile(reference="9006", media_type="image/webp", role="sticker"),
        "",
    ),
]


@pytest.mark.parametrize(("kind", "content", "remote", "text"), FILES)
def test_a_file(kind: str, content: dict[str, Any], remote: RemoteFile, text: str) -> None:
    found = one(message(kind, content))
    assert (found.remote, found.text) == ((remote,), text)


SHAPES: list[tuple[str, Any, dict[str, Any]]] = [
    (
        "location",
        {"latitude": 52.09, "longitude": 5.12},
        {"shape": "location", "latitude": 52.09, "longitude": 5.12, "name": "", "address": ""},
    ),
    (
        "location",
        {"latitude": 52.09, "longitude": 5.12, "name": "Home", "address": "Voorbeeldstraat 1"},
        {
            "shape": "location",
            "latitude": 52.09,
            "longitude": 5.12,
            "name": "Home",
            "address": "Voorbeeldstraat 1",
        },
    ),
    (
        "contacts",
        [
            {
                "vcard": "BEGIN:VCARD\r\nVERSION:3.0\r\nFN;CHARSET=utf-8:Anna Bakker\r\nEND:VCARD",
                "phones": [{"phone": "+31 6 51234567"}],
            }
        ],
        {
            "shape": "contacts",
            "people": [{"name": "Anna Bakker", "numbers": ["+31651234567"], "addresses": []}],
        },
    ),
    (
        "contacts",
        [
            {
                "name": {"formatted_name": "Bram de Wit", "first_name": "Bram"},
                "phones": [{"phone": "+31 6 5123 4568", "wa_id": "31651234568"}],
                "emails": [{"email": "bram@example.nl"}],
            },
            {"org": {"company": "Example Repairs"}, "phones": [{"wa_id": "31850000002"}]},
        ],
        {
            "shape": "contacts",
            "people": [
                {
                    "name": "Bram de Wit",
                    "numbers": ["+31651234568"],
                    "addresses": ["bram@example.nl"],
                },
                {"name": "Example Repairs", "numbers": ["+31850000002"], "addresses": []},
            ],
        },
    ),
    (
        "order",
        {
            "catalog_id": "1",
            "text": "By Friday please",
            "product_items": [
                {
                    "product_retailer_id": "TV-55",
                    "quantity": 2,
                    "item_price": 499.95,
                    "currency": "EUR",
                },
                {
                    "product_retailer_id": "HDMI",
                    "quantity": "1",
                    "item_price": "12",
                    "currency": "JPY",
                },
            ],
        },
        {
            "shape": "order",
            "note": "By Friday please",
            "items": [
                {"code": "TV-55", "quantity": 2, "price": 49995, "currency": "EUR"},
                {"code": "HDMI", "quantity": 1, "price": 12, "currency": "JPY"},
            ],
        },
    ),
    (
        "button",
        {"payload": "yes", "text": "Yes, please"},
        {"shape": "choice", "label": "Yes, please", "of": "template"},
    ),
    (
        "interactive",
        {"type": "button_reply", "button_reply": {"id": "b1", "title": "Call me"}},
        {"shape": "choice", "label": "Call me", "of": "button"},
    ),
    (
        "interactive",
        {
            "type": "list_reply",
            "list_reply": {"id": "l1", "title": "Tomorrow", "description": "8 to 12"},
        },
        {"shape": "choice", "label": "Tomorrow", "of": "list", "detail": "8 to 12"},
    ),
    (
        "interactive",
        {
            "type": "nfm_reply",
            "nfm_reply": {
                "name": "flow",
                "body": "Sent",
                "response_json": '{"flow_token": "t", "screen_0_Order_number_1": "W-100200",'
                ' "rating": 4, "why": ["late", "damaged"], "home": {"floor": "2"}}',
            },
        },
        {
            "shape": "form",
            "answers": {
                "Order number": "W-100200",
                "rating": "4",
                "why": "late, damaged",
                "home / floor": "2",
            },
        },
    ),
    (
        "interactive",
        {"type": "nfm_reply", "nfm_reply": {"body": "Sent", "response_json": "{}"}},
        {"shape": "form", "answers": {}},
    ),
    (
        "interactive",
        {
            "type": "nfm_reply",
            "nfm_reply": {
                "name": "address_message",
                "body": "Anna Bakker\nNeude 11, Utrecht",
                "response_json": '{"saved_address_id": "a1", "values": {"name": "Anna Bakker",'
                ' "address": "Neude 11", "city": "Utrecht"}}',
            },
        },
        {
            "shape": "form",
            "answers": {"name": "Anna Bakker", "address": "Neude 11", "city": "Utrecht"},
        },
    ),
    (
        "button",
        {"payload": "No, thank you"},
        {"shape": "choice", "label": "No, thank you", "of": "template"},
    ),
    (
        "interactive",
        {"type": "call_permission_reply", "call_permission_reply": {"response": "accept"}},
        {"shape": "choice", "label": "accept", "of": "call_permission"},
    ),
    ("interactive", {"type": "something_new", "something_new": {}}, {"what": "something_new"}),
    ("unsupported", {"type": "poll"}, {"what": "poll"}),
    ("unsupported", None, {"what": ""}),
    ("hologram", {"depth": 3}, {"what": "hologram"}),
    ("image", {"caption": "no id"}, {"what": "image"}),
    ("location", {"latitude": "north"}, {"what": "location"}),
    ("text", {"body": 5}, {"what": "text"}),
]


@pytest.mark.parametrize(("kind", "content", "facts"), SHAPES)
def test_what_is_more_than_text(kind: str, content: Any, facts: dict[str, Any]) -> None:
    found = one(message(kind, content))
    assert found.facts == {"shape": "unsupported"} | facts


def test_a_choice_is_what_they_said() -> None:
    assert one(message("button", {"text": "Yes, please"})).text == "Yes, please"


def test_what_a_form_says_besides_its_answers() -> None:
    def told(**form: str) -> str:
        return one(message("interactive", {"type": "nfm_reply", "nfm_reply": form})).text

    assert told(name="flow", body="Sent", response_json='{"rating": 4}') == ""
    assert told(name="address_message", body="Neude 11", response_json="{}") == "Neude 11"
    assert told(name="flow", body="Neude 11", response_json="not JSON") == "Neude 11"


def test_an_order_of_one_article_is_about_that_article() -> None:
    item = {"product_retailer_id": "TV-55", "quantity": 1, "item_price": 1, "currency": "EUR"}
    assert one(message("order", {"product_items": [item]})).product_code == "TV-55"


def test_an_answer_to_an_earlier_message() -> None:
    found = one(message("text", {"body": "Yes"}, context={"from": "31850000001", "id": "wamid.O"}))
    assert found.reply_to == "wamid.O"


@pytest.mark.parametrize(
    ("context", "forwarded"),
    [
        ({"forwarded": True}, True),
        ({"frequently_forwarded": True}, "often"),
        ({"forwarded": True, "frequently_forwarded": True}, "often"),
    ],
)
def test_a_forwarded_message(context: dict[str, Any], forwarded: object) -> None:
    found = one(message("text", {"body": "See"}, context=context))
    assert found.facts == {"forwarded": forwarded}


def test_a_question_about_a_product_of_the_catalogue() -> None:
    context = {"id": "wamid.P", "referred_product": {"product_retailer_id": "TV-55"}}
    found = one(message("text", {"body": "In stock?"}, context=context))
    assert found.product_code == "TV-55"
    assert found.facts == {"shape": "product", "code": "TV-55", "name": ""}


def test_a_message_that_an_advertisement_led_to() -> None:
    referral = {
        "source_url": "https://fb.example.com/1",
        "source_type": "ad",
        "headline": "Televisions",
        "body": "This week",
        "ctwa_clid": "x",
    }
    found = one(message("text", {"body": "Tell me more"}, referral=referral))
    assert found.facts["referral"] == {
        "headline": "Televisions",
        "body": "This week",
        "link": "https://fb.example.com/1",
        "source": "ad",
    }


@pytest.mark.parametrize(
    ("reaction", "emoji"),
    [
        ({"message_id": "wamid.O", "emoji": "👍"}, "👍"),
        ({"message_id": "wamid.O", "emoji": ""}, ""),
        ({"message_id": "wamid.O"}, ""),
    ],
)
def test_a_reaction(reaction: dict[str, Any], emoji: str) -> None:
    found = written(message("reaction", reaction))
    assert found.messages == ()
    assert found.reactions == (
        Reacted(provider_id="wamid.O", address=f"+{NUMBER}", emoji=emoji, at=AT * 1000),
    )


def test_an_edited_text_and_an_edited_caption() -> None:
    new = {"type": "text", "text": {"body": "It flickers a lot."}}
    picture = {"type": "image", "image": {"caption": "The left side", "id": "9"}}
    found = written(
        message("edit", {"original_message_id": "wamid.A", "message": new}),
        message("edit", {"original_message_id": "wamid.B", "message": picture}, id="wamid.2"),
    )
    assert found.messages == ()
    assert found.edits == (
        Edited(provider_id="wamid.A", text="It flickers a lot.", at=AT * 1000),
        Edited(provider_id="wamid.B", text="The left side", at=AT * 1000),
    )


def test_a_deleted_message() -> None:
    found = written(message("revoke", {"original_message_id": "wamid.A"}))
    assert found.deletions == (Deleted(provider_id="wamid.A", at=AT * 1000),)


def test_what_we_wrote_on_a_telephone_is_ours() -> None:
    echo = {"from": "31850000001", "to": NUMBER, "id": "wamid.E", "timestamp": str(AT)}
    text = echo | {"type": "text", "text": {"body": "We call you."}}
    gone = echo | {"type": "revoke", "revoke": {"original_message_id": "wamid.X"}}
    new = {"type": "text", "text": {"body": "We call you at 5."}}
    edit = {"original_message_id": "wamid.E", "message": new}
    changed = echo | {"type": "edit", "edit": edit}
    found = read(body(change("smb_message_echoes", message_echoes=[text, gone, changed])), OURS)
    (said,) = found.messages
    assert (said.echo, said.thread, said.text) == (True, f"+{NUMBER}", "We call you.")
    assert found.deletions == (Deleted(provider_id="wamid.X", at=AT * 1000, echo=True),)
    assert [one.echo for one in found.edits] == [True]


def test_what_is_echoed_to_ourselves_is_the_customers() -> None:
    gone = message("revoke", {"original_message_id": "wamid.IN1"}, to="+31 85 000 0001")
    found = read(body(change("smb_message_echoes", message_echoes=[gone])), OURS)
    assert [(one.provider_id, one.echo) for one in found.deletions] == [("wamid.IN1", False)]


def test_a_message_in_a_group_belongs_to_the_group() -> None:
    found = one(message("text", {"body": "Hello all"}, group_id="Y2FwaV9ncm91cA"))
    assert (found.thread, found.address) == ("group:Y2FwaV9ncm91cA", f"+{NUMBER}")


def test_opening_a_conversation_says_nothing_yet() -> None:
    assert written(message("request_welcome")) == Parsed()


def test_fields_that_nobody_foresaw_change_nothing() -> None:
    plain = one(message("text", {"body": "Hello"}))
    more = message("text", {"body": "Hello", "mood": [1]}, warmth={"of": "tone"}, context=None)
    assert one(more) == plain


def test_one_that_cannot_be_read_does_not_take_its_neighbours_along() -> None:
    good = message("text", {"body": "Hello"})
    bad: list[Any] = [None, 5, "text", {}, message("reaction", {}), message("edit", {"message": 1})]
    found = written(*bad[:3], good, *bad[3:])
    assert [one.text for one in found.messages] == ["Hello"]
    assert found.unread == 6


def test_one_body_may_tell_of_many_changes_and_of_other_numbers() -> None:
    ours = change("messages", messages=[message("text", {"body": "One"})])
    also = change("messages", messages=[message("text", {"body": "Two"}, id="wamid.IN2")])
    theirs = change(
        "messages", "999", messages=[message("text", {"body": "Not ours"}, id="wamid.IN3")]
    )
    found = read(body(theirs, ours, theirs, also), OURS)
    assert [one.text for one in found.messages] == ["One", "Two"]
    (notice,) = found.notices
    assert "phone number id 999" in sentence(notice.text, "en")


def test_an_error_at_the_account_is_told_to_an_admin() -> None:
    error = {"code": 131000, "title": "Something went wrong", "error_data": {"details": "No luck"}}
    found = read(body(change("messages", messages=[message("interactive")], errors=[error])), OURS)
    assert found.messages[0].facts == {"shape": "unsupported", "what": "interactive"}
    told = sentence(found.notices[0].text, "en")
    assert told == "WhatsApp could not hand over something of a customer: No luck (error 131000)."


def test_an_error_without_a_message_is_about_no_customer() -> None:
    errors = [{"code": 130429, "title": "Rate limit hit"}, {"code": 999, "title": "Very odd"}]
    notices = read(body(change("messages", errors=errors)), OURS).notices
    assert [sentence(notice.text, "en") for notice in notices] == [
        sentence("whatsapp.130429", "en"),
        "WhatsApp says: Very odd (error 999).",
    ]


def test_history_and_the_like_are_left_alone() -> None:
    for field in ("history", "smb_app_state_sync", "user_preferences", "group_lifecycle_update"):
        assert read(body(change(field, history=[{"threads": []}])), OURS) == Parsed()
