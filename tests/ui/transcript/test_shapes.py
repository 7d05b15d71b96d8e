"""What a customer sends that is no text is said plainly, can be taken along, and never breaks."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.ui.pretend.shop import NOW, REFERENCE, ident
from tests.ui.spoken import ours, said, stretch
from tests.ui.transcript.conftest import ShownTranscript
from tests.ui.transcript.messages import EVERYTHING, LOCATION, ORDER, PEOPLE, REFERRAL, rung
from workstation.replica.rows.contact import MessageRow
from workstation.resources import resource
from workstation.ui.contact.names import Names
from workstation.ui.theme.fonts import STRONG, font
from workstation.ui.transcript.lines import lines_of
from workstation.ui.transcript.setting.laid import Place
from workstation.ui.transcript.transcript_words import TranscriptWords
from workstation.ui.transcript.typesetter import Typesetter


@pytest.fixture
def words(qapp: object) -> TranscriptWords:
    made = TranscriptWords(Names(REFERENCE, "en"), "en", lambda: NOW)
    made.customer = "Anouk Bakker"
    return made


def spoken(words: TranscriptWords, *messages: MessageRow) -> str:
    return words.spoken(lines_of(messages)[-1])


def places(shown: ShownTranscript, what: str) -> list[tuple[Place, QPoint]]:
    """Places of the first message, with the middle of each on the viewport."""
    top = shown.view.visualRect(shown.model.index(1)).top()
    found = [place for place in shown.view.stack.laid(1).places if place.what == what]
    return [(place, place.rect.center() + QPoint(0, top)) for place in found]


def click(shown: ShownTranscript, qtbot: QtBot, at: QPoint) -> None:
    qtbot.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("location", ["Location", "Neude 11, Utrecht", "52.09070, 5.12140", "Show on a map"]),
        ("contacts", ["Mila Lens", "+31655550111", "mila@example.nl"]),
        ("order", ["By Saturday?", "1 × LUM-55 € 1,199", "2 × HDMI-2M € 39.90",
                   "Together € 1,238.90"]),
        ("button", ["Pressed a button", "Yes"]),
        ("list", ["Chose from the list", "9-12"]),
        ("form", ["Filled in a form", "Floor", "2"]),
        ("story reply", ["Nice", "Answers our story", "Show the story"]),
        ("story mention", ["Mentioned us in their story"]),
        ("product", ["White?", "Asks about this product", "Lumea", "LUM-55"]),
        ("unsupported", ["This cannot be shown here", "“poll”"]),
        ("unsupported, ours", ["It was sent with another app", "“button”"]),
        ("call permission", ["Answered whether we may call", "Yes, we may"]),
        ("form without questions", ["Filled in a form"]),
        ("empty mail", ["Subject: Please call me", "Nothing is written in this mail"]),
        ("broken mail", ["This mail cannot be taken apart"]),
        ("sealed mail", ["This mail is encrypted"]),
        ("template", ["Template hello", "Hello"]),
        ("referral", ["Came from an advertisement", "Now with a soundbar", "https://example.com"]),
        ("page", ["Wrote from this page", "Televisions", "https://example.com/tv"]),
        ("forwarded", ["Forwarded many times"]),
        ("automatic", ["Automatic answer: nobody waits", "I am away"]),
        ("elsewhere", ["Written outside of Workstation, in Instagram"]),
        ("quoted", ["answers Sanne: Shall we?", "Yes"]),
        ("reactions", ["Reaction: 👍"]),
        ("refused", ["virus.exe"]),
        ("edited", ["edited"]),
        ("deleted", ["This message was taken back"]),
        ("failed", ["not delivered", "Send a template"]),
        ("waits", ["goes out in 0:04"]),
        ("mail", ["Subject: Other", "a@example.nl, b@example.nl", "Copy to: c@example.nl", "New",
                  "The mail as designed", "The mail as it came"]),
        ("sticker", ["Sticker"]),
        ("voice", ["Voice message"]),
        ("film", ["flicker.mp4"]),
        ("fetching", ["Being fetched…"]),
        ("not fetched", ["bill.pdf: This file could not be fetched", "WhatsApp"]),
        ("call that went on", ["Rang, and went on to another telephone"]),
        ("call", ["They called, 3:56", "with Sanne de Jong", "0:41 on hold", "+31 6 •••• 0123"]),
        ("missed", ["Missed call"]),
        ("busy", ["We called, they were busy"]),
        ("ringing", ["It rings", "The number was withheld"]),
        ("call unknown", ["Telephone call"]),
    ],
)  # fmt: skip
def test_a_screen_reader_says_all_of_it(
    words: TranscriptWords, name: str, parts: list[str]
) -> None:
    said_of_it = spoken(words, EVERYTHING[name])
    assert [part for part in parts if part not in said_of_it] == []


def test_what_a_mail_only_repeats_is_not_read_aloud(words: TranscriptWords) -> None:
    assert "Old" not in spoken(words, EVERYTHING["mail"])


@pytest.mark.parametrize("name", list(EVERYTHING))
def test_the_estimate_is_close_to_what_it_becomes(words: TranscriptWords, name: str) -> None:
    setter = Typesetter(words, font(13), font(11), font(13, STRONG))
    line = lines_of([EVERYTHING[name]])[-1]
    for width in (420, 680, 1200):
        laid = setter.lay(line, width)
        assert abs(setter.estimate(line, width) - laid.height) <= max(40, laid.height * 0.4)
        assert laid.bubble.left() >= 0
        assert laid.bubble.right() < width


@pytest.mark.parametrize("name", list(EVERYTHING))
def test_everything_stays_inside_its_bubble(words: TranscriptWords, name: str) -> None:
    setter = Typesetter(words, font(13), font(11), font(13, STRONG))
    laid = setter.lay(lines_of([EVERYTHING[name]])[-1], 680)
    around = laid.bubble.adjusted(-1, -1, 1, 1)
    for rect in [*(p.rect for p in laid.places), *(p.rect for p in laid.panels)]:
        assert around.contains(rect), (rect, laid.bubble)
    for para in laid.paras:
        right = para.at.x() + max(
            para.layout.lineAt(n).naturalTextWidth() for n in range(para.layout.lineCount())
        )
        assert right <= around.right() + 1
    for rect, bit in laid.meta:
        assert around.contains(rect), bit


@pytest.mark.parametrize("look", ["light", "dark"])
def test_everything_is_painted(shown: ShownTranscript, qtbot: QtBot, look: Any) -> None:
    shown.desk.context.theme.choose(look)
    for message in EVERYTHING.values():
        shown.model.clear()
        shown.model.show(stretch((message,)))
        shown.view.grab()


@pytest.mark.parametrize("name", ["location", "order", "unsupported", "call", "deleted", "failed"])
def test_its_icons_are_there(words: TranscriptWords, name: str) -> None:
    seen = words.shown(EVERYTHING[name])
    icons = [card.icon for card in seen.cards] + [m.icon for m in (*seen.above, *seen.below)]
    for icon in filter(None, icons):
        assert resource(f"icons/{icon}.svg").exists()


STRANGE: list[Any] = [None, 3, -1.5, True, "text", "", [], [None, 3, "x", {}, []], {}, {"x": None}]


@pytest.mark.parametrize(
    "facts", [LOCATION, PEOPLE, ORDER, REFERRAL, EVERYTHING["list"].facts,
              EVERYTHING["form"].facts, EVERYTHING["mail"].facts, EVERYTHING["reactions"].facts,
              EVERYTHING["quoted"].facts, EVERYTHING["refused"].facts],
)  # fmt: skip
def test_facts_of_any_kind_are_shown_without_harm(
    words: TranscriptWords, facts: dict[str, Any]
) -> None:
    setter = Typesetter(words, font(13), font(11), font(13, STRONG))
    for key in facts:
        if key == "shape":
            continue
        for strange in STRANGE:
            line = lines_of([said(1, "hello", facts=facts | {key: strange})])[-1]
            assert words.spoken(line)
            assert setter.lay(line, 600).height > 0


def test_an_address_is_copied_by_a_click(shown: ShownTranscript, qtbot: QtBot) -> None:
    shown.model.show(stretch((EVERYTHING["location"],)))
    for _, at in places(shown, "copy"):
        click(shown, qtbot, at)
    assert QGuiApplication.clipboard().text() == "52.09070, 5.12140"


def test_the_map_opens_in_the_browser_when_asked_for(shown: ShownTranscript, qtbot: QtBot) -> None:
    shown.model.show(stretch((EVERYTHING["location"],)))
    shown.view.grab()
    assert shown.wishes.asked == []
    click(shown, qtbot, places(shown, "link")[0][1])
    assert len(shown.wishes.asked) == 1
    assert "52.09070" in str(shown.wishes.asked[0][1])


def test_a_link_that_is_no_page_is_not_offered(words: TranscriptWords) -> None:
    given = {"referral": {"headline": "x", "link": "file:///etc/passwd"}}
    card = words.shown(said(1, facts=given)).cards[0]
    assert all(not row.link for row in card.lines)


def test_the_whole_of_a_card_is_copied_as_text(shown: ShownTranscript, qtbot: QtBot) -> None:
    shown.model.show(stretch((EVERYTHING["contacts"],)))
    shown.view.setCurrentIndex(shown.model.index(1))
    shown.view.taking.copy()
    assert QGuiApplication.clipboard().text() == "Mila Lens\n+31655550111\nmila@example.nl"


def test_a_click_on_what_is_answered_goes_there(shown: ShownTranscript, qtbot: QtBot) -> None:
    many = tuple(said(n, f"line {n} " * 20) for n in range(1, 40))
    answer = ours(41, "Yes", reply_to_id=ident(2, 8))
    shown.model.show(stretch((*many, answer)))
    row = shown.model.row_of(ident(41, 8))
    assert row is not None
    place = next(p for p in shown.view.stack.laid(row).places if p.what == "quote")
    top = shown.view.visualRect(shown.model.index(row)).top()
    click(shown, qtbot, place.rect.center() + QPoint(0, top))
    assert shown.view.currentIndex().row() == shown.model.row_of(ident(2, 8))


def test_earlier_mail_unfolds_and_folds_again(shown: ShownTranscript, qtbot: QtBot) -> None:
    shown.model.show(stretch((EVERYTHING["mail"],)))
    text = shown.view.stack.laid(1).text
    assert text is not None
    assert text.text() == "New"
    click(shown, qtbot, places(shown, "earlier")[0][1])
    opened = shown.view.stack.laid(1).text
    assert opened is not None
    assert "Old" in opened.text()
    shown.view.setFocus()
    shown.view.setCurrentIndex(shown.model.index(1))
    qtbot.keyClick(shown.view, Qt.Key.Key_Return)
    closed = shown.view.stack.laid(1).text
    assert closed is not None
    assert closed.text() == "New"


def test_the_arrows_choose_among_what_can_be_used(shown: ShownTranscript, qtbot: QtBot) -> None:
    shown.model.show(stretch((EVERYTHING["mail"],)))
    shown.view.setFocus()
    shown.view.setCurrentIndex(shown.model.index(1))
    for _ in range(3):
        qtbot.keyClick(shown.view, Qt.Key.Key_Right)
    qtbot.keyClick(shown.view, Qt.Key.Key_Return)
    qtbot.keyClick(shown.view, Qt.Key.Key_Left)
    qtbot.keyClick(shown.view, Qt.Key.Key_Return)
    assert [what for what, _ in shown.wishes.asked] == ["save", "designed"]


def test_what_is_not_here_yet_is_not_saved(shown: ShownTranscript, qtbot: QtBot) -> None:
    for name in ("fetching", "not fetched"):
        shown.model.clear()
        shown.model.show(stretch((EVERYTHING[name],)))
        for what in ("picture", "document"):
            for _, at in places(shown, what):
                click(shown, qtbot, at)
    assert shown.wishes.asked == []


def test_a_film_opens_outside(shown: ShownTranscript, qtbot: QtBot) -> None:
    shown.model.show(stretch((EVERYTHING["film"],)))
    click(shown, qtbot, places(shown, "film")[0][1])
    assert [what for what, _ in shown.wishes.asked] == ["elsewhere"]


@pytest.mark.parametrize(
    ("given", "title"),
    [
        ({"outcome": "voicemail", "answered_at": None}, "They left a voicemail"),
        ({"outcome": "busy", "answered_at": None}, "They called while we were busy"),
        ({"outcome": "cancelled", "answered_at": None}, "They hung up before we answered"),
        ({"outcome": "failed", "answered_at": None}, "Their call did not come through"),
        ({"outcome": "answered", "inbound": False}, "We called, 3:56"),
        ({"outcome": "voicemail", "inbound": False}, "We reached their voicemail"),
        ({"outcome": "cancelled", "inbound": False}, "We hung up before they answered"),
        ({"outcome": "failed", "inbound": False}, "Our call did not come through"),
        ({"outcome": "missed", "inbound": False}, "We called, nobody answered"),
        ({"state": "dialling", "outcome": ""}, "Calling…"),
        ({"state": "held", "outcome": ""}, "Call on hold"),
        ({"ended_at": NOW + 9_000 + 3_836_000}, "They called, 1:03:56"),
    ],
)
def test_a_call_says_what_came_of_it(
    words: TranscriptWords, given: dict[str, Any], title: str
) -> None:
    assert words.shown(rung(1, **given)).cards[0].title == title


def test_a_mail_says_its_subject_only_where_it_differs(words: TranscriptWords) -> None:
    words.subject = "Broken television"
    mail = said(1, "x", facts={"subject": "RE: Fwd: broken television"})
    assert words.shown(mail).above == ()
    other = replace(mail, facts={"subject": "Re: Invoice"})
    assert [mark.text for mark in words.shown(other).above] == ["Subject: Invoice"]
