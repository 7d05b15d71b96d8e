"""Whom a text looks meant for: a careful guess."""

import pytest

from workstation.rules.addressee import looks_meant_for

COLLEAGUES = ("Daan Visser", "Mees Bakker")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Hallo Anouk, de monteur komt morgen.", "customer"),
        ("Beste mevrouw De Wit,\n\nBedankt", "customer"),
        ("Dear sir or madam,", "customer"),
        ("Goedemiddag Anouk", "customer"),
        ("Hi Daan, can you look?", "colleagues"),
        ("@Daan Visser kijk jij?", "colleagues"),
        ("Intern: klant belde al twee keer", "colleagues"),
        ("FYI: the courier lost it", "colleagues"),
        ("Anouk called twice.", "unknown"),
        ("Dagelijks schoonmaken.", "unknown"),
        ("Note that the filter is behind the flap.", "unknown"),
        ("Hallo, de monteur komt morgen.", "unknown"),
        ("", "unknown"),
    ],
)
def test_whom_it_is_for(text: str, meant: str) -> None:
    found = looks_meant_for(text, customer="Anouk de Wit", colleagues=COLLEAGUES)
    assert found == meant


def test_a_name_that_both_have_says_nothing() -> None:
    found = looks_meant_for("Hoi Daan, kijk je mee?", customer="Daan Smit", colleagues=COLLEAGUES)
    assert found == "unknown"
