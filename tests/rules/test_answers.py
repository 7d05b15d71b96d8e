"""The answer to what was asked goes first."""

from workstation.rules.answers import fitting

QUESTIONS = {
    "cable": frozenset({"kabel", "120", "hz"}),
    "flicker": frozenset({"tv", "flikkert", "hdmi"}),
    "distance": frozenset({"tv", "zitten"}),
}
TEXTS = {"cable": frozenset({"hdmi", "doos"}), "flicker": frozenset({"kabel"})}
ORDER = ["distance", "cable", "flicker"]


def _order(*said: str) -> list[str]:
    return fitting(frozenset(said), ORDER, QUESTIONS, TEXTS)


def test_the_question_counts_more_than_the_answer() -> None:
    assert _order("hdmi", "flikkert")[0] == "flicker"
    assert _order("kabel")[0] == "cable"


def test_a_word_that_all_have_says_little() -> None:
    assert _order("tv", "tv", "120")[0] == "cable"


def test_without_words_the_order_stays() -> None:
    assert _order() == ORDER
    assert _order("hallo") == ORDER
