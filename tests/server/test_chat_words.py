"""What the chat says of its opening hours, and whom it invites."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from tests.running import OpenOffice
from tests.server.chatting import Visitor, chat_office, visitor
from workstation.channels.chat.settings import Language, read_settings
from workstation.models import Dial, DialSeen, new_id
from workstation.server.chat.invitations import Invitation, invite
from workstation.server.chat.words import status, words

__all__ = ["chat_office", "visitor"]

ZONE = "Europe/Amsterdam"
SHOP = {"origins": ["https://www.example.nl"]}
WEEK = {
    "mon": [["09:00", "12:30"], ["13:00", "17:30"]],
    "tue": [["09:00", "17:30"]],
    "sun": [["20:00", "24:00"]],
}


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE)).timestamp() * 1000)


@pytest.mark.parametrize(
    ("now", "dutch", "english"),
    [
        ("2026-11-23 09:00", "Open tot 12:30", "Open until 12:30"),
        ("2026-11-23 12:29", "Open tot 12:30", "Open until 12:30"),
        (
            "2026-11-23 12:30",
            "Nu gesloten. Weer open om 13:00",
            "Closed now. Open again at 13:00",
        ),
        (
            "2026-11-23 23:00",
            "Nu gesloten. Weer open morgen om 09:00",
            "Closed now. Open again tomorrow at 09:00",
        ),
        (
            "2026-11-25 10:00",
            "Nu gesloten. Weer open zondag om 20:00",
            "Closed now. Open again Sunday at 20:00",
        ),
        ("2026-11-22 23:59", "Open tot 24:00", "Open until 24:00"),
        # The clock goes back in that night.
        (
            "2026-10-24 23:00",
            "Nu gesloten. Weer open morgen om 20:00",
            "Closed now. Open again tomorrow at 20:00",
        ),
    ],
)
def test_hours_are_said_in_the_shops_time(
    chat_office: OpenOffice, now: str, dutch: str, english: str
) -> None:
    settings = read_settings(SHOP | {"hours": WEEK})
    said: list[tuple[Language, str]] = [("nl", dutch), ("en", english)]
    with chat_office.database.read() as session:
        invitation = invite(session, settings, "", at(now))
    for language, sentence in said:
        assert status(invitation, ZONE, language, at(now)) == sentence


def test_without_hours_it_is_always_open(chat_office: OpenOffice) -> None:
    with chat_office.database.read() as session:
        invitation = invite(session, read_settings(SHOP), "", at("2026-11-22 03:00"))
    assert invitation == Invitation(
        offered=True, is_open=True, opens_at=at("2026-11-22 03:00"), hours={}
    )
    assert status(invitation, ZONE, "nl", at("2026-11-22 03:00")) == "We zijn er voor je"


def test_a_dial_goes_before_the_configuration(chat_office: OpenOffice, visitor: Visitor) -> None:
    def asked(who: str) -> dict[str, object]:
        chat_office.clock.ahead(seconds=1)
        answer = visitor.get(f"config?language=nl&who={who}")
        assert answer.status_code == 200
        told: dict[str, object] = answer.json()
        return told

    assert asked("a")["offered"]
    dial = Dial(id=new_id(), channel="chat", share=25, hours={"sun": [["09:00", "10:00"]]})
    with chat_office.database.write() as session:
        session.add(dial)
    told = asked("a")
    assert (told["open"], told["hours"]) == (False, {"sun": [["09:00", "10:00"]]})
    offered = [bool(asked(f"somebody {number}")["offered"]) for number in range(200)]
    assert 25 < sum(offered) < 80
    # The same person hears the same, for as long as the dial stays.
    assert [bool(asked(f"somebody {number}")["offered"]) for number in range(200)] == offered
    chat_office.clock.ahead(seconds=60)
    asked("the last one")
    chat_office.clock.ahead(seconds=5)
    chat_office.work()
    seen = next(one for one in chat_office.rows(DialSeen) if one.channel == "chat")
    assert seen.offered + seen.kept_back == 202  # "a", the last one, and each of them once
    assert abs(seen.offered - sum(offered)) <= 2
    assert [one["name"] for one in told["asks"]] == ["mail"]  # type: ignore[attr-defined]


def test_the_shops_own_words_go_before_ours() -> None:
    settings = read_settings(SHOP | {"texts": {"nl": {"title": "Vraag het Wim"}}})
    assert words(settings, "nl")["title"] == "Vraag het Wim"
    assert words(settings, "nl")["send"] == "Versturen"
    assert words(settings, "en")["title"] == "Ask us"


def test_both_languages_say_the_same_things() -> None:
    settings = read_settings(SHOP)
    dutch, english = words(settings, "nl"), words(settings, "en")
    assert dutch.keys() == english.keys()
    for name in dutch:
        assert dutch[name].count("{") == english[name].count("{"), name
