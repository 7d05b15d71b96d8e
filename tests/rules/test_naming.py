"""Whom and what a text names, as it is sent."""

import pytest

from workstation.rules.naming import ids, named

PEOPLE = (("1", "Daan Visser"), ("2", "Daan Vis"), ("3", "Élodie"), ("4", ""))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("@Daan Visser look", ("1",)),
        ("@daan vis, look", ("2",)),
        ("@Daan Visserman", ()),
        ("for @élodie and @Daan Visser and @ÉLODIE", ("3", "1")),
        ("daan visser", ()),
        ("@", ()),
        ("@@Daan Vis", ("2",)),
        ("ǅ ﬃ ß İ @Daan Vis", ("2",)),
    ],
)
def test_who_is_mentioned(text: str, found: tuple[str, ...]) -> None:
    assert ids(named(text, "@", PEOPLE)) == found


def test_where_it_stands() -> None:
    (one,) = named("see #80352219.", "#", [("order", "80352219")])
    assert (one.start, one.end) == (4, 13)
    assert named("see #803522190", "#", [("order", "80352219")]) == ()
