"""Who is told what, when: at once, in one notice with others, without a sound, or when they are
back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.desks import PretendDesk
from tests.ui.pretend.shop import NOW, ident
from workstation.ui.notify.happenings import Happening
from workstation.ui.notify.kinds import BY_KIND, Kind
from workstation.ui.notify.notice_words import Notice, notice_of
from workstation.ui.notify.telling import GATHER_MS, Around, Telling, Way, way

AROUND = Around(presence="available", quiet=False, system_quiet=False, looking_at="")


def happening(number: int, kind: Kind = "wrote", who: str = "") -> Happening:
    return Happening(
        kind, f"{kind} {number}", ident(number), who or f"Customer {number}", "Hallo?", NOW, "Daan"
    )


class Desktop:
    """Shows nothing, and remembers."""

    def __init__(self) -> None:
        self.notices: list[Notice] = []
        self.click: Callable[[], None] = lambda: None

    def show(self, notice: Notice, clicked: Callable[[], None]) -> None:
        self.notices.append(notice)
        self.click = clicked


class Told:
    """What is told at a desk, on whose surroundings a test decides."""

    def __init__(self, desk: PretendDesk) -> None:
        self.around = AROUND
        self.desktop = Desktop()
        self.sounds: list[str] = []
        self.telling = Telling(
            desk.context, self.desktop, self.sounds.append, lambda: self.around, desk.context.news
        )

    @property
    def titles(self) -> list[str]:
        return [notice.title for notice in self.desktop.notices]


@pytest.fixture
def told(desk: PretendDesk) -> Told:
    return Told(desk)


@pytest.mark.parametrize(
    ("kind", "around", "expected"),
    [
        ("wrote", AROUND, "now"),
        ("wrote", replace(AROUND, looking_at=ident(1)), "never"),
        ("wrote", replace(AROUND, presence="busy"), "softly"),
        ("ringing", replace(AROUND, presence="busy"), "now"),
        ("wrote", replace(AROUND, presence="away"), "later"),
        ("wrote", replace(AROUND, presence="away", looking_at=ident(1)), "later"),
        ("ringing", replace(AROUND, presence="away"), "later"),
        ("back", replace(AROUND, presence="away"), "now"),
        ("back", replace(AROUND, presence="away", quiet=True), "later"),
        ("late", replace(AROUND, quiet=True), "later"),
        ("late", replace(AROUND, system_quiet=True), "softly"),
        ("late", replace(AROUND, looking_at=ident(1)), "now"),
    ],
)
def test_how_it_is_told(kind: Kind, around: Around, expected: Way) -> None:
    assert way(happening(1, kind), around, shown=True) == expected
    assert way(happening(1, kind), around, shown=False) == "never"


def test_one_thing_is_told_once_with_its_sound_and_a_click_opens_it(
    told: Told, desk: PretendDesk
) -> None:
    opened: list[str] = []
    forward: list[bool] = []
    desk.context.news.open_contact.connect(lambda contact, _: opened.append(contact))
    desk.context.news.come_forward.connect(lambda: forward.append(True))
    told.telling.hear([happening(1)])
    told.telling.hear([happening(1)])
    assert told.titles == ["Customer 1 writes"]
    assert told.sounds == ["drop"]
    told.desktop.click()
    assert (opened, forward) == ([ident(1)], [True])


def test_many_at_once_are_one_notice_and_one_sound(qtbot: QtBot, told: Told) -> None:
    told.telling.hear([happening(number) for number in range(1, 41)])
    told.telling.hear([happening(number) for number in range(41, 61)])
    told.telling.hear([happening(61, "assigned")])
    assert told.titles == ["40 customers write"]
    assert told.desktop.notices[0].words == "Customer 1, Customer 2, Customer 3 and 37 more"
    qtbot.waitUntil(lambda: len(told.titles) == 2, timeout=GATHER_MS + 30_000)
    assert told.titles[1] == "21 things for you"
    assert told.desktop.notices[1].words == "You are given 1 contact\n20 customers write"
    assert told.sounds == ["drop", "chime"]


def test_who_writes_twice_is_one_customer(told: Told) -> None:
    told.around = replace(AROUND, presence="away")
    first = happening(1, who="Anna Bakker")
    told.telling.hear([first])
    told.telling.hear([replace(first, key="another", at=first.at + 1, words="Hello?")])
    told.around = AROUND
    told.telling.look_again()
    assert told.titles == ["Anna Bakker writes"]
    assert told.desktop.notices[0].words == "Hello?"


def test_who_is_away_hears_of_it_when_back(told: Told) -> None:
    told.around = replace(AROUND, presence="away")
    told.telling.hear([happening(1), happening(2, who="Anouk Bakker")])
    told.telling.look_again()
    assert told.titles == []
    assert len(told.telling.held) == 2
    told.around = AROUND
    told.telling.look_again()
    assert told.titles == ["2 customers write"]
    assert told.sounds == ["drop"]
    assert not told.telling.held


def test_what_somebody_does_not_want_to_hear_of_is_not_told(told: Told, desk: PretendDesk) -> None:
    desk.context.preferences.choose(BY_KIND["wrote"].shown, False)
    desk.context.preferences.choose(BY_KIND["mentioned"].sound, "")
    told.telling.hear([happening(1), happening(2, "mentioned")])
    assert told.titles == ["Daan mentions you with Customer 2"]
    assert told.sounds == [""]


def test_hostile_words_stay_in_their_line() -> None:
    notice = notice_of([happening(1, who="Eve\u202e\nAdmin")])
    assert "\u202e" not in notice.title
    assert "\n" not in notice.title


def test_what_was_said_is_cut_for_the_desktop() -> None:
    one = replace(happening(1), words="lang " * 200)
    assert len(notice_of([one]).words) <= 140
