"""What a mail says, however it says it."""

import json
import time
from base64 import b64encode
from email.message import EmailMessage

import pytest
from hypothesis import given, strategies as st

from tests.channels.email.mails import (
    ADDRESS,
    CONTACT,
    REFERENCE,
    SIGNER,
    built,
    channel,
    mail,
    message,
    news,
    parsed,
)
from workstation.channels.email.reading import CUT, SENT, wrapped
from workstation.channels.incoming import (
    NotUnderstood,
)


def test_a_plain_mail() -> None:
    found = message(mail())
    assert (found.provider_id, found.thread) == ("m-1@example.org", "m-1@example.org")
    assert (found.address, found.name) == ("a.bakker@example.org", "A. Bakker")
    assert (found.subject, found.text) == ("My television", "It flickers.")
    assert found.at == 1_795_251_600_000
    assert found.facts == {"subject": "My television", "to": [ADDRESS]}
    assert not found.automatic
    assert not found.files


def test_a_mail_without_an_id_is_known_by_its_content() -> None:
    first, again = message(mail(Message_ID="")), message(mail(Message_ID=""))
    assert first.provider_id == again.provider_id
    assert first.provider_id != message(mail("Something else", Message_ID="")).provider_id


def test_a_blank_id_is_none() -> None:
    assert message(mail(Message_ID="<>")).provider_id.startswith("digest:")


def test_its_thread_is_the_first_of_its_references() -> None:
    found = message(
        mail(References="<a@example.org>\r\n <b@example.org>", In_Reply_To="<b@example.org>")
    )
    assert found.thread == "a@example.org"
    assert found.continues == ("b@example.org", "a@example.org")
    assert found.reply_to == "b@example.org"


def test_without_references_it_goes_on_with_what_it_answers() -> None:
    found = message(mail(In_Reply_To="<b@example.org>"))
    assert (found.thread, found.continues) == ("b@example.org", ("b@example.org",))


@pytest.mark.parametrize("where", ["To", "Cc", "Delivered_To", "X_Original_To"])
def test_a_signed_reply_address_names_the_contact(where: str) -> None:
    address = SIGNER.reply_address(CONTACT)
    assert message(mail(**{where: address.upper()})).contact_id == CONTACT


def test_a_reply_address_that_somebody_made_up_names_nothing() -> None:
    address = SIGNER.reply_address(CONTACT)
    forged = address.replace(address[10], "b" if address[10] == "a" else "a", 1)
    assert message(mail(To=forged)).contact_id == ""


def test_a_reply_goes_to_whom_the_writer_wants() -> None:
    found = message(mail(Reply_To="B. Smit <b.smit@example.com>"))
    assert (found.address, found.name) == ("b.smit@example.com", "B. Smit")
    assert found.also == (("email", "a.bakker@example.org"),)
    assert not found.verified


def test_a_form_of_the_shop_writes_for_the_customer() -> None:
    found = message(mail(From=ADDRESS, Reply_To="b.smit@example.com"))
    assert (found.address, found.also) == ("b.smit@example.com", ())


def test_an_answer_to_our_mail_says_that_it_came() -> None:
    ours = SIGNER.message_id(REFERENCE)
    (told,) = parsed(mail(In_Reply_To=f"<{ours}>")).news
    assert (told.provider_id, told.state, told.reference) == (ours, "delivered", REFERENCE)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Beste, ik heb mijn bestelling niet ontvangen. Kunt u mij helpen?", "nl"),
        ("Hello, I have not received my order. Could you help me with that?", "en"),
        ("Bonjour, je n'ai pas reçu ma commande.", ""),
        ("12345", ""),
        ("Ja\n\nOn Sat, Nov 21, 2026 at 10:00 Shop <help@example.nl> wrote:\n> the and my you", ""),
    ],
)
def test_its_language_is_that_of_what_is_new(text: str, language: str) -> None:
    assert message(mail(text)).language == language


def test_a_mail_may_say_its_language() -> None:
    assert message(mail(Content_Language="nl-NL, en")).language == "nl"


