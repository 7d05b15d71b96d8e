"""How far something is, in words: of things, and of bytes."""

from workstation.ui.contact.moments import locale_of, size_words
from workstation.ui.long_work.long_work import Counts
from workstation.ui.words import translate


def of_things(language: str) -> Counts:
    """ "3 of 12", or "3" while nobody knows of how many."""

    def say(done: int, total: int) -> str:
        locale = locale_of(language)
        if not total:
            return locale.toString(done) if done else ""
        return translate("long work", "{done} of {total}").format(
            done=locale.toString(done), total=locale.toString(total)
        )

    return say


def of_bytes(language: str) -> Counts:
    """ "12 MB of 40 MB"."""

    def say(done: int, total: int) -> str:
        if not total:
            return ""
        return translate("long work", "{done} of {total}").format(
            done=size_words(done, language), total=size_words(total, language)
        )

    return say
