"""Keeping a list by name, changing and removing it: the actions behind it, and taking them back."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QObject

from workstation.replica.lists import SORTS, Filters, SavedViewRow, View
from workstation.ui.contact.refusal_words import refusal_sentence
from workstation.ui.context import DeskContext
from workstation.ui.paintable import paintable_line
from workstation.ui.words import translate

UNDO_SECONDS: Final = 10
_NAMES: Final = {order: name for name, order in SORTS.items()}


class ViewKeeping(QObject):
    """What is refused is said in a notice."""

    def __init__(self, context: DeskContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def save(self, kept: SavedViewRow, then: Callable[[], None] | None = None) -> None:
        """Keep a view as it is given: a new one, or one that changed."""
        self._do("save_view", then, **_data(kept))

    def rename(self, kept: SavedViewRow, *, name: str, team_id: str | None) -> None:
        self.save(replace(kept, name=name, team_id=team_id))

    def narrow(self, kept: SavedViewRow, view: View) -> None:
        """Let a kept view hold what is shown now, with a way back."""
        self.save(replace(kept, view=view))
        words = translate("views", "“{name}” was changed").format(name=paintable_line(kept.name))
        self._context.undoing.offer(words, lambda: self.save(kept), seconds=UNDO_SECONDS)

    def remove(self, kept: SavedViewRow) -> None:
        """Take a view away, with a way back."""

        def done() -> None:
            words = translate("views", "“{name}” was removed").format(
                name=paintable_line(kept.name)
            )
            self._context.undoing.offer(words, lambda: self.save(kept), seconds=UNDO_SECONDS)

        self._do("remove_view", done, view_id=kept.view_id)

    def move(self, kept: SavedViewRow, by: int, among: Sequence[SavedViewRow]) -> None:
        """One place up (-1) or down (1) among the views of the sidebar. Those that only others may
        change keep their number, so the moved one takes a number beside them."""
        order = list(among)
        at = next((n for n, one in enumerate(order) if one.view_id == kept.view_id), None)
        if at is None or not 0 <= at + by < len(order):
            return
        order.insert(at + by, order.pop(at))
        for place, one in enumerate(order):
            if one.changes and one.position != place:
                self.save(replace(one, position=place))

    def _do(self, kind: str, done: Callable[[], None] | None, **data: Any) -> None:
        def failed(error: Exception) -> None:
            why = refusal_sentence(error, self._context.language)
            if why is None:
                raise error
            self._context.news.notice.emit(why, "bad")

        self._context.writer.act(kind, done=done, failed=failed, owner=self, **data)


def kept_filters(view: View, me: str) -> Filters:
    """What a list holds, said with filters alone, so that it can be kept: whose and which state a
    list of the sidebar is of course about, a view has to say."""
    filters = view.filters
    if view.channel is not None and not filters.channels:
        filters = replace(filters, channels=(view.channel,))
    match view.kind:
        case "mine":
            return replace(filters, owner=filters.owner or "me")
        case "snoozed":
            return replace(filters, owner=filters.owner or "me", states=("snoozed",))
        case "done":
            return replace(filters, states=("done",))
        case "team":
            return replace(filters, team_ids=(view.team_id or "",))
        case "all":
            every = ("open", "snoozed", "done")
            return replace(filters, states=filters.states or every)
        case "saved":
            return filters


def _data(kept: SavedViewRow) -> dict[str, Any]:
    return {
        "view_id": kept.view_id,
        "name": kept.name,
        "team_id": kept.team_id,
        "filters": kept.view.filters.as_facts(),
        "sort": _NAMES[kept.view.order],
        "grouped": kept.view.grouped,
        "position": kept.position,
    }
