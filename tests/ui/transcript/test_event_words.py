"""Everything that can happen on a contact has a sentence, in both languages."""

import re
from pathlib import Path

import pytest

from tests.ui.pretend.shop import NOW, REFERENCE
from tests.ui.spoken import event
from workstation.ui.contact.names import Names
from workstation.ui.transcript.event_words import APART, EVENTS, REOPENED, SOMETHING
from workstation.ui.transcript.transcript_words import TranscriptWords
from workstation.ui.translations import Translations
from workstation.ui.words import translate

ROOT = Path(__file__).resolve().parents[3] / "workstation"
WRITTEN = re.compile(r'record\(\s*contact,\s*self\.event_id,\s*"(\w+)"|"what":\s*"(\w+)"')


def test_whatever_is_written_down_has_a_sentence() -> None:
    written = {
        one or other
        for room in ("actions", "server")
        for path in (ROOT / room).rglob("*.py")
        for one, other in WRITTEN.findall(path.read_text(encoding="utf-8"))
    }
    assert len(written) > 10
    assert written - set(EVENTS) == set()


@pytest.mark.parametrize("what", list(EVENTS))
def test_each_sentence_is_said_whole(qapp: object, what: str) -> None:
    words = TranscriptWords(Names(REFERENCE, "en"), "en", lambda: NOW)
    said = words.event(event(1, what, until=NOW + 3_600_000, seconds=10, before="a", after="b"))
    assert said
    assert "{" not in said
    assert "changed something" not in said


def test_each_sentence_has_its_dutch(qapp: object) -> None:
    translations = Translations()
    translations.speak("nl")
    try:
        sentences = [*EVENTS.values(), SOMETHING, REOPENED, APART]
        assert [one for one in sentences if translate("transcript", one) == one] == []
    finally:
        translations.speak("en")
