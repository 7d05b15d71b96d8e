"""The commands of a contact, for all that are selected: whom, which team, until when, which tag."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox

from workstation.ui.command import Situation
from workstation.ui.context import DeskContext
from workstation.ui.doors import ReplicaDoor
from workstation.ui.inbox.bulk import deeds
from workstation.ui.inbox.bulk.bulk_bar import BulkBar
from workstation.ui.inbox.bulk.deeds import Deed
from workstation.ui.inbox.bulk.running import Running
from workstation.ui.inbox.marking import Marking
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate


class Bulk(QObject):
    """Menus open under the buttons of the bar that stands over the list meanwhile."""

    def __init__(self, context: DeskContext, marking: Marking, bar: BulkBar) -> None:
        super().__init__(bar)
        self._context = context
        self._marking = marking
        self._bar = bar
        self.running = Running(context, self)
        commands = context.commands
        commands.handle_many("assign", self.assign, self._leads)
        commands.handle_many("claim", lambda: self._begin(deeds.claim(context.me)))
        commands.handle_many("release", lambda: self._begin(deeds.release(context.me)))
        commands.handle_many("transfer", self.transfer)
        commands.handle_many("snooze", self.snooze)
        commands.handle_many("tag", self.tag)
        commands.handle_many("mark_read", lambda: self._begin(deeds.mark_read()))
        commands.handle_many("mark_unread", lambda: self._begin(deeds.mark_unread()))

    def assign(self) -> None:
        from workstation.ui.contact.contact_menus import colleague_menu, open_under

        agents = {agent.agent_id: agent for agent in self._context.reference.agents}
        menu = colleague_menu(
            self._bar,
            agents.values(),
            None,
            self._context.clock(),
            lambda agent_id: self._begin(deeds.assign(agents[agent_id], self._context.me)),
        )
        open_under(menu, self._bar.anchor("assign"))

    def transfer(self) -> None:
        from workstation.ui.contact.contact_menus import open_under, team_menu
        from workstation.ui.contact.names import Names

        names = Names(self._context.reference, self._context.language)
        menu = team_menu(self._bar, names, "", self._transfer_to)
        open_under(menu, self._bar.anchor("transfer"))

    def snooze(self) -> None:
        from workstation.ui.contact.contact_menus import open_under, snooze_menu

        now = self._context.clock()
        menu = snooze_menu(
            self._bar,
            now,
            self._context.language,
            lambda until: self._begin(deeds.snooze(until, now, self._context.me)),
        )
        open_under(menu, self._bar.anchor("snooze"))

    def tag(self) -> None:
        """Which tags are on all of them is read first."""
        numbers = self._marking.numbers()

        def work(replica: ReplicaDoor) -> tuple[tuple[tuple[str, int], ...], frozenset[str]]:
            return replica.tags(), _on_all(replica, numbers)

        self._context.reader.ask("tags of many", work, self._choose_tags, owner=self)

    def _choose_tags(self, found: tuple[tuple[tuple[str, int], ...], frozenset[str]]) -> None:
        from workstation.ui.inbox.tag_choice import choose_tags

        known, on_all = found
        numbers = self._marking.numbers()  # they stay selected: more than one tag may be meant
        choose_tags(
            self._context,
            known,
            on_all,
            lambda name, on: self.running.start(deeds.tag(name, on=on), numbers),
            anchor=self._bar.anchor("tag"),
        )

    def _transfer_to(self, team_id: str) -> None:
        context = self._context
        deed = deeds.transfer(team_id, harmless_line(context.team_name(team_id)), context.me)
        mine = any(team.team_id == team_id and team.mine for team in context.reference.teams)
        if mine or context.me.role == "admin":
            self._begin(deed)
            return
        box = QMessageBox(self._bar.window())
        box.setObjectName("cannot be undone")
        box.setWindowTitle("Workstation")
        box.setText(translate("bulk", "%n contact(s) leave your teams.", None, self._marking.count))
        box.setInformativeText(
            translate(
                "bulk",
                "Once they are with {team} you cannot take this back: only somebody of that team "
                "can return them.",
            ).format(team=harmless_line(context.team_name(team_id)))
        )
        go = box.addButton(translate("bulk", "Transfer"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(translate("bulk", "Cancel"), QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(go)
        go.clicked.connect(lambda: self._begin(deed))
        box.open()

    def _begin(self, deed: Deed) -> None:
        numbers = self._marking.numbers()
        self._marking.clear()
        self.running.start(deed, numbers)

    def _leads(self, _: Situation) -> bool:
        return self._context.me.role in ("lead", "admin")


def _on_all(replica: ReplicaDoor, numbers: Sequence[int]) -> frozenset[str]:
    """The tags that each of these contacts has."""
    common: set[str] | None = None
    for start in range(0, len(numbers), 500):
        for row in replica.inbox_rows(numbers[start : start + 500]).values():
            folded = {tag.casefold() for tag in row.tags}
            common = folded if common is None else common & folded
    return frozenset(common or ())
