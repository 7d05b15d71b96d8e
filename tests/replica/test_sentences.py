"""Bad luck is said in the desk's language, with the same facts in both."""

from collections.abc import Iterator
from string import Formatter

import pytest

from workstation.replica import sentences
from workstation.replica.errors import BadLuck, DiskFull, ServerSaysNo
from workstation.wire.refusals import SENTENCES as REFUSALS


def fields(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name}


@pytest.fixture(autouse=True)
def english_afterwards() -> Iterator[None]:
    yield
    sentences.speak("en")


@pytest.mark.parametrize("code", [*sentences.SENTENCES, *REFUSALS])
def test_every_sentence_is_there_in_both_languages(code: str) -> None:
    english, dutch = (sentences.SENTENCES | REFUSALS)[code]
    assert english
    assert english != dutch
    assert fields(english) == fields(dutch)


def test_bad_luck_speaks_the_language_of_the_desk() -> None:
    luck = DiskFull("disk_full", folder="/home/sanne")
    assert "No room" in str(luck) or "no room" in str(luck)
    sentences.speak("nl")
    assert str(luck) == (
        "De schijf van /home/sanne is vol. Maak ruimte; er gaat intussen niets verloren."
    )


def test_what_is_a_sentence_already_stays_as_it_is() -> None:
    assert str(BadLuck("The cat sat on it.")) == "The cat sat on it."
    assert str(ServerSaysNo("too_large", "At most 4 MiB.", 413)) == "At most 4 MiB."