# ---------------------------------------------------------------- characters

WORDS = {
    "=?utf-8?Q?Caf=C3=A9?=": "Café",
    "=?iso-8859-1?Q?Caf=E9_noir?=": "Café noir",
    "=?UTF-8?B?Q2Fmw6k=?=": "Café",
    "=?utf-8?B?Q2Fmw?= =?utf-8?B?6k=?=": "Café",
    "=?utf-8?Q?Caf=C3?= =?utf-8?Q?=A9?=": "Café",
    "=?iso-8859-1?Q?Caf=C3=A9?=": "Café",
    "=?x-unheard-of?Q?Caf=C3=A9?=": "Café",
    "=?utf-8*nl?Q?Caf=C3=A9?=": "Café",
    "Re: =?utf-8?Q?Caf=C3=A9?= (2)": "Re: Café (2)",
    "=?utf-8?B?!!!?=": "",
    "=?broken": "=?broken",
    "=?windows-1252?Q?=80_10?=": "€ 10",
    "=?gb2312?B?xOO6ww==?=": "你好",
    "=?iso-2022-jp?B?GyRCRnxLXBsoQg==?=": "日本",
    "=?koi8-r?B?0NLJ18XU?=": "привет",
    "=?rot13?Q?abc?=": "abc",
}


@pytest.mark.parametrize("written", WORDS)
def test_encoded_words_are_read(written: str) -> None:
    assert message(mail(Subject=written)).subject == WORDS[written]


@pytest.mark.parametrize(
    ("said", "content", "text"),
    [
        ("utf-8", "Café €".encode(), "Café €"),
        ("us-ascii", "Café €".encode(), "Café €"),
        ("iso-8859-1", b"Caf\xe9 \x80", "Café €"),
        ("iso-8859-1", "Café".encode(), "Café"),
        ("utf-8", b"Caf\xe9", "Café"),
        ("", b"Caf\xe9", "Café"),
        ("no-such-thing", b"Caf\xe9", "Café"),
        ("utf-16", "Café".encode("utf-16"), "Café"),
        ("windows-1251", "привет".encode("cp1251"), "привет"),
        ("ks_c_5601-1987", "안녕".encode("cp949"), "안녕"),
        ("base64", b"plain", "plain"),
        ("idna", b"plain", "plain"),
        ("utf-8", b"a\x00b", "a\ufdd00000b"),
    ],
)
def test_a_text_in_any_character_set(said: str, content: bytes, text: str) -> None:
    charset = f"; charset={said}" if said else ""
    head = mail("", Content_Type=f"text/plain{charset}", Content_Transfer_Encoding="base64")
    assert message(head.rstrip() + b"\r\n\r\n" + b64encode(content)).text == text


@pytest.mark.parametrize(
    ("said", "content"),
    [
        ("koi8-r", "привет".encode("koi8-r")),
        ("shift_jis", "日本".encode("cp932")),
        ("utf-8", "日本".encode()),
        ("iso-8859-1", "Zoë".encode("latin-1")),
        ('x"y', "Zoë".encode()),
        ("\x00", "Zoë".encode()),
    ],
)
def test_a_text_that_was_not_packed_at_all(said: str, content: bytes) -> None:
    head = mail("", Content_Type=f"text/plain; charset={said}", Content_Transfer_Encoding="8bit")
    expected = {"koi8-r": "привет", "shift_jis": "日本", "utf-8": "日本"}.get(said, "Zoë")
    assert message(head.rstrip() + b"\r\n\r\n" + content).text == expected


def test_html_may_say_itself_what_it_is_in() -> None:
    html = '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r"><p>привет</p>'
    head = mail("", Content_Type="text/html", Content_Transfer_Encoding="8bit")
    raw = head.rstrip() + b"\r\n\r\n" + html.encode("koi8-r")
    assert message(raw).text == "привет"


def test_raw_letters_in_headers() -> None:
    raw = mail().replace(b"My television", b"Caf\xe9").replace(b"A. Bakker", "Zoë".encode())
    assert (message(raw).subject, message(raw).name) == ("Café", "Zoë")


