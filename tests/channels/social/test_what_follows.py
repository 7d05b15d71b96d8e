"""What comes after a message: echoes, receipts, reactions, changes, and what is no message."""

import json
from typing import Any

import pytest

from tests.channels.social.captures import (
    ANNA,
    AT,
    INSTAGRAM,
    PAGE,
    body,
    event,
    instagram,
    message,
    messenger,
    on_instagram,
    on_messenger,
)
from workstation.channels.incoming import (
    Deleted,
    DeliveryNews,
    Edited,
    NotUnderstood,
    Parsed,
    Reacted,
    ReadUpTo,
)
from workstation.rules.failures import sentence

REFERENCE = "01990000-0000-7000-8000-000000000001"


def echo(ours: str = PAGE, **told: Any) -> dict[str, Any]:
    return event(from_=ours, to=ANNA, message={"mid": "m_2", "is_echo": True, **told})


def test_our_own_echo_is_news_of_our_message() -> None:
    parsed = on_messenger(echo(text="Hello", metadata=f"workstation {REFERENCE}", app_id=1))
    assert parsed.messages == ()
    assert parsed.news == (
        DeliveryNews(provider_id="m_2", state="sent", at=AT, reference=REFERENCE),
    )


def test_the_echo_of_a_piece_says_nothing_of_the_whole() -> None:
    assert on_messenger(echo(metadata=f"workstation-piece {REFERENCE}")) == Parsed()


def test_an_echo_of_our_application_without_our_words_is_ours_too() -> None:
    parsed = on_instagram(echo(INSTAGRAM, text="Hello", app_id=1517776481860))
    assert (parsed.messages, parsed.news[0].provider_id) == ((), "m_2")


def test_what_was_written_elsewhere_is_shown_as_ours() -> None:
    parsed = on_messenger(echo(text="Hello", app_id=263902037430900, metadata="bot:7"))
    (found,) = parsed.messages
    assert found.echo
    assert (found.thread, found.address, found.text) == (ANNA, ANNA, "Hello")
    assert found.facts == {"via": "Meta Business Suite"}
    (unnamed,) = on_instagram(echo(INSTAGRAM, text="Hello")).messages
    assert unnamed.echo


def test_a_card_that_a_bot_sent_can_be_read() -> None:
    card = {
        "type": "template",
        "payload": {
            "template_type": "generic",
            "elements": [{"title": "Your order", "subtitle": "Arrives today", "buttons": []}],
        },
    }
    choice = {
        "type": "template",
        "payload": {
            "template_type": "button",
            "text": "What is it about?",
            "buttons": [{"type": "postback", "title": "Delivery", "payload": "D"}],
        },
    }
    (found,) = on_messenger(echo(attachments=[card])).messages
    assert found.text == "Your order\nArrives today"
    (asked,) = on_messenger(echo(attachments=[choice])).messages
    assert asked.text == "What is it about?\n[Delivery]"


def test_what_was_delivered() -> None:
    parsed = on_messenger(event(delivery={"mids": ["m_2", "m_3"], "watermark": AT - 5}))
    assert parsed.news == (
        DeliveryNews(provider_id="m_2", state="delivered", at=AT - 5),
        DeliveryNews(provider_id="m_3", state="delivered", at=AT - 5),
    )
    unnamed = on_messenger(event(delivery={"watermark": AT - 5}))
    assert unnamed.reads == (
        ReadUpTo(channel="messenger", thread=ANNA, state="delivered", at=AT - 5),
    )


def test_what_was_read() -> None:
    parsed = on_messenger(event(read={"watermark": AT - 5}))
    assert parsed.reads == (ReadUpTo(channel="messenger", thread=ANNA, state="read", at=AT - 5),)
    seen = on_instagram(event(read={"mid": "m_2"}))
    assert seen.news == (DeliveryNews(provider_id="m_2", state="read", at=AT),)
    assert seen.reads == (ReadUpTo(channel="instagram", thread=ANNA, state="read", at=AT),)


def test_reactions_come_and_go() -> None:
    put = event(reaction={"mid": "m_2", "action": "react", "reaction": "wow", "emoji": "😮"})
    off = event(at=AT + 1, reaction={"mid": "m_2", "action": "unreact"})
    named = event(reaction={"mid": "m_2", "action": "react", "reaction": "angry"})
    assert on_messenger(put, off, named).reactions == (
        Reacted(provider_id="m_2", address=ANNA, emoji="😮", at=AT),
        Reacted(provider_id="m_2", address=ANNA, emoji="", at=AT + 1),
        Reacted(provider_id="m_2", address=ANNA, emoji="😡", at=AT),
    )


