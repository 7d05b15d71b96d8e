"""What WhatsApp is asked to send, against a pretended one that checks it as the real one does."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest

from tests.channels.whatsapp.webhooks import whatsapp as channel
from workstation.channels.incoming import (
    RemoteFile,
)
from workstation.channels.outgoing import (
    FilledTemplate,
    Outbound,
    OutboundFile,
    Rejected,
    Sent,
    Unavailable,
    Uncertain,
)
from workstation.channels.whatsapp.channel import WhatsApp
from workstation.simulator.graph import GraphFake

NUMBER = "31651234567"
REFERENCE = "01990000-0000-7000-8000-000000000001"
PNG = OutboundFile(content=b"\x89PNG", media_type="image/png", name="a.png")
PDF = OutboundFile(content=b"%PDF", media_type="application/pdf", name="receipt.pdf")
OGG = OutboundFile(content=b"OggS", media_type="audio/ogg", name="voice.ogg")


@pytest.fixture
def fake() -> Iterator[GraphFake]:
    found = GraphFake()
    found.start(webhooks=False)
    yield found
    found.stop()


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def whatsapp(fake: GraphFake, clock: Clock) -> WhatsApp:
    return channel(fake, clock=clock)


def outbound(text: str = "Hello", **given: Any) -> Outbound:
    known = {
        "reference": REFERENCE,
        "channel": "whatsapp",
        "thread": f"+{NUMBER}",
        "address": f"+{NUMBER}",
        "text": text,
    }
    return Outbound(**known | given)


def test_a_text(whatsapp: WhatsApp, fake: GraphFake) -> None:
    sent = whatsapp.send(outbound("See https://example.nl/tv"))
    (taken,) = fake.sent
    assert sent == Sent(taken.id)
    assert taken.body == {
        "messaging_product": "whatsapp",
        "recipient_type": "individual",
        "to": NUMBER,
        "type": "text",
        "text": {"body": "See https://example.nl/tv", "preview_url": False},
        "biz_opaque_callback_data": REFERENCE,
    }


def test_an_answer_to_one_message_in_particular(whatsapp: WhatsApp, fake: GraphFake) -> None:
    whatsapp.send(outbound(reply_to="wamid.IN1"))
    assert fake.sent[0].reply_to == "wamid.IN1"


def test_somebody_known_by_user_id_is_reached_by_it_alone(
    whatsapp: WhatsApp, fake: GraphFake
) -> None:
    """The number that the thread is named after may be somebody else's by now."""
    whatsapp.send(outbound(address="NL.4471982650013"))
    assert fake.sent[0].body["recipient"] == "NL.4471982650013"
    assert "to" not in fake.sent[0].body


def test_a_group_is_reached_as_a_group(whatsapp: WhatsApp, fake: GraphFake) -> None:
    whatsapp.send(outbound(thread="group:Y2FwaV9ncm91cA"))
    body = fake.sent[0].body
    assert (body["recipient_type"], body["to"]) == ("group", "Y2FwaV9ncm91cA")


def test_a_picture_has_the_text_as_its_caption(whatsapp: WhatsApp, fake: GraphFake) -> None:
    sent = whatsapp.send(outbound("This one?", files=(PNG,)))
    (taken,) = fake.sent
    assert (taken.id, taken.kind, taken.text) == (sent.provider_id, "image", "This one?")
    assert taken.files == ((b"\x89PNG", "image/png", "a.png"),)


def test_several_files_are_several_messages_of_which_the_last_stands_for_all(
    whatsapp: WhatsApp, fake: GraphFake
) -> None:
    sent = whatsapp.send(outbound("Both", files=(PNG, PDF), reply_to="wamid.IN1"))
    first, second = fake.sent
    assert [(one.kind, one.text) for one in fake.sent] == [("image", "Both"), ("document", "")]
    assert second.body["document"]["filename"] == "receipt.pdf"
    assert sent == Sent(second.id, pieces=(first.id,))
    assert [one.reference for one in fake.sent] == [f"{REFERENCE}/1", REFERENCE]
    assert (first.reply_to, second.reply_to) == ("wamid.IN1", "")


@pytest.mark.parametrize(
    ("text", "file"), [("Listen", OGG), ("x" * 1025, PNG)], ids=["sound", "long"]
)
def test_a_text_that_cannot_be_a_caption_goes_first(
    whatsapp: WhatsApp, fake: GraphFake, text: str, file: OutboundFile
) -> None:
    whatsapp.send(outbound(text, files=(file,)))
    assert [one.kind for one in fake.sent] == ["text", "audio" if file is OGG else "image"]
    assert fake.sent[0].text == text
    assert fake.sent[1].text == ""


REFUSED: list[tuple[Outbound, str]] = [
    (outbound("x" * 4097), "131001"),
    (outbound(files=(dataclasses.replace(PNG, media_type="image/webp"),)), "131053"),
    (outbound(files=(dataclasses.replace(PNG, content=b"x" * (5 << 20) + b"x"),)), "131053"),
    (outbound(files=(dataclasses.replace(OGG, content=b"x" * (17 << 20)),)), "131053"),
    (outbound(now=200_000_000, customer_wrote_at=100_000_000), "131047"),
]


