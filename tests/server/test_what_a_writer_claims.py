"""What somebody says of themselves makes nobody else theirs, and no mail is lost to a shared id."""

from tests.running import OpenOffice, hire, written
from workstation.models import Contact, Identity, Message


def _mail(office: OpenOffice, address: str, text: str, identifier: str, at: int) -> None:
    message = written(identifier, text, at=at, **{"from": {"address": address, "name": "Somebody"}})
    assert office.post(message | {"channel": "email"}) == 202


def test_a_mail_address_that_was_only_claimed_stays_free_for_who_has_it(
    open_office: OpenOffice,
) -> None:
    hire(open_office.database, "sanne")
    claim = written("m-1", "Answer me by mail.", **{"from": {"address": "visitor-1"}})
    claim |= {"channel": "chat", "also": [["email", "anna@example.nl"]]}
    assert open_office.post(claim) == 202
    assert open_office.only(Message).facts["addresses"] == ["anna@example.nl"]
    _mail(open_office, "anna@example.nl", "I am Anna.", "m-2", 1_794_999_990_000)
    one, other = open_office.rows(Contact)
    assert one.customer_id != other.customer_id
    assert len(open_office.rows(Identity)) == 2


def test_two_mails_with_one_id_are_both_kept(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    _mail(open_office, "scanner@example.nl", "Page one", "same", 1_794_999_990_000)
    _mail(open_office, "scanner@example.nl", "Page two", "same", 1_794_999_995_000)
    _mail(open_office, "scanner@example.nl", "Page two", "same", 1_794_999_995_000)
    assert sorted(one.text for one in open_office.rows(Message)) == ["Page one", "Page two"]


def test_two_mails_with_one_id_in_one_batch_are_both_kept(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    mails = [
        written("same", text, at=1_794_999_990_000, **{"from": {"address": f"{who}@example.nl"}})
        | {"channel": "email"}
        for who, text in (("anna", "I am Anna."), ("bert", "I am Bert."))
    ]
    assert open_office.post(*mails) == 202
    assert sorted(one.text for one in open_office.rows(Message)) == ["I am Anna.", "I am Bert."]


def test_a_mail_that_lies_in_two_folders_is_one(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    for _ in range(2):
        _mail(open_office, "anna@example.nl", "Hello", "m-1", 1_794_999_990_000)
    assert open_office.only(Message).text == "Hello"
