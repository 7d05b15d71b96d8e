"""Who somebody unknown is: a customer the shop knows, or a name that is typed."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from workstation.ui.choosing.choice_model import Choice
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.choosing.customer_search import look_up
from workstation.ui.context import DeskContext
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

KNOWN, NEW = "known", "new"
"""What the key of a choice begins with."""


def who_popup(context: DeskContext, parent: QWidget) -> ChoicePopup:
    """Customers who fit come first; below them what was typed, as somebody new."""

    def search(text: str, answer: Callable[[list[Choice]], None]) -> None:
        name = " ".join(text.split())
        new = [Choice(f"{NEW}:{name}", harmless_line(name), translate("calls", "Somebody new"))]

        def found(people: list[Choice], all_of_them: bool) -> None:
            known = [replace(one, key=f"{KNOWN}:{one.key}") for one in people]
            # Somebody new only once nobody known can come any more: Enter is pressed quickly.
            answer(known + new if name and all_of_them else known)

        look_up(context, text, found, parent)

    return ChoicePopup(
        context.theme,
        search,
        prompt=translate("calls", "Who is this? Search somebody, or type a new name"),
        nothing=translate("calls", "Type a name."),
        parent=parent,
    )