@pytest.mark.parametrize(("message", "code"), REFUSED)
def test_what_whatsapp_would_refuse_never_leaves(
    whatsapp: WhatsApp, fake: GraphFake, message: Outbound, code: str
) -> None:
    with pytest.raises(Rejected) as caught:
        whatsapp.send(message)
    assert caught.value.code == f"whatsapp.{code}"
    assert fake.sent == []


def test_nothing_is_not_sent(whatsapp: WhatsApp) -> None:
    with pytest.raises(Rejected):
        whatsapp.send(outbound(""))


# ---------------------------------------------------------------- templates


def filled(name: str, language: str, *parameters: str) -> Outbound:
    template = FilledTemplate(name=name, language=language, parameters=parameters)
    return outbound("", template=template, now=900_000_000, customer_wrote_at=1)


def test_a_template_with_its_places_filled_in(whatsapp: WhatsApp, fake: GraphFake) -> None:
    fake.templates.add("delivery", "nl", "Hallo {{1}}, om {{2}}.", header="Pakket {{1}}")
    whatsapp.send(filled("delivery", "nl", "W-1", "Anna\n\tBakker", "12:00"))
    assert fake.sent[0].text == "Hallo Anna Bakker, om 12:00."
    assert fake.sent[0].body["template"] == {
        "name": "delivery",
        "language": {"code": "nl"},
        "components": [
            {"type": "header", "parameters": [{"type": "text", "text": "W-1"}]},
            {
                "type": "body",
                "parameters": [
                    {"type": "text", "text": "Anna Bakker"},
                    {"type": "text", "text": "12:00"},
                ],
            },
        ],
    }


def test_places_with_names_are_filled_in_by_name(whatsapp: WhatsApp, fake: GraphFake) -> None:
    fake.templates.add("named", "en", "Hello {{first_name}}, {{order}} left. Bye {{first_name}}.")
    (news,) = (one for one in whatsapp.templates() if one.name == "named")
    assert news.body == "Hello {{1}}, {{2}} left. Bye {{1}}."
    whatsapp.send(filled("named", "en", "Anna", "W-1"))
    (component,) = fake.sent[0].body["template"]["components"]
    assert component["parameters"] == [
        {"type": "text", "parameter_name": "first_name", "text": "Anna"},
        {"type": "text", "parameter_name": "order", "text": "W-1"},
    ]


@pytest.mark.parametrize(
    ("message", "code"),
    [
        (filled("order_update", "nl", "Anna"), "132000"),
        (filled("order_update", "nl", "Anna", "W-1", "more"), "132000"),
        (filled("order_update", "nl", "Anna", " "), "132012"),
        (filled("order_update", "fr", "Anna", "W-1"), "132001"),
        (filled("nothing", "nl"), "132001"),
    ],
)
def test_a_template_that_does_not_fit_is_refused(
    whatsapp: WhatsApp, fake: GraphFake, message: Outbound, code: str
) -> None:
    with pytest.raises(Rejected) as caught:
        whatsapp.send(message)
    assert caught.value.code == f"whatsapp.{code}"
    assert fake.sent == []


def test_a_template_that_was_changed_is_looked_at_again(
    whatsapp: WhatsApp, fake: GraphFake
) -> None:
    whatsapp.send(filled("go_on", "nl", "Anna"))
    fake.templates.add("go_on", "nl", "Hallo {{1}}, over {{2}}.")
    whatsapp.send(filled("go_on", "nl", "Anna", "W-1"))
    assert fake.sent[-1].text == "Hallo Anna, over W-1."


def test_the_templates_there_are(whatsapp: WhatsApp, fake: GraphFake) -> None:
    for number in range(120):
        fake.templates.add(f"more_{number}", "nl", "Hallo", status="PAUSED")
    found = {(one.name, one.language): one for one in whatsapp.templates()}
    assert len(found) == 124
    go_on = found["go_on", "en"]
    assert (go_on.status, go_on.category, go_on.header) == ("approved", "utility", "")
    assert (go_on.footer, go_on.buttons) == ("Example Electronics", ("Yes, please",))
    assert found["more_7", "nl"].status == "paused"


# ---------------------------------------------------------------- trouble


def test_a_message_whose_answer_is_lost_is_uncertain(whatsapp: WhatsApp, fake: GraphFake) -> None:
    fake.trouble.lose_next()
    with pytest.raises(Uncertain):
        whatsapp.send(outbound())
    assert len(fake.sent) == 1


def test_when_a_later_part_fails_a_person_decides(whatsapp: WhatsApp, fake: GraphFake) -> None:
    fake.on_sent(lambda _: fake.trouble.fail_next(code=131026))
    with pytest.raises(Uncertain, match="1 of the 2 parts"):
        whatsapp.send(outbound("x" * 1025, files=(PNG,)))
    assert [one.kind for one in fake.sent] == ["text"]