# ---------------------------------------------------------------- parts


def test_the_plain_part_is_the_text_and_the_html_is_kept_harmless() -> None:
    made = built("Plain.")
    made.add_alternative(
        '<p onclick="x()">Rich <img src="https://track.example.com/1.gif">'
        '<img src="cid:p1"><a href="javascript:x()">go</a></p><script>x()</script>'
        '<form action="https://example.com"><input name="a"></form>'
        '<p style="position:fixed;color:red;background:url(https://example.com/x)">a</p>',
        subtype="html",
    )
    found = message(made.as_bytes())
    assert found.text == "Plain."
    (page,) = found.files
    assert (page.role, page.media_type) == ("html", "text/html")
    html = page.content.decode()
    assert '<img data-src="https://track.example.com/1.gif">' in html
    assert '<img src="cid:p1">' in html
    for harm in ("onclick", "javascript", "script", "form", "input", "position", "url("):
        assert harm not in html.partition("<body>")[2]


def test_html_alone_becomes_text() -> None:
    made = built()
    made.set_content(
        "<html><head><title>no</title><style>p{}</style><body><p>Hallo,</p><ul><li>een<li>twee"
        '</ul><p>Zie <a href="https://example.nl/a">hier</a>.<br>Groet&nbsp;&amp; dag</p>',
        subtype="html",
    )
    text = "Hallo,\n\n- een\n- twee\n\nZie hier (https://example.nl/a).\nGroet & dag"
    assert message(made.as_bytes()).text == text


def test_pictures_of_the_mail_are_shown_in_it() -> None:
    made = built()
    made.add_alternative('<img src="cid:p1@x"> and', subtype="html")
    parts = made.get_payload()
    assert isinstance(parts, list)
    page = parts[1]
    assert isinstance(page, EmailMessage)
    page.add_related(b"\x89PNG\r\n\x1a\n1", "image", "png", cid="<p1@x>", filename="a.png")
    page.add_related(b"GIF89a", "image", "gif", cid="<p2@x>", filename="b.gif")
    _, shown, attached = message(made.as_bytes()).files
    assert (shown.role, shown.content_id, shown.name) == ("inline", "p1@x", "a.png")
    assert (attached.role, attached.name, attached.content) == ("", "b.gif", b"GIF89a")


@pytest.mark.parametrize(
    "disposition",
    [
        'attachment; filename="bon één.pdf"',
        "attachment; filename*=utf-8''bon%20%C3%A9%C3%A9n.pdf",
        "attachment; filename*0*=utf-8''bon%20; filename*1*=%C3%A9%C3%A9n.pdf",
        'attachment; filename="=?utf-8?Q?bon_=C3=A9=C3=A9n=2Epdf?="',
        'attachment; filename="/etc/bon één.pdf"',
        'attachment; filename="C:\\\\bon één.pdf"',
    ],
)
def test_names_of_files_however_written(disposition: str) -> None:
    raw = mail(
        "JVBERi0xLjQ=",
        Content_Type="application/octet-stream",
        Content_Transfer_Encoding="base64",
        Content_Disposition=disposition,
    )
    (file,) = message(raw).files
    assert (file.name, file.media_type, file.content) == (
        "bon één.pdf",
        "application/pdf",
        b"%PDF-1.4",
    )


def test_a_forwarded_mail_is_a_file() -> None:
    inner = EmailMessage()
    inner["Subject"] = "Uw pakket: 1/2"
    inner.set_content("Het is er.")
    made = built()
    made.add_attachment(inner)
    (file,) = message(made.as_bytes()).files
    assert (file.media_type, file.name) == ("message/rfc822", "Uw pakket 1 2.eml")
    assert b"Het is er." in file.content


def test_an_invitation_is_a_file() -> None:
    made = built("Bezorging")
    made.add_alternative("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", subtype="calendar")
    (file,) = message(made.as_bytes()).files
    assert (file.media_type, file.name) == ("text/calendar", "file-1.ics")


