"""What only repeats earlier mail is folded away, however the mail program repeats it."""

import pytest
from hypothesis import given, strategies as st

from tests.channels.email.mails import ABSENT, CORPUS
from workstation.channels.email.folding import fold, is_passed_on
from workstation.channels.email.page_text import text_of
from workstation.channels.email.parts import take
from workstation.channels.email.tree import opened

NEW = "Hij flikkert nog steeds.\n\nGroet, A. Bakker"

ENDINGS = {
    "gmail, Dutch": "Op za 21 nov 2026 om 10:00 schreef Example Shop <help@example.nl>:\n\n> Dag!",
    "gmail, English": "On Sat, Nov 21, 2026 at 10:00 AM Shop <help@example.nl> wrote:\n\n> Hi",
    "gmail, two lines": "On Sat, Nov 21, 2026 at 10:00 AM Shop\n<help@example.nl> wrote:\n\n> Hi",
    "apple, Dutch": "> Op 21 nov 2026, om 10:00 heeft Example Shop <help@example.nl> het volgende"
    " geschreven:\n> \n> Dag!",
    "iphone, Dutch": "Verstuurd vanaf mijn iPhone\n\n> Op 21 nov. 2026 om 10:00 heeft Example Shop"
    " <help@example.nl> het volgende geschreven:\n> \n> ﻿Dag!",
    "thunderbird, Dutch": "Op 21-11-2026 om 10:00 schreef Example Shop:\n> Dag!\n> \n> Jan",
    "thunderbird, Dutch, other order": "Example Shop schreef op 21-11-2026 om 10:00:\n> Dag!",
    "outlook, Dutch": "________________________________\nVan: Example Shop <help@example.nl>\n"
    "Verzonden: zaterdag 21 november 2026 10:00\nAan: A. Bakker <a.bakker@example.org>\n"
    "Onderwerp: Re: Televisie\n\nDag!\n\nJan",
    "outlook, English": "From: Example Shop <help@example.nl>\nSent: Saturday, November 21, 2026\n"
    "To: A. Bakker <a.bakker@example.org>\nSubject: RE: Television\n\nHi!\n",
    "outlook, bold": "*Van:* Example Shop [mailto:help@example.nl]\n*Verzonden:* zaterdag 21\n"
    "*Aan:* A. Bakker\n*Onderwerp:* Televisie\n\nDag!",
    "old outlook, Dutch": "-----Oorspronkelijk bericht-----\nVan: Example Shop\n\nDag!",
    "old outlook, English": "-----Original Message-----\nFrom: Example Shop\n\nHi!",
    "outlook for phones, Dutch": "Outlook voor Android downloaden<https://example.org/x>\n"
    "________________________________\nFrom: Example Shop <help@example.nl>\nSent: 21 November"
    "\nTo: A. Bakker\nSubject: Re: Televisie\n\nDag!",
    "outlook for phones, Dutch, another": "Verzonden vanuit Outlook voor Android"
    "<https://example.org/x>\n________________________________\nVan: Example Shop\n"
    "Verzonden: zaterdag 21 november 2026 10:00\nAan: A. Bakker\nOnderwerp: x\n\nDag!",
    "no line before it": "> Dag!\n> Wat is er mis?",
    "a signature before it": "-- \nA. Bakker\nTel. 020 555 0199\n\nOp 21 nov 2026 om 10:00 schreef"
    " Shop <help@example.nl>:\n> Dag!",
    "a mobile signature only": "Verzonden vanaf mijn mobiel",
    "yahoo": "    Op zaterdag 21 november 2026 om 10:00:00 CET schreef Shop <help@example.nl>:  \n"
    " \n Dag!",
}


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_was_said_before_is_folded(ending: str) -> None:
    text, start = fold(f"{NEW}\n\n{ENDINGS[ending]}")
    assert start is not None
    assert text[:start].strip() == NEW
    assert text[start:].strip()


NOT_EARLIER = {
    "a question": "Op 3 november schreef u dat hij gemaakt is. Klopt dat?",
    "a list": "Bestelling: 1234\nTelefoon: 020 555 0199\nVan: Amsterdam",
    "a forwarded mail": "Kijk eens.\n\n---------- Forwarded message ---------\nVan: Bezorger"
    " <b@example.com>\nDatum: 1 nov\nOnderwerp: Pakket\nAan: mij\n\nUw pakket is er.",
    "a signature": "Kunt u mij bellen?\n\n-- \nA. Bakker\nTel. 020 555 0199",
    "answers between": "> Wat is het nummer?\nHet is 1234.\n> Welke kleur?\nZwart.",
    "only a quote": "> Dag!\n> Wat is er mis?",
    "sent from": "Sent from my desk, which is easier than my telephone.",
}


@pytest.mark.parametrize("what", NOT_EARLIER)
def test_what_is_new_stays(what: str) -> None:
    assert fold(NOT_EARLIER[what]) == (NOT_EARLIER[what], None)


def test_what_was_passed_on_is_new_to_us() -> None:
    apple = "Kijk eens.\n\nBegin doorgestuurd bericht:\n\n> Van: Bezorger\n> \n> Uw pakket is er."
    assert fold(apple) == (apple, None)
    gmail = (
        '<div>Kijk eens.<br></div><div class="gmail_quote"><div class="gmail_attr">'
        "---------- Forwarded message ---------<br>Van: Bezorger</div>Uw pakket is er.</div>"
    )
    text, start = fold(text_of(gmail))
    assert (text.split()[-1], start) == ("er.", None)