def test_an_upload_that_fails_has_sent_nothing(whatsapp: WhatsApp, fake: GraphFake) -> None:
    fake.trouble.lose_next()
    with pytest.raises(Unavailable):
        whatsapp.send(outbound(files=(PNG,)))
    assert fake.sent == []


def test_what_is_too_fast_for_all_holds_everything(
    whatsapp: WhatsApp, fake: GraphFake, clock: Clock
) -> None:
    fake.trouble.limit_next(limit="throughput")
    for address in (f"+{NUMBER}", "+31651234568"):
        with pytest.raises(Unavailable) as caught:
            whatsapp.send(outbound(address=address))
        assert caught.value.pacing
        assert caught.value.retry_after == pytest.approx(2, abs=0.1)
    clock.now += 3
    whatsapp.send(outbound())
    assert len(fake.sent) == 1


def test_what_is_too_fast_for_one_customer_holds_only_theirs(
    whatsapp: WhatsApp, fake: GraphFake, clock: Clock
) -> None:
    fake.trouble.limit_next(limit="pair")
    with pytest.raises(Unavailable):
        whatsapp.send(outbound())
    with pytest.raises(Unavailable) as caught:
        whatsapp.send(outbound())
    assert caught.value.pacing
    whatsapp.send(outbound(address="+31651234568"))
    clock.now += 7
    whatsapp.send(outbound())
    assert [one.to for one in fake.sent] == ["31651234568", NUMBER]


def test_many_lines_to_one_customer_are_spaced(
    whatsapp: WhatsApp, fake: GraphFake, clock: Clock
) -> None:
    for number in range(45):
        clock.now += 0.02
        whatsapp.send(outbound(reference=f"{number}"))
    with pytest.raises(Unavailable) as caught:
        whatsapp.send(outbound(reference="one too many"))
    assert caught.value.pacing
    assert caught.value.retry_after is not None
    assert 4 < caught.value.retry_after <= 6
    clock.now += caught.value.retry_after
    whatsapp.send(outbound(reference="one too many"))
    assert len(fake.sent) == 46


def test_a_number_sends_no_faster_than_it_may(
    whatsapp: WhatsApp, fake: GraphFake, clock: Clock
) -> None:
    def everything() -> None:
        for number in range(30):
            whatsapp.send(outbound(address=f"+3165123{number:04}", reference=f"{number}"))

    with pytest.raises(Unavailable) as caught:
        everything()
    assert caught.value.pacing
    assert 19 <= len(fake.sent) <= 20  # a quarter of a second's worth at once
    clock.now += 1
    whatsapp.send(outbound(reference="29", address="+31651230029"))


# ---------------------------------------------------------------- files of customers


def kept(fake: GraphFake) -> str:
    return fake.media.keep(b"\x89PNG", "image/png").id


def test_a_file_is_fetched(whatsapp: WhatsApp, fake: GraphFake) -> None:
    found = whatsapp.fetch(
        RemoteFile(reference=kept(fake), media_type="image/jpeg", name="tv.png", role="sticker")
    )
    assert (found.content, found.media_type) == (b"\x89PNG", "image/png")
    assert (found.name, found.role) == ("tv.png", "sticker")


def test_a_file_that_is_gone_is_not_waited_for(whatsapp: WhatsApp, fake: GraphFake) -> None:
    for reference in ("4711", "../page", "", "1234 c2hh"):
        with pytest.raises(Rejected):
            whatsapp.fetch(RemoteFile(reference=reference))
    lent = kept(fake)
    fake.trouble.media_expired = True
    with pytest.raises(Rejected):
        whatsapp.fetch(RemoteFile(reference=lent))


def test_a_file_waits_for_a_token_that_is_renewed(fake: GraphFake) -> None:
    with pytest.raises(Unavailable):
        channel(fake, access_token="another").fetch(RemoteFile(reference=kept(fake)))


# ---------------------------------------------------------------- looking whether all is well


def test_a_channel_that_is_well(whatsapp: WhatsApp) -> None:
    found = whatsapp.check()
    assert {one.severity for one in found} == {"fine"}
    assert "15550100001" in found[0].english
    assert all(one.english != one.dutch for one in found)


def wrong(fake: GraphFake, **given: Any) -> list[tuple[str, str]]:
    return [(one.severity, one.english) for one in channel(fake, **given).check()]


def test_a_wrong_token_a_wrong_number_and_a_wrong_account_are_told(fake: GraphFake) -> None:
    ((severity, token),) = wrong(fake, access_token="another")
    assert severity == "broken"
    assert "renew" in token
    ((severity, _),) = wrong(fake, phone_number_id="4711")
    assert severity == "broken"
    (_, (severity, account)) = wrong(fake, business_account_id="4711")
    assert severity == "broken"
    assert "business account" in account


def test_a_provider_that_is_away_is_told(fake: GraphFake) -> None:
    fake.stop()
    ((severity, told),) = wrong(fake)
    assert severity == "warning"
    assert "Look again later" in told
