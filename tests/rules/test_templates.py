"""What a template asks for, and how it reads when it has that."""

import pytest

from workstation.rules.templates import filled, missing, places

HEADER = "Order {{1}}"
BODY = "Hello {{1}}, order {{ 2 }} is on its way to {{1}}."


def test_places_of_header_and_body_in_order() -> None:
    assert places(HEADER, BODY) == ("1", "1", "2")
    assert places("", "{{2}} {{10}} {{1}}") == ("1", "2", "10")
    assert places("", "{{order}} for {{name}} ({{order}})") == ("order", "name")
    assert places("", "nothing to fill in {not} {{}} {{a b}}") == ()


def test_it_reads_as_the_customer_will_read_it() -> None:
    text = filled(HEADER, BODY, "Answer STOP to end.", ("4711", "Anna {{2}}", "4712"))
    assert text == (
        "Order 4711\n\nHello Anna {{2}}, order 4712 is on its way to Anna {{2}}."
        "\n\nAnswer STOP to end."
    )
    assert filled("", "Hello {{1}}", "", ()) == "Hello {{1}}"
    assert filled("", "Hello {{1}}", "", (" Anna\n de  Vries",)) == "Hello Anna de Vries"


@pytest.mark.parametrize(
    ("parameters", "is_missing"),
    [
        (("a", "b", "c"), False),
        (("a", "b"), True),
        (("a", "b", "c", "d"), True),
        (("a", "", " "), True),
    ],
)
def test_what_does_not_fill_it_in(parameters: tuple[str, ...], is_missing: bool) -> None:
    assert missing(HEADER, BODY, parameters) is is_missing
