"""An answer leaves as a mail that any program can read, and how that ended is said exactly."""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

import pytest
from hypothesis import given, strategies as st

from tests.channels.email.mails import CONTACT, REFERENCE, SIGNER, message, settings
from workstation.channels.email.channel import Email
from workstation.channels.email.composing import compose
from workstation.channels.email.sending import Sending
from workstation.channels.email.settings import Settings, Smtp
from workstation.channels.outgoing import (
    Earlier,
    Outbound,
    OutboundFile,
    Rejected,
    Unavailable,
    Uncertain,
)
from workstation.simulator.mail import MailSimulator

NOW = 1_795_258_800_000
FIRST = Earlier(
    provider_id="m-1@example.org",
    ours=False,
    text="Hij flikkert.\n\nOp 1 nov schreef Shop <help@example.nl>:\n> Oud.",
    at=NOW - 3_600_000,
    name="A. Bakker",
)


def outbound(address: str = "a.bakker@example.org", **given: Any) -> Outbound:
    usual: dict[str, Any] = {
        "reference": REFERENCE,
        "channel": "email",
        "thread": "m-1@example.org",
        "address": address,
        "text": "Dag!\n\nZet hem uit & aan.",
        "contact_id": CONTACT,
        "customer_name": "A. Bakker",
        "agent_name": "Jan",
        "subject": "Televisie",
        "language": "nl",
        "now": NOW,
        "earlier": (FIRST,),
    }
    return Outbound(**(usual | given))


def composed(given: Outbound, **more: Any) -> EmailMessage:
    return compose(given, settings(**more), SIGNER)


HOSTILE = st.text(max_size=40) | st.sampled_from(
    [
        "a\r\nBcc: x@example.com",
        "=?utf-8?q?a=0D=0ABcc:_x@example.com?=",
        "=?utf-8?b?YQ0KQmNjOiB4QGV4YW1wbGUuY29t?=",
        "==??q?a=0D=0ABcc:_x@example.com?=",
        "=\x00?utf-8?q?a=0D=0ABcc:_x@example.com?=",
        "=??Q?=0D",
        "a\x85Bcc: x\u2028y",
        '"(x)<a@example.com>, b@example.com',
    ]
)


_OURS = {
    *("from", "to", "reply-to", "subject", "date", "message-id", "in-reply-to", "references"),
    *("auto-submitted", "mime-version", "content-type", "content-transfer-encoding"),
    "content-disposition",
}


@given(name=HOSTILE, agent=HOSTILE, subject=HOSTILE, thread=HOSTILE, file=HOSTILE)
def test_nothing_that_was_written_to_us_makes_a_header(
    name: str, agent: str, subject: str, thread: str, file: str
) -> None:
    earlier = Earlier(provider_id=f"{thread}@example.org", ours=False, text="x", at=NOW, name=name)
    mail = composed(
        outbound(
            customer_name=name,
            agent_name=agent,
            subject=subject,
            thread=f"{thread}@example.org",
            earlier=(earlier,),
            files=(OutboundFile(content=b"x", media_type="text/plain", name=file),),
        )
    )
    back = message_from_bytes(mail.as_bytes(), policy=default)
    written = {name.lower() for one in back.walk() for name, _ in one.items()}
    assert written <= _OURS
    assert [one.defects for one in back.walk() if one.defects] == []
    assert [one.addr_spec for one in back["To"].addresses] == ["a.bakker@example.org"]


def part(mail: EmailMessage, kind: str) -> str:
    body = mail.get_body((kind,))
    assert body is not None
    return str(body.get_content()).replace("\r\n", "\n")


def test_an_answer_is_threaded_and_signed() -> None:
    mail = composed(outbound())
    assert mail["From"] == "Example Shop <help@example.nl>"
    assert mail["To"] == '"A. Bakker" <a.bakker@example.org>'
    assert mail["Subject"] == "Re: Televisie"
    assert mail["In-Reply-To"] == "<m-1@example.org>"
    assert mail["References"] == "<m-1@example.org>"
    assert mail["Message-ID"] == f"<{SIGNER.message_id(REFERENCE)}>"
    assert SIGNER.contact_in(str(mail["Reply-To"])) == CONTACT
    assert mail["Auto-Submitted"] == "no"
    assert mail["Date"] == "Sat, 21 Nov 2026 12:00:00 +0100"


