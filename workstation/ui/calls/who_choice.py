"""Who somebody unknown is: a customer the shop knows, or a name that is typed."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workstation.ui.choosing.choice_model import Choice
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.context import DeskContext
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

_MOST = 30
KNOWN, NEW = "known", "new"
"""What the key of a choice begins with."""


def who_popup(context: DeskContext, parent: QWidget) -> ChoicePopup:
    """Customers who fit come first; below them what was typed, as somebody new."""

    def search(text: str, answer: Callable[[list[Choice]], None]) -> None:
        name = " ".join(text.split())
        new = [Choice(f"{NEW}:{name}", harmless_line(name), translate("calls", "Somebody new"))]

        def found(rows: list[tuple[str, str, str]]) -> None:
            known = [
                Choice(f"{KNOWN}:{key}", harmless_line(who), harmless_line(detail))
                for key, who, detail in rows
            ]
            answer(known + new if name else known)

        context.reader.ask(
            "who calls",
            lambda replica: replica.find_customers(text, _MOST),
            found,
            owner=parent,
        )

    return ChoicePopup(
        context.theme,
        search,
        prompt=translate("calls", "Who is this? Search somebody, or type a new name"),
        nothing=translate("calls", "Type a name."),
        parent=parent,
    )
