"""Looking a product up: by its name, brand or article number."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workstation.ui.choosing.choice_model import Choice, Search
from workstation.ui.choosing.choice_popup import ChoicePopup
from workstation.ui.context import DeskContext
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate

MOST = 30


def products_search(context: DeskContext, owner: QObject) -> Search:
    """Fits a choice popup. The key of a choice is a product id and a variant id or "", on two
    lines."""

    def search(text: str, answer: Callable[[list[Choice]], None]) -> None:
        def found(rows: list[tuple[str, str | None, str]]) -> None:
            answer([Choice(f"{p}\n{v or ''}", harmless_line(label)) for p, v, label in rows])

        context.reader.ask(
            "find products", lambda replica: replica.find_products(text, MOST), found, owner=owner
        )

    return search


def product_popup(context: DeskContext, parent: QWidget) -> ChoicePopup:
    return ChoicePopup(
        context.theme,
        products_search(context, parent),
        prompt=translate("panels", "Search a product"),
        nothing=translate("panels", "No product has these words."),
        parent=parent,
    )
