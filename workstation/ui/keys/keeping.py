"""Keeping the keys that a person chose: read when the desk opens, written when they change."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from workstation.ui.command_actions import shown_key
from workstation.ui.contact.key_button import KeyButton
from workstation.ui.context import DeskContext
from workstation.ui.keys.keymap import Keymap, Problem
from workstation.ui.keys.keys_file import NAME, KeysRead, read_keys, write_keys
from workstation.ui.words import translate


class KeptKeys(QObject):
    """Files are for the worker; what is wrong with one is told once, and the rest of it counts."""

    def __init__(self, context: DeskContext, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        profile = context.profile
        context.reader.ask("keys", lambda _: read_keys(profile), self._read, owner=self)

    def choose(self, keymap: Keymap) -> None:
        """These are the keys from now on."""
        self._wear(keymap)
        profile, chosen = self._context.profile, keymap.chosen

        def write(_: object) -> None:
            write_keys(profile, chosen)

        self._context.reader.ask("write keys", write, failed=self._failed, owner=self)

    def _read(self, found: KeysRead) -> None:
        if found.unreadable:
            words = translate("keys", "{file} cannot be read: the usual keys are used.")
            self._say(words.format(file=NAME))
        elif found.keymap.problems:
            self._say(_said(found.keymap.problems[0], self._context))
        if found.keymap.chosen:
            self._wear(found.keymap)

    def _wear(self, keymap: Keymap) -> None:
        """Use them, and show them wherever a key is shown: no two commands have the same one, so
        that an old key says which command it was."""
        commands = self._context.commands
        instead = {}
        for name in commands.names():
            before, keys = commands.key(name), keymap.keys(name)
            after = shown_key(keys[0]) if keys else ""
            if before and before != after:
                instead[before] = after
        # First these, then who listens: an old key may be the new one of another command.
        for widget in self._window.findChildren(QWidget):
            words, mark, key = widget.toolTip().rpartition("  ·  ")
            if mark and key in instead:
                widget.setToolTip(f"{words}{mark}{instead[key]}" if instead[key] else words)
            if isinstance(widget, KeyButton):
                widget.rename_key(instead)
        commands.wear(keymap)

    def _failed(self, error: Exception) -> None:
        words = translate("keys", "The keys are changed, but could not be kept: {reason}")
        self._say(words.format(reason=getattr(error, "strerror", None) or str(error)))

    def _say(self, words: str) -> None:
        self._context.news.notice.emit(words, "warn")


def _said(problem: Problem, context: DeskContext) -> str:
    match problem.what:
        case "unknown_command":
            words = translate("keys", "In {file}, “{command}” is no command. It was left out.")
        case "taken":
            words = translate("keys", "In {file}, {key} is given twice: “{other}” keeps it.")
        case "reserved":
            words = translate("keys", "In {file}, {key} is needed for typing. It was left out.")
        case _:
            words = translate("keys", "In {file}, a key of “{command}” is none. It was left out.")
    other = context.commands.title(problem.other) if problem.other else ""
    return words.format(
        file=NAME,
        command=problem.command,
        key=shown_key(problem.key) if problem.key else "",
        other=other,
    )
