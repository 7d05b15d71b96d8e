"""The sample shop's customers write mails, and answer those that they get."""

import smtplib
from collections.abc import Iterator
from email.message import EmailMessage

import pytest

from workstation.sample.letters import Answer, Letter
from workstation.simulator.mail import MailDoor, MailSimulator

THREAD = "first@mail.example.org"


@pytest.fixture
def mail() -> Iterator[MailSimulator]:
    with MailSimulator() as found:
        yield found


def letter(identifier: str, text: str) -> Letter:
    return Letter(
        id=identifier,
        after=0,
        channel="email",
        thread=THREAD,
        address="a.bakker@example.nl",
        name="Anouk Bakker",
        text=text,
        language="nl",
        subject="Flikkert",
    )


def answer(mail: MailSimulator, text: str) -> None:
    sent = EmailMessage()
    sent["From"], sent["To"] = mail.address, "a.bakker@example.nl"
    sent["Reply-To"] = "help+here@example.nl"
    sent["Subject"], sent["Message-ID"] = "Re: Flikkert", "<ours@example.nl>"
    sent["In-Reply-To"] = sent["References"] = f"<{THREAD}>"
    sent.set_content(f"{text}\n\n-- \nSanne\n\nAnouk schreef:\n> Wat nu?\n")
    with smtplib.SMTP("127.0.0.1", mail.smtp_port) as server:
        server.login(mail.address, mail.password)
        server.send_message(sent)


def test_a_conversation_is_one_thread(mail: MailSimulator) -> None:
    door = MailDoor(mail)
    door.deliver(letter("1", "Mijn tv flikkert."))
    (first,) = mail.store.listing("INBOX")
    assert f"Message-ID: <{THREAD}>".encode() in first.raw
    answer(mail, "Zet hem op Standaard.")
    assert list(door.answers()) == [Answer("email", THREAD, "Zet hem op Standaard.\n")]
    assert list(door.answers()) == []
    door.deliver(letter("2", "Dat helpt!"))
    second = mail.store.listing("INBOX")[1].raw
    assert b"In-Reply-To: <ours@example.nl>" in second
    assert b"To: help+here@example.nl" in second
    assert b"> Zet hem op Standaard." in second


def test_a_mailbox_of_another_day_is_another_mailbox() -> None:
    first, second = MailSimulator(validity=1), MailSimulator(validity=2)
    for mail in (first, second):
        mail.customer_writes("a.bakker@example.nl", "Hallo")
    inboxes = [mail.store.folder("INBOX") for mail in (first, second)]
    assert len({inbox.validity for inbox in inboxes if inbox}) == 2