def test_what_is_taken_back() -> None:
    assert on_instagram(message(is_deleted=True)).deletions == (Deleted(provider_id="m_1", at=AT),)
    told = on_instagram(message(is_deleted="true"))
    assert told.deletions == (Deleted(provider_id="m_1", at=AT),)
    ours = on_instagram(echo(INSTAGRAM, is_deleted=True))
    assert ours.deletions == (Deleted(provider_id="m_2", at=AT, echo=True),)


def test_what_is_changed_afterwards() -> None:
    parsed = on_messenger(event(message_edit={"mid": "m_1", "text": "Two", "num_edit": 1}))
    assert parsed.edits == (Edited(provider_id="m_1", text="Two", at=AT),)


def test_a_change_may_name_nobody_and_may_be_none() -> None:
    nobody = {"timestamp": AT, "message_edit": {"mid": "m_1", "text": "Two", "num_edit": 1}}
    assert on_instagram(nobody).edits == (Edited(provider_id="m_1", text="Two", at=AT),)
    for told in (event, lambda **edit: {"timestamp": AT} | edit):
        nothing = on_instagram(told(message_edit={"mid": "m_1", "num_edit": 0}))
        assert nothing == Parsed(), "what was written stays"


def test_an_envelope_in_a_list_is_the_same() -> None:
    posted = body(message(text="Hi"))
    assert messenger().parse(b"[" + posted + b"]") == messenger().parse(posted)


@pytest.mark.parametrize(
    "told",
    [
        {"optin": {"type": "notification_messages", "notification_messages_token": "t"}},
        {"pass_thread_control": {"new_owner_app_id": "1", "previous_owner_app_id": None}},
        {"take_thread_control": {"previous_owner_app_id": "1"}},
        {"request_thread_control": {"requested_owner_app_id": "1"}},
        {"app_roles": {"1": ["primary_receiver"]}},
        {"account_linking": {"status": "linked"}},
    ],
)
def test_what_is_no_matter_for_a_transcript(told: dict[str, Any]) -> None:
    assert on_messenger(event(**told)) == Parsed()
    assert on_messenger(message(text="Hi"), event(**told)).messages


def test_an_opt_in_of_somebody_without_an_id_is_no_fault() -> None:
    asked = {"recipient": {"id": PAGE}, "timestamp": AT, "optin": {"ref": "x", "user_ref": "u"}}
    assert on_messenger(asked) == Parsed()


def test_a_step_against_our_account_is_told_to_an_admin() -> None:
    told = {"action": "block", "reason": "Too many unwanted messages."}
    body_ = {"recipient": {"id": PAGE}, "timestamp": AT, "policy_enforcement": told}
    (notice,) = on_messenger(body_).notices
    assert notice.severity == "broken"
    assert "Too many unwanted messages" in sentence(notice.text, "en")
    assert "nam een stap" in sentence(notice.text, "nl")


def test_what_is_public_is_left_where_it_stands() -> None:
    comment = {"field": "feed", "value": {"item": "comment", "message": "Nice television!"}}
    assert on_messenger(comment, under="changes") == Parsed()
    mention = {"field": "mentions", "value": {"media_id": "1", "comment_id": "2"}}
    assert on_instagram(mention, under="changes") == Parsed()


def test_a_broken_event_spoils_no_other() -> None:
    broken = {"recipient": {"id": PAGE}, "message": {"mid": "m_9", "text": "Who am I?"}}
    parsed = on_messenger(broken, message(text="Hi"))
    assert [found.text for found in parsed.messages] == ["Hi"]
    assert parsed.unread == 1
    with pytest.raises(NotUnderstood):
        on_messenger(broken)
    with pytest.raises(NotUnderstood):
        on_messenger(event(message={"text": "no id"}))


@pytest.mark.parametrize(
    "other",
    [
        b"",
        b"{",
        b"null",
        b"[]",
        b'{"object": "page"}',
        b'{"object": "user", "entry": []}',
        b'{"object": "whatsapp_business_account", "entry": []}',
        b"[" * 100_000,
    ],
)
def test_anything_else_is_not_understood(other: bytes) -> None:
    for channel in (messenger(), instagram()):
        with pytest.raises(NotUnderstood):
            channel.parse(other)


def test_the_two_do_not_read_each_others() -> None:
    with pytest.raises(NotUnderstood):
        messenger().parse(body(message(text="Hi"), whose="instagram"))
    with pytest.raises(NotUnderstood):
        instagram().parse(body(message(text="Hi")))


def test_half_a_character_and_nothing_are_kept() -> None:
    raw = json.dumps(
        {
            "object": "page",
            "entry": [{"id": PAGE, "messaging": [message(text="half \ud83d and \x00")]}],
        }
    ).encode()
    (found,) = messenger().parse(raw).messages
    found.text.encode()
    assert "\x00" not in found.text
