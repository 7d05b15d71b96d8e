"""What is looked up: words, and not what only looks like one."""

import pytest

from workstation.ui.composer.spelling.language import spelt_language
from workstation.ui.composer.spelling.words import words_in

BOTH, DUTCH, ENGLISH, NONE = (
    frozenset({"nl", "en"}),
    frozenset({"nl"}),
    frozenset({"en"}),
    frozenset[str](),
)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Goedemiddag, de televisie is onderweg.", "Goedemiddag de televisie is onderweg"),
        ("foto's en foto’s, e-mail", "foto's en foto’s e-mail"),
        ("(zie hieronder)", "zie hieronder"),
        ("call 0612345678 or order 80352219 for €12,50", "call or order for"),
        ("see https://shop.example/tv?x=televsie now", "see now"),
        ("www.shop.example daan@shop.example manual.pdf", ""),
        ("the OLED55C34LA with HDMI, WhatsApp and an iPhone", "the with and an"),
        ("@Daan about #80352219 /greet {customer.first_name}", "about"),
        ("Привет 你好 مرحبا", ""),
        ("ok a", "ok"),
        ("", ""),
    ],
)
def test_which_parts_are_words(text: str, words: str) -> None:
    found = list(words_in(text))
    assert [word for _, word in found] == words.split()
    assert all(text[start : start + len(word)] == word for start, word in found)


@pytest.mark.parametrize(
    ("customers", "verdicts", "language"),
    [
        ("nl", {}, "nl"),
        ("en", {}, "en"),
        ("de", {}, "nl"),
        ("nl", {"the": ENGLISH, "parcel": ENGLISH, "was": BOTH, "sent": ENGLISH}, "en"),
        ("nl", {"have": BOTH, "you": ENGLISH, "tried": BOTH}, "en"),
        ("nl", {"parcel": ENGLISH}, "nl"),
        ("nl", {"uw": DUTCH, "parcel": ENGLISH}, "nl"),
        ("en", {"het": DUTCH, "pakket": DUTCH, "is": BOTH, "er": BOTH}, "nl"),
        ("en", {"is": BOTH, "was": BOTH, "water": BOTH, "tv": DUTCH}, "en"),
        ("nl", {"een": DUTCH, "laptop": BOTH, "qwx": NONE, "zz": NONE, "yy": NONE}, "nl"),
    ],
)
def test_the_customers_language_unless_the_words_say_otherwise(
    customers: str, verdicts: dict[str, frozenset[str]], language: str
) -> None:
    assert spelt_language(list(verdicts), verdicts, customers) == language
