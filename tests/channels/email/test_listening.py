"""Mail is fetched as it comes, kept before it is remembered, and once; whatever the server does."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.channels.email.an_office import WatchedOffice, listening, until
from tests.channels.email.mails import ABSENT, CORPUS, message
from workstation.channels.email.settings import Imap, Settings
from workstation.simulator.mail import MailSimulator
from workstation.simulator.mail.letters import letter

WHO = "a.bakker@example.org"


@pytest.fixture
def provider() -> Iterator[MailSimulator]:
    with MailSimulator() as running:
        yield running


@pytest.fixture
def office() -> WatchedOffice:
    return WatchedOffice()


def imap(provider: MailSimulator, **given: Any) -> Imap:
    found = Settings.model_validate(provider.table()).imap
    assert found is not None
    return Imap.model_validate(found.model_dump() | {"poll_seconds": 0.05} | given)


def texts(office: WatchedOffice) -> list[str]:
    return office.texts(message)


def test_what_was_there_and_what_comes(provider: MailSimulator, office: WatchedOffice) -> None:
    provider.customer_writes(WHO, "One")
    with listening(imap(provider), office):
        office.wait_for(1)
        provider.customer_writes(WHO, "Two")
        office.wait_for(2)
    assert texts(office) == ["One", "Two"]
    assert office.state == "open"
    assert all("\\Seen" not in kept.flags for kept in provider.store.listing("INBOX"))


def test_it_goes_on_where_it_was(provider: MailSimulator, office: WatchedOffice) -> None:
    provider.customer_writes(WHO, "One")
    with listening(imap(provider), office):
        until(lambda: office.memory)
    provider.customer_writes(WHO, "Two")
    with listening(imap(provider), office):
        office.wait_for(2)
    assert texts(office) == ["One", "Two"]


def test_only_what_is_new_when_asked(provider: MailSimulator, office: WatchedOffice) -> None:
    provider.customer_writes(WHO, "Old")
    with listening(imap(provider, begin="new"), office):
        until(lambda: office.state == "open")
        provider.customer_writes(WHO, "New")
        office.wait_for(1)
    assert texts(office) == ["New"]


def test_a_connection_that_breaks_while_waiting(
    provider: MailSimulator, office: WatchedOffice
) -> None:
    with listening(imap(provider), office):
        until(lambda: office.state == "open")
        for number in range(3):
            provider.drop_connections()
            provider.customer_writes(WHO, f"After {number}")
            office.wait_for(number + 1)
    assert texts(office) == ["After 0", "After 1", "After 2"]


def test_a_server_that_ends_every_idle(provider: MailSimulator, office: WatchedOffice) -> None:
    provider.knobs.drop_in_idle = True
    with listening(imap(provider), office):
        until(lambda: office.state == "open")
        provider.customer_writes(WHO, "One")
        office.wait_for(1)
        provider.knobs.drop_in_idle = False
        provider.customer_writes(WHO, "Two")
        office.wait_for(2)
    assert texts(office) == ["One", "Two"]


def test_a_server_without_idle(provider: MailSimulator, office: WatchedOffice) -> None:
    provider.knobs.has_idle = False
    with listening(imap(provider), office):
        until(lambda: office.state == "open")
        provider.customer_writes(WHO, "One")
        office.wait_for(1)


def test_a_mail_that_comes_while_another_is_looked_for(
    provider: MailSimulator, office: WatchedOffice
) -> None:
    late = letter(sender=WHO, to=provider.address, text="Late")
    with listening(imap(provider, poll_seconds=600), office):
        until(lambda: office.state == "open")
        provider.knobs.during_search.append(late)
        provider.customer_writes(WHO, "One")
        office.wait_for(2)
    assert sorted(texts(office)) == ["Late", "One"]


def test_a_mail_that_comes_as_the_waiting_begins(
    provider: MailSimulator, office: WatchedOffice
) -> None:
    provider.knobs.with_idle.append(letter(sender=WHO, to=provider.address, text="One"))
    with listening(imap(provider, poll_seconds=600), office):
        office.wait_for(1)
    assert texts(office) == ["One"]


def test_new_uids_bring_everything_again_and_lose_nothing(
    provider: MailSimulator, office: WatchedOffice
) -> None:
    provider.customer_writes(WHO, "One")
    provider.customer_writes(WHO, "Two")
    with listening(imap(provider), office):
        office.wait_for(2)
        provider.store.renumber("INBOX")
        provider.drop_connections()
        provider.customer_writes(WHO, "Three")
        until(lambda: "Three" in texts(office))
    assert set(texts(office)) == {"One", "Two", "Three"}
    assert len({message(body).provider_id for body in office.received}) == 3
    # The same body: an office that has it knows it by its digest before it is even read.
    assert len(set(office.received)) == 3


def test_the_same_mail_in_two_folders_is_one(
    provider: MailSimulator, office: WatchedOffice
) -> None:
    provider.store.make("Returns")
    for folder in ("INBOX", "Returns"):
        provider.customer_writes(WHO, "One", message_id="<m-1@example.org>", folder=folder)
    with listening(imap(provider, folders=("INBOX", "Returns")), office):
        office.wait_for(2)
        provider.customer_writes(WHO, "Two", folder="Returns")
        office.wait_for(3)
    found = [message(body).provider_id for body in office.received]
    assert found[:2] == ["m-1@example.org"] * 2
    assert set(office.memory) == {"folder:INBOX", "folder:Returns"}


def test_a_folder_that_is_not_there_stops_no_other(
    provider: MailSimulator, office: WatchedOffice
) -> None:
    provider.customer_writes(WHO, "One")
    with listening(imap(provider, folders=("INBOX", "Gone")), office):
        office.wait_for(1)
        until(lambda: office.state == "degraded")
    assert "Gone" in office.said[-1][1]


@pytest.mark.parametrize("how", ["refuses", "garbles", "breaks_on"])
def test_a_mail_that_cannot_be_fetched_holds_up_no_other(
    provider: MailSimulator, office: WatchedOffice, how: str
) -> None:
    provider.customer_writes(WHO, "Before")
    poison = provider.customer_writes(WHO, "Poison")
    provider.customer_writes(WHO, "After")
    getattr(provider.knobs, how).add(poison)
    with listening(imap(provider), office):
        until(lambda: set(texts(office)) == {"Before", "After"}, lambda: str(office.said))
        until(lambda: office.state == "degraded", lambda: str(office.said))
        getattr(provider.knobs, how).clear()
        until(lambda: "Poison" in texts(office), lambda: str(office.memory))
        until(lambda: office.state == "open", lambda: str(office.said))
    assert sorted(texts(office)) == ["After", "Before", "Poison"]


def test_an_office_that_cannot_keep_it_gets_it_again(
    provider: MailSimulator, office: WatchedOffice
) -> None:
    office.failing = 3
    provider.customer_writes(WHO, "One")
    provider.customer_writes(WHO, "Two")
    with listening(imap(provider, after="seen"), office):
        office.wait_for(2)
        until(lambda: all("\\Seen" in kept.flags for kept in provider.store.listing("INBOX")))
    assert texts(office) == ["One", "Two"]
    assert any("cannot keep" in reason for _, reason in office.said)


@pytest.mark.parametrize("has_move", [True, False])
def test_what_is_kept_is_moved_when_asked(
    provider: MailSimulator, office: WatchedOffice, has_move: bool
) -> None:
    provider.knobs.has_move = has_move
    provider.store.make("Archive")
    provider.customer_writes(WHO, "One")
    with listening(imap(provider, after="move", move_to="Archive"), office):
        until(lambda: len(provider.store.listing("Archive")) == 1)
        provider.customer_writes(WHO, "Two")
        until(lambda: len(provider.store.listing("Archive")) == 2)
    assert provider.store.listing("INBOX") == []
    assert texts(office) == ["One", "Two"]


def test_a_wrong_password_is_said(provider: MailSimulator, office: WatchedOffice) -> None:
    provider.knobs.login_fails = True
    with listening(imap(provider), office):
        until(lambda: office.state == "down")
        assert "user name and password" in office.said[-1][1]
        assert provider.password not in office.said[-1][1]
        provider.knobs.login_fails = False
        until(lambda: office.state == "open")


def test_a_server_that_is_full_is_not_a_wrong_password(
    provider: MailSimulator, office: WatchedOffice
) -> None:
    provider.knobs.login_fails = True
    provider.knobs.login_answer = "[UNAVAILABLE] Too many connections"
    with listening(imap(provider), office):
        until(lambda: office.state == "down")
    assert "at the moment" in office.said[-1][1]


def test_a_connection_that_breaks_while_signing_in_is_no_wrong_password(
    provider: MailSimulator, office: WatchedOffice
) -> None:
    provider.knobs.breaks_in_login = True
    with listening(imap(provider), office):
        until(lambda: office.state == "down")
    assert "cannot be reached" in office.said[-1][1]


def test_a_server_that_is_away_comes_back(office: WatchedOffice) -> None:
    provider = MailSimulator().start()
    settings = imap(provider)
    provider.stop()
    with listening(settings, office):
        until(lambda: office.state == "down")
        with MailSimulator(imap_port=settings.port) as back:
            back.customer_writes(WHO, "One")
            office.wait_for(1)
            until(lambda: office.state == "open")


def test_a_mail_larger_than_agreed_comes_in_as_far_as_it_goes(
    provider: MailSimulator, office: WatchedOffice
) -> None:
    provider.customer_writes(WHO, "One", files=(("a.bin", "application/pdf", b"x" * 300_000),))
    with listening(imap(provider, largest=100_000), office):
        office.wait_for(1)
    found = message(office.received[0])
    assert found.text == "One"
    assert "original" in [file.role for file in found.files]


def test_what_was_sent_elsewhere_is_ours(provider: MailSimulator, office: WatchedOffice) -> None:
    provider.store.make("Sent")
    provider.arrives(
        b"From: help@example.nl\r\nTo: a@example.org\r\nMessage-ID: <s@example.nl>\r\n\r\nDag!",
        folder="Sent",
    )
    with listening(imap(provider, sent_folder="Sent", after="seen"), office):
        office.wait_for(1)
    assert message(office.received[0]).echo
    assert provider.store.listing("Sent")[0].flags == set()


@pytest.mark.skipif(not CORPUS.exists(), reason=ABSENT)
def test_strange_mails_all_arrive(provider: MailSimulator, office: WatchedOffice) -> None:
    files = [path for path in sorted(CORPUS.rglob("*")) if path.suffix in (".eml", ".raw")]
    for path in files:
        provider.arrives(path.read_bytes())
    with listening(imap(provider), office):
        office.wait_for(len(files))
    assert len(office.received) == len(files)
