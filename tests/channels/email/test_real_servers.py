"""Fetching and sending with servers that are not ours: Dovecot, over TLS."""

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from tests.channels.email.an_office import WatchedOffice, listening, until
from tests.channels.email.mails import ABSENT, CORPUS, mail, message, settings
from tests.dovecot import PASSWORD, Dovecot
from workstation.channels.email.checking import findings
from workstation.channels.email.settings import Imap
from workstation.models import new_id


@pytest.fixture
def user(real_dovecot: Dovecot) -> Iterator[str]:
    name = f"{new_id()}@example.nl"
    yield name
    shutil.rmtree(real_dovecot.folder / "mail" / name, ignore_errors=True)


@pytest.fixture
def office() -> WatchedOffice:
    return WatchedOffice()


def imap(server: Dovecot, user: str, **given: Any) -> Imap:
    table = {
        "host": "localhost",
        "port": server.tls_port,
        "user": user,
        "password": PASSWORD,
        "ca_file": str(server.ca_file),
        "poll_seconds": 0.1,
    }
    return Imap.model_validate(table | given)


def written(text: str, **headers: str) -> bytes:
    return mail(text, Message_ID=f"<{text}@example.org>", **headers)


def texts(office: WatchedOffice) -> list[str]:
    return office.texts(message)


def test_mail_comes_as_it_arrives_over_tls(
    real_dovecot: Dovecot, user: str, office: WatchedOffice
) -> None:
    real_dovecot.deliver(user, written("One"))
    with listening(imap(real_dovecot, user), office):
        office.wait_for(1)
        until(lambda: office.state == "open")
        real_dovecot.deliver(user, written("Two"))
        office.wait_for(2)
    assert texts(office) == ["One", "Two"]


def test_over_starttls(real_dovecot: Dovecot, user: str, office: WatchedOffice) -> None:
    real_dovecot.deliver(user, written("One"))
    settings = imap(real_dovecot, user, port=real_dovecot.port, security="starttls")
    with listening(settings, office):
        office.wait_for(1)


def test_a_certificate_that_nobody_vouches_for_is_refused(
    real_dovecot: Dovecot, user: str, office: WatchedOffice
) -> None:
    with listening(imap(real_dovecot, user, ca_file=""), office):
        until(lambda: office.state == "down")
    assert "certificate" in office.said[-1][1]
    assert office.received == []


def test_a_wrong_password_is_said(real_dovecot: Dovecot, user: str, office: WatchedOffice) -> None:
    with listening(imap(real_dovecot, user, password="wrong"), office):
        until(lambda: office.state == "down")
    assert "user name and password" in office.said[-1][1]


def test_sessions_that_the_server_ends(
    real_dovecot: Dovecot, user: str, office: WatchedOffice
) -> None:
    with listening(imap(real_dovecot, user), office):
        until(lambda: office.state == "open")
        real_dovecot.end_sessions(user)
        real_dovecot.deliver(user, written("One"))
        office.wait_for(1)
    assert texts(office) == ["One"]


def test_another_uidvalidity_loses_nothing(
    real_dovecot: Dovecot, user: str, office: WatchedOffice
) -> None:
    for text in ("One", "Two"):
        real_dovecot.deliver(user, written(text))
    with listening(imap(real_dovecot, user), office):
        office.wait_for(2)
    real_dovecot.renumber(user, 4711)
    real_dovecot.deliver(user, written("Three"))
    with listening(imap(real_dovecot, user), office):
        office.wait_for(5)
    assert set(texts(office)) == {"One", "Two", "Three"}
    assert len(set(office.received)) == 3
    assert office.memory["folder:INBOX"]["validity"] == 4711


def test_the_same_mail_in_two_folders(
    real_dovecot: Dovecot, user: str, office: WatchedOffice
) -> None:
    for folder in ("INBOX", "Retouren & één"):
        real_dovecot.deliver(user, written("One"), folder)
    folders = ("INBOX", "Retouren & één")
    with listening(imap(real_dovecot, user, folders=folders), office):
        office.wait_for(2)
        real_dovecot.deliver(user, written("Two"), folders[1])
        office.wait_for(3)
    assert len({message(body).provider_id for body in office.received}) == 2


def test_a_poisoned_mail_between_two_good_ones(
    real_dovecot: Dovecot, user: str, office: WatchedOffice
) -> None:
    poison = (
        b"From: \xff\xfe <a@example.org>\r\nContent-Type: multipart/mixed; boundary=\r\n\r\n\x80"
    )
    for raw in (written("Before"), poison, written("After")):
        real_dovecot.deliver(user, raw)
    with listening(imap(real_dovecot, user), office):
        office.wait_for(3)
    before, strange, after = (message(body) for body in office.received)
    assert (before.text, after.text) == ("Before", "After")
    assert strange.address == "a@example.org"


def test_what_is_kept_is_moved(real_dovecot: Dovecot, user: str, office: WatchedOffice) -> None:
    real_dovecot.deliver(user, written("Old"), "Archive")
    real_dovecot.deliver(user, written("One"))
    with listening(imap(real_dovecot, user, after="move", move_to="Archive"), office):
        office.wait_for(1)
        until(lambda: _count(real_dovecot, user, "Archive") == 2)
    assert _count(real_dovecot, user, "INBOX") == 0


def _count(server: Dovecot, user: str, folder: str) -> int:
    with server.signed_in(user) as client:
        return int(client.select_folder(folder, readonly=True)[b"EXISTS"])


def test_a_check_finds_the_folder_that_is_not_there(real_dovecot: Dovecot, user: str) -> None:
    given = settings(imap=imap(real_dovecot, user, folders=("INBOX", "Gone")))
    told = [found.english for found in findings(given, None) if found.severity == "broken"]
    assert told == ["The mailbox has no folder Gone. Make it there, or correct [email.imap]."]


@pytest.mark.skipif(not CORPUS.exists(), reason=ABSENT)
def test_strange_mails_all_arrive(real_dovecot: Dovecot, user: str, office: WatchedOffice) -> None:
    files = [path for path in sorted(CORPUS.rglob("*")) if path.suffix in (".eml", ".raw")]
    with real_dovecot.signed_in(user) as client:
        for path in files:
            client.append("INBOX", path.read_bytes().replace(b"\x00", b""))
    with listening(imap(real_dovecot, user), office):
        office.wait_for(len(files))
    assert len(office.received) == len(files)
