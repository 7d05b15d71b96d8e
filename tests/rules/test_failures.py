"""Each documented error has its sentence in both languages, which says what to do next."""

import pytest

from workstation.rules.failures import TABLES, known, sentence

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
