"""The [whatsapp] table: what it needs, and what an admin is told when it is not right."""

from pathlib import Path
from typing import Any

import pytest

from workstation.channels import open_channels
from workstation.channels.configuration import Misconfigured
from workstation.channels.whatsapp.channel import WhatsApp
from workstation.channels.whatsapp.table import read_table

TABLE = {
    "phone_number_id": "106540352242922",
    "business_account_id": "102290129340398",
    "access_token": "my-token",
    "app_secret": "mysecret",
    "verify_token": "myword",
}


def test_it_opens_the_channel(tmp_path: Path) -> None:
    found = open_channels(tmp_path, {"whatsapp": TABLE})["whatsapp"]
    assert isinstance(found, WhatsApp)
    assert found.rules.templates
    assert found.rules.reply_window == 24 * 3_600_000


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"app_secret": None}, "app_secret must be"),
        ({"phone_number_id": 106540352242922}, "phone_number_id must be a text in quotes"),
        ({"phone_number_id": "1065/4035"}, "phone_number_id cannot be used"),
        ({"verify_token": ""}, "verify_token is too short"),
        ({"access_token": "two lines\nof mine"}, "access_token cannot be used"),
        ({"per_second": 0}, "per_second cannot be used"),
        ({"per_second": "80"}, "per_second must be a whole number"),
        ({"base": "https://graph.facebook.com/v23.0"}, "base cannot be used"),
        ({"version": "23"}, "version cannot be used"),
        ({"phone_number": "my-token"}, "phone_number is not known"),
    ],
)
def test_what_is_wrong_is_named_and_never_shown(given: dict[str, Any], told: str) -> None:
    with pytest.raises(Misconfigured) as caught:
        read_table(TABLE | given)
    assert told in str(caught.value)
    assert "my" not in str(caught.value)


@pytest.mark.parametrize("name", TABLE)
def test_nothing_may_be_missing(name: str) -> None:
    with pytest.raises(Misconfigured, match=f"{name} is missing"):
        read_table({key: value for key, value in TABLE.items() if key != name})


def test_secrets_are_not_shown() -> None:
    assert "my" not in repr(read_table(TABLE))
