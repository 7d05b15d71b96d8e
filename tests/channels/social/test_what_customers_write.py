"""Each kind of message of Messenger and Instagram, as the office gets to see it."""

from typing import Any

import pytest

from tests.channels.social.captures import (
    ANNA,
    AT,
    CDN,
    INSTAGRAM,
    LOOKASIDE,
    PAGE,
    attachment,
    event,
    message,
    on_instagram,
    on_messenger,
)
from workstation.channels.incoming import (
    Inbound,
    RemoteFile,
)


def only(*events: dict[str, Any], instagram: bool = False) -> Inbound:
    parsed = on_instagram(*events) if instagram else on_messenger(*events)
    (found,) = parsed.messages
    return found


def test_a_text() -> None:
    found = only(message(text="It flickers."))
    assert (found.channel, found.provider_id, found.text) == ("messenger", "m_1", "It flickers.")
    assert (found.thread, found.address, found.at) == (ANNA, ANNA, AT)
    assert found.verified
    assert (found.facts, found.echo, found.automatic) == ({}, False, False)


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        (AT, AT),
        (str(AT), AT),
        (AT // 1000, AT // 1000 * 1000),
        (str(AT // 1000), AT // 1000 * 1000),
        ("2026-11-18T11:06:40+0000", 1_795_000_000_000),
        ("2026-11-18T11:06:40", 1_795_000_000_000),
        (None, AT + 500),
        ("soon", AT + 500),
    ],
)
def test_every_form_of_a_moment(told: Any, meant: int) -> None:
    assert only(event(at=told, message={"mid": "m_1", "text": "Hi"})).at == meant


@pytest.mark.parametrize(
    ("kind", "media_type", "role"),
    [
        ("image", "image/jpeg", ""),
        ("video", "video/mp4", ""),
        ("audio", "audio/mp4", ""),
        ("file", "application/octet-stream", ""),
        ("sticker", "image/png", "sticker"),
        ("animated_image", "image/gif", ""),
    ],
)
def test_a_file_is_fetched_from_the_provider(kind: str, media_type: str, role: str) -> None:
    found = only(attachment(kind, url=CDN + "photo"))
    file = RemoteFile(reference=CDN + "photo", media_type=media_type, role=role)
    assert found.remote == (file,)
    assert found.text == ""


def test_a_files_name_and_type_are_in_its_address() -> None:
    (file,) = only(attachment("file", url=CDN + "invoice%202.pdf?oh=1")).remote
    assert (file.name, file.media_type) == ("invoice 2.pdf", "application/pdf")


def test_what_was_spoken_is_a_voice() -> None:
    (spoken,) = only(attachment("audio", url=CDN + "audioclip-17.mp4")).remote
    assert spoken.role == "voice"
    (told,) = only(attachment("audio", url=LOOKASIDE), instagram=True).remote
    assert told.role == "voice"


def test_a_sticker_that_comes_as_a_picture_too_is_one() -> None:
    picture = {"type": "image", "payload": {"url": CDN + "a.png", "sticker_id": 369239263222822}}
    same = {"type": "sticker", "payload": {"url": CDN + "b.png", "sticker_id": 369239263222822}}
    for attachments in ([picture, same], [same, picture], [same, same]):
        (file,) = only(message(attachments=attachments)).remote
        assert file.role == "sticker"


@pytest.mark.parametrize(
    "link",
    [
        "https://example.com/photo.jpg",
        "http://scontent.xx.fbcdn.net/photo.jpg",
        "https://fbcdn.net.example.com/photo.jpg",
        "https://scontent.xx.fbcdn.net:8443/photo.jpg",
        "https://user@scontent.example.com/photo.jpg",
        "file:///etc/passwd",
        "https://[::1/photo.jpg",
        "",
    ],
)
def test_nothing_is_fetched_from_elsewhere(link: str) -> None:
    found = only(attachment("image", url=link))
    assert found.remote == ()
    assert found.facts == {"shape": "unsupported", "what": "image"}


def test_a_shared_link_is_text() -> None:
    link = {"type": "fallback", "title": "Sale", "url": "https://example.com/sale"}
    assert only(message(attachments=[link])).text == "Sale\nhttps://example.com/sale"
    said = only(message(text="See https://example.com/sale", attachments=[link]))
    assert said.text == "See https://example.com/sale\nSale"
    inside = attachment("fallback", title="Sale", url="https://example.com/sale")
    assert only(inside).text == "Sale\nhttps://example.com/sale"
    old = {"type": "fallback", "title": "Sale", "URL": "https://example.com/sale", "payload": None}
    assert only(message(attachments=[old])).text == "Sale\nhttps://example.com/sale"
    empty = only(message(attachments=[{"type": "fallback"}]))
    assert empty.facts == {"shape": "unsupported", "what": "share"}


def test_a_shared_post_shows_its_picture() -> None:
    old = {"type": "share", "payload": {"title": "Our new TV", "url": LOOKASIDE}}
    new = {"type": "ig_post", "payload": {"title": "Our new TV", "url": LOOKASIDE}}
    found = only(message(attachments=[old, new]), instagram=True)
    assert found.text == "Our new TV"
    assert [file.reference for file in found.remote] == [LOOKASIDE]
    reel = only(attachment("ig_reel", title="Unboxing", url=LOOKASIDE), instagram=True)
    assert reel.remote[0].media_type == "video/mp4"
    page = only(attachment("reel", title="Unboxing", url="https://example.com/reel/1"))
    assert page.text == "Unboxing\nhttps://example.com/reel/1"


def test_a_place() -> None:
    place = {
        "type": "location",
        "title": "Voorbeeldstraat",
        "payload": {"coordinates": {"lat": 52.09, "long": 5.12}},
    }
    assert only(message(attachments=[place])).facts == {
        "shape": "location",
        "latitude": 52.09,
        "longitude": 5.12,
        "name": "Voorbeeldstraat",
        "address": "",
    }


def test_a_product_that_they_ask_about() -> None:
    product = {"id": "9", "retailer_id": "TV-55", "title": "Television 55", "subtitle": "€ 499"}
    found = only(
        message(
            text="Still there?",
            attachments=[
                {"type": "template", "payload": {"product": {"elements": [product]}}},
            ],
        )
    )
    assert found.facts == {"shape": "product", "code": "TV-55", "name": "Television 55"}
    assert (found.product_code, found.text) == ("TV-55", "Still there?")
    named = only(message(text="Hi", referral={"product": {"id": "9"}}), instagram=True)
    assert (named.product_code, named.facts["code"]) == ("9", "9")


def test_a_quick_reply_and_a_pressed_button() -> None:
    quick = only(message(text="Yes", quick_reply={"payload": "YES"}))
    assert quick.facts == {"shape": "choice", "label": "Yes", "of": "button"}
    pressed = only(event(postback={"mid": "m_2", "title": "Track my order", "payload": "TRACK"}))
    assert (pressed.provider_id, pressed.text) == ("m_2", "Track my order")
    assert pressed.facts == {"shape": "choice", "label": "Track my order", "of": "button"}


def test_a_button_without_an_id_is_the_same_however_often_it_comes() -> None:
    press = event(postback={"title": "Start", "payload": "GET_STARTED"})
    assert only(press).provider_id == only(press).provider_id
    later = event(at=AT + 1, postback={"title": "Start", "payload": "GET_STARTED"})
    assert only(press).provider_id != only(later).provider_id


def test_how_they_came_to_us() -> None:
    advertised = {
        "ref": "spring",
        "ad_id": "23843694560100001",
        "source": "ADS",
        "type": "OPEN_THREAD",
        "ads_context_data": {"ad_title": "Televisions", "product_id": "77"},
    }
    told = {"headline": "Televisions", "body": "spring", "link": "", "source": "ads"}
    written = only(message(text="Hi", referral=advertised))
    assert written.facts["referral"] == told
    assert written.product_code == "77"
    started = only(event(postback={"mid": "m_2", "title": "Start", "referral": advertised}))
    assert started.facts["referral"] == told
    alone = only(event(referral=advertised))
    assert alone.facts["referral"] == told
    assert alone.automatic


def test_a_reply_names_what_it_answers() -> None:
    assert only(message(text="That one", reply_to={"mid": "m_0"})).reply_to == "m_0"


def test_stories() -> None:
    story = {"id": "18013209982000000", "url": LOOKASIDE}
    reply = only(message(text="Nice!", reply_to={"story": story}), instagram=True)
    assert reply.facts == {"shape": "story", "of": "reply", "link": LOOKASIDE}
    assert (reply.text, reply.reply_to, reply.remote) == ("Nice!", "", ())
    mention = only(attachment("story_mention", url=LOOKASIDE), instagram=True)
    assert mention.facts == {"shape": "story", "of": "mention", "link": LOOKASIDE}
    assert mention.remote == (), "a story is theirs, and not ours to keep"
    sent = only(attachment("ig_story", story_media_url=LOOKASIDE), instagram=True)
    assert sent.facts == {"shape": "story", "of": "reply", "link": LOOKASIDE}


@pytest.mark.parametrize(
    ("told", "what"),
    [
        ({"is_unsupported": True}, "message"),
        ({}, "message"),
        ({"attachments": [{"type": "ephemeral"}]}, "ephemeral"),
        ({"attachments": [{"type": "appointment_booking", "payload": {}}]}, "appointment_booking"),
        ({"attachments": [{"type": "hologram", "payload": {"url": "https://x.nl/"}}]}, "hologram"),
        ({"attachments": "none"}, "message"),
    ],
)
def test_what_is_not_known_is_shown_as_such(told: dict[str, Any], what: str) -> None:
    assert only(message(**told)).facts == {"shape": "unsupported", "what": what}


@pytest.mark.parametrize("kind", ["unsupported_type", "hologram"])
def test_what_is_not_known_can_be_looked_at_where_there_is_a_file_of_it(kind: str) -> None:
    found = only(attachment(kind, url=LOOKASIDE), instagram=True)
    assert found.facts == {}
    assert [file.reference for file in found.remote] == [LOOKASIDE]


def test_a_heart_is_a_heart() -> None:
    found = only(message(attachments=[{"type": "like_heart"}]), instagram=True)
    assert (found.text, found.facts) == ("❤", {})


def test_an_appointment_that_somebody_asks_for() -> None:
    payload = {"booking_id": "1", "status": "requested", "timezone": "Europe/Amsterdam"}
    times = {"start_time": 1_795_000_200, "end_time": 1_795_002_000}
    assert only(attachment("appointment_booking", **payload, **times)).facts == {
        "shape": "form",
        "answers": {
            "status": "requested",
            "start": "2026-11-18 12:10",
            "end": "2026-11-18 12:40",
            "timezone": "Europe/Amsterdam",
        },
    }
    odd = only(attachment("appointment_booking", start_time=0, timezone="../etc"))
    assert odd.facts["answers"] == {"start": "1970-01-01 00:00", "timezone": "../etc"}


def test_what_customers_will_be_able_to_do_one_day() -> None:
    found = only(event(telepathy={"thought": "TV"}))
    assert found.facts == {"shape": "unsupported", "what": "telepathy"}
    assert found.automatic, "nobody waits for an answer to what nobody understands"


def test_another_application_has_the_word_meanwhile() -> None:
    (heard,) = on_messenger(message(text="Hi"), under="standby").messages
    assert (heard.provider_id, heard.text) == ("m_1", "Hi")


def test_events_that_come_as_changes() -> None:
    value = event(to=INSTAGRAM, at=str(AT // 1000), message={"mid": "m_1", "text": "Hi"})
    parsed = on_instagram({"field": "messages", "value": value}, under="changes")
    (found,) = parsed.messages
    assert (found.address, found.text, found.at) == (ANNA, "Hi", AT // 1000 * 1000)


def test_what_we_wrote_to_ourselves_is_left_out() -> None:
    found = on_messenger(event(from_=PAGE, to=PAGE, message={"mid": "m_1", "text": "Test"}))
    assert found.messages == ()
