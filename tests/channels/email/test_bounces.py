"""A mail that comes back is news about the mail that went, and never a new contact."""

import pytest

from tests.channels.email.mails import (
    ABSENT,
    CONTACT,
    CORPUS,
    REFERENCE,
    RETURNED,
    SIGNER,
    mail,
    message,
    news,
    parsed,
    report,
)
from workstation.rules.failures import known

OURS = SIGNER.message_id(REFERENCE)


@pytest.mark.parametrize("kind", ["text/rfc822-headers", "message/rfc822"])
def test_a_report_is_news_about_our_mail(kind: str) -> None:
    told = news(report(kind=kind))
    assert (told.provider_id, told.reference) == (OURS, REFERENCE)
    assert (told.state, told.reason) == ("failed", "email.unknown_address")
    assert told.at == 1_795_255_200_000


@pytest.mark.parametrize(
    ("action", "state"),
    [("delivered", "delivered"), ("relayed", "sent"), ("expanded", "sent"), ("delayed", "sent")],
)
def test_what_is_no_failure_is_none(action: str, state: str) -> None:
    told = news(report(action=action, status="2.0.0", diagnostic=""))
    assert (told.state, told.reason) == (state, "")


@pytest.mark.parametrize(
    ("status", "diagnostic", "reason"),
    [
        ("5.2.2", "", "email.mailbox_full"),
        ("5.0.0", "smtp; 552 5.2.2 mailbox full", "email.mailbox_full"),
        ("5.7.1", "smtp; 554 5.7.1 spam", "email.unwanted"),
        ("5.1.2", "", "email.unknown_domain"),
        ("4.4.7", "", "email.unreachable"),
        ("5.3.4", "", "email.too_large"),
        ("5.0.0", "smtp; 550 no such user", "email.unknown_address"),
        ("", "", "email.refused"),
    ],
)
def test_the_reason_is_a_sentence(status: str, diagnostic: str, reason: str) -> None:
    assert news(report(status=status, diagnostic=diagnostic)).reason == reason
    assert known(reason)


def test_what_was_not_ours_is_shown_and_waits_for_nobody() -> None:
    found = parsed(report(returned="Message-ID: <other@example.nl>\r\n"))
    (shown,) = found.messages
    assert shown.automatic
    (told,) = found.news
    assert (told.provider_id, told.reference) == ("other@example.nl", None)


def test_a_forged_id_of_ours_is_not_ours() -> None:
    forged = OURS.replace(".", ".a", 1)
    assert parsed(report(returned=f"Message-ID: <{forged}>\r\n")).messages


PLAIN = (
    "Hi. This is the qmail-send program at mx.example.org.\r\n"
    "I'm afraid I wasn't able to deliver your message. This is a permanent error; I've given up."
    "\r\n\r\n<a@example.org>:\r\nSorry, no mailbox here by that name. (#5.1.1)\r\n\r\n"
    f"--- Below this line is a copy of the message.\r\n\r\n{RETURNED}"
)


def test_a_notice_in_no_format_is_found_by_our_mark() -> None:
    told = news(mail(PLAIN, From="MAILER-DAEMON@example.org", Subject="failure notice"))
    assert (told.provider_id, told.state) == (OURS, "failed")
    assert told.reason == "email.unknown_address"


def test_a_notice_that_only_says_which_contact_goes_to_it() -> None:
    text = f"Undeliverable: sent by {SIGNER.reply_address(CONTACT)}"
    raw = mail(text, From="MAILER-DAEMON@example.org", Subject="failure notice")
    found = message(raw)
    assert found.automatic
    assert found.contact_id == CONTACT


def test_a_delay_is_no_failure() -> None:
    text = f"Warning: message still undelivered after 4 hours. Will keep trying.\r\n\r\n{RETURNED}"
    told = news(mail(text, From="mailer-daemon@example.org", Subject="Delayed mail (still trying)"))
    assert told.state == "sent"


def test_a_customer_who_quotes_a_notice_is_a_customer() -> None:
    raw = mail(PLAIN, Subject="failure notice?", In_Reply_To=f"<{OURS}>")
    found = parsed(raw)
    assert len(found.messages) == 1
    assert [told.state for told in found.news] == ["delivered"]


def test_that_a_mail_was_opened_is_news_too() -> None:
    parts = [
        "Content-Type: text/plain\r\n\r\nRead.\r\n",
        "Content-Type: message/disposition-notification\r\n\r\n"
        f"Final-Recipient: rfc822; a@example.org\r\nOriginal-Message-ID: <{OURS}>\r\n"
        "Disposition: manual-action/MDN-sent-manually; displayed\r\n",
    ]
    raw = mail(
        "".join(f"--b\r\n{part}\r\n" for part in parts) + "--b--",
        Subject="Gelezen: Re: TV",
        Content_Type="multipart/report; report-type=disposition-notification; boundary=b",
    )
    told = news(raw)
    assert (told.provider_id, told.state) == (OURS, "read")


@pytest.mark.skipif(not CORPUS.exists(), reason=ABSENT)
@pytest.mark.parametrize(
    "name",
    [
        "chatwoot/bounced_gmail.eml",
        "ruby_mail/multipart_report_emails/report_422.eml",
        "ruby_mail/multipart_report_emails/report_530.eml",
        "ruby_mail/multipart_report_emails/multi_address_bounce1.eml",
        "ruby_mail/multipart_report_emails/multi_address_bounce2.eml",
        "ruby_mail/multipart_report_emails/multipart_report_multiple_status.eml",
    ],
)
def test_real_reports_are_machines(name: str) -> None:
    found = parsed((CORPUS / name).read_bytes())
    assert found.messages[0].automatic
    assert [told.state for told in found.news if told.provider_id] in (["failed"], ["sent"], [])


def shown_to_us(attached: bytes) -> bytes:
    """A customer's own mail, with a mail from a mail server attached."""
    body = b"--z\r\nContent-Type: text/plain\r\n\r\nWhat is this?\r\n"
    body += b"--z\r\nContent-Type: message/rfc822\r\n\r\n" + attached + b"\r\n--z--"
    head = mail("", Content_Type="multipart/mixed; boundary=z").rstrip()
    return head + b"\r\n\r\n" + body


@pytest.mark.parametrize("returned", [RETURNED, "Message-ID: <hers@example.org>\r\n"])
def test_a_report_that_a_customer_shows_us_is_their_question(returned: str) -> None:
    found = parsed(shown_to_us(report(returned=returned)))
    (shown,) = found.messages
    assert (shown.text, shown.automatic) == ("What is this?", False)
    assert found.news == ()


def test_a_warning_of_exim_is_no_failure() -> None:
    text = f"It has not yet been delivered to one or more of its recipients.\r\n\r\n{RETURNED}"
    told = news(
        mail(text, From="Mailer-Daemon@example.com", Subject="Warning: message 1a2-B3 delayed 24 h")
    )
    assert (told.state, told.reference) == ("sent", REFERENCE)


def test_a_full_mailbox_may_have_no_number() -> None:
    text = "The following address failed:\r\n  a@example.org\r\n    mailbox is full\r\n\r\n"
    told = news(
        mail(text + RETURNED, From="Mailer-Daemon@example.com", Subject="Mail delivery failed")
    )
    assert (told.state, told.reason) == ("failed", "email.mailbox_full")
