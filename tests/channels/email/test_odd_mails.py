"""Mails that are written as no mail should be, and are read all the same."""

from base64 import b64encode

import pytest

from tests.channels.email.mails import REFERENCE, SIGNER, mail, message, parsed
from workstation.channels.incoming import (
    NotUnderstood,
    Reacted,
)


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("utf-8''%C3%89%C3%A9n%20bon%20%E2%80%93%20%E2%82%AC%205.pdf", "Één bon – € 5.pdf"),
        ("utf-8'nl'%F0%9F%98%80.pdf", "😀.pdf"),
        ("windows-1252''%80%205.pdf", "€ 5.pdf"),
        ("euc-kr''%C7%D1%B1%B9.pdf", "한국.pdf"),
    ],
)
def test_any_letters_in_the_name_of_a_file(written: str, name: str) -> None:
    headers = {"Content_Type": "application/pdf"}
    headers["Content_Disposition"] = f"attachment; filename*={written}"
    (file,) = message(mail("%PDF-1.4", **headers)).files
    assert file.name == name


def test_a_certificate_is_no_file_of_the_customers() -> None:
    raw = mail(
        "--b\r\nContent-Type: text/plain\r\n\r\nEcht.\r\n--b\r\n"
        "Content-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nxyz\r\n--b--",
        Content_Type="multipart/signed; boundary=b",
    )
    assert (message(raw).text, message(raw).files) == ("Echt.", ())


def test_what_is_sealed_in_the_text_itself_is_said_to_be() -> None:
    found = message(mail("-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA\r\n-----END PGP MESSAGE-----"))
    assert found.facts["what"] == "encrypted mail"
    assert found.text.startswith("-----BEGIN"), "whoever has the key may want it"


@pytest.mark.parametrize(
    "kind", ['multipart/mixed\r\n\tboundary="b"', "multipart/mixed; BOUNDARY =b", "multipart/mixed"]
)
def test_parts_are_found_by_a_boundary_that_is_badly_named(kind: str) -> None:
    body = "--b\r\nContent-Type: text/plain\r\n\r\nHallo\r\n--b\r\n"
    body += "Content-Type: application/pdf; name=bon.pdf\r\n\r\n%PDF-1.4\r\n--b--"
    found = message(mail(body, Content_Type=kind))
    assert found.text == "Hallo"
    assert [file.name for file in found.files] == ["bon.pdf"]


def test_a_mail_in_a_mail_may_be_packed() -> None:
    body = "--b\r\nContent-Type: message/rfc822\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    inner = b64encode(b"Subject: Bon\r\n\r\nHier is hij.").decode()
    (file,) = message(
        mail(f"{body}{inner}\r\n--b--", Content_Type="multipart/mixed; boundary=b")
    ).files
    assert (file.name, file.media_type) == ("Bon.eml", "message/rfc822")
    assert b"Hier is hij." in file.content


def test_blank_lines_in_the_head_do_not_hide_who_wrote() -> None:
    raw = b"Message-ID: <1@x>\r\n\r\n   \r\n\r\nFrom: A. Bakker <a.bakker@example.org>\r\n"
    found = message(raw + b"Subject: Televisie\r\nTo: help@example.nl\r\n\r\nHij flikkert.\r\n")
    assert (found.address, found.subject) == ("a.bakker@example.org", "Televisie")
    assert (found.text, found.provider_id) == ("Hij flikkert.", "1@x")
    with pytest.raises(NotUnderstood):
        message(b"Message-ID: <1@x>\r\n\r\nDear shop,\r\nFrom: me\r\n")


def test_a_name_with_a_comma_that_nobody_put_in_quotes() -> None:
    found = message(mail(From="Bakker, Anna <a.bakker@example.org>"))
    assert (found.name, found.address) == ("Bakker, Anna", "a.bakker@example.org")
    two = message(mail(To="a@example.org, Shop <help@example.nl>"))
    assert two.facts["to"] == ["a@example.org", "help@example.nl"]


def test_what_was_added_below_what_was_packed_is_left_out_and_kept() -> None:
    packed = b64encode("Hij flikkert, € 5.".encode()).decode()
    assert packed.endswith("=")
    said = {"Content_Transfer_Encoding": "base64", "Content_Type": "text/plain; charset=utf-8"}
    found = message(mail(f"{packed}\r\n\r\n-- \r\nScanned by nobody!\r\n", **said))
    assert found.text == "Hij flikkert, € 5."
    assert [file.role for file in found.files] == ["original"]


@pytest.mark.parametrize(
    "plain",
    [
        "Uw mailprogramma ondersteunt geen HTML.",
        "This message cannot be shown: your program does not support HTML",
        "View this mail in your browser: https://example.org/1",
    ],
)
def test_a_text_that_only_points_at_the_html_is_not_what_was_said(plain: str) -> None:
    body = f"--b\r\nContent-Type: text/plain\r\n\r\n{plain}\r\n--b\r\nContent-Type: text/html"
    body += "\r\n\r\n<p>Mijn televisie flikkert.</p>\r\n--b\r\nContent-Type: text/x-amp-html\r\n"
    body += "\r\n<html amp4email></html>\r\n--b--"
    found = message(mail(body, Content_Type="multipart/alternative; boundary=b"))
    assert found.text == "Mijn televisie flikkert."
    assert [file.role for file in found.files] == ["html"]


def with_emoji(told: str, answered: str) -> bytes:
    """An emoji that somebody put on a mail in Gmail."""
    body = "--b\r\nContent-Type: text/plain\r\n\r\nA. Bakker reacted\r\n--b\r\nContent-Type: "
    body += f"text/vnd.google.email-reaction+json; charset=utf-8\r\n\r\n{told}\r\n--b\r\n"
    body += "Content-Type: text/html\r\n\r\n<p>A. Bakker reacted</p>\r\n--b--"
    kind = "multipart/alternative; boundary=b"
    return mail(body, Content_Type=kind, In_Reply_To=f"<{answered}>")


def test_an_emoji_on_a_mail_of_ours_is_no_mail_that_waits() -> None:
    ours = SIGNER.message_id(REFERENCE)
    found = parsed(with_emoji('{"version": 1, "emoji": "👍"}', ours))
    assert found.messages == ()
    assert found.reactions == (
        Reacted(provider_id=ours, address="a.bakker@example.org", emoji="👍", at=1_795_251_600_000),
    )
    assert [(news.provider_id, news.state) for news in found.news] == [(ours, "delivered")]


@pytest.mark.parametrize("told", ["{", "[]", '{"version": 2, "emoji": "👍"}', '{"version": 1}'])
def test_what_is_no_emoji_is_a_mail(told: str) -> None:
    found = message(with_emoji(told, SIGNER.message_id(REFERENCE)))
    assert found.text == "A. Bakker reacted"
    assert [file.role for file in found.files] == ["html"]


def test_an_emoji_on_somebody_elses_mail_is_a_mail() -> None:
    found = message(with_emoji('{"version": 1, "emoji": "👍"}', "other@example.org"))
    assert found.text == "A. Bakker reacted"
