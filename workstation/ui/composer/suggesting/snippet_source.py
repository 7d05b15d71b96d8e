"""After /: texts that are kept ready, written in the customer's language with their places filled
in."""

from collections.abc import Callable

from workstation.replica.rows.writing import SnippetRow
from workstation.rules.places import filled
from workstation.ui.composer.suggesting.suggestion import Answer, Suggestion
from workstation.ui.composer.what_is_known import WhatIsKnown
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate


class SnippetSource:
    sign = "/"
    least = 0

    def __init__(
        self, known: WhatIsKnown, language: str, inserted: Callable[[SnippetRow], None]
    ) -> None:
        """`inserted` is told which one was written."""
        self._known = known
        self._language = language
        self._inserted = inserted
        self.title = translate("composer", "Snippets")

    def works(self) -> bool:
        """Not before it is known what fills their places."""
        return self._known.facts is not None and bool(self._known.snippets)

    def find(self, typed: str, answer: Answer) -> None:
        channel = self._known.facts.channel if self._known.facts is not None else ""
        fitting = [one for one in self._known.snippets if not channel or one.fits(channel)]
        ranked = [(worth, one) for one in fitting if (worth := rank(one, typed)) is not None]
        answer([self._suggestion(one) for _, one in sorted(ranked, key=lambda found: found[0])])

    def text_of(self, suggestion: Suggestion) -> str:
        return filled(self._snippet(suggestion).text(self._known.language), self._known.values())

    def taken(self, suggestion: Suggestion) -> None:
        self._inserted(self._snippet(suggestion))

    def _snippet(self, suggestion: Suggestion) -> SnippetRow:
        return next(one for one in self._known.snippets if one.snippet_id == suggestion.key)

    def _suggestion(self, one: SnippetRow) -> Suggestion:
        text = filled(one.text(self._known.language), self._known.values())
        does = translate("composer", "does more") if one.deeds else ""
        return Suggestion(
            key=one.snippet_id,
            name=harmless_line(one.name(self._language)),
            detail=f"{does} · /{one.shortcut}" if does else f"/{one.shortcut}",
            extra=harmless_line(text)[:160],
        )


def rank(one: SnippetRow, typed: str) -> int | None:
    """How well a snippet fits what was typed, the lowest best; None when it does not."""
    wanted = typed.casefold()
    names = f"{one.name_en} {one.name_nl}".casefold()
    if one.shortcut.startswith(wanted):
        return 0
    if any(word.startswith(wanted) for word in names.split()):
        return 1
    if wanted in one.shortcut or wanted in names:
        return 2
    if len(wanted) > 2 and wanted in f"{one.text_en} {one.text_nl}".casefold():
        return 3
    return None
