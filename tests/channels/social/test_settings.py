"""A wrong setting is named, and never shown."""

from pathlib import Path
from typing import Any

import pytest

from tests.channels.social.captures import INSTAGRAM, TABLE
from workstation.channels import open_channels
from workstation.channels.configuration import Misconfigured


def test_both_open(tmp_path: Path) -> None:
    tables = {"messenger": TABLE, "instagram": TABLE | {"instagram_id": INSTAGRAM}}
    found = open_channels(tmp_path, tables)
    assert found["messenger"].name == "messenger"
    assert found["instagram"].name == "instagram"
    assert found["whatsapp"].name == "closed"


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"access_token": None}, r"\[messenger\] access_token is missing"),
        ({"acces_token": "secret-1"}, r"\[messenger\] acces_token is not known"),
        ({"page_id": 12}, "page_id must be a text in quotes"),
        ({"human_agent": "yes"}, "human_agent must be true or false"),
        ({"app_secret": ""}, "app_secret is too short"),
        ({"base": "ftp://secret-1"}, "base cannot be used as it is"),
        ({"page_id": "a/b"}, "page_id cannot be used as it is"),
        ({"instagram_id": "1"}, "instagram_id is not known"),
    ],
)
def test_what_is_wrong_is_said(wrong: dict[str, Any], said: str, tmp_path: Path) -> None:
    table = {name: value for name, value in (TABLE | wrong).items() if value is not None}
    with pytest.raises(Misconfigured, match=said) as caught:
        open_channels(tmp_path, {"messenger": table})
    assert "secret" not in str(caught.value).replace("app_secret", "")
    assert caught.value.__cause__ is None


def test_nothing_secret_is_shown(tmp_path: Path) -> None:
    channel = open_channels(tmp_path, {"messenger": TABLE})["messenger"]
    assert "the access token" not in repr(vars(channel))
