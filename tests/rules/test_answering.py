"""A text is quoted line by line, and a long one cut short."""

from workstation.rules.answering import quoted


def test_each_line_stands_behind_a_sign() -> None:
    assert quoted("One\n\nTwo\n") == "> One\n>\n> Two"


def test_a_long_text_is_cut_short() -> None:
    assert quoted("x" * 700) == "> " + "x" * 600 + "…"
