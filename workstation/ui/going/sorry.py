"""Why a link leads nowhere on this desk, in a sentence."""

from workstation.ui.words import translate


def sorry_words(kind: str) -> str:
    """What a link leads to is not here: of another team, not sent yet, or gone."""
    words = {
        "contact": translate(
            "going", "This desk does not show that contact. It may be of another team, or gone."
        ),
        "customer": translate(
            "going", "This desk does not know that customer: no contact of theirs is here."
        ),
        "order": translate(
            "going", "This desk does not know that order: no contact of its customer is here."
        ),
        "product": translate("going", "The shop has no such product, or not any more."),
    }
    return words[kind]