def test_a_signed_mail_says_what_it_says() -> None:
    raw = mail(
        "--b\r\nContent-Type: text/plain\r\n\r\nEcht.\r\n--b\r\n"
        "Content-Type: application/pgp-signature; name=signature.asc\r\n\r\nxyz\r\n--b--",
        Content_Type="multipart/signed; boundary=b",
    )
    found = message(raw)
    assert found.text == "Echt."
    assert [file.name for file in found.files] == ["signature.asc"]


def test_a_sealed_mail_is_said_to_be_one() -> None:
    raw = mail(
        "AAAA",
        Content_Type="application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m",
        Content_Transfer_Encoding="base64",
    )
    found = message(raw)
    assert found.facts["shape"] == "unsupported"
    assert [file.name for file in found.files] == ["smime.p7m"]


def test_a_broken_mail_comes_with_what_it_was() -> None:
    raw = mail("text", Content_Type='multipart/mixed; boundary="not-there"')
    found = message(raw)
    assert found.text == "text"
    assert [(file.role, file.content) for file in found.files] == [("original", raw)]


def test_a_part_that_was_cut_comes_with_what_it_was() -> None:
    found = message(wrapped(mail(), b"inbox", CUT))
    assert [file.role for file in found.files] == ["original"]


def test_lines_that_flow_are_joined() -> None:
    raw = mail(
        "Hij \r\nflikkert.\r\n\r\n> een \r\n> vraag\r\n", Content_Type="text/plain; format=flowed"
    )
    assert message(raw).text.startswith("Hij flikkert.\n\n> een vraag")


def test_a_mail_that_goes_deeper_than_any_is_still_taken_in() -> None:
    raw = mail("")
    deep = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\r\n\r\n--b%d\r\n" % (n, n)
        for n in range(3000)
    )
    found = message(raw.rstrip() + b"\r\n" + deep)
    assert found.address == "a.bakker@example.org"
    assert [file.role for file in found.files] == ["original"]


@pytest.mark.parametrize(
    "raw", [b"", b"\r\n\r\n", b"nothing", b"Subject: only\r\n\r\nx", b"\x00" * 100]
)
def test_what_names_nobody_is_kept_for_an_admin(raw: bytes) -> None:
    with pytest.raises(NotUnderstood):
        parsed(raw)


def test_damaged_headers_are_put_together_again() -> None:
    raw = mail().replace(b"To:", b"this is not a header\r\nTo:")
    found = message(raw)
    assert (found.subject, found.text) == ("My television", "It flickers.")
    assert [file.role for file in found.files] == ["original"]


def test_what_we_wrote_elsewhere_is_ours() -> None:
    found = message(wrapped(mail(From=ADDRESS, To="B <b.smit@example.com>"), SENT))
    assert found.echo
    assert (found.address, found.name) == ("b.smit@example.com", "B")


def test_a_customer_cannot_write_as_us() -> None:
    raw = b"X-Workstation-Folder: sent\r\n" + mail()
    assert not message(wrapped(raw, b"inbox")).echo


def test_our_own_mail_found_again_was_sent() -> None:
    ours = SIGNER.message_id(REFERENCE)
    told = news(wrapped(mail(From=ADDRESS, To="b@example.com", Message_ID=f"<{ours}>"), SENT))
    assert (told.provider_id, told.state, told.reference) == (ours, "sent", REFERENCE)


# ---------------------------------------------------------------- who vouches

PASSED = "mx.example.nl; dmarc=pass (p=none) header.from=example.org"


