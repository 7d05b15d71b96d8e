"""Links to the desk: what is made can be read, and what somebody else made does no harm."""

import pytest
from hypothesis import given, strategies as st

from workstation.models import new_id
from workstation.rules.links import Link, LinkKind, is_link, link

ID = "01a20145-ed41-7001-ab14-b36c3e98fe7b"


@pytest.mark.parametrize("kind", ["contact", "customer", "order", "product"])
def test_what_is_made_can_be_read(kind: LinkKind) -> None:
    made = Link(kind, new_id())
    assert link(str(made)) == made
    assert is_link(str(made))


@pytest.mark.parametrize(
    "text",
    [
        f"workstation://contact/{ID}/",
        f"workstation:contact/{ID}",
        f"WORKSTATION://Contact/{ID.upper()}",
        f"  workstation://contact/{ID}\n",
    ],
)
def test_as_systems_hand_it_over(text: str) -> None:
    assert link(text) == Link("contact", ID)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "workstation:",
        "workstation://contact/",
        "workstation://contact/1",
        f"workstation://contact/{ID}/x",
        f"workstation://contact/{ID}?do=reply",
        f"workstation://contact/../{ID}",
        f"workstation://agent/{ID}",
        f"https://contact/{ID}",
        f"workstation://contact/{ID}" + " " * 300,
    ],
)
def test_what_is_no_link(text: str) -> None:
    assert link(text) is None


@given(st.text())
def test_anything_can_be_written(text: str) -> None:
    found = link(text)
    assert found is None or is_link(text)
