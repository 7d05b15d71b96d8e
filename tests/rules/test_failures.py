"""Each documented error has its sentence in both languages, which says what to do next."""

import pytest

from workstation.rules.failures import TABLES, coded, known, of_a_line, sentence

# Meta's reference of the Cloud API's errors, without those of registering a number by its API.
# fmt: off
DOCUMENTED = (
    0, 1, 2, 3, 4, 10, 33, 100, 190, 200, 299, 368, 80007, 130403, 130429, 130472, 130497,
    131000, 131005, 131008, 131009, 131016, 131021, 131026, 131030, 131031, 131037, 131042,
    131045, 131047, 131048, 131049, 131050, 131051, 131052, 131053, 131056, 131057, 132000,
    132001, 132005, 132007, 132012, 132015, 132016, 132068, 132069, 133000, 133004, 133005,
    133006, 133008, 133009, 133010, 133015, 133016, 134011, 135000, 2494100,
)
# fmt: on


@pytest.mark.parametrize("code", DOCUMENTED)
def test_whatsapp_says_each_documented_error(code: int) -> None:
    assert known(f"whatsapp.{code}")
    english, dutch = (sentence(f"whatsapp.{code}", language) for language in ("en", "nl"))
    assert english != dutch


@pytest.mark.parametrize(
    ("table", "code"), [(table, code) for table, codes in TABLES.items() for code in codes]
)
def test_a_sentence_can_be_shown(table: str, code: str) -> None:
    for told in TABLES[table][code]:
        assert told[0].isupper()
        assert told.endswith(".")
        assert told == told.strip()
        assert "  " not in told
        assert len(told) <= 250
        assert not code.isdecimal() or code not in told


def test_what_happened_is_followed_by_what_to_do() -> None:
    """Two thoughts: what happened, and the next step."""
    for told in TABLES["whatsapp"].values():
        for language in told:
            assert language.count(". ") + language.count("; ") + language.count(": ") >= 1, language


def test_what_is_no_code_is_a_sentence_already() -> None:
    assert sentence("The file is too large.", "nl") == "The file is too large."
    assert sentence("whatsapp.987654", "en") == "whatsapp.987654"
    assert not known("whatsapp.987654")
    assert not known("")
    assert not known("190")


@pytest.mark.parametrize("channel", ["whatsapp", "messenger", "instagram"])
def test_the_channels_of_meta_share_what_they_share(channel: str) -> None:
    assert sentence(f"{channel}.190", "en") == sentence("graph.190", "en")


def test_a_sentence_names_its_facts() -> None:
    kept = coded("arrival.some", count=3)
    assert sentence(kept, "en") == "Of its items 3 could not be read; the others were."
    assert "er 3 niet" in sentence(kept, "nl")
    assert "\n" not in kept
    assert known(kept)
    assert sentence("arrival.some", "en").startswith("Of its items ? could")
    assert sentence(kept[:-3], "en").startswith("Of its items ? could")  # cut off on its way
    assert sentence("line.imap_away [1]", "en").startswith("The mail server ? cannot")


def test_hostile_facts_are_only_words() -> None:
    kept = coded("line.imap_away", host="{host.__class__}{0}")
    assert "{host.__class__}{0}" in sentence(kept, "en")


def test_of_a_line_it_is_not_said_what_to_do_about_a_message() -> None:
    assert of_a_line("whatsapp.131016", "en").count(".") == 1
    assert of_a_line("line.imap_refuses", "nl") == sentence("line.imap_refuses", "nl")
    assert of_a_line("The provider is away. Wait.", "nl") == "The provider is away. Wait."