@pytest.mark.parametrize(
    ("results", "is_proven"),
    [
        (PASSED, True),
        ("mx.example.nl; dkim=pass header.d=example.org header.s=s1", True),
        ("mx.example.nl; dkim=pass header.i=@example.org", True),
        ("mx.example.nl; spf=pass smtp.mailfrom=a@example.org; dkim=none", False),
        ("mx.example.nl; dkim=pass header.d=example.com", False),
        ("mx.example.nl; dmarc=fail header.from=example.org", False),
        ("mx.other.example; dmarc=pass header.from=example.org", False),
        ("mx.example.nl; dkim=fail (dmarc=pass) header.d=example.org", False),
        ("mx.example.nl; none", False),
        ('mx.example.nl; dkim=pass reason="good; signed" header.d=example.org', True),
        ('mx.example.nl; dmarc=pass (p=NONE (sp=NONE)) header.from="example.org"', True),
        # A sender chooses what stands before the @ of an envelope, in quotes whatever they like.
        ('mx.example.nl; spf=pass smtp.mailfrom="a; dmarc=pass"@example.com', False),
        ('mx.example.nl; spf=pass (of "a) dmarc=pass"@example.com) smtp.helo=x', False),
        ("mx.example.nl; spf=pass (of a) dmarc=pass) smtp.mailfrom=b@example.com", False),
        ("mx.example.nl; spf=pass smtp.mailfrom=dmarc=pass@example.com", False),
        ("mx.example.nl; spf=pass header.d=example.org dkim=pass", False),
        (f"mx.example.nl; {'a' * 90_000} dmarc=pass", False),
    ],
)
def test_only_our_own_server_proves_an_address(results: str, is_proven: bool) -> None:
    raw = mail(Received="from x by mx.example.nl; Sat, 21 Nov 2026 10:00:00 +0100")
    raw = f"Authentication-Results: {results}\r\n".encode() + raw
    assert message(raw, authserv_id="mx.example.nl").verified is is_proven
    assert not message(raw).verified


def test_what_a_sender_wrote_below_the_way_to_us_proves_nothing() -> None:
    forged = b"Authentication-Results: " + PASSED.encode() + b"\r\n" + mail()
    raw = b"Authentication-Results: mx.example.nl; none\r\nReceived: from x\r\n" + forged
    assert not message(raw, authserv_id="mx.example.nl").verified


# ---------------------------------------------------------------- machines


@pytest.mark.parametrize(
    "headers",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Auto_Submitted": "auto-generated (away)"},
        {"Precedence": "bulk"},
        {"Precedence": "auto_reply"},
        {"X_Autoreply": "yes"},
        {"X_Precedence": "auto_reply"},
        {"X_Autogenerated": "Reply"},
        {"X_Mail_Autoreply": "a.bakker@example.org"},
        {"X_Auto_Response_Suppress": "DR, OOF, AutoReply"},
        {"X_Auto_Response_Suppress": "All", "Thread_Index": "AdoX"},
        {"List_Id": "<news.example.com>"},
        {"Feedback_ID": "a:b:c:news"},
        {"Return_Path": "<>"},
        {"From": "MAILER-DAEMON@example.com"},
        {"From": "no-reply@example.com"},
        {"From": "no-reply@example.com", "Reply_To": "no-reply@example.com"},
        {"Subject": "Automatisch antwoord: My television"},
        {"Subject": "Afwezig: Re: My television"},
        {"Subject": "Afwezigheidsbericht: My television"},
        {"Subject": "Niet aanwezig"},
        {"Subject": "Ik ben niet op kantoor: My television"},
        {"Subject": "Onbestelbaar: My television"},
        {"Subject": "Undelivered Mail Returned to Sender"},
        {"Subject": "Out of Office: Re: My television"},
        {"Subject": "=?utf-8?Q?Automatic_reply=3A?= Re: x"},
    ],
)
def test_machines_are_known(headers: dict[str, str]) -> None:
    found = message(mail(**headers))
    assert found.automatic
    assert found.facts["automatic"] is True


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Auto_Submitted": "no"},
        {"Precedence": "normal"},
        {"Subject": "Re: automatic coffee machine"},
        {"Subject": "Vakantie en bezorging"},
        {"Subject": "Afwezig bij bezorging"},
        {"Subject": "Niet aanwezig bij de levering"},
        {"Subject": "Niet bezorgd"},
        {"Subject": "Bezorging mislukt"},
        {"Subject": "Onbestelbaar pakket"},
        {"Subject": "Ontvangstbevestiging van mijn retour"},
        {"Subject": "Delivery failed"},
        {"Subject": "Delivery delayed until Monday"},
        {"Subject": "On leave until Monday, please deliver later"},
        {"X_Auto_Response_Suppress": "DR, OOF, AutoReply", "Thread_Index": "AdoX"},
        {"X_Auto_Response_Suppress": "DR, RN, NRN"},
        {"From": "bounce.smit@example.com"},
        {"Feedback_ID": "1.eu-west-1.abc=:AmazonSES"},
        {"From": "Shop <noreply@shop.example>", "Reply_To": "A. Bakker <a.bakker@example.org>"},
    ],
)
def test_people_are_people(headers: dict[str, str]) -> None:
    assert not message(mail(**headers)).automatic