def test_a_subject_may_say_that_it_was_passed_on() -> None:
    text = f"{NEW}\n\n{ENDINGS['outlook, Dutch']}"
    assert fold(text, passed_on=True)[1] is None
    assert [is_passed_on(subject) for subject in ("FW: Pakket", "Doorst: Pakket")] == [True, True]
    assert not any(is_passed_on(subject) for subject in ("RE: FW: Pakket", "Fwd", "Forward", ""))


def test_an_answer_below_comes_first() -> None:
    text, start = fold("Op 21 nov 2026 om 10:00 schreef Shop:\n> Wat is er mis?\n\nHij flikkert.")
    assert start is not None
    assert text[:start].strip() == "Hij flikkert."
    assert "Wat is er mis?" in text[start:]


def test_after_answers_between_only_the_last_quote_is_folded() -> None:
    text, start = fold("> Welk nummer?\n1234\n> Welke kleur?\nZwart\n> Groet,\n> Jan")
    assert text[:start].strip().endswith("Zwart")
    assert start is not None
    assert "Jan" in text[start:]


def test_html_that_quotes_by_its_own_marks() -> None:
    html = '<p>Nog steeds.</p><div id="divRplyFwdMsg"><b>Von:</b> Shop</div><div>Dag!<br>Jan</div>'
    text, start = fold(text_of(html))
    assert text[:start].strip() == "Nog steeds."
    assert start is not None
    assert "Dag!" in text[start:]


@given(st.text(alphabet=st.sampled_from("> \nOpschref:@1-_aVan")))
def test_nothing_is_lost(text: str) -> None:
    found, start = fold(text)
    assert sorted(found.split()) == sorted(text.split())
    assert start is None or 0 < start < len(found)


@given(st.text())
def test_folding_again_folds_the_same(text: str) -> None:
    found, _ = fold(text)
    assert fold(found)[0].split() == found.split()


def test_a_long_mail_takes_no_time() -> None:
    fold("> a\nb\n" * 50_000)
    fold("Op " + "heeft geschreven " * 60_000)
    fold("Op 1 schreef a\n" * 50_000)
    fold(">" * 1_000_000)
    fold("On " * 300_000 + "\n>")


# ---------------------------------------------------------------- real replies

GITHUB = {
    "email_1_3.txt": "Having the function would be great.\n\n-Abhishek Kona",
    "email_1_4.txt": "I haven't had another problem with it.",
    "email_1_5.txt": "It goes on and on\nfor a while.",
    "email_1_6.txt": "I get proper rendering as well.",
    "email_1_7.txt": ":+1:",
    "email_1_8.txt": "and under this.",
    "email_2_1.txt": "Outlook with a reply",
    "email_2_2.txt": "Outlook with a reply directly above line",
    "email_2_3.txt": "Outlook with a reply directly above line",
    "email_BlackBerry.txt": "Here is another email",
    "email_bullets.txt": "- and another",
    "email_iPhone.txt": "Here is another email",
    "email_multi_word_sent_from_my_mobile_device.txt": "Here is another email",
    "email_one_is_not_on.txt": "Locally (on development), when I run...",
    "email_sent_from_my_not_signature.txt": "is much easier then my mobile phone.",
    "email_sig_delimiter_in_middle_of_line.txt": "kthxbai",
    "greedy_on.txt": "the tunnel is not working.",
    "pathological.txt": "get back to a computer.",
}
"""How the new part of each ends."""


@pytest.mark.skipif(not CORPUS.exists(), reason=ABSENT)
@pytest.mark.parametrize("name", GITHUB)
def test_real_plain_replies(name: str) -> None:
    raw = (CORPUS / "github_email_reply_parser" / "emails" / name).read_text(encoding="utf-8")
    text, start = fold(raw)
    assert text[:start].strip().endswith(GITHUB[name])


def _talon() -> list[str]:
    found = (CORPUS / "talon" / "standard_replies").glob("*.eml")
    return sorted(path.name for path in found)


@pytest.mark.skipif(not CORPUS.exists(), reason=ABSENT)
@pytest.mark.parametrize("name", _talon())
def test_real_replies_of_mail_programs(name: str) -> None:
    taken = take(opened((CORPUS / "talon" / "standard_replies" / name).read_bytes()))
    text, start = fold("\n".join(taken.texts))
    assert text[:start].strip() == "Hello"


@pytest.mark.skipif(not CORPUS.exists(), reason=ABSENT)
@pytest.mark.parametrize(
    "name", sorted(path.name for path in (CORPUS / "talon" / "html_replies").glob("*.html"))
)
def test_real_html_replies(name: str) -> None:
    html = (CORPUS / "talon" / "html_replies" / name).read_text(encoding="utf-8")
    text, start = fold(text_of(html))
    assert text[:start].split() == ["Hi.", "I", "am", "fine.", "Thanks,", "Alex"]


@pytest.mark.timeout(10)
@pytest.mark.parametrize("start", ["", "From", "From: a\nTo", "Sent from"])
def test_a_line_of_a_million_blanks_holds_nobody_up(start: str) -> None:
    text = f"{NEW}\n\n{start}{' ' * 1_000_000}x\n\n> a"
    new, _ = fold(text)
    assert new.startswith(NEW)
