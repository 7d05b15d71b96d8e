"""The pretended IMAP server does what a mail program asks of it."""

import imaplib
from collections.abc import Iterator

import pytest

from workstation.simulator.mail import MailSimulator

USER, PASSWORD = "help@example.nl", "simulated"


@pytest.fixture
def provider() -> Iterator[MailSimulator]:
    with MailSimulator(USER, password=PASSWORD) as running:
        yield running


@pytest.fixture
def client(provider: MailSimulator) -> Iterator[imaplib.IMAP4]:
    with imaplib.IMAP4("127.0.0.1", provider.imap_port, timeout=10) as opened:
        yield opened


@pytest.fixture
def inbox(client: imaplib.IMAP4, provider: MailSimulator) -> imaplib.IMAP4:
    for text in ("One", "Two", "Three"):
        provider.customer_writes("a@example.org", text)
    client.login(USER, PASSWORD)
    client.select("INBOX")
    return client


def test_nobody_reads_without_signing_in(client: imaplib.IMAP4) -> None:
    with pytest.raises(imaplib.IMAP4.error):
        client.select("INBOX")
    with pytest.raises(imaplib.IMAP4.error):
        client.login(USER, "wrong")


def test_signing_in_plainly(client: imaplib.IMAP4) -> None:
    answer, _ = client.authenticate("PLAIN", lambda _: f"\0{USER}\0{PASSWORD}".encode())
    assert answer == "OK"


def test_searching_and_marking(inbox: imaplib.IMAP4) -> None:
    assert inbox.uid("SEARCH", "UID", "2:*") == ("OK", [b"2 3"])
    inbox.uid("STORE", "1:2", "+FLAGS", "(\\Seen)")
    assert inbox.uid("SEARCH", "UNSEEN") == ("OK", [b"3"])
    inbox.uid("STORE", "2", "-FLAGS.SILENT", "(\\Seen)")
    assert inbox.uid("SEARCH", "UNSEEN") == ("OK", [b"2 3"])
    assert inbox.uid("SEARCH", "SINCE", "01-Jan-2020", "ALL") == ("OK", [b"1 2 3"])


def test_fetching_a_piece_leaves_it_unread(inbox: imaplib.IMAP4) -> None:
    _, found = inbox.uid("FETCH", "1", "(FLAGS RFC822.SIZE BODY.PEEK[]<0.10>)")
    assert isinstance(found[0], tuple)
    assert found[0][1] == b"From: a@ex"
    assert inbox.uid("SEARCH", "UNSEEN") == ("OK", [b"1 2 3"])
    _, found = inbox.uid("FETCH", "1", "(BODY[])")
    assert b"One" in found[0][1]
    assert inbox.uid("SEARCH", "UNSEEN") == ("OK", [b"2 3"])


def test_folders(inbox: imaplib.IMAP4) -> None:
    inbox.create("Archive")
    assert inbox.uid("COPY", "1", "Archive")[0] == "OK"
    assert inbox.uid("MOVE", "2", "Archive")[0] == "OK"
    assert inbox.uid("COPY", "1", "Nowhere")[0] == "NO"
    _, listed = inbox.list()
    assert len(listed) == 2
    _, told = inbox.status("Archive", "(MESSAGES UIDNEXT)")
    assert told[0] == b'"Archive" (MESSAGES 2 UIDNEXT 3)'


def test_taking_out(inbox: imaplib.IMAP4) -> None:
    inbox.uid("STORE", "1", "+FLAGS", "(\\Deleted)")
    assert inbox.expunge() == ("OK", [b"1"])
    assert inbox.uid("SEARCH", "ALL") == ("OK", [b"2 3"])


def test_putting_in(inbox: imaplib.IMAP4, provider: MailSimulator) -> None:
    inbox.append("INBOX", "(\\Seen)", "", b"From: b@example.org\r\n\r\nFour")
    (kept,) = provider.store.listing("INBOX")[3:]
    assert kept.flags == {"\\Seen"}
    assert kept.raw.endswith(b"Four")


def test_what_it_does_not_know(inbox: imaplib.IMAP4) -> None:
    with pytest.raises(imaplib.IMAP4.error):
        inbox.uid("SEARCH", "LARGER", "x")
    assert inbox.noop()[0] == "OK"
