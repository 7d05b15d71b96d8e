"""Every command with its keys, in groups, as far as it fits what was typed."""

from dataclasses import dataclass
from typing import Any, Final, Literal

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from workstation.rules.finding.closeness import matched
from workstation.ui.command import Command, Group
from workstation.ui.command_actions import shown_key
from workstation.ui.commands import LIST_KEYS, NAMED
from workstation.ui.context import DeskContext
from workstation.ui.message_commands import IN_MESSAGES
from workstation.ui.words import QT_TRANSLATE_NOOP, translate

Index = QModelIndex | QPersistentModelIndex

GROUPS: Final[dict[Group, str]] = {
    "contact": QT_TRANSLATE_NOOP("keys", "This contact"),
    "write": QT_TRANSLATE_NOOP("keys", "Writing"),
    "message": QT_TRANSLATE_NOOP("keys", "A message"),
    "go": QT_TRANSLATE_NOOP("keys", "Going somewhere"),
    "desk": QT_TRANSLATE_NOOP("keys", "The desk"),
    "picture": QT_TRANSLATE_NOOP("keys", "Looking at a picture"),
}
"""In this order."""

ALWAYS: Final[dict[Group, tuple[Command, ...]]] = {"message": IN_MESSAGES}
"""Keys that work in one place only, and cannot be given to anything else there."""

LINE_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class KeyLine:
    """`name` is the command's, empty for what cannot be given another key. `changed`: a person
    chose these keys."""

    kind: Literal["group", "command", "nothing"]
    title: str
    keys: tuple[str, ...] = ()
    name: str = ""
    changed: bool = False
    spans: tuple[tuple[int, int], ...] = ()


class KeysModel(QAbstractListModel):
    def __init__(self, context: DeskContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._wanted = ""
        self.lines: list[KeyLine] = []
        context.commands.keys_changed.connect(self.lay_out)
        self.lay_out()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE_ROLE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            keys = line.keys or (translate("keys", "no key"),) if line.name else line.keys
            return ", ".join((line.title, *keys))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.lines[index.row()].kind != "command":
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)

    def look_for(self, wanted: str) -> None:
        """Only what is called so, or has this key."""
        self._wanted = wanted.strip()
        self.lay_out()

    def row_of(self, name: str) -> int | None:
        """Where a command stands."""
        return next((row for row, line in enumerate(self.lines) if line.name == name), None)

    def lay_out(self) -> None:
        lines: list[KeyLine] = []
        for group, title in GROUPS.items():
            members = [line for line in self._of(group) if line is not None]
            if members:
                lines += [KeyLine("group", translate("keys", title)), *members]
        if not lines:
            lines.append(KeyLine("nothing", translate("keys", "No command is called so.")))
        if lines != self.lines:
            self.beginResetModel()
            self.lines = lines
            self.endResetModel()

    def _of(self, group: Group) -> list[KeyLine | None]:
        commands = self._context.commands
        found = [
            self._fitting(
                KeyLine(
                    "command",
                    commands.title(command.name),
                    tuple(dict.fromkeys(map(shown_key, commands.keys(command.name)))),
                    command.name,
                    commands.keymap is not None and commands.keymap.changed(command.name),
                )
            )
            for command in NAMED.values()
            if command.group == group
        ]
        found += [
            self._fitting(
                KeyLine(
                    "command",
                    translate("commands", command.title),
                    tuple(dict.fromkeys(map(shown_key, command.keys))),
                )
            )
            for command in ALWAYS.get(group, ())
        ]
        if group == "go":
            title = translate("keys", "Open a list of the sidebar")
            keys = (shown_key(LIST_KEYS[0]), "…", shown_key(LIST_KEYS[-1]))
            found.append(self._fitting(KeyLine("command", title, keys)))
        return found

    def _fitting(self, line: KeyLine) -> KeyLine | None:
        if not self._wanted:
            return line
        bare = self._wanted.casefold().replace("+", " ")
        if any(key.casefold() == bare or bare in key.casefold().split() for key in line.keys):
            return line
        near = None if "+" in self._wanted[:-1] else matched(self._wanted, line.title)
        if near is None:
            return None
        return KeyLine("command", line.title, line.keys, line.name, line.changed, near[1])