def test_it_says_what_it_answers() -> None:
    mail = composed(outbound())
    assert part(mail, "plain") == (
        "Dag!\n\nZet hem uit & aan.\n\n-- \nMet vriendelijke groet,\nJan\nExample Shop\n\n"
        "Op 21 november 2026 om 11:00 schreef A. Bakker:\n> Hij flikkert.\n"
    )
    html = part(mail, "html")
    assert "Zet hem uit &amp; aan." in html
    assert html.count("<blockquote") == html.count("</blockquote>") == 1


def test_in_english() -> None:
    text = part(composed(outbound(language="en")), "plain")
    assert "Kind regards,\nJan" in text
    assert "On 21 November 2026 at 11:00, A. Bakker wrote:" in text


def test_its_own_text_is_all_that_is_new_in_it() -> None:
    found = message(composed(outbound()).as_bytes().replace(b"help@", b"jan@", 1))
    assert found.text[: found.facts["folded"]].strip() == "Dag!\n\nZet hem uit & aan."


def test_a_longer_conversation_is_quoted_in_its_order() -> None:
    ours = Earlier(
        provider_id=SIGNER.message_id(CONTACT), ours=True, text="Welke?", at=NOW, name="Jan"
    )
    last = Earlier(provider_id="m-3@example.org", ours=False, text="De grote.", at=NOW)
    mail = composed(outbound(earlier=(last, ours, FIRST)))
    assert mail["In-Reply-To"] == "<m-3@example.org>"
    assert str(mail["References"]).split() == [
        "<m-1@example.org>",
        f"<{SIGNER.message_id(CONTACT)}>",
        "<m-3@example.org>",
    ]
    text = part(mail, "plain")
    assert text.index("> De grote.") < text.index(">> Welke?") < text.index(">>> Hij flikkert.")
    assert "schreef de klant:" in text


def test_a_mail_that_answers_nothing() -> None:
    mail = composed(outbound(earlier=(), subject="", thread="c-1"))
    assert mail["Subject"] == "Uw bericht aan Example Shop"
    assert mail["In-Reply-To"] is None
    assert mail["References"] is None


@pytest.mark.parametrize("subject", ["Re: TV", "RE: Antw: TV", "AW: Re[2]: TV"])
def test_one_re_is_enough(subject: str) -> None:
    assert composed(outbound(subject=subject))["Subject"] == "Re: TV"


def test_headers_cannot_be_broken_out_of() -> None:
    mail = composed(outbound(subject="TV\r\nBcc: x@example.com", customer_name='A"\r\nBcc: y@b.nl'))
    assert mail["Bcc"] is None
    assert b"\nBcc" not in mail.as_bytes()


def test_long_ids_are_left_as_they_are() -> None:
    long = f"{'x' * 150}@mail.example.org"
    earlier = Earlier(provider_id=long, ours=False, text="Hoi", at=NOW)
    raw = composed(outbound(thread=long, earlier=(earlier,))).as_bytes()
    assert f"In-Reply-To: <{long}>\r\n".encode() in raw
    assert f"References: <{long}>\r\n".encode() in raw


def test_the_digest_of_a_mail_without_an_id_goes_nowhere() -> None:
    earlier = Earlier(provider_id=f"digest:{'a' * 64}", ours=False, text="Hoi", at=NOW)
    mail = composed(outbound(thread=f"digest:{'a' * 64}", earlier=(earlier,)))
    assert mail["References"] is None
    assert mail["Subject"] == "Re: Televisie"


@given(st.text(max_size=300), st.text(max_size=80), st.text(max_size=80))
def test_any_text_arrives_in_seven_bits(text: str, subject: str, name: str) -> None:
    given_ = outbound(text=text, subject=subject, customer_name=name, earlier=())
    raw = composed(given_).as_bytes()
    raw.decode("ascii")
    assert all(len(line) <= 998 for line in raw.split(b"\r\n"))
    found = message(raw.replace(b"help@example.nl", b"jan@example.com", 1))
    assert found.address


def test_files_go_along_under_their_names() -> None:
    files = (
        OutboundFile(content=b"\x89PNG\r\n\x1a\n", media_type="image/png", name="één.png"),
        OutboundFile(content=b"From: x\n", media_type="message/rfc822", name="mail.eml"),
        OutboundFile(content=b"?", media_type="nonsense"),
    )
    raw = composed(outbound(files=files)).as_bytes()
    found = [file for file in message(raw.replace(b"help@", b"jan@", 1)).files if not file.role]
    assert [(file.name, file.content) for file in found] == [
        ("één.png", b"\x89PNG\r\n\x1a\n"),
        ("mail.eml", b"From: x\n"),
        ("file-3", b"?"),
    ]


# ---------------------------------------------------------------- handing it over


