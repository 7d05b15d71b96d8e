"""The process that knows the words: the real dictionaries, asked as the desk asks."""

import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest

from workstation.resources import resource
from workstation.ui.composer.spelling.child import Dictionaries, answer
from workstation.ui.composer.spelling.speller import Spellers, Unanswered


@pytest.fixture(scope="module")
def dictionaries() -> Dictionaries:
    return Dictionaries(resource("spelling"))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "nl",
            "televisie wasmachine geïnstalleerd bezorgdatum retourlabel vaatwasserfilter foto’s",
        ),
        ("nl", "Goedemiddag Amsterdam e-mail sms’en terugbetaling klantenservice oplaadkabel"),
        ("en", "television colour customer’s dishwasher delivery refund e-mail wouldn't"),
    ],
)
def test_words_are_known(dictionaries: Dictionaries, language: str, words: str) -> None:
    assert [word for word in words.split() if not dictionaries.knows(word, language)] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nl", "televsie wasmachne geinstalleerd bezorgdatm leverijd pakkettt dishwasher"),
        ("en", "televsion delivry recieve wasmachine colur"),
    ],
)
def test_what_is_none_is_not(dictionaries: Dictionaries, language: str, words: str) -> None:
    assert [word for word in words.split() if dictionaries.knows(word, language)] == []


def test_the_word_that_was_meant_is_offered(dictionaries: Dictionaries) -> None:
    assert "televisie" in dictionaries.suggest("televsie", "nl")
    assert dictionaries.suggest("vaatwaserfilter", "nl")[0] == "vaatwasserfilter"
    assert dictionaries.suggest("geinstalleerd", "nl")[0] == "geïnstalleerd"
    assert dictionaries.suggest("delivry", "en")[0] == "delivery"
    assert dictionaries.suggest("recieve", "en")[0] == "receive"
    assert answer(dictionaries, {"suggest": "televsion", "language": "en"})["words"][0] == (
        "television"
    )


def test_endless_words_are_let_through_at_once(dictionaries: Dictionaries) -> None:
    begun = time.monotonic()
    assert dictionaries.knows("a" * 100_000, "nl")
    assert dictionaries.suggest("ha" * 50_000, "nl") == []
    assert time.monotonic() - begun < 5


@pytest.fixture
def spellers() -> Iterator[Spellers]:
    made = Spellers()
    yield made
    made.end()


def test_the_process_answers_and_ends_with_the_desk(spellers: Spellers) -> None:
    assert spellers.check(["televisie", "dishwasher", "delivry"]) == {
        "televisie": frozenset({"nl"}),
        "dishwasher": frozenset({"en"}),
        "delivry": frozenset(),
    }
    assert "delivery" in spellers.suggest("delivry", "en")
    process = spellers._process
    assert process is not None
    spellers.end()
    assert process.poll() is not None
    with pytest.raises(Unanswered):
        spellers.check(["televisie"])


def test_a_killed_process_is_not_asked_again(spellers: Spellers) -> None:
    spellers.check(["televisie"])
    assert spellers._process is not None
    spellers._process.kill()
    spellers._process.wait(30)
    for _ in range(2):
        with pytest.raises(Unanswered):
            spellers.check(["wasmachine"])


def test_it_ends_also_while_it_thinks(spellers: Spellers) -> None:
    spellers.check(["televisie"])
    told: list[type[Exception]] = []

    def ask() -> None:
        try:
            for number in range(1_000):
                spellers.suggest("vaatwassrfilterhoudr" + "x" * (number % 9), "nl")
        except Unanswered as error:
            told.append(type(error))

    asking = threading.Thread(target=ask)
    asking.start()
    spellers.end()
    asking.join(30)
    assert told == [Unanswered]


def test_it_ends_when_nobody_asks_any_more() -> None:
    child = subprocess.run(
        [
            sys.executable,
            "-m",
            "workstation.ui.composer.spelling.child",
            str(resource("spelling")),
        ],
        input=b'{"check": ["kleur"]}\n',
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert json.loads(child.stdout) == {"nl": [True], "en": [False]}


def test_the_desk_itself_does_not_load_them() -> None:
    look = "import sys, workstation.ui.composer.spelling.spelling as s; print(*sys.modules)"
    seen = subprocess.run(
        [sys.executable, "-c", look],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert "hunspell" not in seen.stdout.split()
