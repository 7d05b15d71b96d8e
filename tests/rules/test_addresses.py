"""The same address, however it is written."""

import pytest

from workstation.models import Channel
from workstation.rules.addresses import canonical


@pytest.mark.parametrize(
    ("channel", "written", "known"),
    [
        ("email", " A.Bakker@Example.NL ", "a.bakker@example.nl"),
        ("phone", "+31 (20) 123-45.67", "+31201234567"),
        ("phone", "020 123 4567", "020 123 4567"),
        ("phone", "anonymous", "anonymous"),
        ("whatsapp", "31201234567", "+31201234567"),
        ("whatsapp", "+31 20 1234567", "+31201234567"),
        ("whatsapp", "0201234567", "0201234567"),
        ("instagram", "A.Bakker", "A.Bakker"),
        ("chat", "Visitor-1", "Visitor-1"),
    ],
)
def test_one_way_to_write_it(channel: Channel, written: str, known: str) -> None:
    assert canonical(channel, written) == known
    assert canonical(channel, known) == known
