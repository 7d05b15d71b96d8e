"""What is wrong with a search, in a sentence that says what would be right."""

from workstation.rules.finding.operators import CHANNELS, STATES, Language, offered_channel
from workstation.rules.finding.reading import Trouble
from workstation.ui.words import translate


def trouble_words(trouble: Trouble, language: Language) -> str:
    """For the person who typed it."""
    said = trouble.said
    match trouble.code:
        case "operator":
            words = translate("search", "There is no “{said}:”. Did you mean “{instead}:”?")
            return words.format(said=said, instead=trouble.instead)
        case "empty":
            words = translate("search", "Write what you look for right behind “{said}:”.")
            return words.format(said=said)
        case "channel":
            every = [name for name in CHANNELS if name != "console"]
            names = ", ".join(offered_channel(name, language) for name in every)
            words = translate("search", "“{said}” is no channel. There are: {names}.")
            return words.format(said=said, names=names)
        case "state":
            names = ", ".join(said_[language][0] for said_ in STATES.values())
            words = translate("search", "A contact cannot be “{said}”. It can be: {names}.")
            return words.format(said=said, names=names)
        case "day":
            words = translate(
                "search", "“{said}” is no day. Write 2026-11-01, 1-11, yesterday or 7d."
            )
            return words.format(said=said)
        case "team":
            return translate("search", "No team is called “{said}”.").format(said=said)
        case "agent":
            return translate("search", "No colleague is called “{said}”.").format(said=said)