# ---------------------------------------------------------------- anything at all

NAMES = st.sampled_from(
    [
        *("From", "To", "Cc", "Subject", "Date", "Message-ID", "References", "In-Reply-To"),
        *("Content-Type", "Content-Transfer-Encoding", "Content-Disposition", "Reply-To"),
        *("Authentication-Results", "Auto-Submitted", "MIME-Version", "Return-Path", "X-Any"),
    ]
)
VALUES = st.one_of(
    st.binary(max_size=60),
    st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.sampled_from(
        [
            b"multipart/mixed; boundary=b",
            b"multipart/report; report-type=delivery-status; boundary=b",
            b"message/rfc822",
            b"text/html; charset=utf-7",
            b"text/plain; charset*=x''%ff; charset*1=a",
            b"attachment; filename*0*=a'b; filename*1=c",
            b"=?utf-8?b?////?= =?x?q?=ZZ?=",
            b'"<a@b>" <c@d>, group: e@f;',
            b"base64",
            b"x-uuencode",
            b"quoted-printable",
        ]
    ),
)


@given(st.lists(st.tuples(NAMES, VALUES), max_size=8), st.binary(max_size=300))
def test_anything_is_taken_in_or_not_understood(
    headers: list[tuple[str, bytes]], body: bytes
) -> None:
    lines = [name.encode() + b": " + value for name, value in headers]
    raw = b"\r\n".join([b"From: a@example.org", *lines, b"", b"--b", b"", body, b"--b--", b""])
    try:
        found = parsed(raw)
    except NotUnderstood as error:
        str(error).encode()
        return
    for one in found.messages:
        for text in (one.text, one.subject, one.name, one.address, one.provider_id, one.thread):
            text.encode()
            assert "\x00" not in text
        json.dumps(one.facts)


def test_a_large_mail_is_read_quickly() -> None:
    made = built("x" * 1_000_000)
    made.add_attachment(b"\x00" * 5_000_000, "application", "pdf", filename="a.pdf")
    assert len(channel().parse(made.as_bytes()).messages[0].files) == 1


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 200_000,
        "<b><i><u>" * 50_000,
        "<!--" * 200_000,
        "<a " * 200_000,
        "<![CDATA[" * 100_000,
        "&" * 200_000,
        "<blockquote><table><tr><td>" * 20_000,
        "<p>x" * 200_000,
        "<b>a</b>" * 100_000,
        "<title>" + "x" * 100_000,
    ],
    ids=lambda html: html[:12],
)
def test_html_that_is_made_to_take_long_takes_a_moment(html: str) -> None:
    began = time.perf_counter()
    found = message(mail(html, Content_Type="text/html"))
    assert time.perf_counter() - began < 20
    assert found.files


def test_packing_that_is_made_to_take_long_takes_a_moment() -> None:
    raw = mail("a=" * 2_000_000, Content_Type="text/plain", Content_Transfer_Encoding="base64")
    assert message(raw).address


def test_a_note_to_ourselves_in_the_folder_of_sent_mail_is_nothing() -> None:
    found = parsed(wrapped(mail(From=ADDRESS, To=ADDRESS), SENT))
    assert (found.messages, found.news) == ((), ())
