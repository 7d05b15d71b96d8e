"""What the pretended Graph API was handed for our messages, and what came of it."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tests.channels.social.captures import ANNA, PAGE, instagram, messenger
from workstation.channels.incoming import (
    InboundFile,
    RemoteFile,
)
from workstation.channels.outgoing import (
    Outbound,
    OutboundFile,
    Rejected,
    Unavailable,
    Uncertain,
)
from workstation.channels.port import (
    Channel,
)
from workstation.channels.social.pieces import cut
from workstation.rules.failures import known
from workstation.simulator.graph import GraphFake, Refusal

HOUR = 3_600_000
NOW = 1_795_000_000_000
REFERENCE = "01990000-0000-7000-8000-000000000001"
PNG = OutboundFile(content=b"\x89PNG", media_type="image/png", name="a.png")
PDF = OutboundFile(content=b"%PDF", media_type="application/pdf", name="a.pdf")


@pytest.fixture
def fake() -> Iterator[GraphFake]:
    found = GraphFake(clock=lambda: NOW)
    found.start(webhooks=False)
    yield found
    found.stop()


@pytest.fixture
def page(fake: GraphFake) -> Channel:
    return messenger(base=fake.address)


@pytest.fixture
def account(fake: GraphFake) -> Channel:
    return instagram(base=fake.address)


def outbound(text: str = "Hello", *files: OutboundFile, **more: Any) -> Outbound:
    given: dict[str, Any] = {
        "reference": REFERENCE,
        "channel": "messenger",
        "thread": ANNA,
        "address": ANNA,
        "text": text,
        "files": files,
        "now": NOW,
        "customer_wrote_at": NOW - HOUR,
    }
    return Outbound(**given | more)


def test_a_text_with_our_own_id_of_it(fake: GraphFake, page: Channel) -> None:
    sent = page.send(outbound(reply_to="m_1"))
    (taken,) = fake.sent
    assert sent.provider_id == taken.id
    assert taken.body == {
        "recipient": {"id": ANNA},
        "messaging_type": "RESPONSE",
        "message": {"text": "Hello", "metadata": f"workstation {REFERENCE}"},
        "reply_to": {"mid": "m_1"},
    }


def test_after_a_day_a_person_answers(fake: GraphFake, page: Channel) -> None:
    fake.messenger.write(ANNA, "Hi", at=NOW - 25 * HOUR)
    page.send(outbound(customer_wrote_at=NOW - 25 * HOUR))
    assert fake.sent[-1].body["messaging_type"] == "MESSAGE_TAG"
    assert fake.sent[-1].body["tag"] == "HUMAN_AGENT"


def test_after_seven_days_nothing_leaves(fake: GraphFake, page: Channel) -> None:
    with pytest.raises(Rejected) as caught:
        page.send(outbound(customer_wrote_at=NOW - 7 * 24 * HOUR - 1))
    assert caught.value.code == "messenger.window"
    assert fake.sent == []


def test_without_metas_permission_it_is_one_day(fake: GraphFake) -> None:
    page = messenger(base=fake.address, human_agent=False)
    assert page.rules.reply_window == 24 * HOUR
    with pytest.raises(Rejected):
        page.send(outbound(customer_wrote_at=NOW - 25 * HOUR))


def test_text_and_files_go_one_by_one(fake: GraphFake, page: Channel) -> None:
    sent = page.send(outbound("See these", PNG, PDF))
    text, picture, paper = fake.sent
    assert (text.text, picture.kind, paper.kind) == ("See these", "image", "file")
    assert picture.files[0][0] == PNG.content
    assert paper.files[0] == (PDF.content, "application/pdf", "a.pdf")
    assert sent.provider_id == paper.id
    assert sent.pieces == (text.id, picture.id)
    assert paper.reference == f"workstation {REFERENCE}", "the last one speaks for all"
    assert text.reference == picture.reference == f"workstation-piece {REFERENCE}"


def test_instagram_counts_bytes(fake: GraphFake, account: Channel) -> None:
    fake.instagram.write(ANNA, "Hi")
    account.send(outbound("😀" * 400, channel="instagram"))
    assert [len(taken.text) for taken in fake.sent] == [250, 150]
    assert {taken.product for taken in fake.sent} == {"instagram"}


def test_a_long_text_is_cut_between_sentences() -> None:
    text = "One sentence. " * 20
    parts = cut(text, 100)
    assert all(part.endswith("sentence.") for part in parts)
    assert " ".join(parts) == text.strip()


@given(st.text(max_size=300), st.integers(min_value=4, max_value=50))
def test_cutting_loses_nothing_but_white_space(text: str, most: int) -> None:
    parts = cut(text, most, lambda part: len(part.encode("utf-8", "surrogatepass")))
    assert all(len(part.encode("utf-8", "surrogatepass")) <= most for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


def test_what_they_do_not_take_never_leaves(fake: GraphFake, account: Channel) -> None:
    large = OutboundFile(content=b"x" * (9 << 20), media_type="image/png", name="a.png")
    odd = OutboundFile(content=b"x", media_type="application/zip", name="a.zip")
    for file in (large, odd):
        with pytest.raises(Rejected) as caught:
            account.send(outbound("See", file))
        assert caught.value.code == "instagram.file"
    with pytest.raises(Rejected):
        account.send(outbound(""))
    assert fake.sent == []


def test_a_file_that_cannot_be_kept_stops_the_text_too(fake: GraphFake, page: Channel) -> None:
    fake.trouble.fail_next(status=503)
    with pytest.raises(Unavailable):
        page.send(outbound("See", PNG))
    assert fake.sent == []


def test_when_only_the_first_piece_was_taken_a_person_decides(
    fake: GraphFake, page: Channel
) -> None:
    fake.on_sent(lambda _: fake.trouble.fail_next(code=100, subcode=2018001, message="(#100) No"))
    with pytest.raises(Uncertain, match="1 of the 2 parts"):
        page.send(outbound("See", PNG))
    assert [taken.text for taken in fake.sent] == ["See"]


def test_a_lost_answer_is_uncertain(fake: GraphFake, page: Channel) -> None:
    fake.trouble.lose_next()
    with pytest.raises(Uncertain):
        page.send(outbound())
    assert len(fake.sent) == 1


@pytest.mark.parametrize(
    ("code", "subcode", "name"),
    [
        (10, 2018278, "10.2018278"),
        (10, 2018108, "10.2018108"),
        (100, 2018001, "100.2018001"),
        (200, 1545041, "200.1545041"),
        (551, 1545041, "551.1545041"),
        (551, None, "551"),
        (190, 463, "190"),
        (10, None, "10"),
    ],
)
def test_each_documented_error_has_its_sentence(
    fake: GraphFake, page: Channel, code: int, subcode: int | None, name: str
) -> None:
    fake.trouble.fail_next(code=code, subcode=subcode, message="(#1) In Meta's words")
    with pytest.raises(Rejected) as caught:
        page.send(outbound())
    assert caught.value.code == f"messenger.{name}"
    assert known(caught.value.code)
    assert "Meta's words" not in str(caught.value)


@pytest.mark.parametrize("code", [4, 32, 613, 80006, 1200])
def test_too_much_at_once_waits(fake: GraphFake, page: Channel, code: int) -> None:
    fake.trouble.fail_next(code=code, message="Too much")
    with pytest.raises(Unavailable):
        page.send(outbound())


def test_how_long_to_wait_is_believed(fake: GraphFake, page: Channel) -> None:
    fake.trouble.limit_next(limit="page", minutes=3)
    with pytest.raises(Unavailable) as caught:
        page.send(outbound())
    assert caught.value.retry_after == 180


def test_a_picture_is_fetched_until_it_has_expired(fake: GraphFake, page: Channel) -> None:
    link = fake.messenger.keep(b"\x89PNG", "image/png", name="a.png")
    file = RemoteFile(reference=link, media_type="image/jpeg", name="a.png", role="sticker")
    assert page.fetch(file) == InboundFile(
        content=b"\x89PNG", media_type="image/png", name="a.png", role="sticker"
    )
    fake.expire_media()
    with pytest.raises(Rejected):
        page.fetch(file)
    with pytest.raises(Rejected):
        page.fetch(RemoteFile(reference="https://example.com/photo.jpg"))


def test_what_somebody_is_called(fake: GraphFake, page: Channel, account: Channel) -> None:
    fake.messenger.names[ANNA] = "Anna Bakker"
    assert page.profile(ANNA) == "Anna Bakker"
    assert page.profile("999") == ""
    fake.trouble.slow = 0
    fake.stop()
    with pytest.raises(Unavailable):
        account.profile(ANNA)


def test_what_is_wrong_with_the_settings_is_told(fake: GraphFake, page: Channel) -> None:
    assert [found.severity for found in page.check()] == ["fine"]
    assert [found.severity for found in instagram(base=fake.address).check()] == ["fine"]
    fake.subscribed_fields = {"messages", "feed"}
    public, missing = page.check()[1:]
    assert "feed" in public.english
    assert "message_reads" in missing.english
    assert missing.dutch != missing.english
    other = messenger(base=fake.address, app_id="7")
    assert [found.severity for found in other.check()] == ["fine", "broken"]
    stranger = messenger(base=fake.address, access_token="wrong")
    (refused,) = stranger.check()
    assert refused.severity == "broken"
    astray = instagram(base=fake.address, instagram_id="7")
    assert "broken" in {found.severity for found in astray.check()}


def test_an_address_of_nobody_is_no_secret_told(fake: GraphFake, page: Channel) -> None:
    fake.trouble.refuse(ANNA, Refusal(status=400, code=551, message=f"{ANNA} at {PAGE}"))
    with pytest.raises(Rejected) as caught:
        page.send(outbound())
    assert ANNA not in str(caught.value)
