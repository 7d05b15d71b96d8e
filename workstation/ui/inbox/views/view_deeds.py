"""What is done with the list that is open as a view: kept, changed, renamed, shared, removed."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workstation.models.ids import new_id
from workstation.replica.lists import ANY, Filters, SavedViewRow, View
from workstation.ui.context import DeskContext
from workstation.ui.inbox.narrowing.filter_words import proposed_name
from workstation.ui.inbox.views.keeping import ViewKeeping, kept_filters
from workstation.ui.words import translate

if TYPE_CHECKING:
    from workstation.ui.inbox.inbox_view import InboxView


class ViewDeeds(QObject):
    """Belongs to the inbox."""

    def __init__(self, context: DeskContext, inbox: "InboxView") -> None:
        super().__init__(inbox)
        self._context = context
        self._inbox = inbox
        self._was: SavedViewRow | None = None
        self.keeping = ViewKeeping(context, self)
        commands = context.commands
        commands.handle("save_view", self.keep_filters)
        commands.handle("change_view", self.change)
        commands.handle("remove_view", self.remove)

    @property
    def kept(self) -> SavedViewRow | None:
        """The kept view that is open, if one is."""
        wanted = self._inbox.model.view.saved_id
        if wanted is None:
            return None
        views = self._context.reference.views
        return next((view for view in views if view.view_id == wanted), None)

    def offers(self) -> str:
        """What the button beside the filters says."""
        kept, view = self.kept, self._inbox.model.view
        if kept is None:
            return translate("views", "Keep as a view…") if view.filters != ANY else ""
        if kept.view == view:
            return ""
        if kept.changes:
            return translate("views", "Keep in this view")
        return translate("views", "Keep as a view of mine…")

    def keep_filters(self) -> None:
        """What is shown now: in the view that is open, where it may be changed; else as a new
        one."""
        kept, view = self.kept, self._inbox.model.view
        if kept is not None and kept.changes and kept.view != view:
            self.keeping.narrow(kept, view)
        else:
            self.keep()

    def keep(self) -> None:
        """Ask for a name, and keep the list under it as a new view."""
        inbox, context = self._inbox, self._context
        now = inbox.model.view
        view_id = new_id()
        filters = kept_filters(now, context.me.agent_id)
        view = View(
            "saved", saved_id=view_id, order=now.order, filters=filters, grouped=now.grouped
        )
        last = max((one.position for one in context.reference.views), default=-1)

        def kept(name: str, team_id: str | None) -> None:
            row = SavedViewRow(
                view_id=view_id,
                name=name,
                agent_id=context.me.agent_id,
                team_id=team_id,
                view=view,
                position=last + 1,
                changes=True,
            )
            self.keeping.save(row, lambda: inbox.turned.emit(view, name))

        self._ask(
            view,
            title=translate("views", "Keep this list as a view"),
            name=proposed_name(context, now.filters) or inbox.title,
            team_id=None,
            kept=kept,
        )

    def change(self, which: SavedViewRow | None = None) -> None:
        """Another name, or other people who see it."""
        kept = which or self.kept
        if kept is None:
            return
        self._ask(
            kept.view,
            title=translate("views", "Rename or share a view"),
            name=kept.name,
            team_id=kept.team_id,
            kept=lambda name, team_id: self.keeping.rename(kept, name=name, team_id=team_id),
        )

    def remove(self, which: SavedViewRow | None = None) -> None:
        kept = which or self.kept
        if kept is not None:
            self.keeping.remove(kept)

    def turned(self) -> None:
        """Another list is open."""
        self._was = self.kept

    def wish(self, what: str, kept: SavedViewRow | None) -> None:
        """What was chosen of a view in the sidebar."""
        if what == "new":
            view = View("all", filters=Filters(states=("open",)))
            self._inbox.turned.emit(view, translate("views", "Every open contact"))
            self._inbox.open_filter()
            return
        if kept is None:
            return
        if what == "filter":
            self._inbox.turned.emit(kept.view, kept.name)
            self._inbox.open_filter()
        elif what == "rename":
            self.change(kept)
        elif what == "remove":
            self.remove(kept)
        elif what in ("up", "down"):
            views = self._context.reference.views
            self.keeping.move(kept, -1 if what == "up" else 1, views)

    def follow(self, *_: object) -> None:
        """A colleague changed the view that is open, or took it away."""
        was, now = self._was, self.kept
        self._was = now
        inbox = self._inbox
        if inbox.model.view.saved_id is not None and now is None and was is not None:
            inbox.turned.emit(View("mine"), translate("sidebar", "My work"))
        elif now is not None and was is not None and now.view != was.view:
            if inbox.model.view == was.view:
                inbox.show_view(now.view, now.name)
        elif now is not None:
            inbox.name(now.name)
        inbox.say()

    def _ask(
        self,
        view: View,
        *,
        title: str,
        name: str,
        team_id: str | None,
        kept: Callable[[str, str | None], None],
    ) -> None:
        from workstation.ui.inbox.views.view_form import ViewForm

        form = ViewForm(
            self._context,
            view,
            title=title,
            name=name,
            team_id=team_id,
            kept=kept,
            parent=self._inbox.window(),
        )
        form.open()
        form.name.setFocus()