@pytest.fixture(scope="module")
def provider() -> Iterator[MailSimulator]:
    with MailSimulator() as running:
        running.knobs.refused.add("refused@example.org")
        running.knobs.greylisted.add("later@example.org")
        running.knobs.silent.add("silent@example.org")
        yield running


@pytest.fixture
def email(provider: MailSimulator) -> Email:
    provider.sent.clear()
    return Email(Settings.model_validate(provider.table()))


def test_a_mail_is_taken(provider: MailSimulator, email: Email) -> None:
    sent = email.send(outbound(text="Dag!\n.\n..met punten\n."))
    (taken,) = provider.sent
    assert taken.message_id == sent.provider_id
    assert taken.recipient == "a.bakker@example.org"
    assert taken.text.startswith("Dag!\n.\n..met punten\n.\n")


def test_the_same_message_has_the_same_id_each_time(email: Email) -> None:
    assert email.send(outbound()) == email.send(outbound())


def test_an_address_that_does_not_exist(provider: MailSimulator, email: Email) -> None:
    with pytest.raises(Rejected) as caught:
        email.send(outbound("refused@example.org"))
    assert caught.value.code == "email.unknown_address"
    assert "550" in str(caught.value)
    assert provider.sent == []


def test_a_server_that_wants_us_to_wait(email: Email) -> None:
    with pytest.raises(Unavailable) as caught:
        email.send(outbound("later@example.org"))
    assert caught.value.retry_after == 300
    assert caught.value.alone


def test_an_answer_that_is_lost_is_uncertain(email: Email) -> None:
    with pytest.raises(Uncertain):
        email.send(outbound("silent@example.org"))


def test_what_is_no_address_goes_nowhere(provider: MailSimulator, email: Email) -> None:
    for address in ("", "nobody", "a@b@c", "a b@example.org", "a@example.org\r\nRCPT TO:<b@c.nl>"):
        with pytest.raises(Rejected):
            email.send(outbound(address))
    assert provider.sent == []


def test_letters_that_only_some_servers_take(provider: MailSimulator, email: Email) -> None:
    email.send(outbound("zoë@example.org"))
    email.send(outbound("zoe@café.example.org"))
    assert [one.recipient for one in provider.sent] == [
        "zoë@example.org",
        "zoe@xn--caf-dma.example.org",
    ]


def test_files_that_are_too_large_stay_here(provider: MailSimulator) -> None:
    table = provider.table()
    smtp = dict(table["smtp"])  # type: ignore[call-overload]
    email = Email(Settings.model_validate(table | {"smtp": smtp | {"largest": 100_000}}))
    file = OutboundFile(content=b"x" * 100_001, media_type="text/plain")
    with pytest.raises(Rejected) as caught:
        email.send(outbound(files=(file,)))
    assert caught.value.code == "email.too_large"


def test_an_address_that_may_not_send(provider: MailSimulator, email: Email) -> None:
    provider.knobs.refused_senders.add("help@example.nl")
    try:
        with pytest.raises(Rejected) as caught:
            email.send(outbound())
    finally:
        provider.knobs.refused_senders.clear()
    assert caught.value.code == "email.sender"
    assert provider.sent == []


def test_a_server_that_is_away() -> None:
    sending = Sending(Smtp(host="127.0.0.1", port=1, security="none"), "example.nl")
    with pytest.raises(Unavailable):
        sending.send(EmailMessage(), sender="a@example.nl", recipient="b@example.org")


def test_a_server_that_does_not_let_us_in(provider: MailSimulator, email: Email) -> None:
    provider.knobs.smtp_login_fails = True
    try:
        with pytest.raises(Unavailable) as caught:
            email.send(outbound())
    finally:
        provider.knobs.smtp_login_fails = False
    assert caught.value.retry_after == 120
    assert provider.password not in str(caught.value)


def test_no_more_a_minute_than_agreed(provider: MailSimulator) -> None:
    now = [0.0]
    smtp = Settings.model_validate(provider.table()).smtp
    assert smtp is not None
    sending = Sending(smtp.model_copy(update={"per_minute": 2}), "example.nl", clock=lambda: now[0])
    mail = composed(outbound())
    for _ in range(2):
        sending.send(mail, sender="help@example.nl", recipient="a@example.org")
    now[0] = 20.0
    with pytest.raises(Unavailable) as caught:
        sending.send(mail, sender="help@example.nl", recipient="a@example.org")
    assert caught.value.pacing
    assert caught.value.retry_after == 40
    now[0] = 61.0
    sending.send(mail, sender="help@example.nl", recipient="a@example.org")
